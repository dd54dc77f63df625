"""Yes/no questions: «Yes» or «No» opens a reply only where the fact tells it, and what the short form holds comes back the same."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question, UnknownQuery
from kb.lazy import lazy
from kb.query import MAX_SHORT, Query
from kb.texts import sentence


def verdict(knowledge: KnowledgeBase, question: str) -> bool | None:
    reply = knowledge.ask(Question(question))
    opens = {True: sentence("yes", reply.language, fact=""), False: sentence("no", reply.language, fact="")}
    return next((said for said, text in opens.items() if reply.lead.startswith(text.strip())), None)


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Does Belarus belong to TURKSOY?", "No. Belarus is not a member. TURKSOY has 6 members"),
        ("Are the Netherlands a TURKSOY member?", "No. The Netherlands is not a member."),
        ("А Литва член ТЮРКСОЯ?", "Нет. Среди членов нет Литвы. В ТЮРКСОЙ 6 членов"),
        ("Нидерланды состоят в ТЮРКСОЙ?", "Нет. Среди членов нет Нидерландов."),
        ("Грузия ТҮРКСОЙ мүшесі ме?", "Жоқ. Грузия мүшелердің арасында жоқ."),
        ("Кыргызстан входит в состав ТЮРКСОЙ?", "Да. Кыргызстан — среди членов."),
        ("Түркия ТҮРКСОЙ-ға кіре ме?", "Иә. Түркия — мүшелердің бірі."),
        ("Is Khakassia a member of TURKSOY?", "No. It is an observer, not a member. TURKSOY has 8 observers: Northern Cyprus"),
        ("Башкортостан входит в ТЮРКСОЙ?", "Нет. Это не член, а наблюдатель. У ТЮРКСОЙ 8 наблюдателей"),
        ("Хакасия ТҮРКСОЙ мүшесі ме?", "Жоқ. Мүше емес, бақылаушы. ТҮРКСОЙ-дың 8 бақылаушысы бар"),
        ("Татарстан — наблюдатель ТЮРКСОЙ?", "Да. У ТЮРКСОЙ 8 наблюдателей"),
        ("Is Iran an observer of TURKSOY?", "No. Iran is not among the observers. TURKSOY has 8 observers"),
        ("Монголия ТҮРКСОЙ-ға мүше ме?", "Жоқ. ТҮРКСОЙ-дың 6 мүшесі бар"),
        ("Are there 9 members in TURKSOY?", "No. TURKSOY has 6 members"),
        # Who asks for all of them claims nothing.
        ("ТҮРКСОЙ-ға қандай елдер кіреді, тізім бар ма?", "ТҮРКСОЙ-дың 6 мүшесі бар"),
        ("Is there an eighth member in TURKSOY?", "TURKSOY has"),
        ("Did Thailand take part in the 2025 festival?", "No. Thailand did not take part."),
        ("Литва участвовала в фестивале 2025 года?", "Нет. Среди участников не было Литвы."),
        ("Швеция Ақтау фестиваліне қатысты ма?", "Жоқ. Швеция қатысқан жоқ."),
        ("Чехия подписала меморандум в Актау?", "Нет. Среди сторон нет Чехии. В Актау"),
        ("Чехия Ақтауда меморандумға қол қойды ма?", "Жоқ. Тараптардың арасында Чехия жоқ."),
        ("Was Becoming made in Hungary?", "No. “Becoming” is a co-production"),
    ],
)
def test_whom_a_reply_names_who_is_no_part_of_what_is_told(knowledge: KnowledgeBase, question: str, opening: str) -> None:
    assert knowledge.ask(Question(question)).lead.startswith(opening)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Did Adilkhan Yerzhanov direct Cadet?", True),
        ("Назарбеков министр культуры Казахстана?", False),
        ("Байпаков аким области?", False),
        ("Is TURKSOY based in Istanbul?", False),
        ("Is Tajikistan in TURKSOY?", False),
        ("Өзбекстан ТҮРКСОЙ-ға мүше ме?", True),
        ("Was the memorandum with Azerbaijan signed in Mangystau?", None),
        ("Did Balayeva announce the memorandum with Georgia?", None),
        ("Did 20 countries take part in Aktau?", False),
        ("Казахстан показал в Актау 6 фильмов?", None),
        ("Were 15 films in competition in Aktau?", None),
        ("Was the opening film in Aktau Joqtau?", False),
        ("Did Joqtau win best director in Aktau?", True),
        ("Did Samal Yeslyamova win best actress in Aktau?", False),
        ("Did Samal Yeslyamova win best actress in Cannes?", None),
        ("Was Auezov born in Almaty?", False),
        ("Меморандум с Грузией подписал Жумагали?", True),
        ("Did Aida Balayeva sign the memorandum with Georgia?", False),
        ("Is Joqtau a documentary?", False),
        ("«Атамекен» деректі фильм бе?", True),
        ("Was Qaitadan shown in Rome or in Paris?", None),
        ("Кадет фильмін Думан Еркімбек түсірді ме?", False),
        ("Фестиваль Коркыт Ата в 2022 году был в Баку?", False),
        ("2023 жылғы фестиваль Түркияда өтті ме?", False),
        ("Was Kazakhfilm founded in 1934?", True),
        ("Меморандум с Ираном подписан в 2023 году?", False),
        ("Is Caroline Champetier French?", True),
        ("Is Caroline Champetier German?", None),  # Which nations are meant is told by the fact alone.
        ("Is Becoming purely Swedish?", None),
        # A day, a month, a rank, a sum or a share is claimed of what is told by one.
        ("Is it true that the Cinema Summit in Aktau was on 3 October?", False),
        ("Киносаммит прошёл 2 октября?", True),
        ("Did Qaitadan come out in March?", False),
        ("Did Qaitadan come out on 4 September 2025?", True),
        ("2024 жылғы фестиваль 14 қарашада өтті ме?", True),
        ("Фестиваль в Актау был шестым?", False),
        ("Фестиваль Ақтауда алтыншы рет өтті ме?", False),
        ("Правда ли, что в ТЮРКСОЙ семь стран?", False),
        ("ТҮРКСОЙ-да алты мүше бар ма?", True),
        ("Did Qaitadan earn 5 billion tenge?", False),
        ("Did Qaitadan earn 5 billion dollars?", None),
        ("«Қайтадан» миллиард жинаған тұңғыш фильм бе?", None),
        ("Рибейт 50% екені рас па?", False),
        ("Is the rebate 30%?", True),
        ("Правда ли, что на фестивале 2021 года показали 52 фильма?", False),
        # What only asks whether it is so asks for nothing else.
        ("Правда ли, что меморандум с Ираном подписали в Астане?", True),
        ("Правда ли, что фильмом открытия в Актау был «Жоктау»?", False),
        ("Is it true that Samarkand is the Cultural Capital of the Turkic World 2026?", False),
        ("Is Cadet by Duman Yerkimbek?", False),
        ("Isn't it true that TURKSOY is in Istanbul?", False),
        ("ТҮРКСОЙ Стамбулда ма?", False),
        ("Правда ли, что в жюри был Актан Арым Кубат?", False),
        ("Was Qaitadan filmed in Mangystau?", False),
        # Where a film was shown is told in words too, but surely only where it is confirmed.
        ("was Joqtau shown in Aktau?", True),
        ("«Жоктау» показывали в Актау?", True),
        ("Жоқтау Ақтауда көрсетілді ме?", True),
        ("Was The Tale of the Sea Dogs shown in Busan?", None),
        # A role that is claimed too is judged by nobody.
        ("Did Tamiris Zhangazinova play Elena in Becoming?", None),
        # Who made a film is a claim of a country, where one is named.
        ("Becoming-ті түсіруге француздар қатысқан ба?", True),
    ],
)
def test_a_claim_is_judged_by_the_fact_it_is_about(knowledge: KnowledgeBase, question: str, said: bool | None) -> None:
    assert verdict(knowledge, question) is said


@pytest.mark.parametrize(
    "question",
    [
        # Another detail, of which the fact tells nothing or something else.
        "Was TURKSOY founded in Ankara in 1993?",
        "Самал Еслямова родилась 1 сентября 1984 года в Алматы?",
        "Иранмен меморандумға 2025 жылғы желтоқсанда Тегеранда қол қойылды ма?",
        "Is Qaitadan a documentary by Duman Yerkimbek?",
        "Did Assel Kaliyeva play the lead in Becoming?",
        "Was the State Center founded on 15 May 2019?",
        "Was Mukhtar Auezov born on 28 September 1898?",
        # Days, numbers and sums that are not read whole.
        "Did Qaitadan come out on the fourteenth of September?",
        "Did the Bursa festival show fifty-two films?",
        "«Таптым-ау сені» собрал 1,1 млрд тенге?",
        "«Қайтадан» жарты миллиард теңге жинады ма?",
        "Фестиваль в Бурсе открылся второго ноября?",
        # Little words that claim something too.
        "«Қайтадан» собрал миллиард за неделю?",
        "«Қайтадан» Ресейде миллиард жинады ма?",
        "Did Qaitadan earn a million tenge?",
        "Does TURKSOY lack six members?",
        "Is Kazakhfilm far from Almaty?",
        "Is Cadet for Satayev?",
        "Was TURKSOY founded in 1993 by Kazakhstan?",
        # What is denied or limited.
        "Is it true that Tajikistan is not a member of TURKSOY?",
        "Жоқтау Ақтауда бас жүлде алмағаны рас па?",
        "Was Kazakhfilm founded after 1934?",
        "Did Yulduz Rajabova win best actress on her own in Aktau?",
        "Гульнара Сарсенова была первой главой Госцентра?",
        # A day that is only most likely.
        "Was the memorandum with Azerbaijan signed on 2 October 2025?",
    ],
)
def test_nothing_is_judged_where_more_is_claimed_than_the_fact_tells(knowledge: KnowledgeBase, question: str) -> None:
    assert verdict(knowledge, question) is None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Did over 10 countries take part in the 2021 festival?", True),
        ("Is it true that the festival of 2021 showed 52 films?", False),
        ("Does TURKSOY have 6 members?", True),
        ("Did 50 countries come to Aktau?", False),
        ("Has TURKSOY more than 6 members?", False),
        ("ТҮРКСОЙ-дың мүшесі 5-тен көп пе?", True),
        ("Правда ли, что рибейт больше 50 процентов?", False),
        ("Does Cadet run more than 120 minutes?", True),
    ],
)
def test_a_bound_is_compared_with_the_number(knowledge: KnowledgeBase, question: str, said: bool) -> None:
    assert verdict(knowledge, question) is said


@pytest.mark.parametrize(
    "question",
    [
        "Is the rebate at least 30 percent?",  # The bound itself fulfils «at least», «not less», «no more».
        "Правда ли, что рибейт не меньше 30 процентов?",
        "Правда ли, что в ТЮРКСОЙ не более 6 членов?",
    ],
)
def test_a_bound_that_includes_its_number_is_not_denied(knowledge: KnowledgeBase, question: str) -> None:
    assert verdict(knowledge, question) is not False


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("Is Cadet over 3 hours long?", True),  # 126 minutes are no 126 hours.
        ("Is Gingerbread for Her Dad under 2 hours long?", False),
        ("Правда, что «Кадет» идёт больше 3 часов?", True),
        ("Did over 44 countries take part in the 2021 festival?", True),  # 44 is not 4.
        ("Did Cadet run over 166 minutes?", True),
        ("Did more than 1 500 guests come to the 2025 festival?", True),
    ],
)
def test_a_bound_is_read_with_its_unit_and_all_its_digits(knowledge: KnowledgeBase, question: str, wrong: bool) -> None:
    assert verdict(knowledge, question) is not wrong


@pytest.mark.parametrize(
    "question",
    [
        "Was Cadet not directed by Adilkhan Yerzhanov?",
        "Was the 2022 festival not in Turkey?",
        "Разве «Кадет» не Ержанов снял?",
        "Кадет фильмін Ержанов түсірмеген бе?",
    ],
)
def test_a_denied_claim_gets_no_bare_yes(knowledge: KnowledgeBase, question: str) -> None:
    assert verdict(knowledge, question) is not True


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("Was Joqtau directed by Aruan Anartay in 2020?", True),
        ("Did Dvortsevoy direct Tulpan in 2018?", True),
        ("Возглавляет ли Султан Раев ТЮРКСОЙ с 2019 года?", True),
        ("Is Andijan the cultural capital of 2025?", True),
        ("Was the 1992 agreement with France signed in Cannes?", True),
        ("Was Aida Balayeva minister in 2024?", False),
        ("Was Hungary at the 2025 festival?", False),
        ("2025 жылғы фестивальге Венгрия қатысты ма?", False),
    ],
)
def test_a_second_claim_is_not_passed_over(knowledge: KnowledgeBase, question: str, wrong: bool) -> None:
    assert verdict(knowledge, question) is not wrong


@pytest.mark.parametrize("question", ["Were there more than 50 films at the 2025 festival?", "На фестивале 2025 года было больше 40 фильмов?"])
def test_a_bound_asks_for_the_edition_that_is_told(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).records == ("festival-edition-2025",)


@pytest.mark.parametrize("number", ["፩", "9" * 4400, "٣٣", "1.5"])
def test_any_number_can_be_a_bound(knowledge: KnowledgeBase, number: str) -> None:
    assert knowledge.ask(Question(f"Did over {number} countries take part in the 2021 festival?")).text


@pytest.mark.parametrize(
    "query",
    [
        Query("fact", ("film-a",), "director+0"),
        Query("fact", ("film-a",), "director+writer"),
        Query("fact", ("film-a",), "country", claim=">50"),
        Query("fact", ("film-a",), "release", claim="2024"),
        Query("fact", ("film-a",), "country", claim="country-fr"),
    ],
)
def test_a_fact_comes_back_from_its_short_form(query: Query) -> None:
    assert Query.parse(str(query)) == query
    assert query.short() is None or len(str(query).encode()) <= MAX_SHORT


@pytest.mark.parametrize("short", ["film-joqtau.²", "film-joqtau.director+²", "film-joqtau.director+99", "film-joqtau.director+", "film-joqtau.0?>5"])
def test_a_second_part_that_means_nothing_is_refused(knowledge: KnowledgeBase, short: str) -> None:
    with pytest.raises(UnknownQuery):
        knowledge.run(short, "en")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Borat: where was it shot?", {"Borat"}),
        ("Who directed it? Then Borat.", {"Borat"}),
        ("WHO DIRECTED BORAT", set()),
        ("Who shot Borat", {"Borat"}),
    ],
)
def test_capitals_make_names_unless_a_sentence_begins(knowledge: KnowledgeBase, text: str, names: set[str]) -> None:
    reading = knowledge.words(text).reading
    assert {reading.tokens[i].text for i in reading.capitals} == names


@pytest.mark.parametrize("text", ["Did more than 1,500 guests come to Aktau?", "Кадет 1.5 сағат па? Иә"])
def test_each_word_is_in_a_clause(knowledge: KnowledgeBase, text: str) -> None:
    reading = knowledge.words(text).reading
    assert list(reading.clauses) == list(range(len(reading.tokens)))


def test_a_lazy_attribute_is_worked_out_once() -> None:
    asked = []

    class Thing:
        @lazy
        def size(self) -> int:
            """How big."""
            asked.append(1)
            return 3

    thing = Thing()
    assert (thing.size, thing.size, len(asked), Thing.size.__doc__) == (3, 3, 1, "How big.")
    del thing.__dict__["size"]
    assert (thing.size, len(asked)) == (3, 2)


@pytest.mark.parametrize(
    "question",
    [
        "Парвиз өзі келіп алды ма жүлдесін",
        "Үздік актердің жүлдесін өзі алды ма әлде басқа біреу ме",
        "Парвиз Мамедрзаев сам приз забирал?",
        "Приз за мужскую роль актер получил лично?",
        "Was it Parviz who went on stage for best actor?",
        "Did Mammadrzayev get the best actor prize personally?",
        "Кто вышел на сцену за призом лучшего актёра в Актау?",
        "Best actor in Aktau: who came up on stage for it?",
        "Кто забрал приз за него, за Мамедрзаева?",
    ],
)
def test_who_took_a_prize_for_somebody_is_told_by_the_prize(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "award-2025-best-actor.0"


@pytest.mark.parametrize("question", ["Парвизге жүлде берілді ме өзі", "Which person won best actor in Aktau?"])
def test_who_won_is_not_who_took_the_prize(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query != "award-2025-best-actor.0"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Мажарлар Қорқыт атаға 2025 жылы бірінші рет келген бе", "country-hu.0"),
        ("Қазақстан фестивальді бірінші рет 2025 жылы өткізді ме", "festival-edition-2025.0"),
        ("Ақтау бірінші рет өткізді ме Қорқыт атаны", "festival-edition-2025.0"),
        ("Қорқыт ата төртінші рет қайда өтті", "festival-edition-2024.city"),
    ],
)
def test_the_first_time_of_somebody_is_no_first_festival(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Алғашқы Қорқыт ата Анталияда өткен бе", "festival-edition-2021.city"),
        ("2022 жылғы фестиваль Измирде болды ма", "festival-edition-2022.city"),
        ("Фестиваль 2023 проходил в Гяндже?", "festival-edition-2023.city"),
        ("Третий Коркыт ведь в Гяндже проходил", "festival-edition-2023.city"),
        ("Was the fourth festival held in Mary?", "festival-edition-2024.city"),
    ],
)
def test_where_a_festival_was_answers_a_place_that_is_not_in_the_base(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize("question", ["Самалға ТҮРКСОЙ не берді", "Что ТЮРКСОЙ дал Самал?", "What did TURKSOY give to Samal?"])
def test_what_a_body_gave_to_somebody_is_its_prize(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "award-2025-turksoy-contribution.winner"


@pytest.mark.parametrize("question", ["Кореямен келісімшарт бар ма", "Do you have an agreement with Korea?", "Америкамен кино келісім жасалды ма"])
def test_no_film_answers_for_a_paper_that_is_not_there(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(
    ("question", "record"),
    [("Каннан үздік актриса жүлдесін алған қазақ қызы кім", "person-samal-yeslyamova"), ("Каннға барған Дворцевойдың киносы қайсы", "film-tulpan")],
)
def test_the_letter_that_a_double_one_swallows_is_no_other_name(knowledge: KnowledgeBase, question: str, record: str) -> None:
    assert record in knowledge.ask(Question(question)).records


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("түркі кинофонды ашылды ма ақыры", "agreement-turkic-film-fund.status"),
        ("заработал ли уже тюркский кинофонд", "agreement-turkic-film-fund.status"),
        ("does the Turkic film fund pay anybody yet?", "agreement-turkic-film-fund.status"),
        ("ребейт у нас уже работает?", "agreement-scheme-rebate.status"),
        ("is the cash rebate up and running", "agreement-scheme-rebate.status"),
        ("Қазақфильм мен орталықты қосып жіберді ме", "org-kazakhfilm.status"),
        # Of a film it is another thing whether it is in cinemas.
        ("Кадет уже вышел?", "film-cadet.release"),
    ],
)
def test_how_far_something_has_got_is_told(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("фестиваль Евразия же в Астане проводят", "festival-eurasia.city?place-astana"),
        ("Қорқыт ата фестивалі Астанада өткен ғой бір жылы", "festival-korkyt-ata.city?place-astana"),
        ("was Korkyt Ata ever held in Tashkent?", "festival-korkyt-ata.city?place-tashkent"),
        ("Әндіжан Қазақстанда ма", "place-andijan.what?country-kz"),
        ("is Andijan in Kazakhstan", "place-andijan.what?country-kz"),
        ("Тюрксой же в Стамбуле", "org-turksoy.headquarters?place-istanbul"),
        ("Грузиямен келісім Тбилисиде жасалды ғой", "agreement-kz-ge-2024.signed_at?_tbiliside"),
        ("wasn't the Iran memo signed in Tehran", "agreement-kz-ir-2025.signed_at"),
    ],
)
def test_a_wrong_place_is_put_right(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query or reply.long_query) == query


@pytest.mark.parametrize("question", ["Атамекен дайын ба", "has the Atameken film been finished"])
def test_how_far_a_film_has_got_is_told_by_no_other_record(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.kind, reply.query) == ("unknown", "film-we-live-here.status")


@pytest.mark.parametrize("question", ["which countries came to Aktau", "какие страны были в Актау", "Ақтауда қай елдер болды"])
def test_countries_that_came_are_those_of_the_festival(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "festival-edition-2025.country"


def test_whether_somebody_else_is_real_is_no_small_talk(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("is Lyabiba a real person")).kind != "smalltalk"
    assert knowledge.ask(Question("are you a real person?")).kind == "smalltalk"


def test_whether_something_is_known_asks_for_nothing_else(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("келесі Қорқыт ата қайда болатыны белгілі болды ма")).query == "festival-korkyt-ata.next_dates"


@pytest.mark.parametrize("question", ["did We Live Here win anything?", "«Атамекен» что-нибудь выиграл?", "«Атамекен» жүлде алды ма?"])
def test_who_won_the_main_prize_does_not_tell_whether_a_film_won_any(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.query != "festival-edition-2025.best_film?film-we-live-here"
    assert "No." not in reply.text


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Жёлтая кошка была в Берлине?", "film-yellow-cat.premiere"),
        ("is it true Yellow Cat was at Berlin", "film-yellow-cat.premiere"),
        ("Сары мысық Берлинде болды ма", "film-yellow-cat.premiere"),
        ("Авель был в Каннах?", "film-abel.festivals"),
        ("was Abel at Cannes?", "film-abel.festivals"),
        ("Әбіл Каннда болды ма", "film-abel.festivals"),
        ("Әміре Эстонияда түсірілді ме", "film-amre.shooting"),
    ],
)
def test_where_a_film_was_answers_whatever_place_is_claimed(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query or "").split("?")[0] == query and not reply.text.startswith(("No.", "Нет.", "Жоқ."))


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("is the Cinema Agency of Azerbaijan a private firm", "org-arka.what"),
        ("агентство кино Азербайджана частное?", "org-arka.what"),
        ("Грузинский киноцентр — частная фирма?", "org-gnfc.1"),
        ("is the Georgian film center a government body", "org-gnfc.1"),
        ("ҰКҚМО мемлекеттік пе, жеке ме", "org-cinema-center.7"),
        ("Қазақфильм жекеменшік студия ма", "org-kazakhfilm.what"),
    ],
)
def test_whose_a_body_is_is_told_by_its_legal_form_or_by_what_it_is(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Казахфильм основали после войны?", "org-kazakhfilm.founded"),
        ("CNC соғыстан бұрын құрылған ба", "org-cnc.founded"),
    ],
)
def test_a_date_answers_whatever_it_is_compared_with(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


def test_a_country_in_a_city_is_not_where_the_city_is(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("Кыргызстан в Актау был хозяином?")).query != "place-aktau.what"
    assert knowledge.ask(Question("Актау в Казахстане?")).query == "place-aktau.what?country-kz"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Is the actor who plays Taghiyev from Azerbaijan?", "person-parviz-mammadrzayev.country"),
        ("Is the director who made Kitap Kyrgyz?", "person-hekim-alovov.country"),
        ("Was the president visiting when Iran and Kazakhstan signed?", "agreement-kz-ir-2025.signed_at"),
        # Where it does not begin with a claim of something definite, «who» asks.
        ("do you know who directed Kitap", "film-kitap.director"),
        ("Did the person who heads TURKSOY win a state prize?", "person-sultan-raev.awards"),
    ],
)
def test_what_says_who_is_meant_asks_for_nobody(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert (knowledge.ask(Question(question)).query or "").split("?")[0] == query


@pytest.mark.parametrize(("question", "query"), [("Каш про войну?", "film-qash.plot"), ("Качкын про любовь?", "film-kachkyn.theme")])
def test_what_a_film_is_about_answers_what_it_is_claimed_to_be(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


UNREWARDED = [
    ("Did Kazhymukan win best director?", "Joqtau"),
    ("Кажымукан получил приз за режиссуру?", "Жоктау"),
    ("Қажымұқан үздік режиссер жүлдесін алды ма?", "Жоқтау"),
    ("Did Shamsiqamar win best screenplay?", "Bəlkə də"),
    ("Did We Live Here win best film at Korkyt Ata?", "Black. Red. Yellow"),
]


@pytest.mark.parametrize(("question", "winner"), UNREWARDED)
def test_no_is_said_of_a_prize_that_another_film_won(knowledge: KnowledgeBase, question: str, winner: str) -> None:
    reply = knowledge.ask(Question(question))
    assert winner in reply.text
    assert reply.text.startswith(("No.", "Нет.", "Жоқ."))


WON_ELSEWHERE = ["Did Kachkyn win best screenplay?", "взял ли Качкын приз за сценарий?", "Қашқын үздік сценарий жүлдесін алды ма?"]


@pytest.mark.parametrize("question", WON_ELSEWHERE)
def test_a_prize_won_elsewhere_is_told_by_the_film(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "film-kachkyn.awards"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Ева Батыр кыз узбекский фильм?", "film-eva-batyr-qyz.country?country-uz"),
        ("Kitap узбекский?", "film-kitap.country?country-uz"),
        ("Наргин турецкий фильм?", "film-nargin.country?country-tr"),
        # Of Germany there is no record.
        ("was Ayka a German film?", "film-ayka.country"),
        ("Кадет немецкий фильм?", "film-cadet.country"),
    ],
)
def test_of_what_country_a_film_is_answers_any_other(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    "question", ["есть ли немецкие фильмы на фестивале?", "american movies at the festival?", "неміс фильмдері бар ма", "украинские фильмы"]
)
def test_a_film_that_tells_of_a_country_is_none_of_its_films(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Nargin Ақтауда бірінші орын алған", "film-nargin.awards"),
        ("Жоктау взял главный приз в Актау", "film-joqtau.awards"),
        ("Қажымұқан фильмі Ақтауда бас жүлдеге таласты ма?", "film-kazhymukan.competition"),
        ("Кажымукан боролся за главный приз в Актау?", "film-kazhymukan.competition"),
        # A film that won nothing there.
        ("За что Qaitadan получил главный приз в Актау?", "festival-edition-2025.best_film"),
    ],
)
def test_what_a_film_won_answers_what_it_is_said_to_have_won(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize("question", ["Прагадағы қазақ киносы күндері 2021 жылы өтті ғой?", "were the Kazakh film days in Prague in 2021?"])
def test_when_film_days_were_answers_another_year(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.query == "agreement-kz-cz-2022.dates?2021"
    assert reply.lead.startswith(("Жоқ.", "No."))


def test_where_a_film_was_shot_is_told_whoever_shot_it(knowledge: KnowledgeBase) -> None:
    reply = knowledge.ask(Question("правда что Кажымукана снимали ещё и в Беларуси?"))
    assert (reply.query or reply.long_query or "").startswith("film-kazhymukan.shooting")


def test_where_a_festival_of_another_name_is_answers_another_city(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("is the Eurasia film festival held in Astana?")).query == "festival-eurasia.city?place-astana"


@pytest.mark.parametrize(
    ("question", "query", "verdict"),
    [
        ("Was TURKSOY founded in Istanbul?", "org-turksoy.founded?place-istanbul", "No."),
        ("соглашение о создании ТЮРКСОЙ подписали в Баку?", "org-turksoy.founded?place-baku", "Нет."),
        ("ТҮРКСОЙ Алматыда құрылған ба?", "org-turksoy.founded?place-almaty", "Иә."),
        ("Was Kazakhfilm founded in Alma-Ata?", "org-kazakhfilm.founded?place-almaty", "Yes."),
    ],
)
def test_where_a_body_was_founded_is_judged(knowledge: KnowledgeBase, question: str, query: str, verdict: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.query == query
    assert reply.lead.startswith(verdict)


@pytest.mark.parametrize(
    ("question", "film"),
    [
        ("Жоқтау Аруан Анартайдың екінші толықметражды фильмі ме еді", "joqtau"),
        ("Is Joqtau the second feature by Aruan Anartay?", "joqtau"),
        ("Becoming — третий полный метр Алшановой?", "becoming"),
        ("was Qaitadan Yerkimbek's first film?", "qaitadan"),
    ],
)
def test_a_second_or_third_film_is_told_to_be_the_first(knowledge: KnowledgeBase, question: str, film: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.records == (f"film-{film}",) and ("first feature film" in reply.lead or "дебют" in reply.lead)


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Did Tulpan win the Palme d'Or in Cannes?", "film-tulpan.awards"),
        ("«Айка» взяла Золотую пальмовую ветвь в Каннах?", "film-ayka.awards"),
        ("Самал Еслямова получила каннский приз за «Тюльпан»?", "person-samal-yeslyamova.awards"),
        ("Самал Канн жүлдесін «Қызғалдақ» үшін алды ма?", "person-samal-yeslyamova.awards"),
    ],
)
def test_what_was_won_there_answers_what_is_claimed_to_be_won(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize("question", ["Did Tulpan win the Palme d'Or?", "Did Samal Yeslyamova win an Oscar?"])
def test_a_prize_of_no_festival_that_is_named_is_not_judged(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Is Bozzhyra in Almaty region or what?", "place-bozzhyra.city"),
        ("Бозжыра в Алматинской области или где?", "place-bozzhyra.city"),
        ("Бозжыра Алматы облысында ма әлде?", "place-bozzhyra.city"),
        ("Ақтау Маңғыстауда ма?", "place-aktau.what"),
        ("did Kazakhfilm move to Astana?", "org-kazakhfilm.headquarters"),
        ("Казахфильм переехал в Астану?", "org-kazakhfilm.headquarters"),
        ("Was the decision to give Aktau the capital title taken in Ankara?", "event-capital-2025.2"),
        ("решение отдать Актау звание культурной столицы принимали в Анкаре?", "event-capital-2025.2"),
        ("Ақтауға мәдени астана атағын беру туралы шешім Анкарада қабылданды ма?", "event-capital-2025.2"),
    ],
)
def test_where_it_is_answers_where_it_is_claimed_to_be(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert str(knowledge.ask(Question(question)).query).partition("?")[0] == query


@pytest.mark.parametrize(
    ("question", "query", "verdict"),
    [
        ("Штаб-квартира ТЮРКСОЙ в Анкаре?", "org-turksoy.headquarters", "Да"),
        ("Is TURKSOY headquartered in Moscow?", "org-turksoy.headquarters", "No"),
        ("ТҮРКСОЙ штаб-пәтері Анкарада ма?", "org-turksoy.headquarters", "Иә"),
        ("Was Amir Temur born in Kesh?", "person-amir-temur.birthplace", "Yes"),
        ("Мировая премьера «Пряников» была в Торино, верно?", "film-gingerbread.premiere", "Нет"),
        ("Гульнара Сарсенова — продюсер фильма «Айка»?", "film-ayka.producer", "Да"),
        ("Дарига Бадыкова — продюсер фильма «Тюльпан»?", "film-tulpan.producer", "Нет"),
        ("Думан Еркимбек написал сценарий «Кайтадан»?", "film-qaitadan.writer", "Да"),
        ("Ербол Тулепберген играет в фильме «Кажымукан»?", "film-kazhymukan.cast", "Да"),
        ("Қажымұқан фильмін Қанағат Мұстафин түсірді ме?", "film-kazhymukan.director", "Иә"),
        ("Ұлы дала таңы фильмін Ақан Сатаев түсірді ме?", "film-uly-dala-tany.director", "Иә"),
        ("Was Brighton 4th directed by Levan Koguashvili?", "film-brighton-4th.director", "Yes"),
        ("Дариға Бадықова Таптым-ау сені фильмінің продюсері ме?", "film-taptym-au-seni.producer", "Иә"),
        ("Аида Балаева возглавляет Министерство культуры и информации?", "org-mci.head", "Да"),
        ("Казахфильмом руководит Жумагали?", "org-kazakhfilm.head", "Нет"),
        ("Podpisala li Balaeva memorandum s Gruziei?", "agreement-kz-ge-2024.signatories", "Нет"),
    ],
)
def test_a_maker_a_head_or_a_place_that_is_claimed_is_judged(knowledge: KnowledgeBase, question: str, query: str, verdict: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query or "").partition("?")[0] in (query, "")
    assert reply.text.startswith(f"{verdict}.")


@pytest.mark.parametrize("question", ["Was Amir Temur born in Shakhrizabz?", "Раев он кроме должности в ТЮРКСОЙ ещё и литератор?"])
def test_what_may_be_misspelt_or_is_not_claimed_of_a_post_is_not_judged(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).text.partition(".")[0] not in ("Yes", "No", "Да", "Нет")


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Did Abel premiere in 2024?", "Yes"),
        ("Did Abel premiere in 2023?", "No"),
        ("Абай сөзі 2021 жылғы фильм бе?", "Иә"),
        ("Is Ayka a 2017 film?", "No"),
        ("«Кайтадан» вышел в прокат в 2025 году?", "Да"),
        ("Астана находится в Казахстане?", "Да"),
        ("Әндіжан Қазақстан елінде ме?", "Жоқ"),
        ("CNC находится во Франции?", "Да"),
        ("Volya Films находится в Чехии?", "Нет"),
        ("Is Amir Temur from Uzbekistan?", "Yes"),
        ("Сұлтан Раев қазақстандық па?", "Жоқ"),
    ],
)
def test_a_year_or_a_country_that_is_claimed_is_judged(knowledge: KnowledgeBase, question: str, verdict: str) -> None:
    assert knowledge.ask(Question(question)).text.startswith(f"{verdict}.")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("dates of the 2022 Korkut Ata in Bursa?", "The Korkyt Ata festival of 2022 was held on 1–5 November"),
        ("азербайжанның кино агенттігі грузиндермен де келісіп қойған ба", "ARKA 2026 жылғы ақпанда Берлинде"),
    ],
)
def test_what_is_told_without_a_verdict(knowledge: KnowledgeBase, question: str, told: str) -> None:
    assert knowledge.ask(Question(question)).text.startswith(told)


@pytest.mark.parametrize("question", ["qorqytatafestivali2025-kedeiindeqazaqstandaotkenbe?", "2025 — 2024?", "кино 2025, фильм?"])
def test_a_question_of_no_language_and_no_name_is_answered_too(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).text


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Qaitadan was by Akan Satayev, right?", "No."),
        ("Is Qaitadan an Akan Satayev film?", "No."),
        ("Is Qaitadan by Duman Yerkimbek?", "Yes."),
        ("«Қайтадан» — это же Акана Сатаева фильм?", "Нет."),
        ("Это Сатаев снял «Кайтадан»?", "Нет."),
        ("Это Сарсенова продюсировала «Айку»?", "Да."),
        ("Қайтадан Ақан Сатаевтың фильмі ме?", "Жоқ."),
        ("Қайтадан Думан Еркімбектің фильмі ме?", "Иә."),
    ],
)
def test_whose_film_it_is_is_claimed_in_many_words(knowledge: KnowledgeBase, question: str, says: str) -> None:
    assert knowledge.ask(Question(question)).text.startswith(says)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("was the memorandum with the Georgian film center signed in Tbilisi?", "No."),
        ("was the Iranian memorandum signed in Tehran?", "No."),
        ("was the memorandum with Azerbaijan signed in Baku?", "No."),
        ("меморандум с грузинским киноцентром подписали в Тбилиси?", "Нет."),
        ("Грузин киноорталығымен меморандумға Тбилисиде қол қойылды ма?", "Жоқ."),
    ],
)
def test_a_capital_is_claimed_for_the_place_of_a_signing(knowledge: KnowledgeBase, question: str, says: str) -> None:
    assert knowledge.ask(Question(question)).text.startswith(says)


@pytest.mark.parametrize(
    ("question", "says"),
    [("Евразия — это в Астане или где", "Нет."), ("Is Eurasia in Almaty?", "Yes."), ("Еуразия Астанада ма?", "Жоқ.")],
)
def test_the_city_of_a_festival_is_claimed(knowledge: KnowledgeBase, question: str, says: str) -> None:
    assert knowledge.ask(Question(question)).text.startswith(says)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Еслямова сама из Петропавловска, да?", "Самал Еслямова родилась в Петропавловске"),
        ("Еслямова из Алматы?", "Нет. Самал Еслямова родилась"),
        ("is Samal originally from Almaty?", "No. Samal Yeslyamova was born"),
        ("Еслямова Петропавлдан ба?", "Иә."),
        ("Раев из Бишкека?", "Султан Раев родом из Кыргызстана"),
        ("is Balayeva from Astana?", "Aida Balayeva: my database has nothing on this"),
    ],
)
def test_where_somebody_is_from_is_claimed(knowledge: KnowledgeBase, question: str, says: str) -> None:
    assert knowledge.ask(Question(question)).text.startswith(says)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Andijan is in Kyrgyzstan, isn't it?", "No. Andijan is a city in Uzbekistan"),
        ("Shusha is in Azerbaijan, isnt it", "Yes."),
        ("Aktau hosted the festival of 2025, didn't it?", "Yes."),
        ("The festival was in Baku in 2022, wasn't it?", "No."),
        ("Is Almaty in Türkiye?", "No. Almaty is a city in Kazakhstan"),
        ("Is Bursa in Azerbaijan?", "No. Bursa is a city in Türkiye"),
        ("Ташкент находится в Казахстане?", "Нет. Ташкент — город в Узбекистане"),
    ],
)
def test_a_tag_at_the_end_asks_whether_it_is_so(knowledge: KnowledgeBase, question: str, says: str) -> None:
    assert knowledge.ask(Question(question)).text.startswith(says)


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("heard that AI helps to pick the film projects at the State Center now, is that true?", "org-cinema-center.3"),
        ("түрксойды «түркі әлемінің ЮНЕСКО-сы» деп атайды екен, солай ма", "org-turksoy.3"),
    ],
)
def test_what_is_claimed_of_a_body_is_told_by_it(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    ("short", "claim", "listed"),
    [
        ("film-a.box_office?<5", "<5", None),
        ("film-a.box_office?<5<film-a~film-b.box_office", "<5", "film-a~film-b.box_office"),
        ("film-a.year<film-b.box_office?<5", None, "film-b.box_office?<5"),
        ("film-a.box_office?>5", ">5", None),
    ],
)
def test_less_than_is_claimed_with_or_without_a_list(short: str, claim: str | None, listed: str | None) -> None:
    query = Query.parse(short)
    assert (query.claim, query.listed and str(query.listed)) == (claim, listed)


def test_a_button_asks_again_whether_it_was_less(knowledge: KnowledgeBase) -> None:
    asked = knowledge.ask(Question("Did Qaitadan earn less than 5 billion tenge?"))
    assert asked.query == "film-qaitadan.box_office?<5000000000"
    assert knowledge.run(asked.query, "ru").query == asked.query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Что за киносаммит провели?", "summit-2025"),
        ("What was this cinema summit?", "summit-2025"),
        ("Киносаммит деген не болды?", "summit-2025"),
        ("Что за киносаммит был в Бурсе?", "summit-2022"),
        ("Was the cinema summit held in Aktau?", "summit-2025.venue?place-aktau"),
        ("Когда был киносаммит?", "summit-2025.dates"),
    ],
)
def test_what_a_summit_was_is_told(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    "question",
    [
        "Киносаммит прошёл в Астане?",
        "Was the cinema summit in Almaty?",
        "Киносаммит Ташкентте өтті ме?",
        "Что за киносаммит был в Ташкенте?",
        "What was the cinema summit in Astana?",
    ],
)
def test_a_summit_that_was_elsewhere_is_denied(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.kind, reply.about, reply.records) == ("unknown", "untrue", ("summit-2025",))


@pytest.mark.parametrize(
    ("question", "kind", "said"),
    [
        ("Бурак Озчивит родился в Анкаре?", "answer", "Нет."),
        ("Бурак Озчивит Стамбулда туған ба?", "answer", "Иә."),
        ("Was Yeslyamova born in Almaty?", "answer", "No."),
        ("Сатыбалды родился в Шымкенте?", "unknown", "1977"),
        ("Was Satybaldy born in Almaty?", "unknown", "1977"),
        ("Сатыбалды Алматыда туған ба?", "unknown", "1977"),
        ("Сатыбалды родился в 1977 году?", "answer", "Да."),
        # One of the sources says so.
        ("Бурак Озчивит Мерсинде туған ба?", "answer", "Бурак"),
    ],
)
def test_a_birthplace_is_judged_or_not_known(knowledge: KnowledgeBase, question: str, kind: str, said: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == kind and said in reply.text


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Did Joqtau win best film at the festival in Bogota?", "film-joqtau.awards"),
        ("Has Kitap won the top prize at the Venice festival?", "film-kitap.awards"),
        ("Did Nargin take the main prize in Korea?", "film-nargin.awards"),
        ("Is it true that Kazhymukan was best film in Seoul?", "film-kazhymukan.awards"),
        ("Правда ли, что «Жоктау» стал лучшим фильмом в Боготе?", "film-joqtau.awards"),
        ("«Качкын» взял главный приз на Берлинском фестивале?", "film-kachkyn.awards"),
        ("Кажымукан взял гран-при на фестивале в Сеуле?", "film-kazhymukan.awards"),
        ("Жоқтау Боготада үздік фильм болды ма?", "film-joqtau.awards"),
        ("Қажымұқан Сеулдегі байқауда бас жүлдені алды ма?", "film-kazhymukan.awards"),
        ("Қашқын Кореяда бас жүлде алды ма?", "film-kachkyn.awards"),
        # Where the festival is spoken of, it is told by that.
        ("Did Joqtau win best film in Aktau?", "festival-edition-2025.best_film?film-joqtau"),
        ("«Жоктау» победил на фестивале в Актау?", "festival-edition-2025.best_film?film-joqtau"),
        ("Жоқтау Қорқыт ата фестивалінде бас жүлде алды ма?", "festival-edition-2025.best_film?film-joqtau"),
    ],
)
def test_a_prize_that_is_claimed_elsewhere_is_told_by_what_was_won(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).in_chat == query


@pytest.mark.parametrize(
    ("question", "query", "opening"),
    [
        ("Did Cadet win an award in Aktau?", "festival-edition-2025.awards?film-cadet", "No. The awards of the Korkyt Ata festival of 2025"),
        ("Was Birol Güven given a prize at the festival in Aktau?", "festival-edition-2025.awards?person-birol-guven", "No."),
        ("Did Abel win anything at Korkyt Ata 2025?", "film-abel.awards?festival-edition-2025", "No. “Abel” won several awards in France"),
        ("Did Kitap win any prize in Aktau?", "film-kitap.awards?festival-edition-2025", "Yes."),
        ("Получил ли «Атамекен» награду на фестивале в Актау?", "festival-edition-2025.awards?film-we-live-here", "Нет. Награды фестиваля"),
        ("«Кажымукан» взял приз в Актау?", "film-kazhymukan.awards?festival-edition-2025", "Нет. «Кажымукан» получил на фестивале в Сеуле"),
        ("«Nargin» получил приз в Актау?", "film-nargin.awards?festival-edition-2025", "Да."),
        ("Самал Ақтауда марапат алды ма?", "person-samal-yeslyamova.awards?festival-edition-2025", "Иә."),
        ("Қайтадан Ақтаудағы фестивальде жүлде алды ма?", "film-qaitadan.awards?festival-edition-2025", "Жоқ. «Қайтадан» 2025 жылы «Кино» санатында"),
        # Of a festival where not all prizes are known nobody is said to have won none.
        ("Did Zhambyl win a prize at Korkyt Ata?", None, "“Zhambyl. New Era” won the jury's special prize at the third"),
    ],
)
def test_whether_anything_was_won_at_a_festival(knowledge: KnowledgeBase, question: str, query: str | None, opening: str) -> None:
    reply = knowledge.ask(Question(question))
    assert query in (None, reply.in_chat)
    assert reply.lead.startswith(opening)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Was Kitap the best film in Aktau?", "special prize"),
        ("Did Koca Dünya get the grand prix of Korkyt Ata 2025?", "special prize"),
        ("«Жоктау» стал лучшим фильмом в Актау?", "Приз за лучшую режиссуру"),
        ("Қашқын Ақтауда үздік фильм болды ма?", "арнайы атап өтілді"),
    ],
)
def test_who_won_another_prize_there_is_told_that_one(knowledge: KnowledgeBase, question: str, told: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.lead.startswith(("No.", "Нет.", "Жоқ."))
    assert any(told in line for line in reply.context)


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Will the 2026 festival take place in Andijan?", "festival-edition-2026.0"),
        ("Фестиваль 2026 года пройдёт в Узбекистане?", "festival-edition-2026.0"),
        ("2026 жылғы фестиваль Әндіжанда бола ма?", "festival-edition-2026.0"),
        ("2026 жылғы мәдени астана Әндіжан ба?", "event-capital-2026.city?place-andijan"),
        ("Is Qaitadan the very first Kazakh disaster movie?", "film-qaitadan.8"),
        ("Кайтадан — первый казахстанский фильм-катастрофа?", "film-qaitadan.8"),
        ("Қайтадан тұңғыш апат-фильм бе?", "film-qaitadan.8"),
        ("Was Becoming the debut feature of Zhannat Alshanova?", "film-becoming.7"),
        ("Did Joqtau debut at Locarno in August?", "film-joqtau.premiere"),
        ("Did Korkyt Ata come up with the kobyz?", "person-korkyt-ata.2"),
        ("Коркыт Ата сам придумал кобыз?", "person-korkyt-ata.2"),
        ("Қобызды Қорқыт ата ойлап тапқан ба?", "person-korkyt-ata.2+what"),
    ],
)
def test_a_claim_is_told_by_what_it_is_about(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert (knowledge.ask(Question(question)).in_chat or "").partition("?")[0] == query.partition("?")[0]


@pytest.mark.parametrize(
    "question", ["Was Burak there in 2022?", "Бурак был там в 2023 году?", "Бурак 2021 жылы келді ме?", "Was Sultan Raev in town in 2019?"]
)
def test_a_year_that_is_claimed_asks_for_no_birth(knowledge: KnowledgeBase, question: str) -> None:
    assert ".born" not in (knowledge.ask(Question(question)).in_chat or "")


def test_how_many_millions_claims_no_sum(knowledge: KnowledgeBase) -> None:
    for question in ("Қайтадан неше миллиард теңге жинады?", "сколько миллиардов собрал Кайтадан?", "how many billion tenge did Qaitadan earn?"):
        assert not knowledge.ask(Question(question)).lead.startswith(("Иә.", "Да.", "Yes."))


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Did Abel make it to Busan?", "film-abel.festivals"),
        ("Did Joqtau reach Bogota?", "film-joqtau.festivals"),
        ("Кадет добрался до Токио?", "film-cadet.festivals"),
        ("Алшановский Becoming доехал до Пусана или нет", "film-becoming.festivals"),
        ("Жоктау до Боготы доехал?", "film-joqtau.festivals"),
        ("Қайтадан Римге жетті ме?", "film-qaitadan.festivals"),
        ("Әбіл Пусанға жетіпті ме?", "film-abel.festivals"),
    ],
)
def test_whether_a_film_got_somewhere_is_told_by_its_festivals(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert (knowledge.ask(Question(question)).in_chat or "").partition("?")[0] == query


@pytest.mark.parametrize("question", ["how do I get to Aktau?", "как доехать до Актау?", "Ақтауға қалай жетемін?", "Дошёл ли Кадет до Оскара?"])
def test_how_one_gets_there_is_asked_of_no_festivals_of_a_film(knowledge: KnowledgeBase, question: str) -> None:
    assert ".festivals" not in (knowledge.ask(Question(question)).in_chat or "")


@pytest.mark.parametrize(
    "question",
    [
        "Did Burak remain until the closing?",
        "Was Özçivit at the closing ceremony in Aktau?",
        "Бурак остался до закрытия?",
        "Озчивит дождался закрытия фестиваля?",
        "Бурак жабылуға дейін болды ма?",
    ],
)
def test_a_guest_who_was_at_no_ceremony_is_told_when_he_was_there(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "person-burak-ozcivit.festival_role"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Was Birol Güven on the jury?", False),
        ("Was Aktan Arym Kubat a jury member in Aktau?", False),
        ("Was Aidyn Sakhaman on the jury in Aktau?", True),
        ("Дати сидела в жюри?", False),
        ("Сахаман был в жюри Актау?", True),
        ("Бурак қазылар алқасында болды ма?", False),
        ("Айдын Сахаман Ақтауда қазылар алқасында болған ба?", True),
        ("Did the jury in Aktau give Kitap a prize?", None),
    ],
)
def test_whether_somebody_was_on_the_jury(knowledge: KnowledgeBase, question: str, said: bool | None) -> None:
    assert verdict(knowledge, question) is said


@pytest.mark.parametrize("question", ["How many people were on the jury?", "сколько человек сидело в жюри?", "қазылар алқасында қанша адам болды?"])
def test_how_many_were_on_the_jury_comes_first(knowledge: KnowledgeBase, question: str) -> None:
    assert "12" in knowledge.ask(Question(question)).lead.partition(":")[0]
