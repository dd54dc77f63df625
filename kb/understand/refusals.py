"""What forbids an answer, though it is the best one: it would not be about what is asked.

A content word that nothing explains forbids an answer where it can be a name: «Who directed Titanic?» is unknown.
"""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz.distance import OSA

from kb.base import Base
from kb.language.fold import fold, fold_phrase, tokens
from kb.lazy import lazy
from kb.query import Query
from kb.records import LANGUAGES
from kb.understand.ask import FESTIVAL, Ask, Candidate
from kb.understand.conditions import Conditions
from kb.understand.counts import Counts
from kb.understand.evidence import EDITION_LIKE, NAMES
from kb.understand.follow_ups import FollowUps, of_that_name
from kb.understand.lexicon import function_keys, properties, words
from kb.understand.mismatches import Mismatches
from kb.understand.reading import Mention, Reading
from kb.understand.weights import COMMON, MENDED, NOT_IN_FACT, OF_KIND, UNEXPLAINED

# The share of words that an answer leaves unexplained above which it is none: of a record as such, of a fact of a named record, of another fact.
UNKNOWN_OF_CARD, UNKNOWN_OF_OWN, UNKNOWN_OF_OTHER = 0.16, 0.5, 0.34
# The share of words that stand nowhere in the base above which a question about a place is about the place alone.
STRANGE = 0.3
# How surely a phrase asks for one thing and no card.
SURELY = 1.0
# What the card of a kind tells by itself.
_TOLD_BY_CARD = (("agreements", "agreement"), ("works", "film"))
# How much of the words besides those that ask has to lead to a record that is not named, on average.
IDENTIFIED = 0.15
# So many letters are no abbreviation.
_LONGEST_ABBREVIATION = 6
# So many letters tell a word of the texts from others that begin alike: all but those of an ending.
_TOLD_APART, _ENDING = 6, 2
# So many letters all forms of a word have in common.
_ALIKE = 4
# A shorter word has no two letters to swap that would not make it any other.
_SHORTEST_SLIP = 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_QUOTED = re.compile(r"[«“”„\"]([^«»“”„\"]+)[»“”\"]")

# What tells of a festival though it is none.
_BESIDE_FESTIVALS = ("event", "organisation", "country", "person")
# What a prize of an edition is told by, and crafts for which there is none.
_PRIZES, _UNAWARDED = ("best_film", "winner", "awards"), ("composer", "cinematographer", "producer")
_STORY = ("theme", "plot", "scope")
# When a paper was signed, or talks were held.
_HELD = ("signed_on", "dates")


