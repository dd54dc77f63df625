"""How long a festival is claimed to have lasted: «фестиваль шёл целую неделю?», "did the festival last ten days?", «фестиваль төрт күнге созылды ма?»"""

from __future__ import annotations

from functools import cache

from kb.language.fold import fold
from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask, held
from kb.understand.evidence import Evidence
from kb.understand.lexicon import words
from kb.understand.reading import bounds, numerals
from kb.understand.shapes.festivals import editions_told
from kb.understand.word_lists import listed

_NAMED = {"edition", "festival", "place"}


def duration(ask: Ask) -> Query | None:
    """The days of the festival that is meant, judged by how many they are, if that is claimed; «how many days did it last?» claims nothing."""
    reading = ask.reading
    by_tone = reading.text.rstrip().endswith("?") and not (ask.types or reading.of("question"))
    unit = _unit(ask)
    counted = ask.types == {"count"} and bool(ask.where_said(_lasting() | held()))
    if not (reading.yes_no or by_tone or counted) or unit is None or ask.months or reading.story:
        return None
    kinds = {ask.named_kinds[named] for named in ask.named_but_eponym}
    spoken = "edition" in ask.kinds or "edition" in kinds or FESTIVAL in ask.named
    if not spoken or not kinds <= _NAMED or ask.kinds.keys() - {"edition", "festival"}:
        return None
    at, days = unit
    number, before = _number(ask, at)
    if not counted and ((days == 1 and before == at) or reading.has_listed(listed("which"))):
        # «В какие дни шёл фестиваль?»
        return None
    said = ask.named_positions | ask.of_kinds | reading.years.keys() | {at, before} | ask.where_said(_lasting()) | ask.where_said(held())
    said |= ask.operations.get("count", set()) | {i for at in ask.ordinals.values() for i in at if ask.ordinals_of_edition}
    edition = _festival(ask)
    if edition is None or not said.issuperset(ask.content):
        return None
    if counted:
        return Query("fact", (edition.id,), "dates")
    keys = reading.keys_between(0, len(reading.tokens))
    sign = next((sign for sign in "<>" if not keys.isdisjoint(bounds()[sign] | _longer().get(sign, frozenset()))), "=")
    return Query("fact", (edition.id,), "dates", claim=f"{sign}{number * days}")


def _unit(ask: Ask) -> tuple[int, int] | None:
    """Where the only word for days, weeks or months stands, and how many days such a one has."""
    found = [(i, days) for i, token in enumerate(ask.reading.tokens) for days, said in _units().items() if token.means(said) and i not in ask.named_positions]
    return found[0] if len(found) == 1 else None


def _number(ask: Ask, at: int) -> tuple[int, int]:
    """How many of them there were, and where that stands: one, where no number does."""
    before = ask.reading.tokens[at - 1] if at else None
    if before is None:
        return 1, at
    number = int(before.text) if before.text.isascii() and before.text.isdigit() else numerals().get(before.key)
    return (number, at - 1) if number and at - 1 not in ask.reading.years else (1, at)


def _festival(ask: Ask) -> Evidence | None:
    """The festival that is named or told; the newest of those whose days are known, where nothing tells one."""
    named = [ask.of[named] for named, kind in ask.named_kinds.items() if kind == "edition"]
    known = [edition for edition in named or editions_told(ask) if edition.known("dates")]
    told = named or ask.reading.years or ask.ordinals or ask.held.keys() - {FESTIVAL}
    return known[0] if known and (len(known) == 1 or not told) else None


@cache
def _units() -> dict[int, frozenset[str]]:
    return {int(days): frozenset(map(fold, listed)) for days, listed in words()["lasting"]["units"].items()}


@cache
def _lasting() -> frozenset[str]:
    """Words for lasting, for a whole week, and for more or less of it."""
    said = words()["lasting"]
    return frozenset(map(fold, said["verbs"])).union(bounds()[">"], bounds()["<"], *_longer().values())


@cache
def _longer() -> dict[str, frozenset[str]]:
    return {sign: frozenset(map(fold, listed)) for sign, listed in words()["lasting"]["longer"].items()}
