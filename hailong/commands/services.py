"""`hailong services`: the fields of work that desks offer."""

from pathlib import Path

import click

from hailong.report import show


@click.group()
def command() -> None:
    """Services that desks offer, and the factors that may be asked about at each."""


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True)
def import_(file: Path, as_json: bool) -> None:
    """Import FILE.csv: code,name_vi,name_en,factors."""
    from feedback.services.places.services_import import import_services
    from hailong.commands.units import tell_import
    from hailong.home import open_home

    data = file.read_bytes()
    with open_home() as home, home.store.work() as work:
        done = import_services(work, home.operator, data, source=file.name)
    tell_import(done, as_json)


@command.command("list")
@click.option("--json", "as_json", is_flag=True)
def list_(as_json: bool) -> None:
    """List the services, by code."""
    from feedback.services.places.services_import import listed
    from hailong.home import open_home

    with open_home() as home, home.store.look() as work:
        rows = [
            {
                "code": one.code,
                "name_vi": one.name_vi,
                "name_en": one.name_en,
                "factors": " ".join(sorted(one.factors)),
            }
            for one in listed(work)
        ]
    columns = [("code", "Code"), ("name_vi", "Tên"), ("name_en", "Name"), ("factors", "Factors")]
    show(rows, columns=columns, as_json=as_json)
