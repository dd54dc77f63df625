"""What a message means after another one in the same chat: «and who wrote it?», «and with Uzbekistan?»."""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from kb.base import Base
from kb.language.fold import fold, fold_phrase
from kb.query import Query
from kb.understand.ask import FESTIVAL, KAZAKHSTAN, Ask, Candidate
from kb.understand.evidence import EDITION_LIKE, SIGNED, Evidence
from kb.understand.lexicon import narrowed, properties, words
from kb.understand.reading import Mention, Reading, Token
from kb.understand.weights import COVERAGE, FOLLOWS, OF_NARROWER

_NO_RECORDS: frozenset[str] = frozenset()
# Kazakh endings of «from among them».
_AMONG = ("лардан", "лерден", "дардан", "дерден", "тардан", "терден")
# What else the words of «since what year has he held this post» can ask for.
_IN_OFFICE = ("post_since", "founded", "year", "period", "dates", "post", "head")
# Keys of so many letters can be of several words.
_SHORT = 2
# So many stems two posts of one name have in common at least, in three languages.
_OF_A_POST = 4
# What else the words of «how long» can ask for, of what is no festival.
_OF_LENGTH = {"runtime", "post_since", "period"}
# How strongly something is asked for at least.
_ASKED = 0.35
# How strongly something is asked for that is missed.
_STRONG = 0.55
# So many words can ask for a film by what it is.
_WHOLE = 4
# What the words of «who held it before him» can ask for.
# Whatever is asked in no more words than these is asked of what the chat spoke of.
_FEW_WORDS = 2
# So many words describe what «it» stands for, or what there is.
_DESCRIBED = 4
_WAS = {fold("was"), fold("were")}
_YEAR = {fold("year"), fold("год"), fold("жыл")}
_THERE, _ONE, _THIS = "there", "one", fold("это")
_OF_PREDECESSOR = {"predecessor", "post", "head", "post_since"}
# What a word for a chair asks for, of whatever it is.
_HEADS = {"head", "post", "organisers", "jury_chair"}
_OF_FESTIVALS = {*EDITION_LIKE, "award", "programme"}


def listed(*names: str) -> frozenset[str]:
    """The words of these lists of `words.yaml`, as `as_listed` gives a word of a message."""
    return frozenset(in_list(str(word)) for name in names for word in words()[name])


def in_list(word: str) -> str:
    """A word of a list as `as_listed` gives it."""
    return key if len(key := fold(word)) > _SHORT else word.lower()


def as_listed(token: Token) -> str:
    """The key of a word; one of two letters or less as it is typed: the keys of «не» and «неё», of «ше» and she are one."""
    return token.key if len(token.key) > _SHORT else token.text.lower()


@cache
def of_that_name() -> tuple[str, ...]:
    """How Kazakh words for a film begin that has the word before them for its name: «Шал фильмі»."""
    return tuple(words()["film_of_that_name"])


