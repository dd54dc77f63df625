"""Everyday words for what texts call otherwise: «сходка министров», «why does everyone talk about Torysh?»"""

from __future__ import annotations

from kb.understand.ask import words
from kb.understand.ask.terms import Terms, says
from kb.understand.reading import Token
from kb.understand.weights import OF_KIND

# An ending of more letters makes another word; of a short beginning one of more than so many as that has.
_LONGEST_ENDING, _SHORT = 6, 4
_CINEMA = "kino"
# What words for cinema begin with.
_OF_FILM = (_CINEMA, "film", "cinem")


def take_fame_for_what_it_is(terms: Terms) -> None:
    """«Why does everyone talk about Torysh?» asks what it is."""
    tokens = terms.reading.tokens
    if not terms.named or not terms.reading.has_key(words.reasons()):
        return
    fame = {i for i, token in enumerate(tokens) if i not in terms.named_positions and says(token, words.fame())}
    if fame:
        for prop in [prop for prop, cues in terms.cues.items() if not fame.isdisjoint(cues)]:
            terms.drop(prop)
        terms.asks_fame = True
        terms.operations["about"] |= fame
        terms.passed |= fame


def take_gatherings_for_meetings(terms: Terms) -> None:
    """«What was the get-together of film bosses in Istanbul», «сходка министров»: of those who lead something it is what texts call a meeting."""
    tokens, clauses = terms.reading.tokens, terms.reading.clauses
    gathered = {i for i in terms.content if _begins_as(tokens[i], words.gatherings()["called"])}
    led_by = {i for i in terms.content if _begins_as(tokens[i], words.gatherings()["leaders"])} if gathered else set()
    if not any(clauses.get(i) == clauses.get(j) for i in gathered for j in led_by - gathered):
        return
    of_film = any(tokens[j].key.startswith(_OF_FILM) for i in led_by for j in (i - 1, i) if j >= 0)
    terms.asks_of_meeting = True
    leading = words.stems_of_gatherings("film_leading" if of_film else "leading")
    for i in gathered | led_by:
        terms.stems[i] |= leading if i in led_by else words.stems_of_gatherings("film_meeting" if of_film else "meeting")
    terms.drop_asked_at(gathered | led_by)


def take_film_bodies(terms: Terms) -> None:
    """«Как называется киноагентство узбеков?»: a body for cinema, of a country that is all that is named, is its film body."""
    countries = [named for named, kind in terms.named_kinds.items() if kind == "country" and terms.of[named].known("film_body")]
    if len(countries) != 1 or len(terms.named) > 1 or terms.strength or terms.types or terms.kinds.keys() != {"organisation"}:
        return
    bodies = {i for i in terms.kinds["organisation"] if terms.reading.tokens[i].key.startswith(_OF_FILM)}
    if bodies:
        terms.cues["film_body"] |= dict.fromkeys(bodies, 1.0)
        terms.strength["film_body"] = OF_KIND
        del terms.kinds["organisation"]


def _begins_as(token: Token, beginnings: tuple[str, ...]) -> bool:
    """Whether a word, or its part after «кино», is a form of one that begins so."""
    for key in (token.key, token.key.removeprefix(_CINEMA), *token.bases):
        if not key.startswith(beginnings):
            continue
        endings = ((len(begin), len(key) - len(begin)) for begin in beginnings if key.startswith(begin))
        if any(ending <= (_LONGEST_ENDING if size > _SHORT else _SHORT) for size, ending in endings):
            return True
    return False


def take_countries_of_a_jury(terms: Terms) -> None:
    """«Из каких стран члены жюри?» asks who they are, which tells where each is from, and not which countries took part."""
    jury = any(terms.of[named].type == "jury" for named in terms.named)
    if jury and "country" in terms.kinds and "country" in terms.cues and "country" not in terms.named_kinds.values():
        terms.kinds.pop("country")
        terms.turn("country", "jury")
        for prop in ("winner", "members"):
            terms.drop(prop)
        terms.types -= {"where", "count"}
