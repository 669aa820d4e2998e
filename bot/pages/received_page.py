"""The page after a form that waits to be stored: thanks, what was received, and nothing untrue."""

from dataclasses import dataclass

from aiohttp import web

from bot.pages import answers, desk_door, more_view, shell
from bot.pages.desk_view import Sheet
from bot.pages.faces import drawn
from bot.pages.markup import Child, Safe, el
from bot.pages.place import Place
from bot.pages.ports import Ports
from bot.pages.rated_page import SHORT_STAY
from bot.pages.recording import Sent
from bot.pages.shell import Frame
from bot.pages.wording import say
from bot.phrases import level_name


@dataclass(frozen=True, slots=True)
class Received:
    """What was received through which door; ``place`` is None where not even that is known.

    ``pictured`` says that there was a photo, which was not taken.
    """

    ports: Ports
    place: Place | None
    sheet: Sheet
    sent: Sent
    pictured: bool
    tablet: bool

    def page(self) -> web.Response:
        """Give the page."""
        language = self.sheet.language
        done = self.sent.more or self.tablet
        return answers.html(
            shell.page(
                self._frame(),
                self._thanks(),
                shell.note(say("received.photo", language)) if self.pictured else None,
                None if done else more_view.more(self.sheet, (), photo=False),
                self._end(done=done),
            )
        )

    def _thanks(self) -> Safe:
        language = self.sheet.language
        return el(
            "section",
            el("h1", say("more.thanks", language)),
            self._told(),
            el("p", say("received.later", language)),
            class_="good",
        )

    def _told(self) -> Safe:
        level, language = self.sent.level, self.sheet.language
        if level is None:
            return el("p", say("received.more", language), role="status")
        told = say("received.level", language, level=level_name(level, language))
        return el("p", drawn(level), el("span", told), class_="told", role="status")

    def _end(self, *, done: bool) -> Child:
        language = self.sheet.language
        if self.tablet:
            words = say("kiosk.start", language)
            return el("p", el("a", words, href=self.sheet.action, class_="button wide"))
        return el("p", say("done.close", language), class_="soft") if done else None

    def _frame(self) -> Frame:
        language, ports = self.sheet.language, self.ports
        title = say("received.title", language)
        if self.place is not None:
            return desk_door.frame(self.place, title, language, stay=SHORT_STAY)
        back = self.sheet.action if self.tablet else None
        office = ports.office or say("office", language)
        return Frame(language, title, office, kiosk=self.tablet, back=back, seconds=SHORT_STAY)
