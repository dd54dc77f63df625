"""A message as it can be read otherwise than it stands: without what only describes a name, with a film for its maker, as the question for one of two."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from kb.base import Base
from kb.query import Query
from kb.understand.ask import KAZAKHSTAN
from kb.understand.interpretation.capitals_for_states import CapitalsForStates
from kb.understand.interpretation.content import Asked
from kb.understand.interpretation.decision import Decide, Decision
from kb.understand.interpretation.films_of_makers import FilmsOfMakers
from kb.understand.interpretation.films_of_prizes import OWN_CRAFT, FilmsOfPrizes, asks, is_about
from kb.understand.interpretation.plain_questions import PlainQuestions
from kb.understand.interpretation.without_excluded import WithoutExcluded
from kb.understand.lexicon import properties
from kb.understand.reading import Reader, Reading
from kb.understand.shapes.films_told import OF_FILM
from kb.understand.weights import MENDED
from kb.understand.word_lists import as_listed, listed

# What is asked of all that a statement tells.
_OF_WHAT_IS_SAID = {"country", "city", "year", "dates"}
# What is asked of a film that is told by its prize, or of its director.
_OF_WINNER = OF_FILM | {"born", "birthplace", "works", "education", "theme", "box_office", "budget", "name_meaning"}
# What no prize tells of its film.
_OF_UNTOLD = frozenset({"director", "writer", "producer", "cast", "plot", "runtime", "budget", "box_office", "cinematographer", "composer"})


class ReadOtherwise:
    """Reads messages so, over one base; a decision is None where the message does not have the shape."""

    def __init__(self, base: Base, reader: Reader, asked: Asked) -> None:
        self._base = base
        self._asked = asked
        self._reader = reader
        self._films_of_makers = FilmsOfMakers(base, reader)
        self._films_of_prizes = FilmsOfPrizes(base, reader)
        self._plain = PlainQuestions(base, reader)
        self._capitals_for_states = CapitalsForStates(base, reader)
        self._without_excluded = WithoutExcluded(base, reader)

    def plain(self, reading: Reading) -> Reading:
        """The message with a number that is asked for at its end asked for first, and without what it says does not matter."""
        return self._plain.counted_first(reading) or self._plain.whatever_competition(reading) or reading

    def described(self, decide: Decide, reading: Reading, context: Query | None, decision: Decision) -> tuple[Reading, Decision] | None:
        """«What happens in Qaitadan, the film that was shown at the opening?»: the message without what only says more of the name, and its decision."""
        if decision.kind not in ("answer", "unknown") or not reading.of("record"):
            return None
        found = self._reader.without_descriptions(reading)
        if found is None or not (asked := found[0]).of("record"):
            return None
        told = (decision.query.property or "").partition("+")[0] if decision.query else ""
        cued = {i for m in reading.of("cue") if m.pattern.value == told for i in m.span}
        if decision.kind == "answer" and not cued <= found[1]:
            # It is asked for outside of the description.
            return None
        again = decide(asked, context)
        spans = Counter(span for span, _ in {(m.span, m.pattern.value) for m in asked.of("record")})
        # «Коркыт Ата, в честь которого фестиваль»: a festival has the same name.
        named = {m.pattern.value for m in asked.of("record") if spans[m.span] == 1}
        fits = again.kind == "answer" and again.query and again.query.operation in ("fact", "highlight") and again.query.records[0] in named
        if fits and again.query and decision.kind == "answer" and not cued:
            fits = any(m.pattern.value == again.query.property for m in asked.of("cue"))
        return (asked, replace(again, why=f"{again.why}, without a description")) if fits else None

    def film_of_its_maker(self, decide: Decide, reading: Reading, decision: Decision) -> tuple[Reading, Decision] | None:
        """«Where was Mustafina's documentary shown?»: the message as if it gave the title of that film, and its decision, unless that film is told already."""
        query = decision.query
        if not self._films_of_makers.may_name(reading):
            return None
        found = self._films_of_makers.named(reading, self._asked.of(reading))
        if found is None:
            return None
        named, film = found
        tells = query if decision.kind == "answer" and query and query.operation in ("fact", "highlight") else None
        if tells and (tells.records[0] == film or (self._base.evidence[tells.records[0]].kind == "person" and tells.property not in ("works", "what"))):
            return None
        again = decide(named, None)
        told = again.query if again.kind == "answer" else None
        if told is None or told.records[:1] != (film,) or told.operation not in ("fact", "highlight") or told.property == "director":
            return None
        return named, replace(again, why=f"{again.why}, of the film that is told by its maker")

    def film_of_its_prize(self, decide: Decide, reading: Reading) -> tuple[Reading, Decision] | None:
        """«Сколько лет режиссёру фильма-победителя?»: the message with the title of that film, and its decision, if it is of the film or its director."""
        if not self._films_of_prizes.may_name(reading):
            return None
        found = self._films_of_prizes.named(reading, self._asked.of(reading))
        if found is None and (untold := self._of_untold_film(reading)):
            return reading, untold
        if found is None or not asks(reading, found[2], frozenset(_OF_WINNER)):
            return None
        named, film, _ = found
        again, record = decide(named, None), self._base.evidence[film]
        if again.kind == "unknown" and again.query is None:
            return named, Decision("unknown", records=(film,), why="what is asked of a film that is told by its prize is not known")
        if is_about(reading) and again.query and again.query.records == (film,) and record.known("plot"):
            again = replace(again, query=Query("fact", (film,), "plot"))
        directors = record.facts["director"].refs if record.known("director") else ()
        of_film = again.query is not None and again.query.operation in ("fact", "highlight") and again.query.records[0] in (film, *directors)
        return (named, replace(again, why=f"{again.why}, of the film that is told by its prize")) if of_film else None

    def _of_untold_film(self, reading: Reading) -> Decision | None:
        """«Who directed the film that won best screenplay in 2022?»: the prize is told, and not what nothing tells of that film."""
        prize = self._films_of_prizes.prize(reading, self._asked.of(reading))
        if prize is None or not asks(reading, prize[2], _OF_UNTOLD - {OWN_CRAFT[prize[1]]}):
            return None
        told = Query("fact", (prize[0],), prize[1])
        if not self._base.evidence[prize[0]].known(prize[1]):
            return Decision("answer", told, (prize[0],), why="the prize by which a film is told is not known")
        return Decision("unknown", then=told, why="what is asked of a film that is no record and told by its prize")

    def one_of_two(self, decide: Decide, reading: Reading, context: Query | None, decision: Decision) -> tuple[Reading, Decision] | None:
        """«Is Kachkyn Kyrgyz or Kazakh?», «саммит был в Анкаре или в Бурсе?»: the message as if it asked which of two, unless that is told already."""
        if decision.kind not in ("answer", "unknown", "clarify") or not self._plain.offers(reading):
            return None
        told_where = {"where", "when"}
        query = decision.query if decision.kind == "answer" else None
        definition = properties().get((query.property or "").partition("+")[0]) if query and query.operation == "fact" else None
        if definition is not None and definition.answers in told_where:
            return None
        ask = self._asked.of(reading)
        if film := self._films_of_makers.named(reading, ask):
            reading, ask = film[0], self._asked.of(film[0])
        for sort, one in self._plain.as_questions(reading, ask):
            again = decide(one, context)
            told = again.query if again.kind == "answer" else None
            if told is None or told.operation not in ("fact", "highlight") or told.claim or not self._plain.tells(sort, told):
                continue
            named = {m.pattern.value for m in one.of("record")}
            kept = query is None or query.operation not in ("fact", "highlight") or told.records[0] == query.records[0] or query.records[0] not in named
            alone = not named and (decision.kind == "unknown" or reading.yes_no)
            if kept and (told.records[0] in named or context is not None or alone):
                return one, replace(again, why=f"{again.why}, which of two")
        return None

    def question_within(self, decide: Decide, reading: Reading, context: Query | None) -> Decision | None:
        """«Who directed Qash need it for a pub quiz»: the question is answered without what somebody says of himself around it."""
        asked = any(m.weight == 1 for m in reading.of("cue"))
        kinds = {m.pattern.value for m in reading.of("kind")}
        for core, shown in self._reader.questions_within(reading):
            decision = decide(core, context)
            if asked and not core.of("cue") and decision.query and decision.query.operation in ("list", "count"):
                # «Бір қазақ фильмі Оскар алған ба?» does not ask for every film.
                continue
            if not (core.of("record") or (core.of("kind") and shown and not reading.of("record"))):
                # What is cut off names what is asked about.
                continue
            told = [self._base.evidence[one] for one in decision.records] if "award" in kinds - {m.pattern.value for m in core.of("kind")} else []
            if any(one.kind == "film" and not one.known("awards") for one in told):
                # «Қай қазақ фильмдері Берлинде жүлде алды?» asks for those that won a prize.
                continue
            if not shown and (decision.query is None or decision.query.operation == "set" or not core.of("cue")):
                # «Where in Shusha can one stay for the night?»: what is cut off asks for all of it.
                continue
            asks = core.of("question") or core.of("operation") or core.yes_no or core.text.endswith("?")
            if decision.kind == "answer" and decision.query and (asks or decision.query.operation != "card"):
                return replace(decision, why=f"{decision.why}, without what is said around the question")
        return None

    def claim(self, decide: Decide, reading: Reading, context: Query | None) -> Decision | None:
        """«Офис Тюрксоя в Стамбуле»: what is claimed of a record without a question mark, answered as if there were one."""
        if reading.yes_no or reading.text.rstrip().endswith("?") or reading.of("question") or not reading.of("record") or reading.language is None:
            return None
        asked = self._reader.read(f"{reading.text}?")
        decision = decide(asked, context) if asked.yes_no else None
        return decision if decision and decision.kind == "answer" and decision.query and decision.query.operation == "fact" else None

    def remark(self, decide: Decide, reading: Reading) -> Decision | None:
        """«Raev runs TURKSOY, right? What country is he from?»: the question is answered as if what is said first had been asked before it."""
        parts = self._reader.remark_and_question(reading)
        if parts is None:
            return None
        said, asked = parts
        if not said.yes_no:
            return None
        people = {m.pattern.value for m in said.of("record") if self._base.evidence[m.pattern.value].kind == "person"}
        context = Query("card", (people.pop(),)) if len(people) == 1 else decide(said, None).query
        decision = decide(asked, context) if context else None
        query = decision.query if decision and decision.kind == "answer" else None
        known = query and (query.operation != "fact" or self._base.evidence[query.records[0]].known((query.property or "").split("+")[0]))
        return decision if known else None

    def question_after_statement(self, decide: Decide, reading: Reading, decision: Decision) -> Decision | None:
        """«They met at the Feriye Palace. What came of it?»: what is asked of the record that the first sentence tells, and not what that says itself."""
        asked = self._reader.question_after_statement(reading)
        if asked is None or (decision.lacking and len(asked.of("foreign")) < len(reading.of("foreign"))):
            # «Kazakhstan also signed with Mexico. What does that memorandum say?»
            return None
        query = decision.query if decision.kind == "answer" else None
        if query and query.operation == "highlight" and all(as_listed(token) in listed("what_is_known") for token in asked.tokens):
            # «They want to merge the Center with Kazakhfilm. What is known?»
            return None
        if of_thing := self._of_thing_in_statement(decide, reading, asked, query):
            return of_thing
        if query is None or query.operation != "highlight":
            return None
        again = decide(asked, Query("card", query.records))
        told = again.query if again.kind == "answer" else None
        return again if told and told.operation == "highlight" and told.records == query.records else None

    def _of_thing_in_statement(self, decide: Decide, reading: Reading, asked: Reading, told: Query | None) -> Decision | None:
        """«Everyone in Aktau talks about Qash. Who directed it?»: what is asked of the one thing that is named before, if neither it nor nothing is told."""
        said = len(reading.tokens) - len(asked.tokens)
        # The points within «Black. Red. Yellow» end no sentence.
        kinds = {m.pattern.value: self._base.evidence[m.pattern.value].kind for m in reading.of("record") if m.weight > MENDED and max(m.span) < said}
        things = [record for record, kind in kinds.items() if kind not in ("place", "country")]
        questions = [m.pattern.value for m in asked.of("question")]
        where = questions == ["where"]
        what = list(kinds.values()) == ["place"] and "who" not in questions and any(m.pattern.value == "what" for m in asked.of("cue"))
        if (where or what) and not things and len(kinds) == 1:
            # «We were promised the valley of balls. Where is it?», «… a place called Torysh, what is it?»
            things, told = list(kinds), None
        if len(things) != 1 or (told and told.records[:1] not in {(named,) for named in kinds}):
            # A record that nobody names is told by what is said of it.
            return None
        if told and told.records[:1] == tuple(things):
            cued = {m.pattern.value for m in asked.of("cue")}
            if told.operation != "fact" or not cued or told.property in cued or not cued.isdisjoint(_OF_WHAT_IS_SAID) or {"where", "when"} & {*questions}:
                # «Everyone talks about Qash, who made it?» does not ask for what the talk is about; «it was shot abroad. In which country?» for where.
                return None
        again = decide(asked, Query("card", (things[0],)))
        return again if again.kind == "answer" and again.query and again.query.records[:1] == (things[0],) else None

    def states(self, decide: Decide, reading: Reading, context: Query | None) -> Decision | None:
        """«О чём договорились Астана и Баку?»: the decision as if the states were named, if a paper or a state is told."""
        # «Астана кинотеатрларында не жүріп жатыр?»: what the base has nothing on is asked of a city, and of no state.
        named = None if reading.of("beyond") else self._capitals_for_states.named(reading, self._asked.of(reading))
        again = decide(named, context) if named else None
        told = (
            again is not None
            and again.kind == "answer"
            and all(self._base.evidence[record].kind in ("agreement", "country") and record != KAZAKHSTAN for record in again.records)
        )
        return replace(again, why=f"{again.why}, of the states whose capitals are named") if again and told else None

    def states_alone(self, decide: Decide, reading: Reading, context: Query | None) -> Decision | None:
        """The same where nothing but states is named: no capital is then claimed as a place."""
        return self.states(decide, reading, context) if self._capitals_for_states.are_all(reading) else None

    def whatever_is_guessed(self, decide: Decide, reading: Reading, context: Query | None) -> Decision | None:
        """«В каком городе сидит киноведомство, в Оше?»: the decision without the guess."""
        plain = self._plain.without_guess(reading)
        again = decide(plain, context) if plain else None
        return replace(again, why=f"{again.why}, whatever is guessed") if again and again.kind == "answer" else None

    def all_but_some(self, decide: Decide, reading: Reading, context: Query | None, decision: Decision) -> Decision | None:
        """«Apart from Joqtau, which Kazakh films were in Aktau?»: what is asked of all, without those that are left out."""
        return self._without_excluded.told(decide, reading, context, decision)
