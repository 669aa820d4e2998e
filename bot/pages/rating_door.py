"""Takes a posted form: checks whose it is, has it stored, and answers with the next page.

Nothing is stored for a form whose visit is not ours; whatever was typed is shown again.
"""

from dataclasses import replace
from http import HTTPStatus

from aiohttp import web

from bot.pages import (
    blind_door,
    desk_door,
    form,
    language,
    problems,
    shell,
    visit,
    visitor,
    waiting,
    whose_visit,
)
from bot.pages.desk_door import levels_page
from bot.pages.desk_view import Sheet
from bot.pages.form import Form
from bot.pages.more_view import SWITCH, switched
from bot.pages.place import Place, Unavailable, address, landed, placed, reached, unavailable
from bot.pages.ports import Ports
from bot.pages.rated_page import Next, Step
from bot.pages.received_page import Received
from bot.pages.recording import Rater, Recorded, Recording, Sent
from bot.pages.sent import LEVELS, begun, kept, read_sent
from bot.pages.visit import Bad
from bot.pages.wording import LANGUAGES, say
from bot.phrases import level_name
from bot.wire.entry import Spooled


async def posted(ports: Ports, request: web.Request) -> web.Response:
    """Answer ``POST /q/<token>``."""
    text = request.match_info["token"]
    filled = await filled_in(ports, request)
    spoken = spoken_in(request, filled)
    try:
        found = await landed(ports, text)
    except Unavailable:
        return await blind_door.taken(ports, request, filled, spoken, address(text))
    place = placed(found, text)
    if place is None:
        return desk_door.nowhere(ports, spoken, found)
    return await take(ports, request, place, filled, spoken)


async def take(
    ports: Ports, request: web.Request, place: Place, filled: Form, spoken: str
) -> web.Response:
    """Take a form that stands at a place."""
    opened = whose_visit.opened(ports, request, filled, place.card.id, place.tablet)
    if isinstance(opened, Bad):
        return _again(ports, request, place, filled, spoken, opened)
    sheet = Sheet(place.action, visit.write(ports.cookies, opened), spoken)
    rater = whose_visit.rater(ports, request, opened, spoken)
    if filled.text("change"):
        return await _change(ports, place, sheet, rater)
    if filled.text(SWITCH):
        return await _switched(ports, place, sheet, rater, filled)
    answer = await _stored(ports, request, place, sheet, rater, filled)
    if not place.tablet and answer.status == HTTPStatus.OK:
        visitor.remember(ports, answer, opened.visitor)
    return answer


async def _stored(
    ports: Ports, request: web.Request, place: Place, sheet: Sheet, rater: Rater, filled: Form
) -> web.Response:
    sent, refused = await read_sent(ports, request, filled)
    try:
        recorded = await _recorded(ports, Recording(ports, place.card, rater, sent))
    except Unavailable:
        return problems.not_saved(ports, replace(sheet, kept=kept(filled, level=True)))
    if isinstance(recorded, Spooled):
        pictured, tablet = bool(filled.photo), bool(place.tablet)
        return Received(ports, place, sheet, sent, pictured, tablet=tablet).page()
    if recorded is None:
        return _ask(ports, place, sheet, filled, say("again.missing", sheet.language))
    told = refused + recorded.problems
    return Next(ports, place, sheet, sent, recorded, told, _step(filled)).page()


async def _recorded(ports: Ports, recording: Recording) -> Recorded | Spooled | None:
    """Store a form, or have it kept until it can be; raise Unavailable for neither."""
    if ports.intake is None or recording.sent.empty:
        return await reached(ports.run, recording)
    try:
        entry = waiting.entry(recording.rater, recording.sent)
        return await ports.intake.store(entry, recording)
    except Exception as error:
        raise unavailable(error) from error


def _step(filled: Form) -> Step:
    if filled.text("open"):
        return Step.OPEN
    return Step.REST if filled.text("more") else Step.TAP


async def filled_in(ports: Ports, request: web.Request) -> Form:
    """Read a posted form; raise the HTTP error that says what was wrong with it."""
    try:
        return await form.read(ports.loads, request)
    except form.TooLarge:
        raise web.HTTPRequestEntityTooLarge(form.LARGEST, form.LARGEST + 1) from None
    except form.Unreadable:
        raise web.HTTPBadRequest from None


def spoken_in(request: web.Request, filled: Form) -> str:
    """Give the language of the page that the form stood on."""
    asked = filled.text(SWITCH) or filled.text("lang")
    return asked if asked in LANGUAGES else language.of(request)


def _again(
    ports: Ports, request: web.Request, place: Place, filled: Form, spoken: str, why: Bad
) -> web.Response:
    who = None if place.tablet else visitor.known(ports, request)
    fresh = visit.open_visit(place.card.id, ports.clock(), who, place.tablet)
    sheet = Sheet(place.action, visit.write(ports.cookies, fresh), spoken)
    key = "again.expired" if why is Bad.EXPIRED else "again.page"
    return _ask(ports, place, sheet, filled, say(key, spoken))


def _ask(ports: Ports, place: Place, sheet: Sheet, filled: Form, why: str) -> web.Response:
    carried = kept(filled, level=False)
    tapped = LEVELS.get(filled.text("level").strip())
    lines = [why]
    if tapped:
        words = level_name(tapped, sheet.language)
        lines.append(say("again.tapped", sheet.language, level=words))
    if carried:
        lines.append(say("again.kept", sheet.language))
    if filled.photo:
        lines.append(say("again.photo", sheet.language))
    noted = shell.note(*lines)
    return levels_page(ports, place, replace(sheet, kept=carried), noted, status=422)


async def _change(ports: Ports, place: Place, sheet: Sheet, rater: Rater) -> web.Response:
    now = await reached(ports.look, rater.whose.standing)
    if now is None:
        return levels_page(ports, place, sheet)
    words = level_name(now.level, sheet.language)
    noted = shell.note(say("desk.change", sheet.language, level=words))
    switch = switched(sheet, change="1")
    return levels_page(ports, place, sheet, noted, now=now.level, switch=switch)


async def _switched(
    ports: Ports, place: Place, sheet: Sheet, rater: Rater, filled: Form
) -> web.Response:
    """Show a page again in the other language, with what was filled in and not sent yet."""
    recorded = await reached(ports.run, Recording(ports, place.card, rater, Sent()))
    if recorded is None:
        return _ask(ports, place, sheet, filled, say("again.missing", sheet.language))
    stood = filled.text("done")
    step = Step.REST if stood else Step.OPEN if filled.text("more") else Step.TAP
    told = ("photo.again",) if filled.photo else ()
    pictured = stood == "photo"
    return Next(ports, place, sheet, Sent(), recorded, told, step, begun(filled), pictured).page()
