"""Refused: what tells another thing of its record than is asked, or of a record that nothing in the question leads to."""

from __future__ import annotations

from functools import cache

from kb.language.fold import fold, fold_phrase
from kb.understand.ask import FESTIVAL, Ask, Candidate
from kb.understand.evidence import EDITION_LIKE
from kb.understand.lexicon import properties, words
from kb.understand.weights import ASKED_SURELY, MENDED, OF_KIND, UNEXPLAINED

# How much of the words besides those that ask has to lead to a record that is not named, on average.
IDENTIFIED = 0.15
# What a prize of an edition is told by, and crafts for which there is none.
PRIZES, _UNAWARDED = ("best_film", "winner", "awards"), ("composer", "cinematographer", "producer")


def refuse(ask: Ask, best: Candidate) -> bool:
    """Whether the answer tells another thing than is asked, or of a record that the question does not lead to."""
    return (
        _is_of_another_craft(ask, best)
        or _repeats_the_question(ask, best)
        or _is_only_default(ask, best)
        or _is_only_described(ask, best)
        or _is_of_the_place_alone(ask, best)
        or _asks_for_another_reason(ask, best)
        or _is_only_mended(ask, best)
        or _is_of_one_alone(ask, best)
        or _is_of_another_kind(ask, best)
        or _is_unidentified(ask, best)
        or tells_no_prize(ask, best)
    )


def _is_of_another_craft(ask: Ask, best: Candidate) -> bool:
    """«Who won the best composer award?»: there is no prize for it, and the grand prix is none."""
    prize = ask.of[best.record].kind in ("edition", "award") and best.property in PRIZES and "award" in ask.kinds
    if prize and any(i + 1 in ask.telling and i + 1 not in ask.of_kinds and best.explained.get(i + 1, 0.0) < UNEXPLAINED for i in ask.kinds["award"]):
        # «Best costume».
        return True
    if prize and ask.reading.language == "kk":
        # «Көрермендер жүлдесі»: what stands right before the prize says which.
        meant = ask.of_kinds | ask.cued | ask.named_positions
        before = {i - 1 for i in ask.kinds["award"]} & set(ask.content) - meant
        if any(best.explained.get(i, 0.0) < UNEXPLAINED for i in before):
            return True
    crafts = [prop for prop in _UNAWARDED if ask.strength.get(prop, 0.0) >= OF_KIND]
    return prize and bool(crafts) and any(best.explained.get(i, 0.0) < UNEXPLAINED for i in ask.cues[crafts[0]])


def _is_of_another_kind(ask: Ask, best: Candidate) -> bool:
    """Whether a festival tells what is asked of a film alone, or a film what is asked of a body alone.

    The budget of the State Center is not what it gave to a film.
    """
    record = ask.of[best.record]
    if record.kind == "edition" and best.operation == "fact" and set(ask.named_kinds.values()) == {"film"} and not best.follows:
        # Where a film can be seen is not told by who broadcast the festival.
        fact = record.facts.get(best.property or "")
        apart = fact is not None and ask.named.keys().isdisjoint(fact.refs) and not any(ask.linked(record.id, film) for film in ask.named)
        return best.property == "broadcast" or (apart and "edition" not in ask.kinds)
    if record.kind in (*EDITION_LIKE, "agreement") and best.property in ("participants", "guests") and best.record not in ask.named and not best.follows:
        # «How many people work at TURKSOY» is not told by how many came to its festival.
        return set(ask.named_kinds.values()) == {"organisation"} and not ask.kinds.keys() & {"edition", "agreement"} and ask.types == {"count"}
    if best.property == "support" and "edition" in ask.kinds and record.kind in ("film", "organisation") and best.record not in ask.named:
        # What a festival was given is told by the festival.
        return not best.follows and not ask.kinds.keys() & {"film", "organisation"}
    if record.kind != "film" or best.record in ask.named or best.follows or set(ask.named_kinds.values()) != {"organisation"}:
        return False
    if "film" in ask.kinds or ask.tells_works:
        return False
    asked = max(ask.strength, key=ask.strength.__getitem__, default=best.property)
    # Who directs a studio is not told by who directed its film.
    return best.property == "director" or (asked in properties() and asked not in (best.property, "what"))


