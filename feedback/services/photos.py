"""Photos that belong to ratings: cleaned of everything but the picture, sealed, kept in chunks.

No original byte is ever stored: place, camera and thumbnails go with the re-encoding.
"""

import io
from dataclasses import dataclass
from datetime import timedelta

from feedback.domain.given import Giver
from feedback.domain.ids import RatingId
from feedback.services import intake
from feedback.store import files
from feedback.store.files import Pending
from feedback.store.work import Work

LARGEST = 10 * 2**20
"""Bytes of a photo as it comes in."""
MOST = 5
"""Photos of one rating."""
_PIXELS = 50_000_000
_SIDE = 2400
_TRIES = 6
FORMATS = ("JPEG", "PNG", "WEBP")


class BadPhoto(ValueError):
    """The bytes are no photo that can be kept."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A cleaned JPEG."""

    data: bytes
    mime: str = "image/jpeg"


def clean(data: bytes) -> Photo:
    """Re-encode a photo as a JPEG of at most 2400 pixels a side, upright, without metadata.

    Raises BadPhoto for what is too large, no picture, or a picture meant to exhaust memory.
    """
    from PIL import Image, ImageOps  # noqa: PLC0415  (only a photo needs it)

    if len(data) > LARGEST:
        raise BadPhoto("larger than 10 MB")
    try:
        # Of Pillow's many decoders only these three are let near a stranger's bytes.
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            # By the header, before a pixel is opened: some kilobytes can unfold to 900 million of
            # them.
            if picture.width * picture.height > _PIXELS:
                raise BadPhoto("too many pixels")
            picture.thumbnail((_SIDE, _SIDE))  # first, so that no second copy is large
            upright = ImageOps.exif_transpose(picture).convert("RGB")
        out = io.BytesIO()
        upright.save(out, "JPEG", quality=85)
    except BadPhoto:
        raise
    except Exception as error:
        # Pillow raises whatever a broken file makes its decoders raise.
        raise BadPhoto("no picture") from error
    return Photo(out.getvalue())


def add(work: Work, giver: Giver, photo: Photo, channel: str) -> bool:
    """Keep a cleaned photo with a giver's rating; say no if there is none or it has five."""
    standing = intake.standing(work, [giver]).get(giver)
    if standing is None or files.count(work, standing.id) >= MOST:
        return False
    identity = work.new_id()
    files.begin(work, identity, standing.id, channel)
    files.keep(work, identity, photo.mime, photo.data)
    return True


def pending(work: Work, channel: str, account: str, limit: int) -> list[Pending]:
    """Give photos that are still at a messenger and due to be fetched."""
    return files.pending(work, channel, account, limit)


def keep(work: Work, identity: int, photo: Photo) -> None:
    """Keep a fetched photo."""
    files.keep(work, identity, photo.mime, photo.data)


def put_off(work: Work, item: Pending, problem: str, *, for_good: bool) -> None:
    """Note a failed fetch: try again later, or give up visibly."""
    if for_good or item.tries + 1 >= _TRIES:
        files.fail(work, item.id, problem)
    else:
        # From 20 seconds to 85 minutes: the sixth and last try comes within two hours.
        wait = timedelta(seconds=20 * 4**item.tries)
        files.delay(work, item.id, work.now + wait, problem)


def read(work: Work, rating: RatingId) -> list[Photo]:
    """Read the kept photos of a rating."""
    return [Photo(data, mime) for mime, data in files.read(work, rating)]
