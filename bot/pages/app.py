"""The web door's addresses. Every failure on the way becomes a kind page, never a bare status."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import wraps

import structlog
from aiohttp import web
from aiohttp.typedefs import Middleware

from bot.pages import (
    answers,
    desk_door,
    file_door,
    kiosk_door,
    language,
    privacy_door,
    problems,
    rating_door,
    small_doors,
    tell_door,
    typing_slips,
)
from bot.pages.patience import Patient
from bot.pages.place import Unavailable
from bot.pages.ports import Ports
from bot.pages.public_door import PublicPage
from bot.pages.track_door import TrackPage
from bot.pages.weighing import Verdict

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
PageHandler = Callable[[Ports, web.Request], Awaitable[web.Response]]

_log = structlog.get_logger(__name__)
_MACHINES = ("/hooks/", "/healthz", "/readyz", "/metrics")


def routes(ports: Ports) -> list[web.RouteDef]:
    """Make the routes of the web door; none of them waits for the store beyond its patience."""
    soon = Patient(ports.look, min(ports.prompt, ports.patience))
    ports = replace(
        ports,
        run=Patient(ports.run, ports.patience),
        look=Patient(ports.look, ports.patience),
    )
    prompt = replace(ports, look=soon)
    track = TrackPage()
    return [
        web.get("/q/{token}", _page(ports, desk_door.scanned)),
        web.post("/q/{token}", _page(prompt, rating_door.posted)),
        web.get("/tablet/{token}", _page(ports, kiosk_door.enrolled)),
        web.get("/kiosk", _page(ports, kiosk_door.opened)),
        web.post("/kiosk", _page(prompt, kiosk_door.posted)),
        web.get("/case", _page(ports, tell_door.opened)),
        web.post("/case", _page(ports, tell_door.posted)),
        web.get("/case/{token}", _page(ports, tell_door.opened)),
        web.post("/case/{token}", _page(ports, tell_door.posted)),
        web.get("/t", _page(ports, track.opened)),
        web.post("/t", _page(ports, track.posted)),
        web.get("/f/{token}", _page(ports, file_door.opened)),
        web.post("/f/{token}", _page(ports, file_door.posted)),
        web.get("/", _page(ports, PublicPage().opened)),
        web.get("/privacy", _page(ports, privacy_door.opened)),
        web.get("/favicon.ico", _page(ports, small_doors.icon)),
        web.get("/robots.txt", _page(ports, small_doors.robots)),
        web.get("/{code}", _page(ports, desk_door.typed)),
    ]


def middlewares(ports: Ports) -> list[Middleware]:
    """Make what gives a kind page to addresses and methods that no route knows."""

    @web.middleware
    async def answer(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.path.startswith(_MACHINES):
            return await handler(request)
        return await _weighed(ports, request, handler)

    return [answer]


def _page(ports: Ports, handler: PageHandler) -> Handler:
    @wraps(handler)
    async def answer(request: web.Request) -> web.StreamResponse:
        return await _answered(ports, request, lambda asked: handler(ports, asked))

    return answer


async def _weighed(ports: Ports, request: web.Request, handler: Handler) -> web.StreamResponse:
    verdict = ports.loads.arrived(request)
    if verdict is not Verdict.LET_IN:
        return problems.busy(ports, language.of(request), verdict)
    try:
        return await _answered(ports, request, handler)
    finally:
        ports.loads.let_go(request)


async def _answered(ports: Ports, request: web.Request, handler: Handler) -> web.StreamResponse:
    spoken = language.of(request)
    try:
        return await handler(request)
    except Unavailable:
        return problems.not_read(ports, spoken)
    except web.HTTPNotFound:
        meant = typing_slips.meant(ports, request)
        return answers.away(meant) if meant else problems.of_status(ports, spoken, 404)
    except web.HTTPException as error:
        return _told(problems.of_status(ports, spoken, error.status), error)
    except Exception as error:  # noqa: BLE001  a citizen gets a page whatever went wrong
        # Only the kind of error: its text may quote what the citizen wrote.
        _log.error("page failed", error=type(error).__name__)
        return problems.of_status(ports, spoken, 500)


def _told(answer: web.Response, error: web.HTTPException) -> web.Response:
    # A 405 has to name the methods that are taken (RFC 9110, 15.5.6).
    if "Allow" in error.headers:
        answer.headers["Allow"] = error.headers["Allow"]
    return answer
