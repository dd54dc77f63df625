"""Another fact of the record than the best answer tells, or its card: «Чем занимается Думан Еркимбек?» is told by who he is.

Each rule gives what is rather told, or None where the answer stays.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from kb.query import Query
from kb.understand.ask import KAZAKHSTAN, Ask, Candidate
from kb.understand.evidence import EDITION_LIKE, Value
from kb.understand.weights import MENDED, OF_KIND_MEANT
from kb.understand.word_lists import listed

# What is asked of somebody in the words for what he does.
_DOING = ("post", "tasks")
# Who met or signed, what that was about, and how surely the first is asked for.
_THOSE_WHO_MET, ABOUT, _OF_THOSE = ("parties", "participants", "signatories"), ("scope", "theme", "plans", "result", "purpose"), 0.6


def fact_of(ask: Ask, best: Candidate) -> Value | None:
    """The fact that an answer tells, if its record has it."""
    return ask.of[best.record].facts.get(best.property or "")


def is_untold(ask: Ask, best: Candidate) -> bool:
    """Whether the record has no such fact, or says that it is not known."""
    fact = fact_of(ask, best)
    return fact is None or fact.unknown


def as_card(best: Candidate) -> Candidate:
    """The record of an answer at a glance."""
    return replace(best, property=None, operation="card")


def film_of_its_maker(ask: Ask, _: Query | None, best: Candidate) -> Candidate | None:
    """«Tell me about Tulpan, the film by Dvortsevoy»: who made it only says which film is meant."""
    films = [named for named, kind in ask.named_kinds.items() if kind == "film"]
    makers = {named for named, kind in ask.named_kinds.items() if kind == "person"}
    if "about" not in ask.operations or ask.types or best.property not in ("works", "director") or len(films) != 1 or not makers:
        return None
    by = ask.of[films[0]].facts.get("director")
    told = by is not None and makers <= set(by.refs)
    return replace(best, record=films[0], property=None, operation="card") if told else None


def genre_of_described(ask: Ask, _: Query | None, best: Candidate) -> Candidate | None:
    """«Картина о дружбе Ауэзова с Кадыри — документалка?»: its genre, and not its story, which says only which film is meant."""
    asked = ask.reading.yes_no and ask.film_types and best.property in ("plot", "theme") and best.record not in ask.named
    return replace(best, property="genre", operation="fact", asked=True) if asked and ask.of[best.record].known("genre") else None


def plot_of_its_hero(ask: Ask, _: Query | None, best: Candidate) -> Candidate | None:
    """«Who's Abai Kunanbaiuly?»: of a film that nobody names, whom it is about, and not who directed it."""
    record = ask.of[best.record]
    unnamed = best.property == "director" and best.record not in ask.named and not best.follows and not ask.kinds and not ask.reading.yes_no
    if not unnamed or ask.cues.keys() - {"what"} or not record.known("plot"):
        return None
    told = all(any("plot" in record.where.get(stem, ()) for stem in ask.stems.get(i, ())) for i in ask.telling)
    return replace(best, property="plot", asked=True) if told else None


def of_its_words(ask: Ask, context: Query | None, best: Candidate) -> Candidate | None:
    """«And which khan is it about?» after who directed it: the fact that tells of a khan, and not the director again."""
    record = ask.of[best.record]
    again = context is not None and best.operation == "fact" and best.property == context.property and best.record in context.records and not best.asked
    if not again or ask.named.keys() - {best.record} or ask.cues:
        return None
    stems = {stem for i in ask.telling if i not in ask.of_kinds for stem in ask.stems.get(i, ())}
    told = Counter(prop for stem in sorted(stems) for prop in record.where.get(stem, ()) if prop in record.facts and record.known(prop))
    return replace(best, property=told.most_common(1)[0][0]) if told and best.property not in told else None


def paper_itself(ask: Ask, _: Query | None, best: Candidate) -> Candidate | None:
    """«What paper did we sign with Azerbaijan?»: it does not ask who did, where that is not known."""
    fact = fact_of(ask, best)
    which = ask.reading.has_listed(listed("which"))
    untold = best.property == "signatories" and fact is not None and fact.unknown
    return as_card(best) if untold and which and "agreement" in ask.kinds and "who" not in ask.types else None


def paper_that_is_not_described(ask: Ask, _: Query | None, best: Candidate) -> Candidate | None:
    """«They showed Kazakh films in Dushanbe, what was that?»"""
    record = ask.of[best.record]
    return as_card(best) if best.operation == "fact" and best.property == "what" and not record.known("what") and record.kind == "agreement" else None


def all_that_is_known(ask: Ask, _: Query | None, best: Candidate) -> Candidate | None:
    """«Что известно про фильм …?» asks for all that is known."""
    untold = best.operation == "fact" and is_untold(ask, best) and best.record in ask.named
    return as_card(best) if untold and "about" in ask.operations and not ask.types and ask.strength.keys().isdisjoint(("plot", "what")) else None


def book_of_writer(ask: Ask, _: Query | None, best: Candidate) -> Candidate | None:
    """«Which writer's story is behind Kitap?»: what it is based on, where nobody is told to have written the film."""
    asked = best.operation == "fact" and best.property == "writer" and fact_of(ask, best) is None
    return replace(best, property="based_on") if asked and ask.of[best.record].known("based_on") else None


