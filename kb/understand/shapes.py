"""Questions about several records at once: compare two, list or count a set, the most and the latest, and descriptions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from heapq import nlargest

from kb.base import Base
from kb.card import by_name
from kb.language.fold import fold, fold_phrase
from kb.query import IN_ORDER, Query
from kb.records import Language
from kb.understand.ask import FESTIVAL, KAZAKHSTAN, Ask, Candidate
from kb.understand.evidence import EDITION_LIKE, SIGNED, Evidence
from kb.understand.follow_ups import as_listed, listed
from kb.understand.lexicon import generic, properties, words
from kb.understand.reading import about
from kb.understand.weights import COMMON, FOLLOWS, NOT_IN_FACT, OF_KIND, WEIGHED

# A description («the film in which …») has to find half of its words, weighted by rarity, and leave the next one behind.
DESCRIPTION, MARGIN = 0.45, 0.05
# A paper between so many countries at most is the one with either of them.
_BILATERAL = 2
# What a festival tells by the names of many.
_OF_MANY = ("jury", "awards", "participants")
_DATED = {"agreement": ("signed_on", "dates"), "film": ("premiere", "release", "year"), "edition": ("dates",), "person": ("born",)}
# What tells which of two is older.
_AGED = _DATED | {"film": ("year", "release", "premiere"), "organisation": ("founded",), "festival": ("founded",)}
_DATES = {prop for props in _AGED.values() for prop in props}
# Kinds of which a word for one means others than those that were told, if none of these is of the kind.
_THINGS = {"film", "agreement"}
# What asks what something is about; «what's … about» can be read as where it was shown.
_ABOUT = {"plot", "scope", "theme"}
_ABOUT_AT_MOST = _ABOUT | {"what", "festivals", "purpose"}
# What words for a story ask for, and what tells one.
_OF_STORY = {"plot", "scope", "what", "history", "theme", "genre"}
_TELLS_STORY = ("plot", "theme", "based_on")
_WHICH_ONES = {fold_phrase("which one"), fold_phrase("which ones")}
# How strongly something has to be asked for that is told of each of a list.
_OF_EACH = 0.5
# What words for being shown or taking part also ask for.
_OF_FESTIVAL = {"festival_role", "festivals", "competition", "country", "participants"}
# Where something was, in Kazakh.
LOCATIVE = ("да", "де", "та", "те", "дағы", "дегі", "тағы", "тегі")
# So many records of a list are told side by side.
_SIDE_BY_SIDE = 8
_LISTED = ("film", "agreement", "person")
# What is described rather than named: «the film in which …», «the director who …».
_DESCRIBED = ("film", "person", "organisation", "agreement", "event")
# Who has a part in making a film.
_MADE_BY = ("director", "writer", "cast", "producer", "cinematographer", "composer")
# Cues that only say that films were shown: «which Turkish films were screened in Aktau».
_SIGNED = ("signed_on", "signed_at", "signatories")
_SHOWN = ("festivals", "competition", "country", "premiere", "release", "year")


class Shapes:
    """Recognises such questions over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._counted: dict[str, str] = words()["counted"]
        self._competition, self._outside = (frozenset(map(fold, words()["competitions"][name])) for name in ("in", "out"))
        self._singular = listed("thing_pronouns", "pronouns")
        self._which = {fold(word) for word in words()["which"]}
        self._within = {fold(word) for word in words()["within"]}
        self._one_of_them = listed("one_of_them")
        self._before = listed("before")
        self._or, self._them, self._denied, self._none = listed("or"), listed("them"), listed("denied"), listed("none")
        self._about = listed("ends_about")
        self._usual: list[str] = words()["usual_properties"]["agreement"]
        self._anybody, self._among, self._inside = listed("anybody"), listed("part_of"), listed("inside")

    def compare(self, ask: Ask) -> Query | None:
        """«How does A differ from B», «where were more films, in A or in B»: two records of one kind, by a property if one is named."""
        asked = {"compare", "most", "least", "age"} & ask.operations.keys()
        # «Was Tulpan made before Ayka?»
        dating = "agreement" in ask.kinds or set(ask.named_kinds.values()) == {"film"} or any(ask.strength.get(prop, 0.0) >= 0.5 for prop in _DATES)
        if ask.reading.yes_no and dating and any(as_listed(token) in self._before for token in ask.reading.tokens):
            # «Did we sign with Georgia before Iran?»
            asked.add("age")
        if not (asked or self._offers_two(ask)):
            return None
        named = sorted(self._without_namesakes(ask), key=lambda record: min(ask.named[record]))
        pair = self._pair(ask, [ask.of[record] for record in named])
        if pair is None:
            return None
        who = "who" in ask.types
        asks = [prop for prop in ask.strength if prop != "what" and (who or properties()[prop].answers != "who")]
        if "count" in ask.types and pair[0].kind == "person" and all(one.known("born") for one in pair) and not ask.strength.keys() - {"what", "born"}:
            # «How many years are between them?»
            return Query("compare", tuple(record.id for record in pair), "born")
        asked_else = any(ask.strength[prop] >= 0.5 and all(record.known(prop) for record in pair) for prop in asks)
        dated = [prop for prop in _AGED.get(pair[0].kind, ()) if all(record.known(prop) for record in pair)]
        if "age" in asked and dated and not asked_else:
            return Query("compare", tuple(record.id for record in pair), dated[0])
        cued = [prop for prop in sorted(ask.strength, key=lambda prop: -ask.strength[prop]) if all(record.known(prop) for record in pair)]
        cued = [prop for prop in cued if prop != "what"] or cued
        if (
            {"most", "least"} & ask.operations.keys()
            and not cued
            and pair[0].kind == "edition"
            and (ask.kinds or {"festivals", "competition"} & ask.cues.keys())
        ):
            # «Which edition screened more» counts films.
            cued = ["films_count"]
        if "compare" not in ask.operations and not cued and not ask.kinds:
            return None
        counted = [self._counted[kind] for kind in ask.kinds if kind in self._counted and all(record.known(self._counted[kind]) for record in pair)]
        if counted and ("compare" not in ask.operations or {"most", "least"} & set(ask.operations)):
            return Query("compare", tuple(record.id for record in pair), counted[0])
        # What is asked of both can be known of one.
        half = [prop for prop in sorted(ask.strength, key=lambda prop: -ask.strength[prop]) if ask.strength[prop] >= 0.5 and any(r.known(prop) for r in pair)]
        prop = cued[0] if cued else "scope" if pair[0].kind == "agreement" else half[0] if half and half[0] != "what" else None
        if pair[0].kind == "agreement" and "compare" in ask.operations and (prop is None or ask.strength[prop] < 0.5):
            prop = "scope"
        return Query("compare", tuple(record.id for record in pair), prop)

    @staticmethod
    def _without_namesakes(ask: Ask) -> list[str]:
        """The names of a question; of people called the same only those of a body that another of them is of: «Satybaldy or Omarov»."""
        bodies = {named: set(ask.of[named].near.get("organisation", ())) for named, kind in ask.named_kinds.items() if kind == "person"}
        out = []
        for named, span in ask.named.items():
            same = [other for other in bodies if other != named and ask.named[other] == span] if named in bodies else []
            shared = [one for one in (named, *same) if any(ask.named[other] != span and bodies[one] & bodies[other] for other in bodies)] if same else []
            if not shared or named in shared:
                out.append(named)
        return out

    def _offers_two(self, ask: Ask) -> bool:
        """«Which earned more, A or B?», whatever the word for it."""
        at = [i for i, token in enumerate(ask.reading.tokens) if as_listed(token) in self._or]
        return bool(at) and any(max(one) < i < min(other) for i in at for one in ask.named.values() for other in ask.named.values() if one and other)

    def about_the_festival(self, ask: Ask) -> Query | None:
        """«What's this festival about?», «о чём фестиваль?»: no paper and no film, but what the festival is."""
        whole = ask.kinds.keys() == {"edition"} and not (ask.named or ask.numerals or ask.types - {"what"})
        asked = bool(self._about & {as_listed(token) for token in ask.reading.tokens}) or not ask.cues.keys().isdisjoint(_ABOUT)
        rest = set(ask.telling) - ask.of_kinds - ask.cued
        return Query("card", (FESTIVAL,)) if whole and asked and not rest and ask.cues.keys() <= _ABOUT_AT_MOST else None

    def untold_plot(self, ask: Ask) -> Query | None:
        """«О чём «Кадет»?», «who is Amre about?»: that it is not known, with the genre where that is, if nothing tells what a film is about."""
        films = [named for named, kind in ask.named_kinds.items() if kind == "film"]
        if (
            len(films) != 1
            or len(set(map(frozenset, ask.named.values()))) > 1
            or ask.kinds.keys() - {"film"}
            or ask.types - {"who", "what"}
            or ask.reading.yes_no
        ):
            return None
        film, last = ask.of[films[0]], ask.reading.tokens[-1]
        # «Кадет туралы» asks for all that is known of it.
        ends = as_listed(last) in self._about and (ask.reading.language != "kk" or "who" in ask.types)
        said = ask.named_positions | ask.of_kinds | ask.generic
        else_asked = any(not cues.keys() <= said for prop, cues in ask.cues.items() if prop not in _OF_STORY)
        said |= {i for prop in _OF_STORY for i in ask.cues.get(prop, ())}
        # «О чём «Кадет» и кто его снял?» asks for more.
        asked = ends or ("plot" in ask.cues and "who" not in ask.types)
        if not asked or else_asked or ask.reading.years or not said.issuperset(ask.telling):
            return None
        if told := next(filter(film.known, _TELLS_STORY), None):
            # «Who is it about?» asks for no maker; what else asks for a story finds it.
            return Query("fact", (film.id,), told) if "who" in ask.types else None
        return Query("fact", (film.id,), "genre+plot" if film.known("genre") else "plot")

    def of_them(self, ask: Ask, context: Query | None) -> Query | None:
        """«Which of them got prizes?», «кто из них был в Венеции?»: those of the last list that hold what is asked, or tell of what is named."""
        said = [as_listed(token) for token in ask.reading.tokens]
        which = any(tuple(said[i : i + 2]) in _WHICH_ONES for i in range(len(said)))
        after_list = context is not None and context.operation in ("list", "count", "set")
        if after_list and not ask.named and (self._which_won(ask, context) or self._which_of_type(ask)):
            which = True
        if context is None or not (which or self._them.intersection(said) or (after_list and not ask.named and self._one_of_them.intersection(said))):
            return None
        prop = max(ask.strength, key=ask.strength.__getitem__, default="")
        if context.kind == "film" and (prop in ("winner", "signatories") or not prop) and (ask.kinds.keys() == {"award"} or self._which_won(ask, context)):
            # «Which of them won?», «какая из них с призом?»
            prop = "awards"
        named = {stem for record in ask.named for stem in ask.of[record].short}
        named |= {stem for mention in ask.reading.of("foreign") for i in mention.span for stem in ask.stems.get(i, ())}
        types = ask.film_types
        listed = [ask.of[record] for record in self._told(context) if record in self._base.records]
        things = _THINGS & ask.kinds.keys()
        of_its_own = not set(ask.named_kinds.values()) <= {"country", "place"} or (things and not any(one.kind in things for one in listed))
        if of_its_own and not self._is_among(ask):
            # «Where did they shoot Cadet?», «who heads TURKSOY these days?»
            return None
        anybody = not which and self._them.intersection(said) <= self._anybody
        if anybody and prop and not any(one.kind in properties()[prop].kinds for one in listed):
            # «What sights did they show the guests?» is asked of no papers.
            return None
        listed = [one for one in listed if not types or one.type in types]
        kept = [one.id for one in listed if self._holds(one, prop, named)]
        if not kept and named:
            # «Went to» can ask for a prize.
            prop, kept = "", [one.id for one in listed if self._holds(one, "", named)]
        if prop and 1 < len(kept) == len(listed) <= _SIDE_BY_SIDE and not (named or types) and properties()[prop].answers in ask.types:
            # «Who directed them?»
            return Query("compare", tuple(kept), prop)
        if not kept or len(kept) == len(listed):
            return (None if anybody else self._telling_most(ask, listed)) or (Query("set", tuple(kept)) if kept and (prop or named or types) else None)
        return Query("set", tuple(kept)) if len(kept) > 1 else Query("fact", (kept[0],), prop) if prop else Query("card", (kept[0],))

    def _is_among(self, ask: Ask) -> bool:
        """«Which of them», «олардың ішінен»: some of those that were told, where no word of the message says of what."""
        said = [as_listed(token) for token in ask.reading.tokens]
        for at, word in enumerate(said):
            if at and said[at - 1] in self._among and word in self._them and said[at - 2 : at - 1] != ["all"]:
                return True
            if word in self._inside and at - 1 not in ask.of_kinds:
                return True
        return False

    def _which_won(self, ask: Ask, context: Query | None) -> bool:
        """«And which won something?», «any prizes?» after a list of films."""
        which = ("award" in ask.kinds and ask.of_kinds.issuperset(ask.telling)) or any(token.key in self._which for token in ask.reading.tokens[:2])
        won = ask.kinds.keys() == {"award"} or (not ask.kinds and bool({"awards", "winner"} & ask.cues.keys()))
        return context is not None and context.kind == "film" and which and won and not (ask.types or ask.reading.years)

    def _which_of_type(self, ask: Ask) -> bool:
        """«And which were documentaries?» after a list of films."""
        compared = ask.operations.get("compare", set())
        which = bool(compared) or any(token.key in self._which for token in ask.reading.tokens[:2])
        return which and bool(ask.film_types) and not (ask.types or ask.reading.years) and (ask.of_kinds | compared).issuperset(ask.telling)

    def asks_of_no_type(self, ask: Ask, context: Query | None) -> bool:
        """Whether documentaries are asked for of films that were listed, none of which is told to be one."""
        if context is None or context.operation not in ("list", "set") or ask.named or not ask.film_types:
            return False
        told = [ask.of[record] for record in self._told(context) if record in self._base.records]
        asks = self._which_of_type(ask) or not self._them.isdisjoint(as_listed(token) for token in ask.reading.tokens)
        return asks and bool(told) and all(one.kind == "film" and one.type not in ask.film_types for one in told)

    @staticmethod
    def _telling_most(ask: Ask, listed: list[Evidence]) -> Query | None:
        """«Which of them is about tourism»: those whose facts have most of the words, and of one the fact that has them."""
        asked = (i for i in ask.content if i not in ask.slight and i not in ask.generic and i not in ask.of_kinds)
        stems = sorted({stem for i in asked for stem in ask.stems[i]})
        told = {one.id: [place for stem in stems for place in one.where.get(stem, ()) if not place.startswith("@")] for one in listed}
        most = max(map(len, told.values()), default=0)
        best = [record for record, places in told.items() if len(places) == most]
        if not most or len(best) == len(listed):
            return None
        if len(best) > 1:
            return Query("set", tuple(best))
        place = max(told[best[0]], key=told[best[0]].count)
        return Query("highlight" if place.isdigit() else "fact", (best[0],), place)

    def of_it(self, ask: Ask, context: Query | None) -> Query | None:
        """«Did it win?», «who directed it?» after a few films: of each that knows it; «which ones?», «how many of them?»: those that were listed."""
        if context is None or context.operation not in ("list", "set") or ask.named or ask.kinds or ask.reading.years or ask.ordinals:
            return None
        said = {as_listed(token) for token in ask.reading.tokens}
        if ask.operations.keys() == {"compare"} and ask.operations["compare"].issuperset(ask.telling) and not (ask.types or ask.cues):
            return context
        if ask.types == {"count"} and not (ask.cues or ask.telling) and not said.isdisjoint(self._them):
            # «Сколько их?»
            return replace(context, operation="count") if context.operation == "list" else context
        told = self._several(context)
        asked = {prop: strength for prop, strength in ask.strength.items() if any(one.known(prop) for one in told)}
        if said.isdisjoint(self._singular) or not 1 < len(told) <= IN_ORDER or not asked:
            return None
        prop = max(asked, key=asked.__getitem__)
        knowing = tuple(one.id for one in told if one.known(prop))
        return Query("compare", knowing, prop) if len(knowing) > 1 else Query("fact", knowing, prop)

    def of_each(self, ask: Ask, context: Query | None) -> Query | None:
        """«Who signed for the Kazakh side?» after the five memorandums of Aktau: of each what is asked, and of no other paper."""
        if context is None or ask.named.keys() - {KAZAKHSTAN} or ask.reading.years or ask.ordinals or ask.kinds.keys() - {"agreement"} or ask.operations:
            return None
        told = self._several(context)
        alike = [one for one in told if one.type in SIGNED] if told and told[0].kind == "agreement" else []
        prop = max(ask.strength, key=ask.strength.__getitem__, default="")
        # The rebate is paid under no memorandum.
        asked = (prop in self._usual or any(one.known(prop) for one in alike)) and ask.strength[prop] >= _OF_EACH
        whole = all(i in ask.cued or i in ask.named_positions or i in ask.slight for i in ask.telling)
        if not asked or not whole or not 1 < len(alike) <= _SIDE_BY_SIDE or self._singular.intersection(as_listed(token) for token in ask.reading.tokens):
            return None
        return Query("compare", tuple(one.id for one in alike), prop)

    def which_is_more(self, ask: Ask, context: Query | None) -> Query | None:
        """«Какой старше?» after a comparison, «больше, чем …?» after what a film earned: what puts them in order, of each."""
        orders = {"age", "most", "least"} & ask.operations.keys()
        if context is None or not orders or ask.reading.years or ask.ordinals or ask.types & {"where"}:
            return None
        told = [self._base.evidence[record] for record in self._put_in_order(ask, context) if record in self._base.records]
        kinds = {one.kind for one in told}
        if len(kinds) != 1 or not 1 < len(told) <= _SIDE_BY_SIDE or ask.kinds.keys() - kinds:
            return None
        kind = kinds.pop()
        said = {i for cues in ask.cues.values() for i in cues} | {i for at in ask.operations.values() for i in at} | ask.named_positions | ask.of_kinds
        if not said.issuperset(ask.telling):
            return None
        asked = [prop for prop in sorted(ask.strength, key=lambda prop: -ask.strength[prop]) if ask.strength[prop] >= _OF_EACH]
        measures = list(_AGED.get(kind, ())) if "age" in orders else asked or [context.property or ""]
        measured = [prop for prop in measures if prop in properties() and properties()[prop].type in ("date", "number", "money")]
        prop = next((prop for prop in measured if all(one.known(prop) for one in told)), "")
        prop = prop or next((prop for prop in measured if any(one.known(prop) for one in told)), "")
        return Query("compare", tuple(one.id for one in told), prop) if prop else None

    def _put_in_order(self, ask: Ask, context: Query) -> tuple[str, ...]:
        """Those that the chat compared or listed, or the one that it spoke of and the one that is named."""
        if not ask.named:
            return tuple(one.id for one in self._several(context)) if context.operation == "fact" else context.records
        last = context.records[0] if context.operation in ("fact", "card") else ""
        others = [named for named in ask.named if named != last]
        alike = len(others) == 1 and last in self._base.records and ask.named_kinds[others[0]] == ask.of[last].kind
        return (last, *others) if alike else ()

    def picked(self, ask: Ask, context: Query | None) -> Query | None:
        """«The 2025 one», «екіншісі», «а последнее?»: one of those that were listed or offered before.

        Where more is asked of it («when did the second one come out?»), it is taken for named.
        """
        told = self._several(context) if context else []
        if not told and context and context.listed and (ask.ordinals or {"earliest", "latest"} & ask.operations.keys()):
            # «И третий?» after the second one.
            context = context.listed
            told = self._several(context)
        if not told or context is None or ask.kinds.keys() - {told[0].kind, "country", "place"} or ask.ranks:
            return None
        dated = sorted((one for one in told if one.date(_DATED.get(one.kind, ()))), key=lambda one: one.date(_DATED[one.kind]))
        found, at = [], set[int]()
        of_papers = told[0].kind == "agreement"
        if ask.reading.years and not ask.named:
            at = set(ask.reading.years)
            found = [one for one in told if not set(ask.reading.years.values()).isdisjoint(one.years)]
        elif len(ask.ordinals) == 1 and not ask.named:
            (number, at), *_ = ask.ordinals.items()
            # Longer lists stand by name; «the first memorandum» is the oldest.
            ordered = context.operation in ("fact", "highlight", "compare") or (context.operation == "set" and len(told) <= IN_ORDER)
            shown = self._as_shown(told, ask.reading.language or "en")
            first = number == 1 and ask.kinds
            order = told if ordered else shown if not first else dated if told[0].kind == "agreement" else []
            found = order[number - 1 : number]
        elif len(last := {"earliest", "latest"} & ask.operations.keys()) == 1 and not (ask.named or ask.types or ask.cues.keys() - _DATES):
            at = ask.operations[next(iter(last))]
            found = dated[:1] if "earliest" in last else dated[-1:]
        elif ask.named and set(ask.named_kinds.values()) <= {"country", "place"} and (of_papers or context.operation in ("set", "list", "compare")):
            at = ask.named_positions
            # A paper of many countries is not the one with Turkmenistan.
            found = [one for one in told if all(ask.linked(one.id, named) for named in ask.named) and not (of_papers and one.countries > _BILATERAL)]
        if len(found) != 1:
            return None
        rest = [i for i in ask.content if i not in at and i not in ask.slight and i not in ask.of_kinds]
        if rest or ask.types or ask.cues:
            if not ask.named or of_papers:
                # «Who signed the one with Türkiye?» is asked of no other that was told.
                ask.ordinals.clear()
                ask.name(found[0].id, set(at))
                ask.gains = {found[0].id: FOLLOWS}
            return None
        offered = properties().get(context.property or "") if context.operation == "compare" else None
        prop = context.property if offered and found[0].kind in offered.kinds else None
        return Query("fact" if prop else "card", (found[0].id,), prop)

    def _as_shown(self, told: list[Evidence], language: Language) -> list[Evidence]:
        return sorted(told, key=lambda one: by_name(self._base.records[one.id], language))

    def picks_none(self, ask: Ask, context: Query | None) -> bool:
        """«И третий?» after a list of two, «второй» after the names of a jury: one of what the chat listed, and no festival of that number."""
        if context is None or len(ask.ordinals) != 1 or ask.ranks or ask.named or ask.kinds or ask.reading.years:
            return False
        (number, at), *_ = ask.ordinals.items()
        if not at.issuperset(ask.telling) or any(as_listed(token) in self._within for token in ask.reading.tokens):
            return False
        if any(ask.reading.tokens[i].text.lower().endswith(LOCATIVE) for i in at):
            return False
        last = self._base.evidence.get(context.records[0]) if context.records else None
        own = last.facts["editions"].number if last and "editions" in last.facts else None
        # «And the second one?» after the first festival.
        names = last is not None and context.property in _OF_MANY and not (own and number == own + 1)
        return bool(names or self._several(context) or context.listed)

    def list_of(self, query: Query, context: Query) -> Query | None:
        """What the chat listed, where the answer is of one of it: the next «and the third?» is asked of that."""
        if query.operation not in ("card", "fact", "highlight"):
            return None
        listed = replace(context, listed=None, claim=None) if self._several(context) else context.listed
        return listed if listed and any(one.id == query.records[0] for one in self._several(listed)) else None

    def _several(self, context: Query) -> list[Evidence]:
        """The people, films, papers or prizes that the last answer told, if several of one kind."""
        told = [self._base.evidence[record] for record in self._told(context) if record in self._base.records]
        for kind in ("person", "film", "agreement", "award", "event"):
            if len(of_kind := [one for one in told if one.kind == kind]) > 1:
                return self._as_said(of_kind, context)
        return []

    def _as_said(self, told: list[Evidence], context: Query) -> list[Evidence]:
        """Those whom a fact names, in the order of its sentence, if all of their names stand there."""
        facts = self._base.records[context.records[0]].facts if context.operation == "fact" else {}
        texts = (facts[prop].text for prop in (context.property or "").split("+") if prop in facts)
        said = " ".join(text.get("en") for text in texts if text)
        at = {one.id: min((said.find(name) for name in self._base.records[one.id].names.en if name in said), default=-1) for one in told}
        return told if -1 in at.values() else sorted(told, key=lambda one: at[one.id])

    def of_those_without(self, ask: Ask, context: Query | None) -> bool:
        """Whether those of a list are asked for that lack something: «which of them got no prizes»; «не» is no denial in Kazakh."""
        said = {as_listed(token) for token in ask.reading.tokens}
        denied = not said.isdisjoint(self._none) or (ask.reading.language != "kk" and not said.isdisjoint(self._denied))
        return denied and context is not None and not said.isdisjoint(self._them) and len(self._told(context)) > 1

    def _told(self, context: Query) -> Sequence[str]:
        """The records that an answer listed."""
        if context.operation in ("list", "count"):
            return self._base.members(context.kind or "", [(near,) for near in context.filters])
        if context.operation in ("set", "compare"):
            return context.records
        facts = self._base.evidence[context.records[0]].facts if context.records[0] in self._base.records else {}
        told = [ref for prop in (context.property or "").split("+") if prop in facts for ref in facts[prop].refs]
        return told if len(told) > 1 else ()

    @staticmethod
    def _holds(record: Evidence, prop: str, named: set[str]) -> bool:
        """Whether a record knows a property, and what is named stands in its facts, in this one if it is given."""
        if prop and not record.known(prop):
            return False
        return not named or any(place == prop if prop else not place.startswith("@") for stem in named for place in record.where.get(stem, ()))

    def _pair(self, ask: Ask, named: list[Evidence]) -> tuple[Evidence, Evidence] | None:
        kinds: dict[str, list[Evidence]] = defaultdict(list)
        for record in named:
            kinds[record.kind].append(record)
        countries = [record for record in kinds["country"] if record.id != "country-kz"]
        if len(kinds["organisation"]) >= 2 and "agreement" not in ask.kinds:
            return kinds["organisation"][0], kinds["organisation"][1]
        if len(kinds["organisation"]) == 1 and "agreement" not in ask.kinds and (body := self._body_of_another(ask, kinds["organisation"][0], countries)):
            return kinds["organisation"][0], body
        if len(kinds["organisation"]) == len(kinds["festival"]) == 1 and ("founded" in ask.strength or "age" in ask.operations):
            # «Which is older, TURKSOY or Korkyt Ata?»
            return kinds["organisation"][0], kinds["festival"][0]
        if len(countries) >= 2:
            papers = [self._newest_agreement(ask, record) for record in countries[:2]]
            if papers[0] and papers[1]:
                return papers[0], papers[1]
        if "agreement" in ask.kinds and len(kinds["place"]) == 2:
            papers = [self._signed_at(ask, place, countries) for place in kinds["place"]]
            if papers[0] and papers[1]:
                return papers[0], papers[1]
        years = sorted(set(ask.reading.years.values()))
        if "agreement" in ask.kinds and len(years) >= 2 and ask.named:
            papers = [self._signed_in(ask, year, set(ask.named)) for year in years[:2]]
            if papers[0] and papers[1]:
                return papers[0], papers[1]
            if "edition" not in ask.kinds:
                # Years of papers that the base does not hold are not years of festivals.
                return None
        editions = kinds["edition"]
        if len(editions) < 2:
            editions = editions + [
                edition
                for edition in ask.members("edition")
                if edition not in editions
                and (
                    not set(years).isdisjoint(edition.years)
                    or ("editions" in edition.facts and edition.facts["editions"].size in ask.ordinals)
                    or any(ask.linked(edition.id, p.id) for p in kinds["place"])
                )
            ]
        if len(editions) >= 2 and len(years) + len(kinds["place"]) + len(ask.ordinals) + len(kinds["edition"]) >= 2:
            return editions[0], editions[1]
        for kind in ("film", "organisation", "agreement", "person", "award"):
            if len(kinds[kind]) >= 2:
                return kinds[kind][0], kinds[kind][1]
        return None

    @staticmethod
    def _body_of_another(ask: Ask, one: Evidence, countries: list[Evidence]) -> Evidence | None:
        """«Is the French film centre older than the Georgian one?»: the body of its type of another country."""
        others = [country for country in countries if not ask.linked(one.id, country.id)]
        alike = [ask.of[near] for country in others for near in country.near.get("organisation", ()) if near != one.id and ask.of[near].type == one.type]
        return alike[0] if len(others) == len(alike) == 1 else None

    def _signed_in(self, ask: Ask, year: int, named: set[str]) -> Evidence | None:
        """The paper of a year that stands in links with most of what is named; Kazakhstan alone names none."""
        named = named - {"country-kz"}
        linked = {paper.id: sum(ask.linked(paper.id, near) for near in named) for paper in self._papers_of(ask, {year})}
        papers = [ask.of[paper] for paper, count in linked.items() if count]
        return max(papers, key=lambda paper: (linked[paper.id], paper.type in SIGNED), default=None)

    def _papers_of(self, ask: Ask, years: set[int]) -> list[Evidence]:
        """The agreements that were signed in one of these years."""
        ids = sorted({self._base.ids[number] for year in years for number in self._base.in_years.numbers(str(year))})
        papers = [ask.of[record] for record in ids if ask.of[record].kind == "agreement"]
        return [paper for paper in papers if int(paper.date(("signed_on",))[:4] or 0) in years]

    @staticmethod
    def _signed_at(ask: Ask, place: Evidence, countries: list[Evidence]) -> Evidence | None:
        """The newest paper that was signed in a place with all these countries."""
        papers = [ask.of[near] for near in place.near.get("agreement", ())]
        papers = [paper for paper in papers if "signed_at" in paper.facts and place.id in paper.facts["signed_at"].refs]
        papers = [paper for paper in papers if all(ask.linked(paper.id, country.id) for country in countries)]
        return max(papers, key=lambda paper: (paper.date(("signed_on",)), paper.id), default=None)

    @staticmethod
    def _newest_agreement(ask: Ask, country: Evidence) -> Evidence | None:
        papers = [ask.of[near] for near in country.near.get("agreement", ())]
        papers = [paper for paper in papers if paper.type in SIGNED and paper.countries <= 2 and ask.linked(paper.id, "country-kz")]
        # Where none tells what it covers, one can still be told by its day.
        bilateral = [paper for paper in papers if paper.known("scope")] or [paper for paper in papers if paper.known("signed_on")]
        return max(bilateral, key=lambda paper: (paper.date(("signed_on",)), paper.id), default=None)

    def superlative(self, ask: Ask) -> Query | None:
        """«The latest memorandum», «the earliest document with France», «the longest film», «the most films at a festival»."""
        if not {"latest", "earliest", "most", "least"} & set(ask.operations):
            return None
        # «The earliest film document» is a document; a documentary is none.
        order = ("edition", "agreement") if ask.kinds.get("agreement", set()) - ask.kinds.get("film", set()) else ("edition",)
        kinds = sorted((kind for kind in ask.kinds if kind in _DATED), key=lambda kind: order.index(kind) if kind in order else len(order))
        if kinds == ["film"] and "festival-korkyt-ata" in ask.named and {"most", "least"} & set(ask.operations):
            kinds = ["edition"]
        if not kinds or self._covered(ask, kinds[0]) < 0.8:
            return None
        found = self._matching(ask, kinds[0])
        if kinds[0] == "agreement":
            of_type = [record for record in found if record.type in ask.types_of.get("agreement", ())]
            found = of_type if len(of_type) > 1 else [record for record in found if record.type in SIGNED]
        if {"latest", "earliest"} & set(ask.operations) and kinds[0] != "edition":
            dated = [record for record in found if record.date(_DATED[record.kind])]
            if len(dated) < 2:
                return None
            pick = max if "latest" in ask.operations else min
            chosen = pick(dated, key=lambda record: record.date(_DATED[record.kind]))
            prop = next(prop for prop in _DATED[chosen.kind] if chosen.known(prop))
            return Query("fact", (chosen.id,), prop) if "when" in ask.types else Query("card", (chosen.id,))
        if {"most", "least"} & set(ask.operations):
            numbered = [self._counted[kind] for kind in ask.kinds if kinds[0] == "edition" and kind in self._counted]
            for prop in [*numbered, *sorted(ask.strength, key=lambda prop: -ask.strength[prop])]:
                counted = [record for record in found if prop in record.facts and record.facts[prop].size is not None]
                if len(counted) >= 2:
                    pick = max if "most" in ask.operations else min
                    return Query("fact", (pick(counted, key=lambda record: record.facts[prop].size or 0).id,), prop)
        return None

    def whereabouts(self, ask: Ask) -> Query | None:
        """«In which region is Bozzhyra?», «where is Bursa?»: what a place is tells where; no city of a festival is asked for."""
        kinds = set(ask.named_kinds.values())
        if ask.reading.yes_no or ask.reading.bound or not kinds <= {"place", "country"} or ask.kinds.keys() - {"place", "country"} or ask.types - {"where"}:
            return None
        places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
        asked = max(ask.strength, key=ask.strength.__getitem__, default="city" if ask.types else "")
        surely = max((ask.strength.get(prop, 0.0) for prop in ("city", "country")), default=0.0) >= OF_KIND
        bare = bool(ask.types) and ask.strength.keys() <= {"city", "headquarters"} and (ask.named_positions | ask.cued).issuperset(ask.telling)
        if len(places) != 1 or not (bare or (surely and asked in ("city", "country", "signed_at", "shooting"))):
            return None
        if not (ask.types or ask.cued.issuperset(ask.governed)):
            # «Which corridors pass through it?»
            return None
        span, tokens = ask.named[places[0]], ask.reading.tokens
        before = tokens[min(span) - 1].key if min(span) else ""
        if before in self._within or tokens[max(span)].text.lower().endswith(LOCATIVE):
            # «Where in Aktau was it held?»
            return None
        if ask.ordinals or ask.reading.years or {"count", "list"} & ask.operations.keys() - ({"list"} if ask.kinds else set()):
            return None
        place = ask.of[places[0]]
        prop = next((prop for prop in ("city", "what") if place.known(prop)), None)
        return Query("fact" if prop else "card", (place.id,), prop)

    def films_about(self, ask: Ask) -> Query | None:
        """«Is there a film about Yasawi?», «Әуезов туралы кино бар ма»: those that somebody who is named has no part in making."""
        people = [named for named, kind in ask.named_kinds.items() if kind == "person"]
        if len(people) != 1 or len(ask.named) > 1 or ask.kinds.keys() != {"film"} or ask.types or ask.reading.years:
            return None
        span, tokens = ask.named[people[0]], ask.reading.tokens
        beside = {"before": max(span) + 1, "after": min(span) - 1}
        said = any(0 <= i < len(tokens) and tokens[i].key in about()[side] for side, i in beside.items())
        if not said or not (span | ask.of_kinds | ask.generic).issuperset(ask.telling):
            return None
        films = [ask.of[film] for film in ask.of[people[0]].near.get("film", ())]
        of_them = [film.id for film in films if not any(people[0] in film.facts[prop].refs for prop in _MADE_BY if prop in film.facts)]
        return Query("set" if len(of_them) > 1 else "card", tuple(of_them)) if of_them else None

    def what_opened(self, ask: Ask) -> Query | None:
        """«Which film opened the 2025 festival?»: the opening tells it, and no list of what was shown there."""
        if ask.kinds.keys() != {"film", "edition"} or ask.types or ask.named.keys() - {FESTIVAL} or ask.reading.yes_no or "count" in ask.operations:
            return None
        whole = (ask.cues.get("opening", {}).keys() | ask.of_kinds | ask.named_positions | ask.reading.years.keys()).issuperset(ask.telling)
        held = editions_told(ask) if whole and ask.reading.years and ask.strength.get("opening", 0.0) >= OF_KIND else []
        # «What film opened the festival of 2023?»: who spoke there is no answer.
        films = [e for e in held if e.known("opening") and any(ask.of[ref].kind == "film" for ref in e.facts["opening"].refs if ref in self._base.records)]
        return Query("fact", (films[0].id,), "opening") if len(films) == 1 else None

    def where_opened(self, ask: Ask, context: Query | None) -> Query | None:
        """«Where was the opening?», of no year: of the newest festival that was opened."""
        asking = {i for prop in ("opening", "city", "venue", "festivals") for i in ask.cues.get(prop, ())}
        said = asking | ask.named_positions | ask.of_kinds
        opening = max(ask.cues.get("opening", {}).values(), default=0.0)
        if context or ask.types != {"where"} or opening < 1 or ask.kinds.keys() - {"edition", "place"} or ask.named.keys() - {FESTIVAL}:
            return None
        if ask.reading.years or ask.ordinals or ask.months or not said.issuperset(ask.telling):
            return None
        opened = [edition for edition in editions_told(ask) if edition.known("opening") and edition.known("venue")]
        return Query("fact", (opened[0].id,), "venue+opening") if opened else None

    def editions_of(self, ask: Ask) -> Query | None:
        """«How many times was the festival in Türkiye?», «which festivals were in October?»: the editions of a country or month."""
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
        others = ask.named.keys() - {FESTIVAL, *countries}
        told = ask.months or (countries and "count" in ask.types)
        if not told or others or ask.kinds.keys() != {"edition"} or ask.reading.yes_no or ask.reading.years or len(countries) > 1 or ask.ordinals:
            return None
        said = ask.named_positions | ask.of_kinds | ask.cued | ask.months | {i for at in ask.operations.values() for i in at}
        if not said.issuperset(ask.telling) or ask.types - {"count"} or not (ask.operations or ask.reading.tokens[0].key in self._which):
            return None
        asks = max(ask.strength, key=ask.strength.__getitem__, default="editions")
        if countries and any(m.pattern.value in ("participants", "country", "members") for m in ask.reading.of("cue")):
            # How often a country took part is not told.
            return None
        if asks not in ("editions", "city", "dates", "year", *(_OF_FESTIVAL if ask.months else ())):
            return None
        months = {int(mention.pattern.value) for mention in ask.reading.of("month")}
        found = [
            edition.id
            for edition in ask.members("edition")
            if (not countries or ("city" in edition.facts and countries[0] in edition.facts["city"].refs))
            and (not months or int(edition.date(("dates",))[5:7] or 0) in months)
        ]
        if not found or (len(found) == 1 and "count" not in ask.types):
            return Query("fact", (found[0],), "dates") if found else None
        return Query("set", tuple(found))

    def _matching(self, ask: Ask, kind: str) -> list[Evidence]:
        """The records of a kind that stand in links with all that the message names."""
        filters = [named for named in ask.named if named not in ("country-kz",) or kind == "film"]
        return ask.members(kind, [self._namesakes(ask, named) for named in filters])

    @staticmethod
    def _namesakes(ask: Ask, named: str) -> list[str]:
        """A name that records share is that of the one which fits: the festival, not the person it is named after."""
        return [other for other, span in ask.named.items() if span == ask.named[named]]

    @staticmethod
    def screenings(ask: Ask) -> list[str]:
        """The film days in a place of which it is asked what was shown there, where neither a film nor a person is named."""
        named = set(ask.named_kinds.values())
        if ask.types or not ("film" in ask.kinds or "festivals" in ask.cues) or "place" not in named or not named.isdisjoint(("film", "person")):
            return []
        places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
        days = dict.fromkeys(near for place in places for near in ask.of[place].near.get("agreement", ()) if ask.of[near].type == "film-days")
        return [record for record in days if all(ask.linked(record, place) for place in places)]

    @staticmethod
    def programme(ask: Ask, candidates: list[Candidate]) -> Query | None:
        """«Which Kazakh films were shown in Tashkent in November»: the programme of film days, where there is one for all that is named."""
        days = [c for c in candidates if c.property == "festivals" and not ask.doubtful(c) and c.coverage > 0.6]
        if not days and candidates and candidates[0].operation == "highlight" and candidates[0].coverage > 0.8 and not ask.unexplained(candidates[0]):
            return Query("highlight", (candidates[0].record,), candidates[0].property)
        return Query("fact", (days[0].record,), "festivals") if days else None

    def listing(self, ask: Ask, best: Candidate | None) -> Query | None:
        """«Which Turkish films were shown in Aktau»: the records of a kind that stand in links with all that is named."""
        if not {"list", "count"} & set(ask.operations) or ask.reading.yes_no:
            return None
        kinds = [kind for kind in ask.kinds if kind in _LISTED]
        signed_in = set(ask.reading.years.values()) if kinds == ["agreement"] else set()
        told = ask.named or signed_in or (kinds == ["film"] and (ask.types_of.get("film") or ask.reading.years))
        if kinds == ["agreement"] and (all_papers := self._papers_of_country(ask)):
            return all_papers
        if kinds == ["agreement"] and "count" in ask.operations and "period" in ask.cues:
            # «For how many years was it signed?»
            return None
        # «How many prizes did Kazakh films win» counts no films.
        counts_awards = "count" in ask.operations and "award" in ask.counted
        if kinds == ["film"] and not counts_awards and (won := self._awarded(ask, self.filters(ask))):
            return Query("set", tuple(won))
        if kinds == ["film"] and (best_of := self._best_documentary(ask)):
            return best_of
        if kinds == ["film"] and any(at in ask.operations["list"] for i in ask.kinds.get("country", ()) for at in (i - 1, i) if i < min(ask.kinds["film"])):
            # «Which countries sent films» asks for no films.
            return None
        if kinds == ["film"] and ask.reading.language == "kk" and ask.kinds.get("country") and max(ask.kinds["country"]) > max(ask.kinds["film"]):
            # «Ақтауға фильм әкелген елдер»: what is asked for stands last.
            return None
        if len(kinds) != 1 or not told or (best and best.follows and best.asked):
            return None
        if kinds == ["film"] and "count" in ask.operations and (of_guests := self._of_guests(ask)):
            return of_guests
        sure = best is not None and best.asked and best.operation != "card" and best.score > 1.15
        if best and sure and not signed_in and not ask.lists_shown and ask.of[best.record].kind != kinds[0]:
            return None
        filters = self.filters(ask)
        of_none = not ask.reading.years and {ask.of[near].kind for near in filters} <= {"country", "festival"}
        of_newest = self._asks_competition(ask) or (ask.lists_shown and not EDITION_LIKE.isdisjoint(ask.kinds))
        if kinds == ["film"] and of_newest and of_none:
            # The competition, or the festival, is the newest one.
            with_programme = [e for e in ask.members("edition") if any(ask.of[event].known("competition") for event in e.near.get("event", ()))]
            filters += [max(with_programme, key=lambda e: e.newest).id] if with_programme else []
        if "count" in ask.operations:
            if "award" in ask.kinds:
                return None
            counted = self._counted.get(kinds[0], "")
            for holder in (near for near in filters if ask.of[near].known(counted)):
                if all(near == holder or ask.linked(near, holder) for near in filters):
                    return Query("fact", (holder,), counted)
        shown = (*_SHOWN, *_SIGNED) if signed_in else _SHOWN
        narrowed: list[str] = []
        # A property that neither the members nor what is named can have asks for nothing here: «the films of Kazakhstan» are nobody's works.
        held_by = {kinds[0], *ask.named_kinds.values()}
        if not ask.lists_shown and any(
            strength >= 0.5 and prop not in shown and held_by & set(properties()[prop].kinds) for prop, strength in ask.strength.items()
        ):
            return None
        if signed_in:
            papers = [r for r in self._papers_of(ask, signed_in) if r.type in SIGNED and all(ask.linked(near, r.id) for near in filters)]
            found = [r.id for r in papers if not ask.types_of["agreement"] or r.type in ask.types_of["agreement"]]
            # «At the festival of 2025»: not those of the rest of the year.
            held = [edition.id for edition in editions_told(ask)] if "edition" in ask.kinds else []
            found = [paper for paper in found if any(ask.linked(paper, edition) for edition in held)] if held else found
        elif narrowed := self._narrowed(ask, kinds[0], filters):
            found = narrowed
        elif ask.film_types and kinds == ["film"]:
            # «The Kyrgyz shorts»: there are none, whatever other films there are.
            return None
        else:
            found = [record for record in self._base.members(kinds[0], [(near,) for near in filters], len(filters) + 2) if record not in filters]
        narrowed_to = ask.types_of.get("agreement") if kinds == ["agreement"] and not signed_in else None
        if narrowed_to and sum(paper.type in narrowed_to for paper in ask.members("agreement", [(near,) for near in filters])) < 2:
            # «The gist of the memorandum with Türkiye»: there is one, whatever other papers there are.
            return None
        if len(found) == 1 and ask.lists_shown and self._covered(ask, kinds[0]) >= 0.7:
            # «What did Hungary bring to Aktau?»
            return Query("card", (found[0],))
        if len(found) < 2 or self._covered(ask, kinds[0]) < 0.7 or (best and self._leaves_to(ask, kinds[0], best)):
            return None
        if self._asks_competition(ask) and len(competing := self._competing(ask, filters, [])) > 1:
            return Query("set", tuple(competing))
        if signed_in or narrowed:
            return Query("set", tuple(found))
        return Query("count" if "count" in ask.operations else "list", kind=kinds[0], filters=tuple(filters))

    @staticmethod
    def _best_documentary(ask: Ask) -> Query | None:
        """«Which awards went to documentaries?»: an edition tells them all in one text."""
        asked = (
            "documentary" in ask.types_of.get("film", ()) and ask.strength.get("awards", 0.0) >= 0.35 and set(ask.named_kinds.values()) <= {"festival", "place"}
        )
        said = ask.named_positions | ask.of_kinds | ask.cued | ask.reading.years.keys()
        asked = asked and said.issuperset(ask.telling) and "count" not in ask.operations
        told = [e for e in editions_told(ask) if e.known("best_documentary")] if asked else []
        newest = told[0] if told else None
        return Query("fact", (newest.id,), "best_documentary") if newest else None

    def _asks_competition(self, ask: Ask) -> bool:
        """Whether the films of a competition are asked for, and not those outside of it too."""
        said = {key for token in ask.reading.tokens for key in (token.key, *token.bases)}
        return not said.isdisjoint(self._competition) and said.isdisjoint(self._outside)

    def _competing(self, ask: Ask, filters: list[str], found: list[str]) -> list[str]:
        """The films that were in the competition of an edition, where its programme tells which: of `found`, or of all that `filters` leave."""
        editions = [near for near in filters if ask.of[near].kind == "edition"]
        programmes = [ask.of[event] for edition in editions for event in ask.of[edition].near.get("event", ())]
        refs = {ref for programme in programmes if programme.known("competition") for ref in programme.facts["competition"].refs}
        films = found or (self._base.members("film", [(near,) for near in filters]) if refs else [])
        return [film for film in films if film in refs]

    def of_another_country(self, ask: Ask, context: Query | None) -> Query | None:
        """«And from Türkiye?» after the films of Kazakhstan at a festival, after those of its competition, or after its prizes: those of Türkiye."""
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
        alone = len(ask.named) == len(countries) == 1 and not (ask.types or ask.strength) and ask.kinds.keys() <= {"film"}
        if context is None or not alone or set(ask.telling) - ask.named[countries[0]] - ask.of_kinds:
            return None
        if context.operation in ("list", "count"):
            if not all(near in self._base.records for near in context.filters):
                return None
            others = [near for near in context.filters if ask.of[near].kind != "country"]
            filters = (*others, countries[0])
            found = len(others) < len(context.filters) and self._base.members(context.kind or "", [(near,) for near in filters], 1)
            return Query(context.operation, kind=context.kind, filters=filters) if found else None
        before = [ask.of[record] for record in context.records if record in self._base.records]
        if before and before[0].kind == "award":
            return self.awards_in(ask, countries[0], before[0].near.get("edition", []))
        if context.operation != "set" or not before or any(one.kind != "film" for one in before):
            return None
        for edition in sorted(set(before[0].editions).intersection(*(film.editions for film in before)), reverse=True):
            competing = self._competing(ask, [edition, countries[0]], [])
            if competing and {film.id for film in before} <= set(self._competing(ask, [edition], list(context.records))):
                return Query("set", tuple(competing))
        return None

    def awards_of(self, ask: Ask) -> Query | None:
        """«What did Uzbekistan get at the festival?», «which awards went to Azerbaijan in 2025?»: the prizes of an edition that one country got."""
        kinds = ask.named_kinds
        countries = [named for named, kind in kinds.items() if kind == "country" and not ask.named[named] <= ask.named.get(FESTIVAL, set())]
        others = {kind for named, kind in kinds.items() if named not in countries and named != FESTIVAL}
        # «Қазақстаннан кім» asks for no signatories by itself.
        said = set(ask.telling) - ask.named_positions
        besides = ({prop for prop, cues in ask.cues.items() if said.isdisjoint(cues)} | set(_OF_FESTIVAL)) - {"awards", "winner"}
        strongest = max((strength for prop, strength in ask.strength.items() if prop not in besides), default=0.0)
        asked = any(ask.strength.get(prop, 0.0) == strongest > 0 for prop in ("awards", "winner"))
        # «How many prizes did Kazakh films take in Aktau?»
        of_films = "film" in ask.kinds and ask.counted == {"award"} and bool(others)
        about = {"award", "festival", "edition", *(("film",) if of_films else ())}
        asked = asked and not (ask.types - {"what", "who", "count"}) and ask.kinds.keys() <= about
        if not asked or len(countries) != 1 or not others <= {"place", "edition"} or {"most", "least", "future"} & ask.operations.keys():
            return None
        if "compare" in ask.operations and "who" not in ask.types:
            # «Кто из Турции» compares nothing.
            return None
        named = [named for named, kind in kinds.items() if kind == "edition"]
        held = named or [edition.id for edition in editions_told(ask) if edition.near.get("award")]
        if not named and not (ask.reading.years or others & {"place"}):
            # «At the festival» is the newest one, and so for those who won; where nothing says so, none is meant.
            held = held[:1] if FESTIVAL in ask.named or not EDITION_LIKE.isdisjoint(ask.kinds) or "who" in ask.types else []
        won = self.awards_in(ask, countries[0], held, of_films)
        return Query("set", won.records) if won and "count" in ask.types else won

    def awards_in(self, ask: Ask, country: str, held: list[str], of_films: bool = False) -> Query | None:
        """The prizes of some editions that went to a country; `of_films` only those that films got."""
        prizes = [award for edition in held for award in ask.of[edition].near.get("award", ()) if country in countries_of(ask, ask.of[award])]
        prizes = [award for award in prizes if not of_films or ask.of[award].near.get("film")]
        if not prizes:
            return None
        return Query("compare", tuple(prizes), "winner") if len(prizes) > 1 else Query("fact", (prizes[0],), "winner")

    @staticmethod
    def _papers_of_country(ask: Ask) -> Query | None:
        """«Which documents do we have with France»: what the country itself tells of all of them."""
        others = [record for record in ask.named if record != "country-kz"]
        asked = ask.strength.get("agreements", 0.0) >= 0.75 and not (ask.reading.years or ask.types_of.get("agreement") or ask.types)
        return Query("fact", (others[0],), "agreements") if asked and len(others) == 1 and ask.of[others[0]].known("agreements") else None

    @staticmethod
    def _awarded(ask: Ask, filters: list[str]) -> list[str]:
        """The films of the countries that are named which won something at the edition that is: «which Kyrgyz films took prizes in Aktau»."""
        editions = [near for near in filters if ask.of[near].kind == "edition"]
        countries = [near for near in filters if ask.of[near].kind == "country"]
        if not editions or not countries or len(editions) + len(countries) < len(filters) or not {"awards", "winner"} & ask.cues.keys():
            return []
        films = [film for film in ask.members("film", [(near,) for near in filters]) if not ask.film_types or film.type in ask.film_types]
        given = {film.id: [ref for ref in film.facts["awards"].refs if ref in ask.base.records] for film in films if film.known("awards")}
        return [film for film, refs in given.items() if any({ref, *ask.of[ref].near.get("edition", ())} & set(editions) for ref in refs)]

    def _narrowed(self, ask: Ask, kind: str, filters: list[str]) -> list[str]:
        """The films of a type or of a year that stand in links with all of `filters`, where the message tells one: «Turkish shorts in Aktau»."""
        types = ask.film_types if kind == "film" else frozenset[str]()
        years = set(ask.reading.years.values()) if kind == "film" and not any(ask.of[near].kind in EDITION_LIKE for near in filters) else set()
        if not (types or years):
            return []
        films = ask.members(kind, [(near,) for near in filters])
        found = [film for film in films if (not types or film.type in types) and (not years or int(film.date(_AGED["film"])[:4] or 0) in years)]
        return [film.id for film in found if film.id not in filters]

    def _of_guests(self, ask: Ask) -> Query | None:
        """«How many films did Turkmenistan bring to Aktau?»: those of one country at the festival of another."""
        filters = self.filters(ask)
        countries = [near for near in filters if ask.of[near].kind == "country"]
        editions = [near for near in filters if ask.of[near].kind == "edition"]
        if len(countries) != 1 or len(editions) != 1 or len(filters) != 2 + (FESTIVAL in filters) or not ask.of[editions[0]].known("city"):
            return None
        told = Query("count", kind="film", filters=(countries[0], editions[0]))
        hosted = countries[0] in ask.of[editions[0]].facts["city"].refs
        return told if not hosted and self._base.members("film", [(near,) for near in told.filters], 1) else None

    def _leaves_to(self, ask: Ask, kind: str, best: Candidate) -> bool:
        """Whether one of the kind tells what no list of them is of: «which Kazakh movie is about the famine?»."""
        asking = {i for positions in (*ask.cues.values(), *ask.kinds.values()) for i in positions}
        listed = self._listed(ask, kind) | asking
        told = [i for i in ask.telling if i not in listed and best.explained.get(i, 0.0) >= NOT_IN_FACT]
        return best.asked and best.operation != "card" and best.property not in _SHOWN and ask.of[best.record].kind == kind and bool(told)

    def _covered(self, ask: Ask, kind: str) -> float:
        """How much of the content a list of the kind can be of."""
        explained = self._listed(ask, kind)
        said = [i for i in ask.content if i not in ask.slight and (i in explained or not ask.reading.tokens[i].light)]
        if any(i in ask.reading.capitals and not any(i in m.span for m in ask.reading.mentions) for i in said if i not in explained):
            # «Which film from Tatarstan competed?» asks for no list of all that did.
            return 0.0
        return sum(i in explained for i in said) / max(1, len(said))

    @staticmethod
    def _listed(ask: Ask, kind: str) -> set[int]:
        """Positions of names, years, the kind, operations and cues of being shown."""
        beside = ("film",) if kind == "edition" else EDITION_LIKE if ask.lists_shown else ()
        spoken_of = {i for other in beside for i in ask.kinds.get(other, ())}
        explained = ask.named_positions | ask.kinds[kind] | spoken_of | {i for positions in ask.operations.values() for i in positions} | set(ask.reading.years)
        explained |= {i for prop in (*_SHOWN, *(_SIGNED if kind == "agreement" else ())) for i in ask.cues.get(prop, ())} | {
            i for i in ask.content if ask.reading.tokens[i].bases.keys() & generic()
        }
        return explained

    def filters(self, ask: Ask) -> list[str]:
        """What the members must be linked with; a festival city stands for the festival held there."""
        out = []
        for named in ask.named:
            record = ask.of[named]
            held = record.near.get("edition", []) if record.kind == "place" else []
            out.append(held[0] if len(held) == 1 else named)
        if "film" in ask.kinds and (ask.lists_shown or "edition" in ask.kinds or {"competition", "festivals"} & set(ask.cues)):
            years = set(ask.reading.years.values())
            places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
            of_years = (edition for edition in ask.members("edition") if not years.isdisjoint(edition.years))
            out += [edition.id for edition in of_years if not places or any(ask.linked(edition.id, place) for place in places)]
        return list(dict.fromkeys(out))

    def tie(self, ask: Ask, tied: list[str], best: Candidate) -> Query | None:
        """Equally good records where the question asks for several: «with which countries were memorandums signed in Aktau».

        A few that are named, or that the chat spoke of, are told side by side.
        """
        apart = len({frozenset(ask.named.get(record, ())) for record in tied}) == len(tied) and set(tied) <= set(ask.named)
        # «Which cities were cultural capitals?»: the city of each.
        each = "place" in ask.kinds and best.property == "city" and set(tied) <= set(ask.named) and not ask.reading.years
        if best.property and best.operation == "fact" and 1 < len(tied) < 5 and (apart or best.follows or each):
            return Query("compare", tuple(tied), best.property)
        # A word that is in none of them asks back for none: «which films went for the Oscars».
        told = "list" in ask.operations and best.operation == "fact" and best.asked and all(ask.of[record].known(best.property or "") for record in tied)
        left = set(ask.unexplained(best))
        if left and not (told and left.isdisjoint(ask.cues.get("winner", ()))):
            # Nor is it told of them that they won.
            return None
        if best.operation == "fact" and not any(ask.of[record].known(best.property or "") for record in tied):
            # «The most expensive film»: of none of them it is known.
            return None
        # «Что за полнометражные привезли турки»: a type of films asks for them, not for their genre.
        of_type = best.property == "genre" and ask.film_types and not ask.types
        several = {"list", "count"} & set(ask.operations) or len(tied) > 3 or of_type
        plain = not ask.operations and not ask.types and len(ask.content) < 2
        return Query("set", tuple(tied)) if several and not plain and len(tied) <= 12 else None

    def describe(self, ask: Ask) -> Candidate | None:
        """The record whose texts hold most of the words of a description; None without a margin over the next one."""
        kinds = set(ask.kinds) or set(_DESCRIBED)
        if not kinds & set(_DESCRIBED) or not set(ask.named_kinds.values()) <= {"country", "place", "person"}:
            return None
        makers = [named for named, kind in ask.named_kinds.items() if kind == "person"]
        kind_words = {i for positions in ask.kinds.values() for i in positions}
        said = [i for i in ask.content if i not in kind_words]
        if len(said) < 2:
            return None
        weight = {i: max((ask.rarity[stem] for stem in ask.stems[i]), default=0.0) or (0.0 if i in ask.slight else 0.75) for i in said}
        total = sum(weight.values())
        found: list[tuple[float, int, str]] = []
        for record in self._likely(ask, said, weight):
            if record.kind not in kinds or not all(ask.linked(maker, record.id) for maker in makers):
                continue
            hits = [i for i in said if any(map(record.describes, ask.stems[i])) or any(i in ask.named[maker] for maker in makers)]
            if len(hits) >= (2 if ask.kinds else 3) and any(i not in ask.named_positions for i in hits):
                found.append((sum(weight[i] for i in hits) / total, len(hits), record.id))
        found.sort(reverse=True)
        if not found or found[0][0] < DESCRIPTION or (len(found) > 1 and found[0][0] - found[1][0] < MARGIN):
            return None
        share, _, record_id = found[0]
        return Candidate(record_id, None, "card", share, share, asked=True)

    def _likely(self, ask: Ask, said: list[int], weight: dict[int, float]) -> list[Evidence]:
        """The records that can hold most of the words of a description: those with the most weight of words that are not in very many."""
        shared: dict[int, float] = defaultdict(float)
        for i in said:
            indexes = [(index, stem) for stem in ask.stems[i] for index in (self._base.in_texts, self._base.in_names) if index.count(stem) <= COMMON]
            for number in {number for index, stem in indexes for number in index.numbers(stem)}:
                shared[number] += weight[i]
        return [ask.of[self._base.ids[number]] for number in nlargest(WEIGHED, shared, key=shared.__getitem__)]


def films_of(ask: Ask, person: str) -> list[Evidence]:
    """The films, of the type that the message tells, in whose facts a person is named."""
    types = ask.film_types
    films = [film for film in map(ask.of.__getitem__, ask.of[person].near.get("film", ())) if person in film.refs]
    return [film for film in films if film.type in types] or films


def editions_told(ask: Ask) -> list[Evidence]:
    """The editions of all years and cities that a message tells, the newest first; every edition, where it tells none."""
    years, places = set(ask.reading.years.values()), [named for named, kind in ask.named_kinds.items() if kind == "place"]
    told = [e for e in ask.members("edition") if not years or not years.isdisjoint(e.years)]
    return sorted((e for e in told if not places or any(ask.linked(e.id, place) for place in places)), key=lambda e: -e.newest)


def countries_of(ask: Ask, award: Evidence) -> set[str]:
    """Where a prize went: the countries that its record tells, or those of its films and people."""
    if told := award.near.get("country"):
        return set(told)
    won = [ask.of[ref] for ref in award.refs if ref in ask.base.records]
    return {ref for one in won if "country" in one.facts for ref in one.facts["country"].refs}
