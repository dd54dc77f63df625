"""Titles that have no record, and stand in what another one tells."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who directed Ayol qismati?", "festival-edition-2022.best_film"),
        ("Which award did In Between Dying win?", "festival-edition-2021.best_film"),
        ("«Ayol qismati» қандай жүлде алды?", "festival-edition-2022.best_film"),
        ("Что получил «Yıldız Tozu»?", "festival-edition-2023.best_film"),
        ("the Kyrgyz epic Kurmanjan Datka opened one of the Korkut Ata festivals, which one was it?", "festival-edition-2022.opening"),
        ("Who made The Chimp?", "person-aktan-arym-kubat.works"),
        ("Кто написал «Путь Абая»?", "person-mukhtar-auezov.works"),
    ],
)
def test_what_tells_of_a_title_is_told(knowledge: KnowledgeBase, question: str, told: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query or reply.long_query) == told


@pytest.mark.parametrize("question", ["How much did Ayol qismati earn?", "Сколько собрал «Yıldız Tozu»?"])
def test_what_no_record_tells_of_it_is_not(knowledge: KnowledgeBase, question: str) -> None:
    assert "festival-edition" not in str(knowledge.ask(Question(question)).query)


@pytest.mark.parametrize("question", ["Кто снял «Кадета»?", "Оскарға қай фильм жіберілді?"])
def test_a_form_of_another_name_or_word_is_no_title(knowledge: KnowledgeBase, question: str) -> None:
    assert not any(mention.what == "title" for mention in knowledge.explain(Question(question)).found)
