"""The processes of one office on one PostgreSQL, each on a line of its own to what it needs."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from sqlalchemy.engine import make_url

from feedback.services import people
from feedback.services.passwords import hashed
from feedback.services.places.desks_import import import_desks
from feedback.services.places.listing import desks_listed
from feedback.services.places.units_import import import_units
from feedback.store.codes import CodeRow
from hailong.home import Home, wire
from hailong.settings import read_settings
from tests.doubles.telegram_server import TelegramServer
from tests.drill.front import Front
from tests.drill.wire import Wire, to_port, to_socket
from tests.serving import DESKS, OFFICE, SECRET, Server, free_port
from tests.standins.zalo import OaStandIn

PASSWORD = "mot mat khau dai"


@dataclass
class Post:
    """One process of the product, and its lines to the database and to the messengers."""

    name: str
    server: Server
    base: Wire
    ways: tuple[Wire, Wire]
    """To Telegram and to Zalo."""

    async def start(self) -> None:
        await asyncio.to_thread(self.server.start, whole=False)

    async def fall(self) -> None:
        """Die without a word, and be started again."""
        await asyncio.to_thread(self.server.kill)
        await self.start()

    def freeze(self) -> None:
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._signal(signal.SIGCONT)

    def _signal(self, number: int) -> None:
        assert self.server.process is not None
        self.server.process.send_signal(number)


@dataclass
class Crew:
    """Three that take in behind one front, two that deliver, and the line of the terminal."""

    home: Home
    """The same home for this test itself, with no line between it and the database."""
    codes: list[CodeRow]
    """The desks' codes, in the order of the desks."""
    front: Front
    web: list[Post]
    delivery: list[Post]
    operator: Server
    """The same home for commands and for the terminal, on a line of its own."""
    desk: Wire

    @property
    def speaker(self) -> Post:
        """Whoever sent last, and so holds a lease."""
        return max(self.delivery, key=lambda post: max(way.passed_at for way in post.ways))


@asynccontextmanager
async def crew(
    home: Path, url: str, telegram: TelegramServer, oa: OaStandIn
) -> AsyncIterator[Crew]:
    """Found the office and start all of it; the messengers are not told of it yet."""
    socket = f"{parse_qs(urlsplit(url).query)['host'][0]}/.s.PGSQL.5432"
    async with AsyncExitStack() as stack:
        ports = [free_port() for _ in range(5)]
        front = await stack.enter_async_context(Front(ports[:3]))
        desk = await stack.enter_async_context(Wire(to_socket(socket)))
        common = _common(front, telegram, oa)
        operator = Server(home, **common, database_url=_through(desk, url))
        await asyncio.to_thread(operator.command, "init", "--yes")
        office = wire(read_settings(home=home, database_url=url))
        stack.callback(office.store.close)
        codes = await asyncio.to_thread(_found, office)
        posts = []
        for n, port in enumerate(ports):
            base = await stack.enter_async_context(Wire(to_socket(socket)))
            bot = await stack.enter_async_context(Wire(to_port(telegram.url)))
            chat = await stack.enter_async_context(Wire(to_port(oa.url)))
            server = Server(
                home,
                **common,
                database_url=_through(base, url),
                telegram_api_base=bot.url,
                zalo_oa_api_base=chat.url,
            )
            server.move(port)
            server.words = ("--only", "web" if n < 3 else "delivery")
            posts.append(Post(f"{server.words[1]} {n % 3 + 1}", server, base, (bot, chat)))
        stack.callback(_kill, posts)
        await asyncio.gather(*(post.start() for post in posts))
        watching = asyncio.create_task(front.watch())
        stack.callback(watching.cancel)
        yield Crew(office, codes, front, posts[:3], posts[3:], operator, desk)


def _found(home: Home) -> list[CodeRow]:
    """Bring the units and desks in, and let the first admin in; give the desks' codes."""
    with home.store.work() as work:
        units, desks = OFFICE.encode(), DESKS.encode()
        import_units(work, home.operator, units, source="units.csv")
        import_desks(work, home.operator, home.codes, desks, source="desks.csv")
        people.set_password(work, home.operator, "admin", hashed(PASSWORD), must_change=False)
        return [listed.code for listed in desks_listed(work)]


def _through(base: Wire, url: str) -> str:
    name = make_url(url).database
    return f"postgresql+psycopg://postgres:@127.0.0.1:{base.port}/{name}?sslmode=disable"


def _common(front: Front, telegram: TelegramServer, oa: OaStandIn) -> dict[str, str]:
    return {
        "public_url": front.url,
        "telegram_token": telegram.token,
        "telegram_webhook_secret": SECRET,
        "telegram_username": "HaiLongThuBot",
        "zalo_oa_id": oa.account.oa_id,
        "zalo_oa_app_id": oa.account.app_id,
        "zalo_oa_app_secret": oa.account.app_secret,
        "zalo_oa_secret_key": oa.account.secret_key,
        "zalo_oa_access_token": oa.oauth.pair.access,
        "zalo_oa_refresh_token": oa.oauth.pair.refresh,
        "zalo_oa_oauth_base": oa.url,
        "zalo_oa_rpm": "4000",
    }


def _kill(posts: list[Post]) -> None:
    for post in posts:
        if post.server.process is not None:
            post.server.kill()
