"""Where a form stands: a desk reached by its code, or a shared tablet of a desk."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote

import structlog

from bot.pages.ports import Ports, Runner, T
from feedback.domain.desks import DeskCard, Landed, Outcome
from feedback.services import places

if TYPE_CHECKING:
    from collections.abc import Callable

    from feedback.store.work import Work

_log = structlog.get_logger(__name__)


class Unavailable(Exception):
    """The store did not answer; nothing was stored."""


@dataclass(frozen=True, slots=True)
class Place:
    """A desk and the address that its form is sent to; ``tablet`` is the shared tablet, or 0."""

    card: DeskCard
    action: str
    outcome: Outcome = Outcome.HERE
    formerly: str | None = None
    tablet: int = 0


async def reached(runner: Runner, act: "Callable[[Work], T]") -> T:
    """Run an act; raise Unavailable for whatever kept it from being done."""
    try:
        return await runner(act)
    except Exception as error:
        raise unavailable(error) from error


def unavailable(error: Exception) -> Unavailable:
    """Note what kept something from being done, and give what to raise for it."""
    # Only the kind of error: its text may quote a statement, and so the citizen.
    _log.error("page not served from the store", error=type(error).__name__)
    return Unavailable()


async def landed(ports: Ports, text: str) -> Landed:
    """Find where a token or a typed code leads."""
    code = ports.codes.find(text) or text
    found = await reached(ports.look, partial(_resolved, codes_of=ports, text=code))
    return found or Landed(Outcome.UNKNOWN)


def _resolved(work: "Work", codes_of: Ports, text: str) -> Landed | None:
    return places.resolve_all(work, codes_of.codes, [text]).get(text)


def placed(found: Landed, text: str) -> Place | None:
    """Give the place that a code leads to, or None where it leads to no desk."""
    if found.desk is None:
        return None
    return Place(found.desk, address(text), found.outcome, found.formerly)


def address(text: str) -> str:
    """Give the address that the forms of a code are sent to."""
    return f"/q/{quote(text, safe='')}"
