"""Whether a message refers to what the chat spoke of («who made it»), goes on from it («and with Iran?»), or stands alone."""

from __future__ import annotations

from kb.base import Base
from kb.language.fold import fold, fold_phrase
from kb.query import Query
from kb.understand.ask import FESTIVAL, KAZAKHSTAN
from kb.understand.evidence import EDITION_LIKE, Evidence
from kb.understand.follow_ups.last_answer import told_besides
from kb.understand.follow_ups.pronouns import Pronouns
from kb.understand.lexicon import words
from kb.understand.reading import Mention, Reading
from kb.understand.word_lists import folded_list, listed

# So many words can ask for a film by what it is.
_WHOLE = 4
# So many words describe what «it» stands for, or what there is.
_DESCRIBED = 4
_WAS = {fold("was"), fold("were")}
_THERE, _ONE, _THIS = "there", "one", fold("это")
_OF_FESTIVALS = {*EDITION_LIKE, "award", "programme"}


class References:
    """Tells which messages refer to something, over one base."""

    def __init__(self, base: Base, pronouns: Pronouns) -> None:
        self._base = base
        self._pronouns = pronouns
        self._referring = listed("pronouns", "thing_pronouns", "referring")
        self._going_on, self._which, self._belonging, self._telling_which = (listed(name) for name in ("going_on", "which", "belonging", "telling_which"))
        self._not_kazakh = listed("not_kazakh")
        self._asking = frozenset(words()["yes_no"]["last"])
        self._being = folded_list("being")
        self._corrections = {fold_phrase(phrase) for listed_of in words()["corrections"].values() for phrase in listed_of}

    def stands_alone(self, reading: Reading, context: Query) -> bool:
        """Whether a message tells by itself what it asks, and of what: «which films were shown in Aktau», whatever the chat spoke of before.

        Not one that refers back («who made it») or goes on («and with Iran?»). «The festival» is one only where the chat spoke of none.
        """
        keys = reading.listed
        if not keys or keys[0] in self._going_on or reading.besides or self._corrects(reading):
            return False
        last = self._base.evidence.get(context.records[0]) if context.records else None
        who = any(m.pattern.value == "who" for m in reading.of("question"))
        if last and last.kind in ("person", "organisation") and not who and any(m.pattern.value == "next_dates" for m in reading.of("cue")):
            # «When is the next one?» after somebody is asked of the festival.
            return True
        names = self._names(reading, context, last)
        named = {i for m in names for i in m.span} | reading.years.keys()
        if self._refers(reading, keys, min(named, default=len(keys))):
            return False
        asks = {i for what in ("cue", "kind", "operation", "question") for m in reading.of(what) for i in m.span}
        which = {i + 1 for i, key in enumerate(keys) if key in self._which}
        if last and last.kind not in _OF_FESTIVALS:
            named |= {i for m in reading.of("kind") if m.pattern.value in EDITION_LIKE and which.isdisjoint(m.span) for i in m.span}
        if last and self._is_of_the_last(reading, last, names):
            return False
        if all(i in named or key in self._belonging or reading.tokens[i].key in self._asking for i, key in enumerate(keys)):
            # «Russia is in?» is asked of what the chat told the members of.
            return False
        films = [m.span for m in reading.of("kind") if m.pattern.value == "film"]
        # «Which film was the first to take a billion?» asks for another film than the last one.
        another = last is not None and last.kind == "film" and len(keys) >= _WHOLE and any(span & which for span in films)
        # «Who directed the film about a girl who plays kokpar?» tells the film by its story.
        story = bool(reading.story and films)
        return another or story or bool(named and (reading.yes_no or asks - named))

    def _names(self, reading: Reading, context: Query, last: Evidence | None) -> list[Mention]:
        """The names that tell of what is asked: not Kazakhstan, a side of every paper, nor «best director», the name of each year's prize."""
        told = [self._base.evidence[ref].kind for ref in told_besides(self._base, last, context) if ref in self._base.records] if last else []
        of_paper = last is not None and "agreement" in (last.kind, *told)
        names = [m for what in ("record", "foreign") for m in reading.of(what) if not (of_paper and m.pattern.value == KAZAKHSTAN)]
        if last and last.kind in _OF_FESTIVALS:
            names = [m for m in names if m.pattern.what == "foreign" or not self._is_of_each_festival(m)]
        return names

    def _is_of_the_last(self, reading: Reading, last: Evidence, names: list[Mention]) -> bool:
        """Whether a message that refers to nothing asks something of the last record all the same."""
        if self._says_only_where(reading, last) or self._says_only_than_what(reading, last):
            return True
        if self._asks_whose(reading, last) or self._of_a_side(reading, last):
            return True
        kinds = {m.pattern.value for m in reading.of("kind")}
        # «Who won in 2024?» after the Eurasia festival.
        return last.kind == "festival" and last.id != FESTIVAL and not names and kinds.isdisjoint(EDITION_LIKE)

    def _asks_whose(self, reading: Reading, last: Evidence) -> bool:
        """«Who is from Türkiye?», «от Турции кто»: nobody is meant but of those whom the festival or its jury told."""
        named = {self._base.evidence[m.pattern.value].kind for m in reading.of("record")}
        asks = {m.pattern.value for m in reading.of("question")}
        return last.kind in _OF_FESTIVALS and named == {"country"} and asks == {"who"} and not (reading.of("kind") or reading.of("cue"))

    def _of_a_side(self, reading: Reading, last: Evidence) -> bool:
        """«Who was on the French side?» after a paper or talks with France."""
        named = {m.pattern.value for m in reading.of("record")}
        of_a_party = last.kind == "agreement" and bool(named) and named <= set(last.near.get("country", ()))
        return of_a_party and not reading.of("kind") and reading.has_listed(folded_list("sides"))

    def _is_of_each_festival(self, mention: Mention) -> bool:
        """Whether a name is that of a prize or a jury, of which each festival has one, without a year."""
        named = self._base.evidence[mention.pattern.value]
        return named.kind == "award" or named.type == "jury"

    def _says_only_where(self, reading: Reading, last: Evidence) -> bool:
        """«Did it get anything in Aktau?» without «it»: only a place is named, and something asked that is known of the last record."""
        named = {self._base.evidence[m.pattern.value].kind for m in reading.of("record")}
        cued = {i for m in reading.of("cue") if m.weight == 1 and last.known(m.pattern.value) for i in m.span}
        kinds = {i for m in reading.of("kind") for i in m.span}
        if last.kind not in ("film", "person", "agreement") or named != {"place"} or not kinds <= cued or reading.years:
            return False
        if last.kind == "film" and not reading.of("question") and {m.pattern.value for m in reading.of("cue")} & {"festivals"}:
            # «Shown in Cannes?» of a film whose festivals are not known.
            return True
        return any(m.weight == 1 and last.known(m.pattern.value) for m in reading.of("cue"))

    def _says_only_than_what(self, reading: Reading, last: Evidence) -> bool:
        """«More than Cadet?» after what a film earned: nothing is told but what the last record is to be set beside."""
        named = {m.pattern.value for m in reading.of("record")}
        orders = any(m.pattern.value in ("most", "least", "age") for m in reading.of("operation"))
        alike = len(named) == 1 and all(one != last.id and self._base.evidence[one].kind == last.kind for one in named)
        return orders and alike and not (reading.of("cue") or reading.of("kind"))

    def of_somebody(self, reading: Reading) -> bool:
        """Whether a pronoun of a person stands in a message: «he», «она»; not «you»."""
        return reading.has_listed(self._pronouns.genders["she"] | self._pronouns.genders["he"])

    def goes_on(self, reading: Reading) -> bool:
        """Whether a word says that the message goes on from what the chat spoke of."""
        keys = reading.listed
        return bool(keys) and (keys[0] in self._going_on or self._corrects(reading) or self._refers(reading, keys, len(keys)))

    def _corrects(self, reading: Reading) -> bool:
        """«I meant 2023», «нет, я про Баку»: what was asked before is asked of something else."""
        return reading.says(self._corrections)

    def _refers(self, reading: Reading, keys: list[str], first_name: int) -> bool:
        """Whether a word refers to what the chat spoke of; «their» after a name can refer to that, and «it» to what a clause before it told."""
        words_for = self._referring - self._not_kazakh if reading.language == "kk" else self._referring
        referring = (i for i, key in enumerate(keys) if key in words_for and not (key in self._pronouns.possessive and i > first_name))
        return any(not (self._introduces(keys, i) or (keys[i] in self._pronouns.things_or_any and self._is_told_before(reading, i))) for i in referring)

    def _introduces(self, keys: list[str], at: int) -> bool:
        """«Is there a film about …», «the one where a dam breaks»: what comes after it is told, and nothing that was told before."""
        if keys[at] == _THERE:
            # «There was a film from Kazakhstan» can go on from a festival.
            return at < 2 and (at == 0 or keys[0] in self._being) and len(keys) > _DESCRIBED and _WAS.isdisjoint(keys[:2])
        return keys[at] == _ONE and len(keys) > at + _DESCRIBED and keys[at + 1] in self._telling_which

    def _is_told_before(self, reading: Reading, at: int) -> bool:
        """Whether the message itself says what this word means: «there is a film made with Lithuania, what is it called?», «Анау — что это?»."""
        clause = reading.clauses.get(at)
        before = {i for i in range(at) if reading.clauses.get(i) != clause}
        things = [m.span for m in reading.of("record") if self._base.evidence[m.pattern.value].kind not in ("country", "place")]
        if any(span <= before for span in things) or any(max(m.span) < at and reading.tokens[at].key == _THIS for m in reading.of("record")):
            return True
        told = any(m.span <= before for m in reading.of("kind")) or any(reading.tokens[i].key == _ONE for i in before)
        return told and len(before) >= _DESCRIBED
