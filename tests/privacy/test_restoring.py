"""A backup made before an erasure brings nobody back; nobody who came back is erased again."""

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store import forgetting
from feedback.domain.erasure import BadLine, Erased, ErasedKind
from feedback.services.cases import following
from feedback.services.privacy import erasing
from feedback.services.refusals import Refusal
from feedback.store.engine import open_engine
from feedback.store.vault import Vault
from feedback.store.work import Store
from hailong.erasure_file import ErasureFile
from hailong.home import Home, wire
from hailong.restored import erase_again
from hailong.settings import Settings
from tests.conftest import Hands
from tests.office import KEY
from tests.privacy import traces
from tests.privacy.conftest import ACCOUNT, Chatter, Left, leave
from tests.runtime.casework import OPERATOR

REASON = "Người dân đề nghị."
ID = 1_870_000_000_000_000_000


@pytest.fixture
def home(tmp_path: Path, sqlite_url: str, clock: Hands) -> Iterator[Home]:
    """A home as the commands open it, on the test's own clock."""
    keys = f"{KEY.kid}:{KEY.secret.hex()}"
    opened = wire(Settings(home=tmp_path, database_url=sqlite_url, keys=keys))
    opened.store.clock = clock
    yield opened
    opened.store.close()


def erase(home: Home, left: Left) -> None:
    with home.store.work() as work:
        erasing.erase_person(work, OPERATOR, left.person, REASON)
        forgetting.forget(work, left.person)


def database(home: Home) -> Path:
    return Path(home.settings.database.removeprefix("sqlite:///"))


def copied(home: Home) -> Path:
    """Take a backup, as an operator would with the database's own tool."""
    copy = database(home).with_name("before.db")
    copy.unlink(missing_ok=True)
    with home.store.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql(f"VACUUM INTO '{copy}'")
    return copy


def restored(home: Home, copy: Path) -> None:
    home.store.close()
    for path in list(traces.files(home.store)):
        path.unlink()
    shutil.copyfile(copy, database(home))


def test_a_restored_backup_is_erased_again(home: Home) -> None:
    """The copy holds the citizen; once it is put back and erased again, nothing of it does."""
    left = leave(home.store)
    copy = copied(home)
    figures = traces.counts(home.store)
    erase(home, left)
    restored(home, copy)
    assert traces.in_rows(home.store, left.traces)
    assert erase_again(home) >= 3
    assert traces.in_rows(home.store, left.marks) == set()
    assert traces.in_file(home.store, left.marks) == set()
    assert traces.counts(home.store) == figures
    assert erase_again(home) == 0


def test_whoever_came_back_before_the_backup_is_left_in_peace(home: Home) -> None:
    """An erasure reaches what was there before it, never what the citizen left later."""
    left = leave(home.store)
    erase(home, left)
    again = Chatter(home.store, ACCOUNT, n=100)
    again.says("góp ý", "1", "Chờ lâu", "6", "9", "9", "9", "6")
    copy = copied(home)
    restored(home, copy)
    assert erase_again(home) == 0
    with home.store.look() as work:
        assert len(following.of_person(work, left.person)) == 1


def test_the_list_names_nobody_and_is_the_accounts_own(home: Home) -> None:
    left = leave(home.store)
    erase(home, left)
    path = home.erasures.path
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    raw = path.read_bytes()
    assert bytes(left.person).hex().encode() not in raw
    assert ACCOUNT.encode() not in raw
    kinds = {one.kind for one in home.erasures.read()}
    assert kinds == {ErasedKind.CASE, ErasedKind.RATING, ErasedKind.PERSON}


def test_an_erasure_that_was_rolled_back_is_not_listed(home: Home) -> None:
    left = leave(home.store)
    with pytest.raises(Refusal), home.store.work() as work:  # noqa: PT012  it is to be rolled back
        erasing.erase_person(work, OPERATOR, left.person, REASON)
        erasing.erase_person(work, OPERATOR, left.person, "")
    assert home.erasures.read() == ()


def test_torn_lines_are_passed_over_and_lost_ones_mended(tmp_path: Path) -> None:
    kept = ErasureFile(tmp_path / "erasures")
    first, second = Erased(1, ErasedKind.CASE, ID), Erased(2, ErasedKind.PERSON, digest=b"d" * 32)
    kept.keep([first])
    with kept.path.open("a") as file:
        file.write("\n2 person 6464")
    assert kept.read() == (first,)
    assert kept.mend([first, second]) == 1
    assert kept.read() == (first, second)


@pytest.mark.parametrize("lost", range(1, 20))
def test_a_line_cut_off_anywhere_erases_no_stranger_and_is_told(tmp_path: Path, lost: int) -> None:
    """The beginning of a number is a number: it is told as torn until the whole one stands there."""
    kept = ErasureFile(tmp_path / "erasures")
    first, second = Erased(ID, ErasedKind.CASE, ID + 1), Erased(ID + 2, ErasedKind.RATING, ID + 3)
    kept.keep([first, second])
    os.truncate(kept.path, kept.path.stat().st_size - lost)
    assert kept.read() == (first,)
    assert kept.torn() == (3,)
    assert kept.torn([second]) == ()
    assert kept.mend([first, second]) == 1
    assert (kept.read(), kept.torn()) == ((first, second), ())


@pytest.mark.parametrize(
    "text", ["", "1 case", "x case 1", "1 person zz", "1 desk 2", "1 case 2 3"]
)
def test_what_names_no_erased_thing_is_refused(text: str) -> None:
    with pytest.raises(BadLine):
        Erased.read(text)


def test_another_machine_can_be_told_the_list(
    postgres_url: str, sqlite_url: str, vault: Vault, clock: Hands
) -> None:
    """The list of a living database, given to a copy elsewhere, erases there as well."""
    living = Store(open_engine(sqlite_url), vault, clock)
    left = leave(living)
    with living.work() as work:
        erasing.erase_person(work, OPERATOR, left.person, REASON)
        listed = erasing.listed(work)
    other = Store(open_engine(postgres_url), vault, clock)
    with other.work() as work:
        people = erasing.replay(work, listed)
        assert people == {work.vault.erased(left.person)}
    living.close()
    other.close()
