"""Whether a paper covers something: «Входит ли в меморандум с Узбекистаном анимация?», «Does the memorandum with Türkiye include film tourism?»"""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import KAZAKHSTAN, Ask
from kb.understand.evidence import Evidence
from kb.understand.shapes.papers import papers_with
from kb.understand.word_lists import listed

# The sides of a paper, and what else can be named as its topic.
_SIDES, _TOPICS = ("country", "organisation"), ("person", "place")
# So many words at most tell what is claimed to be covered.
_FEW = 4


class Contents:
    """Recognises such claims."""

    def __init__(self) -> None:
        self._including, self._part = listed("including"), listed("part_of_paper")

    def covered(self, ask: Ask) -> Query | None:
        """What the paper covers that can be meant: the newest one that tells of the topic, else the newest."""
        said, last = ask.reading.listed, max(ask.kinds.get("agreement", ()), default=0)
        # «Is the memorandum part of a plan?» asks for no part of the paper.
        including = {i for i, word in enumerate(said) if word in self._including or (word in self._part and i < last)}
        if not ask.reading.yes_no or not including or ask.types or ask.kinds.keys() - {"agreement", "film", "country", "documentary", "organisation"}:
            return None
        if any(len(mention.pattern.value) == 2 for mention in ask.reading.of("foreign")) or ask.operations.keys() - {"about", "list"}:
            return None
        papers = self._papers(ask)
        sides = {i for named, kind in ask.named_kinds.items() if kind not in _TOPICS for i in ask.named[named]}
        told = sides | ask.kinds.get("agreement", set()) | including | ask.reading.years.keys()
        topic = [i for i in ask.telling if i not in told]
        if not papers or not 0 < len(topic) <= _FEW:
            return None
        # «Film tourism» is more than films.
        topic = [i for i in topic if i not in ask.of_kinds] or topic
        telling = (paper for paper in papers if any("scope" in paper.where.get(stem, ()) for i in topic for stem in ask.stems.get(i, ())))
        return Query("fact", (next(telling, papers[0]).id,), "scope")

    @staticmethod
    def _papers(ask: Ask) -> list[Evidence]:
        """The papers with all sides that are named, or the paper that is, of which it is known what they cover."""
        named = {record: kind for record, kind in ask.named_kinds.items() if record != KAZAKHSTAN and kind not in _TOPICS}
        papers = [record for record, kind in named.items() if kind == "agreement"]
        if "agreement" not in (*ask.kinds, *named.values()) or not named or len(papers) > 1 or set(named.values()) - {"agreement", *_SIDES}:
            return []
        found = [ask.of[paper] for paper in papers] or papers_with(ask, named)
        return [paper for paper in found if paper.known("scope")]
