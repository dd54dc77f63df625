"""People, groups and channels as tests drive them: what they do becomes updates, what the bot sends is what they see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from tests.emulator import html
from tests.emulator.limits import INLINE_QUERY_LENGTH
from tests.emulator.methods import member
from tests.emulator.state import Chat, Json, Query

if TYPE_CHECKING:
    from tests.emulator.server import Emulator

_FIRST_PERSON = 1001
_FIRST_GROUP = 2001
_ANONYMOUS_ADMIN: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
WAIT = 5.0  # seconds that a test waits for the bot, unless it says otherwise


@dataclass(frozen=True)
class Seen:
    """A message as a person sees it: `html` has the tags that the entities stand for."""

    id: int
    from_bot: bool
    text: str
    html: str
    buttons: tuple[tuple[str, ...], ...]
    edited: bool
    content: Json

    @property
    def labels(self) -> list[str]:
        return [label for row in self.buttons for label in row]

    def __str__(self) -> str:
        return "\n".join([("" if self.from_bot else "> ") + self.html, *("".join(f"[{label}]" for label in row) for row in self.buttons)])


def seen(message: Json, bot_id: int) -> Seen:
    text = message.get("text") or message.get("caption") or ""
    kinds = ("photo", "document", "video", "audio", "animation", "sticker", "voice", "contact", "location", "venue")
    shown = html.render(text, message.get("entities") or message.get("caption_entities") or [])
    for kind in kinds:
        if kind in message:
            shown = f"({kind}) {shown}".rstrip()
    markup = message.get("reply_markup") or message.get("_reply_markup") or {}
    rows = markup.get("inline_keyboard") or markup.get("keyboard") or []
    labels = tuple(tuple(button if isinstance(button, str) else button["text"] for button in row) for row in rows)
    from_bot = message.get("from", {}).get("id") == bot_id or message.get("via_bot", {}).get("id") == bot_id
    return Seen(message["message_id"], from_bot, text, shown, labels, "edit_date" in message, message)


class View:
    """A chat on somebody's screen. What is waited for must have been sent or edited since the last action in this chat."""

    def __init__(self, emulator: Emulator, chat: Chat) -> None:
        self.emulator = emulator
        self.chat = chat
        self.mark = emulator.state.sequence
        self._read = chat.last_message_id

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def messages(self) -> list[Seen]:
        """Every message of the chat that is there now, oldest first."""
        return [seen(message, self.emulator.me["id"]) for message in self.chat.messages.values()]

    @property
    def screen(self) -> str:
        """The whole chat; a person's messages begin with `> `, buttons stand in brackets."""
        return "\n".join(map(str, self.messages))

    @property
    def last(self) -> Seen:
        """The bot's last message."""
        return next(message for message in reversed(self.messages) if message.from_bot)

    def message(self, message_id: int) -> Seen:
        return seen(self.chat.messages[message_id], self.emulator.me["id"])

    async def sees(self, *parts: str, timeout: float = WAIT) -> Seen:
        """The bot's first message, new or edited since the last action here, that has all these parts in its HTML.

        Raises:
            AssertionError: there is none in time; the text shows the screen.
        """

        def probe() -> Seen | None:
            new = (m for m in self.messages if m.from_bot and self.chat.changed[m.id] > self.mark)
            return next((m for m in new if all(part in m.html for part in parts)), None)

        found = await self.emulator.until(probe, timeout)
        assert found is not None, f"nobody sees {', '.join(map(repr, parts)) or 'anything'} in {timeout} s; the screen:\n{self.screen}"
        return found

    async def next_message(self, timeout: float = WAIT) -> Seen:
        """The bot's next new message, each one once.

        Raises:
            AssertionError: none comes in time.
        """

        def probe() -> Seen | None:
            return next((m for m in self.messages if m.from_bot and m.id > self._read), None)

        found = await self.emulator.until(probe, timeout)
        assert found is not None, f"no message comes in {timeout} s; the screen:\n{self.screen}"
        self._read = found.id
        return found

    async def sees_nothing(self, seconds: float = 0.3) -> None:
        """Nothing new and no edit for so long since the last action here.

        Raises:
            AssertionError: something came.
        """
        found = await self.emulator.until(lambda: next((m for m in self.messages if m.from_bot and self.chat.changed[m.id] > self.mark), None), seconds)
        assert found is None, f"expected silence, but there is:\n{found}"

    async def sees_reaction(self, message_id: int, timeout: float = WAIT) -> list[Json]:
        """The bot's reaction to a message."""
        found = await self.emulator.until(lambda: self.chat.reactions.get(message_id), timeout)
        assert found is not None, f"no reaction to message {message_id} in {timeout} s"
        return found

    def _as_told(self, message: Seen) -> Json:
        """The message as a callback query carries it: InaccessibleMessage if it is deleted."""
        if message.id not in self.chat.messages:
            return {"chat": self.chat.about, "message_id": message.id, "date": 0}
        return _bare(self.chat.messages[message.id])

    def freeze(self, message: Seen) -> None:
        """From now on the message cannot be edited, as one that is too old."""
        self.chat.frozen.add(message.id)

    def _pick(self, label: str) -> tuple[Seen, Json]:
        for message in reversed(self.messages):
            if message.from_bot:
                markup = message.content.get("reply_markup") or message.content.get("_reply_markup") or {}
                for row in markup.get("inline_keyboard") or markup.get("keyboard") or []:
                    for button in row:
                        button = {"text": button} if isinstance(button, str) else button
                        if button["text"].lstrip("• ").startswith(label) or button["text"].startswith(label):
                            return message, button
        raise AssertionError(f"there is no button {label!r}; the screen:\n{self.screen}")


