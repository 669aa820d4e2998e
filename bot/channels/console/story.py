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
from datetime import date, datetime
from typing import assert_never

from bot.conversation.draft import Draft, Piece
from bot.conversation.turn import (
    CaseFiled,
    CaseJudged,
    CaseOpened,
    CaseTold,
    CaseWithdrawn,
    Commented,
    ErasureWished,
    Fact,
    LevelChosen,
    Pictured,
    QuestionAnswered,
)


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
    match fact:
        case LevelChosen(desk, day, level):
            line = f"level {level} {_where(desk, day)}"
        case QuestionAnswered(desk, day, question, value):
            line = f"{question} {value} {_where(desk, day)}"
        case Commented(desk, day, text):
            line = f"comment {_where(desk, day)}: {_line(text)}"
        case Pictured(desk, day, file):
            line = f"photo {file} {_where(desk, day)}"
        case CaseFiled(draft):
            line = f"case {_filed(draft)}"
        case CaseTold(_, act, text, pieces):
            line = f"case {' '.join((act, *_named(pieces)))}: {_line(text)}"
        case CaseJudged(_, satisfaction):
            line = f"case judged {satisfaction}"
        case CaseWithdrawn():
            line = "case withdrawn"
        case CaseOpened():
            line = "case opened"
        case ErasureWished():
            line = "erasure wished"
        case _:
            assert_never(fact)
    return line


def _where(desk: int, day: date) -> str:
    return f"at {desk} on {day.isoformat()}"


def _line(text: str) -> str:
    return " ".join(text.split())


def _filed(draft: Draft) -> str:
    """Write what of a draft is filled in, in the order of its fields."""
    place = f"at {draft.desk}" if draft.desk is not None else f"at “{draft.where}”"
    parts = (
        draft.choice,
        place if draft.desk is not None or draft.where else "",
        f"on {draft.day.isoformat()}" if draft.day else "",
        f"level {draft.level}" if draft.level else "",
        f"by “{draft.name}”" if draft.name else "",
        f"phone {draft.phone}" if draft.phone else "",
        f"location {draft.location}" if draft.location else "",
        *_named(draft.pieces),
    )
    return f"{' '.join(filter(None, parts))}: {_line(draft.text)}"


def _named(pieces: tuple[Piece, ...]) -> tuple[str, ...]:
    return tuple(f"{piece.medium}={piece.file}" for piece in pieces)


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
