"""One unit's page, laid out in text for two densities: a narrow terminal, and a wide one where
everything stands side by side. Pure."""

from rich.text import Text

from admin_tui import words
from admin_tui.charts import bars, lines
from admin_tui.charts.summary import summary
from admin_tui.charts.trend import trend
from admin_tui.columns import wrapped
from admin_tui.ink import Ink
from admin_tui.reading import Sheet

_GAP = 4
_LEVELS = 5
_SMALLEST = 7
_TALLEST = 13
_ROOMY = 15
_FEW = 8


def overview(sheet: Sheet, width: int, height: int, ink: Ink) -> Text:
    """Draw the figure, the levels and the trend; on a wide screen the desks and factors too."""
    if width < lines.WIDE:
        return _narrow(sheet, width, height, ink)
    half = (width - _GAP) // 2
    left = _stack([summary(sheet, half, ink), _levels(sheet, half, ink)])
    # As tall as what stands beside it, less the trend's own heading.
    tall = min(_TALLEST, _height(left) - 1)
    right = _trend(sheet, width - half - _GAP, max(_SMALLEST, tall), ink)
    rest = [desks(sheet, width, ink, _FEW), _factors(sheet, width, ink)]
    return _stack([_beside(left, right, half), *rest])


def desks(sheet: Sheet, width: int, ink: Ink, most: int | None = None) -> Text:
    """Draw the table of desks, at most so many."""
    if sheet.desks is None:
        return Text("Nhiều đơn vị trực thuộc: xin mở trang từng đơn vị để xem quầy.", ink.dim)
    if not sheet.desks:
        return Text("Đơn vị này không có quầy nào.", ink.dim)
    table = [lines.heading(f"Quầy ({len(sheet.desks)})", width, ink)]
    table += [lines.desk(row, width, ink) for row in sheet.desks[:most]]
    if most is not None and len(sheet.desks) > most:
        table.append(Text("Bấm phím 2 để xem tất cả các quầy.", ink.dim))
    elif most is None and sheet.until is not None:
        table += [Text(), *(Text(line, ink.dim) for line in wrapped(f"{words.BATCHED}.", width))]
    return Text("\n").join(table)


def factors(sheet: Sheet, width: int, ink: Ink) -> Text:
    """Draw the factors of the service, with what their figures rest on."""
    drawn = _factors(sheet, width, ink)
    note = (
        "Tỷ lệ trả lời hài lòng trở lên cho từng yếu tố; “Chưa có kết quả / Không biết”\n"
        "không tính vào tử số lẫn mẫu số. Mỗi người chỉ được hỏi một vài yếu tố."
    )
    return _stack([drawn, Text(note, ink.dim)])


def _narrow(sheet: Sheet, width: int, height: int, ink: Ink) -> Text:
    top = summary(sheet, width, ink)
    room = height - _height(top) - _LEVELS
    loose = room >= _ROOMY
    levels = bars.levels(sheet.node.figure.counts, width, ink)
    middle = _levels(sheet, width, ink) if loose else levels
    # Less two headings and two blank lines, or the trend's own heading where it is tight.
    tall = min(_TALLEST, max(_SMALLEST, room - 4 if loose else room - 1))
    return _stack([top, middle, _trend(sheet, width, tall, ink)], blank=loose)


def _levels(sheet: Sheet, width: int, ink: Ink) -> Text:
    rule = _rule("Năm mức đánh giá", width, ink)
    return _stack([rule, bars.levels(sheet.node.figure.counts, width, ink)], blank=False)


def _trend(sheet: Sheet, width: int, height: int, ink: Ink) -> Text:
    rule = _rule("Từng tháng: chỉ số (●) trong khoảng 95%", width, ink)
    return _stack([rule, trend(sheet.months, width, height, ink)], blank=False)


def _factors(sheet: Sheet, width: int, ink: Ink) -> Text:
    rule = _rule("Năm yếu tố phục vụ", width, ink)
    drawn = bars.factors(sheet.factors, width, ink) if sheet.factors else Text(words.EMPTY, ink.dim)
    return _stack([rule, drawn], blank=False)


def _rule(heading: str, width: int, ink: Ink) -> Text:
    line = Text().append(heading, f"bold {ink.accent}")
    return line.append(" " + "─" * max(0, width - len(heading) - 1), ink.faint)


def _stack(parts: list[Text], *, blank: bool = True) -> Text:
    return Text("\n\n" if blank else "\n").join(parts)


def _beside(left: Text, right: Text, width: int) -> Text:
    lefts, rights = list(left.split("\n")), list(right.split("\n"))
    rows = []
    for place in range(max(len(lefts), len(rights))):
        row = lefts[place].copy() if place < len(lefts) else Text()
        row.pad_right(max(0, width + _GAP - row.cell_len))
        rows.append(row.append_text(rights[place]) if place < len(rights) else row)
    return Text("\n").join(rows)


def _height(text: Text) -> int:
    return text.plain.count("\n") + 1
