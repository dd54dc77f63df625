"""Which festival is meant, and what is asked of it: «the festival before Baku», «the one in Bursa», «in what country was the festival of 2024?»"""

from __future__ import annotations

from collections import defaultdict

from kb.language.fold import fold_phrase
from kb.understand.ask import words
from kb.understand.ask.terms import Terms, says, stem_of
from kb.understand.evidence import FESTIVAL, Evidence
from kb.understand.reading import counted_words
from kb.understand.word_lists import listed

# What words for prizes and such ask of a festival, which a step from a city can tell.
TELLING_FESTIVALS = {"best_film", "best_director", "best_screenplay", "best_actor", "best_actress", "best_documentary", "opening", "films_count"}
# «From what country».
_FROM = frozenset({"from"})
# What can be spoken of where the festival of a country is, and named beside it.
_OF_FESTIVAL_THERE, _BESIDE_COUNTRY = {"edition", "film", "award", "country"}, {"country", "award", "jury"}
# What is counted of one festival.
_COUNTED_THERE = {"participants", "films_count", "country"}
# So much of the words of the shorter of two names has to stand in the other.
_SAME_NAME = 0.75


def counts_festivals(terms: Terms) -> bool:
    """Whether several festivals are asked for, or how many: «how many editions», «какие фестивали»."""
    counts = "count" in terms.types and not terms.kinds.keys() & {"film", "country", "award"}
    return "edition" in terms.kinds and (counts or terms.reading.has_typed(words.several_festivals()))


def take_one_for_a_festival(terms: Terms) -> None:
    """«The one in Bursa», «the Baku one» is a festival, where the city held one."""
    if terms.kinds or not terms.held or terms.reading.language != "en":
        return
    keys = terms.reading.keys
    for i in (i for i, key in enumerate(keys) if key == "one"):
        beside = {i - 1, i + 2 if keys[i + 1 : i + 2] == ["in"] else i}
        for place in [place for place in terms.held if not terms.named[place].isdisjoint(beside)]:
            last = max((terms.of[edition] for edition in terms.held[place]), key=lambda edition: edition.newest)
            terms.name(last.id, terms.unname(place) | {i})


def take_country_for_its_festival(terms: Terms) -> None:
    """«The festival in Turkmenistan», «when did Azerbaijan host it»: the only festival that was in that country is meant, whatever is asked of it."""
    hosts = countries_of_festivals(terms)
    there = festivals_in(terms, hosts[0]) if len(hosts) == 1 else []
    if len(there) == 1 and not _is_asked_how_often(terms) and not terms.reading.yes_no:
        called_so = [named for named in terms.named if terms.named[named] <= terms.named.get(FESTIVAL, set())]
        terms.name(there[0].id, terms.unname(hosts[0]).union(*map(terms.unname, called_so)))


def countries_of_festivals(terms: Terms) -> list[str]:
    """The countries in which a festival is said to have been, where no year, number or city tells which one."""
    of_festival = terms.named.get(FESTIVAL, set())
    named = {named: terms.of[named].type if kind == "event" else kind for named, kind in terms.named_kinds.items() if not terms.named[named] <= of_festival}
    spoken_of = "edition" in terms.kinds or bool(of_festival)
    if not spoken_of or terms.reading.years or terms.ordinals or not {*named.values()} <= _BESIDE_COUNTRY or terms.kinds.keys() - _OF_FESTIVAL_THERE:
        return []
    hosting = terms.reading.has_listed(listed("hosting", "being_host"))
    countries = [one for one, kind in named.items() if kind == "country"]
    located = [one for one in countries if terms.reading.is_located(terms.named[one])]
    # «Besides Kazakhstan, which countries hosted it?»
    return located or (countries if hosting and len(countries) == 1 and "country" not in terms.kinds else [])


def festivals_in(terms: Terms, country: str) -> list[Evidence]:
    """The festivals that were held in a country."""
    return [edition for edition in terms.members("edition") if edition.known("city") and country in edition.facts["city"].refs]


