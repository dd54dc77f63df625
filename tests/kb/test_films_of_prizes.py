"""What is asked of a film that is told by its prize or its place, or of who directed it."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

TOLD = [
    ("What country is the director of the film that won in Aktau from?", "person-aktan-arym-kubat.country"),
    ("Когда родился режиссёр картины, взявшей гран-при в Актау?", "person-aktan-arym-kubat.born"),
    ("Ақтауда жеңген фильмнің режиссері неше жаста?", "person-aktan-arym-kubat.born"),
    ("What is the winner of the Grand Prix in Aktau about?", "film-black-red-yellow.plot"),
    ("Кто сыграл в фильме, который выиграл в Актау?", "film-black-red-yellow.cast"),
    ("О чём фильм, получивший приз за лучшую режиссуру?", "film-joqtau.plot"),
    ("Үздік режиссура жүлдесін алған фильм не туралы?", "film-joqtau.plot"),
    ("How long is the documentary that took first place?", "film-gingerbread.runtime"),
    ("Какая страна сняла фильм, занявший второе место среди документальных?", "film-nargin.country"),
    ("Which country is the documentary that finished third from?", "film-bartok.country"),
    ("Үшінші орын алған деректі фильм қай елдікі?", "film-bartok.country"),
]
UNTOLD = [
    ("Who shot the movie that won best screenplay?", "film-belke-de.director"),
    ("Кто снял картину, взявшую приз за лучший сценарий?", "film-belke-de.director"),
    ("Екінші орын алған деректі фильмнің режиссері кім?", "film-nargin.director"),
    ("Who directed the documentary that came second in Aktau?", "film-nargin.director"),
    ("Сколько лет режиссёру документального фильма, занявшего первое место?", "person-alina-mustafina.born"),
]
# Other festivals, several films, and what is asked of the prize itself.
OTHERS = [
    "Which film won best director?",
    "Кто получил приз за лучший фильм?",
    "Who directed the film that won in Cannes?",
    "Кто снял фильм, победивший в Каннах?",
    "Каннда жеңген фильмді кім түсірді?",
    "О чём фильм, получивший приз ТЮРКСОЙ?",
    "Кто снял фильм, получивший приз за лучшую женскую роль?",
    "Кто режиссёр фильма, взявшего гран-при в Баку?",
]


@pytest.mark.parametrize(("question", "query"), TOLD)
def test_it_is_told_of_that_film_or_its_director(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert str(knowledge.ask(Question(question)).query) == query


@pytest.mark.parametrize(("question", "query"), UNTOLD)
def test_what_is_not_known_of_it_is_told_of_no_other(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.kind, str(reply.query)) == ("unknown", query)


@pytest.mark.parametrize("question", OTHERS)
def test_no_film_is_meant_that_the_words_do_not_tell(knowledge: KnowledgeBase, question: str) -> None:
    why = knowledge.explain(Question(question)).decision.why
    assert "told by its prize" not in why


# The prize of a film that is no record, and of one that nothing tells.
OF_NO_RECORD = [
    ("Who shot the film that won best screenplay in 2022?", "Commitment Hasan"),
    ("Кто сыграл в фильме, который взял приз за режиссуру в 2021 году?", "Shambala"),
    ("О чём фильм, получивший приз за режиссуру в 2022 году?", "Life Seems to Be Beautiful"),
    ("2023 жылы үздік актер жүлдесін алған фильмді кім түсірді?", "Red Apple"),
]
OF_NO_PRIZE = [
    ("Who directed the film that won best screenplay in 2023?", "festival-edition-2023.best_screenplay"),
    ("Кто снял фильм, получивший приз за лучший сценарий в Баку?", "festival-edition-2023.best_screenplay"),
    ("2024 жылы үздік сценарий жүлдесін алған фильмді кім түсірді?", "festival-edition-2024.best_screenplay"),
]
OF_WINNER_HIMSELF = [
    ("Who wrote the film that won best screenplay in 2022?", "festival-edition-2022.best_screenplay"),
    ("Кто написал фильм, получивший приз за лучший сценарий в 2022 году?", "festival-edition-2022.best_screenplay"),
    ("Who directed the film that won best director in 2021?", "festival-edition-2021.best_director"),
]


@pytest.mark.parametrize(("question", "film"), OF_NO_RECORD)
def test_of_a_film_that_is_no_record_the_prize_is_told(knowledge: KnowledgeBase, question: str, film: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "unknown" and any(film in line for line in reply.context)


@pytest.mark.parametrize(("question", "query"), OF_NO_PRIZE)
def test_that_the_prize_is_not_known_is_said(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.kind, reply.query) == ("unknown", query)


@pytest.mark.parametrize(("question", "query"), OF_WINNER_HIMSELF)
def test_who_did_what_he_won_for_is_told_by_the_prize(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query
