"""What is asked of a film that something else names: the only one of a person, the one that won or opened, the one that was told last."""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import Ask, Candidate
from kb.understand.evidence import MADE_BY
from kb.understand.follow_ups.last_answer import last_record
from kb.understand.lexicon import film_types, properties
from kb.understand.reading import Mention, Reading
from kb.understand.shapes import editions_told, films_of
from kb.understand.shapes.films import tells_other_work
from kb.understand.weights import ASKED, ASKED_RATHER, MENDED, OF_KIND
from kb.understand.word_lists import listed

# What a festival tells of a film: that it won or opened.
TELLS_FILM = ("best_film", "best_director", "best_screenplay", "best_actress", "best_actor", "best_documentary", "opening")
# More films than these are no one film and its rival.
_MANY = 4
# What else tells where a film was than where it won.
_ELSEWHERE = ("shooting", "country", "premiere", "competition")
# What is asked of a film; rather its release than its year, where either can be meant.
_OF_FILM = (
    "release",
    "director",
    "producer",
    "writer",
    "cinematographer",
    "composer",
    "genre",
    "runtime",
    "shooting",
    "country",
    "year",
    "premiere",
    "plot",
    "cast",
)
OF_FILM = frozenset(_OF_FILM)


def of_their_film(ask: Ask, best: Candidate) -> Query | None:
    """«How long is Mustafina's documentary?»: what films have, and people have not, is asked of the only one that a named person is of."""
    people = [record for record, kind in ask.named_kinds.items() if kind == "person"]
    others = {kind for kind in ask.named_kinds.values() if kind not in ("person", "country", "place")}
    if len(people) != 1 or others or not ("film" in ask.kinds or ask.tells_works) or ask.reading.yes_no:
        return None
    if ask.ordinals.keys() - {1}:
        # «How much did his second film earn?»: only the first is here.
        return None
    if ask.of[people[0]].known("works") and not ask.types and ask.strength.keys() <= {"works", *MADE_BY}:
        # «Movies by Aibek Azimbek»: whatever he did for them.
        return None
    films = films_of(ask, people[0])
    said = {kind for called in ask.types_of.get("film", ()) for kind in film_types().get(called, (called,))}
    if len(films) != 1 or (said and films[0].type not in said):
        # «Her short film» is not the feature that is here.
        return None
    if tells_other_work(ask, people[0], films[0]):
        return None
    facts = films[0].facts
    asked = {prop: strength for prop, strength in ask.strength.items() if strength >= ASKED_RATHER and "person" not in properties()[prop].kinds}
    if asked.keys() > {"genre"}:
        # «The documentary» says of which film.
        del asked["genre"]
    held = [prop for prop in asked if films[0].known(prop) and people[0] not in facts[prop].refs]
    prop = max(held, key=asked.__getitem__, default=None)
    amounts = [prop for prop in asked if properties()[prop].answers == "count"]
    if prop is None and amounts and best.property == "works" and best.record == people[0]:
        # «What was the budget of his film?» is not told by what he made.
        prop = max(amounts, key=asked.__getitem__)
    told = facts[best.property].refs if best.record == films[0].id and best.property in facts else ()
    # «Who directed the feature in which Mine Doğan plays?»: who plays says of which film.
    of_which = best.record != films[0].id or best.property == "genre" or (people[0] in told and best.property != prop)
    return Query("fact", (films[0].id,), prop) if prop and of_which else None


def of_their_prizes(ask: Ask, best: Candidate) -> Query | None:
    """«What prizes did Aktan Arym Kubat win?»: all that his film won, and not just the one that names him."""
    people = [record for record, kind in ask.named_kinds.items() if kind == "person"]
    several = ask.strength.get("awards", 0.0) >= OF_KIND and ask.kinds.keys() <= {"award"} and not (ask.reading.years or ask.reading.yes_no)
    if not several or len(people) != 1 or len(ask.named) > 1 or ask.of[best.record].kind != "award" or "awards" in ask.of[people[0]].facts:
        return None
    films = [film for film in films_of(ask, people[0]) if film.known("awards")]
    return Query("fact", (films[0].id,), "awards") if len(films) == 1 and best.record in films[0].facts["awards"].refs else None