class Refusals:
    """Tells which candidates are no answers, over one base."""

    def __init__(self, base: Base, follow_ups: FollowUps, conditions: Conditions, counts: Counts, mismatches: Mismatches) -> None:
        self._base = base
        self._conditions = conditions
        self._counts = counts
        self._mismatches = mismatches
        self._follow_ups = follow_ups
        self._why = {fold(word) for word in words()["why"]["words"]}
        self._why_alone = {fold_phrase(phrase) for phrase in words()["why"]["alone"]}
        self._reasons = set(words()["why"]["properties"])
        self._ordinal = frozenset(words()["ordinal_endings"])
        self._after = {fold(word) for word in words()["after"]}

    def forbid(self, ask: Ask, best: Candidate) -> bool:
        """Whether a word that nothing explains can be what the question is about."""
        if ask.doubtful(best) or self._follow_ups.leave(ask, best.record):
            return True
        if any(self._lacks(ask, best, mention) for mention in ask.reading.of("beyond")):
            return True
        if self._is_of_another_craft(ask, best) or _is_of_a_longer_name(ask) or _has_another_abbreviation(ask, best):
            return True
        if self._quotes_a_stranger(ask, best) or self._is_of_the_future(ask, best) or self._repeats_the_question(ask, best) or self._is_only_default(ask, best):
            return True
        if self._asks_for_another_reason(ask, best) or _is_only_mended(ask, best):
            return True
        if self._conditions.unmet(ask, best) or self._counts.miscounts(ask, best) or self._mismatches.has(ask, best):
            return True
        if (
            self.is_of_another_year(ask, best)
            or self._is_not_of_the_next(ask, best)
            or self._is_about_a_stranger(ask, best)
            or self._is_of_another_number(ask, best)
        ):
            return True
        if self._is_of_one_alone(ask, best):
            return True
        unexplained = ask.unexplained(best)
        if self._is_of_another_kind(ask, best):
            return True
        if self._is_unidentified(ask, best):
            return True
        unknown = [i for i in unexplained if i not in best.cued and not self._is_slip(ask, i, best.record)]
        if self._asks_for_something_else(ask, best, unknown):
            return True
        if ask.asks_of_meeting and unknown:
            # «A shindig of the health ministers» is no meeting of other ministers.
            return True
        asks_who_or_where = best.property in properties() and properties()[best.property].answers in ("who", "where")
        told = best.record in ask.named or (ask.of[best.record].kind == "edition" and bool(ask.ordinals or ask.reading.years))
        if ask.reading.yes_no and best.asked and told and asks_who_or_where:
            # «Was the first festival in Ankara?»: where it was answers it, whatever Ankara is.
            unknown = [i for i in unknown if not name_like(ask.reading, i)]
        named_otherwise = any(name_like(ask.reading, i) or self._names_another(ask, best, i) for i in unknown)
        if named_otherwise or self._is_of_another_title(ask, best):
            return True
        if not (ask.named or ask.kinds or ask.cues or best.follows) and sum(i not in ask.slight for i in ask.content) - len(unexplained) < 2:
            # «What does a dollar cost»: one word that stands in some text is no question about it.
            return True
        if any(ask.reading.tokens[i].key.isdigit() and i - 1 in ask.named_positions and i not in ask.reading.years for i in unknown):
            # «Qaitadan 2» is another film.
            return True
        share = len(unknown) / max(1, len(ask.content) - len(ask.slight))
        own = best.record in ask.named
        strange = [i for i in unknown if not any(i in m.span for m in ask.reading.mentions)]
        only_places = bool(ask.named) and not ask.kinds and set(ask.named_kinds.values()) == {"place"}
        if strange and not own and only_places and share > STRANGE:
            return True
        if best.operation == "card":
            # «How much is a ticket to Kinopark», «the prizes of the film Amre» ask for no card of it.
            record = ask.of[best.record]
            if "award" in ask.kinds and "awards" in ask.cues and record.kind in ("film", "person") and not record.known("awards"):
                return True
            asked = [prop for prop, strength in ask.strength.items() if strength >= SURELY and (prop, record.kind) not in _TOLD_BY_CARD]
            # «Что известно про фильм …?», «рибейт — в чём суть?» ask for no story.
            at_a_glance = ("what", *(_STORY if "about" in ask.operations or record.kind == "agreement" else ()))
            lacking = any(prop not in at_a_glance and not record.known(prop) for prop in asked)
            return lacking or share > UNKNOWN_OF_CARD
        return share > (UNKNOWN_OF_OWN if own and best.asked and best.property != "what" else UNKNOWN_OF_OTHER)

    def _is_slip(self, ask: Ask, i: int, record: str) -> bool:
        """Whether a word that is nowhere else has two letters of a word of the named record's swapped: «Eva Batyr Qzy», «what did Kazhymukan win in Soeul»."""
        token = ask.reading.tokens[i]
        if token.bases or record not in ask.named or len(token.key) < _SHORTEST_SLIP:
            return False
        letters = sorted(token.key)
        texts = [*self._base.records[record].names.all(), *(text.get(code) for text in self._base.records[record].texts() for code in LANGUAGES)]
        alike = {key for text in texts for key in map(fold, tokens(text)) if len(key) == len(letters) and sorted(key) == letters}
        return any(OSA.distance(token.key, key) == 1 for key in alike)

    def _asks_for_another_reason(self, ask: Ask, best: Candidate) -> bool:
        """Whether «why» asks for what no such property tells; why somebody is spoken of is told by who he is: «why is Anau so famous?»."""
        keys = tuple(token.key for token in ask.reading.tokens)
        if keys in self._why_alone:
            return True
        if self._why.isdisjoint(keys):
            return False
        if best.record not in ask.named and not best.follows:
            # «Why does Rauan go to the village?»: the film is not named, but what it tells of him answers it.
            return best.operation != "highlight" or bool(ask.unexplained(best))
        told = best.operation == "highlight" or best.property in self._reasons or (best.operation == "card" and ask.asks_fame)
        return not told

    @staticmethod
    def is_of_another_year(ask: Ask, best: Candidate) -> bool:
        """Whether it is the prize or the festival of one year where that of another is asked, and does not tell of that one."""
        record = ask.of[best.record]
        festival = "edition" in ask.kinds or "festival" in ask.named_kinds.values()
        if "edition" in ask.kinds and not ask.named and not best.follows and record.kind not in EDITION_LIKE and best.property in _PRIZES:
            # «Who won the festival of 2019?»: there was none, whatever somebody won elsewhere.
            return bool(ask.reading.years)
        of_one_year = record.kind == "award" or (record.kind == "edition" and festival and best.operation == "fact" and not ask.reading.yes_no)
        if best.record == FESTIVAL and ask.types == {"count"} and FESTIVAL not in ask.named and not best.follows and ask.tells_edition:
            # «How many countries came to Baku?»: what is so of every year tells it of none.
            return best.property != "editions"
        untold = all(best.explained.get(i, 0.0) < NOT_IN_FACT for i in ask.reading.years)
        return of_one_year and bool(record.years and ask.reading.years) and set(ask.reading.years.values()).isdisjoint(record.years) and untold

    @staticmethod
    def _is_not_of_the_next(ask: Ask, best: Candidate) -> bool:
        """«Who organises Korkyt Ata 2026?»: of a festival that is still to come nothing is told but by its own record."""
        if FESTIVAL not in ask.named or len(ask.reading.years) != 1 or ask.of[best.record].kind not in _BESIDE_FESTIVALS:
            return False
        years = set(ask.reading.years.values())
        return any(not years.isdisjoint(edition.years) and not edition.known("dates") for edition in ask.members("edition"))

    @staticmethod
    def _is_of_another_craft(ask: Ask, best: Candidate) -> bool:
        """«Who won the best composer award?»: there is no prize for it, and the grand prix is none."""
        prize = ask.of[best.record].kind in ("edition", "award") and best.property in _PRIZES and "award" in ask.kinds
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

    @staticmethod
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

    @staticmethod
    def _is_unidentified(ask: Ask, best: Candidate) -> bool:
        """Whether nothing but what is asked leads to the record: «when was Myn Bala released» names none of the films here."""
        if ask.named or best.follows or best.operation != "fact" or ask.of[best.record].kind in EDITION_LIKE:
            return False
        asking = {i for cues in ask.cues.values() for i in cues} | ask.of_kinds | ask.genres | {i for span in ask.operations.values() for i in span}
        naming = [i for i in ask.telling if i not in asking]
        return bool(naming) and sum(best.explained.get(i, 0.0) for i in naming) < IDENTIFIED * len(naming)

    def _is_of_another_number(self, ask: Ask, best: Candidate) -> bool:
        """Whether a year, or the number of an edition, stands in the message that nothing of the answer is of.

        What is valid for a period may be asked for by any year.
        """
        if ask.reading.yes_no or best.follows or "period" in ask.of[best.record].facts:
            return False
        tokens = ask.reading.tokens
        numbered = [
            i
            for i in ask.content
            if tokens[i].key.isdigit() and i not in ask.reading.years and i + 1 < len(tokens) and tokens[i + 1].text.lower() in self._ordinal
        ]
        if not ask.months and any(i not in ask.named.get(best.record, ()) and best.explained.get(i, 0.0) < NOT_IN_FACT for i in numbered):
            # «The 43rd meeting» is not the 42nd.
            return True
        years = any(best.explained.get(i, 0.0) < NOT_IN_FACT for i in ask.reading.years)
        return (
            years
            or self.tells_other_years(ask, best.record, best.property or "")
            or any(best.explained.get(i, 0.0) < NOT_IN_FACT for i in ask.ordinals_of_edition)
        )

    @staticmethod
    def _asks_for_something_else(ask: Ask, best: Candidate, unknown: list[int]) -> bool:
        """«What joint films have we with Korea?»: a word that the answer leaves open surely asks for another property."""
        if best.asked or best.follows or ask.reading.yes_no or not (best.operation == "highlight" or best.property in ("country", "members")):
            return False
        others = (prop for prop, strength in ask.strength.items() if strength >= OF_KIND and prop != best.property)
        return any(ask.cues[prop].get(i, 0.0) >= MENDED for prop in others for i in unknown)

    @staticmethod
    def _is_of_one_alone(ask: Ask, best: Candidate) -> bool:
        """«How much did the CNC give to Becoming?» is told by no number of the film that nothing asks for, and that says nothing of the CNC."""
        record = ask.of[best.record]
        if ask.types != {"count"} or best.operation != "fact" or best.property in ask.strength or best.follows or record.kind != "film":
            return False
        bodies = [ask.named[named] for named, kind in ask.named_kinds.items() if kind == "organisation"]
        return any(all(best.property not in record.where.get(stem, ()) for i in at for stem in ask.stems.get(i, ())) for at in bodies)

    def tells_other_years(self, ask: Ask, record: str, prop: str) -> bool:
        """«Who won the pitching of 2025?» is not told by who won that of 2023, whatever else the record did in 2025."""
        if not ask.reading.years or not prop:
            return False
        evidence = self._base.evidence[record]
        if evidence.kind == "agreement" and int(evidence.date(_HELD)[:4] or 0) in ask.reading.years.values():
            # What came of a meeting of 2025 can be of any year.
            return False
        of = self._base.records[record]
        told = of.highlights[int(prop)] if prop.isdigit() else of.facts.get(prop)
        years = {int(year) for year in _YEAR.findall(told.text.en)} if told is not None and told.text is not None else set()
        asked = set(ask.reading.years.values())
        return bool(years) and asked.isdisjoint(years) and not any(min(years) < year < max(years) for year in asked)

    def _is_about_a_stranger(self, ask: Ask, best: Candidate) -> bool:
        """Whether a name with a capital stands in the message that the answer says nothing of, beside the name of its record or without one.

        «Nomad, who played the lead?» is not told by another film, nor «who directed Cadet Kelly» by «Cadet».
        """
        if best.follows or (ask.reading.yes_no and ask.named):
            return False
        asking = {
            i
            for mention in ask.reading.mentions
            if mention.pattern.what not in ("record", "slight", "function", "foreign") and mention.weight > MENDED
            for i in mention.span
        }
        bare = not (ask.named or ask.kinds)
        titled = [i for i in ask.content if i in ask.reading.capitals and i not in asking]
        if bare and any(i in ask.slight or self._only_begins_alike(ask, best, i) for i in titled):
            # «How long is Brother», «о чём Кочевница»: what a word with a capital is otherwise, here it is the title.
            return True
        if any(self._is_other_film(ask, best, i) for i in titled):
            return True
        strange = [i for i in titled if best.explained.get(i, 0.0) < NOT_IN_FACT]
        if best.record in ask.named:
            clauses = ask.reading.clauses
            beside = {i + step for i in ask.named[best.record] for step in (-1, 1) if clauses.get(i) == clauses.get(i + step)}
            return any(i in beside and not self._is_slip(ask, i, best.record) for i in strange)
        where = ask.of[best.record].where
        return any(
            i not in ask.named_positions and (not self._base.has_text_word(ask.reading.tokens[i].key) or where.keys().isdisjoint(ask.stems[i])) for i in strange
        )

    @staticmethod
    def _is_other_film(ask: Ask, best: Candidate, i: int) -> bool:
        """«What is the film Nomad about?»: a title beside the word for a film is told by no festival and nobody whose text has such a word."""
        films = ask.kinds.get("film", set()) - ask.kinds.get("edition", set())
        record = ask.of[best.record]
        beside = not films.isdisjoint((i - 1, i + 1)) and i not in ask.named_positions and i not in ask.of_kinds
        named = best.record in ask.named or any(NAMES in record.where.get(stem, ()) for stem in ask.stems[i])
        return beside and not named and record.kind not in ("film", "person")

    def _only_begins_alike(self, ask: Ask, best: Candidate, i: int) -> bool:
        """Whether a word that is not known, but for a typing error, only begins as one of the texts: «Кочевница» as «кочует», but not «Блиадзе»."""
        token, where = ask.reading.tokens[i], ask.of[best.record].where
        unknown = max(token.bases.values(), default=0.0) <= MENDED
        return unknown and not self._base.begins_text_word(token.key[:-1]) and not any(NAMES in where.get(stem, ()) for stem in ask.stems[i])

    def unknown_title(self, ask: Ask) -> str:
        """The title in quotation marks that is all a message is about, if no name and no text here has its words: «кто снял «Завоевание»?»."""
        titles = _QUOTED.findall(ask.reading.text)
        if len(titles) != 1 or ask.named or not titles[0][:1].isupper():
            return ""
        title = set(tokens(titles[0]))
        at = {i for i, token in enumerate(ask.reading.tokens) if token.text in title}
        named = {i for m in ask.reading.mentions if m.pattern.what in ("record", "year", "ordinal") for i in m.span}
        said = at.intersection(ask.content)
        return str(titles[0]) if said and at.isdisjoint(named) and not any(self._is_a_name_in_texts(ask, i) for i in said) else ""

    def _is_a_name_in_texts(self, ask: Ask, i: int) -> bool:
        """Whether texts have a word with a capital, as a title has it: not «promise», if the base has no promise but in other words."""
        ids = {self._base.ids[number] for stem in ask.stems[i] for number in self._base.in_texts.numbers(stem)} if self._rarely_told(ask, i) else set()
        texts = (text.get(language) for record in ids for text in self._base.records[record].texts() for language in LANGUAGES)
        # A form has other endings: «кубок», «кубка».
        beginnings = tuple(key.rstrip("aeiou") or key for key in (ask.reading.tokens[i].key, *ask.reading.tokens[i].bases))
        return any(word[:1].isupper() and fold(word).startswith(beginnings) for text in texts for word in tokens(text))

    def _rarely_told(self, ask: Ask, i: int) -> bool:
        return all(self._base.in_texts.count(stem) <= COMMON for stem in ask.stems[i])

    def _quotes_a_stranger(self, ask: Ask, best: Candidate) -> bool:
        """Whether a title stands in quotation marks that names nothing here: an answer about its director would not be about it."""
        record = ask.of[best.record]
        own = {ask.reading.tokens[i].text for i in ask.named.get(best.record, ())}
        # A film that is not named is only meant by a word of its names: «Победителей» is none of «победил на питчинге».
        by_name = record.kind == "film" and best.record not in ask.named and not best.follows
        meanings = ("record", "kind", "genre") if by_name else ("record", "kind", "cue", "genre")
        known = own | {ask.reading.tokens[i].text for what in meanings for m in ask.reading.of(what) for i in m.span}
        for title in map(tokens, _QUOTED.findall(ask.reading.text)):
            places = {word: record.where.get(fold(word)[:5], ()) for word in title}
            told = {word for word in title if (NAMES in places[word] if by_name else places[word])}
            strange = [word for word in title if word not in told and word not in own and fold(word) not in function_keys()]
            if own.isdisjoint(title):
                # Another name of the film may stand in the message besides.
                apart = len(strange) == len(title) and known.isdisjoint(title) and not (best.record in ask.named and record.kind == "film")
                at = [i for i in ask.content if ask.reading.tokens[i].text in title]
                if apart and not (len(title) > 1 and any(self._is_a_name_in_texts(ask, i) for i in at)):
                    return True
            elif record.kind == "film" and len(title) > 1 and len(strange) >= len(title) / 2:
                # «Kazakh Khanate. The Diamond Sword» is not «The Golden Throne».
                return True
        return False

    def asks_of_the_future(self, ask: Ask) -> bool:
        """Whether only years are asked of that come after all that any text tells: «which Hungarian films come next year»."""
        years = ask.reading.years.values()
        # «Does the programme run to 2030?» claims a year of what is told.
        claimed = ask.reading.yes_no and not ask.reading.relative_years
        return bool(years) and not claimed and min(years) > self._newest and not any(self._base.in_texts.count(str(year)) for year in years)

    def _is_of_the_future(self, ask: Ask, best: Candidate) -> bool:
        """Whether it is asked of a year that comes after all that the base tells of: «the rebate in 2035», «after 2026»."""
        for i, year in ask.reading.years.items():
            after = any(ask.reading.tokens[j].key in self._after for j in (i - 1, i + 1, i + 2) if 0 <= j < len(ask.reading.tokens))
            if best.explained.get(i, 0.0) < NOT_IN_FACT and year + after > self._newest:
                return True
        return False

    @lazy
    def _newest(self) -> int:
        """The last year that any record is of."""
        return max((year for year in range(1900, 2100) if self._base.in_years.count(str(year))), default=0)

    @staticmethod
    def _repeats_the_question(ask: Ask, best: Candidate) -> bool:
        """Whether «who» is answered with the very person that the question names: «from whom did Anartay learn it»."""
        fact = ask.of[best.record].facts.get(best.property or "")
        if fact is None or "who" not in ask.types or ask.reading.yes_no or best.record in ask.named or "person" in ask.kinds:
            return False
        people = [ref for ref in fact.refs if ask.of[ref].kind == "person"] if ask.of[best.record].kind in ("film", "award") else []
        return bool(people) and all(ref in ask.named for ref in people)

    @staticmethod
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

    def lacks_all(self, reading: Reading, content: list[int]) -> bool:
        """Whether a word for what the base has nothing on stands in a message that neither a name, a cue nor a kind takes up."""
        taken = {i for what in ("record", "cue", "kind", "operation", "question") for m in reading.of(what) if m.weight > MENDED for i in m.span}
        return any(_is_sure(m, reading) and not taken.issuperset([i for i in m.span if i in content] or m.span) for m in reading.of("beyond"))

    def is_of_other_years(self, query: Query, reading: Reading) -> bool:
        """Whether nothing that a list tells is of the year that is asked about: «which Kazakh films are at Busan in 2026»."""
        if not reading.years or query.operation not in ("list", "set") or query.claim:
            return False
        members = query.records or self._base.members(query.kind or "", [(near,) for near in query.filters])
        told = [self._base.evidence[record] for record in members]
        if any(record.kind != "film" for record in told):
            return False
        return not any(str(year) in record.where or year in record.years for record in told for year in reading.years.values())

    def misses(self, ask: Ask, described: Candidate) -> bool:
        """Whether a description has a word for what the base has nothing on, and means nothing else by it: «бала» is hardly a form of «балл»."""
        everyday = {mention.span for mention in ask.reading.of("slight")}
        return any(mention.span not in everyday and self._lacks(ask, described, mention) for mention in ask.reading.of("beyond"))

    def _lacks(self, ask: Ask, best: Candidate, mention: Mention) -> bool:
        """Whether a word for what the base has nothing on stands in the message, and neither a name, a cue nor the answer's own text takes it up."""
        telling = [i for i in mention.span if i in ask.stems and i not in ask.slight] or list(mention.span)
        phrase = len(mention.span) > 1
        # «Is there a metro in Almaty», «where can I leave the car»: what texts about a place say with such a word is of something else.
        of_place = set(ask.named_kinds.values()) == {"place"} and not ask.asks_of_meeting
        # An everyday word for a meeting stands in texts by other words.
        can_be_told = not of_place and (ask.asks_of_meeting or self._begins_in_a_text(mention))
        in_text = can_be_told and self._is_told(ask, best, mention, telling)
        # «How many seats» asks for no seat of an organisation: only a cue as long takes up a phrase, or one for each of its words.
        cues = [m.span for m in ask.reading.of("cue") if m.pattern.value == best.property]
        longest = any(len(span) >= len(mention.span) for span in cues) or len({span for span in cues if span & mention.span}) > 1
        cued = (set().union(*cues) if longest else set()) if phrase else best.cued
        if of_place and not phrase:
            cued = ask.of_kinds | (cued if best.operation != "highlight" or best.record in ask.named else set())
        return _is_sure(mention, ask.reading) and not in_text and not (ask.named_positions | cued).issuperset(telling)

    @staticmethod
    def _is_told(ask: Ask, best: Candidate, mention: Mention, telling: list[int]) -> bool:
        """Whether the answer's own text, or what describes its record, holds each of these words.

        All forms of an English word begin alike: «hotel» is none of «хотеть».
        """
        record = ask.of[best.record]
        described = len(mention.span) == 1
        beginnings = tuple(key[:_ALIKE] for key in mention.pattern.keys) if mention.pattern.language == "en" else ("",)
        stems = ([stem for stem in ask.stems.get(i, ()) if stem.startswith(beginnings)] for i in telling)
        return all(any(best.property in record.where.get(stem, ()) or (described and record.describes(stem)) for stem in of_word) for of_word in stems)

    def _is_of_another_title(self, ask: Ask, best: Candidate) -> bool:
        """Whether a film is asked about by a title in quotation marks which no film here has: «Dune» is not «Koca Dünya»."""
        if ask.of[best.record].kind != "film" or best.record in ask.named or best.follows:
            return False
        quoted = {key for title in _QUOTED.findall(ask.reading.text) for key in fold_phrase(title)}
        at = {i for i, token in enumerate(ask.reading.tokens) if token.key in quoted}
        if any(self._is_kazakh_title(ask, best, i) for i in ask.content):
            return True
        if not at or not at.isdisjoint(ask.named_positions | best.cued):
            return False
        # «Сколько лет Миле в «Победителях»?»: a word of the title in another case.
        where = ask.of[best.record].where
        own = all(any(NAMES in where.get(stem, ()) for stem in ask.stems.get(i, ())) for i in at)
        return not own and not any(self._base.has_text_word(key) for key in quoted)

    @staticmethod
    def _is_kazakh_title(ask: Ask, best: Candidate, i: int) -> bool:
        """«Шал фильмі»: what stands with a capital right before the film of that name, and is no other word, is its title."""
        tokens = ask.reading.tokens
        if i + 1 >= len(tokens) or not tokens[i].text[:1].isupper() or tokens[i + 1].text.isupper():
            return False
        named_so = tokens[i + 1].text.lower().startswith(of_that_name()) and i + 1 in ask.kinds.get("film", ())
        other_word = any(i in m.span for m in ask.reading.mentions if m.pattern.what not in ("function", "slight"))
        where = ask.of[best.record].where
        return named_so and not other_word and not any(NAMES in where.get(stem, ()) for stem in ask.stems[i])

    def _begins_in_a_text(self, mention: Mention) -> bool:
        """Whether each word for what the base has nothing on can stand in a text: «қонақүй» does not, though «қонақ» begins alike."""
        return all(len(key) <= _TOLD_APART or self._base.begins_text_word(key[: max(_TOLD_APART, len(key) - _ENDING)]) for key in mention.pattern.keys)

    def _names_another(self, ask: Ask, best: Candidate, i: int) -> bool:
        """Whether a word with a capital that means nothing else stands in names of other records only: «the film Pamir» is no other film."""
        if best.record in ask.named or best.follows or any(i in mention.span for mention in ask.reading.mentions):
            return False
        return i in ask.reading.capitals and any(self._base.in_names.count(stem) for stem in ask.stems[i])


