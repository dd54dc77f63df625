"""Rules of the words of a question that are more than a query: «what was signed in Aktau?», «films from Kyrgyzstan», «which film earned most?»."""

from __future__ import annotations

from dataclasses import replace

from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask
from kb.understand.interpretation.decision import Decision, all_of, answer
from kb.understand.interpretation.honest_no import lacking
from kb.understand.interpretation.recognisers import Recognisers
from kb.understand.refusals.hosts import never_held
from kb.understand.shapes.festival_lists import of_another_type
from kb.understand.weights import OF_KIND
from kb.understand.word_lists import folded_list, typed_list

_OF_NO_TYPE, _UNTOLD_WINNER = "none of a list is told to be of that type", "who won the prize that the chat spoke of is not in the base"
NO_FILM_OF_PLACE = "no film is told to have been or won there"
_NOT_LISTED = "what the chat listed has none of that number"
# What is not known of what the chat spoke of: no other answer is looked for.
OF_THE_CHAT = (_OF_NO_TYPE, _UNTOLD_WINNER, _NOT_LISTED)


class ToldByWords:
    """Each method is a `Rule`: what it decides, or None where the question has another shape."""

    def __init__(self, recognisers: Recognisers) -> None:
        self._recognisers = recognisers

    def of_those_without(self, ask: Ask, context: Query | None) -> Decision | None:
        if self._recognisers.shapes.asks_of_no_type(ask, context):
            return Decision("unknown", why=_OF_NO_TYPE)
        return Decision("unknown", why="those of a list that lack something") if self._recognisers.shapes.of_those_without(ask, context) else None

    def picks_none(self, ask: Ask, context: Query | None) -> Decision | None:
        return Decision("unknown", why=_NOT_LISTED) if self._recognisers.shapes.picks_none(ask, context) else None

    def of_two_countries(self, ask: Ask, _: Query | None) -> Decision | None:
        """«Who took more prizes in Aktau, Kazakhstan or Kyrgyzstan?»"""
        told = self._recognisers.two_countries.told(ask)
        return replace(answer(told[0], "what each of two countries showed or won"), then=told[1]) if told else None

    def of_festival(self, ask: Ask, _: Query | None) -> Decision | None:
        """«Did Kachkyn get the grand prix in Aktau?»: who did, and what it got there itself."""
        query = self._recognisers.claims.of_festival(ask)
        if query is None:
            return None
        decision = answer(query, "whether somebody or a film won or opened a festival")
        return replace(decision, then=self._recognisers.claims.prize_of_its_own(query)) if query.claim else decision

    @staticmethod
    def of_another_type(ask: Ask, context: Query | None) -> Decision | None:
        """«And the short films?» after the documentaries of a festival."""
        return all_of(of_another_type(ask, context), "the same list of films of another type", "no film of that type was shown there")

    @staticmethod
    def says_nothing(ask: Ask, context: Query | None) -> Decision | None:
        says = ask.content or (context and (ask.types or ask.operations or ask.named or ask.cues))
        return None if ask.reading.tokens and says else Decision("unknown", why="no word says what is asked")

    def forecast(self, ask: Ask, _: Query | None) -> Decision | None:
        return Decision("unknown", lacking=lacking(ask, None), why="a forecast is asked for") if "future" in ask.operations else None

    def of_future(self, ask: Ask, _: Query | None) -> Decision | None:
        """«Which Hungarian films come to Korkyt Ata in 2029?»"""
        future = self._recognisers.refusals.years.asks_of_the_future(ask)
        return Decision("unknown", lacking=lacking(ask, None), why="a year after all that is told") if future else None

    @staticmethod
    def of_yesterday(ask: Ask, _: Query | None) -> Decision | None:
        """«Who won yesterday?»: the base tells no news, unless something is named that it knows."""
        tokens, clauses = ask.reading.tokens, ask.reading.clauses
        said = {clauses.get(i) for i, token in enumerate(tokens) if token.text.lower() in typed_list("yesterday")}
        asking = {clauses.get(i) for m in ask.reading.of("question") for i in m.span}
        things = set(ask.named_kinds.values()) - {"country", "place"}
        return Decision("unknown", why="what was yesterday is not told") if said & asking and not (things or ask.gains) else None

    def never_held(self, ask: Ask, _: Query | None) -> Decision | None:
        """«Кто победил на Коркыт Ата в Казани?», «has the festival ever been in Izmir?»"""
        elsewhere = Query("fact", (FESTIVAL,), "city")
        if not (place := never_held(ask) or self._recognisers.claims.strange_host(ask)):
            return None
        said = " ".join(ask.reading.tokens[i].text for i in sorted(place))
        return Decision("unknown", about="host", lacking=said, then=elsewhere, why="the festival was never held there")

    def called_so(self, ask: Ask, _: Query | None) -> Decision | None:
        """«Why is the festival called Korkyt Ata?», «почему Актау так называется?»: after whom or what, of the only record that is named."""
        if not self._recognisers.called.asks_reason(ask):
            return None
        festive = FESTIVAL in ask.named or (not ask.named and ask.kinds.keys() == {"edition"})
        named = [FESTIVAL] if festive else list(ask.named)
        told = (prop for prop in ("named_after", "name_meaning") if len(named) == 1 and ask.of[named[0]].known(prop))
        return answer(Query("fact", (named[0],), prop), "why something is called so") if (prop := next(told, None)) else None

    def signed(self, ask: Ask, _: Query | None) -> Decision | None:
        """«What was signed in Aktau?», «and after the festival?»"""
        if "compare" in ask.operations and len(ask.reading.years) > 1:
            # «How does the memorandum of 2021 differ from that of 2025?»
            return None
        signed = self._recognisers.sequence.signed(ask)
        if signed is None:
            signed = self._recognisers.sequence.signed_by_year(ask)
        if signed is None and (papers := self._recognisers.papers_of_spans.told(ask)) is not None:
            signed = tuple(paper.id for paper in papers)
        if signed is None:
            return None
        if not signed:
            return Decision("unknown", why="nothing was signed there or then")
        if len(signed) == 1 and "when" in ask.types:
            return answer(Query("fact", signed, "signed_on"), "when it was signed there and then")
        return answer(Query("set", signed) if len(signed) > 1 else Query("card", signed), "what was signed there and then")

    def then(self, ask: Ask, _: Query | None) -> Decision | None:
        """«What happened in July 2025?»"""
        of_then = self._recognisers.dated.told(ask)
        if isinstance(of_then, str):
            return Decision("unknown", why="nothing was then")
        return answer(of_then, "what was in a month or year") if of_then else None

    def of_unknown_title(self, ask: Ask, _: Query | None) -> Decision | None:
        """«Кто снял «Завоевание»?»"""
        title = self._recognisers.refusals.titles.unknown(ask)
        return Decision("unknown", lacking=title, why="a title that nothing here has") if title else None

    def films(self, ask: Ask, context: Query | None) -> Decision | None:
        """«Films from Kyrgyzstan», «какие есть комедии?»"""
        films = self._recognisers.film_lists.told(ask, context is not None)
        return all_of(films, "the films of a country, type or genre", "no film is of this country, type or genre")

    def films_of_a_span(self, ask: Ask, _: Query | None) -> Decision | None:
        """«Какие фильмы вышли после 2024 года?»"""
        return all_of(self._recognisers.films_of_spans.told(ask), "the films before or after a year", "no film is of that time")

    def films_of_type(self, ask: Ask, _: Query | None) -> Decision | None:
        """«Which documentaries were shown in Aktau?»"""
        films = self._recognisers.films_of_type.told(ask)
        return all_of(films, "the films of a type, of a festival or a country", "no film of this type was shown there")

    def awarded_shorts(self, ask: Ask, _: Query | None) -> Decision | None:
        """«Which short films won prizes in Aktau?»"""
        return all_of(self._recognisers.films_of_type.awarded_shorts(ask), "the short films that won something", "no short film is told to have won")

    def films_of_places(self, ask: Ask, _: Query | None) -> Decision | None:
        """«Қай фильмдер Шанхайда жүлде алды?», «какие фильмы были и в Актау, и в Пусане?»"""
        told = self._recognisers.films_by_places.told(ask)
        if told is None:
            return None
        films, prop = told
        if not films:
            return Decision("unknown", why=NO_FILM_OF_PLACE)
        return answer(Query("set", films) if len(films) > 1 else Query("fact", films, prop), "the films that were or won somewhere")

    def joint_films(self, ask: Ask, _: Query | None) -> Decision | None:
        """«Is there a joint film with Hungary?», «Таиландпен бірлескен фильмнің режиссері кім?»"""
        told = self._recognisers.made_by_countries.together(ask)
        if told is None:
            return None
        films, prop = told
        if not films:
            return Decision("unknown", why="no film was made with that country")
        several = Query("compare", films, prop) if prop else Query("set", films)
        return answer(several if len(films) > 1 else Query("fact", films, prop or "country"), "the films made with a country")

    @staticmethod
    def won_the_oscars(ask: Ask, context: Query | None) -> Decision | None:
        """«Did Kazakhstan ever win an Oscar?»: the base tells of films that were sent there, and of none that won."""
        if ask.strength.get("oscars", 0.0) < OF_KIND or not ask.reading.yes_no or {"film", "person"} & set(ask.named_kinds.values()):
            return None
        of_the_chat = context is not None and not ask.named and "film" not in ask.kinds
        won = not of_the_chat and ask.reading.has_form(folded_list("winning"))
        return Decision("unknown", why="who won the Oscars is not told") if won else None

    def papers_between_others(self, ask: Ask, _: Query | None) -> Decision | None:
        """«Is there an agreement between Uzbekistan and Türkiye?»"""
        return all_of(self._recognisers.cooperation.papers_between_others(ask), "the papers of several countries", "no paper of these countries")

    def beside_a_stranger(self, ask: Ask, _: Query | None) -> Decision | None:
        beside = self._recognisers.side_by_side.beside_a_stranger(ask)
        why = "asked of a record and of a name that is not in the base"
        return Decision("answer", beside[0], beside[0].records, lacking=beside[1], why=why) if beside else None

    def first_of_all(self, ask: Ask, _: Query | None) -> Decision | None:
        """«Which film earned most?»"""
        if not self._recognisers.rankings.asks(ask):
            return None
        query = self._recognisers.rankings.query(ask)
        return answer(query, "the first of those of which it is known") if query else Decision("unknown", why="it is not known of several")

    def of_untold_film(self, ask: Ask, context: Query | None) -> Decision | None:
        if context is None or not self._recognisers.follow_ups.left_open.asks_of_untold_film(ask, context):
            return None
        return Decision("unknown", records=context.records[:1], why="the film that the chat spoke of is not in the base")

    def of_untold_winner(self, ask: Ask, context: Query | None) -> Decision | None:
        """«Where is he from?» after the best actor of 2022: the prize again where it tells the country, else an honest no."""
        if context is None or not self._recognisers.follow_ups.left_open.asks_of_untold_winner(ask, context):
            return None
        if self._recognisers.follow_ups.left_open.tells_country(ask, context):
            return answer(context, "the prize tells the country of who won it")
        return Decision("unknown", records=context.records[:1], why=_UNTOLD_WINNER)

    def of_untold_first(self, ask: Ask, context: Query | None) -> Decision | None:
        """«And the very first?» after who leads a body, where nothing tells who did first."""
        body = self._recognisers.follow_ups.predecessors.asks_first(ask, context)
        return Decision("unknown", records=(body.id,), why="who was first to lead a body is not told") if body else None