def _is_asked_how_often(terms: Terms) -> bool:
    """«How many times was it in Türkiye?», but not «how many days was it?» or «how many guests came to the festival in Azerbaijan?»"""
    how_often = terms.strength.get("editions", 0.0) > terms.strength.get("dates", 0.0)
    return "count" in terms.types and how_often and _COUNTED_THERE.isdisjoint(terms.cues)


def step_from_a_city(terms: Terms) -> None:
    """«The festival before Baku» is the one of 2022, in another city."""
    # The sage has the name of the festival.
    of_festival = terms.named.get(FESTIVAL, set())
    others = {kind for named, kind in terms.named_kinds.items() if not terms.named[named] <= of_festival} - {"place", "award"}
    if terms.reading.yes_no or others or terms.reading.has_key(words.cities()):
        return
    prizes = any(prop in TELLING_FESTIVALS for prop in terms.cues)
    if not (FESTIVAL in terms.named or "edition" in terms.kinds or "place" in terms.kinds or "city" in terms.cues or prizes):
        return
    if counts_festivals(terms) or terms.where_said(words.capitals()):
        return
    for place in [named for named in terms.held if terms.named_kinds[named] == "place"]:
        last = max((terms.of[edition] for edition in terms.held[place]), key=lambda edition: edition.newest)
        step, at = _next_to(terms, terms.named[place])
        number = last.facts["editions"].number if step and "editions" in last.facts else None
        found = next((e for e in terms.members("edition") if number and "editions" in e.facts and e.facts["editions"].number == number + step), None)
        if found:
            for award in [named for named, kind in terms.named_kinds.items() if kind == "award"]:
                # «Best actor» names the prize of one year, and asks for another.
                terms.unname(award)
            called_so = [named for named in terms.named if terms.named[named] <= of_festival]
            span = terms.unname(place).union(at, *map(terms.unname, called_so))
            terms.operations = defaultdict(set, {operation: span for operation, span in terms.operations.items() if not span <= at})
            terms.drop_asked_at(at)
            terms.name(found.id, span)
            return


def _next_to(terms: Terms, span: set[int]) -> tuple[int, set[int]]:
    """−1 for «before» beside a name, 1 for «after», 0 for neither; and where it stands."""
    tokens = terms.reading.tokens
    side = max(span) + 1 if terms.reading.language == "kk" else min(span) - 1
    for step, phrases in words.next_to().items():
        for phrase in phrases:
            first = side if terms.reading.language == "kk" else side - len(phrase) + 1
            if first >= 0 and [token.key for token in tokens[first : first + len(phrase)]] == list(phrase):
                return step, set(range(first, first + len(phrase)))
    return 0, set()


def take_opening_of_nothing_else(terms: Terms) -> None:
    """«Когда открытие?»: that of the festival, and of no body that was founded, where none is spoken of."""
    if "opening" in terms.strength and not (terms.named or "organisation" in terms.kinds):
        terms.drop("founded")


def take_country_of_a_festival(terms: Terms) -> None:
    """«In what country was the festival of 2024?» asks where it was held, and not whose it is or who took part; of a body, where it has its seat."""
    said = {token.text.lower() for token in terms.reading.tokens}
    if "country" not in terms.strength or "count" in terms.types or said.isdisjoint(words.in_country()) or not said.isdisjoint(_FROM):
        return
    of_festival = "edition" in terms.kinds or FESTIVAL in terms.named
    prop = "city" if of_festival else "headquarters" if "organisation" in terms.named_kinds.values() else ""
    if (
        prop
        and "where" in terms.types
        and set(terms.named_kinds.values()) <= {"festival", "organisation", "person"}
        and terms.kinds.keys() <= {"country", "edition"}
    ):
        terms.cues[prop] |= terms.cues.pop("country") | dict.fromkeys(terms.kinds.pop("country", ()), 1.0)
        terms.strength[prop] = max(terms.strength[prop], terms.strength.pop("country"))
        terms.operations.pop("list", None)


