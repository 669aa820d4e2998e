"""What citizens said. Who said it stands apart, in ``rater_key`` and ``rating_evidence``."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
    false,
)

from feedback.store.columns import Day, Instant, metadata

rating = Table(
    "rating",
    metadata,
    # Given by `Ids`, and no counter: it goes with time, and is known before it is stored.
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("desk_id", Integer, nullable=False),
    Column("unit_id", Integer, nullable=False),
    Column("day", Day, nullable=False),
    Column("given_at", Instant, nullable=False),
    Column("channel", String(12), nullable=False),
    Column("source", String(8), nullable=False),
    Column("service_id", Integer, nullable=False, default=0),
    Column("questionnaire", String(16), nullable=False),
    Column("language", String(8), nullable=False),
    Column("level", SmallInteger, nullable=False),
    Column("standing", String(12), nullable=False),
    Index("ix_rating_unit_id_day", "unit_id", "day"),
    Index("ix_rating_desk_id_day", "desk_id", "day"),
)
"""``unit_id`` is the desk's unit of that day; ``level`` is the latest, see ``rating_change``."""

rater_key = Table(
    "rater_key",
    metadata,
    Column("rater", LargeBinary(16), primary_key=True),
    Column("desk_id", Integer, primary_key=True),
    Column("day", Day, primary_key=True),
    Column("rating_id", ForeignKey("rating.id"), nullable=False, index=True),
    # Read and written by its key alone: one tree on the disk instead of two.
    sqlite_with_rowid=False,
)
"""One person, one desk, one local day is one rating: this key is what holds that."""

rating_change = Table(
    "rating_change",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("rating_id", ForeignKey("rating.id"), nullable=False, index=True),
    Column("question", String(32), nullable=False),
    Column("before", SmallInteger, nullable=False),
    Column("after", SmallInteger, nullable=False),
    Column("at", Instant, nullable=False),
    Column("channel", String(12), nullable=False),
)

rating_standing = Table(
    "rating_standing",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("rating_id", ForeignKey("rating.id"), nullable=False, index=True),
    Column("standing", String(12), nullable=False),
    Column("reason", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("at", Instant, nullable=False),
)

answer = Table(
    "answer",
    metadata,
    Column("rating_id", ForeignKey("rating.id"), primary_key=True),
    Column("question", String(32), primary_key=True),
    Column("value", SmallInteger, nullable=False),
    Column("at", Instant, nullable=False),
    sqlite_with_rowid=False,
)

comment = Table(
    "comment",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("rating_id", ForeignKey("rating.id"), nullable=False, index=True),
    Column("at", Instant, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("kid", String(12), nullable=False, index=True),
    Column("screen", String(8), nullable=False),
)
"""``screen`` is ``plain``, or ``accuses``: then only an inspector outside the unit may read it."""

rating_file = Table(
    "rating_file",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("rating_id", ForeignKey("rating.id"), nullable=True, index=True),
    Column("case_id", ForeignKey("cases.id"), nullable=True, index=True),
    Column("medium", String(8), nullable=False, default="photo", server_default="photo"),
    Column("name", LargeBinary, nullable=True),
    Column("at", Instant, nullable=False),
    Column("channel", String(12), nullable=False),
    Column("account", Text, nullable=False),
    Column("reference", LargeBinary, nullable=True),
    Column("kid", String(12), nullable=False, index=True),
    Column("state", String(8), nullable=False, index=True),
    Column("tries", SmallInteger, nullable=False, default=0),
    Column("due_at", Instant, nullable=False),
    Column("mime", Text, nullable=False, default=""),
    Column("size", Integer, nullable=False, default=0),
    Column("problem", Text, nullable=False, default=""),
    Column("withheld", Boolean, nullable=False, default=False, server_default=false()),
)
"""A file of a rating (then a photo), or of a case. ``state`` is pending, kept or failed;
``reference`` is the messenger's name of it and ``name`` that of whoever sent it, both sealed. What
belongs to a case is sealed under the case's key, ``kid`` is empty then; its erasing takes the file
with it. One that shows a private person is ``withheld`` whole."""

file_chunk = Table(
    "file_chunk",
    metadata,
    Column("file_id", ForeignKey("rating_file.id", ondelete="CASCADE"), primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
)

rating_evidence = Table(
    "rating_evidence",
    metadata,
    Column("rating_id", ForeignKey("rating.id"), primary_key=True),
    Column("device", LargeBinary(16), nullable=True, index=True),
    Column("network", LargeBinary(16), nullable=True, index=True),
    # A finer time would tell the desk which visitor it was.
    Column("quarter_hour", Instant, nullable=False),
    Column("delay_seconds", Integer, nullable=True),
    Column("expires_on", Day, nullable=False, index=True),
)
"""For integrity checks only: hashes under a key that changes weekly, time to a quarter hour."""
