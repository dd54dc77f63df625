"""What is asked of somebody whom a film or a body names by his part: «where was the director of Qaitadan born?»"""

from __future__ import annotations

import re

from kb.language.fold import fold, fold_phrase
from kb.query import Query
from kb.understand.ask import Ask, Candidate, occupations
from kb.understand.evidence import Evidence
from kb.understand.follow_ups.last_answer import last_record
from kb.understand.highlights import highlight
from kb.understand.lexicon import words
from kb.understand.reading import Token
from kb.understand.weights import ASKED, ASKED_RATHER, ASKED_STRONGLY, OF_KIND
from kb.understand.word_lists import as_listed, listed

# An age in an English text.
_AGED = re.compile(r"\b(?:at|aged) (?:the age of )?\d+|\d+[- ]year")
# What somebody does for a film, and what asks where somebody is from.
_PARTS = ("cast", "director", "cinematographer", "writer", "composer", "producer")
_ORIGIN = ("country", "birthplace")
# What else is asked of him rather than of the film or the body.
_OF_HIM = ("education", "born", "died")


class PeopleOfParts:
    """Finds whom a question means by what another record tells."""

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

    def of_person(self, ask: Ask, best: Candidate) -> Query | None:
        """«Where was the director of Qaitadan born?»: what is asked of the person whom a fact of the record names."""
        record = ask.of[best.record]
        if record.kind == "person" and record.id not in ask.named and best.property not in self._of_people:
            # «Where did the actress with the Cannes prize study?»: the prize says who is meant.
            meant = (prop for prop in self._of_people if ask.strength.get(prop, 0.0) >= ASKED_RATHER and record.known(prop))
            return Query("fact", (record.id,), prop) if (prop := next(meant, None)) else None
        if record.kind == "film" and record.id not in ask.named and not best.follows:
            return self._of_winner_by_prize(ask, record)
        if record.kind == "person" or not (record.id in ask.named or best.follows) or _asks_where_a_thing_is(ask):
            return None
        by = next((prop for prop in self._by if ask.strength.get(prop, 0.0) >= ASKED and prop in record.facts), None)
        people = [ref for ref in record.facts[by].refs if ask.of[ref].kind == "person"] if by else []
        if len(people) != 1:
            return None
        asked = next((prop for prop in self._of_people if ask.strength.get(prop, 0.0) >= ASKED_RATHER and prop not in record.facts), None)
        if record.kind == "film" and asked == "post_since":
            # «С какого года лежал сценарий?»
            asked = None
        if asked and any(kind == "person" and ask.of[named].known(asked) for named, kind in ask.named_kinds.items()):
            # «Till what year did Satybaldy lead the studio?» is asked of him, whoever leads it.
            return None
        again = best.property in (by, None) and ask.reading.has_key(self._again)
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
        asked = "where" in ask.types or any(ask.strength.get(prop, 0.0) >= ASKED for prop in _ORIGIN)
        if not (claimed or (asked and not countries and not ask.reading.yes_no)) or "count" in ask.types or ask.kinds.keys() - {"film", "country", "person"}:
            return None
        part = self._part(ask) or self._post(ask)
        if not part or _asks_where_a_thing_is(ask) or any(ask.strength.get(prop, 0.0) > ASKED for prop in self._of_people if prop not in _ORIGIN):
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
        won = any(ask.strength.get(prop, 0.0) >= ASKED for prop in ("awards", "winner"))
        won = won or (bool(ask.held) and ask.reading.has_key(self._getting))
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
        posts = {prop: ask.strength.get(prop, 0.0) for prop in ("predecessor", "head") if ask.strength.get(prop, 0.0) >= ASKED}
        return max(posts, key=posts.__getitem__, default="")

    def _part(self, ask: Ask) -> str:
        """What somebody did for a film, where a word says that a person is meant: «режиссёр», «the guy who plays»."""
        tokens = ask.reading.tokens
        people = {i for i, token in enumerate(tokens) if self._means_somebody(token)}
        joined = [i for i, token in enumerate(tokens) if as_listed(token) in self._and and not {i - 1, i + 1} & ask.named_positions]
        if not people or (joined and max(people) < joined[-1]):
            # «Who directed Kitap, and where is it from?»
            return ""
        parts = {prop: ask.strength.get(prop, 0.0) for prop in _PARTS if ask.strength.get(prop, 0.0) >= ASKED}
        if not parts and "director" in ask.strength and ask.strength.get("works", 0.0) >= ASKED:
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
        if ask.strength.get("born", 0.0) < ASKED_STRONGLY or ask.reading.story or not set(ask.named_kinds.values()) <= {"country", "place"}:
            return False
        if ask.reading.has_listed(self._which):
            # «At twelve the boy goes back to his parents. Which film is it?»
            return False
        if not ask.reading.capitals.isdisjoint(ask.telling):
            # «How old is granny Lyabiba?»: she is called by her name.
            return False
        return ask.reading.has_form(self._heroes)


def _asks_where_a_thing_is(ask: Ask) -> bool:
    """«Who runs TURKSOY, and where is it?»: not where he is from."""
    where = [max(m.span) for m in ask.reading.of("question") if m.pattern.value == "where"]
    things = listed("thing_pronouns")
    # «Where is this actor from?» is no thing.
    standing = (at for i in where for at in (i + 1, i + 2) if at < len(ask.reading.tokens) and at + 1 not in ask.content)
    return any(as_listed(ask.reading.tokens[at]) in things for at in standing)
