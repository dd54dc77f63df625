"""What is asked of the only person whom a pronoun can mean, of the posts of bodies, and of the next in a row."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

OF_SOMEBODY = [
    # Of whom the chat spoke, be it known of him or not.
    (["Заур Гасымлы кто?"], "Из какой он страны?", "person-zaur-gasimli.country"),
    (["Думан Еркімбек кім?"], "Ол неше жаста?", "person-duman-yerkimbek.born"),
    (["Who is Aruan Anartay?"], "where is he from?", "person-aruan-anartay.country"),
    (["Сұлтан Раев қашан сайланды?"], "Ол неше кітап жазған?", "person-sultan-raev.works"),
    # Whom the answer named.
    (["Кто лучший режиссёр фестиваля 2025 года?"], "Где он учился?", "person-aruan-anartay.education"),
    (["Becoming фильмінің операторы кім?"], "Ол қай елдікі?", "person-caroline-champetier.country"),
    (["Who directed Black. Red. Yellow?", "Where is he from?"], "and when was he born?", "person-aktan-arym-kubat.born"),
    (["Кто возглавляет ТЮРКСОЙ?"], "Из какой он страны?", "person-sultan-raev.country"),
    (["Who won best screenplay in Aktau?"], "which country is he from?", "person-taleh-yuzbeyov.country"),
    (["Кто генсек ТЮРКСОЙ?"], "откуда он?", "person-sultan-raev.country"),
    # Of the film, and of nobody.
    (["Кто режиссёр «Айки»?"], "в каких странах его снимали?", "film-ayka.country"),
    (["«Кадет» фильмі туралы айтшы"], "ол қай елдің фильмі?", "film-cadet.country"),
    (["Who directed Cadet?"], "how long is it?", "film-cadet.runtime"),
    (["Кто снял «Кадет»?"], "сколько он идёт?", "film-cadet.runtime"),
]


def _asked(knowledge: KnowledgeBase, *said: str) -> str | None:
    context, asked = None, None
    for text in said:
        reply = knowledge.ask(Question(text, context=context))
        context, asked = reply.in_chat or context, reply.query or reply.long_query
    return asked


@pytest.mark.parametrize(("said", "question", "query"), OF_SOMEBODY, ids=[chat[1] for chat in OF_SOMEBODY])
def test_a_pronoun_of_a_person_means_the_one_who_was_told(knowledge: KnowledgeBase, said: list[str], question: str, query: str) -> None:
    assert _asked(knowledge, *said, question) == query


@pytest.mark.parametrize(
    ("said", "query"),
    [
        # Who was the first, where that is told.
        (["Кто возглавляет Центр поддержки национального кино?", "а самый первый?"], "org-cinema-center.predecessor"),
        (["Who heads TURKSOY?", "and the very first?"], None),
        (["ТҮРКСОЙ-ды кім басқарады?", "ең бірінші кім болған?"], None),
        # The body of another country.
        (["Who headed the Kyrgyz film department before?", "and the Azerbaijani agency?"], "org-arka.predecessor"),
        (["Кто возглавляет департамент кино Кыргызстана?", "а агентство Азербайджана?"], "org-arka.head"),
        # The region of a city.
        (["Кто аким Актау?", "а области?"], "place-mangystau.head"),
        (["Ақтау әкімі кім?", "ал облыстың ше?"], "place-mangystau.head"),
        (["Who is the mayor of Aktau?", "and of the region?"], "place-mangystau.head"),
    ],
    ids=lambda value: value[-1] if isinstance(value, list) else None,
)
def test_a_post_leads_on_to_others(knowledge: KnowledgeBase, said: list[str], query: str | None) -> None:
    assert _asked(knowledge, *said) == query


@pytest.mark.parametrize(
    ("said", "query"),
    [
        # How many there are is told by what names them; «the very first» is the oldest.
        (["Есть ли у Казахстана соглашение о кино с Францией?", "сколько их всего?"], "country-fr.agreements"),
        (["Есть ли у Казахстана соглашение о кино с Францией?", "какое самое первое?"], "agreement-kz-fr-1992"),
        (["Франциямен қандай келісімдер бар?", "ең біріншісі қайсы?"], "agreement-kz-fr-1992.signed_on"),
        # The second in time, after the first in time.
        (["Сколько документов о кино у Казахстана с Узбекистаном?", "когда подписан первый?", "а второй?"], "agreement-kz-uz-2025"),
        # A list keeps its order.
        (["Which memorandums were signed in Aktau?", "who signed them?", "what is the first one about?"], "agreement-kz-az-2025"),
        # A year before, and the newest festival.
        (["В каком городе фестиваль проходил в 2023 году?", "а годом раньше?"], "festival-edition-2022.city"),
        (["2024 жылы фестиваль қай қалада өтті?", "ал бір жыл бұрын ше?"], "festival-edition-2023.city"),
        (["Where was the first festival held?", "and the last one?"], "festival-edition-2025.city"),
        (["Кто лучший актёр 2023 года?", "а на последнем?"], "festival-edition-2025.best_actor"),
        (["Алғашқы фестиваль қайда өтті?", "ал соңғысы ше?"], "festival-edition-2025.city"),
        # The films of another country.
        (["Which Uzbek films were shown in Aktau?", "and the Turkmen ones?"], "list:film:festival-edition-2025~country-tm"),
        (
            ["Ақтау фестивалінде Өзбекстанның қандай фильмдері көрсетілді?", "ал Түрікменстанның ше?", "Әзербайжанның ше?"],
            "list:film:festival-edition-2025~country-az",
        ),
        # Where it was that was told.
        (["когда избрали Султана Раева?", "а где?"], "person-sultan-raev.post_since"),
        (["Сұлтан Раев қашан сайланды?", "Қай қалада?"], "person-sultan-raev.post_since"),
        (["When was Sultan Raev elected?", "and where?"], "person-sultan-raev.post_since"),
        (["When was Burak Özçivit born?", "and where?"], "person-burak-ozcivit.birthplace+country"),
    ],
    ids=lambda value: value[-1] if isinstance(value, list) else None,
)
def test_what_comes_next_is_asked_of_the_same_row(knowledge: KnowledgeBase, said: list[str], query: str) -> None:
    assert _asked(knowledge, *said) == query
