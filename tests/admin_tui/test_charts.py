"""Pictures say what the figures say, in the width they get, and never more."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from admin_tui.case_words import TABS
from admin_tui.caseload import Queue, Tab
from admin_tui.charts import bars, lines, page, queues
from admin_tui.charts.remarks import remarks
from admin_tui.charts.summary import change, summary
from admin_tui.charts.trend import trend
from admin_tui.ink import DARK
from admin_tui.reading import Month, Remark, Remarks, Sheet, Span
from feedback.domain.ids import UnitId
from feedback.domain.index import Counts
from tests.admin_tui.office import Office, fig

_COUNTS = st.tuples(*[st.integers(0, 100_000)] * 5)
_CLAIMS = re.compile(r"cao hơn|thấp hơn|tăng|giảm|↑|↓|▲|▼", re.IGNORECASE)


def _sheet(unit: int = 2) -> Sheet:
    office = Office()
    return office.sheet(office.viewer, UnitId(unit), Span(None, None))


def _fits(text: Text, width: int) -> bool:
    return all(cell_len(line) <= width for line in text.plain.split("\n"))


@given(st.integers(0, 10**7), st.integers(1, 10**7), st.integers(1, 200))
def test_a_bar_is_as_long_as_its_part(part: int, whole: int, width: int) -> None:
    drawn = bars.bar(min(part, whole), whole, width)
    assert cell_len(drawn) <= width
    assert bool(drawn) == bool(part)


@given(_COUNTS, st.integers(50, 200))
def test_levels_stand_best_first_with_words_and_counts(
    counts: tuple[int, int, int, int, int], width: int
) -> None:
    text = bars.levels(Counts(counts), width, DARK)
    rows = text.plain.split("\n")
    assert [row[0] for row in rows] == ["5", "4", "3", "2", "1"]
    assert "Rất hài lòng" in rows[0]
    assert "Rất không hài lòng" in rows[4]
    assert _fits(text, width)


@given(st.lists(_COUNTS, min_size=1, max_size=24), st.integers(30, 160), st.integers(7, 20))
def test_a_trend_fits_its_room_and_joins_no_points(
    counts: list[tuple[int, int, int, int, int]], width: int, height: int
) -> None:
    months = tuple(
        Month(date(2025 + n // 12, n % 12 + 1, 1), fig(*found)) for n, found in enumerate(counts)
    )
    text = trend(months, width, height, DARK)
    assert _fits(text, width)
    assert len(text.plain.split("\n")) <= height
    assert not re.search(r"[╱╲/\\]", text.plain.replace("/20", ""))


def test_a_month_with_few_ratings_is_drawn_hollow() -> None:
    months = (Month(date(2026, 7, 1), fig(0, 0, 0, 10, 10)),)
    assert "○" in trend(months, 60, 10, DARK).plain
    assert "●" not in trend(months, 60, 10, DARK).plain


@given(st.lists(_COUNTS, min_size=1, max_size=6), st.integers(7, 20))
def test_an_interval_crosses_the_line_of_the_target_exactly_when_it_holds_it(
    counts: list[tuple[int, int, int, int, int]], height: int
) -> None:
    found = [fig(*levels) for levels in counts]
    months = tuple(Month(date(2026, n, 1), figure) for n, figure in enumerate(found, 1))
    rows = trend(months, 80, height, DARK).plain.split("\n")[:-3]
    if not any(figure.counts.n for figure in found):
        return
    line = next(place for place, row in enumerate(rows) if "90%" in row[:6])
    for place, figure in enumerate(found):
        column = 6 + place * 8 + 3
        marks = [row for row, text in enumerate(rows) if text[column : column + 1] in "●○│┬┴"]
        if figure.low is None or figure.high is None or figure.index is None:
            assert not marks
            continue
        point = next(row for row in marks if rows[row][column] in "●○")
        assert (point > line) - (point < line) == (figure.index < 9000) - (figure.index > 9000)
        assert (line in marks) == (figure.low <= 9000 <= figure.high)


def test_no_ratings_make_no_picture() -> None:
    months = (Month(date(2026, 7, 1), fig(0, 0, 0, 0, 0)),)
    assert trend(months, 60, 10, DARK).plain == "Chưa có số liệu"


def test_a_change_is_named_only_when_it_can_be_told() -> None:
    before = fig(10, 10, 20, 30, 30)
    assert "cao hơn rõ rệt" in change(fig(1, 1, 2, 30, 66), before)
    assert "thấp hơn rõ rệt" in change(fig(30, 20, 20, 20, 10), before)
    assert "chưa đủ để nói" in change(fig(10, 9, 20, 31, 30), before)
    assert not _CLAIMS.search(change(fig(0, 0, 0, 5, 5), before).split("). ")[1])


def test_no_colour_and_no_claim_where_the_data_cannot_tell() -> None:
    sheet = replace(_sheet(), before=None)
    text = summary(sheet, 78, DARK)
    assert "chưa đủ để kết luận" in text.plain
    assert not {DARK.good, DARK.bad} & {str(span.style) for span in text.spans}


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((1, 1, 2, 200, 800), "Cao hơn mục tiêu 90%"),
        ((60, 60, 60, 200, 200), "Thấp hơn mục tiêu 90%"),
        ((0, 0, 1, 5, 5), "dưới 30 lượt"),
        ((0, 0, 0, 0, 0), "Chưa có số liệu"),
    ],
)
def test_what_may_be_said_follows_the_data(
    counts: tuple[int, int, int, int, int], words: str
) -> None:
    sheet = _sheet()
    sheet = replace(sheet, node=replace(sheet.node, figure=fig(*counts)), before=None)
    assert words in " ".join(summary(sheet, 78, DARK).plain.split())


@pytest.mark.parametrize("width", [40, 60, 78, 100, 104, 118, 160])
@pytest.mark.parametrize("unit", [1, 2, 3, 4, 5])
def test_a_page_fits_every_width(width: int, unit: int) -> None:
    text = page.overview(_sheet(unit), width, 20, DARK)
    assert _fits(text, max(width, 66))


def test_a_wide_page_holds_desks_and_factors_too() -> None:
    wide, narrow = (page.overview(_sheet(), w, 20, DARK).plain for w in (118, 78))
    assert "Quầy 3 – Đất đai, môi trường" in wide
    assert "Thủ tục hành chính" in wide
    assert "Quầy 3" not in narrow


def test_a_unit_with_many_below_sends_one_to_their_pages() -> None:
    assert "mở trang từng đơn vị" in page.desks(replace(_sheet(), desks=None), 78, DARK).plain


def test_a_sample_is_marked_in_every_row() -> None:
    assert lines.desk(_sheet(2).desks[0], 78, DARK).plain.count("MẪU") == 1


def test_comments_are_shown_literally_and_broken_to_the_width() -> None:
    text = "[red]xin[/red] \x1b[31m" + "dài " * 2000
    found = Remarks((Remark(date(2026, 8, 10), None, None, "Quầy [b]1", text),), batched=True)
    rows = remarks(found, 60, DARK)
    assert all(cell_len(row.plain) <= 60 for row in rows)
    whole = "\n".join(row.plain for row in rows)
    assert "[red]xin[/red] ␛[31m" in whole
    assert "Tuần từ 10/08/2026" in whole
    assert "Quầy [b]1" in whole


def test_a_role_that_reads_no_comments_is_told_so() -> None:
    rows = remarks(Remarks(allowed=False), 60, DARK)
    assert "không đọc ý kiến" in rows[0].plain


def test_a_comment_whose_key_is_lost_is_said_to_be_unreadable() -> None:
    rows = remarks(Remarks((Remark(date(2026, 8, 10), None, None, "Q", None),)), 60, DARK)
    assert any("Không đọc được" in row.plain for row in rows)


@given(
    st.sampled_from(Tab),
    st.dictionaries(st.sampled_from(Tab), st.integers(0, 5000)),
    st.integers(40, 160),
)
def test_the_chosen_queue_stands_in_every_width(
    chosen: Tab, counts: dict[Tab, int], width: int
) -> None:
    """Whole, with an arrow where others have no room."""
    queue = Queue((), None, counts, frozenset(Tab), 1000, datetime(2026, 8, 12, tzinfo=UTC))
    drawn = queues.tabs(queue, chosen, width, DARK)
    assert _fits(drawn, width)
    assert f"▌{chosen.value} {TABS[chosen]}" in drawn.plain
    hidden = [tab for tab in Tab if f"{tab.value} {TABS[tab]}" not in drawn.plain]
    assert bool(hidden) == any(arrow in drawn.plain for arrow in "‹›")
