"""What a hurried hand adds to an address: slashes, and a capital first. It never opens a door.

An address typed so leads on to its one spelling, so that every page has one address.
"""

import re
from urllib.parse import unquote

from aiohttp import web

from bot.pages.ports import Ports

_DOORS = frozenset({"/t", "/case", "/privacy", "/kiosk"})
"""Addresses that are read out and printed; a phone's keyboard begins them with a capital."""
_TOKEN = re.compile(r"/(q|f|case|tablet)/[\w.-]+", re.ASCII)


def meant(ports: Ports, request: web.Request) -> str | None:
    """Give the address of ours that was meant by one that leads nowhere; None where there is none.

    No other is ever led to: a name that somebody put into a link must not come back as an address.
    """
    if request.method not in ("GET", "HEAD"):
        return None
    asked = request.rel_url.raw_path
    path = "/" + re.sub(r"/{2,}", "/", asked).strip("/")
    if path.lower() in _DOORS:
        path = path.lower()
    elif not _TOKEN.fullmatch(path) and ports.codes.find(unquote(path[1:])) is None:
        return None
    query = request.rel_url.raw_query_string
    return None if path == asked else path + (f"?{query}" if query else "")
