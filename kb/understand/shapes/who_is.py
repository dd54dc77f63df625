"""«Who is this Yasawi, after whom the mausoleum is named?»: who somebody is, whatever is said of him besides."""

from __future__ import annotations

from kb.language.fold import fold, fold_phrase
from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.lexicon import words
from kb.understand.weights import OF_KIND
from kb.understand.word_lists import all_interrogatives, as_listed, listed

# So many words can stand between a name and what is said of somebody: «this Yasawi guy who …», «Dvortsevoy, the one who …».
_NEAR = 3


class WhoIs:
    """Recognises such questions."""

    def __init__(self) -> None:
        said: dict[str, list[str]] = words()["who_is"]
        self._before, self._after = (tuple(map(fold_phrase, said[where])) for where in ("before_name", "after_name"))
        self._alone = (*self._after, *map(fold_phrase, said["alone_after"]))
        self._between, self._said_of = (frozenset(map(fold, said[listed])) for listed in ("between", "said_of_somebody"))
        self._asking = all_interrogatives()

    def told(self, ask: Ask) -> Query | None:
        """Who somebody is: what he is told to be, if he is told to be anything."""
        people = [named for named, kind in ask.named_kinds.items() if kind == "person"]
        found = next(((person, at) for person in people if (at := self._end_of_question(ask, ask.named[person]))), None)
        if found is None or ask.reading.yes_no:
            return None
        person, at = found
        if sum(ask.named[person] == ask.named[other] for other in people) > 1:
            # «Омаров деген кім?»: there are two.
            return None
        rest = ask.reading.tokens[at:]
        # In Kazakh anything can be said of him in another clause.
        goes_on = ask.reading.language == "kk" and bool(rest) and ask.reading.clauses[at] != ask.reading.clauses[at - 1]
        # «Рашад Азизов деген кісі кім?»
        bodies = (named for named, kind in ask.named_kinds.items() if kind == "organisation" and min(ask.named[named]) >= at)
        # «Who's Adilet Omarov at the State Center?»
        of_body = any(ask.linked(person, body) for body in bodies)
        says_more = goes_on or of_body or "person" in ask.kinds or any(token.means(self._said_of) for token in rest[:_NEAR])
        # «Who is Raev, and where is he from?»
        asks_more = any(token.key in self._asking and not token.means(self._said_of) for token in rest)
        if not says_more or asks_more:
            return None
        return Query("fact", (person,), "what") if ask.of[person].known("what") else Query("card", (person,))

    def alone(self, ask: Ask, context: Query | None) -> Query | None:
        """«А кто такой Дворцевой?», «ал Дворцевой кім еді?» after who directed another film: who he is, and not which films he directed."""
        people = [named for named, kind in ask.named_kinds.items() if kind == "person"]
        if context is None or len(people) != 1 or len(ask.named) != 1 or ask.reading.yes_no or ask.kinds:
            return None
        keys, name = tuple(ask.reading.keys), ask.named[people[0]]
        first, end = min(name), max(name) + 1
        before = keys[1 if keys and as_listed(ask.reading.tokens[0]) in listed("going_on") else 0 : first]
        while before and before[-1] in self._between:
            before = before[:-1]
        asks = (before in self._before and not keys[end:]) or (not before and keys[end:] in self._alone)
        return Query("card", (people[0],)) if asks and len(name) == end - first else None

    def told_and_made(self, ask: Ask) -> Query | None:
        """«Жанана Курмашева, кто она и что сняла?»: who somebody is and what he made, where both are asked."""
        people = [named for named, kind in ask.named_kinds.items() if kind == "person"]
        making = ask.cues.get("works", {}).keys()
        who = {i for m in ask.reading.of("question") if m.pattern.value == "who" for i in m.span} - making
        what = {i for i in making if ask.reading.tokens[i].key in self._asking}
        if (
            len(people) != 1
            or len(ask.named) != 1
            or not (who and what)
            or ask.types != {"who"}
            or ask.reading.yes_no
            or ask.strength.get("works", 0.0) < OF_KIND
        ):
            return None
        if not (ask.named_positions | ask.of_kinds | making | who).issuperset(ask.telling) or not ask.of[people[0]].known("works"):
            return None
        # A card begins with who somebody is, and goes on with what he made.
        return Query("fact", (people[0],), "what+works") if ask.of[people[0]].known("what") else Query("card", (people[0],))

    def _end_of_question(self, ask: Ask, name: set[int]) -> int:
        """The position after «who is this Yasawi», «Яссауи деген кім»; 0 where nobody asks so."""
        keys = ask.reading.keys
        first, end = min(name), max(name) + 1
        while first and keys[first - 1] in self._between:
            first -= 1
        if any(tuple(keys[:first]) == said for said in self._before):
            return end
        after = next((said for said in self._after if first == 0 and tuple(keys[end : end + len(said)]) == said), ())
        return end + len(after) if after else 0
