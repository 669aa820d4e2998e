"""Cases: what is owed and to whom it is routed; their words sealed and who wrote them apart."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Computed,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
    text,
)

from feedback.store import shelves
from feedback.store.columns import Day, Instant, metadata

_WHOSE = ("about_desk_id", "about_day")
"""By which a case about someone's own desk is passed over without looking at its row."""
_OWED = text("ended_at IS NULL")
_ANSWERED = text("state = 'answered'")

cases = Table(
    "cases",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("code", String(16), nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("choice", String(16), nullable=False),
    Column("unit_id", Integer, nullable=True),
    Column("about_unit_id", Integer, nullable=True),
    Column("about_desk_id", Integer, nullable=True),
    Column("about_day", Day, nullable=False),
    Column("rating_id", BigInteger, nullable=True, index=True),
    Column("channel", String(12), nullable=False),
    Column("language", String(8), nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("opened_on", Day, nullable=False),
    Column("accepted_on", Day, nullable=True),
    Column("due_on", Day, nullable=True),
    Column("due_why", Text, nullable=False, default=""),
    Column("due_provisional", Boolean, nullable=False, default=False),
    Column("step", String(12), nullable=False, default="none"),
    Column("suspended_on", Day, nullable=True),
    Column("guided_on", Day, nullable=True),
    Column("severity", SmallInteger, nullable=False, default=1),
    Column("assignee_id", Integer, nullable=True),
    Column("sealed", Boolean, nullable=False, default=False),
    Column("unrouted", Boolean, nullable=False, default=False),
    Column("appealed", Boolean, nullable=False, default=False),
    Column("verdict", String(12), nullable=False, default="unverified"),
    Column("satisfaction", String(8), nullable=True),
    Column("published", Boolean, nullable=False, default=False),
    Column("delivery", String(8), nullable=False, default="none"),
    Column("merged_into", BigInteger, nullable=True, index=True),
    Column("merged_from", String(16), nullable=True),
    Column("ended_at", Instant, nullable=True),
    Column("version", Integer, nullable=False, default=1),
    Column("sample", Boolean, nullable=False, default=False),
    Column("step_on", Day, nullable=True),
    # Stored by the database itself: an index needs them, and no writer can forget them.
    Column("place", Integer, Computed(shelves.PLACE, persisted=True)),
    Column("drawer", SmallInteger, Computed(shelves.DRAWER, persisted=True)),
    Column("shelf", SmallInteger, Computed(shelves.SHELF, persisted=True)),
    Column("urgency", Integer, Computed(shelves.URGENCY, persisted=True)),
    Index("ix_cases_about_desk_id_id", "about_desk_id", "id"),
    Index("ix_cases_about_unit_id_opened_on", "about_unit_id", "opened_on"),
    Index("ix_cases_shelf_urgency", "shelf", "urgency", "id"),
    Index("ix_cases_shelf_newest", "shelf", "id"),
    *(
        Index(f"ix_cases_place_{run}_{order}", "place", run, *key, *_WHOSE)
        for run in ("drawer", "shelf")
        for order, key in (("urgency", ("urgency", "id")), ("newest", ("id",)))
    ),
    Index("ix_cases_assignee", "assignee_id", "shelf", "urgency", "id", "place", *_WHOSE),
    # Only what is owed takes steps: these indexes stay small however many cases have ended.
    Index("ix_cases_step_on", "step_on", sqlite_where=_OWED, postgresql_where=_OWED),
    Index("ix_cases_answered", "ended_at", sqlite_where=_ANSWERED, postgresql_where=_ANSWERED),
)
"""No word of a citizen and nobody's name: a case that was erased keeps its row. ``step_on`` is the
day on which the clock takes its next step. The computed columns serve the queues (`shelves`)."""

case_key = Table(
    "case_key",
    metadata,
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("kid", String(12), nullable=False, index=True),
)
"""The key of a case's texts, itself sealed. Erasing takes the row away, and the texts with it."""

case_person = Table(
    "case_person",
    metadata,
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    # Unique, and yet many erased cases stand side by side: no two nulls are alike.
    Column("number", LargeBinary(32), nullable=True, unique=True),
    Column("channel", String(12), nullable=False),
    Column("person", LargeBinary(16), nullable=True, index=True),
    Column("sealed", LargeBinary, nullable=True),
    Column("kid", String(12), nullable=False, default="", index=True),
)
"""Who filed a case: the keyed hash of the follow-up number, the messenger's pseudonym where there
is one, and name, phone and address, sealed."""

case_text = Table(
    "case_text",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("case_id", ForeignKey("cases.id"), nullable=False, index=True),
    Column("voice", String(12), nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("redacted", LargeBinary, nullable=True),
)
"""Sealed under the case's key; ``redacted`` is what is shown instead, where an editor made one."""

case_event = Table(
    "case_event",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("case_id", ForeignKey("cases.id"), nullable=False, index=True),
    Column("act", String(12), nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("detail", Text, nullable=False, default=""),
    Column("text_id", BigInteger, nullable=True),
)

case_party = Table(
    "case_party",
    metadata,
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    Column("staff_id", ForeignKey("staff.id"), primary_key=True),
    sqlite_with_rowid=False,
)
"""Members of staff whom a case is about: they neither see nor handle it."""

desk_sitting = Table(
    "desk_sitting",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("staff_id", ForeignKey("staff.id"), nullable=False, index=True),
    Column("desk_id", ForeignKey("desk.id"), nullable=False, index=True),
    Column("from_day", Day, nullable=False),
    Column("to_day", Day, nullable=True),
)
"""Who sits at which desk, both days included; an open end is None."""

consent = Table(
    "consent",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("case_id", ForeignKey("cases.id"), nullable=False, index=True),
    Column("purpose", String(16), nullable=False),
    Column("version", String(32), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("language", String(8), nullable=False),
    Column("channel", String(12), nullable=False),
    Column("at", Instant, nullable=False),
    Column("withdrawn_at", Instant, nullable=True),
)
"""What was agreed to when a case was filed: which text, word for word by its digest, and where."""

appointee = Table(
    "appointee",
    metadata,
    Column("staff_id", ForeignKey("staff.id"), primary_key=True),
    Column("by", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("decision", Text, nullable=False),
)
"""Who alone opens sealed cases that found no recipient outside the unit, and by which decision."""

notice = Table(
    "notice",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("case_id", ForeignKey("cases.id"), nullable=False, index=True),
    Column("what", String(16), nullable=False),
    Column("text_id", BigInteger, nullable=True),
    Column("person", LargeBinary(16), nullable=True),
    Column("at", Instant, nullable=False),
    Column("state", String(8), nullable=False, index=True),
)
"""What is to be told to whoever filed a case: ids only. ``state`` is pending, handed (it is in a
letter), told, or waiting (nobody can be reached, it waits behind the follow-up number)."""
