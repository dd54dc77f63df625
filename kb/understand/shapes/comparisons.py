"""«How does A differ from B», «where were more films, in A or in B»: two records of one kind."""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.evidence import AGED, DATES
from kb.understand.lexicon import default_properties, properties, words
from kb.understand.shapes.pairs import WHEN_AND_WHERE, Pair, know_when_and_where, pair_of
from kb.understand.weights import ASKED_RATHER
from kb.understand.word_lists import as_listed, listed


class Comparisons:
    """Recognises what is compared, and by which property."""

    def __init__(self) -> None:
        self._counted: dict[str, str] = words()["counted"]
        self._before, self._or, self._same = listed("before"), listed("or"), listed("same")

    def compare(self, ask: Ask) -> Query | None:
        """Two records side by side, by a property if one is named."""
        asked = {"compare", "most", "least", "age"} & ask.operations.keys()
        if self._asks_which_was_first(ask):
            asked.add("age")
        if not (asked or self._offers_two(ask) or self._says_same(ask)):
            return None
        named = sorted(_without_namesakes(ask), key=lambda record: min(ask.named[record]))
        pair = pair_of(ask, [ask.of[record] for record in named])
        if pair is None:
            return None
        both = (pair[0].id, pair[1].id)
        if _asks_years_between(ask, pair):
            return Query("compare", both, "born")
        if _were_both_there(ask, pair):
            return Query("compare", both, "festivals")
        if _asks_when_and_where(ask, asked, pair):
            return Query("compare", both, WHEN_AND_WHERE)
        dated = [prop for prop in AGED.get(pair[0].kind, ()) if all(record.known(prop) for record in pair)]
        if "age" in asked and dated and not _asks_else(ask, pair, dated[0]):
            return Query("compare", both, dated[0])
        if same := self._asks_for_the_same(ask, pair):
            return Query("compare", both, same)
        cued = _asked_of_both(ask, pair)
        if "compare" not in ask.operations and not cued and not ask.kinds:
            return None
        counted = [self._counted[kind] for kind in ask.kinds if kind in self._counted and all(record.known(self._counted[kind]) for record in pair)]
        if counted and ("compare" not in ask.operations or {"most", "least"} & set(ask.operations)):
            return Query("compare", both, counted[0])
        return Query("compare", both, self._by_question_word(ask, pair) or _compared_by(ask, pair, cued))

    @staticmethod
    def is_untold(ask: Ask) -> bool:
        """«Кто старше: Сатаев или Дворцевой?»: whether it is of neither told when he was born; who they are is not asked."""
        people = [ask.of[named] for named, kind in ask.named_kinds.items() if kind == "person"]
        alone = len(people) == len(ask.named) == 2 and not ask.strength.keys() - {"born", "what"} and not ask.kinds.keys() - {"person"}
        return "age" in ask.operations and alone and not any(one.known("born") for one in people)

    def _by_question_word(self, ask: Ask, pair: Pair) -> str | None:
        """«The Iran paper vs the Georgia paper: where was each signed?»"""
        asked = ask.types & {"when", "where"}
        props = default_properties(pair[0].kind, next(iter(asked))) if len(asked) == 1 and pair[0].kind == "agreement" else []
        return next((prop for prop in props if all(record.known(prop) for record in pair)), None)

    def _asks_which_was_first(self, ask: Ask) -> bool:
        """«Was Tulpan made before Ayka?», «did we sign with Georgia before Iran?»"""
        dating = "agreement" in ask.kinds or set(ask.named_kinds.values()) == {"film"} or any(ask.strength.get(prop, 0.0) >= ASKED_RATHER for prop in DATES)
        return ask.reading.yes_no and dating and ask.reading.has_listed(self._before)

    def _says_same(self, ask: Ask) -> bool:
        return ask.reading.yes_no and ask.reading.has_listed(self._same)

    def _asks_for_the_same(self, ask: Ask, pair: Pair) -> str | None:
        """«Do Tulpan and Ayka have the same director?»: what both know and the words ask for."""
        if not self._says_same(ask):
            return None
        known = [prop for prop, strength in ask.strength.items() if strength >= ASKED_RATHER and prop != "what" and all(one.known(prop) for one in pair)]
        return max(known, key=ask.strength.__getitem__, default=None)

    def _offers_two(self, ask: Ask) -> bool:
        """«Which earned more, A or B?», whatever the word for it."""
        at = [i for i, token in enumerate(ask.reading.tokens) if as_listed(token) in self._or]
        return bool(at) and any(max(one) < i < min(other) for i in at for one in ask.named.values() for other in ask.named.values() if one and other)


