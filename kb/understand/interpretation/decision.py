"""The steps from a reading to a decision, and the two tables of rules: of the words of a question, and of its best answer."""

from __future__ import annotations

from dataclasses import replace

from kb.base import Base
from kb.query import Query
from kb.understand.ask import Ask, Candidate
from kb.understand.conversation import BASE_SIZE
from kb.understand.evidence import EDITION_LIKE
from kb.understand.interpretation.bare_names import BareNames
from kb.understand.interpretation.best import BestAnswers
from kb.understand.interpretation.content import content_of
from kb.understand.interpretation.honest_no import NEAR, HonestNo, lacking
from kb.understand.interpretation.mending import FORBIDDEN, Mending
from kb.understand.interpretation.put_right import PutRight
from kb.understand.interpretation.read_otherwise import ReadOtherwise
from kb.understand.interpretation.recognisers import Recognisers
from kb.understand.interpretation.rules import Decision, Rule, RuleOfBest, answer, asked, following, following_best, of_best, refused, untrue
from kb.understand.interpretation.small_talk import SmallTalk
from kb.understand.interpretation.strangers import asks_state_post
from kb.understand.interpretation.ties import Ties
from kb.understand.interpretation.told_by_words import OF_THE_CHAT, ToldByWords
from kb.understand.interpretation.told_instead import ToldInstead, asked_of_described
from kb.understand.interpretation.told_with_best import STRAYED, ToldWithBest
from kb.understand.interpretation.two_answers import TwoAnswers
from kb.understand.reading import Reader, Reading
from kb.understand.shapes import bodies_and_more, multiples
from kb.understand.weights import COVERAGE

# Films that are told by a word which elsewhere asks for what no base tells.
OF_THEME = "the films of a theme"
# What tells of several records at once.
_OF_SEVERAL = ("list", "count", "set", "compare")
# What is not known of what the chat spoke of: no other answer is looked for.
_OF_THE_CHAT = (STRAYED, *OF_THE_CHAT)


