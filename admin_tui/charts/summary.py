"""The figure of one unit in words: the index, its interval, the target, and what may be said."""

from typing import assert_never

from rich.text import Text

from admin_tui import numbers, words
from admin_tui.charts.lines import tint
from admin_tui.columns import fit, wrapped
from admin_tui.ink import Ink
from admin_tui.literal import one_line
from admin_tui.reading import Sheet
from feedback.domain.comparison import Difference, difference
from feedback.domain.index import Figure

_DECISION = 60


def summary(sheet: Sheet, width: int, ink: Ink) -> Text:
    """Write the figure, the legal reading, what the data can carry, and the change."""
    figure = sheet.node.figure
    if figure.index is None:
        return _empty(sheet, width, ink)
    text = _headline(figure, width, ink)
    _paragraph(text, _reached(sheet), width, ink.text)
    _paragraph(text, words.reading(figure), width, tint(figure.confidence, ink))
    if sheet.before is not None:
        _paragraph(text, change(figure, sheet.before), width, ink.dim)
    return text


def _reached(sheet: Sheet) -> str:
    said = words.reached(sheet.node.figure)
    return f"{said} theo {fit(one_line(sheet.decision), _DECISION).rstrip()}." if said else ""


def change(figure: Figure, before: Figure) -> str:
    """Say how a figure stands to the one of the period before, and no more than can be told."""
    was = f"Kỳ liền trước: {numbers.percent(before.index)} (n={numbers.whole(before.counts.n)})"
    match difference(figure.counts, before.counts):
        case Difference.HIGHER:
            return f"{was}. Kỳ này cao hơn rõ rệt."
        case Difference.LOWER:
            return f"{was}. Kỳ này thấp hơn rõ rệt."
        case Difference.UNTOLD:
            return f"{was}. Chênh lệch chưa đủ để nói là tăng hay giảm."
        case Difference.TOO_FEW:
            return f"{was}. Ít lượt quá, chưa so sánh được."
        case other:
            assert_never(other)


def _headline(figure: Figure, width: int, ink: Ink) -> Text:
    head = numbers.percent(figure.index)
    text, used = Text().append(head, f"bold {ink.strong}"), len(head)
    for label, value in _facts(figure):
        length = len(label) + len(value) + 4
        broken = used + length > width
        text.append("\n" if broken else "  · ", ink.faint)
        text.append(f"{label} ", ink.dim).append(value, ink.text)
        used = length if broken else used + length + 1
    return text


def _facts(figure: Figure) -> list[tuple[str, str]]:
    facts = [
        ("khoảng 95%", numbers.span(figure.low, figure.high)),
        ("số lượt", numbers.whole(figure.counts.n)),
        ("mục tiêu", numbers.brief(figure.target)),
    ]
    aside = figure.counts.set_aside
    return [*facts, ("để riêng", numbers.whole(aside))] if aside else facts


def _empty(sheet: Sheet, width: int, ink: Ink) -> Text:
    text = Text().append(words.EMPTY, f"bold {ink.strong}")
    if sheet.until is None:
        _paragraph(text, "Chưa có lượt đánh giá nào trong kỳ này.", width, ink.dim)
    else:
        _paragraph(text, f"{words.BATCHED}.", width, ink.dim)
    return text


def _paragraph(text: Text, words_: str, width: int, style: str) -> None:
    if words_:
        text.append("\n" + "\n".join(wrapped(words_, width)), style)
