"""What is named of the programme: a venue, an entry, a film."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from handlers.programme.asked.message import MessageWords
from handlers.programme.asked.phrases import phrases
from handlers.state.programme import Screening, Venue
from kb import KnowledgeBase
from kb.language.fold import fold, fold_phrase
from kb.language.kazakh import NOMINAL
from kb.language.typing_errors import distance

_SHORTEST_NAME = 3
# A name's folded keys, and what it stands for.
_Name = tuple[tuple[str, ...], str]


@dataclass(frozen=True)
class Known:
    """What the programme holds, as far as questions name it."""

    venues: Mapping[str, Venue] = field(default_factory=dict)
    entries: Sequence[Screening] = ()

    @cached_property
    def films(self) -> frozenset[str]:
        return frozenset(entry.film for entry in self.entries if entry.film)

    @cached_property
    def venue_names(self) -> list[_Name]:
        return _longest_first((name, venue.id) for venue in self.venues.values() for name in [*venue.names.values(), *venue.aliases])

    @cached_property
    def entry_names(self) -> list[_Name]:
        """Names of entries, those of events also without what they have in common: «when is the closing»."""
        names = {name for entry in self.entries for name in entry.names.values()}
        short = {(_bare(name), name) for entry in self.entries if entry.kind == "event" for name in entry.names.values()}
        return _longest_first([*((name, name) for name in names), *short])


def _longest_first(names: Iterable[tuple[str, str]]) -> list[_Name]:
    folded = {(keys, what) for name, what in names if len("".join(keys := fold_phrase(name))) >= _SHORTEST_NAME}
    return sorted(folded, key=lambda found: (-len(found[0]), found))


def _bare(name: str) -> str:
    """An event's name without «ceremony»."""
    known = phrases()
    return " ".join(word for word in name.split() if (found := known.find((fold(word),))) is None or found.concept != "ceremony")


def film(words: MessageWords, records: Mapping[str, frozenset[str]], kb: KnowledgeBase, known: Known) -> tuple[str | None, bool]:
    """The film that is named, one of the programme if it is in it; and whether one is."""
    films = [name for name in records if (record := kb.record(name)) and record.kind == "film"]
    if not films:
        return None, False
    found = next((name for name in films if name in known.films), films[0])
    words.taken.update(i for i, key in enumerate(words.keys) if key in records[found])
    return found, True


def named(words: MessageWords, names: list[_Name]) -> str | None:
    """The thing whose name stands in the message, the longest name first."""
    for keys, what in names:
        for at in range(len(words.keys) - len(keys) + 1):
            if all(_is_form(words.keys[at + n], key) for n, key in enumerate(keys)):
                words.taken.update(range(at, at + len(keys)))
                return what
    return None


@lru_cache(maxsize=4096)
def _is_form(typed: str, name: str) -> bool:
    """Whether a typed word is a name's word, inflected or with a typing error."""
    if typed[:1] != name[:1]:
        return False
    if typed == name or (typed.startswith(name) and NOMINAL.match(typed[len(name) :])):
        return True
    ending = len(name) > 2 and typed.startswith(name[: max(3, len(name) - 2)]) and len(typed) <= len(name) + 3
    return ending or distance(typed, name) is not None
