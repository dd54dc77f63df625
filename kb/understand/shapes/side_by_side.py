"""One thing asked of several records at once: of those that are named, or of the festivals of several years and cities."""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import FESTIVAL, KAZAKHSTAN, Ask
from kb.understand.evidence import SIGNED, Evidence
from kb.understand.lexicon import default_properties, properties, words
from kb.understand.shapes.pairs import WHEN_AND_WHERE, know_when_and_where
from kb.understand.weights import ASKED, ASKED_RATHER
from kb.understand.word_lists import as_listed, listed

# Kinds of records of which one thing is asked side by side.
_SEVERAL = {"film", "organisation", "person", "festival"}
# So many records are told side by side.
MOST = 8
# What words of many meanings ask for: told only where all of them know it.
_ONLY_OF_ALL = ("status", "project", "plans", "result", "post")
# A paper of more countries is of none of them.
_BILATERAL = 2
# What asks for more than to tell each.
_OTHERWISE = ("compare", "most", "least", "age", "earliest", "latest", "future")
# What a festival tells of its prizes, and what only says that it has any.
PRIZES = ("best_film", "best_director", "best_screenplay", "best_actor", "best_actress", "best_documentary")


class SideBySide:
    """Recognises such questions."""

    def __init__(self) -> None:
        self._and = listed("joining")
        self._counted: dict[str, str] = words()["counted"]
        self._stands_for: dict[str, list[str]] = words()["stands_for"]

    def told(self, ask: Ask) -> Query | None:
        """«Who directed Ayka and Tulpan?», «who are Raev and Balayeva?», «how many films were there in 2021 and in 2022?»."""
        joined = ask.reading.has_listed(self._and)
        # «Who directed Cadet, who directed Abel?»
        known = all(i in ask.named_positions or self._asks(ask, i) for i in ask.telling)
        if not (joined or (known and "," in ask.reading.text)) or ask.reading.yes_no or not ask.operations.keys().isdisjoint(_OTHERWISE):
            return None
        return self._of_named(ask) or self._of_papers(ask) or (self._of_editions(ask) if joined else None)

    def beside_a_stranger(self, ask: Ask) -> tuple[Query, str] | None:
        """«Who directed Cadet and Parasite?»: what is asked of those that the base holds, and the name of the other one."""
        apart = sorted(_apart(ask), key=lambda record: min(ask.named[record]))
        told = [ask.of[record] for record in apart]
        if not told or len(apart) != len(ask.named) or len({one.kind for one in told}) > 1 or told[0].kind not in _SEVERAL or ask.reading.yes_no:
            return None
        strange = [i for i in ask.telling if i not in ask.named_positions and not self._asks(ask, i)]
        if not strange or strange != list(range(strange[0], strange[-1] + 1)) or not all(_is_name(ask, i) for i in strange):
            return None
        beside = [at for at in (strange[0] - 1, strange[-1] + 1) if 0 <= at < len(ask.reading.tokens) and as_listed(ask.reading.tokens[at]) in self._and]
        if not any({at - 1, at + 1} & ask.named_positions for at in beside):
            return None
        name = " ".join(ask.reading.tokens[i].text for i in strange)
        if prop := self._asked(ask, told):
            return Query("compare" if len(apart) > 1 else "fact", tuple(apart), prop), name
        introduces = ("about" in ask.operations or "who" in ask.types) and ask.strength.keys() <= {"what"} and ask.types <= {"who", "what"}
        return (Query("compare" if len(apart) > 1 else "card", tuple(apart)), name) if introduces else None

    def _of_named(self, ask: Ask) -> Query | None:
        """What is asked of the records of one kind that are named; each as a whole, where nothing else is asked."""
        apart = [ask.of[record] for record in _apart(ask)]
        kinds = {one.kind for one in apart}
        beside = [one for one in apart if one.kind in ("place", "edition", "festival")] if len(kinds) > 1 else []
        told = [one for one in apart if one not in beside]
        kinds = {one.kind for one in told}
        if len(kinds) != 1 or not kinds <= _SEVERAL or not 1 < len(told) <= MOST or len({frozenset(ask.named[one.id]) for one in told}) < len(told):
            return None
        of_kinds = {
            *kinds,
            *(("film",) if kinds == {"person"} and self._asks_works(ask, told) else ()),
            *(("edition",) if kinds == {"film"} and {"festivals", "premiere"} & ask.cues.keys() else ()),
            *(kind for kind in ask.kinds if kind in ("country", "place", "award", "person")),
        }
        strange = any(_is_name(ask, i) for i in ask.telling if i not in ask.named_positions and not self._asks(ask, i))
        if ask.kinds.keys() - of_kinds or strange:
            return None
        ids = tuple(one.id for one in sorted(told, key=lambda one: min(ask.named[one.id])))
        if not beside and self._introduces(ask):
            return Query("compare", ids)
        # «Which films did Yerzhanov and Dvortsevoy make?», «when were Joqtau and Becoming in Locarno?»
        shown = kinds == {"film"} and "when" in ask.types and {near.kind for near in beside} == {"place"}
        shown = shown and all(one.known("festivals") and {near.id for near in beside} <= set(one.facts["festivals"].refs) for one in told)
        prop = "works" if kinds == {"person"} and "film" in ask.kinds else "festivals" if shown else self._asked(ask, told)
        if not prop or any(not ask.named.keys().isdisjoint(one.facts[prop].refs) for one in told if prop in one.facts and not beside):
            # «What did Kazakhfilm and Belarusfilm sign» is told by each of the two.
            return None
        if beside and not all(any(prop in one.where.get(stem, ()) for stem in near.short) or ask.linked(one.id, near.id) for one in told for near in beside):
            return None
        return Query("compare", ids, prop)

    @staticmethod
    def _asks_works(ask: Ask, told: list[Evidence]) -> bool:
        """Whether the films of each are asked for, and no film about them, nor one that they share."""
        makes = max(ask.strength.get(prop, 0.0) for prop in ("works", "director"))
        known = all(one.known("works") for one in told) and not ask.members("film", [(one.id,) for one in told])
        return known and makes >= ASKED_RATHER and "about" not in ask.operations and "plot" not in ask.cues

    def _of_papers(self, ask: Ask) -> Query | None:
        """«When were the memorandums with Georgia and Iran signed?»: what is asked of the papers with each of several countries."""
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country" and named != KAZAKHSTAN]
        others = {kind for named, kind in ask.named_kinds.items() if named not in countries and named != KAZAKHSTAN}
        if len(countries) < 2 or others or ask.kinds.keys() != {"agreement"} or len({frozenset(ask.named[one]) for one in countries}) < len(countries):
            return None
        types, years = ask.types_of.get("agreement") or SIGNED, set(ask.reading.years.values())
        told: list[Evidence] = []
        for country in sorted(countries, key=lambda one: min(ask.named[one])):
            papers = [paper for paper in ask.members("agreement", [(country,)]) if paper.type in types and paper.countries <= _BILATERAL]
            papers = [paper for paper in papers if not years or not years.isdisjoint(paper.years)]
            if not papers:
                return None
            told += sorted(papers, key=lambda paper: paper.date(("signed_on",)))
        both = {"when", "where"} <= ask.types and know_when_and_where(told)
        prop = WHEN_AND_WHERE if both else self._asked(ask, told)
        ids = tuple(dict.fromkeys(paper.id for paper in told))
        return Query("compare", ids, prop) if prop and 1 < len(ids) <= MOST else None

    @staticmethod
    def _introduces(ask: Ask) -> bool:
        """«Who are Raev and Balayeva?», «tell me about Cadet and Abel»: nothing is asked but who or what they are."""
        # «Cadet and Abel» asks for no more.
        bare = not (ask.types or ask.operations or ask.kinds or ask.cues)
        asks = bare or "about" in ask.operations or ask.types & {"who", "what"}
        return bool(asks) and ask.types <= {"who", "what"} and ask.strength.keys() <= {"what", "plot"} and ask.named_positions.issuperset(ask.telling)

    def _asked(self, ask: Ask, told: list[Evidence]) -> str:
        """What is asked of all: best what all of them know, else what some of them do; empty if nothing is."""
        asked = [prop for prop in sorted(ask.strength, key=lambda prop: -ask.strength[prop]) if ask.strength[prop] >= ASKED_RATHER and prop != "what"]
        if not asked and ask.cued.isdisjoint(ask.telling):
            asked = [prop for kind in ask.types for prop in default_properties(told[0].kind, kind)]
        if not asked and told[0].kind == "agreement" and "about" in ask.operations:
            asked = ["scope"]
        fitting = [prop for prop in asked if told[0].kind in properties()[prop].kinds]
        if not fitting:
            # «What did each one win?»: what else a word can ask for is known of no such record.
            weaker = {prop: of for prop, of in ask.strength.items() if of >= ASKED and told[0].kind in properties()[prop].kinds and prop != "what"}
            fitting = [max(weaker, key=weaker.__getitem__)] if weaker else []
        instead = [other for other, props in self._stands_for.items() if fitting and fitting[0] in props and told[0].kind in properties()[other].kinds]
        # A year does not tell where a premiere was.
        instead = [
            other for other in instead if properties()[other].answers == properties()[fitting[0]].answers and (other != "year" or "where" not in ask.types)
        ]
        whole = next((prop for prop in (*fitting, *instead) if all(one.known(prop) for one in told)), "")
        return whole or next((prop for prop in fitting if prop not in _ONLY_OF_ALL and any(one.known(prop) for one in told)), "")

    @staticmethod
    def _asks(ask: Ask, i: int) -> bool:
        """Whether a word asks for something, or says of what kind."""
        return i in ask.cued or i in ask.of_kinds or any(i in positions for positions in ask.operations.values())

    def _of_editions(self, ask: Ask) -> Query | None:
        """«Who was best actor in Bursa and who in Baku?»: what is asked of the festivals of all these years and cities."""
        places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
        others = {kind for named, kind in ask.named_kinds.items() if named not in places and named != FESTIVAL}
        if others or ask.kinds.keys() & {"agreement", "person", "organisation"} or len(ask.ordinals) == 1:
            return None
        editions = self._editions(ask, places)
        known = ask.named_positions | ask.reading.years.keys() | {i for at in ask.ordinals.values() for i in at}
        if not 1 < len(editions) <= MOST or any(i not in known and not self._asks(ask, i) for i in ask.telling if i not in ask.generic):
            return None
        prop = self._asked_of_festivals(ask, editions)
        ids = tuple(edition.id for edition in editions)
        if not prop and "about" in ask.operations and not ask.types:
            return Query("compare", ids)
        return Query("compare", ids, prop) if prop else None

    @staticmethod
    def _editions(ask: Ask, places: list[str]) -> list[Evidence]:
        """The festivals that the years, cities and numbers tell, the oldest first; none if one of these tells no festival."""
        members = [edition for edition in ask.members("edition") if "editions" in edition.facts and edition.known("dates")]
        years = set(ask.reading.years.values())
        told = [{edition.id for edition in members if "city" in edition.facts and place in edition.facts["city"].refs} for place in places]
        told += [{edition.id for edition in members if year in edition.years} for year in years]
        told += [{edition.id for edition in members if edition.facts["editions"].number == number} for number in ask.ordinals]
        if not all(told) or (ask.ordinals and (places or years)) or (places and years and len(places) != len(years)):
            return []
        return [edition for edition in sorted(members, key=lambda edition: edition.newest) if any(edition.id in ids for ids in told)]

    def _asked_of_festivals(self, ask: Ask, editions: list[Evidence]) -> str:
        """What is asked of each festival: a prize, a number, else what the words ask for most."""
        if ask.strength.get("best_film", 0.0) >= max((ask.strength.get(prop, 0.0) for prop in (*PRIZES, "winner")), default=0.0) > ASKED_RATHER:
            return "best_film" if any(edition.known("best_film") for edition in editions) else ""
        counted = [self._counted[kind] for kind in ask.counted if kind in self._counted]
        if "count" in ask.types and not counted:
            return ""
        asked = [prop for prop in sorted(ask.strength, key=lambda prop: -ask.strength[prop]) if "edition" in properties()[prop].kinds]
        asked = [*counted, *(prop for prop in asked if ask.strength[prop] >= ASKED_RATHER)]
        if not asked and len(ask.types) == 1:
            asked = default_properties("edition", next(iter(ask.types)))
        if asked and asked[0] in PRIZES:
            return asked[0] if any(edition.known(asked[0]) for edition in editions) else ""
        return next((prop for prop in asked if all(edition.known(prop) for edition in editions)), "")


def _apart(ask: Ask) -> list[str]:
    """The records that are named, but for those whose names are parts of longer ones, and him whose name the festival has."""
    return [record for record in ask.named_but_eponym if not any(ask.named[record] < other for other in ask.named.values())]


def _is_name(ask: Ask, i: int) -> bool:
    """Whether a word that names nothing here is most likely a name."""
    meant = {mention.pattern.what for mention in ask.reading.mentions if i in mention.span}
    return "foreign" in meant or (i in ask.reading.capitals and meant <= {"slight", "function", "beyond"})
