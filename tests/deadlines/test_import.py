"""Importing a calendar: whole or not at all, as a new version, and nothing told ever moves."""

import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.domain.calendar import Mark
from feedback.domain.deadlines import read, told
from feedback.domain.roles import Role, Viewer
from feedback.domain.rules import Variant
from feedback.services import calendar_lines, calendars, spreadsheet
from feedback.services.calendars import Imported
from feedback.services.refusals import BadFile, NotAllowed, NotFound
from feedback.store import audit
from feedback.store.work import Store, Work
from tests.conftest import Hands

T = TypeVar("T")
OPERATOR = Viewer("cli:test", Role.OPERATOR)
HEADER = "day,kind,name,source,verified\n"
TET = "".join(f"2027-02-0{day},holiday,Tết,QĐ 1,yes\n" for day in range(5, 10))
TWO = "2027-02-10,day_off,Nghỉ bù,QĐ 1,yes\n2027-02-20,make_up,Làm bù,QĐ 1,yes\n"
YEAR = HEADER + TET + TWO
NEXT = YEAR.replace("2027", "2028")


def import_(store: Store, text: str | bytes, viewer: Viewer = OPERATOR) -> Imported:
    data = text.encode() if isinstance(text, str) else text
    with store.work() as work:
        return calendars.import_file(work, viewer, data, "lich.csv")


def look(store: Store, act: Callable[[Work], T]) -> T:
    with store.look() as work:
        return act(work)


def problems(store: Store, text: str | bytes) -> list[str]:
    before = look(store, calendars.versions)
    with pytest.raises(BadFile) as refused:
        import_(store, text)
    assert look(store, calendars.versions) == before
    return list(refused.value.problems)


def test_what_ships_holds_until_an_office_imports_its_own(store: Store) -> None:
    assert look(store, calendars.current) == calendars.shipped()
    done = import_(store, YEAR)
    assert (done.until, done.rows, done.warnings) == (2027, 7, ())
    known = look(store, calendars.current)
    assert known.version == done.version
    assert not known.worked(date(2027, 2, 10))
    assert known.worked(date(2027, 2, 20))


def test_only_the_years_of_the_file_are_replaced_and_earlier_versions_stay(store: Store) -> None:
    first = import_(store, YEAR).version
    second = import_(store, YEAR.replace("2027-02-10", "2027-02-11")).version
    known = look(store, calendars.current)
    shipped = calendars.shipped()
    of_2026 = [row for row in shipped.rows if row.day.year == 2026]
    assert [row for row in known.rows if row.day.year == 2026] == of_2026
    assert known.worked(date(2027, 2, 10))
    assert not look(store, lambda w: calendars.version(w, first)).worked(date(2027, 2, 10))
    assert look(store, lambda w: calendars.version(w, shipped.version)) == shipped
    assert [one.name for one in look(store, calendars.versions)] == [second, first]


@pytest.mark.parametrize("name", ["", "0", "-1", "9" * 40, "２", "1; drop", "shipped", "1\x00"])
def test_a_version_that_never_was_is_not_found(sqlite_store: Store, name: str) -> None:
    with pytest.raises(NotFound):
        look(sqlite_store, lambda w: calendars.version(w, name))


def test_an_import_moves_no_date_that_was_told(store: Store) -> None:
    """It keeps the calendar it was counted by; only what comes later is counted anew."""
    eve = date(2027, 2, 4)
    before = look(store, lambda w: calendars.deadline(w, "report", eve))
    kept = told(before)
    import_(store, YEAR)
    after = look(store, lambda w: calendars.deadline(w, "report", eve))
    assert read(kept) == before
    assert (before.on, before.calendar) == (date(2027, 2, 18), calendars.SHIPPED)
    assert (after.on, after.unverified) == (date(2027, 2, 23), False)


def test_a_further_year_moves_the_horizon(store: Store) -> None:
    late = date(2027, 12, 28)
    assert look(store, lambda w: calendars.deadline(w, "report", late)).provisional
    assert import_(store, NEXT).until == 2028
    assert not look(store, lambda w: calendars.deadline(w, "report", late)).provisional


def test_a_year_left_out_is_refused(sqlite_store: Store) -> None:
    text = HEADER + TET.replace("2027", "2029")
    assert problems(sqlite_store, text) == ["line 1: the year 2028 is missing before 2029"]


def test_a_year_that_is_not_whole_is_refused(sqlite_store: Store) -> None:
    """One corrected line would otherwise take the new year's days off away."""
    [told_] = problems(sqlite_store, HEADER + TWO)
    assert "2027 has no days off for the lunar new year" in told_


