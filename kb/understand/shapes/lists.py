"""«Which Turkish films were shown in Aktau»: the records of a kind that stand in links with all that is named."""

from __future__ import annotations

from kb.base import Base
from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask, Candidate
from kb.understand.evidence import AGED, EDITION_LIKE, SIGNED
from kb.understand.lexicon import properties, words
from kb.understand.shapes.competitions import Competitions, competing
from kb.understand.shapes.coverage import SHOWING, SIGNING, covered, leaves_to
from kb.understand.shapes.festivals import editions_told
from kb.understand.shapes.papers import papers_of, papers_of_country
from kb.understand.shapes.prizes import awarded, best_documentary
from kb.understand.weights import ASKED_CLEARLY

_LISTED = ("film", "agreement", "person")
# So much of the content has to be of the list.
_COVERED = 0.7
# Beside these, the films of a competition are not what is asked for.
_NOT_COMPETING = {"winner", "jury", "jury_chair", "participants"}
# An answer that is asked for and scores more is no list.
_SURE = 1.15


class Lists:
    """Recognises what is listed or counted."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._competitions = Competitions()
        self._counted: dict[str, str] = words()["counted"]

    def listing(self, ask: Ask, best: Candidate | None) -> Query | None:
        """The records that are asked for, or how many they are; of one a card."""
        if not {"list", "count"} & set(ask.operations) or ask.reading.yes_no:
            return None
        kinds = [kind for kind in ask.kinds if kind in _LISTED]
        signed_in = set(ask.reading.years.values()) if kinds == ["agreement"] else set[int]()
        told = ask.named or signed_in or (kinds == ["film"] and (ask.types_of.get("film") or ask.reading.years))
        if whole := papers_of_country(ask) if kinds == ["agreement"] else _of_winners(ask) if kinds == ["film"] else None:
            return whole
        if (kinds == ["agreement"] and _asks_how_long(ask)) or (kinds == ["film"] and _asks_for_countries(ask)):
            return None
        if len(kinds) != 1 or not told or (best and best.follows and best.asked):
            return None
        if kinds == ["film"] and "count" in ask.operations and (of_guests := _of_guests(ask)):
            return of_guests
        return None if best and not signed_in and _is_of_another_kind(ask, kinds[0], best) else self._of_kind(ask, kinds[0], signed_in, best)

    def of_competition(self, ask: Ask) -> Query | None:
        """«What did Kazakhstan enter in the competition?», «Ақтауда байқауға біздің елден қай туындылар түсті?»: the films of one country that competed."""
        kinds = [kind for named, kind in ask.named_kinds.items() if ask.named[named] != ask.named.get(FESTIVAL)]
        if kinds.count("country") != 1 or not {*kinds} <= {"country", "place", "edition", "festival"} or ask.reading.yes_no or ask.types - {"count"}:
            return None
        if ask.operations.keys() - {"list", "count"} or _NOT_COMPETING & ask.cues.keys() or ask.ordinals or not self._competitions.contend(ask):
            return None
        explained = ask.named_positions | ask.of_kinds | ask.cued | ask.generic
        if sum(i not in explained for i in ask.telling) > 1:
            return None
        films = competing(ask, self._filters(ask, "film"), [])
        if "count" in ask.operations:
            films.sort()
        return Query("set", tuple(films)) if len(films) > 1 else Query("card", tuple(films)) if films else None

    def _of_kind(self, ask: Ask, kind: str, signed_in: set[int], best: Candidate | None) -> Query | None:
        """Those of one kind that fit, where no answer to a single question is the better one."""
        filters = self._filters(ask, kind)
        if "count" in ask.operations:
            if "award" in ask.kinds:
                return None
            if counted := self._counted_by_one(ask, kind, filters):
                return counted
        if _asks_else(ask, kind, signed_in):
            return None
        narrowed: list[str] = []
        if signed_in:
            found = _signed_in(ask, signed_in, filters)
        elif narrowed := _narrowed(ask, kind, filters):
            found = narrowed
        elif ask.film_types and kind == "film":
            # «The Kyrgyz shorts»: there are none, whatever other films there are.
            return None
        else:
            found = [record for record in self._base.members(kind, [(near,) for near in filters], len(filters) + 2) if record not in filters]
        if kind == "agreement" and not signed_in and _is_of_one_paper(ask, filters):
            return None
        if len(found) == 1 and ask.lists_shown and covered(ask, kind) >= _COVERED:
            # «What did Hungary bring to Aktau?»
            return Query("card", (found[0],))
        if len(found) < 2 or covered(ask, kind) < _COVERED or (best and leaves_to(ask, kind, best)):
            return None
        if self._competitions.contend(ask) and len(of_them := competing(ask, filters, narrowed if ask.film_types else [])) > 1:
            # «Which documentaries competed in Aktau?»
            return Query("set", tuple(of_them))
        if signed_in or narrowed:
            return Query("set", tuple(found))
        return Query("count" if "count" in ask.operations else "list", kind=kind, filters=tuple(filters))

    def _filters(self, ask: Ask, kind: str) -> list[str]:
        """What the members must be linked with; the competition, or the festival, that is not told is the newest one."""
        told = filters_of(ask)
        of_none = not ask.reading.years and {ask.of[near].kind for near in told} <= {"country", "festival"}
        of_newest = self._competitions.contend(ask) or (ask.lists_shown and not EDITION_LIKE.isdisjoint(ask.kinds))
        if kind == "film" and of_newest and of_none:
            with_programme = [e for e in ask.members("edition") if any(ask.of[event].known("competition") for event in e.near.get("event", ()))]
            told += [max(with_programme, key=lambda e: e.newest).id] if with_programme else []
        return told

    def _counted_by_one(self, ask: Ask, kind: str, filters: list[str]) -> Query | None:
        """The number that one of those that are named tells itself."""
        counted = self._counted.get(kind, "")
        for holder in (near for near in filters if ask.of[near].known(counted)):
            if all(near == holder or ask.linked(near, holder) for near in filters):
                return Query("fact", (holder,), counted)
        return None


def filters_of(ask: Ask) -> list[str]:
    """What the members must be linked with; a festival city stands for the festival held there."""
    out = []
    for named in ask.named:
        record = ask.of[named]
        held = record.near.get("edition", []) if record.kind == "place" else []
        out.append(held[0] if len(held) == 1 else named)
    if "film" in ask.kinds and (ask.lists_shown or "edition" in ask.kinds or {"competition", "festivals"} & set(ask.cues)):
        years = set(ask.reading.years.values())
        places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
        of_years = (edition for edition in ask.members("edition") if not years.isdisjoint(edition.years))
        out += [edition.id for edition in of_years if not places or any(ask.linked(edition.id, place) for place in places)]
    return list(dict.fromkeys(out))


def _of_winners(ask: Ask) -> Query | None:
    """The films that won something; «how many prizes did Kazakh films win» counts no films."""
    counts_awards = "count" in ask.operations and "award" in ask.counted
    if not counts_awards and (won := awarded(ask, filters_of(ask))):
        return Query("set", tuple(won))
    return best_documentary(ask)


def _asks_how_long(ask: Ask) -> bool:
    """«For how many years was it signed?»"""
    return "count" in ask.operations and "period" in ask.cues


def _asks_for_countries(ask: Ask) -> bool:
    """«Which countries sent films» asks for no films."""
    if any(at in ask.operations["list"] for i in ask.kinds.get("country", ()) for at in (i - 1, i) if i < min(ask.kinds["film"])):
        return True
    # «Ақтауға фильм әкелген елдер»: what is asked for stands last.
    return ask.reading.language == "kk" and bool(ask.kinds.get("country")) and max(ask.kinds["country"]) > max(ask.kinds["film"])


def _of_guests(ask: Ask) -> Query | None:
    """«How many films did Turkmenistan bring to Aktau?»: those of one country at the festival of another."""
    filters = filters_of(ask)
    countries = [near for near in filters if ask.of[near].kind == "country"]
    editions = [near for near in filters if ask.of[near].kind == "edition"]
    if len(countries) != 1 or len(editions) != 1 or len(filters) != 2 + (FESTIVAL in filters) or not ask.of[editions[0]].known("city"):
        return None
    told = Query("count", kind="film", filters=(countries[0], editions[0]))
    hosted = countries[0] in ask.of[editions[0]].facts["city"].refs
    return told if not hosted and ask.base.members("film", [(near,) for near in told.filters], 1) else None


def _is_of_another_kind(ask: Ask, kind: str, best: Candidate) -> bool:
    """Whether the best answer is surely asked for, and tells of something else than the kind."""
    # «The best film in Baku»: a prize, and no films there.
    prize = best.property == "best_film" and ask.strength.get("best_film", 0.0) >= ASKED_CLEARLY and not {"count", "most"} & ask.operations.keys()
    sure = best.asked and best.operation != "card" and (best.score > _SURE or prize)
    return sure and not ask.lists_shown and ask.of[best.record].kind != kind


def _asks_else(ask: Ask, kind: str, signed_in: set[int]) -> bool:
    """Whether a property is asked for that the members or what is named can have: «the films of Kazakhstan» are nobody's works."""
    shown = (*SHOWING, *SIGNING) if signed_in else SHOWING
    held_by = {kind, *ask.named_kinds.values()}
    return not ask.lists_shown and any(
        strength >= 0.5 and prop not in shown and held_by & set(properties()[prop].kinds) for prop, strength in ask.strength.items()
    )


