"""The figures of a running bot, as Prometheus reads them. No label takes its value from what people write."""

from __future__ import annotations

from time import monotonic, time

from prometheus_client import CollectorRegistry, Counter, Gauge, GCCollector, Histogram, PlatformCollector, ProcessCollector, generate_latest
from telegram import Update
from telegram.constants import UpdateType

# From an answer out of memory to one behind a slow network, in seconds.
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
_KINDS = tuple(kind.value for kind in UpdateType)


class Metrics:
    """In a registry of its own, so that two bots of one process keep apart."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        for collector in (ProcessCollector, PlatformCollector, GCCollector):
            collector(registry=self.registry)
        self.updates = Counter("tyrna_updates", "Updates that were handled.", ["kind"], registry=self.registry)
        self.replies = Counter("tyrna_replies", "Replies of the knowledge base.", ["kind", "language"], registry=self.registry)
        self.calls = Counter("tyrna_telegram_calls", "Calls to Telegram, by HTTP status or failure.", ["method", "outcome"], registry=self.registry)
        self.errors = Counter("tyrna_errors", "Errors that got a code.", ["kind"], registry=self.registry)
        self.handling = Histogram("tyrna_update_handling_seconds", "Time for handling an update.", buckets=_BUCKETS, registry=self.registry)
        self.deliveries = Gauge("tyrna_deliveries", "Deliveries of the announcements at work.", ["state"], registry=self.registry)
        self.loop_lag = Gauge("tyrna_event_loop_lag_seconds", "How late the event loop was at the last look.", registry=self.registry)
        Gauge("tyrna_start_time_seconds", "Start of the bot in Unix time.", registry=self.registry).set(time())
        self._started_at = monotonic()
        self._began_at: float | None = None
        self._began_before: float | None = None

    def gauge(self, name: str, meaning: str) -> Gauge:
        """One more figure, such as `tyrna_inbox_updates`; its owner sets it or says what to ask."""
        return Gauge(name, meaning, registry=self.registry)

    def begun(self) -> float:
        """An update is about to be handled; the time, for `handled`."""
        self._began_before, self._began_at = self._began_at, monotonic()
        return self._began_at

    def handled(self, update: Update, begun: float) -> None:
        """An update was handled since `begun`."""
        kind = next((kind for kind in _KINDS if getattr(update, kind, None) is not None), "other")
        self.updates.labels(kind).inc()
        self.handling.observe(monotonic() - begun)

    def called(self, method: str, outcome: str) -> None:
        """A call to Telegram ended: an HTTP status, or what failed."""
        self.calls.labels(method, outcome).inc()

    @property
    def since_last_update(self) -> float | None:
        """Seconds since an update was begun; None before the first."""
        return None if self._began_at is None else monotonic() - self._began_at

    @property
    def since_previous_update(self) -> float | None:
        """The same of the update before it: whoever asks in the chat is the last one."""
        return None if self._began_before is None else monotonic() - self._began_before

    @property
    def uptime(self) -> float:
        """Seconds since the start."""
        return monotonic() - self._started_at

    def value(self, name: str) -> float:
        """The sum over all labels of one figure: `tyrna_updates_total`."""
        return sum(sample.value for family in self.registry.collect() for sample in family.samples if sample.name == name)

    def text(self) -> bytes:
        """Everything, in Prometheus' text format: https://prometheus.io/docs/instrumenting/exposition_formats/."""
        return generate_latest(self.registry)
