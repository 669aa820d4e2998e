"""A small office on a real database, with its web door open on a port of its own."""

import asyncio
import base64
import hashlib
import hmac
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TypeVar

from aiohttp import web
from sqlalchemy import insert, select

from bot.pages import app
from bot.pages.ports import Ports
from feedback.domain.days import local_day
from feedback.services import asking
from feedback.services.codes import Codes, Use
from feedback.store.tables import codes as code_tables
from feedback.store.tables import facts, places
from feedback.store.vault import Key
from feedback.store.work import Store, Work
from hailong.codes import SignedCodes

T = TypeVar("T")
SECRET = b"only for tests: thirty-two bytes"


class HmacSigner:
    """Signs as the product does: purpose and content under one key."""

    def sign(self, purpose: str, content: bytes) -> str:
        body = base64.urlsafe_b64encode(content).decode().rstrip("=")
        return f"{body}.{self._seal(purpose, body)}"

    def read(self, purpose: str, text: str) -> bytes | None:
        body, _, seal = text.partition(".")
        if not hmac.compare_digest(seal.encode(), self._seal(purpose, body).encode()):
            return None
        return base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))

    def _seal(self, purpose: str, body: str) -> str:
        message = f"{purpose}\0{body}".encode(errors="replace")
        return hmac.new(SECRET, message, hashlib.sha256).hexdigest()


@dataclass
class Desk:
    """A desk of the office and the code on its poster."""

    id: int
    name: str
    token: str
    code: str


@dataclass
class House:
    """The office: its store, its desks, and switches that a test turns."""

    store: Store
    codes: Codes = field(default_factory=lambda: SignedCodes((Key("k1", SECRET),)))
    telegram: str | None = None
    zalo: str | None = None
    down: bool = False
    public_url: str = "http://127.0.0.1"
    proxies: tuple[str, ...] = ()
    _one_writes: threading.Lock = field(default_factory=threading.Lock)

    def ports(self) -> Ports:
        return Ports(
            run=self.run,
            look=self.look,
            codes=self.codes,
            cookies=HmacSigner(),
            questionnaire=asking.current,
            public_url=self.public_url,
            office="UBND phường Mẫu",
            contact="0225 000 000",
            telegram=lambda: self.telegram,
            zalo=self.zalo,
            trusted_proxies=self.proxies,
            clock=self.store.clock,
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
        if self.down:
            raise ConnectionError("the database is gone")
        with self._one_writes, self.store.work() as work:
            return act(work)

    def _read(self, act: Callable[[Work], T]) -> T:
        if self.down:
            raise ConnectionError("the database is gone")
        with self.store.look() as work:
            return act(work)

    def add_unit(self, name: str, code: str = "P-A") -> int:
        with self.store.work() as work:
            kinds = work.connection.scalar(select(places.unit_kind.c.code).limit(1))
            if kinds is None:
                work.connection.execute(
                    insert(places.unit_kind).values(
                        code="ward", name_vi="Phường", name_en="Ward", rank=3
                    )
                )
            unit = work.connection.execute(insert(places.unit)).inserted_primary_key[0]
            work.connection.execute(
                insert(places.unit_version).values(
                    unit_id=unit,
                    code=code,
                    name=name,
                    folded=name,
                    kind="ward",
                    valid_from=local_day(work.now).replace(month=1, day=1),
                )
            )
            return int(unit)

    def add_desk(self, unit: int, name: str) -> Desk:
        with self.store.work() as work:
            desk = work.connection.execute(
                insert(places.desk).values(unit_id=unit, name=name, folded=name)
            ).inserted_primary_key[0]
            work.connection.execute(
                insert(places.desk_place).values(
                    desk_id=desk, unit_id=unit, from_day=local_day(work.now).replace(month=1, day=1)
                )
            )
            made = Desk(desk, name, self.codes.mint(Use.DESK, desk + 1000), self.codes.short())
            work.connection.execute(
                insert(code_tables.desk_code).values(
                    serial=desk + 1000,
                    desk_id=desk,
                    token=made.token,
                    short_code=made.code,
                    kid=self.codes.kid,
                    state="active",
                    issued_at=work.now,
                )
            )
            return made

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
    """What a reader of a page finds in it: its fields, its buttons, its text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.source = text
        self.fields: dict[str, str] = {}
        self.buttons: list[tuple[str, str]] = []
        self.links: list[dict[str, str | None]] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._silent = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        self.attributes.append((tag, found))
        if tag in ("style", "script"):
            self._silent += 1
        if tag == "input" and found.get("type") == "hidden":
            self.fields[str(found["name"])] = str(found["value"])
        if tag == "button":
            self.buttons.append((str(found.get("name")), str(found.get("value"))))
        if tag == "a":
            self.links.append(found)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script"):
            self._silent -= 1

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.text += f" {data}"
