"""«How many»: what is counted is just what is asked, or the answer is an honest no."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

OURS = (
    "Ақтау конкурсында өзіміздің неше кино болды",
    "how many of ours competed in Aktau",
    "наших в конкурсе сколько было",
    "сколько отечественных фильмов было в конкурсе Актау",
)
OUR_PRIZES = "award-2025-best-director~award-2025-cinema-center~award-2025-doc-1~award-2025-turksoy-contribution"
COUNTED = [
    ("Сколько людей входило в жюри Актау?", "festival-edition-2025.jury"),
    ("how many people sat on the jury?", "festival-edition-2025.jury"),
    ("How many judges evaluated the films?", "festival-edition-2025.jury"),
    ("Қазылар алқасында қанша адам отырды?", "festival-edition-2025.jury"),
    ("How many documentaries were awarded in Aktau?", "festival-edition-2025.best_documentary"),
    ("Сколько документальных фильмов наградили в Актау?", "festival-edition-2025.best_documentary"),
    ("How many Uzbek films were shown in Aktau?", "count:film:country-uz~festival-edition-2025"),
    ("Сколько казахстанских картин показали в Актау?", "count:film:country-kz~festival-edition-2025"),
    ("Ақтауда неше қырғыз фильмі көрсетілді?", "count:film:country-kg~festival-edition-2025"),
    ("How many Turkish shorts were shown in Aktau?", "film-babamin-arkadasi~film-bir-ahiska-hikayesi"),
    ("How many memorandums are there with Uzbekistan?", "agreement-kz-uz-2021~agreement-kz-uz-2025"),
    ("Сколько меморандумов есть с Узбекистаном?", "agreement-kz-uz-2021~agreement-kz-uz-2025"),
    ("Өзбекстанмен неше меморандум бар?", "agreement-kz-uz-2021~agreement-kz-uz-2025"),
    # Of every festival, not of the newest one.
    ("how many cities has the festival been to", "festival-korkyt-ata.city"),
    ("фестиваль неше қалада өтті", "festival-korkyt-ata.city"),
    ("How many cities have hosted it?", "festival-korkyt-ata.city"),
    # Those of Kazakhstan, where «our» says whose.
    *((question, "film-eva-batyr-qyz~film-gingerbread~film-joqtau~film-we-live-here") for question in OURS),
    ("какие наши фильмы были в конкурсе в Актау", "film-we-live-here~film-gingerbread~film-joqtau~film-eva-batyr-qyz"),
    ("біз Ақтауда неше жүлде алдық", OUR_PRIZES),
    ("how many prizes did we win in Aktau", OUR_PRIZES),
    ("сколько призов взяли наши в Актау", OUR_PRIZES),
    ("сколько наших документалок в Актау победило", "film-gingerbread"),
    ("Әзербайжанның неше фильмі жүлделі болды Ақтауда", "count:film:country-az~festival-edition-2025"),
    ("біздің фильмдерден қайсысы бас жүлде алды Ақтауда", "festival-edition-2025.best_film"),
    # Of a country's prizes only those that films got.
    ("казахстанские фильмы сколько призов взяли в Актау", "award-2025-best-director~award-2025-doc-1"),
    ("отандық фильмдер неше жүлде алды Ақтауда", "award-2025-best-director~award-2025-doc-1"),
    ("how many awards did Kyrgyz films take in Aktau", "award-2025-best-film~award-2025-doc-jury~award-2025-mention"),
    # Nothing narrows them: the festival tells its number.
    ("How many films were shown in Aktau?", "festival-edition-2025.films_count"),
    ("сколько гостей приехало в Актау?", "festival-edition-2025.participants"),
    ("Бакуге қанша қонақ келді?", "festival-edition-2023.participants"),
    ("на сколько лет программа с Россией?", "agreement-kz-ru-2024.period"),
]

UNCOUNTED = [
    "How many films by women directors do you have?",
    "Сколько фильмов снято женщинами?",
    "How many people were on the jury in Baku?",
    "How many directors came to Aktau?",
    "Сколько режиссёров приехало в Актау?",
    "Ақтауға неше режиссер келді?",
    "Сколько залов у сети Kinopark?",
    # Who came, where it is and when it was are no numbers, and a date is none either.
    "how many guests came to Ashgabat in 2024?",
    "сколько гостей приехало в Ашхабад в 2024 году?",
    "Ашғабатқа қанша қонақ келді?",
    "Достық үйінде қанша орын бар?",
    "Сколько собрала «Победителей видно на старте» в прокате?",
    "сколько заявок пришло на конкурс 2026?",
    "2026 жылғы питчингке неше өтінім түсті?",
    # How long a paper is valid is not told by which papers there are.
    "на сколько лет подписан меморандум с Узбекистаном?",
    "Әзербайжанмен келісім қанша жылға жасалған?",
    # The films of a studio are not those of one director.
    "сколько фильмов снял «Казахфильм» за всю историю?",
]


@pytest.mark.parametrize(("question", "query"), COUNTED)
def test_what_is_counted_is_what_is_asked(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "answer"
    assert (reply.query or reply.long_query) == query


@pytest.mark.parametrize("question", UNCOUNTED)
def test_the_number_of_something_else_is_no_answer(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


IN_ALL = [
    ("how many treaties are there in total?", 17),
    ("сколько всего договоров", 17),
    ("жалпы қанша келісім бар", 17),
    ("how many memorandums in all?", 10),
    ("сколько всего меморандумов", 10),
    ("барлығы қанша меморандум бар", 10),
]


@pytest.mark.parametrize(("question", "count"), IN_ALL)
def test_all_papers_are_counted_and_not_those_of_one_festival(knowledge: KnowledgeBase, question: str, count: int) -> None:
    assert len(knowledge.ask(Question(question)).records) == count


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("how many editions had there been by 2024?", "festival-edition-2024.editions"),
        ("сколько раз проводили Коркыт Ата к 2023 году", "festival-edition-2023.editions"),
        ("2023 жылға дейін Қорқыт ата неше рет өтті", "festival-edition-2023.editions"),
        ("how many times has Korkyt Ata been held?", "festival-korkyt-ata.editions"),
    ],
)
def test_festivals_are_counted_up_to_a_year(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    "question",
    [
        "how many prizes for feature films did they hand out in Aktau",
        "how many feature prizes were there in Aktau?",
        "сколько всего наград вручили на фестивале 2025 года",
        "Ақтауда неше жүлде тапсырылды",
    ],
)
def test_the_prizes_of_a_festival_are_counted(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "jury-2025.0"


def test_the_prizes_of_a_film_are_its_own(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("how many prizes did Joqtau win")).query == "film-joqtau.awards"


@pytest.mark.parametrize(
    "question",
    [
        "number of prizes that films of Kazakhstan took in five years",
        "how many festivals have Kazakh films been to in 5 years?",
        "сколько наград взяли казахские картины за пять лет?",
        "на скольких фестивалях побывали фильмы Казахстана за 5 лет?",
        "қазақ киносы бес жылда қанша жүлде алды?",
        "5 жылда қазақ фильмдері неше фестивальде болды?",
    ],
)
def test_prizes_over_several_years_are_told_by_who_counted_them(knowledge: KnowledgeBase, question: str) -> None:
    assert "177" in knowledge.ask(Question(question)).lead


@pytest.mark.parametrize(
    "question",
    [
        "how many awards went to features and how many to documentaries in Aktau?",
        "сколько призов раздали документальным фильмам в Актау?",
        "Ақтауда көркем фильмдерге қанша, деректіге қанша жүлде берілді?",
    ],
)
def test_prizes_of_two_sorts_of_films_are_counted(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "jury-2025.0"


@pytest.mark.parametrize(
    "question", ["how many festivals were held in five years?", "сколько призов взял Казахстан в Актау?", "Қазақстан 2025 жылы неше жүлде алды?"]
)
def test_what_is_counted_else_is_not_of_several_years(knowledge: KnowledgeBase, question: str) -> None:
    assert "177" not in knowledge.ask(Question(question)).lead
