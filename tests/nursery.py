"""Runs commands in processes forked from one that has imported the product already.

Each is a process of its own with its own environment, streams and exit code, as one of
``python -m hailong.cli`` is, in a tenth of the time. That a command imports what it needs is not
seen here: `tests/hailong/test_manuals.py` runs them in interpreters of their own.
"""

import contextlib
import gc
import importlib
import json
import os
import pkgutil
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from typing import IO

_LOCK = threading.Lock()
_AT_START = ("LD_PRELOAD", "FAKETIME", "LANG", "LC_ALL", "PYTHONIOENCODING", "PYTHONPATH")
"""What an interpreter looks at only as it starts."""
_ROOMS = ("feedback.domain", "feedback.services", "feedback.store", "bot.store", "hailong")


class _Nursery:
    """The process that others are forked from; it ends with the one that started it."""

    def __init__(self) -> None:
        self._channel, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.nursery", str(theirs.fileno())],
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                cwd=os.getcwd(),
            )

    def born(self, request: dict[str, object], streams: list[IO[bytes]]) -> socket.socket:
        """Have a process forked; its socket tells its number, and then how it ended."""
        ours, theirs = socket.socketpair()
        with theirs:
            handed = [*(one.fileno() for one in streams), theirs.fileno()]
            with _LOCK:
                socket.send_fds(self._channel, [b"."], handed)
        ours.sendall(json.dumps(request).encode() + b"\n")
        return ours


_open: list[_Nursery] = []


def run(
    words: list[str], env: dict[str, str], text: str = "", timeout: float = 120
) -> subprocess.CompletedProcess[str]:
    """Run `hailong` with some words to its end; raise subprocess.TimeoutExpired."""
    if any(env.get(name) != os.environ.get(name) for name in _AT_START):
        return _alone(words, env, text, timeout)
    with _LOCK:
        if not _open:
            _open.append(_Nursery())
    request = {"words": words, "env": env, "cwd": os.getcwd()}
    with (
        tempfile.TemporaryFile() as given,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
    ):
        given.write(text.encode())
        given.seek(0)
        with _open[0].born(request, [given, out, err]) as line:
            code = _ended(line, words, timeout)
        said = [_text(one) for one in (out, err)]
    return subprocess.CompletedProcess(words, code, *said)


def _alone(
    words: list[str], env: dict[str, str], text: str, timeout: float
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "hailong.cli", *words],
        env=env,
        input=text,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


def _ended(line: socket.socket, words: list[str], timeout: float) -> int:
    told, until = b"", time.monotonic() + timeout
    while told.count(b"\n") < 2:
        line.settimeout(max(0.01, until - time.monotonic()))
        try:
            piece = line.recv(64)
        except TimeoutError:
            os.kill(int(told.split()[0]), signal.SIGKILL)
            raise subprocess.TimeoutExpired(words, timeout) from None
        if not piece:
            raise AssertionError(f"nobody watched over {words}")
        told += piece
    return int(told.split()[1])


def _text(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode().replace("\r\n", "\n")


def _serve(channel: socket.socket) -> None:
    """Fork a watcher for each request; it forks the command, and tells how that ended."""
    _import_all()
    # Never collected, what is loaded by here stays in pages that all who are forked share.
    gc.freeze()
    # Nobody waits for the watchers: the kernel buries them.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        message, handed, _, _ = socket.recv_fds(channel, 1, 4)
        if not message:
            return
        if os.fork() == 0:
            channel.close()
            _watch(handed[:3], socket.socket(fileno=handed[3]))
            return
        for number in handed:
            os.close(number)


def _watch(streams: list[int], line: socket.socket) -> None:
    # Ignored as it is in the parent, waitpid would not learn how the command ended.
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    with line, line.makefile("rb") as reader:
        request = json.loads(reader.readline())
        child = os.fork()
        if child:
            line.sendall(f"{child}\n".encode())
            _, status = os.waitpid(child, 0)
            with contextlib.suppress(BrokenPipeError):  # who asked may have given up
                line.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())
            os._exit(0)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.environ.clear()
    os.environ.update(request["env"])
    os.chdir(request["cwd"])
    # A process reads its zone once, and the request may name another.
    time.tzset()
    # Forked from one state, all would draw the same chance.
    random.seed()
    from hailong.cli import main

    sys.argv = ["hailong", *request["words"]]
    sys.exit(main())


def _import_all() -> None:
    for room in _ROOMS:
        package = importlib.import_module(room)
        for found in pkgutil.walk_packages(package.__path__, f"{room}."):
            # Migrations run as they are imported, and belong to alembic.
            if ".migrations" not in found.name:
                importlib.import_module(found.name)


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])))
