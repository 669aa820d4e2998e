"""Posts whole conversations of many citizens to a webhook, as Telegram would, and times them.

``python -m benchmarks.load --url http://127.0.0.1:8080/hooks/telegram --secret S --updates 70000``

Each connection carries one citizen at a time; their next update goes out only after 200 for the
one before. Bodies are templates of fixed width and HTTP is read by hand, so that the server under
test is what limits. Only a non-2xx answer or a lost connection is sent again.
"""

import argparse
import asyncio
import json
import time
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from itertools import count
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import uvloop

STEPS = 7
"""Updates of one conversation: start, level, three answers, comment, no photo."""

_AGAIN_AFTER = 0.05
_MOST_FAILURES = 400
_PERSON = '{"id":%(c)d,"is_bot":false,"first_name":"Lan","last_name":"Ng","language_code":"vi"}'
_CHAT = '{"id":%(c)d,"first_name":"Lan","last_name":"Ng","type":"private"}'
_MESSAGE = (
    '{"update_id":%(u)d,"message":{"message_id":%(m)d,"from":' + _PERSON + ',"chat":' + _CHAT + ","
    '"date":%(t)d,"text":"'
)
_PRESS = (
    '{"update_id":%(u)d,"callback_query":{"id":"%(u)d","from":' + _PERSON + ',"message":'
    '{"message_id":%(m)d,"from":{"id":110201543,"is_bot":true,"first_name":"Bot"},"chat":'
    + _CHAT
    + ',"date":%(t)d,"text":"?"},"chat_instance":"-%(c)d","data":"'
)


@dataclass(frozen=True)
class Desk:
    """A desk's token, and its number where taps are to carry it; without, the level is typed."""

    token: str
    number: int | None = None


@dataclass
class Result:
    """What one run measured; times in milliseconds, rates per second."""

    updates: int
    connections: int
    seconds: float
    per_second: float
    p50: float
    p95: float
    p99: float
    longest: float
    statuses: dict[str, int]
    reconnects: int
    generator_cpu: float
    """Share of one core that this generator itself took."""


@dataclass
class Run:
    """What the connections of one run share."""

    host: str
    port: int
    templates: list[list[str]]
    head: bytes
    citizens: Iterator[int]
    last: int
    numbers: Iterator[int]
    now: int
    latencies: "array[float]" = field(default_factory=lambda: array("d"))
    statuses: Counter[int] = field(default_factory=Counter)
    reconnects: int = 0

    def requests(self, citizen: int) -> Iterator[bytes]:
        """Write the requests of one conversation in their order."""
        for step, template in enumerate(self.templates[citizen % len(self.templates)]):
            body = template % {
                "u": next(self.numbers), "c": citizen, "m": 1000 + step, "t": self.now,
            }  # fmt: skip
            raw = body.encode()
            yield b"%s%d\r\n\r\n%s" % (self.head, len(raw), raw)

    def conversations(self) -> Iterator[bytes]:
        """Write conversations until all citizens were served."""
        for citizen in self.citizens:
            if citizen >= self.last:
                return
            yield from self.requests(citizen)


class Connection(asyncio.Protocol):
    """One keep-alive connection with one request under way."""

    def __init__(self, run: Run, done: asyncio.Future[None]) -> None:
        self._run, self._done = run, done
        self._requests = run.conversations()
        self._request = next(self._requests, b"")
        self._buffer = b""
        self._began = 0.0
        self._failures = 0
        self._again: asyncio.TimerHandle | None = None
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Post what is next, or post again what was under way when the last connection broke."""
        self._transport, self._buffer = cast(asyncio.Transport, transport), b""
        self._post()

    def data_received(self, data: bytes) -> None:
        """Take in an answer; go on when it is complete."""
        self._buffer = self._buffer + data if self._buffer else data
        if (status := complete(self._buffer)) is None:
            return
        self._buffer = b""
        self._run.statuses[status] += 1
        if 200 <= status < 300:
            self._run.latencies.append(time.perf_counter() - self._began)
            self._failures = 0
            self._request = next(self._requests, b"")
            self._post()
        else:
            self._fail()

    def connection_lost(self, _: Exception | None) -> None:
        """Connect again while there is something to post."""
        self._transport = None
        if not self._done.done():
            self._run.reconnects += 1
            self._fail()

    def _post(self) -> None:
        if self._transport is None:
            asyncio.get_running_loop().create_task(self._connect())
        elif not self._request:
            if not self._done.done():
                self._done.set_result(None)
            self._transport.close()
        else:
            self._began = time.perf_counter()
            self._transport.write(self._request)

    def _fail(self) -> None:
        self._failures += 1
        if self._failures > _MOST_FAILURES:
            self._done.set_exception(RuntimeError(f"gave up: {dict(self._run.statuses)}"))
        elif self._again is None or self._again.when() < asyncio.get_running_loop().time():
            self._again = asyncio.get_running_loop().call_later(_AGAIN_AFTER, self._post)

    async def _connect(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            await loop.create_connection(lambda: self, self._run.host, self._run.port)
        except OSError:
            self._fail()


def complete(answer: bytes) -> int | None:
    """Return the status of an HTTP answer once all of it is there."""
    end = answer.find(b"\r\n\r\n")
    if end < 0:
        return None
    head = answer[:end].lower()
    status = int(head[9:12])
    if b"transfer-encoding: chunked" in head:
        return status if answer.endswith(b"0\r\n\r\n") else None
    _, found, rest = head.partition(b"content-length: ")
    size = int(rest.partition(b"\r\n")[0]) if found else 0
    return status if len(answer) >= end + 4 + size else None


def templates(desk: Desk) -> list[str]:
    """Write the seven updates of a conversation at a desk, numbers left open."""
    words = ["4", "5", "4", "Cán bộ hướng dẫn tận tình, chờ hơi lâu", "0"]
    said = [_MESSAGE + json.dumps(word)[1:-1] + '"}}' for word in (f"/start {desk.token}", *words)]
    return [said[0], _level(desk), *said[1:]]


def _level(desk: Desk) -> str:
    """Write the tap on the highest level, in the form that bot.wire.buttons documents."""
    if desk.number is None:
        return _MESSAGE + '5"}}'
    day = (date.today() - date(2025, 1, 1)).days  # noqa: DTZ011 - the office's day, on its machine
    return _PRESS + f'1.level.5.{base36(desk.number)}.{base36(day)}"}}}}'


def base36(number: int) -> str:
    """Write a whole number in base 36."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    text = ""
    while number:
        number, digit = divmod(number, 36)
        text = digits[digit] + text
    return text or "0"


