"""`hailong papers`: what the law wants on paper, drafted from the settings."""

from pathlib import Path

import click

from hailong.report import show, told

_FORMS = ("html", "txt")


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Into this folder.")
@click.option("--format", "form", type=click.Choice(_FORMS), default="html", show_default=True)
@click.option("--json", "as_json", is_flag=True)
def command(names: tuple[str, ...], out: Path | None, form: str, as_json: bool) -> None:
    """Draft the papers NAME, or all: record of processing, impact, security level, consent, breach.

    Without --out they are only listed.
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
        rows: list[dict[str, object]] = []
        for paper in wanted:
            path = None if out is None else out / f"{paper.name}.{form}"
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                written = sheet.html(paper) if form == "html" else sheet.text(paper)
                path.write_text(written, "utf-8")
            rows.append({"name": paper.name, "title": paper.title, "path": path and str(path)})
        columns = [("name", "Name"), ("title", "Title"), ("path", "Written to")]
        show(rows, columns=columns, as_json=as_json)
