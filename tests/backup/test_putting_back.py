"""What does not verify, or has no empty place, is not put back; and nobody erased comes back."""

import os
import secrets
import shutil
import signal
import stat
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from sqlalchemy import insert, text

from bot.store import forgetting
from bot.store.tables import inbox_key
from feedback.domain.ids import Person
from feedback.services.privacy import erasing
from feedback.services.refusals import Refusal
from feedback.store.engine import open_engine
from feedback.store.portable import Kind, Sheet
from hailong.backup.box import Box, OpenedBox
from hailong.backup.faults import BackupRefused, Damaged, NotEmpty, WrongKey
from hailong.backup.making import make
from hailong.backup.restoring import restore
from hailong.backup.scroll import Scroll, Unrolled
from hailong.backup.verifying import at_hand, verify
from hailong.home import Home, wire
from hailong.settings import Settings
from tests.backup.houses import KEYS
from tests.office import open_office
from tests.privacy import traces
from tests.privacy.conftest import leave
from tests.record.acts import act, behind_its_back, verified
from tests.runtime.casework import OPERATOR


def erase(home: Home, person: Person) -> None:
    with home.store.work() as work:
        erasing.erase_person(work, OPERATOR, person, "Người dân đề nghị.")
        forgetting.forget(work, person)


def database(settings: Settings) -> Path:
    return Path(settings.database.removeprefix("sqlite:///"))


def test_people_erased_after_the_backup_stay_erased(
    home: Home, elsewhere: Settings, tmp_path: Path
) -> None:
    """The living list, kept apart, is all that is needed; no trace is left in rows or file."""
    left = leave(home.store)
    figures = traces.counts(home.store)
    made = make(home, tmp_path / "one.backup")
    erase(home, left.person)
    done = restore(elsewhere, made.path, home.erasures.path)
    assert done.erased >= 3
    back = wire(elsewhere)
    assert traces.in_rows(back.store, left.marks) == set()
    assert traces.in_file(back.store, left.marks) == set()
    assert traces.counts(back.store) == figures
    assert set(back.erasures.read()) == set(home.erasures.read())
    back.store.close()


def test_people_erased_before_the_backup_stay_erased_without_any_list(
    sqlite_home: Home, elsewhere: Settings, tmp_path: Path
) -> None:
    left = leave(sqlite_home.store)
    erase(sqlite_home, left.person)
    made = make(sqlite_home, tmp_path / "one.backup")
    assert restore(elsewhere, made.path).erased == 0
    back = wire(elsewhere)
    assert traces.in_rows(back.store, left.marks) == set()
    assert set(back.erasures.read()) == set(sqlite_home.erasures.read())
    back.store.close()


def test_the_list_in_a_new_home_is_heard(sqlite_home: Home, tmp_path: Path) -> None:
    """It may be put there beforehand, as keys.toml is."""
    left = leave(sqlite_home.store)
    made = make(sqlite_home, tmp_path / "one.backup")
    erase(sqlite_home, left.person)
    there = Settings(home=tmp_path / "there", keys=KEYS)
    there.home.mkdir()
    (there.home / "erasures").write_bytes(sqlite_home.erasures.path.read_bytes())
    assert restore(there, made.path).erased >= 3


@pytest.mark.parametrize("heard", ["given", "in the home"])
def test_a_list_cut_off_is_completed_by_the_backup_or_refused(
    sqlite_home: Home, tmp_path: Path, heard: str
) -> None:
    """A power cut tore the last line: whoever it named must not come back unnoticed."""
    left = leave(sqlite_home.store)
    before = make(sqlite_home, tmp_path / "before.backup")
    erase(sqlite_home, left.person)
    after = make(sqlite_home, tmp_path / "after.backup")
    there = Settings(home=tmp_path / "there", keys=KEYS)
    there.home.mkdir()
    torn = there.home / "erasures" if heard == "in the home" else tmp_path / "copy"
    torn.write_bytes(sqlite_home.erasures.path.read_bytes()[:-3])
    living = None if heard == "in the home" else torn
    with pytest.raises(BackupRefused, match=f"1 lines of {torn} cannot be read, the first is line"):
        restore(there, before.path, living)
    assert not (there.home / "hailong.db").exists()
    restore(there, after.path, living)
    assert set(wire(there).erasures.read()) == set(sqlite_home.erasures.read())


def test_a_list_of_nothing_is_refused(sqlite_home: Home, tmp_path: Path) -> None:
    """It is a wrong file, most likely, and whoever relied on it would bring people back."""
    made = make(sqlite_home, tmp_path / "one.backup")
    with pytest.raises(BackupRefused, match="lists no erasure"):
        restore(Settings(home=tmp_path / "there", keys=KEYS), made.path, made.path)


