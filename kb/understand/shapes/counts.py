"""What «how many» counts: films of one country or type, papers with a country, members of a jury. Nothing else's number answers it."""

from __future__ import annotations

import re

from babel.dates import get_month_names

from kb.base import Base
from kb.language.fold import fold
from kb.query import Query
from kb.records import Fact, Highlight
from kb.understand.ask import FESTIVAL, KAZAKHSTAN, Ask, Candidate
from kb.understand.ask.words import handing
from kb.understand.evidence import EDITION_LIKE, SIGNED, Evidence
from kb.understand.lexicon import properties, words
from kb.understand.reading import numerals
from kb.understand.shapes import editions_told
from kb.understand.weights import MENDED
from kb.understand.word_lists import folded_list, listed

# A day, a time or a year in English, and anything else with a digit.
_DATE = re.compile(rf"(?:\d\d?(?:–\d\d?)? )?(?:{'|'.join(get_month_names('wide', locale='en').values())})|\d:\d\d|(?:19|20)\d\d")
_NUMBER = re.compile(r"\d")
_TITLE = re.compile("[«“][^»”]*[»”]")
# How many guests came is the number of nobody else.
_OF_ALL = "participants"
# Cues of prizes, and those of a kind of films that stand for the prizes of that kind.
_PRIZES = {"awards", "winner", "best_documentary"}
# What can be spoken of where prizes are counted, and what tells their number.
_WITH_PRIZES, _NUMBER_OF_PRIZES = {"award", "film", "edition", "festival", "documentary", "feature"}, "award-count"

# What tells how long something lasts: «for how many years».
_LASTING = ("period", "dates")
_CRAFTS = ("director", "composer", "cast", "cinematographer", "writer", "producer", "jury")
# What words for the members of a jury ask for besides.
_OF_JURY = ("jury", _OF_ALL, "festival_role", "city", "dates")
# What words for a city that hosts festivals ask for, and what they ask for besides.
_HOSTED, _OF_CITIES = {"organisers", "editions"}, ("city", "festivals", "venue")


