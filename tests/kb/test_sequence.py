"""What came before or after something."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

TOLD = [
    # The capital before and after.
    ("Which city becomes the capital after Aktau?", "event-capital-2026.city"),
    ("Какая столица будет после Актау?", "event-capital-2026.city"),
    ("Ақтаудан кейінгі астана қай қала?", "event-capital-2026.city"),
    ("Which city was the capital before Andijan?", "event-capital-2025.city"),
    ("какой город был столицей перед Актау?", "event-capital-2025.city"),
    # What somebody made before a film, and what he won before a festival.
    ("Алина Мустафина пряникке дейін не түсірді", "person-alina-mustafina.works"),
    ("What had Aktan Arym Kubat shot before Black Red Yellow?", "person-aktan-arym-kubat.works"),
    ("Анартай Ақтаудан бұрын режиссура үшін бірдеңе алған ба", "film-joqtau.awards"),
    ("Мустафина до Пряников что-нибудь выигрывала", "person-alina-mustafina.awards"),
    ("что было у Дворцевого до Айки", "person-sergey-dvortsevoy.works"),
    ("Еслямова Айкаға дейін қай киноға түсті", "person-samal-yeslyamova.works"),
    ("did Yeslyamova win anything before Aktau", "person-samal-yeslyamova.awards"),
    # That of a year, whether it has a record of its own or is told by another's.
    ("кто был культурной столицей в 2025", "event-capital-2025.city"),
    ("2023 жылы түркі әлемінің мәдени астанасы қай қала болды", "event-capital-2026.2"),
    ("какой город был культурной столицей тюркского мира в 2022", "event-capital-2026.2"),
    ("which city was the turkic cultural capital in 2024", "event-capital-2025.city"),
    # All of them, or those of a country.
    ("Which cities have been cultural capitals of the Turkic world?", "event-capital-2026.2"),
    ("Which Kazakh cities have been cultural capitals of the Turkic world?", "event-capital-2025.1"),
    ("Какие казахстанские города были культурными столицами?", "event-capital-2025.1"),
    ("Қазақстанда бұған дейін мәдени астана болған қалалар қайсы?", "event-capital-2025.1"),
    ("Какие города Узбекистана были культурными столицами тюркского мира?", "event-capital-2026.city"),
    # A prize of the festival before or after a city.
    ("Who was best actor after Bursa?", "festival-edition-2023.best_actor"),
    ("Кто лучший режиссёр после Ашхабада?", "festival-edition-2025.best_director"),
    ("Стамбулдан кейін үздік актер кім болды?", "festival-edition-2022.best_actor"),
    ("сколько фильмов показали на фестивале после Бурсы?", "festival-edition-2023.films_count"),
    ("Who was best actor before 2024?", "festival-edition-2022~festival-edition-2023.best_actor"),
    ("кто был лучшим актёром до 2024 года?", "festival-edition-2022~festival-edition-2023.best_actor"),
    # The festival before a city, called by its name.
    ("Where was the last Korkyt Ata before Aktau?", "festival-edition-2024.city"),
    ("Где проходил Коркыт Ата перед Баку?", "festival-edition-2022.city"),
    ("Ақтаудың алдындағы Қорқыт ата қай жерде өткен?", "festival-edition-2024.city"),
    # All festivals before or after one.
    ("How many festivals were there before Baku?", "festival-edition-2021~festival-edition-2022"),
    ("сколько фестивалей прошло после Баку?", "festival-edition-2024~festival-edition-2025"),
    ("Бакуге дейін неше фестиваль өтті?", "festival-edition-2021~festival-edition-2022"),
    ("Бакуге дейінгі фестивальдер", "festival-edition-2021~festival-edition-2022"),
    ("какие фестивали были до 2023 года?", "festival-edition-2021~festival-edition-2022"),
    # What was signed before or after one.
    ("What was signed after the Aktau festival?", "agreement-turksoy-42~agreement-kz-ir-2025"),
    ("Что подписали после фестиваля в Актау?", "agreement-turksoy-42~agreement-kz-ir-2025"),
    ("Ақтаудағы фестивальден кейін қандай меморандумға қол қойылды?", "agreement-kz-ir-2025"),
]

UNTOLD = [
    "Who was best director before 2021?",
    "кто был лучшим режиссёром до 2021 года?",
    "Which capital came after Bursa?",
    "Which city will be the capital after Andijan?",
    "2021 жылы мәдени астана қай қала болды",
    "какая столица была после Шуши?",
    "Бурсадан кейін қай қала астана болды?",
    "what was signed after the Cannes festival?",
    "что подписали после Каннского фестиваля?",
    "Канн фестивалінен кейін неге қол қойылды?",
]


@pytest.mark.parametrize(("question", "query"), TOLD)
def test_what_came_before_or_after_is_told(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query or reply.long_query) == query


@pytest.mark.parametrize("question", UNTOLD)
def test_what_the_base_does_not_order_is_not_answered(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(
    "question", ["Анаудан кейін мәдени астана кім болды", "Кто был культурной столицей после Анау", "Which capital of culture came after Anau?"]
)
def test_a_capital_after_one_without_a_record_is_told_by_the_next(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "event-capital-2025.city"


@pytest.mark.parametrize(
    ("city", "question", "query"),
    [
        ("place-anau", "what came after?", "event-capital-2025.city"),
        ("place-aktau", "и что после?", "event-capital-2026.city"),
        ("place-aktau.what", "одан кейін ше", "event-capital-2026.city"),
        ("place-andijan", "а какой город был до него?", "event-capital-2025.city"),
    ],
)
def test_the_capital_before_or_after_the_city_of_the_chat_is_told(knowledge: KnowledgeBase, city: str, question: str, query: str) -> None:
    assert knowledge.ask(Question(question, context=city)).query == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("which city takes over from Aktau as cultural capital", "event-capital-2026.city"),
        ("who gets the culture capital title next after Aktau", "event-capital-2026.city"),
        ("кто перенял титул у Актау", "event-capital-2026.city"),
        ("кому Актау отдал титул", "event-capital-2026.city"),
        ("Ақтау атақты кімге табыстады", "event-capital-2026.city"),
        ("Ақтаудан атақты қай қала алды", "event-capital-2026.city"),
        ("from whom did Aktau take over the title", "event-capital-2025.city"),
        ("кто передал Актау титул", "event-capital-2025.city"),
        ("what title did Aktau get in 2025", "event-capital-2025.city"),
        ("what prize did Kitap get in Aktau", "film-kitap.awards"),
    ],
)
def test_a_title_that_is_handed_on_is_told_by_the_capital(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query
