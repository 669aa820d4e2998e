"""What is said of cases in the terminal, in Vietnamese: kinds, states, deadlines, and who did what.
It says only what is stored."""

from collections.abc import Mapping
from datetime import date

from admin_tui import numbers
from admin_tui.caseload import Line, Tab
from admin_tui.due_words import named
from feedback.domain.cases.kinds import GUIDED, CaseKind, Satisfaction, Severity, Verdict
from feedback.domain.cases.life import CaseState
from feedback.domain.cases.private_kinds import PrivateKind
from feedback.domain.cases.record import Case, Delivery, Voice
from feedback.domain.channels import Channel
from feedback.domain.days import local_day
from feedback.services.cases.calling import Outcome as Calling
from feedback.services.followups import Outcome

KINDS: Mapping[CaseKind, str] = {
    CaseKind.REPORT: "Phản ánh",
    CaseKind.PETITION: "Kiến nghị",
    CaseKind.IDEA: "Hiến kế",
    CaseKind.PRAISE: "Khen",
    CaseKind.MISCONDUCT: "Nhũng nhiễu",
    CaseKind.COMPLAINT: "Khiếu nại",
    CaseKind.DENUNCIATION: "Tố cáo",
}
STATES: Mapping[CaseState, str] = {
    CaseState.NEW: "Mới",
    CaseState.ACCEPTED: "Đang xử lý",
    CaseState.WAITING: "Chờ người dân",
    CaseState.ANSWERED: "Đã trả lời",
    CaseState.CONTESTED: "Cần xem lại",
    CaseState.CLOSED: "Đã kết thúc",
    CaseState.WITHDRAWN: "Người dân rút",
    CaseState.MERGED: "Đã gộp",
    CaseState.FORWARDED: "Chuyển đến",
    CaseState.SPAM: "Không phải việc",
}
TABS: Mapping[Tab, str] = {
    Tab.OWED: "Cần làm",
    Tab.MINE: "Của tôi",
    Tab.LATE: "Quá hạn",
    Tab.WAITING: "Chờ dân",
    Tab.ANSWERED: "Đã trả lời",
    Tab.SEALED: "Kín",
    Tab.LOW: "Điểm thấp",
    Tab.ALL: "Tất cả",
}
VERDICTS: Mapping[Verdict, str] = {
    Verdict.UNVERIFIED: "Chưa kiểm tra",
    Verdict.UPHELD: "Đúng sự việc",
    Verdict.FALSE: "Không đúng sự việc",
}
SATISFACTIONS: Mapping[Satisfaction, str] = {
    Satisfaction.YES: "hài lòng với câu trả lời",
    Satisfaction.PARTLY: "hài lòng một phần với câu trả lời",
    Satisfaction.NO: "chưa hài lòng với câu trả lời",
}
DELIVERIES: Mapping[Delivery, str] = {
    Delivery.NONE: "",
    Delivery.QUEUED: "đang gửi",
    Delivery.SENT: "đã gửi",
    Delivery.WAITING: "chờ tra cứu bằng mã theo dõi",
    Delivery.ANNOUNCED: "đã gửi tin mẫu, chờ tra cứu",
    Delivery.CALL: "chưa gửi được, cần gọi điện",
    Delivery.PHONED: "đã báo qua điện thoại",
    Delivery.SEEN: "người dân đã xem",
}
CALLS: Mapping[Calling, str] = {
    Calling.TOLD: "Đã báo được cho người dân",
    Calling.GIVEN_UP: "Không liên lạc được",
}
SEVERITIES: Mapping[Severity, str] = {
    Severity.ORDINARY: "",
    Severity.SERIOUS: "nghiêm trọng",
    Severity.GRAVE: "rất nghiêm trọng",
}
VOICES: Mapping[Voice, str] = {
    Voice.STATEMENT: "Người dân viết",
    Voice.ADDITION: "Người dân bổ sung",
    Voice.QUESTION: "Hỏi người dân",
    Voice.ANSWER: "Trả lời người dân",
    Voice.NOTE: "Ghi chú nội bộ",
    Voice.CONTEST: "Người dân chưa đồng ý",
    Voice.PUBLIC: "Nội dung công khai",
    Voice.LOCATION: "Vị trí",
    Voice.REASON: "Lý do",
}
CHANNELS: Mapping[Channel, str] = {
    Channel.WEB: "trang web",
    Channel.TELEGRAM: "Telegram",
    Channel.ZALO_OA: "Zalo",
    Channel.ZALO_BOT: "Zalo",
    Channel.CONSOLE: "máy thử",
    Channel.PAPER: "tại quầy",
    Channel.KIOSK: "máy tại quầy",
}
PRIVATE: Mapping[PrivateKind, str] = {
    PrivateKind.PHONE: "số điện thoại",
    PrivateKind.EMAIL: "thư điện tử",
    PrivateKind.IDENTITY: "số giấy tờ",
    PrivateKind.ACCOUNT: "số tài khoản",
    PrivateKind.LONG_NUMBER: "dãy số dài",
    PrivateKind.PLATE: "biển số xe",
    PrivateKind.NAME: "tên người",
}
OUTCOMES: Mapping[Outcome, str] = {
    Outcome.FIXED: "Đã khắc phục",
    Outcome.EXPLAINED: "Đã giải thích cho người dân",
    Outcome.CASE: "Đã lập thành việc riêng",
    Outcome.NOTHING: "Không cần làm gì thêm",
}


