"""Near what the base tells, and not in it: a second film, a prize nobody gave, another festival, a film of a country without any."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize(
    "question",
    [
        "Сколько собрал в прокате второй фильм Думана Еркимбека?",
        "how much did Duman Yerkimbek's second film earn?",
        "Думан Еркімбектің екінші фильмі прокатта қанша жинады?",
        "За какую роль Бурак Озчивит получил приз в Актау?",
        "for which film did Özçivit win a prize in Aktau?",
        "What was the Mongolian film that won a prize in Aktau called?",
        "Как назывался монгольский фильм, получивший приз в Актау?",
        "Which film took the top prize at Korkyt Ata 2019?",
        "кинофестиваль «Бастау» кто открыл",
        "Бастау фестивалінде кім жеңді",
        "«Бастау» кинофестивалінің қазылары кім?",
        "what is Yerkimbek's second film after Qaitadan called?",
        "Думан Еркімбектің Қайтаданнан кейін түсірген екінші фильмінің аты қалай?",
        "моңғолдармен бірге кино түсіру туралы келісімге біздің жақтан кім қол қойып еді",
        "қызылордада өткен қорқыт ата кинофестивалінде үздік режиссерді кім алды",
        "who won best director at Korkyt Ata in Kyzylorda",
        "when was korkyt ata in Atyrau",
        "Қорқыт атаның бас жүлдесін алған адамға қанша ақша береді",
        "how much money does the grand prix winner get at Korkyt Ata",
        "who succeeded Raev as secretary general?",
        "кто сменил Раева на посту генсека ТЮРКСОЙ?",
        "кто стал новым генсеком ТЮРКСОЙ после Раева",
        "Сұлтан Раевтың орнына келген ТҮРКСОЙ-дың жаңа бас хатшысы кім?",
        "Which camera model was Becoming shot on?",
        "На какую камеру снимали Becoming?",
        "Becoming қай камераға түсірілді",
        "кто возглавляет союз кинематографистов Азербайджана",
        "союз кинематографистов Азербайджана",
    ],
)
def test_what_is_only_near_is_not_told(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("how much did Duman Yerkimbek's first film earn?", "film-qaitadan.box_office"),
        ("which documentary opened Bastau?", "film-gingerbread.3"),
        ("Which film took the top prize at Korkyt Ata 2021?", "festival-edition-2021.best_film"),
        ("Кого сменил Раев в ТЮРКСОЙ?", "org-turksoy.predecessor"),
        ("Кто сменил Сатыбалды в Казахфильме?", "org-kazakhfilm.head"),
        ("Qazaqfilmdi Satybaldydan keiin kim basqardy?", "org-kazakhfilm.head"),
        ("Kto smenil Satybaldy v Kazakhfilme?", "org-kazakhfilm.head"),
        ("who replaced Satybaldy at Kazakhfilm?", "org-kazakhfilm.head"),
        ("Сатыбалдының орнына Қазақфильмге кім келді?", "org-kazakhfilm.head"),
        ("кто возглавил Казахфильм после Сатыбалды", "org-kazakhfilm.head"),
        ("Сколько гостей собрал фестиваль в Баку?", "festival-edition-2023.participants"),
        ("Who was the cameraman of Becoming?", "film-becoming.cinematographer"),
        ("за какой фильм Самал Еслямова получила приз в Каннах?", "film-ayka.awards"),
    ],
)
def test_what_is_told_is_told_all_the_same(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    "question",
    [
        "how much did the Netherlands Film Fund give to Becoming?",
        "Какую сумму Нидерландский кинофонд дал на Becoming?",
        "Бурак Өзчивит Ақтауға келгені үшін қанша ақша сұрады?",
        "За что «Пряники» получили приз на Каннском фестивале?",
        "what did Gingerbread for Her Dad get a Cannes prize for?",
        "who was on the jury of Eurasia in 2024?",
        "is Joqtau on any streaming service, I'd love to watch it back home in London",
        "which city do most pilgrims in Kazakhstan fly to?",
        "сколько стоит долететь из Астаны до Актау на фестиваль",
        "Астанадан Ақтауға ұшақ билеті қанша тұрады?",
        "Самалдың жігіті кім?",
    ],
)
def test_a_sum_a_prize_or_a_trip_that_nobody_tells(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize("question", ["«Әбіл» қай жерде түсірілді?", "«Әбіл» қай жақта түсірілді", "где снимали «Авеля»?"])
def test_where_a_film_was_shot_is_not_told_by_who_shot_it(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.kind, reply.records) == ("unknown", ("film-abel",))


@pytest.mark.parametrize(
    "question", ["Who won best film when Korkyt Ata was held in Kazan?", "Бозжыраға Ақтаудан неше шақырым?", "which hotel did the jury stay in?"]
)
def test_a_city_that_only_looks_like_a_month_and_what_a_trip_needs(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(
    "question",
    [
        "в каком году Коркыт ата проводили в Казани?",
        "кто победил на коркыт ата в москве",
        "what year was Korkyt Ata held in New York?",
        "who won best film at Korkyt Ata in Beijing",
        "Лондонда өткен Қорқыт ата фестивалінде бас жүлдені қай фильм алды",
        "қорқыт ата фестивалі самарқанда қашан болды",
        "кто открывал Коркыт Ата в Грузии",
    ],
)
def test_a_festival_where_it_never_was(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    cities = {"kk": "Ыстамбұл (2021)", "ru": "Стамбуле (2021)", "en": "Istanbul (2021)"}
    assert reply.kind == "unknown"
    assert cities[reply.language] in reply.text


@pytest.mark.parametrize(
    "question",
    [
        "кто победил на Коркыт Ата в Баку",
        "who won at korkyt ata in istanbul in 2021",
        "waht dates was the Korkyt Ata fesitval in Bkau",
        "korkyt ata in total how many films",
    ],
)
def test_a_festival_where_it_was(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "answer"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Кадет қайда түсірілді?", "film-cadet.shooting"),
        ("Арқау Өзөк қай шығарма бойынша түсірілген?", "film-arkau-ozok.based_on"),
        ("what prizes did We Live Here win?", "film-we-live-here.awards"),
        ("какие призы получил «Кукурузный остров»?", "film-corn-island.awards"),
        ("who headed ARKA before?", "org-arka.predecessor"),
        ("кто раньше возглавлял Kinopark?", "org-kinopark.predecessor"),
        ("what awards does Seyyed Abbas Salehi have?", "person-abbas-salehi.awards"),
    ],
)
def test_what_a_named_record_does_not_tell_is_not_told_by_another_fact(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.kind, reply.query) == ("unknown", query)


def test_the_prizes_of_somebody_are_told_by_his_film(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("какие награды у Думана Еркимбека?")).query == "film-qaitadan.awards"


@pytest.mark.parametrize(
    "question",
    [
        "кто возглавлял жюри самого первого фестиваля",
        "за какую роль Озчивиту дали приз лучшему актеру в Актау",
        "the dubbing memorandum Kazakhstan signed with Tojikfilm in Dushanbe, who put their name to it?",
        "Ақтаудағы Достық үйінің залына неше адам сияды?",
        "Думан Еркімбек келесіде не түсірмекші?",
    ],
)
def test_what_nobody_did_or_counted(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize("question", ["что дали Раеву в Актау", "what did they give Balayeva in Aktau"])
def test_who_won_nothing_at_a_festival_was_given_nothing_there(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("был ли у нас киномеморандум с немцами?", "«Германия»"),
        ("немістермен кино меморандумы бар ма?", "«Германия»"),
        ("do you have a film memorandum with the Germans?", "“Germany”"),
        ("кто из японцев был в жюри в Актау?", "«Япония»"),
        ("Моңғолиямен кино меморандумы қай айда жасалып еді", "«Моңғолия»"),
        ("where was Korkyt Ata shown in Budapest held?", "“Budapest”"),
        ("в каком году Коркыт Ата проводили в Бишкеке?", "«Бишкек»"),
    ],
)
def test_a_country_or_place_that_lacks_is_called_by_its_name(knowledge: KnowledgeBase, question: str, named: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "unknown" and named in reply.lead


@pytest.mark.parametrize("question", ["Did Hungary sign a memorandum?", "Есть ли у Казахстана меморандум с Венгрией?", "Мажарстанмен келісім бар ма?"])
def test_a_country_that_is_known_is_not_called_unknown_where_no_paper_with_it_is(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.kind, reply.query) == ("unknown", "country-hu.agreements")
    assert any(said in reply.text for said in ("no film agreement", "нет ни одного документа", "құжат жоқ"))


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("Which year did Joqtau win the Palme d'Or in Cannes?", "Palme d'Or"),
        ("В каком году «Жоктау» получил Золотую пальмовую ветвь?", "Золотая пальмовая ветвь"),
        ("Жоқтау Каннда Алтын пальманы қай жылы алды?", "Алтын пальма"),
    ],
)
def test_a_name_that_is_not_here_is_quoted_whole_and_the_film_is_offered(knowledge: KnowledgeBase, question: str, quoted: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.kind, reply.records) == ("unknown", ("film-joqtau",))
    assert quoted in reply.text


def test_another_man_is_not_offered_for_his_first_name(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("Is Timur Bekmambetov married?")).records == ()


@pytest.mark.parametrize("question", ["wich prizes did Kazhimukn get in Seol", "какие призы Кажимукн получил в Сеоуле"])
def test_a_name_with_typing_errors_is_not_cut_off(knowledge: KnowledgeBase, question: str) -> None:
    assert "org-cinema-center" not in knowledge.ask(Question(question)).records


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        ("Kazhymukan", ("• Kazhymukan (film)", "• Kazhymukan Munaitpasov (person)")),
        ("Кажымукан", ("• Кажымукан (фильм)", "• Кажымукан Мунайтпасов (человек)")),
        ("Қажымұқан", ("• Қажымұқан (фильм)", "• Қажымұқан Мұңайтпасов (адам)")),
    ],
)
def test_of_two_with_one_name_it_is_asked_back_what_each_is(knowledge: KnowledgeBase, question: str, lines: tuple[str, ...]) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.context == lines
    assert [f"• {button.label}" for button in reply.buttons] == list(lines)


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("АҚШ-пен келісім бар ма?", "«АҚШ»"),
        ("Америкамен келісім бар ма?", "«Америка»"),
        ("НАТО-мен келісім бар ма?", "«НАТО»"),
        ("Дубайда фестиваль болды ма?", "«Дубай»"),
        ("Фестиваль Анкарада өтті ме?", "«Анкара»"),
        ("Был ли фестиваль в Дубае?", "«Дубай»"),
    ],
)
def test_a_stranger_is_quoted_without_the_ending_of_its_case(knowledge: KnowledgeBase, question: str, quoted: str) -> None:
    assert quoted in knowledge.ask(Question(question)).text
