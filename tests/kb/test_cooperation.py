"""Whether there is anything between Kazakhstan and a country: its card is told, not a list of its films."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

ASKED = [
    ("Is there something on film between Kazakhstan and Georgia?", "country-ge"),
    ("Is there something between Kazakhstan and Georgia on film?", "country-ge"),
    ("Anything on cinema between Kazakhstan and Hungary?", "country-hu"),
    ("Есть что-нибудь по кино между Казахстаном и Грузией?", "country-ge"),
    ("Қазақстан Қытаймен не жасап жатыр кино саласында", "country-cn"),
    ("What's going on with Iran in film?", "country-ir"),
    ("А с Ираном по кино что-то есть?", "country-ir"),
    ("Грузиямен кино бойынша бірдеңе бар ма?", "country-ge"),
]


@pytest.mark.parametrize(("question", "country"), ASKED)
def test_the_country_is_told(knowledge: KnowledgeBase, question: str, country: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "answer" and reply.records[0] == country and reply.query == country


@pytest.mark.parametrize("question", ["Is there something on film between Kazakhstan and Spain?", "Есть что-нибудь по хоккею между Казахстаном и Грузией?"])
def test_what_is_not_known_is_refused(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize("question", ["Is there anything about films of Uzbekistan?", "Қырғыз фильмдерінен бірдеңе бар ма?"])
def test_films_of_a_country_are_asked_for(knowledge: KnowledgeBase, question: str) -> None:
    assert not (knowledge.ask(Question(question)).query or "").startswith("country-")


PAPERS = [
    ("is there an agreement with Uzbekistan?", "country-uz"),
    ("есть ли договор с Узбекистаном?", "country-uz"),
    ("Өзбекстанмен шарт бар ма?", "country-uz"),
    ("do we have a coproduction treaty with Türkiye?", "country-tr"),
    ("есть ли у нас соглашение о совместном производстве с Турцией?", "country-tr"),
    ("Түркиямен бірлескен өндіріс туралы келісім бар ма?", "country-tr"),
    ("what agreements do we have with China?", "country-cn"),
    ("какие соглашения есть с Китаем?", "country-cn"),
    ("Қытаймен қандай келісімдер бар?", "country-cn"),
    ("is there an agreement with Sweden?", "country-se"),
    ("есть соглашение со Швецией?", "country-se"),
    ("Швециямен келісім бар ма?", "country-se"),
    ("Did Kazakhstan and Uzbekistan sign an agreement?", "country-uz"),
    ("Do Kazakhstan and Turkey have an agreement on film?", "country-tr"),
    ("Подписывали ли Казахстан и Узбекистан соглашение?", "country-uz"),
    ("Договорились ли Казахстан и Иран о чём-нибудь в кино?", "country-ir"),
    ("Казахстан и Азербайджан подписали документ о кино?", "country-az"),
    ("Қазақстан мен Түркия құжатқа қол қойған ба?", "country-tr"),
]


@pytest.mark.parametrize(("question", "country"), PAPERS)
def test_whether_there_is_a_paper_is_told_by_all_of_them(knowledge: KnowledgeBase, question: str, country: str) -> None:
    assert knowledge.ask(Question(question)).query == f"{country}.agreements"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        # Every paper is one of Kazakhstan's: who signs it with whom is the same with or without.
        ("Қазақстан мен Әзербайжанның меморандумына кім қол қойды?", "agreement-kz-az-2025.signatories"),
        ("Қазақстан мен Иранның Астанадағы меморандумына кім қол қойды?", "agreement-kz-ir-2025.signatories"),
        ("кто подписал меморандум Казахстана с Азербайджаном?", "agreement-kz-az-2025.signatories"),
        ("what day was the memorandum between Kazakhstan and Iran signed?", "agreement-kz-ir-2025.signed_on"),
    ],
)
def test_kazakhstan_is_left_out_beside_the_other_side_of_a_paper(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        # It co-produced a film, which says that nothing is signed.
        ("о чём меморандум с Саудовской Аравией?", "country-sa.agreements"),
        ("what is the memorandum that the State Center signed with Lithuania about?", "country-lt.agreements"),
        # The agreement on a body is what it was founded by, in that year alone.
        ("in which city was the TURKSOY agreement signed in 1993?", "org-turksoy.founded"),
        ("turksoy келісіміне 1993 жылы қай қалада қол қойылды", "org-turksoy.founded"),
    ],
)
def test_a_paper_that_there_is_not_and_one_that_founded_a_body(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


def test_another_thing_than_a_place_is_claimed(knowledge: KnowledgeBase) -> None:
    reply = knowledge.ask(Question("was the 2024 Cannes document with the CNC a new deal?"))
    assert not reply.text.startswith(("Yes", "No"))


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("compare the Iran and Georgia memorandums: when and where were they signed?", ("Astana", "Cannes")),
        ("сравни, где и когда подписали меморандумы с Ираном и с Грузией", ("Астан", "Канн")),
        ("when and where were the memorandums with Iran and Georgia signed?", ("Astana", "Cannes")),
        ("Иран мен Грузия меморандумдары қашан, қай жерде жасалды?", ("Астана", "Канн")),
        ("Иран мен Грузия меморандумдары қашан, қай жерде жасалды? екеуін салыстырып беріңізші", ("Астана", "Канн")),
    ],
)
def test_when_and_where_two_papers_were_signed(knowledge: KnowledgeBase, question: str, places: tuple[str, str]) -> None:
    text = knowledge.ask(Question(question)).text
    assert all(told in text for told in (*places, "11", "18", "2024", "2025"))


@pytest.mark.parametrize(
    "question",
    ["Did Uzbekistan and Azerbaijan sign a paper on cinema?", "Есть ли договор между Узбекистаном и Турцией?", "Do Baku and Tashkent have a film agreement?"],
)
def test_of_two_other_countries_the_paper_that_both_signed_is_told(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "agreement-turkic-protocol-2025"


@pytest.mark.parametrize("question", ["Is there an agreement between France and Georgia?", "Франция мен Грузия арасында келісім бар ма?"])
def test_of_two_countries_that_signed_nothing_together_no_paper_is_told(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(
    ("question", "country"),
    [
        ("Ирандықтармен кино жағынан не шаруа болды?", "country-ir"),
        ("Грузиямен қандай шаруа тындырдық?", "country-ge"),
        ("Какие у нас дела с чехами по кино?", "country-cz"),
        ("What dealings have we had with Iran in cinema?", "country-ir"),
    ],
)
def test_what_was_done_with_a_country_is_told_by_it(knowledge: KnowledgeBase, question: str, country: str) -> None:
    assert knowledge.ask(Question(question)).query == country
