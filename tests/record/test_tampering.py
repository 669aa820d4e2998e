"""Whatever is done to a row, to the rows or to the head behind the record's back is found there."""

import hashlib
from datetime import timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, null, select, update

from feedback.domain.record import BadHead, Fault, Head
from feedback.store import chaining
from feedback.store.tables.offices import audit, audit_head
from feedback.store.vault import Key, Vault
from feedback.store.work import Store
from tests.record.acts import act, after, behind_its_back, cut, numbered, verified

ROWS = 8
_TEXT = ("actor", "act", "subject", "before", "after", "reason")
_CHARS = st.characters(exclude_characters="\0", exclude_categories=["Cs"])


@pytest.fixture
def record(store: Store, clock) -> Store:
    """A record of eight acts, an hour between them."""
    for n in range(1, ROWS + 1):
        act(store, f"act {n}")
        clock.move(hours=1)
    return store


def stored(store: Store, seq: int, column: str) -> object:
    with store.look() as work:
        return work.connection.scalar(select(audit.c[column]).where(audit.c.seq == seq))


def _value(column: str, clock) -> st.SearchStrategy[object]:
    """Give other values that a column can hold."""
    if column in ("digest", "mac"):
        return st.none() | st.binary(max_size=40) | st.binary(min_size=32, max_size=32)
    if column == "at":
        return st.integers(-(10**9), 10**9).map(lambda s: clock() + timedelta(microseconds=s))
    if column == "sealed":
        return st.just(True)
    if column == "kid":
        return st.none() | st.text(_CHARS, max_size=12) | st.just("k2")
    if column in _TEXT:
        return st.text(_CHARS, max_size=32)
    return st.integers(-(2**63), 2**63 - 1)


@given(data=st.data(), seq=st.integers(1, ROWS))
@pytest.mark.parametrize(
    "column", [column.name for column in audit.columns if column.name != "seq"]
)
@settings(max_examples=25)
def test_a_changed_column_of_a_row_is_found_at_that_row(record, clock, data, column, seq) -> None:
    value = data.draw(_value(column, clock))
    assume(value != stored(record, seq, column))
    verdict = after(
        record,
        lambda c: c.execute(update(audit).where(audit.c.seq == seq).values({column: value})),
    )
    assert [(one.fault, one.seq, one.last) for one in verdict.findings] == [
        (Fault.CHANGED, seq, seq)
    ]
    assert verdict.findings[0].after == (
        clock.now - timedelta(hours=ROWS - seq + 2) if seq > 1 else None
    )


@given(seq=st.integers(1, ROWS), other=st.none() | st.integers(-(2**63), 2**63 - 1))
@settings(max_examples=50)
def test_a_row_with_another_number_is_found(record, seq, other) -> None:
    assume(other is None or not 1 <= other <= ROWS)
    verdict = after(
        record, lambda c: c.execute(update(audit).where(audit.c.seq == seq).values(seq=other))
    )
    assert not verdict.ok
    assert seq in {one.seq for one in verdict.findings}


@given(first=st.integers(1, ROWS), n=st.integers(1, ROWS))
def test_removed_rows_are_found_with_their_place(record, first, n) -> None:
    last = min(first + n - 1, ROWS)
    verdict = after(
        record, lambda c: c.execute(delete(audit).where(audit.c.seq.between(first, last)))
    )
    fault = Fault.CUT_OFF if last == ROWS else Fault.REMOVED
    assert [(one.fault, one.seq, one.last) for one in verdict.findings] == [(fault, first, last)]


@given(pair=st.lists(st.integers(1, ROWS), min_size=2, max_size=2, unique=True))
def test_swapped_rows_are_found_at_the_first(record, pair) -> None:
    def swap(connection) -> None:
        for old, new in ((pair[0], 99), (pair[1], pair[0]), (99, pair[1])):
            connection.execute(update(audit).where(audit.c.seq == old).values(seq=new))

    verdict = after(record, swap)
    assert (verdict.findings[0].fault, verdict.findings[0].seq) == (Fault.CHANGED, min(pair))


@given(place=st.integers(1, ROWS + 1), copied=st.integers(1, ROWS))
def test_an_inserted_row_is_found_where_it_stands(record, place, copied) -> None:
    def smuggle(connection) -> None:
        row = connection.execute(select(audit).where(audit.c.seq == copied)).one()._asdict()
        # By way of numbers that are free: moved by one, two rows would meet in the unique index.
        above = audit.c.seq >= place
        connection.execute(update(audit).where(above).values(seq=audit.c.seq + 1000))
        connection.execute(update(audit).where(audit.c.seq > 1000).values(seq=audit.c.seq - 999))
        connection.execute(insert(audit).values(row | {"id": 7, "seq": place}))

    verdict = after(record, smuggle)
    assert (verdict.findings[0].fault, verdict.findings[0].seq) == (Fault.CHANGED, place)


