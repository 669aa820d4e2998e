"""`hailong units`: bring in, look at and change the tree of units."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hailong.commands import unit_events
from hailong.report import say, show
from hailong.typed_days import DAY

if TYPE_CHECKING:
    from feedback.services.places.units_import import Imported

COLUMNS = [
    ("code", "Code"),
    ("name", "Name"),
    ("kind", "Kind"),
    ("parent_code", "Parent"),
    ("group", "Group"),
    ("valid_from", "From"),
    ("valid_to", "To"),
]


@click.group()
def command() -> None:
    """The tree of units, with its history. Units are named CODE or CODE@DATE."""


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True)
def import_(file: Path, as_json: bool) -> None:
    """Import FILE.csv: code,name,kind,parent_code,group,valid_from,valid_to.

    An empty valid_from means the version that is there already, else 2025-07-01; valid_to is the
    last day. A line with the same code and first day updates, a later first day continues.
    """
    from feedback.services.places.units_import import import_units
    from hailong.home import open_home

    data = file.read_bytes()
    with open_home() as home, home.store.work() as work:
        done = import_units(work, home.operator, data, source=file.name)
    tell_import(done, as_json)


@command.command()
@click.argument("country", type=click.Choice(["vietnam"]))
@click.option("--province", metavar="CODE", help="Only this province and its communes.")
@click.option("--json", "as_json", is_flag=True)
def load(country: str, province: str | None, as_json: bool) -> None:
    """Load the provinces and communes of a country, with what is known to have changed."""
    from feedback.services.places.vietnam import load_vietnam
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        done = load_vietnam(work, home.operator, province)
    tell_import(done, as_json)


@command.command("list")
@click.option("--on", type=DAY, help="The day to look at; default today.")
@click.option("--under", metavar="UNIT", help="Only this unit and those below.")
@click.option("--kind", help="Only units of this kind, by code or name.")
@click.option("--search", metavar="TEXT", help="By code, name or former name, marks or none.")
@click.option("--json", "as_json", is_flag=True)
def list_(
    on: datetime | None, under: str | None, kind: str | None, search: str | None, as_json: bool
) -> None:
    """List the units of a day, parents before children."""
    from feedback.services.places.kinds import code_of
    from hailong.home import open_home
    from hailong.unit_rows import listed, searched

    day = on.date() if on else None
    with open_home() as home, home.store.look() as work:
        rows = searched(work, search, day) if search else listed(work, day, under)
        code = code_of(work, kind) if kind else ""
    if kind:
        rows = [row for row in rows if row["kind"] == code]
    columns = [*COLUMNS[:4], ("formerly", "Found by its former name")] if search else COLUMNS
    show(rows, columns=columns, as_json=as_json)


@command.command("show")
@click.argument("unit")
@click.option("--on", type=DAY, help="The day to look at; default today.")
@click.option("--json", "as_json", is_flag=True)
def show_(unit: str, on: datetime | None, as_json: bool) -> None:
    """Show a unit's versions, what happened to it, and what it is now."""
    from hailong.home import open_home
    from hailong.unit_rows import told

    with open_home() as home, home.store.look() as work:
        rows, extra = told(work, unit, on.date() if on else None)
    show(rows, columns=COLUMNS, as_json=as_json, extra=extra)
    if not as_json:
        for name, value in extra.items():
            if value:
                click.echo(f"{name}: {_line(value)}")


def tell_import(done: "Imported", as_json: bool) -> None:
    """Say what an import did; warnings go to standard error."""
    for warning in done.warnings:
        say(f"warning: {warning}")
    row = {"new": done.new, "changed": done.changed, "same": done.same}
    columns = [("new", "New"), ("changed", "Changed"), ("same", "Same")]
    show([row], columns=columns, as_json=as_json, extra={"warnings": list(done.warnings)})


def _line(value: object) -> str:
    if not isinstance(value, list):
        return str(value)
    return "".join(f"\n  {_line_of(one)}" for one in value)


def _line_of(one: object) -> str:
    if not isinstance(one, dict):
        return str(one)
    return "  ".join(str(part) for part in one.values() if part)


for act in unit_events.ACTS:
    command.add_command(act)
