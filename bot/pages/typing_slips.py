"""What a hurried hand adds to an address: slashes, and a capital first. It never opens a door.

An address typed so leads on to its one spelling, so that every page has one address.
"""

import re

from aiohttp import web

_DOORS = frozenset({"/t", "/case", "/privacy"})
"""Addresses that are read out and printed; a phone's keyboard begins them with a capital."""


def meant(request: web.Request) -> str | None:
    """Give the address that was meant by one that leads nowhere; None where that is no other.

    It begins with one slash and no second, so that it never leads to another host.
    """
    if request.method not in ("GET", "HEAD"):
        return None
    asked = request.rel_url.raw_path
    path = "/" + re.sub(r"/{2,}", "/", asked).strip("/")
    if path.lower() in _DOORS:
        path = path.lower()
    query = request.rel_url.raw_query_string
    return None if path == asked else path + (f"?{query}" if query else "")
