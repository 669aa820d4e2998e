"""The small files that browsers and crawlers ask for by themselves."""

from aiohttp import web

from bot.pages import answers
from bot.pages.ports import Ports

_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
    '<rect width="32" height="32" rx="7" fill="#8f1d21"/>'
    '<g fill="none" stroke="#fff" stroke-width="2.5" stroke-linecap="round">'
    '<path d="M11 11v2M21 11v2M9 18c3 6 11 6 14 0"/></g></svg>'
)
_ROBOTS = "User-agent: *\nDisallow: /q/\nDisallow: /t\nDisallow: /tablet/\nDisallow: /kiosk\n"


async def icon(ports: Ports, request: web.Request) -> web.Response:
    """Answer ``GET /favicon.ico``."""
    return _kept(web.Response(text=_ICON, content_type="image/svg+xml"))


async def robots(ports: Ports, request: web.Request) -> web.Response:
    """Answer ``GET /robots.txt``: desks' pages are for those who stand there."""
    return _kept(web.Response(text=_ROBOTS, content_type="text/plain"))


def _kept(answer: web.Response) -> web.Response:
    answer.headers["Cache-Control"] = "public, max-age=86400"
    return answers.guarded(answer)
