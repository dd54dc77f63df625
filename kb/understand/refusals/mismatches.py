"""What is near a question and yet no answer to it: the price of a trip, who leads a festival elsewhere, a role that no cast tells."""

from __future__ import annotations

import re

from kb.base import Base
from kb.language.fold import fold_phrase
from kb.records import LANGUAGES
from kb.understand.ask import FESTIVAL, Ask, Candidate
from kb.understand.evidence import EDITION_LIKE, YEAR, soft_text
from kb.understand.lexicon import properties
from kb.understand.refusals.posts import Posts
from kb.understand.weights import ASKED_CLEARLY, OF_KIND, UNEXPLAINED
from kb.understand.word_lists import as_listed, listed

# What a text in English tells an owner by.
_OWNING = re.compile(r"\b(?:own(?:s|ed|er)?|founder|belongs)\b", re.IGNORECASE)
# What a text in English tells a price or a sum by.
_MONEY = re.compile(r"tenge|dollar|\beuros?\b|lira|manat|sum\b|million|billion|[$€%]|per cent|free|paid|price", re.IGNORECASE)
# What says of something that it is more so than all others.
_SUPERLATIVE = re.compile(r"\b(?:\w+est|most|main|first|only|minimum|maximum)\b", re.IGNORECASE)
# So many letters begin a name in all its cases.
_BEGINNING = 3
# Who made a film leads no festival where it was shown.
_MAKERS = {"director", "producer", "writer", "cast"}
_CRAFTS = {"cinematographer", "composer", "writer", "producer"}
# What describes a place or a body, and tells no amount but its age.
_DESCRIBING = ("what", "history", "sights")
# Where and when a festival was.
_WHERE_AND_WHEN = ("venue", "city", "dates")
# What tells how much.
_AMOUNTS = ("money", "number", "boolean")


