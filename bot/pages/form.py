"""Reads the body of a posted form within bounds. What was sent stays in memory, never in a file."""

import asyncio
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, ClientError, web

LARGEST: Final = 12_000_000
"""Bytes of one body: a photo of 10 MB and everything around it."""

_TEXT = 1_000_000
_PARTS = 64
_PATIENCE = 120.0
_BROKEN = (
    ValueError,
    TimeoutError,
    AssertionError,
    web.HTTPBadRequest,
    ClientError,
    web.RequestPayloadError,
)


class TooLarge(Exception):
    """The body is longer than a form may be."""


class Unreadable(Exception):
    """The body is not a form, or it broke off."""


@dataclass(slots=True)
class Form:
    """Texts by their names, the last one of a name winning, and the photo, if any was chosen."""

    texts: dict[str, str] = field(default_factory=dict)
    photo: bytes = b""

    def text(self, name: str) -> str:
        """Give a text, empty where there is none."""
        return self.texts.get(name, "")


async def read(request: web.Request) -> Form:
    """Read a form; raise TooLarge or Unreadable."""
    if (request.content_length or 0) > LARGEST:
        raise TooLarge
    try:
        async with asyncio.timeout(_PATIENCE):
            if request.content_type == "multipart/form-data":
                return await _multipart(request)
            return _encoded(await _bounded(request))
    except _BROKEN as error:
        raise Unreadable from error


async def _bounded(request: web.Request) -> bytes:
    body = bytearray()
    async for chunk in request.content.iter_chunked(65536):
        body += chunk
        if len(body) > _TEXT:
            raise TooLarge
    return bytes(body)


def _encoded(body: bytes) -> Form:
    text = body.decode("ascii", "replace")
    pairs = parse_qsl(text, keep_blank_values=True, errors="replace", max_num_fields=_PARTS)
    return Form(dict(pairs))


async def _multipart(request: web.Request) -> Form:
    form, left, parts = Form(), LARGEST, 0
    reader = await request.multipart()
    while (part := await reader.next()) is not None:
        parts += 1
        if not isinstance(part, BodyPartReader) or parts > _PARTS:
            raise Unreadable
        most = left if part.name == "photo" else min(left, _TEXT)
        content = await _part(part, most)
        left -= len(content)
        if part.name == "photo":
            form.photo = content
        elif part.name:
            form.texts[part.name] = content.decode("utf-8", "replace")
    return form


async def _part(part: BodyPartReader, most: int) -> bytes:
    content = bytearray()
    while chunk := await part.read_chunk(65536):
        content += chunk
        if len(content) > most:
            raise TooLarge
    return bytes(content)
