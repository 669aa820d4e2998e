"""`hailong qr`: print the posters of desks."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hailong.report import progress, show

if TYPE_CHECKING:
    from feedback.services.places.listing import ListedDesk
    from hailong.home import Home
    from qr.posters import Layout, Poster

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def command() -> None:
    """Posters of desks."""


@command.command("print")
@click.option("--unit", metavar="UNIT", help="Desks of this unit and those below.")
@click.option("--desk", "desks", multiple=True, metavar="DESK", help="Only this desk; repeatable.")
@click.option("--format", "kind", type=click.Choice(["pdf", "png", "svg"]), default="pdf")
@click.option("--paper", type=click.Choice(["a4", "a5", "a6", "table"]), default="a4")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="A file or folder.")
@click.option("--draft", is_flag=True, help="Print BẢN THỬ across the page.")
@click.option("--tile", is_flag=True, help="Several A5 or A6 on a sheet of A4.")
@click.option("--slips", is_flag=True, help="Slips to tear off and take home (A4, A5).")
@click.option("--crop-marks", is_flag=True, help="Show where to cut.")
@click.option("--logo", type=_FILE, help="A PNG or JPEG.")
@click.option("--hotline", default="", metavar="TEXT")
@click.option("--wifi", default="", metavar="TEXT")
@click.option("--json", "as_json", is_flag=True)
def print_(
    unit: str | None,
    desks: Sequence[str],
    kind: str,
    paper: str,
    out: Path,
    draft: bool,
    tile: bool,
    slips: bool,
    crop_marks: bool,
    logo: Path | None,
    hotline: str,
    wifi: str,
    as_json: bool,
) -> None:
    """Print posters, one desk a page unless tiled; refused for an address no citizen can reach."""
    from hailong.home import open_home
    from hailong.printing import Extras, posters

    layout = _layout(paper, slips, tile, crop_marks)
    extras = Extras(logo.read_bytes() if logo else None, hotline, wifi, draft)
    with open_home() as home:
        address = home.settings.public_url
        if not draft:
            _refuse_unreachable(address)
        chosen = _chosen(home, unit, desks)
        files = _write(posters(chosen, address, extras), layout, out, kind)
        # Last: a poster that could not be written was not printed.
        _note(home, chosen, draft)
    row = {"desks": len(chosen), "files": [str(file) for file in files], "draft": draft}
    told = {**row, "files": f"{files[0]}" if len(files) == 1 else f"{len(files)} in {out}"}
    columns = [("desks", "Desks"), ("files", "Written")]
    show([row if as_json else told], columns=columns, as_json=as_json)


def _layout(paper: str, slips: bool, tile: bool, crop_marks: bool) -> "Layout":
    from qr.posters import Layout, Paper, PosterError

    try:
        return Layout(Paper(paper), slips=slips, tiled=tile, crop_marks=crop_marks)
    except PosterError as error:
        raise click.UsageError(str(error)) from None


def _refuse_unreachable(public_url: str) -> None:
    from feedback.services.refusals import Refusal
    from qr.links import why_unprintable

    why = why_unprintable(public_url)
    if why:
        raise Refusal(
            f"{public_url} cannot stand on a poster: {why}."
            " Set HAILONG_PUBLIC_URL, or add --draft to try it out."
        )


def _chosen(home: "Home", unit: str | None, desks: Sequence[str]) -> "list[ListedDesk]":
    from feedback.services import places
    from feedback.services.places.printing import printable

    with home.store.look() as work:
        under = places.unit_id(work, unit) if unit else None
        only = [places.desk_id(work, desk) for desk in desks]
        return printable(work, home.operator, under, only)


def _write(posters: "Sequence[Poster]", layout: "Layout", out: Path, kind: str) -> list[Path]:
    from feedback.services.refusals import Refusal
    from hailong import printing
    from qr.posters import PosterError

    try:
        with progress(len(posters), "posters") as advance:
            if kind != "pdf":
                return printing.write_pictures(posters, layout, out, f".{kind}", advance)
            out.parent.mkdir(parents=True, exist_ok=True)
            printing.write_book(posters, layout, out, advance)
            return [out]
    except PosterError as error:
        raise Refusal(f"The posters cannot be made: {error}") from None
    except OSError as error:  # its text may name a file of ours that was not finished
        raise Refusal(
            f"{out} cannot be written: {error.strerror or type(error).__name__}."
        ) from None


def _note(home: "Home", printed: "list[ListedDesk]", draft: bool) -> None:
    from feedback.services.places.printing import mark_printed

    if not draft:
        with home.store.work() as work:
            mark_printed(work, home.operator, printed)
