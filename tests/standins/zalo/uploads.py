"""Owns what the office uploads: checked on the way in, dead after seven days."""

import io
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from PIL import Image

from tests.standins.zalo.clock import Clock
from tests.standins.zalo.refused import Refused

LIVES = timedelta(days=7)
IMAGE_MOST = 2**20
FILE_MOST = 5 * 2**20
ENDINGS = frozenset({"pdf", "doc", "docx", "csv"})


@dataclass(frozen=True)
class Asset:
    """An upload, by the moment of its death and by where it can be looked at."""

    url: str
    name: str
    until: datetime


class Uploads:
    """Assets by their handle, and how many of each kind came this month."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._assets: dict[str, Asset] = {}
        self._month: dict[tuple[str, str], int] = {}

    def count(self, kind: str, most: int) -> None:
        """Count an upload of this month; raise Refused (-211) above the most."""
        key = (kind, self._clock.now().strftime("%Y-%m"))
        self._month[key] = self._month.get(key, 0) + 1
        if self._month[key] > most:
            raise Refused(-211)

    def keep(self, url: str, name: str) -> str:
        """Keep an upload; returns its handle."""
        handle = secrets.token_urlsafe(24)
        self._assets[handle] = Asset(url, name, self._clock.now() + LIVES)
        return handle

    def find(self, handle: str) -> Asset:
        """Find an upload; raise Refused (-201 unknown, -100 dead)."""
        asset = self._assets.get(handle)
        if asset is None:
            raise Refused(-201, "attachment_id")
        if self._clock.now() > asset.until:
            raise Refused(-100)
        return asset


def image(content: bytes) -> str:
    """Look at a picture: jpg or png of at most 1 MB; raise Refused (-201, -210)."""
    if len(content) > IMAGE_MOST:
        raise Refused(-210, "file")
    try:
        with Image.open(io.BytesIO(content)) as picture:
            kind = str(picture.format).lower()
    except OSError:
        kind = ""
    if kind not in ("png", "jpeg"):
        raise Refused(-201, "file")
    return kind


def document(content: bytes, name: str) -> None:
    """Look at a file: PDF, DOC, DOCX or CSV of at most 5 MB; raise Refused (-201, -210)."""
    if len(content) > FILE_MOST:
        raise Refused(-210, "file")
    if name.rpartition(".")[2].lower() not in ENDINGS:
        raise Refused(-201, "file")
