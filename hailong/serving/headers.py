"""Owns the headers that every answer has, a machine's too. It names no version of anything."""

from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import web

Signal = Callable[[web.Request, web.StreamResponse], Awaitable[None]]
NAME: Final = "hailong"
LEAST: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
}
"""What an answer has that says nothing else of it: nothing runs, nothing is kept."""
_YEAR: Final = "max-age=31536000"


def signed(public_url: str) -> Signal:
    """Make what is done to each answer; with an https address browsers are told to stay with it."""
    added = dict(LEAST)
    if public_url.startswith("https://"):
        added["Strict-Transport-Security"] = _YEAR

    async def sign(request: web.Request, answer: web.StreamResponse) -> None:
        # The library has named itself and its version by now.
        answer.headers["Server"] = NAME
        for name, value in added.items():
            # A page that states a policy of its own keeps it.
            answer.headers.setdefault(name, value)

    return sign
