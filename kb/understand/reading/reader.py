"""A message → its reading, step by step: words, typing errors, years, mentions, the language, what is told beside the question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from kb.base import Base
from kb.language.detect import Detector, letters_of
from kb.language.fold import clean, fold, tokens
from kb.records import LANGUAGES, Language
from kb.understand.called import is_asked
from kb.understand.lexicon import function_words, words
from kb.understand.reading.asides import asides, asks_nothing, origins, speaks_of_himself
from kb.understand.reading.contrast import denied_positions
from kb.understand.reading.descriptions import without_a_role, without_descriptions
from kb.understand.reading.everyday import is_function, is_light, names_a_verb
from kb.understand.reading.known_words import KnownWords
from kb.understand.reading.mentions import mentions_in
from kb.understand.reading.message import Mention, Token, clause_spans, clauses_of
from kb.understand.reading.ordinals import in_figures
from kb.understand.reading.prefaces import can_have_preface, is_asked_about, is_asker, prefaces, without_origins
from kb.understand.reading.reading import Reading
from kb.understand.reading.remarks import kept_clauses
from kb.understand.reading.sentences import question_part, remark_and_last_question, statement_and_question
from kb.understand.reading.story_spans import before_colons, can_tell_a_story, story_positions
from kb.understand.reading.talk import questions_within
from kb.understand.reading.themes import without_a_theme
from kb.understand.reading.tokeniser import Tokeniser
from kb.understand.reading.typing_errors import TypingErrors, is_english_among_cyrillic
from kb.understand.reading.word_forms import WordForms
from kb.understand.reading.years import take_years
from kb.understand.reading.yes_no import framed_by, has_tag
from kb.understand.weights import MENDED
from kb.understand.word_lists import as_listed, interrogatives, listed, typed_list

MAX_CHARACTERS = 300
# So many words are left of a message at least.
_LEFT = 2
_HOW, _RUSSIAN_PAST = fold("как"), re.compile(r"(?:л|ла|ло|ли)(?:сь|ся)?$")
# How surely a word is at most that has a Kazakh ending.
_OF_KAZAKH = 0.95
# What asks for something, and nothing in the words that only ask whether the rest is so.
_ASKING = ("cue", "question", "operation")
# Whose names can have a description of their own.
_NAMED = ("person", "film")
# Words that tell so much of another language make a message a mixed one.
_OF_ANOTHER = 0.1
# A word as the language is told by it: as typed, its key, its base keys, whether it is part of a record's name.
Row = tuple[str, str, dict[str, float], bool]


@cache
def _in_passing() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.lower().split()) for phrases in words()["in_passing"].values() for phrase in phrases)


class Reader:
    """Reads messages with the lexicon and the names of one compiled base."""

    def __init__(self, base: Base, today: Callable[[], date] = date.today) -> None:
        self._base = base
        self._today = today
        known = KnownWords(base)
        forms = WordForms(base, known)
        self._tokeniser = Tokeniser(known, forms)
        self._typing_errors = TypingErrors(base, known, forms)
        self._detector = Detector(function_words(), known.owners)

    def read(self, text: str) -> Reading:
        """The best reading of `text` over the keyboard layouts; never raises, whatever the text."""
        said = in_figures(_shorten(_without_interjections(clean(text))))
        text = _without_what_is_said_in_passing(said)
        reading = self._read_asked(text)
        # «Кто режиссёр, білесің бе»: what is said in passing tells the language too.
        return reading if text == said else replace(reading, language=self._read(said).language or reading.language)

    def _read_asked(self, text: str) -> Reading:
        """The reading of a message, or of the questions in it."""
        whole = self._read(text)
        # In another layout a comma is typed as a question mark: the sentences are those of the text as it was meant.
        part = question_part(whole.text, whole)
        if part != whole.text:
            asked = self._read(part)
            named = any(whole.of(what) for what in ("record", "foreign"))
            if (whole.aside and not named) or asked.of("record") or asked.of("foreign"):
                before = frozenset(m.pattern.value for m in whole.of("record"))
                wish = whole.language if whole.of("language") else None
                return replace(asked, language=wish or asked.language or whole.language, before=before)
        return whole

    def without_asides(self, reading: Reading) -> Reading | None:
        """The same message without the clauses that name nothing and ask nothing; None if there are none, or nothing else."""
        clauses: list[tuple[str, set[int]]] = []
        start = 0
        for part in clauses_of(reading.text):
            if size := len(self._tokeniser.tokens(part)):
                clauses.append((part, set(range(start, start + size))))
                start += size
        if len(clauses) < 2 or start != len(reading.tokens):
            return None
        kept = kept_clauses(reading, [span for _, span in clauses], self._base.evidence)
        if all(kept) or not any(kept):
            return None
        core = self._read(", ".join(part for (part, _), keep in zip(clauses, kept, strict=True) if keep))
        return replace(core, language=reading.language, exact=())

    def without_descriptions(self, reading: Reading) -> tuple[Reading, frozenset[int]] | None:
        """The same message without what only says more of a name, and the positions of that: see `descriptions.py` and `themes.py`."""
        things = self._things(list(reading.mentions))
        people, films = (frozenset(i for m in reading.of("record") if self._base.evidence[m.pattern.value].kind == kind for i in m.span) for kind in _NAMED)
        found = without_descriptions(reading, things) or without_a_role(reading, people, things - people) or without_a_theme(reading, films)
        return (replace(self._read(found[0]), language=reading.language), found[1]) if found else None

    def questions_within(self, reading: Reading) -> Iterator[tuple[Reading, bool]]:
        """The same message without what somebody says of himself before or after his question, and whether that is surely said so: see `talk.py`."""
        for text, shown in questions_within(reading):
            yield replace(self._read_asked(text), language=reading.language), shown

    def remark_and_question(self, reading: Reading) -> tuple[Reading, Reading] | None:
        """«Raev runs TURKSOY, right? What country is he from?»: what is asked for a nod first, and a question that names nothing and refers to it."""
        parts = remark_and_last_question(reading.text)
        if parts is None:
            return None
        said, last = parts
        asked, remark = self._read(last), self._read(said)
        asks = any(token.means(interrogatives()) for token in remark.tokens)
        if asked.of("record") or asked.of("foreign") or asks or not remark.of("record"):
            return None
        return remark, replace(asked, language=reading.language)

    def question_after_statement(self, reading: Reading) -> Reading | None:
        """The question after what is only said, if it names nothing itself."""
        last = statement_and_question(reading.text)
        people = {i for m in reading.of("record") if self._base.evidence[m.pattern.value].kind == "person" for i in m.span}
        if last and reading.text.removesuffix(last).rstrip().endswith(",") and people and 0 not in people:
            # «Жена Бурака, как её зовут?» is not asked of him.
            return None
        asked = self._read(last) if last else None
        return replace(asked, language=reading.language) if asked and not (asked.of("record") or asked.of("foreign")) else None

    def is_function(self, token: Token) -> bool:
        """A word that says little by itself, in any language; «этом» as a form of «этот» too."""
        return is_function(token)

    def votes(self, reading: Reading) -> list[tuple[str, dict[Language, float]]]:
        """Each word as typed with what it tells of the language of the message."""
        return list(self._detector.votes(_rows(reading.tokens, reading.mentions)))

    def _read(self, text: str) -> Reading:
        text, read = self._tokeniser.in_the_likeliest_layout(text)
        if tag := has_tag(tuple(token.key for token in read)):
            read = read[:-tag]
        self._typing_errors.mend(read)
        self._typing_errors.complete_titles(read)
        relative = take_years(read, self._today)
        mentions = mentions_in(read, self._base.patterns)
        if self._typing_errors.take_orphans(read, mentions):
            mentions = mentions_in(read, self._base.patterns)
        named = _named(mentions)
        spoken, language = self._languages(read, mentions)
        self._typing_errors.keep_to(spoken, read)
        mentions = [m for m in mentions if _can_be_meant(m, read, language) and (m.weight > MENDED or _is_of_language(m, read, spoken))]
        if framed := framed_by(read):
            mentions = [m for m in mentions if m.pattern.what not in _ASKING or m.span.isdisjoint(framed)]
        of_origin, denied = origins(read, mentions), denied_positions(read, mentions)
        if of_origin or denied:
            mentions = [m for m in mentions if m.span.isdisjoint(of_origin | denied)]
        mentions, aside, story = self._beside_the_question(text, read, mentions, language)
        if language == "kk":
            mentions = [m for m in mentions if not (m.pattern.what == "record" and m.weight < 1 and names_a_verb(m.pattern))]
            _mark_light_verbs(read, named)
        exact = _exact(read, mentions)
        reading = Reading(text, read, mentions, language, exact, aside=aside | of_origin, denied=denied, story=story, framed=framed, relative_years=relative)
        self._typing_errors.leave_names(reading)
        return reading

    def _languages(self, read: list[Token], mentions: list[Mention]) -> tuple[Language | None, Language | None]:
        """The language that a message is in, and the one that its answer is to be in: «расскажи по-казахски» wishes for another."""
        named = _named(mentions)
        languages = (m for m in mentions if m.pattern.what == "language" and not m.span <= named)
        wished = next((m.pattern.value for m in languages if not _is_known_or_not(read, m)), None)
        if wished and is_asked(read, mentions):
            # «Как Венгрия по-казахски»: it is the name that is to be in Kazakh.
            wished = None
        # «Сәлеметсіз бе, кто снял «Koca Dünya»?»: who greets in another language goes on in his own.
        greeting = {i for m in mentions if m.pattern.value == "greeting" and m.pattern.what == "smalltalk" and m.weight == 1 for i in m.span}
        rows = _rows(read, mentions)
        spoken = self._detector.detect([row for i, row in enumerate(rows) if i not in greeting]) if greeting else None
        spoken = self._after_polite_words(read, rows, greeting) or spoken or self._detector.detect(rows) or self._of_spelling(read, mentions)
        return spoken, next((code for code in LANGUAGES if code == wished), None) or spoken

    def _of_spelling(self, read: list[Token], mentions: list[Mention]) -> Language | None:
        """«Ясауи»: of a message that is one name the language that spells it so, where the other one spells it otherwise."""
        spelled: set[Language] = set()
        for mention in mentions:
            if mention.pattern.what == "record" and mention.weight == 1 and len(mention.span) == len(read):
                names = self._base.records[mention.pattern.value].names
                typed = {read[i].text.lower() for i in mention.span}
                kk, ru = ({word.lower() for name in listed for word in tokens(name)} for listed in (names.kk, names.ru))
                spelled |= {"kk"} if typed <= kk and not typed <= ru else {"ru"} if typed <= ru and not typed <= kk else set()
        return spelled.pop() if len(spelled) == 1 else None

    def _after_polite_words(self, read: list[Token], rows: list[Row], greeting: set[int]) -> Language | None:
        """«Подскажите, who directed Ayka?»: the language of all that follows what only asks to be told, if no word of another one is in it."""
        first = next((i for i, token in enumerate(read) if i not in greeting and as_listed(token) not in listed("polite")), 0)
        if not first:
            return None
        spoken, before = self._detector.detect(rows[first:]), self._detector.detect(rows[:first])
        mixed = before and sum(of.get(before, 0.0) for _, of in self._detector.votes(rows[first:])) > _OF_ANOTHER
        in_cyrillic = spoken == "en" and any(letters_of(token.text) != "en" for token in read[first:])
        return None if mixed or in_cyrillic else spoken

    def _beside_the_question(
        self, text: str, read: list[Token], mentions: list[Mention], language: Language | None
    ) -> tuple[list[Mention], frozenset[int], frozenset[int]]:
        """The mentions without what asks nothing, the positions of what somebody tells of himself or who wants to know, and those of a film's story."""
        aside = story = frozenset[int]()
        speaks, prefaced = speaks_of_himself(read, language), can_have_preface(read)
        mentions = [m for m in mentions if m.weight > MENDED or not is_asker(read, m)] if prefaced else mentions
        colons = before_colons(text) if ":" in text else frozenset[int]()
        if not (speaks or prefaced or colons or can_tell_a_story(read)):
            return mentions, aside, story
        clauses, things = clause_spans(text, read), self._things(mentions)
        aside = asides(read, mentions, clauses, language) if speaks else aside
        aside |= prefaces(read, mentions, clauses, things) if prefaced else aside
        if aside and is_asked_about(read, mentions, aside, things):
            aside = frozenset()
        mentions = without_origins(read, mentions, aside, things) if aside else mentions
        story = story_positions(read, mentions, clauses, colons)
        if aside or story:
            mentions = [m for m in mentions if not asks_nothing(m, aside, story)]
        return mentions, aside, story

    def _things(self, mentions: list[Mention]) -> frozenset[int]:
        """Positions of names of anything but countries and places."""
        named = (m for m in mentions if m.pattern.what == "record" and self._base.evidence[m.pattern.value].kind not in ("country", "place"))
        return frozenset(i for m in named for i in m.span)


