"""What is said of a message that is not answered: which words lack, which records it may mean, and what it was about."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from kb.base import Base
from kb.language.fold import fold, fold_phrase
from kb.language.kazakh import without_case
from kb.query import Query
from kb.understand.ask import CONTEXT_KINDS, KAZAKHSTAN, Ask, Candidate
from kb.understand.conversation import Conversation
from kb.understand.interpretation.content import content_of
from kb.understand.interpretation.decision import About, Decision, answer
from kb.understand.interpretation.strangers import WITHOUT_AGREEMENT
from kb.understand.lexicon import country_name, words
from kb.understand.reading import Reader, Reading

# How sure a mention has to be to tell what a message is about that is not understood.
SURE = 0.95
# So many letters a word of a message shares at least with one of the name of a record that it can mean.
_TELLING_WORD = 4
# At most so many records are near enough to be named, and each explains so much of the message.
NEAR, NEAR_COVERAGE = 2, 0.3


def lacking(ask: Ask, best: Candidate | None) -> str:
    """What an honest no names: the country that has no agreement, else the words that nothing explains."""
    for record in ask.named if "agreement" in ask.kinds else ():
        if ask.of[record].kind == "country" and "agreement" not in ask.of[record].near:
            return " ".join(ask.reading.tokens[i].text for i in sorted(ask.named[record]))
    # A record that is named is known, only not what is asked of it: «nothing on Samal Yeslyamova» would be wrong.
    unexplained = ask.unexplained(best) if best else tuple(i for i in ask.content if i not in ask.slight)
    beyond = {i for mention in ask.reading.of("beyond") for i in mention.span}
    chosen = [i for i in unexplained if (i in beyond or not ask.reading.tokens[i].bases) and i not in ask.named_positions]
    return " ".join(ask.reading.tokens[i].text for i in chosen[:3])


class HonestNo:
    """Completes the decision for a message that is not answered, over one base."""

    def __init__(self, base: Base, reader: Reader, conversation: Conversation) -> None:
        self._base = base
        self._reader = reader
        self._conversation = conversation

    def complete(self, reading: Reading, decision: Decision) -> Decision:
        """What is not answered, with the records that the message may mean; none for what the festival's staff tells."""
        if decision.query is None and self._conversation.is_errand(reading):
            return replace(decision, records=(), lacking="", about="errand")
        if decision.why == WITHOUT_AGREEMENT and (country := self._country_without_papers(reading)):
            # «Меморандум с Венгрией»: of the country other things are known.
            return answer(Query("fact", (country,), "agreements"), decision.why)
        if decision.about in ("award", "untrue"):
            return decision
        if decision.about == "host":
            return replace(decision, lacking=self._quoted(reading, decision.lacking))
        records = decision.records or (self._surely_named(reading) if decision.lacking else ())
        near = tuple(record for record in records if self._is_near(reading, record))
        about: About = "base" if self._conversation.concerns_base(reading) else "nothing"
        return replace(decision, records=near, about=about, lacking=self._quoted(reading, decision.lacking))

    def _surely_named(self, reading: Reading) -> tuple[str, ...]:
        """«Did Joqtau win the Palme d'Or?»: the film, body or person that is named in full, of which something else may be asked."""
        topic = self.topic(reading)
        spans = [m.span for m in reading.of("record") if m.pattern.value == topic]
        kind = self._base.evidence[topic].kind if spans else ""
        return (topic,) if kind in ("film", "organisation") or (kind == "person" and max(map(len, spans)) > 1) else ()

    def _country_without_papers(self, reading: Reading) -> str | None:
        """The only country but Kazakhstan that is named, if it is said of it that no papers are known."""
        evidence = {m.pattern.value: self._base.evidence[m.pattern.value] for m in reading.of("record") if m.pattern.value != KAZAKHSTAN}
        countries = [record for record, one in evidence.items() if one.kind == "country"]
        if len(countries) != 1 or "agreements" not in evidence[countries[0]].facts:
            return None
        return None if evidence[countries[0]].known("agreements") else countries[0]

    def _quoted(self, reading: Reading, unexplained: str) -> str:
        """Of the words that nothing explains those that can be a name or a topic: no pronoun, and no form of an everyday word.

        A country or place that is named stands by its own name: «южной кореей», «Америкамен».
        """
        foreign = [m.pattern for m in reading.of("foreign")]
        if any(unexplained == country_name(pattern.value, reading.language) or (" " in unexplained and unexplained == pattern.label) for pattern in foreign):
            return unexplained
        for mention in reading.of("record"):
            placed = self._base.evidence[mention.pattern.value].kind in ("country", "place")
            if placed and reading.language and unexplained == " ".join(reading.tokens[i].text for i in sorted(mention.span)):
                return self._base.records[mention.pattern.value].names.shown(reading.language)
        out = []
        for word in unexplained.split():
            at = next((i for i, token in enumerate(reading.tokens) if token.text == word), None)
            topics = [m.pattern for what in ("beyond", "foreign") for m in reading.of(what) if at in m.span]
            if word[:1].isupper() or word[:1].isdecimal() or any(len(t.keys) > 1 or (at is not None and reading.tokens[at].key in t.keys) for t in topics):
                out.append(_in_base_form(reading, word, at))
            elif topics and reading.language == "ru":
                out.append(topics[0].value if topics[0].what == "beyond" else topics[0].label)
            elif topics and reading.language == "en":
                out.append(word)
        return " ".join(out)

    def _is_near(self, reading: Reading, record: str) -> bool:
        """Whether a message names a record, or shares a telling word with its name: no other one can be meant."""
        if any(m.pattern.value == record for m in reading.of("record")):
            return True
        asking = {i for what in ("kind", "cue", "question", "operation", "beyond", "slight") for m in reading.of(what) for i in m.span}
        said = tuple(
            reading.tokens[i].key[:_TELLING_WORD] for i in content_of(reading, self._reader) if i not in asking and len(reading.tokens[i].key) >= _TELLING_WORD
        )
        return any(key.startswith(said) for name in self._base.records[record].names.all() for key in fold_phrase(name))

    def topic(self, reading: Reading) -> str:
        """The only thing that a message surely names, whatever is asked of it; of a city, the only festival there, or that of a year."""
        named = {m.pattern.value for m in reading.of("record") if m.weight >= SURE}
        kinds = {record: self._base.evidence[record].kind for record in named}
        things = [record for record, kind in kinds.items() if kind not in CONTEXT_KINDS]
        years = set(reading.years.values())
        places = [record for record, kind in kinds.items() if kind == "place"] if not things else []
        for place in places:
            held = self._base.evidence[place].near.get("edition", ())
            things += [edition for edition in held if not years.isdisjoint(self._base.evidence[edition].years) or (not years and len(held) == 1)]
        return things[0] if len(things) == 1 else ""


def _in_base_form(reading: Reading, word: str, at: int | None) -> str:
    """A name without the ending of its case, where it is known without: «АҚШ-пен», «Анкаре»."""
    if not word[:1].isupper():
        return word
    names = (m.pattern for m in reading.of("foreign") if at in m.span and len(m.span) == 1 and len(m.pattern.value) > 2)
    if reading.language != "en" and (name := next((name for name in names if name.label.isascii() == word.isascii()), None)):
        return name.label
    if reading.language != "kk":
        return word
    return without_case(word, {*_capitals(), *(reading.tokens[at].bases if at is not None else ())})


@cache
def _capitals() -> frozenset[str]:
    """The folded names of capitals, whether the base has them or not."""
    return frozenset(fold(name) for names in words()["capitals_of_states"].values() for name in names)
