"""Who wants to know, told before the question or after it, and what somebody says of himself: it asks nothing.

«The taxi driver is asking which …», «my sister is a fan of Burak, how many …», «line producer from Dublin here. How much …».
"""

from __future__ import annotations

from functools import cache

from kb.language.fold import fold, fold_phrase
from kb.language.kazakh import ABLATIVE
from kb.understand.lexicon import words
from kb.understand.reading.message import Mention, Token
from kb.understand.word_lists import all_interrogatives, auxiliaries, pronouns

# So many words of a clause at most stand before the one who asks («the new taxi driver»); before what he does, if he is none of the list.
_BEFORE_ASKER, _BEFORE_ASKING = 3, 6
# So near to the one who asks a name says whose he is: «the wife of Burak».
_RELATED = 2


@cache
def _askers() -> frozenset[str]:
    return frozenset(fold(word) for listed in words()["askers"].values() for word in listed)


@cache
def _asking() -> dict[str, list[tuple[str, ...]]]:
    """First word → the phrases for asking, the longest first."""
    phrases = sorted((fold_phrase(phrase) for listed in words()["asking"].values() for phrase in listed), key=len, reverse=True)
    return {first: [phrase for phrase in phrases if phrase[0] == first] for first in {phrase[0] for phrase in phrases}}


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(map(fold, words()[name]))


@cache
def _interrogatives() -> frozenset[str]:
    """Folded words that begin a question in any of the languages."""
    return all_interrogatives() | {fold("what's")}


def can_have_preface(read: list[Token]) -> bool:
    """Whether any word can be of a preface: all else is only looked at then."""
    return any(token.key in _askers() or token.key in _asking() or token.key in _listed("introducing") for token in read)


def is_asker(read: list[Token], mention: Mention) -> bool:
    """Whether the words are no name with a typing error, but somebody who may want to know: «апам» is not Azam."""
    return mention.pattern.what == "record" and all(read[i].key in _askers() for i in mention.span)


def tells_asker(read: list[Token]) -> bool:
    """Whether somebody is told of who may want to know."""
    return any(token.key in _askers() for token in read)


def prefaces(read: list[Token], mentions: list[Mention], clauses: list[range], things: frozenset[int]) -> frozenset[int]:
    """Positions of the words that only say who wants to know; `things` are those of names of anything but countries and places."""
    asking = frozenset(i for m in mentions if m.pattern.what == "question" for i in m.span)
    telling = asking | {i for m in mentions if m.pattern.what in ("cue", "operation") for i in m.span}
    telling |= {i for i, token in enumerate(read) if token.key in _interrogatives()}
    named = {i for m in mentions if m.pattern.what == "record" for i in m.span}
    said: set[int] = set()
    for clause in clauses:
        frame = _frame(read, clause, asking | things | {i for m in mentions if m.pattern.what == "kind" for i in m.span})
        asks_on = frame and not telling.isdisjoint(range(frame.stop, clause.stop))
        # «Which had more guests, Baku or Aktau?»
        asks = not asking.isdisjoint(clause) or (bool(clause) and (read[clause[0]].means(_interrogatives()) or read[clause[0]].key in auxiliaries()))
        if not asks_on and any(i >= clause.stop for i in telling | named) and not asks and _is_preface(read, clause, mentions, things):
            said.update(clause)
        else:
            said.update(frame)
    rest = frozenset(range(len(read))) - said
    asks = any(m.span <= rest for m in mentions if m.pattern.what in ("question", "cue", "record", "kind"))
    return frozenset(said) if said and asks else frozenset()


def is_asked_about(read: list[Token], mentions: list[Mention], said: frozenset[int], things: frozenset[int]) -> bool:
    """Whether the question can be about something that only what is `said` beside it names, and that is not here: «my sister loves Nomad, who made it?»."""
    rest = frozenset(range(len(read))) - said
    if not things.isdisjoint(rest):
        return False
    refers = not pronouns().isdisjoint(read[i].text.lower() for i in rest)
    names = any(m.span <= rest for m in mentions if m.pattern.what in ("record", "kind") or (m.pattern.what == "foreign" and m.weight == 1))
    return (refers or not names) and _names_a_stranger(read, mentions, said)