def where_or_when_they_met(ask: Ask, _: Query | None, best: Candidate) -> Candidate | None:
    """«When did Balayeva meet Dati?»: when or where the talks were, whose participants the question names itself."""
    record = ask.of[best.record]
    if best.property != "participants" or record.type != "talks" or ask.reading.yes_no or len(ask.types) != 1:
        return None
    prop = {"when": "signed_on", "where": "signed_at"}.get(min(ask.types), "")
    people = [ref for ref in record.facts["participants"].refs if ask.of[ref].kind == "person"]
    named = bool(people) and all(ref in ask.named for ref in people)
    return replace(best, property=prop, asked=True) if (named or best.record in ask.named) and record.known(prop) else None


def paper_of_all_named(ask: Ask, _: Query | None, best: Candidate) -> Candidate | None:
    """«Что подписали Казахфильм и Беларусьфильм?»: the paper, whose parties the question names itself."""
    parties = ask.of[best.record].facts.get("parties") if best.operation == "fact" and best.property == "parties" else None
    all_named = parties is not None and 1 < len(parties.refs) == len(set(parties.refs) & ask.named.keys())
    return as_card(best) if all_named and not (ask.types or ask.reading.yes_no) else None


def what_they_agreed(ask: Ask, _: Query | None, best: Candidate) -> Candidate | None:
    """«What did Kazakhfilm agree on with Yakutia?», «Балаева мен Дати нелер жайлы сөйлескен»: what a paper or talks are about, not who is named already."""
    record = ask.of[best.record]
    if best.operation != "fact" or best.property not in _THOSE_WHO_MET or record.kind != "agreement" or ask.reading.yes_no or ask.types:
        return None
    if ask.reading.has_form(listed("officials")) and ask.reading.has_listed(listed("which")):
        # «Which Chinese officials did Balayeva talk to?»
        return None
    named = {named for named, kind in ask.named_kinds.items() if kind in ("country", "person", "organisation", "agreement") and named != KAZAKHSTAN}
    fact = record.facts.get(best.property)
    others = [ref for ref in fact.refs if ref not in named and ask.named_kinds.get(ref) != "country" and ask.of[ref].kind == "person"] if fact else []
    # «Наш киноцентр» is a name.
    kinds = {kind for kind, at in ask.kinds.items() if not at <= ask.named_positions}
    if not named or others or kinds & {"country", "person", "organisation"} or ask.strength.get(best.property, 0.0) >= _OF_THOSE:
        return None
    told = [prop for prop in ABOUT if record.known(prop)]
    about = max(told, key=lambda prop: (ask.strength.get(prop, 0.0), -told.index(prop)), default=None)
    return replace(best, property=about, asked=True) if about else None


def gist(ask: Ask, _: Query | None, best: Candidate) -> Candidate | None:
    """«Рибейт — в чём суть?»: all that is known of it, where no fact tells what it covers, and not any fact of it."""
    asked = max(ask.strength, key=ask.strength.__getitem__, default="")
    record = ask.of[best.record]
    told = any(record.known(prop) for prop in (*ABOUT, "plot"))
    if best.operation not in ("fact", "highlight") or best.asked or best.record not in ask.named or asked not in ("scope", "plot") or told:
        return None
    asking = {i for prop in ("scope", "plot") for i in ask.cues.get(prop, ())}
    return replace(best, property=None, operation="card", explained=best.explained | dict.fromkeys(asking, 1.0), asked=True)


def film_of_its_genre(ask: Ask, _: Query | None, best: Candidate) -> Candidate | None:
    """«Tell me about the horror drama Cadet»: the genre only says which film."""
    asked = "about" in ask.operations and not ask.types and best.property == "genre" and best.record in ask.named
    return as_card(best) if asked and ask.strength.get("genre", 0.0) <= OF_KIND_MEANT else None


def where_in_its_city(ask: Ask, _: Query | None, best: Candidate) -> Candidate | None:
    """«Where in Aktau was the festival held?»: in which building, as the city is named."""
    record = ask.of[best.record]
    if best.property != "city" or record.kind not in EDITION_LIKE or ask.types != {"where"} or ask.reading.yes_no or not record.known("venue"):
        return None
    city = any(ref in ask.named and ask.named_kinds[ref] == "place" for ref in record.facts["city"].refs)
    return replace(best, property="venue") if city else None


def such_a_place(ask: Ask, _: Query | None, best: Candidate) -> Candidate | None:
    """«Which city is the main place of pilgrimage?»: the only place that is told to be so, and not the city of a festival."""
    where = "place" in ask.kinds or ask.types == {"where"}
    asked = where and ask.kinds.keys() <= {"place", "country"} and not ask.reading.yes_no and set(ask.named_kinds.values()) <= {"country"}
    if not asked or best.follows or best.record in ask.named or ask.reading.years or ask.of[best.record].kind == "place":
        return None
    passed = ask.of_kinds | ask.slight | ask.named_positions
    untold = [i for i in ask.telling if best.explained.get(i, 0.0) <= MENDED and i not in passed]
    told = [place.id for place in ask.members("place") if all(any("what" in place.where.get(stem, ()) for stem in ask.stems.get(i, ())) for i in untold)]
    if not untold or len(told) != 1:
        return None
    return replace(best, record=told[0], property="what", operation="fact", explained=dict.fromkeys(ask.content, 1.0), coverage=1.0, asked=True)


def what_somebody_does(ask: Ask, _: Query | None, best: Candidate) -> Candidate | None:
    """«Чем занимается Думан Еркимбек?»: who somebody is tells it, where he has no post here."""
    if best.property not in _DOING or best.record not in ask.named or ask.of[best.record].known(best.property or ""):
        return None
    if not best.cued or not best.cued <= ask.cues.get("what", {}).keys():
        return None
    return replace(best, property="what", operation="fact") if ask.of[best.record].known("what") else as_card(best)
