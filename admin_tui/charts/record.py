"""Rows of the record of acts, and one act as a whole. Pure."""

from rich.text import Text

from admin_tui import act_words, numbers
from admin_tui.charts.lines import WIDE
from admin_tui.columns import fit, put, wrapped
from admin_tui.ink import Ink
from admin_tui.literal import literal, one_line
from admin_tui.reading import Sought
from feedback.domain.record import Entry

_AT, _WHO, _ACT, _ABOUT = 16, 14, 25, 20


def heading(width: int, ink: Ink) -> Text:
    """Draw the heads of the columns."""
    line = Text()
    cells = [("Lúc", _AT), ("Ai", _WHO), ("Làm gì", _ACT), ("Với", _ABOUT)]
    if width >= WIDE:
        cells.append(("Vì sao", width))
    for text, room in cells:
        put(line, text, min(room, max(0, width - line.cell_len)), f"bold {ink.accent}")
    return line


def row(entry: Entry, width: int, ink: Ink) -> Text:
    """Draw an act."""
    drawn = Text()
    put(drawn, numbers.minute(entry.at), _AT, ink.dim)
    put(drawn, one_line(entry.actor), _WHO, ink.text)
    put(drawn, act_words.act(entry.act), _ACT, ink.strong)
    about = f"{one_line(entry.subject)}{' · kín' if entry.sealed else ''}"
    if width < WIDE:
        return drawn.append(fit(about, max(0, width - drawn.cell_len)), ink.text)
    put(drawn, about, _ABOUT, ink.text)
    return drawn.append(fit(one_line(entry.reason), max(0, width - drawn.cell_len)), ink.dim)


def whole(entry: Entry, width: int, ink: Ink) -> list[Text]:
    """Draw all that was noted of an act."""
    parts = (
        ("Lúc", f"{numbers.moment(entry.at)} {numbers.minute(entry.at).partition(' ')[2]}"),
        ("Ai", entry.actor),
        ("Làm gì", f"{act_words.act(entry.act)} ({entry.act})"),
        ("Với", f"{entry.subject}{' (việc kín)' if entry.sealed else ''}"),
        ("Trước", act_words.side(entry.act, entry.before)),
        ("Sau", act_words.side(entry.act, entry.after)),
        ("Vì sao", entry.reason),
    )
    return [
        Text(line, ink.text)
        for label, value in parts
        if value
        for line in wrapped(f"{label}: {literal(value)}", width)
    ]


def sought(wanted: Sought) -> str:
    """Say in a few words what is sought; nothing where all is shown."""
    told = [wanted.actor, act_words.GROUPS.get(wanted.act) or act_words.act(wanted.act)]
    told += [wanted.subject, wanted.text]
    told += [f"từ {numbers.day(wanted.first)}"] if wanted.first else []
    told += [f"đến {numbers.day(wanted.last)}"] if wanted.last else []
    return ", ".join(one_line(one) for one in told if one)
