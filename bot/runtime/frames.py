"""Records in a file that only grows: marked, measured and checksummed.

A record that was torn is stepped over; it never hides those after it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from struct import Struct
from zlib import crc32

_MARK = b"\x89HLspool"
_HEAD = Struct(">II")
_FRONT = len(_MARK) + _HEAD.size
_END = b"\n"
"""Without it the first bytes of the next record could by chance complete one that broke off."""
LARGEST = 1 << 20
"""Bytes of one record; updates stay far below."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A record as it was written; ``frame`` is all of it, to be kept as it stands."""

    content: bytes
    frame: bytes


@dataclass(frozen=True, slots=True)
class Torn:
    """Bytes that are no record: one that broke off, or was damaged."""

    frame: bytes


@dataclass(frozen=True, slots=True)
class Scanned:
    """What stands in some bytes; from ``end`` on no record has ended yet."""

    parts: tuple[Whole | Torn, ...]
    end: int


def framed(content: bytes) -> bytes:
    """Frame a record; raise ValueError above LARGEST."""
    if len(content) > LARGEST:
        raise ValueError("the record is too large")
    return _MARK + _HEAD.pack(len(content), crc32(content)) + content + _END


def scan(data: bytes) -> Scanned:
    """Find the records in what was read from the beginning of one, or of the file."""
    parts = tuple(_parts(data))
    return Scanned(parts, sum(len(part.frame) for part in parts))


def _parts(data: bytes) -> Iterator[Whole | Torn]:
    at = torn = 0
    while (at := data.find(_MARK, at)) != -1:
        content = _content(data, at)
        if content is None:
            # What is torn has no length to believe: the next record may begin anywhere after its
            # mark.
            at += 1
            continue
        if torn < at:
            yield Torn(data[torn:at])
        torn = at + _FRONT + len(content) + len(_END)
        yield Whole(content, data[at:torn])
        at = torn


def _content(data: bytes, at: int) -> bytes | None:
    begin = at + _FRONT
    if begin > len(data):
        return None
    length, checksum = _HEAD.unpack_from(data, at + len(_MARK))
    if length > LARGEST or data[begin + length : begin + length + 1] != _END:
        return None
    content = data[begin : begin + length]
    return content if crc32(content) == checksum else None
