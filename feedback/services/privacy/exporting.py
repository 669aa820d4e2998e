"""Gives a citizen a copy of what is kept of a matter: everything of theirs, nothing of others."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime

from feedback.domain.cases.record import BY_CITIZEN, TO_CITIZEN, Contact, Voice
from feedback.domain.days import LOCAL
from feedback.domain.ids import CaseId
from feedback.domain.roles import Viewer
from feedback.services.authority import Act, require
from feedback.services.cases.attachments import own
from feedback.services.cases.holding import named
from feedback.services.privacy.erasing import checked
from feedback.services.refusals import NotFound
from feedback.store import audit, case_people, case_words, cases, consents
from feedback.store.consents import Given
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class Line:
    """Something said, by the citizen or to the citizen."""

    voice: Voice
    at: datetime
    text: str | None


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that came with a matter, without its bytes."""

    medium: str
    name: str
    at: datetime
    size: int


@dataclass(frozen=True, slots=True)
class Copy:
    """All that is kept of a citizen about one matter."""

    kind: str
    state: str
    channel: str
    language: str
    opened_at: datetime
    contact: Contact | None
    lines: tuple[Line, ...]
    consents: tuple[Given, ...]
    files: tuple[Kept, ...] = ()


def copy_of(work: Work, identity: CaseId) -> Copy:
    """Give the copy to whoever holds the number of a case; raise NotFound where there is none."""
    case = cases.by_id(work, identity)
    if case is None:
        raise NotFound("There is no such case.")
    shown = TO_CITIZEN | BY_CITIZEN
    lines = [
        Line(one.voice, one.at, one.text)
        # What was blacked out for others is theirs all the same.
        for one in case_words.words(work, identity, original=BY_CITIZEN)
        if one.voice in shown
    ]
    return Copy(
        case.kind.value,
        case.state.value,
        case.channel.value,
        case.language,
        case.opened_at,
        case_people.contact(work, identity),
        tuple(lines),
        tuple(consents.of_case(work, identity)),
        tuple(
            Kept(file.medium.value, file.name, file.at, file.size) for file in own(work, identity)
        ),
    )


def copy_for(work: Work, viewer: Viewer, code: str, reason: str) -> Copy:
    """Make a citizen's copy on request, with its trace; raise Refusal without a reason."""
    require(work, viewer, Act.ERASE, viewer.unit)
    case = named(work, viewer, code)
    why = checked(reason)
    act, sealed = "case.export", case.sealed
    audit.note(work, viewer.name, act, case.code, reason=why, case=case.id, sealed=sealed)
    return copy_of(work, case.id)


def written(copy: Copy) -> str:
    """Write a copy as JSON, for a citizen to take along and for other software to read."""
    return json.dumps(
        {
            "kind": copy.kind,
            "state": copy.state,
            "channel": copy.channel,
            "language": copy.language,
            "opened_at": _moment(copy.opened_at),
            "contact": asdict(copy.contact) if copy.contact else None,
            "said": [
                {"what": one.voice.value, "at": _moment(one.at), "text": one.text}
                for one in copy.lines
            ],
            "files": [
                {"what": one.medium, "name": one.name, "at": _moment(one.at), "bytes": one.size}
                for one in copy.files
            ],
            "agreed_to": [_agreed(one) for one in copy.consents],
        },
        ensure_ascii=False,
        indent=2,
    )


def _agreed(one: Given) -> dict[str, str | None]:
    return {
        "purpose": one.purpose,
        "version": one.version,
        "sha256": one.digest,
        "language": one.language,
        "channel": one.channel,
        "at": _moment(one.at),
        "withdrawn_at": _moment(one.withdrawn_at) if one.withdrawn_at else None,
    }


def _moment(at: datetime) -> str:
    return at.astimezone(LOCAL).isoformat(timespec="seconds")
