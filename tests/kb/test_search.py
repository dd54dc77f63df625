"""Names are found by their beginnings, in every spelling, and each letter costs little."""

from __future__ import annotations

from time import perf_counter

import pytest

from kb import LANGUAGES, KnowledgeBase, Language


def found(knowledge: KnowledgeBase, text: str, language: Language = "en", limit: int = 50) -> list[str]:
    return [hit.record for hit in knowledge.search(text, language, limit)]


@pytest.mark.parametrize(
    ("typed", "record"),
    [
        ("қай", "film-qaitadan"),
        ("Қайтаданның", "film-qaitadan"),
        ("qait", "film-qaitadan"),
        ("Кайтадана", "film-qaitadan"),
        ("Rfqnflfy", "film-qaitadan"),
        ("Qaitdan", "film-qaitadan"),
        ("Who directed Qaitadan?", "film-qaitadan"),
        ("самал есл", "person-samal-yeslyamova"),
        ("Yeslyamova Samal", "person-samal-yeslyamova"),
        ("memorandum iran", "agreement-kz-ir-2025"),
        ("ministry of culture", "org-mci"),
    ],
)
def test_a_name_is_found_as_it_is_typed(knowledge: KnowledgeBase, typed: str, record: str) -> None:
    assert found(knowledge, typed)[0] == record


def test_every_record_is_found_by_each_of_its_names(knowledge: KnowledgeBase) -> None:
    for record in knowledge.records():
        for language in LANGUAGES:
            assert record.id in found(knowledge, record.names.shown(language), language, 239), (record.id, language)


@pytest.mark.parametrize("typed", ["xyzzy", "Titanic", "?!", "Who is the best?"])
def test_what_no_name_has_finds_nothing(knowledge: KnowledgeBase, typed: str) -> None:
    assert found(knowledge, typed) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_for_an_empty_text_there_is_one_of_each_kind_in_turn(knowledge: KnowledgeBase, language: Language) -> None:
    hits = knowledge.search(" ", language, 8)
    assert len({hit.kind for hit in hits}) == 8
    assert all(hit.name and hit.summary for hit in hits)


def test_the_limit_holds(knowledge: KnowledgeBase) -> None:
    assert len(found(knowledge, "m", limit=3)) == 3
    assert len(found(knowledge, "", limit=3)) == 3


def test_a_letter_costs_little(knowledge: KnowledgeBase) -> None:
    typed = [word[:size] for word in ("қайтадан", "memorandum", "самал еслямова", "xyzzy foo bar") for size in range(1, len(word) + 1)]
    began = perf_counter()
    for text in typed:
        knowledge.search(text, "ru", 50)
    assert (perf_counter() - began) / len(typed) < 0.02
