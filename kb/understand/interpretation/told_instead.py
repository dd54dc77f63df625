"""What is told where nothing is known of what the best answer would tell: where she teaches, by «which university», and not where she studied."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from kb.query import Query
from kb.understand.ask import KAZAKHSTAN, Ask, Candidate
from kb.understand.candidates import Scorer
from kb.understand.evidence import EDITION_LIKE
from kb.understand.interpretation.mending import is_unrecorded
from kb.understand.interpretation.rivals import CLOSEST, RIVAL, rivals_of
from kb.understand.lexicon import properties
from kb.understand.shapes.cooperation import is_in_a_paper
from kb.understand.weights import COVERAGE, MENDED, OF_KIND_MEANT, UNEXPLAINED
from kb.understand.word_lists import as_listed, listed

# How surely a word asks for something else of a record than the highlight that describes it.
_OF_DESCRIBED = 0.5
# What is asked of somebody in the words for what he does.
_DOING = ("post", "tasks")
# Who met or signed, what that was about, and how surely the first is asked for.
_THOSE_WHO_MET, ABOUT, _OF_THOSE = ("parties", "participants", "signatories"), ("scope", "theme", "plans", "result", "purpose"), 0.6

# A highlight for which so many words of a question ask says it in so many words.
_IN_SO_MANY_WORDS = 3


class ToldInstead:
    """Finds another answer that explains as much."""

    def __init__(self, scorer: Scorer) -> None:
        self._scorer = scorer
        self._which = listed("which")

    @staticmethod
    def _film_of_its_maker(ask: Ask, best: Candidate) -> str | None:
        """«Tell me about Tulpan, the film by Dvortsevoy»: who made it only says which film is meant."""
        films = [named for named, kind in ask.named_kinds.items() if kind == "film"]
        makers = {named for named, kind in ask.named_kinds.items() if kind == "person"}
        if "about" not in ask.operations or ask.types or best.property not in ("works", "director") or len(films) != 1 or not makers:
            return None
        by = ask.of[films[0]].facts.get("director")
        return films[0] if by is not None and makers <= set(by.refs) else None

    @staticmethod
    def _asks_of_hero(ask: Ask, best: Candidate) -> bool:
        """«Who's Abai Kunanbaiuly?»: of a film that nobody names, whom it is about, and not who directed it."""
        record = ask.of[best.record]
        unnamed = best.property == "director" and best.record not in ask.named and not best.follows and not ask.kinds and not ask.reading.yes_no
        if not unnamed or ask.cues.keys() - {"what"} or not record.known("plot"):
            return False
        return all(any("plot" in record.where.get(stem, ()) for stem in ask.stems.get(i, ())) for i in ask.telling)

    def _in_its_words(self, ask: Ask, context: Query | None, best: Candidate) -> Candidate:
        """«Which two joint films were planned?»: what is asked for in so many words, rather than one of the films that are not named."""
        lists = ask.operations.keys() == {"list"} and not (ask.types or ask.reading.yes_no)
        if not lists or best.operation != "fact" or best.record in ask.named or best.follows or ask.of[best.record].kind != "film":
            return best
        closest = [c for c in rivals_of(self._scorer, ask, context) if best.score - c.score < RIVAL]
        told = [c for c in closest if c.operation == "highlight" and len(c.cued) >= max(_IN_SO_MANY_WORDS, len(best.cued) + 1) and c.coverage > best.coverage]
        return max(told, key=lambda c: (len(c.cued), c.score), default=best)

    def as_told(self, ask: Ask, context: Query | None, best: Candidate) -> Candidate:
        """Another answer that explains as much, where the best one tells nothing of what is asked."""
        if film := self._film_of_its_maker(ask, best):
            best = replace(best, record=film, property=None, operation="card")
        best = self._in_its_words(ask, context, best)
        genre = ask.reading.yes_no and ask.film_types and best.property in ("plot", "theme") and ask.of[best.record].known("genre")
        if genre and best.record not in ask.named:
            # «Картина о дружбе Ауэзова с Кадыри — документалка?»
            best = replace(best, property="genre", operation="fact", asked=True)
        if self._asks_of_hero(ask, best):
            best = replace(best, property="plot", asked=True)
        if best.operation == "card" and ask.types and any(fact.unknown for fact in ask.of[best.record].facts.values()):
            closest = rivals_of(self._scorer, ask, context)[1:CLOSEST]
            best = next((c for c in closest if c.record == best.record and best.score - c.score < RIVAL and is_unrecorded(ask, c)), best)
        if context and (told_of := self._of_its_words(ask, context, best)):
            best = replace(best, property=told_of)
        fact = ask.of[best.record].facts.get(best.property or "")
        if best.operation == "fact" and best.record in ask.named and (fact is None or fact.unknown):
            # What is asked by words for something that is not known can be told besides: where she teaches, by «which university».
            rivals = rivals_of(self._scorer, ask, context)
            told = (c for c in rivals if self._tells_of_it(ask, c, best) and c.coverage >= COVERAGE)
            best = next(told, best)
        which = any(as_listed(token) in self._which for token in ask.reading.tokens)
        if best.property == "signatories" and fact is not None and fact.unknown and which and "agreement" in ask.kinds and "who" not in ask.types:
            # «What paper did we sign with Azerbaijan?» does not ask who did.
            return replace(best, property=None, operation="card")
        if best.operation == "fact" and len(ask.named) > 1 and (fact is None or fact.unknown):
            rivals = rivals_of(self._scorer, ask, context)
            best = next((c for c in rivals if self._tells_instead(ask, c, best)), best)
        elif best.operation == "fact" and fact is None:
            rivals = rivals_of(self._scorer, ask, context)
            best = next((c for c in rivals if self._tells_of_it(ask, c, best)), best)
        if best.operation == "fact" and best.property == "what" and not ask.of[best.record].known("what") and ask.of[best.record].kind == "agreement":
            # «They showed Kazakh films in Dushanbe, what was that?»
            best = replace(best, property=None, operation="card")
        untold = best.operation == "fact" and (fact is None or fact.unknown) and best.record in ask.named
        if untold and "about" in ask.operations and not ask.types and ask.strength.keys().isdisjoint(("plot", "what")):
            # «Что известно про фильм …?» asks for all that is known.
            best = replace(best, property=None, operation="card")
        if best.operation == "fact" and best.property == "writer" and fact is None and ask.of[best.record].known("based_on"):
            # «Which writer's story is behind Kitap?»
            best = replace(best, property="based_on")
        if prize := self._of_the_edition(ask, context, best):
            best = prize
        if met := self._where_or_when_they_met(ask, best):
            best = replace(best, property=met, asked=True)
        if meeting := self._of_the_meeting(ask, context, best):
            best = meeting
        if paper := self._of_what_is_in_it(ask, context, best):
            best = paper
        if self._are_all_named(ask, best):
            best = replace(best, property=None, operation="card")
        if about := self._of_what_they_agreed(ask, best):
            best = replace(best, property=about, asked=True)
        if self._asks_for_the_gist(ask, best):
            asking = {i for prop in ("scope", "plot") for i in ask.cues.get(prop, ())}
            best = replace(best, property=None, operation="card", explained=best.explained | dict.fromkeys(asking, 1.0), asked=True)
        if (
            "about" in ask.operations
            and not ask.types
            and best.property == "genre"
            and best.record in ask.named
            and ask.strength.get("genre", 0.0) <= OF_KIND_MEANT
        ):
            # «Tell me about the horror drama Cadet»: the genre only says which film.
            best = replace(best, property=None, operation="card")
        if self._asks_where_in_its_city(ask, best):
            best = replace(best, property="venue")
        if place := self._such_a_place(ask, best):
            best = replace(best, record=place, property="what", operation="fact", explained=dict.fromkeys(ask.content, 1.0), coverage=1.0, asked=True)
        if self._asks_what_somebody_does(ask, best):
            what = "what" if ask.of[best.record].known("what") else None
            best = replace(best, property=what, operation="fact" if what else "card")
        return best

    def _of_the_edition(self, ask: Ask, context: Query | None, best: Candidate) -> Candidate | None:
        """«2023 жылы Бакуде үздік фильм деп қайсысы танылды?»: which film was the best there, and not what one that nobody names won."""
        other = best.property == "awards" and ask.of[best.record].kind == "film" and best.record not in ask.named and not best.follows
        if not other or ask.reading.yes_no or ask.strength.get("best_film", 0.0) < max(ask.strength.values(), default=1.0):
            return None
        rivals = (c for c in rivals_of(self._scorer, ask, context) if best.score - c.score < RIVAL)
        return next((c for c in rivals if c.property == "best_film" and ask.of[c.record].kind == "edition" and c.coverage > best.coverage), None)

    @staticmethod
    def _where_or_when_they_met(ask: Ask, best: Candidate) -> str | None:
        """«When did Balayeva meet Dati?»: when or where the talks were, whose participants the question names itself."""
        record = ask.of[best.record]
        if best.property != "participants" or record.type != "talks" or ask.reading.yes_no or len(ask.types) != 1:
            return None
        prop = {"when": "signed_on", "where": "signed_at"}.get(min(ask.types), "")
        people = [ref for ref in record.facts["participants"].refs if ask.of[ref].kind == "person"]
        named = bool(people) and all(ref in ask.named for ref in people)
        return prop if (named or best.record in ask.named) and record.known(prop) else None

    def _of_the_meeting(self, ask: Ask, context: Query | None, best: Candidate) -> Candidate | None:
        """«ТҮРКСОЙ министрлерінің отырысына кім төрағалық етті?»: who chaired the meeting, or heads a part, and not who heads the whole body or place."""
        left = [i for i in ask.unexplained(best) if i not in ask.slight]
        if best.property != "head" or not left or ask.reading.yes_no:
            return None
        rivals = (c for c in rivals_of(self._scorer, ask, context) if c.asked and best.score - c.score < RIVAL)
        told = (c for c in rivals if c.operation == "highlight" or (c.property == "participants" and ask.of[c.record].kind in ("agreement", "event")))
        return max((c for c in told if all(c.explained.get(i, 0.0) >= MENDED for i in left)), key=lambda c: c.coverage, default=None)

    def _of_what_is_in_it(self, ask: Ask, context: Query | None, best: Candidate) -> Candidate | None:
        """«Is animation in the memorandum with Iran?», «Иранмен меморандумда мультфильм бар ма»: what that paper covers, and not which papers there are."""
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country" and named != KAZAKHSTAN]
        other = best.property == "agreements" or (ask.of[best.record].kind == "film" and best.record not in ask.named)
        if best.operation != "fact" or not other or len(countries) != 1 or len(ask.named) > 2 or not is_in_a_paper(ask):
            return None
        papers = (c for c in rivals_of(self._scorer, ask, context) if ask.of[c.record].kind == "agreement" and ask.of[c.record].known("scope"))
        paper = next((c for c in papers if countries[0] in ask.of[c.record].refs), None)
        return replace(paper, property="scope", operation="fact", asked=True, coverage=best.coverage) if paper else None

    @staticmethod
    def _asks_where_in_its_city(ask: Ask, best: Candidate) -> bool:
        """«Where in Aktau was the festival held?»: in which building, as the city is named."""
        record = ask.of[best.record]
        if best.property != "city" or record.kind not in EDITION_LIKE or ask.types != {"where"} or ask.reading.yes_no or not record.known("venue"):
            return False
        return any(ref in ask.named and ask.named_kinds[ref] == "place" for ref in record.facts["city"].refs)

    @staticmethod
    def _such_a_place(ask: Ask, best: Candidate) -> str | None:
        """«Which city is the main place of pilgrimage?»: the only place that is told to be so, and not the city of a festival."""
        where = "place" in ask.kinds or ask.types == {"where"}
        asked = where and ask.kinds.keys() <= {"place", "country"} and not ask.reading.yes_no and set(ask.named_kinds.values()) <= {"country"}
        if not asked or best.follows or best.record in ask.named or ask.reading.years or ask.of[best.record].kind == "place":
            return None
        passed = ask.of_kinds | ask.slight | ask.named_positions
        untold = [i for i in ask.telling if best.explained.get(i, 0.0) <= MENDED and i not in passed]
        told = [place.id for place in ask.members("place") if all(any("what" in place.where.get(stem, ()) for stem in ask.stems.get(i, ())) for i in untold)]
        return told[0] if untold and len(told) == 1 else None

    @staticmethod
    def _of_its_words(ask: Ask, context: Query, best: Candidate) -> str | None:
        """«And which khan is it about?» after who directed it: the fact that tells of a khan, and not the director again."""
        record = ask.of[best.record]
        again = best.operation == "fact" and best.property == context.property and best.record in context.records and not best.asked
        if not again or ask.named.keys() - {best.record} or ask.cues:
            return None
        stems = {stem for i in ask.telling if i not in ask.of_kinds for stem in ask.stems.get(i, ())}
        told = Counter(prop for stem in sorted(stems) for prop in record.where.get(stem, ()) if prop in record.facts and record.known(prop))
        return told.most_common(1)[0][0] if told and best.property not in told else None

    @staticmethod
    def _tells_of_it(ask: Ask, other: Candidate, best: Candidate) -> bool:
        """Whether a highlight of the record is asked for by several words: where she teaches, if it is not told where she studied.

        «The running time» asks for no highlight that tells a time: it has to explain what the fact does not.
        """
        if other.record != best.record or other.operation != "highlight" or len(other.cued) < 2 or best.score - other.score >= RIVAL:
            return False
        return any(other.explained.get(i, 0.0) > best.explained.get(i, 0.0) for i in ask.content if i not in ask.named_positions)

    def _tells_instead(self, ask: Ask, other: Candidate, best: Candidate) -> bool:
        """Whether the base tells elsewhere what the record itself lacks, of all that is named: in which cinema in Bangkok a film was shown."""
        fact = ask.of[other.record].facts.get(other.property or "")
        lacks = best.property not in ask.of[best.record].facts
        # What tells of Kazakhstan tells nothing of the rebate yet.
        beside = {stem for i in ask.named.get(best.record, ()) for stem in ask.stems.get(i, ())}
        where = ask.of[other.record].where
        if beside and other.record != best.record and not any(other.property in where.get(stem, ()) for stem in beside):
            return False
        told = other.operation == "highlight" or (lacks and fact is not None and not fact.unknown and other.property == best.property)
        # «Which officials put their names under the memorandum?» asks for no name of it.
        cued = other.cued - ask.cues.get(best.property or "", {}).keys()
        return told and other.asked and bool(cued) and best.score - other.score < RIVAL and all(other.explained.get(i, 0.0) >= 0.6 for i in ask.names)

    @staticmethod
    def _are_all_named(ask: Ask, best: Candidate) -> bool:
        """«Что подписали Казахфильм и Беларусьфильм?»: the paper, whose parties the question names itself."""
        parties = ask.of[best.record].facts.get("parties") if best.operation == "fact" and best.property == "parties" else None
        return parties is not None and 1 < len(parties.refs) == len(set(parties.refs) & ask.named.keys()) and not (ask.types or ask.reading.yes_no)

    @staticmethod
    def _of_what_they_agreed(ask: Ask, best: Candidate) -> str | None:
        """«What did Kazakhfilm agree on with Yakutia?», «Балаева мен Дати нелер жайлы сөйлескен»: what a paper or talks are about, not who is named already."""
        record = ask.of[best.record]
        if best.operation != "fact" or best.property not in _THOSE_WHO_MET or record.kind != "agreement" or ask.reading.yes_no or ask.types:
            return None
        named = {named for named, kind in ask.named_kinds.items() if kind in ("country", "person", "organisation", "agreement") and named != KAZAKHSTAN}
        fact = record.facts.get(best.property)
        others = [ref for ref in fact.refs if ref not in named and ask.named_kinds.get(ref) != "country" and ask.of[ref].kind == "person"] if fact else []
        # «Наш киноцентр» is a name.
        kinds = {kind for kind, at in ask.kinds.items() if not at <= ask.named_positions}
        if not named or others or kinds & {"country", "person", "organisation"} or ask.strength.get(best.property, 0.0) >= _OF_THOSE:
            return None
        told = [prop for prop in ABOUT if record.known(prop)]
        return max(told, key=lambda prop: (ask.strength.get(prop, 0.0), -told.index(prop)), default=None)

    @staticmethod
    def _asks_for_the_gist(ask: Ask, best: Candidate) -> bool:
        """«Рибейт — в чём суть?»: all that is known of it, where no fact tells what it covers, and not any fact of it."""
        gist = max(ask.strength, key=ask.strength.__getitem__, default="")
        record = ask.of[best.record]
        told = any(record.known(prop) for prop in (*ABOUT, "plot"))
        return best.operation in ("fact", "highlight") and not best.asked and best.record in ask.named and gist in ("scope", "plot") and not told

    @staticmethod
    def _asks_what_somebody_does(ask: Ask, best: Candidate) -> bool:
        """«Чем занимается Думан Еркимбек?»: who somebody is tells it, where he has no post here."""
        if best.property not in _DOING or best.record not in ask.named or ask.of[best.record].known(best.property or ""):
            return False
        return bool(best.cued) and best.cued <= ask.cues.get("what", {}).keys()


def asked_of_described(ask: Ask, best: Candidate) -> str | None:
    """«Who signed the memorandum about animation?»: what a word asks of the record that a highlight describes, and the highlight does not tell."""
    record = ask.of[best.record]
    if best.operation != "highlight" or ask.reading.yes_no or not ask.types:
        return None
    prop = max(ask.strength, key=ask.strength.__getitem__, default="")
    clauses = ask.reading.clauses
    described = {clauses.get(i) for i in best.cued}
    if best.record in ask.named and (not record.known(prop) or not described.isdisjoint(clauses.get(i) for i in ask.cues.get(prop, ()))):
        # «Қаш, the one about the famine, who directed it?» asks nothing in the clause that describes it.
        return None
    definition = properties().get(prop) if prop in record.facts else None
    if definition is None or ask.strength[prop] < _OF_DESCRIBED or record.kind not in definition.kinds or definition.answers not in ask.types:
        return None
    told = UNEXPLAINED if best.record not in ask.named else _OF_DESCRIBED
    return prop if all(best.explained.get(i, 0.0) < told for i in ask.cues.get(prop, ())) else None
