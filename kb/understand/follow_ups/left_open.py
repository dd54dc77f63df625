"""What is not known of what the chat spoke of: this is said, rather than something told of another record."""

from __future__ import annotations

from kb.base import Base
from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask, Candidate
from kb.understand.evidence import EDITION_LIKE, SIGNED
from kb.understand.follow_ups.last_answer import last_record, told_besides
from kb.understand.follow_ups.pronouns import Pronouns
from kb.understand.follow_ups.strengths import strongest
from kb.understand.lexicon import default_properties, properties, words
from kb.understand.weights import ASKED, ASKED_STRONGLY, FOLLOWS
from kb.understand.word_lists import as_listed, listed, typed_list

# Whatever is asked in no more words than these is asked of what the chat spoke of.
_FEW_WORDS = 2
# What words for a day can ask for of a paper or talks.
_SIGNING_DAYS = ("signed_on", "dates")


class LeftOpen:
    """Tells what another record than the one that the chat spoke of must not answer, over one base."""

    def __init__(self, base: Base, pronouns: Pronouns) -> None:
        self._base = base
        self._pronouns = pronouns
        self._prizes: dict[str, str] = words()["prizes"]

    def lacks(self, ask: Ask, context: Query | None, best: str, told: str | None) -> Query | None:
        """«And who produced it?» where the film that the chat spoke of has no producer here: this is said, rather than another film's told.

        `best` is the record that would be told, and `told` the property of it.
        """
        last = last_record(ask, context)
        if last is None:
            return None
        if not ask.strength:
            return self._lacks_default(ask, best)
        prop = strongest(ask)
        kinds = {last.kind, "award"} if prop == "awards" else {last.kind}
        others = ask.named.keys() - {last.id} or ask.kinds.keys() - kinds or ask.reading.years or ask.ordinals
        elsewhere = last.kind == "festival" and last.id != FESTIVAL and ask.of[best].kind in ("edition", "award") and not ask.named and not ask.kinds
        if elsewhere and prop in properties() and last.kind in properties()[prop].kinds and not last.known(prop):
            # «Who won in 2024?» after another festival is not told by Korkyt Ata of that year.
            return Query("fact", (last.id,), prop)
        if last.kind == "place" and ask.of[best].known(prop) and ask.linked(best, last.id):
            # What there is to see in Aktau is told by the festival that took its guests there.
            return None
        met = last.kind == "agreement" and last.type not in SIGNED and context is not None and context.operation == "highlight"
        if met and context and prop in _SIGNING_DAYS and not last.known(prop) and "when" in last.sorts.get(context.property or "", ()):
            # «When was that meeting?» after what tells its day, where nothing was signed.
            return context
        unasked = best == last.id and (told is None or self._is_of_another_sort(ask, prop, told))
        if others or ask.strength[prop] < ASKED_STRONGLY or prop not in properties() or ((ask.gains or {}).get(best, 0.0) >= FOLLOWS and not unasked):
            return None
        return Query("fact", (last.id,), prop) if last.kind in properties()[prop].kinds and not last.known(prop) else None

    def _lacks_default(self, ask: Ask, best: str) -> Query | None:
        """«And where is he from?» where no place of the director is known: no answer is where the film was made."""
        if len(ask.named) != 1 or len(ask.types) != 1 or best in ask.named:
            return None
        (named, kind), (asked,) = *ask.named_kinds.items(), ask.types
        props = default_properties(kind, asked)
        return Query("fact", (named,), props[0]) if props and not any(map(ask.of[named].known, props)) else None

    @staticmethod
    def _is_of_another_sort(ask: Ask, asked: str, told: str) -> bool:
        """The running time of a film is not what it earned, nor is who shot it where it was shot."""
        if asked not in properties() or told not in properties():
            return False
        one, other = properties()[asked], properties()[told]
        return (one.type == "money" and other.type != "money") or (one.answers == "where" and other.answers == "who" and "who" not in ask.types)

    def strays(self, ask: Ask, context: Query, best: Candidate) -> bool:
        """«When will they begin?» after a film is not told by when the studio that is linked with it was founded.

        «When did it come out in cinemas?» after a festival is not told by its dates.
        """
        asked = strongest(ask)
        if ask.of[best.record].kind in EDITION_LIKE and best.record in context.records and ask.named.keys() <= {best.record} and asked in properties():
            of_films = properties()[asked].kinds == ["film"] and ask.strength[asked] > ASKED_STRONGLY and not ask.kinds
            return of_films and best.operation == "fact" and best.property not in ask.strength
        if ask.named or ask.kinds or ask.types != {"when"} or ask.reading.years or ask.operations or best.operation != "fact":
            return False
        if len(ask.telling) > _FEW_WORDS or ask.of[best.record].kind in EDITION_LIKE or best.property != "founded":
            return False
        return best.record not in context.records and (ask.gains or {}).get(best.record, 0.0) < FOLLOWS

    def leave(self, ask: Ask, record: str) -> bool:
        """Whether a message that names nothing but «it» would be answered with another record than one that the chat spoke of."""
        if not ask.gains:
            return False
        if ask.named:
            # «And when was it shut?» is not told by a body that is linked with the film that «it» stands for.
            names_it = all(as_listed(ask.reading.tokens[i]) in self._pronouns.things_or_any for i in ask.named_positions)
            # «With whom did she hold talks in Beijing?» is told by talks that she took part in.
            took_part = ask.of[record].kind == "agreement" and any(ref in ask.named for ref in ask.of[record].refs if ask.of[ref].kind == "person")
            only_it = names_it and not (ask.kinds or ask.reading.yes_no or took_part)
            return only_it and record not in ask.named and ask.of[record].kind not in (*EDITION_LIKE, "award", "event") and ask.gains.get(record, 0.0) < FOLLOWS
        elsewhere = any(gain >= FOLLOWS and ask.of[one].kind == "festival" and one != FESTIVAL for one, gain in ask.gains.items() if one in self._base.records)
        if elsewhere and ask.of[record].kind in ("edition", "award"):
            # «Who won in 2024?» after the Eurasia festival.
            return True
        if ask.kinds:
            return False
        return self._pronouns.mean_thing(ask) and ask.gains.get(record, 0.0) < FOLLOWS

    def asks_of_untold_film(self, ask: Ask, context: Query | None) -> bool:
        """«What is it about?» after the best film of a festival that has no record: no other film is meant."""
        last = last_record(ask, context)
        if context is None or last is None or ask.named or ask.reading.years or ask.ordinals:
            return False
        fact = last.facts.get(context.property or "")
        won = last.kind in ("edition", "award") and context.property in ("best_film", "winner") and fact is not None
        if not won or fact is None or any(ask.of[ref].kind == "film" for ref in fact.refs if ref in self._base.records):
            return False
        asked = strongest(ask)
        return asked in properties() and "film" in properties()[asked].kinds and last.kind not in properties()[asked].kinds

    def asks_of_untold_winner(self, ask: Ask, context: Query) -> bool:
        """«Where is he from?», «what else has she played in?» after a prize of somebody who has no record: no festival and nobody else is meant."""
        last = last_record(ask, context)
        if last is None or context.operation != "fact" or ask.named.keys() - {last.id} or ask.reading.years:
            return False
        fact = last.facts.get(context.property or "")
        personal = {"best_actress", *self._prizes.values()}
        told = fact is not None and any(ask.of[ref].kind != "country" for ref in fact.refs if ref in self._base.records)
        if context.property not in personal or fact is None or fact.unknown or told:
            return False
        asked = {prop for prop, strength in ask.strength.items() if strength >= ASKED and prop in properties()}
        of_people = any("person" in properties()[prop].kinds and last.kind not in properties()[prop].kinds for prop in asked) and asked.isdisjoint(personal)
        # «How many days was it?» is asked of the festival.
        pronouns = self._pronouns
        meant = pronouns.people | pronouns.genders["she"] | pronouns.genders["he"] | (pronouns.any if ask.reading.language == "kk" else set())
        return (of_people or "where" in ask.types) and ask.reading.has_listed(meant)

    def tells_country(self, ask: Ask, context: Query) -> bool:
        """Whether where somebody is from is asked, and what the chat told of him names a country."""
        asks = "where" in ask.types or "country" in ask.kinds
        text = self._base.records[context.records[0]].facts[context.property or ""].text if asks else None
        return text is not None and any(name in text.en for country in self._base.members("country", []) for name in self._base.records[country].names.en)

    def asks_of_nobody(self, ask: Ask, context: Query | None) -> bool:
        """«How old is he?» after a body: nobody was spoken of, and no other kind of record is meant."""
        if context is None:
            # «Who leads them?» names nobody either.
            pronouns = self._pronouns.people | typed_list("several_pronouns")
            said = any(
                token.text.lower() in pronouns and i not in ask.reading.story and not self._means_who(ask, i) for i, token in enumerate(ask.reading.tokens)
            )
            unknown = [i for i in ask.unknown if ask.reading.tokens[i].text.lower() not in typed_list("several_pronouns")]
            return said and not (ask.kinds or unknown or ask.reading.before) and set(ask.named_kinds.values()) <= {"country", "place"}
        last = last_record(ask, context)
        if last is None:
            return False
        people = {last.kind, *ask.named_kinds.values()} | {ask.of[ref].kind for ref in told_besides(self._base, last, context) if ref in self._base.records}
        says = ask.reading.has_listed(self._pronouns.people - self._pronouns.possessive)
        return says and "person" not in people and last.kind not in ("film", "award", *EDITION_LIKE) and not ask.kinds

    def _means_who(self, ask: Ask, i: int) -> bool:
        """«Who put his name under it?»: whose it is is asked for by «who»; but not «who is his father?»."""
        tokens = ask.reading.tokens
        asking = {j for m in ask.reading.of("question") if m.pattern.value == "who" for j in m.span}
        possessive = as_listed(tokens[i]) in self._pronouns.possessive
        return possessive and i - 2 in asking and as_listed(tokens[i - 1]) not in listed("being")
