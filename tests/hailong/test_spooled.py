"""What an operator is told of the spool, and that no server starts without one."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.runtime.segments import Segments
from bot.runtime.spool import Spool, overview
from bot.wire.entry import Entry
from feedback.store.vault import Vault
from hailong.finding import Finding
from hailong.settings import Settings
from hailong.spooled import files_of, spool_of
from tests.serving import Server


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path)


@pytest.fixture
def spool(settings: Settings, vault: Vault) -> Spool:
    files = files_of(settings)
    files.prepare()
    return Spool(files, vault)


def told(settings: Settings) -> list[tuple[str, str]]:
    return [(finding.state, finding.what) for finding in spool_of(settings)]


def test_a_home_that_never_served_has_nothing_waiting(settings: Settings) -> None:
    assert told(settings) == [(Finding.OK, "nothing waits in the spool")]
    assert not files_of(settings).folder.exists()


def test_what_waits_is_counted_with_its_time(settings: Settings, spool: Spool) -> None:
    spool.append([spool.sealed(Entry("update", "p", f"k{n}", "")) for n in range(3)])
    ((state, what),) = told(settings)
    assert state == Finding.NOTE
    assert what.startswith("3 updates wait in the spool since 20")


def test_what_was_put_aside_is_wrong(settings: Settings, spool: Spool) -> None:
    spool.append([b"no record at all"])
    part = spool.oldest()
    spool.finish(part, spool.read(part)[1])
    assert [state for state, _ in told(settings)] == [Finding.OK, Finding.WRONG]


def test_no_server_starts_where_nothing_can_be_spooled(tmp_path: Path) -> None:
    """It says which folder, and why; a key that something waits for is not retired."""
    server = Server(tmp_path / "home")
    server.found()
    folder = server.home / "spool"
    folder.write_text("")
    done = subprocess.run(
        [sys.executable, "-m", "hailong.cli", "serve", "--port", str(server.port)],
        env=server.environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert f"{folder} cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_key_that_the_spool_needs_stays(tmp_path: Path) -> None:
    server = Server(tmp_path / "home")
    server.command("init", "--yes")
    server.command("keys", "add", "spare")
    _leave_one(server)
    server.command("keys", "add", "newest")
    server.command("keys", "retire", "spare", code=1)
    server.start()
    deadline = time.monotonic() + 20
    while overview(Segments(server.home / "spool")).n and time.monotonic() < deadline:
        time.sleep(0.05)
    server.stop()
    server.command("keys", "retire", "spare")
    assert "spare" not in {
        row["kid"] for row in json.loads(server.command("keys", "list", "--json"))["rows"]
    }


def _leave_one(server: Server) -> None:
    """Let an entry of no known door wait: the server will put it aside."""
    code = (
        "from bot.wire.entry import Entry\n"
        "from hailong.home import open_home\n"
        "from hailong.serving.spool import open_spool\n"
        "with open_home() as home:\n"
        "    spool = open_spool(home)\n"
        "    spool.append([spool.sealed(Entry('gone', 'p', 'k', ''))])\n"
    )
    subprocess.run([sys.executable, "-c", code], env=server.environment(), check=True, timeout=60)
