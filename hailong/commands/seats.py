"""`hailong seats`: who sits at which desk, so that nobody handles what is about themselves."""

from datetime import datetime

import click

from hailong.report import say, show
from hailong.typed_days import DAY

_JSON = click.option("--json", "as_json", is_flag=True)
_DESK = click.option("--desk", required=True, metavar="CODE|UNIT/NAME")
_COLUMNS = [("name", "Name"), ("desk", "Desk"), ("from", "From"), ("to", "To")]


@click.group()
def command() -> None:
    """Who sits at which desk, with dates: a case about that desk and day is kept from them."""


@command.command("list")
@click.option("--desk", metavar="CODE|UNIT/NAME")
@_JSON
def list_(desk: str | None, as_json: bool) -> None:
    """Show who sits or sat where, newest first."""
    from feedback.services import sittings
    from feedback.services.places import desk_id
    from hailong.home import open_home

    with open_home() as home, home.store.look() as work:
        of = desk_id(work, desk) if desk else None
        rows = [
            {
                "name": seat.name,
                "desk": seat.desk_name,
                "from": seat.first.isoformat(),
                "to": seat.last.isoformat() if seat.last else None,
            }
            for seat in sittings.listed(work, home.operator, desk=of)
        ]
    show(rows, columns=_COLUMNS, as_json=as_json)


@command.command()
@click.argument("name")
@_DESK
@click.option("--from", "first", type=DAY, required=True, metavar="DAY")
@click.option("--to", "last", type=DAY, metavar="DAY", help="Default: without end.")
@_JSON
def begin(name: str, desk: str, first: datetime, last: datetime | None, as_json: bool) -> None:
    """Record that someone of the staff sits at a desk from a day on."""
    from feedback.services import sittings
    from feedback.services.places import desk_id
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        end_day = last.date() if last else None
        of = desk_id(work, desk)
        seat = sittings.seat(work, home.operator, name, of, first.date(), end_day)
    row = {"name": seat.name, "desk": seat.desk_name, "from": seat.first, "to": seat.last}
    show([row], columns=_COLUMNS, as_json=as_json)


@command.command()
@click.argument("name")
@_DESK
@click.option("--to", "last", type=DAY, required=True, metavar="DAY", help="The last day there.")
@_JSON
def end(name: str, desk: str, last: datetime, as_json: bool) -> None:
    """Record the last day that someone sat at a desk."""
    from feedback.services import sittings
    from feedback.services.places import desk_id
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        sittings.end(work, home.operator, name, desk_id(work, desk), last.date())
    if as_json:
        show([{"name": name, "to": last.date().isoformat()}], columns=[], as_json=True)
    else:
        say(f"{name} is recorded there until {last.date()}.")
