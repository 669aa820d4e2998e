"""Where a long text is cut."""

from hypothesis import given
from hypothesis import strategies as st

from bot.wire.parts import split


def units(text: str) -> int:
    """Count as messengers do."""
    return len(text.encode("utf-16-le")) // 2


def test_long_text_is_cut_between_paragraphs() -> None:
    """A reader sees whole paragraphs."""
    text = "\n\n".join("đoạn văn " * 100 for _ in range(12)).strip()
    parts = split(text, 4096)
    assert len(parts) > 1
    assert "\n\n".join(part.strip() for part in parts).split() == text.split()
    assert all(part.strip().endswith("văn") and part.startswith("đoạn") for part in parts)


@given(st.text(st.sampled_from("aắ😊 .\n"), max_size=400), st.integers(8, 60))
def test_every_part_fits_and_nothing_visible_is_lost(text: str, longest: int) -> None:
    """Messengers count UTF-16 units, of which an emoji has two."""
    parts = split(text, longest)
    assert all(0 < units(part) <= longest for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())