@pytest.mark.parametrize("name", ["hailong.db", "audit-head", "anything"])
def test_a_home_that_is_not_empty_is_refused(sqlite_home: Home, tmp_path: Path, name: str) -> None:
    made = make(sqlite_home, tmp_path / "one.backup")
    there = Settings(home=tmp_path / "there", keys=KEYS)
    there.home.mkdir()
    (there.home / name).write_text("as it was")
    with pytest.raises(NotEmpty, match=name):
        restore(there, made.path)
    assert [one.name for one in there.home.iterdir()] == [name]
    assert (there.home / name).read_text() == "as it was"


def test_a_database_that_is_not_empty_is_refused(
    sqlite_home: Home, empty_postgres: str, tmp_path: Path
) -> None:
    made = make(sqlite_home, tmp_path / "one.backup")
    engine = open_engine(empty_postgres)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE somebodys (n int)"))
    with pytest.raises(NotEmpty, match="make an empty one"):
        restore(Settings(home=tmp_path / "x", database_url=empty_postgres, keys=KEYS), made.path)
    engine.dispose()


def test_a_record_that_was_changed_is_not_put_back(
    sqlite_home: Home, elsewhere: Settings, tmp_path: Path
) -> None:
    """`verify` says so in words; nothing is left of the try, and it can be repeated."""
    act(sqlite_home.store, "a", "b", "c")
    with behind_its_back(sqlite_home.store) as connection:
        connection.execute(text("UPDATE audit SET after = 'không' WHERE seq = 2"))
    made = make(sqlite_home, tmp_path / "one.backup")
    found = verify(sqlite_home.settings, made.path)
    assert not found.ok
    assert any("row 2 is not what was written" in one.what for one in found.findings)
    for _ in range(2):
        with pytest.raises(BackupRefused, match="row 2 is not what was written"):
            restore(elsewhere, made.path)
    assert {one.name for one in elsewhere.home.iterdir()} <= {"erasures"}


def test_tallies_that_differ_are_found(home: Home, tmp_path: Path) -> None:
    tokens = open_office(home.store)
    assert tokens
    with home.store.work() as work:
        work.connection.execute(
            text(
                "INSERT INTO tally_unit_month (month, unit_id, source, n1, n2, n3, n4, n5,"
                " set_aside) VALUES (739000, 1, 'live', 0, 0, 0, 0, 7, 0)"
            )
        )
    made = make(home, tmp_path / "one.backup")
    found = verify(home.settings, made.path)
    assert not found.ok
    assert any("tallies differ" in one.what for one in found.findings)


def test_the_record_goes_on_after_a_restore(
    sqlite_home: Home, elsewhere: Settings, tmp_path: Path
) -> None:
    """Putting back is an act of the record; its head is kept in the new home."""
    act(sqlite_home.store, "a", "b")
    made = make(sqlite_home, tmp_path / "one.backup")
    done = restore(elsewhere, made.path)
    back = wire(elsewhere)
    act(back.store, "c")
    verdict = verified(back.store, [*back.heads.read(), done.head, made.manifest.head])
    assert verdict.ok
    assert verdict.rows == 4
    assert stat.S_IMODE(back.heads.path.stat().st_mode) == 0o600
    back.store.close()


def test_without_keys_nothing_is_opened_and_the_reason_is_told(
    sqlite_home: Home, tmp_path: Path
) -> None:
    made = make(sqlite_home, tmp_path / "one.backup")
    there = Settings(home=tmp_path / "there")
    with pytest.raises(WrongKey, match=r"keys\.toml is not there: put your copy"):
        restore(there, made.path)
    wrong = Settings(home=tmp_path / "there", keys="k1:another office's thirty-two b")
    with pytest.raises(WrongKey, match="but not the one that locked it"):
        restore(wrong, made.path)
    with pytest.raises(WrongKey):
        verify(wrong, made.path)


def test_lost_keys_cost_what_was_sealed_and_no_more(tmp_path: Path, sqlite_home: Home) -> None:
    """By the passphrase: figures and posters come back, under a new key; that is said."""
    left = leave(sqlite_home.store)
    figures = traces.counts(sqlite_home.store)
    passphrase = "năm từ rút ngẫu nhiên"
    home = wire(sqlite_home.settings.model_copy(update={"backup_passphrase": passphrase}))
    made = make(home, tmp_path / "one.backup")
    home.store.close()
    # As another machine types it: each accent a character of its own.
    typed = unicodedata.normalize("NFD", passphrase)
    there = Settings(home=tmp_path / "there", backup_passphrase=typed)
    with pytest.raises(WrongKey, match="--lost-keys"):
        restore(there, made.path)
    done = restore(there, made.path, lost_keys=True)
    assert any("stay unreadable" in one.do for one in done.findings)
    back = wire(there)
    assert back.store.vault.kid == "k2"
    assert traces.counts(back.store) == figures
    assert left.case
    assert stat.S_IMODE((there.home / "keys.toml").stat().st_mode) == 0o600
    # What was given up once makes no later backup a bad one.
    later = make(back, tmp_path / "two.backup")
    back.store.close()
    again = Settings(home=tmp_path / "again")
    again.home.mkdir()
    shutil.copy(there.home / "keys.toml", again.home)
    found = restore(again, later.path).findings
    assert any("stay unreadable" in one.do for one in found)


