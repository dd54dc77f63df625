"""Inline mode over HTTP: a card is found, posted, turned into another language, and nobody's typing holds up anybody's question."""

from __future__ import annotations

import asyncio
from pathlib import Path
from time import monotonic

import pytest

from tests.e2e.process import memory, process
from tests.emulator import Emulator, Person

TYPED = ("Who directed Qaitadan?", "Қайтадан фильмінің режиссері кім?", "меморандум с Узбекистаном", "korkyt ata festivali 2025", "xyzzy foo bar", "samal yesl")
QUESTIONS = ("Who directed Qaitadan?", "Who wrote Qaitadan?", "When was TURKSOY founded?", "What does the memorandum with Iran cover?")


async def test_a_card_is_posted_in_a_foreign_group_and_changes_its_language(emulator: Emulator, bot: None) -> None:
    aigul, berik = emulator.person("Aigul", "kk"), emulator.person("Berik", "ru")
    group = emulator.group(aigul, berik)
    group.chat.bot_status = "left"
    query = aigul.inline_query("Қайтадан режиссері")
    answer = await aigul.inline_answer(query)
    posted = aigul.choose(query, answer["results"][0]["id"], group)
    assert "Думан Еркімбек" in posted.html and "Дереккөз" in posted.html
    [inline_id] = emulator.state.inline_messages
    press = berik.press_inline(inline_id, "РУС")
    assert not await berik.popup(press)
    await group.sees("Режиссёр фильма «Кайтадан»")
    assert berik.press("↗ Открыть", group) == f"https://t.me/{emulator.config.username}?start=film-qaitadan__director"
    forged = {"from": berik.user, "chat_instance": "1", "data": "i:ru:film-gone", "inline_message_id": inline_id}
    assert "словами" in await berik.popup(berik._query("callback", "callback_query", forged))
    assert len(emulator.called("sendMessage")) == 0, "it is not in that group"


async def test_what_is_not_understood_is_asked_in_private(emulator: Emulator, bot: None) -> None:
    guest = emulator.person()
    answer = await guest.inline_answer(guest.inline_query("Titanic xyzzy"))
    assert "Nothing found" in answer["results"][0]["title"]
    assert "Titanic" in (await guest.ask(f"/start {answer['button']['start_parameter']}")).html


async def test_many_results_come_in_pages(emulator: Emulator, bot: None) -> None:
    guest = emulator.person()
    offset, ids = "", []
    for _ in range(4):
        answer = await guest.inline_answer(guest.inline_query("2025", offset))
        ids += [result["id"] for result in answer["results"]]
        if not (offset := answer.get("next_offset", "")):
            break
    assert len(set(ids)) == len(ids) > 20 and not offset


async def burst(emulator: Emulator, rate: int, seconds: float) -> tuple[dict[int, list[str]], list[float]]:
    """Ten people type letter by letter, each tenth query another person's; meanwhile one asks in private. (queries by person, waits in s)."""
    typists, asker = [emulator.person(f"Typist {number}") for number in range(10)], emulator.person("Asker")
    await asker.ask("/start")
    queries: dict[int, list[str]] = {}
    waits: list[float] = []
    stop = asyncio.Event()

    async def ask() -> None:
        number = 0
        while not stop.is_set():
            began = monotonic()
            await asker.ask(QUESTIONS[number % len(QUESTIONS)], timeout=20)
            waits.append(monotonic() - began)
            number += 1
            # No faster than a person who is not muted.
            await asyncio.sleep(2.1)

    asking = asyncio.create_task(ask())
    began = monotonic()
    for number in range(int(rate * seconds)):
        person = emulator.person(f"Passer-by {number}") if number % 10 == 9 else typists[number % 9]
        text = TYPED[number % len(TYPED)]
        queries.setdefault(person.id, []).append(person.inline_query(text[: 1 + number // 9 % len(text)]))
        await asyncio.sleep(max(0.0, began + (number + 1) / rate - monotonic()))
    await emulator.until(lambda: True if all(emulator.state.queries[each[-1]].answer for each in queries.values()) else None, 6)
    stop.set()
    await asking
    return queries, waits


def check(emulator: Emulator, queries: dict[int, list[str]], waits: list[float], longest_wait: float) -> str:
    """Everybody's latest query is answered; nothing was refused, late or slow."""
    calls = emulator.called("answerInlineQuery")
    assert all(call.status == 200 for call in calls), {call.error for call in calls if call.error}
    late = [call.at - emulator.state.queries[call.parameters["inline_query_id"]].asked_at for call in calls]
    assert max(late) < 5
    unanswered = [person for person, each in queries.items() if emulator.state.queries[each[-1]].answer is None]
    assert not unanswered, f"{len(unanswered)} of {len(queries)} people have no answer"
    assert max(waits) < longest_wait
    empty = sum(call.parameters["results"] in ("[]", []) for call in calls)
    asked = sum(map(len, queries.values()))
    return f"{asked} queries, {len(calls)} answers ({empty} empty), the latest after {max(late):.2f} s; questions answered within {max(waits):.2f} s"


async def test_a_small_burst_holds_up_nobody(emulator: Emulator, bot: None) -> None:
    queries, waits = await burst(emulator, 100, 1)
    # Other tests may run beside this one; the proof below is held to one second.
    check(emulator, queries, waits, 3)
    assert len(emulator.called("answerInlineQuery")) < 80, "a person's later letters take the place of earlier ones"


@pytest.mark.proof
async def test_200_inline_queries_a_second_for_10_s(emulator: Emulator, tmp_path: Path) -> None:
    async with process(emulator, tmp_path) as running:
        warm: Person = emulator.person()
        for text in TYPED:
            await warm.asks_inline(text)
            await warm.ask(QUESTIONS[0])
        before = memory(running)
        queries, waits = await burst(emulator, 200, 10)
        said = check(emulator, queries, waits, 1)
        after = memory(running)
    print(f"\n{said}; memory {before:.0f} → {after:.0f} MiB")
    assert after - before < 20
    log = (tmp_path / "log").read_text(encoding="utf-8")
    assert "ERROR" not in log and "Traceback" not in log and "WARNING" not in log, log
