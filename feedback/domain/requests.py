"""What a citizen may ask about the own data, and by when the law wants it done. It does nothing.

Luật 91/2025/QH15 and NĐ 356/2025: acknowledge in 2 working days; withdraw in 15, copy in 10, delete
in 20 days.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from feedback.domain.ids import CaseId, Person


class RequestKind(StrEnum):
    """What is asked for."""

    WITHDRAW = "withdraw"
    """Take back what was agreed to: name, phone and address go, the case stays."""
    COPY = "copy"
    DELETE = "delete"


class RequestState(StrEnum):
    """How far a request is."""

    OPEN = "open"
    TOLD = "told"
    """Whoever asked was told that it is being done."""
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Request:
    """A request with its two dates, and its date's own explanation.

    ``case`` or ``person`` says whose data; both are gone where they were erased. ``code`` is how
    staff speak of the case.
    """

    id: int
    kind: RequestKind
    case: CaseId | None
    code: str | None
    person: Person | None
    received_on: date
    answer_by: date
    act_by: date
    why: str
    state: RequestState
    by: str
    done_by: str
    done_at: datetime | None

    def late(self, today: date) -> bool:
        """Say whether a date has passed on which something was to be done."""
        match self.state:
            case RequestState.OPEN:
                return today > min(self.answer_by, self.act_by)
            case RequestState.TOLD:
                return today > self.act_by
            case RequestState.DONE:
                return False
