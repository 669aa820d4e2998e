"""Drives the terminal as a person would: keys in, the text of the screen out."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from textual.pilot import Pilot
from textual.widgets import Input

from admin_tui.app import AdminApp
from admin_tui.reading import Reading
from admin_tui.screens.sign_in import SignIn
from tests.admin_tui.office import PASSWORD

NARROW, WIDE = (80, 24), (120, 40)
SIZES = [NARROW, WIDE]
_PATIENCE = 15.0


class Driver:
    """Someone at a terminal."""

    def __init__(self, app: AdminApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def text(self) -> str:
        """All that is on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type into the field that has the focus."""
        field = self.app.focused
        assert isinstance(field, Input)
        for character in text:
            field.insert_text_at_cursor(character)
        await self.pilot.pause()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something is so, and fail when it never is."""

        async def wait() -> None:
            while not holds():
                await self.pilot.pause(0.01)

        try:
            await asyncio.wait_for(wait(), _PATIENCE)
        except TimeoutError:
            raise AssertionError(f"it never came to be; the screen shows:\n{self.text}") from None

    async def see(self, *words: str) -> None:
        """Wait until words are on the screen."""
        await self.until(lambda: all(word in self.text for word in words))

    async def sign_in(self, name: str = "lan.nguyen", password: str = PASSWORD) -> None:
        """Sign in and wait for what comes next."""
        await self.enter(name, password)
        await self.until(lambda: not isinstance(self.app.screen, SignIn))
        await self.pilot.pause()

    async def enter(self, name: str, password: str) -> None:
        """Type a name and a password."""
        await self.focus("#name")
        await self.type(name)
        await self.press("enter")
        await self.until(lambda: self.app.focused is self.app.screen.query_one("#password"))
        await self.type(password)
        await self.press("enter")

    async def focus(self, field: str) -> None:
        """Go to a field."""
        self.app.screen.query_one(field).focus()
        await self.until(lambda: self.app.focused is self.app.screen.query_one(field))


@asynccontextmanager
async def driven(
    reading: Reading, size: tuple[int, int] = NARROW, errors: list[BaseException] | None = None
) -> AsyncIterator[Driver]:
    """Open the terminal on a reading facade."""
    noted = errors if errors is not None else []
    app = AdminApp(lambda: reading, noted.append)
    async with app.run_test(size=size, notifications=True) as pilot:
        yield Driver(app, pilot)


@asynccontextmanager
async def at_work(reading: Reading, size: tuple[int, int] = NARROW) -> AsyncIterator[Driver]:
    """Open the terminal and sign in."""
    async with driven(reading, size) as driver:
        await driver.sign_in()
        await driver.see("Đơn vị (", "đọc" if "●" in driver.text else "12:00")
        yield driver
