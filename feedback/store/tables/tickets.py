"""Tickets by which staff open a file of a case in a browser."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    false,
)

from feedback.store.columns import Instant, metadata

file_ticket = Table(
    "file_ticket",
    metadata,
    Column("digest", LargeBinary(32), primary_key=True),
    Column("case_id", ForeignKey("cases.id"), nullable=False, index=True),
    Column("file_id", BigInteger, nullable=False),
    Column("by", Text, nullable=False),
    Column("staff_id", Integer, nullable=True),
    Column("original", Boolean, nullable=False, default=False, server_default=false()),
    Column("until", Instant, nullable=False),
    Column("used_at", Instant, nullable=True),
    Index("ix_file_ticket_until", "until"),
)
"""``digest`` is the SHA-256 of the token, which itself is kept nowhere. ``staff_id`` is None for
the operator; ``original`` opens a file though it is withheld, for which a reason was given."""
