"""`hailong targets`: what an office set itself to reach."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from hailong.report import show
from hailong.typed_days import DAY

if TYPE_CHECKING:
    from feedback.services.targets import Shown

_COLUMNS = [
    ("unit", "Unit"),
    ("target", "Target %"),
    ("from", "From"),
    ("decision", "Decision"),
    ("set_by", "Set by"),
]


@click.group()
def command() -> None:
    """What an office set itself to reach, and by which decision."""


@command.command("set")
@click.option("--unit", required=True, metavar="CODE[@DATE]", help="Holds for all below it too.")
@click.option("--value", required=True, metavar="PERCENT", help="Such as 90 or 85.5.")
@click.option("--decision", required=True, help="Number and date of the decision it rests on.")
@click.option("--from", "since", type=DAY, metavar="DAY", help="Default: today.")
@click.option("--json", "as_json", is_flag=True)
def set_(unit: str, value: str, decision: str, since: datetime | None, as_json: bool) -> None:
    """Set a target from a day on."""
    from feedback.domain.days import local_day
    from feedback.services import targets
    from feedback.services.places import unit_id
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        day = since.date() if since else local_day(work.now)
        of = unit_id(work, unit)
        one = targets.set_target(work, home.operator, of, value, decision, day)
    show([_row(one)], columns=_COLUMNS, as_json=as_json)


@command.command("list")
@click.option("--json", "as_json", is_flag=True)
def list_(as_json: bool) -> None:
    """Show all targets, oldest first; of one unit the newest that has begun holds."""
    from feedback.services import targets
    from hailong.home import open_home

    with open_home() as home, home.store.look() as work:
        shown = targets.listed(work, home.operator)
    show([_row(one) for one in shown], columns=_COLUMNS, as_json=as_json)


def _row(one: "Shown") -> dict[str, object]:
    return {
        "unit": one.unit_name,
        "unit_code": one.unit_code,
        "target": one.set.target.points / 100,
        "from": one.set.since.isoformat(),
        "decision": one.set.target.decision,
        "set_by": one.set.set_by,
    }
