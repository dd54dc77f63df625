"""A message → its words with the concepts that they stand for."""

from __future__ import annotations

from handlers.programme.asked.hours import relation
from handlers.programme.asked.message import LIGHT, MessageWords, take
from handlers.programme.asked.phrases import TOKEN, near, phrases
from kb.language.fold import clean, fold

# Words that are of the programme only beside others.
_ONLY_WITH = ((("minutes", "beginning", "half_hour", "one_hour"), ("remind",)), (("need", "buy"), ("access", "price")))


def read(text: str, passed: frozenset[str]) -> MessageWords:
    """The words with the concepts that they stand for; a word that says little by itself has no typing error."""
    texts = TOKEN.findall(clean(text).lower())
    words = MessageWords(texts, [fold(part) for part in texts])
    known = phrases()
    # The longest first: «today evening» before «today».
    for size in range(known.longest, 0, -1):
        for at in range(len(words.keys) - size + 1):
            span = range(at, at + size)
            if words.taken.isdisjoint(span) and (found := known.find(tuple(words.keys[at : at + size]))):
                take(words, found, span)
    # What is spelt right comes first: «көрсетіледі» is no error for «көрсетілді».
    for at, key in enumerate(words.keys):
        if at not in words.taken and key not in passed and (found := near(key)):
            take(words, found, range(at, at + 1))
    _hours_in_words(words)
    for concept in words.concepts.keys() & LIGHT:
        words.taken.difference_update(at for at in words.concepts[concept] if words.keys[at] in passed)
    for concepts, wanted in _ONLY_WITH:
        if words.concepts.keys().isdisjoint(wanted):
            words.taken.difference_update(at for concept in concepts for at in words.concepts.pop(concept, ()))
    return words


def _hours_in_words(words: MessageWords) -> None:
    """Write an hour in figures, if the words around it make it one: «после шести», but not «this one»."""
    for concept in [name for name in words.concepts if name.startswith("hour-")]:
        for at in words.concepts.pop(concept):
            words.taken.discard(at)
            if relation(words, at):
                words.texts[at] = words.keys[at] = concept.removeprefix("hour-")
