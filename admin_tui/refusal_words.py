"""What is said in Vietnamese when a service will not do what was asked. It says what to do instead
and never quotes a service's own words, which are for commands."""

from admin_tui import numbers
from admin_tui.deeds import (
    Assign,
    Classify,
    Concern,
    Deed,
    Extend,
    Forward,
    Merge,
    Plain,
    Redact,
    Write,
    act_of,
)
from feedback.domain.cases.life import CaseAct
from feedback.services.cases.holding import Stale

SYSTEM, CITIZEN = "system", "citizen"
NOT_NOW = "Việc này vừa sang bước khác nên không làm được thao tác đó nữa. Xin xem lại."
ERASED = "Nội dung của việc này đã được xoá, hoặc không ghi thêm được."
_DONE: dict[CaseAct, str] = {
    CaseAct.FILE: "gửi việc này",
    CaseAct.TAKE: "nhận việc này",
    CaseAct.ASSIGN: "giao việc này cho người khác",
    CaseAct.CLASSIFY: "đổi loại việc này",
    CaseAct.ASK: "hỏi thêm người dân",
    CaseAct.ANSWER: "trả lời người dân",
    CaseAct.FORWARD: "chuyển việc này sang đơn vị khác",
    CaseAct.REFER: "chuyển việc này cho cơ quan khác",
    CaseAct.MERGE: "gộp việc này",
    CaseAct.UNMERGE: "tách việc này ra",
    CaseAct.REDACT: "che thông tin riêng",
    CaseAct.VERDICT: "ghi kết quả kiểm tra",
    CaseAct.EXTEND: "gia hạn",
    CaseAct.CLOSE: "kết thúc việc này",
    CaseAct.REOPEN: "mở lại việc này",
    CaseAct.SPAM: "đánh dấu không phải việc",
    CaseAct.NOTE: "ghi chú",
    CaseAct.PUBLISH: "công khai",
    CaseAct.UNPUBLISH: "thôi công khai",
    CaseAct.UNLOCK: "xem người gửi",
    CaseAct.CONCERN: "ghi người liên quan",
    CaseAct.ADD: "bổ sung",
    CaseAct.WITHDRAW: "rút lại",
    CaseAct.JUDGE: "đánh giá câu trả lời",
    CaseAct.CONTEST: "chưa đồng ý với câu trả lời",
    CaseAct.STEP: "ghi nhận hạn",
}
_OF_DEEDS: dict[type[Deed], str] = {
    Assign: "Người này không xử lý được việc này. Xin chọn người khác.",
    Forward: "Chưa chuyển được: việc đang ở đó rồi, hoặc nơi đó không có ai được phép xử lý.",
    Extend: "Chưa gia hạn được: đã quá hạn, đã gia hạn đủ số lần, hoặc số ngày vượt quy định.",
    Classify: "Chưa đổi loại được. Xin xem lại việc này.",
    Merge: "Chưa gộp được: việc kia đã kết thúc, hoặc không cùng những người được xem.",
    Concern: "Chưa ghi được: không thấy người này, hoặc đó chính là ông/bà.",
    Redact: "Nội dung chưa có gì thay đổi, nên không có gì để che.",
}


def act(value: CaseAct) -> str:
    """Say what was done, as part of a sentence."""
    return _DONE[value]


def who(by: str) -> str:
    """Name whoever did something."""
    return {SYSTEM: "Hệ thống", CITIZEN: "Người dân"}.get(by, by)


def outdated(error: Stale) -> str:
    """Say who was faster, what they did and when."""
    return (
        f"{who(error.by)} vừa {act(error.act)} lúc {numbers.minute(error.at)}. "
        "Chưa có gì của ông/bà được lưu; xin xem lại rồi làm tiếp."
    )


def refused(deed: Deed) -> str:
    """Say why a deed was not done."""
    if isinstance(deed, Plain | Write):
        return ERASED if act_of(deed) is not CaseAct.CLOSE else NOT_NOW
    return _OF_DEEDS.get(type(deed), ERASED)
