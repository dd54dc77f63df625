"""What a message says to the bot, or asks of it and of the festival's staff, instead of asking the base: it is told no fact.

«Can you sing?», «сколько фильмов в твоей базе», «фильм ұсынып жіберші», «where is the toilet», «ал орысша айтшы».
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from kb.base import Base
from kb.language.fold import fold, fold_phrase
from kb.query import Query
from kb.records import LANGUAGES, Language
from kb.understand.called import calling
from kb.understand.evidence import EDITION_LIKE
from kb.understand.interpretation.decision import Decision
from kb.understand.lexicon import NEED, TASK, conversation, function_keys, words
from kb.understand.reading import Mention, Reading
from kb.understand.weights import MENDED

# Small talk that a phrase alone does not make: the rest of the message has to fit.
GUARDED = frozenset(("what_to_watch", "notifications", "first_time"))
# What tells how much the base holds.
BASE_SIZE = "base_size"
# What is asked of films, and is no wish for advice.
_OF_A_FILM = ("oscars", "director", "cast", "awards", "winner", "box_office")
# The festival and where it is: beside them a message may ask of the visit, and not of a record.
_OF_VISIT = (*EDITION_LIKE, "festival", "country", "place")
_FILMS = ("film", *EDITION_LIKE)
# The ending by which a Kazakh word says in which language.
_IN = (fold("ша"), fold("ше"), fold("шасы"), fold("шаға"))
# So long at least is a verb whose ending says «you».
_SPOKEN_TO = 5
# A message to the bot is short: a longer one tells more than this many words that nothing takes up.
_FEW = 3
# What says surely enough that a message is about the base: names, and words for what is asked.
_ABOUT_BASE = ("record", "kind", "cue", "foreign", "genre", "asked", "ordinal")


@cache
def _listed(name: str, language: Language | None = None) -> frozenset[str]:
    """The folded words of a list: of one language, or of all where none is told."""
    listed = conversation()[name]
    by_language = [listed[language]] if language else listed.values()
    return frozenset(key for phrases in by_language if isinstance(phrases, list) for phrase in phrases for key in fold_phrase(str(phrase)))


@cache
def _speaking_endings() -> tuple[str, ...]:
    return tuple(map(fold, conversation()["speaking_endings"]["kk"]))


@cache
def _repeating() -> frozenset[str]:
    """The folded words that may stand beside a language in which the last answer is wished."""
    return frozenset(fold(str(word)) for word in conversation()["repeating"]) | function_keys() | _languages().keys()


@cache
def _languages() -> dict[str, Language]:
    """The folded word for each language → the language."""
    return {key: language for language in LANGUAGES for word in conversation()["in_language"][language] for key in fold_phrase(word)}


@cache
def _own_doings() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(str(phrase).split()) for phrases in conversation()["own_doings"].values() for phrase in phrases)


@cache
def _which() -> frozenset[str]:
    return frozenset(fold(word) for name in ("which", "one_of_them") for word in words()[name])


class Conversation:
    """Recognises such messages, over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def told(self, reading: Reading, content: list[int], context: Query | None) -> Decision | None:
        """What is said back; None where the message may ask the base."""
        if not reading.tokens:
            # Only signs: 👍, «!!», but «???» asks for help.
            signs = "what_can_you_do" if "?" in reading.text else "acknowledgement"
            return _say(signs) if reading.text.strip() else None
        wished = _wished(reading)
        # After how something is called in one language, it is asked how in another.
        if wished and (context is None or context.operation != "name"):
            if context:
                return Decision("answer", context, context.records, language=wished, why="the last answer in another language")
            if all(m.pattern.value in ("acknowledgement", "thanks") for m in reading.of("smalltalk")):
                return Decision("smalltalk", smalltalk="language", language=wished, why="another language")
        if any(m.pattern.label == TASK and m.weight == 1 for m in reading.of("beyond")) and not self._is_of_a_name(reading):
            return Decision("unknown", why="a task that no base can do")
        needs = {i for m in reading.of("beyond") if is_need(m) and m.weight == 1 for i in m.span}
        # «When is the deadline?», «how do I get accreditation?»: nothing else is asked for.
        if needs and self._is_of_the_visit(reading) and (needs.issuperset(content) or _does_himself(reading)):
            return Decision("unknown", why="what the festival's staff tells")
        if context is None and self._is_of_the_visit(reading) and _is_of_own_film(reading) and not reading.of("foreign"):
            return Decision("unknown", why="a film of the guest's own")
        said = self._guarded(reading, content, context)
        return _say(said) if said else None

    def _is_of_a_name(self, reading: Reading) -> bool:
        """Whether it is a name that is to be translated: «how do you say Hungary in Kazakh»; but «can you translate this into French» is no such thing."""
        asked = calling(reading.tokens, reading.mentions)
        return not self._names(reading) <= {"country"} or (asked is not None and bool(asked.keys) and not asked.rest)

    def _names(self, reading: Reading) -> set[str]:
        """The kinds of the records that a message names."""
        return {self._base.evidence[m.pattern.value].kind for m in reading.of("record") if m.weight > MENDED}

    def _speaks_of(self, reading: Reading) -> set[str]:
        """The kinds of what a message names or has a word for."""
        return {*self._names(reading), *(m.pattern.value for m in reading.of("kind") if m.weight > MENDED)}

    def addressed(self, reading: Reading, content: list[int]) -> Decision | None:
        """What is said back to a question about the bot itself, or to what is said to it, if no phrase of small talk is that."""
        spoken_of = self._speaks_of(reading)
        if reading.has_typed(set(words()["debuts"]["several"])):
            # «Which debuts are in your base?»
            return None
        # «Are you from Kazakhstan?», «do you work for the festival?»
        of_base = bool(spoken_of) and not (_asks_the_bot(reading) and spoken_of <= {*EDITION_LIKE, "country", "person"})
        if of_base or reading.of("foreign") or any(map(is_need, reading.of("beyond"))) or not _speaks_to_the_bot(reading):
            return None
        rest = [i for i in content if i not in _positions(reading, ("smalltalk", "slight"))]
        return _say("about_me") if len(rest) <= _FEW else None

    def _guarded(self, reading: Reading, content: list[int], context: Query | None) -> str:
        """The small talk that phrases make together with the rest of the message."""
        named = {self._base.evidence[m.pattern.value].kind for m in reading.of("record") if m.weight > MENDED}
        if named <= {"festival"} and _asks_size(reading):
            return BASE_SIZE
        said = {m.pattern.value for m in reading.of("smalltalk") if m.pattern.value in GUARDED}
        better = _better(reading)
        if not (said or better) or not named <= {*_OF_VISIT} or reading.of("foreign") or any(map(is_need, reading.of("beyond"))):
            return ""
        talked = better | {i for m in reading.of("smalltalk") if m.pattern.value in GUARDED for i in m.span}
        kinds = {m.pattern.value for m in reading.of("kind") if m.weight > MENDED and not m.span & talked}
        if "notifications" in said and kinds <= {*EDITION_LIKE} and not any(m.pattern.value == "who" for m in reading.of("question")):
            return "notifications"
        if "first_time" in said and "country" not in named and kinds <= {*EDITION_LIKE} and _speaks_of_himself(reading):
            return "" if any(m.pattern.value in ("who", "when", "count") for m in reading.of("question")) else "first_time"
        rest = set(content) - talked - _positions(reading, ("record", "kind", "function", "slight"))
        if not kinds and ("place" in named or (context and self._is_place(context.records[:1]))):
            # «What can one see in Aktau?» asks for no films.
            return ""
        # «Азербайжан Оскарға қай фильмді ұсынды» asks for no advice.
        asks_else = any(m.pattern.value in _OF_A_FILM and not m.span & talked for m in reading.of("cue"))
        films = kinds <= {*_FILMS} and len(rest) <= 1 and not asks_else
        return "what_to_watch" if films and ("what_to_watch" in said or better) else ""

    def is_errand(self, reading: Reading) -> bool:
        """Whether a message that the base does not answer asks for what the festival's staff tells: a need by name, or what one may or has to do oneself."""
        if not self._is_of_the_visit(reading):
            return False
        if any(map(is_need, reading.of("beyond"))) or _is_of_own_film(reading):
            return True
        return self._speaks_of(reading) <= {*_OF_VISIT} and self.is_own_doing(reading)

    def is_own_doing(self, reading: Reading) -> bool:
        """«How do I register?», «can my film take part?»: what somebody may or has to do himself, and no record tells of it."""
        if not _does_himself(reading) or reading.of("foreign") or reading.years or any(m.weight > MENDED for m in reading.of("record")):
            return False
        capitals = {i for i in reading.capitals if len(reading.tokens[i].text) > 1}
        return not capitals and not reading.has_key(_listed("finding_out", reading.language))

    def _is_place(self, records: tuple[str, ...]) -> bool:
        return any(record in self._base.evidence and self._base.evidence[record].kind == "place" for record in records)

    def _is_of_the_visit(self, reading: Reading) -> bool:
        """Whether a message names nothing but the festival and where it is."""
        return all(self._base.evidence[m.pattern.value].kind in _OF_VISIT for m in reading.of("record") if m.weight > MENDED)

    @staticmethod
    def concerns_base(reading: Reading) -> bool:
        """Whether a message is about what the base could come to tell, whatever it tells today."""
        return bool(reading.years or reading.capitals) or any(m.weight > MENDED for what in _ABOUT_BASE for m in reading.of(what))


