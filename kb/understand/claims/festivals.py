"""Who won or opened a festival, and which festival it was: «was Joqtau the opening film in Aktau?», «is the festival in Aktau the sixth one?»"""

from __future__ import annotations

from kb.base import Base
from kb.language.fold import fold, tokens
from kb.query import Query
from kb.records import Record
from kb.understand.ask import FESTIVAL, Ask
from kb.understand.claims.verdicts import Verdicts
from kb.understand.claims.wording import OF_CUE, strange_places
from kb.understand.evidence import EDITION_LIKE, Evidence
from kb.understand.follow_ups.last_answer import last_record
from kb.understand.lexicon import words
from kb.understand.shapes import editions_told
from kb.understand.shapes.films_told import TELLS_FILM, is_close
from kb.understand.weights import MENDED
from kb.understand.word_lists import as_listed, listed

# What says the number of a festival, and when and where it was.
_OF_RANK = {"editions", "next_dates", "dates", "city", "what"}


class Festivals:
    """Recognises claims about a festival, over one base."""

    def __init__(self, base: Base, verdicts: Verdicts) -> None:
        self._base = base
        self._verdicts = verdicts
        # Words with which the value of a fact alone does not tell whether a claim is true.
        self._prize_words = {prop: tuple(map(fold, said)) for prop, said in words()["prize_words"].items()}
        self._pointing = listed("this_one")

    def of_festival(self, ask: Ask) -> Query | None:
        """«Was Joqtau the opening film in Aktau?», «did Yeslyamova win best actress there?»: told by the festival, whatever the film or she won elsewhere."""
        if not ask.reading.yes_no:
            return None
        kinds = _kinds_without_bearers(ask)
        claimed = [named for named, kind in kinds.items() if kind in ("film", "person")]
        if not claimed:
            return self._of_a_country(ask, kinds)
        if len(claimed) != 1:
            return None
        (subject,) = claimed
        others = {kind for named, kind in kinds.items() if named != subject}
        told = ask.reading.years or "edition" in ask.kinds or FESTIVAL in ask.named or ask.held
        events = [named for named, kind in kinds.items() if kind == "event"]
        of_festival = others <= {"place", "festival", "edition"} and told
        of_opening = others <= {"event", "festival"} and bool(events) and kinds[subject] == "film"
        alone = not others and not told and "award" in ask.kinds
        prop = _prize(ask)
        if not prop and (told or "edition" in others) and others <= {"place", "festival", "edition"} and (any_prize := self._of_any_prize(ask, subject)):
            return any_prize
        if prop and prop != "opening" and not (FESTIVAL in ask.named or ask.held) and others <= {"country", "edition"} and _is_elsewhere(ask, subject):
            # «Did Kazhymukan win at the festival in Seoul?»
            return Query("fact", (subject,), "awards")
        if not (of_festival or of_opening or alone) or self._verdicts.limits(ask):
            return None
        if kinds[subject] == "film" and ask.strength.get("competition", 0.0) >= OF_CUE and ask.of[subject].known("competition"):
            # «Did Kazhymukan compete for the main prize?» asks not who won it.
            return Query("fact", (subject,), "competition")
        if prop == "opening" and kinds[subject] == "film" and self._is_of_another_festival(ask, subject):
            # «Did Gingerbread open Bastau 2024?»
            return Query("fact", (subject,), "festivals")
        told_of = [e for e in editions_told(ask) if all(ask.linked(e.id, event) for event in events)] if prop else []
        editions = [edition for edition in told_of if edition.known(prop)]
        if alone:
            return self._of_a_prize(ask, subject, kinds[subject] == "film", prop, editions)
        if not editions or (others - {"festival", "event"} and not ask.held and "edition" not in others):
            return None
        return Query("fact", (editions[0].id,), prop, claim=subject)

    def prize_of_its_own(self, claimed: Query) -> Query | None:
        """What somebody or a film won at the festival whose other prize is claimed for them: «Did Kachkyn get the grand prix in Aktau?»"""
        subject = self._base.records.get(claimed.claim or "")
        told = self._base.records[claimed.records[0]].facts.get(claimed.property or "")
        if subject is None or subject.kind not in ("film", "person") or told is None or subject.id in told.refs:
            return None
        won = [award for award in _prizes_at(self._base, claimed.records[0]) if subject.id in award.links.get(subject.kind, ())]
        return Query("fact", (won[0].id,), "winner") if len(won) == 1 and "winner" in won[0].facts else None

    def _of_any_prize(self, ask: Ask, subject: str) -> Query | None:
        """«Did Qaitadan win anything in Aktau?»: told by all that it won, or else by all prizes, where those of the festival are all known."""
        said = ask.named_positions | ask.of_kinds | {i for prop in ("awards", "winner", *TELLS_FILM) for i in ask.cues.get(prop, ())}
        asked = "award" in ask.kinds or max(ask.strength.get("awards", 0.0), ask.strength.get("winner", 0.0)) >= OF_CUE
        told = [edition for edition in _editions(ask) if all(edition.known(prop) for prop in TELLS_FILM) and _prizes_at(self._base, edition.id)]
        alone = FESTIVAL in ask.named and not (ask.reading.years or ask.ordinals or ask.held)
        if (
            self._verdicts.limits(ask)
            or not asked
            or len(told) != 1
            or not said.union(ask.reading.years).issuperset(ask.telling)
            or (alone and not ask.linked(subject, told[0].id))
        ):
            return None
        if ask.of[subject].known("awards"):
            return Query("fact", (subject,), "awards", claim=told[0].id)
        return Query("fact", (told[0].id,), "awards", claim=subject)

    @staticmethod
    def _is_of_another_festival(ask: Ask, film: str) -> bool:
        """Whether a festival is named that is no record, and that the film's festivals tell."""
        strange = ask.reading.capitals & set(ask.telling) - ask.named_positions - ask.of_kinds
        where = ask.of[film].where
        told = any("festivals" in where.get(stem, ()) for i in strange for stem in ask.stems.get(i, ()))
        return told and ask.of[film].known("festivals") and not (FESTIVAL in ask.named or ask.held)

    def _of_a_country(self, ask: Ask, kinds: dict[str, str]) -> Query | None:
        """«Did an Azerbaijani win best director at Korkyt Ata 2021?»: told by who won it there."""
        countries = [named for named, kind in kinds.items() if kind == "country"]
        told = ask.reading.years or ask.ordinals or ask.held or any(kind == "edition" for kind in kinds.values())
        prop = _prize(ask)
        others = {named for named, kind in kinds.items() if kind not in ("country", "place", "edition")} - {FESTIVAL}
        if len(countries) != 1 or not told or not prop or prop == "opening" or others or "documentary" in ask.types_of.get("film", ()):
            return None
        editions = [] if self._verdicts.limits(ask) else [edition for edition in editions_told(ask) if edition.known(prop)]
        return Query("fact", (editions[0].id,), prop, claim=countries[0]) if len(editions) == 1 else None

    def _of_a_prize(self, ask: Ask, subject: str, of_film: bool, prop: str, editions: list[Evidence]) -> Query | None:
        """«Did Qaitadan win best director?»: told by its prizes, or by the festival where it was shown."""
        if of_film and prop in self._prize_words and self._won_such(subject, prop):
            return Query("fact", (subject,), "awards")
        shown = of_film and prop in self._prize_words and ask.kinds.keys() <= {"award", "film"}
        editions = [edition for edition in editions if shown and ask.linked(subject, edition.id)]
        return Query("fact", (editions[0].id,), prop, claim=subject) if editions else None

    def _won_such(self, film: str, prop: str) -> bool:
        """Whether a prize of this name is among those that a film won anywhere."""
        awards = self._base.records[film].facts.get("awards")
        texts = (awards.text.kk, awards.text.ru, awards.text.en) if awards and awards.text else ()
        return any(fold(word).startswith(self._prize_words[prop]) for text in texts for word in tokens(text))

    def of_rank(self, ask: Ask) -> Query | None:
        """«Is the festival in Aktau the sixth one?»: told by the number of the only one that is told otherwise, if no festival is both."""
        ranks = set(ask.ordinals)
        else_named = set(ask.named_kinds.values()) - {"place", "festival", "edition"}
        editions = [ask.of[named] for named, kind in ask.named_kinds.items() if kind == "edition"]
        others = {prop for prop, strength in ask.strength.items() if strength >= OF_CUE} - _OF_RANK
        told = ask.named_kinds.keys() - {FESTIVAL} and not ask.reading.years
        if (
            not ask.reading.yes_no
            or len(ranks) != 1
            or ask.months
            or else_named
            or others
            or not told
            or not (editions or "edition" in ask.kinds)
            or self._verdicts.limits(ask)
        ):
            return None
        editions = [edition for edition in editions or editions_told(ask) if edition.known("editions")]
        if len(editions) != 1 or editions[0].facts["editions"].number in ranks:
            return None
        return Query("fact", (editions[0].id,), "editions", claim=f"={ranks.pop()}")

    def rank_of_this(self, ask: Ask, context: Query | None) -> Query | None:
        """«Is this the fourth festival?»: told by the number of the one that the chat spoke of, or of the newest one that was held."""
        tokens, ranks = ask.reading.tokens, list(ask.ordinals)
        pointing = ask.reading.where_listed(self._pointing)
        by_tone = ask.reading.text.rstrip().endswith("?") and as_listed(tokens[0]) in self._pointing
        if len(ranks) != 1 or not pointing or not (ask.reading.yes_no or by_tone) or self._verdicts.limits(ask):
            return None
        festival = ask.named.get(FESTIVAL, set())
        at, of_festival = ask.ordinals[ranks[0]], festival | ask.kinds.get("edition", set())
        # «This» after a festival names it.
        others = ask.named_positions - festival - pointing
        said = at | of_festival | ask.of_kinds
        if others or ask.kinds.keys() - EDITION_LIKE or ask.types or of_festival.isdisjoint((min(at) - 1, max(at) + 1)) or not said.issuperset(ask.telling):
            return None
        edition = _of_the_chat(ask, context) or _newest(ask)
        return Query("fact", (edition.id,), "editions", claim=f"={ranks[0]}") if edition else None