def _is_unidentified(ask: Ask, best: Candidate) -> bool:
    """Whether nothing but what is asked leads to the record: «when was Myn Bala released» names none of the films here."""
    if ask.named or best.follows or best.operation != "fact" or ask.of[best.record].kind in EDITION_LIKE:
        return False
    asking = {i for cues in ask.cues.values() for i in cues} | ask.of_kinds | ask.genres | {i for span in ask.operations.values() for i in span}
    naming = [i for i in ask.telling if i not in asking]
    return bool(naming) and sum(best.explained.get(i, 0.0) for i in naming) < IDENTIFIED * len(naming)


def tells_no_prize(ask: Ask, best: Candidate) -> bool:
    """«For which role did Özçivit get a prize?»: what else is told of somebody or a film without a known prize tells of none."""
    record = ask.of[best.record]
    if ask.reading.yes_no or best.record not in ask.named or record.kind not in ("person", "film"):
        return False
    if best.property == "awards" and best.operation == "fact" and record.known("awards"):
        # «За что „Пряники“ получили приз в Каннах?»: none of its prizes is of that festival.
        told = record.facts["awards"].refs
        if hosts := [named for named in ask.named if named in ask.held or named == FESTIVAL]:
            # «What did Qaitadan win in Aktau?»: it won a prize elsewhere.
            there = set().union(*(ask.held.get(host) or {edition.id for edition in ask.members("edition", [[host]])} for host in hosts))
            stems = {stem for host in hosts for stem in ask.of[host].short}
            won = any(prize in there or any(ask.linked(prize, edition) for edition in there) for prize in told)
            return not won and not any("awards" in record.where.get(stem, ()) for stem in stems)
        places = [named for named, kind in ask.named_kinds.items() if kind in ("place", "festival") and named not in (*ask.held, FESTIVAL)]
        where = (record.where.get(stem, ()) for place in places for stem in ask.of[place].short)
        return bool(places) and not any(place in told for place in places) and not any("awards" in held for held in where)
    if record.known("awards") or best.property in PRIZES:
        return False
    asked = "award" in ask.kinds and ask.strength.get("awards", 0.0) >= OF_KIND
    return asked and all(best.explained.get(i, 0.0) < UNEXPLAINED for i in ask.cues["awards"].keys() - ask.of_kinds)


def asks_for_something_else(ask: Ask, best: Candidate, unknown: list[int]) -> bool:
    """«What joint films have we with Korea?»: a word that the answer leaves open surely asks for another property."""
    if best.asked or best.follows or ask.reading.yes_no or not (best.operation == "highlight" or best.property in ("country", "members")):
        return False
    others = (prop for prop, strength in ask.strength.items() if strength >= OF_KIND and prop != best.property)
    return any(ask.cues[prop].get(i, 0.0) >= MENDED for prop in others for i in unknown)


def _is_of_one_alone(ask: Ask, best: Candidate) -> bool:
    """«How much did the CNC give to Becoming?» is told by no number of the film that nothing asks for, and that says nothing of the CNC."""
    record = ask.of[best.record]
    if ask.types != {"count"} or best.operation != "fact" or best.property in ask.strength or best.follows or record.kind != "film":
        return False
    bodies = [ask.named[named] for named, kind in ask.named_kinds.items() if kind == "organisation"]
    return any(all(best.property not in record.where.get(stem, ()) for i in at for stem in ask.stems.get(i, ())) for at in bodies)


def _repeats_the_question(ask: Ask, best: Candidate) -> bool:
    """Whether «who» is answered with the very person that the question names: «from whom did Anartay learn it»."""
    fact = ask.of[best.record].facts.get(best.property or "")
    if fact is None or "who" not in ask.types or ask.reading.yes_no or best.record in ask.named or "person" in ask.kinds:
        return False
    people = [ref for ref in fact.refs if ask.of[ref].kind == "person"] if ask.of[best.record].kind in ("film", "award") else []
    return bool(people) and all(ref in ask.named for ref in people)


