"""What asks for a date, and for which: «how long did the festival in Bursa run?», «on what date did he take over?»"""

from __future__ import annotations

from kb.understand.ask import words
from kb.understand.ask.terms import Terms
from kb.understand.weights import OF_KIND

# What «which date» asks for by itself.
_DATES = ("dates", "signed_on", "year")
# What has a date that other words ask for.
_DATED_ACTS = ("post_since", "period", "release", "premiere", "born", "died")


def ask_how_long(terms: Terms) -> None:
    """«How long did the festival in Bursa run?» asks for its dates, not for the length of a film or since when somebody leads a body."""
    lasting = terms.cues.get("runtime", {})
    for film in [named for named, kind in terms.named_kinds.items() if kind == "film" and "edition" in terms.named_kinds.values()]:
        if terms.named[film] <= lasting.keys():
            # «Run» is also a title.
            terms.unname(film)
    of_edition = "edition" in terms.named_kinds.values() or ("edition" in terms.kinds and terms.held)
    if not of_edition or not set(terms.named_kinds.values()) <= {"edition", "festival", "place"} or not lasting or "film" in terms.kinds:
        return
    for prop in [prop for prop, cues in terms.cues.items() if prop != "dates" and not cues.keys().isdisjoint(lasting)]:
        terms.turn(prop, "dates")


def take_place_as_told(terms: Terms) -> None:
    """«When was it held in Bursa?», «when did Azerbaijan host the festival?» tell the city, and ask for the dates."""
    if terms.types != {"when"} or terms.reading.yes_no or {"place", "edition"}.isdisjoint(terms.named_kinds.values()):
        return
    for prop in ("city", "organisers") if "venue" not in terms.cues else ():
        if prop in terms.cues:
            terms.turn(prop, "dates")


def ask_where_or_when(terms: Terms) -> None:
    """«Where was the agreement concluded?» asks for the place of what has a date too, whichever of the two its verb is a cue of."""
    for when, where in words.acts():
        for asked, word, other in (("where", when, where), ("when", where, when)):
            if terms.types == {asked} and word in terms.cues and terms.strength[word] > terms.strength.get(other, 0.0) and "venue" not in terms.cues:
                terms.strength[other] = terms.strength.pop(word)
                terms.cues[other] |= terms.cues.pop(word)


def ask_where_it_was_signed(terms: Terms) -> None:
    """«Где расписались?», «когда поставили подписи?»: where or when it was, and not who did it."""
    for asked, prop in (("where", "signed_at"), ("when", "signed_on")):
        if terms.types == {asked} and "signatories" in terms.cues and "person" not in terms.named_kinds.values():
            terms.turn("signatories", prop)


def ask_since_when(terms: Terms) -> None:
    """«On what date did Satybaldy take over Kazakhfilm?» asks since when he has the post."""
    cued = next((prop for prop in ("head", "post") if prop in terms.cues), "")
    if terms.types == {"when"} and cued and any(kind == "person" and terms.of[named].known("post_since") for named, kind in terms.named_kinds.items()):
        terms.strength["post_since"] = max(terms.strength["post_since"], terms.strength[cued], OF_KIND)
        terms.cues["post_since"] |= terms.cues[cued]


def ask_how_old_a_thing_is(terms: Terms) -> None:
    """«How old is Tulpan?» asks for the year of the film, and how old a body is, for its founding."""
    kinds = set(terms.named_kinds.values())
    # «The French CNC».
    if "born" not in terms.cues or "person" in terms.kinds or not kinds - {"country"} or not kinds <= {"film", "organisation", "festival", "country"}:
        return
    if set(terms.content) <= terms.named_positions | terms.cues["born"].keys() | terms.of_time | terms.of_kinds:
        terms.turn("born", "year" if "film" in kinds else "founded")


def pass_over_dates(terms: Terms) -> None:
    """«On what date did he take over?»: the words that ask for a time ask for no date of their own where others tell of what."""
    telling = set(terms.content) - terms.of_time
    dated = [prop for prop in _DATES if prop in terms.cues and telling.isdisjoint(terms.cues[prop])]
    others = [prop for prop in _DATED_ACTS if prop in terms.strength and terms.strength[prop] >= OF_KIND]
    if dated and any(terms.of[named].known(prop) for named in terms.named for prop in others):
        for prop in dated:
            terms.drop(prop)


def ask_for_no_birth(terms: Terms) -> None:
    """«When is the next one?» is asked of no birth."""
    if "next_dates" in terms.strength and terms.strength.get("born") == terms.strength["next_dates"]:
        terms.drop("born")


def ask_for_days_of_one_festival(terms: Terms) -> None:
    """«How many days did the festival in Baku last?»: that one alone, by its dates."""
    held = terms.held or "edition" in terms.named_kinds.values()
    if "count" in terms.types and held and "editions" in terms.cues and terms.strength.get("dates", 0.0) >= terms.strength["editions"]:
        terms.drop("editions")
        terms.types.discard("count")


def tell_when_with_the_prize(terms: Terms) -> None:
    """«What prize did Arkau Ozok get, and when?»: what is told of a prize tells its year, and no other date is asked for."""
    won = {"film", "person"} & set(terms.named_kinds.values()) and terms.strength.get("awards", 0.0) >= OF_KIND
    if won and "when" in terms.types and not terms.reading.yes_no and terms.where_said(words.which()) & terms.cues["awards"].keys():
        terms.types.discard("when")