def _editions(ask: Ask) -> list[Evidence]:
    """The festivals that are named, or else those that are told by a year, a number or a city."""
    return [ask.of[named] for named, kind in ask.named_kinds.items() if kind == "edition"] or editions_told(ask)


def _prizes_at(base: Base, edition: str) -> list[Record]:
    """The prizes of a festival that are records."""
    fact = base.records[edition].facts.get("awards")
    return [base.records[ref] for ref in fact.refs if ref in base.records and base.records[ref].kind == "award"] if fact else []


def _is_elsewhere(ask: Ask, subject: str) -> bool:
    """Whether a place is named that is no record, a country that was no host, or what the prizes of a film or of somebody tell."""
    record = ask.of[subject]
    countries = [named for named, kind in ask.named_kinds.items() if kind == "country" and ask.reading.is_located(ask.named[named])]
    hosts = {ref for edition in ask.members("edition") if edition.known("city") for ref in edition.facts["city"].refs}
    unnamed = set(ask.telling) - ask.named_positions - ask.of_kinds - ask.cued
    told = unnamed.union(*(ask.named[country] for country in countries))
    if any("awards" in record.where.get(stem, ()) for i in told for stem in ask.stems.get(i, ())) or not hosts.issuperset(countries):
        return True
    # «На Токийском фестивале», «the Berlin festival»
    strange = {i for mention in ask.reading.of("foreign") for i in mention.span} - ask.named_positions
    strange |= {i for i in unnamed & ask.reading.capitals if i + 1 in ask.kinds.get("edition", ())}
    return bool(strange) or next(strange_places(ask), None) is not None