class Interpreter:
    """Decides what a reading asks for, over one base."""

    def __init__(self, base: Base, reader: Reader) -> None:
        self._base = base
        self._reader = reader
        self._recognisers = by = Recognisers(base)
        self._small_talk = SmallTalk(base, by.follow_ups)
        self._bare_names = BareNames(base, by.scorer, by.stories)
        self._best = BestAnswers(by.scorer, by.mismatches, self._bare_names)
        self._put_right, self._told_instead = PutRight(by.claims), ToldInstead(by.scorer)
        self._refusals = by.refusals
        self._mending = Mending(by.scorer, by.refusals)
        self._ties = Ties(by.scorer, by.shapes, by.stories)
        self._two_answers = TwoAnswers(base, reader, by.scorer, by.two_questions)
        self._honest_no = HonestNo(base, reader, by.conversation)
        self._otherwise = ReadOtherwise(base, reader)
        self._told_by_words, self._told_with_best = self._rules(), self._rules_of_best()

    def decide(self, reading: Reading, context: Query | None = None) -> Decision:
        """The decision for one message; `context` is the query that this chat asked before."""
        decision = self._judged(reading, context)
        listed = self._recognisers.shapes.list_of(decision.query, context) if decision.query and context else None
        return replace(decision, query=replace(decision.query, listed=listed)) if decision.query and listed else decision

    def _judged(self, reading: Reading, context: Query | None) -> Decision:
        """The decision without a claim that nothing judges."""
        otherwise, decide = self._otherwise, self._decide
        reading = otherwise.counted_first(reading)
        decision = self._of_message(reading, context)
        if of_statement := otherwise.question_after_statement(decide, reading, decision):
            decision = of_statement
        elif read := (
            otherwise.film_of_its_prize(decide, reading)
            or otherwise.described(decide, reading, context, decision)
            or otherwise.film_of_its_maker(decide, reading, decision)
        ):
            reading, decision = read
        if one := otherwise.one_of_two(decide, reading, context, decision):
            reading, decision = one
        if of_others := otherwise.all_but_some(decide, reading, context, decision):
            decision = of_others
        told = decision.query is not None and decision.kind == "answer" and decision.query.operation in ("fact", "highlight")
        if decision.kind in ("answer", "clarify") and not told and context is None and self._recognisers.conversation.is_own_doing(reading):
            # No fact is asked for, and no record is named: a list or a card would be of something else.
            decision = Decision("unknown", why="what somebody is to do himself")
        if decision.kind == "unknown":
            return self._honest_no.complete(reading, decision)
        if decision.query and decision.query.claim and not self._recognisers.verdicts.judges(self._ask(reading), decision.query):
            return replace(decision, query=replace(decision.query, claim=None))
        return decision

    def _content(self, reading: Reading) -> list[int]:
        return content_of(reading, self._reader)

    def _ask(self, reading: Reading) -> Ask:
        return Ask.of_reading(reading, self._content(reading), self._base)

    def _of_message(self, reading: Reading, context: Query | None) -> Decision:
        """The decision, where every claim is judged.

        What cannot be answered whole is asked again without its asides: «Who shot Kadet? I need it for a poster».
        """
        if of_states := self._otherwise.states_alone(self._decide, reading, context):
            return of_states
        if context and self._recognisers.follow_ups.references.stands_alone(reading, context):
            alone = self._decide(reading, None)
            if alone.kind == "answer" or reading.of("foreign"):
                return alone
        if (told := self._otherwise.remark(self._decide, reading)) is not None:
            return told
        decision = self._decide(reading, context)
        several = decision.query is not None and decision.query.operation in _OF_SEVERAL and not decision.lacking
        in_vain = decision.why != OF_THEME and any(not m.span <= reading.story for m in reading.of("beyond"))
        if several and in_vain and self._refusals.beyond.lacks_all(reading, self._content(reading)):
            decision = Decision("unknown", records=decision.records[:NEAR], why=FORBIDDEN)
        if several and decision.query and self._refusals.years.lists_others(decision.query, reading):
            decision = Decision("unknown", records=decision.records[:NEAR], why="nothing that would be listed is of that year")
        left = context and decision.kind == "unknown" and decision.query is None
        # «Где учился?» after Anartay is asked of him, and told by nobody else's studies.
        of_chat = context is not None and decision.records[:1] == context.records[:1] and not reading.of("record")
        if left and decision.why not in _OF_THE_CHAT and not of_chat and not self._recognisers.follow_ups.goes_on(reading):
            alone = self._decide(reading, None)
            if alone.kind == "answer":
                return alone
        if decision.kind == "unknown" and (core := self._reader.without_asides(reading)):
            again = self._decide(core, context)
            if again.kind == "answer":
                return replace(again, why=f"{again.why}, without asides")
        if decision.kind in ("unknown", "clarify") and (states := self._otherwise.states(self._decide, reading, context)):
            return states
        if decision.kind == "unknown" and (plain := self._otherwise.whatever_is_guessed(self._decide, reading, context)):
            return plain
        if decision.kind == "unknown" and (both := self._two_answers.of_both_parts(reading, self._decide)):
            return both
        # «How many films are in your base?» is not asked of a festival; how many festivals there are is told by them.
        sized = decision.smalltalk == BASE_SIZE and all(m.pattern.value not in EDITION_LIKE for m in reading.of("kind"))
        if decision.kind in ("unknown", "smalltalk") and not sized and (within := self._otherwise.question_within(self._decide, reading, context)):
            return within
        if decision.kind == "unknown" and (film := self._recognisers.stories.of_whole(self._ask(reading))):
            return answer(film, "a film whose story is all that is told")
        if decision.kind == "unknown" and (claimed := self._otherwise.claim(self._decide, reading, context)):
            return claimed
        if decision.kind == "unknown" and (who := self._bare_names.who_is(reading)):
            return Decision("answer", Query("card", (who,)), (who,), why="who or what something is, besides what is not known")
        return replace(decision, topic=self._honest_no.topic(reading)) if decision.kind == "unknown" and decision.query is None else decision

    def _decide(self, reading: Reading, context: Query | None) -> Decision:
        """The decision for one reading: the first rule that finds its shape of question, else the answer that explains most of it."""
        content = self._content(reading)
        if not reading.exact and (said := self._recognisers.conversation.told(reading, content, context)):
            return said
        if not reading.exact and (smalltalk := self._small_talk.said(reading, content)):
            return Decision("smalltalk", smalltalk=smalltalk, language=self._small_talk.language(reading), why="small talk")
        if not reading.exact and (said := self._recognisers.conversation.addressed(reading, content)):
            return said
        ask = Ask.of_reading(reading, content, self._base)
        self._recognisers.follow_ups.gains(ask, context)
        for rule in self._told_by_words:
            if decision := rule(ask, context):
                return decision
        candidates = self._best.weighed(ask, context)
        best = candidates[0] if candidates else None
        for rule_of_best in self._told_with_best:
            if decision := rule_of_best(ask, context, best):
                return decision
        if best is None:
            return Decision("unknown", lacking=lacking(ask, None), why="no record can be meant")
        best = self._put_right.put_right(ask, best, candidates)
        if asks_state_post(ask, best):
            return Decision("unknown", why="a post of a whole country")
        best = self._told_instead.as_told(ask, context, best)
        if best.coverage < COVERAGE or self._refusals.forbid(ask, best):
            mended = self._mending.mended(ask, context, best, candidates)
            if isinstance(mended, Decision):
                return mended
            candidates = mended
            best = self._put_right.of_whose_prize(ask, candidates[0])
            if kept := self._recognisers.chat_year.kept(ask, context, best):
                return answer(kept, "asked of the festival that the chat spoke of")
        return self._settled(ask, context, best, candidates)

    def _settled(self, ask: Ask, context: Query | None, best: Candidate, candidates: list[Candidate]) -> Decision:
        """The best answer, unless others are as good: then one that something else speaks for, a list, or a question back."""
        best, tied = self._ties.untied(ask, context, best, candidates)
        if shared := self._ties.shared(ask, best, tied):
            return shared
        if best is candidates[0] and (prop := asked_of_described(ask, best)):
            return answer(Query("fact", (best.record,), prop), "asked of what is described")
        if hop := self._recognisers.hops.of_person(ask, best):
            return answer(hop, "asked of the person whom a fact names")
        query = Query(best.operation, (best.record,), best.property, claim=self._recognisers.claims.value(ask, best))
        return Decision("answer", self._two_answers.with_second(ask, context, query, best, candidates), (best.record,), why="the best interpretation")

    def ranked(self, reading: Reading, context: Query | None, closest: int) -> tuple[Ask, list[Candidate]]:
        """What a reading asks, and at least its `closest` best candidates: for explanations."""
        ask = self._ask(reading)
        return ask, self._recognisers.scorer.candidates(ask, context, closest)

    # The rules, in order: the first that finds its shape of question decides

    def _rules(self) -> tuple[Rule, ...]:
        """Before anything is weighed: what follows from the chat first, then what has a shape of its own."""
        by, by_words = self._recognisers, ToldByWords(self._recognisers)
        follow_ups, claims, shapes, hops = by.follow_ups, by.claims, by.shapes, by.hops
        return (
            # What follows from what the chat told or listed.
            following(hops.jury_from, "the members of a jury from one country"),
            following(hops.age_of_hero, "the age of the hero of the film that the chat spoke of"),
            refused(hops.asks_age_of_hero, "the age of somebody in a film that is not told"),
            following(hops.of_part_in, "asked of somebody whom a film or a body names by his part"),
            following(hops.of_origin, "where somebody is from whom a film names by his part"),
            following(follow_ups.somebody.asked_of, "asked of the only person whom the pronoun can mean"),
            following(claims.of_the_last, "whether it is among what was told before"),
            following(by.signed_together.after, "when or with whom the papers were signed that were counted before"),
            following(shapes.of_another_country, "the same list of another country"),
            by_words.of_another_type,
            asked(by.former_posts.told, "the post that somebody has no longer"),
            refused(by.former_posts.is_untold, "what somebody was before is not told"),
            asked(follow_ups.predecessors.before_named, "who held the post before somebody"),
            following(follow_ups.predecessors.before_them, "who held the post before somebody"),
            following(follow_ups.predecessors.first_of_all, "who held the post before, and who first"),
            by_words.of_untold_first,
            following(follow_ups.predecessors.head_of_region, "who leads the region of a city"),
            refused(by.refusals.successors.asks_before_another, "who held the post before somebody is not told"),
            asked(by.refusals.successors.came_after, "who leads a body after somebody"),
            refused(by.refusals.successors.asks_who_came_after, "who came after somebody is not told"),
            following(follow_ups.predecessors.in_office, "since when somebody holds the post that was told before"),
            by_words.of_those_without,
            following(shapes.which_is_more, "what puts in order those that the chat spoke of"),
            following(shapes.of_them, "which of those that were listed before"),
            following(shapes.of_each, "asked of each of those that were listed before"),
            following(hops.of_told_film, "asked of the film that the last answer told"),
            following(shapes.picked, "one of those that were told before"),
            by_words.picks_none,
            following(claims.rank_of_this, "whether this festival is of that number"),
            following(by.chat_year.asked_again, "what was asked before, of another festival"),
            following(shapes.of_it, "asked of each of a few that were listed before"),
            following(follow_ups.short_questions.same_of_another, "what was asked before is not known of another"),
            following(follow_ups.short_questions.same_of_another_body, "what was asked before, of the body of another country"),
            following(by.rankings.of_the_chat, "the first of those of which it is known, as the chat asked"),
            following(follow_ups.short_questions.claimed_country, "whether what the chat spoke of is of a country"),
            by_words.won_the_oscars,
            asked(by.everything.in_total, "all that were signed, counted"),
            following(by.everything.query, "all of a kind"),
            following(follow_ups.short_questions.of_bare_kind, "a kind of what the last record tells"),
            by_words.of_untold_winner,
            following(by.sequence.after_told, "the capital before or after the city that the chat spoke of"),
            # How something is called, and what is asked of countries and capitals.
            asked(shapes.prize_money, "how much money a prize brings"),
            asked(by.called.former, "how something was called before"),
            asked(by.called.after_whom, "after whom something is named, where he is named"),
            by_words.called_so,
            following(by.called.told, "how something is called in another language"),
            refused(by.called.is_untold, "how something is called in a language that no record has names in"),
            asked(by.newcomers.told, "the country that came for the first time"),
            asked(claims.is_capital, "whether a city is the capital of a country"),
            asked(by.capitals.told, "the capital of a country"),
            refused(by.capitals.is_untold, "which city is the capital of that country is not told"),
            # A title, a list of films or a bare name; what nothing here can tell.
            asked(shapes.told_title, "a title that stands in what another record tells"),
            asked(multiples.told, "how many times over a film returned what was spent"),
            by_words.films_of_places,
            by_words.joint_films,
            asked(by.made_by_countries.sent_to_the_oscars, "all films that were sent to the Oscars"),
            by_words.of_unknown_title,
            asked(claims.first_paper, "whether a paper is the first with a country"),
            asked(by.cooperation.of_country, "whether there is anything with a country"),
            refused(by.cooperation.of_a_part_of_the_world, "which countries are of that part of the world is not told"),
            asked(by.films_of_themes.told, OF_THEME),
            refused(by.films_of_themes.is_untold, "no film of the country is of this theme"),
            asked(by.debuts.told, "the films that are debuts"),
            by_words.films_of_a_span,
            by_words.films,
            by_words.films_of_type,
            asked(by.films_of_type.awarded, "the documentaries that won something"),
            by_words.awarded_shorts,
            asked(shapes.untold_plot, "what a film is about is not told"),
            asked(claims.named_by_city, "where a festival was that is named by its city"),
            self._bare_names.alone,
            by_words.says_nothing,
            by_words.forecast,
            by_words.of_future,
            by_words.of_yesterday,
            by_words.never_held,
            # What came before or after, who took part, what opened, and what lacks something.
            asked(shapes.who_gave_the_title, "who gave a city its title"),
            asked(by.sequence.told, "what came before or after something"),
            asked(by.sequence.of_somebody, "what somebody made or won before something"),
            refused(by.sequence.is_untold, "what came before or after is not told"),
            asked(by.festival_of_place, "the festival that a city has"),
            following(shapes.how_often, "how often the festival is held"),
            asked(claims.duration, "the days of a festival, however many are claimed"),
            asked(claims.hosted, "where the festival was, whatever country or city is claimed"),
            asked(by.participants.told, "the countries of the festival"),
            asked(by.exclusions.took_part, "the countries that took part"),
            asked(claims.summit, "what a summit was"),
            untrue(claims.summit_elsewhere, "a summit was elsewhere"),
            asked(claims.summit_held_there, "whether a summit was in a place"),
            asked(shapes.whereabouts, "where a place is"),
            asked(shapes.who_is, "who somebody is of whom more is said"),
            asked(shapes.who_is_and_made, "who somebody is and what he made"),
            asked(bodies_and_more.what_and_role, "what a body is, and its part in the festival"),
            asked(lambda ask: bodies_and_more.film_body_and_head(ask, by.two_questions.parts(ask.reading)), "which body has the films, and who heads it"),
            asked(shapes.connected, "what a body has to do with film here"),
            asked(shapes.what_it_is, "what something is, whatever it is taken for"),
            asked(shapes.films_about, "the films about somebody"),
            asked(shapes.film_of_its_hero, "the hero of a film, who is no record"),
            asked(shapes.held_until, "how many festivals there had been by a year"),
            asked(shapes.what_opened, "the film that opened a festival"),
            following(shapes.where_opened, "where the newest festival was opened"),
            asked(by.competing_films.told, "the films of the competition"),
            asked(by.competing_films.won, "what the films of the competition won"),
            asked(by.out_of_competition.told, "what a festival showed outside its competition"),
            asked(by.exclusions.told, "of a few those of which something is not so"),
            asked(lambda ask: by.conditions.without(ask, shapes.filters(ask)), "those of which something is not so"),
            refused(by.conditions.denies, "something is not so of what is asked for"),
            # What was there and then; several records side by side.
            asked(shapes.signed_there_by, "what was signed there, and not with that country"),
            asked(shapes.signed_there, "the paper with a country that was signed there"),
            by_words.signed,
            asked(shapes.all_signed_there, "all that was signed in a place"),
            asked(by.signed_together.when, "when several papers were signed together"),
            asked(by.signed_together.bodies, "the bodies that signed several papers together"),
            refused(by.signed_together.never_so_many, "so many papers were never signed together"),
            refused(by.untold_papers.is_untold, "no paper is with what an abbreviation stands for, or yet to come"),
            following(by.untold_papers.told, "the newest papers that were signed together, where no word tells which are meant"),
            asked(by.papers_in_order.told, "which of two papers was signed first"),
            asked(by.official_signatories.told, "which official signed a paper"),
            asked(by.new_papers.told, "the newest paper of two sides"),
            by_words.then,
            by_words.of_two_countries,
            asked(shapes.all_film_days, "all film days"),
            asked(shapes.ever_won, "the festivals where a country won that prize"),
            asked(shapes.countries_that_won, "who won that prize at each festival"),
            asked(by.each_year.told, "one thing asked of each festival"),
            refused(shapes.ages_are_untold, "neither of two people has a birthday that is told"),
            asked(shapes.compare, "a comparison"),
            asked(by.side_by_side.told, "one thing asked of several records"),
            by_words.beside_a_stranger,
            # What there is with a country, or of one.
            asked(shapes.about_the_festival, "what the festival is about"),
            asked(shapes.of_competition, "the films of a country that competed"),
            asked(by.made_by_countries.films, "the films of a country"),
            asked(by.cooperation.papers_with, "whether there is a paper with a country"),
            by_words.papers_between_others,
            # What a yes/no question claims, and what somebody was given.
            asked(claims.covered, "what a paper covers, whatever is claimed"),
            asked(claims.member, "whether a country is a member"),
            refused(by.refusals.asks_when_one_joined, "when a country joined a body is not told"),
            asked(hops.of_given, "what a body gave to somebody"),
            asked(hops.of_receiver, "what somebody was given"),
            refused(hops.was_given_nothing, "what somebody was given there is not told"),
            asked(hops.of_giver, "who got the prizes of a body"),
            asked(hops.prize_of_documentaries, "the prize of that name for documentaries"),
            asked(hops.who_took, "who took a prize for somebody"),
            asked(claims.how_far, "how far something has got"),
            asked(claims.of_festival, "whether somebody or a film won or opened a festival"),
            asked(claims.at_ceremony, "who was at a ceremony where somebody is claimed to have been"),
            asked(claims.held_this_year, "where the festival of this year is, whatever place is claimed"),
            asked(claims.held_elsewhere, "where a festival was, whatever place is claimed"),
            asked(claims.of_rank, "whether a festival is of that number"),
            asked(claims.based, "whether a body has its seat there"),
            asked(claims.owned, "whether a body is private or of the state"),
            asked(claims.of_post, "whether somebody holds the post of somebody else"),
            asked(claims.shown_at, "whether a film was shown somewhere"),
            asked(claims.made_by, "whether a film is by somebody"),
            asked(claims.shot_in, "whether a film was shot in a place"),
            asked(claims.of_year, "whether a film is of a year"),
            asked(claims.crafted, "whether somebody directed, wrote, produced or shot a film, or plays in it"),
            asked(claims.heads, "whether somebody leads a body"),
            asked(claims.of_number, "whether a film is somebody's first, second or later one"),
            asked(claims.won_for, "whether somebody won for a film"),
            asked(claims.won_another, "whether a film or somebody won a prize that the base has nothing on"),
            asked(claims.signed_elsewhere, "where a paper was signed, if another place is claimed"),
            asked(claims.signatory, "whether somebody signed a paper"),
            asked(claims.nationality, "whether somebody or something is of a country"),
            asked(claims.placed, "whether a place is in another"),
            asked(claims.born_in, "whether somebody is from a place"),
            # Prizes, counts, and the first of all.
            asked(shapes.main_prize_of_country, "the main prize, which a film of that country won"),
            untrue(shapes.main_prize_of_another, "the main prize went to a film of another country"),
            asked(shapes.awards_of, "the prizes of one country"),
            asked(by.counts.query, "what is counted"),
            refused(by.mismatches.opens_elsewhere, "what opened another festival"),
            following(by.rankings.of_festivals, "the festival that is first in length, films or countries"),
            by_words.first_of_all,
            by_words.of_untold_film,
        )

    def _rules_of_best(self) -> tuple[RuleOfBest, ...]:
        """With the best answer at hand, which need not be one: what is told otherwise, or not at all."""
        by, with_best = self._recognisers, ToldWithBest(self._recognisers)
        return (
            following_best(by.chat_year.kept, "asked of the festival that the chat spoke of"),
            following_best(by.follow_ups.short_questions.claimed_place, "whether what the chat spoke of was in a place"),
            following_best(by.follow_ups.short_questions.of_bare_question, "only where or when, of what the chat spoke of"),
            with_best.of_story,
            with_best.described,
            with_best.claimed,
            with_best.lacks_agreement,
            with_best.signed_together,
            following_best(by.hops.where_won, "all festivals where a film won"),
            with_best.all_heads,
            with_best.whether_known,
            with_best.listed,
            with_best.won,
            with_best.of_another_month,
            with_best.of_no_festival,
            with_best.of_no_guest,
            with_best.of_the_oscars,
            with_best.of_nobody,
            of_best(by.hops.of_their_film, "asked of the only film of a person"),
            of_best(by.hops.of_their_prizes, "all prizes of the only film of a person"),
            with_best.all_that_it_won,
            with_best.won_nothing,
            with_best.won_nothing_there,
            with_best.untold,
            with_best.missed,
        )
