"""Mentions → the query that explains most of the message, or an honest no.

Every candidate is a record and one of its facts. Its score is how much of the message's content it explains, less what it
leaves unexplained; coverage and margin decide.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Literal

from kb.base import Base
from kb.language.fold import clean, fold, tokens
from kb.query import Query
from kb.records import LANGUAGES, Fact, Highlight, Record
from kb.understand.lexicon import properties
from kb.understand.reading import Reader, Reading, soft

# How much of the message a candidate has to explain before it may answer.
COVERAGE = 0.55
# A description («the film in which …») has to find half of the content words.
DESCRIPTION = 0.5
MARGIN = 0.02
_QUESTION_WORDS: dict[str, set[str]] = {
    "who": {"kim", "kimder", "kto", "kogo", "komu", "kem", "kom", "who", "uho", "hom", "uhom", "4ei", "uhose"},
    "when": {"ka6an", "kogda", "uhen", "ne6in6i"},
    "where": {"kaida", "gde", "kuda", "otkuda", "uhere"},
    "count": {"ne6e", "kan6a", "skolko", "mani", "mu4"},
}


@dataclass(frozen=True)
class Candidate:
    record: str
    property: str | None
    score: float
    coverage: float
    unexplained: tuple[int, ...] = ()
    operation: Literal["card", "fact", "highlight"] = "card"


@dataclass(frozen=True)
class Decision:
    """What to do, as data: `answer` with a query, `clarify` among records, `unknown` with what lacks, or `smalltalk`."""

    kind: Literal["answer", "clarify", "unknown", "smalltalk"]
    query: Query | None = None
    records: tuple[str, ...] = ()
    lacking: str = ""
    smalltalk: str = ""
    coverage: float = 0.0


@dataclass
class _Index:
    """What the texts of one record say, as rough stems."""

    summary: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    facts: dict[str, set[str]] = field(default_factory=dict)
    years: set[int] = field(default_factory=set)


def _soft_text(text: str) -> set[str]:
    return soft(fold(token) for token in tokens(clean(text)))


class Interpreter:
    """Decides what a reading asks for, over one base."""

    def __init__(self, base: Base, reader: Reader) -> None:
        self._base = base
        self._reader = reader
        self._index: dict[str, _Index] = {}
        counts: Counter[str] = Counter()
        for record in base.records.values():
            index = _Index()
            for language in LANGUAGES:
                index.summary |= _soft_text(record.summary.get(language))
            index.names = {s for name in [*record.names.all(), *record.aliases] for s in _soft_text(name)}
            for prop, fact in record.facts.items():
                index.facts[prop] = {s for language in LANGUAGES if fact.text for s in _soft_text(fact.text.get(language))}
            for number, highlight in enumerate(record.highlights):
                words = {s for language in LANGUAGES for s in _soft_text(highlight.text.get(language))}
                index.facts[str(number)] = words
            index.years = {int(y) for y in re.findall(r"(?:19|20)\d\d", record.id + " ".join(record.names.all()))}
            for fact in record.facts.values():
                if fact.date:
                    index.years.add(int(fact.date[:4]))
            self._index[record.id] = index
            counts.update(index.summary | set().union(*index.facts.values()) if index.facts else index.summary)
        size = len(base.records) or 1
        self._rarity = {key: math.log(1 + size / n) / math.log(1 + size) for key, n in counts.items()}
        self._kinds: dict[str, list[str]] = defaultdict(list)
        for record in base.records.values():
            self._kinds[record.kind].append(record.id)

    def decide(self, reading: Reading, context: Query | None = None) -> Decision:
        """The decision for one message; `context` is the query that this chat asked before."""
        content = self._content(reading)
        if smalltalk := self._smalltalk(reading, content):
            return Decision("smalltalk", smalltalk=smalltalk)
        if not reading.tokens or (not content and not context):
            return Decision("unknown")
        if foreign := self._foreign(reading):
            return Decision("unknown", lacking=foreign)
        if decision := self._compare(reading, content):
            return decision
        candidates = self._candidates(reading, content, context)
        described = not any(m.pattern.what == "record" for m in reading.mentions) or not candidates or candidates[0].coverage < 0.75
        if described and (found := self._describe(reading, content)) and (not candidates or found.coverage > candidates[0].coverage + 0.1):
            return Decision("answer", Query("card", (found.record,)), (found.record,), coverage=found.coverage)
        if not candidates:
            return Decision("unknown", lacking=self._lacking(reading, content))
        best = candidates[0]
        if listed := self._list(reading, content, best):
            return listed
        if best.coverage < COVERAGE or self._forbids(reading, content, best):
            near = tuple(dict.fromkeys(c.record for c in candidates if c.coverage > 0.3))[:2]
            return Decision("unknown", lacking=self._lacking(reading, [i for i in content if i in best.unexplained]), records=near, coverage=best.coverage)
        rivals = [c for c in candidates if c.record != best.record and best.score - c.score < MARGIN]
        kinds = {self._base.records[c.record].kind for c in [best, *rivals]}
        if rivals and len(kinds) == 1:
            records = list(dict.fromkeys(c.record for c in [best, *rivals]))
            years = {max(self._index[r].years, default=0) for r in records}
            if len(years) == 1 or (len(content) < 2 and kinds != {"edition"}):
                return Decision("clarify", records=tuple(records[:3]), coverage=best.coverage)
        return Decision("answer", Query(best.operation, (best.record,), best.property), (best.record,), coverage=best.coverage)

    # What the words weigh

    def _content(self, reading: Reading) -> list[int]:
        """The positions of words that say something: not function words, not one letter."""
        named = {i for m in reading.mentions if m.pattern.what == "record" and len(m.span) > 1 for i in m.span}
        return [
            i for i, t in enumerate(reading.tokens)
            if i in named or (not self._reader.is_function(t) and (len(t.key) > 2 or t.key.isdigit()) and t.text not in ("ның", "нің", "мен", "тің"))
        ]  # fmt: skip

    def _weight(self, reading: Reading, i: int, named: set[int]) -> float:
        token = reading.tokens[i]
        if i in named:
            return 1.5
        if token.bases:
            return 1.0
        return 1.1

    def _smalltalk(self, reading: Reading, content: list[int]) -> str:
        talk = list(reading.of("smalltalk"))
        if not talk or any(m.pattern.what == "record" and len(reading.tokens) > len(m.span) + 1 for m in reading.mentions):
            return ""
        said = {i for m in talk for i in m.span}
        if all(i in said or not reading.tokens[i].bases for i in content) and sum(i not in said for i in content) <= max(1, len(said)) - 1 + (
            len(reading.tokens) < 3
        ):
            longest = max(talk, key=lambda m: (m.pattern.value in ("who_are_you", "what_can_you_do"), len(m.span)))
            return longest.pattern.value
        return ""

    def _foreign(self, reading: Reading) -> str:
        named = {i for m in reading.mentions if m.pattern.what == "record" for i in m.span}
        for mention in reading.of("foreign"):
            if not mention.span & named and mention.weight > 0.75 and sum(len(reading.tokens[i].key) for i in mention.span) > 3:
                at = sorted(mention.span)
                if len(mention.pattern.keys) > 1 or not any(m.span & mention.span for m in reading.mentions if m.pattern.what in ("cue", "function")):
                    return (
                        mention.pattern.label
                        if any("а" <= c <= "я" for c in mention.pattern.label.lower()) == any("а" <= c <= "я" for c in reading.tokens[at[0]].text.lower())
                        else reading.tokens[at[0]].text
                    )
        return ""

    # Candidates

    def _candidates(self, reading: Reading, content: list[int], context: Query | None) -> list[Candidate]:
        direct: dict[str, set[int]] = defaultdict(set)
        sure: dict[str, float] = {}
        for mention in reading.of("record"):
            direct[mention.pattern.value] |= mention.span
            sure[mention.pattern.value] = max(sure.get(mention.pattern.value, 0), mention.weight)
        kinds: dict[str, set[int]] = defaultdict(set)
        for mention in reading.of("kind"):
            kinds[mention.pattern.value] |= mention.span
        named = {i for span in direct.values() for i in span}
        pool = dict.fromkeys(direct, 0.0)
        for record in direct:
            for linked in self._base.links[record]:
                pool.setdefault(linked, -0.12)
        around: dict[str, float] = {}
        if context and context.records and context.records[0] in self._base.records:
            around = self._around(context)
            for record, _bonus in around.items():
                if not direct or record in pool or self._base.records[record].kind == self._base.records[context.records[0]].kind:
                    pool.setdefault(record, -0.12)
        if not pool and (kinds or reading.of("cue")):
            pool = {
                r: -0.2
                for k in ("edition", "festival", "award", "agreement", "organisation", "film")
                for r in self._kinds[k]
                if k in kinds or k in ("edition", "festival")
            }
        out = []
        for record, prior in pool.items():
            out += self._score(reading, content, self._base.records[record], prior, direct, named, kinds, around.get(record, 0.0), context)
        out.sort(key=lambda c: (-round(c.score, 4), -max(self._index[c.record].years, default=0), c.record))
        return out[:12]

    def _around(self, context: Query) -> dict[str, float]:
        """Records that a follow-up can mean: the last one, those its fact names, its neighbours; with what they gain."""
        record = self._base.records[context.records[0]]
        out = dict.fromkeys(self._base.links[record.id], 0.05)
        for near in list(out):
            if record.kind in ("agreement", "award"):
                out |= {r: 0.03 for r in self._base.links[near] if self._base.records[r].kind == record.kind and r not in out}
        fact = record.facts.get(context.property or "")
        out |= dict.fromkeys(fact.refs if fact else [], 0.45)
        out[record.id] = 0.5
        return {r: bonus for r, bonus in out.items() if r in self._base.records}

    def _score(
        self, reading: Reading, content: list[int], record: Record, prior: float, direct: dict[str, set[int]], named: set[int],
        kinds: dict[str, set[int]], gain: float, context: Query | None,
    ) -> list[Candidate]:  # fmt: skip
        index = self._index[record.id]
        explained: dict[int, float] = {}
        links = self._base.links[record.id]
        for other, span in direct.items():
            share = 1.0 if other == record.id else 0.85 if other in links else 0.0
            if not share and any(other in self._base.links[near] for near in direct if near in links or near == record.id):
                share = 0.5
            for i in span:
                explained[i] = max(explained.get(i, 0.0), share)
        for kind, span in kinds.items():
            fits = record.kind == kind or {record.kind, kind} <= {"festival", "edition", "event"}
            for i in span:
                explained[i] = max(explained.get(i, 0.0), 0.9 if fits else 0.25)
        for i, year in reading.years.items():
            explained[i] = 1.0 if year in index.years else 0.15
        for mention in reading.of("ordinal"):
            if record.kind == "edition" and (fact := record.facts.get("editions")) and fact.number == int(mention.pattern.value):
                for i in mention.span:
                    explained[i] = 1.0
        for mention in reading.of("operation") + reading.of("smalltalk"):
            for i in mention.span:
                explained.setdefault(i, 0.5)
        words = {i: {t.key[:5], *(b[:5] for b in t.bases)} for i, t in enumerate(reading.tokens) if i in content}
        for i, keys in words.items():
            if keys & index.names:
                explained[i] = max(explained.get(i, 0.0), 0.8)
            elif keys & index.summary:
                explained[i] = max(explained.get(i, 0.0), 0.35)
        asked = {what for what, keys in _QUESTION_WORDS.items() if any(t.key in keys for t in reading.tokens)}
        cues: dict[str, dict[int, float]] = defaultdict(dict)
        strength: dict[str, float] = defaultdict(float)
        for mention in reading.of("cue"):
            prop = mention.pattern.value
            size = len(mention.pattern.keys)
            for i in mention.span:
                cues[prop][i] = max(cues[prop].get(i, 0.0), mention.weight)
            strength[prop] = max(strength[prop], (0.5 + 0.25 * min(size, 3)) * mention.weight)
        total = sum(self._weight(reading, i, named) for i in content) or 1.0
        base_prior = prior + gain + (0.12 if record.id in direct and len(direct) == 1 else 0.0)
        own = direct.get(record.id)
        if own and record.kind in ("country", "place") and kinds and not kinds.get(record.kind):
            base_prior -= 0.2
        if record.kind in kinds and record.kind != "place":
            base_prior += 0.1
        out = [self._candidate(reading, content, record, None, "card", explained, base_prior - 0.04 + (0.1 if not cues else 0), total, named)]
        options: list[tuple[str, Fact | Highlight]] = [*record.facts.items(), *((str(n), h) for n, h in enumerate(record.highlights))]
        for prop, known in options:
            mine = dict(explained)
            bonus = base_prior
            text = index.facts.get(prop, set())
            hits = 0.0
            for i, keys in words.items():
                if keys & text:
                    level = 0.7 if len(reading.tokens[i].key) > 3 else 0.5
                    hits += (1 - mine.get(i, 0.0) * 0.5) * max(self._rarity.get(k, 0.5) for k in keys & text)
                    mine[i] = max(mine.get(i, 0.0), level)
            if isinstance(known, Highlight):
                bonus += 0.08 * min(hits, 3) - 0.1
                cue_words = {k[:5] for c in known.cues.values() for phrase in c for k in (fold(t) for t in tokens(phrase))}
                matched = [i for i, keys in words.items() if keys & cue_words]
                for i in matched:
                    mine[i] = max(mine.get(i, 0.0), 0.95)
                bonus += 0.2 * min(len(matched), 2)
                if not hits and not matched:
                    continue
            else:
                definition = properties().get(prop)
                if not definition:
                    continue
                for i, level in cues.get(prop, {}).items():
                    mine[i] = max(mine.get(i, 0.0), level)
                bonus += 0.32 * strength.get(prop, 0.0) + 0.1 * min(hits, 3)
                if definition.answers in asked:
                    bonus += 0.14
                elif asked & {"when", "where", "count"} and definition.answers != "what":
                    bonus -= 0.08
                if not strength.get(prop) and not hits and not (context and context.property == prop and gain):
                    continue
                if context and context.property == prop and not cues:
                    bonus += 0.15
                if known.unknown:
                    bonus -= 0.02
            out.append(self._candidate(reading, content, record, prop, "highlight" if isinstance(known, Highlight) else "fact", mine, bonus, total, named))
        # A property of this kind that the record lacks: the base knows the thing, not this of it.
        for prop, strong in strength.items():
            if own and prop not in record.facts and strong >= 0.74 and prop in _KIND_PROPERTIES.get(record.kind, ()):
                mine = explained | {i: max(explained.get(i, 0.0), level) for i, level in cues[prop].items()}
                out.append(self._candidate(reading, content, record, prop, "fact", mine, base_prior + 0.3 * strong - 0.1, total, named))
        return out

    def _candidate(
        self, reading: Reading, content: list[int], record: Record, prop: str | None, operation: Literal["card", "fact", "highlight"],
        explained: dict[int, float], bonus: float, total: float, named: set[int],
    ) -> Candidate:  # fmt: skip
        covered = sum(self._weight(reading, i, named) * explained.get(i, 0.0) for i in content) / total if content else 0.7
        missing = tuple(i for i in content if explained.get(i, 0.0) < 0.2)
        return Candidate(record.id, prop, covered + bonus, covered, missing, operation)

    def _forbids(self, reading: Reading, content: list[int], best: Candidate) -> bool:
        """A name that nothing explains forbids an answer: «Who directed Titanic?»"""
        named = {i for m in reading.mentions if m.pattern.what == "record" for i in m.span}
        unknown = [i for i in best.unexplained if not reading.tokens[i].bases]
        lost = [i for i in best.unexplained if i in named]
        name_like = [i for i in unknown if i > 0 and reading.tokens[i].text[:1].isupper()]
        share = len(unknown) / max(1, len(content))
        return bool(name_like) or share > 0.34 or (bool(lost) and len(lost) >= len(named) / 2) or (bool(unknown) and not named and best.coverage < 0.8)

    # Other shapes of questions

    def _describe(self, reading: Reading, content: list[int]) -> Candidate | None:
        """The record whose texts hold most of the content words, weighted by rarity; None below half or without a margin."""
        kinds = {m.pattern.value for m in reading.of("kind")}
        kind_words = {i for m in reading.of("kind") for i in m.span}
        words = [i for i in content if i not in kind_words and len(reading.tokens[i].key) > 2]
        if len(words) < 2:
            return None
        found: list[tuple[float, float, str]] = []
        keys = {i: {reading.tokens[i].key[:5], *(b[:5] for b in reading.tokens[i].bases)} for i in words}
        weight = {i: max((self._rarity.get(k, 0.0) for k in keys[i]), default=0.0) or 0.9 for i in words}
        total = sum(weight.values())
        for record in self._base.records.values():
            if kinds and record.kind not in kinds and not (record.kind == "organisation" and "organisation" in kinds):
                continue
            index = self._index[record.id]
            text = index.summary | index.names | index.facts.get("plot", set()) | index.facts.get("what", set()) | index.facts.get("genre", set())
            hits = [i for i in words if keys[i] & text]
            if len(hits) >= 2 or (hits and len(words) <= 2):
                found.append((sum(weight[i] for i in hits) / total, len(hits) / len(words), record.id))
        found.sort(reverse=True)
        if not found or found[0][1] < DESCRIPTION or found[0][0] < 0.45:
            return None
        if len(found) > 1 and found[0][0] - found[1][0] < 0.05:
            return None
        return Candidate(found[0][2], None, found[0][0], found[0][0] * 0.95)

    def _compare(self, reading: Reading, content: list[int]) -> Decision | None:
        if not any(m.pattern.value == "compare" for m in reading.of("operation")):
            return None
        direct = list(dict.fromkeys(m.pattern.value for m in sorted(reading.of("record"), key=lambda m: min(m.span))))
        kinds = {m.pattern.value for m in reading.of("kind")}
        records = [self._base.records[r] for r in direct]
        same: list[Record] = []
        if "agreement" in kinds or (len({r.kind for r in records}) == 1 and records and records[0].kind == "country"):
            for record in records:
                if record.kind == "country" and record.id != "country-kz":
                    papers = [
                        self._base.records[r]
                        for r in self._base.links[record.id]
                        if self._base.records[r].kind == "agreement" and "scope" in self._base.records[r].facts
                    ]
                    papers.sort(key=lambda r: (r.id.endswith("2025"), max(self._index[r.id].years, default=0)), reverse=True)
                    same += papers[:1]
            if len(same) >= 2:
                return Decision("answer", Query("compare", tuple(r.id for r in same[:2]), "scope"), tuple(r.id for r in same[:2]), coverage=1.0)
        by_kind: dict[str, list[Record]] = defaultdict(list)
        for record in records:
            by_kind[record.kind].append(record)
        for kind in ("film", "edition", "organisation", "agreement", "person"):
            if len(by_kind[kind]) >= 2:
                pair = by_kind[kind][:2]
                cues = Counter(m.pattern.value for m in reading.of("cue") if all(m.pattern.value in r.facts for r in pair))
                prop = cues.most_common(1)[0][0] if cues else None
                return Decision("answer", Query("compare", tuple(r.id for r in pair), prop), tuple(r.id for r in pair), coverage=1.0)
        return None

    def _list(self, reading: Reading, content: list[int], best: Candidate) -> Decision | None:
        """All records of a kind that link to what the message names, when no single fact says it as well."""
        operations = {m.pattern.value for m in reading.of("operation")}
        kinds = [m.pattern.value for m in reading.of("kind") if m.pattern.value in ("film", "agreement", "person", "organisation")]
        if not kinds or best.score > 1.05:
            return None
        filters = tuple(dict.fromkeys(m.pattern.value for m in reading.of("record") if m.weight > 0.8))
        kind = kinds[0]
        found = [r for r in self._kinds[kind] if filters and all(f in self._base.links[r] for f in filters)]
        bare = len(content) == 1 and kind == "agreement"
        if bare:
            return Decision("clarify", records=tuple(sorted(self._kinds[kind], key=lambda r: -max(self._index[r].years, default=0))[:3]), coverage=1.0)
        spans = {i for m in reading.of("record") + reading.of("kind") + reading.of("operation") for i in m.span}
        covered = sum(i in spans for i in content) / max(1, len(content))
        if not ({"list", "count"} & operations) or len(found) < 2 or covered < 0.75:
            return None
        operation: Literal["list", "count"] = "count" if "count" in operations else "list"
        return Decision("answer", Query(operation, kind=kind, filters=filters), tuple(found), coverage=covered)

    def _lacking(self, reading: Reading, content: list[int]) -> str:
        unknown = [reading.tokens[i].text for i in content if not reading.tokens[i].bases]
        return " ".join(unknown[:3])


_KIND_PROPERTIES: dict[str, set[str]] = {
    "film": {
        "director",
        "writer",
        "cast",
        "producer",
        "cinematographer",
        "composer",
        "genre",
        "runtime",
        "premiere",
        "release",
        "box_office",
        "budget",
        "based_on",
        "oscars",
        "language",
    },
    "agreement": {"signatories", "signed_on", "signed_at", "purpose", "project", "period"},
    "person": {"born", "died", "birthplace", "education", "post"},
    "organisation": {"head", "founded", "headquarters", "members"},
    "edition": {"dates", "jury", "best_film", "best_actor", "best_actress", "best_director", "best_screenplay", "films_count", "venue", "ticket_price"},
}
