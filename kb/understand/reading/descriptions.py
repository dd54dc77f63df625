"""What only says more of something that is named: «Qaitadan, the film that opened the festival», «фестиваль ашылуында көрсетілген «Қайтадан»»."""

from __future__ import annotations

import re

from kb.language.fold import fold, tokens
from kb.understand.reading.reading import Reading
from kb.understand.weights import MENDED
from kb.understand.word_lists import all_interrogatives, folded_list

_PART = re.compile(r"\s+[—–-]\s+|[,:;](?=\s)|[.!?…](?=\s)")
# «Получивший», «показанная»; «көрсетілген», «алған».
_RUSSIAN_PARTICIPLE = re.compile(r"(?:вш|нн|ем|им)(?:ий|ый|ая|ее|ое|ие|ые|ую|его|ого|ей|ой|им|ым|их|ых|ем|ом)(?:ся)?$")
_KAZAKH_PARTICIPLE = re.compile(r"\w{3}(?:ған|ген|қан|кен)$")
# What somebody can be to a film or a body.
_ROLES = ("head", "post", "director", "writer", "producer", "composer", "cinematographer", "cast", "jury_chair", "predecessor")
# A relative pronoun stands among so many words of its clause: «в честь которого».
_NEAR = 3
# So many words can stand between a Kazakh participle and the name: «көрсетілген қазақ фильмі «Қайтадан»».
_BEFORE_NAME = 2


def without_descriptions(reading: Reading, things: frozenset[int]) -> tuple[str, frozenset[int]] | None:
    """The message without what only describes a name, and the positions of that; None if nothing does, or nothing is asked besides.

    `things` are the positions of names of anything but countries and places.
    """
    parts = _parts(reading)
    named = {i for m in reading.of("record") if m.weight > MENDED for i in m.span} & things
    unsure = {i for m in reading.of("record") for i in m.span} & things
    kinds = {i for m in reading.of("kind") for i in m.span}
    asking = {i for m in reading.of("question") if m.weight > MENDED for i in m.span}
    asking |= reading.where_key(all_interrogatives())
    dropped: set[int] = set()
    kept: list[str] = []
    for number, (text, span) in enumerate(parts):
        before = {i for _, other in parts[:number] for i in other} - dropped
        after = {i for _, other in parts[number + 1 :] for i in other}
        relative = _is_relative(reading, span)
        asks = bool((asking - (set(span[:_NEAR]) if relative else set())) & set(span))
        beside = not asks and before & named
        # «Winners Are Visible at the Start, the swimmer film by Alshanova: which countries made it?»
        between = kinds & set(span) and not named & set(span) and after & asking and not before & asking
        # «Raev, who runs TURKSOY, is he Kazakh?» asks with no question word.
        asks_besides = (before | after) & asking or (after and reading.text.endswith("?"))
        if beside and ((relative and asks_besides) or between):
            dropped |= set(span)
        elif reading.language == "kk" and (at := _ends_participle(reading, span, named, asking | named | unsure)):
            dropped |= set(span[:at])
            kept.append(" ".join(token.text for token in (reading.tokens[i] for i in span[at:])))
        else:
            kept.append(text)
    return (", ".join(part.strip() for part in kept if part.strip()), frozenset(dropped)) if dropped else None


def _parts(reading: Reading) -> list[tuple[str, list[int]]]:
    """The clauses of a message, each with the positions of its words; none where words stand for several."""
    out, start = [], 0
    for text in _PART.split(reading.text):
        size = sum(map(bool, map(fold, tokens(text))))
        out.append((text, list(range(start, start + size))))
        start += size
    return out if start == len(reading.tokens) else []


def _is_relative(reading: Reading, span: list[int]) -> bool:
    """Whether a clause begins with «which», «в честь которого», «the film that» or a Russian participle."""
    said = [reading.tokens[i] for i in span[:_NEAR]]
    return any(token.means(folded_list("relative_pronouns")) for token in said) or bool(said and _RUSSIAN_PARTICIPLE.search(said[0].text.lower()))


def _ends_participle(reading: Reading, span: list[int], named: set[int], others: set[int]) -> int:
    """How many words of a clause stand up to a participle before a name: «ашылуында көрсетілген «Қайтадан»»; 0 if none does, or one of `others` is there."""
    for at, i in enumerate(span[:-1]):
        near = span[at + 1 : at + 2 + _BEFORE_NAME]
        participle = _KAZAKH_PARTICIPLE.search(reading.tokens[i].text) and i not in reading.capitals
        if participle and named.intersection(near) and others.isdisjoint(span[: at + 1]):
            return at + 1
    return 0


def without_a_role(reading: Reading, people: frozenset[int], things: frozenset[int]) -> tuple[str, frozenset[int]] | None:
    """The message without what somebody is to a film or a body, told before his name: «у кого учился режиссёр «Жоктау» Анартай».

    `people` and `things` are the positions of their names.
    """
    words_of = reading.tokens
    roles = {i for m in reading.of("cue") if m.pattern.value in _ROLES and m.weight > MENDED and m.span.isdisjoint(people | things) for i in m.span}
    roles |= {i for i, token in enumerate(words_of) if reading.language == "kk" and _KAZAKH_PARTICIPLE.search(token.text) and i not in reading.capitals}
    for name in sorted(people):
        if name - 1 in people:
            continue
        at = name
        while at and (at - 1 in roles | things or (words_of[at - 1].key in folded_list("between_role_and_name") and at - 1 not in people)):
            at -= 1
        while at < name and words_of[at].key in folded_list("between_role_and_name") and at not in roles | things:
            at += 1
        said = frozenset(range(at, name))
        if said & roles and said & things and len(words_of) - len(said) > 1:
            kept = [token.text for i, token in enumerate(words_of) if i not in said]
            return " ".join(kept) + ("?" if reading.text.rstrip().endswith("?") else ""), said
    return None
