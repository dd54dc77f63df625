"""Whatever is typed, the bot replies: legally, in bounded time, with markup that Telegram takes.

`make proof` asks a hundred thousand golden questions with typing errors, in other layouts and alphabets, shuffled, cut and
with junk in them; `make test` asks a few.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from time import thread_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.render import html, keyboard
from kb import KnowledgeBase, Question
from kb.guard import rows
from kb.language.layout import readings

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
    asked = [row["q"] for row in rows() if row["q"]]
    out = []
    for _ in range(count):
        text = chance.choice(asked)
        for _ in range(chance.choice((1, 1, 2, 3))):
            text = chance.choice(MUTATIONS)(chance, text)[:4096] or "?"
        out.append(text)
    return out


def check(knowledge: KnowledgeBase, text: str) -> None:
    start = thread_time()
    reply = knowledge.ask(Question(text))
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