class FollowUps:
    """Tells which records a follow-up can mean, over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._pronouns, self._thing_pronouns, self._people_pronouns, self._any_pronouns, self._demonstratives, self._there = (
            listed(name) for name in ("pronouns", "thing_pronouns", "people_pronouns", "any_pronouns", "demonstratives", "there")
        )
        self._referring = listed("pronouns", "thing_pronouns", "referring")
        self._going_on, self._possessive, self._which, self._belonging = (listed(name) for name in ("going_on", "possessive", "which", "belonging"))
        self._telling_which = listed("telling_which")
        self._not_kazakh = listed("not_kazakh")
        self._thing = listed("thing_pronouns") | listed("any_pronouns")
        self._asking = frozenset(words()["yes_no"]["last"])
        self._ranked = frozenset(words()["ranked"])
        self._steps = {int(step): [list(fold_phrase(phrase)) for phrase in phrases] for step, phrases in words()["steps"].items()}
        self._crafts = {fold(word) for word in words()["crafts"]}
        self._among_words = {fold(word) for word in words()["among"]}
        self._actresses = {fold(word) for word in words()["actresses"]}
        self._sexes = {prize: {fold(word) for word in listed_of} for prize, listed_of in words()["sexes"].items()}
        self._prizes: dict[str, str] = words()["prizes"]
        self._corrections = {fold_phrase(phrase) for listed_of in words()["corrections"].values() for phrase in listed_of}
        self._until = frozenset(words()["until"])
        self._before = frozenset(fold(word) for word in words()["narrowed"]["predecessor"]["by"])
        self._genders = {"she": listed("she"), "he": listed("he")}
        self._surnames: dict[str, list[str]] = words()["surnames"]
        self._being = {fold(word) for word in words()["being"]}
        self._again = {fold(word) for word in words()["hops"]["again"]}
        self._counted: dict[str, str] = words()["counted"]
        self._of_asked_kind: dict[str, dict[str, str]] = words()["properties_of_asked_kind"]
        self._defaults: dict[str, dict[str, str | list[str]]] = words()["default_properties"]

    def stands_alone(self, reading: Reading, context: Query) -> bool:
        """Whether a message tells by itself what it asks, and of what: «which films were shown in Aktau», whatever the chat spoke of before.

        Not one that refers back («who made it») or goes on («and with Iran?»). «The festival» is one only where the chat spoke of none.
        """
        keys = [as_listed(token) for token in reading.tokens]
        if not keys or keys[0] in self._going_on or reading.besides or self._corrects(reading):
            return False
        last = self._base.evidence.get(context.records[0]) if context.records else None
        if last and last.kind in ("person", "organisation") and any(m.pattern.value == "next_dates" for m in reading.of("cue")):
            # «When is the next one?» after somebody is asked of the festival.
            return True
        # Kazakhstan is a side of every paper.
        told = [self._base.evidence[ref].kind for ref in self.told(last, context) if ref in self._base.records] if last else []
        of_paper = last is not None and "agreement" in (last.kind, *told)
        names = [m for what in ("record", "foreign") for m in reading.of(what) if not (of_paper and m.pattern.value == KAZAKHSTAN)]
        if last and last.kind in _OF_FESTIVALS:
            # «Best director» is the name of each year's prize.
            names = [m for m in names if m.pattern.what == "foreign" or not self._is_of_each_festival(m)]
        named = {i for m in names for i in m.span} | reading.years.keys()
        if self._refers(reading, keys, min(named, default=len(keys))):
            return False
        asks = {i for what in ("cue", "kind", "operation", "question") for m in reading.of(what) for i in m.span}
        which = {i + 1 for i, key in enumerate(keys) if key in self._which}
        # «Which film was the first to take a billion?» asks for another film than the last one.
        another = (
            last is not None and last.kind == "film" and len(keys) >= _WHOLE and any(m.pattern.value == "film" and m.span & which for m in reading.of("kind"))
        )
        if last and last.kind not in _OF_FESTIVALS:
            named |= {i for m in reading.of("kind") if m.pattern.value in EDITION_LIKE and which.isdisjoint(m.span) for i in m.span}
        if last and (self._says_only_where(reading, last) or self._says_only_than_what(reading, last)):
            return False
        kinds = {m.pattern.value for m in reading.of("kind")}
        if last and last.kind == "festival" and last.id != FESTIVAL and not names and kinds.isdisjoint(EDITION_LIKE):
            # «Who won in 2024?» after the Eurasia festival.
            return False
        if all(i in named or key in self._belonging or reading.tokens[i].key in self._asking for i, key in enumerate(keys)):
            # «Russia is in?» is asked of what the chat told the members of.
            return False
        if self._asks_whose(reading, last):
            return False
        # «Who directed the film about a girl who plays kokpar?» tells the film by its story.
        story = bool(reading.story) and any(m.pattern.value == "film" for m in reading.of("kind"))
        return another or story or bool(named and (reading.yes_no or asks - named))

    def _asks_whose(self, reading: Reading, last: Evidence | None) -> bool:
        """«Who is from Türkiye?», «от Турции кто»: nobody is meant but of those whom the festival or its jury told."""
        named = {self._base.evidence[m.pattern.value].kind for m in reading.of("record")}
        asks = {m.pattern.value for m in reading.of("question")}
        return last is not None and last.kind in _OF_FESTIVALS and named == {"country"} and asks == {"who"} and not (reading.of("kind") or reading.of("cue"))

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
        return any(m.weight == 1 and last.known(m.pattern.value) for m in reading.of("cue"))

    def _says_only_than_what(self, reading: Reading, last: Evidence) -> bool:
        """«More than Cadet?» after what a film earned: nothing is told but what the last record is to be set beside."""
        named = {m.pattern.value for m in reading.of("record")}
        orders = any(m.pattern.value in ("most", "least", "age") for m in reading.of("operation"))
        alike = len(named) == 1 and all(one != last.id and self._base.evidence[one].kind == last.kind for one in named)
        return orders and alike and not (reading.of("cue") or reading.of("kind"))

    def of_somebody(self, reading: Reading) -> bool:
        """Whether a pronoun of a person stands in a message: «he», «она»; not «you»."""
        return any(as_listed(token) in self._genders["she"] | self._genders["he"] for token in reading.tokens)

    def goes_on(self, reading: Reading) -> bool:
        """Whether a word says that the message goes on from what the chat spoke of."""
        keys = [as_listed(token) for token in reading.tokens]
        return bool(keys) and (keys[0] in self._going_on or self._corrects(reading) or self._refers(reading, keys, len(keys)))

    def _corrects(self, reading: Reading) -> bool:
        """«I meant 2023», «нет, я про Баку»: what was asked before is asked of something else."""
        said = tuple(token.key for token in reading.tokens)
        return any(_stands_in(phrase, said) for phrase in self._corrections)

    def _refers(self, reading: Reading, keys: list[str], first_name: int) -> bool:
        """Whether a word refers to what the chat spoke of; «their» after a name can refer to that, and «it» to what a clause before it told."""
        words_for = self._referring - self._not_kazakh if reading.language == "kk" else self._referring
        referring = (i for i, key in enumerate(keys) if key in words_for and not (key in self._possessive and i > first_name))
        return any(not (self._introduces(keys, i) or (keys[i] in self._thing and self._is_told_before(reading, i))) for i in referring)

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

    def gains(self, ask: Ask, context: Query | None) -> dict[str, float]:
        """Records that a follow-up can mean, with what they gain by it.

        «And who wrote it?» is about the last record, or one that its answer named; «and with Uzbekistan?» about the record of
        the same kind that stands to Uzbekistan as the last one stood to Turkey.
        """
        if ask.gains is None:
            ask.gains = self._gains(ask, context)
            if context and ask.gains:
                self._resolve(ask, context, ask.of[context.records[0]])
        return ask.gains

    def _resolve(self, ask: Ask, context: Query, last: Evidence) -> None:
        """«Was it shown in Rome?» names the film that the chat spoke of, as its title would; «where is he from?» the head whom the last answer told."""
        before = min(ask.named_positions, default=len(ask.reading.tokens))
        meant: dict[str, set[int]] = {}
        step, span = self.step(ask)
        if step and not ask.named and len(following := self._next_of_its_kind(ask, context, last)) == 1:
            meant[following[0]] = span
        # Of people of a country that are named first, «there» is where the chat was: «which Kazakhs won there?»
        of_people = last.kind == "edition" and set(ask.named_kinds.values()) == {"country"}
        for i, token in enumerate(ask.reading.tokens):
            if i >= before and not (of_people and as_listed(token) in self._there and ask.reading.tokens[i - 1].key not in self._being):
                continue
            if not step and (antecedent := self._antecedent(ask, context, last, as_listed(token))):
                meant.setdefault(antecedent, set()).add(i)
        if last.kind == "film" and not ask.named and not meant and (its := self._films_in_kazakh(ask)):
            # «Қай елдердің фильмі?» is asked of this film, «тағы қандай фильмі бар?» of who made it.
            makers = [ref for ref in self.told(last, context) if ask.of[ref].kind == "person"]
            others = any(token.key in self._again for token in ask.reading.tokens)
            meant[makers[0] if others and len(makers) == 1 else last.id] = its
        set_phrases = [m.span for m in ask.reading.of("slight") if len(m.span) > 1]
        for record, positions in meant.items():
            positions -= {i for span in set_phrases for i in span}
            if positions and record not in ask.named:
                if record != last.id and ask.gains and ask.strength and ask.of[record].kind in ("film", "organisation"):
                    # «What is it about?» is asked of the film, and not of the festival that told it.
                    ask.gains.pop(last.id, None)
                ask.name(record, positions)
                self._ask_for_more(ask, record)

    @staticmethod
    def _films_in_kazakh(ask: Ask) -> set[int]:
        """Where a Kazakh word for one film stands, with the ending that says of whom or of what."""
        words_for_one = (i for i in ask.kinds.get("film", ()) if ask.reading.tokens[i].text.lower().startswith(of_that_name()))
        return set(words_for_one) if ask.reading.language == "kk" else set()

    def _ask_for_more(self, ask: Ask, record: str) -> None:
        """«And what else has he got?» asks for somebody's works, «what else has he won?» for what is asked anyway."""
        again = {i for i, token in enumerate(ask.reading.tokens) if token.key in self._again}
        for cues in ask.cues.values():
            cues |= dict.fromkeys(again, 1.0)
        weak = all(strength < _ASKED for strength in ask.strength.values())
        if again and weak and ask.of[record].kind == "person" and ask.of[record].known("works"):
            ask.cues["works"] |= dict.fromkeys(again, 1.0)
            ask.strength["works"] = 1.0

    def _antecedent(self, ask: Ask, context: Query, last: Evidence, key: str) -> str | None:
        """The record that a pronoun stands for; None where it is none, or can stand for several."""
        told = set(self.told(last, context))
        by_kind: dict[str, set[str]] = {last.kind: {last.id}}
        for ref in (ref for ref in told & self._base.records.keys() if not self._tells_better(ask, last, ref)):
            by_kind.setdefault(ask.of[ref].kind, set()).add(ref)
        people, films = by_kind.get("person", set()), by_kind.get("film", set())
        if people and not (fitting := self._of_gender(key, people)):
            # «And where did she study?» after the director of «Ayka», who is a man: the actress.
            others = self._of_gender(key, last.refs & self._base.records.keys(), sure=True)
            others = others.intersection(last.facts["cast"].refs) or others if "cast" in last.facts else others
            people, films = (others, set()) if len(others) == 1 else (people, films)
        elif people:
            people = fitting
        if "predecessor" in ask.cues:
            # «Before him» says when.
            return None
        if key in self._people_pronouns:
            of_body = key in self._possessive and self._strength_of(ask, last.kind, "person") > self._strength_of(ask, "person", last.kind)
            # «His deputy» is asked of the body.
            return None if len(people) != 1 or (of_body and last.kind != "person") else next(iter(people))
        if key in self._there:
            return last.id if last.kind in (*EDITION_LIKE, "place", "country") else None
        if key in self._any_pronouns and last.kind != "person" and people:
            # Of a body it is rather whom the last answer told, as its head; of a film and its director, the one whose properties are asked for.
            # «What else has he got?», «and where is he from?»
            more = not ask.strength and (ask.types == {"where"} or any(token.key in self._again for token in ask.reading.tokens))
            of_film = films and not more and self._strength_of(ask, "film", "person") >= self._strength_of(ask, "person", "film")
            meant = films if of_film else people
            return next(iter(meant)) if len(meant) == 1 else None
        if key in self._thing_pronouns and last.kind == "country":
            # «What's in it?» after the papers of a country.
            papers = [paper for paper in by_kind.get("agreement", ()) if ask.of[paper].type in SIGNED and ask.of[paper].countries <= 2]
            return papers[0] if len(papers) == 1 else last.id
        bodies = [ref for ref in last.refs if ref in self._base.records and ask.of[ref].kind == "organisation"] if last.kind == "person" else []
        if key in self._thing and len(bodies) == 1 and self._strength_of(ask, "organisation", "person") > 0:
            # «Where is its headquarters?» after who heads it.
            return bodies[0]
        if last.kind == "person" and not films and key not in self._genders["she"]:
            # «Was it in Aktau?» after the prize of a director: his only film.
            its = last.near.get("film", ())
            films = set(its) if len(its) == 1 and key in self._thing_pronouns else films
        if key in self._thing_pronouns and last.kind == "person" and len(films) == 1 and not (key in self._demonstratives and ask.named):
            # «Who directed it?» after the actress's prize for «Ayka».
            return next(iter(films))
        if key in self._any_pronouns or (key in self._thing_pronouns and last.kind != "person" and not (key in self._demonstratives and ask.named)):
            return last.id if last.kind in ("film", "person") or not films else next(iter(films)) if len(films) == 1 else None
        return None

    @staticmethod
    def _tells_better(ask: Ask, last: Evidence, told: str) -> bool:
        """Whether what is asked is known of the last record, and not of the film that its answer told: «which one opened them?» after days of cinema."""
        asked = max(ask.strength, key=ask.strength.__getitem__, default="")
        return (
            last.type == "film-days"
            and ask.of[told].kind == "film"
            and ask.strength.get(asked, 0.0) >= _STRONG
            and last.known(asked)
            and not ask.of[told].known(asked)
        )

    def _of_gender(self, key: str, records: Set[str], sure: bool = False) -> set[str]:
        """Those of some people whom «she» or «he» can mean, as far as their Russian surnames tell it; `sure` only those of whom they do."""
        asked = next((gender for gender, listed in self._genders.items() if key in listed), None)
        of = {record: self._gender(record) for record in records if asked and self._base.evidence[record].kind == "person"}
        return {record for record, gender in of.items() if gender == asked or (gender is None and not sure)} if asked else set() if sure else set(records)

    def _gender(self, person: str) -> str | None:
        surname = self._base.records[person].names.shown("ru").rpartition(" ")[2]
        fitting = [(len(ending), gender) for gender, endings in self._surnames.items() for ending in endings if surname.endswith(ending)]
        return max(fitting)[1] if fitting else None

    def told(self, last: Evidence, context: Query) -> list[str]:
        """The records that the last answer named besides its own: to which its facts refer, or whose names stand in its highlights."""
        out: list[str] = []
        if context.operation == "card" and last.kind == "film" and "director" in last.facts:
            # What is told of a film as a whole begins with who made it.
            out += last.facts["director"].refs
        for prop in (context.property or "").split("+"):
            if prop in last.facts:
                out += last.facts[prop].refs
            elif prop.isdigit() and int(prop) < len(of := self._base.records[last.id].highlights):
                said = fold_phrase(of[int(prop)].text.get("en"))
                beside = [near for kind in ("film", "person", "agreement", "organisation") for near in last.near.get(kind, ())]
                out += [near for near in beside if any(_stands_in(fold_phrase(name), said) for name in self._base.records[near].names.en)]
        return out

    @staticmethod
    def _strength_of(ask: Ask, kind: str, other: str) -> float:
        """How strongly the words of the message ask for what records of this kind have, and those of the other have not."""
        own = [prop for prop, definition in properties().items() if kind in definition.kinds and other not in definition.kinds]
        return max((ask.strength[prop] for prop in own if prop in ask.strength), default=0.0)

    def _gains(self, ask: Ask, context: Query | None) -> dict[str, float]:
        if not context or not context.records or context.records[0] not in self._base.records:
            return {}
        last = ask.of[context.records[0]]
        self._keep_to_the_year(ask, last)
        self._take_step(ask, last)
        self._ask_for_year(ask, last)
        self._turn_to_length(ask, context, last)
        self._narrow(ask, context, last)
        self._turn_to_prize(ask, context, last)
        self._turn_to(ask, context, last)
        self._turn_to_count(ask, context, last)
        if ask.named:
            referred = self._of_person(ask) if last.kind == "person" else self._of_thing(ask)
            gains = {last.id: 0.5} if referred else self._same_slot(ask, context, last)
            if last.kind not in ask.named_kinds.values():
                near = any(ask.linked(named, last.id) or not ask.held.get(named, _NO_RECORDS).isdisjoint(last.editions) for named in ask.named)
                gains.setdefault(last.id, 0.3 if near else 0.1)
            return gains
        gains = dict.fromkeys(last.links, 0.05)
        if last.kind in ("award", "edition", "event", "festival"):
            gains |= {near: 0.1 for kind in ("award", "edition", "event") for near in last.near.get(kind, ())}
        if last.kind == "award":
            gains |= dict.fromkeys(last.near.get("edition", ()), 0.35)
        gains |= dict.fromkeys(self._next_of_its_kind(ask, context, last), 0.5)
        gains |= {ref: 0.3 for ref in self.told(last, context) if ref in self._base.records and not self._tells_better(ask, last, ref)}
        if self._of_person(ask):
            gains |= {near: gain + 0.2 for near, gain in gains.items() if gain >= 0.3 and ask.of[near].kind == "person"}
        return gains | {last.id: 0.4}

    def _of_person(self, ask: Ask) -> bool:
        """Whether a pronoun means the person that the chat spoke of; not where a predecessor is asked for."""
        return "predecessor" not in ask.cues and any(as_listed(token) in self._pronouns for token in ask.reading.tokens)

    @staticmethod
    def _keep_to_the_year(ask: Ask, last: Evidence) -> None:
        """«And who chaired the jury?» after the festival of 2023 means the jury of that year, though a later one bears the name."""
        if last.kind not in (*EDITION_LIKE, "award") or not last.years or ask.reading.years or ask.ordinals:
            return
        for other in [record for record, kind in ask.named_kinds.items() if kind in ("event", "award") and record != last.id]:
            if ask.of[other].years and set(ask.of[other].years).isdisjoint(last.years):
                ask.unname(other)

    @staticmethod
    def _narrow(ask: Ask, context: Query, last: Evidence) -> None:
        """«And before him?» after who heads it asks for the predecessor, «who chaired it?» after the jury for its chair."""
        if ask.named or any(last.known(other) for other in ask.cues.keys() - _HEADS - {"what"}):
            return
        for prop, (wider, by) in narrowed().items():
            at = [i for i, token in enumerate(ask.reading.tokens) if not by.isdisjoint((token.key, *token.bases))]
            told = context.property in wider or (prop == "jury_chair" and last.type == "jury") or (context.property is None and any(map(last.known, wider)))
            if at and told and last.known(prop) and (context.property in wider or prop == "jury_chair"):
                for other in _HEADS & ask.cues.keys():
                    del ask.cues[other]
                    ask.strength.pop(other, None)
                ask.cues[prop] |= dict.fromkeys(at, 1.0)
                ask.strength[prop] = 1.0

    def _turn_to_prize(self, ask: Ask, context: Query, last: Evidence) -> None:
        """«And for directing?» after the prize of the best actress asks for the prize; «who made that one» after the best film, for this film.

        A film that has a record of its own tells it itself.
        """
        told = last.facts.get(context.property or "")
        prizes = ("winner", "best_film", "best_actress", *self._prizes.values())
        if ask.named or told is None or last.kind not in ("award", "edition") or context.property not in prizes:
            return
        kinds = {ask.of[ref].kind for ref in told.refs if ref in self._base.records}
        craft = self._among(ask) or any(not self._crafts.isdisjoint((token.key, *token.bases)) for token in ask.reading.tokens)
        film = not craft and (context.property == "best_film" or (context.property == "winner" and "person" not in kinds))
        its = {"film"} <= kinds and any(as_listed(token) in self._any_pronouns for token in ask.reading.tokens)
        documentary = "documentary" in ask.types_of.get("film", ())
        if (film and "film" in kinds and not documentary) or its:
            # «Who directed it?» after the best actor: the film of his role.
            return
        if documentary and ask.kinds.keys() == {"film"} and ask.strength.keys() <= {"genre"} and not self._of_thing(ask):
            # «And documentaries?»; «is it a documentary?» is asked of the film.
            ask.strength.pop("genre", None)
            ask.cues["best_documentary"] |= ask.cues.pop("genre", {}) | dict.fromkeys(ask.kinds.pop("film"), 1.0)
            ask.strength["best_documentary"] = 1.0
        for prize, sex in self._sexes.items():
            # «And among women?» after the best actor.
            of_sex = {i for i, token in enumerate(ask.reading.tokens) if token.key in sex}
            if of_sex and context.property in self._sexes and not ask.strength:
                ask.cues[prize] |= dict.fromkeys(of_sex, 1.0)
                ask.strength[prize] = 1.0
        for prop, prize in self._prizes.items():
            if (cue := ask.cues.get(prop)) and prop in ask.strength:
                actress = any(not self._actresses.isdisjoint((ask.reading.tokens[i].key, *ask.reading.tokens[i].bases)) for i in cue)
                asked = context.property if film else "best_actress" if actress else prize
                ask.cues[asked] |= cue
                ask.strength[asked] = max(ask.strength[asked], ask.strength.pop(prop) + OF_NARROWER)
                del ask.cues[prop]

    def _among(self, ask: Ask) -> bool:
        """«Among the actors», «среди режиссёров», «актерлерден»: one of many is meant, and not who made or played in the last film."""
        makers = {i for prop in self._prizes for i in ask.cues.get(prop, ())}
        kazakh = ask.reading.language == "kk" and any(ask.reading.tokens[i].text.lower().endswith(_AMONG) for i in makers)
        return kazakh or any(token.key in self._among_words and i + 1 in makers for i, token in enumerate(ask.reading.tokens))

    def _ask_for_year(self, ask: Ask, last: Evidence) -> None:
        """«Year?», «а год?», «жылы ше?»: the year of a film, or when something was."""
        at = [i for i, token in enumerate(ask.reading.tokens) if not _YEAR.isdisjoint((token.key, *token.bases))]
        if not at or len(ask.reading.tokens) > _WHOLE or ask.content or ask.types or ask.cues or ask.named or ask.kinds or ask.reading.years or ask.operations:
            return
        ask.types.add("when")
        if last.known("year"):
            ask.cues["year"] |= dict.fromkeys(at, 1.0)
            ask.strength["year"] = 1.0

    def _turn_to_length(self, ask: Ask, context: Query, last: Evidence) -> None:
        """«How long was it?» after a festival asks for its days, and not for the running time of a film."""
        films = [ref for ref in self.told(last, context) if ref in self._base.records and ask.of[ref].kind == "film"]
        if ask.named or ask.kinds.keys() - EDITION_LIKE or films or last.kind not in EDITION_LIKE or not last.known("dates") or "runtime" not in ask.strength:
            return
        ask.cues["dates"] |= ask.cues["runtime"]
        ask.strength["dates"] = max(ask.strength.get("dates", 0.0), ask.strength["runtime"])
        for other in _OF_LENGTH & ask.cues.keys():
            del ask.cues[other]
            ask.strength.pop(other, None)

    def _turn_to_count(self, ask: Ask, context: Query, last: Evidence) -> None:
        """«And films?» after how many guests came asks how many films there were."""
        told = last.kind == "edition" and context.property in self._counted.values()
        weak = all(strength < _STRONG for strength in ask.strength.values())
        if not told or len(ask.kinds) != 1 or ask.named or ask.types or not weak or "person" in ask.kinds:
            return
        kind = next(iter(ask.kinds))
        prop = self._counted.get(kind, "")
        if last.known(prop) and set(ask.telling) <= ask.kinds[kind]:
            ask.cues[prop] |= dict.fromkeys(ask.kinds.pop(kind), 1.0)
            ask.strength[prop] = 1.0

    def _turn_to(self, ask: Ask, context: Query, last: Evidence) -> None:
        """«In which town?» after somebody's birthday asks for the birthplace, though of itself it would ask for a festival's city.

        Where the message names nothing, and the last record has nothing of what its words ask for, they ask for what answers the
        same question word there.
        """
        if ask.named or ask.reading.years or ask.ordinals or not ask.kinds.keys() <= {"place"} or last.kind in EDITION_LIKE:
            return
        asked = [prop for prop, strength in ask.strength.items() if strength >= 0.35]
        if not asked or any(last.known(prop) for prop in asked) or any(i not in ask.cued and i not in ask.of_kinds for i in ask.content):
            return
        strongest = max(asked, key=ask.strength.__getitem__)
        if any(ask.strength[prop] == ask.strength[strongest] and last.kind in properties()[prop].kinds for prop in asked):
            # When somebody was born is not told by since when he holds a post.
            return
        if any(ask.of[ref].kind in properties()[strongest].kinds for ref in self.told(last, context) if ref in self._base.records):
            # «Where was he born?» is asked of the director whom the last answer told.
            return
        answers = properties()[strongest].answers
        own = [prop for prop in last.facts if answers in ("when", "where") and properties()[prop].answers == answers and last.known(prop)]
        default = self._defaults.get(last.kind, {}).get(answers)
        if prop := default if default in own else next(iter(own), None):
            ask.cues[prop] |= ask.cues[strongest]
            ask.strength[prop] = ask.strength[strongest]
            ask.types.add(answers)

    def _next_of_its_kind(self, ask: Ask, context: Query, last: Evidence) -> list[str]:
        """«And the third one?», «and in 2024?», «and the year before that?»: the records of this kind that are of that number or year.

        Of prizes that one fact tells in order («and the third place?») it is this fact again.
        """
        step, _ = self.step(ask)
        asked = ask.kinds.keys() - EDITION_LIKE - {"award"} - ({"place", "country"} if step else set())
        if last.kind not in ("edition", "event", "award", "festival") or asked:
            return []
        if (ask.ordinals or ask.ranks) and context.property and context.property in self._ranked:
            for number, span in ask.ordinals.items():
                ask.ranks[number] |= span
            ask.ordinals.clear()
            # «First place» is no grand prix here.
            for prop in ("best_film", "winner"):
                ask.strength.pop(prop, None)
                ask.cues.pop(prop, None)
            ask.cues[context.property] |= {i: 1.0 for span in ask.ranks.values() for i in span}
            ask.strength[context.property] = 1.0
            return [last.id]
        years = set(ask.reading.years.values())
        if last.years and step:
            years.add(last.years[-1] + step)
        if not (years or ask.ordinals):
            return []
        of_kind = ask.members("edition", [(last.id,)]) if last.kind == "festival" else [one for one in ask.members(last.kind) if one.type == last.type]
        numbers = {other.id: other.facts["editions"].number for other in of_kind if "editions" in other.facts}
        return [other.id for other in of_kind if not years.isdisjoint(other.years) or numbers.get(other.id) in ask.ordinals]

    def step(self, ask: Ask) -> tuple[int, set[int]]:
        """How many years the message goes on from the last record, and the words that say so: −1 for «the year before that», 0 if none does."""
        said = [{token.key, *token.bases} for token in ask.reading.tokens]
        for step, phrases in self._steps.items():
            for phrase in phrases:
                for at in range(len(said) - len(phrase) + 1):
                    if all(word in keys for word, keys in zip(phrase, said[at:], strict=False)):
                        return step, set(range(at, at + len(phrase)))
        return 0, set()

    def _take_step(self, ask: Ask, last: Evidence) -> None:
        """«And the next year?» after a festival asks for no dates of the coming one."""
        step, span = self.step(ask)
        if step and last.years and last.kind in ("edition", "event", "award"):
            for i in span:
                ask.reading.years.pop(i, None)
            for prop in [prop for prop, cues in ask.cues.items() if cues.keys() <= span]:
                del ask.cues[prop]
                ask.strength.pop(prop, None)

    def in_office(self, ask: Ask, context: Query | None) -> str | None:
        """Whom «since when?» asks of after who heads a body: not since when there is the body."""
        if context is None or context.property not in ("head", "post") or not ask.strength.get("post_since") or context.records[0] not in self._base.records:
            return None
        last = ask.of[context.records[0]]
        told = last.facts[context.property].refs if context.property in last.facts else ()
        people = {last.id} if last.kind == "person" else {ref for ref in told if ref in self._base.records and ask.of[ref].kind == "person"}
        says = all(any(i in ask.cues.get(prop, ()) for prop in _IN_OFFICE) for i in ask.content if i not in ask.slight)
        return people.pop() if says and len(people) == 1 and ask.named.keys() <= people | {last.id} else None

    def before_named(self, ask: Ask) -> Query | None:
        """«Кто был генсеком до Раева?», «Раевқа дейін кім басқарды?»: the predecessor of somebody whose name stands beside «before»."""
        if "who" not in ask.types or ask.reading.yes_no:
            return None
        for mention in ask.reading.of("record"):
            record = self._base.evidence[mention.pattern.value]
            beside = [ask.reading.tokens[i] for i in (min(mention.span) - 1, max(mention.span) + 1) if 0 <= i < len(ask.reading.tokens)]
            if record.kind == "person" and record.known("predecessor") and any(token.text.lower() in self._until for token in beside):
                return Query("fact", (record.id,), "predecessor")
        return None

    def before_them(self, ask: Ask, context: Query | None) -> Query | None:
        """«And who was it before him?» after since when somebody holds a post, or who he is: his predecessor, as he or the body that he heads tells."""
        if context is None or context.property not in ("post", "post_since", None) or ask.named.keys() - set(context.records) or not context.records:
            return None
        last = self._base.evidence.get(context.records[0])
        asks = "predecessor" in ask.cues or any(as_listed(token) in self._before for token in ask.reading.tokens)
        # «What films did he make before?» asks of him.
        else_asked = ask.kinds or ask.types - {"who"} or any(s >= _ASKED for prop, s in ask.strength.items() if prop not in _OF_PREDECESSOR)
        if last is None or last.kind != "person" or not asks or "who" not in ask.types or else_asked:
            return None
        bodies = [ask.of[body] for body in last.near.get("organisation", ())]
        headed = [body.id for body in bodies if body.known("predecessor") and body.known("head") and last.id in body.facts["head"].refs]
        told = [last.id] if last.known("predecessor") else headed
        return Query("fact", (told[0],), "predecessor") if len(told) == 1 else None

    def lacks(self, ask: Ask, context: Query | None, best: str, told: str | None) -> Query | None:
        """«And who produced it?» where the film that the chat spoke of has no producer here: this is said, rather than another film's told.

        `best` is the record that would be told, and `told` the property of it.
        """
        if context is None or context.records[:1] == () or context.records[0] not in self._base.records:
            return None
        if not ask.strength:
            return self._lacks_default(ask, best)
        last = ask.of[context.records[0]]
        prop = max(ask.strength, key=ask.strength.__getitem__)
        kinds = {last.kind, "award"} if prop == "awards" else {last.kind}
        others = ask.named.keys() - {last.id} or ask.kinds.keys() - kinds or ask.reading.years or ask.ordinals
        elsewhere = last.kind == "festival" and last.id != FESTIVAL and ask.of[best].kind in ("edition", "award") and not ask.named and not ask.kinds
        if elsewhere and prop in properties() and last.kind in properties()[prop].kinds and not last.known(prop):
            # «Who won in 2024?» after another festival is not told by Korkyt Ata of that year.
            return Query("fact", (last.id,), prop)
        if last.kind == "place" and ask.of[best].known(prop) and ask.linked(best, last.id):
            # What there is to see in Aktau is told by the festival that took its guests there.
            return None
        unasked = best == last.id and (told is None or self._is_of_another_sort(ask, prop, told))
        if others or ask.strength[prop] < _STRONG or prop not in properties() or ((ask.gains or {}).get(best, 0.0) >= FOLLOWS and not unasked):
            return None
        return Query("fact", (last.id,), prop) if last.kind in properties()[prop].kinds and not last.known(prop) else None

    def strays(self, ask: Ask, context: Query, best: Candidate) -> bool:
        """«When will they begin?» after a film is not told by when the studio that is linked with it was founded.

        «When did it come out in cinemas?» after a festival is not told by its dates.
        """
        asked = max(ask.strength, key=ask.strength.__getitem__, default="")
        if ask.of[best.record].kind in EDITION_LIKE and best.record in context.records and ask.named.keys() <= {best.record} and asked in properties():
            of_films = properties()[asked].kinds == ["film"] and ask.strength[asked] > _STRONG and not ask.kinds
            return of_films and best.operation == "fact" and best.property not in ask.strength
        if ask.named or ask.kinds or ask.types != {"when"} or ask.reading.years or ask.operations or best.operation != "fact":
            return False
        if len(ask.telling) > _FEW_WORDS or ask.of[best.record].kind in EDITION_LIKE or best.property != "founded":
            return False
        return best.record not in context.records and (ask.gains or {}).get(best.record, 0.0) < FOLLOWS

    @staticmethod
    def _is_of_another_sort(ask: Ask, asked: str, told: str) -> bool:
        """The running time of a film is not what it earned, nor is who shot it where it was shot."""
        if asked not in properties() or told not in properties():
            return False
        one, other = properties()[asked], properties()[told]
        return (one.type == "money" and other.type != "money") or (one.answers == "where" and other.answers == "who" and "who" not in ask.types)

    def _lacks_default(self, ask: Ask, best: str) -> Query | None:
        """«And where is he from?» where no place of the director is known: no answer is where the film was made."""
        if len(ask.named) != 1 or len(ask.types) != 1 or best in ask.named:
            return None
        (named, kind), (asked,) = *ask.named_kinds.items(), ask.types
        default = self._defaults.get(kind, {}).get(asked, [])
        props = [default] if isinstance(default, str) else default
        return Query("fact", (named,), props[0]) if props and not any(map(ask.of[named].known, props)) else None

    def asks_of_untold_film(self, ask: Ask, context: Query | None) -> bool:
        """«What is it about?» after the best film of a festival that has no record: no other film is meant."""
        if context is None or context.records[:1] == () or context.records[0] not in self._base.records or ask.named or ask.reading.years or ask.ordinals:
            return False
        last = ask.of[context.records[0]]
        fact = last.facts.get(context.property or "")
        won = last.kind in ("edition", "award") and context.property in ("best_film", "winner") and fact is not None
        if not won or fact is None or any(ask.of[ref].kind == "film" for ref in fact.refs if ref in self._base.records):
            return False
        asked = max(ask.strength, key=ask.strength.__getitem__, default="")
        return asked in properties() and "film" in properties()[asked].kinds and last.kind not in properties()[asked].kinds

    def asks_of_untold_winner(self, ask: Ask, context: Query) -> bool:
        """«Where is he from?», «what else has she played in?» after a prize of somebody who has no record: no festival and nobody else is meant."""
        if context.operation != "fact" or context.records[0] not in self._base.records or ask.named.keys() - {context.records[0]} or ask.reading.years:
            return False
        last = ask.of[context.records[0]]
        fact = last.facts.get(context.property or "")
        personal = {"best_actress", *self._prizes.values()}
        if context.property not in personal or fact is None or fact.unknown or fact.refs:
            return False
        asked = {prop for prop, strength in ask.strength.items() if strength >= _ASKED and prop in properties()}
        of_people = any("person" in properties()[prop].kinds and last.kind not in properties()[prop].kinds for prop in asked) and asked.isdisjoint(personal)
        # «How many days was it?» is asked of the festival.
        meant = self._people_pronouns | self._genders["she"] | self._genders["he"] | (self._any_pronouns if ask.reading.language == "kk" else set())
        return (of_people or "where" in ask.types) and any(as_listed(token) in meant for token in ask.reading.tokens)

    def tells_country(self, ask: Ask, context: Query) -> bool:
        """Whether where somebody is from is asked, and what the chat told of him names a country."""
        asks = "where" in ask.types or "country" in ask.kinds
        text = self._base.records[context.records[0]].facts[context.property or ""].text if asks else None
        return text is not None and any(name in text.en for country in self._base.members("country", []) for name in self._base.records[country].names.en)

    def of_bare_kind(self, ask: Ask, context: Query | None) -> Query | None:
        """«Festivals?», «ал жүлделері ше?», «и фильмы?»: nothing but a kind of what the last record tells."""
        if context is None or len(ask.kinds) != 1 or ask.named or ask.types or ask.reading.years or ask.ordinals or ask.operations.keys() - {"list"}:
            return None
        last = ask.of[context.records[0]] if context.records[:1] and context.records[0] in self._base.records else None
        if last is None or context.operation not in ("fact", "highlight", "card") or not set(ask.telling) <= ask.of_kinds:
            return None
        kind = next(iter(ask.kinds))
        prop = self._of_asked_kind.get(kind, {}).get(last.kind, "")
        asked = {other for other, strength in ask.strength.items() if strength >= _ASKED}
        return Query("fact", (last.id,), prop) if last.known(prop) and prop != context.property and asked <= {prop} else None

    def of_bare_question(self, ask: Ask, context: Query | None, best: Candidate | None) -> Query | None:
        """«А где?», «қай қалада?» where no answer goes on from the chat: what the last record has for the question word, else what was told, if it tells that.

        Where neither is known, this is said of the last record.
        """
        if context is None or len(ask.types) != 1 or ask.named or ask.reading.years or ask.ordinals or ask.months or ask.kinds.keys() - {"place"}:
            return None
        goes_on = best is not None and best.coverage >= COVERAGE and (ask.gains or {}).get(best.record, 0.0) >= FOLLOWS
        # «Where were they given?» after the prizes.
        same = ask.cues.keys() <= {context.property, "awards", "winner"} and context.property == "awards"
        bare = ask.types <= {"where", "when"} and (same or not ask.cues) and ask.of_kinds.issuperset(ask.telling) and not ask.reading.of("foreign")
        last = ask.of[context.records[0]] if context.records[:1] and context.records[0] in self._base.records else None
        if not bare or last is None or context.operation not in ("fact", "highlight", "card"):
            return None
        asked = next(iter(ask.types))
        told = asked in last.sorts.get(context.property or "", ())
        if told and last.kind == "film" and asked == "where":
            # Whose the film is tells not where it was first shown.
            return context
        if goes_on:
            return None
        default = self._of_asked_kind["place"].get(last.kind, []) if ask.kinds else self._defaults.get(last.kind, {}).get(asked, [])
        props = [default] if isinstance(default, str) else default
        if known := next((prop for prop in props if last.known(prop)), None):
            return Query("fact", (last.id,), known)
        return context if told else Query("fact", (last.id,), props[0]) if props else None

    def claimed_country(self, ask: Ask, context: Query | None) -> Query | None:
        """«Қазақ па?» after somebody or a film: whether he or it is of that country, and not what Kazakhstan is."""
        if context is None or context.records[:1] == () or not ask.reading.yes_no or ask.cues or ask.kinds or ask.types or len(ask.named) != 1:
            return None
        last = ask.of[context.records[0]] if context.records[0] in self._base.records else None
        (named, kind), *_ = ask.named_kinds.items()
        whole = kind == "country" and ask.named[named].issuperset(ask.telling)
        if last is None or not whole or last.kind not in ("person", "film"):
            return None
        return Query("fact", (last.id,), "country", claim=named if last.known("country") else None)

    def claimed_place(self, ask: Ask, context: Query | None, best: Candidate | None) -> Query | None:
        """«Was it in Almaty?» after an agreement: where that was, be it known or not, and not what Almaty is."""
        if context is None or best is None or not ask.reading.yes_no or ask.cues or ask.kinds or ask.types or context.records[:1] == ():
            return None
        places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
        last = ask.of[context.records[0]] if context.records[0] in self._base.records else None
        whole = len(places) == 1 and best.record == places[0] and ask.named_positions.issuperset(ask.telling)
        if last is None or not whole or ask.named.keys() - {last.id, places[0]} or not self._of_thing(ask):
            return None
        default = "festivals" if last.kind == "film" else self._defaults.get(last.kind, {}).get("where", [])
        props = [default] if isinstance(default, str) else default
        known = next((prop for prop in props if last.known(prop)), None)
        if known:
            return Query("fact", (last.id,), known, claim=places[0])
        return Query("fact", (last.id,), props[0]) if props and last.kind != "place" else None

    def same_of_another(self, ask: Ask, context: Query | None) -> Query | None:
        """«А Туркменфильм?» after when Kazakhfilm was founded: where this is not known of it, that is said, and not who it is."""
        if context is None or context.operation != "fact" or ask.types or ask.cues or ask.kinds or ask.reading.years or ask.reading.yes_no:
            return None
        last = ask.of[context.records[0]] if context.records[0] in self._base.records else None
        alike = [named for named, kind in ask.named_kinds.items() if last and kind == last.kind and named != last.id]
        prop = context.property or ""
        if last is None or len(alike) != 1 or not ask.named[alike[0]].issuperset(ask.telling) or not self.goes_on(ask.reading):
            return None
        asked = prop in properties() and last.kind in properties()[prop].kinds and last.known(prop) and prop != "what"
        return Query("fact", (alike[0],), prop) if asked and prop not in ask.of[alike[0]].facts else None

    def asks_of_nobody(self, ask: Ask, context: Query | None) -> bool:
        """«How old is he?» after a body: nobody was spoken of, and no other kind of record is meant."""
        if context is None:
            # «Who leads them?» names nobody either.
            said = any(token.text.lower() in self._people_pronouns | _several() for token in ask.reading.tokens)
            unknown = [i for i in ask.unknown if ask.reading.tokens[i].text.lower() not in _several()]
            return said and not (ask.kinds or unknown or ask.reading.before) and set(ask.named_kinds.values()) <= {"country", "place"}
        if context.records[:1] == () or context.records[0] not in self._base.records:
            return False
        last = ask.of[context.records[0]]
        people = {last.kind, *ask.named_kinds.values()} | {ask.of[ref].kind for ref in self.told(last, context) if ref in self._base.records}
        says = any(as_listed(token) in self._people_pronouns - self._possessive for token in ask.reading.tokens)
        return says and "person" not in people and last.kind not in ("film", "award", *EDITION_LIKE) and not ask.kinds

    def leave(self, ask: Ask, record: str) -> bool:
        """Whether a message that names nothing but «it» would be answered with another record than one that the chat spoke of."""
        if not ask.gains:
            return False
        if ask.named:
            # «And when was it shut?» is not told by a body that is linked with the film that «it» stands for.
            only_it = all(as_listed(ask.reading.tokens[i]) in self._thing for i in ask.named_positions) and not (ask.kinds or ask.reading.yes_no)
            return only_it and record not in ask.named and ask.of[record].kind not in (*EDITION_LIKE, "award", "event") and ask.gains.get(record, 0.0) < FOLLOWS
        elsewhere = any(gain >= FOLLOWS and ask.of[one].kind == "festival" and one != FESTIVAL for one, gain in ask.gains.items() if one in self._base.records)
        if elsewhere and ask.of[record].kind in ("edition", "award"):
            # «Who won in 2024?» after the Eurasia festival.
            return True
        if ask.kinds:
            return False
        return self._of_thing(ask) and ask.gains.get(record, 0.0) < FOLLOWS

    def _of_thing(self, ask: Ask) -> bool:
        """Whether a pronoun means the film, paper or body that the chat spoke of."""
        return any(as_listed(token) in self._thing_pronouns for token in ask.reading.tokens)

    @staticmethod
    def _in_the_same_post(ask: Ask, last: Evidence, country: str) -> list[str]:
        """The people of a country whose post is called like that of the last person: its minister of culture."""
        posts = {one: {stem for stem, places in ask.of[one].where.items() if "post" in places} for one in (last.id, *ask.of[country].near.get("person", ()))}
        common = {one: len(stems & posts[last.id]) for one, stems in posts.items() if one != last.id and ask.of[one].known("post")}
        most = max(common.values(), default=0)
        return [one for one, count in common.items() if count == most >= _OF_A_POST]

    def _same_slot(self, ask: Ask, context: Query, last: Evidence) -> dict[str, float]:
        """The records that are to what the message names what the last one is to its own: the film body of Azerbaijan after that of Uzbekistan.

        Those of the same type that hold what was asked before it come first.
        """
        gains: dict[str, float] = {}
        before = (context.property or "").split("+")[0]
        for named, kind in ask.named_kinds.items():
            if kind == "country" and last.kind == "person" and (peers := self._in_the_same_post(ask, last, named)):
                gains |= dict.fromkeys(peers, 0.5)
            elif named == KAZAKHSTAN and last.kind in ("agreement", "film"):
                # It is a side of every paper: «and who signed for Kazakhstan?» And that is where films came out: «when in Kazakhstan?»
                gains[last.id] = 0.5
            elif kind == last.kind:
                gains[named] = 0.3
            elif kind in last.near:
                others = [ask.of[near] for near in ask.of[named].near.get(last.kind, ())]
                others = [other for other in others if (other.id != last.id or kind != "event") and (other.type == last.type or last.kind != "agreement")]
                of_one_country = [other for other in others if len(other.near.get("country", ())) == len(last.near.get("country", ()))]
                of_type = [other for other in of_one_country if other.type == last.type]
                alike = [other for other in of_type or of_one_country if not before or other.known(before)] or of_type
                for other in others:
                    same_years = not set(other.years).isdisjoint(last.years) and other.kind != "organisation"
                    gains[other.id] = 0.5 if other in alike or (same_years and not alike) else 0.3
        return gains


def _stands_in(phrase: tuple[str, ...], said: tuple[str, ...]) -> bool:
    """Whether these words stand in a row among those."""
    return bool(phrase) and phrase in (said[at : at + len(phrase)] for at in range(len(said)))


@cache
def _several() -> frozenset[str]:
    """The pronouns for several people or bodies, as they are typed."""
    return frozenset(words()["several_pronouns"])
