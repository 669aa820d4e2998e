"""An erased citizen is nowhere any more: not in rows, not in bytes; and no index moved."""

from collections.abc import Callable

import pytest
from sqlalchemy import select, text

from bot.store import forgetting, inbox
from feedback.domain.query import IndexQuery
from feedback.services import indices, recount
from feedback.services.cases import following, reading
from feedback.services.privacy import consenting, erasing, exporting
from feedback.services.refusals import Refusal
from feedback.store.tables.offices import audit
from feedback.store.work import Store
from tests.privacy import traces
from tests.privacy.conftest import NAME, PHONE, Left
from tests.record.acts import verified
from tests.runtime.casework import OPERATOR

REASON = "Người dân đề nghị bằng văn bản."
_ON_REQUEST = {"case.export", "case.withdraw_consent", "case.erase"}


def by_case(store: Store, left: Left) -> None:
    with store.work() as work:
        erasing.erase_case(work, OPERATOR, left.case.code, REASON)


def by_person(store: Store, left: Left) -> None:
    with store.work() as work:
        erasing.erase_person(work, OPERATOR, left.person, REASON)
        forgetting.forget(work, left.person)


def by_own_wish(store: Store, left: Left) -> None:
    with store.work() as work:
        found = erasing.erase_own(work, left.case.id)
        assert found.person == left.person
        forgetting.forget(work, left.person)


def index(store: Store) -> list[object]:
    with store.look() as work:
        return [str(row) for row in indices.index(work, OPERATOR, IndexQuery()).rows]


@pytest.mark.parametrize("erase", [by_person, by_own_wish])
def test_nothing_of_an_erased_citizen_is_found(
    store: Store, left: Left, erase: Callable[[Store, Left], None]
) -> None:
    """Plain, hashed or sealed, in rows, in the file, in its journal: all traces are gone."""
    with store.work() as work:
        inbox.park(work, "k:1", "telegram", f"Said({NAME})", "KeyError", left.person)
    before, figures = traces.counts(store), index(store)
    stands = traces.in_rows(store, left.traces)
    assert {"case_person.number", "case_key.sealed", "comment.sealed", "file_chunk.sealed"} < stands
    assert {"outbox.person", "contact.sealed", "conversation.person", "parked.person"} < stands
    if list(traces.files(store)):
        assert traces.in_file(store, left.traces)
    erase(store, left)
    assert traces.in_rows(store, left.marks) == set()
    assert traces.in_file(store, left.marks) == set()
    assert (traces.counts(store), index(store)) == (before, figures)
    with store.look() as work:
        assert not recount.recount(work)
    assert verified(store).ok


def test_the_staff_erase_a_case(store: Store, left: Left) -> None:
    """Its words, its files, who filed it and the rating's words go; the chat itself is another."""
    before, figures = traces.counts(store), index(store)
    with store.look() as work:
        chat = {work.vault.rater(left.person, "2026Q3"), bytes(left.person)}
    by_case(store, left)
    gone = left.traces - chat - _of_the_chat(store, left)
    assert traces.in_rows(store, gone) == set()
    assert traces.in_file(store, gone) == set()
    assert (traces.counts(store), index(store)) == (before, figures)
    with store.look() as work:
        assert following.by_number(work, left.number) is None
        opened = reading.opened(work, OPERATOR, left.case.code)
        assert opened.words == ()
        assert not opened.has_contact


def _of_the_chat(store: Store, left: Left) -> frozenset[bytes]:
    return traces.sealed(store, left.person, [])


def test_the_rows_that_stay_name_nobody_after_a_vacuum(
    postgres_url: str, vault: object, clock: object
) -> None:
    """On PostgreSQL the dead rows are vacuumed away, so that even their pages are free."""
    from feedback.store.engine import open_engine
    from tests.privacy.conftest import leave

    store = Store(open_engine(postgres_url), vault, clock)
    left = leave(store)
    stood = traces.in_rows(store, left.traces)
    by_person(store, left)
    with store.look() as work:
        query = text("SELECT relname FROM pg_stat_user_tables WHERE last_vacuum IS NOT NULL")
        swept = set(work.connection.scalars(query))
    assert {mark.partition(".")[0] for mark in stood} <= swept
    assert traces.in_rows(store, left.marks) == set()
    store.close()


def test_the_number_opens_nothing_and_the_copy_is_empty_afterwards(
    store: Store, left: Left
) -> None:
    """Whoever still holds the number learns nothing from it."""
    by_person(store, left)
    with store.look() as work:
        assert following.by_number(work, left.number) is None
        copy = exporting.copy_of(work, left.case.id)
    assert (copy.contact, copy.lines, copy.consents) == (None, (), ())


def test_a_reason_keeps_nothing_private(store: Store, left: Left) -> None:
    """The reason is kept for ever, so that what seems private in it is blacked out."""
    with store.work() as work:
        erasing.erase_case(work, OPERATOR, left.case.code, f"gọi từ số {PHONE}")
    assert traces.in_rows(store, [PHONE]) == set()


def test_an_erasure_needs_a_reason(store: Store, left: Left) -> None:
    with store.work() as work, pytest.raises(Refusal):
        erasing.erase_case(work, OPERATOR, left.case.code, "  ")
    with store.work() as work, pytest.raises(Refusal):
        exporting.copy_for(work, OPERATOR, left.case.code, "  ")


def test_the_record_names_the_case_however_its_code_was_typed(store: Store, left: Left) -> None:
    """Whoever searches the record for the case finds what was done to it."""
    typed = f" {left.case.code.lower()} "
    with store.work() as work:
        exporting.copy_for(work, OPERATOR, typed, REASON)
        consenting.withdraw_for(work, OPERATOR, typed, REASON)
        erasing.erase_case(work, OPERATOR, typed, REASON)
    with store.look() as work:
        noted = work.connection.execute(select(audit.c.act, audit.c.subject)).all()
    assert {subject for act, subject in noted if act in _ON_REQUEST} == {left.case.code}


def test_whoever_comes_back_is_a_new_person_to_nobody(store: Store, left: Left) -> None:
    """After an erasure the same chat begins anew, and nothing of before comes back."""
    by_person(store, left)
    assert "chưa gửi việc gì" in left.citizen.does("theo dõi")
