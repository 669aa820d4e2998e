"""Takes a posted form: checks whose it is, has it stored, and answers with the next page.

Nothing is stored for a form whose visit is not ours; whatever was typed is shown again.
"""

from dataclasses import replace

from aiohttp import web

from bot.pages import desk_door, form, language, network, problems, shell, visit, visitor
from bot.pages.desk_door import levels_page
from bot.pages.desk_view import Sheet
from bot.pages.form import Form
from bot.pages.more_view import SWITCH, switched
from bot.pages.place import Place, Unavailable, landed, placed, reached
from bot.pages.ports import Ports
from bot.pages.rated_page import Next, Step
from bot.pages.recording import Rater, Recording, Sent, Whose
from bot.pages.sent import LEVELS, begun, kept, read_sent
from bot.pages.visit import Bad, Visit
from bot.pages.wording import LANGUAGES, say
from bot.phrases import level_name
from feedback.domain.channels import Channel
from feedback.domain.given import Evidence


async def posted(ports: Ports, request: web.Request) -> web.Response:
    """Answer ``POST /q/<token>``."""
    text = request.match_info["token"]
    filled = await filled_in(ports, request)
    spoken = spoken_in(request, filled)
    found = await landed(ports, text)
    place = placed(found, text)
    if place is None:
        return desk_door.nowhere(ports, spoken, found)
    return await take(ports, request, place, filled, spoken)


async def take(
    ports: Ports, request: web.Request, place: Place, filled: Form, spoken: str
) -> web.Response:
    """Take a form that stands at a place."""
    opened = _whose(ports, request, place, filled)
    if isinstance(opened, Bad):
        return _again(ports, request, place, filled, spoken, opened)
    sheet = Sheet(place.action, visit.write(ports.cookies, opened), spoken)
    rater = _rater(ports, request, place, opened, spoken)
    if filled.text("change"):
        return await _change(ports, place, sheet, rater)
    if filled.text(SWITCH):
        return await _switched(ports, place, sheet, rater, filled)
    sent, refused = await read_sent(ports, request, filled)
    try:
        recorded = await reached(ports.run, Recording(ports, place.card, rater, sent))
    except Unavailable:
        return problems.not_saved(ports, replace(sheet, kept=kept(filled, level=True)))
    if recorded is None:
        return _ask(ports, place, sheet, filled, say("again.missing", spoken))
    told = refused + recorded.problems
    answer = Next(ports, place, sheet, sent, recorded, told, _step(filled)).page()
    if not place.tablet:
        visitor.remember(ports, answer, opened.visitor)
    return answer


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


def _whose(ports: Ports, request: web.Request, place: Place, filled: Form) -> Visit | Bad:
    text = filled.text("visit")
    opened = visit.read(ports.cookies, text, place.card.id, ports.clock())
    if isinstance(opened, Bad):
        return opened
    if opened.tablet != place.tablet:
        return Bad.ELSEWHERE
    known = None if place.tablet else visitor.known(ports, request)
    return opened.of(known) if known else opened


def _rater(ports: Ports, request: web.Request, place: Place, opened: Visit, spoken: str) -> Rater:
    at = ports.clock()
    known = visitor.known(ports, request)
    cookie = known.hex() if known else None
    device = f"tablet {place.tablet}" if place.tablet else cookie
    delay = max(0, int((at - opened.opened_at).total_seconds()))
    channel = Channel.KIOSK if place.tablet else Channel.WEB
    return Rater(
        Whose(opened.name, channel, opened.desk, opened.days(at)),
        spoken,
        at,
        opened.nonce,
        Evidence(device, network.prefix(request, ports.trusted_proxies), delay),
    )


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
