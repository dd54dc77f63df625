"""What is asked of what something else names: of the director of a film, of a person's only film, of the film that won."""

from __future__ import annotations

import re
from itertools import pairwise

from kb.language.fold import fold, fold_phrase
from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask, Candidate, occupations
from kb.understand.evidence import EDITION_LIKE, NAMES, Evidence
from kb.understand.follow_ups.last_answer import last_record
from kb.understand.highlights import highlight
from kb.understand.lexicon import film_types, properties, words
from kb.understand.reading import Mention, Reading, Token
from kb.understand.shapes import editions_told, films_of
from kb.understand.weights import MENDED, OF_KIND
from kb.understand.word_lists import as_listed, listed

# What a festival tells of a film: that it won or opened.
TELLS_FILM = ("best_film", "best_director", "best_screenplay", "best_actress", "best_actor", "best_documentary", "opening")
# More films than these are no one film and its rival.
_MANY = 4
# How strongly it has to be asked for.
_SURELY = 0.35
# How strongly an age is asked for; «at twelve» only tells one.
_OF_AGE = 0.55
# What else tells where a film was than where it won.
_ELSEWHERE = ("shooting", "country", "premiere", "competition")
# An age in an English text.
_AGED = re.compile(r"\b(?:at|aged) (?:the age of )?\d+|\d+[- ]year")
# What is asked of a film; rather its release than its year, where either can be meant.
_OF_FILM = (
    "release",
    "director",
    "producer",
    "writer",
    "cinematographer",
    "composer",
    "genre",
    "runtime",
    "shooting",
    "country",
    "year",
    "premiere",
    "plot",
    "cast",
)
OF_FILM = frozenset(_OF_FILM)
# What somebody does for a film, and what asks where somebody is from.
_PARTS = ("cast", "director", "cinematographer", "writer", "composer", "producer")
_ORIGIN = ("country", "birthplace")
# What else is asked of him rather than of the film or the body.
_OF_HIM = ("education", "born", "died")
# What words for the members of a jury can ask for besides.
_OF_MEMBERS = {"participants", "members", "country", "jury_chair", "head", "post"}

# What the text of a prize for a film holds.
_FILM = "film"


