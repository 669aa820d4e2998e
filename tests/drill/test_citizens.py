"""What is told from what somebody heard: a repeat is counted, a loss or an overtaking fails."""

import pytest

from tests.drill.citizens import again

MODEL = ["a", "b", "c"]


@pytest.mark.parametrize(
    ("heard", "repeats"), [("abc", 0), ("aabc", 1), ("abac", 1), ("abcabc", 3)]
)
def test_what_came_again_is_counted(heard: str, repeats: int) -> None:
    assert again(heard, MODEL) == repeats


@pytest.mark.parametrize("heard", ["ab", "ac", "acb", "bac", "", "abx"])
def test_what_is_lost_or_overtaken_fails(heard: str) -> None:
    with pytest.raises(AssertionError):
        again(heard, MODEL)
