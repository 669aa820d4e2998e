"""What the machine itself gets wrong is told: its clock, its certificate, letters and desks."""

import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from feedback.store import audit
from feedback.store.work import Store
from hailong import machine_checkup
from hailong.finding import Finding
from tests.conftest import Hands
from tests.indices.conftest import World, bare


@contextmanager
def served(folder: Path, days: int, name: str = "localhost") -> Iterator[str]:
    """Serve TLS with a certificate of so many days for a name; give the address."""
    key, certificate = folder / "key.pem", folder / "cert.pem"
    ends = "0" if days == 0 else str(days)
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", ends]
    command += ["-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}"]
    command += ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    listening = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        try:
            plain, _ = listening.accept()
            with plain, context.wrap_socket(plain, server_side=True) as sealed:
                sealed.recv(1)
        except OSError:
            return

    threading.Thread(target=answer, daemon=True).start()
    try:
        yield f"https://localhost:{listening.getsockname()[1]}"
    finally:
        listening.close()


def certificate(address: str) -> Finding:
    (found,) = machine_checkup._certificate(address)
    return found


@pytest.fixture
def trusting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose certificate the machine trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
    return tmp_path


def test_a_certificate_that_holds_is_fine(trusting: Path) -> None:
    with served(trusting, 60) as address:
        assert certificate(address).state == Finding.OK


def test_one_that_ends_within_two_weeks_is_told(trusting: Path) -> None:
    with served(trusting, 5) as address:
        found = certificate(address)
    assert found.state == Finding.WRONG
    assert "ends on" in found.what


def test_one_for_another_name_is_told_as_browsers_tell_it(trusting: Path) -> None:
    with served(trusting, 60, "elsewhere.example") as address:
        found = certificate(address)
    assert found.state == Finding.WRONG
    assert "refuse" in found.what


def test_one_that_nobody_vouches_for_is_told(tmp_path: Path) -> None:
    with served(tmp_path, 60) as address:
        assert certificate(address).state == Finding.WRONG


def test_an_address_that_is_not_reached_is_no_more_than_a_note() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert certificate(f"https://localhost:{port}").state == Finding.NOTE


def test_plain_http_has_no_certificate_to_look_at() -> None:
    assert not list(machine_checkup._certificate("http://localhost"))


def test_a_clock_behind_what_was_noted_is_told(sqlite_store: Store, clock: Hands) -> None:
    with sqlite_store.work() as work:
        audit.note(work, "cli:test", "desk.move", "desk 1")
    with sqlite_store.look() as work:
        assert not list(machine_checkup._clock(work))
    clock.move(days=-1)
    with sqlite_store.look() as work:
        (found,) = machine_checkup._clock(work)
    assert found.state == Finding.WRONG
    assert "clock" in found.what


def test_a_desk_that_fell_silent_is_named_and_one_never_used_is_not(store: Store) -> None:
    world: World = bare(store)
    world.unit("A")
    for desk in ("lively", "silent", "unused"):
        world.desk(desk, "A")
    world.rate("lively", "A", date(2026, 8, 11), [5])
    world.rate("silent", "A", date(2026, 6, 1), [5])
    with store.look() as work:
        (found,) = machine_checkup._silent(work)
    assert "silent" in found.what
    assert "UBND A/silent" in found.what
    assert "unused" not in found.what
    assert "lively" not in found.what
