"""One case as lines of text: its head, what was said, what happened, and why its date is that day.
What anybody wrote is shown as it was written. Pure."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from admin_tui import case_words, due_words, numbers, refusal_words, timeline_words, words
from admin_tui.caseload import Sheet
from admin_tui.columns import wrapped
from admin_tui.ink import Ink
from admin_tui.literal import literal, one_line
from feedback.domain.cases.filetypes import Medium
from feedback.domain.cases.kinds import Verdict
from feedback.domain.cases.life import CaseState
from feedback.domain.cases.private_kinds import PrivateKind
from feedback.domain.cases.record import BY_CITIZEN, Delivery, Happening, Voice, Words
from feedback.services.cases.attachments import Attachment

_INDENT = "  "
_ERASED = "Người gửi và nội dung đã được xoá. Chỉ còn số liệu, không kèm tên ai."
_LOST = "(Không đọc được: nội dung này đã được xoá.)"
MEDIA = {Medium.PHOTO: "Ảnh", Medium.VOICE: "Ghi âm", Medium.DOCUMENT: "Tài liệu"}


def head(sheet: Sheet, width: int, ink: Ink) -> Text:
    """Draw what must be seen at once: what it is, how much time there is, whose it is."""
    case, line = sheet.case, sheet.line
    top = Text().append(case.code, f"bold {ink.strong}")
    top.append(f"  {case_words.kind(case)} · {case_words.STATES[case.state]}", ink.text)
    for mark in _marks(sheet):
        top.append(f"  {mark}", f"bold {ink.sample}")
    urgent = case_words.urgent(line)
    due = Text(case_words.due_fully(line), f"bold {ink.bad if line.late else ink.target}")
    if not urgent:
        due.stylize(ink.text)
    drawn = [top, due] if due.plain else [top]
    drawn += [Text(text, ink.dim) for text in (_about(sheet), _hands(sheet), _after(sheet)) if text]
    for one in drawn:
        one.truncate(width, overflow="ellipsis")
    return Text("\n").join(drawn)


def content(sheet: Sheet, width: int, ink: Ink) -> list[Text]:
    """Lay out what was said, by the citizen and to the citizen, and the files."""
    drawn: list[Text] = []
    if sheet.file.erased and not sheet.file.words:
        drawn += _said(_ERASED, width, ink.dim)
    for one in sheet.file.words:
        # Reasons stand beside their acts, in the timeline.
        if one.voice is not Voice.REASON:
            drawn += _words(one, sheet.private.get(one.id, ()), width, ink)
    for other in sheet.file.merged:
        for one in other.words:
            drawn += _words(one, (), width, ink, f" (việc đã gộp {other.code})")
    return drawn + files(sheet.files, width, ink)


def files(found: tuple[Attachment, ...], width: int, ink: Ink) -> list[Text]:
    """List the files; F6 opens them."""
    if not found:
        return []
    drawn = [Text(f"Tệp kèm theo ({len(found)})", f"bold {ink.accent}")]
    for number, one in enumerate(found, 1):
        drawn += _said(f"{number}. {file(one)}", width, ink.text)
    return [*drawn, Text("Bấm F6 để mở tệp trong trình duyệt.", ink.dim), Text()]


def file(one: Attachment) -> str:
    """Say what a file is in one line."""
    named = f" “{one_line(one.name)}”" if one.name else ""
    # A file of some bytes must not look empty.
    size = f", {max(1, one.size // 1024)} KB" if one.size else ""
    state = {"pending": ", đang tải về", "failed": ", không tải về được"}.get(one.state, "")
    held = ", đang được giữ lại" if one.withheld else ""
    rated = ", gửi cùng đánh giá" if one.with_rating else ""
    return f"{MEDIA[one.medium]}{named}{size}{rated}{state}{held}"


def timeline(sheet: Sheet, width: int, ink: Ink) -> list[Text]:
    """Lay out what happened, the newest first, with the reasons that were given."""
    reasons = {one.id: one for one in sheet.file.words if one.voice is Voice.REASON}
    drawn: list[Text] = []
    for one in reversed(sheet.file.timeline):
        drawn += _happening(one, sheet, reasons, width, ink)
    return drawn


def why(sheet: Sheet, width: int, ink: Ink) -> list[Text]:
    """Explain the date: the rule, and the days that did not count."""
    drawn = _said(case_words.due_fully(sheet.line) or "Chưa có hạn.", width, ink.strong)
    if sheet.due is not None:
        drawn.append(Text())
        for sentence in due_words.explained(sheet.due):
            drawn += _said(literal(sentence), width, ink.text)
    return drawn


def beside(left: list[Text], right: list[Text], width: int) -> list[Text]:
    """Put lines beside others that are given so many cells."""
    rows = []
    for place in range(max(len(left), len(right))):
        row = left[place].copy() if place < len(left) else Text()
        row.pad_right(max(0, width - row.cell_len))
        rows.append(row.append_text(right[place]) if place < len(right) else row)
    return rows


def _marks(sheet: Sheet) -> Iterator[str]:
    case = sheet.case
    if case.sealed:
        yield "KÍN"
    if case.appealed:
        yield "XEM LẠI Ở CẤP TRÊN"
    if case_words.SEVERITIES[case.severity]:
        yield case_words.SEVERITIES[case.severity].upper()
    if case.published:
        yield "ĐÃ CÔNG KHAI"
    if case.sample:
        yield words.SAMPLE


def _about(sheet: Sheet) -> str:
    case = sheet.case
    received = f"nhận {numbers.minute(case.opened_at)} qua {case_words.CHANNELS[case.channel]}"
    return f"{one_line(case_words.place(sheet.line))} · {received}"


def _hands(sheet: Sheet) -> str:
    parts = [f"Người xử lý: {one_line(sheet.line.assignee) or 'chưa ai nhận'}"]
    parts.append(
        "Người gửi: có để lại tên, đang ẩn" if sheet.file.has_contact else "Người gửi: ẩn danh"
    )
    if sheet.concerned:
        parts.append(f"Liên quan: {one_line(', '.join(sheet.concerned))}")
    return " · ".join(parts)


def _after(sheet: Sheet) -> str:
    case = sheet.case
    parts = []
    if case.delivery is not Delivery.NONE:
        parts.append(f"Câu trả lời: {case_words.DELIVERIES[case.delivery]}")
    if case.satisfaction is not None:
        parts.append(f"người dân {case_words.SATISFACTIONS[case.satisfaction]}")
    if case.verdict is not Verdict.UNVERIFIED:
        parts.append(f"Kiểm tra: {case_words.VERDICTS[case.verdict].lower()}")
    if case.state is CaseState.MERGED and sheet.file.merged_into:
        parts.append(f"Đã gộp vào {sheet.file.merged_into}")
    return " · ".join(parts)


def _words(one: Words, private: Iterable[str], width: int, ink: Ink, of: str = "") -> list[Text]:
    who = f", {one_line(one.by)}" if one.by else ""
    own = one.voice in BY_CITIZEN
    first = Text(f"{case_words.VOICES[one.voice]}{of}", f"bold {ink.accent if own else ink.text}")
    first.append(f"{who} · {numbers.minute(one.at)}", ink.dim)
    if one.redacted:
        first.append("  đã che thông tin riêng", ink.target)
    first.truncate(width, overflow="ellipsis")
    drawn = [first, *_body(one.text, width, ink.text if own else ink.dim)]
    if kinds := ", ".join(case_words.PRIVATE[PrivateKind(kind)] for kind in private):
        drawn += _said(f"Có thể có thông tin riêng: {kinds}.", width, ink.target, _INDENT)
    return [*drawn, Text()]


def _body(text: str | None, width: int, style: str) -> list[Text]:
    return _said(_LOST if text is None else literal(text).strip(), width, style, _INDENT)


def _happening(
    one: Happening, sheet: Sheet, reasons: dict[int, Words], width: int, ink: Ink
) -> list[Text]:
    first = Text(timeline_words.at(one), ink.dim)
    first.append(f"  {one_line(refusal_words.who(one.by))}", ink.text)
    if state := timeline_words.moved(one):
        first.append(f"  → {state}", ink.accent)
    first.truncate(width, overflow="ellipsis")
    drawn = [first, *_said(timeline_words.told(one, sheet.units), width, ink.strong, _INDENT)]
    reason = _reason(one, reasons)
    if reason is not None:
        drawn += _said(f"Lý do: {literal(reason).strip()}", width, ink.dim, _INDENT)
    return drawn


def _reason(one: Happening, reasons: dict[int, Words]) -> str | None:
    """Find the reason that was given with an act: its own text, or one kept at the same moment."""
    if one.words is not None and one.words in reasons:
        return reasons[one.words].text
    near = (said for said in reasons.values() if (said.at, said.by) == (one.at, one.by))
    return next((said.text for said in near), None)


def _said(text: str, width: int, style: str, indent: str = "") -> list[Text]:
    return [Text(indent + line, style) for line in wrapped(text, max(8, width - len(indent)))]
