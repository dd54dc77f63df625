"""A film that is told by its story and not by its name: «the film where a boy is given to his grandmother»."""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest

from kb.query import Query
from kb.understand.ask import Ask, Candidate
from kb.understand.evidence import NAMES, SUMMARY, Evidence
from kb.understand.lexicon import properties
from kb.understand.weights import ASKED_CLEARLY, COMMON, COVERAGE, OF_KIND, WEIGHED
from kb.understand.word_lists import listed, plurals_of_film

# Where a film tells its story; where it was shown or who made it tells none.
_TELLING = frozenset((NAMES, SUMMARY, "plot", "theme", "based_on", "name_meaning"))
# How much of it a text tells that can be of anything about the film.
_OF_HIGHLIGHT = 0.6
# The share of a story that a film has to tell, and by how much it has to tell more than any other.
_SHARE, _AHEAD = 0.5, 0.05
# The share where others tell little of that, of a story of so many words.
_SHARE_ALONE, _OTHERS, _AT_LENGTH = 0.4, 0.42, 5
# A film that tells so much of a story is meant, whatever else is said.
_SURELY_TOLD = 0.6
# So many words tell a story that nothing introduces, and by so much one film has to tell more of it than any other.
_WHOLE, _FAR_AHEAD = 3, 0.15
# So many films that tell it alike are offered.
_FEW = 3
# One that tells so little of it is another film.
_HARDLY = 0.3
# What a word weighs that no text of the base has, and one of everyday speech.
_UNTOLD, _SLIGHT = 1.0, 0.15

# A country that is not in the base is called by so many letters, and another name by itself.
_COUNTRY_CODE = 2


