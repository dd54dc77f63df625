"""What is asked of papers where no word tells which: «When was the memorandum signed?», «о чём соглашение?», «Меморандум қайда жасалды?»"""

from __future__ import annotations

from dataclasses import dataclass

from kb.language.fold import fold
from kb.query import Query
from kb.understand.ask import FESTIVAL, KAZAKHSTAN, Ask
from kb.understand.ask.terms import says
from kb.understand.evidence import SIGNED
from kb.understand.lexicon import words
from kb.understand.shapes.signed_together import counting, day_of, told_there
from kb.understand.word_lists import listed

# What the words of such a question can ask for.
_OF_SIGNING = ("signed_on", "signed_at", "signatories", "parties", "agreements", "project", "scope")
# How strongly the contents of papers have to be asked for.
_ASKED = 0.4


@dataclass(frozen=True)
class _Papers:
    """What a festival counts of papers that were signed there: the festival, its property that counts them, and they."""

    edition: str
    prop: str
    papers: tuple[str, ...]


class UntoldPapers:
    """Recognises such questions: those signed at the newest festival that tells of any are told."""

    def __init__(self) -> None:
        self._signing = listed("signing", "left_unsigned", "setting_down")
        self._papers, self._with_whom = listed("any_papers"), listed("with_whom")
        self._to_come = listed("to_be_signed")
        self._of_type = {type_: frozenset(map(fold, called)) for type_, called in words()["papers_of_types"].items()}
        self._props: dict[str, str] = words()["default_properties"]["agreement"]

    def told(self, ask: Ask, context: Query | None) -> Query | None:
        """When, where or by whom the papers of the newest festival were signed, or what they are about."""
        if not self._is_of_no_named_paper(ask) or _abbreviations(ask) or _speaks_of_papers(ask, context):
            return None
        if types := {one for i in ask.of_kinds for one, called in self._of_type.items() if says(ask.reading.tokens[i], called)}:
            return self._of_the_only(ask, types)
        if not any(says(ask.reading.tokens[i], self._papers) for i in ask.of_kinds) or (newest := _newest(ask)) is None:
            return None
        if ask.types == {"when"}:
            return day_of(ask, newest.papers)
        if ask.types in ({"where"}, {"when", "where"}):
            return told_there(ask, newest.papers)
        if ask.types == {"who"} and self._asks_signers(ask):
            return Query("fact", (newest.edition,), newest.prop)
        contents = not ask.types - {"what"} and ask.strength.get("scope", 0.0) >= _ASKED
        return Query("compare", newest.papers, "scope") if contents and all(ask.of[paper].known("scope") for paper in newest.papers) else None

    def is_untold(self, ask: Ask) -> bool:
        """«БАӘ-мен келісім қашан?», "when will the agreement be signed?": no paper of the base is with what is called so, or is yet to come."""
        to_come = ask.reading.has_listed(self._to_come)
        asked = bool(ask.types & {"when", "where", "who"}) and (to_come or bool(_abbreviations(ask)))
        return asked and "agreement" in ask.kinds and self._is_of_no_named_paper(ask)

    def _asks_signers(self, ask: Ask) -> bool:
        """Whether a word says that they signed, or asks with whom: «who was at the signing?» asks for others."""
        signing = self._signing | self._with_whom
        return bool({"signatories", "parties"} & ask.cues.keys()) or ask.reading.has_listed(signing)

    def _of_the_only(self, ask: Ask, types: set[str]) -> Query | None:
        """«Когда подписали протокол?»: what is asked of the only paper that can be called so."""
        papers = [paper for paper in ask.members("agreement") if paper.type in types]
        asked = next(iter(ask.types)) if len(ask.types) == 1 else "what"
        prop = self._props.get(asked) if asked != "what" else "scope" if "about" in ask.operations or "scope" in ask.cues else None
        return Query("fact", (papers[0].id,), prop) if len(papers) == 1 and prop in papers[0].facts else None

    def _is_of_no_named_paper(self, ask: Ask) -> bool:
        """Whether no word tells which paper is meant, and none asks for more than that it was signed or is about something."""
        if ask.kinds.keys() != {"agreement"} or ask.named.keys() - {KAZAKHSTAN, FESTIVAL} or ask.reading.yes_no or ask.reading.story:
            return False
        told = ask.numerals or ask.ordinals or ask.months or ask.reading.of("foreign")
        if told or ask.operations.keys() - {"about", "list"}:
            return False
        signing = ask.reading.where_listed(self._signing | self._with_whom)
        said = ask.of_kinds | ask.named_positions | ask.generic | signing | {i for prop in _OF_SIGNING for i in ask.cues.get(prop, ())}
        return (said | _abbreviations(ask)).issuperset(ask.telling)


def _abbreviations(ask: Ask) -> set[int]:
    """The positions of words in capitals that name nothing: they can be as short as those that say nothing."""
    known = ask.named_positions | ask.of_kinds
    tokens = [] if ask.reading.text.isupper() else ask.reading.tokens
    return {i for i, token in enumerate(tokens) if len(token.text) > 1 and token.text.isupper() and i not in known}


def _speaks_of_papers(ask: Ask, context: Query | None) -> bool:
    """Whether the chat spoke of a paper, or of what has to do with some: that one is meant."""
    return context is not None and any(ask.of[record].kind == "agreement" or ask.of[record].near.get("agreement") for record in context.records)


def _newest(ask: Ask) -> _Papers | None:
    """The papers of the newest festival that counts any."""
    for edition in sorted(ask.members("edition"), key=lambda edition: -edition.newest):
        for record, prop, fact in counting(ask, edition):
            if all(ask.of[paper].type in SIGNED for paper in fact.refs):
                return _Papers(record, prop, fact.refs)
    return None
