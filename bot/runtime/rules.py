"""What receiving is told from outside: what the office decided, and the ports it needs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.conversation.scene import SILENCE
from bot.runtime.rehearsal import Rehearsal
from feedback.domain.questionnaire import Questionnaire
from feedback.services.codes import Codes
from feedback.store.work import Work


def no_form(desk: int, at: datetime) -> str:
    """Give no address, where there is no web to hand anyone over to."""
    return ""


@dataclass(frozen=True)
class Rules:
    """What the office decided, and the ports that receiving needs."""

    codes: Codes
    questionnaire: Callable[[Work], Questionnaire]
    web_page: str = ""
    authority: str = ""
    """Where to turn when nobody outside a unit receives what accuses it."""
    reply_days: int = 30
    evidence_days: int = 90
    gated: frozenset[str] = frozenset()
    """Channels in which another robot answers until a code or a word of the menu comes."""
    silence: timedelta = SILENCE
    """How long nothing is answered after somebody of the office wrote in a chat."""
    form: Callable[[int, datetime], str] = no_form
    """Makes the address of a sealed form about a desk (0: none), signed for a short time."""
    rehearsal: Rehearsal = field(default_factory=Rehearsal)
