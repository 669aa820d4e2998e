"""Owns what an event of the Official Account holds that is not plain text. It never fetches."""

import re
from collections.abc import Callable, Iterable, Mapping

from bot.conversation.events import Event, Medium, Said, Sent
from bot.wire.fields import count, items, record, text
from bot.wire.plain import plain

LONGEST_NAME = 200
"""Characters kept of a file's or a place's name."""
TOGETHER = 5
"""Seconds: photos chosen together arrive as events of their own, within about three."""

_ADDRESS = re.compile(r"https?://\S{1,2040}\Z")
_DEGREES = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,20})?\Z")
_Record = Mapping[str, object]


def address(value: object) -> str | None:
    """Return the address of a file, to be fetched soon; None for what is no address."""
    fits = isinstance(value, str) and value.isprintable() and _ADDRESS.match(value)
    return str(value) if fits else None


def caption(value: object) -> str | None:
    """Return the words beside a file, clean; None where there are none."""
    return plain(text(value, "text")).strip() or None if value is not None else None


def words(value: object) -> Event:
    """Read a text; one of nothing visible is answered too."""
    said = plain(text(value, "text"))
    return Said(said) if said.strip() else Sent(Medium.OTHER)


def lines(parts: Iterable[object]) -> Event:
    """Read the texts among some parts, each on a line and once."""
    said = dict.fromkeys(plain(part).strip() for part in parts if isinstance(part, str))
    return words("\n".join(line for line in said if line))


def photo(message: _Record, second: int) -> Event:
    """Read a photo; those of one person within seconds are one album, answered once."""
    album = str(second // TOGETHER) if second else None
    url = address(_payload(message).get("url"))
    return Sent(Medium.PHOTO, url, caption(message.get("text")), album)


def file(message: _Record, second: int) -> Event:
    """Read a document, with its name and size."""
    payload = _payload(message)
    name = payload.get("name")
    return Sent(
        Medium.DOCUMENT,
        address(payload.get("url")),
        caption(message.get("text")),
        name=plain(name, LONGEST_NAME).strip() if isinstance(name, str) else "",
        size=count(payload.get("size")),
    )


def link(message: _Record, second: int) -> Event:
    """Read a shared link as the words that a person would have typed for it."""
    payload = _payload(message)
    return lines((message.get("text"), payload.get("description"), payload.get("url")))


def location(message: _Record, second: int) -> Event:
    """Read a location as "latitude, longitude", behind the name of the place, if it has one."""
    named = message.get("text")
    name = plain(named, LONGEST_NAME).strip() if isinstance(named, str) else ""
    place = [name] if name else []
    return Sent(Medium.LOCATION, place=", ".join(place + _coordinates(_payload(message))))


def other(medium: Medium) -> Callable[[_Record, int], Event]:
    """Give a reader of media of which nothing but the address matters."""

    def read(message: _Record, second: int) -> Event:
        url = address(_payload(message).get("url"))
        return Sent(medium, url, caption(message.get("text")))

    return read


def _payload(message: _Record) -> _Record:
    """Give what the first attachment holds."""
    attached = message.get("attachments")
    if attached is None or not (each := items(attached, "attachments")):
        return {}
    payload = record(each[0], "attachment").get("payload")
    return record(payload, "payload") if payload is not None else {}


def _coordinates(payload: _Record) -> list[str]:
    where = payload.get("coordinates")
    if not isinstance(where, Mapping):
        return []
    given = [where.get("latitude"), where.get("longitude")]
    numbers = [float(n) for n in map(str, given) if _DEGREES.match(n)]
    fit = len(numbers) == 2 and abs(numbers[0]) <= 90 and abs(numbers[1]) <= 180
    return [f"{n:.6f}" for n in numbers] if fit else []
