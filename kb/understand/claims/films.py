"""Who made a film, whether it is the first of its director, and where it was shown or won: «is Cadet by Akan Satayev?», «was Abel at Cannes?»"""

from __future__ import annotations

from kb.language.fold import fold, fold_phrase
from kb.language.kazakh import has_case
from kb.query import CLAIMED_WORD, Query
from kb.understand.ask import Ask
from kb.understand.claims.wording import is_place, says_only
from kb.understand.evidence import MADE_BY
from kb.understand.highlights import highlight
from kb.understand.lexicon import words
from kb.understand.reading.message import BEFORE_A_PLACE
from kb.understand.word_lists import folded_list

# How a place is told that a film got to: words before it, endings in Kazakh.
_TO = frozenset(map(fold, ("to", "до", "at", "в", "reach", "reached")))
_OR_NOT = frozenset(map(fold, ("or", "not", "или", "нет")))


class Films:
    """Recognises claims about a film."""

    def __init__(self) -> None:
        self._by = folded_list("by")
        self._reaching = frozenset(fold(word) for word in words()["reaching"])
        self._being = BEFORE_A_PLACE | {fold(word) for word in words()["been_shown"]}
        self._first = frozenset(fold(word) for word in words()["debuts"]["first"] if " " not in word)
        self._debut = frozenset(map(fold_phrase, words()["debut"]))

    def made_by(self, ask: Ask) -> Query | None:
        """«Is Cadet by Akan Satayev?»: told by who directed it, unless it is somebody who made something else of it."""
        films = [named for named, kind in ask.named_kinds.items() if kind == "film"]
        people = [named for named, kind in ask.named_kinds.items() if kind == "person"]
        alone = len(films) == len(people) == 1 and len(ask.named) == 2 and says_only(ask, self._by)
        if not ask.reading.yes_no or not alone or not ask.of[films[0]].known("director"):
            return None
        if ask.linked(films[0], people[0]) and people[0] not in ask.of[films[0]].facts["director"].refs:
            return None
        return Query("fact", (films[0],), "director", claim=people[0])

    @staticmethod
    def crafted(ask: Ask) -> Query | None:
        """«Did Doğan play in Rayların Ötesinde?», «Ұлы дала таңы фильмін Сатаев түсірді ме?»: told by the film, and not by what else somebody made."""
        films = [named for named, kind in ask.named_kinds.items() if kind == "film"]
        own = ask.named[films[0]] if films else set()
        # «Kazhymukan» is the wrestler too.
        people = [named for named, kind in ask.named_kinds.items() if kind == "person" and not ask.named[named] <= own]
        others = [named for named in ask.named if named not in (*films, *people) and not ask.named[named] <= own]
        if not ask.reading.yes_no or len(films) != 1 or len(people) != 1 or others or not ask.strength:
            return None
        asked = max(ask.strength, key=ask.strength.__getitem__)
        asked = "director" if asked == "works" else asked
        return Query("fact", (films[0],), asked, claim=people[0]) if asked in MADE_BY and ask.of[films[0]].known(asked) else None

    @staticmethod
    def shot_in(ask: Ask) -> Query | None:
        """«Кажымукана целиком в Казахстане сняли?»: told by where it was shot, and not by who shot it."""
        films = [named for named, kind in ask.named_kinds.items() if kind == "film"]
        places = [named for named, kind in ask.named_kinds.items() if kind in ("place", "country")]
        others = {kind for named, kind in ask.named_kinds.items() if not ask.named[named] <= ask.named.get(films[0] if films else "", set())}
        strange = [i for i in ask.content if i not in ask.named_positions | ask.cued and is_place(ask, i)] if not places else []
        if not ask.reading.yes_no or len(films) != 1 or len(places) + len(strange) != 1 or not ask.of[films[0]].known("shooting"):
            return None
        if not others - ({"person"} if strange else set()) <= {"place", "country"}:
            return None
        asked = max(ask.strength, key=ask.strength.__getitem__, default="")
        located = ask.reading.is_located(ask.named[places[0]]) if places else True
        if not located or asked not in ("shooting", "director", "works") or ask.kinds.keys() - {"film"}:
            return None
        claim = places[0] if places else f"{CLAIMED_WORD}{ask.reading.tokens[strange[0]].key}"
        return Query("fact", (films[0],), "shooting", claim=claim)

    def shown_at(self, ask: Ask) -> Query | None:
        """«Was Abel at Cannes?», «Кадет доехал до Берлинале?»: told by the festivals of the film, whatever place is claimed, or by its premiere."""
        films = [named for named, kind in ask.named_kinds.items() if kind == "film"]
        if len(films) != 1 or ask.types:
            return None
        places = [named for named, kind in ask.named_kinds.items() if kind in ("place", "country")]
        makers = [named for named, kind in ask.named_kinds.items() if kind == "person" and ask.linked(films[0], named)]
        asks = ask.reading.yes_no or bool(ask.where_said(self._reaching))
        if not asks or len(ask.named) != 1 + len(places) + len(makers) or "shooting" in ask.strength:
            return None
        of_film = ask.named_positions - {i for place in places for i in ask.named[place]}
        reached = {i for i in set(ask.content) - of_film - ask.cued if self._is_reached(ask, i)}
        claimed = {i for place in places for i in ask.named[place]} or {i for i in ask.telling if i not in of_film and is_place(ask, i)} or reached
        if (
            len(claimed) != 1
            or not (ask.reading.is_located(claimed) or claimed <= reached)
            or not says_only(ask, self._being | (self._reaching | _TO | _OR_NOT if reached else frozenset()), claimed)
        ):
            return None
        prop = next((prop for prop in ("festivals", "premiere") if ask.of[films[0]].known(prop)), None)
        # That its premiere was elsewhere does not deny this place.
        judged = places and (prop == "festivals" or (prop and places[0] in ask.of[films[0]].facts[prop].refs))
        return Query("fact", (films[0],), prop, claim=places[0] if judged else None) if prop else None

    def _is_reached(self, ask: Ask, i: int) -> bool:
        """Whether a word stands where a film is said to have got: «до Берлинале», «to Tallinn», «Берлинге жетті ме»."""
        if not ask.where_said(self._reaching):
            return False
        tokens = ask.reading.tokens
        return has_case(tokens[i].text, "dative") if ask.reading.language == "kk" else i > 0 and tokens[i - 1].key in _TO

    def of_number(self, ask: Ask) -> Query | None:
        """«Is Joqtau his second feature?», «… дебют Анартая?»: told by what says of a film that it is the first of its director."""
        films = [named for named, kind in ask.named_kinds.items() if kind == "film"]
        others = ask.named.keys() - set(films)
        numbered = {i for at in ask.ordinals.values() for i in at}
        of_number = any(i + step in ask.kinds.get("film", ()) for i in numbered for step in (1, 2))
        # «Did it debut in 2024?» asks for its premiere.
        of_debut = bool(ask.where_said(self._first)) and not (ask.reading.years or ask.months)
        if not ask.reading.yes_no or len(films) != 1 or not (of_number or of_debut):
            return None
        film = ask.of[films[0]]
        between = {i + 1 for i in numbered if i + 1 in ask.telling} - ask.of_kinds - ask.named_positions
        if any("genre" in film.where.get(stem, ()) for i in between for stem in ask.stems.get(i, ())):
            # «The first disaster film»
            return None
        if not film.known("director") or not others <= set(film.facts["director"].refs) or ask.cues.keys() & {"awards", "winner", "box_office"}:
            return None
        return highlight(ask.base.records[film.id], self._debut.__contains__)

    @staticmethod
    def won_for(ask: Ask) -> Query | None:
        """«Did Samal win at Cannes for Tulpan?»: told by what she won, whatever film is claimed."""
        people = [named for named, kind in ask.named_kinds.items() if kind == "person"]
        films = [named for named, kind in ask.named_kinds.items() if kind == "film"]
        asked = ask.reading.yes_no and {"awards", "winner"} & ask.cues.keys() and ask.kinds.keys() <= {"award", "film"}
        if not asked or len(people) != 1 or len(films) != 1 or not ask.of[people[0]].known("awards"):
            return None
        won_for = [ref for ref in ask.of[people[0]].facts["awards"].refs if ref in ask.base.records and ask.of[ref].kind == "film"]
        return Query("fact", (people[0],), "awards") if won_for and films[0] not in won_for else None

    @staticmethod
    def won_another(ask: Ask) -> Query | None:
        """«Did Tulpan win the Palme d'Or in Cannes?»: told by what it won there, though the base has nothing on the prize that is claimed."""
        winners = [named for named, kind in ask.named_kinds.items() if kind in ("film", "person") and ask.of[named].known("awards")]
        places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
        if not ask.reading.yes_no or not (ask.reading.of("beyond") or ask.reading.of("foreign")) or not {"awards", "winner"} & ask.cues.keys():
            return None
        there = [won for won in winners if places and set(places) <= set(ask.of[won].facts["awards"].refs)]
        return Query("fact", (there[0],), "awards") if len(there) == 1 == len(winners) and len(ask.named) == 1 + len(places) else None
