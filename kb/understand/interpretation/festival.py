"""What is asked of the festival as such, of the newest one, or of one year: «when is the festival?», «when does Korkyt Ata 2026 start?»."""

from __future__ import annotations

from dataclasses import replace

from kb.understand.ask import FESTIVAL, Ask, Candidate
from kb.understand.claims import OF_CUE
from kb.understand.evidence import EDITION_LIKE
from kb.understand.weights import MARGIN, OF_KIND
from kb.understand.word_lists import folded_list


class FestivalMeant:
    """Puts right which festival a question means."""

    def __init__(self) -> None:
        self._coming, self._days = folded_list("coming"), folded_list("days_and_months")

    def newest(self, ask: Ask, best: Candidate, candidates: list[Candidate]) -> Candidate:
        """«Where is the festival held?»: of editions that differ in a word the newest is meant."""
        alike = [c for c in candidates if ask.of[c.record].kind == "edition" and c.property == best.property and best.score - c.score < MARGIN]
        best = max(alike, key=lambda c: ask.of[c.record].newest, default=best)
        if not best.property or ask.of[best.record].known(best.property) or self._is_coming(ask):
            return best
        # «How many days did it last?» asks of one that was.
        held = [one for one in ask.members("edition") if one.known(best.property)]
        return replace(best, record=max(held, key=lambda one: one.newest).id) if held else best

    def by_edition(self, ask: Ask, best: Candidate) -> Candidate:
        """How often it was held is told by the festival; what is asked of one year, or of a country that is none of its main ones, by an edition."""
        if best.property == "editions":
            return replace(best, record=FESTIVAL) if FESTIVAL in ask.base.records and ask.of[FESTIVAL].known("editions") else best
        if len(ask.reading.years) == 1:
            of_year = [e for e in ask.members("edition") if set(ask.reading.years.values()) <= set(e.years) and e.known(best.property or "")]
            return replace(best, record=of_year[0].id) if len(of_year) == 1 and ask.linked(of_year[0].id, FESTIVAL) else best
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
        coming = self._is_coming(ask)
        alone = len({frozenset(span) for span in ask.named.values()}) == 1 and "earliest" not in ask.operations
        # «Қай жылы» can ask for its first year, «қай айда» asks for none.
        bare = all(len(m.span) == 1 or not self._days.isdisjoint(m.pattern.keys) for m in ask.reading.of("question"))
        if best.property == "founded" and alone and bare and (coming or ask.strength.get("founded", 0.0) < OF_CUE):
            # «When is the festival?» asks for the last one, not for the first.
            dated = [e for e in ask.members("edition") if e.known("dates") and ask.linked(e.id, FESTIVAL)]
            return replace(best, record=max(dated, key=lambda e: e.newest).id, property="dates", asked=True) if dated else best
        if best.property in ("founded", "dates") and len(countries) == 1:
            # «When was it in Kazakhstan?»
            held = [e for e in ask.members("edition") if "city" in e.facts and any(ask.linked(city, countries[0]) for city in e.facts["city"].refs)]
            return replace(best, record=held[0].id, property="dates") if len(held) == 1 and held[0].known("dates") else best
        if best.property != "country" or not ask.reading.yes_no or len(countries) != 1 or countries[0] in ask.of[FESTIVAL].facts["country"].refs:
            return best
        editions = sorted(ask.members("edition"), key=lambda edition: -edition.newest)
        return next((replace(best, record=e.id) for e in editions if "country" in e.facts and countries[0] in e.facts["country"].refs), best)

    @staticmethod
    def of_the_year(ask: Ask, best: Candidate) -> Candidate | None:
        """What is asked of the festival in one year, where another record than a festival is the best answer: «when does Korkyt Ata 2026 start»."""
        if (
            FESTIVAL not in ask.named
            or len(ask.reading.years) != 1
            or ask.of[best.record].kind in EDITION_LIKE
            or len(set(map(frozenset, ask.named.values()))) > 1
        ):
            return None
        year = str(next(iter(ask.reading.years.values())))
        for edition in (e for e in ask.members("edition") if year in e.id and ask.linked(e.id, FESTIVAL)):
            asked = [prop for prop, strength in ask.strength.items() if strength >= OF_KIND and prop in edition.facts]
            if len(asked) == 1:
                return Candidate(edition.id, asked[0], "fact", 1.0, best.score, dict.fromkeys(ask.content, 1.0), asked=True)
        return None

    @staticmethod
    def asks_all_cities(ask: Ask, best: Candidate) -> bool:
        """«In which cities has the festival been?», «from the first to the fifth»: of no one year."""
        of_one = ask.reading.years or len(ask.ordinals) == 1 or best.record in ask.named or "place" in ask.named_kinds.values()
        cities = best.property == "city" and ask.of[best.record].kind == "edition" and "place" in ask.kinds and "list" in ask.operations
        return cities and not of_one and FESTIVAL in ask.base.records and ask.of[FESTIVAL].known("city")

    def _is_coming(self, ask: Ask) -> bool:
        """Whether a word says that it is still to come."""
        return ask.reading.has_key(self._coming)