def without_origins(read: list[Token], mentions: list[Mention], said: frozenset[int], things: frozenset[int]) -> list[Mention]:
    """The mentions, but for the places that a preface says somebody is from: «a guy from Tashkent asked …», «Ташкенттен келген жігіт сұрады, …»."""

    def is_origin(m: Mention) -> bool:
        first = min(m.span)
        comes_from = (first - 1 in said and read[first - 1].key in _listed("from")) or read[max(m.span)].key.endswith(ABLATIVE)
        return m.pattern.what == "record" and m.span <= said and things.isdisjoint(m.span) and comes_from

    others = any(m.pattern.what == "record" and not m.span <= said for m in mentions)
    return [m for m in mentions if not is_origin(m)] if others else mentions


def _names_a_stranger(read: list[Token], mentions: list[Mention], said: frozenset[int]) -> bool:
    """Whether a preface holds a name that is not here; beside one that is, only a word with a capital can be another."""
    of_itself = {i for i in said if read[i].key in _askers() or (i - 1 in said and read[i - 1].key in _listed("from"))}
    if any(m.span <= said and of_itself.isdisjoint(m.span) for m in mentions if m.pattern.what == "foreign"):
        return True
    named = any(m.pattern.what == "record" and m.span <= said for m in mentions)
    return any(not read[i].bases and (not named or read[i].text[:1].isupper()) for i in said - of_itself)


def _is_preface(read: list[Token], clause: range, mentions: list[Mention], things: frozenset[int]) -> bool:
    """Whether a clause before the question tells who asks; nobody's own grandmother is rather of a story, if nothing is named."""
    if _introduces(read, clause, things):
        return True
    named = any(m.pattern.what == "record" for m in mentions)
    ours = any(read[i].key in _listed("my") or (read[i].key in _askers() and read[i].key.endswith("m")) for i in clause)
    asks = any(_asking_at(read, i) for i in clause)
    return (named or ours or asks) and _names_asker(read, clause, things)


def _names_asker(read: list[Token], clause: range, things: frozenset[int]) -> bool:
    """Whether a clause begins with somebody who may want to know, and not with somebody's relative."""
    for i in clause[: _BEFORE_ASKER + 1]:
        if i in things:
            return False
        if read[i].key in _askers():
            ours = read[i].key.endswith("m") or any(read[j].key in _listed("my") for j in range(clause.start, min(i + 2, clause.stop)))
            return ours or things.isdisjoint(range(i + 1, i + 1 + _RELATED))
    return False


def _introduces(read: list[Token], clause: range, things: frozenset[int]) -> bool:
    """«Anna from the press desk here»."""
    return len(clause) > 1 and read[clause[-1]].key in _listed("introducing") and things.isdisjoint(clause)


def _frame(read: list[Token], clause: range, others: frozenset[int]) -> range:
    """The positions of «the driver wants to know» before what he asks, or of «… деп апам сұрап жатыр» after it."""
    for i in clause if _names_asker(read, clause, others) else clause[: _BEFORE_ASKING + 1]:
        if i in others:
            break
        if (size := _asking_at(read, i)) and (i > clause.start or any(token.key in _askers() for token in read[i : i + _RELATED + 1])):
            return range(clause.start, min(i + size, clause.stop))
        if i > clause.start and read[i].key in _listed("saying") and read[i - 1].key in _askers():
            return range(clause.start, i + 1)
    for i in clause[1:]:
        if read[i].key in _askers() and (size := _asking_at(read, i + 1)) and i + 1 + size == clause.stop and others.isdisjoint(range(i, clause.stop)):
            return range(i, clause.stop)
    return clause[:0]


def _asking_at(read: list[Token], at: int) -> int:
    """How many words of a phrase for asking stand here."""
    if at >= len(read):
        return 0
    return next((len(phrase) for phrase in _asking().get(read[at].key, ()) if tuple(t.key for t in read[at : at + len(phrase)]) == phrase), 0)
