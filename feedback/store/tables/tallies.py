"""Two tallies, kept in the transaction of the facts: by desk and day, wide by unit and month."""

from sqlalchemy import Column, Index, Integer, SmallInteger, String, Table

from feedback.store.columns import Day, metadata

OVERALL = "overall"
"""The question code of the first tap in the tallies."""

desk_day = Table(
    "tally_desk_day",
    metadata,
    Column("day", Day, primary_key=True),
    Column("desk_id", Integer, primary_key=True),
    Column("unit_id", Integer, primary_key=True),
    Column("question", String(32), primary_key=True),
    Column("answer", SmallInteger, primary_key=True),
    Column("standing", String(12), primary_key=True),
    Column("channel", String(12), primary_key=True),
    Column("source", String(8), primary_key=True),
    Column("service_id", Integer, primary_key=True),
    Column("questionnaire", String(16), primary_key=True),
    Column("n", Integer, nullable=False),
    Index("ix_tally_desk_day_unit_id_day", "unit_id", "day"),
    Index("ix_tally_desk_day_desk_id_day", "desk_id", "day"),
    sqlite_with_rowid=False,
)

unit_month = Table(
    "tally_unit_month",
    metadata,
    Column("month", Day, primary_key=True),
    Column("unit_id", Integer, primary_key=True),
    Column("source", String(8), primary_key=True),
    Column("n1", Integer, nullable=False, default=0),
    Column("n2", Integer, nullable=False, default=0),
    Column("n3", Integer, nullable=False, default=0),
    Column("n4", Integer, nullable=False, default=0),
    Column("n5", Integer, nullable=False, default=0),
    Column("set_aside", Integer, nullable=False, default=0),
    Index("ix_tally_unit_month_unit_id_month", "unit_id", "month"),
    sqlite_with_rowid=False,
)
