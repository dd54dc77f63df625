"""Who gave or took a prize, and what somebody was given: «what did TURKSOY give to Samal?», «кому досталась премия ТЮРКСОЙ?»"""

from __future__ import annotations

from itertools import pairwise

from kb.language.fold import fold, fold_phrase
from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask
from kb.understand.ask.words import handing, receiving
from kb.understand.evidence import EDITION_LIKE, NAMES, Evidence
from kb.understand.highlights import highlight
from kb.understand.lexicon import words
from kb.understand.shapes import editions_told
from kb.understand.shapes.films_told import TELLS_FILM
from kb.understand.word_lists import listed

# More prizes than these are no one prize and its rival.
_MANY = 4
# What a question of who handed over a prize tells besides: of whom, and at which ceremony.
_HANDED_WITH = ("winner", "awards", "closing", "opening", "head", "post", "festival_role")
# What the text of a prize for a film holds.
_FILM = "film"


class GivenPrizes:
    """Recognises such questions."""

    def __init__(self) -> None:
        self._in_person = listed("in_person")
        self._on_behalf = {tuple(phrase.split()) for phrase in words()["on_behalf"]}
        self._giving = listed("giving")
        self._why = {fold(word) for word in words()["why"]["words"]}
        # As the stems of names are.
        self._documentary = {key[:5] for called in words()["kinds"]["documentary"].values() for word in called for key in fold_phrase(word)[:1]}

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
        typed = ask.reading.typed
        return "who" in ask.types and any(pair in self._on_behalf for pair in pairwise(typed))

    def of_given(self, ask: Ask) -> Query | None:
        """«What did TURKSOY give to Samal?»: the prize that a body gave to somebody."""
        if set(ask.named_kinds.values()) != {"person", "organisation"} or len(ask.named) != 2:
            return None
        if not ask.reading.has_form(self._giving):
            return None
        if ask.reading.has_key(self._why):
            # «Why did she refuse the TURKSOY award?»
            return None
        person, body = sorted(ask.named, key=lambda named: ask.named_kinds[named] != "person")
        of_body = {stem for i in ask.named[body] for stem in ask.stems.get(i, ())}
        given = [award for award in ask.of[person].near.get("award", ()) if any(NAMES in ask.of[award].where.get(stem, ()) for stem in of_body)]
        if ask.reading.years and any(ask.of[award].years and set(ask.reading.years.values()).isdisjoint(ask.of[award].years) for award in given):
            # «What did TURKSOY give her in 2026?» is told by no prize of 2025.
            return None
        return Query("fact", (given[0],), "winner") if len(given) == 1 else None

    def who_handed(self, ask: Ask) -> Query | None:
        """«Who handed the Kinopark boss his prize at the closing?», «кто вручал приз Малдыбаеву?»: the prize that tells who presented it."""
        giving = ask.reading.where_form(self._giving | handing())
        told = "award" in ask.kinds or {"awards", "winner"} & ask.cues.keys()
        if not giving or not told or ask.types != {"who"} or ask.reading.yes_no or ask.reading.has_key(receiving()):
            return None
        bodies = [named for named, kind in ask.named_kinds.items() if kind == "organisation" and "head" in ask.cues]
        heads = {ref for body in bodies for ref in ask.of[body].near.get("person", ())}
        people = [named for named in ask.named_but_eponym if ask.named_kinds[named] == "person"] or sorted(heads)
        said = giving | ask.named_positions | ask.of_kinds | ask.reading.years.keys() | {i for prop in _HANDED_WITH for i in ask.cues.get(prop, ())}
        if not set(ask.named_kinds.values()) <= {"person", "organisation", "award", "event", "place", *EDITION_LIKE}:
            return None
        held = {edition.id for edition in editions_told(ask)} if ask.reading.years or ask.held else set[str]()
        near = dict.fromkeys(award for person in people for award in ask.of[person].near.get("award", ()))
        awards = [award for award in near if not held or not held.isdisjoint(ask.of[award].near.get("edition", ()))]
        presented = [award for award in awards if "presenter" in ask.of[award].sorts.get("winner", ())]
        # «The special prize»
        presented = [award for award in presented if all(any(stem in ask.of[award].where for stem in ask.stems[i]) for i in set(ask.telling) - said)]
        return Query("fact", (presented[0],), "winner") if len(presented) == 1 else None

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
        given = ask.reading.where_form(self._giving)
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


def _won_there(ask: Ask, somebody: Evidence) -> list[str]:
    """The prizes that somebody got at the festivals that are named, by themselves or by their city."""
    there = {edition for place in ask.held for edition in ask.held[place]} | {named for named, kind in ask.named_kinds.items() if kind == "edition"}
    return [award for award in somebody.near.get("award", ()) if not there.isdisjoint(ask.of[award].near.get("edition", ()))]
