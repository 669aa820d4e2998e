"""A server that stands in for Telegram's Bot API on a real port, and the phones behind it.

It shares no code with the channel. As a command it is a phone in the terminal:
``python -m tests.doubles.telegram_server --port 9000 --hook URL --secret S``.
"""

import asyncio
import itertools
import json
import random
from collections import deque
from collections.abc import Callable
from typing import Self

from aiohttp import web

from tests.doubles.telegram_courier import Attempt, Courier
from tests.doubles.telegram_methods import METHODS
from tests.doubles.telegram_phone import Bubble, Phone
from tests.doubles.telegram_troubles import ApiError, Troubles
from tests.doubles.telegram_wire import Json

_LEFT_OUT = {"chat_member", "message_reaction", "message_reaction_count"}  # by default


class TelegramServer:
    """The Bot API for one bot. Use it as ``async with TelegramServer() as server``.

    ``again_after`` is the first pause in seconds before an update is posted again; ``repeats``
    delivers every update so many times even when it was taken; ``per_second`` is the limit of
    messages for the whole bot, None for no limit.
    """

    def __init__(
        self,
        token: str = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw",
        username: str = "HaiLongThuBot",
        again_after: float = 0.02,
        repeats: int = 1,
        per_second: int | None = None,
    ) -> None:
        self.token = token
        self.bot: Json = {
            "id": int(token.partition(":")[0]), "is_bot": True, "first_name": "Hài Lòng",
            "username": username,
        }  # fmt: skip
        self.again_after, self.repeats, self.per_second = again_after, repeats, per_second
        self.troubles = Troubles()
        self.phones: dict[int, Phone] = {}
        self.pending: list[tuple[int, Json]] = []
        self.sent: list[tuple[int, Bubble]] = []
        self.calls: list[tuple[str, Json]] = []
        self.files: dict[str, tuple[str, bytes]] = {}
        self.hook: Courier | None = None
        self.hook_url = ""
        self.allowed: set[str] | None = None
        self._counter = itertools.count(1)
        self._updates = itertools.count(random.Random(token).randrange(10**8, 9 * 10**8))
        self._changed = asyncio.Condition()
        self._tasks: set[asyncio.Task[None]] = set()
        self.poller = 0
        self.recent: deque[float] = deque()
        self._port = 0
        self._runner: web.AppRunner | None = None

    async def start(self, port: int = 0, host: str = "127.0.0.1") -> Self:
        """Listen; port 0 takes any that is free."""
        app = web.Application(client_max_size=64 * 1024 * 1024)
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()
        self._port = self._runner.addresses[0][1]
        return self

    async def stop(self) -> None:
        """Hang up on everyone."""
        await self._unhook()
        if self._runner is not None:
            await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    @property
    def url(self) -> str:
        """The base address to give to a client."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def attempts(self) -> list[Attempt]:
        """Every try at handing an update to the present webhook."""
        return [] if self.hook is None else self.hook.attempts

    def citizen(
        self, id: int | None = None, name: str = "Lan", language: str | None = "vi"
    ) -> Phone:
        """Return the phone of a person, a new one where the id is not known."""
        id = 5_000_000_000 + next(self._counter) if id is None else id
        return self.phones.setdefault(id, Phone(self, id, name, language))

    async def until(self, true: Callable[[], bool], timeout: float = 5.0) -> None:
        """Wait until something is true of this server; raises TimeoutError."""
        async with asyncio.timeout(timeout), self._changed:
            await self._changed.wait_for(true)

    async def settled(self, timeout: float = 10.0) -> None:
        """Wait until every update was taken."""
        await self.until(lambda: not self.pending, timeout)

    async def set_webhook(self, url: str, secret: str | None = None) -> None:
        """Post updates to a url from now on, those waiting included; an empty url stops it."""
        await self._unhook()
        if url:
            self.hook_url = url
            self.hook = Courier(
                url, secret, self._taken, self.notify, self.again_after, self.repeats
            )
            for chat, update in self.pending:
                self.hook.carry(chat, update)

    def push(self, chat: int, kind: str, content: Json) -> int:
        """Let something happen in a chat; returns the number of the update."""
        number = next(self._updates)
        wanted = kind in self.allowed if self.allowed else kind not in _LEFT_OUT
        if not wanted:
            return number
        self.push_raw(chat, {"update_id": number, kind: content})
        return number

    def push_raw(self, chat: int, update: Json) -> None:
        """Queue an update of any form, to be sent as it is."""
        self.pending.append((chat, update))
        if self.hook is not None:
            self.hook.carry(chat, update)
        self.notify()

    def keep(self, folder: str, content: bytes, ending: str = "") -> str:
        """Keep a file for download; returns its file_id."""
        number = next(self._counter)
        file_id = f"AgACAgUAAxkBAAI{number:012d}"
        self.files[file_id] = (f"{folder}/file_{number}{ending}", content)
        return file_id

    def next_message(self) -> int:
        """Number a message."""
        return next(self._counter)

    def next_query(self) -> int:
        """Number a press of a button."""
        return 4_382_000_000_000_000 + next(self._counter)

    def notify(self) -> None:
        """Wake whoever waits for something to become true."""

        async def wake() -> None:
            async with self._changed:
                self._changed.notify_all()

        task = asyncio.get_running_loop().create_task(wake())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _taken(self, update: Json) -> None:
        self.pending = [entry for entry in self.pending if entry[1] is not update]
        self.notify()

    async def _unhook(self) -> None:
        if self.hook is not None:
            await self.hook.stop()
        self.hook, self.hook_url = None, ""

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"].lower()
        try:
            if request.match_info["token"] != self.token:
                raise ApiError(401, "Unauthorized")
            if (trouble := await self.troubles.meet(method, request)) is not None:
                return trouble
            if (answer := METHODS.get(method)) is None:
                raise ApiError(404, "Not Found: method not found")
            arguments = await _arguments(request)
            self.calls.append((method, arguments))
            result = await answer(self, arguments)
        except ApiError as error:
            return error.response()
        finally:
            self.notify()
        return web.json_response({"ok": True, "result": result})

    async def _download(self, request: web.Request) -> web.Response:
        for path, content in self.files.values():
            if path == request.match_info["path"] and request.match_info["token"] == self.token:
                return web.Response(body=content)
        return ApiError(404, "Not Found").response()


async def _arguments(request: web.Request) -> Json:
    """Read arguments as the Bot API takes them: in the query, a form, parts or JSON."""
    if request.content_type == "application/json":
        return dict(request.query) | json.loads(await request.text() or "{}")
    return dict(request.query) | dict(await request.post())


if __name__ == "__main__":
    from tests.doubles.telegram_demo import main

    main()
