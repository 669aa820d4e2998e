"""Several server processes on one port, started again when one dies; PostgreSQL only."""

import multiprocessing
import signal
import time
from multiprocessing.context import SpawnProcess
from types import FrameType

from hailong.home import open_home
from hailong.serving import logs
from hailong.serving.server import Listening, run


def run_many(workers: int, host: str, port: int) -> None:
    """Keep so many processes serving until SIGINT or SIGTERM."""
    spawn = multiprocessing.get_context("spawn")
    running = True

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal running
        running = False

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    children: list[SpawnProcess] = []
    while running:
        children = [child for child in children if child.is_alive()]
        while len(children) < workers:
            child = spawn.Process(target=_serve, args=(host, port))
            child.start()
            children.append(child)
        time.sleep(0.5)
    for child in children:
        child.terminate()
    for child in children:
        child.join(10)


def _serve(host: str, port: int) -> None:
    logs.set_up()
    with open_home() as home:
        run(home, Listening(host, port, shared=True))
