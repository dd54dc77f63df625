"""Questions about what is on as guests word them: each with what it asks, on Wednesday, 1 October 2031, at noon."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from handlers.programme.asked import Known
from handlers.programme.topic import Topic, query_of, topic_of
from kb import KnowledgeBase
from tests.handlers.test_programme_questions import known, read_at

__all__ = ["known"]

TODAY, TOMORROW, FRIDAY, SATURDAY = (date(2031, 10, day) for day in (1, 2, 3, 4))
HALL, ARU = "friendship-house", "aru"

ASKED: dict[str, dict[str, Any]] = {
    # English
    "what's playing right now?": {"now": True},
    "anything on at the moment": {"now": True},
    "what is showing tonight after 8pm?": {"day": TODAY, "since": 1200},
    "What films are on this evening?": {"day": TODAY, "since": 1020},
    "any screenings tomorrow afternoon": {"day": TOMORROW, "since": 720},
    "what's the schedule for saturday": {"day": SATURDAY},
    "show me thursday's programme": {"day": TOMORROW},
    "what time does Qaitadan start": {"film": "film-qaitadan"},
    "When can I watch Qash?": {"film": "film-qash"},
    "which cinema shows Abel": {"film": "film-abel"},
    "where can i see ayka tomorrow": {"film": "film-ayka", "day": TOMORROW},
    "what is on after this one?": {"next": True},
    "what's next": {"next": True},
    "what comes next at the friendship house": {"next": True, "venue": HALL},
    "when's the next short film": {"next": True, "type": "short"},
    "films from 6 till 9 tomorrow": {"day": TOMORROW, "since": 1080, "until": 1260},
    "wat is on tonite": {"day": TODAY, "since": 1020},
    "whats on tommorow at frendship house": {"day": TOMORROW, "venue": HALL},
    "What is on in Aru Cinema on Friday?": {"day": FRIDAY, "venue": ARU},
    "when is the closing ceremony?": {"entries": ("closing",)},
    # Russian
    "что сейчас идёт?": {"now": True},
    "Что показывают прямо сейчас": {"now": True},
    "какие фильмы сегодня вечером?": {"day": TODAY, "since": 1020},
    "что сегодня показывают после шести вечера": {"day": TODAY, "since": 1080},
    "кино завтра утром": {"day": TOMORROW, "since": 300, "until": 720},
    "что посмотреть в четверг?": {"day": TOMORROW},
    "программа фестиваля на сегодня": {"day": TODAY},
    "афиша на субботу": {"day": SATURDAY},
    "какие показы 2-го октября": {"day": TOMORROW},
    "во сколько Кайтадан?": {"film": "film-qaitadan"},
    "когда и где можно посмотреть Кайтадан": {"film": "film-qaitadan"},
    "Где идет фильм Кадет": {"film": "film-cadet"},
    "что дальше?": {"next": True},
    "что будет после этого фильма": {"next": True},
    "когда следующий показ": {"next": True},
    "следующая короткометражка когда": {"next": True, "type": "short"},
    "завтр что идет в доме дружбы": {"day": TOMORROW, "venue": HALL},
    "сиводня вечиром что покажут": {"day": TODAY, "since": 1020},
    "xnj bltn ctujlyz": {"day": TODAY},
    "chto segodnya vecherom": {"day": TODAY, "since": 1020},
    "Когда закрытие?": {"entries": ("closing",)},
    "что есть с 18:00 до 20:00": {"day": TODAY, "since": 1080, "until": 1200},
    # Kazakh
    "қазір не жүріп жатыр?": {"now": True},
    "Қазір қандай фильм көрсетіліп жатыр": {"now": True},
    "бүгін кешке қандай кино бар": {"day": TODAY, "since": 1020},
    "Ертең таңертең не көрсетеді?": {"day": TOMORROW, "since": 300, "until": 720},
    "бейсенбі күні не бар": {"day": TOMORROW},
    "жұмадағы кестені көрсет": {"day": FRIDAY},
    "2 қазандағы көрсетілімдер": {"day": TOMORROW},
    "бугинги багдарлама": {"day": TODAY},
    "erteng ne korsetiledi": {"day": TOMORROW},
    "keshke ne bar": {"day": TODAY, "since": 1020},
    "Қайтадан фильмі сағат нешеде басталады": {"film": "film-qaitadan"},
    "«Қаш» қай жерде көрсетіледі?": {"film": "film-qash"},
    "бұдан кейін не болады": {"next": True},
    "келесі көрсетілім қашан": {"next": True},
    "ертең Достық үйінде не бар": {"day": TOMORROW, "venue": HALL},
    "достык уйинде казир не болып жатыр": {"now": True, "venue": HALL},
    "сенбі күні сағат 18-ден кейін": {"day": SATURDAY, "since": 1080},
    "Жабылу салтанаты қашан?": {"entries": ("closing",)},
    # Heard later
    "so what are they showing at 8 tonight": {"day": TODAY, "since": 1200, "until": 1260},
    "Is there anything after midnight?": {"day": TODAY, "since": 1440},
    "whats on rn": {"now": True},
    "programme for the whole festival": {"day": None},
    "when does the opening ceremony start": {"entries": ("opening",)},
    "films tomorrow from 10 to 15": {"day": TOMORROW, "since": 600, "until": 900},
    "what is on after six": {"day": TODAY, "since": 1080},
    "что ещё сегодня осталось": {"day": TODAY, "rest": True},
    "подскажите, во сколько завтра первый фильм": {"day": TOMORROW},
    "что интересного в пятницу": {"day": FRIDAY},
    "что идёт сегодня с 22 до 2": {"day": TODAY, "since": 1320, "until": 1560},
    "қай кинотеатрда «Абель» көрсетіледі?": {"film": "film-abel"},
    "осы аптада не бар": {"day": None},
    "алтыдан кейін не болады": {"day": TODAY, "since": 1080},
    ",euby yt ,fh": {"day": TODAY},
    # Late
    "what's on at midnight": {"day": TODAY, "since": 1320, "until": 1740},
    "anything around midnight tomorrow?": {"day": TOMORROW, "since": 1320, "until": 1740},
    "what's on late tonight": {"day": TODAY, "since": 1320},
    "films before midnight": {"day": TODAY, "until": 1440},
    "что идёт в полночь?": {"day": TODAY, "since": 1320, "until": 1740},
    "что показывают поздно вечером": {"day": TODAY, "since": 1320},
    "что до полуночи": {"day": TODAY, "until": 1440},
    "есть что после полуночи?": {"day": TODAY, "since": 1440},
    "түннен кейін не бар": {"day": TODAY, "since": 1440},
    "tunnen kein ne bar": {"day": TODAY, "since": 1440},
    "түн ортасында не көрсетіледі": {"day": TODAY, "since": 1320, "until": 1740},
    "тун жарымында не бар": {"day": TODAY, "since": 1320, "until": 1740},
    "түн ортасына дейін не бар": {"day": TODAY, "until": 1440},
    # Languages
    "anything with English subtitles?": {"subtitled": "en", "spoken": None},
    "which films have subtitles in English": {"subtitled": "en", "spoken": None},
    "what's on today in Kazakh?": {"day": TODAY, "spoken": "kk", "subtitled": None},
    "films in Kazakh with Russian subtitles": {"spoken": "kk", "subtitled": "ru"},
    "any Kazakh language films tomorrow": {"day": TOMORROW, "spoken": "kk"},
    "films with subtitles tonight": {"day": TODAY, "subtitled": "any"},
    "does Qaitadan have English subtitles?": {"film": "film-qaitadan", "subtitled": "en"},
    "а на казахском языке что есть сегодня?": {"day": TODAY, "spoken": "kk"},
    "что идёт на русском?": {"spoken": "ru", "subtitled": None},
    "фильмы с английскими субтитрами": {"subtitled": "en", "spoken": None},
    "есть что-нибудь с субтитрами на английском": {"subtitled": "en", "spoken": None},
    "что завтра по-казахски": {"day": TOMORROW, "spoken": "kk"},
    "бүгін қазақша не бар": {"day": TODAY, "spoken": "kk"},
    "қазақ тіліндегі фильмдер қайсы": {"spoken": "kk"},
    "ағылшын субтитрі бар фильм бар ма": {"subtitled": "en", "spoken": None},
    "агылшынша субтитрмен не бар": {"subtitled": "en", "spoken": None},
    "bugin qazaqsha ne bar": {"day": TODAY, "spoken": "kk"},
    # Mixed
    "сегодня кешке не бар": {"day": TODAY, "since": 1020},
    "today кешке что идёт": {"day": TODAY, "since": 1020},
}

# What stands alone as well.
ASKED |= {
    # Who is let in
    "is it free?": {"aspect": "access", "film": None},
    "do I need a ticket for Qaitadan?": {"aspect": "access", "film": "film-qaitadan"},
    "is the opening ceremony free": {"aspect": "access", "entries": ("opening",)},
    "how much is a ticket": {"aspect": "access"},
    "сколько будет стоить вход на Кайтадан?": {"aspect": "access", "film": "film-qaitadan"},
    "Ару кинотеатрында не бар": {"aspect": None, "venue": ARU},
    "что есть в Ару": {"aspect": None, "venue": ARU},
    "where can I buy tickets?": {"aspect": "access", "buys": True},
    "are tickets needed tomorrow": {"aspect": "access", "day": TOMORROW},
    "сколько стоит вход": {"aspect": "access"},
    "нужен ли билет на Кайтадан": {"aspect": "access", "film": "film-qaitadan"},
    "вход бесплатный?": {"aspect": "access"},
    "завтра вход свободный? нужны билеты?": {"aspect": "access", "day": TOMORROW},
    "где купить билет": {"aspect": "access", "buys": True},
    "нужна ли аккредитация": {"aspect": "access"},
    "билет керек пе": {"aspect": "access"},
    "тегін бе": {"aspect": "access"},
    "kiru tegin be": {"aspect": "access"},
    "Қайтаданға билет қанша тұрады": {"aspect": "access", "film": "film-qaitadan"},
    # Reminders
    "remind me 30 minutes before": {"aspect": "remind", "minutes": 30},
    "remind me about Qaitadan an hour before it starts": {"aspect": "remind", "minutes": 60, "film": "film-qaitadan"},
    "set a reminder half an hour before the closing": {"aspect": "remind", "minutes": 30, "entries": ("closing",)},
    "напомни за 15 минут до начала": {"aspect": "remind", "minutes": 15},
    "напомните мне за полчаса про Кайтадан": {"aspect": "remind", "minutes": 30, "film": "film-qaitadan"},
    "поставь напоминание": {"aspect": "remind"},
    "30 минут бұрын еске салшы": {"aspect": "remind", "minutes": 30},
    "есіме сал": {"aspect": "remind", "minutes": None},
    "Қайтаданды бір сағат бұрын еске сал": {"aspect": "remind", "minutes": 60, "film": "film-qaitadan"},
    "eske sal": {"aspect": "remind"},
    # Venues
    "where is the Friendship House?": {"aspect": "venue", "venue": HALL},
    "how do I get to Aru cinema": {"aspect": "venue", "venue": ARU},
    "address of the Friendship House": {"aspect": "venue", "venue": HALL},
    "где кинотеатр Ару": {"aspect": "venue", "venue": ARU},
    "как добраться до Дома дружбы": {"aspect": "venue", "venue": HALL},
    "Достық үйі қай жерде": {"aspect": "venue", "venue": HALL},
    "Ару кинотеатрының мекенжайы": {"aspect": "venue", "venue": ARU},
    "aru kinoteatry qaida": {"aspect": "venue", "venue": ARU},
}

QAITADAN, CLOSING, DAY = Topic("film-qaitadan", entries=("qaitadan-1",)), Topic(entries=("closing",)), Topic(entries=("opening", "qaitadan-1"))
BASE = Topic("film-qaitadan", told=False)
# What goes on from the answer before.
GOES_ON: list[tuple[Topic, str, dict[str, Any]]] = [
    *((QAITADAN, said, {"aspect": "place", "entries": ("qaitadan-1",)}) for said in ("where is it?", "and when?", "what time does it start", "which hall")),
    *((QAITADAN, said, {"aspect": "place", "entries": ("qaitadan-1",)}) for said in ("а где это?", "во сколько начало?", "где он идёт", "в каком зале")),
    *((QAITADAN, said, {"aspect": "place", "entries": ("qaitadan-1",)}) for said in ("ол қайда?", "кашан", "сағат нешеде басталады", "қай залда")),
    *((QAITADAN, said, {"aspect": "access", "entries": ("qaitadan-1",)}) for said in ("is it free?", "how much does it cost", "билет нужен?", "тегін бе")),
    *((DAY, said, {"aspect": "access", "entries": ("opening", "qaitadan-1")}) for said in ("is it free?", "сколько стоит?", "билет керек пе")),
    *((QAITADAN, said, {"aspect": "remind", "entries": ("qaitadan-1",), "minutes": 60}) for said in ("remind me an hour before", "напомни за час")),
    *((QAITADAN, said, {"aspect": "languages"}) for said in ("what language is it in?", "does it have subtitles", "на каком языке?", "ол қай тілде")),
    *((CLOSING, said, {"aspect": "length"}) for said in ("how long is it", "сколько длится", "ұзақтығы қанша")),
    *((QAITADAN, said, {"film": "film-cadet", "aspect": None}) for said in ("what about Cadet", "and Cadet?", "а Кадет?", "Кадет ше?")),
    *((QAITADAN, said, {"day": TOMORROW, "aspect": None}) for said in ("and tomorrow?", "а завтра?", "ал ертең ше?")),
    (QAITADAN, "anything with English subtitles?", {"subtitled": "en", "entries": (), "aspect": None}),
    (QAITADAN, "is the opening ceremony free", {"aspect": "access", "entries": ("opening",)}),
    *((BASE, said, {"aspect": "place", "film": "film-qaitadan"}) for said in ("when can I see it?", "where is it shown", "где его можно посмотреть?")),
    *((BASE, said, {"aspect": "access", "film": "film-qaitadan"}) for said in ("is it free?", "билет нужен?", "how much is it?", "сколько стоит?")),
    *((BASE, said, {"aspect": "place", "film": "film-qaitadan"}) for said in ("қайда болады", "қашан көрсетіледі", "где идёт?")),
    (Topic("festival-edition-2025", told=False), "price?", {"aspect": "access", "film": None}),
    *((DAY, said, {"aspect": "access", "entries": ("opening", "qaitadan-1")}) for said in ("who can attend?", "кто может прийти?", "кімдер бара алады?")),
    (QAITADAN, "how long is it", {"aspect": "length"}),
    *((CLOSING, said, {"aspect": "length", "entries": ("closing",)}) for said in ("when does it end?", "во сколько заканчивается?", "қашан аяқталады")),
    *((Topic(venue="aru"), said, {"aspect": "venue", "venue": "aru"}) for said in ("where is it?", "адрес?", "қай жерде")),
]
# What the base answers after an answer about the programme, and after one of its own.
STAYS = [
    *((QAITADAN, said) for said in ("who directed it?", "what is it about", "where was it filmed", "when did it come out", "what is Cadet about")),
    *((QAITADAN, said) for said in ("кто его снял?", "о чём он?", "где снимали", "а о чём Кадет?", "почему?", "когда он вышел")),
    *((QAITADAN, said) for said in ("оны кім түсірген", "не туралы", "қашан шықты", "қайда түсірілген", "неге?", "thanks", "рахмет")),
    *((BASE, said) for said in ("where is it?", "and when?", "а где?", "қайда?", "and Cadet?", "а Кадет?")),
    *((Topic("film-cadet", entries=("night-1",)), said) for said in ("how long is it?", "сколько длится?", "ұзақтығы қанша?")),
    (Topic("film-tulpan", told=False), "where can I watch it?"),
    *((Topic("country-kz", told=False), said) for said in ("how much is it?", "сколько стоит?", "қанша тұрады?")),
]

# What the base answers, or nobody.
OTHERS = [
    "what was shown in 2023?",
    "when was Qaitadan released?",
    "who opened the festival in 2023?",
    "Что показали в 2023 году?",
    "когда вышел фильм Кайтадан",
    "сколько идёт фильм Кайтадан",
    "когда было закрытие в 2022",
    "Кто снял Қаш?",
    "где снимали Кайтадан",
    "где родилась режиссёр Кайтадан",
    "Қайтадан қашан шықты?",
    "2023 жылы не көрсетілді?",
    "«Қайтадан» қай жерде түсірілген",
    "when did the festival in Aktau end",
    "what time is it now",
    "what happened today in politics",
    "сколько сейчас времени",
    "кто сейчас министр культуры",
    "what's next for Kazakh cinema",
    "What is the opening film?",
    "show me films about the steppe",
    "how long is Qaitadan",
    "покажи фильмы Казахстана",
    "What is the next festival?",
    "two films of Satayev",
    "один вопрос",
    "сегодня хорошая погода",
    "спасибо, до субботы",
    "ертең кездесеміз",
    "in Kazakh please",
    "in English",
    "қазақша айтшы",
    "по-русски, пожалуйста",
    "say it in Russian",
    "казахские фильмы",
    "What English films are in the base?",
    "were the screenings free in 2025?",
    "Был ли вход на фестиваль 2025 бесплатным?",
    "сколько стоил Кайтадан",
    "is Tulpan free?",
    "who paid for the tickets",
    "where is the Kazakh film centre",
    "how do I get to Aktau",
    "when does the agreement end",
    "remind me what Qaitadan is about",
    "напомни, о чём Кайтадан",
    "Қайтадан не туралы еді, еске салшы",
    "когда заканчивается программа с Россией",
]


@pytest.mark.parametrize("said", ASKED)
def test_what_is_asked(knowledge: KnowledgeBase, known: Known, said: str) -> None:
    found = read_at(said, knowledge, known)
    assert found is not None
    assert {name: getattr(found, name) for name in ASKED[said]} == ASKED[said]


@pytest.mark.parametrize("said", OTHERS)
def test_what_is_not_asked(knowledge: KnowledgeBase, known: Known, said: str) -> None:
    assert read_at(said, knowledge, known) is None


@pytest.mark.parametrize(("topic", "said", "wanted"), GOES_ON)
def test_what_goes_on_from_the_answer_before(knowledge: KnowledgeBase, known: Known, topic: Topic, said: str, wanted: dict[str, Any]) -> None:
    found = read_at(said, knowledge, known, topic=topic)
    assert found is not None
    assert {name: getattr(found, name) for name in wanted} == wanted


@pytest.mark.parametrize(("topic", "said"), STAYS)
def test_what_does_not_go_on_from_the_answer_before(knowledge: KnowledgeBase, known: Known, topic: Topic, said: str) -> None:
    assert read_at(said, knowledge, known, topic=topic) is None


def test_what_an_answer_was_about_is_kept_in_short() -> None:
    for topic in (QAITADAN, CLOSING, Topic(venue="aru"), Topic()):
        assert topic_of(str(topic)) == topic
    assert topic_of("film-qaitadan.director") == BASE
    assert [topic_of(last) for last in (None, "list:film:", "film-a~film-b", "?")] == [None] * 4


def test_the_base_goes_on_from_the_film_of_the_programme(knowledge: KnowledgeBase) -> None:
    assert query_of(str(QAITADAN), [], knowledge) == query_of(str(CLOSING), ["film-qaitadan", "film-qaitadan"], knowledge) == "film-qaitadan"
    assert query_of(str(DAY), [None, "film-qaitadan"], knowledge) is None
    assert query_of("film-cadet.director", [], knowledge) == "film-cadet.director"
