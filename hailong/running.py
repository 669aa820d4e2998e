"""`make run`: the whole product with the sample office, for someone who has just cloned it."""

import argparse
import os
import socket
import sys
from pathlib import Path

from feedback.domain.roles import Role
from feedback.services import passwords, people, places, samples
from feedback.services.passwords import PasswordHash
from feedback.services.places.lookup import unit_id
from feedback.store.work import Work
from hailong.founding import found, settled
from hailong.home import Home, open_home
from hailong.report import told
from hailong.sampling import OFFICE_CODE, load
from hailong.serving import logs
from hailong.serving.server import Listening, run
from qr.terminal import ascii_qr

_OFFICE = "Xã An Bình (mẫu)"
_USUAL = "var/sample"
"""The home that the Makefile takes unless told otherwise."""
_POSTS = (
    (Role.ADMIN, OFFICE_CODE),
    (Role.SUPERVISOR, OFFICE_CODE),
    (Role.INSPECTOR, samples.PROVINCE),
)
_STAFF = tuple(zip(samples.STAFF, _POSTS, strict=True))


def main() -> None:
    """Make the sample home if it is not there, then serve it and say where to look."""
    parser = argparse.ArgumentParser(prog="make run")
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--lan", action="store_true")
    arguments = parser.parse_args()
    host = "0.0.0.0" if arguments.lan else "127.0.0.1"  # noqa: S104  only when LAN=1 asks for it
    shown = own_address() if arguments.lan else host
    # Before the settings are read: codes and links must lead to this very machine.
    os.environ["HAILONG_PUBLIC_URL"] = f"http://{shown}:{arguments.port}"
    _refuse_taken_port(host, arguments.port)
    logs.set_up()
    with told():
        _serve(host, arguments.port)


def own_address() -> str:
    """Find the address under which other machines of the local network see this one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a documentation address: nothing is sent
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def _serve(host: str, port: int) -> None:
    found(office=None if settled() else _OFFICE)
    with open_home() as home:
        load(home)
        passwords = _passwords(home)
        run(home, Listening(host, port, told=lambda: _tell(home, passwords)))


def _refuse_taken_port(host: str, port: int) -> None:
    with socket.socket() as probe:
        # As the server will ask for it, so that a port that lingers after one just stopped is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        # A port above 65,535 overflows.
        except (OSError, OverflowError) as error:
            why = getattr(error, "strerror", None) or error
            sys.exit(f"Port {port} cannot be used ({why}); say `make run PORT=8090`.")


def _passwords(home: Home) -> dict[str, str]:
    """Give the sample's staff fresh passwords, since only their hashes are kept."""
    fresh = {name: people.new_password() for name, _ in _STAFF}
    # Slow on purpose, and so done before the transaction that others wait for.
    hashes = [passwords.hashed(one) for one in fresh.values()]
    with home.store.work() as work:
        for (name, (role, at)), kept in zip(_STAFF, hashes, strict=True):
            _renew(work, home, name, role, at, kept)
    return fresh


def _renew(work: Work, home: Home, name: str, role: Role, at: str, password: PasswordHash) -> None:
    unit = unit_id(work, at)
    if any(member.name == name for member in people.listed(work, home.operator)):
        people.set_password(work, home.operator, name, password, must_change=False)
    else:
        people.add(work, home.operator, name, role, unit, password, must_change=False)


def _tell(home: Home, passwords: dict[str, str]) -> None:
    with home.store.look() as work:
        desk = places.desks_of(work, unit_id(work, OFFICE_CODE))[0]
    url = f"{home.settings.public_url}/q/{desk.token}"
    base = home.settings.public_url
    there = _short(home, Path.cwd())
    elsewhere = "" if there == _USUAL else f" HAILONG_HOME={there}"
    lines = [
        ascii_qr(url, colour=sys.stdout.isatty()),
        f"  {desk.unit_name} · {desk.name} (mẫu / a sample)",
        "",
        f"  Form of this desk    {url}",
        f"  ... typed by hand    {base}/{desk.code}",
        f"  Public page          {base}/",
        f"  Follow a matter      {base}/t",
        "",
        f"  Terminal             make admin{elsewhere}      (in another window; Ctrl+Q leaves it)",
        *(f"      {name:<16} {password}" for name, password in passwords.items()),
        f"  Commands             HAILONG_HOME={there} .venv/bin/hailong --help",
        "",
        "  Everything in this office is a sample. Ctrl+C stops the server.",
        "",
    ]
    print("\n".join(lines), flush=True)


def _short(home: Home, here: Path) -> str:
    path = home.settings.home
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


if __name__ == "__main__":
    main()
