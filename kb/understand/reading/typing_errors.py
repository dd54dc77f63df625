"""Which known words an unknown one is with a typing error, and where a word is rather what is not known: a name that is not here."""

from __future__ import annotations

from functools import cache

from rapidfuzz.distance import OSA

from kb.base import Base
from kb.language.detect import letters_of
from kb.language.fold import fold, fold_phrase
from kb.language.kazakh import stems, with_mended_endings
from kb.language.typing_errors import SHORTEST, SHORTEST_WRITTEN
from kb.records import Language
from kb.understand.lexicon import english_stem, function_keys, words
from kb.understand.reading.everyday import is_everyday, is_function
from kb.understand.reading.known_words import KnownWords
from kb.understand.reading.message import Mention, Message, Token
from kb.understand.reading.word_forms import WordForms
from kb.understand.weights import MENDED

# From so many letters on, a word of the base's texts is known by its beginning.
PREFIX = 6
# So short a name is a typing error away from too many words.
_SHORT_NAME = 4
# A shorter stem under a capital is rather a name with a typing error.
_SHORT_STEM = 5
# So many letters at least, and at most fewer than so many, are taken off an inflected word to mend its stem.
_FEWEST_CUT, _CUT = 2, 6
# A word that is part of no name here is looked at again from so many letters on.
_ORPHAN = 7
# How surely a part of longer names is another name with a typing error, and a word another one with its ending put right.
_OF_ORPHAN, _WITH_MENDED_ENDING = 0.75, 0.75
# Of a message with more unknown words, names and texts tell nothing.
_MOST_UNKNOWN = 9
# How surely a word is the one that a title lacks, and of how few letters it is then taken for one.
_OF_TITLE, _SHORTEST_OF_TITLE = 0.8, 2
# A title of so many words more is known by them, whatever they are; of fewer, one of them has to say something.
_TELLING_TITLE = 2
# What a changed word is a form of is surer than a stem that is too short to tell.
_OF_SHORT = 0.85
# A word can begin with another of these, as it is heard: «октау».
_VOWELS = set("aeiou")
# How surely an unknown word is a known one, and how much less for each letter that is wrong.
_NEAR, _FOR_AN_ERROR = 0.85, 0.1


@cache
def _films() -> frozenset[str]:
    """The folded words for a film."""
    return frozenset(key for phrases in words()["kinds"]["film"].values() for phrase in phrases for key in fold_phrase(str(phrase)))


@cache
def _slight() -> frozenset[str]:
    """The folded words that a phrase which says little begins with."""
    return frozenset(key for listed in words()["slight"].values() for phrase in listed for key in fold_phrase(str(phrase))[:1])


def is_english_among_cyrillic(token: Token, language: Language | None, read: list[Token]) -> bool:
    """«А кто prodcuer у Қайтадан?»: what is in Latin letters in a message in Cyrillic is no word of its language."""
    return language in ("kk", "ru") and token.text.isascii() and any(letters_of(other.text) != "en" for other in read)


