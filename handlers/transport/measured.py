"""The application, with each update counted and timed, however it came in."""

from __future__ import annotations

from telegram import Update

from handlers.context import Services, TyrnaApplication


class MeasuredApplication(TyrnaApplication):
    """Handles updates as its base does."""

    async def process_update(self, update: object) -> None:
        services: Services = self.bot_data["services"]
        begun = services.metrics.begun()
        try:
            await super().process_update(update)
        finally:
            if isinstance(update, Update):
                services.metrics.handled(update, begun)
