"""The countries of the festival: which, how many, and whether one is among them."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

ALL = [
    "which countries came to the festival?",
    "how many countries are at the festival",
    "какие страны приехали на фестиваль",
    "сколько стран на фестивале",
    "фестивальге қай елдер келді",
    "фестивальге неше мемлекет қатысты",
    "how many countries took part",
    "какие страны участвовали",
    "сколько государств участвовало",
    "неше ел қатысты",
    "қай мемлекеттер қатысты",
]
NOT_THERE = [
    "is China in the festival?",
    "does Belarus take part in the festival?",
    "участвует ли Китай в фестивале?",
    "Беларусь участвовала в фестивале?",
    "Қытай фестивальге қатыса ма?",
    "Беларусь фестивальге келді ме?",
    "did Russia take part",
    "Россия участвовала?",
    "Ресей қатысты ма",
]
THERE = ["is Azerbaijan in the festival?", "участвует ли Азербайджан в фестивале?", "Әзербайжан фестивальге қатыса ма?"]
THERE += ["did Hungary take part", "Венгрия участвовала?", "Мажарстан қатысты ма"]
HELD = ["was the festival in Turkey?", "был ли фестиваль в Турции?", "фестиваль Түркияда болды ма?"]


@pytest.mark.parametrize("question", ALL)
def test_the_countries_of_the_newest_festival_are_told(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "festival-edition-2025.country"


@pytest.mark.parametrize("question", NOT_THERE)
def test_no_is_said_of_a_country_that_takes_no_part(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.records == ("festival-edition-2025",)
    assert reply.text.startswith(("No.", "Нет.", "Жоқ."))


@pytest.mark.parametrize("question", THERE)
def test_yes_is_said_of_one_that_does(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).text.startswith(("Yes.", "Да.", "Иә."))


@pytest.mark.parametrize("question", HELD)
def test_where_the_festival_was_is_not_who_took_part(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "festival-korkyt-ata.city?country-tr"


OF_2024 = ["which countries were at the 2024 festival?", "какие страны были на фестивале 2024?", "2024 жылғы фестивальде қандай елдер болды?"]


@pytest.mark.parametrize("question", OF_2024)
def test_that_they_are_not_known_is_said_of_that_year(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.kind, reply.records) == ("unknown", ("festival-edition-2024",))


# A country at one festival: by the list of the countries, or else by what is told of it there.
AT_ONE = [
    ("Did Belarus take part in the festival in Aktau?", "festival-edition-2025.country?country-by", "No."),
    ("Участвовала ли Турция в пятом фестивале?", "festival-edition-2025.country?country-tr", "Да."),
    ("Грузия Ақтау фестиваліне қатысты ма?", "festival-edition-2025.country?country-ge", "Жоқ."),
    ("Did Kazakhstan take part in the Baku festival?", "festival-edition-2023.awards", "At"),
    ("Участвовал ли Казахстан в фестивале в Ашхабаде?", "festival-edition-2024.awards", "Призы"),
    ("Бурса фестиваліне Өзбекстан қатысты ма?", "festival-edition-2022.best_film", "2022"),
    ("Did Turkmenistan take part in 2023?", "festival-edition-2023.best_actor", "The"),
    ("Did Hungary take part in the second festival?", "country-hu.0", "Hungary"),
]
NOT_TOLD = [
    "Did Kyrgyzstan take part in the Baku festival?",
    "Участвовал ли Узбекистан в фестивале 2023 года?",
    "Баку фестиваліне Грузия қатысты ма?",
]


@pytest.mark.parametrize(("question", "query", "first"), AT_ONE)
def test_a_country_at_one_festival_is_judged_by_those_that_were_there(knowledge: KnowledgeBase, question: str, query: str, first: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query, reply.text.split()[0]) == (query, first)


@pytest.mark.parametrize("question", NOT_TOLD)
def test_that_it_is_not_known_is_said_of_a_country_there(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.kind, reply.records) == ("unknown", ("festival-edition-2023",))


@pytest.mark.parametrize(
    "question", ["Did Kazakhstan take part in every festival?", "Были ли переговоры с Грузией в 2024 году?", "Did Hungary join TURKSOY in 2023?"]
)
def test_other_questions_are_not_judged_by_one_festival(knowledge: KnowledgeBase, question: str) -> None:
    assert not (knowledge.ask(Question(question)).query or "").startswith("festival-edition")


@pytest.mark.parametrize("question", ["how many countries took part", "сколько стран участвовало", "неше ел қатысты"])
def test_after_a_film_it_is_asked_of_that(knowledge: KnowledgeBase, question: str) -> None:
    assert "festival-edition-2025" not in knowledge.ask(Question(question, context="film-ayka.country")).records
