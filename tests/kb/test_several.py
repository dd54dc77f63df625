"""One thing asked of several records, and two questions in one message."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

SIDE_BY_SIDE = [
    ("Who directed Tulpan and Yellow Cat?", "film-tulpan~film-yellow-cat.director"),
    ("кто снял «Айку», «Тюльпан» и «Авель»?", "film-ayka~film-tulpan~film-abel.director"),
    ("Қазақфильм мен ТҮРКСОЙ қашан құрылды?", "org-kazakhfilm~org-turksoy.founded"),
    ("Where are Kitap and Nargin from?", "film-kitap~film-nargin.country"),
    ("Из какой страны «Наргин» и «Китап»?", "film-nargin~film-kitap.country"),
    ("Who are Birol Güven and Sultan Raev?", "person-birol-guven~person-sultan-raev."),
    ("Кто такие Рашида Дати и Коба Хубуная?", "person-rachida-dati~person-koba-khubunaia."),
    ("Аида Балаева мен Рашад Азизов кім?", "person-aida-balayeva~person-rashad-azizov."),
    ("Расскажи про Сергея Дворцевого и Адильхана Ержанова", "person-sergey-dvortsevoy~person-adilkhan-yerzhanov."),
    ("Кто снял «Тюльпан», а кто «Кадет»?", "film-tulpan~film-cadet.director"),
    ("Who directed Tulpan, who directed Cadet?", "film-tulpan~film-cadet.director"),
    ("«Тюльпан» и «Кадет»", "film-tulpan~film-cadet."),
    ("films by Dvortsevoy and Yerzhanov", "person-sergey-dvortsevoy~person-adilkhan-yerzhanov.works"),
    ("какие фильмы сняли Дворцевой и Ержанов?", "person-sergey-dvortsevoy~person-adilkhan-yerzhanov.works"),
    ("Дворцевой пен Ержанов қандай фильмдер түсірді?", "person-sergey-dvortsevoy~person-adilkhan-yerzhanov.works"),
    # One film of both.
    ("which film tells of the friendship of Auezov and Qodiri?", "film-pamir.plot"),
    # Papers with several countries.
    ("Who signed the memorandums with Iran and Georgia?", "agreement-kz-ir-2025~agreement-kz-ge-2024.signatories"),
    ("когда подписали меморандумы с Ираном и Грузией?", "agreement-kz-ir-2025~agreement-kz-ge-2024.signed_on"),
    ("Грузия мен Иранмен меморандумдар қайда жасалды?", "agreement-kz-ge-2024~agreement-kz-ir-2025.signed_at"),
    # What only one of them tells, and what stands for it of both.
    ("How long are Joqtau and Cadet?", "film-joqtau~film-cadet.runtime"),
    ("когда вышли «Авель» и «Кадет»?", "film-abel~film-cadet.year"),
    # Where all of them were.
    ("What prizes did Kitap and Kachkyn get in Aktau?", "film-kitap~film-kachkyn.awards"),
    # Festivals.
    ("Who was best actress in Baku and who in Bursa?", "festival-edition-2022~festival-edition-2023.best_actress"),
    ("Сколько фильмов было в 2021 и в 2022 году?", "festival-edition-2021~festival-edition-2022.films_count"),
    ("Расскажи о фестивалях 2021 и 2022 годов", "festival-edition-2021~festival-edition-2022."),
    ("2021 және 2025 жылы неше ел қатысты?", "festival-edition-2021~festival-edition-2025.country"),
]

# What the base holds of two, and the name of the other one.
BESIDE_A_STRANGER = [
    ("Who directed Tulpan and Inception?", "film-tulpan.director", "Inception"),
    ("когда основаны Казахфильм и Ленфильм?", "org-kazakhfilm.founded", "Ленфильм"),
    ("Кто снял «Тюльпан», «Кадет» и «Матрицу»?", "film-tulpan~film-cadet.director", "Матрицу"),
    ("кто такие Султан Раев и Том Круз?", "person-sultan-raev", "Том Круз"),
    ("Кадет пен Аватарды кім түсірді?", "film-cadet.director", "Аватарды"),
]


@pytest.mark.parametrize(("question", "query"), SIDE_BY_SIDE)
def test_one_thing_is_told_of_several_records(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query or reply.long_query) == query


@pytest.mark.parametrize(("question", "query", "name"), BESIDE_A_STRANGER)
def test_what_is_not_in_the_base_is_said_beside_what_is(knowledge: KnowledgeBase, question: str, query: str, name: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.query == query
    assert name in reply.context[-1]


TWO_QUESTIONS = [
    ("Who directed Cadet, and when was it released?", "film-cadet.director+release"),
    ("О чём «Кадет» и кто его снял?", "film-cadet.plot+director"),
    ("Кадет не туралы және қанша минут?", "film-cadet.plot+runtime"),
    ("кто подписал меморандум с Ираном и где?", "agreement-kz-ir-2025.signatories+signed_at"),
    ("Иранмен меморандумға кім қол қойды және қашан?", "agreement-kz-ir-2025.signatories+signed_on"),
    ("Where was the memorandum with Georgia signed and by whom?", "agreement-kz-ge-2024.signed_at+signatories"),
    ("Бурсада үздік актер мен актриса кімдер болды?", "festival-edition-2022.best_actor+best_actress"),
    ("Where and when was the festival of 2023?", "festival-edition-2023.dates+city"),
    ("Сколько стран участвовало в Актау и какой фильм открыл фестиваль?", "festival-edition-2025.country+opening"),
    ("Who won best film and best director in Aktau?", "festival-edition-2025.best_film+best_director"),
    ("Ақтауда үздік актриса мен үздік актер кім?", "festival-edition-2025.best_actress+best_actor"),
    ("Who directed the film that won best film in Aktau, and what genre is it?", "film-black-red-yellow.director+genre"),
    # Of one of the two the base has nothing, and says so.
    ("кто режиссёр и оператор «Айки»?", "film-ayka.director+cinematographer"),
    ("Айканың режиссері мен операторы кім?", "film-ayka.director+cinematographer"),
    ("Who shot Joqtau, and where was it filmed?", "film-joqtau.director+shooting"),
    ("Что такое ARKA, кто её возглавляет?", "org-arka.what+head"),
    ("Tulpan: who directed it, when", "film-tulpan.director+year"),
    ("Айка қай жылы түсірілді, режиссері кім", "film-ayka.year+director"),
]

OF_TWO_RECORDS = [
    ("Who directed Tulpan and when was the CNC founded?", "film-tulpan", "org-cnc"),
    ("Кто снял «Тюльпан» и когда прошёл фестиваль в Баку?", "film-tulpan", "festival-edition-2023"),
    ("ТҮРКСОЙ қашан құрылды және «Тюльпанды» кім түсірді?", "org-turksoy", "film-tulpan"),
]


@pytest.mark.parametrize(
    "question",
    [
        "где шёл фестиваль 2023 года, в каком городе?",
        "а сколько взрывов было на полигоне, про который сняла Курмашева?",
        "Where was Tulpan shot, in what place?",
    ],
)
def test_a_question_put_twice_is_one(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert "+" not in (reply.query or reply.long_query or "")


@pytest.mark.parametrize(("question", "query"), TWO_QUESTIONS)
def test_both_of_two_questions_are_answered(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert sorted((reply.query or reply.long_query or "").split(".")[-1].split("+")) == sorted(query.split(".")[-1].split("+"))
    assert reply.records == (query.split(".")[0],)


def test_what_the_base_lacks_of_two_facts_is_said(knowledge: KnowledgeBase) -> None:
    reply = knowledge.ask(Question("who wrote and directed Cadet?"))
    assert "Yerzhanov" in reply.lead
    assert "screenwriter" in reply.context[-1]


@pytest.mark.parametrize(("question", "first", "second"), OF_TWO_RECORDS)
def test_two_questions_about_two_records_are_answered(knowledge: KnowledgeBase, question: str, first: str, second: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.kind, reply.records) == ("answer", (first, second))
    assert len(reply.sources) == 2


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Кто и когда основал ТЮРКСОЙ?", "org-turksoy.founded"),
        ("What prize did Arkau Ozok get at Korkut Ata, and when?", "film-arkau-ozok.awards"),
        ("Какой приз получил «Качкын» и когда?", "film-kachkyn.awards"),
        ("Қашқын қандай жүлдені қашан алды?", "film-kachkyn.awards"),
        ("Who and when founded TURKSOY?", "org-turksoy.founded"),
        ("ТҮРКСОЙ-ды кім және қашан құрды?", "org-turksoy.founded"),
    ],
)
def test_a_question_word_without_its_verb_asks_for_no_other_matter(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


def test_of_two_questions_the_one_that_cannot_be_answered_is_not_passed_over(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("Who directed Tulpan and who is the president of France?")).kind == "unknown"


@pytest.mark.parametrize(
    "question", ["Who besides Kazakhstan got prizes in Aktau?", "Кто кроме Казахстана получил призы в Актау?", "Қазақстаннан басқа кім жүлде алды Ақтауда?"]
)
def test_the_prizes_of_all_but_one_country_are_told(knowledge: KnowledgeBase, question: str) -> None:
    told = knowledge.ask(Question(question)).records
    assert "award-2025-best-film" in told and "award-2025-best-director" not in told


@pytest.mark.parametrize(
    "question",
    [
        "Спецприз жюри в Актау за документалки кто взял",
        "Which docs got the special jury prizes in Aktau?",
        "Ақтауда деректі фильмге қазылар алқасының арнайы жүлдесін кім алды",
    ],
)
def test_a_prize_of_documentaries_is_told_apart_from_that_of_features(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "award-2025-doc-jury.winner"


@pytest.mark.parametrize("question", ["Спецприз жюри в Актау", "Ақтауда қазылардың арнайы жүлдесін кім алды"])
def test_a_prize_of_the_jury_asks_for_no_jury(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).records == ("award-2025-jury-special",)


@pytest.mark.parametrize("question", ["What had Aktan Arym Kubat made before?", "Мұстафина Пряникке дейін не түсірген"])
def test_what_somebody_made_before_is_among_the_works(knowledge: KnowledgeBase, question: str) -> None:
    assert (knowledge.ask(Question(question)).query or "").endswith(".works")


@pytest.mark.parametrize(
    ("said", "query"),
    [
        (["қазылар алқасында өзбектерден кім бар еді"], "jury-2025.3"),
        (["Which Kyrgyz people were in the 2025 jury?"], "jury-2025.6"),
        (["Кто был в жюри в Актау", "а от кыргызов?"], "jury-2025.6"),
        (["алқада түріктерден кімдер отырды", "әзербайжандардан ше"], "jury-2025.5"),
        (["Who sat on the jury in Aktau?", "who from Turkmenistan"], "jury-2025.4"),
        (["Қазақстаннан қазылар төрағасы кім"], "festival-edition-2025.jury_chair"),
    ],
)
def test_the_members_of_a_jury_from_one_country_are_told_alone(knowledge: KnowledgeBase, said: list[str], query: str) -> None:
    context = None
    for text in said:
        context = knowledge.ask(Question(text, context=context)).query
    assert context == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Это же Сахаман председатель жюри, да? Какой фильм он снял?", "person-aidyn-sakhaman.works"),
        ("so Raev runs TURKSOY? what country is he from", "person-sultan-raev.country"),
        ("Andijan, is it the capital now? who had it before", "event-capital-2026.city"),
        ("Сұлтан Раев жазушы ғой, иә? Ол қай елден?", "person-sultan-raev.country"),
    ],
)
def test_a_question_after_what_is_asked_for_a_nod_is_the_one_that_is_answered(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    "questions",
    [
        ("who from Azerbaijan won prizes?", "кто из Азербайджана получил призы?", "Әзербайжаннан кім жүлде алды?"),
        ("who from Türkiye won prizes?", "кто из Турции получил призы?", "Түркиядан кім жүлде алды?"),
        ("who from Kazakhstan won prizes?", "кто из Казахстана получил призы?", "Қазақстаннан кім жүлде алды?"),
    ],
)
def test_who_of_a_country_won_is_told_alike_in_each_language(knowledge: KnowledgeBase, questions: tuple[str, ...]) -> None:
    won = {knowledge.ask(Question(question)).records for question in questions}
    assert len(won) == 1
    assert all(award.startswith("award-2025-") for award in won.pop())


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("чем парижское соглашение с CNC 2022 года отличается от каннского 2024-го", "agreement-kz-fr-2022~agreement-kz-fr-2024.scope"),
        (
            "с кем из французских министров Балаева встречалась в 2023-м, а с кем в 2025-м? Сравните",
            "agreement-kz-fr-2023-talks~agreement-kz-fr-2025-talks.participants",
        ),
        ("Tulpan and Ayka, what did each one win at Cannes", "film-tulpan~film-ayka.awards"),
    ],
)
def test_two_of_different_years_or_prizes_stand_side_by_side(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query or reply.long_query) == query


@pytest.mark.parametrize(
    ("question", "prop"),
    [
        ("what did Kazakhfilm agree on with Yakutia?", "plans"),
        ("Балаева мен Дати Парижде нелер жайлы сөйлескен", "theme"),
        ("Түркиямен жасасқан кино қағазы не жайында?", "scope"),
    ],
)
def test_what_was_agreed_is_not_who_agreed(knowledge: KnowledgeBase, question: str, prop: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query or reply.long_query or "").split(".")[1].split("+")[0] == prop


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("TURKSOY, who runs it and where is it?", "org-turksoy.head+headquarters"),
        ("Turkic Culture and Heritage Foundation, who runs it and where is it?", "org-turkic-heritage-foundation.head+headquarters"),
        ("TURKSOY, who runs it and where is he from?", "person-sultan-raev.works+country"),
    ],
)
def test_where_a_body_is_and_where_its_head_is_from_are_told_apart(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query or reply.long_query) == query


def test_a_second_fact_is_told_whatever_it_repeats_of_a_long_name(knowledge: KnowledgeBase) -> None:
    text = knowledge.ask(Question("Turkic Culture and Heritage Foundation, who runs it and where is it?")).text
    assert "Raimkulova" in text and "Baku" in text


@pytest.mark.parametrize("question", ["«Жёлтая кошка» и «Кадет»: у кого где была премьера?", "Yellow Cat and Cadet: who premiered where?"])
def test_where_each_of_two_was_first_shown_is_told_of_both(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.query == "film-yellow-cat~film-cadet.premiere"


@pytest.mark.parametrize("question", ["фильм Дворцевого какого года?", "what year is the Dvortsevoy film from?", "Дворцевойдың фильмі қай жылғы?"])
def test_what_is_asked_of_one_film_of_several_is_told_of_each(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "film-ayka~film-tulpan.year"


@pytest.mark.parametrize("question", ["when did Auezov die, and where?", "когда умер Ауэзов и где?", "Әуезов қашан және қайда қайтыс болды?"])
def test_where_somebody_died_is_not_told_by_where_he_was_born(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "person-mukhtar-auezov.died"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("ТИКА — кто они и при чём тут фестиваль?", "org-tika.what+festival_role"),
        ("TURKSOY: who are they, and what's their part in the festival?", "org-turksoy.what+festival_role"),
        ("ТИКА деген кім, фестивальге қандай қатысы бар?", "org-tika.what+festival_role"),
        ("Кто отвечает за кино в Кыргызстане и кто там главный?", "org-kg-cinema.what+head"),
        ("Who is responsible for film in the Turkish culture ministry, and who heads it?", "org-tr-cinema.what+head"),
        ("Өзбекстанда киноға қай орган жауапты, оны кім басқарады?", "org-uz-cinema.what+head"),
        ("Кто возглавляет киноведомство Турции?", "org-tr-cinema.head"),
    ],
)
def test_what_a_body_is_and_more_of_it_are_both_told(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query