class Person(View):
    """A user and their private chat with the bot. Actions go to the private chat unless `chat` names another one."""

    def __init__(self, emulator: Emulator, name: str, language_code: str | None, user_id: int | None) -> None:
        state = emulator.state
        user_id = user_id or max([_FIRST_PERSON - 1, *(known for known in state.users if known < 2**31 and known != emulator.me["id"])]) + 1
        self.user: Json = {"id": user_id, "is_bot": False, "first_name": name} | ({"language_code": language_code} if language_code else {})
        state.users[user_id] = self.user
        about = {"id": user_id, "type": "private", "first_name": name}
        chat = state.chats.setdefault(user_id, Chat(about, known=False, members={user_id: "member"}))
        super().__init__(emulator, chat)

    # ------------------------------------------------------------ messages

    def write(self, text: str, chat: View | None = None, reply_to: Seen | int | None = None, topic: int | None = None) -> Seen:
        """Send a text."""
        return self._post({"text": text, **_found(text)}, chat, reply_to, topic)

    async def ask(self, text: str, timeout: float = WAIT) -> Seen:
        """Write, and wait for the next new message of the bot."""
        self._read = self.chat.last_message_id
        self.write(text)
        return await self.next_message(timeout)

    def edit(self, message: Seen | int, text: str, chat: View | None = None) -> Seen:
        """Edit one's own message."""
        where = chat or self
        message_id = message if isinstance(message, int) else message.id
        old = where.chat.messages[message_id]
        assert old.get("from", {}).get("id") == self.user["id"], "people edit only their own messages"
        old.pop("entities", None)
        old |= {"text": text, "edit_date": int(self.emulator.now()), **_found(text)}
        self._act(where)
        where.chat.changed[message_id] = self.emulator.state.sequence
        if self._reaches_bot(where.chat, old):
            self.emulator.push("edited_message", _bare(old))
        return where.message(message_id)

    def send_sticker(self, chat: View | None = None) -> Seen:
        shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False, "emoji": "🎬"}
        return self._post({"sticker": self.emulator.keep_file(b"sticker", "sticker.webp") | shape}, chat)

    def send_photo(self, caption: str = "", chat: View | None = None) -> Seen:
        photo = self.emulator.keep_file(b"photo", "photo.jpg") | {"width": 640, "height": 480}
        return self._post({"photo": [photo]} | _captioned(caption), chat)

    def send_voice(self, chat: View | None = None) -> Seen:
        return self._post({"voice": self.emulator.keep_file(b"voice", "voice.ogg") | {"duration": 3}}, chat)

    def send_document(self, content: bytes = b"document", name: str = "document.pdf", caption: str = "", chat: View | None = None) -> Seen:
        return self._post({"document": self.emulator.keep_file(content, name) | {"file_name": name}} | _captioned(caption), chat)

    def send_contact(self, chat: View | None = None) -> Seen:
        return self._post({"contact": {"phone_number": "+77010000000", "first_name": self.user["first_name"]}}, chat)

    def send_location(self, chat: View | None = None) -> Seen:
        return self._post({"location": {"latitude": 43.65, "longitude": 51.16}}, chat)

    def forward(self, text: str, chat: View | None = None) -> Seen:
        """Forward somebody else's text."""
        origin = {"type": "hidden_user", "date": int(self.emulator.now()), "sender_user_name": "Somebody"}
        return self._post({"forward_origin": origin, "text": text, **_found(text)}, chat)

    def _post(self, content: Json, chat: View | None = None, reply_to: Seen | int | None = None, topic: int | None = None) -> Seen:
        where = chat or self
        if where is self:
            self._start()
        assert where.chat.migrated_to is None, "nobody can write to a group that became a supergroup"
        if reply_to is not None:
            quoted = where.chat.messages[reply_to if isinstance(reply_to, int) else reply_to.id]
            content = content | {"reply_to_message": _bare(quoted, "reply_to_message")}
        if topic is not None:
            assert topic in where.chat.topics, f"this group has no topic {topic}"
            content = content | {"message_thread_id": topic}
        self._act(where)
        message = self.emulator.post(where.chat, self.user, content)
        self.mark = where.mark = self.emulator.state.sequence
        if self._reaches_bot(where.chat, message):
            self.emulator.push("message", _bare(message))
        return where.message(message["message_id"])

    def _act(self, where: View) -> None:
        where.mark = self.mark = self.emulator.notify()

    def _start(self) -> None:
        assert not self.chat.deactivated, "a deleted account does nothing"
        if self.chat.blocked:
            self.unblock()
        self.chat.known = self.chat.started = True

    def _reaches_bot(self, chat: Chat, message: Json) -> bool:
        """Privacy mode: https://core.telegram.org/bots/features#privacy-mode."""
        if chat.type == "private" or self.emulator.config.can_read_all_group_messages or chat.bot_status == "administrator":
            return chat.bot_status not in ("left", "kicked")
        text, name = message.get("text", ""), f"@{self.emulator.config.username}"
        replied = message.get("reply_to_message", {}).get("from", {}).get("id") == self.emulator.me["id"]
        commanded = text.startswith("/") and ("@" not in text.split()[0] or text.split()[0].endswith(name))
        return chat.bot_status == "member" and (replied or commanded or name in text)

    # ------------------------------------------------------------ buttons

    def press(self, label: str, chat: View | None = None) -> str:
        """Press the newest button whose label begins so: the id of the callback query, or the URL, or the text that the button writes."""
        where = chat or self
        message, button = where._pick(label)
        if "url" in button:
            return str(button["url"])
        if "callback_data" not in button:
            assert "inline_keyboard" not in message.content.get("reply_markup", {}), f"the button {label!r} does not go to the bot: {button}"
            self.write(button["text"], chat)
            return str(button["text"])
        return self.press_data(message, button["callback_data"], where)

    def press_data(self, message: Seen, data: str, chat: View | None = None) -> str:
        """Press a button that may have gone from the screen meanwhile."""
        where = chat or self
        self._act(where)
        content = {"from": self.user, "chat_instance": str(where.id), "data": data, "message": where._as_told(message)}
        return self._query("callback", "callback_query", content)

    def press_inline(self, inline_message_id: str, label: str) -> str:
        """Press a button of a message that was sent through inline mode."""
        chat_id, message_id = self.emulator.state.inline_messages[inline_message_id]
        message = self.emulator.state.chats[chat_id].messages[message_id]
        buttons = [button for row in message["reply_markup"]["inline_keyboard"] for button in row]
        data = next(button["callback_data"] for button in buttons if button["text"].startswith(label))
        content = {"from": self.user, "chat_instance": "inline", "data": data, "inline_message_id": inline_message_id}
        return self._query("callback", "callback_query", content)

    async def popup(self, query_id: str, timeout: float = WAIT) -> str:
        """What the answer to a pressed button shows over the chat; "" if it only ends the progress bar.

        Raises:
            AssertionError: the query is not answered in time.
        """
        return str((await self._answered(query_id, timeout)).get("text", ""))

    async def _answered(self, query_id: str, timeout: float) -> Json:
        query = self.emulator.state.queries[query_id]
        answer = await self.emulator.until(lambda: query.answer, timeout)
        assert answer is not None, f"the {query.kind} query {query_id} is not answered in {timeout} s"
        return answer

    def _query(self, kind: str, update: str, content: Json) -> str:
        state = self.emulator.state
        state.last_query_id += 1
        query_id = str(10**9 + state.last_query_id)
        content = {"id": query_id, **content}
        state.queries[query_id] = Query(kind, self.user["id"], self.emulator.now(), content)
        self.emulator.push(update, content)
        return query_id

    # ------------------------------------------------------------ inline mode

    def inline_query(self, text: str, offset: str = "", chat_type: str = "sender") -> str:
        """Type `@bot text` in some chat; the id of the query."""
        content = {"from": self.user, "query": text[:INLINE_QUERY_LENGTH], "offset": offset, "chat_type": chat_type}
        return self._query("inline", "inline_query", content)

    async def inline_answer(self, query_id: str, timeout: float = WAIT) -> Json:
        """The bot's answer to an inline query: the parameters of answerInlineQuery."""
        return await self._answered(query_id, timeout)

    async def asks_inline(self, text: str, offset: str = "", timeout: float = WAIT) -> list[Json]:
        """The results for a text."""
        return list((await self.inline_answer(self.inline_query(text, offset), timeout))["results"])

    def choose(self, query_id: str, result_id: str, chat: View | None = None) -> Seen:
        """Send an inline result to a chat (default: the private chat), with chosen_inline_result for the bot."""
        query = self.emulator.state.queries[query_id]
        assert query.answer is not None, "the inline query is not answered"
        result = next(result for result in query.answer["results"] if result["id"] == result_id)
        where = chat or self
        content = dict(result["_message"])
        chosen = {"result_id": result_id, "from": self.user, "query": query.content["query"]}
        self._act(where)
        message = self.emulator.post(where.chat, self.user, content | {"via_bot": self.emulator.bot_user})
        if "reply_markup" in content:
            chosen["inline_message_id"] = f"inline-{query_id}-{result_id}"
            self.emulator.state.inline_messages[chosen["inline_message_id"]] = (where.id, message["message_id"])
        if self.emulator.config.inline_feedback:
            self.emulator.push("chosen_inline_result", chosen)
        return where.message(message["message_id"])

    # ------------------------------------------------------------ the chat itself

    def block(self) -> None:
        """Block the bot: its messages are refused from now on."""
        self._become("member", "kicked")
        self.chat.blocked = True

    def unblock(self) -> None:
        self._become("kicked", "member")
        self.chat.blocked = False

    def delete_account(self) -> None:
        self.chat.deactivated = True

    def delete(self, message: Seen) -> None:
        """Delete a message of the private chat for both sides; the bot is not told."""
        del self.chat.messages[message.id]
        self._act(self)

    def _become(self, old: str, new: str) -> None:
        self._act(self)
        self.emulator.push("my_chat_member", _change_of_bot(self.emulator, self.chat, self.user, old, new))


