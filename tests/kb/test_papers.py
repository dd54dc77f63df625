"""What is asked of papers: who signed several together, the paper itself, what one holds, and two of them side by side."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

PARIS, CANNES = "agreement-kz-fr-2022", "agreement-kz-fr-2024"


@pytest.mark.parametrize(
    "question", ["кто подписал пять меморандумов в Актау?", "which Kazakh body signed the five memorandums?", "Ақтаудағы бес меморандумға кім қол қойды?"]
)
def test_who_signed_several_papers_is_told_by_what_tells_of_all(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "festival-edition-2025.result"


@pytest.mark.parametrize("question", ["where were the five memorandums signed?", "где подписали шесть меморандумов?"])
def test_where_they_were_signed_or_as_many_as_there_are_not_is_no_such_question(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query != "festival-edition-2025.result"


@pytest.mark.parametrize(
    "question", ["Which document was signed at the days of Uzbek cinema in 2021?", "2021 жылғы өзбек киносы күндерінде қандай құжат жасалды?"]
)
def test_a_document_is_asked_for_and_not_what_else_was_shown(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "agreement-kz-uz-2021"


@pytest.mark.parametrize("question", ["whats in the deal of Kazakhfilm with Yakutia?", "Соглашение Казахфильма с Якутией: что в нём?"])
def test_plans_stand_in_for_what_a_paper_holds(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "agreement-kz-sakha-2023.plans"


@pytest.mark.parametrize(
    "question",
    [
        "How is the Paris agreement different from the Cannes one?",
        "сравни соглашение с Францией в Париже и в Каннах",
        "Франциямен Париждегі келісім мен Канндағысын салыстыр",
    ],
)
def test_a_paper_is_compared_with_that_of_another_place_and_not_with_talks(knowledge: KnowledgeBase, question: str) -> None:
    assert set(knowledge.ask(Question(question)).records) == {PARIS, CANNES}


@pytest.mark.parametrize("question", ["Balayeva met Dati in Paris in 2025. What was that about?", "Балаева встретилась с Дати в Париже. О чём говорили?"])
def test_a_second_sentence_asks_what_talks_were_about(knowledge: KnowledgeBase, question: str) -> None:
    assert "museums" in knowledge.ask(Question(question, language="en")).text or "музеи" in knowledge.ask(Question(question)).text


@pytest.mark.parametrize("question", ["какие фильмы мы будем с ними снимать?", "and what films will we make with them?", "олармен қандай кинолар түсіреміз?"])
def test_what_films_are_to_be_made_is_what_a_paper_covers(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question, context="agreement-kz-ir-2025.signed_on")).query == "agreement-kz-ir-2025.scope"


@pytest.mark.parametrize("question", ["and in Bishkek?", "а в Бишкеке?", "ал Бішкекте ше?"])
def test_film_days_go_on_to_another_city(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question, context="agreement-kz-tj-film-days.opening")).query == "agreement-kz-kg-film-days.opening"


@pytest.mark.parametrize("question", ["о чем балаева с китайцами толковала в пекине", "О чём Балаева беседовала с китайцами в Пекине?"])
def test_what_talks_were_about_is_told_though_they_are_only_described(knowledge: KnowledgeBase, question: str) -> None:
    assert "казахский культурный центр в Китае" in knowledge.ask(Question(question)).lead


@pytest.mark.parametrize(
    ("question", "country"),
    [
        ("At the Aktau festival Kazakhstan also signed with Mexico. What does that memorandum say?", "Mexico"),
        ("В Актау Казахстан подписал меморандум и с Мексикой. О чём он?", "Мексика"),
        ("Ақтауда Қазақстан Мексикамен де меморандумға қол қойды. Ол не туралы?", "Мексика"),
    ],
)
def test_a_paper_that_is_only_said_to_be_is_told_by_no_other(knowledge: KnowledgeBase, question: str, country: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "unknown" and country in reply.text


@pytest.mark.parametrize(
    "question",
    [
        "what did Kazakhstan sign with Türkiye at the festival?",
        "что мы подписали с турками в Актау?",
        "Ақтауда Түркиямен қандай құжатқа қол қойдық?",
    ],
)
def test_the_paper_with_a_country_that_was_signed_there_is_told(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "agreement-kz-tr-2025"


@pytest.mark.parametrize("question", ["and with the Uzbeks?", "а с узбеками?", "ал өзбектермен ше?"])
def test_the_next_country_is_asked_of_what_was_signed_there_too(knowledge: KnowledgeBase, question: str) -> None:
    assert (knowledge.ask(Question(question, context="agreement-kz-tr-2025")).query or "").startswith("agreement-kz-uz-2025")


@pytest.mark.parametrize(
    "question",
    [
        "had Kazakhstan and Uzbekistan signed a film memorandum before 2025?",
        "до 2025 года мы подписывали меморандум с Узбекистаном?",
        "2025 жылға дейін Өзбекстанмен меморандум болған ба?",
        "о чём был узбекский меморандум 2021 года, ещё до Актау?",
    ],
)
def test_papers_before_a_year_or_a_festival_are_told(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "agreement-kz-uz-2021"


@pytest.mark.parametrize("question", ["did Kazakhstan sign anything with Iran before 2025?", "с Ираном до 2025 года что-то подписывали?"])
def test_where_there_is_none_before_it_is_told_what_there_is(knowledge: KnowledgeBase, question: str) -> None:
    assert "2025" in knowledge.ask(Question(question)).text


@pytest.mark.parametrize("question", ["until when is the memorandum with Iran valid?", "до какого года действует меморандум с Ираном?"])
def test_the_term_of_a_paper_is_not_told_by_its_date(knowledge: KnowledgeBase, question: str) -> None:
    answer = knowledge.ask(Question(question))
    assert (answer.kind, answer.query) == ("unknown", "agreement-kz-ir-2025.period")


@pytest.mark.parametrize(
    "question", ["Which officials put their names under the Azerbaijan memorandum?", "Which diplomats put their names under the Azerbaijan memorandum?"]
)
def test_who_put_a_name_under_a_paper_is_not_told_by_its_name(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query != "agreement-kz-az-2025.2"


@pytest.mark.parametrize("question", ["Ыстамбұл хаттамасына қай елдер қол қойды?", "Which countries signed the Istanbul protocol?"])
def test_which_countries_signed_asks_for_no_place(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "agreement-turkic-protocol-2025.country"


@pytest.mark.parametrize("question", ["какой первый фильм будет по меморандуму с Узбекистаном?"])
def test_the_first_film_under_a_paper_is_not_the_first_paper(knowledge: KnowledgeBase, question: str) -> None:
    assert (knowledge.ask(Question(question)).query or "").startswith("agreement-kz-uz-2025")


@pytest.mark.parametrize(
    "question", ["Did Hungary sign a memorandum in Aktau too?", "Венгрия тоже подписала меморандум в Актау?", "Мажарлар да Ақтауда меморандум жасасты ма?"]
)
def test_a_country_that_signed_nothing_there_is_denied(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.query == "place-aktau.agreements?country-hu"
    assert reply.text.startswith(("No.", "Нет.", "Жоқ."))


@pytest.mark.parametrize("question", ["Did Birol Güven himself sign the Turkish memorandum in Aktau?", "Подписал ли Бироль Гювен меморандум в Актау?"])
def test_who_signed_is_not_told_by_where_it_was_signed(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.kind, reply.query) == ("unknown", "agreement-kz-tr-2025.signatories")


@pytest.mark.parametrize("question", ["The earlier film memorandum with Uzbekistan, the one before Aktau: which year was that?"])
def test_when_the_paper_before_a_festival_was_signed(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "agreement-kz-uz-2021.signed_on"


@pytest.mark.parametrize(
    "question",
    [
        "Azerbaijani and Turkish memorandums, what sets them apart?",
        "Азербайджанский и турецкий меморандумы: в чём они расходятся?",
        "әзербайжан меморандумының Түркиянікінен несі бөлек",
    ],
)
def test_what_sets_two_papers_apart_compares_them(knowledge: KnowledgeBase, question: str) -> None:
    assert set(knowledge.ask(Question(question)).records) == {"agreement-kz-az-2025", "agreement-kz-tr-2025"}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What's in the film memorandum with the Turks?", "agreement-kz-tr-2025.scope"),
        ("Иранмен меморандумда мультфильм түсіру де бар ма?", "agreement-kz-ir-2025.scope"),
        ("Есть ли в меморандуме с Ираном мультфильмы?", "agreement-kz-ir-2025.scope"),
        ("Есть ли у нас меморандум с Ираном?", "country-ir.agreements"),
    ],
)
def test_what_is_in_a_paper_is_told_by_the_paper(knowledge: KnowledgeBase, question: str, told: str) -> None:
    assert knowledge.ask(Question(question)).query == told


def test_where_nobody_is_named_who_signed_the_bodies_are_told(knowledge: KnowledgeBase) -> None:
    reply = knowledge.ask(Question("Кто подписал киномеморандум с Турцией?"))
    assert reply.kind == "unknown"
    assert "Главное управление кинематографии" in reply.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("When did Balayeva meet Rachida Dati?", "25 September 2025"),
        ("Where did Balayeva meet Rachida Dati?", "Paris"),
        ("Балаева Рашида Датимен қашан кездесті?", "25 қыркүйек"),
        ("В каком году Балаева встретилась с Римой Абдул-Малак?", "2023"),
    ],
)
def test_when_and_where_they_met_is_told_first(knowledge: KnowledgeBase, question: str, told: str) -> None:
    assert told in knowledge.ask(Question(question)).lead


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Кто заключил соглашение Казахстана с Якутией по кино?", "agreement-kz-sakha-2023.parties"),
        ("Есть новости, как двигается киномеморандум с кыргызами?", "agreement-kz-kg-2025.status"),
        ("Түрікменстанмен меморандумнан кейін не істелді?", "agreement-kz-tm-2025.status"),
    ],
)
def test_the_parties_and_what_came_of_it_are_told(knowledge: KnowledgeBase, question: str, told: str) -> None:
    assert knowledge.ask(Question(question)).query == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What came of the Turkic film leaders meeting at the Feriye Palace?", "agreement-turkic-protocol-2025.0"),
        ("Ферийе сарайындағы жиын не жиын?", "agreement-turkic-protocol-2025.what"),
        ("In which Istanbul building did the Turkic film bosses get together in July 2025?", "agreement-turkic-protocol-2025.2"),
    ],
)
def test_what_came_of_a_meeting_is_not_where_it_was(knowledge: KnowledgeBase, question: str, told: str) -> None:
    assert knowledge.ask(Question(question)).query == told


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Which agreements were signed in Paris?", "place-paris.agreements"),
        ("Какие документы подписали в Каннах?", "place-cannes.agreements"),
        ("Каннда қандай келісімдерге қол қойылды?", "place-cannes.agreements"),
        ("Which documents were signed in Cannes with Georgia?", "agreement-kz-ge-2024"),
    ],
)
def test_a_place_tells_all_that_was_signed_there(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    "question",
    ["What agreements are there with European countries?", "С какими азиатскими странами есть документы о кино?", "Еуропа елдерімен келісім бар ма?"],
)
def test_which_countries_are_of_a_part_of_the_world_is_not_known(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(
    ("question", "query", "verdict"),
    [
        ("Was the 2025 memorandum with Uzbekistan the first one?", "agreement-kz-uz-2021.signed_on?2025", "No."),
        ("Меморандум с Узбекистаном 2025 года — первый?", "agreement-kz-uz-2021.signed_on?2025", "Нет."),
        ("Өзбекстанмен 2025 жылғы меморандум бірінші ме?", "agreement-kz-uz-2021.signed_on?2025", "Жоқ."),
        ("Is the memorandum of 2024 the first one with Georgia?", "agreement-kz-ge-2024.signed_on?2024", "Yes."),
        ("С Узбекистаном меморандум 2025 года первый или были и раньше?", "agreement-kz-uz-2021.signed_on", ""),
    ],
)
def test_whether_a_paper_is_the_first_is_told_by_the_oldest(knowledge: KnowledgeBase, question: str, query: str, verdict: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.query == query and reply.lead.startswith(verdict)


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Где именно в Каннах расписались с грузинами?", "agreement-kz-ge-2024.signed_at"),
        ("Where exactly did they put their signatures under the memorandum with Iran?", "agreement-kz-ir-2025.signed_at"),
        ("Когда поставили подписи под меморандумом с Ираном?", "agreement-kz-ir-2025.signed_on"),
        ("Какую должность занимал Коба Хубуная, когда подписал меморандум?", "person-koba-khubunaia.post"),
        ("What post did Koba Khubunaia hold when he signed?", "person-koba-khubunaia.post"),
    ],
)
def test_the_verb_for_signing_does_not_ask_who_signed(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query
