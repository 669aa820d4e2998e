"""Opens a desk's page for whoever scans its code or types it."""

from dataclasses import replace

from aiohttp import web

from bot.pages import answers, desk_view, go_view, language, problems, shell, visit, visitor
from bot.pages.desk_view import Sheet
from bot.pages.markup import Child, el
from bot.pages.place import Place, landed, placed, reached
from bot.pages.ports import Ports
from bot.pages.recording import Whose
from bot.pages.shell import Frame
from bot.pages.wording import say
from feedback.domain.channels import Channel
from feedback.domain.desks import Landed, Outcome
from feedback.domain.scale import Level

_NOWHERE = {
    Outcome.FORGED: "arrive.forged",
    Outcome.REVOKED: "arrive.revoked_away",
    Outcome.MOVED: "arrive.moved_away",
}
_WHY = {Outcome.MOVED: "desk.moved", Outcome.REVOKED: "desk.revoked"}

START_STAY = 1800
LONG_STAY = 120
"""Seconds until a shared tablet returns to its start: while it waits, and while it is read."""


async def scanned(ports: Ports, request: web.Request) -> web.Response:
    """Answer ``GET /q/<token>``."""
    text = request.match_info["token"]
    found = await landed(ports, text)
    if found.outcome is Outcome.CONTINUED:
        # The code of a visit is for a messenger and ends soon; the desk's own address lasts.
        return await _to_desk(ports, request, found, text)
    return await _show(ports, request, found, text)


async def typed(ports: Ports, request: web.Request) -> web.Response:
    """Answer ``GET /<CODE>``: on to the token's address, so that both are one page."""
    code = ports.codes.find(request.match_info["code"])
    if code is None:
        raise web.HTTPNotFound
    found = await landed(ports, code)
    if found.outcome in (Outcome.HERE, Outcome.CONTINUED):
        return await _to_desk(ports, request, found, code)
    return await _show(ports, request, found, code)


def nowhere(ports: Ports, spoken: str, found: Landed) -> web.Response:
    """Answer a code that leads to no desk."""
    phrase = _NOWHERE.get(found.outcome, "arrive.unknown")
    return problems.unknown_code(ports, spoken, phrase, found.formerly)


async def _to_desk(ports: Ports, request: web.Request, found: Landed, text: str) -> web.Response:
    if found.desk is None or found.desk.token is None:
        return await _show(ports, request, found, text)
    spoken = language.chosen(request)
    query = f"?lang={spoken}" if spoken else ""
    return answers.away(f"/q/{found.desk.token}{query}")


async def _show(ports: Ports, request: web.Request, found: Landed, text: str) -> web.Response:
    spoken = language.of(request)
    place = placed(found, text)
    if place is None:
        return nowhere(ports, spoken, found)
    who = visitor.known(ports, request)
    opened = visit.open_visit(place.card.id, ports.clock(), who)
    whose = Whose(opened.name, Channel.WEB, opened.desk, opened.days(opened.opened_at))
    again = who is not None and await reached(ports.look, whose.standing) is not None
    parts: list[Child] = [_why(place, spoken)]
    if again:
        parts.append(shell.note(say("desk.rated", spoken)))
    sheet = Sheet(place.action, visit.write(ports.cookies, opened), spoken)
    return levels_page(ports, place, sheet, *parts)


def levels_page(
    ports: Ports,
    place: Place,
    sheet: Sheet,
    *notes: Child,
    status: int = 200,
    now: Level | None = None,
    switch: Child = None,
) -> web.Response:
    """Answer with the five levels of a desk."""
    card, spoken = place.card, sheet.language
    title = say("desk.title", spoken, desk=card.name)
    # A tablet left in English, or with a note of the last visit, is soon ready for the next person.
    stay = START_STAY if spoken == "vi" and not notes else LONG_STAY
    framed = frame(place, title, spoken, path=place.action, scripted=bool(ports.zalo()), stay=stay)
    body = shell.page(
        replace(framed, switch=switch),
        *notes,
        desk_view.where(card),
        el("h1", say("desk.ask", spoken)),
        el("p", say("desk.hint", spoken), class_="soft"),
        desk_view.levels(sheet, now),
        _elsewhere(ports, place, spoken),
    )
    return answers.html(body, status)


def frame(
    place: Place,
    title: str,
    spoken: str,
    *,
    path: str | None = None,
    scripted: bool = False,
    stay: int = LONG_STAY,
) -> Frame:
    """Frame a page of a desk; on a shared tablet it returns to the start after ``stay`` seconds."""
    kiosk = bool(place.tablet)
    back = place.action if kiosk else None
    card = place.card
    return Frame(spoken, title, card.unit_name, path, scripted, kiosk, back, stay, card.sample)


def _why(place: Place, spoken: str) -> Child:
    key = _WHY.get(place.outcome)
    if key is None and place.formerly:
        return shell.note(say("desk.renamed", spoken, formerly=place.formerly))
    if key is None:
        return None
    if place.formerly:
        return shell.note(say(f"{key}_from", spoken, formerly=place.formerly))
    return shell.note(say(key, spoken))


def _elsewhere(ports: Ports, place: Place, spoken: str) -> Child:
    card = place.card
    # Nobody should sign in to an account of their own on a shared device.
    if not card.token or not card.code or place.tablet:
        return None
    about = el("p", say("go.desk_code", spoken), class_="soft")
    heading = say("desk.elsewhere", spoken)
    return go_view.ways(ports, spoken, heading, about, card.token, card.code)
