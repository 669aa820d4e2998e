"""Owns the cookie that knows a visitor again, so that one person at one desk rates once a day.

It holds 16 bytes of chance and the day it was given, nothing about the person.
"""

import struct
from datetime import UTC, datetime, timedelta

from aiohttp import web

from bot.pages.ports import Ports

COOKIE = "hailong_visitor"
LASTS = timedelta(days=90)
"""A quarter: the pseudonym of a rating changes each quarter, so a longer memory has no use."""

_PURPOSE = "visitor"
_LONGEST = 512
_FORM = struct.Struct(">16sq")


def known(ports: Ports, request: web.Request) -> bytes | None:
    """Give the visitor that a request's cookie names, or None."""
    packed = held(ports, request, COOKIE, _PURPOSE)
    if packed is None or len(packed) != _FORM.size:
        return None
    visitor, seconds = _FORM.unpack(packed)
    given: bytes = visitor
    return given if ports.clock() - datetime.fromtimestamp(seconds, UTC) <= LASTS else None


def remember(ports: Ports, answer: web.Response, visitor: bytes) -> None:
    """Let the answer name its visitor to the browser."""
    packed = _FORM.pack(visitor, int(ports.clock().timestamp()))
    put(ports, answer, COOKIE, ports.cookies.sign(_PURPOSE, packed), LASTS)


def held(ports: Ports, request: web.Request, name: str, purpose: str) -> bytes | None:
    """Give what a signed cookie holds, or None for one that is absent or not ours."""
    text = request.cookies.get(name, "")
    if not text.isascii() or len(text) > _LONGEST:
        return None
    return ports.cookies.read(purpose, text)


def put(ports: Ports, answer: web.Response, name: str, value: str, lasts: timedelta) -> None:
    """Set a cookie that no script reads and no other site sends."""
    answer.set_cookie(
        name,
        value,
        max_age=int(lasts.total_seconds()),
        path="/",
        httponly=True,
        samesite="Lax",
        # Where an office tries it out without https, a secure cookie would never come back.
        secure=ports.public_url.startswith("https:"),
    )
