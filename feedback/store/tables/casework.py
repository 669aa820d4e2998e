"""What handlers work with beside the cases: word to the staff, signatures, answer templates."""

from sqlalchemy import (
    BigInteger,
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

staff_notice = Table(
    "staff_notice",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("case_id", ForeignKey("cases.id"), nullable=False, index=True),
    Column("staff_id", Integer, nullable=True),
    Column("unit_id", Integer, nullable=True),
    Column("what", String(16), nullable=False),
    Column("at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=True),
    Index("ix_staff_notice_staff_id_seen_at", "staff_id", "seen_at"),
    Index("ix_staff_notice_unit_id_seen_at", "unit_id", "seen_at"),
)
"""What staff are to be told of a case: one of them, else the unit (None: the office)."""

case_likeness = Table(
    "case_likeness",
    metadata,
    Column("case_id", ForeignKey("cases.id"), primary_key=True, autoincrement=False),
    Column("signature", LargeBinary(128), nullable=False),
    sqlite_with_rowid=False,
)
"""Keyed signatures of what was said, by which likely duplicates are found without reading."""

answer_template = Table(
    "answer_template",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String(40), nullable=False),
    Column("version", Integer, nullable=False),
    Column("language", String(8), nullable=False),
    Column("kind", String(16), nullable=False, default=""),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("from_day", Day, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("code", "version", "language"),
)
"""An office's own templates; versions are added and never changed."""
