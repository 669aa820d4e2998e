"""A paper as data, and its two forms: a page to print, and plain text. It knows no contents."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

# NĐ 30/2020, annex I: Times New Roman, 13 to 14 points.
_STYLE = (
    "body{font:13pt/1.45 'Times New Roman',serif;max-width:17cm;margin:2cm auto;padding:0 1cm}"
    "h1{font-size:15pt;text-align:center;text-transform:uppercase}h2{font-size:13pt}"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid #000;padding:4px 6px;"
    "text-align:left;vertical-align:top}.draft{text-align:center;font-style:italic}"
    "@media print{body{margin:0;max-width:none;padding:0}}"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with lines, and a table under them; the first row names the columns."""

    heading: str
    lines: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper with its file's name; ``note`` says what it is and what is left to do."""

    name: str
    title: str
    note: str
    parts: tuple[Part, ...]


def html(paper: Paper) -> str:
    """Write it as one page that needs nothing else, to be printed or opened by an editor."""
    body = "\n".join(_html(paper))
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8">'
        f"<title>{escape(paper.title)}</title><style>{_STYLE}</style></head>\n"
        f"<body>\n{body}\n</body></html>\n"
    )


def text(paper: Paper) -> str:
    """Write it as plain text."""
    return "\n".join([paper.title.upper(), "", paper.note, *_text(paper)]) + "\n"


def _html(paper: Paper) -> Iterator[str]:
    yield f"<h1>{escape(paper.title)}</h1>"
    yield f'<p class="draft">{escape(paper.note)}</p>'
    for part in paper.parts:
        yield f"<h2>{escape(part.heading)}</h2>"
        for line in part.lines:
            yield f"<p>{escape(line)}</p>"
        if part.table:
            yield "<table>"
            for place, row in enumerate(part.table):
                cell = "td" if place else "th"
                yield "<tr>" + "".join(f"<{cell}>{escape(one)}</{cell}>" for one in row) + "</tr>"
            yield "</table>"


def _text(paper: Paper) -> Iterator[str]:
    for part in paper.parts:
        yield f"\n{part.heading}"
        yield from part.lines
        for row in part.table[1:]:
            named = zip(part.table[0], row, strict=True)
            yield "- " + "; ".join(f"{name}: {value}" for name, value in named)
