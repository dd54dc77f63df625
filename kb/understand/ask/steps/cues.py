"""What asks for a property more narrowly, more weakly or not at all: «who was the boss before Raev», «what agreement exists with Georgia?»"""

from __future__ import annotations

from kb.understand.ask import words
from kb.understand.ask.steps.mentions import about_whom
from kb.understand.ask.terms import Terms
from kb.understand.evidence import FESTIVAL
from kb.understand.lexicon import narrowed
from kb.understand.weights import ASKED, LEANS, MENDED, OF_KIND, OF_KIND_MEANT, OF_LEANING, OF_NARROWER

# What «produced» and «made» ask for, where it is countries that did.
_MADE_BY = {"producer", "director", "shooting"}
# What «made» and «shot» ask for.
_MAKING = ("director", "shooting", "year", "works")


def ask_for_the_story_of_whom(terms: Terms) -> None:
    """«О ком снят» asks for the story, and not who made it."""
    if "plot" in terms.cues and about_whom(terms.reading):
        for prop in [prop for prop in _MAKING if terms.strength.get(prop, 0.0) < terms.strength["plot"]]:
            terms.cues["plot"] |= terms.cues.get(prop, {})
            terms.drop(prop)


def ask_what_it_is_about(terms: Terms) -> None:
    """«What's the film about?», with a word for a film between: its story."""
    said = terms.reading.typed
    if terms.named or terms.kinds.keys() != {"film"} or said[-1] != "about" or not said[0].startswith("what"):
        return
    terms.operations.clear()
    terms.cues["plot"] |= {len(said) - 1: 1.0}
    terms.strength["plot"] = max(terms.strength["plot"], OF_KIND)


def ask_for_the_post_at_that_time(terms: Terms) -> None:
    """«Қол қойған кезде қандай лауазымда болған?» asks for the post, and only says when he had it."""
    asks_post = "person" in terms.named_kinds.values() and terms.where_said(words.which()) & terms.cues.get("post", {}).keys()
    if asks_post and "signatories" in terms.cues:
        terms.drop("signatories")


def pass_over_existence(terms: Terms) -> None:
    """«What agreement exists with Georgia?» asks neither for its status nor for its beginning."""
    at = terms.where_said(words.existing()) if "agreement" in terms.kinds else set()
    if at:
        terms.drop_asked_at(at)
        terms.passed |= at


def list_titles(terms: Terms) -> None:
    """«Скиньте названия узбекских фильмов»: the films, and what no title means."""
    films = "film" in terms.kinds and "film" not in terms.named_kinds.values()
    at = terms.reading.where_typed(words.titles()) if films and "name_meaning" in terms.cues else set()
    if at:
        terms.drop_asked_at(at)
        terms.passed |= at
        terms.operations["list"] |= at


def pass_over_genres(terms: Terms) -> None:
    """«What's Atameken about, the documentary»: beside what is asked, the name of a genre only says of which film."""
    asked = "about" in terms.operations or any(strength >= 0.5 for prop, strength in terms.strength.items() if prop not in ("genre", "cast"))
    if asked and "genre" in terms.strength and terms.cues["genre"].keys() <= terms.genres | terms.of_kinds:
        terms.strength["genre"] = min(terms.strength["genre"], OF_KIND_MEANT)


def count_the_countries_of_a_film(terms: Terms) -> None:
    """«How many countries produced it?» asks neither for its producers nor for its director."""
    if "country" in terms.counted and "film" in terms.named_kinds.values() and not terms.reading.yes_no:
        for prop in _MADE_BY & terms.strength.keys():
            terms.turn(prop, "country")


def take_making_for_earning(terms: Terms) -> None:
    """«How much did the comedy Taptym-au seni make?»: with the name between, the words stand too far apart for a phrase."""
    tokens = terms.reading.tokens
    films = [span for named, span in terms.named.items() if terms.of[named].kind == "film"]
    if terms.types != {"count"} or not films or terms.strength.keys() - {"genre"}:
        return
    much = terms.reading.where_typed(words.earning()["much"])
    made = {i for i, token in enumerate(tokens) if token.text.lower() in words.earning()["verbs"] and any(i > max(span) for span in films)}
    if much and made:
        terms.cues["box_office"] |= dict.fromkeys(much | made, 1.0)
        terms.strength["box_office"] = max(terms.strength["box_office"], OF_KIND)
        terms.drop("genre")


def tell_about_it(terms: Terms) -> None:
    """«Tell me about the Korkyt Ata that was held in Bursa»: that it was held there only says about which one."""
    if not terms.operations.get("about") or terms.types or terms.reading.yes_no:
        return
    held = terms.where_said(words.held())
    if FESTIVAL in terms.named or "edition" in terms.kinds or "edition" in terms.named_kinds.values():
        for prop in [prop for prop, cues in terms.cues.items() if held and cues.keys() & set(terms.content) <= held | terms.named_positions]:
            terms.drop(prop)
        terms.passed |= held


def lean(terms: Terms) -> None:
    """Words that example questions show to ask for a property are cues of it, if weak ones."""
    # What the base has nothing on leans to nothing, though it begins as other words do: «internships», «international».
    passed = terms.names_said | {i for mention in terms.reading.of("beyond") if mention.weight == 1 for i in mention.span}
    for i in terms.content:
        leanings = terms.base.leanings.get(terms.reading.tokens[i].key[:5]) if i not in passed else None
        for prop, share in leanings.items() if leanings else ():
            if share >= LEANS:
                terms.cues[prop][i] = max(terms.cues[prop].get(i, 0.0), share)
                terms.strength[prop] = max(terms.strength[prop], OF_LEANING * share)


def narrow(terms: Terms) -> None:
    """«Who was the boss before Raev»: a word that makes a narrower property of the one that is asked for."""
    for prop, (wider, by) in narrowed().items():
        of = max(wider, key=lambda other: terms.strength.get(other, 0.0))
        phrases = {i for mention in terms.reading.of("slight") if len(mention.span) > 1 for i in mention.span}
        # Nor is a part of a name such a word: the «State» Center.
        passed = phrases | terms.reading.besides | {i for span in terms.named.values() if len(span) > 1 for i in span}
        # A misspelt «деген» may be «дейін» too.
        unsure = {i for i, token in enumerate(terms.reading.tokens) if len(token.bases) > 1 and max(token.bases.values()) <= MENDED}
        at = [i for i, token in enumerate(terms.reading.tokens) if i not in passed | unsure and not by.isdisjoint(token.keys_in(terms.reading.language))]
        if at and terms.strength.get(of, 0.0) >= ASKED:
            terms.cues[prop] |= terms.cues[of] | dict.fromkeys(at, 1.0)
            terms.strength[prop] = max(terms.strength[prop], terms.strength[of] + OF_NARROWER)
