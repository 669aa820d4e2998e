"""`hailong desks`: bring in and look at desks, and what becomes of their codes."""

from datetime import datetime
from pathlib import Path

import click

from hailong.commands.desk_acts import ACTS
from hailong.report import show
from hailong.typed_days import DAY


@click.group()
def command() -> None:
    """Desks and their codes. Desks are named by short code or by UNIT/name."""


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True)
def import_(file: Path, as_json: bool) -> None:
    """Import FILE.csv: unit_code,name,service_codes,languages."""
    from feedback.services.places.desks_import import import_desks, understand
    from hailong.commands.units import tell_import
    from hailong.home import open_home

    data = file.read_bytes()
    with open_home() as home:
        with home.store.look() as work:
            # Ahead of the transaction that writes, for which ratings wait on SQLite: 1.2 s for
            # 16,605 desks even so.
            ahead = understand(work, home.codes, data)
        with home.store.work() as work:
            source = file.name
            done = import_desks(work, home.operator, home.codes, data, source=source, ahead=ahead)
    tell_import(done, as_json)


@command.command("list")
@click.option("--unit", metavar="UNIT", help="Only desks of this unit and those below.")
@click.option("--all", "all_codes", is_flag=True, help="Every code there ever was.")
@click.option("--json", "as_json", is_flag=True)
def list_(unit: str | None, all_codes: bool, as_json: bool) -> None:
    """List desks in the order of their import, each with its active code, else its last."""
    from feedback.services import places
    from feedback.services.places.listing import desks_listed
    from hailong.desk_rows import COLUMNS, desk_row
    from hailong.home import open_home

    with open_home() as home, home.store.look() as work:
        under = places.unit_id(work, unit) if unit else None
        listed = desks_listed(work, under, all_codes=all_codes)
        rows = [desk_row(one, home.settings.public_url) for one in listed]
    show(rows, columns=COLUMNS, as_json=as_json)


@command.command("show")
@click.argument("desk")
@click.option("--on", type=DAY, help="Default today.")
@click.option("--json", "as_json", is_flag=True)
def show_(desk: str, on: datetime | None, as_json: bool) -> None:
    """Show a desk: all its codes, and where it counts."""
    from feedback.domain.days import local_day
    from feedback.services import places
    from feedback.services.places.listing import desks_listed
    from hailong.desk_rows import COLUMNS, desk_row
    from hailong.home import open_home

    with open_home() as home, home.store.look() as work:
        day = on.date() if on else local_day(work.now)
        found = places.desk_id(work, desk, day)
        card = places.desk_cards(work, [found], day)[found]
        listed = [one for one in desks_listed(work, all_codes=True) if one.card.id == found]
        rows = [desk_row(one, home.settings.public_url) for one in listed]
    extra = {"desk": card.name, "unit": card.unit_name, "factors": sorted(card.factors)}
    show(rows, columns=[*COLUMNS, ("reason", "Reason")], as_json=as_json, extra=extra)


for act in ACTS:
    command.add_command(act)
