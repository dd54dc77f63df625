"""What is asked of those that were told before: «which of them got prizes?», «кто из них был в Венеции?», «who directed it?» after a few films."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kb.base import Base
from kb.language.fold import fold_phrase
from kb.query import IN_ORDER, Query
from kb.understand.ask import KAZAKHSTAN, Ask
from kb.understand.evidence import SIGNED, Evidence
from kb.understand.lexicon import properties, words
from kb.understand.shapes.festival_lists import won_at_its_festival
from kb.understand.shapes.told_before import as_shown, in_order, several, told
from kb.understand.weights import ASKED_RATHER
from kb.understand.word_lists import folded_list, listed

# Kinds of which a word for one means others than those that were told, if none of these is of the kind.
_THINGS = {"film", "agreement"}
_WHICH_ONES = {fold_phrase("which one"), fold_phrase("which ones")}
# What asks for any prize.
_WINNING = ("awards", "winner")
# So many records of a list are told side by side.
SIDE_BY_SIDE = 8


class AfterLists:
    """Recognises such questions."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._usual: list[str] = words()["usual_properties"]["agreement"]
        self._which = folded_list("which")
        self._singular = listed("thing_pronouns", "pronouns")
        self._one_of_them, self._them, self._anybody = listed("one_of_them"), listed("them"), listed("anybody")
        self._among, self._inside = listed("part_of"), listed("inside")
        self._denied, self._none = listed("denied", "negations"), listed("none")

    def of_them(self, ask: Ask, context: Query | None) -> Query | None:
        """Those of the last list that hold what is asked, or tell of what is named."""
        said = ask.reading.listed
        which = self._asks_which(ask, context, said)
        if context is None or not (which or self._refers(ask, context, said)):
            return None
        prop = self._asked_of_them(ask, context)
        named = {stem for record in ask.named for stem in ask.of[record].short}
        named |= {stem for mention in ask.reading.of("foreign") for i in mention.span for stem in ask.stems.get(i, ())}
        before = [ask.of[record] for record in told(self._base, context) if record in self._base.records]
        anybody = not which and self._them.intersection(said) <= self._anybody
        if self._is_of_others(ask, before) or (anybody and prop and not any(one.kind in properties()[prop].kinds for one in before)):
            # «What sights did they show the guests?» is asked of no papers.
            return None
        if prop in _WINNING:
            # «… in Shanghai».
            strange = ask.reading.capitals & {*ask.telling} - ask.named_positions - ask.of_kinds
            named |= {stem for i in strange for stem in ask.stems.get(i, ())}
        films = [one.id for one in before if one.kind == "film" and (not ask.film_types or one.type in ask.film_types)]
        if prop in _WINNING and (won := won_at_its_festival(ask, context, films)):
            return Query("set", won) if len(won) > 1 else Query("fact", won, "awards")
        return _those_that_hold(ask, before, prop, named, anybody)

    def _asks_which(self, ask: Ask, context: Query | None, said: Sequence[str]) -> bool:
        """Whether it is asked which ones, in these words or by what follows a list."""
        if _is_after_list(context) and not ask.named and (self._which_won(ask, context) or self._which_of_type(ask)):
            return True
        return any(tuple(said[i : i + 2]) in _WHICH_ONES for i in range(len(said)))

    def _refers(self, ask: Ask, context: Query, said: Sequence[str]) -> bool:
        """Whether a word stands for those that were told."""
        return bool(self._them.intersection(said)) or (_is_after_list(context) and not ask.named and bool(self._one_of_them.intersection(said)))

    def _asked_of_them(self, ask: Ask, context: Query) -> str:
        """The property that is most surely asked for; empty where none is."""
        prop = max(ask.strength, key=ask.strength.__getitem__, default="")
        if self._is_of_films(context) and (prop in ("winner", "signatories") or not prop) and (ask.kinds.keys() == {"award"} or self._which_won(ask, context)):
            # «Which of them won?», «какая из них с призом?»
            return "awards"
        return prop

    def _is_of_others(self, ask: Ask, before: list[Evidence]) -> bool:
        """«Where did they shoot Cadet?», «who heads TURKSOY these days?»: of what is named, and not of those that were told."""
        things = _THINGS & ask.kinds.keys()
        of_its_own = not set(ask.named_kinds.values()) <= {"country", "place"} or (things and not any(one.kind in things for one in before))
        return bool(of_its_own) and not self._is_among(ask)

    def _is_among(self, ask: Ask) -> bool:
        """«Which of them», «олардың ішінен»: some of those that were told, where no word of the message says of what."""
        said = ask.reading.listed
        for at, word in enumerate(said):
            if at and said[at - 1] in self._among and word in self._them and said[at - 2 : at - 1] != ["all"]:
                return True
            if word in self._inside and at - 1 not in ask.of_kinds:
                return True
        return False

    def _which_won(self, ask: Ask, context: Query | None) -> bool:
        """«And which won something?», «any prizes?» after a list of films."""
        which = ("award" in ask.kinds and ask.of_kinds.issuperset(ask.telling)) or any(token.key in self._which for token in ask.reading.tokens[:2])
        won = ask.kinds.keys() == {"award"} or (not ask.kinds and bool({"awards", "winner"} & ask.cues.keys()))
        return context is not None and self._is_of_films(context) and which and won and not (ask.types or ask.reading.years)

    def _is_of_films(self, context: Query) -> bool:
        """Whether a list of films is what the chat told."""
        records = [self._base.evidence[record] for record in context.records if record in self._base.records]
        return context.kind == "film" or (context.operation == "set" and bool(records) and all(one.kind == "film" for one in records))

    def _which_of_type(self, ask: Ask) -> bool:
        """«And which were documentaries?» after a list of films."""
        compared = ask.operations.get("compare", set())
        which = bool(compared) or any(token.key in self._which for token in ask.reading.tokens[:2])
        return which and bool(ask.film_types) and not (ask.types or ask.reading.years) and (ask.of_kinds | compared).issuperset(ask.telling)

    def asks_of_no_type(self, ask: Ask, context: Query | None) -> bool:
        """Whether documentaries are asked for of films that were listed, none of which is told to be one."""
        if context is None or context.operation not in ("list", "set") or ask.named or not ask.film_types:
            return False
        before = [ask.of[record] for record in told(self._base, context) if record in self._base.records]
        asks = self._which_of_type(ask) or ask.reading.has_listed(self._them)
        return asks and bool(before) and all(one.kind == "film" and one.type not in ask.film_types for one in before)

    def of_it(self, ask: Ask, context: Query | None) -> Query | None:
        """«Did it win?», «who directed it?» after a few films: of each that knows it; «which ones?», «how many of them?»: those that were listed."""
        if context is None or context.operation not in ("list", "set", "fact") or ask.named or ask.kinds or ask.reading.years or ask.ordinals:
            return None
        said = set(ask.reading.listed)
        if context.operation == "fact":
            # The fact that names several says how many there are.
            counted = ask.types == {"count"} and not (ask.cues or ask.telling or said.isdisjoint(self._them))
            return context if counted and several(self._base, context) else None
        if ask.operations.keys() == {"compare"} and ask.operations["compare"].issuperset(ask.telling) and not (ask.types or ask.cues):
            return context
        if ask.types == {"count"} and not (ask.cues or ask.telling) and not said.isdisjoint(self._them):
            # «Сколько их?»
            return replace(context, operation="count") if context.operation == "list" else context
        before = several(self._base, context)
        asked = {prop: strength for prop, strength in ask.strength.items() if any(one.known(prop) for one in before)}
        if said.isdisjoint(self._singular) or not 1 < len(before) <= IN_ORDER or not asked:
            return None
        prop = max(asked, key=asked.__getitem__)
        knowing = tuple(one.id for one in before if one.known(prop))
        return Query("compare", knowing, prop) if len(knowing) > 1 else Query("fact", knowing, prop)

    def of_each(self, ask: Ask, context: Query | None) -> Query | None:
        """«Who signed for the Kazakh side?» after the five memorandums of Aktau: of each what is asked, and of no other paper."""
        if context is None or ask.named.keys() - {KAZAKHSTAN} or ask.reading.years or ask.ordinals or ask.kinds.keys() - {"agreement"} or ask.operations:
            return None
        before = several(self._base, context)
        alike = [one for one in before if one.type in SIGNED] if before and before[0].kind == "agreement" else []
        prop = max(ask.strength, key=ask.strength.__getitem__, default="")
        # The rebate is paid under no memorandum.
        asked = (prop in self._usual or any(one.known(prop) for one in alike)) and ask.strength[prop] >= ASKED_RATHER
        whole = all(i in ask.cued or i in ask.named_positions or i in ask.slight for i in ask.telling)
        if not asked or not whole or not 1 < len(alike) <= SIDE_BY_SIDE or self._singular.intersection(ask.reading.listed):
            return None
        shown = alike if in_order(context, before) else as_shown(self._base, alike, ask.reading.language or "en")
        return Query("compare", tuple(one.id for one in shown), prop)

    def of_those_without(self, ask: Ask, context: Query | None) -> bool:
        """Whether those of a list are asked for that lack something: «which of them got no prizes»; «не» is no denial in Kazakh."""
        said = set(ask.reading.listed)
        denied = not said.isdisjoint(self._none) or (ask.reading.language != "kk" and not said.isdisjoint(self._denied))
        return denied and context is not None and not said.isdisjoint(self._them) and len(told(self._base, context)) > 1


