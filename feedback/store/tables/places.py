"""Units in versions, the events that changed them, services, and desks."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from feedback.store.columns import Day, Instant, metadata

unit_kind = Table(
    "unit_kind",
    metadata,
    Column("code", String(32), primary_key=True),
    Column("name_vi", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("rank", SmallInteger, nullable=False),
    Column("historical", Boolean, nullable=False, default=False),
)

unit = Table(
    "unit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sample", Boolean, nullable=False, default=False),
)

unit_version = Table(
    "unit_version",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("unit_id", ForeignKey("unit.id"), nullable=False, index=True),
    Column("code", String(64), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("kind", ForeignKey("unit_kind.code"), nullable=False),
    Column("parent_id", ForeignKey("unit.id"), nullable=True, index=True),
    Column("grouping", Text, nullable=False, default=""),
    Column("valid_from", Day, nullable=False),
    Column("valid_to", Day, nullable=True),
    Column("legal_basis", Text, nullable=False, default=""),
    UniqueConstraint("unit_id", "valid_from"),
    UniqueConstraint("code", "valid_from"),
)

unit_event = Table(
    "unit_event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("on_day", Day, nullable=False),
    Column("legal_basis", Text, nullable=False, default=""),
    Column("note", Text, nullable=False, default=""),
    Column("recorded_at", Instant, nullable=False),
)

unit_event_link = Table(
    "unit_event_link",
    metadata,
    Column("event_id", ForeignKey("unit_event.id", ondelete="CASCADE"), primary_key=True),
    Column("role", String(4), primary_key=True),
    Column("unit_id", ForeignKey("unit.id"), primary_key=True, index=True),
)

former_name = Table(
    "former_name",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("unit_id", ForeignKey("unit.id"), nullable=False, index=True),
    Column("words", Text, nullable=False),
    Column("folded", Text, nullable=False),
)

service = Table(
    "service",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String(64), nullable=False, unique=True),
    Column("name_vi", Text, nullable=False),
    Column("name_en", Text, nullable=False, default=""),
    Column("factors", Text, nullable=False, default=""),
)

desk = Table(
    "desk",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("unit_id", ForeignKey("unit.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("languages", Text, nullable=False, default="vi,en"),
    Column("position", Integer, nullable=False, default=0),
    Column("sample", Boolean, nullable=False, default=False),
    UniqueConstraint("unit_id", "name"),
)

desk_place = Table(
    "desk_place",
    metadata,
    Column("desk_id", ForeignKey("desk.id", ondelete="CASCADE"), primary_key=True),
    Column("from_day", Day, primary_key=True),
    Column("unit_id", ForeignKey("unit.id"), nullable=False, index=True),
    Column("reason", Text, nullable=False, default=""),
)
"""Which unit a desk belonged to from which day on; the newest row is also ``desk.unit_id``."""

desk_service = Table(
    "desk_service",
    metadata,
    Column("desk_id", ForeignKey("desk.id", ondelete="CASCADE"), primary_key=True),
    Column("service_id", ForeignKey("service.id"), primary_key=True),
)

tablet = Table(
    "tablet",
    metadata,
    Column("id", BigInteger, primary_key=True),
    Column("desk_id", ForeignKey("desk.id", ondelete="CASCADE"), nullable=False),
    Column("registered_at", Instant, nullable=False),
    Column("ended_at", Instant, nullable=True),
    Index("ix_tablet_desk_id", "desk_id"),
)

place_stamp = Table(
    "place_stamp",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("stamp", BigInteger, nullable=False),
)
"""One row whose stamp is drawn anew with every change of units, desks or their codes."""
