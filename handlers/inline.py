"""`@bot question` in any chat: the answer and matching records as cards that can be posted there."""

from __future__ import annotations

import asyncio
import re
from collections import OrderedDict
from collections.abc import Callable, Sequence
from textwrap import shorten
from time import monotonic
from typing import TypeVar, cast

from telegram import InlineQuery, InlineQueryResultArticle, InlineQueryResultsButton, InputTextMessageContent, LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import CallbackQueryHandler, ChosenInlineResultHandler, InlineQueryHandler

from handlers import programme
from handlers.context import Context, TyrnaApplication
from handlers.links import payload, private_link, text_payload
from handlers.questions import short_id, whole_query
from handlers.render import INLINE_FLIP, html, posted_keyboard
from handlers.show import acknowledge
from handlers.texts import text
from kb import KnowledgeBase, Language, Question, Reply, UnknownQuery
from kb.texts import sentence

K = TypeVar("K")
V = TypeVar("V")
# A longer query is cut: nobody types more into the line of a chat, and long texts cost the most to read.
LONGEST_QUERY = 100
# Results of a page: what a person looks through before typing on. Telegram takes 50, and asks for the next page while they scroll.
PAGE = 10
FOUND, FEATURED, MOST_CHOSEN = 50, 20, 5
MOST_CHOSEN_DAYS = 30
# Seconds for which Telegram repeats an answer to the same person: going back a letter costs nothing, and a correction of the base shows
# soon. Personal, because the same letters give each person their own language.
CACHE = 60
# The engine reads letter by letter only in this share of the time, so that questions in chats never wait for it; beyond it, and for fewer
# letters, the names answer alone. `BURST` is in seconds of its work.
SHARE, BURST = 0.3, 0.5
SHORTEST = 3
_REMEMBERED = 512
_TITLE, _DESCRIPTION = 90, 140
_PREFIX = re.compile(r"\s*(kk|ru|en)(?:\s+|$)", re.I)
# Stands for the query where nothing was found; such a card has languages too.
_NOTHING = "-"
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


def register(application: TyrnaApplication) -> None:
    application.add_handler(InlineQueryHandler(Inline().answer))
    application.add_handler(ChosenInlineResultHandler(count))
    application.add_handler(CallbackQueryHandler(flip, pattern=rf"^{INLINE_FLIP}:(kk|ru|en):"))


class _Recent(OrderedDict[K, V]):
    """The entries that were used last, of one revision of the base."""

    def __init__(self) -> None:
        super().__init__()
        self._revision = ""

    def recall(self, revision: str, key: K) -> V | None:
        if revision != self._revision:
            self.clear()
            self._revision = revision
        if (found := self.get(key)) is not None:
            self.move_to_end(key)
        return found

    def keep(self, key: K, value: V) -> V:
        self[key] = value
        if len(self) > _REMEMBERED:
            self.popitem(last=False)
        return value


class Engine:
    """Reads questions one at a time within its share of the time, and remembers the last replies."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._left, self._at = BURST, clock()
        self._replies: _Recent[tuple[str, Language], Reply] = _Recent()
        self._one_at_a_time = asyncio.Lock()

    async def ask(self, base: KnowledgeBase, said: str, language: Language) -> Reply | None:
        """The reply; None if the engine has no time for it."""
        async with self._one_at_a_time:
            if reply := self._replies.recall(base.revision, (said, language)):
                return reply
            began = self._clock()
            self._left, self._at = min(BURST, self._left + (began - self._at) * SHARE), began
            if self._left <= 0:
                return None
            reply = self._replies.keep((said, language), base.ask(Question(said, language)))
            self._left -= self._clock() - began
            # The lock goes to the next query only after the loop has looked at everything else.
            await asyncio.sleep(0)
            return reply


class Inline:
    """Answers inline queries."""

    def __init__(self) -> None:
        self._engine = Engine()
        self._articles: _Recent[tuple[str, Language], InlineQueryResultArticle] = _Recent()

    async def answer(self, update: Update, context: Context) -> None:
        """The reply first if there is one, then matching records; for an empty query today's programme, what is posted most and what is told most of."""
        asked, services = update.inline_query, context.services
        assert asked is not None
        prefix, said = _parts(asked.query)
        language = prefix or await context.language(update)
        if not said:
            often = services.store.most_chosen(MOST_CHOSEN_DAYS, MOST_CHOSEN)
            today = () if asked.offset else programme.today(context.services, language, private_link(context.bot.username, programme.LINK))
            await self._show(asked, context, language, [*often, *_records(context, "", language, FEATURED)], first=today)
            return
        reply = await self._engine.ask(services.kb, said, language) if len(said) >= SHORTEST else None
        language = prefix or (reply.language if reply else language)
        answers = await _answers(context, reply)
        # What a question asks back is among several records: none of them is the question itself.
        known = answers[0] if len(answers) == 1 else None
        start = payload(known) if known else text_payload(services.store.unparsed_key(said))
        button = InlineQueryResultsButton(text("ask-in-private", language), start_parameter=start)
        in_haste = reply is None and len(said) >= SHORTEST
        found = [*answers, *_records(context, said, language, FOUND)] or [_NOTHING]
        await self._show(asked, context, language, found, 0 if in_haste else CACHE, button)
        if not known and not asked.offset:
            await services.store.keep_unparsed(said)

    async def _show(
        self,
        asked: InlineQuery,
        context: Context,
        language: Language,
        found: list[str],
        cache: int = CACHE,
        button: InlineQueryResultsButton | None = None,
        first: Sequence[InlineQueryResultArticle] = (),
    ) -> None:
        """Give one page of the found queries, after what comes `first`; the offset is the number of its first one."""
        found = list(dict.fromkeys(found))
        start = int(asked.offset) if asked.offset.isdecimal() else 0
        articles = [await self._article(context, query, language) for query in found[start : start + PAGE]]
        following = str(start + PAGE) if start + PAGE < len(found) else ""
        shown = [*first, *(article for article in articles if article)]
        await asked.answer(shown, cache_time=cache, is_personal=True, next_offset=following, button=button)

    async def _article(self, context: Context, query: str, language: Language) -> InlineQueryResultArticle | None:
        """A result with the card that is posted; None if the base no longer holds what it is about."""
        revision = context.services.kb.revision
        if article := self._articles.recall(revision, (query, language)):
            return article
        try:
            return self._articles.keep((query, language), await _article(context, query, language, revision))
        except UnknownQuery:
            return None