def test_a_whole_record_under_a_guessed_key_is_found_at_its_first_row(record: Store) -> None:
    guessed = Vault((Key("k1", b"a key that was guessed, no more"),))

    def forge(connection) -> None:
        connection.execute(update(audit).values(seq=None, mac=null(), digest=null(), kid=null()))
        connection.execute(update(audit).where(audit.c.act == "act 3").values(actor="mai"))
        connection.execute(delete(audit_head))
        assert chaining.adopt(connection, guessed) == ROWS

    first = after(record, forge).findings[0]
    assert (first.fault, first.seq) == (Fault.CHANGED, 1)


def test_a_row_written_twice_is_found(record: Store) -> None:
    def double(connection) -> None:
        # The index would refuse it, and whoever owns the database can drop that.
        connection.exec_driver_sql("DROP INDEX ix_audit_seq")
        row = connection.execute(select(audit).where(audit.c.seq == 4)).one()._asdict()
        connection.execute(insert(audit).values(row | {"id": 2**62}))

    assert [(one.fault, one.seq) for one in after(record, double).findings] == [(Fault.ADDED, 4)]


@given(seq=st.integers(1, ROWS - 1))
def test_rows_cut_off_together_with_the_head_are_missed_by_who_kept_the_head(record, seq) -> None:
    head = verified(record).head
    blind = after(record, lambda c: cut(c, seq))
    assert blind.ok
    assert blind.behind is None
    verdict = after(record, lambda c: cut(c, seq), [Head.read(str(head))])
    assert [(one.fault, one.seq, one.last) for one in verdict.findings] == [
        (Fault.CUT_OFF, seq + 1, ROWS)
    ]


def test_a_record_cut_off_and_gone_on_is_found_by_who_kept_a_head(record: Store) -> None:
    head = verified(record).head
    with behind_its_back(record) as connection:
        cut(connection, 5)
    act(record, *(f"other {n}" for n in range(10)))
    assert verified(record).ok
    verdict = verified(record, [head])
    assert [(one.fault, one.seq) for one in verdict.findings] == [(Fault.REPLACED, ROWS)]


def test_everything_gone_is_found_by_who_kept_a_head(record: Store) -> None:
    head = verified(record).head

    def wipe(connection) -> None:
        connection.execute(delete(audit))
        connection.execute(delete(audit_head))

    verdict = after(record, wipe, [head])
    assert [(one.fault, one.seq, one.last) for one in verdict.findings] == [
        (Fault.CUT_OFF, 1, ROWS)
    ]


def test_a_head_kept_some_time_ago_is_no_fault(record: Store) -> None:
    head = verified(record).head
    act(record, "a", "b", "c")
    verdict = verified(record, [head])
    assert verdict.ok
    assert verdict.behind == 3


@pytest.mark.parametrize(
    "deed",
    [
        delete(audit_head),
        update(audit_head).values(seq=3),
        update(audit_head).values(mac=bytes(32)),
        update(audit_head).values(digest=bytes(32)),
        update(audit_head).values(at=None),
    ],
)
def test_a_changed_head_is_found(record: Store, deed) -> None:
    verdict = after(record, lambda c: c.execute(deed))
    assert [one.fault for one in verdict.findings] == [Fault.HEAD]


def test_a_removed_head_is_made_anew_and_the_chain_goes_on(record: Store) -> None:
    with behind_its_back(record) as connection:
        connection.execute(delete(audit_head))
    act(record, "a")
    assert numbered(record)[-1] == (ROWS + 1, "a")
    assert verified(record).ok


def test_acts_after_a_changed_row_are_still_proven(record: Store) -> None:
    with behind_its_back(record) as connection:
        connection.execute(update(audit).where(audit.c.seq.in_([3, 6])).values(actor="x"))
    act(record, "a")
    assert [(one.fault, one.seq) for one in verified(record).findings] == [
        (Fault.CHANGED, 3),
        (Fault.CHANGED, 6),
    ]


@pytest.mark.parametrize("column", [*_TEXT, "kid", "about", "at", "sealed", "digest", "mac", "seq"])
# A text that is no UTF-8, bytes, fractions and infinity (9e999): SQLite takes them anywhere.
@pytest.mark.parametrize(
    "value", ["CAST(x'ff00fe' AS TEXT)", "x'ff00'", "1.5", "'abc'", "7", "9e999"]
)
def test_sqlite_holding_what_no_column_holds_is_found_not_stumbled_over(
    sqlite_store: Store, column: str, value: str
) -> None:
    act(sqlite_store, "a", "b", "c")
    verdict = after(
        sqlite_store,
        lambda c: c.exec_driver_sql(f'UPDATE audit SET "{column}" = {value} WHERE seq = 3'),
    )
    assert not verdict.ok
    assert 3 in {one.seq for one in verdict.findings}


@given(st.text())
def test_a_head_is_read_as_it_was_written_or_refused(text: str) -> None:
    head = Head(12, hashlib.sha256(text.encode("utf-8", "replace")).digest())
    assert Head.read(f" {head}\n") == head
    for bad in (text, f"{head}0", f"-{head}", f"٣{head}", str(head)[:-1]):
        with pytest.raises(BadHead):
            Head.read(bad)
