"""What is of Kazakhstan, and what of another country: «how many of ours competed?», «the culture minister of Uzbekistan»."""

from __future__ import annotations

from kb.understand.ask import words
from kb.understand.ask.steps.festivals import TELLING_FESTIVALS
from kb.understand.ask.terms import Terms, stems_of
from kb.understand.evidence import KAZAKHSTAN

# What asks for prizes, or who won them.
_WINNING = frozenset(("award", "awards", "winner"))
# How surely one prize is asked for by its name.
_OF_ONE_PRIZE = 0.55
# English «of» between a body and its country.
_OF = frozenset({"of"})


def find_records_abroad(terms: Terms) -> None:
    """«The culture minister of Uzbekistan» is not that of Kazakhstan."""
    terms.abroad = _records_abroad(terms)


def _records_abroad(terms: Terms) -> set[str]:
    """The records that are no more than a post or a body of Kazakhstan, where another country is told."""
    of = terms.reading.of
    countries = {m.pattern.value for m in of("record") if terms.of[m.pattern.value].kind == "country"}
    if KAZAKHSTAN in countries:
        return set()
    generic = {i for m in of("kind") if m.pattern.value == "organisation" for i in m.span}
    generic |= {i for m in of("cue") if m.pattern.value in ("head", "post") for i in m.span}
    home = set(terms.of[KAZAKHSTAN].short) if KAZAKHSTAN in terms.base.records else set()
    out = set()
    for mention in of("record") if countries else ():
        record = terms.of[mention.pattern.value]
        # «The Georgian film center» tells its country itself.
        own = home.union(*(terms.of[country].short for country in record.near.get("country", ())))
        told = any(not own.isdisjoint(stems_of(terms.reading.tokens[i])) for i in mention.span)
        short = len(mention.span) <= 2 and not told and bool(mention.span & generic) and record.kind in ("organisation", "person")
        if short and not any(terms.linked(record.id, country) for country in countries):
            out.add(record.id)
    return out


def ask_for_the_post_abroad(terms: Terms) -> None:
    """Of another country it is most likely a person who is known by the post."""
    if terms.abroad and "head" in terms.cues:
        terms.cues["post"] |= terms.cues["head"]
        terms.strength["post"] = max(terms.strength["post"], terms.strength["head"])


def leave_out_own_country(terms: Terms) -> None:
    """«The memorandum between Kazakhstan and Uzbekistan» is the one with Uzbekistan: every paper here is one of Kazakhstan's."""
    partners = terms.named.keys() - {KAZAKHSTAN}
    if len(partners) != len(terms.named) - 1 or "agreement" not in terms.kinds or terms.reading.yes_no:
        return
    kinds = [kind for partner in partners if (kind := terms.named_kinds[partner]) != "agreement"]
    if sorted(kinds) in (["country"], ["country", "place"]):
        positions = terms.unname(KAZAKHSTAN) - terms.named_positions
        terms.content = [i for i in terms.content if i not in positions]


def drop_ministry(terms: Terms) -> None:
    """«The Yakutia culture ministry» is not that of Kazakhstan, whose name says of no country."""
    tokens = terms.reading.tokens
    of_others = {i for named, kind in terms.named_kinds.items() if kind in ("country", "agreement") and named != KAZAKHSTAN for i in terms.named[named]}
    for ministry in [record for record in terms.named if terms.of[record].type == "ministry"] if of_others else []:
        span = terms.named[ministry]
        after = max(span) + 1
        after += after < len(tokens) and tokens[after].key in _OF
        if terms.linked(ministry, KAZAKHSTAN) and not of_others.isdisjoint((min(span) - 1, after)) and of_others.isdisjoint(span):
            terms.unname(ministry)


def take_own_country(terms: Terms) -> None:
    """«How many of ours competed in Aktau?», «өзіміздің неше кино болды?», «did we win anything?»: those of Kazakhstan."""
    told = bool(terms.named or terms.reading.years)
    competing, winning = "competition" in terms.cues, told and not _WINNING.isdisjoint((*terms.cues, *terms.kinds))
    others = {kind for named, kind in terms.named_kinds.items() if named != KAZAKHSTAN} - {"place", "festival", "edition", "event"}
    if not ("film" in terms.kinds or competing or winning) or others:
        return
    of, who = words.own_country()
    said = of | who if winning else of
    if terms.where_said(words.occupations()):
        # «Our actress with the prize of Cannes» is somebody.
        return
    if "count" not in terms.types and any(terms.strength.get(prop, 0.0) >= _OF_ONE_PRIZE for prop in TELLING_FESTIVALS):
        # «Did one of ours take the main prize?» is told by who took it.
        return
    ours = terms.where_said(said)
    if not ours or KAZAKHSTAN not in terms.base.evidence:
        return
    terms.name(KAZAKHSTAN, ours)
    terms.ours = True
    if competing and not winning and not terms.kinds.keys() - {"edition"}:
        # «How many of ours competed?» counts films.
        terms.kinds["film"] |= ours
        terms.counted.add("film")
