"""The page of a desk's shared tablet: each rating starts afresh, and the page returns by itself."""

from datetime import timedelta
from functools import partial

from aiohttp import web

from bot.pages import answers, blind_door, desk_door, language, problems, visit, visitor
from bot.pages.desk_view import Sheet
from bot.pages.place import Place, Unavailable, reached
from bot.pages.ports import Ports
from bot.pages.rating_door import filled_in, spoken_in, take
from feedback.services import tablets

COOKIE = "hailong_tablet"
LASTS = timedelta(days=400)
"""The longest that a browser keeps a cookie; each opening of the page begins it anew."""
PATH = "/kiosk"

_PURPOSE = "tablet"


async def enrolled(ports: Ports, request: web.Request) -> web.Response:
    """Answer ``GET /tablet/<token>``: let this browser be the tablet, and show its page."""
    serial = tablets.known(ports.codes, request.match_info["token"])
    if serial is None or await _place(ports, serial) is None:
        return _gone(ports, request)
    query = f"?{request.query_string}" if language.chosen(request) else ""
    # Sent on, so that the tablet's secret does not stay in its address.
    answer = answers.away(PATH + query)
    _remember(ports, answer, serial)
    return answer


async def opened(ports: Ports, request: web.Request) -> web.Response:
    """Answer ``GET /kiosk``: the levels, for a visitor nobody knows."""
    place = await _known(ports, request)
    if place is None:
        return _gone(ports, request)
    fresh = visit.open_visit(place.card.id, ports.clock(), tablet=place.tablet)
    sheet = Sheet(PATH, visit.write(ports.cookies, fresh), language.chosen(request) or "vi")
    answer = desk_door.levels_page(ports, place, sheet)
    _remember(ports, answer, place.tablet)
    return answer


async def posted(ports: Ports, request: web.Request) -> web.Response:
    """Answer ``POST /kiosk``."""
    serial = _serial(ports, request)
    if serial is None:
        return _gone(ports, request)
    filled = await filled_in(ports, request)
    spoken = spoken_in(request, filled)
    try:
        place = await _place(ports, serial)
    except Unavailable:
        return await blind_door.taken(ports, request, filled, spoken, PATH, serial)
    if place is None:
        return _gone(ports, request)
    return await take(ports, request, place, filled, spoken)


async def _known(ports: Ports, request: web.Request) -> Place | None:
    serial = _serial(ports, request)
    return None if serial is None else await _place(ports, serial)


def _serial(ports: Ports, request: web.Request) -> int | None:
    content = visitor.held(ports, request, COOKIE, _PURPOSE)
    return int.from_bytes(content) if content is not None and len(content) == 8 else None


async def _place(ports: Ports, serial: int) -> Place | None:
    card = await reached(ports.look, partial(tablets.card, serial=serial))
    return None if card is None else Place(card, PATH, tablet=serial)


def _remember(ports: Ports, answer: web.Response, serial: int) -> None:
    signed = ports.cookies.sign(_PURPOSE, serial.to_bytes(8))
    visitor.put(ports, answer, COOKIE, signed, LASTS)


def _gone(ports: Ports, request: web.Request) -> web.Response:
    return problems.problem(ports, language.of(request), "tablet", 404)
