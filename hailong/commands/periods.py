"""`hailong periods`: what the public may see."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from hailong.report import say, show

if TYPE_CHECKING:
    from feedback.domain.periods import Period
    from feedback.domain.roles import Viewer
    from feedback.services.publishing import Publication
    from feedback.store.work import Work

_UNIT = click.option("--unit", required=True, metavar="CODE[@DATE]", help="With all below it.")
_COLUMNS = [
    ("period", "Period"),
    ("from", "From"),
    ("to", "To"),
    ("unit", "Unit"),
    ("tree", "Tree"),
    ("published_by", "Published by"),
    ("withdrawn_at", "Withdrawn"),
]


@click.group()
def command() -> None:
    """Publish a period on the public page, or take it back."""


@command.command()
@click.argument("name", metavar="2026Q3[@CALENDAR]")
@_UNIT
@click.option("--tree", type=click.Choice(["then", "now"]), default="then", show_default=True)
@click.option("--json", "as_json", is_flag=True)
def publish(name: str, unit: str, tree: str, as_json: bool) -> None:
    """Let the public see a period of a unit and of all below it."""
    from feedback.domain.periods import BadPeriod, period
    from feedback.domain.query import TreeOf
    from feedback.services import publishing
    from feedback.services.places import unit_id
    from hailong.home import open_home

    try:
        wanted = period(name)
    except BadPeriod as error:
        raise click.BadParameter(str(error)) from None
    with open_home() as home, home.store.work() as work:
        of = unit_id(work, unit)
        one = publishing.publish(work, home.operator, wanted, of, TreeOf(tree))
        rows = [_row(work, one)]
        warnings = list(_doubts(work, home.operator, one, wanted))
    for warning in warnings:
        say(f"Warning: {warning}")
    show(rows, columns=_COLUMNS, as_json=as_json)


@command.command()
@click.argument("name", metavar="2026Q3[@CALENDAR]")
@_UNIT
@click.option("--reason", default="", help="Kept in the record of acts.")
@click.option("--json", "as_json", is_flag=True)
def withdraw(name: str, unit: str, reason: str, as_json: bool) -> None:
    """Take a published period back."""
    from feedback.domain.periods import BadPeriod
    from feedback.services import publishing
    from feedback.services.places import unit_id
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        try:
            publishing.withdraw(work, home.operator, name, unit_id(work, unit), reason)
        except BadPeriod as error:
            raise click.BadParameter(str(error)) from None
    say(f"{name} is no longer published.")
    if as_json:
        show([{"period": name, "unit": unit}], columns=[], as_json=True)


@command.command("list")
@click.option("--json", "as_json", is_flag=True)
def list_(as_json: bool) -> None:
    """Show what was published, the newest period first, also what was withdrawn."""
    from feedback.services import publishing
    from hailong.home import open_home

    with open_home() as home, home.store.look() as work:
        rows = [_row(work, one) for one in publishing.listed(work, home.operator)]
    show(rows, columns=_COLUMNS, as_json=as_json)


def _doubts(work: "Work", viewer: "Viewer", one: "Publication", period: "Period") -> Iterator[str]:
    from feedback.domain.days import local_day
    from feedback.domain.query import IndexQuery
    from feedback.services import indices

    if one.last >= local_day(work.now):
        yield f"{one.name} runs until {one.last}; until then its figures move, in batches."
    query = IndexQuery(unit=one.unit, period=period, tree=one.tree)
    figures = (row.figure for row in indices.index(work, viewer, query).rows)
    if not any(figure and figure.counts.raw for figure in figures):
        yield f"nobody rated in {one.name}; the public page will show no figure."


def _row(work: "Work", one: "Publication") -> dict[str, object]:
    from feedback.services.places import tree

    version = tree(work).nearest(one.unit, one.last)
    return {
        "period": one.name,
        "from": one.first.isoformat(),
        "to": one.last.isoformat(),
        "unit": version.name,
        "unit_code": version.code,
        "tree": one.tree.value,
        "published_at": one.published_at.isoformat(),
        "published_by": one.published_by,
        "withdrawn_at": one.withdrawn_at.isoformat() if one.withdrawn_at else None,
    }
