"""What follows a list of a festival's films."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

ALL = ["Which films were shown in Aktau?", "Какие фильмы показали в Актау?", "Ақтауда қандай фильмдер көрсетілді?"]
DOCUMENTARIES = ["Which documentaries were shown in Aktau?", "Какие документалки показали в Актау?", "Ақтауда қандай деректі фильмдер көрсетілді?"]
WON = ["which of them won prizes?", "какие из них взяли призы?", "олардың қайсысы жүлде алды?"]
ELSEWHERE = [
    "which of them won prizes at other festivals?",
    "какие из них взяли призы на других фестивалях?",
    "олардың қайсысы басқа фестивальдерде жүлде алды?",
]
SHORTS = ["and the short films?", "а короткометражные?", "ал қысқаметражды фильмдер?"]


def _after(knowledge: KnowledgeBase, first: str, second: str) -> set[str]:
    return set(knowledge.ask(Question(second, None, knowledge.ask(Question(first)).in_chat)).records)


@pytest.mark.parametrize(("first", "second"), [*zip(ALL, WON, strict=True)])
def test_those_that_won_there_are_told(knowledge: KnowledgeBase, first: str, second: str) -> None:
    won = _after(knowledge, first, second)
    assert len(won) == 14 and won.isdisjoint({"film-qaitadan", "film-kazhymukan", "film-bahorni-quvib"})


@pytest.mark.parametrize(("first", "second"), [*zip(DOCUMENTARIES, WON, strict=True)])
def test_those_of_its_documentaries_are_told(knowledge: KnowledgeBase, first: str, second: str) -> None:
    won = _after(knowledge, first, second)
    assert len(won) == 6 and "film-we-live-here" not in won


@pytest.mark.parametrize(("first", "second"), [*zip(ALL, ELSEWHERE, strict=True)])
def test_prizes_of_other_festivals_are_not_left_out(knowledge: KnowledgeBase, first: str, second: str) -> None:
    assert len(_after(knowledge, first, second)) != 14


def test_of_films_of_no_festival_any_prize_is_told(knowledge: KnowledgeBase) -> None:
    assert {"film-ayka", "film-joqtau"} <= _after(knowledge, "Какие есть казахстанские фильмы?", "какие из них получили призы?")


@pytest.mark.parametrize(("first", "second"), [*zip(DOCUMENTARIES, SHORTS, strict=True)])
def test_films_of_another_type_are_those_of_the_festival(knowledge: KnowledgeBase, first: str, second: str) -> None:
    assert _after(knowledge, first, second) == {"film-babamin-arkadasi", "film-bir-ahiska-hikayesi"}
