"""Owns the files that phones send: served from the stand-in's own address while they live."""

import secrets
from collections.abc import Callable

from aiohttp import web

# The smallest picture that every decoder takes: one grey pixel.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c636800000082008177cd72b60000000049454e44ae426082"
)


class Media:
    """Files by their path; ``fetched`` counts who came for them, and ``changed`` is told."""

    def __init__(self, base: Callable[[], str], changed: Callable[[], None]) -> None:
        self._base = base
        self._changed = changed
        self._files: dict[str, tuple[bytes, str]] = {}
        self.fetched: list[str] = []

    def keep(self, content: bytes, name: str, kind: str) -> str:
        """Keep a file; returns the address where anyone may fetch it."""
        path = f"{secrets.token_hex(8)}/{name}"
        self._files[path] = (content, kind)
        return f"{self._base()}/media/{path}"

    def keep_picture(self, content: bytes) -> str:
        """Keep a picture under a name that fits what it is."""
        jpeg = content.startswith(b"\xff\xd8")
        return (
            self.keep(content, "photo.jpg", "image/jpeg")
            if jpeg
            else self.keep(content, "photo.png", "image/png")
        )

    def forget(self) -> None:
        """Let every address die, as Zalo's do soon."""
        self._files.clear()

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/media/{path:.+}", self._serve)]

    async def _serve(self, request: web.Request) -> web.Response:
        found = self._files.get(request.match_info["path"])
        if found is None:
            raise web.HTTPNotFound(text="")
        self.fetched.append(request.match_info["path"])
        self._changed()
        return web.Response(body=found[0], headers={"Content-Type": found[1]})
