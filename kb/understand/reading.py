"""A message → words with their meanings: folded tokens, their base keys, mentions, and the language it is in."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

from kb.base import Base
from kb.language.detect import Detector
from kb.language.fold import clean, fold, fold_phrase, tokens
from kb.language.kazakh import is_form_of, is_noun_form_of, stems
from kb.language.layout import readings
from kb.language.typing_errors import SHORTEST, distance, radius, sound
from kb.records import LANGUAGES, Language
from kb.understand.lexicon import Pattern, confusables, english_stem, foreign_patterns, generic, record_patterns, word_patterns, words

MAX_CHARACTERS = 300
MAX_TOKENS = 60
_SUFFIXES = {
    "nin",
    "din",
    "tin",
    "ni",
    "di",
    "ti",
    "ga",
    "ge",
    "ka",
    "ke",
    "da",
    "de",
    "ta",
    "te",
    "dan",
    "den",
    "tan",
    "ten",
    "nan",
    "nen",
    "men",
    "pen",
    "ben",
}
# From so many letters on, a word of the base's texts is known by its beginning.
_PREFIX = 6
# A shorter word of another keyboard layout could be anything.
_SHORTEST_MENDED = 4
_CINEMA = "kino"
_POSSESSIVE = re.compile(r"(?<=[A-Za-z]{2})'s$", re.IGNORECASE)
_CLAUSE = re.compile(r"[,.;:!?…()\n]+|\s[-–—]+\s")
# Words between the words of a cue: «кто его снял».
_WINDOW = 5


@dataclass(slots=True)
class Token:
    text: str
    key: str
    # base key → how sure: 1 exact or inflected, less for a typo.
    bases: dict[str, float] = field(default_factory=dict)
    # A form of a Kazakh verb that says little by itself, whatever else it can mean.
    light: bool = False

    @property
    def is_suffix(self) -> bool:
        """A case ending that a hyphen split off: «Korkyt Ata-ның»."""
        return self.key in _SUFFIXES


@dataclass(frozen=True, slots=True)
class Mention:
    pattern: Pattern
    span: frozenset[int]
    weight: float


@dataclass
class Reading:
    """What the words of one message can mean, before anything is decided."""

    text: str
    tokens: list[Token]
    mentions: list[Mention]
    language: Language | None
    # The records whose name or alias is the whole message.
    exact: tuple[str, ...] = ()
    # What the sentences before the question name.
    before: frozenset[str] = frozenset()

    @property
    def yes_no(self) -> bool:
        """Whether it asks for yes or no: a Kazakh question particle, Russian «ли» or «да?», an English verb in front; no question word."""
        if self.of("question") or not self.tokens:
            return False
        keys = [token.key for token in self.tokens]
        signs = words()["yes_no"]
        if keys[0] in signs["first"] or any(key in signs["anywhere"] for key in keys):
            return True
        while len(keys) > 1 and keys[-1] in signs["after_last"]:
            keys.pop()
        return keys[-1] in signs["last"]

    def of(self, what: str) -> list[Mention]:
        return [mention for mention in self.mentions if mention.pattern.what == what]

    @property
    def years(self) -> dict[int, int]:
        return {i: int(t.key) for i, t in enumerate(self.tokens) if re.fullmatch(r"(19|20)\d\d", t.key)}


class Reader:
    """Reads messages with the lexicon and the names of one compiled base."""

    def __init__(self, base: Base) -> None:
        records = list(base.records.values())
        patterns = word_patterns() + foreign_patterns(records) + [p for record in records for p in record_patterns(record)]
        self._function = {p.keys[0] for p in patterns if p.what == "function" and len(p.keys) == 1}
        self._slight = {p.keys[0] for p in patterns if p.what == "slight"}
        self._patterns: dict[str, list[Pattern]] = defaultdict(list)
        self._forms = base.forms
        self._english: dict[str, set[str]] = defaultdict(set)
        self._languages: dict[str, set[Language]] = defaultdict(set)
        self._known: set[str] = set()
        self._exact: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for pattern in dict.fromkeys(patterns):
            if pattern.what == "record":
                self._exact[pattern.keys].append(pattern.value)
            anchor = max(pattern.keys, key=len) if pattern.what == "cue" and not self._is_all_function(pattern) else pattern.keys[0]
            self._patterns[anchor].append(pattern)
            self._known.update(pattern.keys)
            for key in pattern.keys:
                self._english[english_stem(key)].add(key)
                if pattern.language:
                    self._languages[key].add(pattern.language)
        # «Ақтаудағы» stands in the name of a festival, and is still a form of «Ақтау».
        self._single_names = {p.keys[0] for p in patterns if p.what in ("record", "foreign") and len(p.keys) == 1}
        self._by_length: dict[int, list[str]] = defaultdict(list)
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        # A typo in an inflected short name could be anything.
        forms = {form for form, bases in self._forms.items() if any(len(base) > 4 for base in bases)}
        exact = {key for row in confusables() if row.treatment == "exact" for keys in row.keys for key in keys}
        for key in {*self._known, *forms} - exact:
            if len(key) >= SHORTEST:
                self._by_length[len(key)].append(key)
            if len(key) >= SHORTEST - 1:
                self._by_sound[sound(key)].append(key)
        self._function_words: dict[Language, set[str]] = {
            language: {keys[0] for phrase in words()["function_words"][language] if len(keys := fold_phrase(str(phrase))) == 1} for language in LANGUAGES
        }
        self._detector = Detector(self._function_words, self._languages)
        # A word that the base's texts hold is no typing error of a name: «полигоны» is not «Погоня».
        texts = {key for record in records for text in record.texts() for lang in LANGUAGES for key in fold_phrase(text.get(lang))}
        self._in_texts = {key[:size] for key in texts for size in range(_PREFIX, len(key) + 1)}
        self._known |= generic()
        self._known |= {key for record in records for h in record.highlights for listed in h.cues.values() for phrase in listed for key in fold_phrase(phrase)}
        # A short name in a text is known in all its forms, «Миланың рөлі»: the texts are searched by longer beginnings.
        shown = [word for record in records for text in record.texts() for word in tokens(text.get("kk"))[1:] if word[:1].isupper() and word[1:].islower()]
        self._known |= {key for word in shown if 2 < len(key := fold(word)) < _PREFIX}
        self._light_verbs = {fold(stem) for stem in words()["light_verbs"]}
        self._everyday_nouns = {fold(stem) for stem in words()["everyday"]["nouns"]}
        self._everyday_verbs = {fold(stem) for stem in words()["everyday"]["verbs"]}
        self._ordinary = {fold(title) for title in words()["ordinary_titles"]}
        self._slang = {str(key).lower(): str(value) for key, value in words()["slang"].items()}

    def read(self, text: str) -> Reading:
        """The best reading of `text` over the keyboard layouts; never raises, whatever the text."""
        text = _shorten(clean(text))
        whole = self._read(text)
        part = question_part(text, whole)
        if part != text:
            asked = self._read(part)
            if asked.of("record") or asked.of("foreign"):
                before = frozenset(m.pattern.value for m in whole.of("record"))
                return replace(asked, language=asked.language or whole.language, before=before)
        return whole

    def without_asides(self, reading: Reading) -> Reading | None:
        """The same message without the clauses that name nothing and ask nothing; None if there are none, or nothing else."""
        clauses: list[tuple[str, set[int]]] = []
        start = 0
        for part in _CLAUSE.split(reading.text):
            if size := len(self._tokenise(part)):
                clauses.append((part, set(range(start, start + size))))
                start += size
        if len(clauses) < 2 or start != len(reading.tokens):
            return None
        names = {i for what in ("record", "foreign") for mention in reading.of(what) for i in mention.span} | reading.years.keys()
        names |= {i for i, token in enumerate(reading.tokens) if i and token.text[:1].isupper() and not token.bases}
        asks = {i for what in ("cue", "question", "kind", "operation") for mention in reading.of(what) for i in mention.span}
        kept = [bool(span & names) for _, span in clauses]
        if not any(span & asks for (_, span), keep in zip(clauses, kept, strict=True) if keep):
            kept = [keep or bool(span & asks) for (_, span), keep in zip(clauses, kept, strict=True)]
        if all(kept) or not any(kept):
            return None
        core = self._read(", ".join(part for (part, _), keep in zip(clauses, kept, strict=True) if keep))
        return replace(core, language=reading.language, exact=())

    def _read(self, text: str) -> Reading:
        best = self._tokenise(text)
        hits = self._hits(best)
        if best and hits < 0.5 * len(best) + 0.5:
            for other in readings(text):
                candidate = self._tokenise(other)
                if candidate and self._hits(candidate) > hits + 0.9 and self._hits(candidate) / len(candidate) > 0.45:
                    text, best, hits = other, candidate, self._hits(candidate)
        if (mended := self._mend_layout(text)) != text:
            text, best = mended, self._tokenise(mended)
        for token in best:
            if not token.bases and token.key[:-1] not in self._in_texts and not self._is_everyday(token.key):
                token.bases = self._fuzzy(token.key)
        mentions = self._mentions(best)
        named = {i for mention in mentions if mention.pattern.what == "record" for i in mention.span}
        wished = next((m.pattern.value for m in mentions if m.pattern.what == "language" and not m.span <= named), None)
        language = next((code for code in LANGUAGES if code == wished), None) or self._detector.detect(
            (t.text, t.key, t.bases, i in named) for i, t in enumerate(best)
        )
        mentions = [m for m in mentions if _can_be_meant(m, best, language)]
        if language == "kk":
            for i, token in enumerate(best):
                token.light = i not in named and is_form_of(token.key, self._light_verbs)
        return Reading(text, best, mentions, language, tuple(self._exact.get(tuple(token.key for token in best), ())))

    def _tokenise(self, text: str) -> list[Token]:
        out = []
        for word in tokens(text)[:MAX_TOKENS]:
            for part in tokens(self._slang.get(word.lower(), word)):
                if key := fold(_POSSESSIVE.sub("", part)):
                    out.append(Token(part, key, self._bases(key, part)))
        return out

    def _mend_layout(self, text: str) -> str:
        """The text with each unknown word that is a known one in another keyboard layout put right: «Лфсрлнт фильмі»."""
        words_typed = text.split()
        for n, typed in enumerate(words_typed):
            if len(typed) > _SHORTEST_MENDED and not any(token.bases for token in self._tokenise(typed)):
                for other in readings(typed):
                    read = self._tokenise(other)
                    if read and all(token.bases and len(token.key) >= _SHORTEST_MENDED for token in read):
                        words_typed[n] = other
                        break
        return " ".join(words_typed) if words_typed != text.split() else text

    def _hits(self, read: list[Token]) -> float:
        return sum(1 if token.bases and len(token.key) > 2 else 0.3 if token.bases else 0 for token in read)

    def _bases(self, key: str, text: str) -> dict[str, float]:
        out: dict[str, float] = {}
        if key in self._known:
            out[key] = 1.0
        if not (text.isascii() and self._languages.get(key) == {"en"}):
            for base in self._forms.get(key, ()):
                out.setdefault(base, 1.0)
        if text.isascii() and key not in self._single_names:
            for base in self._english.get(english_stem(key), ()):
                out.setdefault(base, 0.97)
            if text.lower().endswith("ts"):
                # The key reads «ts» as one letter, and an English plural in -ts would not be known.
                out |= {base: 0.97 for base in self._english.get(english_stem(fold(text[:-1])), ()) if base not in out}
        known_form = key in self._forms or (key in self._single_names and len(key) > 4)
        if key not in self._function and not key.isdigit() and not known_form:
            for stem, _ in stems(key, self._known)[:3]:
                out.setdefault(stem, 0.95 if len(stem) > 3 else 0.85)
        if not out and key.startswith(_CINEMA) and (rest := key[len(_CINEMA) :]):
            # «Киномеморандум» is a memorandum.
            out = {base: 0.95 for base in (rest, *self._forms.get(rest, ())) if base in self._known and len(base) > 3}
        return out

    def _fuzzy(self, key: str) -> dict[str, float]:
        """The nearest known keys within a typing error of `key`, each with how sure it is."""
        size = len(key)
        found: dict[str, int] = {}
        for length in range(size - radius(size), size + radius(size) + 1):
            for candidate in self._by_length.get(length, ()):
                if (wrong := distance(key, candidate)) is not None:
                    found[candidate] = wrong
        if not found or min(found.values()) > 1:
            found |= dict.fromkeys(self._by_sound.get(sound(key), ()), 1)
        if not found:
            # A typo in an inflected word: at most the last letters are taken off, and one letter is wrong.
            for cut in range(2, min(6, size - SHORTEST + 1)):
                stem = key[:-cut]
                near = [*self._by_length.get(size - cut, ()), *self._by_length.get(size - cut + 1, ())] if len(stem) >= SHORTEST else []
                if len(stem) == SHORTEST:
                    near = [k for k in near if k in self._single_names and len(k) > SHORTEST]
                found = {k: 1 for k in near if k[0] == key[0] and k not in self._slight and (wrong := distance(stem, k)) is not None and wrong <= 1}
                if found:
                    break
        if not found:
            return {}
        nearest = min(found.values())
        out: dict[str, float] = {}
        for candidate, wrong in found.items():
            if wrong == nearest:
                for base in [candidate, *self._forms.get(candidate, ())]:
                    if base in self._known:
                        out[base] = 0.85 - 0.1 * wrong
        return out

    def _mentions(self, read: list[Token]) -> list[Mention]:
        out: list[Mention] = []
        positions: dict[str, list[int]] = defaultdict(list)
        for i, token in enumerate(read):
            for base in token.bases:
                positions[base].append(i)
        for base, at in positions.items():
            for pattern in self._patterns.get(base, ()):
                for i in at:
                    span = self._span(pattern, i, read, positions)
                    if span:
                        weight = min(max(read[j].bases.get(k, 0) for k in pattern.keys) for j in span)
                        out.append(Mention(pattern, span, weight))
        out = [m for m in out if m.pattern.what != "record" or not self._is_ordinary(m, out, read)]
        names = [m for m in out if m.pattern.what in ("record", "foreign")]
        # The longest name wins: «Korkyt Ata» the festival over «Ata», in the same words.
        covered = [m for m in names if any(m.span < n.span or (m.span == n.span and m.weight < n.weight - 0.05) for n in names)]
        return list(dict.fromkeys(m for m in out if m not in covered))

    def _is_ordinary(self, mention: Mention, mentions: list[Mention], read: list[Token]) -> bool:
        """Whether a title that is an everyday word is just that word: it stands alone, with a capital or beside a word for a film otherwise."""
        if len(mention.pattern.keys) > 1 or mention.pattern.keys[0] not in self._ordinary or len(read) == 1:
            return False
        (at,) = mention.span
        beside = {at - 1, at + 1}
        return not (at and read[at].text[:1].isupper()) and not any(m.pattern.what == "kind" and m.span & beside for m in mentions)

    def _is_all_function(self, pattern: Pattern) -> bool:
        """«про что»: a cue of function words alone is only found in this order, side by side."""
        return all(key in self._function for key in pattern.keys)

    def _span(self, pattern: Pattern, at: int, read: list[Token], positions: dict[str, list[int]]) -> frozenset[int] | None:
        if len(pattern.keys) == 1:
            return frozenset((at,))
        if pattern.what == "cue" and not self._is_all_function(pattern):
            span = {at}
            for key in pattern.keys:
                near = [i for i in positions.get(key, ()) if abs(i - at) <= _WINDOW and (i not in span or key in read[i].bases)]
                if not near:
                    return None
                span.add(min(near, key=lambda i: abs(i - at)))
            return frozenset(span) if len(span) >= len(set(pattern.keys)) else None
        if at + len(pattern.keys) > len(read):
            return None
        if all(key in read[at + k].bases for k, key in enumerate(pattern.keys)):
            return frozenset(range(at, at + len(pattern.keys)))
        return None

    def _is_everyday(self, key: str) -> bool:
        """Whether it is a form of an everyday Kazakh word, which no typing error makes a name."""
        return is_form_of(key, self._light_verbs | self._everyday_verbs) or is_noun_form_of(key, self._everyday_nouns)

    def is_function(self, token: Token) -> bool:
        """A word that says little by itself, in any language; «этом» as a form of «этот» too."""
        if any(token.key in listed for listed in self._function_words.values()):
            return True
        if token.bases:
            return all(base in self._function for base in token.bases)
        return is_form_of(token.key, self._light_verbs)


def _can_be_meant(mention: Mention, read: list[Token], language: Language | None) -> bool:
    """Whether a word can be of this language: no English one in Cyrillic («ал» is not «all»), no Kazakh one in an English sentence."""
    if mention.pattern.language == "en":
        return any(read[i].text.isascii() for i in mention.span)
    return mention.pattern.language != "kk" or language != "en"


def _shorten(text: str) -> str:
    """At most `MAX_CHARACTERS`: a long message keeps its end, where the question stands."""
    return text if len(text) <= MAX_CHARACTERS else text[-MAX_CHARACTERS:]


def question_part(text: str, whole: Reading) -> str:
    """The message from its first question to its last: «I make films in Germany. How much is the rebate? Thanks in advance.»

    The point within a name ends no sentence: «Black. Red. Yellow».
    """
    sentences: list[str] = []
    asks: list[bool] = []
    read = 0
    telling = {i for mention in whole.mentions if mention.pattern.what in ("question", "operation") for i in mention.span}
    for part in re.split(r"(?<=[.!?…])\s+|\n+", text):
        if any({read - 1, read} <= mention.span for mention in whole.of("record")):
            sentences[-1] += " " + part
        elif part.strip():
            sentences.append(part)
            asks.append(False)
        following = read + len(tokens(part))
        if asks:
            asks[-1] |= not telling.isdisjoint(range(read, following))
        read = following
    marked = [n for n, part in enumerate(sentences) if part.rstrip().endswith("?")]
    if not marked:
        return text
    last = max(n for n in range(len(sentences)) if n in marked or asks[n])
    return " ".join(sentences[marked[0] : last + 1])
