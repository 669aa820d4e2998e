"""A terminal asks for what one can do there: type."""

import re

import pytest

from bot.channels.console.encode import TYPED, encode_text
from bot.phrases.words import CATALOGUES

PRESSED = re.compile(r"\bbấm\b|\btap\b|\bpress\b", re.IGNORECASE)


@pytest.mark.parametrize("language", list(CATALOGUES))
def test_no_prompt_asks_a_terminal_to_press(language: str) -> None:
    """Whatever the messengers may say, a terminal has nothing to press."""
    texts = [text for text in CATALOGUES[language].values() if isinstance(text, str)]
    assert any(PRESSED.search(text) for text in texts)
    assert [text for text in texts if PRESSED.search(encode_text(text))] == []


def test_every_wording_is_one_that_is_said() -> None:
    """None is left over when the messengers' words change."""
    said = [text for words in CATALOGUES.values() for text in words.values()]
    for tapped, _ in TYPED:
        assert any(isinstance(text, str) and tapped in text for text in said), tapped


def test_other_words_stay() -> None:
    """Only the way of answering differs."""
    text = "Đã ghi: Hài lòng (Quầy 3).\n1. Rất không hài lòng 😠"
    assert encode_text(text) == text