def due_briefly(line: Line) -> str:
    """Say in few words how much time there is; for a row."""
    case = line.case
    if case.ended_at is not None:
        return f"xong {numbers.day(local_day(case.ended_at))}"
    if case.guided_on is not None and case.kind in GUIDED:
        return f"đã hướng dẫn {case.guided_on:%d/%m}"
    return "chưa có hạn" if case.due_on is None else _running(line, case.due_on)


def _running(line: Line, due_on: date) -> str:
    if line.late is not None:
        return f"quá hạn {line.late} ngày"
    if line.case.suspended_on is not None:
        return "tạm dừng, chờ dân"
    if line.case.due_provisional:
        return f"tạm tính {numbers.day(due_on)}"
    return f"còn {line.left} ngày làm việc" if line.left else "hôm nay hết hạn"


def due_fully(line: Line) -> str:
    """Say how much time there is, and until when."""
    case = line.case
    if case.guided_on is not None and case.kind in GUIDED:
        return f"Đã hướng dẫn gửi đơn ngày {numbers.day(case.guided_on)}; ở đây không tính hạn."
    if case.due_on is None:
        return "Chưa có hạn." if case.ended_at is None else ""
    until = named(case.due_on) + (" (tạm tính)" if case.due_provisional else "")
    if case.ended_at is not None:
        return f"Hạn là {until}."
    return _left(line, until)


def _left(line: Line, until: str) -> str:
    if line.late is not None:
        return f"Quá hạn {line.late} ngày: hạn là {until}."
    if line.case.suspended_on is not None:
        since = numbers.day(line.case.suspended_on)
        return f"Hạn tạm dừng từ {since}, trong khi chờ người dân."
    return f"{f'Còn {line.left} ngày làm việc' if line.left else 'Hôm nay hết hạn'}: hết {until}."


def urgent(line: Line) -> bool:
    """Say whether a row is to stand out: late, or due today or tomorrow."""
    soon = line.left is not None and line.left <= 1 and line.case.suspended_on is None
    return line.case.ended_at is None and (line.late is not None or soon)


def kind(case: Case) -> str:
    """Name a case's kind; what the citizen chose tells apart what has none yet."""
    return KINDS[case.kind]


def place(line: Line) -> str:
    """Say what a case is about: the desk, and the unit that answers."""
    return " · ".join(part for part in (line.desk, line.unit) if part) or "Chưa rõ nơi"


def up_to(counted: int, most: int) -> str:
    """Write a count that stops somewhere."""
    return f"{numbers.whole(counted)}+" if counted >= most else numbers.whole(counted)
