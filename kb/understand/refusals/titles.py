"""Refused: what is asked of a title that no film here has, mostly one in quotation marks."""

from __future__ import annotations

import re

from kb.base import Base
from kb.language.fold import fold, fold_phrase, tokens
from kb.records import LANGUAGES
from kb.understand.ask import Ask, Candidate
from kb.understand.evidence import EDITION_LIKE, NAMES
from kb.understand.lexicon import function_keys
from kb.understand.weights import COMMON
from kb.understand.word_lists import of_that_name

_QUOTED = re.compile(r"[«“”„\"]([^«»“”„\"]+)[»“”\"]")


class OtherTitles:
    """Tells whether a question is about a title that is none here, over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def unknown(self, ask: Ask) -> str:
        """The title in quotation marks that is all a message is about, if no name and no text here has its words: «кто снял «Завоевание»?»."""
        titles = _QUOTED.findall(ask.reading.text)
        if len(titles) != 1 or ask.named or not titles[0][:1].isupper():
            return ""
        title = set(tokens(titles[0]))
        at = {i for i, token in enumerate(ask.reading.tokens) if token.text in title}
        named = {i for m in ask.reading.mentions if m.pattern.what in ("record", "year", "ordinal") for i in m.span}
        said = at.intersection(ask.content)
        return str(titles[0]) if said and at.isdisjoint(named) and not any(self._is_a_name_in_texts(ask, i) for i in said) else ""

    def are_quoted(self, ask: Ask, best: Candidate) -> bool:
        """Whether a title stands in quotation marks that names nothing here: an answer about its director would not be about it."""
        record = ask.of[best.record]
        own = {ask.reading.tokens[i].text for i in ask.named.get(best.record, ())}
        # A film that is not named is only meant by a word of its names: «Победителей» is none of «победил на питчинге».
        by_name = record.kind == "film" and best.record not in ask.named and not best.follows
        meanings = ("record", "kind", "genre") if by_name else ("record", "kind", "cue", "genre")
        known = own | {ask.reading.tokens[i].text for what in meanings for m in ask.reading.of(what) for i in m.span}
        # «Оскар» is the name of a prize, and no title.
        known |= {ask.reading.tokens[i].text for i in ask.cues.get("oscars", ())} if best.property == "oscars" else set()
        for title in map(tokens, _QUOTED.findall(ask.reading.text)):
            places = {word: record.where.get(fold(word)[:5], ()) for word in title}
            told = {word for word in title if (NAMES in places[word] if by_name else places[word])}
            strange = [word for word in title if word not in told and word not in own and fold(word) not in function_keys()]
            if own.isdisjoint(title):
                # Another name of the film may stand in the message besides.
                apart = len(strange) == len(title) and known.isdisjoint(title) and not (best.record in ask.named and record.kind == "film")
                at = [i for i in ask.content if ask.reading.tokens[i].text in title]
                if apart and not (len(title) > 1 and any(self._is_a_name_in_texts(ask, i) for i in at)):
                    return True
            elif record.kind == "film" and len(title) > 1 and len(strange) >= len(title) / 2:
                # «Kazakh Khanate. The Diamond Sword» is not «The Golden Throne».
                return True
        return False

    def is_other_festival(self, ask: Ask, best: Candidate) -> bool:
        """«Кинофестиваль «Бастау» кто открыл?»: what stands in quotation marks beside the word for a festival is its name."""
        if ask.of[best.record].kind not in (*EDITION_LIKE, "festival", "award") or best.record in ask.named:
            return False
        quoted = {word for title in _QUOTED.findall(ask.reading.text) for word in tokens(title)}
        at = {i for i, token in enumerate(ask.reading.tokens) if token.text in quoted} - ask.named_positions if quoted else set()
        beside = {i + step for i in ask.kinds.get("edition", ()) for step in (-1, 1)}
        where = ask.of[best.record].where
        return any(not any(NAMES in where.get(stem, ()) for stem in ask.stems.get(i, ())) for i in at & beside)

    def is_of_another(self, ask: Ask, best: Candidate) -> bool:
        """Whether a film is asked about by a title in quotation marks which no film here has: «Dune» is not «Koca Dünya»."""
        if ask.of[best.record].kind != "film" or best.record in ask.named or best.follows:
            return False
        quoted = {key for title in _QUOTED.findall(ask.reading.text) for key in fold_phrase(title)}
        at = ask.reading.where_key(quoted)
        if any(self._is_kazakh_title(ask, best, i) for i in ask.content):
            return True
        if not at or not at.isdisjoint(ask.named_positions | best.cued):
            return False
        # «Сколько лет Миле в «Победителях»?»: a word of the title in another case.
        where = ask.of[best.record].where
        own = all(any(NAMES in where.get(stem, ()) for stem in ask.stems.get(i, ())) for i in at)
        return not own and not any(self._base.has_text_word(key) for key in quoted)

    @staticmethod
    def _is_kazakh_title(ask: Ask, best: Candidate, i: int) -> bool:
        """«Шал фильмі»: what stands with a capital right before the film of that name, and is no other word, is its title."""
        tokens = ask.reading.tokens
        if i + 1 >= len(tokens) or not tokens[i].text[:1].isupper() or tokens[i + 1].text.isupper():
            return False
        named_so = tokens[i + 1].text.lower().startswith(of_that_name()) and i + 1 in ask.kinds.get("film", ())
        other_word = any(i in m.span for m in ask.reading.mentions if m.pattern.what not in ("function", "slight"))
        where = ask.of[best.record].where
        return named_so and not other_word and not any(NAMES in where.get(stem, ()) for stem in ask.stems[i])

    def _is_a_name_in_texts(self, ask: Ask, i: int) -> bool:
        """Whether texts have a word with a capital, as a title has it: not «promise», if the base has no promise but in other words."""
        ids = {self._base.ids[number] for stem in ask.stems[i] for number in self._base.in_texts.numbers(stem)} if self._rarely_told(ask, i) else set()
        texts = (text.get(language) for record in ids for text in self._base.records[record].texts() for language in LANGUAGES)
        # A form has other endings: «кубок», «кубка».
        beginnings = tuple(key.rstrip("aeiou") or key for key in (ask.reading.tokens[i].key, *ask.reading.tokens[i].bases))
        return any(word[:1].isupper() and fold(word).startswith(beginnings) for text in texts for word in tokens(text))

    def _rarely_told(self, ask: Ask, i: int) -> bool:
        return all(self._base.in_texts.count(stem) <= COMMON for stem in ask.stems[i])
