"""What is rather asked than the best candidate: another fact of its record, or the same of a record beside it."""

from __future__ import annotations

from dataclasses import replace

from kb.language.kazakh import is_located
from kb.understand.ask import CONTEXT_KINDS, FESTIVAL, Ask, Candidate
from kb.understand.ask.terms import says
from kb.understand.ask.words import which
from kb.understand.claims import OF_CUE, Claims
from kb.understand.interpretation.festival import FestivalMeant
from kb.understand.interpretation.papers import PapersMeant
from kb.understand.interpretation.two_answers import single_prizes
from kb.understand.weights import ASKED_CLEARLY, MARGIN
from kb.understand.word_lists import folded_list


class PutRight:
    """Puts the best candidate right."""

    def __init__(self, claims: Claims) -> None:
        self._claims = claims
        self._festival, self._papers = FestivalMeant(), PapersMeant()
        self._whose = folded_list("whose")

    def put_right(self, ask: Ask, best: Candidate, candidates: list[Candidate]) -> Candidate:
        """What is rather asked than the best candidate: another fact of its record, or the same of a record beside it."""
        if where := self._claims.where(ask, best):
            best = where
        if when := self._claims.when(ask, best):
            best = when
        if of_film := self._of_shown_film(ask, best):
            best = replace(best, property=of_film, asked=True)
        elif country := self._claims.country(ask, best):
            best = country
        if papers := self._papers.of_a_country(ask, best):
            best = replace(best, record=papers, property="agreements", operation="fact", asked=True)
        elif paper := self._papers.bare(ask, best):
            best = paper
        elif self._papers.is_paper_itself(ask, best):
            best = replace(best, property=None, operation="card")
        if self._papers.asks_who_signed(ask, best):
            best = replace(best, property="signatories", asked=True)
        if self._asks_before_the_head(ask, best):
            best = replace(best, property="predecessor", asked=True)
        if ask.of[best.record].kind == "edition" and not (ask.named or best.follows or ask.tells_edition):
            best = self._festival.newest(ask, best, candidates)
        if prize := self._one_prize(ask, best, candidates):
            best = prize
        best = self.of_whose_prize(ask, best)
        if self._festival.asks_all_cities(ask, best):
            best = replace(best, record=FESTIVAL)
        if of_year := self._festival.of_the_year(ask, best):
            best = of_year
        if best.record == FESTIVAL or (best.property == "editions" and "count" in ask.types and ask.of[best.record].kind == "edition"):
            best = self._festival.by_edition(ask, best)
        if instead := self._papers.where_or_when(ask, best):
            best = replace(best, property=instead, asked=True)
        return self._known_one(ask, best, candidates)

    @staticmethod
    def _asks_before_the_head(ask: Ask, best: Candidate) -> bool:
        """«Кто был директором GNFC до Блиадзе?»: who leads it stands beside «before», and is no record of his own."""
        asked = best.operation == "fact" and best.property == "head" and ask.strength.get("predecessor", 0.0) > ask.strength.get("head", 0.0)
        if not asked or ask.reading.yes_no or not ask.of[best.record].known("predecessor"):
            return False
        where = ask.of[best.record].where
        before = ask.cues["predecessor"].keys() - ask.cues["head"].keys()
        beside = {i + (-1 if ask.reading.language == "kk" else 1) for i in before} - ask.named_positions
        return any("head" in where.get(stem, ()) for i in beside for stem in ask.stems.get(i, ()))

    @staticmethod
    def _known_one(ask: Ask, best: Candidate, candidates: list[Candidate]) -> Candidate:
        """«Who wrote the score»: of two that are asked about as surely, the one that is known."""
        if best.operation != "fact" or best.property in ask.of[best.record].facts:
            return best
        known = (c for c in candidates if c.record == best.record and c.asked and ask.of[c.record].known(c.property or ""))
        asked = [c for c in known if ask.strength.get(c.property or "", 0.0) >= OF_CUE]
        # «When does it expire, the exact date?» asks for no date of signing.
        surer = (c for c in asked if c.operation == "fact" and ask.strength[c.property or ""] > ask.strength.get(best.property or "", 0.0))
        return next((c for c in asked if best.score - c.score < MARGIN), next(surer, best))

    def _of_shown_film(self, ask: Ask, best: Candidate) -> str | None:
        """When it was shown in a place, where it was shot, or whose it is: another fact of the film than what its verb asks for first."""
        record = ask.of[best.record]
        places = {stem for named, kind in ask.named_kinds.items() if kind in CONTEXT_KINDS for stem in ask.of[named].short}
        if record.kind != "film" or best.operation != "fact":
            return None
        if best.property in ("release", "festivals") and ask.types == {"when"} and "festivals" in ask.cues:
            # «When was Amre shown in Tashkent?»
            return next((prop for prop in ("premiere", "festivals") if any(prop in record.where.get(stem, ()) for stem in places)), None)
        if best.property == "country" and best.record in ask.named and ask.types == {"where"} and "place" in ask.kinds and "premiere" in ask.cues:
            # «Kitap премьерасы, which city was it in?»
            return "premiere" if record.known("premiere") else None
        if best.property == "director" and best.record in ask.named and ask.types == {"where"} and ask.strength.get("shooting", 0.0) >= ASKED_CLEARLY:
            # «Әбіл» қай жерде түсірілді?»: not told by who shot it.
            return "shooting"
        located = any(is_located(ask.reading.tokens[max(ask.named[named])].text) for named in ask.named if named != record.id)
        if best.property == "director" and ask.reading.yes_no and ask.reading.language == "kk" and places and located and record.known("shooting"):
            # «Францияда түсірді ме?»
            return "shooting"
        if best.property == "producer" and self._asks_which_countries(ask, best):
            return "country"
        whose = ask.reading.has_key(self._whose)
        return "country" if best.property == "director" and whose and not record.known("director") and record.known("country") else None

    @staticmethod
    def _asks_which_countries(ask: Ask, best: Candidate) -> bool:
        """«Айканы қай елдердің компаниялары шығарған?»: told by no producer, unless several are listed with their countries."""
        asked = any(i and says(ask.reading.tokens[i - 1], which()) for i in ask.kinds.get("country", ()))
        record = ask.of[best.record]
        listed = record.known("producer") and record.facts["producer"].number is not None
        return asked and record.known("country") and not listed

    @staticmethod
    def of_whose_prize(ask: Ask, best: Candidate) -> Candidate:
        """«For which film did Amandurdyyev get a prize in Baku?»: of the prizes of a festival the one whose text names him, who is no record."""
        record = ask.of[best.record]
        if record.kind != "edition" or best.property not in ("awards", "winner", "best_film", *single_prizes()) or ask.reading.yes_no:
            return best
        names = [i for i in ask.telling if i in ask.reading.capitals and i not in ask.named_positions | ask.cued | ask.of_kinds]
        told = ({prop for stem in ask.stems[i] for prop in record.where.get(stem, ()) if prop in single_prizes()} for i in names)
        prizes = [one for one in told if len(one) == 1]
        only = prizes and all(one == prizes[0] for one in prizes)
        return replace(best, property=next(iter(prizes[0])), operation="fact", asked=True) if only else best

    def _one_prize(self, ask: Ask, best: Candidate, candidates: list[Candidate]) -> Candidate | None:
        """«Үздік актер ше?»: the prize that is asked for by name, rather than all of them."""
        if best.property != "awards" or best.operation != "fact" or ask.strength.get("awards"):
            return None
        named = [c for c in candidates if c.record == best.record and c.property in single_prizes() and ask.strength.get(c.property or "", 0.0) >= OF_CUE]
        return named[0] if len(named) == 1 and best.score - named[0].score < MARGIN else None
