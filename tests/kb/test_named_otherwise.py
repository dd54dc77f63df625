"""What a question names in words of its own: a numbered festival, a country's film body, a prize, a place by what it is, a head by who came after."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("5-ші Қорқыт атаны кім ұйымдастырды", "festival-edition-2025.organisers"),
        ("4-ші «Қорқыт ата» фестивалінде кім жеңді?", "festival-edition-2024.best_film"),
        ("1-й Коркыт Ата, кто организатор?", "festival-edition-2021.organisers"),
        ("2ші Қорқыт ата қай қалада болды", "festival-edition-2022.city"),
    ],
)
def test_a_number_with_its_ending_is_that_of_a_festival(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert str(knowledge.ask(Question(question)).query).startswith(query)


@pytest.mark.parametrize(
    ("question", "country"),
    [
        ("как называется киноагентство узбеков", "uz"),
        ("кинокомпания Туркменистана", "tm"),
        ("түрікмендердің кино мекемесі қалай аталады", "tm"),
        ("киноструктура киргизов — что это?", "kg"),
    ],
)
def test_a_body_for_cinema_of_a_people_is_that_of_its_country(knowledge: KnowledgeBase, question: str, country: str) -> None:
    assert knowledge.ask(Question(question)).query == f"country-{country}.film_body"


@pytest.mark.parametrize(
    ("question", "award"),
    [
        ("кому дали специальное упоминание в Актау?", "mention"),
        ("who received the honourable mention in Aktau?", "mention"),
        ("кому достался приз за вклад в тюркскую культуру", "turksoy-contribution"),
        ("who took the State Center special prize?", "cinema-center"),
    ],
)
def test_a_prize_is_found_by_any_of_its_names(knowledge: KnowledgeBase, question: str, award: str) -> None:
    assert knowledge.ask(Question(question)).query == f"award-2025-{award}.winner"


@pytest.mark.parametrize(
    "question",
    [
        "какой город главное место паломничества в Казахстане",
        "which city is the main place of pilgrimage in Kazakhstan",
        "Қазақстандағы басты зиярат орны қай қала",
    ],
)
def test_a_place_is_found_by_what_it_is_told_to_be(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "place-turkistan.what"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("kto bil glavoi turksoy do raeva", "person-sultan-raev.predecessor"),
        ("kto rukovodil turksoem do raeva", "predecessor"),
        ("кто был директором GNFC до Блиадзе", "org-gnfc.predecessor"),
        ("Блиадзеге дейін Грузия кино орталығын кім басқарды", "org-gnfc.predecessor"),
    ],
)
def test_a_head_is_found_by_who_came_after(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert query in str(knowledge.ask(Question(question)).query)


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("how much did Qaitadan make", "film-qaitadan.box_office"),
        ("how much has the comedy Taptym-au seni brought?", "film-taptym-au-seni.box_office"),
        ("how much does Qaitadan cost", "film-qaitadan.budget"),
    ],
)
def test_what_a_film_makes_is_what_it_earns(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("what does the title «Жоқтау» mean in English?", "film-joqtau.name_meaning"),
        ("what is the English title of Жоқтау", "film-joqtau@en"),
        ("In which year is the film Abel set?", "film-abel.0"),
        ("Eurasia film festival, what is it exactly", "festival-eurasia"),
    ],
)
def test_a_word_beside_a_name_asks_what_it_asks_elsewhere(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    "question", ["sorry what is TURKSOY", "сәлем! what is TURKSOY", "sorry for the silly question but what is TURKSOY exactly", "извините а что такое ТЮРКСОЙ"]
)
def test_a_greeting_or_an_excuse_asks_for_nothing(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "org-turksoy.what"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("cheers, that's all i needed, bye!", "goodbye"),
        ("thanks, that's all I wanted to know", "thanks"),
        ("спасибо, вот и всё", "thanks"),
        ("рахмет, білгім келгені осы", "thanks"),
    ],
)
def test_who_has_all_that_he_needs_asks_for_nothing(knowledge: KnowledgeBase, question: str, said: str) -> None:
    assert knowledge.ask(Question(question)).smalltalk == said


@pytest.mark.parametrize(
    ("question", "award"),
    [
        ("which organisations were given the contribution award at the first Korkut Ata?", "2021-contribution"),
        ("кто получил спецприз жюри на третьем фестивале", "2023-jury-special"),
        ("who got the TURKSOY special prize in Baku?", "2023-turksoy-special"),
        ("кто получил спецприз жюри в Актау", "2025-jury-special"),
    ],
)
def test_a_prize_of_one_name_is_that_of_the_edition_that_is_told(knowledge: KnowledgeBase, question: str, award: str) -> None:
    assert knowledge.ask(Question(question)).query == f"award-{award}.winner"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("how many medals did the wrestler Kazhymukan win in his career", "person-kazhymukan.awards"),
        ("earlier films by the guy who made Black Red Yellow?", "person-aktan-arym-kubat.works"),
        ("in what year did the Kazakhfilm studio get Shaken Aimanov in its name?", "org-kazakhfilm.named_after"),
        ("was Gulnara Sarsenova the very first boss of the State Center", "org-cinema-center.predecessor"),
    ],
)
def test_a_word_for_somebody_says_who_is_asked_about(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    "question", ["Do Tulpan and Ayka have the same director?", "Тюльпан и Айка — у них один режиссёр?", "«Қызғалдақ» пен «Айканың» режиссері бір адам ба?"]
)
def test_whether_two_have_the_same_is_told_side_by_side(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "film-tulpan~film-ayka.director"


@pytest.mark.parametrize(
    ("question", "record"),
    [
        ("tell me about the horror drama Cadet", "film-cadet"),
        ("расскажи про комедию «Таптым-ау сені»", "film-taptym-au-seni"),
        ("tell me about the Korkyt Ata that was held in Bursa", "festival-edition-2022"),
    ],
)
def test_what_only_says_which_one_is_meant_asks_for_nothing(knowledge: KnowledgeBase, question: str, record: str) -> None:
    assert knowledge.ask(Question(question)).query == record