def _named(mentions: list[Mention]) -> set[int]:
    """Positions of the names of records."""
    return {i for m in mentions if m.pattern.what == "record" for i in m.span}


def _exact(read: list[Token], mentions: list[Mention]) -> tuple[str, ...]:
    """The records whose name or alias is the whole message."""
    said = tuple(token.key for token in read)
    return tuple(dict.fromkeys(m.pattern.value for m in mentions if m.pattern.what == "record" and m.pattern.keys == said))


def _mark_light_verbs(read: list[Token], named: set[int]) -> None:
    for i, token in enumerate(read):
        # «Берлинде» is no form of «бер».
        is_name = i > 0 and token.text.istitle()
        token.light = i not in named and not is_name and is_light(token.key)


def _rows(read: list[Token], mentions: list[Mention]) -> list[Row]:
    """What the language is told by."""
    named = _named(mentions)
    of = [{base: sure for base, sure in token.bases.items() if base != token.part_of} if token.part_of else token.bases for token in read]
    return [(token.text, token.key, bases, i in named) for i, (token, bases) in enumerate(zip(read, of, strict=True))]


def _can_be_meant(mention: Mention, read: list[Token], language: Language | None) -> bool:
    """Whether a word can be of this language: no English one in Cyrillic («ал» is not «all»), no Kazakh one in Latin letters in an English sentence."""
    if mention.pattern.what == "function" and mention.pattern.language == "ru" and language == "en":
        # «Hotel» is no «хотел».
        return not all(read[i].text.isascii() for i in mention.span)
    if mention.pattern.what == "month" and mention.pattern.language in ("kk", "ru") and language == "en":
        # "Main" is no form of «май».
        return mention.weight == 1
    if mention.pattern.what == "beyond" and mention.pattern.language in ("kk", "ru") and language == "en" and mention.weight <= _OF_KAZAKH:
        # Beijing is no form of «бейдж» with a Kazakh ending.
        return False
    if mention.pattern.what == "record" and mention.pattern.language:
        return language == mention.pattern.language
    if mention.pattern.what == "beyond" and mention.pattern.keys[0] == _HOW:
        # «Как прошли дни кино?» does not ask how to get there, «как пройти» does.
        return not any(_RUSSIAN_PAST.search(read[i].text.lower()) for i in mention.span)
    if mention.pattern.language == "en":
        return any(read[i].text.isascii() for i in mention.span)
    return mention.pattern.language != "kk" or language != "en" or not any(read[i].text.isascii() for i in mention.span)


