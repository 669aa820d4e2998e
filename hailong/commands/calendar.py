"""`hailong calendar`: working days, and deadlines counted by them."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hailong.report import say, show
from hailong.typed_days import DAY

if TYPE_CHECKING:
    from feedback.domain.calendar import Calendar

_FIRST, _LAST = 2000, 2200
_YEAR = click.IntRange(_FIRST, _LAST)
_VERSION = click.option("--version", metavar="V", help="An earlier calendar; default the newest.")
_JSON = click.option("--json", "as_json", is_flag=True)
_DAYS = [
    ("day", "Day"),
    ("weekday", ""),
    ("kind", "Kind"),
    ("name", "Name"),
    ("verified", "Verified"),
    ("source", "Source"),
]
_RULES = [
    ("code", "Rule"),
    ("title", "For"),
    ("length", "Time"),
    ("clock", "From"),
    ("holds", "Since"),
    ("source", "Source"),
]


@click.group()
def command() -> None:
    """Working days: holidays, days off and made up, and deadlines counted by them."""


@command.command("show")
@click.argument("year", type=_YEAR)
@_VERSION
@click.option("--csv", "as_csv", is_flag=True, help="The year as a file to edit and import.")
@_JSON
def show_(year: int, version: str | None, as_csv: bool, as_json: bool) -> None:
    """Show the days of YEAR that are not what their weekday says."""
    from hailong import calendar_rows

    if as_csv and as_json:
        raise click.UsageError("Choose --csv or --json.")
    rows, extra = calendar_rows.of_year(_calendar(version), year)
    if as_csv:
        click.echo(calendar_rows.written(rows), nl=False)
        return
    show(rows, columns=_DAYS, as_json=as_json, extra=extra)
    if not as_json:
        say(calendar_rows.summary(extra))


@command.command()
@click.argument("start", type=DAY, metavar="FROM")
@click.option("--rule", "code", required=True, metavar="R", help="See `hailong calendar rules`.")
@_VERSION
@_JSON
def due(start: datetime, code: str, version: str | None, as_json: bool) -> None:
    """Count a deadline from the day FROM, which is day zero, and explain it."""
    from admin_tui.due_words import explained
    from feedback.domain import deadlines
    from feedback.services import calendars
    from hailong import calendar_rows

    day = start.date()
    if not _FIRST <= day.year <= _LAST:
        raise click.BadParameter(f"the year lies between {_FIRST} and {_LAST}")
    calendar = _calendar(version)
    counted = deadlines.due(calendars.rule(code, day), day, calendar)
    if as_json:
        show([calendar_rows.of_due(counted, calendar)], columns=[], as_json=True)
        return
    click.echo("\n".join(explained(counted)))


@command.command()
@click.option("--on", "day", type=DAY, help="Only rules for what is received on this day.")
@_JSON
def rules(day: datetime | None, as_json: bool) -> None:
    """List the rules of time, with what each rests on."""
    from feedback.services import calendars
    from hailong import calendar_rows

    found = [one for one in calendars.every_rule() if day is None or one.holds(day.date())]
    told = calendar_rows.of_rule if as_json else calendar_rows.cells
    show([told(one) for one in found], columns=_RULES, as_json=as_json)


@command.command()
@_JSON
def versions(as_json: bool) -> None:
    """List the calendars there are, the newest first; deadlines keep the one they rest on."""
    from feedback.services import calendars
    from hailong import calendar_rows
    from hailong.home import open_home

    with open_home() as home, home.store.look() as work:
        rows = [calendar_rows.of_version(one) for one in calendars.versions(work)]
    shipped = calendars.shipped()
    rows.append({"version": shipped.version, "until": shipped.until, "source": "hailong"})
    columns = [("version", "Version"), ("until", "Until"), ("source", "From"), ("by", "By")]
    show(rows, columns=[*columns, ("at", "At")], as_json=as_json)


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_JSON
def import_(file: Path, as_json: bool) -> None:
    """Import FILE.csv: day,kind,name,source,verified.

    The kind is holiday, day_off or make_up. A file holds its years whole: they replace what the
    calendar had for them. The result is a new version; deadlines that were told do not move.
    """
    from feedback.services import calendars
    from hailong.home import open_home

    data = file.read_bytes()
    with open_home() as home, home.store.work() as work:
        done = calendars.import_file(work, home.operator, data, file.name)
    for warning in done.warnings:
        say(f"warning: {warning}")
    row = {"version": done.version, "until": done.until, "days": done.rows}
    columns = [("version", "Version"), ("until", "Until"), ("days", "Days")]
    show([row], columns=columns, as_json=as_json, extra={"warnings": list(done.warnings)})


def _calendar(version: str | None) -> "Calendar":
    from feedback.services import calendars
    from hailong.home import open_home

    with open_home() as home, home.store.look() as work:
        return calendars.current(work) if version is None else calendars.version(work, version)
