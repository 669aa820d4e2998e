"""Owns the headers that every answer has, a machine's too. It names no version of anything."""

from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import web

Signal = Callable[[web.Request, web.StreamResponse], Awaitable[None]]
_YEAR: Final = "max-age=31536000"


def signed(public_url: str) -> Signal:
    """Make what is done to each answer; with an https address browsers are told to stay with it."""
    added = {"Server": "hailong", "X-Content-Type-Options": "nosniff"}
    if public_url.startswith("https://"):
        added["Strict-Transport-Security"] = _YEAR

    async def sign(request: web.Request, answer: web.StreamResponse) -> None:
        for name, value in added.items():
            answer.headers.setdefault(name, value)

    return sign