def _is_of_language(mention: Mention, read: list[Token], spoken: Language | None) -> bool:
    """Whether words with typing errors are of the language that is spoken, or of one that they alone can be of."""
    of = mention.pattern.language
    return of in (None, spoken) or (of == "en" and all(is_english_among_cyrillic(read[i], spoken, read) for i in mention.span))


def _without_interjections(text: str) -> str:
    """The text without «um» and «блин», unless it is nothing else: «who tf is …» begins with «who is»."""
    said = text.split()
    kept = [word for word in said if word.lower().strip(".,!?…") not in typed_list("interjections")]
    return " ".join(kept) if kept and len(kept) < len(said) else text


def _is_known_or_not(read: list[Token], language: Mention) -> bool:
    """Whether somebody tells that he speaks a language, or does not: «я не говорю по-казахски», «қазақша түсінбеймін»."""
    first, last = min(language.span), max(language.span)
    return any(token.text.lower() in typed_list("knowing_a_language") for token in (*read[max(first - 1, 0) : first], *read[last + 1 : last + 2]))


def _without_what_is_said_in_passing(text: str) -> str:
    """The text without «as far as you know» and «а то забыл» before the question or after it."""
    said = text.split()
    words_of = [word.lower().replace("’", "'").strip(".,!?…:;—–-()") for word in said]
    start, end = 0, len(said)
    longest = max(map(len, _in_passing()))
    cut = True
    while cut:
        cut = False
        for size in range(min(longest, end - start - _LEFT), 0, -1):
            if tuple(words_of[start : start + size]) in _in_passing():
                start, cut = start + size, True
                break
            if tuple(words_of[end - size : end]) in _in_passing():
                end, cut = end - size, True
                break
    if end - start == len(said):
        return text
    asks = "?" if end < len(said) and said[-1].endswith("?") and not said[end - 1].endswith("?") else ""
    return " ".join(said[start:end]).lstrip("—–-:, ").rstrip(",;: —–-") + asks


def _shorten(text: str) -> str:
    """At most `MAX_CHARACTERS`: a long message keeps its end, where the question stands."""
    return text if len(text) <= MAX_CHARACTERS else text[-MAX_CHARACTERS:]