def read_desks(path: Path | None) -> list[Desk]:
    """Read ``token`` or ``token number`` per line; without a file, one token of nobody."""
    if path is None:
        return [Desk("AQEAAAAAAAABAAAAAAAAAAAAAAAAAA")]
    lines = [line.split() for line in path.read_text().splitlines() if line.strip()]
    return [Desk(line[0], int(line[1]) if len(line) > 1 else None) for line in lines]


async def load(url: str, secret: str, desks: list[Desk], updates: int, connections: int) -> Result:
    """Post so many updates, rounded up to whole conversations, and measure."""
    address = urlsplit(url)
    assert address.hostname is not None
    head = (
        f"POST {address.path} HTTP/1.1\r\nHost: {address.netloc}\r\n"
        f"X-Telegram-Bot-Api-Secret-Token: {secret}\r\nContent-Type: application/json\r\n"
        "Content-Length: "
    )
    # Strangers in every run: whoever is known would have another conversation.
    first = 5_000_000_000 + time.time_ns() // 1_000_000 % 1_000_000_000
    people = -(-updates // STEPS)
    run = Run(
        host=address.hostname,
        port=address.port or 80,
        templates=[templates(desk) for desk in desks],
        head=head.encode(),
        citizens=count(first),
        last=first + people,
        # No number of an earlier run, which the server would take for a repeat.
        numbers=count(time.time_ns() // 1000),
        now=int(time.time()),
    )
    began, cpu = time.perf_counter(), time.process_time()
    await _drive(run, min(connections, people))
    seconds = time.perf_counter() - began
    return _result(run, connections, seconds, (time.process_time() - cpu) / seconds)


async def _drive(run: Run, connections: int) -> None:
    loop = asyncio.get_running_loop()
    waiting = []
    for _ in range(connections):
        done: asyncio.Future[None] = loop.create_future()
        connection = Connection(run, done)
        await loop.create_connection(lambda connection=connection: connection, run.host, run.port)
        waiting.append(done)
    await asyncio.gather(*waiting)


def _result(run: Run, connections: int, seconds: float, cpu: float) -> Result:
    times = sorted(run.latencies)
    at = lambda share: round(1000 * times[min(len(times) - 1, int(share * len(times)))], 3)  # noqa: E731
    return Result(
        updates=len(times),
        connections=connections,
        seconds=round(seconds, 3),
        per_second=round(len(times) / seconds, 1),
        p50=at(0.50),
        p95=at(0.95),
        p99=at(0.99),
        longest=at(1.0),
        statuses={str(status): number for status, number in sorted(run.statuses.items())},
        reconnects=run.reconnects,
        generator_cpu=round(cpu, 2),
    )


def main() -> None:
    """Read the options, run once, write the result as JSON."""
    parser = argparse.ArgumentParser(description="post conversations to a webhook and time them")
    parser.add_argument("--url", required=True)
    parser.add_argument("--secret", required=True)
    parser.add_argument("--updates", type=int, default=70_000)
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--tokens-file", type=Path, help="lines: TOKEN [DESK_NUMBER]")
    parser.add_argument("--out", type=Path, help="where to write the JSON; standard output without")
    options = parser.parse_args()
    desks = read_desks(options.tokens_file)
    result = uvloop.run(
        load(options.url, options.secret, desks, options.updates, options.connections)
    )
    text = json.dumps(asdict(result))
    print(text) if options.out is None else options.out.write_text(text)


if __name__ == "__main__":
    main()