class Counts:
    """Tells what is counted, over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._numerals = frozenset(word for word in words()["counting"] if word.isascii())
        self._of_time = listed("years_of_age")
        self._competition, self._outside = (frozenset(map(fold, words()["competitions"][name])) for name in ("in", "out"))

    def query(self, ask: Ask) -> Query | None:
        """What a count is told by: the films, papers or people that are counted."""
        if "count" not in ask.types or ask.reading.yes_no or ask.reading.bound or {"most", "least", "compare"} & ask.operations.keys():
            return None
        return self._jury(ask) or self._films(ask) or self._prizes(ask) or self._papers(ask) or self._cities(ask)

    def over_years(self, ask: Ask) -> Query | None:
        """«How many awards did Kazakh films win in five years?», «бес жылда қанша фестивальге қатысты?»: told by the body that counted them."""
        kinds, named = ask.kinds.keys(), set(ask.named_kinds.values())
        of_films = "award" in kinds or ("film" in kinds and bool(EDITION_LIKE & kinds))
        if not {"count"} & {*ask.types, *ask.operations} or not of_films or ask.reading.years or not named <= {"country", "organisation"}:
            return None
        before = (ask.reading.tokens[i - 1].key for i in ask.where_said(folded_list("years_of_age")) if i)
        if not any(key.isdecimal() or key in numerals() for key in before):
            return None
        told = (Query("fact", (body.id,), "awards") for body in ask.members("organisation") if body.known("awards") and body.facts["awards"].number)
        return next(told, None)

    def miscounts(self, ask: Ask, best: Candidate) -> bool:
        """Whether an answer counts something else than what is asked, or nothing."""
        if "count" not in ask.types or best.operation == "card" or ask.reading.bound:
            return False
        told = best.record in ask.named and ask.of[best.record].kind != "place"
        if (craft := self._craft(ask)) and best.property != craft and not told:
            return True
        if best.property == "films_count":
            where = ask.of[best.record].where
            return any(not any("films_count" in where.get(stem, ()) for stem in ask.stems.get(i, ())) for i in self._narrowing(ask))
        if self._of_jury(ask) and best.operation == "fact" and best.property not in ("jury", "jury_chair"):
            return True
        if ask.counted == {"film"} and ask.of[best.record].kind in ("person", "film") and not (best.record in ask.named or best.follows):
            return True
        if ask.types == {"count"} and best.operation == "fact" and self._is_of_no_number(ask, best):
            return True
        # What is asked of a record by name can be told in other words: «many medals».
        surely = best.operation == "fact" and (best.record in ask.named or best.follows)
        return not (ask.reading.yes_no or surely or ask.types - {"count"}) and not self._tells_number(ask, best)

    def _is_of_no_number(self, ask: Ask, best: Candidate) -> bool:
        """«How much did it earn?» is not told by its year, «how many seats has it?» not by where it is, «how many came?» not by who did."""
        asked = properties().get(best.property or "")
        fact = ask.of[best.record].facts.get(best.property or "")
        if asked is None or fact is None or fact.unknown or ask.reading.yes_no:
            return False
        if best.property == "agreements":
            # «For how many years is it signed?»
            return "period" in ask.cues
        if best.property == _OF_ALL and ask.counted == {"country"}:
            # So many guests are no number of countries.
            where = ask.of[best.record].where
            return not any(_OF_ALL in where.get(stem, ()) for i in ask.kinds["country"] for stem in ask.stems.get(i, ()))
        if asked.answers == "when":
            return best.property not in _LASTING and not ask.reading.has_listed(self._of_time)
        if best.property == "country" and ask.named_kinds.get(best.record) == "film":
            # «How many countries made Joqtau?»: that it is a film of one tells it.
            return False
        return (asked.answers == "where" or best.property == _OF_ALL) and fact.number is None and len(fact.refs) < 2

    @staticmethod
    def _craft(ask: Ask) -> str:
        """What is right after «how many», if it is a craft: «how many directors came?»"""
        ends = {max(m.span) for m in ask.reading.of("question") if m.pattern.value == "count"}
        told = (m.pattern.value for m in ask.reading.of("cue") if m.pattern.value in _CRAFTS and len(m.span) == 1 and min(m.span) - 1 in ends)
        return next(told, "")

    def _tells_number(self, ask: Ask, best: Candidate) -> bool:
        """«How many cinemas has Kinopark?» is not told by its being the largest chain; several names can be counted."""
        record = self._base.records[best.record]
        told: Fact | Highlight | None = record.highlights[int(best.property or 0)] if best.operation == "highlight" else record.facts.get(best.property or "")
        if told is None or told.text is None:
            return True
        text = told.text.en
        several = isinstance(told, Fact) and (len(told.refs) > 1 or told.number is not None)
        asked = properties().get(best.property or "")
        several = (
            several
            or (isinstance(told, Fact) and "," in _TITLE.sub("", text))
            or (asked is not None and (asked.answers in ("count", "when") or asked.type == "boolean"))
        )
        return several or bool(_NUMBER.search(_DATE.sub("", text))) or not self._numerals.isdisjoint(re.findall("[a-z]+", text.lower()))

    # Films

    def _films(self, ask: Ask) -> Query | None:
        """«How many Turkish shorts were shown in Aktau?»: the films of a festival that are of a country, of a type, or were in competition."""
        kinds = set(ask.named_kinds.values())
        if ask.kinds.keys() - {"film", "award", "edition", "festival"} or "film" not in ask.kinds or not kinds <= {"country", "place", "festival", "edition"}:
            return None
        if "award" in ask.counted or ("award" in ask.kinds and "film" not in ask.counted):
            # «How many prizes for films?», «how many prizes for features and how many for documentaries?»
            return None
        if any(kind == "festival" and named != FESTIVAL for named, kind in ask.named_kinds.items()):
            # «How many competed at Eurasia?» is told by that festival.
            return None
        narrowing = self._narrowing(ask)
        known = ask.named_positions | ask.of_kinds | ask.cued | ask.reading.years.keys() | narrowing | {i for at in ask.operations.values() for i in at}
        if not narrowing or not known.issuperset(ask.telling):
            return None
        edition = self._edition(ask)
        if edition is None:
            return None
        in_competition = ask.cues.get("competition", {}).keys()
        if any(ask.cues.get(prize, {}).keys() - in_competition for prize in _PRIZES):
            # «Competed for the prizes» asks for none.
            prop = "best_documentary" if "documentary" in ask.types_of.get("film", ()) else "awards"
            return Query("fact", (edition.id,), prop) if edition.known(prop) and not self._countries_of_films(ask) else None
        countries = self._countries_of_films(ask)
        linked = [(edition.id,), *((country,) for country in countries)]
        films = ask.members("film", linked) if ask.has_all("film", linked) else []
        if films and countries and not (ask.film_types or self._asks_competition(ask)):
            return Query("count", kind="film", filters=(*countries, edition.id))
        if ask.film_types:
            films = [film for film in films if film.type in ask.film_types]
        if self._asks_competition(ask):
            programmes = [ask.of[event] for event in edition.near.get("event", ()) if ask.of[event].known("competition")]
            competing = {ref for programme in programmes for ref in programme.facts["competition"].refs}
            films = [film for film in films if film.id in competing]
        return Query("set", tuple(film.id for film in films)) if films else None

    def _edition(self, ask: Ask) -> Evidence | None:
        """The festival whose films are counted: the one that is told, else the newest that gave prizes."""
        named = [named for named, kind in ask.named_kinds.items() if kind == "edition"]
        places = {named for named, kind in ask.named_kinds.items() if kind == "place"}
        if named:
            return ask.of[named[0]] if len(named) == 1 else None
        if places - ask.held.keys() or ask.ordinals:
            return None
        held = [edition for edition in editions_told(ask) if edition.near.get("film")]
        if not (places or ask.reading.years):
            shown = FESTIVAL in ask.named or "edition" in ask.kinds or ask.lists_shown or {"festivals", "competition"} & ask.cues.keys()
            held = [edition for edition in held if edition.near.get("award")] if shown else []
        return held[0] if held else None

    def _narrowing(self, ask: Ask) -> set[int]:
        """Positions of the words that make the films that are counted some of all: «Kazakh», «short», «in competition», «won prizes»."""
        if "film" not in ask.kinds:
            return set()
        found = {i for country in self._countries_of_films(ask) for i in ask.named[country]}
        found |= {i for m in ask.reading.of("kind") if m.pattern.value in ask.types_of.get("film", ()) for i in m.span}
        if self._asks_competition(ask):
            found |= {i for i, token in enumerate(ask.reading.tokens) if self._competition & {token.key, *token.bases}}
        prizes = {i for m in ask.reading.of("cue") if m.pattern.value in _PRIZES and m.weight > MENDED for i in m.span}
        return (found | prizes) & set(ask.content)

    def _countries_of_films(self, ask: Ask) -> list[str]:
        """The countries whose films are counted: guests of a festival, or the word right before the films."""
        films = ask.kinds.get("film", set())
        hosts = {ref for edition in editions_told(ask)[:1] for ref in edition.facts["city"].refs} if ask.held or ask.reading.years else {KAZAKHSTAN}
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
        asking = {i for m in ask.reading.of("question") if m.pattern.value == "count" for i in m.span}
        # «Қазақтың қанша фильмі».
        beside = {country: {i + (2 if i + 1 in asking else 1) for i in ask.named[country]} for country in countries}
        return [country for country in countries if ask.ours or country not in hosts or not beside[country].isdisjoint(films)]

    def _asks_competition(self, ask: Ask) -> bool:
        said = {key for token in ask.reading.tokens for key in (token.key, *token.bases)}
        return not said.isdisjoint(self._competition) and said.isdisjoint(self._outside)

    def _prizes(self, ask: Ask) -> Query | None:
        """«How many prizes for feature films were handed out in Aktau?»: the festival or its jury tells how many they were."""
        kinds = set(ask.named_kinds.values())
        if "award" not in ask.counted or ask.kinds.keys() - _WITH_PRIZES or not kinds <= {"place", "festival", "edition"} or ask.types != {"count"}:
            return None
        known = ask.named_positions | ask.of_kinds | ask.cued | ask.generic | ask.reading.years.keys() | {i for at in ask.operations.values() for i in at}
        known |= ask.where_said(handing())
        told = editions_told(ask)[:1] if known.issuperset(ask.telling) else []
        for edition in told:
            for record in (edition.id, *sorted(edition.links)):
                for number, counted in enumerate(self._base.records[record].highlights):
                    if counted.name == _NUMBER_OF_PRIZES:
                        return Query("highlight", (record,), str(number))
        return None

    @staticmethod
    def _cities(ask: Ask) -> Query | None:
        """«How many cities have hosted it?», «фестиваль неше қалада өтті?»: those of all festivals, which the festival itself tells."""
        told = FESTIVAL in ask.named or not EDITION_LIKE.isdisjoint(ask.kinds) or (bool(_HOSTED & ask.cues.keys()) and not ask.gains)
        others = ask.named.keys() - {FESTIVAL} or ask.kinds.keys() - {"place", *EDITION_LIKE} or ask.types - {"count"}
        known = ask.named_positions | ask.of_kinds | {i for prop in (*_HOSTED, *_OF_CITIES) for i in ask.cues.get(prop, ())}
        if "place" not in ask.counted or not told or others or ask.numerals or ask.months or not known.issuperset(ask.telling):
            return None
        return Query("fact", (FESTIVAL,), "city") if FESTIVAL in ask.base.records and ask.of[FESTIVAL].known("city") else None

    # Papers and people

    @staticmethod
    def _papers(ask: Ask) -> Query | None:
        """«How many memorandums with Uzbekistan?»: those of just this type, where there are any; «how many agreements in all?»: all that were signed."""
        types, kinds = ask.types_of.get("agreement"), set(ask.named_kinds.values())
        asking = {i for prop in ("agreements", "signed_on", "signatories", "what") for i in ask.cues.get(prop, ())}
        in_all = ask.reading.where_listed(listed("in_all"))
        known = ask.named_positions | ask.of_kinds | asking | in_all | {i for at in ask.operations.values() for i in at}
        if (
            ask.strength.get("period")
            or ask.kinds.keys() != {"agreement"}
            or ask.counted != {"agreement"}
            or not (types or in_all)
            or not (kinds == {"country"} or (in_all and not kinds))
            or ask.reading.years
            or not known.issuperset(ask.telling)
        ):
            return None
        linked = [(named,) for named in ask.named if named != KAZAKHSTAN]
        counted = types.intersection(SIGNED) if types else SIGNED
        papers = [paper.id for paper in ask.members("agreement", linked) if paper.type in counted] if ask.has_all("agreement", linked) else []
        return Query("set", tuple(papers)) if papers else None

    def _jury(self, ask: Ask) -> Query | None:
        """«How many people sat on the jury?»: its members are named."""
        others = ask.kinds.keys() - {"person", "edition", "festival"} - ({"film"} if self._craft(ask) == "jury" else set())
        if not self._of_jury(ask) or others or ask.ordinals or "award" in ask.counted:
            return None
        asking = {i for prop in _OF_JURY for i in ask.cues.get(prop, ())}
        known = ask.named_positions | ask.of_kinds | asking | ask.reading.years.keys() | {i for at in ask.operations.values() for i in at}
        told = [edition for edition in editions_told(ask) if edition.known("jury")] if known.issuperset(ask.telling) else []
        return Query("fact", (told[0].id,), "jury") if told else None

    def _of_jury(self, ask: Ask) -> bool:
        """Whether the members of a jury are counted, and nothing that the jury gave or saw."""
        named = any(ask.of[record].type == "jury" for record in ask.named)
        if self._craft(ask) == "jury":
            return True
        return (named or 1.0 in ask.cues.get("jury", {}).values()) and ask.kinds.keys().isdisjoint(("film", "award", "country"))