class Hops:
    """Finds the record that a question means by what another one tells."""

    def __init__(self) -> None:
        hops: dict[str, list[str]] = words()["hops"]
        self._by, self._of_people = hops["by"], hops["to"]
        self._again = {fold(word) for word in hops["again"]}
        # What says that somebody is asked about, and not the film: «режиссёр», «the guy who».
        self._person = occupations() | {fold(word) for word in hops["person"]}
        self._age = [fold_phrase(phrase) for phrase in hops["age"]]
        self._heroes = {fold(word) for word in hops["heroes"]}
        self._which, self._getting = listed("which"), {fold(word) for word in hops["getting"]}
        self._and, self._he = listed("joining"), listed("he", "she")
        self._in_person = listed("in_person")
        self._on_behalf = {tuple(phrase.split()) for phrase in words()["on_behalf"]}
        self._giving = listed("giving")
        self._why = {fold(word) for word in words()["why"]["words"]}
        # As the stems of names are.
        self._documentary = {key[:5] for called in words()["kinds"]["documentary"].values() for word in called for key in fold_phrase(word)[:1]}

    def of_person(self, ask: Ask, best: Candidate) -> Query | None:
        """«Where was the director of Qaitadan born?»: what is asked of the person whom a fact of the record names."""
        record = ask.of[best.record]
        if record.kind == "person" and record.id not in ask.named and best.property not in self._of_people:
            # «Where did the actress with the Cannes prize study?»: the prize says who is meant.
            meant = (prop for prop in self._of_people if ask.strength.get(prop, 0.0) >= 0.5 and record.known(prop))
            return Query("fact", (record.id,), prop) if (prop := next(meant, None)) else None
        if record.kind == "film" and record.id not in ask.named and not best.follows:
            return self._of_winner_by_prize(ask, record)
        if record.kind == "person" or not (record.id in ask.named or best.follows) or _asks_where_a_thing_is(ask):
            return None
        by = next((prop for prop in self._by if ask.strength.get(prop, 0.0) >= 0.35 and prop in record.facts), None)
        people = [ref for ref in record.facts[by].refs if ask.of[ref].kind == "person"] if by else []
        if len(people) != 1:
            return None
        asked = next((prop for prop in self._of_people if ask.strength.get(prop, 0.0) >= 0.5 and prop not in record.facts), None)
        if record.kind == "film" and asked == "post_since":
            # «С какого года лежал сценарий?»
            asked = None
        if asked and any(kind == "person" and ask.of[named].known(asked) for named, kind in ask.named_kinds.items()):
            # «Till what year did Satybaldy lead the studio?» is asked of him, whoever leads it.
            return None
        again = best.property in (by, None) and any(token.key in self._again for token in ask.reading.tokens)
        # «Earlier films by the guy who made it»: «who» only says by whom.
        asks_who = "who" in ask.types and ask.strength.get("works", 0.0) < OF_KIND
        if asked is None and again and not asks_who and "works" in ask.of[people[0]].facts:
            asked = "works"
        filmed = ask.strength.get("shooting", 0.0) >= OF_KIND
        if asked is None and best.property == by and "where" in ask.types and ask.of[people[0]].known("country") and not filmed:
            # «Where is the director of Kitap from?», but not «who shot Joqtau, and where was it filmed?»
            asked = "country"
        return Query("fact", (people[0],), asked) if asked else None

    def of_origin(self, ask: Ask, context: Query | None) -> Query | None:
        """«Which country is the actor who plays the coach from?», «is the cinematographer of Becoming French?»: of him whose part in a film is said."""
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
        claimed = ask.reading.yes_no and len(countries) == 1
        asked = "where" in ask.types or any(ask.strength.get(prop, 0.0) >= _SURELY for prop in _ORIGIN)
        if not (claimed or (asked and not countries and not ask.reading.yes_no)) or "count" in ask.types or ask.kinds.keys() - {"film", "country", "person"}:
            return None
        part = self._part(ask) or self._post(ask)
        if not part or _asks_where_a_thing_is(ask) or any(ask.strength.get(prop, 0.0) > _SURELY for prop in self._of_people if prop not in _ORIGIN):
            return None
        people = self._of_part(ask, context, part)
        if len(people) != 1 or not (ask.of[people[0]].known("country") or "who" not in ask.types):
            return None
        films = [named for named, kind in ask.named_kinds.items() if kind == "film" and ask.of[named].known(part)]
        if claimed and not ask.of[people[0]].known("country") and len(films) == 1:
            # «Is Corn Island by a Kazakh director?»: who it is, where it is not told whose he is.
            return Query("fact", (films[0],), part)
        both = "who" in ask.types and not claimed and ask.of[people[0]].known("works")
        return Query("fact", (people[0],), "works+country" if both else "country", claim=countries[0] if claimed else None)

    def _of_winner_by_prize(self, ask: Ask, film: Evidence) -> Query | None:
        """«Where was the actress with the Cannes prize born?», where the film that got it explains most: of the only person whom its prizes name."""
        prized = "award" in ask.kinds or any(ask.strength.get(prop, 0.0) >= OF_KIND for prop in ("best_actress", "best_actor", "best_director"))
        people = [ref for ref in film.facts["awards"].refs if ask.of[ref].kind == "person"] if prized and film.known("awards") else []
        asked = next((prop for prop in self._of_people if ask.strength.get(prop, 0.0) >= OF_KIND and prop not in film.facts), None)
        return Query("fact", (people[0],), asked) if asked and len(people) == 1 and ask.of[people[0]].known(asked) else None

    def of_part_in(self, ask: Ask, context: Query | None) -> Query | None:
        """«Where did the guy who made Joqtau study?», «что получил в Актау глава Кинопарка?»: of him whose part in a film or a body is said."""
        won = any(ask.strength.get(prop, 0.0) >= _SURELY for prop in ("awards", "winner"))
        won = won or (bool(ask.held) and any(token.key in self._getting for token in ask.reading.tokens))
        asked = next((prop for prop in _OF_HIM if ask.strength.get(prop, 0.0) >= OF_KIND), "awards" if won else "")
        part = self._part(ask) or self._post(ask) if asked and not (ask.reading.yes_no or ask.kinds.keys() - {"award", "person"}) else ""
        if not part:
            return None
        people = self._of_part(ask, context, part, (asked, "winner"))
        if len(people) > 1:
            people = [one for one in people if ask.of[one].known(asked)]
        if len(people) != 1:
            return None
        if ask.of[people[0]].known(asked):
            return Query("fact", (people[0],), asked)
        films = [named for named, kind in ask.named_kinds.items() if kind == "film" and ask.of[named].known(asked)]
        return Query("fact", (films[0],), asked) if films else None

    @staticmethod
    def _post(ask: Ask) -> str:
        """Whether a body is named by the post of its head or of the one before."""
        if "organisation" not in ask.named_kinds.values():
            return ""
        posts = {prop: ask.strength.get(prop, 0.0) for prop in ("predecessor", "head") if ask.strength.get(prop, 0.0) >= _SURELY}
        return max(posts, key=posts.__getitem__, default="")

    def age_of_hero(self, ask: Ask, context: Query | None) -> Query | None:
        """«How old is the girl in the story?» after a film: what it tells of its hero's age."""
        last = last_record(ask, context)
        if last is None or last.kind != "film" or not self.asks_age_of_hero(ask):
            return None
        told = highlight(ask.base.records[last.id], self._age.__contains__)
        if told is None and (plot := ask.base.records[last.id].facts.get("plot")) and plot.text and _AGED.search(plot.text.en):
            return Query("fact", (last.id,), "plot")
        return told

    def asks_age_of_hero(self, ask: Ask) -> bool:
        """Whether the age of somebody is asked for who is only called a girl, a boy or a hero, of no film that is named or told."""
        if ask.strength.get("born", 0.0) < _OF_AGE or ask.reading.story or not set(ask.named_kinds.values()) <= {"country", "place"}:
            return False
        if any(as_listed(token) in self._which for token in ask.reading.tokens):
            # «At twelve the boy goes back to his parents. Which film is it?»
            return False
        if not ask.reading.capitals.isdisjoint(ask.telling):
            # «How old is granny Lyabiba?»: she is called by her name.
            return False
        return any(not self._heroes.isdisjoint((token.key, *token.bases)) for token in ask.reading.tokens)

    def _part(self, ask: Ask) -> str:
        """What somebody did for a film, where a word says that a person is meant: «режиссёр», «the guy who plays»."""
        tokens = ask.reading.tokens
        people = {i for i, token in enumerate(tokens) if self._means_somebody(token)}
        joined = [i for i, token in enumerate(tokens) if as_listed(token) in self._and and not {i - 1, i + 1} & ask.named_positions]
        if not people or (joined and max(people) < joined[-1]):
            # «Who directed Kitap, and where is it from?»
            return ""
        parts = {prop: ask.strength.get(prop, 0.0) for prop in _PARTS if ask.strength.get(prop, 0.0) >= _SURELY}
        if not parts and "director" in ask.strength and ask.strength.get("works", 0.0) >= _SURELY:
            # «Жоқтауды түсірген жігіт».
            return "director"
        return max(parts, key=lambda prop: (parts[prop], -_PARTS.index(prop)), default="")

    def _means_somebody(self, token: Token) -> bool:
        """Whether a word stands for a person; English «directed» is no director, whatever it is a form of, and «он» can be a film."""
        if token.text.isascii():
            return token.key in self._person or token.key in self._he
        return not self._person.isdisjoint((token.key, *token.bases))

    @staticmethod
    def _of_part(ask: Ask, context: Query | None, part: str, asked: tuple[str, ...] = _ORIGIN) -> list[str]:
        """Who did this for the film that is named, or that the chat spoke of; of a cast, who plays the one whom the words tell."""
        named = [ask.of[named] for named, kind in ask.named_kinds.items() if kind not in ("country", "place", "festival", "edition")]
        last = last_record(ask, context)
        if not named and last and last.kind == "film":
            named = [last]
        if len(named) != 1:
            return []
        told = named[0]
        if told.kind == "person" and part == "cast":
            # «Who plays Taghiyev?»
            return [one for one in told.near.get("person", ()) if "works" in ask.of[one].facts and told.id in ask.of[one].facts["works"].refs]
        if told.kind not in ("film", "organisation") or not told.known(part):
            return []
        people = [ref for ref in told.facts[part].refs if ask.of[ref].kind == "person" and (told.kind != "film" or ask.of[ref].known("works"))]
        known = ask.named_positions | ask.of_kinds | {i for prop in (part, *asked, "works") for i in ask.cues.get(prop, {})}
        rest = [i for i in ask.telling if i not in known and i not in ask.slight]
        if part != "cast":
            # «What village gave the director the idea?» asks of no origin.
            return [] if rest else people
        if len(people) == 1:
            return people
        return [one for one in people if not rest or any("works" in ask.of[one].where.get(stem, ()) for i in rest for stem in ask.stems.get(i, ()))]

    def of_their_film(self, ask: Ask, best: Candidate) -> Query | None:
        """«How long is Mustafina's documentary?»: what films have, and people have not, is asked of the only one that a named person is of."""
        people = [record for record, kind in ask.named_kinds.items() if kind == "person"]
        others = {kind for kind in ask.named_kinds.values() if kind not in ("person", "country", "place")}
        if len(people) != 1 or others or not ("film" in ask.kinds or ask.tells_works) or ask.reading.yes_no:
            return None
        if ask.ordinals.keys() - {1}:
            # «How much did his second film earn?»: only the first is here.
            return None
        if ask.of[people[0]].known("works") and not ask.types and ask.strength.keys() <= {"works", *_PARTS}:
            # «Movies by Aibek Azimbek»: whatever he did for them.
            return None
        films = films_of(ask, people[0])
        said = {kind for called in ask.types_of.get("film", ()) for kind in film_types().get(called, (called,))}
        if len(films) != 1 or (said and films[0].type not in said):
            # «Her short film» is not the feature that is here.
            return None
        facts = films[0].facts
        asked = {prop: strength for prop, strength in ask.strength.items() if strength >= 0.5 and "person" not in properties()[prop].kinds}
        if asked.keys() > {"genre"}:
            # «The documentary» says of which film.
            del asked["genre"]
        held = [prop for prop in asked if films[0].known(prop) and people[0] not in facts[prop].refs]
        prop = max(held, key=asked.__getitem__, default=None)
        amounts = [prop for prop in asked if properties()[prop].answers == "count"]
        if prop is None and amounts and best.property == "works" and best.record == people[0]:
            # «What was the budget of his film?» is not told by what he made.
            prop = max(amounts, key=asked.__getitem__)
        told = facts[best.property].refs if best.record == films[0].id and best.property in facts else ()
        # «Who directed the feature in which Mine Doğan plays?»: who plays says of which film.
        of_which = best.record != films[0].id or best.property == "genre" or (people[0] in told and best.property != prop)
        return Query("fact", (films[0].id,), prop) if prop and of_which else None

    def of_their_prizes(self, ask: Ask, best: Candidate) -> Query | None:
        """«What prizes did Aktan Arym Kubat win?»: all that his film won, and not just the one that names him."""
        people = [record for record, kind in ask.named_kinds.items() if kind == "person"]
        several = ask.strength.get("awards", 0.0) >= OF_KIND and ask.kinds.keys() <= {"award"} and not (ask.reading.years or ask.reading.yes_no)
        if not several or len(people) != 1 or len(ask.named) > 1 or ask.of[best.record].kind != "award" or "awards" in ask.of[people[0]].facts:
            return None
        films = [film for film in films_of(ask, people[0]) if film.known("awards")]
        return Query("fact", (films[0].id,), "awards") if len(films) == 1 and best.record in films[0].facts["awards"].refs else None

    def where_won(self, ask: Ask, context: Query | None, best: Candidate | None) -> Query | None:
        """«Which festivals gave Joqtau its directing prizes?», «where else was he best director?»: all prizes of the film, not those of one festival."""
        asked = ({"where"} & ask.types or "edition" in ask.kinds) and not (
            ask.reading.years or ask.ordinals or ask.reading.yes_no or ask.types & {"when", "count"}
        )
        won = best is not None and ask.of[best.record].kind in ("edition", "award") and best.property in (*TELLS_FILM, "awards", "winner")
        # «In which city did the film get its grand prix?»
        of_film = best is not None and ask.of[best.record].kind == "film" and best.property in _ELSEWHERE
        prizes = {i for prop in ("awards", "best_film") if ask.strength.get(prop, 0.0) >= OF_KIND for i in ask.cues[prop]} if of_film else set()
        won = won or (("where" in ask.types or "festivals" in ask.cues) and bool(prizes - ask.of_kinds))
        if best is None or not asked or not won or "festival" in ask.named_kinds.values():
            return None
        last = last_record(ask, context)
        films = [ask.of[named] for named, kind in ask.named_kinds.items() if kind == "film"]
        # The name of a film can be that of its hero.
        titles = {i for film in films for i in ask.named[film.id]}
        people = [ask.of[named] for named, kind in ask.named_kinds.items() if kind == "person" and not ask.named[named] <= titles]
        winners = films if of_film else films + people
        winners = winners or ([last] if last and last.kind in ("film", "person") and "who" not in ask.types else [])
        if len(winners) != 1:
            return None
        won_for = [film for film in films_of(ask, winners[0].id) if film.known("awards")] if winners[0].kind == "person" else winners
        told = won_for[0] if len(won_for) == 1 else winners[0]
        return Query("fact", (told.id,), "awards") if told.known("awards") else None

    def who_took(self, ask: Ask) -> Query | None:
        """«Did he collect his prize himself?», «оның орнына кім алды?»: told by what a prize says of who took it."""
        # «Өзі» at the end of a question says nothing.
        said = ask.reading.tokens[:-1] if ask.reading.language == "kk" else ask.reading.tokens
        in_person = any(not self._in_person.isdisjoint((token.key, *token.bases)) for token in said) or self._is_for_somebody(ask)
        prizes = {prop for prop in (*TELLS_FILM, "awards", "winner") if prop in ask.cues}
        if not in_person or not (prizes or "award" in ask.kinds):
            return None
        people = {named for named, kind in ask.named_kinds.items() if kind == "person"}
        if not people:
            prize = max(prizes & set(TELLS_FILM), key=lambda prop: (ask.strength.get(prop, 0.0), prop), default="")
            won = [edition.facts[prize].refs for edition in editions_told(ask) if edition.known(prize)]
            people = {ref for ref in (won[0] if won else ()) if ask.of[ref].kind == "person"}
        awards = [award for person in people for award in ask.of[person].near.get("award", ())]
        # Where the festival was is no record that its prizes are linked with.
        others = [named for named, kind in ask.named_kinds.items() if kind not in ("person", "award") and named not in ask.held]
        for award in awards:
            if all(ask.linked(award, other) for other in others):
                told = highlight(ask.base.records[award], lambda cue: not self._in_person.isdisjoint(cue))
                if told is not None:
                    return told
        return None

    def _is_for_somebody(self, ask: Ask) -> bool:
        """«Кто забрал приз за него?»: in words that stand side by side."""
        typed = [token.text.lower() for token in ask.reading.tokens]
        return "who" in ask.types and any(pair in self._on_behalf for pair in pairwise(typed))

    def jury_from(self, ask: Ask, context: Query | None) -> Query | None:
        """«Алқада қырғыздардан кім бар?», «and from Azerbaijan?» after the jury: those of its members who came from one country."""
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
        if len(countries) != 1 or "count" in ask.types or ask.kinds.keys() - {"person", "country", "edition"} or {"awards", "winner"} & ask.cues.keys():
            return None
        if self._asks_chair(ask) or not set(ask.named_kinds.values()) <= {"country", "place", "festival", "edition", "event"}:
            return None
        juries = [jury for jury in ask.members("event") if jury.type == "jury"]
        told = context is not None and (context.property == "jury" or any(jury.id in context.records for jury in juries))
        asked = ask.strength.get("jury", 0.0) >= OF_KIND or any(jury.id in ask.named for jury in juries)
        if not asked and not (told and ask.types <= {"who"} and ask.strength.keys() <= _OF_MEMBERS):
            return None
        editions = {edition.id for edition in editions_told(ask)}
        names = [fold_phrase(name) for name in ask.base.records[countries[0]].names.en]
        for jury in [jury for jury in juries if not editions.isdisjoint(jury.near.get("edition", ()))]:
            from_there = highlight(ask.base.records[jury.id], lambda cue: any(set(cue).issuperset(name) for name in names))
            if from_there is not None:
                return from_there
            if told and jury.known("jury"):
                # From Hungary nobody was, as all of them tell.
                return Query("fact", (jury.id,), "jury")
        return None

    @staticmethod
    def _asks_chair(ask: Ask) -> bool:
        """Whether the chair of a jury is asked for, and not its members «apart from the chair»."""
        asking = {i for m in ask.reading.of("question") for i in m.span}
        return "members" not in ask.cues and bool(ask.cues.get("jury_chair", {}).keys() - ask.cues.get("jury", {}).keys() - asking)

    def of_given(self, ask: Ask) -> Query | None:
        """«What did TURKSOY give to Samal?»: the prize that a body gave to somebody."""
        if set(ask.named_kinds.values()) != {"person", "organisation"} or len(ask.named) != 2:
            return None
        if not any(not self._giving.isdisjoint((token.key, *token.bases)) for token in ask.reading.tokens):
            return None
        if any(token.key in self._why for token in ask.reading.tokens):
            # «Why did she refuse the TURKSOY award?»
            return None
        person, body = sorted(ask.named, key=lambda named: ask.named_kinds[named] != "person")
        of_body = {stem for i in ask.named[body] for stem in ask.stems.get(i, ())}
        given = [award for award in ask.of[person].near.get("award", ()) if any(NAMES in ask.of[award].where.get(stem, ()) for stem in of_body)]
        if ask.reading.years and any(ask.of[award].years and set(ask.reading.years.values()).isdisjoint(ask.of[award].years) for award in given):
            # «What did TURKSOY give her in 2026?» is told by no prize of 2025.
            return None
        return Query("fact", (given[0],), "winner") if len(given) == 1 else None

    def of_receiver(self, ask: Ask) -> Query | None:
        """«Что дали Еслямовой в Актау?»: the prize that somebody got there, or all prizes of hers."""
        receiver = self._receiver(ask)
        if receiver is None:
            return None
        if receiver.kind == "film":
            return Query("fact", (receiver.id,), "awards") if receiver.known("awards") and self._was_given_there(ask, receiver) else None
        won = _won_there(ask, receiver)
        if len(won) == 1:
            return Query("fact", (won[0],), "winner")
        return Query("fact", (receiver.id,), "awards") if receiver.known("awards") and (won or len(ask.named) == 1) else None

    @staticmethod
    def _was_given_there(ask: Ask, film: Evidence) -> bool:
        """Whether a film got a prize at the festival or in the place that is named, if any is: none from elsewhere is told."""
        if ask.held or "edition" in ask.named_kinds.values():
            return bool(_won_there(ask, film))
        places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
        told = all(any("awards" in film.where.get(stem, ()) for stem in ask.of[place].short) for place in places)
        return told and (FESTIVAL not in ask.named or bool(film.near.get("award")))

    def was_given_nothing(self, ask: Ask) -> bool:
        """«Что дали Раеву в Актау?»: whether no prize of that festival is told of somebody, nor any other of that place."""
        receiver = self._receiver(ask) if ask.held else None
        if receiver is None:
            return False
        told = receiver.facts["awards"].refs if receiver.known("awards") else ()
        return not _won_there(ask, receiver) and ask.held.keys().isdisjoint(told)

    def _receiver(self, ask: Ask) -> Evidence | None:
        """Of whom it is asked what he was given, maybe at a festival."""
        people = [named for named in ask.named_but_eponym if ask.named_kinds[named] in ("person", "film")]
        others = {kind for named, kind in ask.named_kinds.items() if named not in people and not ask.named[named] <= ask.named.get(FESTIVAL, set())}
        given = {i for i, token in enumerate(ask.reading.tokens) if not self._giving.isdisjoint((token.key, *token.bases))}
        said = given | ask.named_positions | ask.of_kinds | ask.reading.years.keys()
        if len(people) != 1 or not others <= {"place", "festival", "edition"} or not given or not said.issuperset(ask.telling):
            return None
        asks_else = ask.types - {"what"} or ask.reading.yes_no or ask.kinds.keys() - {"award", "edition"}
        return None if asks_else else ask.of[people[0]]

    def of_giver(self, ask: Ask) -> Query | None:
        """«Кому досталась премия ТЮРКСОЙ в Актау?»: the prizes of that body at the festival, and no others."""
        bodies = [named for named, kind in ask.named_kinds.items() if kind == "organisation"]
        others = {kind for named, kind in ask.named_kinds.items() if named not in bodies}
        if len(bodies) != 1 or not others <= {"place", "festival", "edition"} or "award" not in ask.kinds or ask.types - {"who"} or ask.reading.yes_no:
            return None
        asking = {i for prop in ("winner", "awards") for i in ask.cues.get(prop, ())} | ask.named_positions | ask.kinds["award"] | ask.reading.years.keys()
        # «Which film did TURKSOY give its special prize to?»: what else is said stands in the prize.
        films = ask.kinds.get("film", set())
        besides = [(_FILM, *ask.stems[i]) if i in films else ask.stems[i] for i in ask.telling if i not in asking or i in films]
        others_than_films = {kind for kind, at in ask.kinds.items() if not at <= films}
        if not {"winner", "awards"} & ask.cues.keys() or not others_than_films <= {"award", *EDITION_LIKE}:
            return None
        of_body = {stem for i in ask.named[bodies[0]] for stem in ask.stems.get(i, ())}
        held = {edition.id for edition in editions_told(ask)} if others - {"festival"} or ask.reading.years else set[str]()
        awards = ask.members("award")
        shared = {award.id: sum(NAMES in award.where.get(stem, ()) for stem in of_body) for award in awards}
        given = [award for award in awards if shared[award.id] and shared[award.id] == max(shared.values())]
        given = [award for award in given if not held or not held.isdisjoint(award.near.get("edition", ()))]
        given = [award for award in given if all(any(stem in award.where for stem in stems) for stems in besides)]
        told = tuple(award.id for award in given if award.known("winner"))
        return Query("compare", told, "winner") if 1 < len(told) < _MANY else Query("fact", told, "winner") if len(told) == 1 else None

    def prize_of_documentaries(self, ask: Ask) -> Query | None:
        """«Special jury prizes for docs in Aktau?»: the prize whose name has that of another one, which is said, and documentaries besides."""
        kinds = set(ask.named_kinds.values())
        if "documentary" not in ask.types_of.get("film", ()) or "award" not in kinds or not kinds <= {"award", "place", "festival", "edition"}:
            return None
        for named in [named for named, kind in ask.named_kinds.items() if kind == "award" and len(ask.named[named]) > 1]:
            said = [ask.stems.get(i, ()) for i in ask.named[named] if i in ask.stems]
            for other in ask.members("award", [(edition,) for edition in ask.of[named].near.get("edition", ())[:1]]):
                names = {stem for stem, places in other.where.items() if NAMES in places}
                if other.id != named and all(not names.isdisjoint(stems) for stems in said) and not names.isdisjoint(self._documentary):
                    return Query("fact", (other.id,), "winner")
        return None

    def of_winner(self, ask: Ask) -> Query | None:
        """«Who directed the film that won best actress?», «what genre was the opening film?»: of the film that a festival tells so."""
        if ask.reading.yes_no or "film" not in ask.kinds or not set(ask.named_kinds.values()) <= {"place", "festival", "edition"}:
            return None
        if "earliest" in ask.operations:
            # «Какой фильм самым первым в истории фестиваля получил главный приз?»
            return None
        spans = {
            m.span: m.pattern.value
            for m in ask.reading.of("cue")
            if m.pattern.value in TELLS_FILM and is_close(m, ask.reading) and not m.span <= ask.reading.story
        }
        if not spans:
            return None
        told = max(spans, key=lambda span: (spans[span] != "best_film", len(span), ask.strength.get(spans[span], 0.0)))
        apart = {m.pattern.value for m in ask.reading.of("cue") if m.pattern.value in _OF_FILM and m.span.isdisjoint(told) and m.weight > MENDED}
        asked = [prop for prop in _OF_FILM if prop in apart and ask.strength.get(prop, 0.0) >= _SURELY]
        editions = [edition for edition in editions_told(ask) if edition.known(spans[told])]
        if not asked or not editions:
            return None
        films = [ref for ref in editions[0].facts[spans[told]].refs if ask.of[ref].kind == "film"]
        if spans[told] == "best_documentary" and any(m.pattern.value != "1" for m in ask.reading.of("ordinal")):
            # «Who shot the doc in third place?» asks of no winner.
            return None
        # Of documentaries the first is meant, in whose place the others follow.
        films = films[:1] if spans[told] == "best_documentary" else films
        asked = [prop for prop in asked if all(ask.of[film].known(prop) for film in films)]
        if not films or not asked:
            return None
        prop = max(asked, key=lambda prop: (properties()[prop].answers in ask.types, -_OF_FILM.index(prop)))
        return Query("compare", tuple(films), prop) if len(films) > 1 else Query("fact", (films[0],), prop)

    def of_told_film(self, ask: Ask, context: Query | None) -> Query | None:
        """«Who directed that film?» after who won a prize: of the film that the last answer told."""
        if context is None or context.operation != "fact" or ask.reading.of("record") or ask.reading.years or ask.kinds.keys() - {"film"} or ask.reading.yes_no:
            return None
        last = last_record(ask, context)
        prop = context.property or ""
        if last is None or last.kind not in ("edition", "award") or prop not in (*TELLS_FILM, "winner") or prop not in last.facts:
            return None
        # «Who directed it?» can be taken for the prize of a director by now.
        if ask.strength.keys().isdisjoint(TELLS_FILM):
            return None
        meant = "film" in ask.kinds or not listed("thing_pronouns", "pronouns").isdisjoint(as_listed(token) for token in ask.reading.tokens)
        films = [ref for ref in last.facts[prop].refs if ask.of[ref].kind == "film"]
        films = [film for film in films if film in ask.named] or films
        # What is asked after a prize can be taken for another prize by now: the words alone tell.
        asked = [m for m in ask.reading.of("cue") if m.pattern.value in _OF_FILM and m.weight > MENDED]
        spans = {m.span for m in asked}
        of_prize = any(m.pattern.value in (*TELLS_FILM, "winner", "awards") and m.span not in spans for m in ask.reading.of("cue"))
        if not meant or not asked or of_prize or not 0 < len(films) < _MANY:
            return None
        best = max(asked, key=lambda m: (len(m.span), -_OF_FILM.index(m.pattern.value))).pattern.value
        return Query("compare", tuple(films), best) if len(films) > 1 else Query("fact", (films[0],), best)


