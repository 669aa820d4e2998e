"""Finds and takes away everything that is marked as a sample."""

from collections.abc import Collection

from sqlalchemy import Select, Table, delete, or_, select, update

from feedback.store import stamp
from feedback.store.columns import metadata
from feedback.store.tables import cases, codes, facts, followups, offices, places, tallies
from feedback.store.work import Work

_UNITS = select(places.unit.c.id).where(places.unit.c.sample)
_DESKS = select(places.desk.c.id).where(places.desk.c.sample)
_RATINGS = select(facts.rating.c.id).where(
    or_(facts.rating.c.source == "sample", facts.rating.c.desk_id.in_(_DESKS))
)


_CASES = select(cases.cases.c.id).where(
    or_(cases.cases.c.sample, cases.cases.c.about_desk_id.in_(_DESKS))
)
_FILES = select(facts.rating_file.c.id).where(
    or_(facts.rating_file.c.rating_id.in_(_RATINGS), facts.rating_file.c.case_id.in_(_CASES))
)
_STAFF = select(offices.staff.c.id).where(offices.staff.c.unit_id.in_(_UNITS))


def any_units(work: Work) -> bool:
    """Say whether there is a sample unit."""
    return work.connection.scalar(_UNITS.limit(1)) is not None


def in_the_way(work: Work, own_staff: Collection[str]) -> list[str]:
    """Name what is real and stands on sample units: units, desks, staff but the own ones."""
    version, desk, staff = places.unit_version, places.desk, offices.staff
    link, other = places.unit_event_link, places.unit_event_link.alias()
    real = version.c.unit_id.not_in(_UNITS)
    joined = (
        select(other.c.unit_id)
        .join(link, link.c.event_id == other.c.event_id)
        .where(link.c.unit_id.in_(_UNITS))
    )
    questions = (
        ("unit", version.c.name, real & version.c.parent_id.in_(_UNITS)),
        ("unit", version.c.name, real & version.c.unit_id.in_(joined)),
        ("desk", desk.c.name, ~desk.c.sample & desk.c.unit_id.in_(_UNITS)),
        ("staff", staff.c.name, staff.c.unit_id.in_(_UNITS) & staff.c.name.not_in(own_staff)),
    )
    found: list[str] = []
    for kind, name, where in questions:
        names = work.connection.scalars(select(name).where(where).distinct().order_by(name))
        found += [f"{kind} {one}" for one in names]
    return list(dict.fromkeys(found))


def remove(work: Work) -> int:
    """Delete all samples, what was said at their desks, and their counts; give the ratings."""
    # First, while the rows of the files still say whose chunks they are.
    _drop(work, facts.file_chunk, "file_id", _FILES)
    _cases(work)
    for table in (
        facts.rating_file,
        facts.rating_evidence,
        facts.rating_change,
        facts.rating_standing,
        facts.answer,
        facts.comment,
        facts.rater_key,
        codes.visit_code,
    ):
        _drop(work, table, "rating_id", _RATINGS)
    ratings = work.connection.execute(
        delete(facts.rating).where(facts.rating.c.id.in_(_RATINGS))
    ).rowcount
    _drop(work, tallies.desk_day, "desk_id", _DESKS)
    _drop(work, tallies.unit_month, "unit_id", _UNITS)
    _places(work)
    stamp.touch(work)
    return ratings


def _cases(work: Work) -> None:
    # Children first, and by the metadata, so that a table made later is not forgotten.
    for table in metadata.sorted_tables[::-1]:
        if "case_id" in table.c:
            _drop(work, table, "case_id", _CASES)
    _drop(work, cases.cases, "id", _CASES)
    _drop(work, followups.rating_appeal, "rating_id", _RATINGS)
    _drop(work, followups.followup, "desk_id", _DESKS)
    _drop(work, cases.desk_sitting, "desk_id", _DESKS)
    for table in (cases.desk_sitting, cases.appointee, cases.case_party):
        _drop(work, table, "staff_id", _STAFF)


def _places(work: Work) -> None:
    code = codes.desk_code
    # A code that led here from another desk would keep these desks from being deleted.
    work.connection.execute(update(code).where(code.c.heir_id.in_(_DESKS)).values(heir_id=None))
    for table, column in (
        (codes.desk_code, "desk_id"),
        (places.tablet, "desk_id"),
        (places.desk_service, "desk_id"),
        (places.desk_place, "desk_id"),
        (places.desk, "id"),
    ):
        _drop(work, table, column, _DESKS)
    for table in (offices.target, offices.publication, offices.staff, places.former_name):
        _drop(work, table, "unit_id", _UNITS)
    _drop(work, places.unit_event_link, "unit_id", _UNITS)
    _drop(work, places.unit_version, "unit_id", _UNITS)
    work.connection.execute(delete(places.unit).where(places.unit.c.sample))


def _drop(work: Work, table: Table, column: str, ids: Select[tuple[int]]) -> None:
    work.connection.execute(delete(table).where(table.c[column].in_(ids)))
