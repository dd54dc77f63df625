"""/start with deep links, /help, /language, /about."""

from __future__ import annotations

from html import escape
from typing import cast

from telegram import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message, Update
from telegram.constants import ParseMode
from telegram.ext import CallbackQueryHandler, CommandHandler

from handlers.context import Context, TyrnaApplication, place
from handlers.render import html, keyboard
from handlers.texts import text
from kb import LANGUAGES, Language, Question, Reply, UnknownQuery

COMMANDS = ("start", "help", "language", "about", "privacy", "my_data", "forget_me")
# The names of languages stand in the language itself, whoever reads them.
_NATIVE = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
_EXAMPLES = 3


def register(application: TyrnaApplication) -> None:
    application.add_handler(CommandHandler("start", start))
    application.add_handler(CommandHandler("help", help_))
    application.add_handler(CommandHandler("language", choose_language))
    application.add_handler(CommandHandler("about", about))
    application.add_handler(CallbackQueryHandler(language_chosen, pattern=r"^lang:(kk|ru|en)$"))
    application.add_handler(CallbackQueryHandler(example, pattern=r"^ex:(kk|ru|en):\d$"))


async def publish_commands(application: TyrnaApplication) -> None:
    """The command menu, in each language; the English one also for everybody else."""
    for language in LANGUAGES:
        commands = [BotCommand(name, text(f"command-{name.replace('_', '-')}", language)) for name in COMMANDS]
        await application.bot.set_my_commands(commands, language_code=language)
        if language == "en":
            await application.bot.set_my_commands(commands)


def _languages() -> list[InlineKeyboardButton]:
    return [InlineKeyboardButton(_NATIVE[language], callback_data=f"lang:{language}") for language in LANGUAGES]


def _examples(language: Language) -> InlineKeyboardMarkup:
    questions = [[InlineKeyboardButton(text(f"example-{n}", language), callback_data=f"ex:{language}:{n}")] for n in range(1, _EXAMPLES + 1)]
    return InlineKeyboardMarkup([*questions, _languages()])


async def start(update: Update, context: Context) -> None:
    """Greet with three questions and the languages; a deep link (`/start film-qaitadan`) is answered at once."""
    message = cast(Message, update.effective_message)
    language = await context.language(update)
    if context.args:
        try:
            reply = context.services.kb.run(context.args[0].replace("__", "."), language)
        except UnknownQuery:
            pass
        else:
            await _send(update, context, reply)
            return
    said = f"{text('welcome', language)}\n\n{text('examples', language)}"
    await message.reply_text(said, ParseMode.HTML, reply_markup=_examples(language))


async def _send(update: Update, context: Context, reply: Reply) -> None:
    message = update.effective_message
    if not message or not message.is_accessible:
        return
    await message.reply_text(
        html(reply), ParseMode.HTML, reply_markup=keyboard(reply), link_preview_options=LinkPreviewOptions(is_disabled=True), do_quote=False
    )
    if reply.query:
        await context.services.store.set_last_query(place(update), reply.query)


async def help_(update: Update, context: Context) -> None:
    language = await context.language(update)
    await cast(Message, update.effective_message).reply_text(text("help", language), ParseMode.HTML, reply_markup=_examples(language))


async def choose_language(update: Update, context: Context) -> None:
    said = text("choose-language", await context.language(update))
    await cast(Message, update.effective_message).reply_text(said, ParseMode.HTML, reply_markup=InlineKeyboardMarkup([_languages()]))


async def language_chosen(update: Update, context: Context) -> None:
    """A language button: remember it, and greet again in it."""
    button = update.callback_query
    assert button is not None and button.data is not None
    language = cast(Language, button.data.removeprefix("lang:"))
    await context.services.store.set_language(button.from_user.id, language)
    await button.answer()
    said = f"{text('language-chosen', language)}\n\n{text('examples', language)}"
    await button.edit_message_text(said, ParseMode.HTML, reply_markup=_examples(language))


async def example(update: Update, context: Context) -> None:
    """An example question: answered as if it had been written."""
    button = update.callback_query
    assert button is not None and button.data is not None
    _, language, number = button.data.split(":")
    await button.answer()
    question = text(f"example-{number}", cast(Language, language))
    await _send(update, context, context.services.kb.ask(Question(question, cast(Language, language))))


async def about(update: Update, context: Context) -> None:
    """How far the base goes, and whose word it takes."""
    language = await context.language(update)
    scope = context.services.kb.scope(language)
    values = {key: escape(value, quote=False) if isinstance(value, str) else value for key, value in scope.items()}
    await cast(Message, update.effective_message).reply_text(text("about", language, **values), ParseMode.HTML)
