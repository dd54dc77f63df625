"""The numbers and names that the Bot API refuses by. Sources: https://core.telegram.org/bots/api, tdlib/td, tdlib/telegram-bot-api, the bots FAQ."""

from __future__ import annotations

# A text's length is counted in UTF-16 units after the entities are parsed, as entity offsets are. tdlib counts code points, so the
# emulator is the stricter of the two for letters outside the basic plane.
MESSAGE_LENGTH = 4096
CAPTION_LENGTH = 1024
TEXT_BYTES = 32768  # before the entities are parsed
MAX_ENTITIES = 100  # more are dropped in silence
CALLBACK_DATA_BYTES = 64
INLINE_BUTTONS = 100
CALLBACK_ANSWER_LENGTH = 200
INLINE_RESULTS = 50
INLINE_RESULT_ID_BYTES = 64
INLINE_QUERY_LENGTH = 256
NEXT_OFFSET_BYTES = 64
COMMANDS = 100
COMMAND_NAME_LENGTH = 32
COMMAND_DESCRIPTION_LENGTH = 256
NAME_LENGTH = 64
DESCRIPTION_LENGTH = 512
SHORT_DESCRIPTION_LENGTH = 120
PHOTO_BYTES = 10 * 2**20
UPLOAD_BYTES = 50 * 2**20
DOWNLOAD_BYTES = 20 * 2**20
MESSAGES_AT_ONCE = 100
DELETE_SECONDS = 48 * 3600
# Seconds within which a query can be answered. Telegram documents neither; inline queries lapse after about 10 seconds.
INLINE_ANSWER_SECONDS = 10
CALLBACK_ANSWER_SECONDS = 60
POLL_LIMIT = 100
POLL_SECONDS = 50
WEBHOOK_PORTS = (443, 80, 88, 8443)
# Kinds of update that come only if allowed_updates names them.
UPDATES_ON_DEMAND = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
CHAT_ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)
BUTTON_ACTIONS = [
    "url",
    "callback_data",
    "callback_game",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "login_url",
    "web_app",
    "copy_text",
]