def is_need(mention: Mention) -> bool:
    """Whether a word is for what a guest needs; one that only begins so is not: «автор» is no «автобус»."""
    return mention.pattern.label == NEED and mention.weight >= MENDED


def _say(smalltalk: str) -> Decision:
    return Decision("smalltalk", smalltalk=smalltalk, why="small talk")


def _positions(reading: Reading, whats: Iterable[str]) -> set[int]:
    return {i for what in whats for m in reading.of(what) for i in m.span}


def _wished(reading: Reading) -> Language | None:
    """The language in which the last answer is wished, if the message says nothing else."""
    tokens = reading.tokens
    if not reading.has_key(_languages().keys()):
        return None
    # «The Kazakh one» is not «in Kazakh», which is one word in Kazakh.
    before = {fold(word) for word in words()["languages"]["in"]}
    at = [i for i, token in enumerate(tokens) if token.key in _languages() and (token.key.endswith(_IN) or (i > 0 and tokens[i - 1].key in before))]
    told = {_languages()[tokens[i].key] for i in at}
    if len(told) != 1 or reading.of("question"):
        return None
    slight = _positions(reading, ("slight", "smalltalk"))
    return told.pop() if all(token.key in _repeating() or i in slight for i, token in enumerate(reading.tokens)) else None


