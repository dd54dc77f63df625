"""/qr: a QR code to print, whose link opens a record in the guest's language."""

from __future__ import annotations

import io

from telegram import InlineKeyboardMarkup, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from handlers.context import Context, TyrnaApplication
from handlers.links import payload, private_link
from handlers.order import Order
from handlers.render import button, cut, escaped
from handlers.show import acknowledge, say
from handlers.staff.rights import staff_only
from handlers.texts import text
from kb import Language, Question, Record

_MAKE = "qr"
# Telegram takes so many characters after `?start=`: https://core.telegram.org/bots/features#deep-linking
_LONGEST = 64
_OFFERED = 6
# Characters of what was typed.
_SHOWN = 100
# 40 pixels a module make a code of the usual size sharp up to 15 cm at 300 dpi. A quiet zone of 4 modules is what ISO/IEC 18004 asks for;
# of level H up to 30 % may be dirty or torn.
_PIXELS, _QUIET_ZONE, _LEVEL, _DPI = 40, 4, "h", 300


def register(application: TyrnaApplication) -> None:
    application.add_handler(CommandHandler("qr", begin, filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE), Order.STAFF)
    application.add_handler(CallbackQueryHandler(chosen, rf"^{_MAKE}:[^:]+$"), Order.STAFF)


@staff_only("editor", "announcer")
async def begin(update: Update, context: Context) -> None:
    """/qr and a record's id or name; several that fit are offered as buttons."""
    language, said = await context.language(update), " ".join(context.args or ())
    found = _records(context, said, language) if said else []
    if not said:
        await say(update, context, text("qr-how", language))
    elif len(found) == 1:
        await _send(update, context, found[0], language)
    elif found:
        rows = [[button(record.names.shown(language), f"{_MAKE}:{record.id}")] for record in found]
        await say(update, context, text("qr-which", language, **escaped({"said": cut(said, _SHOWN)})), InlineKeyboardMarkup(rows))
    else:
        await say(update, context, text("qr-nothing", language, **escaped({"said": cut(said, _SHOWN)})))


def _records(context: Context, said: str, language: Language) -> list[Record]:
    """The record of this id; else those that a name means."""
    kb = context.services.kb
    if record := kb.record(said):
        return [record]
    reply = kb.ask(Question(said, language))
    keys = list(reply.records) if reply.kind in ("answer", "clarify") and len(reply.records) <= _OFFERED else []
    keys = keys or [hit.record for hit in kb.search(said, language, _OFFERED)]
    return [record for key in dict.fromkeys(keys) if (record := kb.record(key)) and len(payload(key)) <= _LONGEST]


@staff_only("editor", "announcer")
async def chosen(update: Update, context: Context) -> None:
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    language = await context.language(update)
    record = context.services.kb.record(pressed.data.partition(":")[2])
    if record is None:
        await acknowledge(pressed, text("answer-again", language))
        return
    await acknowledge(pressed)
    await _send(update, context, record, language)


async def _send(update: Update, context: Context, record: Record, language: Language) -> None:
    """Both files as documents: a photo would be scaled down."""
    chat = update.effective_chat
    assert chat is not None
    link = private_link(context.bot.username, payload(record.id))
    png, svg = codes(link)
    values = escaped({"record": record.names.shown(language), "link": link})
    await context.bot.send_document(chat.id, svg, filename=f"{record.id}.svg")
    await context.bot.send_document(chat.id, png, caption=text("qr", language, **values), parse_mode="HTML", filename=f"{record.id}.png")


def codes(link: str) -> tuple[bytes, bytes]:
    """A link as QR code, black on white with its quiet zone: PNG and SVG."""
    import segno  # on first use: few people print

    code = segno.make(link, error=_LEVEL, boost_error=False, micro=False)
    png, svg = io.BytesIO(), io.BytesIO()
    code.save(png, kind="png", scale=_PIXELS, border=_QUIET_ZONE, dark="black", light="white", dpi=_DPI)
    code.save(svg, kind="svg", scale=10, border=_QUIET_ZONE, dark="black", light="white", xmldecl=True, title=link)
    return png.getvalue(), svg.getvalue()