def is_close(mention: Mention, reading: Reading) -> bool:
    """Whether its words stand together and in order, but for an article: «directed the best» is no best director; «opened» says enough alone."""
    span, first = mention.span, reading.tokens[min(mention.span)]
    in_order = mention.pattern.keys[0] in (first.key, *first.bases)
    return in_order and (len(span) > 1 or mention.pattern.value == "opening") and max(span) - min(span) - len(span) < 1


def _won_there(ask: Ask, somebody: Evidence) -> list[str]:
    """The prizes that somebody got at the festivals that are named, by themselves or by their city."""
    there = {edition for place in ask.held for edition in ask.held[place]} | {named for named, kind in ask.named_kinds.items() if kind == "edition"}
    return [award for award in somebody.near.get("award", ()) if not there.isdisjoint(ask.of[award].near.get("edition", ()))]


def _asks_where_a_thing_is(ask: Ask) -> bool:
    """«Who runs TURKSOY, and where is it?»: not where he is from."""
    where = [max(m.span) for m in ask.reading.of("question") if m.pattern.value == "where"]
    things = listed("thing_pronouns")
    # «Where is this actor from?» is no thing.
    standing = (at for i in where for at in (i + 1, i + 2) if at < len(ask.reading.tokens) and at + 1 not in ask.content)
    return any(as_listed(ask.reading.tokens[at]) in things for at in standing)
