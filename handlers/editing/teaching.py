"""Teaching: what editors say a phrase means. It is checked against the whole base before people are answered by it."""

from __future__ import annotations

from typing import cast

from handlers.context import Context
from handlers.editing.proposals import propose
from handlers.editing.wanted import Wanted
from handlers.state.editing import Phrase
from kb import Language


async def propose_phrase(context: Context, chat_id: int, phrase: str, language: str, query: str, question_id: int | None) -> None:
    """Check what would change if a phrase asked for a query, and show that to editors in a chat, with *Teach* and *Discard*.

    Args:
        chat_id: the private chat of an editor, or the staff chat; the card is in its language.
        language: the language of the phrase.
        query: a short form such as `film-qaitadan.director`.
        question_id: the unanswered question that is taught from; /taught tells it.
    """
    wanted = Wanted("phrase", phrase, phrases=(Phrase(phrase, cast(Language, language), query, question_id),))
    await propose(context, chat_id, await language_of_chat(context, chat_id), wanted)


async def language_of_chat(context: Context, chat_id: int) -> Language:
    """The language of a person's private chat, or what was chosen for a group."""
    store = context.services.store
    membership = store.membership(chat_id) if chat_id < 0 else None
    chosen = membership.language if membership else await store.language(chat_id)
    return chosen or context.services.settings.default_language
