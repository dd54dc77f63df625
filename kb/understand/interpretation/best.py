"""The best candidate: the answer that explains most of a question, unless another one is clearly meant."""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import CONTEXT_KINDS, FESTIVAL, MEASURES, Ask, Candidate, capitals
from kb.understand.ask.steps.festivals import TELLING_FESTIVALS
from kb.understand.candidates import Scorer
from kb.understand.claims import OF_CUE
from kb.understand.evidence import CULTURAL_CAPITAL, EDITION_LIKE
from kb.understand.interpretation.bare_names import BareNames
from kb.understand.interpretation.rivals import RIVAL, rivals_of
from kb.understand.interpretation.told_of_another import is_told_of_another
from kb.understand.refusals.mismatches import Mismatches
from kb.understand.weights import ASKED_SURELY, MARGIN, OF_KIND
from kb.understand.word_lists import typed_list

# Among so many of them one is looked for that is as good as the best one and explains more.
_FULLER = 6
# Kinds that a question about a festival speaks of: its films, and who organises it.
_OF_FESTIVAL_KINDS = {"film", "edition", "organisation", "award", "person"}
# How much more an older festival may explain by words that merely stand in its text.
_TOLD_OF_OLDER = 0.4
# What every festival has of its own.
_OF_ANY_FESTIVAL = {"venue", "city", "dates", "jury", "jury_chair", "ticket_price", "participants", "closing", "organisers", *TELLING_FESTIVALS}
# Where and when a paper was signed.
_SIGNED = ("signed_at", "signed_on")
# What tells where a film was, and when.
_SHOWN = ("premiere", "festivals", "release")


