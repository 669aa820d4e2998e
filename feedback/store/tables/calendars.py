"""Versions of the calendar of working days that an office brought in; none is ever changed."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Text

from feedback.store.columns import Day, Instant, metadata

calendar_version = Table(
    "calendar_version",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("until", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("by", Text, nullable=False),
)
"""The newest one holds; what ships with the product holds where there is none."""

calendar_row = Table(
    "calendar_row",
    metadata,
    Column("version_id", ForeignKey("calendar_version.id"), primary_key=True),
    Column("day", Day, primary_key=True),
    Column("mark", String(8), nullable=False),
    Column("name", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("verified", Boolean, nullable=False),
)