def _is_only_default(ask: Ask, best: Candidate) -> bool:
    """Whether a bare «when» or «where» alone asks for this fact, and a word beside it for another: «when was he shot»."""
    if best.operation != "fact" or best.property not in properties() or best.record not in ask.named:
        return False
    if ask.of[best.record].kind not in ("person", "organisation", "film") or properties()[best.property].answers not in ask.types & {"when", "where"}:
        return False
    # «Где его можно посмотреть?»: not whose the film is, though the word is often passed over, also where the chat spoke of the film.
    of_film = ask.of[best.record].kind == "film" and ask.types == {"where"}
    asked = best.cued or ask.strength.get(best.property, 0.0) or (best.follows and not of_film)
    said = ask.content if of_film else ask.telling
    return not asked and any(best.explained.get(i, 0.0) < UNEXPLAINED for i in said)


def _is_only_described(ask: Ask, best: Candidate) -> bool:
    """«Who was on the jury of Eurasia?» is not told by what Eurasia is: another thing is surely asked of it that is not here."""
    if best.property != "what" or best.operation != "fact" or ask.reading.yes_no or "who" not in ask.types:
        return False
    record = ask.of[best.record]
    kinds = {record.kind, *(EDITION_LIKE if record.kind == "festival" else ())}
    of_kind = (prop for prop, strength in ask.strength.items() if strength >= ASKED_SURELY and not kinds.isdisjoint(properties()[prop].kinds))
    # «Кто она по профессии?» is told by who somebody is, if it is not said that the post is unknown.
    asked = {prop for prop in of_kind if not record.known(prop) and not (prop == "post" and prop not in record.facts)}
    return any(not ask.cues[prop].keys() <= ask.cues["what"].keys() | ask.named_positions for prop in asked)


def _is_of_the_place_alone(ask: Ask, best: Candidate) -> bool:
    """«Did Kazakhfilm move to Astana?» is not told by what Astana is."""
    if not ask.reading.yes_no or ask.of[best.record].kind != "place" or best.property != "what":
        return False
    told = ask.base.records[best.record].facts.get("what")
    others = [ask.base.records[named].names.en for named, kind in ask.named_kinds.items() if kind in ("organisation", "film", "person")]
    return told is not None and told.text is not None and any(not any(name in told.text.en for name in names) for names in others)


def _is_only_mended(ask: Ask, best: Candidate) -> bool:
    """Whether one word of another meaning, that a typing error makes of it, is all that asks: «where's the exit» is not whether something exists."""
    if ask.named or ask.kinds or best.follows or best.record in ask.named:
        return False
    says = [m for m in ask.reading.mentions if m.pattern.what not in ("function", "slight", "question", "smalltalk", "foreign")]
    return bool(says) and all(m.weight <= MENDED for m in says) and len({i for m in says for i in m.span}) == 1


def _asks_for_another_reason(ask: Ask, best: Candidate) -> bool:
    """Whether «why» asks for what no such property tells; why somebody is spoken of is told by who he is: «why is Anau so famous?»."""
    asking, alone, reasons = _why()
    keys = tuple(ask.reading.keys)
    if keys in alone:
        return True
    if asking.isdisjoint(keys):
        return False
    if best.record not in ask.named and not best.follows:
        # «Why does Rauan go to the village?»: the film is not named, but what it tells of him answers it.
        # «… and why is there a film about him?»
        story = best.property == "plot" and "film" in ask.kinds
        return not (best.operation == "highlight" or story) or bool(ask.unexplained(best))
    # «Когда и отчего он умер?»: when he did may tell of what.
    died = best.property == "died" and any(m.pattern.value == "when" for m in ask.reading.of("question"))
    told = died or best.operation == "highlight" or best.property in reasons or (best.operation == "card" and ask.asks_fame)
    return not told


@cache
def _why() -> tuple[frozenset[str], frozenset[tuple[str, ...]], frozenset[str]]:
    """The folded words that ask why, the whole messages that do so alone, and the properties that tell a reason."""
    said = words()["why"]
    return frozenset(map(fold, said["words"])), frozenset(map(fold_phrase, said["alone"])), frozenset(said["properties"])
