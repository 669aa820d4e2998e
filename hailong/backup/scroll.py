"""What stands in the box, compressed: the manifest, each table with its rows and sum, and the end.

A line is JSON: an object opens and closes a table, an array is a row. Nothing of it is kept in
memory but the line at hand.
"""

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from feedback.store.portable import Kind, Row, RowSum, Sheet, decode
from hailong.backup import manifest as manifests
from hailong.backup.box import Box, OpenedBox
from hailong.backup.faults import Damaged
from hailong.backup.manifest import Manifest


class Scroll:
    """Writes a backup into a box, line by line."""

    def __init__(self, box: Box, manifest: Manifest) -> None:
        self._box = box
        self._press = zlib.compressobj(6)
        self.tables = 0
        self.rows = 0
        self._say({"manifest": manifest.row()})

    def table(self, sheet: Sheet, lines: Iterator[bytes]) -> None:
        """Write a table with all its rows."""
        total = RowSum()
        self._say({"table": sheet.name, "columns": sheet.columns})
        for line in lines:
            total.add(line)
            self._write(line)
        self._say({"rows": total.rows, "digest": total.digest})
        self.tables += 1
        self.rows += total.rows

    def close(self) -> None:
        """Write the end, and close the box."""
        self._say({"end": True, "tables": self.tables, "rows": self.rows})
        self._box.write(self._press.flush())
        self._box.close()

    def _say(self, record: Mapping[str, object]) -> None:
        self._write(json.dumps(record, ensure_ascii=False).encode())

    def _write(self, line: bytes) -> None:
        if pressed := self._press.compress(line + b"\n"):
            self._box.write(pressed)


@dataclass(slots=True)
class Unrolled:
    """A backup as it is read, from the manifest to the end."""

    manifest: Manifest
    _lines: Iterator[bytes]
    counts: dict[str, int] = field(default_factory=dict)

    @classmethod
    def open(cls, box: OpenedBox) -> "Unrolled":
        """Read the manifest; raise Damaged."""
        unread = lines(box)
        record = _record(next(unread, b""))
        found = record.get("manifest")
        if not isinstance(found, dict):
            raise Damaged("The backup does not begin with its manifest.")
        return cls(manifests.read(found), unread)

    def sheets(self) -> Iterator[tuple[Sheet, Iterator[Row]]]:
        """Give each table and its rows, which must be read before the next; raise Damaged.

        What is still unread of a table is read and checked on the way to the next.
        """
        for line in self._lines:
            record = _record(line)
            if "end" in record:
                self._check_end(record)
                return
            sheet = _sheet(record)
            rows = self._rows(sheet)
            yield sheet, rows
            for _ in rows:
                pass
        raise Damaged("The backup ends before its end.")

    def _rows(self, sheet: Sheet) -> Iterator[Row]:
        total = RowSum()
        places = sheet.of_bytes
        for line in self._lines:
            if line[:1] != b"[":
                _check_sum(sheet, total, _record(line))
                self.counts[sheet.name] = total.rows
                return
            total.add(line)
            yield decode(line, places)
        raise Damaged(f"The backup ends within the table {sheet.name}.")

    def _check_end(self, record: Mapping[str, object]) -> None:
        counted = (len(self.counts), sum(self.counts.values()))
        if counted != (record.get("tables"), record.get("rows")):
            raise Damaged("The backup holds other tables than it says at its end.")
        for _ in self._lines:
            raise Damaged("The backup goes on after its end.")


def lines(box: OpenedBox) -> Iterator[bytes]:
    """Give line after line of what stands in a box; raise Damaged."""
    press = zlib.decompressobj()
    rest = b""
    for block in box.read():
        *whole, rest = (rest + press.decompress(block)).split(b"\n")
        yield from whole
    # Cut off between two lines, only the missing end of the compressed stream tells.
    if rest or not press.eof:
        raise Damaged("The backup ends within a line.")


def _record(line: bytes) -> dict[str, object]:
    try:
        record = json.loads(line)
    except ValueError:
        record = None
    if not isinstance(record, dict):
        raise Damaged("The backup holds a line that says nothing.")
    return record


def _sheet(record: Mapping[str, object]) -> Sheet:
    columns = record.get("columns")
    if not isinstance(columns, list):
        raise Damaged("The backup holds a table without columns.")
    return Sheet(str(record.get("table")), tuple((name, Kind(kind)) for name, kind in columns))


def _check_sum(sheet: Sheet, total: RowSum, record: Mapping[str, object]) -> None:
    if (total.rows, total.digest) != (record.get("rows"), record.get("digest")):
        said = f"{record.get('rows')} rows were written, {total.rows} are there"
        raise Damaged(f"The table {sheet.name} is not what was written: {said}.")
