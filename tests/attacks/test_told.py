"""What the manual says of attacks and accidents is tried: each line names tests that are there."""

import re
from pathlib import Path

HERE = Path(__file__).parent
MANUAL = HERE.parents[1] / "docs" / "operating.md"
_NAMED = re.compile(r"`(?:tests/(\w+): )?(test_\w+)`")


def test_each_line_of_the_manual_is_held_by_a_test() -> None:
    table = MANUAL.read_text("utf-8").partition("### What happens when")[2]
    lines = [line for line in table.splitlines() if line.startswith("| ")][1:]
    assert len(lines) > 15
    for line in lines:
        named = _NAMED.findall(line.rpartition(" | ")[2])
        assert named, line
        folder = HERE
        for room, test in named:
            folder = HERE.parent / room if room else folder
            there = "".join(path.read_text("utf-8") for path in folder.glob("test_*.py"))
            assert f"def {test}(" in there, test
