"""The prizes and films of a country that won something."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

OF_AZERBAIJAN = {"film-belke-de", "film-nargin", "film-tagiyev-neft"}


@pytest.mark.parametrize(
    "question",
    [
        "Which Azerbaijani films won prizes in 2025?",
        "Какие азербайджанские фильмы получили призы в 2025 году?",
        "2025 жылы Әзербайжанның қай фильмдері жүлде алды?",
        "Which Azerbaijani films won prizes in Aktau?",
    ],
)
def test_films_of_a_country_that_won_in_a_year_are_listed(knowledge: KnowledgeBase, question: str) -> None:
    assert set(knowledge.ask(Question(question)).records) == OF_AZERBAIJAN


def test_a_festival_elsewhere_is_not_answered_by_all_of_the_year(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("Which Kazakh film took the grand prix in Seoul in 2025?")).records == ("film-kazhymukan",)


@pytest.mark.parametrize(
    "question", ["За какой фильм Дарежан Омирбаев получил приз за лучшую режиссуру в Актау?", "За какой фильм Никита Михалков получил приз в Актау?"]
)
def test_a_stranger_is_no_story_of_a_film(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize("question", ["В каком году Ауэзов получил Ленинскую премию?", "when did Auezov get the Lenin Prize?"])
def test_a_prize_that_only_a_fact_names_is_known(knowledge: KnowledgeBase, question: str) -> None:
    assert "1959" in knowledge.ask(Question(question)).text


@pytest.mark.parametrize(
    "question", ["Куда съехалось больше гостей: в Баку в 2023 или в Актау в 2025?", "Где было больше гостей — в Баку-2023 или в Актау-2025?"]
)
def test_where_there_were_more_guests_compares_their_numbers(knowledge: KnowledgeBase, question: str) -> None:
    assert "100" in knowledge.ask(Question(question)).text


@pytest.mark.parametrize(
    "question",
    [
        "За какой казахстанский фильм дали гран-при в Актау?",
        "Which Kazakh film won the grand prize in Aktau in 2025?",
        "Қазақстанның қай фильмі Ақтауда бас жүлдені алды?",
    ],
)
def test_a_main_prize_of_another_country_is_denied_with_who_won_it(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "unknown"
    assert "festival-edition-2025" in reply.records


def test_a_main_prize_of_the_country_is_told(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("Какой кыргызский фильм получил гран-при в Актау?")).query == "festival-edition-2025.best_film"


def test_a_prize_that_a_film_did_not_win_there_is_denied_with_what_it_won(knowledge: KnowledgeBase) -> None:
    reply = knowledge.ask(Question("Which prize did Qaitadan get in Cannes?"))
    assert reply.kind == "unknown"
    assert reply.lead.startswith("Qaitadan (Cannes)")
    assert any("Steppe" in told for told in reply.context)


def test_what_is_not_so_is_nothing_that_the_base_lacks(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("За какой казахстанский фильм дали гран-при в Актау?")).about == "untrue"
    assert knowledge.ask(Question("Which prize did Qaitadan get in Cannes?")).about == "base"


@pytest.mark.parametrize(
    "question", ["Did Kazakhstan win an Oscar?", "Получал ли Казахстан Оскар?", "бір қазақ фильмі Оскар алған ба?", "Did Astana win an Oscar?"]
)
def test_films_that_were_sent_to_the_oscars_are_not_told_to_have_won(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


def test_of_a_film_it_is_told_what_came_of_it_at_the_oscars(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("Did Cadet win an Oscar?")).query == "film-cadet.oscars"


@pytest.mark.parametrize(("question", "film"), [("What has Gingerbread for Her Dad won?", "film-gingerbread"), ("Что выиграл «Качкын»?", "film-kachkyn")])
def test_what_a_film_won_is_told_by_all_its_prizes(knowledge: KnowledgeBase, question: str, film: str) -> None:
    assert knowledge.ask(Question(question)).query == f"{film}.awards"


@pytest.mark.parametrize(
    ("question", "prizes"),
    [
        ("What did Hungary win?", {"doc-3"}),
        ("what did the Turks take home from Aktau", {"best-actress", "doc-jury", "turksoy-special"}),
        ("Что выиграли турки?", {"best-actress", "doc-jury", "turksoy-special"}),
        ("какие призы взял Узбекистан", {"best-actress"}),
        ("түріктер нені ұтып алды", {"best-actress", "doc-jury", "turksoy-special"}),
        ("өзбектер не алды", {"best-actress"}),
    ],
)
def test_what_a_country_won_are_its_prizes_of_the_newest_festival(knowledge: KnowledgeBase, question: str, prizes: set[str]) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "answer" and {record.removeprefix("award-2025-") for record in reply.records} == prizes


@pytest.mark.parametrize("question", ["How many prizes has Azerbaijan won?", "Сколько призов взяли азербайджанцы?", "Әзербайжан неше жүлде алды?"])
def test_how_many_prizes_a_country_has_is_counted_over_all_festivals(knowledge: KnowledgeBase, question: str) -> None:
    won = {"award-2025-best-actor", "award-2025-best-screenplay", "award-2025-doc-2", "award-2023-turksoy-special"}
    assert set(knowledge.ask(Question(question)).records) == won


@pytest.mark.parametrize("question", ["Кыргызстан победил?", "did Kyrgyzstan win?", "Қырғызстан жеңді ме?"])
def test_whether_a_country_won_is_told_by_the_main_prize(knowledge: KnowledgeBase, question: str) -> None:
    assert "festival-edition-2025" in knowledge.ask(Question(question)).records or "award-2025-best-film" in knowledge.ask(Question(question)).records


@pytest.mark.parametrize(
    "question",
    [
        "документалка Мустафиной Ander что получила",
        "Which prize did Mustafina's documentary Ander win?",
        "Мұстафинаның Ander фильмі қандай жүлде алды",
    ],
)
def test_what_another_work_of_a_director_won_is_no_prize_of_the_film_that_is_here(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "person-alina-mustafina.awards"


@pytest.mark.parametrize(
    "question",
    [
        "Who handed the head of Kinopark his award at the closing ceremony?",
        "Кто на закрытии вручил спецприз Малдыбаеву?",
        "Жабылу салтанатында Малдыбаевқа арнайы жүлдені кім берді?",
    ],
)
def test_who_handed_over_a_prize_is_told_by_the_prize(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "award-2025-cinema-center.winner"


def test_who_handed_over_another_prize_is_not_known(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("Who handed Samal Yeslyamova her award at the closing?")).kind == "unknown"
