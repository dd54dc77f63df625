"""What is asked after a prize: «and for directing?» the prize of the best director, «who made that one» the film that won."""

from __future__ import annotations

from kb.base import Base
from kb.language.fold import fold
from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.evidence import Evidence
from kb.understand.follow_ups.pronouns import Pronouns
from kb.understand.lexicon import words
from kb.understand.weights import OF_NARROWER
from kb.understand.word_lists import folded_list

# Kazakh endings of «from among them».
_AMONG = ("лардан", "лерден", "дардан", "дерден", "тардан", "терден")


class Prizes:
    """Turns the words of a message to another prize, over one base."""

    def __init__(self, base: Base, pronouns: Pronouns) -> None:
        self._base = base
        self._pronouns = pronouns
        self._crafts = folded_list("crafts")
        self._among_words = folded_list("among")
        self._actresses = folded_list("actresses")
        self._sexes = {prize: {fold(word) for word in listed_of} for prize, listed_of in words()["sexes"].items()}
        self._prizes: dict[str, str] = words()["prizes"]

    def turn(self, ask: Ask, context: Query, last: Evidence) -> None:
        """«And for directing?» after the prize of the best actress asks for the prize; «who made that one» after the best film, for this film.

        A film that has a record of its own tells it itself.
        """
        told = last.facts.get(context.property or "")
        prizes = ("winner", "best_film", "best_actress", *self._prizes.values())
        if ask.named or told is None or last.kind not in ("award", "edition") or context.property not in prizes:
            return
        of_film = ask.kinds.keys() == {"film"} and ask.strength.keys() == {"awards"} and ask.kinds["film"] <= ask.cues["awards"].keys()
        if of_film and context.property != "winner" and not ask.reading.years:
            # «А за какую картину?» after the best director is told by his prize.
            ask.turn("awards", context.property)
            return
        kinds = {ask.of[ref].kind for ref in told.refs if ref in self._base.records}
        craft = self._among(ask) or ask.reading.has_form(self._crafts)
        # The prize of a film names it before those who made it.
        first = next((ask.of[ref].kind for ref in told.refs if ref in self._base.records), "")
        film = not craft and (context.property == "best_film" or (context.property == "winner" and ("person" not in kinds or first == "film")))
        its = {"film"} <= kinds and ask.reading.has_listed(self._pronouns.any)
        documentary = "documentary" in ask.types_of.get("film", ())
        if (film and "film" in kinds and not documentary) or its:
            # «Who directed it?» after the best actor: the film of his role.
            return
        if documentary:
            self._turn_to_documentaries(ask)
        self._turn_to_sex(ask, context)
        self._turn_to_craft(ask, context.property if film else None)

    def _turn_to_documentaries(self, ask: Ask) -> None:
        """«And documentaries?»; «is it a documentary?» is asked of the film."""
        if ask.kinds.keys() == {"film"} and ask.strength.keys() <= {"genre"} and not self._pronouns.mean_thing(ask):
            ask.strength.pop("genre", None)
            ask.cues["best_documentary"] |= ask.cues.pop("genre", {}) | dict.fromkeys(ask.kinds.pop("film"), 1.0)
            ask.strength["best_documentary"] = 1.0

    def _turn_to_sex(self, ask: Ask, context: Query) -> None:
        """«And among women?» after the best actor."""
        for prize, sex in self._sexes.items():
            of_sex = ask.reading.where_key(sex)
            if of_sex and context.property in self._sexes and not ask.strength:
                ask.cues[prize] |= dict.fromkeys(of_sex, 1.0)
                ask.strength[prize] = 1.0

    def _turn_to_craft(self, ask: Ask, won: str | None) -> None:
        """«And for directing?»: a word for a craft asks for its prize; where `won` tells a film it asks for the film again."""
        for prop, prize in self._prizes.items():
            if (cue := ask.cues.get(prop)) and prop in ask.strength:
                actress = any(not self._actresses.isdisjoint((ask.reading.tokens[i].key, *ask.reading.tokens[i].bases)) for i in cue)
                asked = won or ("best_actress" if actress else prize)
                ask.cues[asked] |= cue
                ask.strength[asked] = max(ask.strength[asked], ask.strength.pop(prop) + OF_NARROWER)
                del ask.cues[prop]

    def _among(self, ask: Ask) -> bool:
        """«Among the actors», «среди режиссёров», «актерлерден»: one of many is meant, and not who made or played in the last film."""
        makers = {i for prop in self._prizes for i in ask.cues.get(prop, ())}
        kazakh = ask.reading.language == "kk" and any(ask.reading.tokens[i].text.lower().endswith(_AMONG) for i in makers)
        return kazakh or any(token.key in self._among_words and i + 1 in makers for i, token in enumerate(ask.reading.tokens))
