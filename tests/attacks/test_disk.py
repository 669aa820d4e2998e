"""A full disk: what cannot be stored is said not to be, and all goes on once there is room."""

import contextlib
import os
import resource
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.attacks import posting, wires
from tests.attacks.conftest import Opening
from tests.serving import Server

SIZE = 12 << 20


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of twelve megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=700", "tmpfs", str(place)],
        capture_output=True,
        check=False,
    )
    if made.returncode != 0:
        pytest.skip("LEFT OUT: a small disk needs the right to mount one")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=False)


def fill(place: Path) -> Path:
    """Leave not one byte free."""
    filler = place / "filler"
    with filler.open("wb") as file, contextlib.suppress(OSError):
        while True:
            os.write(file.fileno(), b"\0" * 4096)
    return filler


def stores_nothing(server: Server, token: str) -> None:
    """Everybody hears that nothing was stored, and nothing was."""
    visit = wires.ask(server, f"/q/{token}").page.fields["visit"]
    for _ in range(40):  # what is free within the files is soon used up
        opened = wires.rate(server, token)
        if opened.status == 503:
            break
    sorry = wires.ask(server, f"/q/{token}", f"visit={visit}&level=1".encode())
    assert sorry.status == 503
    assert sorry.page.fields["level"] == "1"
    assert posting.posted(server, posting.update(9, f"/start {token}")).status == 503
    assert wires.ask(server, "/readyz").status == 503
    assert wires.ask(server, "/healthz").status == 200
    assert server.process is not None
    assert server.process.poll() is None


def goes_on(server: Server, token: str) -> None:
    """Without being started again it stores, and what it holds is whole."""
    before = wires.ratings(server)
    assert wires.rate(server, token).status == 200
    assert posting.rated(server, token, 9) == [200, 200]
    assert wires.ratings(server) == before + 2
    server.command("audit", "verify")


def test_a_full_disk_stores_nothing_by_halves(opening: Opening, small_disk: Path) -> None:
    """Taps are kept on the page, hooks ask to be sent again, doctor says why; room mends it."""
    server = opening(small_disk / "home", telegram_api_base=posting.NOWHERE, **posting.BOT)
    server.start()
    token = wires.desk(server)
    assert wires.rate(server, token).status == 200
    filler = fill(small_disk)
    stores_nothing(server, token)
    assert "only 0 MiB are free" in server.command("doctor", code=1)
    filler.unlink()
    goes_on(server, token)


def test_a_file_that_may_not_grow_is_a_full_disk(opening: Opening) -> None:
    """The same with a limit on the size of files, as a quota sets."""
    server = opening(telegram_api_base=posting.NOWHERE, **posting.BOT)
    server.start()
    token = wires.desk(server)
    assert wires.rate(server, token).status == 200
    assert server.process is not None
    soft, hard = resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (4096, hard))
    stores_nothing(server, token)
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (soft, hard))
    goes_on(server, token)
