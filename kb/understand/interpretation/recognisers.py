"""All that recognises a shape of question, built once over one base."""

from __future__ import annotations

from kb.base import Base
from kb.understand.called import Called
from kb.understand.candidates import Scorer
from kb.understand.claims import Claims
from kb.understand.claims.verdicts import Verdicts
from kb.understand.conversation import Conversation
from kb.understand.follow_ups.chat_year import ChatYear
from kb.understand.refusals import Refusals
from kb.understand.refusals.conditions import Conditions
from kb.understand.refusals.mismatches import Mismatches
from kb.understand.shapes import Shapes
from kb.understand.shapes.capitals import Capitals
from kb.understand.shapes.competing_films import CompetingFilms
from kb.understand.shapes.cooperation import Cooperation
from kb.understand.shapes.counts import Counts
from kb.understand.shapes.dated import Dated
from kb.understand.shapes.debuts import Debuts
from kb.understand.shapes.each_year import EachYear
from kb.understand.shapes.everything import Everything
from kb.understand.shapes.exclusions import Exclusions
from kb.understand.shapes.festivals_of_places import festival_of_place
from kb.understand.shapes.film_lists import FilmLists
from kb.understand.shapes.films_by_places import FilmsByPlaces
from kb.understand.shapes.films_of_spans import FilmsOfSpans
from kb.understand.shapes.films_of_themes import FilmsOfThemes
from kb.understand.shapes.films_of_type import FilmsOfType
from kb.understand.shapes.films_without import FilmsWithout
from kb.understand.shapes.former_posts import FormerPosts
from kb.understand.shapes.given_prizes import GivenPrizes
from kb.understand.shapes.made_by_countries import MadeByCountries
from kb.understand.shapes.new_papers import NewPapers
from kb.understand.shapes.newcomers import Newcomers
from kb.understand.shapes.official_signatories import OfficialSignatories
from kb.understand.shapes.out_of_competition import OutOfCompetition
from kb.understand.shapes.papers_in_order import PapersInOrder
from kb.understand.shapes.papers_of_spans import PapersOfSpans
from kb.understand.shapes.participants import Participants
from kb.understand.shapes.people_of_parts import PeopleOfParts
from kb.understand.shapes.rankings import Rankings
from kb.understand.shapes.sequence import Sequence
from kb.understand.shapes.side_by_side import SideBySide
from kb.understand.shapes.signed_together import SignedTogether
from kb.understand.shapes.stories import Stories
from kb.understand.shapes.two_countries import TwoCountries
from kb.understand.shapes.two_questions import TwoQuestions
from kb.understand.shapes.untold_papers import UntoldPapers


class Recognisers:
    """One of each class that answers, judges or refuses one shape of question."""

    festival_of_place = staticmethod(festival_of_place)

    def __init__(self, base: Base) -> None:
        self.base = base
        self.scorer = Scorer(base)
        self.follow_ups = self.scorer.follow_ups
        self.shapes = Shapes(base)
        self.two_countries = TwoCountries(self.shapes)
        self.people_of_parts, self.given_prizes = PeopleOfParts(), GivenPrizes()
        self.chat_year = ChatYear(base, self.follow_ups)
        self.called = Called(base)
        self.capitals, self.newcomers = Capitals(base), Newcomers(base)
        self.cooperation, self.made_by_countries = Cooperation(), MadeByCountries()
        self.conversation = Conversation(base)
        self.side_by_side, self.signed_together, self.untold_papers = SideBySide(), SignedTogether(), UntoldPapers()
        self.official_signatories, self.new_papers, self.papers_in_order = OfficialSignatories(), NewPapers(), PapersInOrder()
        self.papers_of_spans = PapersOfSpans()
        self.former_posts = FormerPosts()
        self.sequence = Sequence(base)
        self.dated = Dated(base)
        self.two_questions = TwoQuestions()
        self.verdicts = Verdicts()
        self.claims = Claims(base, self.scorer, self.verdicts)
        self.conditions = Conditions(base)
        self.out_of_competition, self.competing_films = OutOfCompetition(), CompetingFilms(self.conditions)
        self.exclusions, self.films_without = Exclusions(base, self.conditions), FilmsWithout(self.conditions)
        self.counts = Counts(base)
        self.film_lists, self.films_by_places = FilmLists(base), FilmsByPlaces()
        self.films_of_spans, self.films_of_type = FilmsOfSpans(), FilmsOfType(self.conditions)
        self.films_of_themes, self.debuts = FilmsOfThemes(base), Debuts(base)
        self.participants = Participants(self.verdicts)
        self.rankings = Rankings()
        self.mismatches = Mismatches(base)
        self.stories, self.everything, self.each_year = Stories(), Everything(), EachYear()
        self.refusals = Refusals(base, self.follow_ups, self.conditions, self.counts, self.mismatches)
