"""Counters for Prometheus; labels name kinds of things, never people, desks or texts."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from bot.runtime.receive import Received
from hailong.serving.standing import Standing


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
        self.shed = self._counter("shed", "Requests refused for load", "door", "outcome")
        self._hung_up = self._counter("hung_up", "Connections that were hung up on", "kind")
        self.connections = self._gauge("connections", "Connections that are open")
        self.waiting = self._gauge("outbox", "Messages in the outbox", "state")
        self.last_backup = self._gauge(
            "last_backup_timestamp_seconds", "When the last good backup was made; 0 where none was"
        )
        self.parked = self._gauge("parked", "Updates parked; -1 where the store does not answer")
        self.damaged = self._gauge("damaged", "1 where the database was seen to be damaged")
        self.oldest = self._gauge(
            "outbox_oldest_due_timestamp_seconds",
            "When the message was written that waits longest; 0 for none",
        )
        self.late = self._gauge("late", "What is owed and past its day", "what")
        self.calendar = self._gauge("calendar_days", "Days ahead that the calendar knows")
        self.tokens_dead = self._gauge(
            "tokens_dead", "1 where tokens are refused, maybe lost or ended", "channel"
        )
        self.events = self._gauge(
            "last_event_timestamp_seconds", "When a door last took something in", "door"
        )
        self.spooled = self._counter("spooled", "Kept on the disk to be stored later", "kind")
        self.drained = self._counter("spool_drained", "Stored out of the spool")
        self.spool = self._gauge("spool", "Kept on the disk: waiting, and files aside", "state")
        self.pages = Histogram(
            "hailong_http_request_seconds",
            "Answers by route and status",
            ["route", "status"],
            buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10),
            registry=self.registry,
        )

    def hook(self, door: str, outcome: str) -> None:
        """Count a webhook request; what was taken in is also remembered by its time."""
        self.hooks.labels(door, outcome).inc()
        if outcome == "received":
            self.events.labels(door).set_to_current_time()

    def stand(self, standing: Standing | None) -> None:
        """Take over what stands now, None where the store does not say."""
        if standing is None:
            self.parked.set(-1)
            return
        for state in ("due", "dead"):
            self.waiting.labels(state).set(standing.letters.get(state, 0))
        self.parked.set(standing.parked)
        self.oldest.set(standing.oldest.timestamp() if standing.oldest else 0)
        self.calendar.set(standing.calendar_days)
        for channel, is_dead in standing.tokens_dead.items():
            self.tokens_dead.labels(channel).set(is_dead)
        self.late.labels("cases").set(standing.cases_late)
        self.late.labels("followups").set(standing.followups_late)
        self.late.labels("requests").set(standing.requests_late)

    def hung_up(self, why: str) -> None:
        """Count a connection that was hung up on."""
        self._hung_up.labels(why).inc()

    def was_shed(self, door: str, why: str) -> None:
        """Count a request that was refused for load."""
        self.shed.labels(door, why).inc()

    def received(self, received: Received) -> None:
        """Count what a batch came to."""
        self.updates.labels("fresh").inc(received.fresh)
        self.updates.labels("repeat").inc(received.repeats)
        self.batches.inc()
        self.facts.inc(len(received.facts))

    def text(self) -> bytes:
        """Write everything in Prometheus' text format."""
        return generate_latest(self.registry)

    def _gauge(self, name: str, help_: str, *labels: str) -> Gauge:
        return Gauge(f"hailong_{name}", help_, labels, registry=self.registry)

    def _counter(self, name: str, help_: str, *labels: str) -> Counter:
        return Counter(f"hailong_{name}", help_, labels, registry=self.registry)
