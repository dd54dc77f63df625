"""/start with deep links, /help, /language, /about."""

from __future__ import annotations

from typing import cast

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.constants import ChatType
from telegram.error import TelegramError
from telegram.ext import CallbackQueryHandler, CommandHandler

from handlers.context import Context, TyrnaApplication
from handlers.links import query_of, text_key
from handlers.profile import command_key
from handlers.questions import double_tap, show_reply, whole_query
from handlers.render import button, contact_line, escaped
from handlers.show import acknowledge, change, say
from handlers.staff.menus import commands_of
from handlers.subscriptions import offer, still_offered, take_back
from handlers.texts import text
from kb import LANGUAGES, Language, Question, Reply, UnknownQuery

# The names of languages stand in the language itself, whoever reads them.
_NATIVE = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
_EXAMPLES = 3
# Callback data of the language buttons: under the greeting, which is then said in that language, and elsewhere.
_GREET, _CHOOSE = "hi", "lang"


def register(application: TyrnaApplication) -> None:
    application.add_handler(CommandHandler("start", start))
    application.add_handler(CommandHandler("help", help_))
    application.add_handler(CommandHandler("language", choose_language))
    application.add_handler(CommandHandler("about", about))
    application.add_handler(CallbackQueryHandler(language_chosen, pattern=rf"^({_GREET}|{_CHOOSE}):(kk|ru|en)$"))
    application.add_handler(CallbackQueryHandler(example, pattern=rf"^ex:(kk|ru|en):[1-{_EXAMPLES}]$"))


def _languages(action: str = _CHOOSE) -> list[InlineKeyboardButton]:
    return [button(_NATIVE[language], f"{action}:{language}") for language in LANGUAGES]


def _examples(language: Language) -> list[list[InlineKeyboardButton]]:
    return [[button(text(f"example-{number}", language), f"ex:{language}:{number}")] for number in range(1, _EXAMPLES + 1)]


async def start(update: Update, context: Context) -> None:
    """Greet with three questions and the languages; a deep link (`/start film-qaitadan`) is answered first, and a newcomer is greeted after it."""
    language = await context.language(update)
    linked = await _linked(context, language)
    if linked:
        await show_reply(update, context, *linked)
    offered = await offer(update, context, language)
    if linked and not offered:
        return
    try:
        if linked:
            await say(update, context, text("welcome-after-link", language), InlineKeyboardMarkup([_languages(), *offered]))
        else:
            await say(update, context, *_greeting(language, offered))
    except TelegramError:
        if offered:
            await take_back(update, context)
        raise


def _greeting(language: Language, offered: list[list[InlineKeyboardButton]]) -> tuple[str, InlineKeyboardMarkup]:
    said = f"{text('welcome', language)}\n\n{text('examples', language)}"
    return said, InlineKeyboardMarkup([*_examples(language), _languages(_GREET), *offered])


async def _linked(context: Context, language: Language) -> tuple[Reply, str] | None:
    """What a deep link opens, and the question if it holds one."""
    if not context.args:
        return None
    services, start = context.services, context.args[0]
    if key := text_key(start):
        said = services.store.unparsed(key)
        return (services.kb.ask(Question(said, language)), said) if said else None
    query = query_of(start)
    try:
        return services.kb.run(await whole_query(context, query), language), ""
    except UnknownQuery:
        return None


async def help_(update: Update, context: Context) -> None:
    """How to ask, three questions to try, and whom to ask when the bot does not know; to staff, in private, also what they may do."""
    language = await context.language(update)
    contact = context.services.settings.contact
    said = [text("help", language), *([contact_line(contact, language)] if contact else [])]
    chat = update.effective_chat
    if chat and chat.type == ChatType.PRIVATE and (commands := await commands_of(context.services, chat.id)):
        lines = [f"/{command} – {text(command_key(command), language)}" for command in commands]
        said.append("\n".join([text("help-staff", language), *lines]))
    await say(update, context, "\n\n".join(said), InlineKeyboardMarkup([*_examples(language), _languages()]))


async def choose_language(update: Update, context: Context) -> None:
    await say(update, context, text("choose-language", await context.language(update)), InlineKeyboardMarkup([_languages()]))


async def language_chosen(update: Update, context: Context) -> None:
    """A language button: remember it; the greeting is said again in it, elsewhere three questions in it are offered."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    action, code = pressed.data.split(":")
    language = cast(Language, code)
    await context.services.store.set_language(pressed.from_user.id, language)
    await acknowledge(pressed)
    offered = still_offered(update, language)
    if action == _GREET:
        await change(update, context, *_greeting(language, offered))
        return
    said = f"{text('language-chosen', language)}\n\n{text('examples', language)}"
    await change(update, context, said, InlineKeyboardMarkup([*_examples(language), _languages(), *offered]))


async def example(update: Update, context: Context) -> None:
    """An example question: answered as if it had been written."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    _, code, number = pressed.data.split(":")
    language = cast(Language, code)
    await acknowledge(pressed)
    reply = context.services.kb.ask(Question(text(f"example-{number}", language), language))
    if not await double_tap(update, context, reply):
        await show_reply(update, context, reply)


async def about(update: Update, context: Context) -> None:
    """How far the base goes, and whose word it takes."""
    language = await context.language(update)
    scope = context.services.kb.scope(language)
    await say(update, context, text("about", language, **escaped(scope)))
