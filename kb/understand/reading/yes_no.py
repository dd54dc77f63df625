"""Whether a message asks for yes or no: «did Nomad win?», «алды ма?», «был ли он», or only by its tone: «его снял казахстанский режиссёр?»."""

from __future__ import annotations

from functools import cache

from kb.language.fold import fold, fold_phrase
from kb.understand.lexicon import function_keys, words
from kb.understand.reading.message import Message, Token
from kb.understand.reading.story_spans import about
from kb.understand.word_lists import folded_list, interrogatives, pronouns

# Operations that no yes/no question has.
_LISTS = ("list", "count", "compare", "age", "earliest", "latest", "future")
# What a Russian question that only its tone tells can begin with.
_PREPOSITIONS = frozenset(map(fold, ("в", "во", "на", "с", "со", "из", "у")))
# More words ask at the beginning for nothing but whether the rest is so.
_LONGEST_FRAME = 6
# «Is the guy who» has so many words before the one that says who is meant, at least.
_NOUN_PHRASE = 2


@cache
def _signs() -> dict[str, frozenset[str]]:
    """The words that a yes/no question is told by, folded and as they are written."""
    return {place: frozenset(fold(str(word)) for word in listed) | frozenset(map(str, listed)) for place, listed in words()["yes_no"].items()}


@cache
def _frames() -> list[list[str]]:
    return [list(fold_phrase(phrase)) for listed in words()["frames"].values() for phrase in listed]


@cache
def _joining() -> frozenset[str]:
    return frozenset(fold(word) for name in ("joining", "or") for word in words()[name])


@cache
def _question_tags() -> frozenset[tuple[str, ...]]:
    return frozenset(map(fold_phrase, words()["question_tags"]))


@cache
def _tags() -> frozenset[tuple[str, ...]]:
    return _question_tags().union(map(fold_phrase, words()["tags"]))


def has_tag(keys: tuple[str, ...]) -> int:
    """How many words at the end only say that it could be so or otherwise: «… in Almaty Region or where?», «…, isn't it?»."""
    return next((size for size in range(max(map(len, _tags())), 0, -1) if len(keys) > size + 1 and keys[-size:] in _tags()), 0)


def framed_by(read: list[Token]) -> frozenset[int]:
    """The positions of the words at the beginning that only ask whether the rest is so: «правда ли, что …»."""
    said = [token.key for token in read[:_LONGEST_FRAME]]
    return frozenset(range(max((len(frame) for frame in _frames() if said[: len(frame)] == frame), default=0)))


def asks_yes_no(message: Message) -> bool:
    """Whether it has a Kazakh question particle, Russian «ли» or «да?», an English verb in front, or only the tone; no question word."""
    keys = [*message.keys]
    signs = _signs()
    if keys[1:2] == ["it"] and keys[0] in signs["first"]:
        # «Was it Dvortsevoy who made it?»
        return True
    if keys[:2] == ["can", fold("you")]:
        # «Can you give me every winner?» asks for them.
        return False
    if not message.tokens or (message.of("question") and not _is_told_who_is_meant(message, keys)):
        return False
    if keys[0] in signs["first"] or any(key in signs["anywhere"] for key in keys):
        return True
    written = fold_phrase(message.text)
    tag = has_tag(written)
    if tag and written[-tag:] in _question_tags():
        return True
    named_last = {max(m.span) for m in message.of("record")}
    if any(key in signs["after_name"] and i - 1 in named_last for i, key in enumerate(keys)):
        # «Евразия же в Алматы проходит».
        return True
    if (message.text.rstrip().endswith("?") or tag) and _only_the_tone_asks(message, keys):
        return True
    starts = (i for i, key in enumerate(keys) if key in signs["first"] and message.begins_clause(i))
    if message.language == "en" and any(keys[i + 1 : i + 2] != [fold("you")] for i in starts):
        # «Brighton 4th, was it directed by …»; «…, can you tell me about it» asks the bot.
        return True
    if message.language == "kk" and any(
        token.text.lower() in signs["particles"] and not _asks_after(message, i) for i, token in enumerate(message.tokens) if i
    ):
        # «Алды ма жүлдесін»: what is told may follow the particle.
        return True
    if any(m.pattern.value == "goodbye" and m.weight == 1 and max(m.span) == len(keys) - 1 for m in message.of("smalltalk")):
        # «Bye» ends a message as the Kazakh «бе» does.
        return False
    while len(keys) > 1 and keys[-1] in signs["after_last"]:
        keys.pop()
    return keys[-1] in signs["last"]