class Mismatches:
    """Tells which candidates are only near what is asked, over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._price, self._years, self._owning = listed("price"), listed("years_of_age"), listed("owning")
        self._money, self._sums, self._giving = listed("money"), listed("sums"), listed("giving")
        self._posts = Posts(base)

    def has(self, ask: Ask, best: Candidate) -> bool:
        """Whether the answer is of something else than what is asked."""
        if ask.reading.yes_no:
            return False
        return (
            self.is_of_another_sort(ask, best)
            or self._is_known_already(ask, best)
            or self._is_no_amount(ask, best)
            or self._is_no_founder(ask, best)
            or self._is_no_owner(ask, best)
            or self._posts.is_of_another(ask, best)
            or self._is_somebody_else(ask, best)
            or self._is_of_another_body(ask, best)
            or self._is_no_role(ask, best)
            or self._is_of_no_date(ask, best)
            or self._is_of_a_film_there(ask, best)
            or self._is_of_another_act(ask, best)
            or self._is_no_age_of_a_place(ask, best)
            or self._is_no_festival(ask, best)
            or self._is_not_the_most(ask, best)
            or self._is_no_craft(ask, best)
            or self._is_no_winner(ask, best)
            or self._is_no_body_of_that_country(ask, best)
            or self._is_no_city(ask, best)
            or self._is_of_a_festival_alone(ask, best)
            or self._is_no_signatory(ask, best)
        )

    @staticmethod
    def _is_no_signatory(ask: Ask, best: Candidate) -> bool:
        """«The memorandum they signed in Dushanbe, who put their name to it?» is not told by who spoke at the film days there."""
        signed = ask.strength.get("signatories", 0.0) >= OF_KIND and "agreement" in ask.kinds
        return signed and (best.property == "participants" or best.operation == "highlight") and ask.of[best.record].type == "film-days"

    @staticmethod
    def _is_of_a_festival_alone(ask: Ask, best: Candidate) -> bool:
        """«Where were the screenings of Qaitadan?» is not told by where those of a festival were that nobody speaks of."""
        festive = FESTIVAL in ask.named or "edition" in ask.kinds or ask.held or ask.reading.years or best.follows
        return not festive and "film" in ask.named_kinds.values() and ask.of[best.record].kind == "edition" and best.property in _WHERE_AND_WHEN

    @staticmethod
    def _is_no_city(ask: Ask, best: Candidate) -> bool:
        """«Which city do most pilgrims visit?» is not told by the country of a film that nobody names."""
        return "place" in ask.kinds and best.property == "country" and not (best.record in ask.named or best.follows or "film" in ask.kinds)

    @staticmethod
    def _is_no_body_of_that_country(ask: Ask, best: Candidate) -> bool:
        """«Who heads the union of filmmakers of Azerbaijan?» is told by none of the bodies that the country is a member of."""
        kinds = set(ask.named_kinds.values())
        of_country = "country" in kinds and kinds <= {"country", "agreement"} and ("organisation" in ask.kinds or "agreement" in kinds)
        other = best.operation == "fact" and ask.of[best.record].known("members") and not (best.follows or best.record in ask.named)
        return of_country and other and not (best.asked and best.property == "members")

    @staticmethod
    def is_of_another_sort(ask: Ask, best: Candidate) -> bool:
        """«In which palace was it?» is not told by a text that tells no building, nor «who» by one that names nobody."""
        if best.property == "agreements" and ask.sort == "who" and max(ask.strength.get(prop, 0.0) for prop in ("signatories", "head")) >= OF_KIND:
            # Who signed is told by the paper, and who leads a body by that body, and not by which papers there are.
            return True
        if best.property == "works" and best.record in ask.named and ask.sort == "where" and best.cued:
            # «Где снималась Балкова?», «қайда ойнаған»: in which films.
            return False
        return bool(ask.sort and best.property) and ask.of[best.record].lacks_sort(best.property or "", ask.sort)

    @staticmethod
    def _is_known_already(ask: Ask, best: Candidate) -> bool:
        """«What else was planned, besides the cultural centre?» is not told by what tells of the centre alone."""
        besides = ask.reading.besides
        # «Байқаудан тыс» is out of competition, where a cue has both words.
        phrase = bool(besides) and besides <= best.cued and not best.cued.isdisjoint((min(besides) - 1, max(besides) + 1))
        known = bool(ask.known) and not phrase
        return known and best.operation == "highlight" and ask.tells_known(ask.of[best.record], best.property or "")

    @staticmethod
    def opens_elsewhere(ask: Ask) -> bool:
        """«Which film opened Cannes in 2025?»: of a place that hosted neither the festival nor film days, no list of films tells it."""
        places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
        if not places or ask.held or "opening" not in ask.cues or "film" not in ask.kinds or ask.reading.yes_no or len(ask.named) > len(places):
            return False
        return not any(ask.of[paper].type == "film-days" for place in places for paper in ask.of[place].near.get("agreement", ()))

    def _is_no_amount(self, ask: Ask, best: Candidate) -> bool:
        """«How much is a trip to Bozzhyra?», «how old is Aktau?»: what it is tells no amount, nor do its sights."""
        # «Неше бөлімнен тұрады?» asks for no price: a highlight is asked for by the whole phrase.
        said = best.cued if best.operation == "highlight" else frozenset()
        priced = any(as_listed(token) in self._price for i, token in enumerate(ask.reading.tokens) if i not in said)
        if best.property in ("participants", "best_film", "winner") and ask.reading.has_listed(self._money):
            # «How much money does the winner get?» counts no guests.
            return True
        if self._asks_sum(ask) and self._tells_no_sum(best):
            return True
        if best.property in _DESCRIBING and (priced or ask.types == {"count"}) and not ask.reading.has_listed(self._years):
            return True
        if ask.types != {"count"}:
            return False
        if best.operation == "card":
            return not ask.kinds and bool(ask.named)
        asked = properties().get(best.property or "")
        if priced and best.operation == "highlight":
            # «How much is an accreditation?» is not told by how many were let in with one.
            return not _MONEY.search(self._base.records[best.record].highlights[int(best.property or 0)].text.en)
        if priced and best.property == "films_count" and ask.strength.get("ticket_price"):
            return True
        return priced and asked is not None and asked.type not in _AMOUNTS and best.property not in ("support", "awards") and best.record not in ask.named

    def _asks_sum(self, ask: Ask) -> bool:
        """«How much did the fund give to Becoming?», «сколько денег он попросил?»: of somebody or something that is named."""
        said = [as_listed(token) for i, token in enumerate(ask.reading.tokens) if i not in ask.named_positions]
        gives = (
            "count" in ask.types
            and not self._giving.isdisjoint(said)
            and not ask.kinds
            and {"film", "organisation"} <= set(ask.named_kinds.values()) <= {"film", "organisation", "country"}
        )
        sums = not self._sums.isdisjoint(said) or ("count" in ask.types and not self._money.isdisjoint(said))
        return gives or (sums and bool(ask.named.keys() - ask.held.keys()))

    def _tells_no_sum(self, best: Candidate) -> bool:
        record = self._base.records[best.record]
        told = record.highlights[int(best.property or 0)] if best.operation == "highlight" else record.facts.get(best.property or "")
        return told is not None and told.text is not None and not _MONEY.search(told.text.en)

    @staticmethod
    def _is_no_founder(ask: Ask, best: Candidate) -> bool:
        """«Who founded TURKSOY?» is not told by when, nor by what it founded."""
        if ask.types != {"who"} or set(ask.named_kinds.values()) != {"organisation"} or ask.kinds or not {"founded", "initiator"} & ask.cues.keys():
            return False
        return best.property == "founded" or (best.property in ("initiator", "organisers") and best.record not in ask.named)

    def _is_somebody_else(self, ask: Ask, best: Candidate) -> bool:
        """«Who is Abai?»: who wrote of him, or played him, is somebody else; the text that is told has to speak of him."""
        if "who" not in ask.types or ask.cues.keys() != {"what"} or ask.named or ask.kinds or best.operation == "highlight":
            return False
        record = self._base.records[best.record]
        fact = record.facts.get(best.property or "")
        texts = [fact.text] if fact and fact.text else [record.summary]
        told = {stem for text in texts for language in LANGUAGES for stem in soft_text(text.get(language))}
        # «The author of Abai's Path» is a name of his; Abai alone is none.
        asked = {stem for i in ask.telling if i not in ask.cued for stem in ask.stems[i]}
        return told.isdisjoint(asked) and not any(soft_text(name) <= asked for name in (*record.names.all(), *record.aliases))

    @staticmethod
    def _is_of_another_body(ask: Ask, best: Candidate) -> bool:
        """«Who runs the Turkic film fund?» is not told by who heads TURKSOY, nor «which film got the rebate» by the prizes that the Center counts."""
        kinds, record = set(ask.named_kinds.values()), ask.of[best.record]
        if best.operation == "card" and record.kind == "agreement":
            return ask.types == {"who"} and ask.strength.get("head", 0.0) >= OF_KIND and "signatories" not in ask.cues
        if best.record in ask.named or best.follows:
            return False
        if kinds == {"agreement"} and best.property in ("head", "post", "awards"):
            return best.property == "awards" or "organisation" not in ask.kinds
        # Nor is it told by who leads a body of several countries who leads one of their own.
        return kinds == {"country"} and best.property == "head" and record.countries > 1

    def _is_no_owner(self, ask: Ask, best: Candidate) -> bool:
        """«Who owns Kinopark?» is not told by who heads it."""
        if best.property != "head" or best.operation != "fact" or ask.of[best.record].kind != "organisation":
            return False
        if not ask.reading.has_listed(self._owning):
            return False
        fact = self._base.records[best.record].facts.get("head")
        return fact is not None and fact.text is not None and not _OWNING.search(fact.text.en)

    def _is_no_role(self, ask: Ask, best: Candidate) -> bool:
        """«Who plays Elena in Joqtau?»: a cast that does not tell Elena does not tell who plays her."""
        if best.property != "cast" or ask.types != {"who"} or best.record not in ask.named:
            return False
        fact = self._base.records[best.record].facts.get("cast")
        told = {key for language in LANGUAGES for key in fold_phrase(fact.text.get(language))} if fact and fact.text else set()
        roles = ask.reading.capitals & set(ask.telling) - ask.named_positions - ask.cued - ask.of_kinds
        # «Милу» is a form of «Мила».
        return bool(told) and any(not any(key.startswith(ask.reading.tokens[i].key[:_BEGINNING]) for key in told) for i in roles)

    def _is_of_no_date(self, ask: Ask, best: Candidate) -> bool:
        """«Since when has he led it?» is not told by who leads it, where no year is told."""
        if best.property != "head" or ask.strength.get("post_since", 0.0) < ASKED_CLEARLY or "when" not in ask.types:
            return False
        fact = self._base.records[best.record].facts.get("head")
        return fact is not None and fact.text is not None and not YEAR.search(fact.text.en)

    @staticmethod
    def _is_of_a_film_there(ask: Ask, best: Candidate) -> bool:
        """«Who is the director of the Cannes festival?», «when is Eurasia in 2026?»: a film that was shown there tells neither."""
        record = ask.of[best.record]
        if record.kind != "film" or best.record in ask.named or best.follows or "film" in ask.kinds or not ask.types & {"who", "when"}:
            return False
        of_festival = any(m.pattern.value == "edition" for m in ask.reading.of("kind")) or "festival" in ask.named_kinds.values()
        other = set(ask.named_kinds.values()) <= {"festival", "place"} and bool(ask.named) and FESTIVAL not in ask.named and not ask.held
        return of_festival and other and (best.property in _MAKERS or best.property in ("festivals", "awards"))

    @staticmethod
    def _is_of_another_act(ask: Ask, best: Candidate) -> bool:
        """«Which film closed the festival?», «who was on the jury in Locarno?»: a ceremony is no film, and a place has no jury."""
        record = ask.of[best.record]
        if best.property in ("opening", "closing", "dates") and "film" in ask.kinds and not ask.types and record.kind in EDITION_LIKE:
            return "film" not in record.sorts.get(best.property, ())
        jury = record.kind == "place" and ask.strength.get("jury", 0.0) >= max([OF_KIND, *ask.strength.values()]) and best.operation == "fact"
        # «Шар тастар алқабы» is a valley, which its own text tells.
        return jury and any(best.explained.get(i, 0.0) < UNEXPLAINED for i in ask.cues["jury"])

    @staticmethod
    def _is_no_age_of_a_place(ask: Ask, best: Candidate) -> bool:
        """«When was Almaty founded?» is not told by what was founded there."""
        only = set(ask.named_kinds.values()) == {"place"} and not ask.kinds and ask.types == {"when"}
        if not only or best.record in ask.named or best.property not in ("founded", "dates", "signed_on", "signed_at"):
            return False
        # «When did it begin there?» asks for the dates of what was there.
        founded = ask.cues.get("founded", {}).keys()
        return bool(founded - ask.cues.get("dates", {}).keys() if best.property == "dates" else founded)

    @staticmethod
    def _is_no_festival(ask: Ask, best: Candidate) -> bool:
        """«Which festival had the most guests?» is told by a festival alone."""
        superlative = {"most", "least"} & ask.operations.keys() and ask.kinds.keys() == {"edition"} and not ask.named
        return bool(superlative) and ask.of[best.record].kind not in EDITION_LIKE

    def _is_not_the_most(self, ask: Ask, best: Candidate) -> bool:
        """«Which cinema of Aktau is the biggest?» is told by a number, or by a text that says so of it."""
        superlative = {i for operation in ("most", "least") for i in ask.operations.get(operation, ())}
        if superlative <= ask.of_kinds or "list" not in ask.operations or best.operation == "card":
            return False
        asked, record = properties().get(best.property or ""), self._base.records[best.record]
        if asked is not None and (asked.answers in ("who", "when") or asked.type in _AMOUNTS):
            return False
        told = record.highlights[int(best.property or 0)] if best.operation == "highlight" else record.facts.get(best.property or "")
        return told is not None and told.text is not None and not _SUPERLATIVE.search(told.text.en)

    @staticmethod
    def _is_no_craft(ask: Ask, best: Candidate) -> bool:
        """«Who was the cameraman of the festival?», «who sang at the closing?»: crafts are those of films and of people."""
        asked = max(ask.strength.keys() - {"what"}, key=ask.strength.__getitem__, default="")
        crafted = asked in _CRAFTS and ask.strength[asked] >= OF_KIND and ask.types == {"who"}
        kind, told = ask.of[best.record].kind, properties().get(best.property or "")
        of_act = kind in EDITION_LIKE and told is not None and told.answers != "who"
        if best.operation == "highlight" and best.record in ask.named and kind == "organisation" and not best.cued.isdisjoint(ask.cues.get(asked, ())):
            # «Who is the producer at M-Films?»: a body can tell it in so many words.
            return False
        return crafted and (best.operation == "highlight" or of_act) and kind not in ("film", "person")

    @staticmethod
    def _is_no_winner(ask: Ask, best: Candidate) -> bool:
        """«Who got the Oscar?» is not told by a film that was put forward for one."""
        return best.property == "oscars" and ask.types == {"who"} and best.record not in ask.named and not best.follows
