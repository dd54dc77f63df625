"""What each mention of a message says, and which ones ask for nothing: the Center «for the Support of …», «a film memorandum»."""

from __future__ import annotations

import re

from kb.language.fold import fold
from kb.understand.ask import words
from kb.understand.ask.steps.numbers import positions_of_first_time, positions_of_places
from kb.understand.ask.terms import CONTEXT_KINDS, Terms
from kb.understand.lexicon import narrowed
from kb.understand.reading import Mention, Reading
from kb.understand.word_lists import folded_outside

# So many words that ask to be told about something are a set phrase.
_SET_PHRASE = 3
# What they can ask for besides.
_GIST = ("what", "genre", "plot", "scope", "theme")
# «There is».
_EXISTS = fold("бар")
# Kazakh endings of what somebody does, in the ablative: «түсіруден».
_OF_DEED = re.compile(r"u[dt][ae]n$")


def take_mentions(terms: Terms) -> None:
    """Add what each mention says, but for those that ask for nothing."""
    mentions = _Mentions(terms)
    mentions.take_figures_of_places()
    for mention in terms.reading.mentions:
        if mentions.asks_for_nothing(mention):
            continue
        if mention.pattern.what in ("cue", "kind") and not mention.span.isdisjoint(terms.reading.besides):
            _ask_for_the_rest(terms, mention)
        elif not mentions.is_no_cue(mention) and not mentions.tells_a_first_time(mention):
            mentions.take(mention)


def about_whom(reading: Reading) -> list[frozenset[int]]:
    """Where «about whom» is said: it asks for the story, not for somebody."""
    return [m.span for m in reading.of("cue") if m.pattern.value in ("plot", "scope", "theme") and len(m.span) == 2]


def _ask_for_the_rest(terms: Terms, mention: Mention) -> None:
    """«Besides the chairman» asks for the rest of the jury."""
    for wider in narrowed().get(mention.pattern.value, ([], ()))[0]:
        terms.add_cue(mention, wider)


def _deeds_left_out(reading: Reading) -> set[int]:
    """The positions of the deeds besides which something is asked: «кино түсіруден бөлек немен айналысады?», «кроме съёмок»."""
    tokens, named = reading.tokens, {i for m in reading.of("record") for i in m.span}
    out: set[int] = set()
    for i, token in enumerate(tokens[1:], 1):
        if token.key in folded_outside()["after"] and _OF_DEED.search(tokens[i - 1].key):
            out |= {i - 1, i - 2} if i > 1 else {i - 1}
    for i, token in enumerate(tokens[:-1]):
        if token.key in folded_outside()["before"] and tokens[i + 1].text.lower().endswith("ing"):
            out |= {i + 1, i + 2}
    return out - named


