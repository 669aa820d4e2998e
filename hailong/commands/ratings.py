"""`hailong ratings`: doubtful ratings kept apart, with a reason, and brought back."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import click

from hailong.report import say, show
from hailong.typed_days import DAY
from hailong.typed_numbers import NUMBER

if TYPE_CHECKING:
    from feedback.services.standings import Given
    from feedback.store.work import Work

_JSON = click.option("--json", "as_json", is_flag=True)
_REASON = click.option("--reason", required=True, help="Kept, and shown in `index --explain`.")
_COLUMNS = [
    ("id", "Rating"),
    ("day", "Day"),
    ("unit", "Unit"),
    ("desk", "Desk"),
    ("level", "Level"),
    ("channel", "Channel"),
    ("standing", "Standing"),
    ("reason", "Reason"),
]


@click.group()
def command() -> None:
    """Ratings one by one: set aside with a reason, or brought back; none is ever deleted."""


@command.command("list")
@click.option("--from", "first", type=DAY, metavar="DAY", help="Default: thirty days ago.")
@click.option("--to", "last", type=DAY, metavar="DAY", help="Default: today.")
@click.option("--desk", metavar="CODE|UNIT/NAME")
@click.option("--set-aside", "apart", is_flag=True, help="Only those set aside.")
@_JSON
def list_(
    first: datetime | None, last: datetime | None, desk: str | None, apart: bool, as_json: bool
) -> None:
    """Show at most a thousand ratings, newest first."""
    from feedback.domain.channels import Standing
    from feedback.services import standings
    from feedback.services.places import desk_id
    from hailong.home import open_home

    with open_home() as home, home.store.look() as work:
        since, until = _span(work, first, last)
        found = standings.listed(
            work,
            home.operator,
            since,
            until,
            desk=desk_id(work, desk) if desk else None,
            standing=Standing.SET_ASIDE if apart else None,
        )
        rows = [_row(work, one) for one in found]
    show(rows, columns=_COLUMNS, as_json=as_json)


@command.command("bursts")
@click.option("--from", "first", type=DAY, metavar="DAY", help="Default: thirty days ago.")
@click.option("--to", "last", type=DAY, metavar="DAY", help="Default: today.")
@click.option("--least", type=int, default=5, show_default=True, help="So many together.")
@_JSON
def bursts_(first: datetime | None, last: datetime | None, least: int, as_json: bool) -> None:
    """Show where many ratings of a desk came from one network within a quarter of an hour.

    A hall shares one network: this says where to look, and proves nothing.
    """
    from hailong import burst_rows
    from hailong.home import open_home

    with open_home() as home, home.store.look() as work:
        since, until = _span(work, first, last)
        rows = burst_rows.rows(work, home.operator, since, until, least)
    show(rows, columns=burst_rows.COLUMNS, as_json=as_json)


@command.command()
@click.argument("rating", type=NUMBER)
@_REASON
@_JSON
def setaside(rating: int, reason: str, as_json: bool) -> None:
    """Count a rating no more."""
    _judge(rating, reason, as_json, apart=True)


@command.command()
@click.argument("rating", type=NUMBER)
@_REASON
@_JSON
def restore(rating: int, reason: str, as_json: bool) -> None:
    """Count a rating again."""
    _judge(rating, reason, as_json, apart=False)


@command.command()
@click.argument("handle")
@click.option("--unit", required=True, metavar="CODE[@DATE]")
@click.option("--reason", required=True, help="Why the rating is held untrue; kept sealed.")
@_JSON
def appeal(handle: str, unit: str, reason: str, as_json: bool) -> None:
    """Appeal against the rating that a comment belongs to; someone else decides."""
    from feedback.services import appeals
    from feedback.services.places import unit_id
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        of = unit_id(work, unit)
        number = appeals.appeal(
            work, home.operator, of, handle, reason, floor=home.settings.batch_floor
        )
    show([{"appeal": number}], columns=[("appeal", "Appeal")], as_json=as_json)


@command.command("appeals")
@click.option("--decided", is_flag=True, help="Those decided, newest first.")
@_JSON
def appeals_(decided: bool, as_json: bool) -> None:
    """Show units' appeals that wait for a decision."""
    from feedback.services import appeals
    from hailong.home import open_home

    with open_home() as home, home.store.look() as work:
        found = appeals.listed(work, home.operator, decided=decided)
    rows = [
        {
            "appeal": one.appeal.id,
            "rating": one.appeal.rating,
            "by": one.appeal.by,
            "reason": one.appeal.reason,
            "words": " / ".join(one.words),
            "decision": one.appeal.decision,
            "why": one.appeal.why or None,
        }
        for one in found
    ]
    names = ("appeal", "by", "reason", "words", "decision", "why")
    show(rows, columns=[(name, name.capitalize()) for name in names], as_json=as_json)


@command.command()
@click.argument("number", type=NUMBER)
@click.argument("decision", type=click.Choice(["upheld", "rejected"]))
@_REASON
@_JSON
def decide(number: int, decision: str, reason: str, as_json: bool) -> None:
    """Decide an appeal; upheld sets the rating aside."""
    from feedback.services import appeals
    from feedback.services.appeals import Decision
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        done = appeals.decide(work, home.operator, number, Decision(decision), reason)
    row = {"appeal": done.id, "decision": done.decision, "why": done.why}
    columns = [("appeal", "Appeal"), ("decision", "Decision"), ("why", "Why")]
    show([row], columns=columns, as_json=as_json)


def _judge(rating: int, reason: str, as_json: bool, *, apart: bool) -> None:
    from feedback.domain.ids import RatingId
    from feedback.services import standings
    from hailong.home import open_home

    act = standings.set_aside if apart else standings.restore
    with open_home() as home, home.store.work() as work:
        act(work, home.operator, RatingId(rating), reason)
    state = "set_aside" if apart else "counted"
    if as_json:
        show([{"id": rating, "standing": state, "reason": reason}], columns=[], as_json=True)
    else:
        say(f"Rating {rating} is {state.replace('_', ' ')} now.")


def _span(work: "Work", first: datetime | None, last: datetime | None) -> tuple[date, date]:
    from feedback.domain.days import local_day

    until = last.date() if last else local_day(work.now)
    return (first.date() if first else until - timedelta(days=30), until)


def _row(work: "Work", one: "Given") -> dict[str, object]:
    from feedback.services import places

    tree = places.tree(work)
    card = places.desk_cards(work, {one.desk}, one.day).get(one.desk)
    known = tree.nearest(one.unit, one.day)
    return {
        "id": one.id,
        "day": one.day.isoformat(),
        "unit": known.name,
        "unit_code": known.code,
        "desk": card.name if card else None,
        "level": one.level,
        "channel": one.channel,
        "source": one.source,
        "standing": one.standing.value,
        "reason": one.reason or None,
    }
