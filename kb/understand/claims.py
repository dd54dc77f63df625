"""Yes/no questions whose claim is not the truth: «is Champetier a German cinematographer», «did Becoming premiere in Venice».

What is claimed may stand nowhere in the base. Then what is asked of what answers it: the fact that the claim is about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from dataclasses import replace

from kb.base import Base
from kb.language.fold import fold, fold_phrase, tokens
from kb.query import Query
from kb.understand.ask import FESTIVAL, KAZAKHSTAN, Ask, Candidate, occupations
from kb.understand.candidates import Scorer
from kb.understand.evidence import EDITION_LIKE, SIGNED, Evidence
from kb.understand.follow_ups import as_listed, listed
from kb.understand.hops import TELLS_FILM, is_close
from kb.understand.lexicon import properties, words
from kb.understand.reading import about, counted_words
from kb.understand.refusals import name_like
from kb.understand.sequence import told_of_year
from kb.understand.shapes import LOCATIVE, editions_told
from kb.understand.verdicts import Verdicts
from kb.understand.weights import FOLLOWS, MENDED, UNEXPLAINED

# What a question can be about that tells something of others: of two that are named, the first of these is it.
_SUBJECTS = ("film", "award", "person", "organisation", "event")
# Facts that tell a set of countries or places.
_SETS = ("members", "country", "city")
# What tells who came to a festival, and from where.
_ATTENDED = {"participants", "guests"}
# What says the number of a festival, and when and where it was.
_OF_RANK = {"editions", "next_dates", "dates", "city", "what"}
# What is named where only a festival is, and what its place is asked for with.
_FESTIVE = {"festival", "edition", "person"}
_WHERE_HELD = {"city", "venue", "signed_at", "dates", "country", "festivals", "founded", "editions", "organisers", "premiere"}
# What has days of its own; of which several are known, one has to be asked for.
_DATED, _ASKED_WHEN = ("film", "event", "person"), ("film", "person")
# What an organisation holds; how much of a question such a one has to explain to be what it is about.
_EVENTS, _TOLD_BY = ("agreement", "edition", "event"), 0.7
# Facts that name who won; from so much on, one prize is asked for by name.
_PRIZES = frozenset(("awards", "winner", *words()["implies"]["winner"]))
_OF_ONE_PRIZE = 0.6
# How surely a word has to ask for a property.
_ASKED = 0.35
# How surely a cue asks for one thing rather than another, at least.
OF_CUE = 0.4
# How surely it has to ask for something else than a place.
_SURELY_ELSE = 0.55
# What the word for signing or holding asks for, wherever it was.
_SIGNING = ("signatories", "signed_on", "signed_at", "city", "venue", "dates", "what")
# What stands before a place; the Kazakh endings of one.
_IN, _LOCATIVE = frozenset(map(fold, ("in", "at", "в", "во"))), ("da", "de", "ta", "te")
_OF_A_YEAR = ("edition", "event", "award")
# Since when something lasts is told by its beginning alone.
_LASTING = ("post_since", "period")
# Where a nationality stands; where the story does.
_NATIONAL = {"film": ("country",), "person": ("what", "country", "post", "birthplace"), "organisation": ("what", "headquarters", "country")}
_TOLD = ("plot", "scope", "theme", "what")
# What gets on, or does not.
_GETTING_ON = ("film", "agreement", "organisation")
# What an answer was that tells of records, and not how many there are.
_TOLD_OF = ("fact", "highlight", "card", "compare")


class Claims:
    """Finds what tells whether a claim is true, over one base."""

    def __init__(self, base: Base, scorer: Scorer, verdicts: Verdicts) -> None:
        self._base = base
        self._scorer = scorer
        self._verdicts = verdicts
        # Words with which the value of a fact alone does not tell whether a claim is true.
        self._prize_words = {prop: tuple(map(fold, said)) for prop, said in words()["prize_words"].items()}
        self._or, self._signing = listed("or"), frozenset(words()["signing"])
        self._so_far = [fold_phrase(phrase) for phrase in words()["so_far"]]
        self._by = {fold(word) for word in words()["by"]}
        self._questioning = {
            "the",
            "it",
            "that",
            *words()["yes_no"]["first"],
            *words()["yes_no"]["after_name"],
            *words()["yes_no"]["last"],
            *words()["yes_no"]["anywhere"],
        }
        self._denied, self._compared = listed("negations"), listed("before", "after")
        self._being = _IN | {fold(word) for word in words()["been_shown"]}
        ownership: dict[str, list[str]] = words()["ownership"]
        self._owned_by, self._bodies = (tuple(map(fold, ownership["begins"])), {fold(word) for word in ownership["of"]})
        self._legal_form = frozenset(ownership["told"])
        self._belonging, self._ones = listed("belonging"), listed("referring", "which")
        self._defaults: dict[str, dict[str, str | list[str]]] = words()["default_properties"]
        self._implies: dict[str, list[str]] = words()["implies"]
        self._instead: dict[str, list[str]] = words()["stands_for"]

    def judge(self, ask: Ask, best: Candidate | None, usable: bool) -> Candidate | None:
        """The fact that a yes/no question is about, if another answer is the best one or none is `usable`; None if nothing tells which."""
        if not ask.reading.yes_no:
            return None
        beyond = [m.span for m in ask.reading.of("beyond") if m.span.isdisjoint(ask.named_positions)]
        if beyond and not self._is_about(ask):
            return self._before_or_after(ask, best, beyond)
        subject = self._subject(ask, best)
        if subject is None:
            return None
        record = ask.of[subject]
        if self._asks_for_any_prize(ask, subject, best):
            return Candidate(subject, "awards", "fact", 1.0, 1.0, dict.fromkeys(ask.content, 1.0), asked=True)
        asked = self._asked(ask, subject)
        national = None if asked else self._national(ask, subject)
        people = [named for named, kind in ask.named_kinds.items() if kind == "person"]
        if best and usable and self._tells(ask, best) and (best.record == subject or not national) and not self._is_beside(ask, best, subject, people):
            # What is claimed may be a name that is not in the base.
            return best if best.record == subject and best.operation == "fact" and best.asked and ask.reading.of("foreign") else None
        prop = asked or national or self._by_shape(ask, subject)
        if prop is None and record.kind == "film" and len(people) == 1:
            # «Did Champetier shoot Joqtau?»: the base does not know who did, but what she shot.
            subject, prop, record = people[0], "works", ask.of[people[0]]
        if prop is None or not record.known(prop):
            return None
        return Candidate(subject, prop, "fact", 1.0, 1.0, dict.fromkeys(ask.content, 1.0), asked=True)

    def _before_or_after(self, ask: Ask, best: Candidate | None, spans: list[frozenset[int]]) -> Candidate | None:
        """«Was Kazakhfilm founded before the war?»: its date answers it, though the base has nothing on what it is compared with."""
        tokens = ask.reading.tokens
        around = ((min(span) - 2, min(span) - 1, max(span) + 1) for span in spans)
        compared = all(any(0 <= i < len(tokens) and tokens[i].key in self._compared for i in near) for near in around)
        dated = best is not None and best.record in ask.named and best.asked and best.property in properties() and properties()[best.property].answers == "when"
        return best if dated and compared else None

    @staticmethod
    def _is_beside(ask: Ask, best: Candidate, subject: str, people: list[str]) -> bool:
        """«Did Özçivit star in that film?»: that he was a guest of the festival where it was shown does not tell it."""
        fact = ask.of[best.record].facts.get(best.property or "")
        of_festival = best.record not in ask.named and ask.of[best.record].kind in EDITION_LIKE
        return len(people) == 1 and ask.of[subject].kind == "film" and of_festival and fact is not None and subject not in fact.refs

    @staticmethod
    def member(ask: Ask) -> Query | None:
        """«Is Tajikistan in TURKSOY?»: told by its members."""
        bodies = [named for named, kind in ask.named_kinds.items() if kind == "organisation" and ask.of[named].known("members")]
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
        said = ask.named_positions | set(ask.cues.get("members", ()))
        if not ask.reading.yes_no or len(ask.named) != 2 or len(bodies) != 1 or len(countries) != 1 or not said.issuperset(ask.telling):
            return None
        return Query("fact", (bodies[0],), "members", claim=countries[0])

    def of_festival(self, ask: Ask) -> Query | None:
        """«Was Joqtau the opening film in Aktau?», «did Yeslyamova win best actress there?»: told by the festival, whatever the film or she won elsewhere."""
        if not ask.reading.yes_no:
            return None
        # The festival and some films bear the name of a person; the prize that is claimed can be named itself.
        bearing = [span for named, span in ask.named.items() if ask.named_kinds[named] in ("festival", "film")]
        people = {named for named, kind in ask.named_kinds.items() if kind == "person" and any(ask.named[named] <= span for span in bearing)}
        kinds = {named: kind for named, kind in ask.named_kinds.items() if kind != "award" and named not in people}
        claimed = [named for named, kind in kinds.items() if kind in ("film", "person")]
        others = {kind for named, kind in kinds.items() if named not in claimed}
        told = ask.reading.years or "edition" in ask.kinds or FESTIVAL in ask.named or ask.held
        events = [named for named, kind in kinds.items() if kind == "event"]
        of_festival = others <= {"place", "festival", "edition"} and told
        of_opening = others <= {"event", "festival"} and bool(events) and kinds[claimed[0]] == "film" if claimed else False
        alone = bool(claimed) and not others and not told and "award" in ask.kinds
        if len(claimed) != 1 or not (of_festival or of_opening or alone) or self._verdicts.limits(ask):
            return None
        cues = [m for m in ask.reading.of("cue") if m.pattern.value in TELLS_FILM and is_close(m, ask.reading) and m.weight > MENDED]
        # The places of documentaries stand in one text: who is named in it need not be the first.
        asked = {m.pattern.value for m in cues} - {"best_documentary"}
        prop = max(asked, key=lambda prop: (prop != "best_film", ask.strength.get(prop, 0.0)), default="")
        told_of = [e for e in editions_told(ask) if all(ask.linked(e.id, event) for event in events)] if prop else []
        editions = [edition for edition in told_of if edition.known(prop)]
        if alone and kinds[claimed[0]] == "film" and prop in self._prize_words and self._won_such(claimed[0], prop):
            return Query("fact", (claimed[0],), "awards")
        if alone:
            # «Did Qaitadan win best director?»: at the festival where it was shown.
            shown = kinds[claimed[0]] == "film" and prop in self._prize_words and ask.kinds.keys() <= {"award", "film"}
            editions = [edition for edition in editions if shown and ask.linked(claimed[0], edition.id)]
        if not editions or (others - {"festival", "event"} and not ask.held and "edition" not in others):
            return None
        return Query("fact", (editions[0].id,), prop, claim=claimed[0])

    def _won_such(self, film: str, prop: str) -> bool:
        """Whether a prize of this name is among those that a film won anywhere."""
        awards = self._base.records[film].facts.get("awards")
        texts = (awards.text.kk, awards.text.ru, awards.text.en) if awards and awards.text else ()
        return any(fold(word).startswith(self._prize_words[prop]) for text in texts for word in tokens(text))

    def made_by(self, ask: Ask) -> Query | None:
        """«Is Cadet by Akan Satayev?»: told by who directed it, where the base knows nothing that links them."""
        films = [named for named, kind in ask.named_kinds.items() if kind == "film"]
        people = [named for named, kind in ask.named_kinds.items() if kind == "person"]
        alone = len(films) == len(people) == 1 and len(ask.named) == 2 and self._says_only(ask, self._by)
        if not ask.reading.yes_no or not alone or ask.linked(films[0], people[0]) or not ask.of[films[0]].known("director"):
            return None
        return Query("fact", (films[0],), "director", claim=people[0])

    def how_far(self, ask: Ask) -> Query | None:
        """«Is the film fund already giving out money?», «заработал он или нет?»: told by its status, where nothing else of it is asked."""
        things = [named for named, kind in ask.named_kinds.items() if kind in _GETTING_ON]
        said = [token.key for token in ask.reading.tokens]
        so_far = any(list(phrase) == said[i : i + len(phrase)] for phrase in self._so_far for i in range(len(said)))
        others = {kind for named, kind in ask.named_kinds.items() if named not in things}
        if len(things) != 1 or not others <= {"country"} or not (ask.reading.yes_no or not ask.types) or ask.reading.years:
            return None
        record = ask.of[things[0]]
        says_only = (ask.named_positions | ask.of_kinds | ask.cues.get("status", {}).keys()).issuperset(ask.telling)
        alone = all(prop == "status" or strength < _ASKED or "film" not in properties()[prop].kinds for prop, strength in ask.strength.items())
        if record.kind == "film" and not others and ask.reading.yes_no and not record.known("status") and "status" in ask.cues and alone and says_only:
            # «Is Atameken finished?» is told by no other film and no body.
            return Query("fact", (record.id,), "status")
        if not so_far:
            return None
        asked = [prop for prop, strength in ask.strength.items() if strength >= OF_CUE and prop != "status"]
        # Of a film it is another thing whether it is in cinemas.
        known = any(record.known(prop) or (record.kind == "film" and "film" in properties()[prop].kinds) for prop in asked)
        strange = any(name_like(ask.reading, i) for i in ask.telling if i not in ask.named_positions)
        return Query("fact", (record.id,), "status") if record.known("status") and not known and not strange else None

    def based(self, ask: Ask) -> Query | None:
        """«Is TURKSOY in Ankara?»: whether a body, which is all that is named beside a place, has its seat there."""
        bodies = [named for named, kind in ask.named_kinds.items() if kind == "organisation"]
        places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
        alone = len(bodies) == len(places) == 1 and len(ask.named) == 2 and self._says_only(ask, _IN)
        if not ask.reading.yes_no or not alone or not ask.of[bodies[0]].known("headquarters"):
            return None
        return Query("fact", (bodies[0],), "headquarters", claim=places[0])

    def shown_at(self, ask: Ask) -> Query | None:
        """«Was Abel at Cannes?», «Авель был в Венеции?»: told by the festivals of the film, whatever place is claimed, or by its premiere."""
        films = [named for named, kind in ask.named_kinds.items() if kind == "film"]
        places = [named for named, kind in ask.named_kinds.items() if kind in ("place", "country")]
        if not ask.reading.yes_no or len(films) != 1 or len(ask.named) != 1 + len(places) or "shooting" in ask.strength:
            return None
        claimed = {i for place in places for i in ask.named[place]} or {i for i in ask.telling if i not in ask.named[films[0]] and self._is_place(ask, i)}
        if len(claimed) != 1 or not self._is_located(ask, claimed) or not self._says_only(ask, self._being, claimed):
            return None
        prop = next((prop for prop in ("festivals", "premiere") if ask.of[films[0]].known(prop)), None)
        # That its premiere was elsewhere does not deny this place.
        judged = places and (prop == "festivals" or (prop and places[0] in ask.of[films[0]].facts[prop].refs))
        return Query("fact", (films[0],), prop, claim=places[0] if judged else None) if prop else None

    def owned(self, ask: Ask) -> Query | None:
        """«Is the State Center a private firm?», «орталық мемлекеттік пе?»: whose a body is, by its legal form, or by what it is."""
        bodies = [named for named, kind in ask.named_kinds.items() if kind == "organisation"]
        said = {i for i, token in enumerate(ask.reading.tokens) if token.key.startswith(self._owned_by)} - ask.named_positions
        if not ask.reading.yes_no or not said or len(bodies) != 1 or len({frozenset(span) for span in ask.named.values()}) > 1:
            return None
        if any(i not in said | ask.named_positions | ask.of_kinds and as_listed(ask.reading.tokens[i]) not in self._bodies for i in ask.telling):
            return None
        for number, highlight in enumerate(self._base.records[bodies[0]].highlights):
            if any(cue in self._legal_form for cues in highlight.cues.values() for cue in cues):
                return Query("highlight", (bodies[0],), str(number))
        return Query("fact", (bodies[0],), "what") if ask.of[bodies[0]].known("what") else None

    def of_post(self, ask: Ask) -> Query | None:
        """«Назарбеков министр культуры Казахстана?»: what post somebody has, where another one is named by the post that is claimed."""
        people = [named for named, kind in ask.named_kinds.items() if kind == "person"]
        asks = ask.reading.yes_no or ask.reading.text.rstrip().endswith("?")
        if not asks or len(people) != 2 or ask.types or len(ask.named) != 2 or not ask.named_positions.issuperset(ask.telling):
            return None
        for one, other in (people, people[::-1]):
            span = ask.named[other]
            holds = [all(any("post" in ask.of[who].where.get(stem, ()) for stem in ask.stems.get(i, ())) for i in span) for who in (one, other)]
            if span.isdisjoint(ask.named[one]) and holds == [False, True] and ask.of[one].known("post"):
                return Query("fact", (one,), "post", claim=other)
        return None

    def _says_only(self, ask: Ask, words_between: Set[str], claimed: Set[int] = frozenset()) -> bool:
        """Whether a question has no word but names, what else is claimed, these, and those that make it one."""
        known = ask.named_positions | ask.reading.framed | claimed
        rest = [token for i, token in enumerate(ask.reading.tokens) if i not in known]
        return all(token.key in words_between or token.key in self._questioning for token in rest)

    def held_elsewhere(self, ask: Ask) -> Query | None:
        """«Was the first Korkyt Ata held in Ankara?»: where that one was, if the place that is claimed is none of the base."""
        kinds = set(ask.named_kinds.values())
        told = ask.ordinals or ask.reading.years or "edition" in kinds
        if not ask.reading.yes_no or not told or not kinds <= _FESTIVE or not (kinds or "edition" in ask.kinds) or ask.kinds.keys() - _FESTIVE or ask.months:
            return None
        asking = {i for prop in _WHERE_HELD for i in ask.cues.get(prop, ())}
        known = ask.named_positions | ask.of_kinds | asking | ask.reading.years.keys() | {i for at in ask.ordinals.values() for i in at}
        known |= {i for at in ask.operations.values() for i in at}
        rest = [i for i in ask.telling if i not in known and not ask.reading.tokens[i].light]
        if len(rest) != 1 or not self._is_place(ask, rest[0]) or any(prop not in _WHERE_HELD and cues.keys() - known for prop, cues in ask.cues.items()):
            return None
        numbers = {e.id: e.facts["editions"].number for e in ask.members("edition") if "editions" in e.facts}
        named = {named for named, kind in ask.named_kinds.items() if kind == "edition"}
        editions = [e for e in editions_told(ask) if e.known("city") and (not named or e.id in named)]
        editions = [e for e in editions if not ask.ordinals or numbers.get(e.id) in ask.ordinals]
        return Query("fact", (editions[0].id,), "city") if len(editions) == 1 else None

    @classmethod
    def _is_place(cls, ask: Ask, i: int) -> bool:
        """Whether a word that is no other stands where a place does: «in Ankara», «Измирде»."""
        foreign = any(i in m.span for m in ask.reading.of("foreign"))
        return cls._is_located(ask, {i}) and (foreign or i in ask.reading.capitals)

    @staticmethod
    def _is_located(ask: Ask, span: Set[int]) -> bool:
        """Whether a name stands where a place does: after «in» or «at», or with the Kazakh ending for it."""
        tokens = ask.reading.tokens
        if ask.reading.language == "kk":
            return tokens[max(span)].text.lower().endswith(LOCATIVE)
        return min(span) > 0 and tokens[min(span) - 1].key in _IN

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

    def dated(self, ask: Ask, best: Candidate | None) -> Query | None:
        """«Was the Cinema Summit on 4 October?», «did Qaitadan come out in March?»: whether something was on a day or in a month, told by its date."""
        months = {int(mention.pattern.value) for mention in ask.reading.of("month") if not mention.span.isdisjoint(ask.months)}
        things = [named for named, kind in ask.named_kinds.items() if kind in _DATED]
        if not things and best and ask.of[best.record].kind in ("agreement", "edition") and ask.linked_with_all_named(best.record):
            things = [best.record]
        years = set(ask.reading.years.values())
        if not ask.reading.yes_no or len(months) != 1 or len(things) != 1 or len(years) > 1 or len(ask.days) > 1 or self._verdicts.limits(ask):
            return None
        record = ask.of[things[0]]
        held = [prop for prop, strength in ask.strength.items() if strength >= _ASKED and record.kind in properties()[prop].kinds]
        asked = sorted(held, key=lambda prop: -ask.strength[prop])
        when = [prop for prop in asked if properties()[prop].answers == "when"]
        # One word can ask for the day or for what else: «шықты ма».
        else_asked = {i for prop in asked if properties()[prop].answers not in ("when", "where") for i in ask.cues.get(prop, {})}
        default = [] if record.kind in _ASKED_WHEN else [str(self._defaults[record.kind].get("when"))]
        prop = next((prop for prop in (*when, *default) if record.known(prop)), None)
        if prop is None or not else_asked <= ask.cues.get(prop, {}).keys() | ask.named_positions:
            return None
        day = f"-{ask.days[0][1]:02}" if ask.days else ""
        return Query("fact", (record.id,), prop, claim=f"{next(iter(years), '-')}-{months.pop():02}{day}")

    def signatory(self, ask: Ask) -> Query | None:
        """«Did Balayeva sign the memorandum with Georgia?»: whether somebody signed the paper with a country, told by who did."""
        of_kind: dict[str, list[str]] = defaultdict(list)
        for named, kind in ask.named_kinds.items():
            if named != KAZAKHSTAN:
                of_kind[kind].append(named)
        others = of_kind.keys() - {"person", "country", "agreement"}
        people, countries = of_kind["person"], of_kind["country"]
        signs = any(token.text.lower() in self._signing for token in ask.reading.tokens)
        if (
            not ask.reading.yes_no
            or not signs
            or self._verdicts.limits(ask)
            or others
            or len(people) != 1
            or "agreement" not in ask.kinds
            or len(countries) + len(of_kind["agreement"]) != 1
        ):
            return None
        papers = [ask.of[paper] for paper in of_kind["agreement"]] or ask.members("agreement", [(countries[0],)])
        years = set(ask.reading.years.values())
        papers = [p for p in papers if p.type in SIGNED and p.known("signatories") and not (years and years.isdisjoint(p.years))]
        if not papers:
            return None
        signed = [paper for paper in papers if people[0] in paper.facts["signatories"].refs]
        paper = max(signed or papers, key=lambda paper: (paper.countries <= 2, paper.date(("signed_on",))))
        return Query("fact", (paper.id,), "signatories", claim=people[0])

    @staticmethod
    def country(ask: Ask, best: Candidate) -> Candidate | None:
        """«Did the French make Becoming?» claims a country, where who made it is the best answer."""
        record, others = ask.of[best.record], {kind for named, kind in ask.named_kinds.items() if named != best.record}
        made = best.operation == "fact" and best.property in ("director", "producer")
        claims = ask.reading.yes_no and made and record.kind == "film" and others == {"country"} and record.known("country")
        return replace(best, property="country", asked=True) if claims else None

    def nationality(self, ask: Ask) -> Query | None:
        """«Султан Раев казах?», «is Ayka Russian?»: whether somebody or something, which is all that is named, is of a country."""
        things = [record for record, kind in ask.named_kinds.items() if kind in ("person", "film", "place")]
        countries = [record for record, kind in ask.named_kinds.items() if kind == "country"]
        # «Is Ayka not Kazakh?»; «was Özçivit in Kazakhstan?» does not ask whose he is.
        elsewhere = "place" not in ask.named_kinds.values() and any(token.key in _IN for token in ask.reading.tokens)
        # A place is in a country: «Әндіжан Қазақстанда ма».
        asks = ask.reading.text.rstrip().endswith("?") or (ask.reading.yes_no and "place" in ask.named_kinds.values())
        denied = elsewhere or any(as_listed(token) in self._denied for token in ask.reading.tokens)
        # «Кыргызстан в Актау был хозяином?» asks where nothing is.
        denied = denied or any(ask.named_kinds[thing] == "place" and self._is_located(ask, ask.named[thing]) for thing in things)
        if denied or len(things) != 1 or len(countries) != 1 or len(ask.named) != 2 or not asks:
            return None
        said = ask.named[countries[0]]
        rest = set(ask.telling) - said - ask.named[things[0]]
        else_asked = (
            ask.operations.keys() - {"about"} or ask.types - {"who"} or any(not cues.keys() <= said for prop, cues in ask.cues.items() if prop != "what")
        )
        apart = said.isdisjoint(ask.named[things[0]])
        prop = next((prop for prop in ("country", "what") if ask.of[things[0]].known(prop)), None)
        if rest or else_asked or not apart or prop is None or (prop == "what" and ask.named_kinds[things[0]] != "place"):
            return None
        return Query("fact", (things[0],), prop, claim=countries[0])

    def of_the_last(self, ask: Ask, context: Query | None) -> Query | None:
        """«And Russia?» or «is Hungary a member?» after the members of TURKSOY: whether it is among those that the last answer told."""
        if (
            context is None
            or context.operation not in ("fact", "highlight", "card", "compare")
            or context.records[:1] == ()
            or context.records[0] not in self._base.records
        ):
            return None
        last = ask.of[context.records[0]]
        if told := self._told_of_the_year(ask, context, last):
            return told
        if context.operation != "fact":
            return None
        named = [record for record in ask.named if record != last.id]
        before = (context.property or "").split("+")
        prop = next((prop for prop in before if prop in _SETS), "country" if last.kind in EDITION_LIKE and not _ATTENDED.isdisjoint(before) else None)
        if prop is None and self._goes_on_among(ask, last, context.property, named):
            return Query("fact", (last.id,), context.property)
        if prop is None or last.kind == "agreement" or len(named) != 1 or not last.known(prop) or ask.types:
            return None
        alike = [ref for ref in last.facts[prop].refs if ref in self._base.records and ask.of[ref].kind == ask.named_kinds[named[0]]]
        rest = [i for i in ask.content if i not in ask.named[named[0]] and i not in ask.slight]
        asks = ask.reading.yes_no or ask.reading.text.rstrip().endswith("?")
        claims = asks and all(i in ask.cues.get(prop, ()) or as_listed(ask.reading.tokens[i]) in self._belonging for i in rest)
        goes_on = not rest and self._scorer.follow_ups.goes_on(ask.reading)
        return Query("fact", (last.id,), prop, claim=named[0]) if len(alike) > 1 and (claims or goes_on) else None

    def _told_of_the_year(self, ask: Ask, context: Query, last: Evidence) -> Query | None:
        """«And in 2024?» after the cultural capital, which tells the one before: where there is no other of its kind, what it tells of that year."""
        years = ask.reading.years
        if len(years) != 1 or ask.named or ask.cues or ask.types or last.kind not in EDITION_LIKE or set(ask.telling) != set(years):
            return None
        gains = self._scorer.follow_ups.gains(ask, context)
        if any(gain >= FOLLOWS and one != last.id and ask.of[one].kind == last.kind for one, gain in gains.items()):
            return None
        year = next(iter(years.values()))
        places = [place for place in last.where.get(str(year), ()) if not place.startswith("@")]
        prop = context.property if context.property in places else "city" if "city" in places else None
        if prop is None:
            return told_of_year(ask, last.type, year) if last.kind == "event" else None
        return Query("highlight" if prop.isdigit() else "fact", (last.id,), prop)

    def _goes_on_among(self, ask: Ask, last: Evidence, prop: str | None, named: list[str]) -> bool:
        """«And from Kyrgyzstan?» after a jury whose members are told by country; not «the one with Türkiye» after papers, of which each has its own."""
        fact = last.facts.get(prop or "")
        if fact is None or any(ask.of[ref].kind == "agreement" for ref in fact.refs if ref in self._base.records):
            return False
        if last.kind not in EDITION_LIKE or len(named) != 1 or ask.named_kinds[named[0]] != "country":
            return False
        rest = [ask.reading.tokens[i] for i in set(ask.telling) - ask.named[named[0]]]
        # «От Турции кто?» goes on as «and from Türkiye?» does.
        goes_on = self._scorer.follow_ups.goes_on(ask.reading) or ask.types == {"who"}
        alone = ask.types <= {"who"} and not ask.cues and all(as_listed(token) in self._ones for token in rest) and goes_on
        return alone and any(prop in last.where.get(stem, ()) for stem in ask.of[named[0]].short)

    @staticmethod
    def _asks_for_any_prize(ask: Ask, subject: str, best: Candidate | None) -> bool:
        """«Did Özçivit win an award?», «did the film win anything?»: who won the main prize does not tell it, if no prize of theirs is known."""
        record = ask.of[subject]
        if record.kind not in ("person", "film") or record.known("awards") or best is None or best.record == subject or best.operation != "fact":
            return False
        prize = best.property in _PRIZES or ask.of[best.record].kind == "award"
        fact = ask.of[best.record].facts.get(best.property or "")
        return prize and ask.strength.get(best.property or "", 0.0) < _OF_ONE_PRIZE and (fact is None or subject not in fact.refs)

    @staticmethod
    def _tells(ask: Ask, best: Candidate) -> bool:
        """Whether an answer tells anything by itself: a known fact or a highlight."""
        return best.operation == "highlight" or (best.operation == "fact" and ask.of[best.record].known(best.property or ""))

    def _subject(self, ask: Ask, best: Candidate | None) -> str | None:
        """What the question is about: the only thing of its kind that it names."""
        festive = ask.named.get(FESTIVAL, set())
        for kind in _SUBJECTS:
            named = [record for record, of in ask.named_kinds.items() if of == kind and not ask.named[record] <= festive]
            if len({frozenset(ask.named[record]) for record in named}) > 1:
                return None
            if kind == "organisation" and best and best.operation == "card" and ask.of[best.record].kind in _EVENTS and best.coverage >= _TOLD_BY:
                # «42nd TURKSOY ministers meeting, was it in October?» is about the meeting.
                return best.record
            if len(named) > 1:
                named = [record for record in named if not set(ask.reading.years.values()).isdisjoint(ask.of[record].years)]
            if named:
                return best.record if best and best.record in named else named[0] if len(named) == 1 else None
        others = ask.named.keys() - {KAZAKHSTAN} or (best and ask.of[best.record].kind == "edition" and (ask.ordinals or ask.reading.years))
        decoy = not others or any(len(m.pattern.value) != 2 for m in ask.reading.of("foreign"))
        if best and not decoy and ask.of[best.record].kind in ("agreement", "edition") and ask.linked_with_all_named(best.record):
            return best.record
        return None

    def _asked(self, ask: Ask, subject: str) -> str | None:
        """The property that a word of the question asks for most surely, or one that stands in for it."""
        record = ask.of[subject]
        for prop, strength in sorted(ask.strength.items(), key=lambda asked: -asked[1]):
            if strength < _ASKED or prop == "what":
                break
            for told in [prop, *self._implies.get(prop, [])]:
                if record.known(told):
                    return told
            for stand_in, asked in self._instead.items():
                if prop in asked and record.known(stand_in):
                    return stand_in
        return None

    def _national(self, ask: Ask, subject: str) -> str | None:
        """Where it is told whose somebody or something is, if a country is claimed."""
        record = ask.of[subject]
        countries = {i for named, kind in ask.named_kinds.items() if kind == "country" for i in ask.named[named]}
        countries |= {i for m in ask.reading.of("foreign") if len(m.pattern.value) == 2 for i in m.span}
        if subject not in ask.named:
            return None
        rest = set(ask.telling) - countries - ask.named[subject] - ask.kinds.get(record.kind, set())
        occupation = {i for i in rest if not occupations().isdisjoint(ask.reading.tokens[i].bases)}
        # Of a person an unknown word beside the occupation is most likely another nation: «неміс операторы».
        others = rest - occupation - {i for i in rest if not countries and occupation and not ask.reading.tokens[i].bases}
        if others or not (countries or rest - occupation):
            return None
        known = [prop for prop in _NATIONAL.get(record.kind, ()) if record.known(prop)]
        of_country = {stem for i in countries for stem in ask.stems.get(i, ())}
        return next((prop for prop in known if any(prop in record.where.get(stem, ()) for stem in of_country)), known[0] if known else None)

    def _by_shape(self, ask: Ask, subject: str) -> str | None:
        """What is claimed of it by the shape of the question: a story, a genre, a place or a year."""
        record = ask.of[subject]
        if self._is_about(ask):
            return next((prop for prop in _TOLD if record.known(prop)), None)
        if ask.genres or "film" in ask.types_of:
            return "genre"
        located = any(kind in ("place", "country") and self._is_located(ask, ask.named[named]) for named, kind in ask.named_kinds.items())
        if record.kind == "film" and located and "shooting" in ask.strength:
            # «Әміре Эстонияда түсірілді ме?»
            return "shooting"
        places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
        # «Ташкентскую ассоциацию придумал ТЮРКСОЙ?» asks for something else.
        else_asked = any(strength >= _SURELY_ELSE and properties()[prop].answers != "where" for prop, strength in ask.strength.items())
        asks = ["where"] if record.kind not in ("film", "person") and places and not else_asked else []
        if ask.months or any(year not in record.years for year in ask.reading.years.values()):
            asks.append("when")
        for question in asks:
            default = self._defaults.get(record.kind, {}).get(question, [])
            for prop in [default] if isinstance(default, str) else default:
                if record.known(prop):
                    return prop
        return None

    @staticmethod
    def _is_about(ask: Ask) -> bool:
        return any(token.key in listed for listed in about().values() for token in ask.reading.tokens)

    def value(self, ask: Ask, best: Candidate) -> str | None:
        """The record, year or bound that a yes/no question takes for the value of the fact that answers it."""
        record = ask.of[best.record]
        if self._verdicts.limits(ask):
            return None
        if best.operation != "fact" or best.property not in record.facts:
            return None
        if ask.reading.bound and record.facts[best.property].number is not None:
            at, sign, number = ask.reading.bound
            return f"{sign}{number}" if sign != "=" or self.counts(ask, best.property, at + 1) else None
        claimed = set(self._scorer.claimed(ask, record, best.property, record.facts[best.property]).values())
        if record.facts[best.property].amount is not None:
            # «The first one to earn a billion?» claims more.
            if ask.reading.amount is None or ask.reading.of("ordinal"):
                return None
            _, sign, amount = ask.reading.amount
            return f"{sign}{amount}"
        # What is of one year has it in its id, and may have been decided in another.
        own = {year for year in map(str, record.years) if record.kind not in _OF_A_YEAR or year in record.id}
        unjudged = set(map(str, ask.reading.years.values())) - claimed - own
        if any(as_listed(token) in self._or for token in ask.reading.tokens):
            # «In Rome or in Paris?» claims neither.
            return None
        if best.property == "genre" and len(types := ask.types_of.get("film", set())) == 1 and record.kind == "film":
            return next(iter(types))
        if unjudged or (best.property in _LASTING and any(one.isdigit() for one in claimed)):
            # «Was it directed by Anartay in 2020?», «was she minister in 2024?»
            return None
        if len(claimed) != 1:
            return None
        if best.property == "cast" and any(i in ask.reading.capitals for i in set(ask.content) - ask.named_positions):
            # «Did Zhangazinova play Elena?» claims a role too.
            return None
        spoken = ask.named.get(record.id, set())
        refs = [ref for ref in record.facts[best.property].refs if ref in self._base.records]
        # «Әндіжан 2026 жылғы астана ма?» names the city by what is asked about, whatever else «астана» is.
        within = [ref for ref in refs if any(stem in ask.of[ref].short for i in spoken for stem in ask.stems.get(i, ()))]
        return within[0] if within and ask.of[record.id].kind == "event" else claimed.pop()

    @staticmethod
    def counts(ask: Ask, prop: str, at: int) -> bool:
        """Whether the word after a number is of what a property counts, and nothing narrows it: «6 films from Kazakhstan» are not all films."""
        if prop == "rate" and ask.reading.is_percent(at - 1):
            return True
        token = ask.reading.tokens[at] if at < len(ask.reading.tokens) else None
        # «Показали» may be said of a competition, and does not narrow.
        competing = ask.cues.get("competition", {}).keys() - ask.cues.get("festivals", {}).keys()
        narrowed = "country" in ask.named_kinds.values() or competing or ask.film_types
        return token is not None and not narrowed and not counted_words().get(prop, frozenset()).isdisjoint((token.key, *token.bases))

    def where(self, ask: Ask, best: Candidate) -> Candidate | None:
        """«Was the first festival in Ankara?»: where it was answers it, though the base does not know the place."""
        if ask.reading.yes_no and not ask.named and len(ask.ordinals) == 1 and "edition" in ask.kinds:
            # «The first one was in Ankara, wasn't it?»
            told = [e for e in ask.members("edition") if "editions" in e.facts and e.facts["editions"].number in ask.ordinals and "city" in e.facts]
            rest = [i for i in ask.telling if i not in ask.of_kinds and not any(i in span for span in ask.ordinals.values())]
            if len(told) == 1 and len(rest) <= 2 and any(name_like(ask.reading, i) for i in rest) and not ask.strength:
                return Candidate(told[0].id, "city", "fact", 1.0, best.score, dict.fromkeys(ask.content, 1.0), asked=True)
        unexplained = ask.unexplained(best)
        strange = [i for i in unexplained if name_like(ask.reading, i)]
        record = ask.of[best.record]
        if not ask.reading.yes_no or best.operation != "card" or len(strange) != 1 or record.kind not in ("edition", "agreement"):
            return None
        prop = words()["default_properties"][record.kind]["where"]
        explained = best.explained | dict.fromkeys(unexplained, UNEXPLAINED)
        return replace(best, property=prop, operation="fact", explained=explained, asked=True) if prop in record.facts else None

    @staticmethod
    def when(ask: Ask, best: Candidate) -> Candidate | None:
        """«Was the third festival in 2022?»: when the third one was answers it, whichever was in 2022."""
        years = set(ask.reading.years.values())
        if not ask.reading.yes_no or len(ask.ordinals) != 1 or len(years) != 1 or ask.of[best.record].kind not in ("edition", "festival"):
            return None
        if ask.unexplained(best) or any(strength >= 0.5 and properties()[prop].answers not in ("when", "where") for prop, strength in ask.strength.items()):
            return None
        told = [e for e in ask.members("edition") if "editions" in e.facts and e.facts["editions"].number in ask.ordinals and "dates" in e.facts]
        if len(told) != 1 or not years.isdisjoint(told[0].years):
            return None
        return Candidate(told[0].id, "dates", "fact", 1.0, 1.0, dict.fromkeys(ask.content, 1.0), asked=True)

    def elsewhere(self, ask: Ask, context: Query | None, best: Candidate | None) -> Query | None:
        """Where a festival was held or a paper signed, if a yes/no question claims another place: «was it signed with Kyrgyzstan in Bishkek?»."""
        kinds = set(ask.named_kinds.values())
        places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
        if (
            ask.reading.yes_no
            and "agreement" in ask.kinds
            and best
            and (best.property == "signatories" or best.operation == "card")
            and self._names_twice(ask)
            and not places
        ):
            # «With Georgia, in Tbilisi?»: a capital is another name of its country.
            return Query("fact", (best.record,), "signed_at") if ask.of[best.record].known("signed_at") else None
        told = ask.reading.years or ask.ordinals
        if (
            ask.reading.yes_no
            and FESTIVAL in ask.named
            and len(places) == 1
            and kinds <= {"place", "festival", "person"}
            and not told
            and not ask.held.keys() - {FESTIVAL}
        ):
            # «Korkyt Ata was in Astana some year, wasn't it?»: all its cities.
            asked = all(prop in _WHERE_HELD for prop, strength in ask.strength.items() if strength >= OF_CUE)
            return Query("fact", (FESTIVAL,), "city", claim=places[0]) if asked and ask.of[FESTIVAL].known("city") else None
        held = "edition" in ask.kinds and (ask.reading.years or ask.ordinals) and len(ask.named) == 1 and kinds == {"country"} and self._is_where(ask)
        if held:
            # «Was the 2023 edition in Turkey?»
            places = list(ask.named)
        if not ask.reading.yes_no or not places or not kinds <= {"place", "country", "festival"} or (not held and best and self.value(ask, best)):
            return None
        if any(strength >= OF_CUE and prop not in _SIGNING for prop, strength in ask.strength.items()):
            return None
        rest = Ask.of_reading(ask.reading, ask.content, self._base)
        if not rest.named.keys() >= set(places):
            # «Was it?» claims no place: the chat spoke of it.
            return None
        for place in places:
            rest.unname(place)
        if not rest.named and not (rest.ordinals or rest.reading.years):
            return None
        found = next(iter(self._scorer.candidates(rest, context)), None)
        record = rest.of[found.record] if found else None
        asked = bool(ask.ordinals) or "agreement" in ask.kinds or (record is not None and record.kind in ask.kinds)
        if record is None or record.kind not in ("agreement", "edition") or not asked:
            return None
        prop = words()["default_properties"][record.kind]["where"]
        fact = record.facts.get(prop)
        if fact is None or fact.unknown or (not held and set(places) & set(fact.refs)):
            return None
        return Query("fact", (record.id,), prop, claim=places[0] if len(places) == 1 and not self._verdicts.limits(ask) else None)

    @staticmethod
    def _is_where(ask: Ask) -> bool:
        """Whether the only name of the message is where something is: «in Turkey», «в Турции», «Түркияда»; not who was there."""
        first, last = min(ask.named_positions), max(ask.named_positions)
        read = ask.reading.tokens
        return (first > 0 and read[first - 1].key in _IN) or read[last].key.endswith(_LOCATIVE)

    @staticmethod
    def _names_twice(ask: Ask) -> bool:
        """Whether a country is named by two words that stand apart."""
        spans: dict[str, set[frozenset[int]]] = {}
        for mention in ask.reading.of("record"):
            if ask.named_kinds.get(mention.pattern.value) == "country":
                spans.setdefault(mention.pattern.value, set()).add(mention.span)
        return any(max(map(min, of)) - min(map(max, of)) > 1 for of in spans.values())
