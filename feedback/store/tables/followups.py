"""Low ratings that somebody follows up, and units' appeals against ratings they hold untrue."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from feedback.store.columns import Day, Instant, metadata

followup = Table(
    "followup",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("rating_id", ForeignKey("rating.id"), nullable=True, unique=True),
    Column("month", Day, nullable=True),
    Column("desk_id", Integer, nullable=False),
    Column("unit_id", Integer, nullable=False, index=True),
    Column("service_id", Integer, nullable=False, default=0),
    Column("day", Day, nullable=False),
    Column("n", Integer, nullable=False, default=1),
    Column("due_on", Day, nullable=False),
    Column("due_why", Text, nullable=False),
    Column("outcome", String(16), nullable=True),
    Column("note", LargeBinary, nullable=True),
    Column("kid", String(12), nullable=False, default="", index=True),
    Column("done_by", Text, nullable=False, default=""),
    Column("done_at", Instant, nullable=True),
    Column("sample", Boolean, nullable=False, default=False),
    # Binds the monthly ones alone: without a month no two rows are alike.
    UniqueConstraint("unit_id", "desk_id", "month"),
    Index("ix_followup_open", "done_at", "due_on"),
)
"""One rating of level 1 or 2 that came with words; or, with ``month``, all those of a desk and
month that came without, ``n`` of them: a dated row of their own would name who gave them."""

rating_appeal = Table(
    "rating_appeal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("rating_id", ForeignKey("rating.id"), nullable=False, index=True),
    Column("unit_id", Integer, nullable=False, index=True),
    Column("reason", LargeBinary, nullable=False),
    Column("kid", String(12), nullable=False, index=True),
    Column("by", Text, nullable=False),
    Column("by_staff_id", Integer, nullable=True),
    Column("at", Instant, nullable=False),
    Column("decision", String(12), nullable=True),
    Column("decided_by", Text, nullable=False, default=""),
    Column("decided_at", Instant, nullable=True),
    Column("why", Text, nullable=False, default=""),
)
"""A unit holds a rating untrue; someone else decides, and what is upheld is set aside."""
