"""What happened to a case, in sentences: who, and what with all that was kept of it. It shows no
text of a case; reasons stand beside it."""

from collections.abc import Callable, Mapping

from admin_tui import case_words, numbers
from admin_tui.literal import one_line
from feedback.domain.cases.kinds import CaseKind, Verdict
from feedback.domain.cases.life import CaseAct, CaseState
from feedback.domain.cases.record import Happening, Step
from feedback.services.cases.calling import Outcome as Calling

Detail = Mapping[str, str]
_STEPS = {
    Step.REMINDED.value: "Sắp đến hạn trả lời",
    Step.DUE.value: "Đến hạn trả lời",
    Step.LATE.value: "Quá hạn trả lời",
    Step.VERY_LATE.value: "Quá hạn đã lâu",
    "unanswered": "Chờ người dân đã lâu, thời hạn tính tiếp",
}


def told(one: Happening, units: Mapping[str, str]) -> str:
    """Say what happened; ``units`` gives the names of units by their code."""
    detail = dict(one.detail)
    if "from_merged" in detail:
        return f"{_SAID[one.act](detail)} (qua việc đã gộp {_clean(detail['from_merged'])})"
    if one.act is CaseAct.FORWARD:
        code = detail.get("to_unit", "")
        where = one_line(units.get(code, code))
        return f"Chuyển đến {where}" if where else "Chuyển lên cấp trên"
    return _SAID[one.act](detail)


def _clean(text: str) -> str:
    return one_line(text)


def _kind(value: str) -> str:
    known = value in {one.value for one in CaseKind}
    return case_words.KINDS[CaseKind(value)] if known else _clean(value)


def _day(value: str) -> str:
    year, _, rest = value.partition("-")
    month, _, day = rest.partition("-")
    return f"{day}/{month}/{year}" if day else "chưa có"


def _file(detail: Detail) -> str:
    return f"Gửi {_kind(detail['kind']).lower()}" if "kind" in detail else "Gửi đến"


def _assign(detail: Detail) -> str:
    return f"Giao cho {_clean(detail.get('assignee', ''))}"


def _classify(detail: Detail) -> str:
    return f"Đổi loại: {_kind(detail.get('was', ''))} → {_kind(detail.get('kind', ''))}"


def _answer(detail: Detail) -> str:
    template = f" (theo mẫu {_clean(detail['template'])})" if "template" in detail else ""
    return f"Trả lời người dân{template}"


def _refer(detail: Detail) -> str:
    late = ", sau thời hạn chuyển" if "late" in detail else ""
    return f"Chuyển cho {_clean(detail.get('outside', ''))}, ngoài thẩm quyền ở đây{late}"


def _redact(detail: Detail) -> str:
    what = detail.get("what")
    if what is not None:
        return f"{'Giữ lại' if what == 'withheld' else 'Cho xem lại'} một tệp"
    if "undone" in detail:
        return "Bỏ che một đoạn"
    return (
        f"Che thông tin riêng trong {detail['texts']} đoạn"
        if "texts" in detail
        else ("Che thông tin riêng trong một đoạn")
    )


def _verdict(detail: Detail) -> str:
    found = detail.get("verdict", "")
    known = found in {one.value for one in Verdict}
    return f"Kết quả kiểm tra: {case_words.VERDICTS[Verdict(found)] if known else _clean(found)}"


def _close(detail: Detail) -> str:
    return "Kết thúc, vì người dân không có ý kiến thêm" if "settled" in detail else "Kết thúc"


def _note(detail: Detail) -> str:
    if "merged" in detail:
        return f"Nhận gộp {_clean(detail['merged'])}"
    return "Ghi chú nội bộ"


def _unlock(detail: Detail) -> str:
    match detail.get("what"):
        case "file":
            return "Mở một tệp đang giữ lại"
        case "originals":
            return "Xem nguyên văn trước khi che"
        case _:
            return "Xem tên và số điện thoại người gửi"


def _call(detail: Detail) -> str:
    came = detail.get("outcome", "")
    known = came in {one.value for one in Calling}
    return f"Gọi điện: {case_words.CALLS[Calling(came)].lower() if known else _clean(came)}"


def _concern(detail: Detail) -> str:
    if "cleared" in detail:
        return f"Bỏ {_clean(detail['cleared'])} khỏi những người liên quan"
    return f"Ghi {_clean(detail.get('concerns', ''))} là người liên quan"


def _step(detail: Detail) -> str:
    return _STEPS.get(detail.get("step", ""), "Ghi nhận thời hạn")


def _extend(detail: Detail) -> str:
    return f"Gia hạn: {_day(detail.get('was', ''))} → {_day(detail.get('due_on', ''))}"


def _publish(detail: Detail) -> str:
    return "Công khai, đã xem lại thông tin riêng" if "sure" in detail else "Công khai"


def _always(words: str) -> Callable[[Detail], str]:
    return lambda detail: words


def _further(words: str) -> Callable[[Detail], str]:
    """Say what a citizen did, and that their words sealed the case where they did."""
    return lambda detail: f"{words}; {_classify(detail).lower()}" if "kind" in detail else words


_SAID: dict[CaseAct, Callable[[Detail], str]] = {
    CaseAct.FILE: _file,
    CaseAct.TAKE: _always("Nhận xử lý"),
    CaseAct.ASSIGN: _assign,
    CaseAct.CLASSIFY: _classify,
    CaseAct.ASK: _always("Hỏi thêm người dân"),
    CaseAct.ANSWER: _answer,
    CaseAct.FORWARD: _always("Chuyển đơn vị khác"),
    CaseAct.REFER: _refer,
    CaseAct.MERGE: lambda detail: f"Gộp vào {_clean(detail.get('into', ''))}",
    CaseAct.UNMERGE: _always("Tách ra khỏi việc đã gộp"),
    CaseAct.REDACT: _redact,
    CaseAct.VERDICT: _verdict,
    CaseAct.EXTEND: _extend,
    CaseAct.CLOSE: _close,
    CaseAct.REOPEN: _always("Mở lại"),
    CaseAct.SPAM: _always("Đánh dấu không phải việc"),
    CaseAct.NOTE: _note,
    CaseAct.PUBLISH: _publish,
    CaseAct.UNPUBLISH: _always("Thôi công khai"),
    CaseAct.UNLOCK: _unlock,
    CaseAct.CONCERN: _concern,
    CaseAct.CALL: _call,
    CaseAct.ADD: _further("Bổ sung thông tin"),
    CaseAct.WITHDRAW: _always("Rút lại việc này"),
    CaseAct.JUDGE: _always("Đánh giá câu trả lời"),
    CaseAct.CONTEST: _further("Chưa đồng ý với câu trả lời"),
    CaseAct.STEP: _step,
}


def moved(one: Happening) -> str:
    """Say into which state a case came with it; empty where it stayed."""
    to = dict(one.detail).get("to", "")
    known = to in {state.value for state in CaseState}
    return case_words.STATES[CaseState(to)] if known else ""


def at(one: Happening) -> str:
    """Write when it happened."""
    return numbers.minute(one.at)
