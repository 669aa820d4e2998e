"""Comments as lines of text: what a citizen wrote is shown as it was written. Pure."""

from functools import lru_cache

from rich.text import Text

from admin_tui import numbers, words
from admin_tui.columns import wrapped
from admin_tui.ink import Ink
from admin_tui.literal import literal, one_line
from admin_tui.reading import Remark, Remarks
from feedback.domain.scale import Level

_INDENT = 2


def remarks(found: Remarks, width: int, ink: Ink) -> list[Text]:
    """Lay out comments, newest first, for a width."""
    if not found.allowed:
        return [Text("Vai trò của ông/bà không đọc ý kiến của người dân.", ink.dim)]
    lines: list[Text] = []
    if found.held:
        lines += [Text(f"Một số ý kiến còn giữ lại. {words.HELD}.", ink.target), Text()]
    if not found.rows:
        lines.append(Text("Chưa có ý kiến nào trong kỳ này.", ink.dim))
    for remark in found.rows:
        lines += _one(remark, width, ink)
    if found.more:
        lines.append(Text("Còn ý kiến cũ hơn. Bấm phím 9 để đọc thêm.", ink.accent))
    return lines


def _one(remark: Remark, width: int, ink: Ink) -> list[Text]:
    head = Text(_when(remark), ink.dim)
    level = Level(remark.level)
    head.append(f"  {level.value} {words.level(level)}", ink.levels[level - 1])
    head.append(f"  {one_line(remark.desk)}", ink.dim)
    if remark.accuses:
        head.append("  CÓ NỘI DUNG TỐ GIÁC", f"bold {ink.bad}")
    body = _broken(remark.text, max(8, width - _INDENT))
    return [head, *(Text(" " * _INDENT + line, ink.text) for line in body), Text()]


def _when(remark: Remark) -> str:
    day = numbers.day(remark.day)
    return day if remark.at is None else f"{day} {numbers.clock(remark.at)}"


@lru_cache(maxsize=512)
def _broken(text: str, width: int) -> tuple[str, ...]:
    return tuple(wrapped(literal(text).strip(), width))
