"""The application, with each update counted and timed, however it came in."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from telegram import Update
from telegram.ext import ApplicationHandlerStop, BaseHandler
from telegram.ext._application import DEFAULT_GROUP

from handlers.context import Context, Services, TyrnaApplication
from handlers.transport.dispatch import Dispatch


class MeasuredApplication(TyrnaApplication):
    """Handles updates as its base does, but asks only the handlers that can take one."""

    async def process_update(self, update: object) -> None:
        services: Services = self.bot_data["services"]
        begun = services.metrics.begun()
        try:
            await self._process(update)
        finally:
            if isinstance(update, Update):
                services.metrics.handled(update, begun)

    def add_handler(self, handler: BaseHandler[Any, Any, Any], group: int = DEFAULT_GROUP) -> None:
        super().add_handler(handler, group)
        self.__dict__.pop("_dispatch", None)

    @cached_property
    def _dispatch(self) -> Dispatch:
        return Dispatch(list(self.handlers.values()))

    async def _process(self, update: object) -> None:
        """`Application.process_update` without what this bot has no use for: persistence, handlers that are not waited for."""
        self._check_initialized()
        context: Context | None = None
        for group in self._dispatch.groups(update):
            try:
                for handler in group:
                    check = handler.check_update(update)
                    if check is None or check is False:
                        continue
                    context = context or Context.from_update(update, self)
                    await handler.handle_update(update, self, check, context)
                    break
            except ApplicationHandlerStop:
                break
            except Exception as error:
                if await self.process_error(update=update, error=error):
                    break
