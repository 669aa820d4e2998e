"""The code in the terminal is read by an independent reader, in any theme."""

import numpy as np
from PIL import Image

from qr.terminal import ascii_qr
from tests.qr import camera

URL = "http://192.168.1.5:8080/q/EgFrMQAAAAAAAUabcdefghijklmnop"
HALVES = {"█": (1, 1), "▀": (1, 0), "▄": (0, 1), " ": (0, 0)}


def shown(text: str, ink: int, ground: int) -> Image.Image:
    """Draw half blocks as a terminal does, 4 by 8 pixels a character."""
    lines = text.splitlines()
    cells = np.full((2 * len(lines), len(lines[0])), ground, dtype=np.uint8)
    for row, line in enumerate(lines):
        for column, char in enumerate(line):
            for half, lit in enumerate(HALVES[char]):
                cells[2 * row + half, column] = ink if lit else ground
    return Image.fromarray(np.kron(cells, np.ones((4, 4), dtype=np.uint8)))


def test_the_code_is_read_from_a_dark_terminal() -> None:
    """Blocks are the light modules."""
    assert camera.read(shown(ascii_qr(URL), ink=255, ground=0)) == [URL]


def test_the_code_is_read_from_a_light_terminal_too() -> None:
    """Even inverted, a reader that tries finds it."""
    assert camera.read(shown(ascii_qr(URL), ink=0, ground=255)) == [URL]


def test_it_fits_a_small_terminal_with_its_quiet_zone() -> None:
    """80 columns by 24 lines hold it; four light modules surround it."""
    lines = ascii_qr(URL).splitlines()
    assert len(lines) <= 23
    assert {len(line) for line in lines} == {41}
    assert all(line.startswith("████") and line.endswith("████") for line in lines)
    assert set(lines[0] + lines[1] + lines[-1] + lines[-2]) == {"█"}


def test_with_colour_each_line_sets_its_own_and_resets() -> None:
    """White on black is said outright, so that the theme does not matter."""
    plain, coloured = ascii_qr(URL).splitlines(), ascii_qr(URL, colour=True).splitlines()
    for before, after in zip(plain, coloured, strict=True):
        assert after == f"\x1b[38;2;255;255;255;48;2;0;0;0m{before}\x1b[0m"
