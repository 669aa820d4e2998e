"""Column types shared by all tables: days and instants as integers, the same on both databases."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import BigInteger, Dialect, Integer, MetaData
from sqlalchemy.types import TypeDecorator

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

# SQLite's batch migrations can only drop or change a constraint that has a name.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""Every table of the product, whichever room it belongs to."""


class Day(TypeDecorator[date]):
    """A local calendar day, stored as its proleptic ordinal so that ranges are integer ranges."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> int | None:
        """Store the ordinal."""
        return None if value is None else value.toordinal()

    def process_result_value(self, value: int | None, dialect: Dialect) -> date | None:
        """Read the ordinal back."""
        return None if value is None else date.fromordinal(value)


class Instant(TypeDecorator[datetime]):
    """An aware instant, stored as microseconds since 1970 in UTC; a naive one is refused."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Store microseconds."""
        return None if value is None else microseconds(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Read microseconds back, in UTC."""
        return None if value is None else instant(value)


def microseconds(at: datetime) -> int:
    """Give an aware instant as microseconds since 1970 in UTC."""
    # Whole numbers, since timestamp() is a float; the subtraction is what refuses a naive time.
    return (at - _EPOCH) // _MICROSECOND


def instant(count: int) -> datetime:
    """Give the instant of so many microseconds since 1970 in UTC."""
    return _EPOCH + count * _MICROSECOND