class Group(View):
    """A group or supergroup. Its members write with `person.write(text, chat=group)`."""

    def __init__(self, emulator: Emulator, members: Iterable[Person], kind: Literal["group", "supergroup"], topics: dict[int, str]) -> None:
        number = _FIRST_GROUP + len(emulator.state.chats)
        about: Json = {"id": -number if kind == "group" else -(10**12) - number, "type": kind, "title": "Korkyt Ata guests"}
        about |= {"is_forum": True} if topics else {}
        chat = Chat(about, topics=topics, members={person.user["id"]: "member" for person in members})
        chat.last_message_id = max(topics, default=0)
        emulator.state.chats[chat.id] = chat
        for person in members:
            person.chat.known = True
        super().__init__(emulator, chat)

    def add_bot(self, by: Person, as_administrator: bool = False) -> None:
        """Add the bot, or give it rights."""
        self._set_bot("administrator" if as_administrator else "member", by)

    def remove_bot(self, by: Person) -> None:
        self._set_bot("kicked", by)

    def _set_bot(self, status: str, by: Person) -> None:
        old, self.chat.bot_status = self.chat.bot_status, status
        self.mark = self.emulator.notify()
        self.emulator.push("my_chat_member", _change_of_bot(self.emulator, self.chat, by.user, old, status))
        if status == "member" and old in ("left", "kicked"):
            self.emulator.push("message", self.emulator.post(self.chat, by.user, {"new_chat_members": [self.emulator.bot_user]}))

    def promote(self, person: Person, status: Literal["creator", "administrator", "member"] = "administrator") -> None:
        self.chat.members[person.user["id"]] = status

    def join(self, person: Person) -> None:
        """A person joins; the bot gets the service message."""
        self.chat.members[person.user["id"]] = "member"
        person.chat.known = True
        self.emulator.push("message", self.emulator.post(self.chat, person.user, {"new_chat_members": [person.user]}))

    def restrict_bot(self, by: Person) -> None:
        """Take the bot's right to write, as an admin does in the list of members."""
        self.chat.may_write = False
        self._set_bot("restricted", by)

    def write_anonymously(self, text: str, reply_to: Seen | None = None, topic: int | None = None) -> Seen:
        """An admin writes in the name of the group: https://core.telegram.org/bots/api#message, `from` and `sender_chat`."""
        content: Json = {"text": text, "sender_chat": self.chat.about, **_found(text)}
        content |= {"message_thread_id": topic} if topic else {}
        content |= {"reply_to_message": _bare(reply_to.content, "reply_to_message")} if reply_to else {}
        message = self.emulator.post(self.chat, _ANONYMOUS_ADMIN, content)
        self.mark = self.emulator.state.sequence
        self.emulator.push("message", _bare(message))
        return self.message(message["message_id"])

    def forbid_writing(self) -> None:
        """Take the bot's right to write."""
        self.chat.may_write = False

    def forbid_files(self) -> None:
        """Let the bot write text only, as everybody else in the group."""
        self.chat.may_send_files = False

    def migrate(self, by: Person) -> Group:
        """The group becomes a supergroup with another id; the supergroup."""
        assert self.chat.type == "group", "only basic groups become supergroups"
        new = Group(self.emulator, (), "supergroup", {})
        new.chat.members = dict(self.chat.members)
        self.emulator.push("message", self.emulator.post(self.chat, by.user, {"migrate_to_chat_id": new.id}))
        self.chat.migrated_to = new.id
        self.emulator.push("message", self.emulator.post(new.chat, by.user, {"migrate_from_chat_id": self.id}))
        return new