def test_a_newer_release_is_named(sqlite_home: Home, elsewhere: Settings, tmp_path: Path) -> None:
    with sqlite_home.store.work() as work:
        work.connection.execute(
            text(
                "UPDATE alembic_version SET version_num = 'feedback_9999' WHERE version_num LIKE 'f%'"
            )
        )
    made = make(sqlite_home, tmp_path / "one.backup")
    with pytest.raises(BackupRefused, match=r"feedback_9999.*install that first"):
        restore(elsewhere, made.path)


def test_a_name_in_a_backup_is_no_path(
    sqlite_home: Home, elsewhere: Settings, tmp_path: Path
) -> None:
    """Sealed with the office's own keys, a table that would climb out of the home is refused."""
    made, forged = make(sqlite_home, tmp_path / "one.backup"), tmp_path / "forged.backup"
    openers = at_hand(sqlite_home.settings)
    with made.path.open("rb") as file, forged.open("wb") as out:
        manifest = Unrolled.open(OpenedBox.open(file, openers)).manifest
        scroll = Scroll(Box(out, openers), manifest)
        scroll.table(Sheet("../../keys.toml", (("kid", Kind.TEXT),)), iter([b'["x"]']))
        scroll.close()
    with pytest.raises(Damaged, match="which its release had not"):
        restore(elsewhere, forged)
    assert {one.name for one in elsewhere.home.iterdir()} <= {"erasures"}


def test_damage_found_halfway_leaves_nothing_behind(
    sqlite_home: Home, elsewhere: Settings, tmp_path: Path
) -> None:
    """The first blocks were good and their tables filled, before the last one was refused."""
    with sqlite_home.store.work() as work:
        keys = [{"key": secrets.token_hex(60), "at": work.now} for _ in range(3000)]
        work.connection.execute(insert(inbox_key), keys)
    made = make(sqlite_home, tmp_path / "one.backup")
    with made.path.open("r+b") as file:
        file.seek(-1, 2)
        file.write(b"xx")
    with pytest.raises(Damaged, match="ends at byte"):
        restore(elsewhere, made.path)
    with made.path.open("r+b") as file:
        file.truncate(made.size)
    with pytest.raises(Damaged, match="block 4 of 4, bytes"):
        restore(elsewhere, made.path)
    assert {one.name for one in elsewhere.home.iterdir()} <= {"erasures"}


def test_what_is_there_is_not_overwritten(sqlite_home: Home, tmp_path: Path) -> None:
    path = tmp_path / "one.backup"
    make(sqlite_home, path)
    before = path.read_bytes()
    with pytest.raises(NotEmpty, match="--replace"):
        make(sqlite_home, path)
    assert path.read_bytes() == before
    make(sqlite_home, path, replace=True)
    assert path.read_bytes() != before
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.glob(".*")] == []


def test_a_folder_that_is_not_there_is_named(sqlite_home: Home, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="cannot be written"):
        make(sqlite_home, tmp_path / "nowhere" / "one.backup")


KILLED = """
import os, signal, sys
from pathlib import Path
from hailong.backup.restoring import restore
from hailong.settings import read_settings
from sqlalchemy import event
from sqlalchemy.engine import Engine

def die(connection):
    os.kill(os.getpid(), signal.SIGKILL)

event.listen(Engine, "commit", die)
restore(read_settings(), Path(sys.argv[1]))
"""
"""Everything was filled, proven and erased again; the power fails before the commit."""


def test_a_restore_that_was_killed_is_begun_again(
    sqlite_home: Home, elsewhere: Settings, tmp_path: Path
) -> None:
    """Nothing can be served in between: no file has its name, no table is in the database."""
    act(sqlite_home.store, "a")
    made = make(sqlite_home, tmp_path / "one.backup")
    own = {"HAILONG_HOME": str(elsewhere.home), "HAILONG_KEYS": KEYS}
    own["HAILONG_DATABASE_URL"] = elsewhere.database_url
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(made.path)], env=os.environ | own, check=False
    )
    assert done.returncode == -signal.SIGKILL
    assert not (elsewhere.home / "hailong.db").exists()
    assert restore(elsewhere, made.path).counts["audit"] == 1
    assert list(elsewhere.home.glob(".*.part")) == []
