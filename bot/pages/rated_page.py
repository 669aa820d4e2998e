"""Chooses the page after a form was stored: thanks with more to say, the end, or the tablet's."""

from dataclasses import dataclass, replace

from aiohttp import web

from bot.pages import answers, desk_door, desk_view, done_view, go_view, more_view, shell
from bot.pages.desk_view import Sheet
from bot.pages.markup import Child, Safe, el
from bot.pages.place import Place
from bot.pages.ports import Ports
from bot.pages.recording import Recorded, Sent
from bot.pages.wording import say
from feedback.domain.given import LONGEST_COMMENT

SHORT_STAY = 8
LONG_STAY = 120
"""Seconds until a shared tablet returns to its start: after thanks, and while someone writes."""


@dataclass(frozen=True, slots=True)
class Next:
    """What the page after a form is made of."""

    ports: Ports
    place: Place
    sheet: Sheet
    sent: Sent
    recorded: Recorded
    problems: tuple[str, ...]
    asked_more: bool

    def page(self) -> web.Response:
        """Give the page."""
        if self.problems:
            return self._more()
        if self.sent.more or (self.asked_more and self.sent.level is None):
            return self._done()
        return self._brief() if self.place.tablet else self._more()

    def _more(self) -> web.Response:
        notes = [say(key, self.sheet.language, most=LONGEST_COMMENT) for key in self.problems]
        return self._framed(
            "more.title",
            LONG_STAY,
            shell.note(*notes) if notes else None,
            desk_view.where(self.place.card, self.sheet.language),
            self._thanks(),
            more_view.more(self.sheet, self.recorded.questions),
            self._ways(),
        )

    def _brief(self) -> web.Response:
        more = el("button", say("kiosk.more", self.sheet.language), type="submit", name="open")
        return self._framed("more.title", SHORT_STAY, self._thanks(), more)

    def _done(self) -> web.Response:
        standing, language = self.recorded.standing, self.sheet.language
        given = done_view.Given(
            standing.level,
            len(standing.answered),
            standing.commented,
            self.sent.photo is not None,
        )
        return self._framed(
            "done.title",
            SHORT_STAY,
            desk_view.where(self.place.card, language),
            done_view.done(given, language, self.sheet.form(more_view.change(language))),
            None if self.place.tablet else done_view.afterwards(language),
            self._ways(),
        )

    def _thanks(self) -> Safe:
        corrected = self.recorded.before is not None
        return more_view.thanks(self.sheet, self.recorded.standing.level, corrected=corrected)

    def _ways(self) -> Child:
        code, language = self.recorded.code, self.sheet.language
        if code is None:
            return None
        about = el("p", f"{say('go.why', language)} {say('go.lasts', language)}", class_="soft")
        heading = say("go.head", language)
        return go_view.ways(self.ports, language, heading, about, code.token, code.short)

    def _framed(self, title: str, seconds: int, *parts: Child) -> web.Response:
        framed = desk_door.frame(
            self.place, say(title, self.sheet.language), self.sheet.language, scripted=True
        )
        framed = replace(framed, path=None)
        if self.place.tablet:
            framed = replace(framed, back=self.place.action, seconds=seconds)
        return answers.html(shell.page(framed, *parts))
