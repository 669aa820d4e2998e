"""What the web door needs from the house, as one record of ports. It wires nothing itself."""

from asyncio import Semaphore
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

from bot.pages.loads import Loads
from bot.wire.entry import Entry, Spooled
from feedback.domain.questionnaire import Questionnaire
from feedback.domain.visibility import FLOOR
from feedback.services.codes import Codes
from feedback.services.privacy.keeping import Keeping

if TYPE_CHECKING:
    from feedback.store.work import Work

T = TypeVar("T")


class Runner(Protocol):
    """Runs an act in one transaction, and returns once that is committed."""

    async def __call__(self, act: "Callable[[Work], T]") -> T:
        """Give what the act gave; any error means that nothing of it was stored."""
        ...


class Intake(Protocol):
    """Stores what was sent, or keeps it on the disk until that is possible."""

    async def store(self, entry: Entry, act: "Callable[[Work], T]") -> T | Spooled:
        """Give what the act gave, or say that its entry waits; any error means neither."""
        ...

    async def spool(self, entry: Entry) -> Spooled:
        """Let an entry wait without trying; raise NotKept."""
        ...


class Signer(Protocol):
    """Signs small contents for one purpose, so that they come back unchanged or not at all."""

    def sign(self, purpose: str, content: bytes) -> str:
        """Give the content and its signature as a text of ``A-Za-z0-9_-.``."""
        ...

    def read(self, purpose: str, text: str) -> bytes | None:
        """Give the content back, or None for anything forged or signed for another purpose."""
        ...


@dataclass(frozen=True, slots=True)
class Ports:
    """Everything that the pages reach beyond themselves.

    ``telegram`` gives the bot's user name while that door is open, ``zalo`` the address of the chat
    there, ``switched_on`` which of the two the office set up, reached just now or not.
    ``trusted_proxies`` are networks whose forwarded addresses are
    believed. ``office`` and ``contact`` name who is responsible, in the office's own words.
    ``higher`` names the authority above, for reports that nobody here may receive.
    ``floor`` is how many new ratings the figures of a running period wait for. ``…_days`` and
    ``keeping`` say how long things are kept. ``patience`` is how many seconds the store has to
    answer, ``prompt`` how many to find where a rating belongs, which is taken without that too.
    ``photo_turns`` bounds how many photos are cleaned at once, ``loads`` weighs who is let
    in. Without an ``intake`` a form that cannot be stored at once is not taken.
    """

    run: Runner
    look: Runner
    codes: Codes
    cookies: Signer
    questionnaire: "Callable[[Work], Questionnaire]"
    public_url: str
    office: str
    contact: str
    telegram: Callable[[], str | None]
    zalo: Callable[[], str | None]
    trusted_proxies: tuple[str, ...]
    clock: Callable[[], datetime]
    state_days: int
    update_days: int
    evidence_days: int = 90
    reply_days: int = 30
    floor: int = FLOOR
    patience: float = 5.0
    prompt: float = 1.0
    higher: str = ""
    permission: str = ""
    switched_on: frozenset[str] = frozenset()
    keeping: Keeping = field(default_factory=Keeping)
    intake: Intake | None = None
    photo_turns: Semaphore = field(default_factory=lambda: Semaphore(2))
    loads: Loads = field(default_factory=Loads)