def _is_sure(mention: Mention, reading: Reading) -> bool:
    """Whether a word is surely the one for what the base has nothing on: «apart» is no apartment."""
    if len(mention.span) == 1 and all(reading.tokens[i].text.lower() in _function_words() for i in mention.span):
        # «Весь» is not «вес», though their keys are one.
        return False
    if mention.weight < 1 and all(reading.tokens[i].bases.get(reading.tokens[i].key) == 1 for i in mention.span):
        # «Important» is a word of its own, and no import.
        return False
    least = 0.98 if mention.pattern.language == "en" else 0.95
    return mention.weight >= least and (len(mention.pattern.keys[0]) > 4 or mention.pattern.language == reading.language)


@cache
def _function_words() -> frozenset[str]:
    """The function words as they are written."""
    return frozenset(str(word).lower() for listed in words()["function_words"].values() for word in listed)


def _is_only_mended(ask: Ask, best: Candidate) -> bool:
    """Whether one word of another meaning, that a typing error makes of it, is all that asks: «where's the exit» is not whether something exists."""
    if ask.named or ask.kinds or best.follows or best.record in ask.named:
        return False
    says = [m for m in ask.reading.mentions if m.pattern.what not in ("function", "slight", "question", "smalltalk", "foreign")]
    return bool(says) and all(m.weight <= MENDED for m in says) and len({i for m in says for i in m.span}) == 1


