"""Reads the body of a posted form within bounds. What was sent stays in memory, never in a file."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, field
from typing import Final, TypeVar
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, ClientError, web
from aiohttp.http import HttpProcessingError

from bot.pages.loads import Loads

LARGEST: Final = 12_000_000
"""Bytes of one body: a photo of 10 MB and everything around it."""

_TEXT = 1_000_000
_PARTS = 64
_PATIENCE = 120.0
# All that aiohttp raises for a body that is no form; the headers of a part raise some of them.
_BROKEN = (
    ValueError,
    TimeoutError,
    AssertionError,
    web.HTTPBadRequest,
    ClientError,
    HttpProcessingError,
    web.RequestPayloadError,
)


T = TypeVar("T")


class TooLarge(Exception):
    """The body is longer than a form may be."""


class Unreadable(Exception):
    """The body is not a form, or it broke off."""


@dataclass(slots=True)
class Form:
    """Texts by their names, the last one of a name winning, and the photo, if any was chosen.

    ``crowded`` says that a photo came for which there was no room.
    """

    texts: dict[str, str] = field(default_factory=dict)
    photo: bytes = b""
    crowded: bool = False

    def text(self, name: str) -> str:
        """Give a text, empty where there is none."""
        return self.texts.get(name, "")


async def read(loads: Loads, request: web.Request) -> Form:
    """Read a form; raise TooLarge, or Unreadable, also for one that stalls."""
    if (request.content_length or 0) > LARGEST:
        raise TooLarge
    try:
        async with asyncio.timeout(_PATIENCE):
            if request.content_type == "multipart/form-data":
                return await _multipart(loads, request)
            return _encoded(await _bounded(loads, request))
    except _BROKEN as error:
        raise Unreadable from error


async def _soon(loads: Loads, piece: Awaitable[T]) -> T:
    """Wait for the next piece of a body; raise TimeoutError where it stalls."""
    async with asyncio.timeout(loads.limits.stall):
        return await piece


async def _bounded(loads: Loads, request: web.Request) -> bytes:
    body = bytearray()
    while chunk := await _soon(loads, request.content.readany()):
        body += chunk
        if len(body) > _TEXT:
            raise TooLarge
    return bytes(body)


def _encoded(body: bytes) -> Form:
    text = body.decode("ascii", "replace")
    pairs = parse_qsl(text, keep_blank_values=True, errors="replace", max_num_fields=_PARTS)
    return Form(dict(pairs))


async def _multipart(loads: Loads, request: web.Request) -> Form:
    form, left, parts = Form(), LARGEST, 0
    reader = await request.multipart()
    while (part := await _soon(loads, reader.next())) is not None:
        parts += 1
        if not isinstance(part, BodyPartReader) or parts > _PARTS:
            raise Unreadable
        if part.name == "photo":
            left -= await _photo(loads, request, part, left, form)
            continue
        content = await _part(loads, part, min(left, _TEXT))
        left -= len(content)
        if part.name:
            form.texts[part.name] = content.decode("utf-8", "replace")
    return form


async def _part(loads: Loads, part: BodyPartReader, most: int) -> bytes:
    content = bytearray()
    while chunk := await _soon(loads, part.read_chunk(65536)):
        content += chunk
        if len(content) > most:
            raise TooLarge
    return bytes(content)


async def _photo(
    loads: Loads, request: web.Request, part: BodyPartReader, most: int, form: Form
) -> int:
    """Read a photo into a form, or past it where memory has no room; give its bytes."""
    content, size = bytearray(), 0
    while chunk := await _soon(loads, part.read_chunk(65536)):
        size += len(chunk)
        if size > most:
            raise TooLarge
        if not form.crowded and loads.hold(request, len(chunk)):
            content += chunk
        else:
            # The photo alone is given up: it is read past, for the rest of the form stands behind
            # it.
            form.crowded = True
            content.clear()
    form.photo = bytes(content)
    return size
