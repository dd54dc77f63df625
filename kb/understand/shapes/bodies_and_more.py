"""What a body is and something more of it: «ТИКА — кто они и при чём тут фестиваль?», «кто отвечает за кино в Турции и кто там главный?»."""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.evidence import EDITION_LIKE
from kb.understand.word_lists import all_interrogatives, folded_list

_ROLE, _BODY, _HEAD = "festival_role", "film_body", "head"
# What words for a body that is in charge of films ask for, too.
_OF_BODIES = {_BODY, _HEAD, "organisers", "tasks", "what", "post", "country"}


def what_and_role(ask: Ask) -> Query | None:
    """«ТИКА — кто они и при чём тут фестиваль?»: what it is, and its part in the festival."""
    bodies = [named for named, kind in ask.named_kinds.items() if kind == "organisation"]
    role = ask.cues.get(_ROLE, {}).keys()
    if len(bodies) != 1 or not role or ask.reading.yes_no or not set(ask.named_kinds.values()) <= {"organisation", *EDITION_LIKE}:
        return None
    before = {i: token for i, token in enumerate(ask.reading.tokens) if i < min(role) and i not in ask.named_positions}
    after = set(ask.telling) - role - before.keys() - ask.named_positions - ask.of_kinds
    asks = any(token.key in all_interrogatives() for token in before.values())
    only = all(token.key in all_interrogatives() | folded_list("who_are_they") for token in before.values())
    both = ask.of[bodies[0]].known("what") and ask.of[bodies[0]].known(_ROLE)
    return Query("fact", (bodies[0],), f"what+{_ROLE}") if asks and only and not after and both else None


def film_body_and_head(ask: Ask, parts: tuple[range, range] | None) -> Query | None:
    """«Кто отвечает за кино в Турции и кто там главный?»: which body of a country it is, and who heads it; each of two parts asks for one."""
    countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
    if parts is None or len(countries) != 1 or ask.reading.yes_no or ask.reading.years:
        return None
    first, second = (set(part) for part in parts)
    body, head = ask.cues.get(_BODY, {}).keys() & first, ask.cues.get(_HEAD, {}).keys() & second
    # «Минкультуры» is the name of the Kazakh ministry, where no other country is told.
    named = {i for m in ask.reading.of("record") if ask.of[m.pattern.value].kind in ("country", "organisation") for i in m.span}
    said = named | ask.generic | ask.of_kinds | {i for prop in _OF_BODIES for i in ask.cues.get(prop, ())}
    others = [named for named, kind in ask.named_kinds.items() if kind not in ("country", "organisation")]
    if not body or not head or others or not ask.named[countries[0]] <= first or not said.issuperset(ask.telling):
        return None
    fact = ask.of[countries[0]].facts.get(_BODY)
    found = [ref for ref in fact.refs if ask.of[ref].kind == "organisation"] if fact else []
    if len(found) != 1 or not all(ask.of[found[0]].known(prop) for prop in ("what", _HEAD)):
        return None
    return Query("fact", (found[0],), f"what+{_HEAD}")
