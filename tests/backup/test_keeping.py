"""Which backups of a folder stay: laws of retention."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from feedback.domain.days import local_day
from hailong.backup.keeping import placed, surplus, sweep

NOW = datetime(2026, 8, 12, 5, 0, tzinfo=UTC)
MOMENTS = st.sets(st.integers(0, 60 * 24 * 90).map(lambda m: NOW - timedelta(minutes=m)))


@given(moments=MOMENTS, daily=st.integers(1, 20), weekly=st.integers(0, 10))
def test_so_many_days_and_weeks_stay(moments: set[datetime], daily: int, weekly: int) -> None:
    """Of each of the newest days its last one, of each of the newest weeks its last one."""
    gone = set(surplus(moments, daily, weekly))
    stay = moments - gone
    days = sorted({local_day(one) for one in moments}, reverse=True)
    assert gone <= moments
    for day in days[:daily]:
        assert max(one for one in moments if local_day(one) == day) in stay
    weeks = sorted({local_day(one).isocalendar()[:2] for one in moments}, reverse=True)
    for week in weeks[:weekly]:
        assert max(m for m in moments if local_day(m).isocalendar()[:2] == week) in stay
    assert len(stay) <= daily + weekly
    assert not moments or max(moments) in stay


@given(moments=MOMENTS, daily=st.integers(1, 20), weekly=st.integers(0, 10))
def test_sweeping_again_takes_nothing_more(moments: set[datetime], daily: int, weekly: int) -> None:
    stay = moments - set(surplus(moments, daily, weekly))
    assert surplus(stay, daily, weekly) == []


def test_only_files_named_by_us_go(tmp_path: Path) -> None:
    """And drafts that a crash left behind, once they are a day old."""
    for hours in (0, 30, 60):
        placed(tmp_path, NOW - timedelta(hours=hours), folder=True).touch()
    others = ["hailong.backup", "notes.txt", "hailong-20260101T000000Z.backup.txt"]
    for name in others:
        (tmp_path / name).touch()
    fresh, old = tmp_path / ".hailong-a.part", tmp_path / ".hailong-b.part"
    fresh.touch()
    old.touch()
    os.utime(fresh, (NOW.timestamp(), NOW.timestamp()))
    os.utime(old, (0, 0))
    gone = sweep(tmp_path, 2, 0, NOW)
    assert [one.name for one in gone] == ["hailong-20260809T170000Z.backup"]
    assert {one.name for one in tmp_path.iterdir()} == {
        *others,
        fresh.name,
        "hailong-20260812T050000Z.backup",
        "hailong-20260810T230000Z.backup",
    }


def test_backups_of_a_clock_that_was_ahead_take_nobodys_place(tmp_path: Path) -> None:
    """Neither the one just made goes for them, nor those before it; nor are they lost."""
    for days in (0, 1, 2, -365, -366, -367):
        placed(tmp_path, NOW - timedelta(days=days), folder=True).touch()
    gone = sweep(tmp_path, 2, 0, NOW)
    assert [one.name for one in gone] == ["hailong-20260810T050000Z.backup"]


def test_two_backups_within_a_second_are_two(tmp_path: Path) -> None:
    """And the later one stays of the two, though its name is a moment that is still to come."""
    for second in range(3):
        made = placed(tmp_path, NOW, folder=True)
        assert made.name == f"hailong-20260812T05000{second}Z.backup"
        made.touch()
    assert len(sweep(tmp_path, 1, 0, NOW)) == 2
    assert [one.name for one in tmp_path.iterdir()] == [made.name]


def test_a_file_that_was_named_keeps_its_name(tmp_path: Path) -> None:
    assert placed(tmp_path / "a", NOW, folder=False) == tmp_path / "a"
