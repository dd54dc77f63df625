"""Films of a festival of which something is not so: «which Turkish film won nothing in Aktau?», «which films were out of competition?»"""

from __future__ import annotations

from kb.language.fold import fold
from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.evidence import Evidence
from kb.understand.lexicon import words
from kb.understand.refusals.conditions import Conditions, says_not
from kb.understand.shapes.festivals import editions_told
from kb.understand.shapes.films_told import TELLS_FILM, is_close
from kb.understand.shapes.lists import filters_of

# Of a festival with so many prizes here, all are.
ALL_AWARDS = 8


class FilmsWithout:
    """Recognises such questions."""

    def __init__(self, conditions: Conditions) -> None:
        self._conditions = conditions
        # «And those out of competition too»: of all, and not of those alone.
        self._also = {fold(word) for word in (*words()["going_on"], *words()["competitions"]["together"])}
        self._all_not = {fold(word) for listed in words()["without"].values() for word in listed}
        self._outside, self._competition = (frozenset(map(fold, words()["competitions"][name])) for name in ("out", "in"))

    def told(self, ask: Ask) -> Query | None:
        """«Which Turkish film won nothing in Aktau?», «which films were out of competition?»: the other films of that festival."""
        said = [{token.key, *token.bases} for token in ask.reading.tokens]
        out = any(
            one & self._outside and any(near & self._competition for near in (*said[max(0, i - 1) : i], *said[i + 1 : i + 3])) for i, one in enumerate(said)
        )
        out = out and not any(one & self._also for one in said)
        if "film" not in ask.kinds or ask.reading.yes_no or not (out or self._conditions.denies(ask)):
            return None
        known = ask.named_positions | ask.of_kinds | ask.cued | ask.reading.years.keys() | {i for at in ask.operations.values() for i in at}
        known |= {i for i, one in enumerate(said) if one & (self._competition | self._outside | self._all_not)}
        kk = ask.reading.language == "kk"
        untold = any(i not in known and not (kk and says_not(ask.reading.tokens[i].text.lower())) for i in ask.telling)
        prizes = (m for m in ask.reading.of("cue") if m.pattern.value in TELLS_FILM and not m.span.isdisjoint(ask.kinds.get("award", ())))
        if untold or "oscars" in ask.cues or any(len(m.span) > 1 and is_close(m, ask.reading) for m in prizes):
            # «No Oscar», «not best film»: what else they won tells nothing.
            return None
        filters = filters_of(ask)
        others = [near for near in filters if _kind(ask, near) in ("country", "edition")]
        if any(_kind(ask, near) not in ("country", "edition", "festival") for near in filters):
            return None
        told = [edition.id for edition in editions_told(ask) if edition.near.get("award")] if ask.reading.years else _newest(ask)
        editions = [near for near in others if _kind(ask, near) == "edition"] or told
        if len(editions) != 1 or len(ask.of[editions[0]].near.get("award", ())) < ALL_AWARDS:
            return None
        films = ask.members("film", [(near,) for near in dict.fromkeys((*others, *editions))])
        films = [film for film in films if not ask.film_types or film.type in ask.film_types]
        competing = {ref for programme in _programmes(ask, editions) for ref in programme.facts["competition"].refs}
        if out or ({"competition"} & ask.cues.keys() and not {"awards", "winner"} & ask.cues.keys() and "award" not in ask.kinds):
            # The films of one country: not of all is it known whether they competed.
            whole = any(_kind(ask, near) == "country" for near in others) and any(film.id in competing for film in films)
            found = [film for film in films if film.id not in competing] if whole else []
        elif {"awards", "winner"} & ask.cues.keys() or "award" in ask.kinds:
            within = films if not any(one & self._competition for one in said) else [film for film in films if film.id in competing]
            found = [film for film in within if not any(editions[0] in ask.of[award].near.get("edition", ()) for award in film.near.get("award", ()))]
        else:
            return None
        if not found or (len(found) == len(films) and not ask.film_types):
            return None
        return Query("set", tuple(film.id for film in found)) if len(found) > 1 else Query("card", (found[0].id,))


def _newest(ask: Ask) -> list[str]:
    """The newest festival that gave prizes."""
    held = [edition for edition in ask.members("edition") if edition.near.get("award")]
    return [max(held, key=lambda edition: edition.newest).id] if held else []


def _programmes(ask: Ask, editions: list[str]) -> list[Evidence]:
    return [ask.of[event] for edition in editions for event in ask.of[edition].near.get("event", ()) if ask.of[event].known("competition")]


def _kind(ask: Ask, record: str) -> str:
    return ask.of[record].kind