class _Mentions:
    """The mentions of one message, among the other words of it."""

    def __init__(self, terms: Terms) -> None:
        reading, evidence = terms.reading, terms.base.evidence
        self._terms, self._reading = terms, reading
        names = [m for m in reading.of("record") if len(m.span) > 1 and m.pattern.value not in terms.abroad]
        # The name of a prize asks for it in any year.
        self._names = [m.span for m in names if evidence[m.pattern.value].kind != "award"]
        self._films = {i for m in reading.of("kind") if m.pattern.value == "film" for i in m.span}
        self._kinds_of_names = {m.span: evidence[m.pattern.value].kind for m in names}
        self._titles = [m.span for m in names if evidence[m.pattern.value].kind == "film"]
        self._prizes = [m.span for m in names if evidence[m.pattern.value].kind == "award"]
        self._deeds = _deeds_left_out(reading)
        self._about_whom = about_whom(reading)
        # «Got anything on Kazhymukan?» asks for nothing that he got.
        self._about = [m.span for m in reading.of("operation") if m.pattern.value == "about" and len(m.span) >= _SET_PHRASE]
        self._function = {i for m in reading.of("function") if m.weight == 1 for i in m.span}
        self._function_words = {m.pattern.keys[0] for m in reading.of("function") if len(m.pattern.keys) == 1}
        self._kinds_begin = {min(m.span) for m in reading.of("kind") if m.pattern.value != "film"}
        self._set_phrases = [m.span for m in reading.of("slight") if len(m.span) > 1]
        self._months = {m.span: m.weight for m in reading.of("month")}
        self._places = positions_of_places(reading)
        of_context = any(evidence[m.pattern.value].kind in CONTEXT_KINDS for m in reading.of("record"))
        self._first_time = positions_of_first_time(reading) if of_context else set()

    def take_figures_of_places(self) -> None:
        """«1, 2 және 3 орындар»."""
        for i in self._places:
            if self._reading.tokens[i].key.isdecimal():
                self._terms.ranks[int(self._reading.tokens[i].key)].add(i)

    def take(self, mention: Mention) -> None:
        """Add what a mention says."""
        terms, value, span = self._terms, mention.pattern.value, mention.span
        match mention.pattern.what:
            case "record":
                terms.named[value] |= span
            case "kind":
                kind, type_ = words.subkinds().get(value, (value, ""))
                terms.kinds[kind] |= span
                if type_:
                    terms.types_of[kind].add(type_)
            case "operation":
                terms.operations[value] |= span
            case "question":
                if not any(span < phrase for phrase in self._about_whom):
                    terms.types.add(value)
            case "asked":
                terms.types.add("where" if value == "venue" else value)
                terms.asks_venue = terms.asks_venue or value == "venue"
            case "ordinal":
                of = terms.ordinals if span.isdisjoint(self._places) else terms.ranks
                of[int(value)] |= span
            case "month":
                terms.months |= span
            case "genre":
                terms.genres |= span
            case "cue":
                terms.add_cue(mention)

    def asks_for_nothing(self, mention: Mention) -> bool:
        """Whether the words beside it, or the name that it is a part of, leave nothing that it could ask for."""
        match mention.pattern.what:
            case "record":
                return self._is_rather_a_month(mention) or mention.pattern.value in self._terms.abroad
            case "kind":
                return self._narrows_another_kind(mention) or self._is_in_a_name(mention) or bool(mention.span & self._deeds)
            case "cue":
                of_a_name = self._is_in_a_name(mention) or self._is_of_a_jury_prize(mention) or mention.span <= self._terms.apposed
                within = of_a_name or (mention.pattern.value not in _GIST and any(mention.span < about for about in self._about))
                return within or bool(mention.span & self._deeds) or self._connects(mention) or self._is_half_a_name(mention)
            case "question":
                return self._connects(mention)
            case "operation":
                return self._is_another_form_of_exists(mention)
        return False

    def _is_half_a_name(self, mention: Mention) -> bool:
        """«Eurasia film festival, what is it?» asks for no festivals: one word is of a name, and the other one stands in another clause."""
        clauses = self._reading.clauses if len(mention.span) > 1 else {}
        inside = next((mention.span & name for name in self._names if not mention.span.isdisjoint(name)), frozenset()) if clauses else frozenset()
        return bool(inside) and {clauses.get(i) for i in mention.span - inside}.isdisjoint(clauses.get(i) for i in inside)

    def _connects(self, mention: Mention) -> bool:
        """Whether it is «when» that only tells at what time: «which president was there when they were shown»."""
        return not mention.span.isdisjoint(self._reading.connecting)

    def _is_rather_a_month(self, mention: Mention) -> bool:
        """«Қаңтарда» is no Cannes."""
        return mention.weight < self._months.get(mention.span, 0.0)

    def _narrows_another_kind(self, mention: Mention) -> bool:
        """«A film memorandum» is no film."""
        last = max(mention.span)
        return mention.pattern.value == "film" and last + 1 in self._kinds_begin and self._reading.tokens[last].text.isascii()

    def _is_in_a_name(self, mention: Mention) -> bool:
        """A word of a name asks for nothing: the Center «for the Support of …»."""
        return any(mention.span <= span for span in self._names)

    def _is_of_a_jury_prize(self, mention: Mention) -> bool:
        """«The jury prize» asks for no jury."""
        return mention.pattern.value in ("jury", "jury_chair") and any(mention.span <= span for span in self._prizes)

    def _is_another_form_of_exists(self, mention: Mention) -> bool:
        """«Барды ма» is «did it go», not «is there»."""
        keys = zip(mention.pattern.keys, sorted(mention.span), strict=False)
        return any(key == _EXISTS and self._reading.tokens[i].key != key for key, i in keys)

    def is_no_cue(self, mention: Mention) -> bool:
        """A part of a set phrase is none, «до сих пор» is not «до него», nor is a function word: «назови» is a form of «назван»."""
        if mention.pattern.what != "cue":
            return False
        if any(mention.span & phrase and not phrase <= mention.span for phrase in self._set_phrases):
            return True
        if len(mention.span) > 1 and any(mention.span & span and not span <= mention.span for span in self._titles):
            # «Слово Абая — что за картина?» asks for the meaning of no word.
            return True
        of_no_film = (span for span, kind in self._kinds_of_names.items() if kind != "film" and mention.span - span <= self._function)
        if any(not mention.span <= span and mention.span & span and mention.span & span <= self._films for span in of_no_film):
            # «When was the Eurasia film festival» asks for no year of a film.
            return True
        keys = (self._reading.tokens[i].key for i in mention.span)
        return any(key in self._function_words and key not in mention.pattern.keys for key in keys)

    def tells_a_first_time(self, mention: Mention) -> bool:
        """«Did Hungary come for the first time?» asks neither for the first festival nor for when it began."""
        first = mention.pattern.value in ("1", "founded") and mention.pattern.what in ("ordinal", "cue")
        return first and not mention.span.isdisjoint(self._first_time)
