"""What was in a month or a year."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

TOLD = [
    ("What happened in November 2022?", "festival-edition-2022~summit-2022~agreement-kz-fr-2022"),
    ("что произошло в ноябре 2022 года?", "festival-edition-2022~summit-2022~agreement-kz-fr-2022"),
    ("2022 жылғы қарашада не болды?", "festival-edition-2022~summit-2022~agreement-kz-fr-2022"),
    ("What took place in Aktau in April 2025?", "event-capital-2025"),
    ("какие события были в ноябре 2022?", "festival-edition-2022~summit-2022~agreement-kz-fr-2022"),
    ("What happened in the autumn of 2022?", "festival-edition-2022~summit-2022~agreement-kz-fr-2022"),
    ("что было осенью 2022 года?", "festival-edition-2022~summit-2022~agreement-kz-fr-2022"),
    ("2022 жылдың күзінде не болды?", "festival-edition-2022~summit-2022~agreement-kz-fr-2022"),
    ("What happened in the fall of 2022?", "festival-edition-2022~summit-2022~agreement-kz-fr-2022"),
    ("What happened in winter 2024?", "agreement-kz-cn-2024-talks"),
    ("что было зимой 2024 года?", "agreement-kz-cn-2024-talks"),
    ("2024 жылдың қысында не болды?", "agreement-kz-cn-2024-talks"),
    ("what was signed in spring 2024?", "agreement-kz-fr-2024~agreement-kz-ge-2024~agreement-kz-ru-2024"),
    ("что подписали весной 2024 года?", "agreement-kz-fr-2024~agreement-kz-ge-2024~agreement-kz-ru-2024"),
    ("2024 жылғы көктемде қандай құжаттарға қол қойылды?", "agreement-kz-fr-2024~agreement-kz-ge-2024~agreement-kz-ru-2024"),
    ("Which films came out in autumn 2025?", "film-black-red-yellow~film-qaitadan"),
    ("какие фильмы вышли осенью 2025 года?", "film-black-red-yellow~film-qaitadan"),
    ("2025 жылғы күзде қандай фильмдер шықты?", "film-black-red-yellow~film-qaitadan"),
    ("Что было в Бишкеке в мае 2024 года?", "agreement-kz-kg-film-days"),
    ("what happened in Ashgabat in 2024?", "festival-edition-2024~summit-2024~film-kitap"),
    ("What was signed in November 2022?", "agreement-kz-fr-2022"),
    ("What is planned for 2026?", "event-capital-2026~agreement-kz-kg-film-days"),
    ("что будет в 2026 году?", "event-capital-2026~agreement-kz-kg-film-days"),
    ("2026 жылы не болады?", "event-capital-2026~agreement-kz-kg-film-days"),
    ("что подписали в июле 2025 года?", "agreement-turkic-protocol-2025"),
    ("2025 жылғы желтоқсанда неге қол қойылды?", "agreement-kz-ir-2025"),
    ("what did Kazakhstan sign in May 2024?", "agreement-kz-fr-2024~agreement-kz-ge-2024"),
    ("Какие документы о кино Казахстан подписал в 2024 году?", "agreement-kz-fr-2024~agreement-kz-ge-2024~agreement-kz-ru-2024"),
    ("2024 жылы Қазақстан киноға қатысты қандай құжаттарға қол қойды?", "agreement-kz-fr-2024~agreement-kz-ge-2024~agreement-kz-ru-2024"),
    ("какие документы о кино подписаны в 2023 году?", "agreement-kz-sakha-2023"),
    ("Which films came out in January 2025?", "film-cadet.release"),
    ("какие фильмы вышли в январе 2025 года?", "film-cadet.release"),
    ("2025 жылғы қаңтарда қандай фильм шықты?", "film-cadet.release"),
]

UNTOLD = [
    "Какие документы о кино подписаны в 2020 году?",
    "What happened in March 2020?",
    "What happened in February 2026?",
    "Что случилось в феврале 2026 года?",
    "2026 жылғы ақпанда не болды?",
    "what happened between 2021 and 2023?",
    "что будет в ноябре 2027 года?",
    "what's happening in October 2026?",
    "что произошло в январе 2019 года?",
    "2020 жылғы маусымда не болды?",
    "What was signed in Ankara in October 2025?",
    "что подписали в Анкаре в 2025 году?",
    "2025 жылы Анкарада неге қол қойылды?",
    "What did Kazakhstan sign in 2020?",
    "Что Казахстан подписал в 2017 году?",
    "Қазақстан 2017 жылы қандай құжатқа қол қойды?",
    "Which films came out in June 2023?",
]


@pytest.mark.parametrize(("question", "query"), TOLD)
def test_what_was_then_is_told(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query or reply.long_query) == query


@pytest.mark.parametrize("question", UNTOLD)
def test_when_nothing_was_then_this_is_said(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(
    "question", ["дни казахстанского кино когда были?", "When were the days of Kazakh cinema abroad?", "Қазақ киносының күндері қашан өтті?"]
)
def test_when_film_days_were_is_told_of_all_of_them(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert set(reply.records) == {"agreement-kz-kg-film-days", "agreement-kz-tj-film-days", "agreement-kz-uz-film-days"}


@pytest.mark.parametrize(
    "question",
    [
        "когда были дни казахстанского кино в Бишкеке?",
        "kogda byli dni kazahstanskogo kino v bishkeke v 2025",
        "When were the Kazakh film days in Bishkek?",
        "Бішкекте қазақ кино күндері қашан болды?",
    ],
)
def test_when_film_days_were_in_a_city_is_told_by_their_dates(knowledge: KnowledgeBase, question: str) -> None:
    assert (knowledge.ask(Question(question)).query or "").startswith("agreement-kz-kg-film-days.dates")


def test_two_digits_after_a_month_are_a_year(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("Кто победил в октябре 25-го в Актау?")).query == "festival-edition-2025.best_film"
