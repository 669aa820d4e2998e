"""Workers of one server: replaced when they die, given up when none can start."""

import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from feedback.services.refusals import Refusal
from hailong.serving.workers import Crew, Worker, spawned
from tests.serving import Server

PATIENCE = 60


def listens(listened: Event) -> None:
    """A worker that comes to listen, and goes on."""
    listened.set()
    signal.pause()


def fails(listened: Event) -> None:
    """A worker that ends before it listens."""
    sys.exit(1)


class Minutes:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def crews() -> Iterator[list[Crew]]:
    made: list[Crew] = []
    yield made
    for crew in made:
        crew.stop()


def started(crews: list[Crew], start: Callable[[], Worker]) -> tuple[Crew, Minutes]:
    clock = Minutes()
    crew = Crew(2, start, clock)
    crews.append(crew)
    crew.tend()
    return crew, clock


def ended(worker: Worker) -> None:
    worker.process.join(PATIENCE)
    assert not worker.process.is_alive()


def test_workers_that_cannot_start_are_not_started_for_ever(crews: list[Crew]) -> None:
    """When all end before they listen, that is said once."""
    crew, _ = started(crews, lambda: spawned(fails, ()))
    for worker in crew.workers:
        ended(worker)
    with pytest.raises(Refusal, match="No worker could start"):
        crew.tend()


def test_a_worker_that_dies_is_replaced_at_once(crews: list[Crew]) -> None:
    crew, _ = started(crews, lambda: spawned(listens, ()))
    victim, other = crew.workers
    for worker in crew.workers:
        assert worker.listened.wait(PATIENCE)
    victim.process.kill()
    ended(victim)
    crew.tend()
    assert len(crew.workers) == 2
    assert other in crew.workers
    assert victim not in crew.workers


def test_a_replacement_that_cannot_start_is_tried_later_and_later(crews: list[Crew]) -> None:
    """The others serve on meanwhile."""
    targets = [listens, listens, fails, fails, listens]
    crew, clock = started(crews, lambda: spawned(targets.pop(0), ()))
    for worker in crew.workers:
        assert worker.listened.wait(PATIENCE)
    crew.workers[0].process.kill()
    ended(crew.workers[0])
    crew.tend()
    for rest in (1.0, 2.0):
        ended(crew.workers[-1])
        crew.tend()
        assert len(crew.workers) == 1
        clock.now += rest - 0.1
        crew.tend()
        assert len(crew.workers) == 1
        clock.now += 0.2
        crew.tend()
        assert len(crew.workers) == 2
    assert targets == []


def test_several_workers_without_a_port_end_with_the_reason(
    tmp_path: Path, postgres_url: str
) -> None:
    """On PostgreSQL as well a taken port is a sentence and an exit code."""
    emptied(postgres_url)
    server = Server(tmp_path / "home", database_url=postgres_url)
    server.command("init", "--yes")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run(server, "-m", "hailong.cli", "serve", "--workers", "2", "--port", str(port))
    assert done.returncode == 1
    assert "Cannot listen" in done.stderr
    assert "No worker could start" in done.stderr
    assert "Traceback" not in done.stderr


def test_another_trouble_is_not_called_a_taken_port(tmp_path: Path) -> None:
    """A reader of standard output that went away says nothing about the port."""
    server = Server(tmp_path / "home")
    server.command("init", "--yes")
    done = run(server, "-c", GONE, str(server.port))
    assert done.returncode == 1
    assert "BrokenPipeError" in done.stderr
    assert "Cannot listen" not in done.stderr


GONE = """
import sys
from hailong.home import open_home
from hailong.report import told
from hailong.serving.server import Listening, run

def gone():
    raise BrokenPipeError("nobody reads")

with told(), open_home() as home:
    run(home, Listening("127.0.0.1", int(sys.argv[1]), told=gone))
"""


def run(server: Server, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        env=server.environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def emptied(url: str) -> None:
    """Take everything out of a database, so that the migrations begin from nothing."""
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
