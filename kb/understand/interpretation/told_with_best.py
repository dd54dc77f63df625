"""Rules of the best answer that are more than a query: what is told otherwise, or not at all: «which films won in Aktau?»."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from kb.language.fold import fold_phrase
from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask, Candidate
from kb.understand.evidence import Evidence
from kb.understand.interpretation.decision import Decision, answer
from kb.understand.interpretation.honest_no import lacking
from kb.understand.interpretation.recognisers import Recognisers
from kb.understand.interpretation.rivals import rivals_of
from kb.understand.interpretation.strangers import WITHOUT_AGREEMENT, foreign, without_agreement, without_memorandum
from kb.understand.interpretation.told_of_it import ABOUT
from kb.understand.interpretation.two_answers import single_prizes
from kb.understand.interpretation.untold import untold
from kb.understand.lexicon import properties, words
from kb.understand.reading import numerals
from kb.understand.refusals.asked import tells_no_prize
from kb.understand.shapes.films_told import OF_FILM, TELLS_FILM, of_winner
from kb.understand.weights import COVERAGE, MENDED, OF_KIND
from kb.understand.word_lists import typed_list

STRAYED = "a date of something else than what the chat spoke of"
# What tells the prizes of a festival, whoever won them.
_PRIZES_OF_ALL = ("awards", "winner")
# What is asked of one film, and so many films of somebody at most are told of all.
_OF_ONE_FILM, _FEW_FILMS = ("year", "genre", "runtime", "producer", "composer", "cinematographer", "writer", "premiere", "release", "box_office"), 3
# How telling a word is that stands in few records.
_RARE = 0.6
# Who signed a paper, by name or by body.
_SIGNERS = ("signatories", "parties")


class ToldWithBest:
    """Each method is a `RuleOfBest`: what it decides, or None where the best answer, if there is one, tells what is asked."""

    def __init__(self, recognisers: Recognisers) -> None:
        self._recognisers = recognisers

    def of_story(self, ask: Ask, _: Query | None, best: Candidate | None) -> Decision | None:
        """«Who directed the film where a dam breaks?», «films about war»"""
        if (films := self._recognisers.stories.of_theme(ask)) is not None:
            told = Query("set", films) if len(films) > 1 else Query("card", films) if films else None
            return answer(told, "the films of a theme") if told else Decision("unknown", lacking=lacking(ask, None), why="no film is of this theme")
        if query := self._recognisers.stories.query(ask, best):
            return answer(query, "a film that is told by its story")
        if best and self._recognisers.stories.is_surely(ask, best) and self._recognisers.refusals.forbid(ask, best):
            return answer(Query(best.operation, (best.record,), best.property), "a film that is told by its story")
        if best is None or not self._recognisers.stories.of_another(ask, best):
            return None
        if several := self._recognisers.stories.several(ask):
            return Decision("clarify", several, several.records, why="a few films tell such a story")
        return Decision("unknown", lacking=lacking(ask, None), why="no film tells such a story")

    def described(self, ask: Ask, context: Query | None, best: Candidate | None) -> Decision | None:
        unsure = best is None or not best.asked or best.coverage < COVERAGE
        told = bool(best and ask.reading.story and ask.of[best.record].kind != "film" and best.record not in ask.named)
        # «How much of its spending does the state pay back?» describes nothing.
        measured = ask.reading.bound or ({"count", "when"} & ask.types and "film" not in ask.kinds)
        described = self._recognisers.shapes.describe(ask) if (unsure or told) and not measured else None
        fits = described and (best is None or told or described.coverage > best.coverage)
        carried = context is not None and best is not None and best.operation == "fact" and best.property == context.property
        if described and best and carried and best.record == described.record:
            # «Ал Грузияның кино орталығы ше?» after when another body was founded.
            return None
        if described and (self._recognisers.refusals.beyond.misses(ask, described) or self._recognisers.mismatches.has(ask, described)):
            return None
        if described and fits and (about := _of_described_paper(ask, ask.of[described.record])):
            return answer(Query("fact", (described.record,), about), "what a paper is about that is described")
        return answer(Query("card", (described.record,)), "a description fits one record") if described and fits else None

    def claimed(self, ask: Ask, context: Query | None, best: Candidate | None) -> Decision | None:
        """«Was the memorandum with Iran signed in Aktau?»"""
        if not ask.reading.yes_no:
            return None
        claims = self._recognisers.claims
        usable = best is not None and best.coverage >= COVERAGE and not self._recognisers.refusals.forbid(ask, best)
        if elsewhere := claims.elsewhere(ask, context, best):
            return answer(elsewhere, "another place than a yes/no question claims")
        if dated := claims.dated(ask, best):
            return answer(dated, "whether it was on that day or in that month")
        if dated := claims.in_another_year(ask, best):
            return answer(dated, "when it was, if another year is claimed")
        if claimed := claims.judge(ask, best, usable):
            value = claims.value(ask, claimed)
            if value is None and "agreement" in ask.kinds and foreign(ask, claimed):
                # «Казахстан подписал меморандум и с Мексикой. О чём он?» is told by no paper with another country.
                return None
            return answer(Query("fact", (claimed.record,), claimed.property, claim=value), "what a yes/no question claims")
        return None

    def lacks_agreement(self, ask: Ask, _: Query | None, best: Candidate | None) -> Decision | None:
        if country := without_memorandum(ask):
            return answer(Query("fact", (country,), "agreements"), "a country that signed nothing here")
        if country := without_agreement(ask, best):
            return Decision("unknown", lacking=country, why=WITHOUT_AGREEMENT)
        if name := foreign(ask, best):
            return Decision("unknown", lacking=name, why="a known name that is not in the base")
        return None

    def signed_together(self, ask: Ask, context: Query | None, best: Candidate | None) -> Decision | None:
        """«Who signed the five memorandums?»: what tells of as many papers together, and not of one of them."""
        before = {ask.reading.tokens[i - 1].key for kind in ("agreement", "memorandum") for i in ask.kinds.get(kind, ()) if i}
        counted = {numerals().get(key, int(key) if key.isdecimal() else 0) for key in before} - {0, 1}
        if best is None or not counted or best.record in ask.named or ask.types - {"who"}:
            return None
        for paper in [c.record for c in rivals_of(self._recognisers.scorer, ask, context) if c.property in _SIGNERS]:
            for other in sorted(ask.of[paper].links):
                for prop, fact in ask.of[other].facts.items():
                    if fact.number in counted and len(fact.refs) == fact.number and paper in fact.refs:
                        return answer(Query("fact", (other,), prop), "those who signed several papers together")
        return None

    @staticmethod
    def all_heads(ask: Ask, _: Query | None, best: Candidate | None) -> Decision | None:
        """«Who has headed the department over the years?», «how many heads has it had?»: who leads it, and those before him."""
        bodies = [named for named in ask.named if all(ask.of[named].known(prop) for prop in ("head", "predecessor"))]
        if best is None or len(bodies) != 1 or ask.reading.years or not ask.reading.says(_over_the_years()):
            return None
        led = best.operation == "fact" and best.property in ("head", "predecessor") and best.record == bodies[0]
        # «How many people …» counts no guests of a festival.
        counted = "count" in ask.types and ask.strength.get("head", 0.0) >= OF_KIND and len(ask.named) == 1
        return answer(Query("fact", (bodies[0],), "head+predecessor"), "all who have led a body") if led or counted else None

    @staticmethod
    def whether_known(ask: Ask, _: Query | None, best: Candidate | None) -> Decision | None:
        """«Әуезов пен Қодири туралы фильмнің режиссері белгілі ме?»: what is asked of the film, and not what it is described by."""
        if best is None or best.operation == "card" or ask.of[best.record].kind != "film" or not ask.reading.says(_is_it_known()):
            return None
        asked = max((prop for prop in ask.strength if prop != "what"), key=lambda prop: ask.strength[prop], default="")
        if not asked or ask.strength[asked] < OF_KIND or "film" not in properties()[asked].kinds:
            return None
        return answer(Query("fact", (best.record,), asked), "whether something is known of a film")

    def listed(self, ask: Ask, context: Query | None, best: Candidate | None) -> Decision | None:
        """«Which films won in Aktau?», «the latest memorandum», «what was shown at the days of cinema?»"""
        bound, shapes = ask.reading.bound, self._recognisers.shapes
        if query := shapes.editions_of(ask):
            return answer(query, "the festivals of a country or a month")
        if best and best.follows and best.property == "best_documentary":
            # «And who came first among the documentaries?»: at the festival that the chat spoke of.
            return None
        if not bound and not _tells_with_its_kinds(ask, best) and (query := shapes.superlative(ask)):
            return answer(query, "the most, or the latest")
        if (days := shapes.screenings(ask)) and (query := shapes.programme(ask, self._recognisers.scorer.of_records(ask, context, days))):
            if self._recognisers.refusals.years.tells_others(ask, query.records[0], query.property or ""):
                return Decision("unknown", records=query.records, why="what was shown there was in another year")
            return answer(query, "the programme of film days")
        if best and best.operation == "highlight" and "plans" in ask.cues and not ask.unexplained(best):
            # «Which two films did they plan?»: what was planned is in no list.
            return None
        query = shapes.listing(ask, best)
        if query is None:
            return None
        if best and (of_each := _of_each_film(ask, query, best)):
            return answer(of_each, "what is asked of the film of somebody who made several")
        if query.operation == "fact" and best and self._recognisers.refusals.beyond.lacks_all(ask.reading, ask.content):
            # «Залына неше адам сияды?» counts no guests.
            return None
        if query.operation == "fact" and (two := self._recognisers.two_questions.asked(ask, ask.of[query.records[0]])):
            query = Query("fact", query.records, "+".join(two))
        if bound and query.operation == "fact" and (bound[1] != "=" or self._recognisers.claims.counts(ask, query.property or "", bound[0] + 1)):
            query = replace(query, claim=f"{bound[1]}{bound[2]}")
        return answer(query, "a list or a count")

    def won(self, ask: Ask, _: Query | None, __: Candidate | None) -> Decision | None:
        """«Who directed the film that won in Aktau?»"""
        if self._recognisers.two_questions.tells_last(ask.reading, TELLS_FILM) or not (query := of_winner(ask)):
            return None
        two = self._recognisers.two_questions.asked(ask, ask.of[query.records[0]]) if query.operation == "fact" else None
        if two and OF_FILM.issuperset(two):
            query = Query("fact", query.records, "+".join(two))
        return answer(query, "asked of the film that a festival tells")

    def of_another_month(self, ask: Ask, _: Query | None, best: Candidate | None) -> Decision | None:
        if best and self._recognisers.dated.is_of_another_month(ask, best):
            return Decision("unknown", why="what is told is of another month")
        if best and ask.lists_shown and ask.of[best.record].kind in ("edition", "place") and best.property not in ("awards", "films_count"):
            return Decision("unknown", lacking=lacking(ask, None), why="no record can be meant")
        return None

    @staticmethod
    def of_no_festival(ask: Ask, _: Query | None, best: Candidate | None) -> Decision | None:
        """«Which film opened Korkyt Ata 2020?», «… won Korkyt Ata in Tashkent?»: there was no such festival, whatever else was in that year or city."""
        years = set(ask.reading.years.values())
        places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
        if best is None or FESTIVAL not in ask.named or not (years or places) or ask.of[best.record].kind == "edition" or best.record in ask.named:
            return None
        editions = [edition for edition in ask.members("edition") if not years or not years.isdisjoint(edition.years)]
        held = any(not places or any(ask.linked(edition.id, place) for place in places) for edition in editions)
        asked = any(strength >= OF_KIND and "edition" in properties()[prop].kinds for prop, strength in ask.strength.items())
        return Decision("unknown", records=(FESTIVAL,), why="there was no festival in that year") if asked and not held else None

    def of_no_guest(self, ask: Ask, _: Query | None, best: Candidate | None) -> Decision | None:
        """«Был ли на фестивале президент Токаев?»: his name stands elsewhere, and no festival tells of him."""
        stranger = best is not None and self._recognisers.claims.is_stranger_at_festival(ask, best)
        return Decision("unknown", why="somebody of whom no festival tells") if stranger else None

    def untold(self, ask: Ask, _: Query | None, best: Candidate | None) -> Decision | None:
        """«Where was Cadet shot?», which nobody tells: not who shot it."""
        asked = untold(ask, best) if best else None
        if asked is None or best is None or best.coverage < COVERAGE or self._recognisers.refusals.forbid(ask, best):
            # Nothing would be told.
            return None
        return answer(asked, "what is asked of a record that does not tell it")

    @staticmethod
    def of_the_oscars(ask: Ask, _: Query | None, best: Candidate | None) -> Decision | None:
        """«Which film won the main Oscar in 2025?»: the base tells of films that were sent there, and of none that won."""
        won = any(ask.strength.get(prop, 0.0) >= OF_KIND for prop in _PRIZES_OF_ALL)
        named = {"film", "person", "country"} & set(ask.named_kinds.values())
        asked = best is not None and ask.strength.get("oscars", 0.0) >= OF_KIND and won and not (named or best.follows or ask.reading.yes_no)
        return Decision("unknown", why="who won the Oscars is not told") if asked else None

    def of_nobody(self, ask: Ask, context: Query | None, best: Candidate | None) -> Decision | None:
        nobody = best is not None and self._recognisers.follow_ups.left_open.asks_of_nobody(ask, context)
        return Decision("unknown", why="nobody was spoken of whom a pronoun can mean") if nobody else None

    @staticmethod
    def all_that_it_won(ask: Ask, _: Query | None, best: Candidate | None) -> Decision | None:
        """«What has Joqtau won?»: all its prizes, and not the one that a festival tells, where no festival is named."""
        films = [named for named, kind in ask.named_kinds.items() if kind == "film"]
        if best is None or ask.of[best.record].kind not in ("award", "edition") or best.property not in (*_PRIZES_OF_ALL, *single_prizes(), "best_documentary"):
            return None
        if (
            len(films) != 1
            or len(ask.named) != 1
            or ask.types & {"who", "when", "where", "count"}
            or ask.kinds
            or ask.reading.years
            or ask.ordinals
            or ask.ranks
        ):
            return None
        asked = max(ask.strength, key=lambda prop: (ask.strength[prop], prop in _PRIZES_OF_ALL), default="") in _PRIZES_OF_ALL and not ask.reading.yes_no
        return answer(Query("fact", (films[0],), "awards"), "all prizes of a film") if asked and ask.of[films[0]].known("awards") else None

    @staticmethod
    def won_nothing(ask: Ask, _: Query | None, best: Candidate | None) -> Decision | None:
        """«What award did Özçivit win in Aktau?», «Nargin took first place»: not told by the prizes that others won, but by those of the film, if any."""
        if best is None or ask.reading.yes_no or ask.types & {"who", "count"} or ask.of[best.record].kind != "edition":
            return None
        facts = ask.of[best.record].facts
        fact = facts.get(best.property or "")
        prizes = {*_PRIZES_OF_ALL, *single_prizes()}
        films = [named for named, kind in ask.named_kinds.items() if kind == "film" and ask.of[named].known("awards")]
        # Of a film that won nothing there it is told who did.
        won = len(films) == 1 and any(films[0] in told.refs for prop, told in facts.items() if prop in prizes or prop.startswith("best_"))
        if fact and won and best.property in prizes and films[0] not in fact.refs and not ask.operations.keys() - {"list"}:
            return answer(Query("fact", (films[0],), "awards"), "what a film won where others won")
        people = [named for named, kind in ask.named_kinds.items() if kind == "person" and ask.named[named] != ask.named.get(FESTIVAL)]
        if fact is None or len(people) != 1 or best.property not in prizes or people[0] in fact.refs:
            return None
        of_any = FESTIVAL in ask.named and not (ask.reading.years or ask.ordinals or {"place", "edition"} & set(ask.named_kinds.values()))
        own = ask.of[people[0]].facts.get("awards")
        if of_any and own and own.refs and all(ask.of[ref].kind == "award" for ref in own.refs):
            # «За какую картину Мине Доган наградили на Коркыт Ата?»
            return answer(Query("fact", (people[0],), "awards"), "what somebody won at the festival")
        return Decision("unknown", records=(people[0],), why="somebody won nothing where others won")

    @staticmethod
    def won_nothing_there(ask: Ask, _: Query | None, best: Candidate | None) -> Decision | None:
        """«Which prize did Qaitadan get in Cannes?»: none that the base knows of, and what it got elsewhere."""
        if best is None or best.property != "awards" or best.operation != "fact" or not ask.of[best.record].known("awards") or not tells_no_prize(ask, best):
            return None
        sure = {m.pattern.value for m in ask.reading.of("record") if m.weight > MENDED}
        places = [named for named, kind in ask.named_kinds.items() if kind in ("place", "festival") and named in sure - {best.record}]
        if len(places) != 1 or ask.reading.language is None:
            return None
        place = ask.base.records[places[0]].names.shown(ask.reading.language)
        told = Query("fact", (best.record,), "awards")
        return Decision("unknown", records=(best.record,), lacking=place, about="award", then=told, why="a prize that was not won there")

    def missed(self, ask: Ask, context: Query | None, best: Candidate | None) -> Decision | None:
        if best and context and self._recognisers.follow_ups.left_open.strays(ask, context, best):
            return Decision("unknown", records=context.records[:1], why=STRAYED)
        missed = self._recognisers.follow_ups.left_open.lacks(ask, context, best.record, best.property) if best else None
        return answer(missed, "not known of what the chat spoke of") if missed else None


@cache
def _is_it_known() -> tuple[tuple[str, ...], ...]:
    """The phrases that ask whether something is known, by their folded words."""
    return tuple(fold_phrase(phrase) for phrases in words()["is_it_known"].values() for phrase in phrases)


@cache
def _over_the_years() -> tuple[tuple[str, ...], ...]:
    """The phrases that ask for all who led a body, by their folded words."""
    return tuple(fold_phrase(phrase) for phrases in words()["over_the_years"].values() for phrase in phrases)


def _tells_with_its_kinds(ask: Ask, best: Candidate | None) -> bool:
    """«Where did the Center first have a stand at a film market?»: the best answer takes up each word for a kind, which asks for no list."""
    if best is None or best.operation != "highlight":
        return False
    return (best.record in ask.named and bool(ask.of_kinds) and best.cued >= ask.of_kinds) or _tells_more(ask, best)


def _tells_more(ask: Ask, best: Candidate) -> bool:
    """«Which film is called the first Kazakh disaster movie?»: the best answer tells all words, and a rare one of them that puts nothing in order."""
    order = {i for operation in ("earliest", "latest") for i in ask.operations.get(operation, ())}
    # Of two kinds the first word is of one: «the first film under the memorandum».
    enough = len(order) + (len(ask.kinds) < 2)
    if "film" in ask.kinds and order <= best.cued and len(best.cued) > enough and best.asked and not ask.unexplained(best):
        # «Какой первый фильм будет по меморандуму с Узбекистаном?»
        return True
    ordering = ask.named_positions | ask.of_kinds | ask.cued | ask.generic | ask.slight | {i for at in ask.operations.values() for i in at}
    return any(ask.tells[i] > _RARE for i in ask.telling if i not in ordering) and not ask.unexplained(best)


def _of_described_paper(ask: Ask, record: Evidence) -> str | None:
    """«О чём Балаева с китайцами толковала?»: what is told of what a paper or talks are about, if that is asked."""
    if record.kind == "agreement" and record.known("result") and ask.strength.get("result", 0.0) >= OF_KIND:
        # «Balayeva went to Beijing in 2024, what came out of that trip?»
        return "result"
    asked = max((ask.strength.get(prop, 0.0) for prop in ("scope", "theme")), default=0.0) >= OF_KIND
    asked = asked and record.kind == "agreement" and "agreement" not in ask.kinds
    return next((prop for prop in ABOUT if record.known(prop)), None) if asked else None


def _of_each_film(ask: Ask, query: Query, best: Candidate) -> Query | None:
    """«Фильм Дворцевого какого года?»: the year of each of his few films."""
    makers = [named for named, kind in ask.named_kinds.items() if kind == "person"]
    prop = best.property or ""
    asked = best.operation == "fact" and prop in _OF_ONE_FILM and ask.strength.get(prop, 0.0) >= OF_KIND and ask.of[best.record].kind == "film"
    if query.operation != "list" or query.kind != "film" or query.filters != tuple(makers) or len(makers) != 1 or not asked:
        return None
    films = [film.id for film in ask.members("film", [(makers[0],)]) if film.known(prop)]
    one = any(ask.reading.tokens[i].text.lower() in typed_list("one_film") for i in ask.kinds.get("film", ()))
    return Query("compare", tuple(films), prop) if one and 1 < len(films) <= _FEW_FILMS else None