def _asks_size(reading: Reading) -> bool:
    """«How many people are in your database?», «how many films do you know?»"""
    keys = {token.key for token in reading.tokens}
    if keys.isdisjoint(_listed("size", reading.language)) or any(m.pattern.value in words()["subkinds"] for m in reading.of("kind")):
        # How many documentaries there are is counted.
        return False
    if not keys.isdisjoint(_listed("database", reading.language)):
        # «How many films of 2025 are in your base?» asks for less than all, as one about war does.
        return not (reading.years or reading.story)
    said = _listed("knowing", reading.language) | _listed("addressing", reading.language)
    held = _listed("held", reading.language)
    taken = _positions(reading, ("kind", "question", "slight"))
    rest = [token for i, token in enumerate(reading.tokens) if token.key not in said | held | function_keys() and i not in taken]
    what = bool(reading.of("kind")) or not keys.isdisjoint(held)
    # «You know», and not «that one has»: «знаешь» and «білесің» say «you» by themselves.
    knows = not keys.isdisjoint(_listed("knowing", reading.language)) and (reading.language != "en" or not keys.isdisjoint(_listed("addressing", "en")))
    return knows and what and not reading.of("record") and not rest


def _better(reading: Reading) -> set[int]:
    """The positions of «better» in «which of them is better?»: of what is better nothing is told."""
    better = reading.where_key(_listed("better", reading.language))
    asks = better and reading.has_key(_which()) and not reading.of("record")
    return better if asks else set()


def _speaks_of_himself(reading: Reading) -> bool:
    own = _listed("speaking", reading.language)
    return any(token.key in own or (reading.language == "kk" and token.key.endswith(_speaking_endings())) for token in reading.tokens)


def _speaks_to_the_bot(reading: Reading) -> bool:
    """Whether the bot is asked or told something of itself, and is not asked to tell something."""
    keys = reading.keys
    spoken_to = not _listed("addressing", reading.language).isdisjoint(keys) or any(_says_you(reading, i) for i in range(len(keys)))
    return spoken_to and _listed("telling", reading.language).isdisjoint(keys)


def _asks_the_bot(reading: Reading) -> bool:
    """Whether «you» is who does it: «are you», «ты», «сен»."""
    typed = reading.typed
    if reading.language == "en":
        return any(first in conversation()["auxiliaries"] and second == "you" for first, second in pairwise(typed))
    return any(word in ("ты", "сен") for word in typed) or any(_says_you(reading, i) for i in range(len(typed)))


def _says_you(reading: Reading, i: int) -> bool:
    """Whether the ending of a verb says «you»; without Kazakh letters «жазасын» does only beside a particle, for «музыкасын» ends alike."""
    token, following = reading.tokens[i], reading.tokens[i + 1 : i + 2]
    endings = conversation()["addressing_endings"].get(reading.language or "", [])
    if len(token.text) < _SPOKEN_TO or not endings:
        return False
    if token.text.lower().endswith(tuple(endings)):
        return True
    if reading.language != "kk" or not following or not token.key.endswith(tuple(map(fold, endings))):
        return False
    return following[0].key in {fold(one) for one in words()["yes_no"]["particles"]}


def _is_of_own_film(reading: Reading) -> bool:
    """«Can my student film take part?»: between the two stands a word at most."""
    own = conversation()["own_film"]
    typed = reading.typed
    if any(word.endswith(tuple(own["endings"])) for word in typed):
        return True
    films = {i for m in reading.of("kind") if m.pattern.value == "film" for i in m.span}
    films |= {i for i, word in enumerate(typed) if word in own["works"]}
    return bool(films) and any(word in own["before"] and not films.isdisjoint((i + 1, i + 2)) for i, word in enumerate(typed))


def _does_himself(reading: Reading) -> bool:
    """«Where can I leave …?», «как подать …?», «… болады ма?»"""
    typed = reading.typed
    if any(tuple(typed[at : at + size]) in _own_doings() for at in range(len(typed)) for size in (1, 2, 3)):
        return True
    asking, endings = conversation()["before_infinitive"], tuple(conversation()["infinitive_endings"])
    return any(word in asking and following.endswith(endings) for word, following in pairwise(typed))
