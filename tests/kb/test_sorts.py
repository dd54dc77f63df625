"""A question for somebody, a place, a building or a time is told by a text that tells one."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question
from kb.understand.evidence import Evidence
from kb.understand.sorts import told_by

TEXTS = [
    ("The memorandum with Georgia was signed on 18 May 2024.", {"when"}),
    ("The programme with Russia covers culture in general; film is one part of it.", set()),
    ("The rebate is open to a foreign legal entity under a contract.", {"who"}),
    ("“In Kazakhstan” is a drama.", set()),
    ("The director of “Qash” is Aisultan Seitov.", {"who", "where"}),
    ("The Days of Uzbek cinema showed “Meros”.", {"who"}),
    ("It opened with “Time of Heroes”.", {"film"}),
    ("They got the “Crane” statuette.", set()),
    ("The main hall of the festival of 2025 was in Aktau.", {"where", "who"}),
    ("The Days of Kazakh cinema were held at the Navoi film palace in Tashkent.", {"who", "where", "venue"}),
    ("The contribution awards went to Baku Media Center and TRT.", {"who", "where"}),
]


@pytest.mark.parametrize(("text", "sorts"), TEXTS)
def test_what_a_text_tells(text: str, sorts: set[str]) -> None:
    assert set(told_by(text, ())) == sorts


def test_a_fact_tells_what_it_refers_to() -> None:
    assert list(told_by("It was made jointly.", ["country", "film"])) == ["who", "where", "film"]


# A noun beside «which» asks like a question word: for a building, which the city alone does not tell.
BUILDINGS = [
    ("в каком музее Бишкека показывали казахское кино в 2024", "agreement-kz-kg-film-days.1"),
    ("в каком здании вручали призы в Стамбуле 2021", "event-closing-2021.venue"),
    ("2021 жылы Стамбұлда марапаттау қай орталықта болды?", "event-closing-2021.venue"),
    ("what building hosted the prize giving in Istanbul in 2021?", "event-closing-2021.venue"),
    ("в каком дворце был приём на первом Коркыт Ата?", "event-opening-2021.venue"),
    ("алғашқы Қорқыт атаның қабылдауы қандай сарайда өтті?", "event-opening-2021.venue"),
    ("2025 тамызда Бішкекте қай кинотеатрда көрсетті біздің фильмдерді", "agreement-kz-kg-film-days.2"),
]


@pytest.mark.parametrize(("question", "query"), BUILDINGS)
def test_a_building_is_told(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert (knowledge.ask(Question(question)).query or "").startswith(query)


def test_without_sorts_some_of_it_is_told_by_what_tells_no_building(knowledge: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Evidence, "lacks_sort", lambda *_: False)
    assert not all((knowledge.ask(Question(question)).query or "").startswith(query) for question, query in BUILDINGS)


# «When» beside another question tells at what time; what somebody takes over has a date of its own; who hands a prize over does not get it.
TOLD = [
    ("which president was visiting when they showed our movies in Bishkek last summer?", "agreement-kz-kg-film-days"),
    ("on which date did Satybaldy take over Kazakhfilm?", "person-azamat-satybaldy.post_since"),
    ("какого числа Сатыбалды возглавил Казахфильм?", "person-azamat-satybaldy.post_since"),
    ("Сатыбалды Қазақфильмге қай күні басшы болды?", "person-azamat-satybaldy.post_since"),
    ("what month did Cadet come out at home?", "film-cadet.release"),
    ("who handed over the top prize in Baku?", "festival-edition-2023.closing"),
    ("кто вручал главный приз в Баку?", "festival-edition-2023.closing"),
    ("Бакуде бас жүлдені кім тапсырды?", "event-closing-2023.closing"),
    ("Маңғыстаудан қандай көлік дәліздері өтеді?", "place-mangystau.0"),
    ("where did they hold uzbek cinema days in 2021, city?", "agreement-kz-uz-2021.signed_at"),
    ("what two films did Uzbeks and us plan in 2021?", "agreement-kz-uz-2021.2"),
    ("2021 өзбектермен қандай екі фильм жоспарланды?", "agreement-kz-uz-2021.2"),
    ("in the 2021 docs contest who came out on top?", "festival-edition-2021.best_documentary"),
]


@pytest.mark.parametrize(("question", "query"), TOLD)
def test_what_is_asked_is_told(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert (knowledge.ask(Question(question)).query or "").startswith(query)


@pytest.mark.parametrize(
    "question",
    [
        "what got planned with the Chinese in feb 2024 besides the cultural centre?",
        "қытайлармен 2024 ақпанда орталықтан басқа не жоспарланды?",
    ],
)
def test_what_is_known_already_is_not_told_again(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query != "agreement-kz-cn-2024-talks.0"


# A ceremony of which no film is told, and a premiere or a building of which no time is.
UNTOLD = [
    "which film opened the Baku edition in 2023?",
    "каким фильмом открылся фестиваль в Ашхабаде?",
    "Бакудегі фестиваль қай фильммен ашылды?",
    "Качкын қай жылы шықты?",
    "Достық үйі қай жылы салынған?",
]
OPENED = [
    ("which movie kicked off the festival in Bursa?", "festival-edition-2022.opening"),
    ("каким фильмом открывали фестиваль в Бурсе?", "festival-edition-2022.opening"),
    ("Ақтаудағы фестивальді қай фильм ашты?", "festival-edition-2025.opening"),
]


@pytest.mark.parametrize("question", UNTOLD)
def test_what_tells_no_film_or_time_is_no_answer(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(("question", "query"), OPENED)
def test_which_film_opened_a_festival_is_told(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query
