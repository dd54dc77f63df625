"""A text → its words, in the keyboard layout that makes most of them known, with slang and slips of the fingers put right."""

from __future__ import annotations

from itertools import pairwise

from kb.language.fold import fold, tokens
from kb.language.layout import readings
from kb.language.slips import slips
from kb.understand.lexicon import function_words, words
from kb.understand.reading.known_words import KnownWords
from kb.understand.reading.message import Token
from kb.understand.reading.word_forms import WordForms, without_possessive
from kb.understand.word_lists import typed_list

MAX_TOKENS = 60
# A shorter word of another keyboard layout could be anything.
_SHORTEST_MENDED = 4
# So many letters each part of a word has at least that is written apart, and how surely it is that word.
_PART, _WRITTEN_APART = 3, 0.95
# A known word of so few letters says little about the layout, and counts for so much.
_FEW_LETTERS, _LITTLE = 2, 0.3
# A text is tried in other layouts if fewer words are known than this share of them, and this much.
_ENOUGH_KNOWN, _BESIDE = 0.5, 0.5
# Another layout has so many more of them, and at least such a share.
_GAIN, _SHARE = 0.9, 0.45
# Where not a word is known as it is typed, so few of them are enough: «Rnj utyctrhtnfhm N>RCJQ» has typing errors besides.
_SHARE_OF_NOTHING = 0.3


class Tokeniser:
    """Takes texts apart into words, each with the known words that it can be a form of."""

    def __init__(self, known: KnownWords, forms: WordForms) -> None:
        self._known = known
        self._forms = forms
        self._slips = slips((word for listed in words()["often_typed"].values() for word in listed), words()["no_slips"])
        self._english = frozenset(words()["often_typed"]["en"])
        self._slang = {str(key).lower(): tokens(str(value)) for key, value in words()["slang"].items()}

    def in_the_likeliest_layout(self, text: str) -> tuple[str, list[Token]]:
        """The text in the keyboard layout that it was meant in, as a whole and word by word, and its words."""
        best = self.tokens(text)
        hits = _hits(best)
        # «А в 2024?»: the digits of another layout are letters, and nothing here needs to be read otherwise.
        doubtful = any(max(token.bases.values(), default=0.0) < 1 for token in best if not token.key.isdigit())
        if doubtful and hits < _ENOUGH_KNOWN * len(best) + _BESIDE:
            for other in readings(text):
                candidate = self.tokens(other)
                gained = _hits(candidate)
                if candidate and gained > hits + _GAIN and gained / len(candidate) > (_SHARE if hits else _SHARE_OF_NOTHING):
                    text, best, hits = other, candidate, gained
        if (mended := self._with_words_in_other_layouts(text, best)) != text:
            return mended, self.tokens(mended)
        return text, best

    def tokens(self, text: str) -> list[Token]:
        """The words of a text, as it is typed."""
        out = self._split(text)
        formed = self._forms.from_table({token.key for token in out})
        for token in out:
            token.bases = self._forms.bases(token.key, token.text, formed.get(token.key, ()))
        for one, other in pairwise(out):
            joined = one.key + other.key
            if joined in self._known.keys and joined not in self._known.single_names and len(one.key) >= _PART <= len(other.key):
                # «Жер асты», «спец приз»: one word that is written as two; «Kazakh film» is no Kazakhfilm.
                one.bases[joined] = other.bases[joined] = _WRITTEN_APART
                one.part_of = other.part_of = joined
        return out

    def _split(self, text: str) -> list[Token]:
        out = []
        typed = tokens(text)[:MAX_TOKENS]
        # «Kto prodyuser u Tagieva»: Russian «у», and no «you».
        transliterated = _is_transliterated(typed)
        slang = {} if "u" in typed and transliterated else self._slang
        english = not transliterated and any(word.isascii() and fold(word) in function_words()["en"] for word in typed)
        for n, word in enumerate(typed):
            for part in slang.get(word.lower()) or (self._without_slip(word, n == 0, typed[n + 1 : n + 2], english),):
                if key := fold(without_possessive(part)):
                    out.append(Token(part, key))
        return out

    def _without_slip(self, word: str, first: bool, following: list[str], english: bool) -> str:
        """The short everyday word that is meant by a slip of it; with a capital within the message it is rather a name.

        In an English message «bron» is no «бронь», whose key it has.
        """
        if word.lower() == "hwo" and following and following[0].lower() in typed_list("after_how"):
            # «Hwo» is «who» but here.
            return "how"
        meant = self._slips.get(word.lower()) if first or word.islower() else None
        key = fold(word)
        known = key in self._known.keys and not (english and word.isascii() and "en" not in self._known.owners.get(key, ()) and meant in self._english)
        return word if meant is None or known or key in self._known.single_names else meant

    def _with_words_in_other_layouts(self, text: str, read: list[Token]) -> str:
        """The text with each unknown word that is a known one in another keyboard layout put right: «Лфсрлнт фильмі»."""
        if all(token.bases for token in read):
            return text
        words_typed = text.split()
        for n, typed in enumerate(words_typed):
            if len(typed) > _SHORTEST_MENDED and not any(token.bases for token in self.tokens(typed)):
                for other in readings(typed):
                    mended = self.tokens(other)
                    if mended and all(token.bases and len(token.key) >= _SHORTEST_MENDED for token in mended):
                        words_typed[n] = other
                        break
        return " ".join(words_typed) if words_typed != text.split() else text


def _hits(read: list[Token]) -> float:
    """How much of a text is known."""
    return sum(1 if len(token.key) > _FEW_LETTERS else _LITTLE for token in read if token.bases and not token.key.isdigit())


def _is_transliterated(typed: list[str]) -> bool:
    """Whether a word is a Russian one in Latin letters that is no English one."""
    of = function_words()
    return any(word.isascii() and (key := fold(word)) in of["ru"] and key not in of["en"] for word in typed)