def ask_when_the_festival_began(terms: Terms) -> None:
    """«Since when is there Korkyt Ata?» asks for nobody's post."""
    if (
        "post_since" in terms.cues
        and not set(terms.named_kinds.values()).isdisjoint({"festival", "organisation"})
        and "person" not in terms.named_kinds.values()
        and {"head", "post"} & terms.cues.keys()
        and not terms.held.keys() - {FESTIVAL}
    ):
        terms.cues["founded"] |= terms.cues["post_since"]
        terms.strength["founded"] = max(terms.strength["founded"], terms.strength["post_since"])


def pass_over_next_festival(terms: Terms) -> None:
    """«The next cultural capital» asks for no dates of a festival."""
    if (
        "next_dates" in terms.cues
        and "event" in terms.named_kinds.values()
        and FESTIVAL not in terms.named
        and not {"festival", "edition"} & terms.kinds.keys()
    ):
        terms.drop("next_dates")


def take_edition_of_so_many(terms: Terms) -> None:
    """«Who won at the festival with 52 films?», «где показали 42 фильма?»: the only festival that had so many is meant."""
    if terms.reading.yes_no or terms.reading.bound or terms.reading.years or terms.ordinals or set(terms.named_kinds.values()) - {"festival"}:
        return
    if not (terms.kinds.keys() & {"edition", "place"} or FESTIVAL in terms.named or terms.cues.get("festivals")):
        return
    films = counted_words()["films_count"]
    tokens = terms.reading.tokens
    for i in range(len(tokens) - 1):
        if not tokens[i].text.isdecimal() or not says(tokens[i + 1], films):
            continue
        held = [edition for edition in terms.members("edition") if edition.known("films_count") and edition.facts["films_count"].number == int(tokens[i].text)]
        if len(held) == 1:
            terms.name(held[0].id, {i, i + 1})
            terms.kinds.pop("film", None)


def take_prize_of_that_edition(terms: Terms) -> None:
    """«The jury special prize at the second Korkyt Ata»: the prize of that name of the one edition that is told, and not of the newest."""
    prizes = [named for named, kind in terms.named_kinds.items() if kind == "award"]
    told = _edition_told(terms) if prizes else None
    if told is None:
        return
    for prize in [prize for prize in prizes if not terms.linked(prize, told)]:
        others = {other.id: _alike(terms, prize, other.id) for other in terms.members("award", [(told,)])}
        same = max(others, key=others.__getitem__, default="")
        if same and others[same] >= _SAME_NAME:
            terms.name(same, terms.unname(prize))


def _edition_told(terms: Terms) -> str | None:
    """The only edition of a year, a number, a city or a country that a message tells."""
    years, cities = set(terms.reading.years.values()), [named for named, kind in terms.named_kinds.items() if kind == "place"]
    editions = terms.members("edition") if years or cities or terms.ordinals or "edition" in terms.named_kinds.values() else []
    told = [
        edition.id
        for edition in editions
        if edition.id in terms.named
        or not years.isdisjoint(edition.years)
        or ("editions" in edition.facts and edition.facts["editions"].number in terms.ordinals)
        or any(terms.linked(edition.id, city) for city in cities)
    ]
    return told[0] if len(told) == 1 else None


def _alike(terms: Terms, prize: str, other: str) -> float:
    """How much of the words of two prizes' names is the same, without their years."""
    of_prize, of_other = ({key for key in fold_phrase(terms.base.records[one].names.shown("en")) if not key.isdigit()} for one in (prize, other))
    return len(of_prize & of_other) / min(len(of_prize), len(of_other))


def hear_every_spelling(terms: Terms) -> None:
    """«Korkut Ata», «Коркут ата»: whichever spelling names the festival, texts hold the words of its own name."""
    said = sorted(terms.named.get(FESTIVAL, ()))
    names = map(fold_phrase, terms.base.records[FESTIVAL].names.all()) if said else ()
    own = next((name for name in names if len(name) == len(said)), ())
    for i, key in zip(said, own, strict=False):
        if i in terms.stems:
            terms.stems[i].add(stem_of(key))
