"""Who gave a city its title of cultural capital: "who handed the title to Aktau?", «кто дал Актау титул?», «Ақтауға атақты кім берді?»"""

from __future__ import annotations

from functools import cache

from kb.language.fold import fold
from kb.language.kazakh import has_case
from kb.query import Query
from kb.understand.ask import Ask, capitals
from kb.understand.evidence import CULTURAL_CAPITAL
from kb.understand.lexicon import words
from kb.understand.word_lists import folded_list


def who_gave_the_title(ask: Ask) -> Query | None:
    """Who decided it, as the capital of that city tells; None where a city is said to have given a title, or one is asked for."""
    cities = [named for named, kind in ask.named_kinds.items() if kind == "place"]
    titles, giving = ask.where_said(_titles()), ask.where_said(folded_list("giving"))
    if ask.types != {"who"} or len(cities) != 1 or not titles or not giving or ask.reading.yes_no or not _is_receiver(ask, ask.named[cities[0]], giving):
        return None
    capital = [event for event in ask.members("event") if event.type == CULTURAL_CAPITAL and event.known("city") and cities[0] in event.facts["city"].refs]
    if len(capital) != 1 or not capital[0].known("organisers"):
        return None
    spoken = titles | giving | ask.where_said(capitals()) | ask.where_said(folded_list("of_culture")) | ask.reading.years.keys()
    others = {named for named, span in ask.named.items() if named not in (cities[0], capital[0].id) and not span <= spoken}
    known = spoken | ask.named_positions
    return Query("fact", (capital[0].id,), "organisers") if not others and known.issuperset(ask.telling) else None


def _is_receiver(ask: Ask, span: set[int], giving: set[int]) -> bool:
    """«To Aktau», «gave Aktau», «Ақтауға»; «Актау» has one form in Russian, where nobody is asked for to whom it went."""
    tokens, before = ask.reading.tokens, min(span) - 1
    typed = ask.reading.typed
    if ask.reading.language == "kk":
        return has_case(tokens[max(span)].text, "dative")
    if ask.reading.language == "en":
        return before >= 0 and (typed[before] == "to" or before in giving)
    return words()["handing_over"]["to_whom"][0] not in typed


@cache
def _titles() -> frozenset[str]:
    return frozenset(map(fold, words()["handing_over"]["titles"]))
