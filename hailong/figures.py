"""The shape in which figures leave the product as JSON and CSV. It computes nothing."""

import csv
import io
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from feedback.domain.index import Figure
from feedback.domain.query import By, IndexRow, IndexTable, SetAside

Record = dict[str, object]
_PART = {
    By.SERVICE: ("service_code", "service"),
    By.FACTOR: ("factor", None),
    By.MONTH: ("month", None),
    By.CHANNEL: ("channel", None),
    By.GROUP: ("group", None),
}
# A spreadsheet computes what begins so: a name or a word from outside could call out from it.
_RISKY = ("=", "+", "-", "@", "\t", "\r")


def document(table: IndexTable) -> Record:
    """Give everything of a table but its rows."""
    return {
        "method": table.method.code,
        "method_version": table.method.version,
        "from": table.first.isoformat(),
        "to": table.last.isoformat(),
        "tree": table.query.tree.value,
        "period": table.query.period.name if table.query.period else None,
        "calendar": table.query.period.calendar.code if table.query.period else None,
        "by": table.query.by.value if table.query.by else None,
        "public": table.query.public,
        "shown_until": table.until.isoformat() if table.until else None,
        "notes": [note.value for note in table.notes],
    }


def explanation(table: IndexTable, notes: Sequence[str]) -> Record:
    """Give what the figures rest on and what they leave out, with the notes in words."""
    shown = [row.figure.counts for row in table.rows if row.figure is not None]
    return {
        "formula": table.method.formula,
        "title": table.method.title,
        "n": [counts.n for counts in shown],
        "n_raw": [counts.raw for counts in shown],
        "set_aside": [_reason(one) for one in table.set_aside],
        "notes": list(notes),
    }


def records(table: IndexTable) -> list[Record]:
    """Give the rows of a table."""
    return [record(row, table.query.by) for row in table.rows]


def record(row: IndexRow, by: By | None = None) -> Record:
    """Give one row; of a suppressed one everything but the names is null."""
    found: Record = {"unit": row.unit_name, "unit_code": row.unit_code}
    if row.of_desk is not None:
        found |= {"desk": row.of_desk.name, "desk_code": row.of_desk.code}
    if row.of_part is not None and by in _PART:
        code, name = _PART[by]
        found[code] = row.of_part.code
        found |= {name: row.of_part.name} if name else {}
    return {
        **found,
        **(_figure(row.figure) if row.figure else _nothing()),
        "decision": row.target.decision if row.target else None,
        "suppressed": row.suppressed,
        "unknown": None if row.suppressed else row.unknown,
        "parent_code": row.of_unit.parent_code if row.of_unit else None,
        "sample": row.sample,
    }


def blank(by: By | None = None) -> Record:
    """Give a row without anything in it: what there is to read where no row is."""
    named = ("desk", "desk_code") if by is By.DESK else _PART.get(by, ()) if by else ()
    names = ("unit", "unit_code", *(name for name in named if name))
    rest = ("decision", "suppressed", "unknown", "parent_code", "sample")
    return {**dict.fromkeys(names), **_nothing(), **dict.fromkeys(rest)}


def write_csv(
    rows: Sequence[Mapping[str, object]], empty: Mapping[str, object] = MappingProxyType({})
) -> str:
    """Write records as CSV with a BOM, one column a key; no cell starts a formula.

    Where there are none, the columns are those of ``empty``, so that a reader finds them.
    """
    flat = [_flat(row) for row in rows]
    text = io.StringIO()
    columns = list(dict.fromkeys(key for row in flat or [_flat(empty)] for key in row))
    writer = csv.DictWriter(text, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: _harmless(row.get(key)) for key in columns} for row in flat)
    # Without the mark Excel reads UTF-8 as the machine's code page, and Vietnamese is lost.
    return "\ufeff" + text.getvalue()


def _figure(figure: Figure) -> Record:
    counts = figure.counts
    return {
        "n": counts.n,
        "n_raw": counts.raw,
        "set_aside": counts.set_aside,
        "satisfied": counts.satisfied,
        "index": _percent(figure.index),
        "low": _percent(figure.low),
        "high": _percent(figure.high),
        "counts": {str(level): n for level, n in enumerate(counts.levels, 1)},
        "target": _percent(figure.target),
        "meets_target": figure.meets,
        "confidence": figure.confidence.value if figure.confidence else None,
    }


def _nothing() -> Record:
    keys = ("n", "n_raw", "set_aside", "satisfied", "index", "low", "high", "counts", "target")
    return dict.fromkeys((*keys, "meets_target", "confidence"))


def _percent(points: int | None) -> float | None:
    # A whole number of hundredths: its shortest decimal has at most two digits after the point.
    return None if points is None else points / 100


def _reason(one: SetAside) -> Record:
    return {"reason": one.reason, "n": one.n}


def _flat(row: Mapping[str, object]) -> Record:
    found: Record = {}
    for key, value in row.items():
        if key == "counts":
            levels = value if isinstance(value, Mapping) else {}
            found |= {f"n{level}": levels.get(str(level)) for level in range(1, 6)}
        else:
            found[key] = value
    return found


def _harmless(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.2f}"
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_RISKY) else text