class Channel(View):
    """A channel that the bot administers."""

    def __init__(self, emulator: Emulator) -> None:
        number = _FIRST_GROUP + len(emulator.state.chats)
        chat = Chat({"id": -(10**12) - number, "type": "channel", "title": "Korkyt Ata news", "username": f"korkyt_ata_{number}"}, bot_status="administrator")
        emulator.state.chats[chat.id] = chat
        super().__init__(emulator, chat)

    def set_bot(self, by: Person, status: Literal["administrator", "left", "kicked"], may_post: bool = True) -> None:
        """Make the bot an administrator of the channel with or without the right to post, or remove it."""
        old, self.chat.bot_status = self.chat.bot_status, status
        self.chat.may_write = may_post
        self.emulator.push("my_chat_member", _change_of_bot(self.emulator, self.chat, by.user, old, status))

    def post(self, text: str) -> Seen:
        """An administrator's post."""
        message = self.emulator.post(self.chat, None, {"text": text, **_found(text)})
        self.mark = self.emulator.state.sequence
        self.emulator.push("channel_post", message)
        return self.message(message["message_id"])


def _change_of_bot(emulator: Emulator, chat: Chat, by: Json, old: str, new: str) -> Json:
    def as_member(status: str) -> Json:
        return member(emulator, Chat(chat.about, bot_status=status, may_write=chat.may_write), emulator.me["id"])

    return {"chat": chat.about, "from": by, "date": int(emulator.now()), "old_chat_member": as_member(old), "new_chat_member": as_member(new)}


def _found(text: str) -> dict[str, Any]:
    entities = html.find_entities(text)
    return {"entities": entities} if entities else {}


def _captioned(caption: str) -> Json:
    return {"caption": caption} if caption else {}


def _bare(message: Json, *without: str) -> Json:
    """A message as an update carries it."""
    return {key: value for key, value in message.items() if not key.startswith("_") and key not in without}
