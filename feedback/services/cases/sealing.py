"""Seals a case once its citizen's further words accuse someone. It never opens one again."""

from feedback.domain.cases.kinds import CaseKind, severity
from feedback.domain.cases.record import Case
from feedback.domain.screen import accuses
from feedback.services.cases import clock, routing
from feedback.services.cases.clock import Changes
from feedback.store import case_parties
from feedback.store.work import Work


def by_words(work: Work, case: Case, text: str) -> Changes:
    """Give what seals a case whose citizen now accuses someone; nothing where there is no need.

    It leaves the unit whole: whoever is complained about must not read a later word either.
    """
    if case.sealed or not accuses(text):
        return {}
    kind = CaseKind.MISCONDUCT
    return clock.classified(work, case, kind) | {
        "kind": kind,
        "severity": severity(kind, None),
        "guided_on": None,
        **moved(work, case, sealed=True),
    }


def moved(work: Work, case: Case, *, sealed: bool) -> Changes:
    """Give where a case goes that is sealed, or sealed no more."""
    named = case_parties.of_case(work, case.id)
    if case.appealed and not sealed:
        # Contested, it never comes down to who may have answered it.
        route = routing.above(work, case.about_unit, named)
    else:
        choose = routing.sealed if sealed else routing.ordinary
        route = choose(work, case.about_unit, case.about_desk, case.about_day, named)
    return {
        "sealed": sealed,
        "unit": route.unit,
        "unrouted": route.unrouted,
        "assignee": None,
        "published": False,
    }
