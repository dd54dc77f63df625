"""Yes/no questions whose claim is not the truth: «is Champetier a German cinematographer», «did Becoming premiere in Venice».

What is claimed may stand nowhere in the base. Then what is asked of what answers it: the fact that the claim is about.

facts.py          the fact that a question is about, with subjects.py: of what it is asked
values.py         what a question takes for the value of the fact that answers it
festivals.py      who won or opened a festival, the number of one
guests.py         who was at a festival or a ceremony
hosts.py          whether a country or city hosted the festival
places.py         where a festival was held, a paper signed or a place is
signing_places.py whether a paper was signed in a place that is none of the base
contents.py       what a paper covers
first_papers.py   whether a paper is the first with a country
capitals.py       whether a city is the capital of a country
dates.py          when something was
durations.py      how long a festival lasted
nationalities.py  of what country somebody or something is
bodies.py         who is a member of a body, where its seat is, whose it is
people.py         what post somebody holds, what somebody signed
films.py          who made a film, whether it is somebody's first, where it was shown or won
summits.py        what a summit was, and where
progress.py       how far something has got
after_answers.py  what is claimed of what was told before
verdicts.py       whether a reply may open with «yes» or «no»
wording.py        the words of a claim: how surely they ask, what stands where a place does
"""

from __future__ import annotations

from kb.base import Base
from kb.understand.candidates import Scorer
from kb.understand.claims.after_answers import AfterAnswers
from kb.understand.claims.bodies import Bodies, based, member
from kb.understand.claims.capitals import is_capital
from kb.understand.claims.contents import Contents
from kb.understand.claims.dates import Dates, of_year, when
from kb.understand.claims.durations import duration
from kb.understand.claims.facts import Facts
from kb.understand.claims.festivals import Festivals
from kb.understand.claims.films import Films
from kb.understand.claims.first_papers import first_paper
from kb.understand.claims.guests import Guests
from kb.understand.claims.hosts import Hosts
from kb.understand.claims.nationalities import Nationalities, made_in
from kb.understand.claims.people import Signatories, born_in, heads, of_post
from kb.understand.claims.places import Places, held_elsewhere, held_this_year, placed, where
from kb.understand.claims.progress import Progress
from kb.understand.claims.signing_places import SigningPlaces
from kb.understand.claims.summits import summit, summit_elsewhere, summit_held_there
from kb.understand.claims.values import Values, counts
from kb.understand.claims.verdicts import Verdicts
from kb.understand.claims.wording import OF_CUE

__all__ = ["OF_CUE", "Claims"]


class Claims:
    """Finds what tells whether a claim is true, over one base: the finders of all these claims."""

    based = staticmethod(based)
    born_in = staticmethod(born_in)
    counts = staticmethod(counts)
    country = staticmethod(made_in)
    duration = staticmethod(duration)
    first_paper = staticmethod(first_paper)
    heads = staticmethod(heads)
    is_capital = staticmethod(is_capital)
    held_elsewhere = staticmethod(held_elsewhere)
    held_this_year = staticmethod(held_this_year)
    member = staticmethod(member)
    of_post = staticmethod(of_post)
    placed = staticmethod(placed)
    of_year = staticmethod(of_year)
    summit = staticmethod(summit)
    summit_elsewhere = staticmethod(summit_elsewhere)
    summit_held_there = staticmethod(summit_held_there)
    when = staticmethod(when)
    where = staticmethod(where)

    def __init__(self, base: Base, scorer: Scorer, verdicts: Verdicts) -> None:
        values, festivals, films = Values(base, scorer, verdicts), Festivals(base, verdicts), Films()
        self.judge = Facts().judge
        self.value = values.value
        self.elsewhere = Places(base, scorer, verdicts, values).elsewhere
        self.of_festival, self.of_rank, self.rank_of_this = festivals.of_festival, festivals.of_rank, festivals.rank_of_this
        self.prize_of_its_own = festivals.prize_of_its_own
        hosts, guests = Hosts(verdicts), Guests()
        self.at_ceremony, self.is_stranger_at_festival = guests.at_ceremony, guests.is_stranger
        self.hosted, self.strange_host, self.named_by_city = hosts.told, hosts.strange_place, hosts.named_by_city
        self.yet_to_come = hosts.yet_to_come
        self.made_by, self.crafted, self.shown_at = films.made_by, films.crafted, films.shown_at
        self.shot_in = films.shot_in
        self.of_number, self.won_another, self.won_for = films.of_number, films.won_another, films.won_for
        self.owned = Bodies(base).owned
        self.covered = Contents().covered
        self.signed_elsewhere = SigningPlaces(verdicts).elsewhere
        self.signatory = Signatories(verdicts).signatory
        dates = Dates(scorer, verdicts)
        self.dated, self.in_another_year = dates.dated, dates.in_another_year
        self.nationality = Nationalities().nationality
        self.how_far = Progress().how_far
        self.of_the_last = AfterAnswers(base, scorer).of_the_last
