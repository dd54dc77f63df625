"""What a question names in words of its own: a numbered festival, a country's film body, a prize, a place by what it is, a head by who came after."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("5-ші Қорқыт атаны кім ұйымдастырды", "festival-edition-2025.organisers"),
        ("4-ші «Қорқыт ата» фестивалінде кім жеңді?", "festival-edition-2024.best_film"),
        ("1-й Коркыт Ата, кто организатор?", "festival-edition-2021.organisers"),
        ("2ші Қорқыт ата қай қалада болды", "festival-edition-2022.city"),
    ],
)
def test_a_number_with_its_ending_is_that_of_a_festival(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert str(knowledge.ask(Question(question)).query).startswith(query)


@pytest.mark.parametrize(
    ("question", "country"),
    [
        ("как называется киноагентство узбеков", "uz"),
        ("кинокомпания Туркменистана", "tm"),
        ("түрікмендердің кино мекемесі қалай аталады", "tm"),
        ("киноструктура киргизов — что это?", "kg"),
    ],
)
def test_a_body_for_cinema_of_a_people_is_that_of_its_country(knowledge: KnowledgeBase, question: str, country: str) -> None:
    assert knowledge.ask(Question(question)).query == f"country-{country}.film_body"


@pytest.mark.parametrize(
    ("question", "award"),
    [
        ("кому дали специальное упоминание в Актау?", "mention"),
        ("who received the honourable mention in Aktau?", "mention"),
        ("кому достался приз за вклад в тюркскую культуру", "turksoy-contribution"),
        ("who took the State Center special prize?", "cinema-center"),
    ],
)
def test_a_prize_is_found_by_any_of_its_names(knowledge: KnowledgeBase, question: str, award: str) -> None:
    assert knowledge.ask(Question(question)).query == f"award-2025-{award}.winner"


@pytest.mark.parametrize(
    "question",
    [
        "какой город главное место паломничества в Казахстане",
        "which city is the main place of pilgrimage in Kazakhstan",
        "Қазақстандағы басты зиярат орны қай қала",
    ],
)
def test_a_place_is_found_by_what_it_is_told_to_be(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "place-turkistan.what"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("kto bil glavoi turksoy do raeva", "person-sultan-raev.predecessor"),
        ("kto rukovodil turksoem do raeva", "predecessor"),
        ("кто был директором GNFC до Блиадзе", "org-gnfc.predecessor"),
        ("Блиадзеге дейін Грузия кино орталығын кім басқарды", "org-gnfc.predecessor"),
    ],
)
def test_a_head_is_found_by_who_came_after(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert query in str(knowledge.ask(Question(question)).query)


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("how much did Qaitadan make", "film-qaitadan.box_office"),
        ("how much has the comedy Taptym-au seni brought?", "film-taptym-au-seni.box_office"),
        ("how much does Qaitadan cost", "film-qaitadan.budget"),
    ],
)
def test_what_a_film_makes_is_what_it_earns(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("what does the title «Жоқтау» mean in English?", "film-joqtau.name_meaning"),
        ("what is the English title of Жоқтау", "film-joqtau@en"),
        ("In which year is the film Abel set?", "film-abel.0"),
        ("Eurasia film festival, what is it exactly", "festival-eurasia.what"),
    ],
)
def test_a_word_beside_a_name_asks_what_it_asks_elsewhere(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    "question", ["sorry what is TURKSOY", "сәлем! what is TURKSOY", "sorry for the silly question but what is TURKSOY exactly", "извините а что такое ТЮРКСОЙ"]
)
def test_a_greeting_or_an_excuse_asks_for_nothing(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "org-turksoy.what"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("cheers, that's all i needed, bye!", "goodbye"),
        ("thanks, that's all I wanted to know", "thanks"),
        ("спасибо, вот и всё", "thanks"),
        ("рахмет, білгім келгені осы", "thanks"),
    ],
)
def test_who_has_all_that_he_needs_asks_for_nothing(knowledge: KnowledgeBase, question: str, said: str) -> None:
    assert knowledge.ask(Question(question)).smalltalk == said


@pytest.mark.parametrize(
    ("question", "award"),
    [
        ("which organisations were given the contribution award at the first Korkut Ata?", "2021-contribution"),
        ("кто получил спецприз жюри на третьем фестивале", "2023-jury-special"),
        ("who got the TURKSOY special prize in Baku?", "2023-turksoy-special"),
        ("кто получил спецприз жюри в Актау", "2025-jury-special"),
    ],
)
def test_a_prize_of_one_name_is_that_of_the_edition_that_is_told(knowledge: KnowledgeBase, question: str, award: str) -> None:
    assert knowledge.ask(Question(question)).query == f"award-{award}.winner"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("how many medals did the wrestler Kazhymukan win in his career", "person-kazhymukan.awards"),
        ("how many prizes did Kazhymukan gather over his lifetime", "person-kazhymukan.awards"),
        ("how many medals had the real Kazhymukan", "person-kazhymukan.awards"),
        ("сколько медалей у Кажымукана-борца", "person-kazhymukan.awards"),
        ("сколько наград Кажымукан взял за всю жизнь", "person-kazhymukan.awards"),
        ("у самого Кажымукана сколько призов", "person-kazhymukan.awards"),
        ("Қажымұқан ғұмырында қанша жүлде алды", "person-kazhymukan.awards"),
        ("Қажымұқан мансабында неше марапат алған", "person-kazhymukan.awards"),
        ("how many awards did the film Kazhymukan win in its life", "film-kazhymukan.awards"),
        ("сколько наград у Кажымукана", "film-kazhymukan.awards"),
        ("актау прям у моря?", "place-aktau.0"),
        ("Актау приморский город?", "place-aktau.0"),
        ("Актау находится на Каспийском море?", "place-aktau.0"),
        ("earlier films by the guy who made Black Red Yellow?", "person-aktan-arym-kubat.works"),
        ("in what year did the Kazakhfilm studio get Shaken Aimanov in its name?", "org-kazakhfilm.named_after"),
        ("was Gulnara Sarsenova the very first boss of the State Center", "org-cinema-center.predecessor"),
    ],
)
def test_a_word_for_somebody_says_who_is_asked_about(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    "question",
    [
        "Do Tulpan and Ayka have the same director?",
        "Тюльпан и Айка — у них один режиссёр?",
        "«Тюльпан» и «Айка» снял тот же режиссёр?",
        "«Қызғалдақ» пен «Айканың» режиссері бір адам ба?",
    ],
)
def test_whether_two_have_the_same_is_told_side_by_side(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "film-tulpan~film-ayka.director"


@pytest.mark.parametrize(
    ("question", "record"),
    [
        ("tell me about the horror drama Cadet", "film-cadet"),
        ("расскажи про комедию «Таптым-ау сені»", "film-taptym-au-seni"),
        ("tell me about the Korkyt Ata that was held in Bursa", "festival-edition-2022"),
    ],
)
def test_what_only_says_which_one_is_meant_asks_for_nothing(knowledge: KnowledgeBase, question: str, record: str) -> None:
    assert knowledge.ask(Question(question)).query == record


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("which country has hosted Korkyt Ata most often?", "festival-korkyt-ata.3"),
        ("Какая страна чаще всего принимала Коркыт Ата?", "festival-korkyt-ata.3"),
        ("«Қорқыт ата» фестивалін ең көп өткізген ел қайсы?", "festival-korkyt-ata.3"),
        ("which city hosted Korkyt Ata most often", "festival-korkyt-ata.city"),
        ("where did the State Center first have its own stand at a film market?", "org-cinema-center.5"),
        ("где киноцентр впервые поставил свой стенд на кинорынке и в каком году?", "org-cinema-center.5"),
        ("кто продюсер в M-Films?", "org-m-films.0"),
        ("which two joint films were planned with the Uzbeks in 2021?", "agreement-kz-uz-2021.2"),
        ("Какие совместные картины планировали с узбеками в 2021 году?", "agreement-kz-uz-2021.2"),
        ("what date was the cultural capital title handed to Aktau in Ashgabat?", "event-capital-2025.3"),
        ("С какого года лежал сценарий «Кажымукана»?", "film-kazhymukan.0"),
    ],
)
def test_what_is_told_in_the_words_of_the_question_stands_before_a_list(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    "question", ["what kind of event is the Eurasia festival?", "Что за мероприятие фестиваль «Евразия»?", "«Еуразия» фестивалі қандай шара?"]
)
def test_what_a_festival_is(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "festival-eurasia.what"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("for which film did Ahmet Amandurdyyev get a prize in Baku?", "festival-edition-2023.best_actor"),
        ("за какой фильм Ахмет Амандурдыев получил приз в Баку?", "festival-edition-2023.best_actor"),
        ("үздік актер болған түрікмен жігіті кім, Бакуде", "festival-edition-2023.best_actor"),
        ("in which city did the Kazhymukan film get its grand prix?", "film-kazhymukan.awards"),
        ("title of Alshanova's short film that won the Silver Pardino?", "person-zhannat-alshanova.awards"),
        ("Which film was the very first to win the main prize of Korkyt Ata?", "festival-edition-2021.best_film"),
        ("какой фильм самым первым получил главный приз Коркыт Ата", "festival-edition-2021.best_film"),
        ("Қорқыт атаның тарихында бас жүлдені ең бірінші алған фильм қайсы?", "festival-edition-2021.best_film"),
    ],
)
def test_a_prize_is_told_by_whoever_or_whatever_won_it(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    "question",
    [
        "how many films competed in the two competitions of the last Eurasia?",
        "сколько картин боролось в двух конкурсах последней Евразии?",
        "соңғы Еуразияның екі байқауында неше фильм болды?",
    ],
)
def test_the_films_of_another_festival_are_counted_by_that_festival(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "festival-eurasia.films_count"


@pytest.mark.parametrize(
    ("question", "query", "opens"),
    [
        ("Кажымукана целиком сняли в Казахстане?", "film-kazhymukan.shooting", "«Кажымукан»"),
        ("«Қажымұқан» тек Қазақстанда түсірілген бе?", "film-kazhymukan.shooting", "«Қажымұқан»"),
        ("was Kazhymukan shot in Belarus too?", "film-kazhymukan.shooting?country-by", "Yes."),
        ("Анау Өзбекстанда ма?", "place-anau.what?country-uz", "Жоқ. Анау"),
        ("was Sultan Raev elected to his TURKSOY job in Ankara?", "person-sultan-raev.post_since", "Sultan Raev was elected"),
    ],
)
def test_where_and_of_whom_a_claim_is(knowledge: KnowledgeBase, question: str, query: str, opens: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query or "", reply.text.startswith(opens)) == (query, True)


@pytest.mark.parametrize(
    ("question", "opens"),
    [
        ("Did a Kazakh win best actor in Aktau in 2025?", "No. The best actor prize of the 2025 festival"),
        ("Did an Azerbaijani win best director at Korkyt Ata 2021?", "No. The best director"),
        ("Лучший актёр в Актау — азербайджанец?", "Да. Приз за лучшую мужскую роль"),
        ("Ақтауда үздік сценарий жүлдесі қазақтарға бұйырды ма?", "Жоқ. 2025 жылғы фестивальде үздік сценарий"),
    ],
)
def test_whose_country_won_is_judged_by_who_won(knowledge: KnowledgeBase, question: str, opens: str) -> None:
    assert knowledge.ask(Question(question)).text.startswith(opens)


@pytest.mark.parametrize(
    "question",
    [
        "How did Balayeva's talks in Paris in 2023 differ from the meeting there in 2025?",
        "Чем переговоры Балаевой в Париже в 2023-м отличались от встречи в 2025-м?",
    ],
)
def test_years_of_talks_are_none_of_festivals(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert set(reply.records) == {"agreement-kz-fr-2023-talks", "agreement-kz-fr-2025-talks"}


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Сәлеметсіз бе, Koca Dünya кто снял?", "ru"),
        ("Салем! When was the festival in Baku?", "en"),
        ("Здравствуйте, «Қайтадан» фильмін кім түсірді?", "kk"),
        ("Сәлеметсіз бе!", "kk"),
    ],
)
def test_who_greets_in_another_language_is_answered_in_his_own(knowledge: KnowledgeBase, question: str, language: str) -> None:
    assert knowledge.ask(Question(question)).language == language


@pytest.mark.parametrize(
    ("question", "film"),
    [
        ("tell me about Tulpan, the film by Dvortsevoy", "tulpan"),
        ("Расскажите про фильм «Тюльпан» Дворцевого", "tulpan"),
        ("Tell me about Cadet by Yerzhanov", "cadet"),
    ],
)
def test_who_made_a_film_only_says_which_one_is_meant(knowledge: KnowledgeBase, question: str, film: str) -> None:
    assert knowledge.ask(Question(question)).query == f"film-{film}"


@pytest.mark.parametrize(
    "question",
    [
        "Balayeva went to Beijing in early 2024, what came out of that trip?",
        "Балаева ездила в Пекин в феврале 2024 года, чем закончилась поездка?",
    ],
)
def test_what_came_of_a_meeting_that_is_described(knowledge: KnowledgeBase, question: str) -> None:
    assert "agreement-kz-cn-2024-talks.result" in str(knowledge.ask(Question(question)).query)


@pytest.mark.parametrize(
    ("question", "query"), [("where were the films screened?", "venue"), ("фильмдерді қай жерде көрсетті", "venue"), ("а где показывали фильмы", "venue")]
)
def test_where_the_films_of_the_festival_of_the_chat_were_shown(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question, context="festival-edition-2023.opening"))
    assert str(reply.query or reply.long_query).startswith(f"festival-edition-2023.{query}")


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Who is Amre Kashaubayev?", "film-amre.plot"),
        ("Әміре Қашаубаев кім", "film-amre.plot"),
        ("кто это жамбыл жабаев", "film-zhambyl.plot"),
        ("who directed Zhambyl. New Era?", "film-zhambyl.director"),
        ("who directd Gingerbred for her dad", "film-gingerbread.director"),
        ("which festival gave Ander the best documentary prize", "person-alina-mustafina.awards"),
        ("who won Chongqing festival best actress", "film-bahorni-quvib.0"),
    ],
)
def test_somebody_or_something_that_only_texts_name(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Из скольких стран были участники самого первого Коркыт Ата?", "festival-edition-2021.country"),
        ("When was the festival last held in Turkey, and in what city?", "festival-edition-2022.dates+city"),
        ("Соңғы рет фестиваль Түркияда қашан өтті", "festival-edition-2022.dates"),
        ("when was the festival last held in Turkey", "festival-edition-2022.dates"),
        ("когда фестиваль последний раз проходил в Турции", "festival-edition-2022.dates"),
        ("«Пряниками для её отца» открывали Бастау-2024?", "film-gingerbread.festivals"),
        ("А с кем Агентство кино Азербайджана подписало меморандум в Берлине?", "org-arka.0"),
        ("who on earth was Haji Zeynalabdin Taghiyev", "person-taghiyev"),
        ("In Kitap a man gives away an animal to get the book. Which animal?", "film-kitap.0"),
        ("Кайтадан снимали в Шымкенте?", "film-qaitadan.shooting?_6imkente"),
        ("Қайтаданның сценарийін режиссер туған бауырымен бірігіп жазды деген рас па", "film-qaitadan.writer"),
        ("which was in Locarno earlier, Joqtau or Becoming", "film-joqtau~film-becoming.festivals"),
        ("Cadet and Yellow Cat - at what festivals did each of them premiere", "film-cadet~film-yellow-cat.premiere"),
        ("how does the 2021 memorandum with Uzbekistan differ from the 2025 one", "agreement-kz-uz-2021~agreement-kz-uz-2025.scope"),
        ("2022-де Прагада қазақ киносы күндері болды ғой, қай фильмдерді апарды?", "agreement-kz-cz-2022.festivals"),
        ("какие фонды и ведомства вложились в «Победителей видно на старте»?", "film-becoming.support"),
        ("where do most pilgrims go in Kazakhstan", "place-turkistan.what"),
        ("Картина о дружбе Ауэзова с Кадыри — это ведь документалка?", "film-pamir.genre"),
        ("Who's Yergali Shamey and why is there a short film about him?", "film-umit-saulesi.plot+festivals"),
        ("кто произнёс речь на открытии в Актау", "festival-edition-2025.3"),
    ],
)
def test_the_first_the_last_and_what_only_says_which(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query or reply.long_query) == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Какая документалка взяла первое место на самом первом Коркыт Ата?", "festival-edition-2021.best_documentary"),
        ("ең алғашқы Қорқыт атада қай деректі фильм бірінші орын алды", "festival-edition-2021.best_documentary"),
        ("кто был лучшим актёром на самом первом Коркыт Ата", "festival-edition-2021.best_actor"),
        ("Ақтауға дейін Қазақстаннан қай қалалар түркі әлемінің мәдени астанасы атанған?", "event-capital-2025.1"),
        ("what's that Kazakh short about the guy who won silver at the Paralympics?", "film-umit-saulesi"),
        ("Film bosses of the Turkic countries met at Feriye Palace. What came of it?", "agreement-turkic-protocol-2025.0"),
        ("Түркі елдерінің кино басшылары Ферие сарайында жиналды. Немен аяқталды?", "agreement-turkic-protocol-2025.0"),
        ("Kachkyn swept Ak Ilbirs in December 2025. In which categories?", "film-kachkyn.1"),
    ],
)
def test_the_festival_of_that_number_and_the_question_after_a_statement(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Сколько наград было у самого борца Мунайтпасова", "person-kazhymukan.awards"),
        ("палуан Қажымұқан өмірінде қанша марапат алған", "person-kazhymukan.awards"),
        ("какие призы получил фильм Кажымукан", "film-kazhymukan.awards"),
        ("что написано Ауэзовым", "person-mukhtar-auezov.works"),
        ("Is Corn Island by a Kazakh director?", "film-corn-island.director"),
    ],
)
def test_somebody_is_not_the_film_about_him(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


def test_two_who_are_called_alike_are_asked_back_for(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("какая должность у Омарова")).kind == "clarify"


@pytest.mark.parametrize(
    ("greeting", "language"),
    [
        ("good morning", "en"),
        ("good day, bot", "en"),
        ("доброе утро, бот!", "ru"),
        ("бот, привет", "ru"),
        ("қайырлы таң, бот", "kk"),
    ],
)
def test_a_greeting_is_answered_in_its_language(knowledge: KnowledgeBase, greeting: str, language: str) -> None:
    reply = knowledge.ask(Question(greeting))
    assert (reply.kind, reply.language) == ("smalltalk", language)


@pytest.mark.parametrize(
    "question",
    [
        "which film did TURKSOY give its special prize to in Aktau?",
        "какая лента получила спецпремию самого ТЮРКСОЯ?",
        "ТҮРКСОЙ өзінің арнайы сыйлығын қай деректі фильмге берді?",
    ],
)
def test_what_a_body_gave_to_a_film_is_its_prize_for_films(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "award-2025-turksoy-special.winner"


@pytest.mark.parametrize("question", ["Which film is called the first Kazakh disaster movie?", "какой фильм назвали первым казахским фильмом-катастрофой?"])
def test_what_is_the_first_of_its_sort_is_no_earliest_of_all(knowledge: KnowledgeBase, question: str) -> None:
    assert str(knowledge.ask(Question(question)).query).startswith("film-qaitadan.")


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("who was this Yasawi they named the mausoleum after?", "person-yasawi.what"),
        ("Who is that Temur who ordered the mausoleum?", "person-amir-temur.what"),
        ("Кто такой Кажымукан, про которого сняли кино?", "person-kazhymukan.what"),
        ("Яссауи деген кім, кесенесі Түркістанда тұрған", "person-yasawi.what"),
        ("Who is Raev, and where is he from?", "person-sultan-raev.what+country"),
    ],
)
def test_who_somebody_is_is_told_whatever_is_said_of_him(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("что дали Качкыну на фестивале в Актау", "film-kachkyn.awards"),
        ("what did they give Kachkyn in Aktau", "film-kachkyn.awards"),
        ("Қашқынға Ақтауда не берді", "film-kachkyn.awards"),
    ],
)
def test_what_a_film_was_given_is_its_prize(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize("question", ["what did they give Becoming in Aktau?", "за какую роль Еслямову признали лучшей актрисой на Коркыт Ата?"])
def test_nothing_is_told_of_a_prize_that_nobody_gave(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize("question", ["kakaya strana pervyi raz priehala na korkyt ata v aktau", "which country came to Aktau for the first time"])
def test_who_came_for_the_first_time_is_heard_in_any_letters(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "country-hu.0"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("TIKA keeps popping up on the posters, what is it?", "org-tika.what"),
        ("we were driven to a place called Torysh, what is it?", "place-torysh.what"),
        ("завтра едем смотреть Бозжыру, что это за место?", "place-bozzhyra.what"),
        ("planning on Cadet tonight, how long is it?", "film-cadet.runtime"),
        ("everybody talks about Qash, who made it?", "film-qash.director"),
        ("Qaitadan earned a billion. Who directed it?", "film-qaitadan.director"),
        ("Qaitadan собрал миллиард. Кто режиссёр?", "film-qaitadan.director"),
        ("«Қайтадан» миллиард жинады. Режиссері кім?", "film-qaitadan.director"),
        # Where it was is asked of what is said.
        ("I heard Amre was shot abroad. In which country?", "film-amre.shooting"),
        ("Слышал, «Амре» снимали за границей. Если правда, то в какой стране?", "film-amre.shooting"),
        ("Әміре деген кино шетелде түсірілген екен. Рас болса, қай мемлекетте?", "film-amre.shooting"),
        ("Нам обещали показать долину шаров. Это где?", "place-torysh.city"),
        ("Торышты бәрі айтып жүр, ол қайда?", "place-torysh.city"),
        ("Рашад Азизов деген кісі кім екен?", "person-rashad-azizov"),
    ],
)
def test_a_short_question_asks_of_what_was_said_before(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


def test_what_is_asked_first_is_no_statement(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("Becoming-те оператор кім болған, who shot it?")).query == "film-becoming.cinematographer"


def test_what_a_tourist_should_see_is_told_by_the_sights(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("what should I see in Mangystau?")).query == "place-mangystau.sights"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("what does the OTS do?", "org-ots"),
        ("which festival gave Kazhymukan its grand prix?", "film-kazhymukan.awards"),
        ("«Қажымұқан» киносы гран-приді алыпты ғой, ол қай фестиваль?", "film-kazhymukan.1"),
        ("на каком фестивале «Кажымукан» увёз гран-при?", "film-kazhymukan.awards"),
        ("есть ли меморандум с турками?", "country-tr.agreements"),
        ("сколько фильмов привезли турки в Актау?", "count:film:country-tr~festival-edition-2025"),
        # «Түркі» is Turkic, and no Turk.
        ("Түркі әлемінің мәдени астанасы 2026 жылы қай қала?", "event-capital-2026"),
    ],
)
def test_an_abbreviation_the_turks_and_a_festival_that_gave_a_prize(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query or reply.long_query or "").startswith(query)


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("Ақтаудағы ашылуда мінбеден сөз алған кімдер?", 2025),
        ("кто толкал речь на открытии в Баку?", 2023),
        ("who took the floor at the opening in Bursa?", 2022),
        ("кто из гостей взял слово на открытии в Стамбуле?", 2021),
    ],
)
def test_who_spoke_at_an_opening_however_it_is_said(knowledge: KnowledgeBase, question: str, year: int) -> None:
    assert (knowledge.ask(Question(question)).query or "").startswith(f"event-opening-{year}.participants")


@pytest.mark.parametrize("question", ["Ақтау қайда жатыр?", "Түркістан қайда жатыр?"])
def test_where_a_town_lies_is_not_who_lies_in_it(knowledge: KnowledgeBase, question: str) -> None:
    assert (knowledge.ask(Question(question)).query or "").endswith(".what")


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Мұстафинаның фильмі неше минут", "film-gingerbread.runtime"),
        ("Mustafinanyn filmi ne turaly", "film-gingerbread.plot"),
        ("Мұстафиннің фильмі не туралы", "film-kazhymukan.plot"),
        ("фильм Мустафиной о чём", "film-gingerbread.plot"),
        ("how long is Mustafina's film", "film-gingerbread.runtime"),
    ],
)
def test_the_surname_of_a_woman_is_no_form_of_that_of_a_man(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query
