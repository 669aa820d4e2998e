"""`hailong papers`: what the law wants on paper, drafted from the settings."""

from collections.abc import Mapping
from pathlib import Path

import click

from feedback.services.refusals import Refusal
from hailong.report import show, told

_FORMS = ("html", "txt")


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Into this folder.")
@click.option("--format", "form", type=click.Choice(_FORMS), default="html", show_default=True)
@click.option("--replace", is_flag=True, help="Write over papers that differ.")
@click.option("--json", "as_json", is_flag=True)
def command(
    names: tuple[str, ...], out: Path | None, form: str, replace: bool, as_json: bool
) -> None:
    """Draft the papers NAME, or all: record of processing, impact, security level, consent, breach.

    Without --out they are only listed. What somebody filled in is not written over.
    """
    with told():
        from hailong.papers import drafts, sheet
        from hailong.settings import read_settings

        papers = drafts.every(read_settings())
        known = [paper.name for paper in papers]
        strange = [name for name in names if name not in known]
        if strange:
            raise click.UsageError(f"No such paper: {strange[0]}. There are {', '.join(known)}.")
        wanted = [paper for paper in papers if not names or paper.name in names]
        write = sheet.html if form == "html" else sheet.text
        made = {out / f"{paper.name}.{form}": write(paper) for paper in wanted} if out else {}
        _put(made, replace=replace)
        paths: list[str | None] = [str(path) for path in made]
        rows: list[dict[str, object]] = [
            {"name": paper.name, "title": paper.title, "path": path}
            for paper, path in zip(wanted, paths or [None] * len(wanted), strict=True)
        ]
        columns = [("name", "Name"), ("title", "Title"), ("path", "Written to")]
        show(rows, columns=columns, as_json=as_json)


def _put(made: Mapping[Path, str], *, replace: bool) -> None:
    """Write all of them, or none where one would write over another text."""
    differ = [path for path, text in made.items() if path.exists() and _read(path) != text]
    if differ and not replace:
        named = ", ".join(map(str, differ))
        raise Refusal(
            f"{named}: there already, and different. Keep it, or write over by --replace."
        )
    for path, text in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def _read(path: Path) -> str:
    return path.read_text("utf-8", "replace")
