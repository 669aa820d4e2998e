"""A whole conversation as a small readable text, to keep as a test. It never runs one.

The format, a line each:

    = A title
    @ 2026-11-18T09:00:00+07:00      from here on it is this time
    > hai long                       the citizen types
    > /start K7M3Q9                  the citizen comes in by a link or a code
    > [4. Hài lòng 🙂]               the citizen presses that button, the newest that reads so
    > {photo file=f1 album=a1} words the citizen sends something else; the words are its caption
    > {edited} words                 the citizen changes an earlier message
    > {left}                         also {stumbled} and {woken} NAME
    < first line                     the answer, its first line
    | next line                      and its further lines
    ! level 4 at 1 on 2026-11-18     a fact that is recorded
    # a remark

Any text of several lines continues with ``| ``. Typed text that begins with ``[``, ``{`` or a
backslash is written behind a backslash. Empty lines mean nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from bot.conversation.turn import Commented, Fact, LevelChosen, Pictured, QuestionAnswered


class BadStory(ValueError):
    """A line of a story cannot be read; the message names it."""


@dataclass(frozen=True, slots=True)
class At:
    """From here on it is this time."""

    time: datetime


@dataclass(frozen=True, slots=True)
class Typed:
    """The citizen types."""

    text: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """The citizen presses the newest button with this label."""

    label: str


@dataclass(frozen=True, slots=True)
class Other:
    """The citizen does something else: its kind, what belongs to it, and the words beside it."""

    kind: str
    values: tuple[tuple[str, str], ...] = ()
    words: str = ""

    def value(self, name: str) -> str | None:
        """Give what was written as ``name=...``."""
        return dict(self.values).get(name)


@dataclass(frozen=True, slots=True)
class Answered:
    """A message of ours, its numbered list included."""

    text: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """A fact, as ``noted`` writes it."""

    fact: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Words for the reader of the story."""

    text: str


Entry = At | Typed | Pressed | Other | Answered | Recorded | Remark


@dataclass(frozen=True, slots=True)
class Story:
    """A title and what happened, in order."""

    title: str
    entries: tuple[Entry, ...]


def noted(fact: Fact) -> str:
    """Write a fact as one line of a story."""
    where = f"at {fact.desk} on {fact.day.isoformat()}"
    match fact:
        case LevelChosen():
            return f"level {fact.level} {where}"
        case QuestionAnswered():
            return f"{fact.question} {fact.value} {where}"
        case Commented():
            return f"comment {where}: {' '.join(fact.text.split())}"
        case Pictured():
            return f"photo {fact.file} {where}"
    assert_never(fact)


def write(story: Story) -> str:
    """Write a story as ``read`` reads it."""
    lines = [f"= {story.title}"]
    for entry in story.entries:
        if isinstance(entry, At | Typed | Pressed | Other):
            lines.append("")
        lines.append(_written(entry))
    return "\n".join(lines) + "\n"


def read(text: str) -> Story:
    """Read a story; raise BadStory with the number of the line that is none."""
    title, entries = "", list[Entry]()
    for number, mark, body in _joined(text):
        if mark == "=":
            title = body
        else:
            entries.append(_entry(number, mark, body))
    return Story(title, tuple(entries))


def _written(entry: Entry) -> str:
    match entry:
        case At(time):
            line = f"@ {time.isoformat()}"
        case Typed(text):
            # What would read as a press or as something else is marked as plain words.
            line = f"> \\{text}" if text.startswith(("[", "{", "\\")) else f"> {text}"
        case Pressed(label):
            line = f"> [{label}]"
        case Other(kind, values, words):
            head = " ".join([kind, *(f"{name}={value}" for name, value in values)])
            line = f"> {{{head}}} {words}" if words else f"> {{{head}}}"
        case Answered(text):
            line = f"< {text}"
        case Recorded(fact):
            line = f"! {fact}"
        case Remark(text):
            line = f"# {text}"
        case _:
            assert_never(entry)
    return line.replace("\n", "\n| ").replace("| \n", "|\n")


def _joined(text: str) -> Iterator[tuple[int, str, str]]:
    """Give each entry with the number of its first line, its mark and its whole body."""
    mark, body, first = "", "", 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("|") and mark:
            body += "\n" + line[2:]
            continue
        if mark:
            yield first, mark, body
        mark, body, first = line[:1].strip(), line[2:], number
    if mark:
        yield first, mark, body


def _entry(number: int, mark: str, body: str) -> Entry:
    match mark:
        case "@":
            return At(_time(number, body))
        case ">":
            return _done(number, body)
        case "<":
            return Answered(body)
        case "!":
            return Recorded(body)
        case "#":
            return Remark(body)
    raise BadStory(f"line {number}: no line of a story starts with {mark!r}")


def _time(number: int, body: str) -> datetime:
    try:
        time = datetime.fromisoformat(body.strip())
    except ValueError as error:
        raise BadStory(f"line {number}: {body!r} is no time") from error
    if time.tzinfo is None:
        raise BadStory(f"line {number}: a time names its offset, as in +07:00")
    return time


def _done(number: int, body: str) -> Entry:
    if body.startswith("[") and body.endswith("]"):
        return Pressed(body[1:-1])
    if not body.startswith("{"):
        return Typed(body.removeprefix("\\"))
    head, closed, words = body[1:].partition("}")
    kind, *parts = head.split() or [""]
    pairs = [part.partition("=") for part in parts]
    if not closed or not kind or not all(name and is_ for name, is_, _ in pairs):
        raise BadStory(f"line {number}: {body!r} should read {{kind name=value}} words")
    return Other(kind, tuple((name, value) for name, _, value in pairs), words.removeprefix(" "))
