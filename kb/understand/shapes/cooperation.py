"""Whether there is anything at all between Kazakhstan and another country: that country is told, not a list of its films."""

from __future__ import annotations

from functools import cache

from kb.language.fold import fold
from kb.language.kazakh import has_case
from kb.query import Query
from kb.understand.ask import KAZAKHSTAN, Ask
from kb.understand.evidence import SIGNED
from kb.understand.lexicon import words
from kb.understand.word_lists import folded_list, joint_production, listed, typed_list

# The Kazakh endings of «with».
WITH = ("мен", "бен", "пен")
# So many words can stand between «in» and the word for a paper.
_AFTER_IN = 3


class Cooperation:
    """Recognises such questions."""

    def __init__(self) -> None:
        self._which = folded_list("which")
        self._parts_of_the_world = tuple(map(fold, words()["parts_of_the_world"]))
        self._is_there = listed("is_there")
        self._done = listed("done_together")
        self._anything = [tuple(phrase.split()) for phrase in words()["anything"]]

    def of_country(self, ask: Ask) -> Query | None:
        """«Is there anything on film between Kazakhstan and Georgia?», «а с Ираном по кино что-то есть?»"""
        partners = [named for named in ask.named if named != KAZAKHSTAN]
        if len(partners) != 1 or set(ask.named_kinds.values()) != {"country"} or ask.kinds.keys() - {"film"} or ask.numerals or ask.months:
            return None
        if "film" in ask.kinds and KAZAKHSTAN not in ask.named and not is_with(ask, partners[0]):
            # «Is there anything about films of Uzbekistan?» asks for films.
            return None
        said = self._said(ask)
        done = ask.reading.where_listed(self._done)
        rest = set(ask.telling) - said - done - ask.named_positions - ask.of_kinds - ask.generic
        return Query("card", (partners[0],)) if said and not rest else None

    def of_a_part_of_the_world(self, ask: Ask) -> bool:
        """«С какими европейскими странами есть документы о кино?»: no record tells which countries those are."""
        said = any(token.key.startswith(self._parts_of_the_world) for token in ask.reading.tokens)
        return said and "country" in ask.kinds and "agreement" in ask.kinds and not ask.named.keys() - {KAZAKHSTAN}

    def papers_with(self, ask: Ask) -> Query | None:
        """«Is there an agreement with France?», «подписали ли Казахстан и Иран договор о копродукции?»: what the country tells of all papers."""
        partners = self._partners(ask)
        return Query("fact", partners, "agreements") if len(partners) == 1 and ask.of[partners[0]].known("agreements") else None

    def papers_between_others(self, ask: Ask) -> tuple[str, ...] | None:
        """«Is there an agreement between Uzbekistan and Türkiye?»: the papers that both signed, besides Kazakhstan; None where that is not asked."""
        partners = self._partners(ask)
        if len(partners) < 2 or KAZAKHSTAN in ask.named or not ask.reading.yes_no:
            return None
        papers = ask.members("agreement", [(partner,) for partner in partners])
        return tuple(paper.id for paper in papers if paper.type in SIGNED and all(ask.linked(paper.id, partner) for partner in partners))

    def _partners(self, ask: Ask) -> tuple[str, ...]:
        """The countries besides Kazakhstan of which it is asked whether there is a paper with or between them, and nothing else; none where it is not."""
        if "agreement" not in ask.kinds or is_in_a_paper(ask):
            return ()
        partners = tuple(named for named, kind in ask.named_kinds.items() if kind == "country" and named != KAZAKHSTAN)
        asked = not ask.kinds.keys() - {"agreement", "film"} and ask.named.keys() <= {KAZAKHSTAN, *partners}
        which = ask.reading.has_key(self._which)
        # «Which agreement is there?» asks for that one, «which agreements» for all.
        plural = any(ask.reading.tokens[i].text.lower().endswith("s") for i in ask.kinds["agreement"]) if asked and ask.reading.language == "en" else False
        one = which and not plural and "list" not in ask.operations
        if not asked or one or ask.types or ask.numerals or ask.months or ask.operations.keys() - {"list"}:
            return ()
        exist = ask.reading.where_listed(self._is_there)
        signed = ask.reading.where_form(_signing()) if ask.reading.yes_no and not which and len(ask.named) > 1 else set()
        said = exist | signed | self._said(ask) | ask.named_positions | ask.of_kinds | ask.generic | ask.passed | self._of_joint_production(ask)
        telling = set(ask.telling)
        else_asked = any(not cues.keys() & telling <= said for prop, cues in ask.cues.items() if prop != "agreements")
        rest = telling - said - ask.cues.get("agreements", {}).keys()
        return partners if (exist or signed) and not else_asked and not rest else ()

    def _of_joint_production(self, ask: Ask) -> set[int]:
        """The positions of the words for making films together, which is what such papers are about."""
        keys = ((i, (ask.reading.tokens[i].key, *ask.reading.tokens[i].bases)) for i in ask.telling)
        return {i for i, of_word in keys if any(key.startswith(joint_production()) for key in of_word)}

    def _said(self, ask: Ask) -> set[int]:
        """The positions of the words for «anything»."""
        typed = ask.reading.typed
        starts = ((at, len(phrase)) for phrase in self._anything for at in range(len(typed)) if tuple(typed[at : at + len(phrase)]) == phrase)
        return {i for at, length in starts for i in range(at, at + length)}


def is_with(ask: Ask, country: str) -> bool:
    """«With Iran», «с Ираном», «Иранмен»."""
    first = min(ask.named[country])
    before = ask.reading.tokens[first - 1].text.lower() if first else ""
    return before in typed_list("with") or ask.reading.tokens[first].text.lower().endswith(WITH)


def is_in_a_paper(ask: Ask) -> bool:
    """Whether it is asked what is in a paper: «в меморандуме», "in the film memorandum", «меморандумда»."""
    tokens = ask.reading.tokens
    if ask.reading.language == "kk":
        return any(has_case(tokens[i].text, "locative") for i in ask.kinds.get("agreement", ()))
    before = (tokens[max(0, i - _AFTER_IN) : i] for i in ask.kinds.get("agreement", ()))
    return any(token.text.lower() in ("in", "в", "во") for said in before for token in said)


@cache
def _signing() -> frozenset[str]:
    """Folded words for signing, and for coming to terms."""
    return frozenset(fold(word) for name in ("signing", "coming_to_terms") for word in words()[name])
