"""The codes on posters and their life; codes of a visit that carry a web rating elsewhere."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String, Table, Text

from feedback.store.columns import Instant, metadata

desk_code = Table(
    "desk_code",
    metadata,
    Column("serial", BigInteger, primary_key=True),
    Column("desk_id", ForeignKey("desk.id"), nullable=False, index=True),
    Column("token", String(64), nullable=False, unique=True),
    Column("short_code", String(8), nullable=False, unique=True),
    Column("kid", String(12), nullable=False, index=True),
    Column("state", String(16), nullable=False),
    Column("issued_at", Instant, nullable=False),
    Column("printed_at", Instant, nullable=True),
    Column("ended_at", Instant, nullable=True),
    Column("reason", Text, nullable=False, default=""),
    Column("heir_id", ForeignKey("desk.id"), nullable=True),
)
"""``state`` is active, revoked, moved or tombstoned; ``heir_id`` the desk that took over."""

visit_code = Table(
    "visit_code",
    metadata,
    Column("serial", BigInteger, primary_key=True),
    # Not unique: once its half hour is over, a code may be drawn for another visit.
    Column("short_code", String(8), nullable=False),
    Column("rating_id", BigInteger, nullable=False),
    Column("desk_id", Integer, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Index("ix_visit_code_short_code", "short_code"),
)
"""A code of one visit, alive for half an hour: whoever types it in a messenger goes on there."""
