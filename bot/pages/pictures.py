"""Takes a photo that was sent with a form, or says in a word why it cannot be taken."""

import asyncio
import io

from aiohttp import web

from bot.pages.form import Form
from bot.pages.ports import Ports
from feedback.services import photos
from feedback.services.photos import BadPhoto, Photo

MOST_PIXELS = 50_000_000
"""More than any phone's camera takes; beyond it a small file may be meant to exhaust memory."""
_HEIC = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})


async def taken(ports: Ports, request: web.Request, filled: Form) -> Photo | str | None:
    """Give the photo of a form, cleaned, the key of the words for why not, or None for no photo."""
    if filled.crowded:
        return "photo.later"
    if not filled.photo:
        return None
    if not ports.loads.takes_photo(request):
        return "photo.later"
    return await cleaned(ports.photo_turns, filled.photo)


async def cleaned(turns: asyncio.Semaphore, data: bytes) -> Photo | str:
    """Give a cleaned photo, or the key of the words that say what is wrong with it.

    The work is done in a thread, a few photos at a time, since each may need 150 MB meanwhile.
    """
    if len(data) > photos.LARGEST:
        return "photo.big"
    # What iPhones take unless set otherwise, so that it has words of its own.
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        return "photo.heic"
    if not _known(data):
        return "photo.kind"
    async with turns:
        return await asyncio.to_thread(_cleaned, data)


def _cleaned(data: bytes) -> Photo | str:
    # Read from the head alone, before anything is unpacked.
    if _pixels(data) > MOST_PIXELS:
        return "photo.pixels"
    try:
        return photos.clean(data)
    except BadPhoto:
        return "photo.broken"


def _pixels(data: bytes) -> float:
    """Read from a picture's head how many pixels it promises; 0 where it has no head."""
    from PIL import Image  # noqa: PLC0415  (only a photo needs it)

    try:
        with Image.open(io.BytesIO(data), formats=photos.FORMATS) as picture:
            return picture.width * picture.height
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return float("inf")
    except Exception:  # noqa: BLE001  Pillow raises whatever a broken file makes its decoders raise
        return 0


def _known(data: bytes) -> bool:
    webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    return webp or data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"))