class Stories:
    """Finds films by their stories."""

    def query(self, ask: Ask, best: Candidate | None) -> Query | None:
        """What is asked of the film with this story, else its card; None if the best candidate tells it, or no film is told so."""
        if not self.tells(ask) or ask.reading.yes_no or (best and (best.record in ask.named or best.follows)):
            return None
        film = self._film(ask)
        told = best if best and film and best.record == film.id and best.asked else None
        # «The short film about …» asks for no genre.
        of_kind = told is not None and told.property == "genre" and ask.cues.get("genre", {}).keys() <= ask.of_kinds
        if film is None or (told and told.coverage >= COVERAGE and not of_kind):
            return None
        prop = self._asked(ask, film, {"what", "plot", "name_meaning", *(("genre",) if of_kind else ())})
        if prop is None and told and not of_kind:
            return Query(told.operation, (film.id,), told.property)
        return Query("fact", (film.id,), prop) if prop else Query("card", (film.id,))

    @staticmethod
    def _asked(ask: Ask, film: Evidence, but: set[str]) -> str | None:
        """What is asked of the film in words that do not tell its story."""
        told = ask.reading.story | {min(ask.reading.story) - 1, max(ask.reading.story) + 1}
        apart = {m.pattern.value for m in ask.reading.of("cue") if m.span.isdisjoint(told)} - but
        strong = [prop for prop in apart if ask.strength.get(prop, 0.0) >= OF_KIND and film.kind in properties()[prop].kinds]
        # Who composed the music is asked of this film, though it is known of others alone.
        asked = [prop for prop in strong if properties()[prop].answers in ask.types or film.known(prop) or ask.strength[prop] >= ASKED_CLEARLY]
        return max(asked, key=lambda prop: (ask.strength[prop], prop), default=None)

    @staticmethod
    def tells(ask: Ask) -> bool:
        """Whether one film is asked for by a story alone."""
        of_films = "film" in ask.kinds or bool(ask.genres) or ask.of_kinds <= ask.reading.story
        return bool(ask.reading.story) and of_films and set(ask.named_kinds.values()) <= {"country", "place"}

    def is_surely(self, ask: Ask, best: Candidate) -> bool:
        """Whether the story that is told is surely that of the best answer's film, though a word of it stands in no text."""
        if not self.tells(ask) or ask.reading.yes_no or not best.asked or best.coverage < COVERAGE:
            return False
        film = self._film(ask)
        return film is not None and film.id == best.record and self._share(ask, film, self._weights(ask)) > _SURELY_TOLD

    def of_whole(self, ask: Ask) -> Query | None:
        """The film whose story a message tells that asks for nothing else: «фильм: за книгу отдали верблюдицу», with no word that begins a story."""
        named = {ask.of[m.pattern.value].kind for m in ask.reading.of("record") if m.weight == 1}
        if (
            not ("film" in ask.kinds or ask.genres)
            or not named <= {"country", "place"}
            or ask.types - {"what"}
            or ask.reading.yes_no
            or ask.reading.bound
            or ask.reading.years
            or any(m.span <= ask.reading.capitals for m in ask.reading.of("beyond"))
            or _is_a_later_one(ask)
            or _is_of_a_country_without_films(ask)
        ):
            return None
        told = {i for i in ask.content if i not in ask.of_kinds and i not in ask.slight and i in ask.stems}
        weights = {i: self._weight(ask, i) for i in told}
        shares = sorted(self._shares(ask, weights).items(), key=lambda share: -share[1]) if len(weights) >= _WHOLE else []
        (film, most), (_, second) = [*shares[:2], ("", 0.0), ("", 0.0)][:2]
        if most <= _SHARE_ALONE or most - second < _FAR_AHEAD or sum(any(self._tells(ask.of[film], stem) for stem in ask.stems[i]) for i in told) < _WHOLE:
            return None
        return Query("card", (film,))

    def of_another(self, ask: Ask, best: Candidate) -> bool:
        """Whether the best answer is of a film that does not tell this story: «a film about an artist» is not told by who designed another."""
        if not self.tells(ask) or ask.reading.yes_no or best.record in ask.named or best.follows or ask.of[best.record].kind != "film":
            return False
        weights = self._weights(ask)
        return bool(weights) and self._share(ask, ask.of[best.record], weights) <= _HARDLY

    def telling(self, ask: Ask, films: list[str]) -> list[str]:
        """Those of some films that tell the story of the question; all where none does, or no story is told."""
        weights = self._weights(ask) if self.tells(ask) else {}
        return [film for film in films if weights and self._share(ask, ask.of[film], weights) > _SHARE] or films

    def several(self, ask: Ask) -> Query | None:
        """The few films that tell a story alike, with what is asked of them: «the film about a wrestler» can be two."""
        shares = self._shares(ask)
        most = max(shares.values(), default=0.0)
        films = [film for film, share in shares.items() if share > most - _AHEAD]
        if most <= _SHARE or not 1 < len(films) <= _FEW:
            return None
        asked = [prop for prop, strength in ask.strength.items() if strength >= OF_KIND and properties()[prop].answers in ask.types]
        return Query("compare", tuple(films), max(asked, key=lambda prop: (ask.strength[prop], prop), default=None))

    def of_theme(self, ask: Ask) -> tuple[str, ...] | None:
        """The films that tell of a theme, the closest first: «films about war»; none where no film does; None where no theme is all that is asked."""
        typed = {token.text.lower() for token in ask.reading.tokens}
        exist = ask.reading.has_listed(listed("is_there"))
        films = exist or not typed.isdisjoint(plurals_of_film())
        besides = set(ask.content) - ask.reading.story - ask.of_kinds - {i for at in ask.operations.values() for i in at}
        if not films or besides or ask.named or (ask.reading.yes_no and not exist) or not self.tells(ask) or not self._weights(ask):
            return None
        shares = {film: share for film, share in self._shares(ask).items() if self._tells_itself(ask, ask.of[film])}
        return tuple(sorted((film for film, share in shares.items() if share > _SHARE), key=lambda film: (-shares[film], film)))

    @staticmethod
    def _tells_itself(ask: Ask, film: Evidence) -> bool:
        """Whether a fact of the film has a word of the story, and not only its summary, beside which stand the words that people use of it."""
        places = {place for i in ask.reading.story for stem in ask.stems.get(i, ()) for place in film.where.get(stem, ())}
        return any(place in _TELLING - {SUMMARY} or place.isdigit() for place in places)

    def _weights(self, ask: Ask) -> dict[int, float]:
        """Position of each word of the story → how much it tells; none where they say too little together."""
        weights = {i: self._weight(ask, i) for i in ask.reading.story if i in ask.stems}
        return weights if sum(weights.values()) > _UNTOLD / 2 else {}

    def _share(self, ask: Ask, film: Evidence, weights: dict[int, float]) -> float:
        """How much of the story a film tells."""
        return sum(weight * max(self._tells(film, stem) for stem in ask.stems[i]) for i, weight in weights.items()) / sum(weights.values())

    def _shares(self, ask: Ask, weights: dict[int, float] | None = None) -> dict[str, float]:
        """Film → how much of the story, or of other words with these weights, it tells, for those that can tell most of it."""
        base, weights = ask.base, self._weights(ask) if weights is None else weights
        shared: dict[int, float] = defaultdict(float)
        for i, weight in weights.items():
            held = [(index, stem) for stem in ask.stems[i] for index in (base.in_texts, base.in_names) if index.count(stem) <= COMMON]
            for number in {number for index, stem in held for number in index.numbers(stem)}:
                shared[number] += weight
        likely = [ask.of[base.ids[number]] for number in nlargest(2 * WEIGHED, shared, key=shared.__getitem__)]
        return {film.id: self._share(ask, film, weights) for film in likely if film.kind == "film"}

    def _film(self, ask: Ask) -> Evidence | None:
        """The film that tells most of the words of the story, well ahead of the others."""
        shares = self._shares(ask)
        first, second = [*sorted(shares.items(), key=lambda share: -share[1])[:2], ("", 0.0), ("", 0.0)][:2]
        ahead = first[1] > _SHARE and first[1] - second[1] >= _AHEAD
        # Told at length and in other words: much of it by one film, and little by any other.
        alone = first[1] > _SHARE_ALONE and second[1] < first[1] * _OTHERS and len(self._weights(ask)) >= _AT_LENGTH
        return ask.of[first[0]] if ahead or alone else None

    @staticmethod
    def _weight(ask: Ask, i: int) -> float:
        if i in ask.slight:
            return _SLIGHT
        return max((ask.rarity[stem] for stem in ask.stems[i] if ask.base.in_texts.count(stem) <= COMMON), default=0.0) or _UNTOLD

    @staticmethod
    def _tells(film: Evidence, stem: str) -> float:
        """How much the film tells with such a word."""
        places = film.where.get(stem, ())
        return 1.0 if not _TELLING.isdisjoint(places) else _OF_HIGHLIGHT if any(place.isdigit() for place in places) else 0.0


def _is_a_later_one(ask: Ask) -> bool:
    """«The second film that he made after Qaitadan»."""
    later = {i for number, at in ask.ordinals.items() if number > 1 for i in at}
    return any(i + 1 in ask.kinds.get("film", ()) for i in later)


def _is_of_a_country_without_films(ask: Ask) -> bool:
    """«The Mongolian film that won a prize»: a country that is not in the base stands beside the word for a film."""
    beside = {i + step for i in ask.kinds.get("film", ()) for step in (-1, 1)}
    return any(len(m.pattern.value) == _COUNTRY_CODE and not m.span.isdisjoint(beside) for m in ask.reading.of("foreign"))
