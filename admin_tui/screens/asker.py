"""Asks a person one thing after the other, for an act: cards are awaited, services run in threads.
It belongs in a worker of the screen it asks for."""

import asyncio
from collections.abc import Callable, Iterable
from typing import TypeVar

from textual.app import App
from textual.screen import Screen

from admin_tui.caseload import Caseload, Sheet
from admin_tui.ink import Ink
from admin_tui.screens.cards import LONGEST_REASON, OneLine, OneOf, Option, Sure
from admin_tui.session import Session
from feedback.domain.roles import Viewer

R = TypeVar("R")
WHY = "Lý do"


class Asker:
    """Someone's questions about one case as it was read."""

    def __init__(self, app: "App[None]", session: Session, sheet: Sheet) -> None:
        self.app = app
        self.session = session
        self.sheet = sheet

    @property
    def viewer(self) -> Viewer:
        """Who acts."""
        return self.session.viewer

    @property
    def cases(self) -> Caseload:
        """What there is to ask and do."""
        return self.session.cases

    @property
    def ink(self) -> Ink:
        """The colours of now."""
        return self.session.ink

    async def show(self, screen: "Screen[R]") -> R | None:
        """Show a screen and wait until it is left."""
        # The toolkit lets only workers wait for a screen.
        return await self.app.push_screen_wait(screen)

    async def read(self, question: Callable[[], R]) -> R:
        """Ask a service in a thread; raise Trouble."""
        return await asyncio.to_thread(question)

    async def reason(self, heading: str, told: str) -> str | None:
        """Ask why."""
        return await self.line(heading, told, WHY)

    async def line(
        self, heading: str, told: str, prompt: str, most: int = LONGEST_REASON
    ) -> str | None:
        """Ask for one line."""
        return await self.show(OneLine(heading, told, prompt, self.ink, most))

    async def pick(self, heading: str, options: Iterable[Option[R]]) -> R | None:
        """Ask for one of several."""
        return await self.show(OneOf(heading, options, self.ink))

    async def sure(self, heading: str, told: str, yes: str) -> bool:
        """Ask whether to go on."""
        answer = await self.show(Sure(heading, told, yes, self.ink))
        # Esc answers with None, which is no yes.
        return answer is True