def _is_of_a_longer_name(ask: Ask) -> bool:
    """Whether a name that only a typing error makes stands beside another word with a capital that is no word here: «Charyn Canyon» is not Cannes."""
    tokens, clauses = ask.reading.tokens, ask.reading.clauses
    mended = {i for m in ask.reading.of("record") if m.weight <= MENDED and len(m.span) == 1 for i in m.span & ask.reading.capitals}
    beside = {j for i in mended for j in (i - 1, i + 1) if j in ask.reading.capitals and clauses.get(i) == clauses.get(j)}
    return any(max(tokens[j].bases.values(), default=0.0) <= MENDED for j in beside - ask.named_positions)


def _has_another_abbreviation(ask: Ask, best: Candidate) -> bool:
    """Whether an abbreviation stands in the message that is none of the answer's: what is a form of another word is not it, «SAG» of «saga»."""
    tokens, capitals = ask.reading.tokens, ask.reading.capitals
    short = [i for i in ask.content if i in capitals and 1 < len(tokens[i].text) < _LONGEST_ABBREVIATION and tokens[i].text.isupper()]
    meant = {i for m in ask.reading.mentions if m.pattern.what not in ("function", "slight", "foreign") for i in m.span} if short else set()
    return any(tokens[i].key not in tokens[i].bases or best.explained.get(i, 0.0) < UNEXPLAINED for i in short if i not in meant)


def name_like(reading: Reading, i: int) -> bool:
    token = reading.tokens[i]
    following = {m.pattern.value for m in reading.of("kind") if i + 1 in m.span}
    in_title = i in reading.capitals or (token.text[:1].isupper() and bool(following & {"film", "person"}))
    # A typing error of a word that is part of no name here explains nothing: Томирис is not Тамирис.
    mentioned = any(i in m.span for m in reading.mentions)
    unknown = not token.bases or (not mentioned and max(token.bases.values()) < 0.9)
    return unknown and in_title


def is_strange(ask: Ask, i: int) -> bool:
    """Whether a word is none that the lexicon or the base has: «Shusha» mistyped, «Norwegian»."""
    token = ask.reading.tokens[i]
    return max(token.bases.values(), default=0.0) < 0.7 and len(token.key) > 3
