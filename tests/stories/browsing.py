"""What citizens do on the web: pages opened and forms sent, with a browser that runs no script."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from aiohttp import ClientSession, DummyCookieJar, FormData, web
from aiohttp.test_utils import TestServer

from bot.pages import app
from feedback.store.work import Store
from tests.pages.house import Desk, House
from tests.pages.reader import Reader, Seen
from tests.privacy.pictures import with_place
from tests.stories import script
from tests.stories.mail import HIGHER, PAGE
from tests.stories.script import Step

NUMBER = re.compile(r"\b\d{4} \d{4} \d{4} \d{4}\b")


def application(store: Store) -> web.Application:
    """Give the web door anew, on a store: nothing is remembered from the step before."""
    ports = replace(House(store, public_url=PAGE).ports(), higher=HIGHER)
    made = web.Application(middlewares=app.middlewares(ports))
    made.add_routes(app.routes(ports))
    return made


@asynccontextmanager
async def reading(store: Store) -> AsyncIterator[Reader]:
    """Open the office's pages to a reader without a cookie."""
    async with (
        TestServer(application(store)) as server,
        ClientSession(cookie_jar=DummyCookieJar()) as session,
    ):
        yield Reader(session, str(server.make_url("")))


@dataclass
class Browser:
    """A citizen at a browser; ``number`` is what was copied from the receipt.

    ``form`` is where to tell a matter, for whoever was handed an address of their own.
    """

    number: str = ""
    form: str = ""
    seen: Seen | None = None
    before: str = ""

    @property
    def groups(self) -> tuple[str, ...]:
        return script.DOORS["web"]

    async def does(self, store: Store, step: Step, desk: Desk | None) -> str:
        """Do what a step says, and give the text of the pages that are read."""
        self.before = ""
        async with reading(store) as reader:
            self.seen = await getattr(self, f"_{step.text('does')}")(reader, step, desk)
        assert self.seen.status == 200, (self.seen.status, self.seen.text)
        found = NUMBER.search(self.seen.text)
        self.number = found[0] if found else self.number
        return " ".join(f"{self.before} {self.seen.text}".split())

    async def follows(self, store: Store) -> str:
        """Look the number up, and give the text of the page."""
        return await self.does(store, Step(0, "citizen", {"does": "follow"}), None)

    @property
    def page(self) -> dict[str, str]:
        assert self.seen
        return self.seen.page.fields

    async def _comes(self, reader: Reader, step: Step, desk: Desk | None) -> Seen:
        assert desk
        return await reader.scan(desk)

    async def _look(self, reader: Reader, step: Step, desk: Desk | None) -> Seen:
        return await reader.get(f"/case/{desk.token}" if desk else "/case")

    async def _rate(self, reader: Reader, step: Step, desk: Desk | None) -> Seen:
        assert desk
        seen = await reader.tap(desk, step.text("level"))
        if not step.text("text"):
            return seen
        return await reader.send(desk, seen, more="1", comment=step.text("text"))

    async def _file(self, reader: Reader, step: Step, desk: Desk | None) -> Seen:
        path = self.form or (f"/case/{desk.token}" if desk else "/case")
        return await self._told(reader, step, path, await reader.get(path))

    async def _file_rated(self, reader: Reader, step: Step, desk: Desk | None) -> Seen:
        assert desk
        path = f"/case/{desk.token}"
        kept = {name: self.page[name] for name in ("page", "lang", "text") if name in self.page}
        opened = await reader.post(path, {**kept, "step": "open"})
        return await self._told(reader, step, path, opened)

    async def _told(self, reader: Reader, step: Step, path: str, opened: Seen) -> Seen:
        fields = {
            **opened.page.fields,
            "choice": step.text("choice"),
            "text": step.text("text"),
            "name": step.text("name"),
            "phone": step.text("phone"),
        }
        fields |= {"agreed": "1"} if step.text("name") or step.text("phone") else {}
        checked = await reader.post(path, {**fields, "step": "check"})
        assert checked.status == 200, checked.text
        self.before = checked.text
        form = FormData({**checked.page.fields, "step": "send"})
        if photo := step.text("photo"):
            named = "anh.jpg" if photo == "True" else photo
            form.add_field("photo", with_place(), filename=named, content_type="image/jpeg")
        return await reader.post(path, form)

    async def _follow(self, reader: Reader, step: Step, desk: Desk | None) -> Seen:
        return await reader.post("/t", {"number": self.number, "lang": "vi"})

    _news = _follow

    async def _add(self, reader: Reader, step: Step, desk: Desk | None) -> Seen:
        return await self._acts(reader, "add", text=step.text("text"))

    async def _judge(self, reader: Reader, step: Step, desk: Desk | None) -> Seen:
        return await self._acts(reader, "judge", judge=step.text("judged"))

    async def _contest(self, reader: Reader, step: Step, desk: Desk | None) -> Seen:
        return await self._acts(reader, "contest", text=step.text("text"))

    async def _withdraw(self, reader: Reader, step: Step, desk: Desk | None) -> Seen:
        await self._acts(reader, "withdraw")
        return await self._acts(reader, "withdraw-yes")

    async def _acts(self, reader: Reader, act: str, **more: str) -> Seen:
        """Look the number up, and send the form that stands there for this act."""
        self.seen = await reader.post("/t", {"number": self.number, "lang": "vi"})
        offered = {value for name, value in self.seen.page.buttons if name in ("step", "judge")}
        wanted = {"judge": more.get("judge", ""), "withdraw-yes": "withdraw"}.get(act, act)
        assert wanted in offered, (act, offered, self.seen.text)
        fields = {"page": self.page["page"], "lang": "vi", "step": act, **more}
        return await reader.post("/t", fields)
