"""Reads a story from its file. A word that no story knows is refused, so that a slip never passes.

A story is TOML: a title, the doors it is played through, when it begins, who is of the staff, and
its steps. Each step is one of four: a citizen does something, someone of the staff does, time
passes, or it is looked at how things stand.

    [[step]]
    citizen = "Lan"           does = "file", "rate", "news", "add", "judge", ...
    [[step]]
    staff = "Hương"           does = "take", "answer", ...     case = "Lan"
    [[step]]
    until = "2026-08-27 08:00"
    [[step]]
    case = "Lan"              state = "answered", seen_by = ["Hương"], ...

A case is called by the name of whoever filed it. ``hears`` is what the citizen is told in this
step, ``never`` what is not said; ``hears_chat``, ``hears_web`` where the doors say it otherwise.
"""

import tomllib
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from feedback.domain.days import LOCAL

TOLD = Path(__file__).parent / "told"
CHAT = ("telegram", "console")
DOORS = (*CHAT, "web")
_STORY = {"title", "doors", "begins", "postgres", "staff", "wrote", "step"}
_SAID = {
    "hears",
    "never",
    *(f"{one}_{door}" for one in ("hears", "never") for door in ("chat", "web")),
}
_CITIZEN = {"citizen", "does", "door", "choice", "desk", "text", "name", "phone", "photo", "level"}
_CITIZEN |= {"judged", "only", *_SAID}
_STAFF = {"staff", "does", "case", "text", "reason", "to", "into", "kind", "found", "outcome"}
_STAFF |= {"refused", "only"}
_TIME = {"until"}
_LOOK = {
    "case",
    "state",
    "kind",
    "unit",
    "due",
    "why",
    "why_not",
    "late",
    "provisional",
    "delivery",
}
_LOOK |= {"delivery_chat", "delivery_web", "satisfaction", "sealed", "unrouted", "assignee"}
_LOOK |= {"verdict", "guided", "words", "steps", "seen_by", "appealed", "merged", "only"}
_FIGURES = {"figures", "n", "set_aside", "satisfied", "only"}
_FOLLOWUP = {"followup", "words", "outcome", "seen_by", "due", "only"}


class BadStory(ValueError):
    """A story holds what no story knows."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it is about, and what stands in it."""

    number: int
    about: str
    told: dict[str, Any]

    def __str__(self) -> str:
        return f"step {self.number} {self.told}"

    def text(self, key: str) -> str:
        """Give a word, empty where none stands."""
        return str(self.told.get(key, ""))

    def said(self, key: str, door: str) -> tuple[str, ...]:
        """Give what is to be heard, or never, through a door."""
        kind = "web" if door == "web" else "chat"
        return (*self.told.get(key, ()), *self.told.get(f"{key}_{kind}", ()))

    def through(self, door: str) -> bool:
        """Say whether the step belongs to the story as it is played through a door."""
        wanted = self.told.get("only", door)
        return wanted == door or (wanted == "chat" and door in CHAT)


@dataclass(frozen=True, slots=True)
class Story:
    """A title and what happens, in its order."""

    name: str
    title: str
    doors: tuple[str, ...]
    begins: datetime
    postgres: str
    staff: dict[str, str]
    steps: tuple[Step, ...] = field(repr=False)

    def __str__(self) -> str:
        return self.name


_KINDS = (
    ("citizen", _CITIZEN),
    ("staff", _STAFF),
    ("until", _TIME),
    ("followup", _FOLLOWUP),
    ("figures", _FIGURES),
    ("case", _LOOK),
)


def every() -> list[Story]:
    """Read all stories, by name."""
    return [read(path.stem, path.read_text("utf-8")) for path in sorted(TOLD.glob("*.toml"))]


def read(name: str, text: str) -> Story:
    """Read one story; raise BadStory for a word that is none."""
    told = tomllib.loads(text)
    _known(told, _STORY, name)
    steps = tuple(_step(name, n, one) for n, one in enumerate(told["step"], 1))
    doors = tuple(told.get("doors", DOORS))
    if not set(doors) <= set(DOORS):
        raise BadStory(f"{name}: no such door among {doors}")
    return Story(
        name,
        told["title"],
        doors,
        moment(told["begins"]),
        told.get("postgres", ""),
        told.get("staff", {}),
        steps,
    )


def moment(text: str) -> datetime:
    """Read a time of Viet Nam."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=LOCAL)


def _step(name: str, number: int, told: dict[str, Any]) -> Step:
    for about, known in _KINDS:
        if about in told:
            _known(told, known, f"{name}, step {number}")
            return Step(number, about, told)
    raise BadStory(f"{name}, step {number}: nobody does anything")


def _known(told: dict[str, Any], known: set[str], where: str) -> None:
    if strange := set(told) - known:
        raise BadStory(f"{where}: {', '.join(sorted(strange))}")
