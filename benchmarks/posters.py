"""Measure pages of posters a second beside bare codes from `qrcode`, in one run.

It never compares with a figure of another day: both sides work in turns on this machine.
"""

import argparse
import io
import json
import sys
import time
from collections.abc import Callable

import qrcode

from qr.keys import Key, KeyRing
from qr.links import desk_url, typed_address
from qr.posters import Layout, Paper, Poster, render_pdf
from qr.shortcode import COUNT, from_number
from qr.tokens import Purpose, mint

PUBLIC_URL = "https://danhgia.donghungthuan.gov.vn"
NEEDED, MOONSHOT = 1.5, 3.0
ROUNDS = 4
Clock = Callable[[], float]


def posters(count: int, start: int = 0) -> list[Poster]:
    """Return the posters of desks that all differ, as one province prints them."""
    ring = KeyRing((Key("k1", b"a secret for the benchmark"),))
    made = []
    for number in range(start, start + count):
        code = from_number(number * 977 % COUNT)
        made.append(
            Poster(
                unit=f"UBND phường số {number // 6}",
                desk=f"Quầy {number % 6 + 1} – Hộ tịch, chứng thực",
                url=desk_url(PUBLIC_URL, mint(ring, Purpose.DESK, number)),
                typed_address=typed_address(PUBLIC_URL, code),
                code=code,
                hotline="028 3715 1234",
            )
        )
    return made


def measure(pages: int, clock: Clock) -> dict[str, float]:
    """Make the pages and the plain codes in alternating rounds; return rates and their ratio."""
    desks = posters(pages)
    # Not measured: fonts and libraries load on the first page.
    render_pdf(desks[:2], Layout(paper=Paper.A5), io.BytesIO())
    qrcode.make(desks[0].url).save(io.BytesIO(), "PNG")
    ours = theirs = 0.0
    size = -(-pages // ROUNDS)
    for at in range(0, pages, size):
        batch = desks[at : at + size]
        ours += timed(lambda: render_pdf(batch, Layout(paper=Paper.A5), io.BytesIO()), clock)  # noqa: B023
        theirs += timed(lambda: plain_codes(batch), clock)  # noqa: B023
    return {
        "pages": pages,
        "poster_pages_per_s": round(pages / ours, 1),
        "bare_qrcode_png_per_s": round(pages / theirs, 1),
        "ratio": round(theirs / ours, 2),
        "needed": NEEDED,
        "moonshot": MOONSHOT,
    }


def plain_codes(batch: list[Poster]) -> None:
    """Make one plain PNG a desk, as `qrcode` does out of the box."""
    for poster in batch:
        qrcode.make(poster.url).save(io.BytesIO(), "PNG")


def timed(work: Callable[[], object], clock: Clock) -> float:
    """Return the seconds some work takes."""
    start = clock()
    work()
    return clock() - start


def main() -> int:
    """Print the figures as JSON and one line to read; fail below what is needed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    figures = measure(parser.parse_args().pages, time.perf_counter)
    print(json.dumps(figures))
    print(
        f"{figures['pages']} A5 pages: {figures['poster_pages_per_s']} pages/s, bare qrcode"
        f" {figures['bare_qrcode_png_per_s']} PNG/s, ratio {figures['ratio']}"
        f" (needed {NEEDED}, moonshot {MOONSHOT})",
        file=sys.stderr,
    )
    return 0 if figures["ratio"] >= NEEDED else 1


if __name__ == "__main__":
    sys.exit(main())
