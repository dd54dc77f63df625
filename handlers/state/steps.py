"""A write over many chats in steps: between two of them come the writes of answers, which wait for one step and not for all."""

from __future__ import annotations

from handlers.state.driver import Driver, Write

# So many rows are looked at in a step: some milliseconds.
MANY = 500
# Every chat is above the one and not above the other: ids of Telegram have at most 52 bits. https://core.telegram.org/bots/api#chat
LOWEST, HIGHEST = -(2**62), 2**62


async def in_steps(driver: Driver, step: str, write: Write, durable: bool) -> None:
    """Do `write` for the chats above `:after` up to `:upto`, again and again from the lowest on; `step` says the next `:upto`, NULL after the last.

    Each step is whole or not at all; what a crash leaves undone has to be seen and done by another call. Raises `DatabaseError`.
    """
    sql, values = write
    after = LOWEST
    while (upto := driver.reader.execute(step, values | {"after": after, "many": MANY}).fetchone()[0]) is not None:
        await driver.writer.write([(sql, values | {"after": after, "upto": upto})], durable)
        after = int(upto)
