"""Cases as rows and sheets of a report. It opens nobody's identity and decides nothing."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from admin_tui.case_words import DELIVERIES
from admin_tui.due_words import explained
from admin_tui.literal import literal
from feedback.domain.cases.private import find
from feedback.domain.cases.record import BY_CITIZEN, Case, Happening, Voice, Words
from feedback.domain.days import LOCAL, local_day
from feedback.domain.dues import read
from feedback.domain.ids import UnitId
from feedback.domain.tree import Tree
from feedback.services import places
from feedback.services.cases.attachments import Attachment
from feedback.services.cases.reading import File
from feedback.store import staff
from feedback.store.work import Work

Row = dict[str, object]
COLUMNS = [
    ("code", "Code"),
    ("kind", "Kind"),
    ("state", "State"),
    ("unit_code", "Unit"),
    ("opened_on", "Received"),
    ("due_on", "Due"),
    ("late", "Late"),
    ("assignee", "With"),
]

HEAD = (
    "code",
    "kind",
    "state",
    "unit_code",
    "opened_at",
    "opened_on",
    "due_on",
    "late",
    "due_provisional",
    "guided_on",
    "severity",
    "assignee",
    "sealed",
    "delivery",
    "delivery_told",
    "verdict",
    "version",
    "sample",
)
"""The columns of a row, for a file that holds none."""


def row(case: Case, tree: Tree, today: date, names: dict[int, str]) -> Row:
    """Give a case as a row of a queue."""
    return {
        "code": case.code,
        "kind": case.kind.value,
        "state": case.state.value,
        "unit_code": _unit(tree, case.unit, today),
        "opened_at": moment(case.opened_at),
        "opened_on": _day(case.opened_on),
        "due_on": _day(case.due_on),
        "late": case.late(today),
        "due_provisional": case.due_provisional,
        "guided_on": _day(case.guided_on),
        "severity": int(case.severity),
        "assignee": names.get(case.assignee) if case.assignee else None,
        "sealed": case.sealed,
        "delivery": case.delivery.value,
        "delivery_told": DELIVERIES[case.delivery] or None,
        "verdict": case.verdict.value,
        "version": case.version,
        "sample": case.sample,
    }


def rows(work: Work, found: Iterable[Case]) -> list[Row]:
    """Give cases as rows, with the names of units and handlers."""
    names = {int(one.id): one.name for one in staff.everyone(work)}
    tree, today = places.tree(work), local_day(work.now)
    return [row(case, tree, today, names) for case in found]


def sheet(listed: Row, file: File, files: tuple[Attachment, ...], desk: str | None) -> Row:
    """Give one case with its words and its timeline, all that its viewer may see."""
    case = file.case
    return {
        **listed,
        "desk": desk,
        "due_why": list(explained(read(case.due_why))) if case.due_why else [],
        "channel": case.channel.value,
        "language": case.language,
        "text": "\n\n".join(_said(file.words)),
        "words": [words(one) for one in file.words],
        "files": [_file(one) for one in files],
        "events": [_event(one) for one in file.timeline],
        "answers": [words(one) for one in file.words if one.voice is Voice.ANSWER],
        "satisfaction": case.satisfaction.value if case.satisfaction else None,
        "has_contact": file.has_contact,
        "published": case.published,
        "merged_into": file.merged_into or None,
        "merged": [
            {"code": one.code, "words": [words(said) for said in one.words]} for one in file.merged
        ],
        "may": sorted(act.value for act in file.may),
        "appealed": case.appealed,
        "words_erased": file.erased or any(one.text is None for one in file.words),
    }


def told(one: Row) -> Iterator[str]:
    """Tell a sheet in lines for a terminal, in which nothing that a citizen wrote can do harm."""
    for key in ("code", "kind", "state", "unit_code", "desk", "channel", "opened_at", "assignee"):
        yield f"{key:<12} {literal(str(one[key] if one[key] is not None else '-'))}"
    if one["delivery_told"]:
        yield f"{'answer':<12} {one['delivery_told']}"
    yield f"{'due_on':<12} {one['due_on'] or '-'}{' LATE' if one['late'] else ''}"
    yield from (f"{'':<12} {literal(line)}" for line in _list(one["due_why"]))
    if one["words_erased"] and not one["words"]:
        yield "\n[erased]"
    for said in _list(one["words"]):
        shown = "[erased]" if said["text"] is None else literal(str(said["text"]))
        who = literal(said["by"]) if said["by"] else "citizen"
        yield f"\n#{said['id']} {said['voice']} · {who} · {said['at']}"
        yield shown
        if said["private"]:
            yield f"[perhaps private: {', '.join(said['private'])}; see `hailong cases redact`]"
    for other in _list(one["merged"]):
        for said in other["words"]:
            yield f"\n#{said['id']} {said['voice']} of {other['code']} · {said['at']}"
            yield "[erased]" if said["text"] is None else literal(str(said["text"]))
    yield ""
    for file in _list(one["files"]):
        state = "withheld" if file["withheld"] else file["state"]
        yield f"file #{file['id']} {file['medium']} {literal(file['name'])} {state}"
    for event in _list(one["events"]):
        pairs: dict[str, str] = dict(event["detail"])
        detail = " ".join(f"{key}={value}" for key, value in pairs.items())
        yield literal(f"{event['at']} {event['act']} {event['by']} {detail}".strip())


def said(texts: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Tell texts in lines for a terminal, each with its number."""
    for one in texts:
        who = literal(one["by"]) if one["by"] else "citizen"
        yield f"\n#{one['id']} {one['voice']} · {who} · {one['at']}"
        yield "[erased]" if one["text"] is None else literal(one["text"])


def moment(at: datetime) -> str:
    """Write an instant in the time of Viet Nam, to the second."""
    return at.astimezone(LOCAL).isoformat(timespec="seconds")


def _unit(tree: Tree, unit: UnitId | None, today: date) -> str | None:
    return None if unit is None else tree.nearest(unit, today).code


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _said(words: tuple[Words, ...]) -> Iterator[str]:
    return (one.text or "" for one in words if one.voice in BY_CITIZEN)


def words(one: Words) -> Row:
    """Give a text as a row."""
    return {
        "id": one.id,
        "voice": one.voice.value,
        "by": one.by or None,
        "at": moment(one.at),
        "text": one.text,
        "redacted": one.redacted,
        "private": private_kinds(one.text),
    }


def private_kinds(text: str | None) -> list[str]:
    """Name the kinds of private data that a text seems to hold as it is shown."""
    return sorted({span.kind.value for span in find(text or "")})


def _file(one: Attachment) -> Row:
    return {
        "id": one.id,
        "medium": one.medium.value,
        "name": one.name,
        "at": moment(one.at),
        "state": one.state,
        "mime": one.mime,
        "size": one.size,
        "with_rating": one.with_rating,
        "withheld": one.withheld,
        "private": list(one.private),
    }


def _event(one: Happening) -> Row:
    return {
        "id": one.id,
        "act": one.act.value,
        "by": one.by,
        "at": moment(one.at),
        "detail": dict(one.detail),
        "words": one.words,
    }


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
