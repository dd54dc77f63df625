"""Reading → decision: answer, clarify, unknown or small talk. Coverage and margin decide."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from kb.base import Base
from kb.language.fold import fold, fold_phrase
from kb.query import Query
from kb.understand.ask import CONTEXT_KINDS, FESTIVAL, KAZAKHSTAN, Ask, Candidate
from kb.understand.called import Called
from kb.understand.candidates import Scorer
from kb.understand.capitals import Capitals
from kb.understand.chat_year import ChatYear
from kb.understand.claims import OF_CUE, Claims
from kb.understand.conditions import Conditions
from kb.understand.conversation import GUARDED, Conversation
from kb.understand.cooperation import WITH, Cooperation
from kb.understand.counts import Counts
from kb.understand.dated import Dated
from kb.understand.everything import Everything
from kb.understand.evidence import EDITION_LIKE, SIGNED
from kb.understand.exclusions import Exclusions
from kb.understand.film_lists import FilmLists
from kb.understand.follow_ups import as_listed, listed
from kb.understand.hops import OF_FILM, TELLS_FILM, Hops
from kb.understand.leave import takes_leave
from kb.understand.lexicon import confusables, function_keys, function_words, properties, words
from kb.understand.made_by_countries import MadeByCountries
from kb.understand.mismatches import Mismatches
from kb.understand.newcomers import Newcomers
from kb.understand.participants import Participants
from kb.understand.rankings import Rankings
from kb.understand.reading import Mention, Reader, Reading, Token
from kb.understand.refusals import Refusals, is_strange
from kb.understand.rules import About, Decision, Rule, RuleOfBest, answer, asked, following, following_best, of_best, refused
from kb.understand.sequence import Sequence
from kb.understand.shapes import LOCATIVE, Shapes
from kb.understand.side_by_side import SideBySide
from kb.understand.stories import Stories
from kb.understand.two_countries import TwoCountries
from kb.understand.two_questions import TwoQuestions
from kb.understand.verdicts import Verdicts
from kb.understand.weights import COVERAGE, MARGIN, NOT_IN_FACT, OF_KIND, UNEXPLAINED

# How sure a mention has to be to tell what a message is about that is not understood.
SURE = 0.95
# How much an answer has to explain at least that takes the place of one which will not do.
MENDING = 0.6
# How far behind the best candidate one may be that explains more.
RIVAL = 0.3
# Whose card a name shows that several records share.
_ORDER = ("festival", "edition", "event", "film", "agreement", "organisation", "country", "place", "person", "award")
# What tells of several records at once.
_OF_SEVERAL = ("list", "count", "set", "compare")
_STRAYED = "a date of something else than what the chat spoke of"
_OF_NO_TYPE, _UNTOLD_WINNER = "none of a list is told to be of that type", "who won the prize that the chat spoke of is not in the base"
# What is not known of what the chat spoke of: no other answer is looked for.
_NOT_LISTED = "what the chat listed has none of that number"
_OF_THE_CHAT = (_STRAYED, _OF_NO_TYPE, _UNTOLD_WINNER, _NOT_LISTED)
_TOO_LITTLE, _FORBIDDEN = "too little of the message is explained", "a word that nothing explains can be what is asked about"
# So many letters a word of a message shares at least with one of the name of a record that it can mean.
_TELLING_WORD = 4
# At most so many records are near enough to be named in an honest no.
_NEAR, _NEAR_COVERAGE = 2, 0.3
# How surely a word asks for something else of a record than the highlight that describes it.
_OF_DESCRIBED = 0.5
# So many of the best candidates are looked at where the best one will not do, and for the records to name in an honest no.
# What tells the prizes of a festival, whoever won them.
_PRIZES_OF_ALL = ("awards", "winner")
_CLOSEST = 12
# Among so many of them one is looked for that is as good as the best one and explains more.
_FULLER = 6
# How much less surely than the parties those who signed can be asked for: «who signed for both sides».
OF_SIDES = 0.1
# How much less than another answer one may explain that says who somebody is, where this is asked.
OF_INTRODUCED = 0.2
# What is asked of somebody in the words for what he does.
_DOING = ("post", "tasks")
# Kinds of what signs a paper besides people.
_BODIES = ("organisation", "country")
# Kinds that a question about a festival speaks of: its films, and who organises it.
_OF_FESTIVAL_KINDS = {"film", "edition", "organisation"}
# How much more an older festival may explain by words that merely stand in its text.
_TOLD_OF_OLDER = 0.4
# What every festival has of its own.
_OF_ANY_FESTIVAL = {"venue", "city", "dates", "jury", "jury_chair", "ticket_price", "films_count", "participants", "opening", "closing", "organisers"}


class Interpreter:
    """Decides what a reading asks for, over one base."""

    def __init__(self, base: Base, reader: Reader) -> None:
        self._base = base
        self._reader = reader
        self._scorer = Scorer(base)
        self._state_posts = {key for post in words()["state_posts"] for key in fold_phrase(post)[-1:]}
        self._narrow = set(words()["narrow"])
        self._which = listed("which")
        self._whose = {fold(word) for word in words()["whose"]}
        # Documentaries won others besides.
        self._single_prizes = set(words()["implies"]["awards"]) - {"best_documentary"}
        self._signing = listed("signing")
        self._coming = {fold(word) for word in words()["coming"]}
        self._shapes = Shapes(base)
        self._two_countries = TwoCountries(self._shapes)
        self._hops = Hops()
        self._chat_year = ChatYear(base, self._scorer.follow_ups)
        self._called = Called(base)
        self._capitals, self._newcomers = Capitals(base), Newcomers(base)
        self._cooperation, self._made_by_countries = Cooperation(), MadeByCountries()
        self._conversation = Conversation(base)
        self._side_by_side = SideBySide()
        self._sequence = Sequence(base)
        self._dated = Dated(base)
        self._two_questions = TwoQuestions()
        self._verdicts = Verdicts()
        self._claims = Claims(base, self._scorer, self._verdicts)
        self._conditions = Conditions(base)
        self._exclusions = Exclusions(base, self._conditions)
        self._counts = Counts(base)
        self._film_lists = FilmLists(base)
        self._participants = Participants(self._verdicts)
        self._rankings = Rankings()
        self._mismatches = Mismatches(base)
        self._stories, self._everything = Stories(), Everything()
        self._refusals = Refusals(base, self._scorer.follow_ups, self._conditions, self._counts, self._mismatches)
        self._told_by_words, self._told_with_best = self._rules(), self._rules_of_best()

    def decide(self, reading: Reading, context: Query | None = None) -> Decision:
        """The decision for one message; `context` is the query that this chat asked before."""
        decision = self._judged(reading, context)
        listed = self._shapes.list_of(decision.query, context) if decision.query and context else None
        return replace(decision, query=replace(decision.query, listed=listed)) if decision.query and listed else decision

    def _judged(self, reading: Reading, context: Query | None) -> Decision:
        """The decision without a claim that nothing judges."""
        decision = self._of_message(reading, context)
        told = decision.query is not None and decision.kind == "answer" and decision.query.operation in ("fact", "highlight")
        if decision.kind in ("answer", "clarify") and not told and context is None and self._conversation.is_own_doing(reading):
            # No fact is asked for, and no record is named: a list or a card would be of something else.
            decision = Decision("unknown", why="what somebody is to do himself")
        if decision.kind == "unknown":
            return self._honest_no(reading, decision)
        if decision.query and decision.query.claim and not self._verdicts.judges(Ask.of_reading(reading, self.content(reading), self._base), decision.query):
            return replace(decision, query=replace(decision.query, claim=None))
        return decision

    def _of_message(self, reading: Reading, context: Query | None) -> Decision:
        """The decision, where every claim is judged.

        What cannot be answered whole is asked again without its asides: «Who shot Kadet? I need it for a poster».
        """
        if context and self._scorer.follow_ups.references.stands_alone(reading, context):
            alone = self._decide(reading, None)
            if alone.kind == "answer" or reading.of("foreign"):
                return alone
        if (told := self._of_remark(reading)) is not None:
            return told
        decision = self._decide(reading, context)
        several = decision.query is not None and decision.query.operation in _OF_SEVERAL and not decision.lacking
        if several and any(not m.span <= reading.story for m in reading.of("beyond")) and self._refusals.lacks_all(reading, self.content(reading)):
            decision = Decision("unknown", records=decision.records[:_NEAR], why=_FORBIDDEN)
        if several and decision.query and self._refusals.is_of_other_years(decision.query, reading):
            decision = Decision("unknown", records=decision.records[:_NEAR], why="nothing that would be listed is of that year")
        left = context and decision.kind == "unknown" and decision.query is None
        if left and decision.why not in _OF_THE_CHAT and not self._scorer.follow_ups.goes_on(reading):
            alone = self._decide(reading, None)
            if alone.kind == "answer":
                return alone
        if decision.kind == "unknown" and (core := self._reader.without_asides(reading)):
            again = self._decide(core, context)
            if again.kind == "answer":
                return replace(again, why=f"{again.why}, without asides")
        if decision.kind == "unknown" and (both := self._of_both_parts(reading)):
            return both
        if decision.kind == "unknown" and (who := self._who_is(reading)):
            return Decision("answer", Query("card", (who,)), (who,), why="who or what something is, besides what is not known")
        return replace(decision, topic=self._topic(reading)) if decision.kind == "unknown" and decision.query is None else decision

    def _of_remark(self, reading: Reading) -> Decision | None:
        """«Raev runs TURKSOY, right? What country is he from?»: the question is answered as if what is said first had been asked before it."""
        parts = self._reader.remark_and_question(reading)
        if parts is None:
            return None
        said, asked = parts
        if not said.yes_no:
            return None
        people = {m.pattern.value for m in said.of("record") if self._base.evidence[m.pattern.value].kind == "person"}
        context = Query("card", (people.pop(),)) if len(people) == 1 else self._decide(said, None).query
        decision = self._decide(asked, context) if context else None
        query = decision.query if decision and decision.kind == "answer" else None
        known = query and (query.operation != "fact" or self._base.evidence[query.records[0]].known((query.property or "").split("+")[0]))
        return decision if known else None

    def _honest_no(self, reading: Reading, decision: Decision) -> Decision:
        """What is not answered, with the records that the message may mean; none for what the festival's staff tells."""
        if decision.query is None and self._conversation.is_errand(reading):
            return replace(decision, records=(), lacking="", about="errand")
        near = tuple(record for record in decision.records if self._is_near(reading, record))
        about: About = "base" if self._conversation.concerns_base(reading) else "nothing"
        return replace(decision, records=near, about=about, lacking=self._quoted(reading, decision.lacking))

    @staticmethod
    def _quoted(reading: Reading, lacking: str) -> str:
        """Of the words that nothing explains those that can be a name or a topic: no pronoun, and no form of an everyday word."""
        out = []
        for word in lacking.split():
            at = next((i for i, token in enumerate(reading.tokens) if token.text == word), None)
            topics = [m.pattern for what in ("beyond", "foreign") for m in reading.of(what) if at in m.span]
            if word[:1].isupper() or word[:1].isdecimal() or any(len(t.keys) > 1 or (at is not None and reading.tokens[at].key in t.keys) for t in topics):
                out.append(word)
            elif topics and reading.language == "ru":
                out.append(topics[0].value if topics[0].what == "beyond" else topics[0].label)
            elif topics and reading.language == "en":
                out.append(word)
        return " ".join(out)

    def _is_near(self, reading: Reading, record: str) -> bool:
        """Whether a message names a record, or shares a telling word with its name: no other one can be meant."""
        if any(m.pattern.value == record for m in reading.of("record")):
            return True
        asking = {i for what in ("kind", "cue", "question", "operation", "beyond", "slight") for m in reading.of(what) for i in m.span}
        said = tuple(reading.tokens[i].key[:_TELLING_WORD] for i in self.content(reading) if i not in asking and len(reading.tokens[i].key) >= _TELLING_WORD)
        return any(key.startswith(said) for name in self._base.records[record].names.all() for key in fold_phrase(name))

    def _of_both_parts(self, reading: Reading) -> Decision | None:
        """«Who directed Cadet, and when was TURKSOY founded?»: one fact of each of two records, which each part names for itself."""
        at = self._two_questions.joint(reading)
        parts = [" ".join(token.text for token in part) for part in (reading.tokens[:at], reading.tokens[at + 1 :])] if at else []
        read = [replace(self._reader.read(part), language=reading.language, exact=()) for part in parts]
        if not read or not all((part.of("record") or part.years) and part.of("cue") for part in read):
            return None
        first, second = (self._decide(part, None) for part in read)
        told = [decision.query for decision in (first, second) if decision.kind == "answer" and decision.query and decision.query.operation == "fact"]
        known = bool(told) and self._base.evidence[told[0].records[0]].known(told[0].property or "")
        return replace(first, then=told[1], why="two questions about two records") if len(told) > 1 and known else None

    def _topic(self, reading: Reading) -> str:
        """The only thing that a message surely names, whatever is asked of it; of a city, the only festival there, or that of a year."""
        named = {m.pattern.value for m in reading.of("record") if m.weight >= SURE}
        kinds = {record: self._base.evidence[record].kind for record in named}
        things = [record for record, kind in kinds.items() if kind not in CONTEXT_KINDS]
        years = set(reading.years.values())
        places = [record for record, kind in kinds.items() if kind == "place"] if not things else []
        for place in places:
            held = self._base.evidence[place].near.get("edition", ())
            things += [edition for edition in held if not years.isdisjoint(self._base.evidence[edition].years) or (not years and len(held) == 1)]
        return things[0] if len(things) == 1 else ""

    def _who_is(self, reading: Reading) -> str | None:
        """The record that «who is» or «what is» stands beside: «who is Rachida Dati and what has she got to do with Kazakhstan?»."""
        if reading.of("beyond") or reading.of("foreign"):
            return None
        asking = [m.span for m in reading.of("cue") if m.pattern.value == "what" and len(m.span) > 1 and m.weight == 1]
        named = {
            m.pattern.value
            for m in reading.of("record")
            if len(m.span) > 1 and m.weight == 1 and any(min(m.span) - max(span) == 1 or min(span) - max(m.span) == 1 for span in asking)
        }
        return named.pop() if len(named) == 1 else None

    def _decide(self, reading: Reading, context: Query | None) -> Decision:
        """The decision for one reading: the first rule that finds its shape of question, else the answer that explains most of it."""
        content = self.content(reading)
        if not reading.exact and (said := self._conversation.told(reading, content, context)):
            return said
        if not reading.exact and (smalltalk := self._smalltalk(reading, content)):
            return Decision("smalltalk", smalltalk=smalltalk, why="small talk")
        if not reading.exact and (said := self._conversation.addressed(reading, content)):
            return said
        ask = Ask.of_reading(reading, content, self._base)
        self._scorer.follow_ups.gains(ask, context)
        for rule in self._told_by_words:
            if decision := rule(ask, context):
                return decision
        candidates = self._weighed(ask, context)
        best = candidates[0] if candidates else None
        for rule_of_best in self._told_with_best:
            if decision := rule_of_best(ask, context, best):
                return decision
        if best is None:
            return Decision("unknown", lacking=self._lacking(ask, None), why="no record can be meant")
        best = self._put_right(ask, best, candidates)
        if self._asks_state_post(ask, best):
            return Decision("unknown", why="a post of a whole country")
        best = self._as_told(ask, context, best)
        if best.coverage < COVERAGE or self._refusals.forbid(ask, best):
            mended = self._mended(ask, context, best, candidates)
            if isinstance(mended, Decision):
                return mended
            candidates = mended
            best = candidates[0]
            if kept := self._chat_year.kept(ask, context, best):
                return answer(kept, "asked of the festival that the chat spoke of")
        return self._settled(ask, context, best, candidates)

    # What the words of a question tell by themselves

    def _rules(self) -> tuple[Rule, ...]:
        """Before anything is weighed: what follows from the chat first, then what has a shape of its own."""
        follow_ups, claims, shapes = self._scorer.follow_ups, self._claims, self._shapes
        return (
            following(self._hops.jury_from, "the members of a jury from one country"),
            following(self._hops.age_of_hero, "the age of the hero of the film that the chat spoke of"),
            refused(self._hops.asks_age_of_hero, "the age of somebody in a film that is not told"),
            following(self._hops.of_part_in, "asked of somebody whom a film or a body names by his part"),
            following(self._hops.of_origin, "where somebody is from whom a film names by his part"),
            following(claims.of_the_last, "whether it is among what was told before"),
            following(shapes.of_another_country, "the same list of another country"),
            asked(follow_ups.predecessors.before_named, "who held the post before somebody"),
            following(follow_ups.predecessors.before_them, "who held the post before somebody"),
            refused(self._conditions.asks_before_another, "who held the post before somebody is not told"),
            self._in_office,
            self._of_those_without,
            following(shapes.which_is_more, "what puts in order those that the chat spoke of"),
            following(shapes.of_them, "which of those that were listed before"),
            following(shapes.of_each, "asked of each of those that were listed before"),
            following(self._hops.of_told_film, "asked of the film that the last answer told"),
            following(shapes.picked, "one of those that were told before"),
            self._picks_none,
            following(self._chat_year.asked_again, "what was asked before, of another festival"),
            following(shapes.of_it, "asked of each of a few that were listed before"),
            following(follow_ups.short_questions.same_of_another, "what was asked before is not known of another"),
            following(self._rankings.of_the_chat, "the first of those of which it is known, as the chat asked"),
            following(follow_ups.short_questions.claimed_country, "whether what the chat spoke of is of a country"),
            asked(self._everything.in_total, "all that were signed, counted"),
            following(self._everything.query, "all of a kind"),
            following(follow_ups.short_questions.of_bare_kind, "a kind of what the last record tells"),
            self._of_untold_winner,
            following(self._sequence.after_told, "the capital before or after the city that the chat spoke of"),
            asked(self._called.former, "how something was called before"),
            self._called_so,
            following(self._called.told, "how something is called in another language"),
            refused(self._called.is_untold, "how something is called in a language that no record has names in"),
            asked(self._newcomers.told, "the country that came for the first time"),
            asked(self._capitals.told, "the capital of a country"),
            refused(self._capitals.is_untold, "which city is the capital of that country is not told"),
            self._of_unknown_title,
            self._films,
            asked(shapes.untold_plot, "what a film is about is not told"),
            self._bare,
            self._says_nothing,
            self._forecast,
            self._of_future,
            asked(self._sequence.told, "what came before or after something"),
            asked(self._sequence.of_somebody, "what somebody made or won before something"),
            refused(self._sequence.is_untold, "what came before or after is not told"),
            asked(self._participants.told, "the countries of the festival"),
            asked(self._exclusions.took_part, "the countries that took part"),
            asked(shapes.whereabouts, "where a place is"),
            asked(shapes.films_about, "the films about somebody"),
            asked(shapes.what_opened, "the film that opened a festival"),
            following(shapes.where_opened, "where the newest festival was opened"),
            asked(self._exclusions.told, "of a few those of which something is not so"),
            asked(lambda ask: self._conditions.without(ask, shapes.filters(ask)), "those of which something is not so"),
            refused(self._conditions.denies, "something is not so of what is asked for"),
            self._signed,
            self._then,
            self._of_two_countries,
            asked(shapes.compare, "a comparison"),
            asked(self._side_by_side.told, "one thing asked of several records"),
            self._beside_a_stranger,
            asked(shapes.about_the_festival, "what the festival is about"),
            asked(self._cooperation.of_country, "whether there is anything with a country"),
            asked(self._made_by_countries.films, "the films of a country"),
            asked(self._cooperation.papers_with, "whether there is a paper with a country"),
            asked(claims.member, "whether a country is a member"),
            asked(self._hops.of_given, "what a body gave to somebody"),
            asked(self._hops.prize_of_documentaries, "the prize of that name for documentaries"),
            asked(self._hops.who_took, "who took a prize for somebody"),
            asked(claims.how_far, "how far something has got"),
            asked(claims.of_festival, "whether somebody or a film won or opened a festival"),
            asked(claims.held_elsewhere, "where a festival was, whatever place is claimed"),
            asked(claims.of_rank, "whether a festival is of that number"),
            asked(claims.based, "whether a body has its seat there"),
            asked(claims.owned, "whether a body is private or of the state"),
            asked(claims.of_post, "whether somebody holds the post of somebody else"),
            asked(claims.shown_at, "whether a film was shown somewhere"),
            asked(claims.made_by, "whether a film is by somebody"),
            asked(claims.signatory, "whether somebody signed a paper"),
            asked(claims.nationality, "whether somebody or something is of a country"),
            asked(shapes.awards_of, "the prizes of one country"),
            asked(self._counts.query, "what is counted"),
            refused(self._mismatches.opens_elsewhere, "what opened another festival"),
            following(self._rankings.of_festivals, "the festival that is first in length, films or countries"),
            self._first_of_all,
            self._of_untold_film,
        )

    def _in_office(self, ask: Ask, context: Query | None) -> Decision | None:
        head = self._scorer.follow_ups.predecessors.in_office(ask, context)
        return answer(Query("fact", (head,), "post_since"), "since when somebody holds the post that was told before") if head else None

    def _of_those_without(self, ask: Ask, context: Query | None) -> Decision | None:
        if self._shapes.asks_of_no_type(ask, context):
            return Decision("unknown", why=_OF_NO_TYPE)
        return Decision("unknown", why="those of a list that lack something") if self._shapes.of_those_without(ask, context) else None

    def _picks_none(self, ask: Ask, context: Query | None) -> Decision | None:
        return Decision("unknown", why=_NOT_LISTED) if self._shapes.picks_none(ask, context) else None

    def _of_two_countries(self, ask: Ask, _: Query | None) -> Decision | None:
        """«Who took more prizes in Aktau, Kazakhstan or Kyrgyzstan?»"""
        told = self._two_countries.told(ask)
        return replace(answer(told[0], "what each of two countries showed or won"), then=told[1]) if told else None

    @staticmethod
    def _says_nothing(ask: Ask, context: Query | None) -> Decision | None:
        says = ask.content or (context and (ask.types or ask.operations or ask.named or ask.cues))
        return None if ask.reading.tokens and says else Decision("unknown", why="no word says what is asked")

    def _forecast(self, ask: Ask, _: Query | None) -> Decision | None:
        return Decision("unknown", lacking=self._lacking(ask, None), why="a forecast is asked for") if "future" in ask.operations else None

    def _of_future(self, ask: Ask, _: Query | None) -> Decision | None:
        """«Which Hungarian films come to Korkyt Ata in 2029?»"""
        return Decision("unknown", lacking=self._lacking(ask, None), why="a year after all that is told") if self._refusals.asks_of_the_future(ask) else None

    def _called_so(self, ask: Ask, _: Query | None) -> Decision | None:
        """«Why is the festival called Korkyt Ata?», «почему Актау так называется?»: after whom or what, of the only record that is named."""
        if not self._called.asks_reason(ask):
            return None
        festive = FESTIVAL in ask.named or (not ask.named and ask.kinds.keys() == {"edition"})
        named = [FESTIVAL] if festive else list(ask.named)
        told = (prop for prop in ("named_after", "name_meaning") if len(named) == 1 and ask.of[named[0]].known(prop))
        return answer(Query("fact", (named[0],), prop), "why something is called so") if (prop := next(told, None)) else None

    def _signed(self, ask: Ask, _: Query | None) -> Decision | None:
        """«What was signed in Aktau?», «and after the festival?»"""
        signed = self._sequence.signed(ask)
        if signed is None and (papers := self._conditions.signed(ask)) is not None:
            signed = tuple(paper.id for paper in papers)
        if signed is None:
            return None
        if not signed:
            return Decision("unknown", why="nothing was signed there or then")
        return answer(Query("set", signed) if len(signed) > 1 else Query("card", signed), "what was signed there and then")

    def _then(self, ask: Ask, _: Query | None) -> Decision | None:
        """«What happened in July 2025?»"""
        of_then = self._dated.told(ask)
        if isinstance(of_then, str):
            return Decision("unknown", why="nothing was then")
        return answer(of_then, "what was in a month or year") if of_then else None

    def _of_unknown_title(self, ask: Ask, _: Query | None) -> Decision | None:
        """«Кто снял «Завоевание»?»"""
        title = self._refusals.unknown_title(ask)
        return Decision("unknown", lacking=title, why="a title that nothing here has") if title else None

    def _films(self, ask: Ask, context: Query | None) -> Decision | None:
        """«Films from Kyrgyzstan», «какие есть комедии?»"""
        films = self._film_lists.told(ask, context is not None)
        if films is None:
            return None
        told = Query("set", films) if len(films) > 1 else Query("card", films) if films else None
        return answer(told, "the films of a country, type or genre") if told else Decision("unknown", why="no film is of this country, type or genre")

    def _beside_a_stranger(self, ask: Ask, _: Query | None) -> Decision | None:
        beside = self._side_by_side.beside_a_stranger(ask)
        why = "asked of a record and of a name that is not in the base"
        return Decision("answer", beside[0], beside[0].records, lacking=beside[1], why=why) if beside else None

    def _first_of_all(self, ask: Ask, _: Query | None) -> Decision | None:
        """«Which film earned most?»"""
        if not self._rankings.asks(ask):
            return None
        query = self._rankings.query(ask)
        return answer(query, "the first of those of which it is known") if query else Decision("unknown", why="it is not known of several")

    def _of_untold_film(self, ask: Ask, context: Query | None) -> Decision | None:
        if context is None or not self._scorer.follow_ups.left_open.asks_of_untold_film(ask, context):
            return None
        return Decision("unknown", records=context.records[:1], why="the film that the chat spoke of is not in the base")

    def _of_untold_winner(self, ask: Ask, context: Query | None) -> Decision | None:
        """«Where is he from?» after the best actor of 2022: the prize again where it tells the country, else an honest no."""
        if context is None or not self._scorer.follow_ups.left_open.asks_of_untold_winner(ask, context):
            return None
        if self._scorer.follow_ups.left_open.tells_country(ask, context):
            return answer(context, "the prize tells the country of who won it")
        return Decision("unknown", records=context.records[:1], why=_UNTOLD_WINNER)

    # What the best answer tells besides

    def _weighed(self, ask: Ask, context: Query | None) -> list[Candidate]:
        """The answers that explain most of the question, the best first."""
        candidates = self._scorer.candidates(ask, context)
        if candidates and self._is_told_of_another(ask, candidates[0]):
            closest = self._scorer.candidates(ask, context, _CLOSEST, RIVAL)
            candidates = [c for c in closest if not self._is_told_of_another(ask, c)] or candidates
        if candidates and ask.sort and self._mismatches.is_of_another_sort(ask, candidates[0]):
            candidates = self._of_sort(ask, context, candidates[0]) or candidates
        if not candidates:
            return []
        best = candidates[0]
        told = "about" not in ask.operations or ask.cues.keys() - {"what"}
        if told and (fuller := [c for c in candidates[1:_FULLER] if self._is_fuller(ask, c, best)]):
            best = max(fuller, key=lambda c: c.coverage)
            candidates = [best, *(c for c in candidates if c is not best)]
        if introduced := self._introduced(ask, best):
            best = introduced
            candidates = [best, *(c for c in candidates if c.record != best.record)]
        if newest := self._of_newest_festival(ask, best):
            candidates = [newest]
        return candidates

    def _of_newest_festival(self, ask: Ask, best: Candidate) -> Candidate | None:
        """«Where are the screenings held?»: of no year or city it is asked of the newest festival, whatever words an older one has in its text."""
        spoken_of = best.follows or best.record in (ask.gains or ())
        if ask.named or ask.reading.years or ask.ordinals or ask.months or spoken_of or best.operation != "fact" or ask.reading.yes_no:
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

    def _of_sort(self, ask: Ask, context: Query | None, best: Candidate) -> list[Candidate]:
        """The answers that tell what sort of thing is asked for, of the same record or nearly as good as the best one, which does not."""
        closest = self._scorer.candidates(ask, context, _CLOSEST, RIVAL)
        near = (c for c in closest if c.record == best.record or best.score - c.score < RIVAL)
        return [c for c in near if c.operation != "card" and not self._mismatches.is_of_another_sort(ask, c)]

    def _rules_of_best(self) -> tuple[RuleOfBest, ...]:
        """With the best answer at hand, which need not be one: what is told otherwise, or not at all."""
        return (
            following_best(self._chat_year.kept, "asked of the festival that the chat spoke of"),
            following_best(self._scorer.follow_ups.short_questions.claimed_place, "whether what the chat spoke of was in a place"),
            following_best(self._scorer.follow_ups.short_questions.of_bare_question, "only where or when, of what the chat spoke of"),
            self._of_story,
            self._described,
            self._claimed,
            self._lacks_agreement,
            self._listed,
            self._won,
            self._of_another_month,
            self._of_nobody,
            of_best(self._hops.of_their_film, "asked of the only film of a person"),
            of_best(self._hops.of_their_prizes, "all prizes of the only film of a person"),
            self._won_nothing,
            self._missed,
        )

    def _of_story(self, ask: Ask, _: Query | None, best: Candidate | None) -> Decision | None:
        """«Who directed the film where a dam breaks?», «films about war»"""
        if (films := self._stories.of_theme(ask)) is not None:
            told = Query("set", films) if len(films) > 1 else Query("card", films) if films else None
            return answer(told, "the films of a theme") if told else Decision("unknown", lacking=self._lacking(ask, None), why="no film is of this theme")
        if query := self._stories.query(ask, best):
            return answer(query, "a film that is told by its story")
        if best is None or not self._stories.of_another(ask, best):
            return None
        if several := self._stories.several(ask):
            return Decision("clarify", several, several.records, why="a few films tell such a story")
        return Decision("unknown", lacking=self._lacking(ask, None), why="no film tells such a story")

    def _described(self, ask: Ask, _: Query | None, best: Candidate | None) -> Decision | None:
        unsure = best is None or not best.asked or best.coverage < COVERAGE
        told = bool(best and ask.reading.story and ask.of[best.record].kind != "film" and best.record not in ask.named)
        # «How much of its spending does the state pay back?» describes nothing.
        measured = ask.reading.bound or ({"count", "when"} & ask.types and "film" not in ask.kinds)
        described = self._shapes.describe(ask) if (unsure or told) and not measured else None
        fits = described and (best is None or told or described.coverage > best.coverage)
        if described and (self._refusals.misses(ask, described) or self._mismatches.has(ask, described)):
            return None
        return answer(Query("card", (described.record,)), "a description fits one record") if described and fits else None

    def _claimed(self, ask: Ask, context: Query | None, best: Candidate | None) -> Decision | None:
        """«Was the memorandum with Iran signed in Aktau?»"""
        if not ask.reading.yes_no:
            return None
        usable = best is not None and best.coverage >= COVERAGE and not self._refusals.forbid(ask, best)
        if elsewhere := self._claims.elsewhere(ask, context, best):
            return answer(elsewhere, "another place than a yes/no question claims")
        if dated := self._claims.dated(ask, best):
            return answer(dated, "whether it was on that day or in that month")
        if claimed := self._claims.judge(ask, best, usable):
            return answer(Query("fact", (claimed.record,), claimed.property, claim=self._claims.value(ask, claimed)), "what a yes/no question claims")
        return None

    def _lacks_agreement(self, ask: Ask, _: Query | None, best: Candidate | None) -> Decision | None:
        if lacking := self._no_agreement(ask, best):
            return Decision("unknown", lacking=lacking, why="a country without agreements here")
        if foreign := self._foreign(ask, best):
            return Decision("unknown", lacking=foreign, why="a known name that is not in the base")
        return None

    def _listed(self, ask: Ask, context: Query | None, best: Candidate | None) -> Decision | None:
        """«Which films won in Aktau?», «the latest memorandum», «what was shown at the days of cinema?»"""
        bound = ask.reading.bound
        if query := self._shapes.editions_of(ask):
            return answer(query, "the festivals of a country or a month")
        if not bound and (query := self._shapes.superlative(ask)):
            return answer(query, "the most, or the latest")
        if (days := self._shapes.screenings(ask)) and (query := self._shapes.programme(ask, self._scorer.of_records(ask, context, days))):
            if self._refusals.tells_other_years(ask, query.records[0], query.property or ""):
                return Decision("unknown", records=query.records, why="what was shown there was in another year")
            return answer(query, "the programme of film days")
        if best and best.operation == "highlight" and "plans" in ask.cues and not ask.unexplained(best):
            # «Which two films did they plan?»: what was planned is in no list.
            return None
        query = self._shapes.listing(ask, best)
        if query is None:
            return None
        if query.operation == "fact" and (two := self._two_questions.asked(ask, ask.of[query.records[0]])):
            query = Query("fact", query.records, "+".join(two))
        if bound and query.operation == "fact" and (bound[1] != "=" or self._claims.counts(ask, query.property or "", bound[0] + 1)):
            query = replace(query, claim=f"{bound[1]}{bound[2]}")
        return answer(query, "a list or a count")

    def _won(self, ask: Ask, _: Query | None, __: Candidate | None) -> Decision | None:
        """«Who directed the film that won in Aktau?»"""
        if self._two_questions.tells_last(ask.reading, TELLS_FILM) or not (query := self._hops.of_winner(ask)):
            return None
        two = self._two_questions.asked(ask, ask.of[query.records[0]]) if query.operation == "fact" else None
        if two and OF_FILM.issuperset(two):
            query = Query("fact", query.records, "+".join(two))
        return answer(query, "asked of the film that a festival tells")

    def _of_another_month(self, ask: Ask, _: Query | None, best: Candidate | None) -> Decision | None:
        if best and self._dated.is_of_another_month(ask, best):
            return Decision("unknown", why="what is told is of another month")
        if best and ask.lists_shown and ask.of[best.record].kind in ("edition", "place") and best.property not in ("awards", "films_count"):
            return Decision("unknown", lacking=self._lacking(ask, None), why="no record can be meant")
        return None

    def _of_nobody(self, ask: Ask, context: Query | None, best: Candidate | None) -> Decision | None:
        nobody = best is not None and self._scorer.follow_ups.left_open.asks_of_nobody(ask, context)
        return Decision("unknown", why="nobody was spoken of whom a pronoun can mean") if nobody else None

    @staticmethod
    def _won_nothing(ask: Ask, _: Query | None, best: Candidate | None) -> Decision | None:
        """«What award did Özçivit win in Aktau?»: not told by the prizes that others won, but by what he was there."""
        people = [named for named, kind in ask.named_kinds.items() if kind == "person" and ask.named[named] != ask.named.get(FESTIVAL)]
        if best is None or len(people) != 1 or ask.reading.yes_no or ask.types & {"who", "count"} or ask.of[best.record].kind != "edition":
            return None
        facts = ask.of[best.record].facts
        if best.property not in _PRIZES_OF_ALL or best.property not in facts or people[0] in facts[best.property].refs:
            return None
        role = next((prop for prop, fact in facts.items() if people[0] in fact.refs and not prop.startswith("best_")), None)
        return answer(Query("fact", (best.record,), role) if role else Query("fact", (people[0],), "awards"), "what somebody was where others won")

    def _missed(self, ask: Ask, context: Query | None, best: Candidate | None) -> Decision | None:
        if best and context and self._scorer.follow_ups.left_open.strays(ask, context, best):
            return Decision("unknown", records=context.records[:1], why=_STRAYED)
        missed = self._scorer.follow_ups.left_open.lacks(ask, context, best.record, best.property) if best else None
        return answer(missed, "not known of what the chat spoke of") if missed else None

    # The best answer itself

    def _as_told(self, ask: Ask, context: Query | None, best: Candidate) -> Candidate:
        """Another answer that explains as much, where the best one tells nothing of what is asked."""
        if best.operation == "card" and ask.types and any(fact.unknown for fact in ask.of[best.record].facts.values()):
            closest = self._scorer.candidates(ask, context, _CLOSEST, RIVAL)[1:_CLOSEST]
            best = next((c for c in closest if c.record == best.record and best.score - c.score < RIVAL and self._is_unrecorded(ask, c)), best)
        fact = ask.of[best.record].facts.get(best.property or "")
        if best.operation == "fact" and best.record in ask.named and (fact is None or fact.unknown):
            # What is asked by words for something that is not known can be told besides: where she teaches, by «which university».
            rivals = self._scorer.candidates(ask, context, _CLOSEST, RIVAL)
            told = (c for c in rivals if self._tells_of_it(ask, c, best) and c.coverage >= COVERAGE)
            best = next(told, best)
        which = any(as_listed(token) in self._which for token in ask.reading.tokens)
        if best.property == "signatories" and fact is not None and fact.unknown and which and "agreement" in ask.kinds and "who" not in ask.types:
            # «What paper did we sign with Azerbaijan?» does not ask who did.
            return replace(best, property=None, operation="card")
        if best.operation == "fact" and len(ask.named) > 1 and (fact is None or fact.unknown):
            rivals = self._scorer.candidates(ask, context, _CLOSEST, RIVAL)
            best = next((c for c in rivals if self._tells_instead(ask, c, best)), best)
        elif best.operation == "fact" and fact is None:
            rivals = self._scorer.candidates(ask, context, _CLOSEST, RIVAL)
            best = next((c for c in rivals if self._tells_of_it(ask, c, best)), best)
        if self._asks_what_somebody_does(ask, best):
            what = "what" if ask.of[best.record].known("what") else None
            best = replace(best, property=what, operation="fact" if what else "card")
        return best

    @staticmethod
    def _tells_of_it(ask: Ask, other: Candidate, best: Candidate) -> bool:
        """Whether a highlight of the record is asked for by several words: where she teaches, if it is not told where she studied.

        «The running time» asks for no highlight that tells a time: it has to explain what the fact does not.
        """
        if other.record != best.record or other.operation != "highlight" or len(other.cued) < 2 or best.score - other.score >= RIVAL:
            return False
        return any(other.explained.get(i, 0.0) > best.explained.get(i, 0.0) for i in ask.content)

    @staticmethod
    def _asks_what_somebody_does(ask: Ask, best: Candidate) -> bool:
        """«Чем занимается Думан Еркимбек?»: who somebody is tells it, where he has no post here."""
        if best.property not in _DOING or best.record not in ask.named or ask.of[best.record].known(best.property or ""):
            return False
        return bool(best.cued) and best.cued <= ask.cues.get("what", {}).keys()

    def _mended(self, ask: Ask, context: Query | None, best: Candidate, candidates: list[Candidate]) -> list[Candidate] | Decision:
        """The answers after one that explains what the best one leaves open or that forbids it; where there is none, an honest no."""
        rivals = self._scorer.candidates(ask, context, _CLOSEST, RIVAL, self._least_mending(ask, best), _NEAR_COVERAGE)
        candidates = [candidates[0], *(c for c in rivals if c is not candidates[0])]
        mending = next((c for c in candidates if self._mends(ask, c, best)), None)
        if mending:
            return [mending, *(c for c in candidates if c is not mending and not self._refusals.forbid(ask, c))]
        if self._is_unrecorded(ask, best):
            return answer(Query("fact", (best.record,), best.property), "known to be unknown")
        close = [c.record for c in candidates[:_CLOSEST] if c.coverage > _NEAR_COVERAGE]
        near = dict.fromkeys(sorted(close, key=lambda record: record not in ask.named))
        why = _TOO_LITTLE if best.coverage < COVERAGE else _FORBIDDEN
        return Decision("unknown", lacking=self._lacking(ask, best), records=tuple(near)[:_NEAR], why=why)

    def _settled(self, ask: Ask, context: Query | None, best: Candidate, candidates: list[Candidate]) -> Decision:
        """The best answer, unless others are as good: then one that something else speaks for, a list, or a question back."""
        best, tied = self._untied(ask, context, best, candidates)
        # «Is the Center merged with Kazakhfilm»: both are named, and either tells it.
        told = ask.reading.yes_no and best.operation != "card" and all(record in ask.named for record in tied)
        if len(tied) > 1 and not told:
            if any(is_strange(ask, i) for i in ask.unexplained(best)) or (ask.unexplained(best) and not ask.named):
                # «A script that sorts a list»: several fit a little, and none is named.
                return Decision("unknown", lacking=self._lacking(ask, best), records=tuple(tied[:_NEAR]), why="several fit a little, and none is named")
            if query := self._shapes.tie(ask, tied, best):
                return answer(query, "equally good records, and several are asked for")
            if len(tied) > 3 and best.operation == "fact" and ask.of[best.record].kind == "film" and not (ask.named or best.follows):
                return Decision("unknown", lacking=self._lacking(ask, best), why="very many fit alike, and none is named")
            if len(tied) <= 3 or not best.asked:
                offered = Query("compare", tuple(tied[:3]), best.property) if best.operation == "fact" else None
                return Decision("clarify", offered, tuple(tied[:3]), why="equally good records")
        if best is candidates[0] and (prop := self._asked_of_described(ask, best)):
            return answer(Query("fact", (best.record,), prop), "asked of what is described")
        if hop := self._hops.of_person(ask, best):
            return answer(hop, "asked of the person whom a fact names")
        query = Query(best.operation, (best.record,), best.property, claim=self._claims.value(ask, best))
        return Decision("answer", self._with_second(ask, context, query, best, candidates), (best.record,), why="the best interpretation")

    def _untied(self, ask: Ask, context: Query | None, best: Candidate, candidates: list[Candidate]) -> tuple[Candidate, list[str]]:
        """The best answer and the records that are as good, once all is looked at that can tell them apart."""
        tied = self._tied(ask, candidates)
        if len(tied) > 1 and (whole := self._told_by_all(ask, context, tied, best)):
            best, tied = whole, [whole.record]
        if len(tied) > 1 and len(telling := self._stories.telling(ask, tied)) < len(tied):
            best, tied = next(c for c in candidates if c.record in telling), telling
        of_untold = ask.of[best.record].kind == "film" and best.record not in ask.named and not best.follows
        if (len(tied) > 1 or of_untold) and "count" in ask.types and best.property == "awards":
            # How many prizes the films won is told by the body that counts them all, not by some of them.
            rivals = self._scorer.candidates(ask, context, _CLOSEST, RIVAL)
            counted = (c for c in rivals if c.property == best.property and c.operation == "fact" and ask.of[c.record].kind == "organisation")
            if counting := next(counted, None):
                best, tied = counting, [counting.record]
        hinted = [record for record in tied if any(ask.linked(record, named) for named in ask.reading.before - ask.named.keys())]
        if len(tied) > 1 and len(hinted) == 1:
            best, tied = next(c for c in candidates if c.record == hinted[0]), hinted
        if len(tied) > 1 and best.property == "post" and ask.named.keys().isdisjoint(tied):
            # Who chairs a body is told by the body, whoever else has a post in it.
            of_named = self._scorer.of_records(ask, context, list(ask.named))
            told = (c for c in of_named if c.operation == "fact" and c.property in ask.strength and best.score - c.score < RIVAL)
            if by_named := next((c for c in told if not ask.unexplained(c)), None):
                best, tied = by_named, [by_named.record]
        return best, tied

    def _told_by_all(self, ask: Ask, context: Query | None, tied: list[str], best: Candidate) -> Candidate | None:
        """What tells of all of several parts: the festival of its two ceremonies, or the film of its actors, none of whom is named."""
        ceremonies = all(ask.of[one].type == "ceremony" for one in tied)
        actors = best.property == "what" and ask.of[best.record].kind == "person"
        if not (ceremonies or actors) or not ask.named.keys().isdisjoint(tied):
            return None
        rivals = self._scorer.candidates(ask, context, _CLOSEST, RIVAL)
        of_all = [c for c in rivals if c.asked and best.score - c.score < RIVAL and all(ask.linked(c.record, one) for one in tied)]
        # «In which building were the ceremonies in Baku?»; «what does Turdugul do?», whom somebody else plays.
        return next((c for c in of_all if (c.property == best.property if ceremonies else c.operation == "highlight")), None)

    def ranked(self, reading: Reading, context: Query | None, closest: int) -> tuple[Ask, list[Candidate]]:
        """What a reading asks, and at least its `closest` best candidates: for explanations."""
        ask = Ask.of_reading(reading, self.content(reading), self._base)
        return ask, self._scorer.candidates(ask, context, closest)

    def content(self, reading: Reading) -> list[int]:
        """The positions of words that say something: in a name of several words, or no function word and longer than two letters."""
        named = {i for m in reading.mentions if m.pattern.what == "record" and len(m.span) > 1 for i in m.span}
        meant = {i for what in ("kind", "cue") for m in reading.of(what) for i in m.span}
        asked = {
            i for m in reading.of("question") for i in m.span if len(m.span) == 1 or (m.pattern.value, m.pattern.language) == ("when", "kk") or i not in meant
        }
        wish = {i for m in reading.of("language") for i in m.span} - named
        if reading.bound:
            wish.add(reading.bound[0])

        # «Анау», a word of every Kazakh message, is a name in a Russian one.
        own = function_words().get(reading.language, frozenset()) if reading.language else function_keys()
        named |= {i for m in reading.of("record") if m.weight == 1 for i in m.span if reading.tokens[i].key not in own}

        def says(i: int, token: Token) -> bool:
            if i in wish or i in reading.denied or (i in reading.aside and not any(i in m.span for m in reading.of("record"))):
                return False
            told = i not in asked and not self._reader.is_function(token) and (len(token.text) > 2 or token.key.isdigit()) and not token.is_suffix
            return told or i in named or i in reading.relative_years

        return [i for i, token in enumerate(reading.tokens) if says(i, token)]

    # No question about the base

    def _smalltalk(self, reading: Reading, content: list[int]) -> str:
        """The small talk that a message is; none if it says more than that. «Ok» and «yes» are small talk only alone."""
        longer = [m.span for what in ("beyond", "cue", "foreign") for m in reading.of(what) if len(m.span) > 1]
        # «Мастер-класс» is no praise.
        smalltalk = [m for m in reading.of("smalltalk") if m.pattern.value not in GUARDED and not any(m.span < span for span in longer)]
        # The keys of «bye» and «be» are one.
        little = {i for m in reading.of("function") for i in m.span if len(m.span) == 1 and reading.tokens[i].text.lower() == reading.tokens[i].key}
        smalltalk = [m for m in smalltalk if len(m.span) > 1 or not m.span <= little or len(reading.tokens) == 1]
        said = {i for mention in smalltalk for i in mention.span}
        slight = {i for mention in reading.of("slight") for i in mention.span}
        rest = [i for i in content if i not in said | slight]
        if any(m.pattern.value == "who_are_you" for m in smalltalk) and not reading.capitals.isdisjoint(rest):
            # «Is Lyabiba a real person?» asks of somebody else.
            return ""
        # «Just kidding, really» adds nothing, but «ok, and who else?» does.
        alone = len(said) == len(reading.tokens) or (not rest and not said.isdisjoint(content) and not reading.of("question") and "?" not in reading.text)
        talk = [mention for mention in smalltalk if mention.pattern.value != "acknowledgement" or alone]
        phrases = [m.span for m in talk if len(m.span) > 1]
        if talk and (leaves := takes_leave(reading, talk, {m.pattern.value: self._base.evidence[m.pattern.value].kind for m in reading.of("record")})):
            return leaves
        if not talk or any(not any(m.span <= span for span in phrases) for m in reading.of("record")):
            return ""
        if any(m.span.isdisjoint(said) for m in reading.of("beyond")) and not any(len(m.span) > 1 and m.weight == 1 for m in talk):
            # «What will the weather be like tomorrow» takes no leave.
            return ""
        if rest and (reading.of("question") or reading.of("operation")) and not any(len(m.span) > 1 and m.weight == 1 for m in talk):
            # «What's … about» asks about something, whatever word of it is also a greeting.
            return ""
        # Who takes leave asks for nothing: «bye, see you at the festival».
        goes = any(m.pattern.value == "goodbye" for m in talk) and not reading.of("question") and not reading.yes_no
        # A word for a kind, or one that surely asks for something, makes it a question; not every word that can be a form of such.
        kind_or_cue = (
            m
            for m in reading.mentions
            if (m.pattern.what == "kind" and not goes)
            or (m.pattern.what == "cue" and m.weight == 1 and not m.span & said and (rest or m.pattern.value != "what"))
        )
        if len(rest) > len(said) or any(not m.span <= said for m in kind_or_cue):
            return ""
        if any(m.pattern.value == "who_are_you" for m in talk) and self._scorer.follow_ups.references.of_somebody(reading):
            # «Is he a real person?» is not asked of the bot.
            return ""
        # «Hello, what can you do?» asks what the bot can do; of equals the first said counts.
        order = ("what_can_you_do", "who_are_you")
        longest = max(
            talk, key=lambda m: (m.weight == 1, order.index(m.pattern.value) if m.pattern.value in order and len(m.span) > 1 else -1, len(m.span), -min(m.span))
        )
        return longest.pattern.value

    @staticmethod
    def _no_agreement(ask: Ask, best: Candidate | None) -> str:
        """The country that an agreement is asked with and that has none here: no film or person of it answers that."""
        told = best is not None and not ask.doubtful(best)
        of_paper = best is not None and (ask.of[best.record].kind == "agreement" or (best.operation == "highlight" and ask.of[best.record].kind != "film"))
        if "agreement" not in ask.kinds or (told and of_paper):
            return ""
        if best and not ask.named and ask.of[best.record].kind == "film" and ask.kinds.keys() == {"agreement"} and ask.reading.language == "kk":
            # «Америкамен келісім бар ма»: no film whose text tells of that country.
            return next((ask.reading.tokens[i].text for i in ask.telling if ask.reading.tokens[i].text.lower().endswith(WITH)), "")
        without = [record for record, kind in ask.named_kinds.items() if kind == "country" and "agreement" not in ask.of[record].near]
        return " ".join(ask.reading.tokens[i].text for i in sorted(ask.named[without[0]])) if without else ""

    def _foreign(self, ask: Ask, best: Candidate | None) -> str:
        """A country or known name that is not in the base and that the best answer says nothing of."""
        for mention in ask.reading.of("foreign"):
            # An adjective is further from the name, and written with a capital: «Norwegian».
            capital = all(ask.reading.tokens[i].text[:1].isupper() and len(ask.reading.tokens[i].key) > 6 for i in mention.span)
            if mention.weight < (0.6 if capital else 0.8) or mention.span & ask.named_positions or self._is_other_word(ask, mention):
                continue
            if "agreement" in ask.kinds and len(mention.pattern.value) == 2 and best and ask.of[best.record].kind != "agreement":
                # Only a paper tells of a paper with a country.
                return self._as_typed(ask.reading, mention)
            said = [ask.stems.get(i, ()) for i in mention.span]
            if mention.weight == 1 and len(mention.pattern.keys) == 1 and not self._begins_in_a_text(mention.pattern.keys[0]):
                # «Кинотавр» begins like «кинотуризм», and no text tells of it.
                return self._as_typed(ask.reading, mention)
            if best and best.coverage >= COVERAGE and mention.span <= best.cued:
                continue
            # A film or body that is not here is no other one whose text only mentions it: «who heads Mosfilm».
            other = best is not None and best.record not in ask.named and all(best.explained.get(i, 0.0) < NOT_IN_FACT for i in mention.span)
            if best and best.coverage >= COVERAGE and best.asked and not other and all(any(map(ask.of[best.record].describes, stems)) for stems in said):
                continue
            return self._as_typed(ask.reading, mention)
        return ""

    def _begins_in_a_text(self, key: str) -> bool:
        """Whether a text of the base has a form of a name."""
        words_of_texts, stem = self._base.text_words, key[:-1]
        at = bisect_left(words_of_texts, stem)
        return words_of_texts[at : at + 1] != [] and words_of_texts[at].startswith(stem)

    @staticmethod
    def _is_other_word(ask: Ask, mention: Mention) -> bool:
        """Whether a one-word name is more likely an everyday word of the lexicon."""
        return len(mention.pattern.keys) == 1 and any(
            other.span & mention.span and other.weight >= mention.weight
            for other in ask.reading.mentions
            if other.pattern.what in ("cue", "kind", "operation", "function", "question")
        )

    @staticmethod
    def _as_typed(reading: Reading, mention: Mention) -> str:
        """The base form if it is in the script of the message, else the word as typed."""
        typed = " ".join(reading.tokens[i].text for i in sorted(mention.span))
        return mention.pattern.label if mention.pattern.label.isascii() == typed.isascii() else typed

    def _bare(self, ask: Ask, context: Query | None) -> Decision | None:
        """A message that is only a name, or only a kind."""
        if ask.reading.of("foreign"):
            return None
        if ask.reading.exact and not (context and ask.named.keys().isdisjoint(ask.reading.exact)):
            return self._named(ask.reading, list(ask.reading.exact))
        if ask.content and ask.types <= {"who"} and not ask.cues and not ask.kinds:
            people = [record for record, span in ask.named.items() if set(ask.content) <= span and ask.of[record].kind == "person"]
            if people and "who" in ask.types:
                return self._named(ask.reading, self._surest(ask.reading, people))
        # «Бауырына салу не туралы», «what had he made before»: the words that ask are no content, and yet ask.
        phrases = [m for m in ask.reading.of("cue") if m.pattern.language == "kk" or (len(m.span) > 1 and m.weight == 1)]
        asks = {i for m in phrases if m.pattern.value != "what" for i in m.span} - ask.named_positions
        if not ask.content or ask.types or ask.operations or asks:
            return None
        if any(gain >= 0.3 for gain in self._scorer.follow_ups.gains(ask, context).values()):
            return None
        if self._stories.tells(ask) and set(ask.content) <= ask.of_kinds:
            return Decision("unknown", why="no word of a story says enough")
        whole = set(ask.content)
        if named := [record for record, positions in ask.named.items() if whole <= positions]:
            return self._named(ask.reading, self._surest(ask.reading, named))
        for kind, positions in ask.kinds.items():
            if whole <= positions and not context:
                newest = self._scorer.newest_of_kind(kind)
                return Decision("clarify", records=tuple(newest[:3]), why="only a kind") if len(newest) > 1 else None
        return None

    def _named(self, reading: Reading, named: list[str]) -> Decision:
        """The card of the record that a name stands for: as `confusables.yaml` says, else the first of `_ORDER`, of editions the newest."""
        kinds = {record: self._base.evidence[record].kind for record in named}
        said = tuple(token.key for token in reading.tokens)
        treated = next((row for row in confusables() if said in row.keys and row.treatment != "exact"), None)
        if treated and treated.treatment == "ask" and len(named) > 1:
            return Decision("clarify", records=tuple(sorted(named)[:3]), why="only a name that confusables.yaml asks about")
        first = treated.kind if treated and treated.kind in kinds.values() else min(kinds.values(), key=_ORDER.index)
        same = sorted((record for record in named if kinds[record] == first), key=lambda record: -self._base.evidence[record].newest)
        if len(same) == 1 or first in ("festival", "edition", "event"):
            return Decision("answer", Query("card", (same[0],)), (same[0],), why="only a name")
        return Decision("clarify", records=tuple(same[:3]), why="only a name that several records share")

    @staticmethod
    def _surest(reading: Reading, named: list[str]) -> list[str]:
        """Of the records that are named, those that are named most surely: exactly rather than by a typing error."""
        sure: dict[str, float] = {}
        for mention in reading.of("record"):
            sure[mention.pattern.value] = max(sure.get(mention.pattern.value, 0.0), mention.weight)
        best = max(sure.get(record, 0.0) for record in named)
        return [record for record in named if sure.get(record, 0.0) >= best - 0.05]

    def _introduced(self, ask: Ask, best: Candidate) -> Candidate | None:
        """«Who is Nurlan Koyanbayev, an actor?» asks who he is, and not in what he acts."""
        who = self._who_is(ask.reading)
        if who is None or ask.of[who].kind != "person" or best.record == who:
            return None
        whole = (c for c in self._scorer.of_records(ask, None, (who,)) if c.operation == "card")
        own = next(whole, None)
        return own if own and own.coverage > best.coverage - OF_INTRODUCED else None

    @staticmethod
    def _is_told_of_another(ask: Ask, best: Candidate) -> bool:
        """Whether a fact of its kind belongs to a record of which it is not asked.

        «What has the Organization of Turkic States to do with …» does not ask what another organisation is, and who won a prize
        that is named its own record tells best.
        """
        if best.record in ask.named or best.follows:
            return False
        kinds = set(ask.named_kinds.values())
        other = best.property == "what" and ask.of[best.record].kind == "organisation" and "organisation" in kinds
        prize = (
            best.property == "awards"
            and ask.of[best.record].kind in ("film", "person", "edition")
            and "award" in kinds
            and kinds.isdisjoint(("film", "person"))
        )
        organisations = [i for named, kind in ask.named_kinds.items() if kind == "organisation" for i in ask.named[named]]
        where = ask.of[best.record].where
        theirs = not organisations or any(best.property in where.get(stem, ()) for i in organisations for stem in ask.stems.get(i, ()))
        # Who is the deputy of one organisation is not told by another one.
        highlight = best.operation == "highlight" and ask.of[best.record].kind == "organisation" and not theirs
        # Who is in charge of cinema in a country is told by no festival that was organised there.
        organised = best.property == "organisers" and kinds == {"country"} and not ask.kinds.keys() & set(EDITION_LIKE)
        of_cinema = organised and ask.strength.get("film_body", 0.0) >= ask.strength.get("organisers", 0.0)
        return other or prize or highlight or of_cinema

    # Another candidate than the best one

    def _is_fuller(self, ask: Ask, other: Candidate, best: Candidate) -> bool:
        """Whether an answer that is about equally good explains clearly more; a country or place only tells of what."""
        more = ask.strength.get(other.property or "", 0.0) - ask.strength.get(best.property or "", 0.0)
        same = other.record == best.record or {best.record, other.record} <= ask.named.keys()
        if same and other.property in self._narrow and more > 0.2 and best.score - other.score < 2 * MARGIN:
            # «Who led it before Raev» says more than «who led it».
            return True
        if other.record == best.record and other.asked and not best.asked and best.score - other.score < MARGIN and more > OF_CUE:
            # «What is it about, the short»: what a cue asks for, not what a word of the message tells.
            return True
        alike = other.property == best.property and other.operation == best.operation == "fact" and not (ask.named or best.follows)
        if alike and best.score - other.score < 2 * MARGIN and other.asked and ask.unexplained(best) and not ask.unexplained(other):
            # «The romantic comedy that earned 1.1 billion»: of two that earned so much, the one that is such.
            return True
        near = best.score - other.score < MARGIN and other.follows >= best.follows and other.coverage > best.coverage + 2 * MARGIN
        if near and "place" in ask.kinds and ask.of[other.record].kind == "place" and ask.unexplained(best) and not ask.unexplained(other):
            # «The holiest city of Kazakhstan» is told by a city, and not by where the festivals were.
            return True
        telling = other.record == best.record or other.property in ask.strength or ask.of[other.record].kind not in ("country", "place")
        return near and other.asked and telling and (more > -0.1 or other.coverage > best.coverage + 4 * MARGIN)

    @staticmethod
    def _asked_of_described(ask: Ask, best: Candidate) -> str | None:
        """«Who signed the memorandum about animation?»: what a word asks of the record that a highlight describes, and the highlight does not tell."""
        record = ask.of[best.record]
        if best.operation != "highlight" or best.record in ask.named or ask.reading.yes_no or not ask.types:
            return None
        prop = max(ask.strength, key=ask.strength.__getitem__, default="")
        definition = properties().get(prop)
        if definition is None or ask.strength[prop] < _OF_DESCRIBED or record.kind not in definition.kinds or definition.answers not in ask.types:
            return None
        return prop if all(best.explained.get(i, 0.0) < UNEXPLAINED for i in ask.cues.get(prop, ())) else None

    @staticmethod
    def _is_unrecorded(ask: Ask, best: Candidate) -> bool:
        """Whether what is asked of a record that the message tells is known not to be known: «when does the sixth festival start»."""
        record = ask.of[best.record]
        fact = record.facts.get(best.property or "")
        number = record.facts.get("editions")
        told = best.record in ask.named or (record.kind == "edition" and number is not None and number.number in ask.ordinals)
        return told and best.asked and fact is not None and fact.unknown

    def _mends(self, ask: Ask, other: Candidate, best: Candidate) -> bool:
        """Whether another answer explains what forbids the best one: CPH:DOX stands in the facts of another film."""
        of_year = ask.of[best.record].kind == "award" and other.operation == "fact"
        if best.record in ask.named and other.record not in ask.named and not of_year:
            return False
        if self._is_unrecorded(ask, best):
            return False
        number = ask.of[other.record].facts.get("editions")
        if ask.ordinals and ask.of[other.record].kind == "edition" and (number is None or number.number not in ask.ordinals):
            return False
        # «Best actor» names the prize of one year, and may ask for that of another.
        asked = other.asked or (of_year and not ask.unexplained(other))
        return asked and best.score - other.score < RIVAL and other.coverage > self._least_mending(ask, best) and not self._refusals.forbid(ask, other)

    def _least_mending(self, ask: Ask, best: Candidate) -> float:
        """How much of the message an answer has to explain that takes the place of the best one."""
        return max(MENDING, 0.0 if self._refusals.is_of_another_year(ask, best) else best.coverage + MARGIN)

    def _of_the_festival(self, ask: Ask, best: Candidate) -> Candidate:
        """How often it was held is told by the festival; what is asked of one year, or of a country that is none of its main ones, by an edition."""
        if best.property == "editions":
            return replace(best, record=FESTIVAL) if FESTIVAL in self._base.records and ask.of[FESTIVAL].known("editions") else best
        if len(ask.reading.years) == 1:
            of_year = [e for e in ask.members("edition") if set(ask.reading.years.values()) <= set(e.years) and e.known(best.property or "")]
            return replace(best, record=of_year[0].id) if len(of_year) == 1 and ask.linked(of_year[0].id, FESTIVAL) else best
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
        coming = self._is_coming(ask)
        alone = len({frozenset(span) for span in ask.named.values()}) == 1 and "earliest" not in ask.operations
        bare = all(len(m.span) == 1 for m in ask.reading.of("question"))
        if best.property == "founded" and alone and bare and (coming or ask.strength.get("founded", 0.0) < OF_CUE):
            # «When is the festival?» asks for the last one, not for the first.
            dated = [e for e in ask.members("edition") if e.known("dates") and ask.linked(e.id, FESTIVAL)]
            return replace(best, record=max(dated, key=lambda e: e.newest).id, property="dates", asked=True) if dated else best
        if best.property in ("founded", "dates") and len(countries) == 1:
            # «When was it in Kazakhstan?»
            held = [e for e in ask.members("edition") if "city" in e.facts and any(ask.linked(city, countries[0]) for city in e.facts["city"].refs)]
            return replace(best, record=held[0].id, property="dates") if len(held) == 1 and held[0].known("dates") else best
        if best.property != "country" or not ask.reading.yes_no or len(countries) != 1 or countries[0] in ask.of[FESTIVAL].facts["country"].refs:
            return best
        editions = sorted(ask.members("edition"), key=lambda edition: -edition.newest)
        return next((replace(best, record=e.id) for e in editions if "country" in e.facts and countries[0] in e.facts["country"].refs), best)

    def _put_right(self, ask: Ask, best: Candidate, candidates: list[Candidate]) -> Candidate:
        """What is rather asked than the best candidate: another fact of its record, or the same of a record beside it."""
        if where := self._claims.where(ask, best):
            best = where
        if when := self._claims.when(ask, best):
            best = when
        if of_film := self._of_shown_film(ask, best):
            best = replace(best, property=of_film, asked=True)
        elif country := self._claims.country(ask, best):
            best = country
        if papers := self._papers_of_a_country(ask, best):
            best = replace(best, record=papers, property="agreements", operation="fact", asked=True)
        elif paper := self._bare_paper(ask, best):
            best = paper
        if self._asks_who_signed(ask, best):
            best = replace(best, property="signatories", asked=True)
        if ask.of[best.record].kind == "edition" and not (ask.named or best.follows or ask.tells_edition):
            # «Where is the festival held?»: of editions that differ in a word the newest is meant.
            alike = [c for c in candidates if ask.of[c.record].kind == "edition" and c.property == best.property and best.score - c.score < MARGIN]
            best = max(alike, key=lambda c: ask.of[c.record].newest, default=best)
            if best.property and not ask.of[best.record].known(best.property) and not self._is_coming(ask):
                # «How many days did it last?» asks of one that was.
                held = [one for one in ask.members("edition") if one.known(best.property)]
                best = replace(best, record=max(held, key=lambda one: one.newest).id) if held else best
        if prize := self._one_prize(ask, best, candidates):
            best = prize
        if self._asks_all_cities(ask, best):
            best = replace(best, record=FESTIVAL)
        if of_year := self._edition_of_the_year(ask, best):
            best = of_year
        if best.record == FESTIVAL or (best.property == "editions" and "count" in ask.types and ask.of[best.record].kind == "edition"):
            best = self._of_the_festival(ask, best)
        if instead := self._told_where_or_when(ask, best):
            best = replace(best, property=instead, asked=True)
        if best.operation == "fact" and best.property not in ask.of[best.record].facts:
            # «Who wrote the score»: of two that are asked about as surely, the one that is known.
            known = (c for c in candidates if c.record == best.record and c.asked and ask.of[c.record].known(c.property or ""))
            best = next((c for c in known if best.score - c.score < MARGIN and ask.strength.get(c.property or "", 0.0) >= OF_CUE), best)
        return best

    def _of_shown_film(self, ask: Ask, best: Candidate) -> str | None:
        """When it was shown in a place, where it was shot, or whose it is: another fact of the film than what its verb asks for first."""
        record = ask.of[best.record]
        places = {stem for named, kind in ask.named_kinds.items() if kind in CONTEXT_KINDS for stem in ask.of[named].short}
        if record.kind != "film" or best.operation != "fact":
            return None
        if best.property in ("release", "festivals") and ask.types == {"when"} and "festivals" in ask.cues:
            # «When was Amre shown in Tashkent?»
            return next((prop for prop in ("premiere", "festivals") if any(prop in record.where.get(stem, ()) for stem in places)), None)
        located = any(ask.reading.tokens[max(ask.named[named])].text.lower().endswith(LOCATIVE) for named in ask.named if named != record.id)
        if best.property == "director" and ask.reading.yes_no and ask.reading.language == "kk" and places and located and record.known("shooting"):
            # «Францияда түсірді ме?»
            return "shooting"
        whose = any(token.key in self._whose for token in ask.reading.tokens)
        return "country" if best.property == "director" and whose and not record.known("director") and record.known("country") else None

    def _one_prize(self, ask: Ask, best: Candidate, candidates: list[Candidate]) -> Candidate | None:
        """«Үздік актер ше?»: the prize that is asked for by name, rather than all of them."""
        if best.property != "awards" or best.operation != "fact" or ask.strength.get("awards"):
            return None
        named = [c for c in candidates if c.record == best.record and c.property in self._single_prizes and ask.strength.get(c.property or "", 0.0) >= OF_CUE]
        return named[0] if len(named) == 1 and best.score - named[0].score < MARGIN else None

    @staticmethod
    def _edition_of_the_year(ask: Ask, best: Candidate) -> Candidate | None:
        """What is asked of the festival in one year, where another record than a festival is the best answer: «when does Korkyt Ata 2026 start»."""
        if (
            FESTIVAL not in ask.named
            or len(ask.reading.years) != 1
            or ask.of[best.record].kind in EDITION_LIKE
            or len(set(map(frozenset, ask.named.values()))) > 1
        ):
            return None
        year = str(next(iter(ask.reading.years.values())))
        for edition in (e for e in ask.members("edition") if year in e.id and ask.linked(e.id, FESTIVAL)):
            asked = [prop for prop, strength in ask.strength.items() if strength >= OF_KIND and prop in edition.facts]
            if len(asked) == 1:
                return Candidate(edition.id, asked[0], "fact", 1.0, best.score, dict.fromkeys(ask.content, 1.0), asked=True)
        return None

    @staticmethod
    def _papers_of_a_country(ask: Ask, best: Candidate) -> str | None:
        """The country whose papers are asked for, where one of them is the best answer and not asked for: «what agreements with France»."""
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country" and named != KAZAKHSTAN]
        asked = ask.strength.get("agreements", 0.0) >= OF_KIND and len(countries) == 1 and set(ask.named) <= {KAZAKHSTAN, *countries}
        of_paper = ask.of[best.record].kind == "agreement" and not best.asked and best.property in ("country", "parties")
        # «What is there between Kazakhstan and China in film?»
        of_paper = of_paper or (best.record not in ask.named and best.property in ("what", None) and ask.of[best.record].kind in ("organisation", "film"))
        said = ask.named_positions | ask.of_kinds | ask.cues.get("agreements", {}).keys()
        return countries[0] if asked and of_paper and said.issuperset(ask.telling) and ask.of[countries[0]].known("agreements") else None

    def _bare_paper(self, ask: Ask, best: Candidate) -> Candidate | None:
        """«Agreement with France», «memorandum with Uzbekistan 2021»: that paper, or where there are several, all that the country tells of them."""
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country" and named != KAZAKHSTAN]
        said = ask.named_positions | ask.kinds.get("agreement", set()) | ask.reading.years.keys()
        asks = ask.types or ask.operations.keys() - {"about", "list"} or ask.reading.yes_no or max(ask.strength.values(), default=0.0) >= OF_CUE
        bare = said.issuperset(ask.telling) and not asks
        if not bare or ask.kinds.keys() != {"agreement"} or len(countries) != 1 or ask.named.keys() - {KAZAKHSTAN, *countries}:
            return None
        papers = [ask.of[near] for near in ask.of[countries[0]].near.get("agreement", ())]
        narrowed, years = ask.types_of.get("agreement"), set(ask.reading.years.values())
        papers = [paper for paper in papers if paper.type in (narrowed or SIGNED) and (not years or not years.isdisjoint(paper.years))]
        if len(papers) == 1:
            return replace(best, record=papers[0].id, property=None, operation="card")
        several = len(papers) > 1 and not years and ask.of[countries[0]].known("agreements")
        return replace(best, record=countries[0], property="agreements", operation="fact", asked=True) if several else None

    @staticmethod
    def _asks_all_cities(ask: Ask, best: Candidate) -> bool:
        """«In which cities has the festival been?», «from the first to the fifth»: of no one year."""
        of_one = ask.reading.years or len(ask.ordinals) == 1 or best.record in ask.named or "place" in ask.named_kinds.values()
        cities = best.property == "city" and ask.of[best.record].kind == "edition" and "place" in ask.kinds and "list" in ask.operations
        return cities and not of_one and FESTIVAL in ask.base.records and ask.of[FESTIVAL].known("city")

    def _is_coming(self, ask: Ask) -> bool:
        """Whether a word says that it is still to come."""
        return not self._coming.isdisjoint(token.key for token in ask.reading.tokens)

    @staticmethod
    def _told_where_or_when(ask: Ask, best: Candidate) -> str | None:
        """The place or day of signing, if only that is asked: «where did the Georgians put pen to paper»."""
        if best.property not in ("signatories", "parties") or len(ask.types) != 1:
            return None
        prop = {"where": "signed_at", "when": "signed_on"}.get(next(iter(ask.types)))
        return prop if prop and ask.of[best.record].known(prop) else None

    def _asks_who_signed(self, ask: Ask, best: Candidate) -> bool:
        """Whether people are asked for where the best answer names the parties: who signed may be known not to be known."""
        if best.property not in ("parties", "country") or "signatories" not in ask.of[best.record].facts or not ask.kinds.keys().isdisjoint(_BODIES):
            return False
        signing = any(self._signing.intersection((as_listed(token), *token.bases)) for token in ask.reading.tokens)
        if signing and "who" in ask.types and best.record not in ask.named and ask.of[best.record].known("signatories"):
            # «By whom is it signed?»
            return True
        asked = ask.strength.get("signatories", 0.0)
        return asked >= OF_CUE and asked > ask.strength.get("parties", 0.0) - OF_SIDES

    def _asks_state_post(self, ask: Ask, best: Candidate) -> bool:
        """«Who is the president of Kazakhstan» is no question about the president of a studio there."""
        if best.record in ask.named or ask.of[best.record].kind in ask.kinds or "country" not in ask.named_kinds.values():
            return False
        if "organisation" in ask.named_kinds.values():
            return False
        return any(not self._state_posts.isdisjoint((token.key, *token.bases)) for token in ask.reading.tokens)

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
        return told and other.asked and bool(other.cued) and best.score - other.score < RIVAL and all(other.explained.get(i, 0.0) >= 0.6 for i in ask.names)

    def _lacking(self, ask: Ask, best: Candidate | None) -> str:
        """What an honest no names: the country that has no agreement, else the words that nothing explains."""
        for record in ask.named if "agreement" in ask.kinds else ():
            if ask.of[record].kind == "country" and "agreement" not in ask.of[record].near:
                return " ".join(ask.reading.tokens[i].text for i in sorted(ask.named[record]))
        # A record that is named is known, only not what is asked of it: «nothing on Samal Yeslyamova» would be wrong.
        unexplained = ask.unexplained(best) if best else tuple(i for i in ask.content if i not in ask.slight)
        beyond = {i for mention in ask.reading.of("beyond") for i in mention.span}
        chosen = [i for i in unexplained if (i in beyond or not ask.reading.tokens[i].bases) and i not in ask.named_positions]
        return " ".join(ask.reading.tokens[i].text for i in chosen[:3])

    # Several answers

    @staticmethod
    def _tied(ask: Ask, candidates: list[Candidate]) -> list[str]:
        """The records of one kind whose best candidates are equally good; editions are never tied, the newest is meant."""
        best = candidates[0]
        kind = ask.of[best.record].kind
        close = [c for c in candidates if best.score - c.score < MARGIN and ask.of[c.record].kind == kind]
        close = [c for c in close if c.property == best.property or c.operation == best.operation == "card"]
        if not ask.doubtful(best):
            # «The film center of Georgia» is not the one of another country.
            close = [c for c in close if ask.named_positions.isdisjoint(ask.unexplained(c))]
        if kind in ("edition", "festival"):
            return [best.record]
        return list(dict.fromkeys(c.record for c in close))

    def _with_second(self, ask: Ask, context: Query | None, query: Query, best: Candidate, candidates: list[Candidate]) -> Query:
        """A second sentence of the same record: what a second cue asks for, else what about as well answers the question as the first."""
        two = self._two_questions.asked(ask, ask.of[best.record])
        if two and (best.property in two or ask.named or ask.tells_edition):
            return Query("fact", query.records, "+".join(two))
        query = self._with_second_asked(ask, context, query, best)
        if query.claim or best.property is None or query.property != best.property:
            return query
        record = ask.of[best.record]
        if best.operation == "fact" and not record.known(best.property):
            return query
        told = (None, best.property, *(("awards",) if best.property in self._single_prizes else ()))
        close = (c for c in candidates if c.record == best.record and c.property not in told and best.score - c.score < 2 * MARGIN)
        second = next((c.property for c in close if c.operation == "highlight" or record.known(c.property or "")), None)
        return Query("fact", query.records, f"{best.property}+{second}") if second else query

    def _with_second_asked(self, ask: Ask, context: Query | None, query: Query, best: Candidate) -> Query:
        """«Where is it and who heads it»: a second fact of the record that explains a cue which the first does not."""
        if best.operation != "fact" or best.property is None:
            return query
        record = ask.of[best.record]
        if {"when", "where"} <= ask.types and (other := self._scorer.other_default(record, best.property, ask.types)):
            return Query("fact", (best.record,), f"{best.property}+{other}")
        answers = properties()[best.property].answers
        asked = {prop for prop, strength in ask.strength.items() if strength >= 0.35 and prop in record.facts}
        seconds = {prop for prop in asked if answers in ask.types - {properties()[prop].answers} and properties()[prop].answers in ask.types}
        if seconds:
            candidates = self._scorer.of_records(ask, context, (best.record,))
            if second := next((c.property for c in candidates if c.operation == "fact" and c.property in seconds), None):
                return Query("fact", (best.record,), f"{best.property}+{second}")
        return query
