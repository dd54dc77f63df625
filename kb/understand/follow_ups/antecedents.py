"""What a pronoun stands for: «it» the film that the chat spoke of, «he» the head whom the last answer told."""

from __future__ import annotations

from collections.abc import Set

from kb.base import Base
from kb.language.fold import fold
from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.evidence import EDITION_LIKE, SIGNED, Evidence
from kb.understand.follow_ups.last_answer import tells_better, told_besides
from kb.understand.follow_ups.pronouns import Pronouns
from kb.understand.follow_ups.steps import Steps
from kb.understand.follow_ups.strengths import strength_of
from kb.understand.lexicon import words
from kb.understand.weights import ASKED
from kb.understand.word_lists import as_listed, folded_list, of_that_name


class Antecedents:
    """Names the records that the pronouns of a message stand for, over one base."""

    def __init__(self, base: Base, pronouns: Pronouns, steps: Steps) -> None:
        self._base = base
        self._pronouns = pronouns
        self._steps = steps
        self._surnames: dict[str, list[str]] = words()["surnames"]
        self._being = folded_list("being")
        self._again = {fold(word) for word in words()["hops"]["again"]}

    def resolve(self, ask: Ask, context: Query, last: Evidence) -> None:
        """«Was it shown in Rome?» names the film that the chat spoke of, as its title would; «where is he from?» the head whom the last answer told."""
        before = before_people = min(ask.named_positions, default=len(ask.reading.tokens))
        if set(ask.named_kinds.values()) <= {"country", "place"} and "signatories" not in ask.cues:
            # «Which French minister did she meet?»: no country is a «she». Who signed a paper with it, the paper tells.
            before_people = len(ask.reading.tokens)
        meant: dict[str, set[int]] = {}
        step, span = self._steps.step(ask)
        if step and not ask.named and len(following := self._steps.next_of_its_kind(ask, context, last)) == 1:
            meant[following[0]] = span
        # Of people of a country that are named first, «there» is where the chat was: «which Kazakhs won there?»
        of_people = last.kind == "edition" and set(ask.named_kinds.values()) == {"country"}
        somebody = self._pronouns.genders["she"] | self._pronouns.genders["he"]
        for i, token in enumerate(ask.reading.tokens):
            limit = before_people if as_listed(token) in somebody else before
            if i >= limit and not (of_people and as_listed(token) in self._pronouns.there and ask.reading.tokens[i - 1].key not in self._being):
                continue
            if not step and (antecedent := self._antecedent(ask, context, last, as_listed(token))):
                meant.setdefault(antecedent, set()).add(i)
        if last.kind == "film" and not ask.named and not meant and (its := self._films_in_kazakh(ask)):
            # «Қай елдердің фильмі?» is asked of this film, «тағы қандай фильмі бар?» of who made it.
            makers = [ref for ref in told_besides(self._base, last, context) if ask.of[ref].kind == "person"]
            others = ask.reading.has_key(self._again)
            meant[makers[0] if others and len(makers) == 1 else last.id] = its
        set_phrases = [m.span for m in ask.reading.of("slight") if len(m.span) > 1]
        for record, positions in meant.items():
            positions -= {i for span in set_phrases for i in span}
            if positions and record not in ask.named:
                if record != last.id and ask.gains and ask.strength and ask.of[record].kind in ("film", "organisation"):
                    # «What is it about?» is asked of the film, and not of the festival that told it.
                    ask.gains.pop(last.id, None)
                ask.name(record, positions)
                self._ask_for_more(ask, record)

    def people(self, ask: Ask, context: Query, last: Evidence, key: str) -> set[str]:
        """The people whom a pronoun can mean: of whom the chat spoke, or whom the last answer named beside no others."""
        if last.kind == "person":
            return {last.id}
        by_kind = self._told_by_kind(ask, context, last)
        people, _ = self._of_fitting_gender(last, key, by_kind)
        # «Где она?» after who leads a studio, who is a man.
        unfitting = any(key in of_gender for of_gender in self._pronouns.genders.values()) and not self._of_gender(key, people)
        return set() if unfitting else set(people)

    @staticmethod
    def _films_in_kazakh(ask: Ask) -> set[int]:
        """Where a Kazakh word for one film stands, with the ending that says of whom or of what."""
        words_for_one = (i for i in ask.kinds.get("film", ()) if ask.reading.tokens[i].text.lower().startswith(of_that_name()))
        return set(words_for_one) if ask.reading.language == "kk" else set()

    def _ask_for_more(self, ask: Ask, record: str) -> None:
        """«And what else has he got?» asks for somebody's works, «what else has he won?» for what is asked anyway."""
        again = ask.reading.where_key(self._again)
        for cues in ask.cues.values():
            cues |= dict.fromkeys(again, 1.0)
        weak = all(strength < ASKED for strength in ask.strength.values())
        if again and weak and ask.of[record].kind == "person" and ask.of[record].known("works"):
            ask.cues["works"] |= dict.fromkeys(again, 1.0)
            ask.strength["works"] = 1.0

    def _antecedent(self, ask: Ask, context: Query, last: Evidence, key: str) -> str | None:
        """The record that a pronoun stands for; None where it is none, or can stand for several."""
        if "predecessor" in ask.cues:
            # «Before him» says when.
            return None
        by_kind = self._told_by_kind(ask, context, last)
        people, films = self._of_fitting_gender(last, key, by_kind)
        if key in self._pronouns.people:
            of_body = key in self._pronouns.possessive and strength_of(ask, last.kind, "person") > strength_of(ask, "person", last.kind)
            # «His deputy» is asked of the body.
            return None if len(people) != 1 or (of_body and last.kind != "person") else next(iter(people))
        if key in self._pronouns.there:
            return last.id if last.kind in (*EDITION_LIKE, "place", "country") else None
        if key in self._pronouns.any and last.kind != "person" and people:
            meant = films if films and self._is_of_the_film(ask) else people
            return next(iter(meant)) if len(meant) == 1 else None
        if key in self._pronouns.things and last.kind == "country":
            # «What's in it?» after the papers of a country.
            papers = [paper for paper in by_kind.get("agreement", ()) if ask.of[paper].type in SIGNED and ask.of[paper].countries <= 2]
            return papers[0] if len(papers) == 1 else last.id
        return self._thing(ask, last, key, films)

    def _told_by_kind(self, ask: Ask, context: Query, last: Evidence) -> dict[str, set[str]]:
        """The last record and those that its answer named besides, by their kind."""
        told = set(told_besides(self._base, last, context))
        by_kind: dict[str, set[str]] = {last.kind: {last.id}}
        for ref in (ref for ref in told & self._base.records.keys() if not tells_better(ask, last, ref)):
            by_kind.setdefault(ask.of[ref].kind, set()).add(ref)
        return by_kind

    def _of_fitting_gender(self, last: Evidence, key: str, by_kind: dict[str, set[str]]) -> tuple[set[str], set[str]]:
        """The people that a pronoun can mean, and the films beside them."""
        people, films = by_kind.get("person", set()), by_kind.get("film", set())
        if not people:
            return people, films
        if fitting := self._of_gender(key, people):
            return fitting, films
        # «And where did she study?» after the director of «Ayka», who is a man: the actress.
        others = self._of_gender(key, last.refs & self._base.records.keys(), sure=True)
        others = others.intersection(last.facts["cast"].refs) or others if "cast" in last.facts else others
        return (others, set()) if len(others) == 1 else (people, films)

    def _is_of_the_film(self, ask: Ask) -> bool:
        """Whether of a film and the people whom the last answer told, as its director, the film has the properties that are asked for."""
        # «What else has he got?», «and where is he from?»
        more = not ask.strength and (ask.types == {"where"} or ask.reading.has_key(self._again))
        return not more and strength_of(ask, "film", "person") >= strength_of(ask, "person", "film")

    def _thing(self, ask: Ask, last: Evidence, key: str, films: set[str]) -> str | None:
        """The film, paper or body that a pronoun stands for."""
        bodies = [ref for ref in last.refs if ref in self._base.records and ask.of[ref].kind == "organisation"] if last.kind == "person" else []
        of_body = strength_of(ask, "organisation", "person")
        if key in self._pronouns.things_or_any and len(bodies) == 1 and of_body > 0 and of_body >= strength_of(ask, "agreement", "organisation"):
            # «Where is its headquarters?» after who heads it; but not «with whom did she hold talks?»
            return bodies[0]
        is_thing = key in self._pronouns.things
        if last.kind == "person" and not films and key not in self._pronouns.genders["she"]:
            # «Was it in Aktau?» after the prize of a director: his only film.
            its = last.near.get("film", ())
            films = set(its) if len(its) == 1 and is_thing else films
        points = key in self._pronouns.demonstratives and bool(ask.named)
        if is_thing and last.kind == "person" and len(films) == 1 and not points:
            # «Who directed it?» after the actress's prize for «Ayka».
            return next(iter(films))
        if key in self._pronouns.any or (is_thing and last.kind != "person" and not points):
            return last.id if last.kind in ("film", "person") or not films else next(iter(films)) if len(films) == 1 else None
        return None

    def _of_gender(self, key: str, records: Set[str], sure: bool = False) -> set[str]:
        """Those of some people whom «she» or «he» can mean, as far as their Russian surnames tell it; `sure` only those of whom they do."""
        asked = next((gender for gender, listed in self._pronouns.genders.items() if key in listed), None)
        of = {record: self._gender(record) for record in records if asked and self._base.evidence[record].kind == "person"}
        return {record for record, gender in of.items() if gender == asked or (gender is None and not sure)} if asked else set() if sure else set(records)

    def _gender(self, person: str) -> str | None:
        surname = self._base.records[person].names.shown("ru").rpartition(" ")[2]
        fitting = [(len(ending), gender) for gender, endings in self._surnames.items() for ending in endings if surname.endswith(ending)]
        return max(fitting)[1] if fitting else None
