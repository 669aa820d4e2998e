"""Who holds connections and says nothing, or very little, keeps nobody else from being served."""

import contextlib
import os
import resource
import socket
import time
from collections.abc import Iterator

import pytest

from tests.attacks import wires
from tests.attacks.conftest import Opening
from tests.serving import Server

IDLE = 10_000 if os.environ.get("HAILONG_DEEP") else 2_000
SOON = 3.0
POST = b"POST /q/%s HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"


@pytest.fixture
def many_files() -> Iterator[None]:
    """Let this process open as many sockets as it takes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < IDLE + 500:
        pytest.skip(f"LEFT OUT: {IDLE} connections need as many open files, and {hard} are allowed")
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_idle_connections_by_the_thousand_keep_nobody_out(
    opening: Opening, many_files: None
) -> None:
    """They are held, cost little, and a citizen's page and tap take no longer."""
    server = opening(limit_connections=str(IDLE + 100), limit_idle_seconds="600")
    server.start()
    token = wires.desk(server)
    assert wires.rate(server, token).status == 200
    before = wires.resident(server)
    with wires.held_open(server, IDLE):
        wires.until(lambda: wires.metric(server, "hailong_connections") >= IDLE)
        pages = sorted(timed(server, token, tap=False) for _ in range(20))
        taps = sorted(timed(server, token, tap=True) for _ in range(5))
        grown = wires.resident(server) - before
    print(
        f"{IDLE} idle: a page {pages[10] * 1000:.0f} ms, at most {pages[-1] * 1000:.0f}, "
        f"a tap at most {taps[-1] * 1000:.0f} ms, {grown >> 20} MiB more"
    )
    assert max(*pages, *taps) < SOON
    assert grown < 200 << 20
    wires.until(lambda: wires.metric(server, "hailong_connections") < 100)


def timed(server: Server, token: str, *, tap: bool) -> float:
    """Give the seconds that a page takes, or a page and a tap on it."""
    began = time.monotonic()
    answer = wires.rate(server, token) if tap else wires.ask(server, f"/q/{token}")
    assert answer.status == 200
    return time.monotonic() - began


def test_beyond_the_most_the_longest_silent_is_hung_up_on(
    opening: Opening, many_files: None
) -> None:
    """Ever more connections come; the newest is always served."""
    server = opening(limit_connections=str(IDLE // 4))
    server.start()
    token = wires.desk(server)
    began = time.monotonic()
    with wires.held_open(server, IDLE) as held:
        spent = time.monotonic() - began
        began = time.monotonic()
        assert wires.rate(server, token).status == 200
        took = time.monotonic() - began
        assert wires.rest(held[0]) == b""  # closed, without a word
        assert wires.metric(server, "hailong_connections") <= IDLE // 4
        assert wires.metric(server, 'hailong_hung_up_total{kind="crowd"}') >= IDLE * 3 // 4 - 100
    print(
        f"{IDLE} came in {spent:.1f} s where {IDLE // 4} are kept; a tap took {took * 1000:.0f} ms"
    )
    assert took < SOON


def test_a_request_said_one_byte_at_a_time_is_hung_up_on(opening: Opening) -> None:
    """The time counts from its first byte, however lively the rest drips; others are served."""
    server = opening(limit_header_seconds="2")
    server.start()
    token = wires.desk(server)
    with wires.connect(server) as slow, wires.connect(server) as again:
        again.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        assert again.recv(4096).startswith(b"HTTP/1.1 200")
        began = time.monotonic()
        for wire in (slow, again):
            assert dripped(wire, b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ") < 8
        assert time.monotonic() - began < 16
        assert wires.rate(server, token).status == 200
    assert wires.metric(server, 'hailong_hung_up_total{kind="slow"}') == 2


def dripped(wire: socket.socket, said: bytes) -> float:
    """Say something ever so slowly; give the seconds until the other side has had enough."""
    began = time.monotonic()
    wire.settimeout(0.1)
    for byte in said + b"x" * 1000:
        try:
            wire.sendall(bytes([byte]))
            if wire.recv(4096) == b"":
                break
        except TimeoutError:
            continue
        except ConnectionError:
            break
    return time.monotonic() - began


@pytest.mark.parametrize(
    "announced",
    [b"Content-Length: 500000\r\n\r\nvisit=", b"Transfer-Encoding: chunked\r\n\r\n5\r\nvisit"],
)
def test_a_body_that_stalls_is_refused_and_stores_nothing(
    opening: Opening, announced: bytes
) -> None:
    """A page says that it could not be read, and the connection ends."""
    server = opening(limit_body_seconds="1")
    server.start()
    token = wires.desk(server)
    with wires.connect(server) as stalled:
        stalled.sendall(POST % token.encode() + announced)
        assert wires.rate(server, token).status == 200
        began = time.monotonic()
        heard = stalled.recv(65536)
        assert heard.startswith(b"HTTP/1.1 400")
        assert time.monotonic() - began < 10
    assert wires.ratings(server) == 1


def test_who_never_reads_the_answers_is_served_no_further(product: Server) -> None:
    """Pipelined questions without end, and never a byte taken in: memory does not grow."""
    before = wires.resident(product)
    with wires.connect(product, timeout=2) as deaf:
        with contextlib.suppress(TimeoutError):
            for _ in range(3_000):
                deaf.sendall(b"GET /privacy HTTP/1.1\r\nHost: x\r\n\r\n" * 10)
        assert wires.ask(product, "/healthz").status == 200
        assert wires.resident(product) - before < 64 << 20


def test_a_hall_that_is_let_in_at_once_is_served_whole(product: Server) -> None:
    """Six hundred connections in a moment: nobody is turned away at the door."""
    hall = [wires.connect(product) for _ in range(600)]
    try:
        for wire in hall:
            wire.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        assert all(wires.rest(wire).startswith(b"HTTP/1.1 200") for wire in hall)
    finally:
        for wire in hall:
            wire.close()