class BestAnswers:
    """Finds the best candidates for a question."""

    def __init__(self, scorer: Scorer, mismatches: Mismatches, bare_names: BareNames) -> None:
        self._scorer = scorer
        self._mismatches = mismatches
        self._bare_names = bare_names
        self._narrow = typed_list("narrow")

    def weighed(self, ask: Ask, context: Query | None) -> list[Candidate]:
        """The answers that explain most of the question, the best first."""
        candidates = self._scorer.candidates(ask, context)
        if len(candidates) > 1 and self._is_of_any(ask, candidates[0], candidates[1]):
            candidates = self._scorer.of_records(ask, context, ask.named) or candidates
        if candidates and (founding := self._founding(ask, candidates[0])):
            candidates = [founding]
        if candidates and is_told_of_another(ask, candidates[0]):
            closest = rivals_of(self._scorer, ask, context)
            # What something is it tells itself: «Союз кинематографистов — что это за организация?»
            of_named = [c for c in closest if candidates[0].property == "what" and ask.named_kinds.get(c.record, "place") not in CONTEXT_KINDS]
            candidates = of_named or [c for c in closest if not is_told_of_another(ask, c)] or candidates
        if candidates and ask.sort and self._mismatches.is_of_another_sort(ask, candidates[0]):
            candidates = self._of_sort(ask, context, candidates[0]) or candidates
        if not candidates:
            return []
        if capital := self._of_capitals(ask, context, candidates[0]):
            candidates = [capital, *(c for c in candidates if c is not capital)]
        if film := self._of_film_of_year(ask, context, candidates[0]):
            candidates = [film]
        if paper := self._of_paper_with_named(ask, context, candidates[0]):
            candidates = [paper, *(c for c in candidates if c.record == paper.record and c is not paper)]
        best = candidates[0]
        told = "about" not in ask.operations or ask.cues.keys() - {"what"}
        if told and (fuller := [c for c in candidates[1:_FULLER] if self._is_fuller(ask, c, best)]):
            best = max(fuller, key=lambda c: c.coverage)
            candidates = [best, *(c for c in candidates if c is not best)]
        if opening := self._of_opening_of_festival(ask, context, best):
            best = opening
            candidates = [best, *(c for c in candidates if c.record != best.record)]
        if named := self._of_named(ask, context, best):
            best = named
            candidates = [best, *(c for c in candidates if c.record != best.record)]
        if film := self._of_film_of_named(ask, best):
            best = film
            candidates = [best, *(c for c in candidates if c.record != best.record)]
        if at_company := self._of_named_company(ask, best):
            best = at_company
            candidates = [best, *(c for c in candidates if c.record != best.record)]
        if introduced := self._bare_names.introduced(ask, best):
            best = introduced
            candidates = [best, *(c for c in candidates if c.record != best.record)]
        if paper := self._of_named_paper(ask, candidates):
            candidates = [paper, *(c for c in candidates if c.record != best.record)]
        if newest := self._of_newest_festival(ask, best) or self._of_last_festival_there(ask, best):
            candidates = [newest]
        return candidates

    @staticmethod
    def _of_named_paper(ask: Ask, candidates: list[Candidate]) -> Candidate | None:
        """«Kazakhfilm signed something with Yakutia, tell me about it»: the paper that is named, and not the body that signed it."""
        best = candidates[0]
        if best.operation != "card" or ask.of[best.record].kind != "organisation" or best.record not in ask.named:
            return None
        papers = (c for c in candidates[1:] if c.operation == "card" and c.record in ask.named and best.score - c.score < MARGIN)
        return next((c for c in papers if ask.of[c.record].kind == "agreement" and ask.linked(c.record, best.record)), None)

    def _of_film_of_year(self, ask: Ask, context: Query | None, best: Candidate) -> Candidate | None:
        """«Which Yerzhanov film was in Venice in 2020?»: where the one of that year was, and not all that somebody made."""
        years = set(ask.reading.years.values())
        if best.property != "works" or not years or "film" not in ask.kinds or best.record not in ask.named or "place" in ask.named_kinds.values():
            return None
        close = (c for c in rivals_of(self._scorer, ask, context) if c.operation == "fact" and best.score - c.score < RIVAL)
        films = (c for c in close if ask.of[c.record].kind == "film" and ask.linked(c.record, best.record))
        return next((c for c in films if c.property in _SHOWN and int(ask.of[c.record].facts[c.property].date[:4] or 0) in years), None)

    def _of_paper_with_named(self, ask: Ask, context: Query | None, best: Candidate) -> Candidate | None:
        """«What do Kazakhstan and Turkmenistan aim at with the memorandum?»: what the paper with that country tells, and no other paper."""
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
        if ask.of[best.record].kind != "agreement" or best.follows or best.record in ask.named or all(ask.linked(best.record, one) for one in countries):
            return None
        close = (c for c in rivals_of(self._scorer, ask, context) if c.property == best.property and best.score - c.score < RIVAL)
        return next((c for c in close if ask.of[c.record].kind == "agreement" and all(ask.linked(c.record, one) for one in countries)), None)

    def _of_film_of_named(self, ask: Ask, best: Candidate) -> Candidate | None:
        """«Какие награды у «Қаш» Сеитова?», «Seitov's Qash»: the film is asked about, and its maker only said with it."""
        if best.operation != "fact" or ask.named_kinds.get(best.record) != "person":
            return None
        name = ask.named[best.record]
        beside = {min(name) - 1, max(name) + 1}
        film = next((named for named, kind in ask.named_kinds.items() if kind == "film" and ask.named[named] & beside and ask.linked(named, best.record)), None)
        if film is None or len(ask.named) != 2 or not ask.of[film].known(best.property or ""):
            return None
        return next((c for c in self._scorer.of_records(ask, None, (film,)) if c.property == best.property), None)

    def _of_named_company(self, ask: Ask, best: Candidate) -> Candidate | None:
        """«Кто продюсер от M-Films у Becoming?»: who it is at that company, and not which companies made the film."""
        companies = [named for named, kind in ask.named_kinds.items() if kind == "organisation" and ask.linked(named, best.record)]
        asked = best.property == "producer" and best.operation == "fact" and len(companies) == 1 and not ask.reading.yes_no
        producing = ask.cues.get("producer", {}).keys() - ask.named_positions
        if not asked or not producing:
            return None
        told = (c for c in self._scorer.of_records(ask, None, companies) if c.operation == "highlight")
        return next((c for c in told if not c.cued.isdisjoint(producing)), None)

    def _of_named(self, ask: Ask, context: Query | None, best: Candidate) -> Candidate | None:
        """«Where was the Union of Cinematographers founded?»: what is asked of it, and no highlight of another record that speaks of such a founding."""
        asked = any(strength >= OF_CUE for prop, strength in ask.strength.items() if prop != "what")
        # «Сколько лет CNC, с какого он года?» asks for the year of no film.
        of_film = best.operation == "fact" and ask.of[best.record].kind == "film" and "film" not in ask.kinds and "film" not in ask.named_kinds.values()
        if not (best.operation == "highlight" or of_film) or best.record in ask.named or best.follows or not ask.named or not asked:
            return None
        close = (c for c in self._scorer.of_records(ask, context, ask.named) if best.score - c.score < RIVAL and c.coverage >= best.coverage)
        told = (c for c in close if c.operation == "fact" and c.asked and ask.of[c.record].known(c.property or ""))
        return next((c for c in told if ask.strength.get(c.property or "", 0.0) >= OF_CUE), None)

    @staticmethod
    def _is_of_any(ask: Ask, best: Candidate, next_best: Candidate) -> bool:
        """«ҰКҚМО деп нені айтады?» asks for the story of no film, of which several have to do with that body as much."""
        alike = best.property == next_best.property and best.operation == next_best.operation == "fact" and best.score - next_best.score < 2 * MARGIN
        kind = ask.of[best.record].kind
        linked = not (best.follows or best.record in ask.named or next_best.record in ask.named or kind in ask.kinds)
        return alike and linked and len(ask.named) == 1 and "organisation" in ask.named_kinds.values() and kind == ask.of[next_best.record].kind == "film"

    def _founding(self, ask: Ask, best: Candidate) -> Candidate | None:
        """«When was the founding agreement of TURKSOY signed?», «was it signed in Istanbul?»: when it was founded, and no paper of other years."""
        bodies = [named for named, kind in ask.named_kinds.items() if kind == "organisation" and ask.of[named].known("founded")]
        if len(bodies) == 1 == len(ask.named) and best.property in _SIGNED and self._is_of_its_founding(ask, bodies[0]):
            # «In which city was the agreement on TURKSOY signed?»
            return next((c for c in self._scorer.of_records(ask, None, bodies) if c.property == "founded"), None)
        asked = best.property in ("founded", "signed_on", "signed_at") or "agreement" in ask.kinds
        if len(bodies) != 1 or not asked or ask.strength.get("founded", 0.0) < OF_CUE or best.record in ask.named or best.follows:
            return None
        return next((c for c in self._scorer.of_records(ask, None, bodies) if c.property == "founded"), None)

    @staticmethod
    def _is_of_its_founding(ask: Ask, body: str) -> bool:
        """Whether what was signed is what its founding tells of, in no other year."""
        where, fact = ask.of[body].where, ask.of[body].facts["founded"]
        told = any("founded" in where.get(stem, ()) for i in ask.kinds.get("agreement", ()) for stem in ask.stems.get(i, ()))
        return told and set(ask.reading.years.values()) <= {int(fact.date[:4] or 0)} and not ask.ordinals

    def _of_sort(self, ask: Ask, context: Query | None, best: Candidate) -> list[Candidate]:
        """The answers that tell what sort of thing is asked for, of the same record or nearly as good as the best one, which does not."""
        closest = rivals_of(self._scorer, ask, context)
        near = (c for c in closest if c.record == best.record or best.score - c.score < RIVAL)
        return [c for c in near if c.operation != "card" and not self._mismatches.is_of_another_sort(ask, c)]

    def _of_newest_festival(self, ask: Ask, best: Candidate) -> Candidate | None:
        """«Where are the screenings held?»: of no year or city it is asked of the newest festival, whatever words an older one has in its text."""
        spoken_of = best.follows or best.record in (ask.gains or ())
        others = {named for named, span in ask.named.items() if not span <= ask.named.get(FESTIVAL, set())}
        if others or ask.reading.years or ask.ordinals or ask.months or spoken_of or best.operation != "fact" or ask.reading.yes_no:
            return None
        kind = ask.of[best.record].kind
        # «What film was shown at the opening?» is told by no film that opened something elsewhere.
        prop = "opening" if kind == "film" and ask.strength.get("opening", 0.0) >= OF_KIND else best.property
        if (kind not in ("edition", "event") and prop == best.property) or ask.kinds.keys() - _OF_FESTIVAL_KINDS or prop not in _OF_ANY_FESTIVAL:
            return None
        newest = next((record for record in self._scorer.newest_of_kind("edition") if ask.of[record].known(prop)), None)
        if newest is None or newest == best.record:
            return None
        told = (c for c in self._scorer.of_records(ask, None, (newest,)) if c.property == prop and c.coverage > best.coverage - _TOLD_OF_OLDER)
        return next(told, None)

    def _of_capitals(self, ask: Ask, context: Query | None, best: Candidate) -> Candidate | None:
        """«Ақтауға дейін қай қалалар мәдени астана атанған?»: what the year of a capital tells in so many words, and not where a festival was."""
        festive = best.property == "city" and ask.of[best.record].kind in ("edition", "festival") and FESTIVAL not in ask.named and "edition" not in ask.kinds
        if not festive or not ask.where_said(capitals()):
            return None
        told = (c for c in rivals_of(self._scorer, ask, context) if c.operation == "highlight" and ask.of[c.record].type == CULTURAL_CAPITAL)
        return next((c for c in told if len(c.cued) > 1 and best.score - c.score < RIVAL), None)

    def _of_opening_of_festival(self, ask: Ask, context: Query | None, best: Candidate) -> Candidate | None:
        """«Ақтаудағы ашылуда кім сөйледі?»: where no word speaks of capitals, an opening or a closing is that of a festival."""
        told = ask.of[best.record].type == CULTURAL_CAPITAL and best.property in ("opening", "closing")
        if not told or best.record in ask.named or best.follows or ask.where_said(capitals()):
            return None
        near = (c for c in rivals_of(self._scorer, ask, context) if c.operation != "card" and c.asked and best.score - c.score < RIVAL)
        return next((c for c in near if ask.of[c.record].kind in EDITION_LIKE and ask.of[c.record].type != CULTURAL_CAPITAL), None)

    def _of_last_festival_there(self, ask: Ask, best: Candidate) -> Candidate | None:
        """«When was the festival last held in Turkey?»: of several there the last one."""
        where = [[named] for named, kind in ask.named_kinds.items() if kind in ("country", "place")]
        if (
            "latest" not in ask.operations
            or ask.of[best.record].kind not in EDITION_LIKE
            or "edition" not in ask.kinds
            or best.operation != "fact"
            or not where
            or ask.reading.years
        ):
            return None
        # «Held» asks for the city as well.
        prop = "dates" if best.property == "city" and ask.types == {"when"} else best.property
        held = [edition for edition in ask.members("edition", [[place.id for place in ask.members("place", where)]]) if edition.known(prop or "")]
        last = max(held, key=lambda edition: edition.newest, default=None)
        if last is None or (last.id, prop) == (best.record, best.property):
            return None
        return next((c for c in self._scorer.of_records(ask, None, (last.id,)) if c.property == prop), None)

    def _is_fuller(self, ask: Ask, other: Candidate, best: Candidate) -> bool:
        """Whether an answer that is about equally good explains clearly more; a country or place only tells of what."""
        more = ask.strength.get(other.property or "", 0.0) - ask.strength.get(best.property or "", 0.0)
        same = other.record == best.record or {best.record, other.record} <= ask.named.keys()
        if same and other.property in self._narrow and more > 0.2 and best.score - other.score < 2 * MARGIN:
            # «Who led it before Raev» says more than «who led it».
            return True
        # «What is the budget of the film about Auezov and Qodiri?»: who it is about only says of which film.
        close = RIVAL if other.property in MEASURES else MARGIN
        if other.record == best.record and other.asked and not best.asked and best.score - other.score < close and more > OF_CUE:
            # «What is it about, the short»: what a cue asks for, not what a word of the message tells.
            return True
        alike = other.property == best.property and other.operation == best.operation == "fact" and not (ask.named or best.follows)
        if alike and best.score - other.score < 2 * MARGIN and other.asked and ask.unexplained(best) and not ask.unexplained(other):
            # «The romantic comedy that earned 1.1 billion»: of two that earned so much, the one that is such.
            return True
        elsewhere = other.operation == "highlight" and other.record != best.record and best.operation == "fact"
        if elsewhere and best.asked and ask.strength.get(best.property or "", 0.0) >= ASKED_SURELY:
            # «When was the film summit in Ashgabat?» is told by its date, and by no festival whose text speaks of it.
            return False
        near = best.score - other.score < MARGIN and other.follows >= best.follows and other.coverage > best.coverage + 2 * MARGIN
        if near and "place" in ask.kinds and ask.of[other.record].kind == "place" and ask.unexplained(best) and not ask.unexplained(other):
            # «The holiest city of Kazakhstan» is told by a city, and not by where the festivals were.
            return True
        # «Главное место паломничества — где это?»
        place = ask.of[other.record].kind == "place" and "where" in ask.types and ask.unexplained(best) and not ask.unexplained(other)
        telling = other.record == best.record or other.property in ask.strength or place or ask.of[other.record].kind not in ("country", "place")
        return near and other.asked and telling and (more > -0.1 or other.coverage > best.coverage + 4 * MARGIN)
