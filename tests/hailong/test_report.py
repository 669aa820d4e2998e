"""What a command says when it cannot go on: in words, and never with what was in the database."""

import errno
import sqlite3

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError

from feedback.store.work import Store
from hailong.report import told


@pytest.mark.parametrize(
    "cause",
    [
        psycopg.OperationalError("terminating connection\nSSL connection has been closed"),
        sqlite3.OperationalError("database is locked"),
    ],
)
def test_a_database_that_goes_away_is_told_without_the_statement(
    cause: Exception, capsys: pytest.CaptureFixture[str]
) -> None:
    """A restart of PostgreSQL, or a lock held too long, meets any command in the middle."""
    with pytest.raises(SystemExit) as end, told():
        raise OperationalError("INSERT INTO staff", {"name": "Nguyễn Thị Lan"}, cause)
    said = capsys.readouterr().err
    assert end.value.code == 1
    assert said.startswith(f"The database failed: {str(cause).splitlines()[0]}.")
    assert "INSERT" not in said
    assert "Lan" not in said


def test_no_error_of_the_database_quotes_what_was_bound(store: Store) -> None:
    """A traceback ends up in the journal, where nobody's words may be."""
    with pytest.raises(IntegrityError) as error, store.work() as work:
        work.connection.execute(
            text("INSERT INTO comment (id, kid) VALUES (:id, :words)"), {"id": 1, "words": "loi"}
        )
    assert "[parameters" not in str(error.value)


def test_a_disk_that_is_full_under_a_redirected_table_is_told_in_a_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as end, told():
        raise OSError(errno.ENOSPC, "No space left on device")
    assert end.value.code == 1
    assert capsys.readouterr().err == "Not all of it could be written: No space left on device.\n"
