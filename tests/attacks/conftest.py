"""One office founded once, and a real server on a copy of it for each who attacks."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.attacks import wires
from tests.serving import Server

Opening = Callable[..., Server]


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of an office of three desks, which nobody changes."""
    server = Server(tmp_path_factory.mktemp("attacked") / "home")
    server.found()
    rows = json.loads(server.command("desks", "list", "--json"))["rows"]
    (server.home / wires.TOKEN).write_text(rows[0]["token"], "utf-8")
    (server.home / wires.CODE).write_text(rows[0]["code"], "utf-8")
    return server.home


@pytest.fixture
def opening(founded: Path, tmp_path: Path) -> Iterator[Opening]:
    """Makes servers in homes of their own, with settings; killed when the test ends."""
    made: list[Server] = []

    def make(home: Path | None = None, kind: type[Server] = Server, **settings: str) -> Server:
        place = home or tmp_path / f"home-{len(made)}"
        shutil.copytree(founded, place, dirs_exist_ok=True)
        made.append(kind(place, **settings))
        return made[-1]

    yield make
    for server in made:
        server.kill()


@pytest.fixture
def product(opening: Opening) -> Server:
    """A server as it is installed, serving."""
    server = opening()
    server.start()
    return server
