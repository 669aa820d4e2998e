"""A stranger's side of the wire: says any bytes to a server, and reads whatever comes back."""

import re
import socket
from contextlib import suppress
from dataclasses import dataclass
from ssl import SSLContext

HOST = "office.example"
PATIENCE = 8.0
"""Seconds for an answer; who announces more than they send hears nothing for longer."""
_NEVER_WHOLE = {"content-length", "transfer-encoding", "expect"}
_BRIEF = 0.5
_INTERIM = re.compile(rb"HTTP/1\.1 1\d\d ")
_MOST = 4 << 20


@dataclass(frozen=True, slots=True)
class Asked:
    """What is said: a request as bytes may be anything, so each part is as it goes out."""

    method: str = "GET"
    target: str = "/"
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    bare: bool = False
    """Whether nothing is added: no length of the body, no host."""

    @property
    def path(self) -> str:
        return re.split("[?#]", self.target, maxsplit=1)[0]

    @property
    def host(self) -> str:
        return next((value for name, value in self.headers if name == "Host"), HOST)

    @property
    def patience(self) -> float:
        """Seconds that an answer is waited for."""
        whole = _NEVER_WHOLE.isdisjoint(name.strip().lower() for name, _ in self.headers)
        return PATIENCE if whole else _BRIEF

    def bytes(self) -> bytes:
        lines = [f"{self.method} {self.target} HTTP/1.1"]
        names = {name.lower() for name, _ in self.headers}
        if not self.bare and "host" not in names:
            lines.append(f"Host: {HOST}")
        if not self.bare and self.body and "content-length" not in names:
            lines.append(f"Content-Length: {len(self.body)}")
        lines += [f"{name}: {value}" for name, value in self.headers]
        lines += ["Connection: close", "", ""]
        return "\r\n".join(lines).encode("utf-8", "surrogateescape") + self.body


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; ``status`` is 0 where the server only hung up."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key.lower() == name.lower()]

    def one(self, name: str) -> str:
        """Give the value of a header, empty where it is not there, joined where it is twice."""
        return ", ".join(self.all(name))

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")


def ask(port: int, asked: Asked, sealed: SSLContext | None = None) -> Answer:
    """Say it on a connection of its own, over TLS where that is asked for, and read to the end."""
    with _line(port, asked, sealed) as line:
        # Where it is refused before it was said to the end, the answer may be there already.
        with suppress(BrokenPipeError, ConnectionResetError):
            line.sendall(asked.bytes())
        return _read(_heard(line))


def _line(port: int, asked: Asked, sealed: SSLContext | None) -> socket.socket:
    line = socket.create_connection(("127.0.0.1", port), timeout=asked.patience)
    return sealed.wrap_socket(line, server_hostname=asked.host) if sealed else line


def _heard(line: socket.socket) -> bytes:
    heard = bytearray()
    while len(heard) < _MOST:
        try:
            piece = line.recv(65536)
        except (ConnectionResetError, TimeoutError):
            break
        if not piece:
            break
        heard += piece
    return bytes(heard)


def _read(heard: bytes) -> Answer:
    head, _, body = heard.partition(b"\r\n\r\n")
    if _INTERIM.match(head):
        head, _, body = body.partition(b"\r\n\r\n")
    if not head:
        return Answer(0, (), b"")
    first, *lines = head.decode("utf-8", "replace").split("\r\n")
    pairs = (line.partition(":") for line in lines)
    headers = tuple((name.strip(), value.strip()) for name, _, value in pairs)
    return Answer(int(first.split(" ")[1]), headers, body)
