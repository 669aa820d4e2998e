"""What an office decides: who signs in, targets, published periods, and the record of acts."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from feedback.store.columns import Day, Instant, metadata

staff = Table(
    "staff",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("password", Text, nullable=False),
    Column("must_change", Boolean, nullable=False, default=False),
    Column("role", String(16), nullable=False),
    Column("unit_id", ForeignKey("unit.id"), nullable=True),
    Column("disabled", Boolean, nullable=False, default=False),
    Column("failures", Integer, nullable=False, default=0),
    Column("locked_until", Instant, nullable=True),
    Column("created_at", Instant, nullable=False),
    Column("signed_in_at", Instant, nullable=True),
)

target = Table(
    "target",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("unit_id", ForeignKey("unit.id"), nullable=False, index=True),
    Column("basis_points", Integer, nullable=False),
    Column("decision", Text, nullable=False),
    Column("from_day", Day, nullable=False),
    Column("set_by", Text, nullable=False),
    Column("set_at", Instant, nullable=False),
)

publication = Table(
    "publication",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("unit_id", ForeignKey("unit.id"), nullable=False, index=True),
    Column("name", String(32), nullable=False),
    Column("from_day", Day, nullable=False),
    Column("to_day", Day, nullable=False),
    Column("tree", String(4), nullable=False),
    Column("published_at", Instant, nullable=False),
    Column("published_by", Text, nullable=False),
    Column("withdrawn_at", Instant, nullable=True),
)

questionnaire = Table(
    "questionnaire",
    metadata,
    Column("version", String(16), primary_key=True),
    Column("body", Text, nullable=False),
    Column("from_day", Day, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("at", Instant, nullable=False),
    Column("actor", Text, nullable=False),
    Column("act", String(32), nullable=False),
    Column("subject", Text, nullable=False),
    Column("before", Text, nullable=False, default=""),
    Column("after", Text, nullable=False, default=""),
    Column("reason", Text, nullable=False, default=""),
    Index("ix_audit_at", "at"),
)
"""Who did what, when and why: staff, operators and the system, never what citizens sent in."""
