"""Someone of the staff at the terminal with real cases behind it: a real store, real services."""

import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from sqlalchemy.exc import OperationalError

from admin_tui.inflow import Inflow
from admin_tui.services import ServiceReading
from feedback.services import people
from feedback.services.passwords import hashed
from feedback.store.work import Store, Work
from qr.terminal import ascii_qr
from tests.admin_tui.driving import NARROW, Driver, driven
from tests.admin_tui.office import PASSWORD
from tests.admin_tui.test_services import StoreAccess
from tests.casework.bureau import Bureau
from tests.indices.conftest import OPERATOR

R = TypeVar("R")


class WebAccess(StoreAccess):
    """A store handed to the terminal, with an address on the web."""

    def address(self, path: str) -> str:
        return f"https://danhgia.example.gov.vn{path}"

    def drawn(self, address: str) -> str:
        return ascii_qr(address)


class SlowAccess(WebAccess):
    """A store that answers only while it is ``open``, and not at all while ``away``."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.open = threading.Event()
        self.open.set()
        self.away = False

    def look(self, question: Callable[[Work], R]) -> R:
        assert self.open.wait(30)
        if self.away:
            raise OperationalError("look", None, OSError("gone"))
        return super().look(question)


@asynccontextmanager
async def working(
    bureau: Bureau,
    name: str,
    size: tuple[int, int] = NARROW,
    access: WebAccess | None = None,
) -> AsyncIterator[Driver]:
    """Sign someone in, and open the queues."""
    with bureau.store.work() as work:
        people.set_password(work, OPERATOR, name, hashed(PASSWORD), must_change=False)
    access = access or WebAccess(bureau.store)
    async with driven(ServiceReading(access), size, access.noted) as driver:
        await driver.sign_in(name)
        await driver.see("Đơn vị (")
        await driver.press("f6")
        await driver.see("Việc cần xử lý", "trực tiếp")
        yield driver
        assert not access.noted, access.noted


async def opened(driver: Driver, code: str) -> None:
    """Open a case by its code."""
    await driver.press("f2")
    await driver.see("Tìm việc")
    await driver.type(code)
    await driver.press("enter")
    await driver.see("1 việc")
    await driver.press("enter")
    await driver.see(f"Việc {code}", "trực tiếp")


async def chosen(driver: Driver, what: str, title: str) -> None:
    """Choose the first that is found by these words; ``title`` is what the list is called."""
    await driver.see(title, "kết quả")
    await driver.type(what)
    await driver.press("enter")


async def begun(driver: Driver, what: str) -> None:
    """Begin an act, found in the list of all acts by its words."""
    await driver.press("f7")
    await chosen(driver, what, "Bảng lệnh")


async def said(driver: Driver, words: str, *under: str) -> None:
    """Write one line where it is asked for, and go on."""
    await driver.see(*under)
    await driver.type(words)
    await driver.press("enter")


async def pasted(driver: Driver, text: str) -> None:
    """Paste, as a terminal does: in one piece."""
    for message in Inflow().feed(b"\x1b[200~" + text.encode() + b"\x1b[201~"):
        driver.app.post_message(message)
    await driver.pilot.pause()
