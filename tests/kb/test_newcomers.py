"""Firsts and superlatives of countries and places: the newcomer of a festival, the chief place of pilgrims."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

NEW = [
    "какая страна впервые приехала на Коркыт Ата",
    "кто из стран дебютировал в Актау",
    "какая страна в Актау участвовала первый раз",
    "the newest country at the Aktau festival",
    "which nation debuted at Korkyt Ata",
    "which country was new at Korkyt Ata in 2025",
    "2025 жылы фестивальге тұңғыш келген мемлекет",
    "Ақтауда қай мемлекет бірінші рет қатысты",
    "which country took part for the first time",
    "какая страна впервые участвовала",
    "қай ел тұңғыш рет қатысты",
]
NO_NEWCOMER = [
    "which new country film won in Aktau",
    "which country came to Korkyt Ata for the first time in 2024",
    "какие страны участвовали в Актау",
    "Ақтауда неше ел болды",
    "which country joined TURKSOY first",
]
PILGRIMS = [
    "самый священный город Казахстана",
    "город номер один для паломников",
    "holiest place in the country",
    "the number one town for pilgrims in Kazakhstan",
    "Қазақстандағы ең киелі қала қайсы",
]


@pytest.mark.parametrize("question", NEW)
def test_the_newcomer_is_told(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).records == ("country-hu",)


@pytest.mark.parametrize("question", NO_NEWCOMER)
def test_what_asks_for_no_newcomer_is_not_answered_with_one(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).records != ("country-hu",)


@pytest.mark.parametrize("question", PILGRIMS)
def test_the_chief_place_is_told(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).records[0] == "place-turkistan"
