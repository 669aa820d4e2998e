"""The colours of the terminal, dark and light. Colour only repeats what words or shapes say."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours of text and pictures on one background; ``levels`` are those of levels 1 to 5."""

    text: str
    strong: str
    dim: str
    faint: str
    accent: str
    target: str
    good: str
    bad: str
    sample: str
    levels: tuple[str, str, str, str, str]


DARK = Ink(
    text="#d5dbe3",
    strong="#ffffff",
    dim="#93a1b3",
    faint="#4a5868",
    accent="#7cc4cf",
    target="#d9b36a",
    good="#86c79a",
    bad="#e29a86",
    sample="#d9b36a",
    levels=("#c98473", "#cf9f7f", "#8d9aab", "#6fb3a8", "#4f9fae"),
)
LIGHT = Ink(
    text="#26313d",
    strong="#0b1722",
    dim="#5a6875",
    faint="#a9b4be",
    accent="#0b6471",
    target="#8a5a00",
    good="#1d6b3a",
    bad="#9c3b22",
    sample="#8a5a00",
    levels=("#a8513d", "#b07a4f", "#7b8792", "#3d8f83", "#1f7382"),
)
