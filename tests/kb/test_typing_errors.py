"""The index of spellings finds just what comparing with every word finds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb import KnowledgeBase, Question
from kb.index import Index
from kb.language.slips import slips
from kb.language.typing_errors import SHORTEST, Spellings, distance, sound


def spellings_of(words: list[str]) -> Spellings:
    return Spellings(words, Index(Spellings.compile(words)), Index(Spellings.compile_sounds(words)))


KEYS = st.text("abi4k", min_size=1, max_size=17)


@settings(max_examples=150, deadline=None)
@given(words=st.lists(KEYS, min_size=1, max_size=30, unique=True), typed=KEYS)
def test_the_index_agrees_with_comparing_all(words: list[str], typed: str) -> None:
    near = spellings_of(words).near(typed)
    assert near == {word: wrong for word in words if len(word) >= SHORTEST and (wrong := distance(typed, word)) is not None}


@settings(max_examples=150, deadline=None)
@given(word=st.text("abcdefgh", min_size=5, max_size=17), at=st.integers(0, 15), letter=st.sampled_from("abz"))
def test_a_wrong_letter_or_two_that_changed_places_are_found(word: str, at: int, letter: str) -> None:
    at = min(at, len(word) - 2)
    spellings = spellings_of([word])
    for typed in (word[:at] + letter + word[at + 1 :], word[:at] + word[at + 1] + word[at] + word[at + 2 :]):
        assert word in spellings.near(typed) or distance(typed, word) is None


@settings(max_examples=100, deadline=None)
@given(words=st.lists(st.text("aoeidtk", min_size=1, max_size=5), min_size=1, max_size=30, unique=True), typed=st.text("aoeidtk", max_size=5))
def test_words_that_sound_alike_are_found(words: list[str], typed: str) -> None:
    assert sorted(spellings_of(words).alike(typed)) == sorted(word for word in words if len(word) > 3 and sound(word) == sound(typed))


def test_an_unknown_word_has_no_numbers() -> None:
    index = Index(Index.compile([("a", 3), ("a", 1), ("b", 2)]))
    assert (index.numbers("a"), index.count("a"), index.numbers("c"), index.count("")) == ([1, 3], 2, [], 0)


def test_a_slip_is_no_other_word() -> None:
    meant = slips(["кто", "when"], ["кот"])
    assert meant == {"тко": "кто", "hwen": "when", "wehn": "when", "whne": "when", "whn": "when"}


def test_a_key_beside_the_right_one_is_read_in_longer_words_if_only_one_is_meant() -> None:
    meant = slips(["сколько", "когда"], ["скрлько"])
    assert meant["сколбко"] == meant["сколлько"] == meant["скоько"] == "сколько"
    assert "скрлько" not in meant
    assert "кпкиа" not in slips(["какие"], [])


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("waht does the red sea fund do", "org-red-sea-fund"),
        ("yo which countires are in turksoy", "org-turksoy.members"),
        ("hwo many films did the Aktau festival show", "festival-edition-2025.films_count"),
        ("wht ctiy is ARKA in", "org-arka.headquarters"),
        ("каокй фильм победил в актау", "festival-edition-2025.best_film"),
        ("кто снл Амре", "film-amre.director"),
        ("2021 фестиваьді қай қала өткзді", "festival-edition-2021.city"),
        ("мировая примьера авеля гед", "film-abel.premiere"),
        ("түрксой қйада отырады", "org-turksoy.headquarters"),
        ("ақтауда қй фильм жеңд", "festival-edition-2025.best_film"),
        ("қйа жылы түрксой құрылған", "org-turksoy.founded"),
    ],
)
def test_a_slip_in_a_short_word_asks_the_same(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # As keys these are far from the names: two of their letters are one sound.
        ("who got the best screenplay in Aktsu in 2025", "who got the best screenplay in Aktau in 2025"),
        ("what is Kazkhfilm", "what is Kazakhfilm"),
        ("what were the Kazkh film days in Dushanbe?", "what were the Kazakh film days in Dushanbe?"),
        ("что показывали гостям фестиваля в Мангитсау", "что показывали гостям фестиваля в Мангистау"),
        # Words of the texts, and everyday ones.
        ("Яссауи кеснесі ЮНЕСКО тізіміне қай жылы кірді", "Яссауи кесенесі ЮНЕСКО тізіміне қай жылы кірді"),
        ("сколбко испытаний было на семипалатинском полигоне", "сколько испытаний было на семипалатинском полигоне"),
        ("Қорқыт ата осы уақытқа дейін қай қаолаларда өтті", "Қорқыт ата осы уақытқа дейін қай қалаларда өтті"),
        ("расскаи о Бозжыре", "расскажи о Бозжыре"),
        # Two letters changed about in an inflected name, in a cue of a highlight, and an English word in a message in Cyrillic.
        ("2023 жылы Баукде неше фильм көрсетілді", "2023 жылы Бакуде неше фильм көрсетілді"),
        ("Whom did Raev replce as head of TURKSOY?", "Whom did Raev replace as head of TURKSOY?"),
        ("Маңғыстаудгы жер асты мешті қалай аталады", "Маңғыстаудағы жер асты мешіті қалай аталады"),
        ("а кто prodcuer у Қайтадан?", "а кто producer у Қайтадан?"),
    ],
)
def test_a_wrong_letter_in_any_word_asks_the_same(knowledge: KnowledgeBase, typed: str, meant: str) -> None:
    reply = knowledge.ask(Question(typed))
    assert reply.kind == "answer"
    assert reply.query == knowledge.ask(Question(meant)).query


@pytest.mark.parametrize("question", ["waht is Dersu Uzala baout", "кто снл Джокера", "титаникті кім түсірдй"])
def test_a_name_beside_a_slip_is_still_a_stranger(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


SWAPPED = [
    ("who directed Eva Batyr Qzy?", "film-eva-batyr-qyz.director"),
    ("кто режиссёр Ева Батыр Ыкз", "film-eva-batyr-qyz.director"),
    ("какие призы у Жоктау в Бикшеке", "film-joqtau.awards"),
    ("what was the prize Kazhymukan got in Soeul", "film-kazhymukan.1"),
]


@pytest.mark.parametrize(("question", "query"), SWAPPED)
def test_letters_swapped_in_a_word_of_the_named_record_are_forgiven(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert (knowledge.ask(Question(question)).query or "").split("+")[0] == query


@pytest.mark.parametrize("question", ["who directed Qaitadan Qzy", "who directed Eva Batyr Qzx"])
def test_another_word_beside_a_name_is_not(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        # The key of the typed word is a form of an everyday word, or of another language's.
        ("who directed Qitadan?", "film-qaitadan.director"),
        ("какие призы получил Кайтаан?", "film-qaitadan.awards"),
        ("Қашқн фильмінің режиссері кім?", "film-kachkyn.director"),
        ("кто продюсер Жёлтя кошка?", "film-yellow-cat.producer"),
        ("сколько собрал Таптымау сені?", "film-taptym-au-seni.box_office"),
    ],
)
def test_a_title_with_a_letter_wrong_is_no_form_of_an_everyday_word(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert str(knowledge.ask(Question(question)).query).startswith(query)


@pytest.mark.parametrize(
    ("question", "told"), [("чо дали качкину на фистевале в октау", "film-kachkyn.awards"), ("хто режисер асенний брис", "film-osenniy-briz.director")]
)
def test_a_word_can_begin_as_it_is_heard(knowledge: KnowledgeBase, question: str, told: str) -> None:
    assert knowledge.ask(Question(question)).query == told


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("when was the memorandum with turky signed", "agreement-kz-tr-2025.signed_on"),
        ("what does the Turky memorandum say", "agreement-kz-tr-2025.scope"),
        ("what does the Azerbajan memorandum say", "agreement-kz-az-2025.scope"),
        ("what does the memorandum with Kyrgizstan cover", "agreement-kz-kg-2025.scope"),
        ("о чём меморандум с Туркменстаном?", "agreement-kz-tm-2025.scope"),
        ("когда подписали меморандм с Гурзией", "agreement-kz-ge-2024.signed_on"),
        ("Әзірбайжанмен меморандум не туралы?", "agreement-kz-az-2025.scope"),
    ],
)
def test_a_country_is_known_with_an_everyday_error_in_its_name(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("кто снял Аркау Озк", "film-arkau-ozok.director"),
        ("Арқау Өзк кімнің киносы", "film-arkau-ozok.director"),
        ("We Liv Here фильмінің режиссері кім", "film-we-live-here.director"),
        ("what genre is We Lve Here", "film-we-live-here.genre"),
        ("кто режиссёр Бауырына саау", "film-bauryna-salu.director"),
        ("Ұлы дла таңын кім түсірді", "film-uly-dala-tany.director"),
        ("Жёлтая кшка чей фильм", "film-yellow-cat.director"),
        ("Yellow Ct is by whom", "film-yellow-cat.director"),
        ("Sea Dgs бұл қай елдердің фильмі", "film-sea-dogs.country"),
    ],
)
def test_a_title_is_known_by_its_other_words(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize("question", ["who directed We Are Here", "who directed Yellow River", "кто снял Арқау Жол", "Арқау Қыз режиссері"])
def test_another_title_with_a_word_of_one_is_not_known(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"
