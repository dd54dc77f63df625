"""What the base has nothing on: countries without agreements, known names, posts of a state: «who heads Mosfilm?»."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from kb.base import Base
from kb.language.fold import fold_phrase
from kb.understand.ask import FESTIVAL, KAZAKHSTAN, Ask, Candidate
from kb.understand.evidence import EDITION_LIKE, SIGNED
from kb.understand.lexicon import country_name, words
from kb.understand.reading import Mention, Reading
from kb.understand.shapes.cooperation import WITH
from kb.understand.weights import COVERAGE, NOT_IN_FACT

# Why nothing is told of papers with a country.
WITHOUT_AGREEMENT = "a country without agreements here"


def without_agreement(ask: Ask, best: Candidate | None) -> str:
    """The country that an agreement is asked with and that has none here: no film or person of it answers that."""
    told = best is not None and not ask.doubtful(best)
    of_paper = best is not None and (ask.of[best.record].kind == "agreement" or (best.operation == "highlight" and ask.of[best.record].kind != "film"))
    if "agreement" not in ask.kinds or (told and of_paper):
        return ""
    if best and not ask.named and ask.of[best.record].kind == "film" and ask.kinds.keys() == {"agreement"} and ask.reading.language == "kk":
        # «Америкамен келісім бар ма»: no film whose text tells of that country.
        return next((ask.reading.tokens[i].text for i in ask.telling if ask.reading.tokens[i].text.lower().endswith(WITH)), "")
    without = [record for record, kind in ask.named_kinds.items() if kind == "country" and "agreement" not in ask.of[record].near]
    return " ".join(ask.reading.tokens[i].text for i in sorted(ask.named[without[0]])) if without else ""


def without_memorandum(ask: Ask) -> str | None:
    """«The memorandum with Saudi Arabia»: a country that co-produced a film, and signed nothing; what it tells of papers says so."""
    if "memorandum" not in ask.types_of.get("agreement", ()):
        return None
    countries = [named for named, kind in ask.named_kinds.items() if kind == "country" and named != KAZAKHSTAN]
    others = {kind for kind in ask.named_kinds.values() if kind not in ("country", "organisation")}
    if len(countries) != 1 or others or any(ask.of[paper].type in SIGNED for country in countries for paper in ask.of[country].near.get("agreement", ())):
        return None
    return countries[0] if ask.of[countries[0]].known("agreements") else None


def foreign(ask: Ask, best: Candidate | None) -> str:
    """A country or known name that is not in the base and that the best answer says nothing of."""
    for mention in ask.reading.of("foreign"):
        # An adjective is further from the name, and written with a capital: «Norwegian».
        capital = all(ask.reading.tokens[i].text[:1].isupper() and len(ask.reading.tokens[i].key) > 6 for i in mention.span)
        if mention.weight < (0.6 if capital else 0.8) or mention.span & ask.named_positions or _is_other_word(ask, mention):
            continue
        anything = KAZAKHSTAN in ask.named and ask.reading.says(_anything())
        if (anything or "agreement" in ask.kinds) and len(mention.pattern.value) == 2 and best and ask.of[best.record].kind != "agreement":
            # Only a paper tells of a paper with a country, and no film that was shown in Spain whether there is anything with Spain.
            return _as_typed(ask.reading, mention)
        if len(mention.pattern.value) == 2 and not ask.named and _is_of_film(ask, mention) and best and best.property != "country":
            # «American movies» are told by no film that was shown in America.
            return _as_typed(ask.reading, mention)
        of_festival = best is not None and ask.of[best.record].kind in (*EDITION_LIKE, "festival", "award")
        located = (FESTIVAL in ask.named or "edition" in ask.kinds) and ask.reading.is_located(mention.span)
        if of_festival and (located or mention.span & ask.kinds.get("edition", set())):
            # «Who won at the Bastau festival?», «… at Korkyt Ata in Kyzylorda?» is told by no other one, whatever words its texts have.
            return _as_typed(ask.reading, mention)
        said = [ask.stems.get(i, ()) for i in mention.span]
        if mention.weight == 1 and len(mention.pattern.keys) == 1 and not _begins_in_a_text(ask.base, mention.pattern.keys[0]):
            # «Кинотавр» begins like «кинотуризм», and no text tells of it.
            return _as_typed(ask.reading, mention)
        if best and best.coverage >= COVERAGE and mention.span <= best.cued:
            continue
        # A film or body that is not here is no other one whose text only mentions it: «who heads Mosfilm».
        other = best is not None and best.record not in ask.named and not best.follows and all(best.explained.get(i, 0.0) < NOT_IN_FACT for i in mention.span)
        if best and best.coverage >= COVERAGE and best.asked and not other and all(any(_is_told(ask, best, stem) for stem in stems) for stems in said):
            continue
        return _as_typed(ask.reading, mention)
    return ""


def _is_of_film(ask: Ask, mention: Mention) -> bool:
    """Whether a country stands beside a word for a film."""
    return bool({min(mention.span) - 1, max(mention.span) + 1} & ask.kinds.get("film", set()))


def _begins_in_a_text(base: Base, key: str) -> bool:
    """Whether a text of the base has a form of a name."""
    words_of_texts, stem = base.text_words, key[:-1]
    at = bisect_left(words_of_texts, stem)
    return words_of_texts[at : at + 1] != [] and words_of_texts[at].startswith(stem)


def _is_other_word(ask: Ask, mention: Mention) -> bool:
    """Whether a one-word name is more likely an everyday word of the lexicon."""
    return len(mention.pattern.keys) == 1 and any(
        other.span & mention.span and other.weight >= mention.weight
        for other in ask.reading.mentions
        if other.pattern.what in ("cue", "kind", "operation", "function", "question")
    )


def _as_typed(reading: Reading, mention: Mention) -> str:
    """The name of a country in the language of the message; else the base form if it is in its script, or the word as typed."""
    if country := country_name(mention.pattern.value, reading.language):
        return country
    typed = " ".join(reading.tokens[i].text for i in sorted(mention.span))
    return mention.pattern.label if mention.pattern.label.isascii() == typed.isascii() else typed


def asks_state_post(ask: Ask, best: Candidate) -> bool:
    """«Who is the president of Kazakhstan» is no question about the president of a studio there."""
    of_state = "country" in ask.named_kinds.values() or any(_OUR_POST.search(token.text.lower()) for token in ask.reading.tokens)
    if best.record in ask.named or ask.of[best.record].kind in ask.kinds or not of_state:
        return False
    if "organisation" in ask.named_kinds.values():
        return False
    return ask.reading.has_form(_state_posts())


# «Президентіміз»: our president.
_OUR_POST = re.compile(r"(?:ымыз|іміз)$|^еліміз|^елдің$")


@cache
def _anything() -> tuple[tuple[str, ...], ...]:
    """Folded phrases for «anything»."""
    return tuple(fold_phrase(phrase) for phrase in words()["anything"])


@cache
def _state_posts() -> frozenset[str]:
    """The last words of what a state has one of: «president», «prime minister»."""
    return frozenset(key for post in words()["state_posts"] for key in fold_phrase(post)[-1:])


def _is_told(ask: Ask, best: Candidate, stem: str) -> bool:
    """Whether the record of an answer is described by a word, or the fact itself tells it: «when did Auezov get the Lenin Prize?»"""
    record = ask.of[best.record]
    return record.describes(stem) or best.property in record.where.get(stem, ())