def _asks_after(message: Message, particle: int) -> bool:
    """«… күндері болды ғой, қай фильмдерді апарды?», «… алыпты ғой, ол қай фестиваль?»: whether something else is asked after what is said."""
    said = message.tokens

    def opens(i: int) -> bool:
        return message.begins_clause(i) or (message.begins_clause(i - 1) and said[i - 1].text.lower() in pronouns())

    return any(i > particle and token.key in _kazakh_interrogatives() and opens(i) for i, token in enumerate(said))


@cache
def _kazakh_interrogatives() -> frozenset[str]:
    return frozenset(fold(word) for word in words()["interrogatives"]["kk"])


def _is_told_who_is_meant(message: Message, keys: list[str]) -> bool:
    """«Is the guy who plays the coach Lithuanian?»: «who» and «when» only say of whom and at what time; not «did the guy who … win»."""
    if message.language != "en" or keys[0] not in folded_list("being") or keys[1:2] == [] or keys[1] not in folded_list("definite"):
        return False
    asking = {i for m in message.of("question") for i in m.span}
    return all(i > _NOUN_PHRASE and keys[i - 1] not in function_keys() for i in asking)


def _only_the_tone_asks(message: Message, keys: list[str]) -> bool:
    """«Его снял казахстанский режиссёр?», «Akan Satayev made Cadet?»."""
    named = {m.span for m in message.of("record")}
    if not (named or message.years) or len(keys) < 3:
        return False
    if any(key in interrogatives() and message.begins_clause(i) for i, key in enumerate(keys) if i and not any(i in span for span in named)):
        # «Balayeva met Dati in Paris. What was that about?»
        return False
    if message.language == "en":
        # «Turkish shorts in Aktau?» says of what films.
        kinds = {i for m in message.of("kind") for i in m.span}
        if any(0 in span and max(span) + 1 in kinds for span in named):
            return False
        return len(named) > 1 and any(0 in span for span in named) and len(set().union(*named)) < len(keys)
    # «Первый фестиваль проходил в Анкаре?» asks for no list of the earliest.
    meant_else = {i for what in ("kind", "ordinal") for m in message.of(what) for i in m.span}
    lists = {i for m in message.of("operation") if m.pattern.value in _LISTS for i in m.span} - meant_else
    # «Каш про войну?»; «Жёлтая кошка была в Берлине?»: the base need not know the place.
    tells_story = any(key in about()["after"] for key in keys[1:])
    claims = tells_story or bool(message.of("cue") or message.of("kind") or message.of("month") or message.capitals) or len(named) > 1
    # «Гульнара Сарсенова — продюсер фильма „Айка“?»: words of both languages, and a Kazakh question would have a particle.
    tone = message.language == "ru" or (message.language is None and len(set().union(*named)) > max(map(len, named), default=0))
    return tone and claims and not lists and (keys[0] not in function_keys() or keys[0] in _PREPOSITIONS | _signs()["tone_first"])


def connecting(message: Message) -> frozenset[int]:
    """Positions of «when» that only tells at what time, beside another question."""
    keys = message.keys
    if folded_list("connecting").isdisjoint(keys):
        return frozenset()
    asking = [i for i, key in enumerate(keys) if key in interrogatives()]
    return frozenset(i for i in asking if keys[i] in folded_list("connecting") and _is_beside_a_question(keys, i, [other for other in asking if other != i]))


def _is_beside_a_question(keys: list[str], at: int, asking: list[int]) -> bool:
    """Whether something else is asked, and not «who and when», «кто когда»; «when did …» asks by itself."""
    if at > _NOUN_PHRASE and keys[0] in folded_list("being") and keys[1] in folded_list("definite"):
        # «Was the president in town when it was signed?»
        return True
    if not asking or keys[at + 1 : at + 2] == [] or keys[at + 1] in _signs()["first"]:
        return False
    return not any(abs(at - other) == 1 or not _joining().isdisjoint(keys[min(at, other) : max(at, other)]) for other in asking)
