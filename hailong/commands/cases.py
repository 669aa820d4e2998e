"""`hailong cases`: what citizens told, looked at and answered. It opens nobody's identity."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

import click

from hailong.commands import case_acts
from hailong.report import show

if TYPE_CHECKING:
    from feedback.domain.cases.record import Case
    from feedback.domain.ids import UnitId
    from feedback.store.work import Work
    from hailong.home import Home

_Kind = TypeVar("_Kind", bound=StrEnum)
_JSON = click.option("--json", "as_json", is_flag=True)
_DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])


@click.group()
def command() -> None:
    """Cases: the queue, one case, and every act of those who handle it."""


@command.command("list")
@click.option("--state", "states", multiple=True, metavar="STATE")
@click.option("--unit", metavar="UNIT", help="Only this unit and those below.")
@click.option("--kind", "kinds", multiple=True, metavar="KIND")
@click.option("--due-before", type=_DAY, metavar="DAY", help="Still owed, and due before DAY.")
@click.option("--search", "words", metavar="WORDS", help="A code, or words in it.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV for a spreadsheet.")
@_JSON
def list_(
    states: tuple[str, ...],
    unit: str | None,
    kinds: tuple[str, ...],
    due_before: datetime | None,
    words: str | None,
    as_csv: bool,
    as_json: bool,
) -> None:
    """List cases, the most urgent first."""
    from feedback.domain.cases.kinds import CaseKind
    from feedback.domain.cases.life import CaseState
    from feedback.services.cases import reading, searching
    from feedback.services.cases.reading import Wanted
    from hailong.case_rows import COLUMNS
    from hailong.figures import write_csv
    from hailong.home import open_home

    with open_home() as home, home.store.look() as work:
        wanted = Wanted(
            states=frozenset(_one(CaseState, text) for text in states),
            kinds=frozenset(_one(CaseKind, text) for text in kinds),
            units=_below(work, unit) if unit else None,
            due_before=due_before.date() if due_before else None,
        )
        found = (
            searching.search(work, home.operator, words, wanted)
            if words
            else reading.listed(work, home.operator, wanted)
        )
        rows = _rows(work, found)
    if as_csv:
        click.echo(write_csv(rows), nl=False)
        return
    show(rows, columns=COLUMNS, as_json=as_json)


@command.command("show")
@click.argument("code")
@_JSON
def show_(code: str, as_json: bool) -> None:
    """Show one case with its words and its timeline."""
    from hailong.case_rows import told
    from hailong.home import open_home

    with open_home() as home, home.store.look() as work:
        one = _sheet(work, home, code)
    if as_json:
        show([one], columns=[], as_json=True, extra=one)
    else:
        click.echo("\n".join(told(one)))


@command.command()
@click.argument("code")
@_JSON
def take(code: str, as_json: bool) -> None:
    """Take a case in hand."""
    from feedback.services.cases import casework
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        rows = _rows(work, [casework.take(work, home.operator, code)])
    _done(rows, as_json)


def _done(rows: list[dict[str, object]], as_json: bool) -> None:
    from hailong.case_rows import COLUMNS

    show(rows, columns=COLUMNS, as_json=as_json)


def _rows(work: "Work", found: "Iterable[Case]") -> list[dict[str, object]]:
    from hailong.case_rows import rows

    return rows(work, found)


def _sheet(work: "Work", home: "Home", code: str) -> dict[str, object]:
    from feedback.services import places
    from feedback.services.cases import attachments, reading
    from hailong.case_rows import sheet

    file = reading.opened(work, home.operator, code)
    case = file.case
    desk = None
    if case.about_desk is not None:
        card = places.desk_cards(work, {case.about_desk}, case.about_day).get(case.about_desk)
        desk = card.name if card else None
    files = attachments.listed(work, home.operator, code)
    return sheet(_rows(work, [case])[0], file, files, desk)


def _below(work: "Work", text: str) -> "frozenset[UnitId]":
    from feedback.domain.days import local_day
    from feedback.services import places

    unit, today = places.unit_id(work, text), local_day(work.now)
    here = places.tree(work).on(today)
    return frozenset(here.below(unit)) if unit in here.units else frozenset({unit})


def _one(kind: type[_Kind], text: str) -> _Kind:
    try:
        return kind(text)
    except ValueError:
        known = ", ".join(one.value for one in kind)
        raise click.BadParameter(f"{text!r} is not one of: {known}") from None


case_acts.join(command)
