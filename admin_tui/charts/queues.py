"""Rows of a queue: how much time there is in words first, then which case, of which place. Pure."""

from rich.cells import cell_len
from rich.text import Text

from admin_tui import case_words, numbers, words
from admin_tui.caseload import Likely, Line, Queue, Tab
from admin_tui.charts.lines import WIDE
from admin_tui.columns import fit, put
from admin_tui.ink import Ink
from admin_tui.literal import one_line
from feedback.domain.cases.kinds import Severity
from feedback.domain.cases.record import Delivery
from feedback.services.followups import Item

_DUE, _CODE, _KIND, _STATE, _DAY, _WHO = 21, 10, 11, 14, 10, 14


def tabs(queue: Queue | None, chosen: Tab, width: int, ink: Ink) -> Text:
    """Draw the queues with their digits and how many there are in each.

    Where there is no room for all, whole ones around the chosen, with arrows to the others.
    """
    known = [tab for tab in Tab if queue is None or tab in queue.tabs]
    names = [_tab(tab, queue) for tab in known]
    first, end = _around(names, known.index(chosen) if chosen in known else 0, width)
    line = Text("‹" if first else "", ink.dim)
    for tab, name in zip(known[first:end], names[first:end], strict=True):
        on = tab is chosen
        line.append("▌" if on else " ", ink.accent)
        line.append(name, f"bold {ink.accent}" if on else ink.dim)
    line.append("›" if end < len(known) else "", ink.dim)
    line.truncate(width)
    return line


def heading(tab: Tab, width: int, ink: Ink) -> Text:
    """Draw the heads of the columns."""
    line = Text()
    if tab is Tab.LOW:
        cells = [("Hạn xử lý", _DUE), ("Thời gian", _DAY + 5), ("Quầy, ý kiến", width)]
    else:
        cells = [("Thời hạn", _DUE), ("Mã", _CODE), ("Loại", _KIND), ("Tình trạng", _STATE)]
        if width >= WIDE:
            cells += [("Nhận ngày", _DAY), ("Người xử lý", _WHO)]
        cells.append(("Nơi", width))
    for text, room in cells:
        put(line, text, min(room, max(0, width - line.cell_len)), f"bold {ink.accent}")
    return line


def case(line: Line, width: int, ink: Ink) -> Text:
    """Draw a case."""
    drawn = Text()
    urgent = case_words.urgent(line)
    put(drawn, case_words.due_briefly(line), _DUE, _due_style(line, ink))
    put(drawn, line.case.code, _CODE, ink.strong if urgent else ink.text)
    put(drawn, case_words.kind(line.case), _KIND, _kind_style(line, ink))
    put(drawn, case_words.STATES[line.case.state], _STATE, ink.text)
    if width >= WIDE:
        put(drawn, numbers.day(line.case.opened_on), _DAY, ink.dim)
        put(drawn, one_line(line.assignee) or "chưa ai nhận", _WHO, ink.dim)
    _place(drawn, line, width - drawn.cell_len, ink)
    return drawn


def likely(found: Likely, width: int, ink: Ink) -> Text:
    """Draw a case that may tell the same matter."""
    told = f"giống {found.likeness}%{', cùng quầy' if found.same_desk else ''}"
    drawn = Text()
    put(drawn, told, _DUE, ink.accent)
    put(drawn, found.line.case.code, _CODE, ink.text)
    put(drawn, numbers.day(found.line.case.opened_on), _DAY, ink.dim)
    _place(drawn, found.line, width - drawn.cell_len, ink)
    return drawn


def low(item: Item, width: int, ink: Ink) -> Text:
    """Draw a low rating that is to be followed up."""
    drawn = Text()
    due = f"{'quá hạn' if item.late else 'hạn'} {numbers.day(item.due_on)}"
    put(drawn, due, _DUE, f"bold {ink.bad}" if item.late else ink.text)
    put(drawn, when(item), _DAY + 5, ink.dim)
    desk = one_line(item.desk_name)
    drawn.append(f"{desk}: " if desk else "", ink.text)
    drawn.append(fit(said(item), max(0, width - drawn.cell_len)), ink.dim)
    return drawn


def when(item: Item) -> str:
    """Say when a low rating was given, as far as this viewer may know."""
    if item.month is not None:
        return f"tháng {numbers.month(item.month)}"
    return numbers.day(item.day) if item.day else f"tuần {numbers.day(item.week)}"


def said(item: Item) -> str:
    """Say what came with a low rating, in one line."""
    if item.month is None:
        return one_line(" / ".join(item.words)) or "(không đọc được ý kiến)"
    if item.n is None:
        # Below the floor not even the number is told: few enough point at a visitor of that month.
        return "dưới 5 lượt điểm thấp, không kèm lời"
    return f"{item.n} lượt điểm thấp, không kèm lời"


def _tab(tab: Tab, queue: Queue | None) -> str:
    name = f"{tab.value} {case_words.TABS[tab]}"
    if queue is None or not queue.counts.get(tab):
        return f"{name} "
    return f"{name} {case_words.up_to(queue.counts[tab], queue.most)} "


def _around(names: list[str], chosen: int, width: int) -> tuple[int, int]:
    """Give which names stand in a line, from and up to: the first ones, if the chosen is in."""

    def room(first: int, end: int) -> int:
        arrows = bool(first) + (end < len(names))
        return sum(cell_len(name) + 1 for name in names[first:end]) + arrows

    first, end = 0, len(names)
    while end > chosen + 1 and room(first, end) > width:
        end -= 1
    while first < chosen and room(first, end) > width:
        first += 1
    return first, end


def _place(drawn: Text, line: Line, room: int, ink: Ink) -> None:
    marks = " GỌI ĐIỆN" if line.case.delivery is Delivery.CALL else ""
    marks += (" KÍN" if line.case.sealed else "") + (f" {words.SAMPLE}" if line.case.sample else "")
    drawn.append(fit(one_line(case_words.place(line)), max(0, room - len(marks))), ink.dim)
    drawn.append(marks, ink.sample)


def _due_style(line: Line, ink: Ink) -> str:
    if line.case.ended_at is not None or line.case.due_on is None:
        return ink.dim
    if line.late is not None:
        return f"bold {ink.bad}"
    return f"bold {ink.target}" if case_words.urgent(line) else ink.text


def _kind_style(line: Line, ink: Ink) -> str:
    return ink.bad if line.case.severity is Severity.GRAVE else ink.text
