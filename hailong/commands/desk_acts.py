"""The acts of `hailong desks` on one desk's code or tablet; each is recorded with its reason."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from hailong.report import say, show
from hailong.typed_days import DAY

if TYPE_CHECKING:
    from feedback.domain.ids import DeskId
    from feedback.store.work import Work
    from hailong.home import Home

_JSON = click.option("--json", "as_json", is_flag=True)
_REASON = click.option("--reason", default="", help="Why; it is kept in the record.")


@click.command()
@click.argument("desk")
@click.option(
    "--to", "unit", metavar="UNIT", help="The unit that the desk belongs to from then on."
)
@click.option("--to-desk", "heir", metavar="DESK", help="The desk that takes over.")
@click.option("--on", type=DAY, help="Default today.")
@_REASON
@_JSON
def move(
    desk: str, unit: str | None, heir: str | None, on: datetime | None, reason: str, as_json: bool
) -> None:
    """Move DESK to another unit, or let another desk take over; its poster goes on working."""
    from feedback.domain.days import local_day
    from feedback.services import places
    from feedback.services.places import desk_acts
    from hailong.home import open_home

    if (unit is None) == (heir is None):
        raise click.UsageError("Give either --to UNIT or --to-desk DESK.")
    if heir is not None and on is not None:
        raise click.UsageError("--to-desk holds from now on; --on goes with --to UNIT.")
    with open_home() as home, home.store.work() as work:
        found = places.desk_id(work, desk)
        day = on.date() if on else local_day(work.now)
        if unit is not None:
            to = places.unit_id(work, unit)
            desk_acts.move_to_unit(work, home.operator, home.codes, found, to, day, reason)
        elif heir is not None:
            to_desk = places.desk_id(work, heir)
            desk_acts.move_to_desk(work, home.operator, found, to_desk, reason)
        rows = _codes_of(home, work, found)
    _tell(rows, as_json)


@click.command()
@click.argument("code")
@_REASON
@_JSON
def revoke(code: str, reason: str, as_json: bool) -> None:
    """End CODE for good; who scans it gets a kind answer. Reissue its desk to let it lead on."""
    from feedback.domain.days import local_day
    from feedback.services import places
    from feedback.services.places import desk_acts
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        short = home.codes.find(code)
        if short is None:
            desk = places.desk_id(work, code)
            card = places.desk_cards(work, [desk], local_day(work.now))[desk]
            short = card.code or code
        row = desk_acts.revoke(work, home.operator, short, reason)
        rows = _codes_of(home, work, row.desk)
    _tell(rows, as_json)


@click.command()
@click.argument("desk", required=False)
@click.option("--key", "kid", metavar="KID", help="All desks whose codes this key signed.")
@_REASON
@_JSON
def reissue(desk: str | None, kid: str | None, reason: str, as_json: bool) -> None:
    """Give DESK a new code; posters with older ones lead to it and say that they were withdrawn."""
    from feedback.services import places
    from feedback.services.places import desk_acts
    from feedback.services.places.listing import desks_signed_by
    from feedback.services.refusals import NotFound
    from hailong.home import open_home

    if (desk is None) == (kid is None):
        raise click.UsageError("Give either DESK or --key KID.")
    with open_home() as home, home.store.work() as work:
        found = [places.desk_id(work, desk)] if desk else desks_signed_by(work, kid or "")
        if not found:
            raise NotFound(f"No active code was signed by the key {(kid or '')[:40]!r}.")
        desk_acts.reissue(work, home.operator, home.codes, found, reason)
        rows = _codes_of(home, work, *found)
    _tell(rows, as_json)


@click.command()
@click.argument("desk")
@_JSON
def tablet(desk: str, as_json: bool) -> None:
    """Register a shared tablet at DESK and print its address; it starts afresh for each person."""
    from feedback.services import places, tablets
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        found = places.desk_id(work, desk)
        token = tablets.register(work, home.operator, home.codes, found)
        url = f"{home.settings.public_url}/tablet/{token}"
    show(
        [{"desk": desk, "token": token, "url": url}], columns=[("url", "Address")], as_json=as_json
    )


@click.command("tablet-end")
@click.argument("token")
@_REASON
def tablet_end(token: str, reason: str) -> None:
    """End the use of a shared tablet, named by its address or token."""
    from feedback.services import tablets
    from hailong.home import open_home

    token = token.rstrip("/").rpartition("/")[2]
    with open_home() as home, home.store.work() as work:
        tablets.end(work, home.operator, home.codes, token, reason)
    say("Ended.")


ACTS = (move, revoke, reissue, tablet, tablet_end)


def _codes_of(home: "Home", work: "Work", *desks: "DeskId") -> list[dict[str, object]]:
    from feedback.services.places.listing import desks_listed
    from hailong.desk_rows import desk_row

    wanted = frozenset(desks)
    listed = desks_listed(work, all_codes=True)
    return [desk_row(one, home.settings.public_url) for one in listed if one.card.id in wanted]


def _tell(rows: list[dict[str, object]], as_json: bool) -> None:
    from hailong.desk_rows import COLUMNS

    show(rows, columns=[*COLUMNS, ("reason", "Reason")], as_json=as_json)
