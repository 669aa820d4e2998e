"""Figures in the words of an office, in Vietnamese. Never more certain than the data."""

from collections.abc import Iterator

from feedback.domain.index import Confidence, Figure
from feedback.domain.methods import NAME
from feedback.domain.query import By, IndexRow, IndexTable, Note, TreeOf

NOTES = {
    Note.CHANCE_ONLY: (
        "Khoảng tin cậy 95% chỉ tính đến yếu tố ngẫu nhiên; không tính đến việc ai chọn đánh giá,"
        " ai không."
    ),
    # SIPAS draws its sample (QĐ 1001/QĐ-BNV 2023); whoever taps chose to, so its name is not
    # borrowed.
    Note.NOT_SIPAS: "Đây không phải chỉ số SIPAS: SIPAS là khảo sát chọn mẫu ngẫu nhiên.",
    Note.SAMPLES: "Dòng ghi MẪU có số liệu mẫu, không phải đánh giá thật của người dân.",
    Note.BATCHED: (
        "Số liệu hiện theo đợt: từ ngày làm việc sau đó, và khi mỗi quầy có đủ đánh giá mới (từ 5"
        " trở lên); mỗi đợt ghi theo ngày cuối của đợt."
    ),
    Note.PUBLIC: (
        "Theo quy định công khai: đơn vị dưới 30 đánh giá và phần dưới 5 đánh giá không hiện số."
    ),
    Note.SPLIT_STAYS: (
        "Đánh giá của đơn vị đã chia tách mà chưa rõ quầy nay thuộc đơn vị nào được để riêng một"
        " dòng."
    ),
    Note.ANSWERS: (
        "Theo yếu tố: tính trên câu trả lời cho từng câu hỏi; câu trả lời “Chưa có kết quả /"
        " Không biết” không tính vào tử số và mẫu số."
    ),
    Note.FOLLOWED: "Đánh giá của đơn vị cũ được tính cho đơn vị kế thừa.",
}
TREES = {
    TreeOf.THEN: "theo đơn vị tại ngày đánh giá",
    TreeOf.NOW: "theo đơn vị hiện nay",
}
PARTS = {
    "access": "Tiếp cận dịch vụ",
    "procedure": "Thủ tục hành chính",
    "staff": "Công chức giải quyết công việc",
    "result": "Kết quả dịch vụ",
    "feedback": "Tiếp nhận góp ý, phản ánh",
    "web": "Trang web",
    "telegram": "Telegram",
    "zalo_oa": "Zalo OA",
    "zalo_bot": "Zalo Bot",
    "console": "Màn hình lệnh",
    "paper": "Phiếu giấy",
    "kiosk": "Máy tại quầy",
}
_CONFIDENCE = {
    Confidence.ABOVE: "đạt, chắc chắn",
    Confidence.BELOW: "chưa đạt, chắc chắn",
    Confidence.TOO_FEW: "chưa đủ số liệu",
}
_NONE_YET = "chưa có số liệu"
_HEADINGS = {
    By.DESK: "Quầy",
    By.SERVICE: "Lĩnh vực",
    By.FACTOR: "Yếu tố",
    By.MONTH: "Tháng",
    By.CHANNEL: "Kênh",
    By.GROUP: "Nhóm",
}


def percent(points: int | None) -> str:
    """Write basis points as a percentage, with the comma of Vietnamese."""
    return "" if points is None else f"{points // 100},{points % 100:02}%"


def heading(by: By | None) -> str:
    """Name what the rows are."""
    return _HEADINGS.get(by, "Đơn vị") if by else "Đơn vị"


def name(row: IndexRow, by: By | None) -> str:
    """Name a row; samples are marked."""
    if row.of_desk is not None:
        code = f" ({row.of_desk.code})" if row.of_desk.code else ""
        found = f"{row.of_desk.name}{code}"
    elif row.of_part is not None:
        part = row.of_part
        found = part.name or PARTS.get(part.code, part.code) or "(chưa rõ)"
    else:
        found = f"{row.unit_name} ({row.unit_code})" if row.unit_code else "Tất cả"
    return f"{found} MẪU" if row.sample else found


def against_target(figure: Figure) -> str:
    """Say in words how a figure stands to its target."""
    if figure.index is None:
        return _NONE_YET
    if figure.confidence is Confidence.UNDETERMINED:
        return "đạt, chưa chắc chắn" if figure.meets else "chưa đạt, chưa chắc chắn"
    return _CONFIDENCE[figure.confidence] if figure.confidence else ""


def cells(row: IndexRow, by: By | None) -> dict[str, object]:
    """Give a row as it is printed."""
    shown: dict[str, object] = {"name": name(row, by)}
    if row.figure is None:
        return shown | {"n": "—", "verdict": "không hiện số"}
    figure = row.figure
    between = f"{percent(figure.low)}\u2013{percent(figure.high)}" if figure.low is not None else ""
    return shown | {
        "n": figure.counts.n,
        "set_aside": figure.counts.set_aside or "",
        "index": percent(figure.index),
        "between": between,
        "target": percent(figure.target),
        "verdict": against_target(figure),
    }


def columns(table: IndexTable) -> list[tuple[str, str]]:
    """Name the columns of a printed table; those that would be empty are left out."""
    figures = [row.figure for row in table.rows if row.figure is not None]
    aside = any(figure.counts.set_aside for figure in figures)
    aimed = any(figure.target is not None for figure in figures)
    return [
        ("name", heading(table.query.by)),
        ("n", "Đánh giá"),
        *([("set_aside", "Để riêng")] if aside else []),
        ("index", "Chỉ số"),
        ("between", "Khoảng 95%"),
        *([("target", "Mục tiêu")] if aimed else []),
        ("verdict", "Kết luận"),
    ]


def title(table: IndexTable) -> str:
    """Say what was computed, over which days, on which tree."""
    days = f"{table.first:%d/%m/%Y} – {table.last:%d/%m/%Y}"
    calendar = ""
    if table.query.period is not None:
        period = table.query.period
        calendar = f" (kỳ {period.name}, {period.calendar.title}: {period.calendar.source})"
    return f"{NAME}: {days}{calendar}, {TREES[table.query.tree]}"


def explained(table: IndexTable) -> Iterator[str]:
    """Explain a table: formula, period, what was set aside, and what it cannot say."""
    method = table.method
    yield f"Cách tính: {method.code} phiên bản {method.version} – {method.title}: {method.formula}"
    yield "n1 … n5 là số đánh giá ở mức 1 (rất không hài lòng) … 5 (rất hài lòng)."
    for row in table.rows if len(table.rows) == 1 else ():
        yield from _operands(row)
    yield from _aside(table)
    if table.until is not None:
        yield f"Hiện đến hết ngày {table.until:%d/%m/%Y}."
    yield "Khoảng 95%: Wilson (1927), z = 1,959963984540054."
    for note in table.notes:
        yield NOTES[note]
    decisions = {row.target.decision for row in table.rows if row.target}
    yield from (f"Mục tiêu theo: {decision}" for decision in sorted(decisions))


def _operands(row: IndexRow) -> Iterator[str]:
    if row.figure is not None:
        counts = row.figure.counts
        levels = ", ".join(f"n{level} = {n}" for level, n in enumerate(counts.levels, 1))
        yield f"{levels}; n = {counts.n}; nhận {counts.raw}, để riêng {counts.set_aside}."


def _aside(table: IndexTable) -> Iterator[str]:
    for one in table.set_aside:
        yield f"Để riêng {one.n} đánh giá: {one.reason or 'không ghi lý do'}"
