"""A database that is locked, damaged or no database: told in words, nothing stored by halves."""

import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.runtime.segments import Segments
from bot.runtime.spool import overview
from tests.attacks import posting, wires
from tests.attacks.conftest import Opening
from tests.serving import Server

PATIENCE = 8.0
"""Seconds within which a page answers, on a machine that is busy."""
WAITING, ASIDE = 'hailong_spool{state="waiting"}', 'hailong_spool{state="aside"}'


def serving_bot(opening: Opening) -> tuple[Server, str]:
    """A server with Telegram's door open, and the token of its first desk."""
    server = opening(telegram_api_base=posting.NOWHERE, **posting.BOT)
    server.start()
    return server, wires.desk(server)


@contextmanager
def locked(home: Path) -> Iterator[None]:
    """Hold the write lock as a careless program does."""
    other = sqlite3.connect(home / "hailong.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def spoil(home: Path, table: str | None) -> None:
    """Write over the first page of a table, or over the head of the file."""
    path = home / "hailong.db"
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        size = database.execute("PRAGMA page_size").fetchone()[0]
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        page = database.execute(query, [table]).fetchone()[0] if table else 1
    database.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xde\xad\xbe\xef" * (size // 4))


def test_while_the_file_is_locked_ratings_wait_aside_and_nothing_is_half_stored(
    opening: Opening,
) -> None:
    """A tap is kept and answered soon, a hook asks to be sent again; each is stored once."""
    server, token = serving_bot(opening)
    visit = wires.ask(server, f"/q/{token}").page.fields["visit"]
    tap = f"visit={visit}&level=2".encode()
    update = posting.update(7, f"/start {token}")
    with locked(server.home):
        assert wires.ask(server, f"/q/{token}").status == 200  # who only reads waits for nobody
        began = time.monotonic()
        assert wires.ask(server, f"/q/{token}", tap).status == 200
        assert time.monotonic() - began < PATIENCE
        assert posting.posted(server, update).status == 503
        assert wires.ask(server, "/readyz").status == 503
        assert wires.ask(server, "/healthz").status == 200
        assert overview(Segments(server.home / "spool")).n == 1
        assert wires.ratings(server) == 0
    wires.until(lambda: wires.ratings(server) == 1)
    for _ in range(2):  # the page is sent again, and the hook
        assert wires.ask(server, f"/q/{token}", tap).status == 200
        assert posting.posted(server, update).status == 200
    assert posting.posted(server, posting.update(7, "4")).status == 200
    wires.until(lambda: wires.metric(server, WAITING) == 0)
    assert wires.ratings(server) == 2


def test_a_damaged_page_is_told_and_the_backup_brings_everything_back(
    opening: Opening, tmp_path: Path
) -> None:
    """The server stays up and stores nothing on sand; doctor names the place; no backup is made
    of a ruin; the last one restores what it held, and what waited comes after it."""
    server, token = serving_bot(opening)
    assert wires.rate(server, token).status == 200
    server.stop()
    kept = tmp_path / "kept.hlb"
    server.command("backup", str(kept))
    spoil(server.home, "rating")
    server.start(whole=False)
    assert [wires.rate(server, token, level).status for level in (1, 2)] == [200, 200]
    assert posting.rated(server, token, 8) == [200, 503]  # Telegram keeps it and sends it again
    ready = wires.ask(server, "/readyz")
    assert (ready.status, b'"undamaged": false' in ready.body) == (503, True)
    assert wires.metric(server, "hailong_damaged") == 1
    wires.until(lambda: "spool waits: the database is damaged" in server.log())
    assert (wires.metric(server, WAITING), wires.metric(server, ASIDE)) == (2, 0)
    assert wires.ask(server, "/healthz").status == 200
    server.stop()
    told = server.run("doctor")
    assert (told.returncode, "database is damaged: Page" in told.stdout) == (1, True)
    assert "2 updates wait in the spool" in told.stdout
    assert "Traceback" not in told.stderr
    refused = server.run("backup", str(tmp_path / "ruin.hlb"))
    assert (refused.returncode, (tmp_path / "ruin.hlb").exists()) == (1, False)
    back = restored(server, kept, tmp_path / "back")
    assert wires.ratings(back) == 1
    shutil.copytree(server.home / "spool", back.home / "spool")
    back.start()
    wires.until(lambda: wires.ratings(back) == 3)
    wires.until(lambda: wires.metric(back, WAITING) == 0)
    assert wires.metric(back, ASIDE) == 0
    back.stop()
    assert levels(back) == [1, 2, 5]
    back.command("audit", "verify")


def restored(server: Server, kept: Path, home: Path) -> Server:
    """Put a backup back into a new home, which has nothing but the keys."""
    back = Server(home)
    back.home.mkdir(mode=0o700)
    (back.home / "keys.toml").write_bytes((server.home / "keys.toml").read_bytes())
    (back.home / "keys.toml").chmod(0o600)
    back.command("restore", str(kept))
    return back


def levels(server: Server) -> list[int]:
    """Every level that is stored, the lowest first."""
    with sqlite3.connect(server.home / "hailong.db") as database:
        return [one for (one,) in database.execute("SELECT level FROM rating ORDER BY level")]


def test_a_file_that_is_no_database_is_named_and_nothing_starts(opening: Opening) -> None:
    """Every command says so in one sentence, with what to do, and touches nothing."""
    server = opening()
    spoil(server.home, None)
    before = (server.home / "hailong.db").read_bytes()
    for words in (
        ("serve", "--port", str(server.port)),
        ("doctor",),
        ("index",),
        ("desks", "list"),
    ):
        told = server.run(*words)
        assert told.returncode == 1, words
        assert "The database is damaged" in told.stdout + told.stderr or "damaged" in told.stdout
        assert "Traceback" not in told.stderr
    assert (server.home / "hailong.db").read_bytes() == before
