"""Looks over what is owed to citizens: who receives reports, what is late, what nobody follows."""

from collections.abc import Iterator

from feedback.domain.days import local_day
from feedback.services import appointing, followups
from feedback.services.cases import receiving
from feedback.store import cases
from feedback.store.work import Work
from hailong.finding import Finding
from hailong.home import Home

_MOST_NAMED = 5


def cases_of(work: Work, home: Home) -> Iterator[Finding]:
    """Look over recipients of sealed reports, late cases and late follow-ups."""
    yield from _recipients(work, home)
    yield from _late(work)


def _recipients(work: Work, home: Home) -> Iterator[Finding]:
    units = receiving.units(work, home.operator)
    without = [one.name for one in units if one.receives is None]
    waiting = sum(cases.count_unrouted(work).values())
    if not units:
        return
    if without:
        named = ", ".join(without[:_MOST_NAMED]) + (" ..." if len(without) > _MOST_NAMED else "")
        yield Finding(
            Finding.NOTE,
            f"nobody outside these units receives reports against them: {named}",
            "enrol an inspector above them: `hailong staff add NAME --role inspector --unit ...`",
        )
    else:
        yield Finding(Finding.OK, "reports against every unit have a recipient outside it")
    if waiting and not appointing.listed(work, home.operator):
        yield Finding(
            Finding.WRONG,
            f"{waiting} sealed reports wait, and nobody may open them",
            "enrol an inspector, or appoint someone: `hailong sealed appoint NAME --decision ...`",
        )
    elif waiting:
        yield Finding(
            Finding.NOTE, f"{waiting} sealed reports wait for the appointee", "ask the appointee"
        )


def _late(work: Work) -> Iterator[Finding]:
    late = cases.count_late(work, local_day(work.now))
    if late:
        yield Finding(
            Finding.WRONG,
            f"{late} cases are past their date",
            "see `hailong cases list --due-before TODAY`",
        )
    overdue = followups.overdue(work)
    if overdue:
        yield Finding(
            Finding.NOTE,
            f"{overdue} low ratings were to be dealt with by now",
            "see `hailong followups list`",
        )
    if not late and not overdue:
        yield Finding(Finding.OK, "nothing owed to citizens is late")
