"""Several server processes on one port, started again when one dies; PostgreSQL only.

Where none can start it gives up, so that whoever started it hears of it.
"""

import multiprocessing
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing.context import SpawnProcess
from multiprocessing.synchronize import Event
from types import FrameType

from feedback.services.refusals import Refusal
from hailong.home import open_home
from hailong.report import told
from hailong.serving import logs
from hailong.serving.part import Part
from hailong.serving.server import IDLE, Listening, run

_LONGEST_REST = 30.0
_LOOK = 0.2


@dataclass(frozen=True, slots=True)
class Worker:
    """A process, and whether it ever came to listen."""

    process: SpawnProcess
    listened: Event


@dataclass(slots=True)
class Crew:
    """So many workers, replaced when they die; after one that never listened, later and later."""

    size: int
    start: Callable[[], Worker]
    clock: Callable[[], float] = time.monotonic
    workers: list[Worker] = field(default_factory=list)
    _rest: float = 0.0
    _not_before: float = 0.0

    def tend(self) -> None:
        """Replace the dead; raise Refusal when none could start."""
        dead = [worker for worker in self.workers if not worker.process.is_alive()]
        self.workers = [worker for worker in self.workers if worker not in dead]
        if any(not worker.listened.is_set() for worker in dead):
            # Where one still works, or did until now, the fault may pass.
            self._put_off(hopeless=not self.workers and not any(w.listened.is_set() for w in dead))
        elif dead:
            self._rest = 0.0
        if self.clock() >= self._not_before:
            while len(self.workers) < self.size:
                self.workers.append(self.start())

    def stop(self) -> None:
        """Ask all to end, and wait for them."""
        for worker in self.workers:
            worker.process.terminate()
        for worker in self.workers:
            worker.process.join(10)

    def _put_off(self, *, hopeless: bool) -> None:
        if hopeless:
            raise Refusal("No worker could start; the reason stands above.")
        self._rest = min(max(1.0, self._rest * 2), _LONGEST_REST)
        self._not_before = self.clock() + self._rest


def run_many(workers: int, host: str, port: int, part: Part = Part.ALL) -> None:
    """Keep so many processes serving until SIGINT or SIGTERM; raise Refusal if none can start."""
    running = True

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal running
        running = False

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    crew = Crew(workers, lambda: spawned(_serve, (host, port, part)))
    try:
        while running:
            crew.tend()
            time.sleep(_LOOK)
    finally:
        crew.stop()


def spawned(target: Callable[..., None], arguments: Sequence[object]) -> Worker:
    """Start a process of its own; the target's last argument tells that it listens."""
    # A forked process would inherit the locks of threads that it does not have.
    spawn = multiprocessing.get_context("spawn")
    listened = spawn.Event()
    process = spawn.Process(target=target, args=(*arguments, listened))
    process.start()
    return Worker(process, listened)


def _serve(host: str, port: int, part: Part, listened: Event) -> None:
    logs.set_up()
    with told(), open_home(idle=IDLE) as home:
        run(home, Listening(host, port, shared=True, told=listened.set, part=part))
