"""What somebody is to a film or a body, told before his name, is not what is asked."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Глава ТЮРКСОЙ Раев из Казахстана?", "person-sultan-raev.country?country-kz"),
        ("Is TURKSOY's head Raev from Kazakhstan?", "person-sultan-raev.country?country-kz"),
        ("ТҮРКСОЙ-дың бас хатшысы Раев қырғызстандық па?", "person-sultan-raev.country?country-kg"),
        ("У кого учился режиссёр «Жоктау» Анартай?", "person-aruan-anartay.education+0"),
        ("Жоқтауды түсірген Аруан Анартай кімдерден дәріс алған?", "person-aruan-anartay.education"),
    ],
)
def test_he_is_asked_about_and_not_his_film_or_body(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize("question", ["Режиссёр Айки Дворцевой?", "Is the director of Ayka Dvortsevoy?"])
def test_the_role_alone_is_what_is_asked(knowledge: KnowledgeBase, question: str) -> None:
    assert str(knowledge.ask(Question(question)).query).startswith("film-ayka.director")


def test_who_somebody_is_at_a_body_is_asked_of_him(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("who's Әділет Омаров at the State Center?")).records[0] == "person-adilet-omarov"


@pytest.mark.parametrize("question", ["мине доган за какую картину наградили на коркыт ата?", "For which film was Mine Dogan awarded at Korkyt Ata?"])
def test_at_the_festival_of_no_year_it_is_told_what_somebody_won(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "person-mine-dogan.awards"


@pytest.mark.parametrize("prop", ["budget", "runtime"])
def test_a_long_title_leaves_what_is_asked_of_it(knowledge: KnowledgeBase, prop: str) -> None:
    reply = knowledge.ask(Question(f"what is the {prop} of As High as the Pamir Mountains?"))
    assert reply.kind == "unknown" and reply.records[:1] == ("film-pamir",)


@pytest.mark.parametrize("question", ["Slovo Abaya, which country made that documentary", "Какая страна сняла «Слово Абая»?"])
def test_which_country_made_a_film_is_no_question_of_its_director(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "film-abay-sozi.country"


@pytest.mark.parametrize("question", ["what is the budget of the film about Auezov and Qodiri?", "какой бюджет у фильма про Ауэзова и Кадыри?"])
def test_whom_a_film_is_about_tells_only_which_film_is_meant(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "unknown" and reply.records[:1] == ("film-pamir",)


@pytest.mark.parametrize(
    "question", ["Жанана Курмашева, кто она и что сняла?", "Жанана Құрмашева кім және не түсірді?", "Who is Zhanana Kurmasheva and what did she make?"]
)
def test_who_somebody_is_and_what_he_made_are_both_told(knowledge: KnowledgeBase, question: str) -> None:
    text = knowledge.ask(Question(question)).text.casefold()
    assert any(role in text for role in ("режиссёр", "режиссері", "director"))
    assert any(title in text for title in ("we live here", "мы здесь живём"))
