"""Who may do what, and for which units: the one place that every service asks."""

from enum import StrEnum

from feedback.domain.cases.record import NOTHING, Scope
from feedback.domain.days import local_day
from feedback.domain.ids import UnitId
from feedback.domain.roles import Role, Viewer
from feedback.services.places import snapshot
from feedback.services.refusals import NotAllowed
from feedback.store import appointees, lineage
from feedback.store.work import Work


class Act(StrEnum):
    """What a service does on someone's behalf."""

    LOOK = "look"
    READ_COMMENTS = "read_comments"
    READ_ACCUSATIONS = "read_accusations"
    READ_EVIDENCE = "read_evidence"
    READ_RECORD = "read_record"
    MANAGE_STAFF = "manage_staff"
    MANAGE_UNITS = "manage_units"
    MANAGE_DESKS = "manage_desks"
    PRINT = "print"
    MANAGE_CALENDAR = "manage_calendar"
    SET_TARGET = "set_target"
    PUBLISH = "publish"
    SET_ASIDE = "set_aside"
    APPEAL = "appeal"
    READ_CASES = "read_cases"
    HANDLE_CASES = "handle_cases"
    MODERATE_CASES = "moderate_cases"
    UNLOCK_IDENTITY = "unlock_identity"
    ERASE = "erase"


_EVERYONE = frozenset(Role)
_RUNS = frozenset({Role.ADMIN, Role.OPERATOR})
_JUDGE = frozenset({Role.MODERATOR, Role.ADMIN, Role.INSPECTOR, Role.OPERATOR})
"""Roles that are not rated and may say what becomes of what others were accused of."""
_SEALED = frozenset({Role.INSPECTOR, Role.AUDITOR, Role.OPERATOR})
"""Roles that see sealed cases, each within the own units."""
_MAY: dict[Act, frozenset[Role]] = {
    Act.LOOK: _EVERYONE,
    # Evidence is one role's matter, words are others'.
    Act.READ_COMMENTS: _EVERYONE - {Role.INTEGRITY},
    Act.READ_ACCUSATIONS: frozenset({Role.INSPECTOR, Role.OPERATOR}),
    Act.READ_EVIDENCE: frozenset({Role.INTEGRITY, Role.OPERATOR}),
    Act.READ_RECORD: frozenset({Role.AUDITOR, Role.OPERATOR}),
    Act.MANAGE_STAFF: _RUNS,
    Act.MANAGE_UNITS: _RUNS,
    Act.MANAGE_DESKS: _RUNS,
    Act.PRINT: _RUNS | {Role.SUPERVISOR},
    Act.MANAGE_CALENDAR: _RUNS,
    Act.SET_TARGET: _RUNS,
    # Nobody publishes what they are rated by.
    Act.PUBLISH: _RUNS,
    # Neither the rated nor those who only look say which ratings count.
    Act.SET_ASIDE: frozenset({Role.INTEGRITY, Role.MODERATOR, Role.OPERATOR}),
    Act.APPEAL: frozenset({Role.SUPERVISOR, Role.OPERATOR}),
    Act.READ_CASES: _EVERYONE - {Role.INTEGRITY},
    # Whoever audits what is done does none of it.
    Act.HANDLE_CASES: _EVERYONE - {Role.INTEGRITY, Role.AUDITOR},
    Act.MODERATE_CASES: _JUDGE,
    Act.UNLOCK_IDENTITY: _JUDGE,
    Act.ERASE: _RUNS,
}


def may(role: Role, act: Act) -> bool:
    """Say whether a role may do something at all, wherever."""
    return role in _MAY[act]


def require(work: Work, viewer: Viewer, act: Act, unit: UnitId | None = None) -> None:
    """Raise NotAllowed unless the viewer may do this for the unit (None: for all units)."""
    if not may(viewer.role, act):
        raise NotAllowed(f"{viewer.name} ({viewer.role}) may not do this: {act}")
    if not within(work, viewer, unit):
        raise NotAllowed(f"{viewer.name} may do this ({act}) only within the own unit")


def scope(work: Work, viewer: Viewer) -> Scope:
    """Say which cases a viewer sees: the own unit's and those below it, sealed ones by role."""
    if not may(viewer.role, Act.READ_CASES):
        return NOTHING
    units = reach(work, viewer)
    sealed = units if viewer.role in _SEALED else frozenset()
    return Scope(units, sealed, appointees.one(work, viewer.staff), viewer.staff)


def reach(work: Work, viewer: Viewer) -> frozenset[UnitId] | None:
    """Give the viewer's unit, all below it today, and what they were formed from; None for all."""
    return None if viewer.unit is None else below(work, viewer.unit)


def below(work: Work, unit: UnitId) -> frozenset[UnitId]:
    """Give a unit, all below it today, and what they were formed from."""
    known, today = snapshot.tree(work), local_day(work.now)
    here = known.on(today)
    below = frozenset(here.below(unit)) if unit in here.units else frozenset({unit})
    # Whoever took over reaches what there was before, and not the reverse.
    gone = known.units - here.units
    return below | {one for one in gone if known.heir_on(one, today) in below}


def within(work: Work, viewer: Viewer, unit: UnitId | None) -> bool:
    """Say whether a unit, or what became of it, lies at or below the viewer's own today."""
    if viewer.unit is None:
        return True
    # None is the office as a whole, for which only someone without a unit acts.
    if unit is None:
        return False
    return viewer.unit in lineage.above(work, unit, local_day(work.now))
