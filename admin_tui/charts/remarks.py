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
_LOST = "(Không đọc được: khóa mã hóa của ý kiến này không còn.)"


def remarks(found: Remarks, width: int, ink: Ink) -> list[Text]:
    """Lay out comments, newest first, for a width."""
    if not found.allowed:
        return _said("Vai trò của ông/bà không đọc ý kiến của người dân.", width, ink.dim)
    lines: list[Text] = []
    if found.batched:
        lines += [*_said(f"{words.BATCHED}.", width, ink.dim), Text()]
    if not found.rows:
        lines.append(Text("Chưa có ý kiến nào.", ink.dim))
    for remark in found.rows:
        lines += _one(remark, width, ink)
    if found.more:
        lines += _said("Còn ý kiến cũ hơn. Bấm phím 9 để đọc thêm.", width, ink.accent)
    return lines


def _said(text: str, width: int, style: str) -> list[Text]:
    return [Text(line, style) for line in wrapped(text, width)]


def _one(remark: Remark, width: int, ink: Ink) -> list[Text]:
    head = Text(_when(remark), ink.dim)
    if remark.level is not None:
        level = Level(remark.level)
        head.append(f"  {level.value} {words.level(level)}", ink.levels[level - 1])
    head.append(f"  {one_line(remark.desk)}", ink.dim)
    if remark.sample:
        head.append(f"  {words.SAMPLE}", ink.sample)
    if remark.accuses:
        head.append("  CÓ NỘI DUNG TỐ GIÁC", f"bold {ink.bad}")
    head.truncate(width, overflow="ellipsis")
    body = _broken(remark.text, max(8, width - _INDENT)) if remark.text is not None else (_LOST,)
    return [head, *(Text(" " * _INDENT + line, ink.text) for line in body), Text()]


def _when(remark: Remark) -> str:
    if remark.day is not None:
        return numbers.day(remark.day)
    return f"Tuần từ {numbers.day(remark.week)}"


@lru_cache(maxsize=512)
def _broken(text: str, width: int) -> tuple[str, ...]:
    return tuple(wrapped(literal(text).strip(), width))
