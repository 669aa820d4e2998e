"""The head outside the database survives crashes and crowds, and never stands in an act's way."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from feedback.domain.record import Fault, Head
from feedback.store.engine import open_engine
from feedback.store.work import Store
from hailong.head_file import HeadFile
from tests.record.acts import act, after, cut, verified


def head(seq: int) -> Head:
    return Head(seq, seq.to_bytes(32))


def test_what_was_kept_is_read_by_its_owner_alone(tmp_path: Path) -> None:
    file = HeadFile(tmp_path / "audit-head")
    assert file.read() == ()
    file.keep(head(1))
    file.keep(head(2))
    assert file.read() == (head(1), head(2))
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600


@given(torn=st.binary(max_size=200))
def test_a_torn_line_costs_that_line_only(tmp_path: Path, torn: bytes) -> None:
    file = HeadFile(tmp_path / "audit-head")
    file.path.write_bytes(f"{head(1)} 2026-01-01T00:00:00Z\n".encode() + torn)
    file.keep(head(3))
    assert file.read()[0] == head(1)
    assert file.read()[-1] == head(3)


@given(length=st.integers(0, 90))
def test_a_line_torn_anywhere_never_makes_another_head(tmp_path: Path, length: int) -> None:
    file = HeadFile(tmp_path / "audit-head")
    file.path.write_bytes(f"{head(1)} 2026-01-01T00:00:00Z"[:length].encode())
    file.keep(head(23))
    assert set(file.read()) <= {head(1), head(23)}
    assert file.read()[-1] == head(23)


def test_a_long_file_is_shortened_to_its_newest_heads(tmp_path: Path) -> None:
    file = HeadFile(tmp_path / "audit-head")
    for n in range(1, 2001):
        file.keep(head(n))
    assert file.read()[-1] == head(2000)
    assert file.path.stat().st_size < 100_000
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == ["audit-head"]


def test_a_crowd_loses_no_newest_head(tmp_path: Path) -> None:
    file = HeadFile(tmp_path / "audit-head")
    with ThreadPoolExecutor(8) as crowd:
        list(crowd.map(lambda n: file.keep(head(n)), range(1, 301)))
    assert {one.seq for one in file.read()} == set(range(1, 301))


def test_a_file_that_cannot_be_written_stops_nobody(database_url, vault, clock, tmp_path) -> None:
    file = HeadFile(tmp_path / "no such folder" / "audit-head")
    store = Store(open_engine(database_url), vault, clock, told=file.keep)
    act(store, "a")
    assert verified(store, file.read()).rows == 1
    store.close()


def test_a_file_behind_the_database_is_no_fault_and_one_ahead_is_a_cut(
    database_url, vault, clock, tmp_path
) -> None:
    file = HeadFile(tmp_path / "audit-head")
    telling = Store(open_engine(database_url), vault, clock, told=file.keep)
    silent = Store(open_engine(database_url), vault, clock)
    act(telling, "a")
    act(telling, "b")
    assert verified(telling, file.read()).behind == 0
    act(silent, "written, then the power failed")
    verdict = verified(telling, file.read())
    assert verdict.ok
    assert verdict.behind == 1
    verdict = after(telling, lambda c: cut(c, 1), file.read())
    assert [(one.fault, one.seq, one.last) for one in verdict.findings] == [(Fault.CUT_OFF, 2, 2)]
    file.path.unlink()
    assert after(telling, lambda c: cut(c, 1), file.read()).behind is None
    telling.close()
    silent.close()
