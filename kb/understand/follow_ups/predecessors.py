"""Who held a post before or after somebody, and since when somebody holds it: «and before him?», «кто сменил Сатыбалды?», «since when?»."""

from __future__ import annotations

from functools import cache

from kb.base import Base
from kb.language.fold import fold, fold_phrase
from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.evidence import Evidence
from kb.understand.follow_ups.last_answer import last_record
from kb.understand.lexicon import words
from kb.understand.weights import ASKED
from kb.understand.word_lists import as_listed, folded_list, listed

# What else the words of «since what year has he held this post» can ask for.
_IN_OFFICE = ("post_since", "founded", "year", "period", "dates", "post", "head")
# What the words of «who held it before him» can ask for.
_OF_PREDECESSOR = {"predecessor", "post", "head", "post_since", "organisers"}
# So many words at most ask who came next.
_LONGEST_NEXT = 2
# As the stems of texts are.
_FIRST = fold("first")[:5]


class Predecessors:
    """Recognises such questions, over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._until = folded_list("until")
        self._regions = listed("regions")
        self._before = frozenset(fold(word) for word in words()["narrowed"]["predecessor"]["by"])

    def in_office(self, ask: Ask, context: Query | None) -> Query | None:
        """«Since when?» after who heads a body: since when he does, and not since when there is the body."""
        last = last_record(ask, context)
        if context is None or last is None or context.property not in ("head", "post") or not ask.strength.get("post_since"):
            return None
        told = last.facts[context.property].refs if context.property in last.facts else ()
        people = {last.id} if last.kind == "person" else {ref for ref in told if ref in self._base.records and ask.of[ref].kind == "person"}
        says = all(any(i in ask.cues.get(prop, ()) for prop in _IN_OFFICE) for i in ask.content if i not in ask.slight)
        return Query("fact", (people.pop(),), "post_since") if says and len(people) == 1 and ask.named.keys() <= people | {last.id} else None

    def before_named(self, ask: Ask) -> Query | None:
        """«Кто был генсеком до Раева?», «Раевқа дейін кім басқарды?»: the predecessor of somebody whose name stands beside «before»."""
        if "who" not in ask.types or ask.reading.yes_no:
            return None
        for mention in ask.reading.of("record"):
            record = self._base.evidence[mention.pattern.value]
            beside = [ask.reading.tokens[i] for i in (min(mention.span) - 1, max(mention.span) + 1) if 0 <= i < len(ask.reading.tokens)]
            if (
                record.kind == "person"
                and record.known("predecessor")
                and any(not self._until.isdisjoint(token.keys_in(ask.reading.language)) for token in beside)
            ):
                return Query("fact", (record.id,), "predecessor")
        return None

    @staticmethod
    def came_after(ask: Ask) -> Query | None:
        """«Кто сменил Сатыбалды?»: who leads the body now that he led before."""
        led = [body.id for person in succeeded(ask) for body in bodies_led(ask, person, "predecessor") if body.known("head")]
        return Query("fact", (led[0],), "head") if len(led) == 1 else None

    def before_them(self, ask: Ask, context: Query | None) -> Query | None:
        """«And who was it before him?» after since when somebody holds a post, or who he is: his predecessor, as he or the body that he heads tells."""
        if context is None or context.property not in ("post", "post_since", None) or ask.named.keys() - set(context.records) or not context.records:
            return None
        last = self._base.evidence.get(context.records[0])
        asks = "predecessor" in ask.cues or ask.reading.has_listed(self._before)
        # «What films did he make before?» asks of him.
        else_asked = ask.kinds or ask.types - {"who"} or any(s >= ASKED for prop, s in ask.strength.items() if prop not in _OF_PREDECESSOR)
        if last is None or last.kind != "person" or not asks or "who" not in ask.types or else_asked:
            return None
        bodies = [ask.of[body] for body in last.near.get("organisation", ())]
        headed = [body.id for body in bodies if body.known("predecessor") and body.known("head") and last.id in body.facts["head"].refs]
        told = [last.id] if last.known("predecessor") else headed
        return Query("fact", (told[0],), "predecessor") if len(told) == 1 else None

    def asks_first(self, ask: Ask, context: Query | None) -> Evidence | None:
        """The body of which «а самый первый?» asks who was first to lead it, after who leads it or did before; None if nothing asks so."""
        last = last_record(ask, context)
        if context is None or last is None or last.kind != "organisation" or context.property not in ("head", "predecessor"):
            return None
        first = ask.operations.get("earliest", set())
        alone = first.issuperset(ask.telling) and not (ask.reading.of("record") or ask.kinds or ask.types - {"who"} or ask.reading.years)
        return last if first and alone else None

    def first_of_all(self, ask: Ask, context: Query | None) -> Query | None:
        """«А самый первый?»: those before, where that tells who was the first."""
        body = self.asks_first(ask, context)
        return Query("fact", (body.id,), "predecessor") if body and "predecessor" in body.where.get(_FIRST, ()) else None

    def came_next(self, ask: Ask, context: Query | None) -> Query | None:
        """«А потом кто?», «who came next?» after who led a body before: those before and who leads it now, and no capital that came next."""
        last = last_record(ask, context)
        if (
            context is None
            or last is None
            or last.kind != "organisation"
            or context.property != "predecessor"
            or ask.reading.of("record")
            or ask.reading.of("kind")
        ):
            return None
        keys = ask.reading.keys
        next_one = {i for phrase in _phrases_of_next() for i in range(len(keys)) if tuple(keys[i : i + len(phrase)]) == phrase}
        said = {i + n for i in next_one for n in range(_LONGEST_NEXT)}
        asks = bool(next_one) and said.issuperset(ask.telling) and ask.types <= {"who"} and not ask.reading.yes_no
        return Query("fact", (last.id,), "predecessor+head") if asks and last.known("head") else None

    def head_of_region(self, ask: Ask, context: Query | None) -> Query | None:
        """«А области?», «ал облыстың ше?» after who leads its chief city: who leads the region."""
        last = last_record(ask, context)
        if context is None or last is None or ask.named or ask.kinds or ask.types - {"who"} or ask.reading.years or ask.reading.yes_no:
            return None
        cities = (
            {last.id}
            if last.kind == "place" and context.property == "head"
            else set(last.facts["post"].refs if last.kind == "person" and last.known("post") else ())
        )
        regions = {i for i, token in enumerate(ask.reading.tokens) if not self._regions.isdisjoint((as_listed(token), *token.bases))}
        if not regions or not regions.issuperset(ask.telling):
            return None
        near = {one for city in cities if city in self._base.records for one in ask.of[city].near.get("place", ())}
        found = [one for one in near if ask.of[one].known("head") and "city" in ask.of[one].facts and not cities.isdisjoint(ask.of[one].facts["city"].refs)]
        return Query("fact", (found[0],), "head") if len(found) == 1 else None


@cache
def _phrases_of_next() -> tuple[tuple[str, ...], ...]:
    return tuple(fold_phrase(phrase) for phrase in words()["came_next"])


def succeeded(ask: Ask) -> list[str]:
    """The people beside whose names a word asks who came after; not where it is asked whom they followed: «кого сменил Раев?»"""
    whom = ask.reading.has_listed(listed("succeeded_whom"))
    if whom or ask.reading.yes_no or "who" not in ask.types or "film" in ask.kinds:
        return []
    people = dict.fromkeys(m.pattern.value for m in ask.reading.of("record") if _is_succeeded(ask, m.span))
    return [one for one in people if ask.named_kinds.get(one) == "person"]


def _is_succeeded(ask: Ask, name: frozenset[int]) -> bool:
    tokens = ask.reading.tokens
    at = max(name) + 1 if ask.reading.language == "kk" else min(name) - 1
    return 0 <= at < len(tokens) and as_listed(tokens[at]) in listed("succeeding")


def bodies_led(ask: Ask, person: str, prop: str) -> list[Evidence]:
    """The bodies whose head, or whose predecessor of the head, somebody is told to be."""
    bodies = (ask.of[body] for body in ask.of[person].near.get("organisation", ()))
    return [body for body in bodies if body.known(prop) and person in body.facts[prop].refs]
