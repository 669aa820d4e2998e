"""The words of the terminal, in Vietnamese: roles, levels, factors, and what may be said of a
figure. It never says more than the data can carry."""

from datetime import date, datetime
from typing import assert_never

from admin_tui.numbers import brief, day, moment
from feedback.domain.index import FEWEST, Confidence, Figure
from feedback.domain.questionnaire import Factor
from feedback.domain.roles import Role
from feedback.domain.scale import Level

SAMPLE = "MẪU"
EMPTY = "Chưa có số liệu"
# How many is a setting that is never below five.
BATCHED = "Hiện theo đợt: khi một quầy đủ lượt mới (từ 5 trở lên) và sang ngày làm việc sau"
# Whoever taps has chosen to: an interval of a random sample says nothing of who did not.
CHANCE_ONLY = "Khoảng 95% chỉ tính ngẫu nhiên, không tính việc ai chọn đánh giá, ai không."

_ROLES = {
    Role.SUPERVISOR: "Lãnh đạo đơn vị",
    Role.HANDLER: "Cán bộ xử lý",
    Role.MODERATOR: "Điều phối",
    Role.INSPECTOR: "Thanh tra",
    Role.INTEGRITY: "Kiểm tra tính trung thực",
    Role.ADMIN: "Quản trị",
    Role.AUDITOR: "Kiểm toán",
    Role.OPERATOR: "Vận hành",
}
_LEVELS = {
    Level.VERY_SATISFIED: "Rất hài lòng",
    Level.SATISFIED: "Hài lòng",
    Level.NEUTRAL: "Bình thường",
    Level.DISSATISFIED: "Không hài lòng",
    Level.VERY_DISSATISFIED: "Rất không hài lòng",
}
_FACTORS = {
    Factor.ACCESS: "Tiếp cận dịch vụ",
    Factor.PROCEDURE: "Thủ tục hành chính",
    Factor.STAFF: "Người tiếp nhận, giải quyết",
    Factor.RESULT: "Kết quả dịch vụ",
    Factor.FEEDBACK: "Tiếp nhận góp ý, phản ánh",
}


def role(value: Role) -> str:
    """Name a role."""
    return _ROLES[value]


def level(value: Level) -> str:
    """Name a level of the scale."""
    return _LEVELS[value]


def factor(value: Factor) -> str:
    """Name a factor of the service."""
    return _FACTORS[value]


def verdict(confidence: Confidence | None) -> str:
    """Say in two or three words what the data can carry about the target."""
    match confidence:
        case None:
            return "chưa đặt"
        case Confidence.ABOVE:
            return "trên mục tiêu"
        case Confidence.BELOW:
            return "dưới mục tiêu"
        case Confidence.UNDETERMINED:
            return "chưa kết luận"
        case Confidence.TOO_FEW:
            return "ít lượt"
        case _:
            assert_never(confidence)


def reading(figure: Figure) -> str:
    """Say in one sentence what may be said of a figure."""
    match figure.confidence:
        case None:
            return "Đơn vị chưa đặt mục tiêu."
        case Confidence.ABOVE:
            return f"Cao hơn mục tiêu {brief(figure.target)}, không phải do ngẫu nhiên."
        case Confidence.BELOW:
            return f"Thấp hơn mục tiêu {brief(figure.target)}, không phải do ngẫu nhiên."
        case Confidence.UNDETERMINED:
            return (
                f"Số lượt hiện có chưa đủ để kết luận cao hay thấp hơn mục tiêu "
                f"{brief(figure.target)}."
            )
        case Confidence.TOO_FEW:
            return f"Mới có dưới {FEWEST} lượt: con số chỉ để tham khảo, chưa kết luận được gì."
        case _:
            assert_never(figure.confidence)


def reached(figure: Figure) -> str:
    """Say whether the point value meets the target, as the plans read it."""
    match figure.meets:
        case None:
            return ""
        case True:
            return f"Đạt mức {brief(figure.target)}"
        case False:
            return f"Chưa đạt mức {brief(figure.target)}"


def freshness(until: date | None, read_at: datetime) -> str:
    """Say how fresh figures are: live, or up to a day."""
    if until is None:
        return f"● trực tiếp · đọc {moment(read_at)}"
    return f"số liệu đến hết ngày {day(until)}"
