"""`hailong index`: the satisfaction index, with what it rests on."""

import sys
from datetime import datetime
from typing import TYPE_CHECKING

import click

from feedback.domain.methods import CODES
from hailong.typed_days import DAY

if TYPE_CHECKING:
    from feedback.domain.periods import Period
    from feedback.domain.query import IndexTable

_BY = click.Choice(["unit", "desk", "service", "factor", "month", "channel", "group"])


@click.command()
@click.option("--unit", metavar="CODE[@DATE]", help="This unit and all below it.")
@click.option("--desk", metavar="CODE", help="One desk: its short code, or UNIT/name.")
@click.option("--from", "first", type=DAY, metavar="DAY", help="Default: the first rating.")
@click.option("--to", "last", type=DAY, metavar="DAY", help="Default: today.")
@click.option("--period", metavar="2026Q3[@CALENDAR]", help="2026, 2026Q3, 2026-07, 2026Q3@tt06.")
@click.option("--by", type=_BY, help="What makes the rows.")
@click.option("--method", type=click.Choice(CODES), default="t2b", show_default=True)
@click.option("--tree", type=click.Choice(["then", "now"]), default="then", show_default=True)
@click.option("--public", is_flag=True, help="Only what the public may see.")
@click.option("--explain", is_flag=True, help="Formula, period, what was set aside and why.")
@click.option("--csv", "as_csv", is_flag=True, help="CSV on standard output.")
@click.option("--json", "as_json", is_flag=True)
def command(
    unit: str | None,
    desk: str | None,
    first: datetime | None,
    last: datetime | None,
    period: str | None,
    by: str | None,
    method: str,
    tree: str,
    public: bool,
    explain: bool,
    as_csv: bool,
    as_json: bool,
) -> None:
    """Compute the index of a unit, a desk or everything."""
    from feedback.domain.query import By, IndexQuery, TreeOf
    from feedback.services import indices
    from feedback.services.places import desk_id, unit_id
    from feedback.services.places.cards import belongs
    from hailong.home import open_home

    if as_csv and as_json:
        raise click.UsageError("Choose --csv or --json.")
    if first and last and last < first:
        raise click.UsageError("--to lies before --from.")
    days = _period(period, first, last)
    with open_home() as home, home.store.look() as work:
        of = unit_id(work, unit) if unit is not None else None
        at = desk_id(work, desk) if desk is not None else None
        if of is not None and at is not None and not belongs(work, at, of):
            raise click.UsageError("--desk lies in another unit; leave --unit out.")
        query = IndexQuery(
            of,
            at,
            days,
            first.date() if first else None,
            last.date() if last else None,
            By(by) if by else None,
            method,
            TreeOf(tree),
            public,
            explain,
        )
        table = indices.index(work, home.operator, query, floor=home.settings.batch_floor)
    _print(table, as_csv=as_csv, as_json=as_json)


def _period(name: str | None, first: object, last: object) -> "Period | None":
    from feedback.domain.periods import BadPeriod, period

    if name is None:
        return None
    if first or last:
        raise click.UsageError("Give --period, or --from and --to, not both.")
    try:
        return period(name)
    except BadPeriod as error:
        raise click.BadParameter(str(error), param_hint="--period") from None


def _print(table: "IndexTable", *, as_csv: bool, as_json: bool) -> None:
    from hailong import figure_words, figures
    from hailong.report import say, show

    rows = figures.records(table)
    if as_csv:
        sys.stdout.buffer.write(figures.write_csv(rows, figures.blank(table.query.by)).encode())
        return
    extra = figures.document(table)
    words = list(figure_words.explained(table))
    if as_json:
        if table.query.explain:
            extra["explain"] = figures.explanation(table, words)
        show(rows, columns=[], as_json=True, extra=extra)
        return
    by = table.query.by
    say(figure_words.title(table))
    shown = [figure_words.cells(row, by) for row in table.rows]
    show(shown, columns=figure_words.columns(table), as_json=False)
    notes = words if table.query.explain else [figure_words.NOTES[n] for n in table.notes]
    click.echo("\n".join(notes))