def _signed_in(ask: Ask, years: set[int], filters: list[str]) -> list[str]:
    """The papers of these years that stand in links with all that is named."""
    papers = [r for r in papers_of(ask, years) if r.type in SIGNED and all(ask.linked(near, r.id) for near in filters)]
    found = [r.id for r in papers if not ask.types_of["agreement"] or r.type in ask.types_of["agreement"]]
    # «At the festival of 2025»: not those of the rest of the year.
    held = [edition.id for edition in editions_told(ask)] if "edition" in ask.kinds else []
    return [paper for paper in found if any(ask.linked(paper, edition) for edition in held)] if held else found


def _narrowed(ask: Ask, kind: str, filters: list[str]) -> list[str]:
    """The films of a type or of a year that stand in links with all of `filters`, where the message tells one: «Turkish shorts in Aktau»."""
    types = ask.film_types if kind == "film" else frozenset[str]()
    years = set(ask.reading.years.values()) if kind == "film" and not any(ask.of[near].kind in EDITION_LIKE for near in filters) else set()
    if not (types or years):
        return []
    films = ask.members(kind, [(near,) for near in filters])
    found = [film for film in films if (not types or film.type in types) and (not years or int(film.date(AGED["film"])[:4] or 0) in years)]
    return [film.id for film in found if film.id not in filters]


def _is_of_one_paper(ask: Ask, filters: list[str]) -> bool:
    """«The gist of the memorandum with Türkiye»: there is one of the type, whatever other papers there are."""
    narrowed_to = ask.types_of.get("agreement", set())
    return bool(narrowed_to) and sum(paper.type in narrowed_to for paper in ask.members("agreement", [(near,) for near in filters])) < 2
