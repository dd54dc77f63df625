"""Which messages ask for the programme and what they ask; everything else goes to the base."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.programme.asked import Asked, Known, asked, is_of_type
from handlers.programme.importing import load
from handlers.programme.tables import read
from handlers.programme.topic import Topic
from handlers.state.programme import Screening
from kb import KnowledgeBase
from tests.e2e.programme import MADE_UP

ZONE = ZoneInfo("Asia/Aqtau")
TODAY, TOMORROW, FRIDAY, SATURDAY = (date(2031, 10, day) for day in (1, 2, 3, 4))


@pytest.fixture(scope="module")
def known(knowledge: KnowledgeBase) -> Known:
    loaded = load(read(MADE_UP, "made_up_programme.yaml"), knowledge, ZONE, {})
    return Known(loaded.venues, sorted(loaded.screenings.values(), key=lambda entry: entry.starts_at))


def read_at(said: str, knowledge: KnowledgeBase, known: Known, hour: int = 12, day: int = 1, topic: Topic | None = None) -> Asked | None:
    """A question on a day of October 2031, perhaps after an answer about something."""
    return asked(said, datetime(2031, 10, day, hour, tzinfo=ZONE).timestamp(), ZONE, knowledge, known, "en", topic=topic)


# On Wednesday, 1 October, at noon.
DAYS = {
    "today": TODAY,
    "What's on today?": TODAY,
    "tomorrow": TOMORROW,
    "what can I see tomorow": TOMORROW,
    "the day after tomorrow, what is on?": FRIDAY,
    "what's on friday": FRIDAY,
    "what is on on 2 October": TOMORROW,
    "October 2nd programme": TOMORROW,
    "programme 2031-10-04": SATURDAY,
    "what's on 4.10": SATURDAY,
    "Что сегодня?": TODAY,
    "расписание на завтра": TOMORROW,
    "что послезавтра в кино": FRIDAY,
    "что идёт в субботу": SATURDAY,
    "Что покажут 3 октября?": FRIDAY,
    "програма на завтра": TOMORROW,
    "xnj pfdnhf": TOMORROW,
    "Бүгін не бар?": TODAY,
    "ертеңгі бағдарлама": TOMORROW,
    "бүрсігүні не болады": FRIDAY,
    "сенбіде не көрсетіледі": SATURDAY,
    "4 қазанда не бар": SATURDAY,
    "bugin ne bar": TODAY,
    "бугин не бар": TODAY,
}
# since and until in minutes
HOURS = {
    "today after 18": (1080, None),
    "what's on after 6 pm": (1080, None),
    "what is on after 6": (1080, None),
    "what's on today before 15:30": (None, 930),
    "what's on at 19:00": (1140, 1200),
    "tomorrow morning": (300, 720),
    "tonight": (1020, 1740),
    "что после 18": (1080, None),
    "что завтра с 10 утра": (600, None),
    "что сегодня до 16:00": (None, 960),
    "что сегодня после 18 до 21": (1080, 1260),
    "что между 18 и 21": (1080, 1260),
    "что вечером": (1020, 1740),
    "сағат 18-ден кейін не бар": (1080, None),
    "ертең 18:00-ге дейін не бар": (None, 1080),
    "бүгін кешке": (1020, 1740),
    "бүгін 18-ден 21-ге дейін не бар": (1080, 1260),
    "what is on between 18 and 21": (1080, 1260),
}
# What the base answers, or small talk.
OTHERS = [
    "Who directed Qaitadan?",
    "how are you today",
    "как дела сегодня?",
    "Where was Qaitadan shown?",
    "Кайтадан показали в Актау?",
    "When was the opening?",
    "When was the Korkyt Ata festival held in 2025?",
    "What does the memorandum with Iran cover?",
    "до завтра",
    "see you tomorrow",
    "Кто сейчас руководит центром?",
    "Қазір орталықты кім басқарады?",
    "when is the next festival",
    "what happened on 2 October 2025",
    "Which films won awards",
    "what is Qaitadan about",
    "Бағдарламаның директоры кім",
    "What documentary won first place",
    "What's the weather tomorrow?",
    "Where is Titanic shown?",
    "2025",
    "18",
    "",
    "👍",
]


@pytest.mark.parametrize("said", DAYS)
def test_days(knowledge: KnowledgeBase, known: Known, said: str) -> None:
    found = read_at(said, knowledge, known)
    assert found is not None and found.day == DAYS[said]


@pytest.mark.parametrize("said", HOURS)
def test_hours(knowledge: KnowledgeBase, known: Known, said: str) -> None:
    found = read_at(said, knowledge, known)
    assert found is not None and (found.since, found.until) == HOURS[said]


@pytest.mark.parametrize("said", OTHERS)
def test_others_go_to_the_base(knowledge: KnowledgeBase, known: Known, said: str) -> None:
    assert read_at(said, knowledge, known) is None


@pytest.mark.parametrize(
    ("said", "venue"),
    [
        ("what's on at the Friendship House", "friendship-house"),
        ("что идёт в Доме дружбы", "friendship-house"),
        ("Достық үйінде не көрсетіледі", "friendship-house"),
        ("dostyq uiinde ne korsetiledi", "friendship-house"),
        ("what's on at the Frendship House", "friendship-house"),
        ("что идёт в Ару", "aru"),
        ("Аруда не болады бүгін", "aru"),
    ],
)
def test_venues(knowledge: KnowledgeBase, known: Known, said: str, venue: str) -> None:
    found = read_at(said, knowledge, known)
    assert found is not None and found.venue == venue


@pytest.mark.parametrize(
    "said", ["where is QAITADAN shown", "when is Qaitadan on", "Где показывают «Кайтадан»?", "Қайтадан қашан көрсетіледі", "where is qaytadan screened"]
)
def test_films(knowledge: KnowledgeBase, known: Known, said: str) -> None:
    found = read_at(said, knowledge, known)
    assert found is not None and found.film == "film-qaitadan"


@pytest.mark.parametrize("said", ["when is the next documentary", "когда следующий документальный фильм", "келесі деректі фильм қашан"])
def test_the_next_of_a_sort(knowledge: KnowledgeBase, known: Known, said: str) -> None:
    found = read_at(said, knowledge, known)
    assert found is not None and found.next and found.type == "documentary"


def test_a_docudrama_is_a_documentary(knowledge: KnowledgeBase) -> None:
    at = [Screening(film, "screening", "hall", 1, film=film) for film in ("film-nargin", "film-gingerbread", "film-qaitadan")]
    opening = Screening("opening", "event", "hall", 1, names={"en": "Opening"})
    assert [entry.id for entry in [*at, opening] if is_of_type(entry, "documentary", knowledge)] == ["film-nargin", "film-gingerbread"]
    assert [entry.id for entry in [*at, opening] if is_of_type(entry, "feature", knowledge)] == ["film-qaitadan"]
    assert [entry.id for entry in [*at, opening] if is_of_type(entry, "event", knowledge)] == ["opening"]


def test_tonight_is_the_night_that_goes_on_until_five(knowledge: KnowledgeBase, known: Known) -> None:
    days = [found.day for hour in (4, 5) if (found := read_at("tonight", knowledge, known, hour, 2))]
    assert days == [TODAY, TOMORROW]


@pytest.mark.parametrize(
    "said",
    [
        *("What's on tonight?", "Что идёт завтра?", "Бүгін не бар?", "what's on now", "programme", "Программа?"),
        *("when is the next documentary?", "what's the next film", "next short film?", "when's the next screening"),
        *("когда следующий документальный фильм?", "какой следующий фильм", "ближайший показ когда"),
        *("remind me half an hour before it starts", "напомни за 30 минут", "30 минут бұрын еске салшы", "есіме сал"),
        *("келесі деректі фильм қашан?", "келеси деректи фильм кашан", "келесі көрсетілім қашан"),
    ],
)
def test_without_a_programme_the_words_are_the_same(knowledge: KnowledgeBase, said: str) -> None:
    assert read_at(said, knowledge, Known()) is not None


@pytest.mark.parametrize(
    "said",
    [
        "where is Qaitadan shown",
        "what's on on 2 October",
        "Programme of the 2025 festival",
        "remind me about the festival",
        "is the next film of Duman Yerkimbek known",
        *OTHERS,
    ],
)
def test_without_a_programme_the_base_keeps_what_it_may_know(knowledge: KnowledgeBase, said: str) -> None:
    assert read_at(said, knowledge, Known()) is None