def _parts(typed: str) -> tuple[Language | None, str]:
    """The language of a prefix such as `kk `, and the text after it."""
    prefix = _PREFIX.match(typed)
    said = typed[prefix.end() if prefix else 0 :].strip()[:LONGEST_QUERY].strip()
    return cast(Language, prefix[1].lower()) if prefix else None, said


async def _answers(context: Context, reply: Reply | None) -> list[str]:
    """The query of the reply, or those of the records among which it asks back; none for what is no question about the base."""
    if reply is None or reply.kind == "smalltalk":
        return []
    if reply.kind == "clarify":
        return [button.query for button in reply.buttons]
    query = reply.query or await short_id(reply, context)
    return [query] if query else []


def _records(context: Context, said: str, language: Language, many: int) -> list[str]:
    return [hit.record for hit in context.services.kb.search(said, language, many)]


async def _article(context: Context, query: str, language: Language, revision: str) -> InlineQueryResultArticle:
    """Its id says what it shows, in at most 56 bytes: the query, the language, the revision of the base."""
    title, description = await _line(context, query, language)
    return InlineQueryResultArticle(
        f"{query}|{language}|{revision}",
        shorten(title, _TITLE, placeholder="…"),
        InputTextMessageContent(await _card(context, query, language), ParseMode.HTML, link_preview_options=_NO_PREVIEW),
        posted_keyboard(language, query, _link(context, query)),
        description=shorten(description, _DESCRIPTION, placeholder="…"),
    )


async def _line(context: Context, query: str, language: Language) -> tuple[str, str]:
    """What the list shows: of a record its name, its kind and one sentence; of an answer the answer and what goes with it."""
    if query == _NOTHING:
        return text("inline-nothing", language), text("inline-nothing-hint", language)
    if hit := context.services.kb.hit(query, language):
        return hit.name, text("inline-record", language, kind=text(f"kind-{hit.kind}", language), summary=hit.summary)
    reply = context.services.kb.run(await whole_query(context, query), language)
    return reply.lead, " ".join([*reply.context, *(sentence("source", language, sources=source.title) for source in reply.sources)])


async def _card(context: Context, query: str, language: Language) -> str:
    """The posted message: fact, context, source."""
    if query == _NOTHING:
        return text("inline-nothing-card", language)
    return html(context.services.kb.run(await whole_query(context, query), language), context.services.settings.contact)


def _link(context: Context, query: str) -> str:
    return private_link(context.bot.username, "help" if query == _NOTHING else payload(query))


async def flip(update: Update, context: Context) -> None:
    """ҚАЗ · РУС · ENG under a posted card: anybody in that chat may change its language; it says nothing of their own."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    _, code, query = pressed.data.split(":", 2)
    language = cast(Language, code)
    try:
        card = await _card(context, query, language)
    except UnknownQuery:
        await acknowledge(pressed, text("answer-again", language))
        return
    await acknowledge(pressed)
    try:
        markup = posted_keyboard(language, query, _link(context, query))
        await pressed.edit_message_text(card, ParseMode.HTML, reply_markup=markup, link_preview_options=_NO_PREVIEW)
    except BadRequest as error:
        if "not modified" not in str(error).lower():
            raise


async def count(update: Update, context: Context) -> None:
    """Count what was posted, without who posted it and where; Telegram tells it if `/setinlinefeedback` is on."""
    chosen = update.chosen_inline_result
    assert chosen is not None
    query, _, rest = chosen.result_id.partition("|")
    language = rest.partition("|")[0]
    if query == _NOTHING or language not in ("kk", "ru", "en"):
        return
    try:
        context.services.kb.run(await whole_query(context, query), cast(Language, language))
    except UnknownQuery:
        return
    await context.services.store.count_inline_choice(query, cast(Language, language))
