"""What was erased, by number and never by name, so that a restored backup can be erased again."""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, LargeBinary, String, Table, Text

from feedback.store.columns import Day, Instant, metadata

erasure = Table(
    "erasure",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("by", Text, nullable=False),
    Column("reason", Text, nullable=False),
)

erasure_item = Table(
    "erasure_item",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("erasure_id", ForeignKey("erasure.id"), nullable=False, index=True),
    Column("kind", String(8), nullable=False),
    # No foreign key: a restored copy may not have what the list names.
    Column("subject", BigInteger, nullable=True),
    Column("digest", LargeBinary(32), nullable=True),
)
"""``kind`` is case, rating or person; a person stands there as a keyed hash of the pseudonym."""

data_request = Table(
    "data_request",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String(12), nullable=False),
    Column("case_id", ForeignKey("cases.id"), nullable=True, index=True),
    Column("person", LargeBinary(16), nullable=True, index=True),
    Column("received_on", Day, nullable=False),
    Column("answer_by", Day, nullable=False),
    Column("act_by", Day, nullable=False),
    Column("why", Text, nullable=False),
    Column("state", String(8), nullable=False, index=True),
    Column("by", Text, nullable=False, default=""),
    Column("done_by", Text, nullable=False, default=""),
    Column("done_at", Instant, nullable=True),
)
"""A citizen's request to withdraw, copy or delete. ``state`` is open, told or done; ``person`` goes
when it is done. ``by`` is who took it down, empty for the citizen."""
