"""A full disk: what cannot be stored is said not to be, and all goes on once there is room."""

import contextlib
import os
import resource
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Refused:
    """How many were told that theirs is kept, and the form of the first who was told sorry."""

    kept: int
    tap: bytes


def fills(server: Server, token: str) -> Refused:
    """Rate until somebody hears that nothing was stored; hooks hear it then, and the server is up.

    What is free within the files of the database is soon used up, and then the spool's.
    """
    refused = next(one for one in taps(server, token) if one is not None)
    assert posting.posted(server, posting.update(9, f"/start {token}")).status == 503
    # The small write that this tries may still fit where a rating did not, but not many times.
    wires.until(lambda: wires.ask(server, "/readyz").status == 503)
    assert wires.ask(server, "/healthz").status == 200
    assert server.process is not None
    assert server.process.poll() is None
    return refused


def taps(server: Server, token: str) -> Iterator[Refused | None]:
    """Tap once for each new visitor, who is kept or told sorry."""
    for kept in range(60):
        visit = wires.ask(server, f"/q/{token}").page.fields["visit"]
        tap = f"visit={visit}&level=1".encode()
        answer = wires.ask(server, f"/q/{token}", tap)
        if answer.status == 200:
            yield None
            continue
        assert answer.status == 503
        assert answer.page.fields["level"] == "1"
        yield Refused(kept, tap)


def goes_on(server: Server, token: str, refused: Refused) -> None:
    """Without being started again it stores, and holds what it said to hold, each once."""
    assert wires.ask(server, f"/q/{token}", refused.tap).status == 200
    assert posting.rated(server, token, 9) == [200, 200]
    # The first, those that were kept, the one refused and sent again, and the messenger's.
    there = 1 + refused.kept + 2
    wires.until(lambda: wires.ratings(server) >= there)
    wires.until(lambda: wires.metric(server, 'hailong_spool{state="waiting"}') == 0)
    assert wires.metric(server, 'hailong_spool{state="aside"}') == 0
    assert wires.ratings(server) == there
    server.command("audit", "verify")


def test_a_full_disk_stores_nothing_by_halves(opening: Opening, small_disk: Path) -> None:
    """Taps are kept on the page, hooks ask to be sent again, doctor says why; room mends it."""
    server = opening(small_disk / "home", telegram_api_base=posting.NOWHERE, **posting.BOT)
    server.start()
    token = wires.desk(server)
    assert wires.rate(server, token).status == 200
    filler = fill(small_disk)
    refused = fills(server, token)
    assert "only 0 MiB are free" in server.command("doctor", code=1)
    filler.unlink()
    goes_on(server, token, refused)


def test_a_file_that_may_not_grow_is_a_full_disk(opening: Opening) -> None:
    """The same with a limit on the size of files, as a quota sets."""
    server = opening(telegram_api_base=posting.NOWHERE, **posting.BOT)
    server.start()
    token = wires.desk(server)
    assert wires.rate(server, token).status == 200
    assert server.process is not None
    soft, hard = resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE)
    # Less than its database holds already, so that it may not grow.
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (4096, hard))
    refused = fills(server, token)
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (soft, hard))
    goes_on(server, token, refused)
