"""A form as text, for the time until the database takes it, and what is done with it then.

It holds no photo: one record of what waits stays small, and the page says so.
"""

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from bot.pages.ports import Ports
from bot.pages.recording import Rater, Recording, Sent, Whose
from bot.wire.entry import Entry
from feedback.domain.channels import Channel
from feedback.domain.days import local_day
from feedback.domain.given import Evidence
from feedback.domain.ids import DeskId
from feedback.domain.scale import Level
from feedback.services.places import desk_cards

if TYPE_CHECKING:
    from feedback.store.work import Work

DOOR: Final = "form"
_VERSION = 1


class Homeless(Exception):
    """There is no such desk any more, or no rating that the form could be added to."""


def entry(rater: Rater, sent: Sent) -> Entry:
    """Give a form as it waits, behind all that its visitor sent before."""
    whose = rater.whose
    person = f"{whose.channel}:{whose.name}"
    # Each sending has its own key: that two of one form are one rating is seen when they are
    # stored.
    return Entry(DOOR, person, f"form:{secrets.token_hex(16)}", _written(rater, sent))


def act(ports: Ports, body: str) -> "Callable[[Work], None] | None":
    """Give what stores a form that waited, None for a text that is no form."""
    try:
        record = json.loads(body)
        if record["v"] != _VERSION:
            return None
        return Late(ports, _rater(record), _sent(record))
    except (ValueError, TypeError, KeyError):
        return None


@dataclass(frozen=True, slots=True)
class Late:
    """A form to be stored later than it was sent, by the time at which it was."""

    ports: Ports
    rater: Rater
    sent: Sent

    def __call__(self, work: "Work") -> None:
        """Store it; raise Homeless where it belongs to nothing."""
        desk = self.rater.whose.desk
        card = desk_cards(work, {desk}, local_day(self.rater.at)).get(desk)
        # Nobody sees its page, so that no way on into a messenger is opened for it.
        alone = replace(self.ports, telegram=lambda: None, zalo=lambda: None)
        if card is None or Recording(alone, card, self.rater, self.sent)(work) is None:
            raise Homeless


def _written(rater: Rater, sent: Sent) -> str:
    whose, evidence = rater.whose, rater.evidence
    record = {
        "v": _VERSION,
        "name": whose.name,
        "channel": whose.channel,
        "desk": whose.desk,
        "days": [day.isoformat() for day in whose.days],
        "language": rater.language,
        "at": rater.at.isoformat(),
        "nonce": rater.nonce,
        "evidence": [evidence.device, evidence.network, evidence.delay_seconds],
        "level": sent.level,
        "answers": sent.answers,
        "comment": sent.comment,
    }
    return json.dumps(record, separators=(",", ":"))


def _rater(record: dict[str, object]) -> Rater:
    days = record["days"]
    evidence = record["evidence"]
    if not isinstance(days, list) or not isinstance(evidence, list):
        raise TypeError
    whose = Whose(
        str(record["name"]),
        Channel(str(record["channel"])),
        DeskId(int(str(record["desk"]))),
        tuple(date.fromisoformat(day) for day in days),
    )
    return Rater(
        whose,
        str(record["language"]),
        datetime.fromisoformat(str(record["at"])),
        int(str(record["nonce"])),
        Evidence(*evidence),
    )


def _sent(record: dict[str, object]) -> Sent:
    answers = record["answers"]
    level = record["level"]
    if not isinstance(answers, list):
        raise TypeError
    return Sent(
        None if level is None else Level(int(str(level))),
        tuple((str(code), int(value)) for code, value in answers),
        str(record["comment"]),
    )
