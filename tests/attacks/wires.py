"""Plain sockets, for whoever does not keep to HTTP; and what can be asked of a server meanwhile."""

import contextlib
import socket
import sqlite3
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.pages.house import Page
from tests.serving import Server

TOKEN, CODE = "token-of-the-first-desk", "code-of-the-first-desk"


@dataclass(frozen=True)
class Answer:
    """What came back: the status, the headers by their names in small letters, the body."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def page(self) -> Page:
        return Page(self.body.decode("utf-8", "replace"))


def connect(server: Server, timeout: float = 30.0) -> socket.socket:
    """Open a connection and say nothing."""
    return socket.create_connection(("127.0.0.1", server.port), timeout=timeout)


def raw(server: Server, said: bytes, timeout: float = 30.0) -> bytes:
    """Say some bytes, and give all that is answered until the other side closes or is silent."""
    with connect(server, timeout) as wire:
        wire.sendall(said)
        return rest(wire)


def answer_on(wire: socket.socket) -> tuple[int, bytes]:
    """Read one answer of a connection that stays open: its status, and its head and body."""
    heard = b""
    while b"\r\n\r\n" not in heard:
        heard += wire.recv(65536)
    head, _, body = heard.partition(b"\r\n\r\n")
    length = next(
        int(line.partition(b":")[2])
        for line in head.lower().split(b"\r\n")
        if line.startswith(b"content-length:")
    )
    while len(body) < length:
        body += wire.recv(65536)
    return int(head.split()[1]), head + body


def rest(wire: socket.socket) -> bytes:
    """Read until the other side closes, or says nothing for as long as the wire waits."""
    heard = bytearray()
    with contextlib.suppress(TimeoutError, ConnectionError):
        while piece := wire.recv(65536):
            heard += piece
    return bytes(heard)


def ask(
    server: Server,
    path: str,
    body: bytes | None = None,
    method: str | None = None,
    **headers: str,
) -> Answer:
    """Ask as a browser does; whatever the status is, it is an answer."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(server.url + path, body, named, method=method)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return Answer(answer.status, _small(answer.headers), answer.read())
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, _small(error.headers), error.read())


def _small(headers: object) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def desk(server: Server) -> str:
    """Give the token of the first desk, as it was noted when the office was founded."""
    return (server.home / TOKEN).read_text("utf-8")


def code(server: Server) -> str:
    """Give the code of the first desk, as it is typed."""
    return (server.home / CODE).read_text("utf-8")


def rate(server: Server, token: str, level: int = 5) -> Answer:
    """Scan and tap, as one more visitor."""
    opened = ask(server, f"/q/{token}")
    if opened.status != 200:
        return opened
    visit = opened.page.fields["visit"]
    return ask(server, f"/q/{token}", f"visit={visit}&level={level}".encode())


def ratings(server: Server) -> int:
    """Count what was stored."""
    with contextlib.closing(sqlite3.connect(server.home / "hailong.db")) as database:
        return int(database.execute("SELECT count(*) FROM rating").fetchone()[0])


def metric(server: Server, name: str) -> float:
    """Give one line of the metrics, 0 where it is not there."""
    for line in ask(server, "/metrics").body.decode().splitlines():
        if line.startswith(f"{name} "):
            return float(line.rsplit(" ", 1)[1])
    return 0.0


def resident(server: Server) -> int:
    """Bytes of memory that the server holds."""
    assert server.process is not None
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) << 10


@contextlib.contextmanager
def held_open(server: Server, many: int) -> Iterator[list[socket.socket]]:
    """Open so many connections that say nothing."""
    wires: list[socket.socket] = []
    try:
        for _ in range(many):
            wires.append(connect(server))
        yield wires
    finally:
        for wire in wires:
            wire.close()


def until(told: object, seconds: float = 30.0) -> None:
    """Wait for something to become true; fail when it does not in time."""
    deadline = time.monotonic() + seconds
    while not told():
        assert time.monotonic() < deadline
        time.sleep(0.02)