def _without_namesakes(ask: Ask) -> list[str]:
    """The names of a question; of people called the same only those of a body that another of them is of: «Satybaldy or Omarov»."""
    bodies = {named: set(ask.of[named].near.get("organisation", ())) for named, kind in ask.named_kinds.items() if kind == "person"}
    out = []
    for named in ask.named_but_eponym:
        span = ask.named[named]
        same = [other for other in bodies if other != named and ask.named[other] == span] if named in bodies else []
        shared = [one for one in (named, *same) if any(ask.named[other] != span and bodies[one] & bodies[other] for other in bodies)] if same else []
        if not shared or named in shared:
            out.append(named)
    return out


def _asks_when_and_where(ask: Ask, asked: set[str], pair: Pair) -> bool:
    """«When and where were the memorandums with Iran and Georgia signed?», «which was first, and where was each signed?»"""
    return know_when_and_where(pair) and "where" in ask.types and ("when" in ask.types or "age" in asked)


def _were_both_there(ask: Ask, pair: Pair) -> bool:
    """«Which was in Locarno earlier, Joqtau or Becoming?»: told by the festivals of both, and not by when they were made."""
    places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
    shown = pair[0].kind == "film" and bool(places) and "shooting" not in ask.cues and all(record.known("festivals") for record in pair)
    return shown and all(set(places) <= set(record.facts["festivals"].refs) for record in pair)


def _asks_years_between(ask: Ask, pair: Pair) -> bool:
    """«How many years are between them?», of two people."""
    return "count" in ask.types and pair[0].kind == "person" and all(one.known("born") for one in pair) and not ask.strength.keys() - {"what", "born"}


def _asks_else(ask: Ask, pair: Pair, dated: str) -> bool:
    """Whether something else than the age is asked for that both know, in other words than those that ask for `dated`."""
    who = "who" in ask.types
    asks = [prop for prop in ask.strength if prop != "what" and (who or properties()[prop].answers != "who")]
    dating = ask.cues.get(dated, {}).keys()
    asks = [prop for prop in asks if prop == dated or not dating or dating.isdisjoint(ask.cues.get(prop, ()))]
    return any(ask.strength[prop] >= ASKED_RATHER and all(record.known(prop) for record in pair) for prop in asks)


def _asked_of_both(ask: Ask, pair: Pair) -> list[str]:
    """What is asked for and both know, the most surely asked for first."""
    # Of two that are asked for as surely, the one with more words.
    said = {prop: len(ask.cues.get(prop, {}).keys() - ask.named_positions) for prop in ask.strength}
    most = {"most", "least"} & ask.operations.keys()
    # «Куда съехалось больше гостей» asks for their number, and for no city.
    numbered = {prop for prop in ask.strength if most and all(record.known(prop) and record.facts[prop].number is not None for record in pair)}
    by_strength = sorted(ask.strength, key=lambda prop: (prop not in numbered, -ask.strength[prop], -said[prop]))
    cued = [prop for prop in by_strength if all(record.known(prop) for record in pair)]
    cued = [prop for prop in cued if prop != "what"] or cued
    shown = pair[0].kind == "edition" and (ask.kinds or {"festivals", "competition"} & ask.cues.keys())
    # «Which edition screened more» counts films.
    return ["films_count"] if most and not cued and shown else cued


def _compared_by(ask: Ask, pair: Pair, cued: list[str]) -> str | None:
    """The property by which two are compared; what is asked of both can be known of one."""
    half = [
        prop for prop in sorted(ask.strength, key=lambda prop: -ask.strength[prop]) if ask.strength[prop] >= ASKED_RATHER and any(r.known(prop) for r in pair)
    ]
    prop = cued[0] if cued else "scope" if pair[0].kind == "agreement" else half[0] if half and half[0] != "what" else None
    if pair[0].kind == "agreement" and "compare" in ask.operations and (prop is None or ask.strength[prop] < ASKED_RATHER):
        return "scope"
    return prop
