"""SECURITY.md promises nothing that no test proves, and leaves no threat without an answer."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"`(tests/[a-z_/]+\.py)::(test_[a-z0-9_]+)`")
EXPECTED = [
    "A poster of someone else's",
    "The curious supervisor",
    "The accused",
    "The operator himself",
    "A flood",
    "A stolen disk",
    "A hostile file",
    "A rogue manager of the Zalo account",
    "A guesser of follow-up numbers",
    "Someone who bends the figures",
    "A stranger at the doors",
]


def threats() -> dict[str, str]:
    """Give what SECURITY.md says of each threat, by its heading."""
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    part = text.partition("\n## Threats\n")[2].partition("\n## ")[0]
    pieces = re.split(r"^### (.+)$", part, flags=re.MULTILINE)[1:]
    return dict(zip(pieces[::2], pieces[1::2], strict=True))


@pytest.mark.parametrize("threat", EXPECTED)
def test_each_threat_has_what_stands_against_it_and_what_remains(threat: str) -> None:
    """At least one proof, what they want, and what is honestly left open."""
    said = threats()[threat]
    assert NAMED.search(said)
    assert re.search(r"\b[Ww]ants\b", said.partition("\n- ")[0])
    assert "**What remains.** " in said


def test_every_line_of_defence_names_its_proof() -> None:
    """A sentence without a test is a wish."""
    for threat, said in threats().items():
        for line in re.split(r"\n- ", said.partition("**What remains.**")[0])[1:]:
            assert NAMED.search(line), f"{threat}: {line}"


def test_every_test_that_is_named_exists() -> None:
    """Also after somebody renames one."""
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    named = NAMED.findall(text)
    assert len(named) == text.count("::test_")
    for path, name in named:
        assert re.search(rf"^(async )?def {name}\(", (ROOT / path).read_text("utf-8"), re.M), name
