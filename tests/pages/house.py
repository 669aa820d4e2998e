"""A small office on a real database, with its web door open on a port of its own."""

import asyncio
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TypeVar

from aiohttp import web
from sqlalchemy import func, select

from bot.pages import app
from bot.pages.loads import Loads
from bot.pages.ports import Intake, Ports
from bot.runtime import housekeeping
from bot.store import inbox
from feedback.domain.days import local_day
from feedback.domain.ids import DeskId
from feedback.domain.roles import Role, Viewer
from feedback.domain.visibility import FLOOR
from feedback.services import asking
from feedback.services.codes import Codes
from feedback.services.places import desk_cards
from feedback.services.places.desks_import import import_desks
from feedback.services.places.units_import import import_units
from feedback.store.tables import facts, places
from feedback.store.vault import Key
from feedback.store.work import Store, Work
from hailong.codes import SignedCodes
from hailong.cookies import SignedCookies

T = TypeVar("T")
KEY = Key("k1", b"only for tests: thirty-two bytes")
OPERATOR = Viewer("cli:test", Role.OPERATOR)


def _open() -> threading.Event:
    event = threading.Event()
    event.set()
    return event


@dataclass
class Desk:
    """A desk of the office and the code on its poster."""

    id: DeskId
    name: str
    token: str
    code: str


@dataclass
class House:
    """The office: its store, its desks, and switches that a test turns.

    ``wounded`` lets it read but not write, ``down`` neither; while ``stuck`` is clear, reading
    waits. It has long patience: how fast this machine is decides nothing, unless a test says so."""

    store: Store
    codes: Codes = field(default_factory=lambda: SignedCodes((KEY,)))
    telegram: str | None = None
    zalo: str | None = None
    permission: str = ""
    switched_on: frozenset[str] = frozenset()
    down: bool = False
    wounded: bool = False
    public_url: str = "http://127.0.0.1"
    proxies: tuple[str, ...] = ()
    floor: int = FLOOR
    patience: float = 60.0
    prompt: float = 60.0
    loads: Loads = field(default_factory=Loads)
    intake: Intake | None = None
    stuck: threading.Event = field(default_factory=_open)
    _one_writes: threading.Lock = field(default_factory=threading.Lock)

    def ports(self) -> Ports:
        return Ports(
            run=self.run,
            look=self.look,
            codes=self.codes,
            cookies=SignedCookies((KEY,)),
            questionnaire=asking.current,
            public_url=self.public_url,
            office="UBND phường Mẫu",
            contact="0225 000 000",
            telegram=lambda: self.telegram,
            zalo=lambda: self.zalo,
            trusted_proxies=self.proxies,
            clock=self.store.clock,
            state_days=housekeeping.IDLE.days,
            update_days=inbox.KEPT.days,
            permission=self.permission,
            switched_on=self.switched_on,
            floor=self.floor,
            patience=self.patience,
            prompt=self.prompt,
            loads=self.loads,
            intake=self.intake,
        )

    def application(self) -> web.Application:
        ports = self.ports()
        made = web.Application(middlewares=app.middlewares(ports))
        made.add_routes(app.routes(ports))
        return made

    async def run(self, act: Callable[[Work], T]) -> T:
        return await asyncio.to_thread(self._do, act)

    async def look(self, act: Callable[[Work], T]) -> T:
        return await asyncio.to_thread(self._read, act)

    def _do(self, act: Callable[[Work], T]) -> T:
        if self.down or self.wounded:
            raise ConnectionError("the database is gone")
        with self._one_writes, self.store.work() as work:
            return act(work)

    def _read(self, act: Callable[[Work], T]) -> T:
        if self.down:
            raise ConnectionError("the database is gone")
        assert self.stuck.wait(30)
        with self.store.look() as work:
            return act(work)

    def units(self, text: str) -> None:
        """Bring units in as an office hands them over."""
        with self.store.work() as work:
            import_units(work, OPERATOR, text.encode(), source="units.csv")

    def desk(self, name: str, unit: str = "P-A", *, sample: bool = False) -> Desk:
        """Bring one desk in, with its code."""
        quoted = name.replace('"', '""')
        text = f'unit_code,name\n{unit},"{quoted}"\n'
        with self.store.work() as work:
            import_desks(
                work, OPERATOR, self.codes, text.encode(), source="desks.csv", sample=sample
            )
        with self.store.look() as work:
            identity = work.connection.scalar(select(func.max(places.desk.c.id)))
            return self.of(work, DeskId(identity))

    def of(self, work: Work, desk: DeskId) -> Desk:
        """Give a desk as it stands."""
        card = desk_cards(work, {desk}, local_day(work.now))[desk]
        return Desk(desk, card.name, card.token or "", card.code or "")

    def act(self, act: Callable[[Work], T]) -> T:
        """Do something as the office, in a transaction of its own."""
        with self.store.work() as work:
            return act(work)

    def levels(self) -> list[int]:
        """The levels of all ratings, oldest first."""
        with self.store.look() as work:
            query = select(facts.rating.c.level).order_by(facts.rating.c.id)
            return list(work.connection.scalars(query))

    def rows(self, table: object) -> list[object]:
        with self.store.look() as work:
            return list(work.connection.execute(select(table)))

    def comments(self) -> list[str]:
        with self.store.look() as work:
            rows = work.connection.execute(
                select(facts.comment.c.kid, facts.comment.c.sealed).order_by(facts.comment.c.id)
            )
            return [work.vault.unseal(kid, sealed).decode() for kid, sealed in rows]

    def answers(self) -> dict[str, int]:
        with self.store.look() as work:
            rows = work.connection.execute(select(facts.answer.c.question, facts.answer.c.value))
            return {row.question: row.value for row in rows}


class Page(HTMLParser):
    """What a reader of a page finds in it: its fields, its buttons, its text.

    ``above`` are the fields of the header's own form, which is not the page's."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.source = text
        self.fields: dict[str, str] = {}
        self.above: dict[str, str] = {}
        self.checked: dict[str, str] = {}
        self.buttons: list[tuple[str, str]] = []
        self.links: list[dict[str, str | None]] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._silent = 0
        self._header = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        self.attributes.append((tag, found))
        if tag in ("style", "script"):
            self._silent += 1
        if tag == "header":
            self._header = True
        if tag == "input" and found.get("type") == "hidden":
            fields = self.above if self._header else self.fields
            fields[str(found["name"])] = str(found["value"])
        if tag == "input" and "checked" in found:
            self.checked[str(found["name"])] = str(found["value"])
        if tag == "button":
            self.buttons.append((str(found.get("name")), str(found.get("value"))))
        if tag == "a":
            self.links.append(found)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script"):
            self._silent -= 1
        if tag == "header":
            self._header = False

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.text += f" {data}"
