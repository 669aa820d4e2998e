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
``only`` and ``unless`` name a door, or a group of doors, for a step that belongs to some of them.

``accuses`` marks what people of the office must not read: a door at which they read along does not
take it, hands out a form, and the story goes on behind that (``hears_handed``).
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from feedback.domain.days import LOCAL

TOLD = Path(__file__).parent / "told"
DOORS = {
    "telegram": ("chat", "open"),
    "console": ("chat", "open"),
    "web": ("web", "scanned"),
    "zalo_oa": ("chat", "zalo", "closes"),
    "zalo_oa_text": ("chat", "zalo", "closes"),
    "zalo_bot": ("chat", "zalo", "open"),
}
"""Every door, with the groups it belongs to, from the widest to the narrowest.

At a door that ``closes`` nobody can be written to who was silent for a week; others stay ``open``.
"""
HANDED = ("web", "handed")
"""To what a citizen belongs who was handed over from a chat to a form of the web."""
_GROUPS = ("chat", "web", "scanned", "zalo", "open", "closes", "handed", *DOORS)
_STORY = {"title", "doors", "begins", "postgres", "staff", "wrote", "step"}
_SAID = {"hears", "never", *(f"{one}_{group}" for one in ("hears", "never") for group in _GROUPS)}
_PLAYED = {"only", "unless"}
_CITIZEN = {"citizen", "does", "door", "choice", "desk", "text", "name", "phone", "photo", "level"}
_CITIZEN |= {"judged", "accuses", *_PLAYED, *_SAID}
_STAFF = {"staff", "does", "case", "text", "reason", "to", "into", "kind", "found", "outcome"}
_STAFF |= {"refused", *_PLAYED}
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
_LOOK |= {
    *(f"delivery_{group}" for group in _GROUPS),
    "satisfaction",
    "sealed",
    "unrouted",
    "assignee",
}
_LOOK |= {"verdict", "guided", "words", "steps", "seen_by", "appealed", "merged", *_PLAYED}
_FIGURES = {"figures", "n", "set_aside", "satisfied", *_PLAYED}
_FOLLOWUP = {"followup", "words", "outcome", "seen_by", "due", *_PLAYED}


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

    def said(self, key: str, groups: Sequence[str]) -> tuple[str, ...]:
        """Give what is to be heard, or never, by whoever belongs to such groups."""
        keys = (key, *(f"{key}_{group}" for group in groups))
        return tuple(one for key in keys for one in self.told.get(key, ()))

    def facts(self, groups: Sequence[str]) -> dict[str, Any]:
        """Give what is to be so; what is told of a narrower group counts."""
        found = {}
        for key, wanted in self.told.items():
            if key.partition("_")[2] not in _GROUPS:
                found[key] = wanted
        for group in groups:
            found |= {
                key.removesuffix(f"_{group}"): wanted
                for key, wanted in self.told.items()
                if key.endswith(f"_{group}")
            }
        return found

    def through(self, door: str) -> bool:
        """Say whether the step belongs to the story as it is played through a door."""
        here = (door, *DOORS[door])
        return self.told.get("only", door) in here and self.told.get("unless") not in here


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
    if not set(doors) <= DOORS.keys():
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
