"""What an office decides: who signs in, targets, published periods, and the record of acts."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    false,
)

from feedback.store.columns import Day, Instant, metadata
from feedback.store.tables.append_only import guard

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

staff_second = Table(
    "staff_second",
    metadata,
    Column("staff_id", ForeignKey("staff.id"), primary_key=True),
    Column("kid", String(12), nullable=False, index=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("used_step", BigInteger, nullable=False),
    Column("since", Instant, nullable=False),
)
"""The secret of someone's one-time codes, sealed; ``used_step`` is the half minute used last."""

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
    # Only INTEGER PRIMARY KEY is SQLite's own row id; as BIGINT it would be a second index.
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("at", Instant, nullable=False),
    Column("actor", Text, nullable=False),
    Column("act", String(32), nullable=False),
    Column("subject", Text, nullable=False),
    Column("before", Text, nullable=False, default=""),
    Column("after", Text, nullable=False, default=""),
    Column("reason", Text, nullable=False, default=""),
    Column("about", BigInteger, nullable=True),
    Column("sealed", Boolean, nullable=False, default=False, server_default=false()),
    Column("seq", BigInteger, nullable=True),
    Column("kid", String(12), nullable=True),
    Column("digest", LargeBinary(32), nullable=True),
    Column("mac", LargeBinary(32), nullable=True),
    Index("ix_audit_at", "at"),
    # Even where the head's lock failed, no two rows could take one place in the chain.
    Index("ix_audit_seq", "seq", unique=True),
)
"""Who did what, when and why: staff, operators and the system, never what citizens sent in. Ids
only, no text of a case. ``about`` is the case it is about and ``sealed`` that it was a sealed one.
From ``seq`` on: the place in the chain; null only in rows from before there was one."""

guard(audit)

audit_head = Table(
    "audit_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
    Column("mac", LargeBinary(32), nullable=False),
    Column("at", Instant, nullable=True),
)
"""One row: the newest link of the chain. Locked last in a transaction, so that nothing waits on it
while it waits for anything else."""
