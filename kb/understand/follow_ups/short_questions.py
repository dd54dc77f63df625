"""Questions of hardly a word, that live on what the chat spoke of: «festivals?», «а где?», «қазақ па?», «а Туркменфильм?»."""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import Ask, Candidate
from kb.understand.follow_ups.last_answer import last_record
from kb.understand.follow_ups.pronouns import Pronouns
from kb.understand.follow_ups.references import References
from kb.understand.lexicon import default_properties, properties, words
from kb.understand.weights import ASKED, COVERAGE, FOLLOWS
from kb.understand.word_lists import folded_list

# What tells of somebody when, and often where, something happened to him.
_HAPPENED = ("post_since", "awards")
# What words for being shown ask for.
_SHOWING = {"festivals", "premiere", "competition", "festival_role"}
# Who was there for a side, the likeliest first; and what else words for that can ask for.
_FOR_A_SIDE = ("participants", "signatories", "parties")
_OF_SIDES = {*_FOR_A_SIDE, "country", "members", "guests", "agreements", "what"}


class ShortQuestions:
    """Finds what such a question asks of the last record."""

    def __init__(self, pronouns: Pronouns, references: References) -> None:
        self._pronouns = pronouns
        self._references = references
        self._of_asked_kind: dict[str, dict[str, str]] = words()["properties_of_asked_kind"]

    def of_bare_kind(self, ask: Ask, context: Query | None) -> Query | None:
        """«Festivals?», «ал жүлделері ше?», «и фильмы?»: nothing but a kind of what the last record tells."""
        if context is None or len(ask.kinds) != 1 or ask.named or ask.types or ask.reading.years or ask.ordinals or ask.operations.keys() - {"list"}:
            return None
        last = last_record(ask, context)
        if last is None or context.operation not in ("fact", "highlight", "card") or not set(ask.telling) <= ask.of_kinds:
            return None
        kind = next(iter(ask.kinds))
        prop = self._of_asked_kind.get(kind, {}).get(last.kind, "")
        asked = {other for other, strength in ask.strength.items() if strength >= ASKED}
        return Query("fact", (last.id,), prop) if last.known(prop) and prop != context.property and asked <= {prop} else None

    def of_bare_question(self, ask: Ask, context: Query | None, best: Candidate | None) -> Query | None:
        """«А где?», «қай қалада?» where no answer goes on from the chat: what the last record has for the question word, else what was told, if it tells that.

        Where neither is known, this is said of the last record.
        """
        if context is None or len(ask.types) != 1 or ask.named or ask.reading.years or ask.ordinals or ask.months or ask.kinds.keys() - {"place"}:
            return None
        goes_on = best is not None and best.coverage >= COVERAGE and (ask.gains or {}).get(best.record, 0.0) >= FOLLOWS
        # «Where were they given?» after the prizes.
        same = ask.cues.keys() <= {context.property, "awards", "winner"} and context.property == "awards"
        bare = ask.types <= {"where", "when"} and (same or not ask.cues) and ask.of_kinds.issuperset(ask.telling) and not ask.reading.of("foreign")
        last = last_record(ask, context)
        if not bare or last is None or context.operation not in ("fact", "highlight", "card"):
            return None
        asked = next(iter(ask.types))
        told = asked in last.sorts.get(context.property or "", ())
        if told and last.kind == "film" and asked == "where":
            # Whose the film is tells not where it was first shown.
            return context
        if told and last.kind == "person" and asked == "where" and context.property in _HAPPENED:
            # «А где?» after when somebody was elected asks not where he is from.
            return context
        if goes_on:
            return None
        of_place = self._of_asked_kind["place"].get(last.kind)
        props = default_properties(last.kind, asked) if not ask.kinds else [of_place] if of_place else []
        if known := next((prop for prop in props if last.known(prop)), None):
            return Query("fact", (last.id,), known)
        return context if told else Query("fact", (last.id,), props[0]) if props else None

    def of_a_side(self, ask: Ask, context: Query | None) -> Query | None:
        """«Who was on the French side?», «а от французов кто был?» after a paper or talks: who was there for them, and not what France is."""
        last = last_record(ask, context)
        if last is None or last.kind != "agreement" or ask.types != {"who"} or ask.cues.keys() - _OF_SIDES or ask.kinds or ask.reading.yes_no:
            return None
        parties = ask.named.keys() - {last.id}
        of_a_party = bool(parties) and parties <= set(last.near.get("country", ()))
        sides = ask.reading.where_listed(folded_list("sides"))
        whole = (ask.named_positions | ask.cued | sides).issuperset(ask.telling) and not ask.reading.years
        known = next((prop for prop in _FOR_A_SIDE if last.known(prop)), None)
        # «And who are the French?» asks of no side.
        of_side = bool(sides) or ("what" not in ask.cues and self._references.goes_on(ask.reading))
        return Query("fact", (last.id,), known) if of_a_party and whole and known and of_side else None

    def claimed_country(self, ask: Ask, context: Query | None) -> Query | None:
        """«Қазақ па?» after somebody or a film: whether he or it is of that country, and not what Kazakhstan is."""
        if context is None or not ask.reading.yes_no or ask.cues or ask.kinds or ask.types or len(ask.named) != 1:
            return None
        last = last_record(ask, context)
        (named, kind), *_ = ask.named_kinds.items()
        whole = kind == "country" and ask.named[named].issuperset(ask.telling)
        if last is None or not whole or last.kind not in ("person", "film"):
            return None
        return Query("fact", (last.id,), "country", claim=named if last.known("country") else None)

    def claimed_place(self, ask: Ask, context: Query | None, best: Candidate | None) -> Query | None:
        """«Was it in Almaty?» after an agreement: where that was, be it known or not, and not what Almaty is."""
        if context is None or best is None or ask.kinds or ask.types:
            return None
        places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
        last = last_record(ask, context)
        if last is None or len(places) != 1 or ask.named.keys() - {last.id, places[0]}:
            return None
        # «Was it shown in Cannes?»: no other film that was answers that.
        shown = last.kind == "film" and bool(ask.cues) and ask.cues.keys() <= _SHOWING and best.record != last.id
        was_there = ask.reading.yes_no and not ask.cues and best.record == places[0] and self._pronouns.mean_thing(ask)
        if not (shown or was_there) or not (ask.named_positions | ask.cued).issuperset(ask.telling):
            return None
        props = ["festivals", "premiere"] if last.kind == "film" else default_properties(last.kind, "where")
        known = next((prop for prop in props if last.known(prop)), None)
        if known:
            # That its premiere was elsewhere does not deny this place.
            judged = known != "premiere" or places[0] in last.facts[known].refs
            return Query("fact", (last.id,), known, claim=places[0] if judged else None)
        return Query("fact", (last.id,), props[0]) if props and last.kind != "place" else None

    def same_of_another(self, ask: Ask, context: Query | None) -> Query | None:
        """«А Туркменфильм?» after when Kazakhfilm was founded: where this is not known of it, that is said, and not who it is."""
        if context is None or context.operation != "fact" or ask.types or ask.cues or ask.kinds or ask.reading.years or ask.reading.yes_no:
            return None
        last = last_record(ask, context)
        alike = [named for named, kind in ask.named_kinds.items() if last and kind == last.kind and named != last.id]
        prop = context.property or ""
        if last is None or len(alike) != 1 or not ask.named[alike[0]].issuperset(ask.telling) or not self._references.goes_on(ask.reading):
            return None
        asked = prop in properties() and last.kind in properties()[prop].kinds and last.known(prop) and prop != "what"
        return Query("fact", (alike[0],), prop) if asked and prop not in ask.of[alike[0]].facts else None

    def same_of_another_body(self, ask: Ask, context: Query | None) -> Query | None:
        """«And the Azerbaijani agency?» after who led that of another country: of the only body of the country that is of its type, be it known or not."""
        last, prop = last_record(ask, context), (context.property if context else None) or ""
        if context is None or last is None or last.kind != "organisation" or context.operation != "fact" or prop not in properties() or ask.types or ask.cues:
            return None
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
        whole = len(ask.named) == len(countries) == 1 and ask.kinds.keys() == {"organisation"} and not ask.reading.years
        if not whole or not (ask.named_positions | ask.of_kinds).issuperset(ask.telling) or not self._references.goes_on(ask.reading):
            return None
        alike = [body for body in ask.of[countries[0]].near.get("organisation", ()) if ask.of[body].type == last.type and body != last.id]
        return Query("fact", (alike[0],), prop) if len(alike) == 1 else None
