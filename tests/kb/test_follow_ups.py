"""What a message means after another one in the same chat, and what stands beside the question in one message."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

CHATS = [
    (["Что такое «Евразия»?", "кто победил в 2024?"], "festival-eurasia.best_film"),
    # The film that a prize was given for; one of a list, as it was shown.
    (["кто лучший актёр 2025?", "а кто режиссёр этого фильма?"], "film-tagiyev-neft.director"),
    (["who won best actress in Aktau", "who directed that film?"], "film-shamsiqamar~film-raylarin-otesinde.director"),
    (["Какие казахстанские фильмы были в конкурсе в Актау?", "кто снял второй?"], "film-joqtau.director"),
    (["Which Turkish films were in Aktau?", "who directed the first one?"], "film-babamin-arkadasi.director"),
    # What answers the same question word of the record that the chat spoke of.
    (["When was Burak Özçivit born?", "and in which town?"], "person-burak-ozcivit.birthplace"),
    (["Where was Mukhtar Auezov born?", "what date?"], "person-mukhtar-auezov.born"),
    # The next of its kind.
    (["В каком городе прошёл четвёртый фестиваль Коркыт Ата?", "а третий?"], "festival-edition-2023.city"),
    (["Which city is the cultural capital of the Turkic world in 2026?", "and in 2025?"], "event-capital-2025.city"),
    (["2026 жылғы мәдени астана қай қала?", "ал бір жыл бұрын ше?"], "event-capital-2025.city"),
    # First, second and third prizes stand in one text.
    (["Which documentaries won in Aktau?", "and who took third place?"], "festival-edition-2025.best_documentary"),
    # Who held a post before.
    (["Who heads the State Center for the Support of National Cinema?", "and before him?"], "org-cinema-center.predecessor"),
    (["Кто возглавляет «Казахфильм»?", "а до него?"], "org-kazakhfilm.predecessor"),
    (["ТҮРКСОЙ-ды кім басқарады?", "ал оған дейін ше?"], "org-turksoy.predecessor"),
    (["who was in the jury in 2025?", "who chaired it?"], "jury-2025.jury_chair"),
    (["2025 жылғы қазылар алқасы", "төрағасы кім?"], "jury-2025.jury_chair"),
    # Prizes.
    (["Who was the best actor in Aktau?", "and for directing?"], "festival-edition-2025.best_director"),
    (["Кто получил приз за лучшую мужскую роль в Актау?", "а из актрис?"], "festival-edition-2025.best_actress"),
    (["Which film won in Bursa in 2022?", "and who directed that one?"], "festival-edition-2022.best_film"),
    (["Үздік фильм жүлдесін кім алды Ақтауда", "үздік актер ше"], "festival-edition-2025.best_actor"),
    (["Ақтауда бас жүлде кімге бұйырды", "режиссерлерден ше"], "festival-edition-2025.best_director"),
    (["Кто взял гран-при в Актау?", "а среди режиссёров?"], "festival-edition-2025.best_director"),
    (["Who got the grand prize in Aktau?", "and among directors?"], "festival-edition-2025.best_director"),
    (["Ақтауда бас жүлде кімге бұйырды", "деректіден ше"], "festival-edition-2025.best_documentary"),
    (["Who got the grand prize in Aktau?", "documentaries?"], "festival-edition-2025.best_documentary"),
    # Which of those that were listed, and what else somebody made.
    (["Ақтауда Түрікменстаннан қандай фильмдер болды", "қайсысы жүлде алды"], "film-kitap.awards"),
    (["Какие картины привёз Узбекистан в Актау", "какая из них с призом?"], "film-shamsiqamar.awards"),
    (["Ақтауда Қазақстаннан қандай фильмдер болды", "арасында деректісі бар ма"], "film-we-live-here~film-gingerbread"),
    (["Кадет фильмінің режиссері кім", "басқа киносы бар ма"], "person-adilkhan-yerzhanov.works"),
    (["Days of Kazakh cinema in Dushanbe", "what kicked it off"], "agreement-kz-tj-film-days.opening"),
    (["Душанбедегі қазақ киносы күндері", "неден бастады"], "agreement-kz-tj-film-days.opening"),
    (["Какие фильмы Кыргызстана были в Актау", "а какие с наградами"], "film-black-red-yellow~film-boz-ui~film-kachkyn"),
    (["Which Uzbek films were in Aktau", "and which won something?"], "film-shamsiqamar.awards"),
    # What else is counted, who was before somebody whose body tells it, and what is not known of a film.
    (["Ақтауда фестивальге неше қонақ келді", "фильм ше"], "festival-edition-2025.films_count"),
    (["Сколько гостей было в Актау?", "а фильмов?"], "festival-edition-2025.films_count"),
    (["How many guests came to Aktau?", "and films?"], "festival-edition-2025.films_count"),
    (["Құрманбек Жұмағали кім", "оған дейін кім"], "org-cinema-center.predecessor"),
    (["Кто режиссёр Атамекена", "награды есть?"], "film-we-live-here.awards"),
    # A pronoun names what the chat spoke of: a record, or whom its answer told.
    (["Who heads TURKSOY?", "where is he from?"], "person-sultan-raev.country"),
    (["«Айка» фильмі туралы айтшы", "ол қазақ киносы ма?"], "film-ayka.country?country-kz"),
    (["Who directed Black. Red. Yellow?", "Was it a Kazakh film?"], "film-black-red-yellow.country?country-kz"),
    (["расскажи про фестиваль в Актау", "сколько там было фильмов?"], "festival-edition-2025.films_count"),
    (["Какой фильм победил в Актау?", "а кто его снял?"], "film-black-red-yellow.director"),
    (["Who was the best actor in Aktau?", "and among women?"], "festival-edition-2025.best_actress"),
    (["Кто лучший актёр в Актау?", "а из женщин?"], "festival-edition-2025.best_actress"),
    (["Ақтауда үздік актриса кім болды?", "ал ерлерден ше?"], "festival-edition-2025.best_actor"),
    # A story tells the film, whatever the chat spoke of.
    (["Когда основан ТЮРКСОЙ?", "кто снял фильм про девушку, которая играет в кокпар?"], "film-eva-batyr-qyz.director"),
    (["Рибейт қанша пайыз?", "Көкпар ойнайтын қыз туралы фильмді кім түсірді?"], "film-eva-batyr-qyz.director"),
    # «There» is where the chat was, though another festival tells of Kazakhs too.
    (["Когда прошёл фестиваль 2024 года?", "кому из казахстанцев там дали приз?"], "award-2024-contribution.winner"),
    (["When was the festival of 2024 held?", "which Kazakhs were awarded there?"], "award-2024-contribution.winner"),
    (["2024 жылғы фестиваль қашан өтті?", "қазақтар онда қандай жүлде алды?"], "award-2024-contribution.winner"),
    (["Who directed Gingerbread?", "what else has she made?"], "person-alina-mustafina.works"),
    (["which memorandums were signed in Aktau?", "which of them mentions animation?"], "agreement-kz-az-2025.scope"),
    # «They» are people in general, and none of those who were told.
    (["Which memorandums were signed in Aktau?", "where did they film Kazakh Business in Turkey?"], "film-kazakh-business-turkey.shooting"),
    (["Who signed the memorandum with Iran?", "what Kazakh films did they show in Dushanbe?"], "agreement-kz-tj-film-days.festivals"),
    (["films by Adilkhan Yerzhanov", "where did they shoot the Kazhymukan movie?"], "film-kazhymukan.shooting"),
    # «It» and «there» are what the message itself tells, «on» is ten in Kazakh, and a whole question is not asked of the chat.
    (["show me the memorandums of Aktau", "how old is Kazakhfilm, what year did it start?"], "org-kazakhfilm.founded"),
    (["Кто старше, Ауэзов или Кадыри?", "there's a film about a girl who plays kokpar, what is it called"], "film-eva-batyr-qyz"),
    (["Кто старше, Ауэзов или Кадыри?", "Анау — что это за город?"], "place-anau.what"),
    (["Кто старше, Ауэзов или Кадыри?", "он жеті жасар Мила деген қыз туралы қай кино?"], "film-becoming.plot+1"),
    (["Кадет или Пряники: что длиннее?", "who is at the head of TURKSOY these days?"], "org-turksoy.head"),
    # What it earned is not known: its running time is not told instead.
    (["Gingerbread for Her Dad", "қанша жинады?"], "film-gingerbread.box_office"),
    (["«Қазақфильмді» кім басқарады?", "қашаннан бері?"], "person-aidar-omarov.post_since"),
    # The film of a prize is asked what it is about, and where it was shot is not told by who shot it.
    (["Кто лучший режиссёр Актау?", "о чём он?"], "film-joqtau.plot"),
    (["Кто снял «Кадет»?", "где снимали?"], "film-cadet.shooting"),
    (["Who is Burak Özçivit?", "when is the next one?"], "festival-edition-2026.next_dates"),
    # Of a festival that is spoken of, whatever the newest one tells; and the running time of this film, not of others.
    (["Korkyt Ata 2024", "best film", "who was in the jury?"], "festival-edition-2024.jury"),
    (["Бауырына салу", "қанша минут?"], "film-bauryna-salu.runtime"),
    (["ТЮРКСОЙ", "кто секретарь?"], "org-turksoy.head"),
    (["Who was in the jury in 2025?", "and from Azerbaijan?", "and who was the chair?"], "jury-2025.jury_chair"),
    # A body after its head, and what there is to see in a place, which the festival tells.
    (["Who runs TURKSOY?", "since when?", "where is its headquarters?"], "org-turksoy.headquarters"),
    (["Who runs TURKSOY?", "since when?", "when was it founded?"], "org-turksoy.founded"),
    (["Расскажи про Актау", "что посмотреть?"], "festival-edition-2025.sights"),
    # One of the papers that a festival's result told, by its country.
    (["What was the main result of the 2025 festival?", "tell me more about the one with Türkiye"], "agreement-kz-tr-2025"),
    (["What was the main result of the 2025 festival?", "the Azerbaijani one?"], "agreement-kz-az-2025"),
    (["Каков главный итог фестиваля 2025 года?", "а где подписали с Узбекистаном?"], "agreement-kz-uz-2025.signed_at"),
    # «She» is nobody whose Russian surname is a man's, and «it» is the film that a highlight names.
    (["which film brought Samal Yeslyamova the Cannes prize", "who directed it"], "film-ayka.director"),
    (["Who directed Ayka?", "where did she study?"], "person-samal-yeslyamova.education"),
    (["who directed We Live Here", "where was he born?"], "person-zhanana-kurmasheva.birthplace"),
    (["Кто снял Айку", "а ещё что у него есть?"], "person-sergey-dvortsevoy.works"),
    (["Кто получил приз за мужскую роль в Актау?", "и кто его снял"], "film-tagiyev-neft.director"),
    (["agreement with Azerbaijan", "what's in it"], "agreement-kz-az-2025.scope"),
    (["Кто снял «Жоқтау»?", "где он родился?"], "person-aruan-anartay.birthplace"),
    (["кто режиссёр Жоқтау", "а он откуда?"], "person-aruan-anartay.country"),
    # A film is first told by who made it; after a refusal the chat goes on from what was named.
    (["Joqtau", "where was he born?"], "person-aruan-anartay.birthplace"),
    (["А Озчивит женат?", "а где он родился"], "person-burak-ozcivit.birthplace"),
    # A correction asks the same of something else.
    (["Who was best actor in Aktau?", "i meant 2023"], "festival-edition-2023.best_actor"),
    (["когда был фестиваль в баку", "я имела в виду 2024"], "festival-edition-2024.dates"),
    (["Which Turkish movies were in the program of Aktau?", "which ones are documentaries"], "film-gokturklerin-dirilisi~film-koca-dunya"),
    # The same of another country: who holds the post, what it won, which films it sent.
    (["Кто министр культуры Казахстана?", "а в узбекистане"], "person-ozodbek-nazarbekov.post"),
    (["Узбекистан что получил на фестивале?", "Азербайджан?"], "award-2025-best-actor~award-2025-best-screenplay~award-2025-doc-2.winner"),
    (["Какие турецкие фильмы показали в Актау?", "а азербайджанские?"], "list:film:festival-edition-2025~country-az"),
    (
        ["Какие фильмы были от Казахстана в конкурсе?", "а от Турции?"],
        "film-bir-cumhuriyet-sarkisi~film-gokturklerin-dirilisi~film-koca-dunya~film-raylarin-otesinde",
    ),
    (["Какие награды дали документальным фильмам?", "первое место?"], "festival-edition-2025.best_documentary"),
    (["2022 жылы Бурсада қай фильм жеңді?", "үздік режиссер кім"], "festival-edition-2022.best_director"),
    (["Келесі фестиваль қашан?", "қай қалада болады"], "festival-edition-2026.city"),
    (["Сұлтан Раев кім", "қай кітабын жазған"], "person-sultan-raev.works"),
    # What a correction denies is not meant.
    (["who won best actor in aktau", "i said actor not actress"], "festival-edition-2025.best_actor"),
    (["Кто снял Атамекен?", "нет, не Атамекен, а Жоктау — где премьера"], "film-joqtau.premiere"),
    (["Ақтауда үздік актриса кім?", "актриса емес, актер"], "festival-edition-2025.best_actor"),
    (["who directed Cadet", "What else is by him?"], "person-adilkhan-yerzhanov.works"),
    (["Сұлтан Раев қашаннан бері басқарады?", "оған дейін кім отырды бұл қызметте?"], "person-sultan-raev.predecessor"),
    # What is asked of a list of papers is told of each, and of no other paper.
    (
        ["Ақтауда 2025 жылы неше меморандумға қол қойылды?", "Қазақстан жағынан кім қол қойған?"],
        "agreement-kz-az-2025~agreement-kz-kg-2025~agreement-kz-uz-2025~agreement-kz-tr-2025~agreement-kz-tm-2025.signatories",
    ),
    (["Айка қай жылы шықты", "қай елдердің фильмі", "басты рөлде кім"], "film-ayka.cast"),
    (["When was the summit?", "and in 2024?"], "summit-2024.dates"),
    # «What did he do before» is not who was before him.
    (["Since when has Sultan Raev headed TURKSOY?", "What films did he make before?"], "person-sultan-raev.works"),
    # Another film than the last one.
    (["Dawn of the Great Steppe", "какой фильм с господдержкой первым собрал миллиард тенге"], "film-qaitadan.box_office"),
    # Of a jury those of one country; of a year that has no record, what another one tells of it.
    (["who was in the jury in Aktau", "and from Kyrgyzstan"], "jury-2025.6"),
    (["Культурная столица тюркского мира 2025", "а в 2024?"], "event-capital-2025.city"),
    (["2025 жылы түркі әлемінің мәдени астанасы қай қала болды", "2023-те ше?"], "event-capital-2026.2"),
    (["which city is the cultural capital now", "and 2022?"], "event-capital-2026.2"),
    # The age of a hero, who is only called a girl or a grandmother.
    (["film becoming", "how old is the swimmer"], "film-becoming.1"),
    (["Пряники для её отца", "сколько лет бабушке"], "film-gingerbread.1"),
    (["who was best actor in Bursa", "and a year later, which city hosted it?"], "festival-edition-2023.city"),
    # One of those that were told or offered.
    (["memorandum with Uzbekistan", "the 2025 one", "when was it signed?"], "agreement-kz-uz-2025.signed_on"),
    (["меморандум с Узбекистаном", "второй"], "agreement-kz-uz-2021"),
    (["films by Yerzhanov", "when did the second one come out?"], "film-yellow-cat.premiere"),
    # Words of two letters are not those that share their key: «ше» is not «she», nor «не» «неё».
    (["Әуезов қашан туған?", "ал Қадыри ше?"], "person-abdulla-qodiri.born"),
    (["2025 жылғы фестивальдің жүлделері", "Жоқтау не туралы?"], "film-joqtau.plot"),
    # Those of a list that hold what is asked.
    (["films by Adilkhan Yerzhanov", "which of them went to Venice?"], "film-yellow-cat"),
    (["which Kazakh films were shown in Aktau?", "which of them are documentaries?"], "film-we-live-here~film-gingerbread"),
    (
        ["Какие узбекские фильмы показали в Актау?", "кто их снял?"],
        "film-bahorni-quvib~film-jadid-marifati~film-shamsiqamar~film-vali-gafurov.director",
    ),
    # What was asked is still asked of the one that is picked from those that were offered.
    (["when was the memorandum with Uzbekistan signed?", "the 2025 one"], "agreement-kz-uz-2025.signed_on"),
    (["кто подписал меморандум с Узбекистаном?", "второй"], "agreement-kz-uz-2021.signatories"),
    # What is not known of it is said to be unknown, and not told of another.
    (["Айка", "кто продюсировал?"], "film-ayka.producer"),
    (["Sultan Raev", "how old is he?"], "person-sultan-raev.born"),
    # A place alone does not change what is spoken of.
    (["Who directed Kachkyn?", "got anything in Aktau?"], "film-kachkyn.awards"),
    # Since when somebody holds the post that was told.
    (["Кто руководит Казахфильмом?", "с какого года?"], "person-aidar-omarov.post_since"),
    (["who heads ARKA?", "since when?"], "person-rashad-azizov.post_since"),
    # One of a set that the last answer told.
    (["TURKSOY members", "Is Hungary a member?"], "org-turksoy.members?country-hu"),
    (["ТҮРКСОЙ мүшелері", "ал Ресей ше?"], "org-turksoy.members?country-ru"),
    (["Какие страны участвовали в фестивале 2025 года?", "а Венгрия?"], "festival-edition-2025.country?country-hu"),
    # Years from the one that the chat spoke of.
    (["Who won the 2024 festival?", "and the one before that?"], "festival-edition-2023.best_film"),
    (["2022 жылғы фестивальде қанша фильм көрсетілді?", "ал келесі жылы ше?"], "festival-edition-2023.films_count"),
    (["which cities hosted Korkyt Ata?", "and the second one?"], "festival-edition-2022.city"),
    # The same body of another country.
    (["Who heads the film agency of Uzbekistan?", "and in Azerbaijan?"], "org-arka.head"),
    # The year and the thing that the chat spoke of.
    (["When was the festival in Baku?", "who chaired the jury there?"], "festival-edition-2023.jury_chair"),
    (["Who directed Cadet?", "when did people in Kazakhstan first see it?"], "film-cadet.release"),
    (["Когда подписали меморандум с Грузией?", "а кто подписал его от Казахстана?"], "agreement-kz-ge-2024.signatories+parties"),
    # Of one that is picked from a list, whatever others have in their texts; and what else was won.
    (["list Kazakh films in the 2025 competition", "who directed the first one?"], "film-eva-batyr-qyz.director"),
    (["who made Joqtau", "what else has he won?"], "person-aruan-anartay.awards"),
    # Nothing but a kind of what the last record tells.
    (["What's Bauryna Salu about?", "festivals?"], "film-bauryna-salu.festivals"),
    (["Joqtau", "қай фестивальдерде болды", "жүлделер?"], "film-joqtau.awards"),
    (["Кто такая Самал Еслямова?", "и фильмы?"], "person-samal-yeslyamova.works"),
    # The body of another country that is as this one, and no body of several.
    (["who heads Kazakhfilm?", "ал Өзбекстандікі ше"], "org-uz-cinema.head"),
    # The cultural capital of the year of the chat; and who won a prize is from where the prize tells.
    (["где пройдёт фестиваль в 2026", "а культурная столица?"], "event-capital-2026"),
    (["Кто лучший актёр в Баку?", "откуда он?"], "festival-edition-2023.best_actor"),
    # How long a festival was, and what opened days of cinema, whatever film the answer told besides.
    (["festival in Bursa", "how long was it?"], "festival-edition-2022.dates"),
    (["Бурсадағы фестиваль", "қанша уақытқа созылды"], "festival-edition-2022.dates"),
    (["Kazakhstan Tajikistan film days", "what film opened them"], "agreement-kz-tj-film-days.opening"),
    # Only where or when: what is known, what was told, or that it is not known.
    (["расскажи о соглашении с Якутией", "а где"], "agreement-kz-sakha-2023.signed_at"),
    (["Қажымұқан қанша жүлде алды", "қай қалада?"], "film-kazhymukan.awards"),
    (["When did Kitap premiere?", "where?"], "film-kitap.premiere"),
    # Those of a list that won or are of a type; those of a jury from one country, or all of it where none is.
    (["Which films did Uzbekistan bring to Aktau?", "any prizes?"], "film-shamsiqamar.awards"),
    (["Какие фильмы привёз Узбекистан в Актау", "призы есть?"], "film-shamsiqamar.awards"),
    (["Какие фильмы привезла Турция в Актау?", "а какие документальные?"], "film-gokturklerin-dirilisi~film-koca-dunya"),
    (["Түркия Ақтауға қандай фильмдер әкелді", "қайсысы деректі?"], "film-gokturklerin-dirilisi~film-koca-dunya"),
    (["кто в жюри 2025", "от турции кто"], "jury-2025.2"),
    (["who was in the jury in 2025", "who's from Hungary"], "jury-2025.jury"),
    (["Aktau capital of culture when did it open", "who was capital before"], "event-capital-2025.city"),
    (["what is Becoming", "what's that about?"], "film-becoming.plot"),
    # A paper of many countries is not the one with Turkmenistan.
    (["Қазақстан мен Қырғызстан арасында қандай құжат бар", "қашан қол қойылды", "ал Түрікменстанмен ше?"], "agreement-kz-tm-2025.signed_on"),
    # What is not known of another is said not to be known, and where something was is not told by what a place is.
    (["в каком году основали Казахфильм", "а Туркменфильм?"], "org-turkmenfilm.founded"),
    (["How much did Qaitadan earn?", "and Abel?"], "film-abel.box_office"),
    (["Sakha film agreement", "was it in Almaty?"], "agreement-kz-sakha-2023.signed_at"),
    # «It» after a few films is each of them, and «which ones?» those that were told.
    (["Kazakh film in Locarno?", "did it win"], "film-becoming~film-joqtau.awards"),
    (["Kazakh film in Locarno?", "who directed it"], "film-becoming~film-joqtau.director"),
    (
        ["Did Kazakhstan win anything in Aktau", "which ones?"],
        "award-2025-best-director~award-2025-cinema-center~award-2025-doc-1~award-2025-turksoy-contribution",
    ),
    (["сколько фильмов показали в Баку", "больше всего где?"], "festival-edition-2022.films_count"),
    # How many were listed, where the prizes were given, whether somebody is of a country.
    (["какие фильмы привёз Узбекистан в Актау", "сколько их"], "count:film:country-uz~festival-edition-2025"),
    (["сколько наград у Жоктау", "где их дали?"], "film-joqtau.awards"),
    (["Aktan Arym Kubat", "қырғыз ба?"], "person-aktan-arym-kubat.country?country-kg"),
    (["Айдын Сахаман", "қазақ па?"], "person-aidyn-sakhaman.country"),
    (["Eurasia festival", "how many movies in 2024?", "grand prix?"], "festival-eurasia.best_film"),
    # Which of those that earned anything earned more; and «it» is the film of the prize.
    (["сколько собрал Таптым-ау сені", "а Кайтадан?", "кто больше?"], "film-qaitadan~film-taptym-au-seni.box_office"),
    (["what did Qaitadan earn", "which made more?"], "film-qaitadan~film-taptym-au-seni.box_office"),
    (["Қайтадан қанша жинады", "қайсысы көп жинады?"], "film-qaitadan~film-taptym-au-seni.box_office"),
    (["кто получил спецприз тюрксой в 2025", "это документальный?"], "film-gokturklerin-dirilisi.genre?documentary"),
    # The year alone; and after a question that is not answered, of the only festival in the city that it names.
    (["Tulpan", "year?"], "film-tulpan.year"),
    (["Тюльпан", "а год?"], "film-tulpan.year"),
    (["Қызғалдақ", "жылы ше?"], "film-tulpan.year"),
    (["сколько участников было в Бурсе", "а стран?"], "festival-edition-2022.country"),
    # «There» is no other place than the one that the chat spoke of.
    (["Прага?", "кто там был"], "country-cz"),
]


@pytest.mark.parametrize(("said", "query"), CHATS, ids=[chat[0][-1] for chat in CHATS])
def test_a_follow_up_goes_on_from_what_the_chat_spoke_of(knowledge: KnowledgeBase, said: list[str], query: str) -> None:
    context, asked = None, None
    for text in said:
        reply = knowledge.ask(Question(text, context=context))
        context, asked = reply.in_chat or context, reply.query or reply.long_query or asked
    assert asked == query


OF_A_LIST = [
    # The list is kept for the next ordinal, and for what is asked of the one that was picked.
    (["what films did Gulnara Sarsenova produce?", "the first", "and the second?"], "film-tulpan"),
    (["фильмы Ермека Шынболатова", "второй", "кто режиссёр?", "а первый?"], "film-joqtau"),
    # In the order in which the sentence names them.
    (["кто снимался в Кайтадан?", "третий", "а четвёртый?"], "person-yermek-shynbolatov"),
    (["Канндағы келісімдер қандай", "біріншісі", "ал екіншісі ше?"], "agreement-kz-ge-2024"),
]


@pytest.mark.parametrize(("said", "query"), OF_A_LIST, ids=[chat[0][-1] for chat in OF_A_LIST])
def test_an_ordinal_picks_from_the_last_list(knowledge: KnowledgeBase, said: list[str], query: str) -> None:
    context = None
    for text in said:
        reply = knowledge.ask(Question(text, context=context))
        context = reply.in_chat or context
    assert (reply.kind, reply.query) == ("answer", query)


@pytest.mark.parametrize(
    "said",
    [
        ["what films did Gulnara Sarsenova produce?", "and the third?"],
        ["фильмы Ермека Шынболатова", "второй", "и четвёртый"],
        ["2025 жылғы қазылар алқасында кімдер болды?", "үшіншісі"],
        ["who were the jury of the 2025 festival?", "the second one"],
    ],
)
def test_an_ordinal_that_the_last_list_has_not_means_no_festival(knowledge: KnowledgeBase, said: list[str]) -> None:
    context = None
    for text in said:
        reply = knowledge.ask(Question(text, context=context))
        context = reply.in_chat or context
    assert (reply.kind, reply.records) == ("unknown", ())


IN_ORDER = [
    (["compare Tulpan and Ayka", "which of them is older?"], "film-tulpan~film-ayka.year"),
    (["Айка мен Кадетті салыстыр", "қайсысы жаңа?"], "film-ayka~film-cadet.year"),
    (["сколько собрал фильм Таптым-ау сені", "больше, чем Кайтадан?"], "film-taptym-au-seni~film-qaitadan.box_office"),
    (["when was Kazakhfilm founded", "is it older than TURKSOY?"], "org-kazakhfilm~org-turksoy.founded"),
    (["фильмы Сергея Дворцевого", "какой старше?"], "film-tulpan~film-ayka.year"),
    (["сравни Кадет и Кайтадан", "какой длиннее?"], "film-cadet~film-qaitadan.runtime"),
]


@pytest.mark.parametrize(("said", "query"), IN_ORDER, ids=[chat[0][-1] for chat in IN_ORDER])
def test_what_the_chat_compares_is_put_in_order(knowledge: KnowledgeBase, said: list[str], query: str) -> None:
    context = None
    for text in said:
        reply = knowledge.ask(Question(text, context=context))
        context = reply.in_chat or context
    assert (reply.query or reply.long_query) == query


def test_what_the_film_is_about_is_asked_of_the_one_that_won(knowledge: KnowledgeBase) -> None:
    for asked in ("what's the film about?", "what is the movie about"):
        assert knowledge.ask(Question(asked, context="festival-edition-2025.best_film")).query == "film-black-red-yellow.plot"
    assert knowledge.ask(Question("what's the movie about?", context="festival-edition-2023.best_film")).kind == "unknown"


@pytest.mark.parametrize(
    ("question", "context"),
    [
        # Whose a film is tells not where it can be watched.
        ("где его можно посмотреть?", "film-joqtau.plot"),
        # The film that «it» stands for is linked with a body that was founded.
        ("and when was it dissolved?", "film-qaitadan.release"),
        ("кто им руководит?", "agreement-turkic-film-fund"),
        # No festival comes out in cinemas.
        ("when did it come out in cinemas?", "festival-edition-2025.closing"),
    ],
)
def test_what_is_only_linked_with_it_tells_nothing_of_it(knowledge: KnowledgeBase, question: str, context: str) -> None:
    assert knowledge.ask(Question(question, context=context)).kind == "unknown"


def test_a_russian_pronoun_of_any_case_stands_for_the_last_record(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("а кто ими руководит?", context="org-turksoy.what")).query == "org-turksoy.head"


@pytest.mark.parametrize("context", [None, "person-aruan-anartay", "film-zhambyl.director"])
@pytest.mark.parametrize(
    "question", ["which film opened the 2025 festival?", "какой фильм открыл фестиваль 2025 года", "2025 жылғы фестивальді қай фильм ашты"]
)
def test_what_opened_a_festival_is_told_by_its_opening(knowledge: KnowledgeBase, question: str, context: str | None) -> None:
    assert knowledge.ask(Question(question, context=context)).query == "festival-edition-2025.opening"


@pytest.mark.parametrize("question", ["and closed it?", "а закрыли его как?", "ал қалай жабылды?"])
def test_after_the_opening_the_closing_is_asked_of_the_same_festival(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question, context="festival-edition-2025.opening")).query == "festival-edition-2025.closing"


WHOLE = [
    "which countries took part in the 2025 festival?",
    "who is the minister of culture of Kazakhstan?",
    "what does the symbol of the festival look like?",
    "films by Sergey Dvortsevoy",
    "какие казахстанские фильмы показали в Актау?",
    "где сидит головной офис ТЮРКСОЙ?",
    "о чём договорились с туркменами насчёт кино?",
    "Ақтауда қандай қазақ фильмдері көрсетілді?",
    "Парвиз Маммадрзаевтың Ақтаудағы сыйлығын сахнадан кім алды?",
]


@pytest.mark.parametrize("question", WHOLE)
@pytest.mark.parametrize("context", ["film-zhambyl.director", "org-turksoy", "agreement-kz-fr-2022.signed_on", "person-samal-yeslyamova"])
def test_a_question_that_tells_all_by_itself_means_the_same_in_every_chat(knowledge: KnowledgeBase, question: str, context: str) -> None:
    here, alone = knowledge.ask(Question(question, context=context)), knowledge.ask(Question(question))
    assert alone.kind == "answer"
    assert (here.query or here.long_query) == (alone.query or alone.long_query)


def test_the_festival_is_the_one_that_the_chat_spoke_of(knowledge: KnowledgeBase) -> None:
    asked = "how many films were there at the festival?"
    assert knowledge.ask(Question(asked, context="festival-edition-2021.dates")).query == "festival-edition-2021.films_count"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        # What somebody says of himself asks for nothing.
        ("I run a studio in Norway, what share of expenses does the rebate return?", "agreement-scheme-rebate.rate"),
        ("Мен Берлиннен келген продюсермін, рибейт қанша пайыз қайтарады?", "agreement-scheme-rebate.rate"),
        # A set phrase is not its words: «до сих пор» is not «до него».
        ("Кто до сих пор возглавляет ТЮРКСОЙ?", "org-turksoy.head"),
        # An occupation before a name asks for nothing that he did.
        ("birth date of the writer Mukhtar Auezov", "person-mukhtar-auezov.born"),
        # The body of another country is not that of Kazakhstan.
        ("who is at the head of the culture ministry of Uzbekistan?", "person-ozodbek-nazarbekov.post"),
        ("What was shown at the days of Kazakh cinema in Bishkek?", "agreement-kz-kg-film-days.festivals"),
    ],
)
def test_what_stands_beside_the_question_does_not_lead_astray(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query or reply.long_query) == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("who won the festival last year?", "festival-edition-2025.best_film"),
        ("Қорқыт ата биыл қайда өтеді?", "festival-edition-2026.city"),
        ("когда фестиваль в этом году?", "festival-edition-2026.dates"),
        ("кто победил на прошлогоднем фестивале?", "festival-edition-2025.best_film"),
    ],
)
def test_a_year_is_told_from_the_present_one(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query or reply.long_query) == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        # What is asked is known of another film alone: this is said of the film whose story is told.
        ("кто композитор фильма про девушку-кокпаршу?", "film-eva-batyr-qyz.composer"),
        ("кто оператор фильма про пловчиху?", "film-becoming.cinematographer"),
        # A highlight finds the film, and does not tell who made it.
        ("кто режиссёр картины про дружбу Ауэзова и Кадыри?", "film-pamir.director"),
        # Of the festivals the one that showed so many films.
        ("which city hosted the festival with 52 films?", "festival-edition-2022.city"),
        ("в каком городе показали 42 фильма?", "festival-edition-2021.city"),
        ("47 фильм көрсетілген фестиваль қашан өтті?", "festival-edition-2025.dates"),
        # What others won does not tell it.
        ("алтыншы Қорқыт атаның күндері қандай?", "festival-edition-2026.dates"),
        ("какие страны были на фесте в Актау", "festival-edition-2025.country"),
        # Places in a row are no festivals.
        ("which documentaries took 1st, 2nd and 3rd place?", "festival-edition-2025.best_documentary"),
        ("кто занял второе место среди документальных?", "festival-edition-2025.best_documentary"),
        ("екінші орынды қай деректі фильм алды?", "festival-edition-2025.best_documentary"),
    ],
)
def test_what_is_asked_of_something_described_is_told_of_that(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize("question", ["who composed the music for the film about the flood?", "балуан туралы фильм қанша минут?"])
def test_it_is_asked_back_which_of_a_few_films_with_such_a_story_is_meant(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "clarify" and len(reply.records) == 2


def test_a_film_is_found_by_its_story_though_the_words_could_ask_for_its_cast(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("a film about a girl who plays kokpar")).records == ("film-eva-batyr-qyz",)


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Алина Мұстафинаның деректі фильмі неше минутқа созылады?", "film-gingerbread.runtime"),
        ("Кто продюсировал дебют Алшановой?", "film-becoming.producer"),
        ("Более ранние работы автора «Кара Кызыл Сары» — что это за картины", "person-aktan-arym-kubat.works"),
        # What is asked of somebody whom a film or a body names by his part in it.
        ("Качкындағы басты рөлді ойнаған жігіт Евразияда не алды", "person-marat-abylai.awards"),
        ("Жоқтауды түсірген жігіт кімнен оқыған", "person-aruan-anartay.education"),
        ("Кинопарктің басшысы Ақтаудан не алды", "person-almaz-maldybayev.awards"),
        ("Қазақфильмнің бұрынғы басшысы қай жылы туған", "person-azamat-satybaldy.born"),
        ("Қаштың операторы қандай жүлде алды", "person-azamat-dulatov.awards"),
        ("Кітаптың режиссері Ақтаудан не алды", "film-kitap.awards"),
        ("what did the head of Kinopark get in Aktau", "person-almaz-maldybayev.awards"),
        ("what prize did the actor of Tağıyev get in Aktau", "person-parviz-mammadrzayev.awards"),
        # Where he is from.
        ("Тагиевтің рөлін сомдаған актер қай елден келген", "person-parviz-mammadrzayev.country"),
        ("Кітапты түсірген режиссер қай мемлекеттен", "person-hekim-alovov.country"),
        ("Бекамингтегі Владты ойнаған кісі литвалық па", "person-valentin-novopolskij.country"),
        ("режиссёр «Китапа» откуда родом", "person-hekim-alovov.country"),
        ("кто сыграл тренера в «Победителей видно на старте» и откуда этот актёр", "person-valentin-novopolskij.works+country"),
        ("who played the coach in Becoming and what country is he from", "person-valentin-novopolskij.works+country"),
        ("is the head of TURKSOY Kyrgyz", "person-sultan-raev.country"),
        ("откуда родом наша актриса с каннским призом", "person-samal-yeslyamova.birthplace"),
        ("is the DoP of Becoming French", "person-caroline-champetier.country"),
        ("в какой стране снимали Кажымукан", "film-kazhymukan.shooting"),
        ("what village gave the director the idea for QAITADAN", "film-qaitadan.2"),
    ],
)
def test_what_is_asked_of_somebodys_film_or_of_its_maker_is_told(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query or reply.long_query) == query


@pytest.mark.parametrize(
    "question",
    [
        "Which Uzbek pictures were in the 2025 programme?",
        "all the uzbek stuff in the aktau lineup",
        "чем была представлена узбекская кинематография в программе 2025 года",
    ],
)
def test_films_of_a_country_at_a_festival_are_listed_whatever_they_are_called(knowledge: KnowledgeBase, question: str) -> None:
    assert {"film-bahorni-quvib", "film-shamsiqamar"} <= set(knowledge.ask(Question(question)).records)


def test_what_a_country_showed_is_a_list_of_its_films(knowledge: KnowledgeBase) -> None:
    shown = knowledge.ask(Question("what did Turkmenistan bring to Aktau?"))
    assert {"film-kitap", "film-senet-daldir"} <= set(shown.records)


def test_films_of_a_type_and_of_a_year_are_listed(knowledge: KnowledgeBase) -> None:
    documentaries = knowledge.ask(Question("list the Turkish documentaries shown in Aktau")).records
    assert set(documentaries) == {"film-gokturklerin-dirilisi", "film-koca-dunya"}
    assert {"film-joqtau", "film-abel"} <= set(knowledge.ask(Question("which films of 2024 do you have?")).records)


def test_no_other_film_is_told_of_than_the_one_that_the_chat_spoke_of(knowledge: KnowledgeBase) -> None:
    won = knowledge.ask(Question("кто победил в 2023?")).query
    assert won == "festival-edition-2023.best_film"
    assert knowledge.ask(Question("о чём фильм?", context=won)).kind == "unknown"


@pytest.mark.parametrize(
    ("prize", "question"),
    [("best_actress", "ол қай елден"), ("best_actor", "сколько ему лет?"), ("best_actor", "where was he born?"), ("best_actress", "откуда она?")],
)
def test_of_who_won_and_has_no_record_nothing_is_told_of_the_festival(knowledge: KnowledgeBase, prize: str, question: str) -> None:
    assert knowledge.ask(Question(question, context=f"festival-edition-2022.{prize}")).kind == "unknown"


@pytest.mark.parametrize("question", ["which were documentaries?", "қайсысы деректі?", "а какие документальные?"])
def test_of_a_list_that_tells_no_documentary_none_is_told(knowledge: KnowledgeBase, question: str) -> None:
    listed = knowledge.ask(Question("Which films did Uzbekistan bring to Aktau?"))
    assert knowledge.ask(Question(question, context=listed.query or listed.long_query)).kind == "unknown"


def test_prizes_of_a_list_are_told_of_those_that_have_any(knowledge: KnowledgeBase) -> None:
    asked = Question("солардың қайсысы жүлде алды?", context="list:film:country-kz~festival-edition-2025")
    assert {"film-joqtau", "film-gingerbread"} <= set(knowledge.ask(asked).records) < {one.id for one in knowledge.records()}
    assert "film-eva-batyr-qyz" not in knowledge.ask(asked).records


def test_of_a_long_list_the_first_is_told_as_it_was_shown_and_none_that_lacks_something(knowledge: KnowledgeBase) -> None:
    listed = "list:film:country-kz~festival-edition-2025"
    assert knowledge.ask(Question("the first one", context=listed)).records == knowledge.run(listed, "en").records[:1]
    assert knowledge.ask(Question("біріншісі", context=listed)).records == knowledge.run(listed, "kk").records[:1]
    assert knowledge.ask(Question("which of them got no prizes?", context=listed)).kind != "answer"


def test_what_is_read_is_left_as_it_was_by_what_the_chat_spoke_of(knowledge: KnowledgeBase) -> None:
    words = knowledge.words("and last year?")
    knowledge.ask(Question("and last year?", context="festival-edition-2022.city", words=words))
    assert words.reading.relative_years == {2: 2025}


def test_two_are_compared_by_what_is_known_of_one(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("Which had the higher box office, Ayka or Qaitadan?")).query == "film-ayka~film-qaitadan.box_office"


@pytest.mark.parametrize("question", ["how old is the girl", "сколько лет девушке", "ол қыз неше жаста"])
def test_the_age_of_somebody_in_no_film_is_nobodys(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("что старше, Тюрксой или Коркыт Ата", "org-turksoy~festival-korkyt-ata.founded"),
        ("ТҮРКСОЙ бұрын құрылған ба, әлде Корқыт ата фестивалі ме", "org-turksoy~festival-korkyt-ata.founded"),
        # A body whose name tells its country, where another country is told too.
        ("француздың CNC-і ескі ме, әлде грузин киноорталығы ма", "org-cnc~org-gnfc.founded"),
        ("пряник ұзын ба әлде кадет пе", "film-gingerbread~film-cadet.runtime"),
        ("Беларусьпен бұрын қол қойылды ма, әлде Грузиямен бе", "agreement-kz-by-2018~agreement-kz-ge-2024.signed_on"),
        ("was Kazakhfilm founded before TURKSOY", "org-kazakhfilm~org-turksoy.founded"),
        ("was Tulpan made before Ayka", "film-tulpan~film-ayka.year"),
        # Of namesakes the one who is of the same body.
        ("раньше Сатыбалды или Омаров руководил", "person-azamat-satybaldy~person-aidar-omarov.predecessor"),
        ("was Cadet released before Qaitadan", "film-cadet~film-qaitadan.release"),
        ("did we sign with Georgia before Iran", "agreement-kz-ge-2024~agreement-kz-ir-2025.signed_on"),
        ("Өзбектермен бұрын қол қойылды ма, әлде Иранмен бе", "agreement-kz-uz-2021~agreement-kz-uz-2025~agreement-kz-ir-2025.signed_on"),
    ],
)
def test_two_are_compared_in_a_question_of_yes_or_no(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query or reply.long_query) == query


def test_which_of_two_is_older_is_told_by_their_dates(knowledge: KnowledgeBase) -> None:
    reply = knowledge.ask(Question("Which is older, Kazakhfilm or the CNC?"))
    assert "1934" in reply.text
    assert "1946" in reply.text


@pytest.mark.parametrize(
    ("question", "query"),
    [
        # What tells a film by its story asks for nothing by itself.
        ("кто режиссёр фильма про голод 30-х «Қаш»?", "film-qash.director"),
        ("when was the film about the nuclear test site made, We Live Here", "film-we-live-here.year"),
        # Not the dates of a festival where the film was.
        ("с какого числа Qaitadan шёл в наших кинотеатрах?", "film-qaitadan.release"),
        # Who somebody is, before what he acts in.
        ("кто такой Нурлан Қоянбаев, он актер ма?", "person-nurlan-koyanbayev.what"),
        # Which edition showed more, by their cities and years.
        ("где показали больше кино - в Актау в 2025 или в Баку в 2023", "festival-edition-2023~festival-edition-2025.films_count"),
        # A typing error in what is else known only as a part of longer names, and in a name apart from the film's.
        ("кто менистр культуры узбекистона", "person-ozodbek-nazarbekov.post"),
        ("кто сыграл Тагеева в азербайджанской Нефти", "film-tagiyev-neft.cast"),
        # Who plays, or what happens, says of which film.
        ("Who directed the Turkish feature in which Mine Doğan plays?", "film-raylarin-otesinde.director"),
        ("film where the same day keeps repeating and a dam bursts", "film-qaitadan"),
        # The prizes of one country, the films of a competition.
        ("Узбекистан что получил на фестивале?", "award-2025-best-actress.winner"),
        ("Which awards went to Azerbaijan in 2025?", "award-2025-best-actor~award-2025-best-screenplay~award-2025-doc-2.winner"),
        ("Which Kazakh films were in the competition in 2025?", "film-we-live-here~film-gingerbread~film-joqtau~film-eva-batyr-qyz"),
        # From where somebody is asks for nothing; «даты» is nobody's name.
        ("Hello from Ankara! I am coming as a guest. Where was the festival last year?", "festival-edition-2025.city"),
        ("VI фестиваль даты известны?", "festival-edition-2026.dates"),
        # Of those that share a name, that of the year.
        ("Какая культурная столица тюркского мира в 2025?", "event-capital-2025"),
        # Of what country somebody is, and where it was rather.
        ("Султан Раев казах?", "person-sultan-raev.country?country-kz"),
        ("Первый фестиваль прошел в Анкаре, да?", "festival-edition-2021.city"),
        # All the prizes of whom is named, and no festival where the film was shown.
        ("What awards did Samal Yeslyamova get?", "person-samal-yeslyamova.awards"),
        ("Did Burak Özçivit star in Bəlkə də?", "person-burak-ozcivit.works"),
        ("What agreement exists between Kazakhstan and Georgia?", "agreement-kz-ge-2024"),
        ("what did Hungary bring to the Aktau festival", "film-bartok"),
        ("Туркестан разве в Узбекистане?", "place-turkistan.what?country-uz"),
        ("Француздың CNC-і ертерек құрылған ба, әлде Грузияның кино орталығы ма?", "org-cnc~org-gnfc.founded"),
        ("ozbekstannyn madeniet ministri kim", "person-ozodbek-nazarbekov.post"),
        # What stands after «не» is denied only where the other is of its sort; who says «our» means the country he is from.
        ("Не знаю, кто снял Айку, а кто играет?", "film-ayka.cast+director"),
        ("Is there no director, not even for Ayka?", "film-ayka.director"),
        ("I am from Türkiye, what agreements do you have with us?", "country-tr.agreements"),
        # The prizes of two years are those of both.
        (
            "What awards did Kazakhstan get in 2023 and 2025?",
            "award-2025-best-director~award-2025-cinema-center~award-2025-doc-1~award-2025-turksoy-contribution~award-2023-honorary~award-2023-jury-special.winner",
        ),
        # Who was before somebody, the papers of a festival, what stands last in Kazakh.
        ("Кто был генсеком тюрксой до Раева?", "person-sultan-raev.predecessor"),
        (
            "number of memorandums signed at the 2025 festival",
            "agreement-kz-az-2025~agreement-kz-kg-2025~agreement-kz-tm-2025~agreement-kz-tr-2025~agreement-kz-uz-2025",
        ),
        ("Ақтауға фильм әкелген елдерді түгел айтшы", "festival-edition-2025.country"),
        # A feature is no documentary.
        ("Таиландпен бірге түсірілген деректі фильмнің режиссері кім?", "film-sea-dogs.director"),
        # The papers of two countries, and the first of them.
        ("what is there between kazakhstan & china in film", "country-cn.agreements"),
        ("What is the earliest film-related document between Kazakhstan and France?", "agreement-kz-fr-1992"),
        # One body of a country, and «the one» of another.
        ("Is the French film centre older than the Georgian one?", "org-cnc~org-gnfc.founded"),
        # What was shown at days of cinema, told by a highlight.
        ("what did Kazakhstan screen in Bishkek in August 2025?", "agreement-kz-kg-film-days.2"),
        # When a festival was in a city, where a place is, and the festival beside the one in a city.
        ("When did Bursa hold the Korkyt Ata festival?", "festival-edition-2022.dates"),
        ("when was the first festival held", "festival-korkyt-ata.founded"),
        ("What country is Bursa in?", "place-bursa.what"),
        ("В какой области Бозжыра?", "place-bozzhyra.city"),
        ("Where is Aktau?", "place-aktau.what"),
        # One property of several records; films of a guest of the festival.
        ("Who directed Ayka and Qaitadan?", "film-ayka~film-qaitadan.director"),
        ("Казахфильм и CNC когда основаны?", "org-kazakhfilm~org-cnc.founded"),
        ("How many films did Turkmenistan bring to Aktau?", "count:film:country-tm~festival-edition-2025"),
        ("which city hosted the festival before Aktau", "festival-edition-2024.city"),
        ("кто получил главный приз на фестивале перед Актау", "festival-edition-2024.best_film"),
        ("Бакуден кейін фестиваль қай қалада өтті?", "festival-edition-2024.city"),
        # What is asked of the film that won or opened, and of who heads a body.
        ("Who directed the film that won best actress in Aktau?", "film-shamsiqamar~film-raylarin-otesinde.director"),
        ("кто продюсер фильма, который открыл фестиваль?", "film-qaitadan.producer"),
        ("Из какой страны глава ТЮРКСОЙ?", "person-sultan-raev.country"),
        # Festivals by their length, country and month; prizes of a country, counted.
        ("What was the shortest festival?", "festival-edition-2024.dates"),
        ("какой фестиваль был самым длинным?", "festival-edition-2021~festival-edition-2022.dates"),
        ("How many times was the festival in Türkiye?", "festival-edition-2021~festival-edition-2022"),
        ("Which festivals were in October?", "festival-edition-2023~festival-edition-2025"),
        ("сколько призов взял Азербайджан в Актау?", "award-2025-best-actor~award-2025-best-screenplay~award-2025-doc-2"),
        ("How many days did the festival in Baku last?", "festival-edition-2023.dates"),
        # A film is told by its story rather than listed.
        ("which Kazakh films are about the famine", "film-qash.plot"),
    ],
)
def test_what_is_asked_is_told_from_what_only_says_of_what(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query or reply.long_query) == query


def test_a_year_in_digits_is_read_as_one_whatever_the_layout(knowledge: KnowledgeBase) -> None:
    assert knowledge.words("а в 2024?").reading.years == {2: 2024}


def test_nobody_is_meant_by_he_where_nobody_was_spoken_of(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("How old is he?", context="org-turksoy")).kind == "unknown"


def test_a_list_of_what_is_gone_from_the_base_is_followed_by_nothing(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("and from Türkiye?", context="list:film:gone")).text


@pytest.mark.parametrize(("before", "question"), [("film-pamir", "когда начнут?"), ("film-pamir", "when do they start?")])
def test_when_something_begins_is_not_told_by_when_a_studio_was_founded(knowledge: KnowledgeBase, before: str, question: str) -> None:
    assert knowledge.ask(Question(question, context=before)).kind == "unknown"


@pytest.mark.parametrize("question", ["2023-те?", "2021-де", "2024-тегі"])
def test_a_year_with_a_kazakh_ending_is_kazakh(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question, language="ru", context="festival-edition-2025.films_count")).language == "kk"


@pytest.mark.parametrize(
    ("film", "question"),
    [
        ("film-abay-sozi", "was it shown in Cannes?"),
        ("film-qaitadan", "Каннда көрсетілді ме?"),
        ("film-kitap", "в Каннах показывали?"),
        ("film-kitap", "Каннда көрсетілді ме?"),
    ],
)
def test_whether_a_film_was_shown_somewhere_is_not_told_by_another_film(knowledge: KnowledgeBase, film: str, question: str) -> None:
    assert knowledge.ask(Question(question, context=f"{film}.director")).records == (film,)


@pytest.mark.parametrize("question", ["What award did Burak Özçivit win in Aktau?", "какую награду получил Бурак Озчивит в Актау?"])
def test_who_won_nothing_is_told_by_no_prize_of_others(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.kind, reply.records) == ("unknown", ("person-burak-ozcivit",))


@pytest.mark.parametrize(
    "question",
    ["Какой фильм взял главный Оскар в 2025 году?", "which film opened Korkut Ata 2020 in Tashkent", "какой фильм победил на Коркыт Ата в Ташкенте?"],
)
def test_a_prize_or_festival_that_was_not_is_told_by_no_other(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


def test_the_one_in_another_city_is_meant_by_its_kazakh_ending(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("ал Бакудегісі ше?", context="festival-edition-2024.dates")).query == "festival-edition-2023.dates"


@pytest.mark.parametrize("question", ["а о каком хане этот фильм?", "which khan is it about?", "қай хан туралы өзі?"])
def test_a_word_that_another_fact_tells_does_not_repeat_the_last_one(knowledge: KnowledgeBase, question: str) -> None:
    lead = knowledge.ask(Question(question, context="film-uly-dala-tany.director")).lead
    assert any(name in lead for name in ("Касым", "Kasym", "Қасым"))


@pytest.mark.parametrize(
    ("context", "question", "query"),
    [
        ("person-sultan-raev.post_since", "who held that post before him", "person-sultan-raev.predecessor"),
        ("person-birol-guven.post_since", "а кто занимал этот пост до него?", "person-birol-guven.predecessor"),
        ("person-aida-balayeva", "с кем она вела переговоры в Пекине?", "agreement-kz-cn-2024-talks.participants"),
        ("person-aida-balayeva", "whom did she meet in Beijing?", "agreement-kz-cn-2024-talks.participants"),
        ("award-2025-turksoy-special.winner", "кто режиссёр?", "film-gokturklerin-dirilisi.director"),
        ("award-2025-turksoy-special.winner", "who's the director", "film-gokturklerin-dirilisi.director"),
        ("award-2025-best-actor.winner", "а за режиссуру?", "festival-edition-2025.best_director"),
        ("org-cnc.founded", "ал Грузияның кино орталығы ше?", "org-gnfc.founded"),
        ("event-capital-2026.city", "бұл қай күні шешілді", "event-capital-2026.1"),
        ("event-capital-2026.city", "when was that decided?", "event-capital-2026.1"),
    ],
)
def test_a_post_a_prize_and_talks_lead_on_to_those_who_belong_to_them(knowledge: KnowledgeBase, context: str, question: str, query: str) -> None:
    assert knowledge.ask(Question(question, context=context)).query == query


@pytest.mark.parametrize("question", ["who put his signature on the Georgian side in Cannes?", "who put her name under the memorandum with Georgia?"])
def test_a_pronoun_that_means_who_is_asked_for_refers_to_nobody_else(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "agreement-kz-ge-2024.signatories"


@pytest.mark.parametrize(
    ("context", "question", "query"),
    [
        ("festival-edition-2021.best_director", "а за какую картину?", "festival-edition-2021.best_director"),
        ("festival-edition-2021.best_director", "for which film?", "festival-edition-2021.best_director"),
        ("org-turksoy.head", "whose seat did he take over?", "predecessor"),
        ("org-turksoy.head", "кого он сменил?", "predecessor"),
        ("org-turksoy.head", "ол кімнің орнына келді?", "predecessor"),
    ],
)
def test_a_prize_is_asked_for_its_film_and_a_head_for_who_was_before(knowledge: KnowledgeBase, context: str, question: str, query: str) -> None:
    assert query in str(knowledge.ask(Question(question, context=context)).query)


@pytest.mark.parametrize("question", ["who directed them", "кто их снял?", "оларды кім түсірген?"])
def test_who_made_several_films_that_an_answer_names_is_told_side_by_side(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question, context="agreement-kz-uz-film-days.festivals"))
    assert len(reply.records) > 2 and str(reply.query or reply.long_query).endswith(".director")


@pytest.mark.parametrize(
    ("context", "question", "query"),
    [
        ("festival-edition-2021.awards", "and who came first among the documentaries?", "festival-edition-2021.best_documentary"),
        ("festival-edition-2021.awards", "а среди документальных кто взял первое место", "festival-edition-2021.best_documentary"),
        ("festival-edition-2021.awards", "ал деректі фильмдерден бірінші орынды кім алды", "festival-edition-2021.best_documentary"),
        ("film-kachkyn.director", "and what did it get in Aktau?", "film-kachkyn.awards"),
        ("film-kachkyn.director", "а что ему дали в Актау?", "film-kachkyn.awards"),
        ("film-kachkyn.director", "Ақтауда оған не берді?", "film-kachkyn.awards"),
        ("agreement-kz-by-2018.signatories", "at which festival did that happen?", "agreement-kz-by-2018.signed_at"),
        ("agreement-kz-by-2018.signatories", "а на каком фестивале это случилось?", "agreement-kz-by-2018.signed_at"),
        ("agreement-kz-ir-2025.signed_at", "и что за виды фильмов хотят снимать вместе", "agreement-kz-ir-2025.scope"),
        ("film-abel.director", "премьерасы қай жақта өтті сонда", "film-abel.premiere"),
        ("film-bauryna-salu.premiere", "how old is the boy when he comes back?", "film-bauryna-salu.plot"),
        ("film-bauryna-salu.premiere", "сколько лет мальчику, когда он возвращается?", "film-bauryna-salu.plot"),
    ],
)
def test_what_is_asked_next_is_asked_of_what_was_told(knowledge: KnowledgeBase, context: str, question: str, query: str) -> None:
    assert knowledge.ask(Question(question, context=context)).query == query


@pytest.mark.parametrize(
    ("context", "question", "query"),
    [
        ("person-zhannat-alshanova", "жүлделері қандай", "person-zhannat-alshanova.awards"),
        ("festival-edition-2024", "где шли показы", "festival-edition-2024.venue"),
        ("person-aruan-anartay", "где учился?", None),
        ("festival-edition-2024", "opening film?", None),
    ],
)
def test_what_is_asked_of_the_chat_is_told_of_nobody_else(knowledge: KnowledgeBase, context: str, question: str, query: str | None) -> None:
    assert knowledge.ask(Question(question, context=context)).query == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("где шёл Кадет", "film-cadet.festivals"),
        ("where were the screenings of Joqtau", "film-joqtau.festivals"),
        ("фестиваль жүлдесі қандай көрінеді", "festival-korkyt-ata.symbol"),
    ],
)
def test_where_a_film_was_shown_and_how_a_prize_looks(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("что дали Еслямовой в Актау", "award-2025-turksoy-contribution.winner"),
        ("what did they give Samal Yeslyamova in Aktau", "award-2025-turksoy-contribution.winner"),
        ("Ақтауда Еслямоваға не берді", "award-2025-turksoy-contribution.winner"),
        ("who got the TURKSOY award in Aktau", "award-2025-turksoy-contribution~award-2025-turksoy-special.winner"),
        ("Ақтауда ТҮРКСОЙ-дың сыйлығы кімге бұйырды", "award-2025-turksoy-contribution~award-2025-turksoy-special.winner"),
    ],
)
def test_what_somebody_was_given_is_told_by_the_prize(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query or reply.long_query) == query


@pytest.mark.parametrize(
    "question",
    ["Where in Aktau was the 2025 Korkyt Ata festival held?", "Где в Актау проходил фестиваль 2025 года?", "where in Aktau was the festival?"],
)
def test_where_in_its_city_a_festival_was_is_told_by_the_building(knowledge: KnowledgeBase, question: str) -> None:
    assert str(knowledge.ask(Question(question)).query).startswith("festival-edition-2025.venue")
