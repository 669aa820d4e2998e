"""`hailong handling`: how citizens' matters were handled, and how they judged it."""

from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from hailong.report import say, show
from hailong.typed_days import DAY

if TYPE_CHECKING:
    from feedback.services.handling import Row
    from feedback.store.work import Work

_COLUMNS = [
    ("unit", "Unit"),
    ("received", "Received"),
    ("in_time", "In time"),
    ("late", "Late"),
    ("on_time", "In time %"),
    ("judged", "Judged"),
    ("satisfied", "Satisfied %"),
    ("by_766", "QĐ 766 %"),
]


@click.command()
@click.option("--unit", metavar="CODE[@DATE]", help="Only this unit and those below.")
@click.option("--from", "first", type=DAY, metavar="DAY", help="Default: a year ago.")
@click.option("--to", "last", type=DAY, metavar="DAY", help="Default: today.")
@click.option("--json", "as_json", is_flag=True)
def command(unit: str | None, first: datetime | None, last: datetime | None, as_json: bool) -> None:
    """Show, by the unit that cases are about, how many were answered in time, and how judged.

    "Satisfied" is of those who judged the answer; QĐ 766 counts silence as satisfied.
    """
    from feedback.domain.days import local_day
    from feedback.services import handling
    from feedback.services.places import unit_id
    from hailong.home import open_home

    with open_home() as home, home.store.look() as work:
        until = last.date() if last else local_day(work.now)
        since = first.date() if first else date.fromordinal(until.toordinal() - 365)
        of = unit_id(work, unit) if unit else None
        found = handling.figures(work, home.operator, since, until, unit=of)
        rows = [_row(work, one) for one in found]
    span = {"from": since.isoformat(), "to": until.isoformat()}
    show(rows, columns=_COLUMNS, as_json=as_json, extra=span)
    if not as_json:
        say("Cases that proved false, were withdrawn, merged or spam are not counted.")


def _row(work: "Work", one: "Row") -> dict[str, object]:
    from feedback.domain.days import local_day
    from feedback.services import places

    day = local_day(work.now)
    known = None if one.unit is None else places.tree(work).nearest(one.unit, day)
    handled = one.handled
    return {
        "unit": known.name if known else None,
        "unit_code": known.code if known else None,
        "received": handled.received,
        "owed": handled.owed,
        "in_time": handled.in_time,
        "late": handled.late,
        "on_time": _percent(one.on_time),
        "judged": handled.yes + handled.partly + handled.no,
        "yes": handled.yes,
        "partly": handled.partly,
        "no": handled.no,
        "satisfied": _percent(one.satisfied),
        "by_766": _percent(one.by_766),
        "hidden": one.hidden,
    }


def _percent(points: int | None) -> float | None:
    return None if points is None else points / 100
