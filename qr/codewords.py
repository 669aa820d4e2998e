"""Own the codewords of a QR code: a text's bytes, padded, corrected and interleaved.

The tables of blocks come from `qrcode`; only the arithmetic is done here, in whole integers.
"""

from collections.abc import Iterable
from functools import lru_cache
from itertools import zip_longest

from qrcode.base import gexp, glog, rs_blocks

_BYTE_MODE = 0b0100
_PADS = b"\xec\x11"
LONG_COUNT_FROM = 10  # from this version on a byte count has 16 bits


def bits_needed(length: int, version: int) -> int:
    """Return how many bits `length` bytes take in a symbol of this version, mode included."""
    return 4 + (16 if version >= LONG_COUNT_FROM else 8) + 8 * length


def codewords(data: bytes, version: int, level: int) -> bytes:
    """Return the final message of data that fits (ISO/IEC 18004:2015, 7.4 to 7.6)."""
    blocks = [(b.data_count, b.total_count - b.data_count) for b in rs_blocks(version, level)]
    padded = _padded(data, version, sum(size for size, _ in blocks))
    parts, corrections, start = [], [], 0
    for size, extra in blocks:
        part = padded[start : start + size]
        parts.append(part)
        corrections.append(_correction(part, extra))
        start += size
    return _woven(parts) + _woven(corrections)


def _padded(data: bytes, version: int, capacity: int) -> bytes:
    used = bits_needed(len(data), version)
    head = _BYTE_MODE << (used - 4 - 8 * len(data)) | len(data)
    # Mode and count leave half a byte, which the four zeros of the terminator fill.
    words = ((head << 8 * len(data) | int.from_bytes(data, "big")) << 4).to_bytes(
        used // 8 + 1, "big"
    )
    return (words + _PADS * capacity)[:capacity]


def _woven(parts: Iterable[bytes]) -> bytes:
    return bytes(word for column in zip_longest(*parts) for word in column if word is not None)


def _correction(part: bytes, extra: int) -> bytes:
    """Return the remainder of the part's polynomial by the generator of degree `extra`."""
    multiples = _multiples(extra)
    top, rest = 8 * (extra - 1), 0
    keep = (1 << top) - 1
    for word in part:
        rest = (rest & keep) << 8 ^ multiples[rest >> top ^ word]
    return rest.to_bytes(extra, "big")


@lru_cache(maxsize=32)
def _multiples(degree: int) -> tuple[int, ...]:
    """Return the generator polynomial, without its leading 1, times each of the 256 words."""
    generator = [1]
    for power in range(degree):
        shifted, scaled = [*generator, 0], [0, *(_times(term, gexp(power)) for term in generator)]
        generator = [left ^ right for left, right in zip(shifted, scaled, strict=True)]
    return tuple(
        int.from_bytes(bytes(_times(term, word) for term in generator[1:]), "big")
        for word in range(256)
    )


def _times(left: int, right: int) -> int:
    return gexp(glog(left) + glog(right)) if left and right else 0