def where_won(ask: Ask, context: Query | None, best: Candidate | None) -> Query | None:
    """«Which festivals gave Joqtau its directing prizes?», «where else was he best director?»: all prizes of the film, not those of one festival."""
    asked = ({"where"} & ask.types or "edition" in ask.kinds) and not (ask.reading.years or ask.ordinals or ask.reading.yes_no or ask.types & {"when", "count"})
    won = best is not None and ask.of[best.record].kind in ("edition", "award") and best.property in (*TELLS_FILM, "awards", "winner")
    # «In which city did the film get its grand prix?»
    of_film = best is not None and ask.of[best.record].kind == "film" and best.property in _ELSEWHERE
    prizes = {i for prop in ("awards", "best_film") if ask.strength.get(prop, 0.0) >= OF_KIND for i in ask.cues[prop]} if of_film else set()
    won = won or (("where" in ask.types or "festivals" in ask.cues) and bool(prizes - ask.of_kinds))
    if best is None or not asked or not won or "festival" in ask.named_kinds.values():
        return None
    last = last_record(ask, context)
    films = [ask.of[named] for named, kind in ask.named_kinds.items() if kind == "film"]
    # The name of a film can be that of its hero.
    titles = {i for film in films for i in ask.named[film.id]}
    people = [ask.of[named] for named, kind in ask.named_kinds.items() if kind == "person" and not ask.named[named] <= titles]
    winners = films if of_film else films + people
    winners = winners or ([last] if last and last.kind in ("film", "person") and "who" not in ask.types else [])
    if len(winners) != 1:
        return None
    won_for = [film for film in films_of(ask, winners[0].id) if film.known("awards")] if winners[0].kind == "person" else winners
    told = won_for[0] if len(won_for) == 1 else winners[0]
    return Query("fact", (told.id,), "awards") if told.known("awards") else None


def of_winner(ask: Ask) -> Query | None:
    """«Who directed the film that won best actress?», «what genre was the opening film?»: of the film that a festival tells so."""
    if ask.reading.yes_no or "film" not in ask.kinds or not set(ask.named_kinds.values()) <= {"place", "festival", "edition"}:
        return None
    if "earliest" in ask.operations:
        # «Какой фильм самым первым в истории фестиваля получил главный приз?»
        return None
    spans = {
        m.span: m.pattern.value for m in ask.reading.of("cue") if m.pattern.value in TELLS_FILM and is_close(m, ask.reading) and not m.span <= ask.reading.story
    }
    if not spans:
        return None
    told = max(spans, key=lambda span: (spans[span] != "best_film", len(span), ask.strength.get(spans[span], 0.0)))
    apart = {m.pattern.value for m in ask.reading.of("cue") if m.pattern.value in _OF_FILM and m.span.isdisjoint(told) and m.weight > MENDED}
    asked = [prop for prop in _OF_FILM if prop in apart and ask.strength.get(prop, 0.0) >= ASKED]
    editions = [edition for edition in editions_told(ask) if edition.known(spans[told])]
    if not asked or not editions:
        return None
    films = [ref for ref in editions[0].facts[spans[told]].refs if ask.of[ref].kind == "film"]
    if spans[told] == "best_documentary" and any(m.pattern.value != "1" for m in ask.reading.of("ordinal")):
        # «Who shot the doc in third place?» asks of no winner.
        return None
    # Of documentaries the first is meant, in whose place the others follow.
    films = films[:1] if spans[told] == "best_documentary" else films
    asked = [prop for prop in asked if all(ask.of[film].known(prop) for film in films)]
    if not films or not asked:
        return None
    prop = max(asked, key=lambda prop: (properties()[prop].answers in ask.types, -_OF_FILM.index(prop)))
    return Query("compare", tuple(films), prop) if len(films) > 1 else Query("fact", (films[0],), prop)


def of_told_film(ask: Ask, context: Query | None) -> Query | None:
    """«Who directed that film?» after who won a prize: of the film that the last answer told."""
    if context is None or context.operation != "fact" or ask.reading.of("record") or ask.reading.years or ask.kinds.keys() - {"film"} or ask.reading.yes_no:
        return None
    last = last_record(ask, context)
    prop = context.property or ""
    if last is None or last.kind not in ("edition", "award") or prop not in (*TELLS_FILM, "winner") or prop not in last.facts:
        return None
    # «Who directed it?» can be taken for the prize of a director by now.
    if ask.strength.keys().isdisjoint(TELLS_FILM):
        return None
    meant = "film" in ask.kinds or ask.reading.has_listed(listed("thing_pronouns", "pronouns"))
    films = [ref for ref in last.facts[prop].refs if ask.of[ref].kind == "film"]
    films = [film for film in films if film in ask.named] or films
    # What is asked after a prize can be taken for another prize by now: the words alone tell.
    asked = [m for m in ask.reading.of("cue") if m.pattern.value in _OF_FILM and m.weight > MENDED]
    spans = {m.span for m in asked}
    of_prize = any(m.pattern.value in (*TELLS_FILM, "winner", "awards") and m.span not in spans for m in ask.reading.of("cue"))
    if not meant or not asked or of_prize or not 0 < len(films) < _MANY:
        return None
    best = max(asked, key=lambda m: (len(m.span), -_OF_FILM.index(m.pattern.value))).pattern.value
    return Query("compare", tuple(films), best) if len(films) > 1 else Query("fact", (films[0],), best)


def is_close(mention: Mention, reading: Reading) -> bool:
    """Whether its words stand together and in order, but for an article: «directed the best» is no best director; «opened» says enough alone."""
    span, first = mention.span, reading.tokens[min(mention.span)]
    in_order = mention.pattern.keys[0] in (first.key, *first.bases)
    return in_order and (len(span) > 1 or mention.pattern.value == "opening") and max(span) - min(span) - len(span) < 1
