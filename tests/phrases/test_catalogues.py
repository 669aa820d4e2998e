"""Both languages say the same things with the same blanks, and nothing unkind or unclear."""

import re
import string

import pytest

from bot.phrases import LANGUAGES, face, level_name, vi, words
from bot.phrases.words import CATALOGUES, FACES

KEYS = sorted(vi.PHRASES)


def blanks(phrase: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name is not None}


def test_every_phrase_exists_in_every_language() -> None:
    for language in LANGUAGES:
        assert sorted(CATALOGUES[language]) == KEYS


@pytest.mark.parametrize("key", KEYS)
def test_a_phrase_has_the_same_blanks_in_every_language(key: str) -> None:
    vietnamese, *others = (blanks(CATALOGUES[language][key]) for language in LANGUAGES)
    assert all(other == vietnamese for other in others)


@pytest.mark.parametrize("key", KEYS)
def test_the_wording_is_polite_and_plain(key: str) -> None:
    said = vi.PHRASES[key].casefold()
    assert not re.search(
        r"quý khách|\bpin\b|bạn\b|vui lòng|hệ thống|(?<!xin )lỗi|không hợp lệ", said
    )
    assert said == said.strip()


def test_the_scale_reads_as_it_is_promised() -> None:
    assert [level_name(level, "vi") for level in (5, 4, 3, 2, 1)] == [
        "Rất hài lòng",
        "Hài lòng",
        "Bình thường",
        "Không hài lòng",
        "Rất không hài lòng",
    ]


def test_every_level_has_a_face_of_its_own() -> None:
    assert len({face(level) for level in range(1, 6)}) == 5
    assert sorted(FACES) == [1, 2, 3, 4, 5]


def test_an_unknown_language_is_spoken_to_in_vietnamese() -> None:
    assert words("level.5", "fr") == "Rất hài lòng"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("<b>Quầy</b> {unit} %s", "<b>Quầy</b> {unit} %s"),
        ("Quầy\n1\r\n\t 2", "Quầy 1 2"),
        ("\u202eyauQ\u202c \x00\x1b[31m1", "yauQ [31m1"),
        ("Qua\u0302\u0300y", "Quầy"),
        ("  x  ", "x"),
        ("x" * 5_000, "x" * 199 + "…"),
        ("👨‍👩‍👧", "👨‍👩‍👧"),
        ("", ""),
    ],
)
def test_a_value_from_outside_is_shown_literally_on_one_line(value: str, shown: str) -> None:
    text = words("arrive.again", "en", desk=value, unit="U")
    assert text == f"You have already rated {shown}, U today."