class TypingErrors:
    """Mends what is typed wrong, by the words of one base."""

    def __init__(self, base: Base, known: KnownWords, forms: WordForms) -> None:
        self._base = base
        self._known = known
        self._forms = forms

    def mend(self, read: list[Token]) -> None:
        """Give each unknown word what it can be with a typing error."""
        unknown = {token.key for token in read if not token.bases and not is_everyday(token.key)}
        nearest = {key: self._mended(key) for key in unknown}
        for i, token in enumerate(read):
            token.bases = token.bases or nearest.get(token.key, {})
            unsure = max(token.bases.values(), default=0.0) < MENDED and not is_everyday(token.key)
            if unsure and len(unknown) <= _MOST_UNKNOWN and not self._base.begins_text_word(token.key[:PREFIX]):
                token.bases = self._with_letters_changed_about(token.text.lower()) or token.bases
            beside_film = any(not _films().isdisjoint(beside.bases) for beside in read[max(0, i - 1) : i] + read[i + 1 : i + 2])
            capital = token.text[:1].isupper()
            rather_a_name = beside_film or (capital and i > 0)
            sure = max(token.bases.values(), default=0.0)
            if len(unknown) <= _MOST_UNKNOWN:
                # «Қашқн» as a title is a form of no everyday word, and «Жёлтя» not one of «жёлтый».
                if (sure < 1 and rather_a_name) or not (token.bases or is_everyday(token.key)):
                    token.bases |= self._of_name_as_written(token)
                token.bases |= self._of_texts(token)
            if (capital or beside_film) and token.bases and sure < 1 and max(map(len, token.bases)) < _SHORT_STEM:
                # «Qaitdan» is rather a name with a typing error than a form of «қайт».
                token.bases |= self._only_names(self._nearest(token.key))

    def _with_letters_changed_about(self, written: str) -> dict[str, float]:
        """What a word is a form of with two letters beside each other changed about: «Баукде», «чатсная», in whose keys other letters differ."""
        if len(written) < SHORTEST_WRITTEN or not written.isalpha():
            return {}
        swapped = {written[:i] + written[i + 1] + written[i] + written[i + 2 :] for i in range(len(written) - 1) if written[i] != written[i + 1]}
        by_key = {fold(one): one for one in swapped}
        table = self._forms.from_table(by_key.keys())
        found = (base for key, one in by_key.items() for base, sure in self._forms.bases(key, one, table.get(key, ())).items() if sure > _OF_SHORT)
        return {base: MENDED for base in found if len(base) >= SHORTEST and (len(base) > SHORTEST or base in self._known.single_names)}

    def _of_name_as_written(self, token: Token) -> dict[str, float]:
        """The name that a word is with one wrong letter as it is written, with or without an ending: in a key «Aktsu» and «Kazkh» are quite other words."""
        written = token.text.lower()
        if len(written) < SHORTEST_WRITTEN - 1 or not written.isalpha():
            return {}
        found = [*self._base.names_as_written.near(written, most=1)]
        # Where it can be a form of another word, it has no ending besides.
        for cut in range(1, min(_CUT, len(written) - SHORTEST_WRITTEN)) if not token.bases else ():
            found = found or [name for name in self._base.names_as_written.near(written[:-cut], most=1) if name[0] == written[0]]
        return {fold(name): MENDED for name in found}

    def _of_texts(self, token: Token) -> dict[str, float]:
        """The words of the texts that an unknown one is with one wrong letter, beside what else it can be."""
        if (
            len(token.key) < PREFIX
            or token.text[:1].isupper()
            or max(token.bases.values(), default=0.0) > MENDED
            or self._base.begins_text_word(token.key[:PREFIX])
        ):
            return {}
        near = (word for word in self._base.text_spellings.near(token.key, most=1) if word[0] == token.key[0] and len(word) >= max(PREFIX, len(token.key)))
        return {word: MENDED for word in near if word not in self._known.keys and word not in token.bases}

    def take_orphans(self, read: list[Token], mentions: list[Mention]) -> bool:
        """Take what is known only as a part of longer names, which are not here, for a name with a typing error: «узбекистона»; whether there is any."""
        spans = {i for mention in mentions for i in mention.span}
        found = False
        for i, token in enumerate(read):
            if i in spans or not token.bases or len(token.key) < _ORPHAN or is_function(token) or token.key.isdigit():
                continue
            if is_everyday(token.key) or any(self._begins_a_word(base) for base in token.bases):
                continue
            names = {near: _OF_ORPHAN for near in self._base.spellings.near(token.key, most=1) if near in self._known.single_names}
            if names:
                token.bases |= names
                found = True
        return found

    def complete_titles(self, read: list[Token]) -> None:
        """Give each word that is not known as it stands what it is as a part of a title whose other words all stand round it: «We Liv Here», «Арқау Өзк»."""
        known = self._known.keys
        for i, token in enumerate(read):
            if token.key in known or max(token.bases.values(), default=0.0) >= 1 or len(token.key) < _SHORTEST_OF_TITLE or token.key.isdigit():
                continue
            beside = {base for near in (*read[max(0, i - 1) : i], *read[i + 1 : i + 2]) for base in near.bases}
            for name in self._base.patterns.longer_names(sorted(beside)) if beside else ():
                if (at := self._lacking(name, read, i)) is not None:
                    token.bases[name[at]] = max(token.bases.get(name[at], 0.0), _OF_TITLE)

    @staticmethod
    def _lacking(name: tuple[str, ...], read: list[Token], i: int) -> int | None:
        """The place in a name that the word at `i` can stand in with one letter wrong, if the words round it are all the others of the name."""
        typed = read[i].key
        for at, key in enumerate(name):
            start = i - at
            if start < 0 or start + len(name) > len(read) or key.isdigit() or typed[0] != key[0] or OSA.distance(typed, key, score_cutoff=1) > 1:
                continue
            others = [(read[start + n], other) for n, other in enumerate(name) if n != at]
            # What is left of so short a word has to be all of it but a letter.
            whole = len(typed) < len(key) or len(key) >= SHORTEST
            telling = len(others) >= _TELLING_TITLE or (others[0][1] not in function_keys() and len(others[0][1]) >= SHORTEST - 1)
            if whole and telling and all(other in near.bases for near, other in others):
                return at
        return None

    def keep_to(self, language: Language | None, read: list[Token]) -> None:
        """Take out what only a typing error makes of a word, if that is a word of other languages: «Dune» is not «денег»."""
        for token in read:
            if language and token.bases and max(token.bases.values()) <= MENDED and not is_english_among_cyrillic(token, language, read):
                token.bases = {
                    base: sure
                    for base, sure in token.bases.items()
                    if base in self._known.single_names or language in self._known.owners.get(base, (language,))
                }

    def leave_names(self, message: Message) -> None:
        """Take no name that is not here for another word with a typing error: «Dune» is not «done»."""
        meant = {i for mention in message.mentions if mention.pattern.what not in ("slight", "function") for i in mention.span}
        for i in message.capitals - meant:
            token = message.tokens[i]
            if token.bases and max(token.bases.values()) <= MENDED and len(token.key) <= _SHORT_NAME:
                token.bases = self._only_names(token.bases)

    def _only_names(self, bases: dict[str, float]) -> dict[str, float]:
        return {base: sure for base, sure in bases.items() if base in self._known.single_names}

    def _mended(self, key: str) -> dict[str, float]:
        """What an unknown word can be; where words of the base begin so, only one that lost a letter: «memorandm»."""
        found = self._nearest(key)
        if self._begins_a_word(key[:-1]):
            return {base: sure for base, sure in found.items() if base.startswith(key[:-1]) and len(base) > len(key)}
        return found

    def _begins_a_word(self, key: str) -> bool:
        """Whether a word of the base's texts begins so: then it is no typing error of a name, as «полигоны» is not «Погоня»."""
        found = self._base.text_word_from(key) if len(key) >= PREFIX else ""
        return bool(found) and found.startswith(key) and found not in self._known.single_names

    def _nearest(self, key: str) -> dict[str, float]:
        """The nearest known keys within a typing error of `key`, each with how sure it is."""
        spellings = self._base.spellings
        found = spellings.near(key)
        # «Прис», «октау»: also what sounds like it; «брис» is no «приз», where something nearer is.
        near = found and min(found.values()) <= 1
        found |= {word: 1 for word in spellings.alike(key) if not near or word[0] == key[0] or ({word[0], key[0]} <= _VOWELS and len(key) > SHORTEST)}
        found = found or self._with_an_ending(key)
        if not found:
            mended = (stem for word in with_mended_endings(key) for stem, _ in stems(word, self._known.keys, _SHORT_STEM - 1)[:1] if not key.isdigit())
            return dict.fromkeys(mended, _WITH_MENDED_ENDING)
        nearest = min(found.values())
        forms = self._base.forms.many(found)
        out: dict[str, float] = {}
        for candidate, wrong in found.items():
            if wrong == nearest:
                for base in [candidate, *forms.get(candidate, ()), *self._kazakh_stems(candidate), *self._of_english_stem(candidate)]:
                    if base in self._known.keys:
                        out[base] = _NEAR - _FOR_AN_ERROR * wrong
        return out

    def _of_english_stem(self, word: str) -> tuple[str, ...]:
        """The English words of the same stem: «replce» asks what «replaced» does."""
        return self._known.of_stem.get(english_stem(word), ()) if "en" in self._known.owners.get(word, ()) else ()

    def _kazakh_stems(self, word: str) -> list[str]:
        """What a known word that can be Kazakh is a form of: «Ақтаудағы» stands in the name of a festival, and is a form of «Ақтау»."""
        if "kk" not in self._known.owners.get(word, ("kk",)):
            return []
        return [stem for stem, _ in stems(word, self._known.keys, _SHORT_STEM - 1)[:1]]

    def _with_an_ending(self, key: str) -> dict[str, int]:
        """What an inflected word with a typing error can be: at most the last letters are taken off, and one letter is wrong."""
        for cut in range(_FEWEST_CUT, min(_CUT, len(key) - _SHORT_STEM + 1)):
            stem = key[:-cut]
            near = [k for k in self._base.spellings.near(stem, most=1) if len(k) >= len(stem) and k[0] == key[0] and k not in _slight()]
            if len(stem) == _SHORT_STEM:
                near = [k for k in near if k in self._known.single_names and len(k) > _SHORT_STEM]
            if near:
                return dict.fromkeys(near, 1)
        return {}
