"""Who acts and looks: the roles of staff, and a viewer as every service call knows them."""

from dataclasses import dataclass
from enum import StrEnum

from feedback.domain.ids import StaffId, UnitId


class Role(StrEnum):
    """What someone is there for. Only ``supervisor`` and ``handler`` belong to those rated."""

    SUPERVISOR = "supervisor"
    HANDLER = "handler"
    MODERATOR = "moderator"
    INSPECTOR = "inspector"
    INTEGRITY = "integrity"
    ADMIN = "admin"
    AUDITOR = "auditor"
    OPERATOR = "operator"
    """The account that runs the commands; never a person in the table of staff."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Someone who asks: a name for the record, a role, and the unit it is held for (None: all)."""

    name: str
    role: Role
    unit: UnitId | None = None
    staff: StaffId | None = None