def _is_after_list(context: Query | None) -> bool:
    return context is not None and context.operation in ("list", "count", "set")


def _those_that_hold(ask: Ask, before: list[Evidence], prop: str, named: set[str], anybody: bool) -> Query | None:
    """Those of them that hold a property, or tell of what is named; all side by side, if each holds what is asked for."""
    types = ask.film_types
    of_type = [one for one in before if not types or one.type in types]
    kept = [one.id for one in of_type if _holds(one, prop, named)]
    if not kept and named:
        # «Went to» can ask for a prize.
        prop, kept = "", [one.id for one in of_type if _holds(one, "", named)]
    asked_of = [one for one in of_type if prop and one.kind in properties()[prop].kinds]
    alike = len({one.kind for one in asked_of}) == 1
    if prop and 1 < len(kept) <= len(asked_of) <= SIDE_BY_SIDE and alike and not (named or types) and properties()[prop].answers in ask.types:
        # «Who directed them?», where the answer before told of places too, and of one that nothing tells who did.
        return Query("compare", tuple(kept), prop)
    if not kept or len(kept) == len(of_type):
        return (None if anybody else _telling_most(ask, of_type)) or (Query("set", tuple(kept)) if kept and (prop or named or types) else None)
    return Query("set", tuple(kept)) if len(kept) > 1 else Query("fact", (kept[0],), prop) if prop else Query("card", (kept[0],))


def _holds(record: Evidence, prop: str, named: set[str]) -> bool:
    """Whether a record knows a property, and what is named stands in its facts, in this one if it is given."""
    if prop and not record.known(prop):
        return False
    return not named or any(place == prop if prop else not place.startswith("@") for stem in named for place in record.where.get(stem, ()))


def _telling_most(ask: Ask, listed: list[Evidence]) -> Query | None:
    """«Which of them is about tourism»: those whose facts have most of the words, and of one the fact that has them."""
    asked = (i for i in ask.content if i not in ask.slight and i not in ask.generic and i not in ask.of_kinds)
    stems = sorted({stem for i in asked for stem in ask.stems[i]})
    told = {one.id: [place for stem in stems for place in one.where.get(stem, ()) if not place.startswith("@")] for one in listed}
    most = max(map(len, told.values()), default=0)
    best = [record for record, places in told.items() if len(places) == most]
    if not most or len(best) == len(listed):
        return None
    if len(best) > 1:
        return Query("set", tuple(best))
    place = max(told[best[0]], key=told[best[0]].count)
    return Query("highlight" if place.isdigit() else "fact", (best[0],), place)