def test_every_bad_line_is_named(store: Store) -> None:
    bad = (
        "2027-02-30,holiday,Tết,QĐ,yes\n"
        ",holiday,Tết,QĐ,yes\n"
        "2027-02-11,ngày lễ,Tết,QĐ,yes\n"
        "2027-02-11,holiday,,QĐ,yes\n"
        "2027-02-11,holiday,Tết,,yes\n"
        "2027-02-11,holiday,Tết,QĐ,perhaps\n"
        "2027-02-11,make_up,Tết,QĐ,yes\n"
        "2027-09-02,day_off,Tết,QĐ,yes\n"
        "2027-02-08,holiday,Tết,QĐ,yes\n"
        "1027-02-08,holiday,Tết,QĐ,yes\n"
        "44927,holiday,Tết,QĐ,yes\n"
    )
    told_ = problems(store, HEADER + TET + bad)
    assert [line.split(":")[0] for line in told_] == [f"line {n}" for n in range(7, 18)]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b"PK\x03\x04",
        b"\xc3\x28",
        HEADER.encode(),
        b"day,kind\n2027-02-08,holiday\n",
        (HEADER + '"2027-02-08,holiday').encode(),
        (HEADER + "2027-02-08,holiday,T,Q,yes,more,cells\n").encode(),
        (HEADER + "<script>,holiday,T,Q,yes\n").encode(),
        (HEADER + f"2027-02-08,holiday,{'x' * 100_000},Q,yes\n").encode(),
        (HEADER + f"2027-02-08,{'x' * 100_000},T,Q,yes\n").encode(),
        (HEADER + f"2027-02-08,holiday,T,Q,{'9' * 5000}\n").encode(),
        (HEADER + f"{'9' * 5000},holiday,T,Q,yes\n").encode(),
        (HEADER + "99999999-02-08,holiday,T,Q,yes\n").encode(),
    ],
)
def test_a_hostile_file_is_refused_in_few_words(sqlite_store: Store, data: bytes) -> None:
    told_ = problems(sqlite_store, data)
    assert told_
    assert sum(map(len, told_)) < 1000


@given(st.binary(max_size=400))
def test_whatever_comes_is_read_or_refused(data: bytes) -> None:
    """No other error, whichever bytes stand under the headings."""
    try:
        sheet = spreadsheet.read(
            HEADER.encode() + data, required=calendar_lines.REQUIRED, optional=()
        )
        calendar_lines.parse(sheet.lines, sheet.problems)
    except BadFile:
        pass


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + YEAR,
        YEAR.replace(",", ";"),
        YEAR.replace("\n", "\r\n"),
        unicodedata.normalize("NFD", YEAR),
        YEAR.replace("yes", "có"),
        YEAR.replace("yes", "TRUE"),
        YEAR.replace("2027-02-05", "5/2/2027"),
        HEADER + TWO + TET,
        YEAR.replace("Nghỉ bù", "Nghỉ\u202e bù\x07"),
    ],
    ids=["bom", "semicolon", "crlf", "nfd", "có", "TRUE", "d/m", "order", "unseen"],
)
def test_the_same_calendar_in_other_spellings_is_the_same(sqlite_store: Store, text: str) -> None:
    import_(sqlite_store, YEAR)
    expected = look(sqlite_store, calendars.current).rows
    import_(sqlite_store, text)
    assert look(sqlite_store, calendars.current).rows == expected


def test_days_that_are_not_verified_are_warned_of_at_once(sqlite_store: Store) -> None:
    [warning] = import_(sqlite_store, YEAR.replace("yes", "no", 2)).warnings
    assert "2 days are not verified" in warning


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.ADMIN, Role.OPERATOR)])
def test_only_who_runs_the_office_imports(sqlite_store: Store, role: Role) -> None:
    with pytest.raises(NotAllowed):
        import_(sqlite_store, YEAR, Viewer("x", role))
    assert look(sqlite_store, calendars.versions) == ()


def test_an_admin_of_one_unit_does_not_import_for_all(sqlite_store: Store) -> None:
    with pytest.raises(NotAllowed):
        import_(sqlite_store, YEAR, Viewer("x", Role.ADMIN, unit=1))


def test_the_import_is_on_record(store: Store) -> None:
    name = import_(store, YEAR).version
    [act] = look(store, lambda w: audit.newest(w, 1))
    assert (act.actor, act.act, act.subject) == ("cli:test", "calendar.imported", name)
    assert (act.before, act.reason) == (calendars.SHIPPED, "lich.csv")


@pytest.mark.parametrize(
    ("today", "near", "opened"),
    [
        (date(2026, 3, 1), None, None),
        (date(2026, 11, 21), False, 5),
        (date(2027, 6, 30), False, 1),
        (date(2027, 9, 4), True, 0),
        (date(2029, 1, 1), True, 0),
    ],
)
def test_what_is_not_known_far_enough_ahead_is_warned_of(
    sqlite_store: Store, clock: Hands, today: date, near: bool | None, opened: int | None
) -> None:
    """Months before: the end of the calendar, and days off that nobody has verified."""
    clock.now = datetime(today.year, today.month, today.day, 5, tzinfo=UTC)
    found = look(sqlite_store, calendars.horizon_warning)
    if near is None:
        assert found is None
    else:
        assert (found.near, len(found.open)) == (near, opened)


def test_a_deadline_follows_the_day_of_receipt_even_when_counted_from_acceptance(
    sqlite_store: Store,
) -> None:
    """And a kind that nothing is promised for has none."""
    with sqlite_store.look() as work:
        settle = calendars.deadline(
            work,
            "complaint",
            date(2026, 6, 30),
            accepted=date(2026, 7, 6),
            variant=Variant.REMOTE,
        )
        assert (settle.start, settle.on) == (date(2026, 7, 6), date(2026, 8, 20))
        assert calendars.deadline(work, "praise", date(2026, 7, 6)) is None
        assert calendars.deadline(work, "data_breach", date(2026, 7, 6)).on == date(2026, 7, 9)


def test_shown_rows_say_of_each_kind_of_day_what_it_is() -> None:
    marks = {row.mark for row in calendars.shipped().rows}
    assert marks == set(Mark)
