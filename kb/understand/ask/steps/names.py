"""Who and what is named: names that are typed wrong, what somebody is called before the name, a person who is called as the festival is."""

from __future__ import annotations

from collections.abc import Set

from rapidfuzz.distance import OSA

from kb.language.fold import fold_phrase
from kb.language.typing_errors import SHORTEST
from kb.understand.ask import words
from kb.understand.ask.steps.festivals import TELLING_FESTIVALS
from kb.understand.ask.terms import Terms, says, stems_of
from kb.understand.evidence import FESTIVAL, NAMES
from kb.understand.lexicon import function_keys
from kb.understand.reading import Mention, Reading
from kb.understand.weights import MENDED


def find_appositions(terms: Terms) -> None:
    """«The writer Auezov» asks for nothing that he wrote."""
    reading = terms.reading
    people = {min(m.span) for m in reading.of("record") if terms.base.evidence[m.pattern.value].kind == "person"}
    terms.apposed = {i for i, token in enumerate(reading.tokens) if i + 1 in people and says(token, words.occupations())}


def take_mistyped_names(terms: Terms) -> None:
    """A word beside the name of a person or film that is another of its names with a letter wrong: «Arkan Anartai», known as it is."""
    taken = {i for span in terms.named.values() for i in span}
    for record, span in terms.named.items():
        if terms.of[record].kind not in ("person", "film"):
            continue
        for i in {min(span) - 1, max(span) + 1} - taken:
            key = terms.reading.tokens[i].key if 0 <= i < len(terms.reading.tokens) else ""
            if len(key) < SHORTEST - 1 or key in function_keys() or any(i in m.span and m.weight == 1 for m in terms.reading.mentions):
                continue
            names = (stem for stem, places in terms.of[record].where.items() if NAMES in places and len(stem) >= SHORTEST)
            if any(OSA.distance(key[:5], stem, score_cutoff=1) <= 1 for stem in names):
                span.add(i)
        # «Who played Tageev in Neft?»: apart from the name, only a word that nothing else can be.
        apart = {i for i in terms.content if not terms.reading.tokens[i].bases and i not in taken and len(terms.reading.tokens[i].key) > SHORTEST}
        if apart:
            known = {key for name in _names_of(terms, record) for key in fold_phrase(name) if len(key) > SHORTEST}
            span |= {i for i in apart if any(_is_form_with_an_error(terms.reading.tokens[i].key, key) for key in known)}


def leave_longer_names(terms: Terms) -> None:
    """«Kurmanjan Datka» is not Dati."""
    for mention in terms.reading.of("record"):
        record = mention.pattern.value
        alone = record in terms.named and terms.named[record] <= mention.span
        if alone and is_part_of_a_longer_name(mention, terms.reading, terms.named_positions):
            terms.unname(record)


def is_part_of_a_longer_name(mention: Mention, reading: Reading, named: Set[int]) -> bool:
    """Whether what only a typing error makes a name stands beside another word with a capital that is none here; `named` are the positions of names."""
    if mention.weight > MENDED or len(mention.span) != 1 or not mention.span <= reading.capitals:
        return False
    (at,) = mention.span
    beside = {i for i in (at - 1, at + 1) if i in reading.capitals and reading.clauses.get(i) == reading.clauses.get(at)}
    return any(max(reading.tokens[i].bases.values(), default=0.0) <= MENDED for i in beside - named)


def take_whom_an_occupation_tells(terms: Terms) -> None:
    """«The wrestler Kazhymukan», «Кажымукан-борец», «Kazhymukan in his lifetime»: the man, and not the film of that name."""
    people = [named for named, kind in terms.named_kinds.items() if kind == "person"]
    of_life = terms.where_said(words.of_a_life()) if people else set()
    for person in people:
        span = terms.named[person]
        films = [named for named, kind in terms.named_kinds.items() if kind == "film" and not terms.named[named].isdisjoint(span)]
        if of_life - span and (films or "count" in terms.operations):
            # «How many awards in his career?» asks for no post.
            terms.passed |= of_life - span
        if films and (min(span) - 1 in terms.apposed or (_is_told_to_be_the_man(terms, span | terms.named[films[0]], person, of_life))):
            for film in films:
                terms.unname(film)


def _is_told_to_be_the_man(terms: Terms, span: set[int], person: str, of_life: set[int]) -> bool:
    """Whether what somebody is stands right after his name, or a word is of a life, where no film is spoken of."""
    if any(m.pattern.value == "film" for m in terms.reading.of("kind")):
        return False
    tokens, told = terms.reading.tokens, terms.of[person].where
    is_it = {i for i in (max(span), max(span) + 1) if i < len(tokens) and i > min(span) and says(tokens[i], words.occupations())}
    is_it = {i for i in is_it if any("what" in told.get(stem, ()) for stem in stems_of(tokens[i]))}
    terms.apposed |= is_it
    return bool(of_life - span or is_it)


def _names_of(terms: Terms, record: str) -> list[str]:
    one = terms.base.records[record]
    return [*one.names.all(), *one.aliases]


def _is_form_with_an_error(key: str, name: str) -> bool:
    """Whether a word is a name with one letter wrong, and with an ending of at most three letters: «Тагеева» of «Тагиев»."""
    return key[0] == name[0] and any(OSA.distance(key[: len(key) - cut], name, score_cutoff=1) <= 1 for cut in range(4) if len(key) - cut >= SHORTEST)


def find_what_the_named_hold(terms: Terms) -> None:
    terms.holds = any(terms.holds_asked(terms.of[record]) for record in terms.named)


def unname_who_is_called_as_the_festival(terms: Terms) -> None:
    """«The sixth Korkyt Ata» is no man, nor is he whose best film is asked for."""
    if FESTIVAL in terms.named and (terms.ordinals or not TELLING_FESTIVALS.isdisjoint(terms.cues)):
        for one in [named for named, span in terms.named.items() if span == terms.named[FESTIVAL] and terms.of[named].kind == "person"]:
            terms.unname(one)
