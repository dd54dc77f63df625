"""Whatever is typed, the bot replies: legally, in bounded time, with markup that Telegram takes.

`make proof` asks a hundred thousand golden questions with typing errors, in other layouts and alphabets, shuffled, cut and
with junk in them, and fifty thousand after anything that a chat can have spoken of; `make test` asks a few.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from time import thread_time
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.render import html, keyboard
from kb import KnowledgeBase, Question
from kb.language.layout import readings
from kb.records import Kind
from kb.understand.lexicon import properties
from tests.kb.golden import golden_rows

SEED = 20251001
# Seconds of one core, on a machine that does other things too: a hang is found, not a slow second.
LONGEST = 1.0
# The tags of Telegram's HTML that replies use, and the only entities in it.
_TAG = re.compile(r"<(/?)(\w+)(?: href=\"[^\"<>]*\")?>")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|#x27|#39);)")

_TO_LATIN = {
    **dict(zip("абвгдеёзийклмнопрстуфхцыэіәңғүұқөһ", "abvgdeeziiklmnoprstufhcyeiangu" + "uqoh", strict=True)),
    **{"ж": "zh", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ь": "", "ъ": ""},
}
_JUNK = ["\u200b", "\u202e", "\u0301", "\ufeff", "🎬", "<b>", "&amp;", '"', "'", "«", "\x00", "İ", "ﷺ", "ß", "中", "𝕏", "%s", "{x}", "\n", "٣", "I", "--"]


def _typo(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text))
    return chance.choice((text[:at] + text[at + 1 :], text[:at] + text[at] + text[at:], text[:at] + chance.choice("аеиkt") + text[at + 1 :]))


def _shuffled(chance: random.Random, text: str) -> str:
    words = text.split()
    chance.shuffle(words)
    return " ".join(words)


MUTATIONS: list[Callable[[random.Random, str], str]] = [
    _typo,
    _shuffled,
    lambda chance, text: _typo(chance, _typo(chance, text) or "?"),
    lambda chance, text: chance.choice(readings(text)),
    lambda chance, text: "".join(_TO_LATIN.get(letter, letter) for letter in text.lower()),
    lambda chance, text: text.upper(),
    lambda chance, text: text[: chance.randrange(len(text)) + 1],
    lambda chance, text: text[chance.randrange(len(text)) :],
    lambda chance, text: "".join(letter + (chance.choice(_JUNK) if chance.random() < 0.1 else "") for letter in text),
    lambda chance, text: (text + " ") * chance.randint(2, 60),
    lambda chance, text: text.replace(" ", ""),
]


def mutated(count: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    asked = [row["q"] for row in golden_rows() if row["q"]]
    out = []
    for _ in range(count):
        text = chance.choice(asked)
        for _ in range(chance.choice((1, 1, 2, 3))):
            text = chance.choice(MUTATIONS)(chance, text)[:4096] or "?"
        out.append(text)
    return out


# Of so many golden questions one is asked after other answers.
_EACH = 40
# Messages that mean something only after another one.
FOLLOWING = (
    *("which of them got prizes?", "the second one", "2025", "а второй?", "екіншісі", "who directed it?", "is he still there?", "since when?"),
    *("and Hungary?", "а годом раньше?", "келесі жылы ше?", "which one is about tourism", "последнее", "was it?", "ол қазақ па?", "что из них победило?"),
)


def after_something(knowledge: KnowledgeBase, count: int, seed: int) -> Iterator[tuple[str, str]]:
    """(message, what the chat asked before): short forms of every shape, also of records and properties that are there no more."""
    chance = random.Random(seed)
    asked = [row["q"] for row in golden_rows() if row["q"]]
    ids = [*(record.id for record in knowledge.records()), "gone-record"]
    asks = (*properties(), "0", "3", "director+cast", "plot+1", "gone")
    for number in range(count):
        several, record, prop = "~".join(chance.choices(ids, k=chance.randint(2, 5))), chance.choice(ids), chance.choice(asks)
        shapes = (
            record,
            f"{record}.{prop}",
            several,
            f"{several}.{prop}",
            f"list:{chance.choice(get_args(Kind))}:{record}",
            "count:film:",
            f"{record}.country?country-kz",
        )
        yield chance.choice(FOLLOWING if number % 2 else asked), chance.choice(shapes)


def check(knowledge: KnowledgeBase, text: str, context: str | None = None) -> None:
    start = thread_time()
    reply = knowledge.ask(Question(text, context=context))
    assert thread_time() - start < LONGEST
    assert 0 < len(reply.text.encode("utf-16-le", "surrogatepass")) // 2 <= 4096
    shown = html(reply)
    assert not _ENTITY.search(shown), shown
    open_tags: list[str] = []
    for closing, tag in _TAG.findall(shown):
        if closing:
            assert open_tags.pop() == tag, shown
        else:
            assert tag in ("a", "b", "i", "code", "pre"), shown
            open_tags.append(tag)
    assert not open_tags and not re.search("[<>]", _TAG.sub("", shown)), shown
    keyboard(reply)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300) | st.text("abkqңқшщ'ʼ -?1İı", max_size=300))
def test_any_text_is_answered_legally(knowledge: KnowledgeBase, text: str) -> None:
    check(knowledge, text)


@pytest.mark.parametrize("text", mutated(300, SEED))
def test_a_mutated_question_is_answered_legally(knowledge: KnowledgeBase, text: str) -> None:
    check(knowledge, text)


@pytest.mark.parametrize("context", ["count:film:", "list:film:country-kg", "festival-edition-2025.best_film", "film-ayka~film-tulpan.director"])
def test_any_question_is_answered_legally_after_any_shape_of_answer(knowledge: KnowledgeBase, context: str) -> None:
    for text in [row["q"] for row in golden_rows() if row["q"]][::_EACH]:
        check(knowledge, text, context)


@pytest.mark.parametrize("text", ["who signed them?", "где?", "қай елдермен?"])
@pytest.mark.parametrize("context", ["gone-record", "gone-record.result", "country-az~gone-record", "list:film:gone-record"])
def test_a_chat_that_is_older_than_the_base_goes_on(knowledge: KnowledgeBase, text: str, context: str) -> None:
    check(knowledge, text, context)


def test_clauses_beyond_the_words_that_are_read_are_passed_over(knowledge: KnowledgeBase) -> None:
    check(knowledge, "is his job? " * 60)


def test_a_question_about_a_prize_after_a_count_is_answered(knowledge: KnowledgeBase) -> None:
    check(knowledge, "Бурса, тюркский кинофест. Какая картина там взяла главную награду?", "count:film:")


@pytest.mark.parametrize("digit", ["❷", "፩", "²", "٢", "Ⅱ", "½"])
@pytest.mark.parametrize(
    "text", ["who took {} place in Aktau?", "who won at the festival with {} films?", "what happened on {} October 2025?", "TURKSOY has {} members?"]
)
def test_signs_that_look_like_digits_are_none(knowledge: KnowledgeBase, text: str, digit: str) -> None:
    assert knowledge.ask(Question(text.format(digit))).text


def test_after_anything_a_message_is_answered_legally(knowledge: KnowledgeBase) -> None:
    for text, context in after_something(knowledge, 1500, SEED):
        try:
            check(knowledge, text, context)
        except Exception as error:
            raise AssertionError(f"{text!r} after {context!r}: {error}") from error


@pytest.mark.parametrize(
    "text", ["қ" * 4096, "a'" * 2048, "кайтадан " * 455, "ﷺ" * 4096, "shchshch " * 450, "1.1" * 1365, "\u0301" * 4096, "kazakstanskogo " * 270, "é-" * 2048]
)
def test_the_longest_message_is_answered_legally(knowledge: KnowledgeBase, text: str) -> None:
    check(knowledge, text)


@pytest.mark.proof
def test_a_hundred_thousand_mutated_questions_are_answered_legally(knowledge: KnowledgeBase) -> None:
    for text in mutated(100_000, SEED + 1):
        try:
            check(knowledge, text)
        except Exception as error:
            raise AssertionError(f"{text!r}: {error}") from error


@pytest.mark.proof
def test_fifty_thousand_messages_after_anything_are_answered_legally(knowledge: KnowledgeBase) -> None:
    for text, context in after_something(knowledge, 50_000, SEED + 1):
        try:
            check(knowledge, text, context)
        except Exception as error:
            raise AssertionError(f"{text!r} after {context!r}: {error}") from error
