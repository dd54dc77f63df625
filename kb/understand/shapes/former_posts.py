"""What somebody was before: «кем раньше был Сатыбалды?», "what was Satybaldy before?", «Сатыбалды бұрын кім болған?»."""

from __future__ import annotations

from kb.language.fold import fold, fold_phrase
from kb.language.kazakh import ABLATIVE
from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.evidence import Evidence, soft_text
from kb.understand.lexicon import words


class FormerPosts:
    """Recognises such questions: who held a post before somebody is another one."""

    def __init__(self) -> None:
        said: dict[str, list[str]] = words()["formerly"]
        self._earlier, self._asking, self._besides = (frozenset(map(fold, said[name])) for name in ("earlier", "asking", "besides"))
        self._past = frozenset(map(fold, said["past"]))
        self._told = {fold(word)[:5] for word in said["told"]}

    def told(self, ask: Ask) -> Query | None:
        """The post that somebody has no longer, or what is told of his earlier ones."""
        person = self._person(ask)
        if person and self._has_left(ask, person):
            return Query("fact", (person.id,), "post")
        earlier = self._of_earlier(ask, person) if person else None
        return Query("highlight", (person.id,), str(earlier)) if person and earlier is not None else None

    def is_untold(self, ask: Ask) -> bool:
        """«Кем раньше был Раев?»: who held his post before him is not what is asked."""
        return self._person(ask) is not None and self.told(ask) is None

    def _of_earlier(self, ask: Ask, person: Evidence) -> int | None:
        """The number of what tells of an earlier post, if anything does."""
        highlights = ask.base.records[person.id].highlights
        return next((number for number, highlight in enumerate(highlights) if not self._told.isdisjoint(soft_text(highlight.text.en))), None)

    def _person(self, ask: Ask) -> Evidence | None:
        """The only one who is named, if nothing is asked but what he was before."""
        people = [named for named, kind in ask.named_kinds.items() if kind == "person"]
        if len(people) != 1 or len(ask.named) != 1 or ask.reading.yes_no or ask.reading.years:
            return None
        span = ask.named[people[0]]
        rest = {i: token for i, token in enumerate(ask.reading.tokens) if i not in span}
        earlier = {i for i, token in rest.items() if token.key in self._earlier}
        # «Who was before Omarov?», «Раевтан бұрын кім болған?» ask for another one.
        before_him = min(span) - 1 in earlier if ask.reading.language == "en" else ask.reading.tokens[max(span)].key.endswith(ABLATIVE)
        if not earlier or (before_him and ask.reading.language != "ru"):
            return None
        asks = any(token.key in self._asking for token in rest.values())
        only = all(token.key in self._earlier | self._asking | self._besides for token in rest.values())
        return ask.of[people[0]] if asks and only else None

    def _has_left(self, ask: Ask, person: Evidence) -> bool:
        """Whether somebody is told to have had a post, in a body that somebody else leads now: a deputy has a post in such a body too."""
        if not person.known("post"):
            return False
        told = ask.base.records[person.id].facts["post"].text
        past = told is not None and not self._past.isdisjoint(fold_phrase(told.en))
        heads = [set(ask.of[body].facts["head"].refs) for body in person.facts["post"].refs if ask.of[body].known("head")]
        return past and bool(heads) and all(of and person.id not in of for of in heads)
