"""Questions about several records at once, and those that no single fact is named for: one module for each shape.

comparisons.py     «how does A differ from B», with pairs.py: which two are compared
lists.py           «which Turkish films were shown in Aktau», with coverage.py: how much of a question a list can be of
superlatives.py    «the latest memorandum», «the longest film»
after_lists.py     «which of them got prizes», asked of those that were told before (told_before.py)
festival_lists.py  what follows a list of a festival's films
picks.py           «the second one», of those that were told before
orders.py          «which is the older?», of those that were told before
other_countries.py «and from Türkiye?» after a list
competitions.py    the films of a competition, with competing_films.py: «какие фильмы были в конкурсе?»
out_of_competition.py  what a festival showed outside its competition
prizes.py          the prizes of one country
prize_money.py     how much money a prize brings
ever_won.py        what a country won at any of the festivals
festivals.py       the editions that a message tells, of a country or month, and where the newest was opened
film_days.py       what was shown on film days
papers.py          the papers of a year, a place or a country
signed_together.py several papers that were signed together
official_signatories.py  which official signed a paper
new_papers.py      the newest paper of two sides
papers_of_spans.py the papers of a span of years, or of a place in a year
papers_in_order.py which of two papers was signed first
untold_papers.py   what is asked of papers where no word tells which
films.py           films of somebody, films about somebody
plots.py           what a film, or the festival, is about
told_titles.py     a title that has no record, and stands in what another one tells
whereabouts.py     where a place is
who_is.py          who somebody is of whom more is said, and what he made
connections.py     what a body has to do with film here
what_it_is.py      what something is, whatever it is taken for, and what its letters stand for
descriptions.py    «the film in which …»
ties.py            equally good records, where several are asked for
dated.py           what there was in a month or a year
counts.py          what «how many» counts
rankings.py        «which film earned most?», «which country won most often»
sequence.py        what came before or after something
festivals_of_places.py  which festival a city has
given_titles.py    who gave a city its title
frequencies.py     how often the festival is held
each_year.py       one thing asked of each festival: «победители по годам»
side_by_side.py    one thing asked of several records
two_questions.py   two questions in one message
two_countries.py   which of two countries showed or won more
people_of_parts.py what is asked of somebody whom a film or a body names by his part: «where was its director born»
films_told.py      what is asked of a film that something else names: «who directed the film that won?»
given_prizes.py    who gave or took a prize, and what somebody was given
juries.py          who of a jury came from one country
stories.py         a film that is told by its story
exclusions.py      those that something is not so of
everything.py      all of a kind
film_lists.py      the films of a country, a type or a genre, with made_by_countries.py: who made them together
films_of_spans.py  the films before, after or since a year
films_without.py   the films of a festival that won nothing, or were out of its competition
films_of_type.py   the films of a type that a festival showed or a country made
films_by_places.py the films that won prizes somewhere, or were in two places
cooperation.py     whether there is anything at all with a country
capitals.py        the capital of a country
newcomers.py       who came to a festival for the first time
participants.py    who takes part in the festival
"""

from __future__ import annotations

from kb.base import Base
from kb.query import Query
from kb.understand.shapes.after_lists import AfterLists
from kb.understand.shapes.comparisons import Comparisons
from kb.understand.shapes.connections import Connections
from kb.understand.shapes.descriptions import describe
from kb.understand.shapes.ever_won import countries_that_won, ever_won
from kb.understand.shapes.festivals import Festivals, editions_told
from kb.understand.shapes.film_days import of_all, programme, screenings
from kb.understand.shapes.films import film_of_its_hero, films_about, films_of
from kb.understand.shapes.frequencies import how_often
from kb.understand.shapes.given_titles import who_gave_the_title
from kb.understand.shapes.lists import Lists, filters_of
from kb.understand.shapes.orders import which_is_more
from kb.understand.shapes.other_countries import of_another_country
from kb.understand.shapes.papers import all_signed_there, signed_there, signed_there_by
from kb.understand.shapes.picks import list_of, picked, picks_none
from kb.understand.shapes.plots import Plots
from kb.understand.shapes.prize_money import prize_money
from kb.understand.shapes.prizes import awards_in, awards_of, countries_of, main_prize_of_another, main_prize_of_country
from kb.understand.shapes.superlatives import Superlatives
from kb.understand.shapes.ties import tie
from kb.understand.shapes.told_titles import told_title
from kb.understand.shapes.what_it_is import WhatItIs
from kb.understand.shapes.whereabouts import Whereabouts
from kb.understand.shapes.who_is import WhoIs

__all__ = ["Shapes", "countries_of", "editions_told", "films_of"]


class Shapes:
    """The finders of all these shapes, over one base."""

    ages_are_untold = staticmethod(Comparisons.is_untold)
    awards_in = staticmethod(awards_in)
    awards_of = staticmethod(awards_of)
    main_prize_of_country = staticmethod(main_prize_of_country)
    main_prize_of_another = staticmethod(main_prize_of_another)
    ever_won = staticmethod(ever_won)
    told_title = staticmethod(told_title)
    countries_that_won = staticmethod(countries_that_won)
    describe = staticmethod(describe)
    film_of_its_hero = staticmethod(film_of_its_hero)
    films_about = staticmethod(films_about)
    prize_money = staticmethod(prize_money)
    how_often = staticmethod(how_often)
    filters = staticmethod(filters_of)
    of_another_country = staticmethod(of_another_country)
    all_signed_there = staticmethod(all_signed_there)
    signed_there = staticmethod(signed_there)
    signed_there_by = staticmethod(signed_there_by)
    picked = staticmethod(picked)
    picks_none = staticmethod(picks_none)
    all_film_days = staticmethod(of_all)
    programme = staticmethod(programme)
    screenings = staticmethod(screenings)
    tie = staticmethod(tie)
    which_is_more = staticmethod(which_is_more)
    who_gave_the_title = staticmethod(who_gave_the_title)

    def __init__(self, base: Base) -> None:
        festivals, plots, after_lists = Festivals(), Plots(), AfterLists(base)
        self.connected = Connections().told
        self.compare = Comparisons().compare
        self.superlative = Superlatives().superlative
        lists = Lists(base)
        self.listing, self.of_competition = lists.listing, lists.of_competition
        self.of_them, self.of_it, self.of_each = after_lists.of_them, after_lists.of_it, after_lists.of_each
        self.of_those_without, self.asks_of_no_type = after_lists.of_those_without, after_lists.asks_of_no_type
        self._base = base
        self.editions_of, self.held_until = festivals.editions_of, festivals.held_until
        self.what_opened, self.where_opened = festivals.what_opened, festivals.where_opened
        self.untold_plot, self.about_the_festival = plots.untold_plot, plots.about_the_festival
        self.whereabouts = Whereabouts().whereabouts
        who_is = WhoIs()
        self.who_is, self.who_is_and_made, self.what_it_is = who_is.told, who_is.told_and_made, WhatItIs().told
        self.who_is_after, self.spelled_out = who_is.alone, WhatItIs.spelled_out

    def list_of(self, query: Query, context: Query) -> Query | None:
        """What the chat listed, where the answer is of one of it."""
        return list_of(self._base, query, context)
