"""A story that is written reads back as it was, whatever was typed in it."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.console.story import (
    Answered,
    At,
    BadStory,
    Other,
    Pressed,
    Recorded,
    Remark,
    Story,
    Typed,
    noted,
    read,
    write,
)
from bot.conversation.turn import Commented

SAMPLE = """= A visit
@ 2026-11-18T09:00:00+07:00

> /start K7M3Q9
< Kính chào!
|
| 5. Rất hài lòng
> [5. Rất hài lòng]
! level 5 at 1 on 2026-11-18
> {photo file=f1} trước cửa
# the end
"""

lines = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"), max_size=12)
several = st.lists(lines, min_size=1, max_size=3).map("\n".join)
names = st.text("abcdefghij-", min_size=1, max_size=6)
labels = lines.filter(lambda text: not text.endswith("]"))
entries = st.one_of(
    st.builds(Typed, several),
    st.builds(Pressed, lines),
    st.builds(Other, names, st.lists(st.tuples(names, names), max_size=2).map(tuple), several),
    st.builds(Answered, several),
    st.builds(Recorded, lines),
    st.builds(Remark, lines),
    st.just(At(datetime.fromisoformat("2026-11-18T09:00:00+07:00"))),
)


def test_a_story_is_read_as_what_happened() -> None:
    assert read(SAMPLE) == Story(
        "A visit",
        (
            At(datetime.fromisoformat("2026-11-18T09:00:00+07:00")),
            Typed("/start K7M3Q9"),
            Answered("Kính chào!\n\n5. Rất hài lòng"),
            Pressed("5. Rất hài lòng"),
            Recorded("level 5 at 1 on 2026-11-18"),
            Other("photo", (("file", "f1"),), "trước cửa"),
            Remark("the end"),
        ),
    )


@given(title=lines, entries=st.lists(entries, max_size=6))
def test_a_story_survives_writing_and_reading(title: str, entries: list[Typed]) -> None:
    story = Story(title, tuple(entries))
    assert read(write(story)) == story


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("= T\n? what", "line 2"),
        ("@ yesterday", "line 1"),
        ("@ 2026-11-18T09:00:00", "line 1"),
        ("> {photo", "line 1"),
        ("> {}", "line 1"),
        ("\n\n> {photo file}", "line 3"),
    ],
)
def test_a_line_that_is_none_is_named(text: str, line: str) -> None:
    with pytest.raises(BadStory, match=line):
        read(text)


def test_a_fact_is_one_line() -> None:
    day = datetime.fromisoformat("2026-11-18").date()
    assert noted(Commented(1, day, "a\nb")) == "comment at 1 on 2026-11-18: a b"
