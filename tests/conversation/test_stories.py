"""Whole conversations read as they are written down, the state saved and loaded at each step."""

from pathlib import Path

import pytest

from bot.channels.console.story import read, write
from tests.conversation.telling import STORIES, told

PATHS = sorted(STORIES.glob("*.story"))


@pytest.mark.parametrize("path", PATHS, ids=[path.stem for path in PATHS])
def test_a_story_is_told_as_it_is_written(path: Path) -> None:
    """To accept new words: ``python -m tests.conversation.retell``, and read the diff."""
    text = path.read_text("utf-8")
    assert write(told(read(text))) == text


def test_there_are_stories() -> None:
    assert len(PATHS) >= 20
