"""What a yes/no question claims to be the value of a fact: «was the memorandum with Iran signed in Aktau?» claims Aktau."""

from __future__ import annotations

from kb.understand.ask import FESTIVAL, Ask
from kb.understand.candidates.editions import is_told
from kb.understand.candidates.relations import Relations
from kb.understand.evidence import EDITION_LIKE, Evidence, Value
from kb.understand.lexicon import properties

_NOWHERE: frozenset[int] = frozenset()
# What a yes/no question can claim without naming the property, by the kind of record: «was the memorandum with Iran signed in Aktau», «was Hungary there».
_IDENTIFIED: dict[str, tuple[str, ...]] = {"agreement": ("place",)} | dict.fromkeys(("edition", "event"), ("place", "country"))


class ClaimedValues:
    """Finds what is claimed of a fact."""

    def __init__(self, relations: Relations) -> None:
        self._claims = relations.claims

    def of(self, ask: Ask, record: Evidence, prop: str, fact: Value) -> dict[int, str]:
        """Position → record, or year, that a yes/no question claims to be the value of this fact.

        All else that it names has to be this record or linked with it.
        """
        if not ask.reading.yes_no or fact.unknown or (prop == "festivals" and record.kind != "film"):
            return {}
        out = self._records(ask, record, prop)
        if out is None:
            return {}
        only_places = out and all(ask.named_kinds[named] == "place" for named in out.values())
        if only_places and record.kind == "edition" and FESTIVAL in ask.named and is_told(ask, record, set(out.values())):
            return out
        if self._asks_for_a_year(ask, record, prop, fact):
            out |= self._other_years(ask, record)
        if not out:
            return out
        about = record.id in ask.named or (record.kind in ask.kinds and bool(ask.named.keys() - set(out.values())))
        return out if about or (record.kind in EDITION_LIKE and not ask.named.keys() - set(out.values())) else {}

    def _records(self, ask: Ask, record: Evidence, prop: str) -> dict[int, str] | None:
        """Position → record that is claimed; None where something is named that neither is claimed nor belongs to the record."""
        out: dict[int, str] = {}
        for named, positions in ask.named.items():
            if named == record.id:
                continue
            kind = ask.named_kinds[named]
            if record.kind in ("person", "film") and prop == "country" and not ask.cues and kind == "country":
                out |= dict.fromkeys(positions, named)
                continue
            sure = prop in ask.strength or kind in _IDENTIFIED.get(record.kind, ())
            if sure and prop in self._claims.get(kind, ()):
                out |= dict.fromkeys(positions, named)
            elif not any(positions & ask.named.get(other, _NOWHERE) for other in (record.id, FESTIVAL)) and not ask.linked(record.id, named):
                return None
        return out

    @staticmethod
    def _asks_for_a_year(ask: Ask, record: Evidence, prop: str, fact: Value) -> bool:
        """«Was it signed in 2020?»; «was he there in 2024?» asks for no birth."""
        asked = prop in ask.strength or (record.kind != "person" and (record.id in ask.named or record.kind in ask.kinds))
        return bool(ask.named and ask.reading.years and fact.date) and properties()[prop].answers == "when" and asked

    @staticmethod
    def _other_years(ask: Ask, record: Evidence) -> dict[int, str]:
        """The years of the message that are none of the record's, or of its like that is linked with what is named."""
        near = {other for named in ask.named for other in ask.of[named].near.get(record.kind, ())}
        taken = set(record.years).union(*(ask.of[other].years for other in near))
        return {i: str(year) for i, year in ask.reading.years.items() if year not in taken}
