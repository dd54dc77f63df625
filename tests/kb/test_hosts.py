"""Where the festival was, whatever country or city is claimed to have hosted it, and which number it has."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

CLAIMED = [
    ("Did Kyrgyzstan host the festival in 2023?", "festival-edition-2023.city?country-kg", "No."),
    ("Was Turkey the host in 2021?", "festival-edition-2021.city?country-tr", "Yes."),
    ("Did Kazakhstan host the second festival?", "festival-edition-2022.city?country-kz", "No."),
    ("Азербайджан принимал фестиваль в 2024 году?", "festival-edition-2024.city?country-az", "Нет."),
    ("Туркменистан был хозяином фестиваля 2024 года?", "festival-edition-2024.city?country-tm", "Да."),
    ("2021 жылғы фестивальді Әзербайжан өткізді ме?", "festival-edition-2021.city?country-az", "Жоқ."),
    ("Бесінші фестивальді Қазақстан қабылдады ма?", "festival-edition-2025.city?country-kz", "Иә."),
    ("Has Uzbekistan ever hosted the festival?", "festival-korkyt-ata.city?country-uz", "No."),
    ("Has Korkyt Ata ever been in Turkey?", "festival-korkyt-ata.city?country-tr", "Yes."),
    ("Принимал ли Узбекистан фестиваль?", "festival-korkyt-ata.city?country-uz", "Нет."),
    ("Проходил ли фестиваль когда-нибудь в Кыргызстане?", "festival-korkyt-ata.city?country-kg", "Нет."),
    ("Өзбекстан фестивальді өткізіп көрді ме?", "festival-korkyt-ata.city?country-uz", "Жоқ."),
    ("Әзербайжан фестивальді қабылдады ма?", "festival-edition-2023.city?country-az", "Иә."),
    ("Has the festival ever been in Tashkent?", "festival-korkyt-ata.city?place-tashkent", "No."),
    ("Был ли фестиваль в Самарканде?", "festival-korkyt-ata.city?place-samarkand", "Нет."),
    ("Фестиваль Астанада болды ма?", "festival-korkyt-ata.city?place-astana", "Жоқ."),
    ("Фестиваль Бішкек қаласында өтті ме?", "festival-korkyt-ata.city?place-bishkek", "Жоқ."),
]
STRANGE = [
    ("Was the festival ever held in Berlin?", "Berlin"),
    ("Проходил ли фестиваль в Измире?", "Измир"),
    ("Фестиваль Анкарада өтті ме?", "Анкара"),
]
# A hall, a city around which it was, what is asked of the present, and what says more than that it was there.
OTHERS = [
    ("Проходил ли фестиваль в Доме дружбы?", "festival-edition-2025.venue"),
    ("Был ли фестиваль в Шуше?", "place-shusha.festival_role"),
    ("Was the festival in Mangystau?", "place-mangystau"),
    ("Проводится ли фестиваль «Евразия» в Астане?", "festival-eurasia.city"),
]
OF_SOMEBODY = ["Was it shown at the festival in Tashkent?", "Был ли он на фестивале в Ташкенте?", "Ол Ташкенттегі фестивальде болды ма?"]


@pytest.mark.parametrize(("question", "query", "said"), CLAIMED)
def test_who_hosted_it_is_judged_by_where_it_was(knowledge: KnowledgeBase, question: str, query: str, said: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query, reply.text.split()[0]) == (query, said)


@pytest.mark.parametrize(("question", "place"), STRANGE)
def test_of_a_strange_place_it_is_said_that_it_never_was_there(knowledge: KnowledgeBase, question: str, place: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "unknown"
    assert place in reply.lead
    assert "2021" in reply.text


@pytest.mark.parametrize(("question", "query"), OTHERS)
def test_other_questions_of_places_are_told_otherwise(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    "question", ["Did Turkey host the festival once?", "Есть ли фестиваль в Бишкеке?", "Did Kazakhstan host film days in Bishkek?", *OF_SOMEBODY]
)
def test_no_verdict_is_given_of_more_than_that(knowledge: KnowledgeBase, question: str) -> None:
    assert not knowledge.ask(Question(question)).text.startswith(("Yes.", "No.", "Да.", "Нет."))


OF_THIS = [
    ("Is this the fourth festival?", "No."),
    ("Was it the fifth Korkyt Ata?", "Yes."),
    ("Это был второй фестиваль?", "Нет."),
    ("Это пятый Коркыт Ата?", "Да."),
    ("Бұл төртінші фестиваль ме еді?", "Жоқ."),
    ("Осы фестиваль бесінші ме?", "Иә."),
]


@pytest.mark.parametrize(("question", "said"), OF_THIS)
def test_the_number_of_this_festival_is_that_of_the_newest_one_held(knowledge: KnowledgeBase, question: str, said: str) -> None:
    reply = knowledge.ask(Question(question))
    assert ((reply.query or "").split("?")[0], reply.text.split()[0]) == ("festival-edition-2025.editions", said)


@pytest.mark.parametrize(("question", "said"), [("Was this the fourth festival?", "No."), ("это был третий фестиваль?", "Да.")])
def test_the_number_of_this_festival_is_that_of_the_one_that_the_chat_spoke_of(knowledge: KnowledgeBase, question: str, said: str) -> None:
    before = knowledge.ask(Question("who won best film in 2023")).in_chat
    reply = knowledge.ask(Question(question, None, before))
    assert ((reply.query or "").split("?")[0], reply.text.split()[0]) == ("festival-edition-2023.editions", said)


@pytest.mark.parametrize("question", ["Was there a third festival?", "Это первый фестиваль в Казахстане?", "бұл алғашқы фильмі ме?", "third festival?"])
def test_other_numbers_are_not_claimed_of_this_festival(knowledge: KnowledgeBase, question: str) -> None:
    assert not knowledge.ask(Question(question)).text.startswith(("Yes.", "No.", "Да.", "Нет.", "Иә.", "Жоқ."))


@pytest.mark.parametrize("question", ["Анкара-да фестиваль болды ма?", "Ankara-да фестиваль болды ма?", "Анкарада фестиваль болды ма?"])
def test_a_place_is_one_with_its_ending_after_a_hyphen_too(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "unknown" and "фестиваль ол жерде өтпеген" in reply.text


def test_a_word_whose_own_letters_are_such_an_ending_is_no_place(knowledge: KnowledgeBase) -> None:
    assert "өтпеген" not in knowledge.ask(Question("Фестивальдің website-ы бар ма?")).text
