"""A symbol says what it was given, as strongly as its size allows, and scans no worse."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFilter
from qrcode import QRCode, util

from qr import masks
from qr.codewords import bits_needed, codewords
from qr.matrix import Grid, Level, encode
from tests.qr import camera


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("length", [1, 14, 60, 74, 150, 400, 900])
def test_an_independent_reader_reads_every_size(level: Level, length: int) -> None:
    """Small and large symbols of every level hold their text."""
    text = ("https://danhgia.gov.vn/q/" + "aZ09_-" * 200)[:length]
    assert camera.read(camera.symbol(encode(text, level), 4)) == [text]


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=120))
def test_any_address_comes_back(text: str) -> None:
    """What is printed is what is read."""
    assert camera.read(camera.symbol(encode(text, Level.Q), 4)) == [text]


def test_a_text_beyond_the_largest_symbol_is_refused() -> None:
    """Nothing is ever cut to fit."""
    with pytest.raises(ValueError, match="too long"):
        encode("a" * 3000, Level.Q)


def test_a_stronger_level_is_taken_when_it_costs_no_size() -> None:
    """22 bytes fill neither level Q nor H of the same size, so H is printed."""
    assert encode("a" * 22, Level.Q).size == encode("a" * 22, Level.H).size
    assert encode("a" * 22, Level.Q) == encode("a" * 22, Level.H)


@given(st.binary(min_size=1, max_size=600), st.integers(0, 3))
def test_the_codewords_are_those_of_the_reference_library(data: bytes, level: int) -> None:
    """Padding, correction and interleaving agree bit for bit, for every version that fits."""
    fitting = [
        v for v in range(1, 41) if bits_needed(len(data), v) <= util.BIT_LIMIT_TABLE[level][v]
    ]
    for version in fitting[:2]:
        piece = util.QRData(data, mode=util.MODE_8BIT_BYTE)
        assert codewords(data, version, level) == bytes(util.create_data(version, level, [piece]))


def plain_penalty(rows: list[list[bool]]) -> int:
    """Weigh a symbol as the standard's text says, cell by cell."""
    lines = [*rows, *(list(column) for column in zip(*rows, strict=True))]
    score = 0
    for line in lines:
        run = 1
        for before, cell in zip(line, [*line[1:], None], strict=True):
            if cell == before:
                run += 1
            else:
                score += run - 2 if run >= 5 else 0
                run = 1
        text = "".join("01"[cell] for cell in line)
        for at in range(len(text)):
            score += 40 * (text[at : at + 11] in ("10111010000", "00001011101"))
    size = len(rows)
    for y in range(size - 1):
        for x in range(size - 1):
            four = {rows[y][x], rows[y][x + 1], rows[y + 1][x], rows[y + 1][x + 1]}
            score += 3 * (len(four) == 1)
    dark = sum(map(sum, rows))
    return score + 10 * int(abs(dark * 100 / size**2 - 50) / 5)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from([21, 25, 41]), st.sampled_from([0.2, 0.5, 0.8]))
def test_penalties_in_whole_integers_equal_the_standards_rules(
    seed: int, size: int, share: float
) -> None:
    """The quick arithmetic is the slow definition."""
    chance = random.Random(seed)
    rows = [[chance.random() < share for _ in range(size)] for _ in range(size)]
    # The pattern that the third rule looks for, which chance alone seldom draws.
    rows[0][:11] = [c == "1" for c in "10111010000"]
    stride = size + 1
    # A light column parts the rows, so that no run goes on from one into the next.
    dark = int("".join("".join("01"[c] for c in row) + "0" for row in rows), 2)
    field = int(("1" * size + "0") * size, 2)
    assert masks.penalty(dark, field, stride) == plain_penalty(rows)


def test_of_the_eight_masks_the_lightest_is_printed() -> None:
    """No other mask of the same symbol weighs less."""
    text = "https://danhgia.gov.vn/q/EgFrMQAAAAAAAUabcdefghijklmnop"
    chosen = encode(text, Level.Q)
    weights = []
    for mask in range(8):
        other = QRCode(error_correction=Level.Q, mask_pattern=mask)
        other.add_data(text.encode(), optimize=0)
        other.make()
        assert len(other.modules) == chosen.size
        weights.append(plain_penalty([[bool(c) for c in row] for row in other.modules]))
    assert plain_penalty([[c == "1" for c in row] for row in chosen.rows]) == min(weights)


def test_a_middle_can_be_left_free() -> None:
    """A logo's place is whole modules, in the very middle."""
    grid = Grid(("111", "111", "111"))
    assert grid.cleared(1).rows == ("111", "101", "111")


def library_symbol(text: str) -> Grid:
    """Return the symbol as the library makes it by itself, its mask chosen automatically."""
    code = QRCode(error_correction=Level.Q)
    code.add_data(text.encode(), optimize=0)
    code.make()
    return Grid(tuple("".join("01"[bool(c)] for c in row) for row in code.modules))


def scanned(grid: Grid, text: str, seed: int) -> bool:
    """Say whether a bad glance, blurred and noisy, still gives the text."""
    image = camera.symbol(grid, 6).resize((220, 220), Image.Resampling.BILINEAR)
    light = np.asarray(image.filter(ImageFilter.GaussianBlur(1.65)), dtype=np.float32)
    noise = np.random.default_rng(seed).normal(0, 15, light.shape)
    shot = np.clip(light * 0.7 + 30 + noise, 0, 255).astype(np.uint8)
    return camera.read(Image.fromarray(shot)) == [text]


def test_our_codes_scan_no_worse_than_the_librarys_own() -> None:
    """Over 300 addresses at the edge of what can be read, the rate is that of automatic masks."""
    texts = [f"https://danhgia.dong{n:06d}.gov.vn/q/EgFrMQ{n * 7919:024d}" for n in range(300)]
    ours = sum(scanned(encode(t, Level.Q), t, n) for n, t in enumerate(texts))
    theirs = sum(scanned(library_symbol(t), t, n) for n, t in enumerate(texts))
    assert 30 < theirs < 297, f"the glance is too easy or too hard to tell anything: {theirs}"
    assert ours >= theirs - 9, f"{ours} of 300 beside {theirs}"