def _of_the_chat(ask: Ask, context: Query | None) -> Evidence | None:
    """The only edition that the last answer was of."""
    last = last_record(ask, context) if context else None
    editions = [last.id] if last and last.kind == "edition" else last.editions if last else []
    return ask.of[editions[0]] if len(editions) == 1 and ask.of[editions[0]].known("editions") else None


def _newest(ask: Ask) -> Evidence | None:
    """The newest edition that was held: where and when is known."""
    held = (edition for edition in ask.members("edition") if all(edition.known(prop) for prop in ("editions", "dates", "city")))
    return max(held, key=lambda edition: edition.newest, default=None)


def _kinds_without_bearers(ask: Ask) -> dict[str, str]:
    """What is named, but no person whose name the festival or a film bears, and no prize: the one that is claimed can be named itself."""
    bearing = [span for named, span in ask.named.items() if ask.named_kinds[named] in ("festival", "film")]
    people = {named for named, kind in ask.named_kinds.items() if kind == "person" and any(ask.named[named] <= span for span in bearing)}
    return {named: kind for named, kind in ask.named_kinds.items() if kind != "award" and named not in people}


def _prize(ask: Ask) -> str:
    """What of a festival is most surely asked for: one of its prizes, its opening; empty where nothing is."""
    cues = [m for m in ask.reading.of("cue") if m.pattern.value in TELLS_FILM and is_close(m, ask.reading) and m.weight > MENDED]
    # The places of documentaries stand in one text: who is named in it need not be the first.
    asked = {m.pattern.value for m in cues} - {"best_documentary"}
    return max(asked, key=lambda prop: (prop != "best_film", ask.strength.get(prop, 0.0)), default="")
