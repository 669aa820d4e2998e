"""Chooses the page after a form was stored: thanks with more to say, the end, or the tablet's."""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum

from aiohttp import web

from bot.pages import (
    answers,
    done_view,
    go_view,
    more_view,
    shell,
    tell_sheet,
    tell_view,
)
from bot.pages.desk_door import LONG_STAY, frame
from bot.pages.desk_view import Sheet
from bot.pages.markup import Child, Safe, el
from bot.pages.more_view import NOTHING, Begun
from bot.pages.place import Place
from bot.pages.ports import Ports
from bot.pages.recording import Recorded, Sent
from bot.pages.wording import say
from feedback.domain.given import LONGEST_COMMENT
from feedback.domain.screen import accuses
from feedback.services import visits
from feedback.services.cases.filing import Receipt

SHORT_STAY = 8
"""Seconds until a shared tablet returns to its start after thanks."""


class Step(Enum):
    """What the form was for: a first tap, opening the rest on a tablet, or the rest itself."""

    TAP = "tap"
    OPEN = "open"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Next:
    """What the page after a form is made of; ``begun`` is filled in and not sent yet."""

    ports: Ports
    place: Place
    sheet: Sheet
    sent: Sent
    recorded: Recorded
    problems: tuple[str, ...]
    step: Step
    begun: Begun = NOTHING
    pictured: bool = False

    def page(self) -> web.Response:
        """Give the page."""
        if self.problems or self.step is Step.OPEN:
            return self._more()
        if self.sent.more or (self.step is Step.REST and self.sent.level is None):
            return self._done()
        return self._brief() if self.place.tablet else self._more()

    def _more(self) -> web.Response:
        notes = [say(key, self.sheet.language, most=LONGEST_COMMENT) for key in self.problems]
        tablet = bool(self.place.tablet)
        return self._framed(
            "more.title",
            LONG_STAY,
            more_view.switch(self.sheet.language, more_view.FORM),
            shell.note(*notes) if notes else None,
            self._thanks(),
            more_view.more(self.sheet, self.recorded.questions, self.begun, photo=not tablet),
            self._telling(),
            self._ways(),
            self._start(),
        )

    def _brief(self) -> web.Response:
        language = self.sheet.language
        words = say("kiosk.more", language)
        more = el(
            "button", words, type="submit", name="open", value="1", class_="button quiet wide"
        )
        returns = el("p", say("kiosk.next", language), class_="soft")
        return self._framed(
            "more.title",
            SHORT_STAY,
            more_view.switched(self.sheet),
            self._thanks(),
            self.sheet.form(more),
            returns,
            self._start(),
        )

    def _done(self) -> web.Response:
        standing, language = self.recorded.standing, self.sheet.language
        pictured = self.pictured or self.sent.photo is not None
        given = done_view.Given(
            standing.level, len(standing.answered), standing.commented, pictured
        )
        tablet = bool(self.place.tablet)
        return self._framed(
            "done.title",
            SHORT_STAY,
            more_view.switched(self.sheet, done="photo" if pictured else "1"),
            done_view.done(given, language, self.sheet.form(more_view.change(language))),
            None if tablet else done_view.afterwards(language, sealed=self._accuses()),
            self._telling(),
            self._ways(),
            self._start(),
        )

    def _start(self) -> Child:
        if not self.place.tablet:
            return None
        words = say("kiosk.start", self.sheet.language)
        return el("p", el("a", words, href=self.place.action, class_="button wide"))

    def _thanks(self) -> Safe:
        corrected = self.recorded.before is not None
        return more_view.thanks(self.sheet, self.recorded.standing.level, corrected=corrected)

    def _telling(self) -> Child:
        """Offer to have the matter answered, with what is known of it filled in."""
        if self._accuses():
            return self._sealed(self.recorded.receipt)
        standing, token = self.recorded.standing, self.place.card.token
        if self.place.tablet or not token:
            return None
        at = self.ports.clock()
        day = standing.day.toordinal()
        leaf = tell_sheet.fresh(at, standing.desk, standing.id, day, int(standing.level))
        page = tell_sheet.write(self.ports.cookies, leaf)
        return tell_view.offer(
            f"{tell_sheet.PATH}/{token}", page, self.sheet.language, self.sent.comment
        )

    def _accuses(self) -> bool:
        return self.recorded.receipt is not None or accuses(self.sent.comment)

    def _sealed(self, given: Receipt | None) -> Safe:
        """Say that what accuses someone goes to the inspector alone, and give the receipt.

        Further words of a rating that has its sealed case are added there, without another receipt.
        """
        language = self.sheet.language
        told = el("p", say("more.sealed", language), class_="note")
        if self.place.tablet or given is None:
            # The next person sees this screen too: no number is shown on it.
            return told
        track = f"{self.ports.public_url}/t"
        higher = self.ports.higher
        kept = tell_view.receipt(given, language, track, higher, photo_failed=False)
        return el("div", told, kept)

    def _ways(self) -> Child:
        code, language = self.recorded.code, self.sheet.language
        if code is None:
            return None
        lasts = say("go.lasts", language, minutes=visits.LASTS // timedelta(minutes=1))
        about = el("p", f"{say('go.why', language)} {lasts}", class_="soft")
        heading = say("go.head", language)
        return go_view.ways(self.ports, language, heading, about, code.token, code.short)

    def _framed(self, title: str, stay: int, switch: Safe, *parts: Child) -> web.Response:
        words, language = say(title, self.sheet.language), self.sheet.language
        framed = frame(
            self.place, words, language, scripted=self.recorded.code is not None, stay=stay
        )
        return answers.html(shell.page(replace(framed, switch=switch), *parts))
