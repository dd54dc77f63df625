"""The emulator from another process: `/control/...` takes and gives JSON. `person` and `group` go to the methods of tests/emulator/people.py.

POST /control/person         {"id": 1001, "name"?, "language_code"?, "do": "write", "with": {"text": "…"}}: one action of a private chat
GET  /control/messages?chat=1001                  the messages of a chat as {"id", "from_bot", "html", "buttons", "edited"}
GET  /control/calls?method=…&since=0              the record of calls, from that index on
GET  /control/violations                          what broke the contract
POST /control/update         {"kind": "message", "content": {…}}: any update
POST /control/fault          {"kind": "429", "method"?, "chat_id"?, "times"?, "skip"?, "retry_after"?}
POST /control/advance        {"seconds": 60}
"""

from __future__ import annotations

from typing import Any

from aiohttp import web

from tests.emulator.faults import Fault
from tests.emulator.people import Person, Seen, seen
from tests.emulator.server import Emulator

_ACTIONS = {
    "write", "edit", "press", "send_sticker", "send_photo", "send_voice", "send_contact", "send_location", "forward", "block", "unblock", "inline_query",
}  # fmt: skip


def add_control(application: web.Application, emulator: Emulator) -> None:
    """Put the control routes beside the Bot API's."""
    control = Control(emulator)
    application.router.add_post("/control/person", control.person)
    application.router.add_get("/control/messages", control.messages)
    application.router.add_get("/control/calls", control.calls)
    application.router.add_get("/control/violations", control.violations)
    application.router.add_post("/control/update", control.update)
    application.router.add_post("/control/fault", control.fault)
    application.router.add_post("/control/advance", control.advance)


class Control:
    """The handlers of the control routes."""

    def __init__(self, emulator: Emulator) -> None:
        self.emulator = emulator
        self.people: dict[int, Person] = {}

    async def person(self, request: web.Request) -> web.Response:
        body = await request.json()
        who = self.people.get(body["id"])
        if who is None:
            name, language_code = body.get("name", f"Person {body['id']}"), body.get("language_code", "en")
            who = self.people[body["id"]] = self.emulator.person(name, language_code, body["id"])
        if body["do"] not in _ACTIONS:
            return web.json_response({"error": f"there is no action {body['do']!r}; there are {', '.join(sorted(_ACTIONS))}"}, status=400)
        try:
            result = getattr(who, body["do"])(**body.get("with", {}))
        except (AssertionError, TypeError, KeyError) as fault:
            return web.json_response({"error": str(fault)}, status=400)
        return web.json_response({"result": _as_json(result) if isinstance(result, Seen) else result})

    async def messages(self, request: web.Request) -> web.Response:
        chat = self.emulator.state.chats.get(int(request.query["chat"]))
        messages = chat.messages.values() if chat else ()
        return web.json_response([_as_json(seen(message, self.emulator.me["id"])) for message in messages])

    async def calls(self, request: web.Request) -> web.Response:
        method = request.query.get("method", "").lower()
        since = int(request.query.get("since", "0"))
        found = [{"index": index, **call} for index, call in enumerate(self.emulator.record()) if index >= since]
        return web.json_response([call for call in found if not method or call["method"].lower() == method])

    async def violations(self, request: web.Request) -> web.Response:
        return web.json_response(self.emulator.violations)

    async def update(self, request: web.Request) -> web.Response:
        body = await request.json()
        return web.json_response({"update_id": self.emulator.push(body["kind"], body["content"])})

    async def fault(self, request: web.Request) -> web.Response:
        self.emulator.plan.faults.append(Fault(**await request.json()))
        return web.json_response({})

    async def advance(self, request: web.Request) -> web.Response:
        self.emulator.advance((await request.json())["seconds"])
        return web.json_response({})


def _as_json(message: Seen) -> dict[str, Any]:
    return {"id": message.id, "from_bot": message.from_bot, "html": message.html, "buttons": message.buttons, "edited": message.edited}
