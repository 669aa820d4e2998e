"""Counters for Prometheus; labels name kinds of things, never people, desks or texts."""

from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest

from bot.runtime.receive import Received


class Metrics:
    """The counters of one process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.hooks = self._counter("hook_requests", "Webhook requests", "door", "outcome")
        self.updates = self._counter("updates", "Updates taken through the conversation", "kind")
        self.batches = self._counter("batches", "Batches that were committed")
        self.facts = self._counter("facts", "Facts recorded from conversations")
        self.letters = self._counter("letters", "Messages by outcome", "channel", "outcome")
        self.troubles = self._counter("troubles", "What a person must mend", "channel", "kind")
        self.tokens = self._counter("tokens", "Refreshes of tokens", "channel", "outcome")
        self.waiting = Gauge(
            "hailong_outbox", "Messages in the outbox", ["state"], registry=self.registry
        )
        self.last_backup = Gauge(
            "hailong_last_backup_timestamp_seconds",
            "When the last good backup was made; 0 where none was",
            registry=self.registry,
        )
        self.parked = Gauge("hailong_parked", "Updates parked", registry=self.registry)

    def received(self, received: Received) -> None:
        """Count what a batch came to."""
        self.updates.labels("fresh").inc(received.fresh)
        self.updates.labels("repeat").inc(received.repeats)
        self.batches.inc()
        self.facts.inc(len(received.facts))

    def text(self) -> bytes:
        """Write everything in Prometheus' text format."""
        return generate_latest(self.registry)

    def _counter(self, name: str, help_: str, *labels: str) -> Counter:
        return Counter(f"hailong_{name}", help_, labels, registry=self.registry)
