"""What the record of acts calls an act, in Vietnamese. What has no words here is shown as it was
noted, and nothing is left out."""

from collections.abc import Mapping

from admin_tui import case_words
from admin_tui.literal import one_line
from feedback.domain.cases.life import CaseState

GROUPS: Mapping[str, str] = {
    "case.": "Mọi thao tác với việc người dân gửi",
    "staff.": "Mọi thao tác với tài khoản",
    "privacy.": "Mọi yêu cầu về thông tin cá nhân",
    "rating.": "Mọi thao tác với lượt đánh giá",
    "unit": "Mọi thay đổi về đơn vị",
    "desk": "Mọi thay đổi về quầy",
    "code ": "Mọi thay đổi về mã của quầy",
    "key": "Mọi thay đổi về khoá",
}
"""Beginnings that many acts share."""
ACTS: Mapping[str, str] = {
    "case.take": "Nhận việc",
    "case.assign": "Giao việc",
    "case.classify": "Đổi loại việc",
    "case.ask": "Hỏi người dân",
    "case.answer": "Trả lời người dân",
    "case.forward": "Chuyển đơn vị",
    "case.refer": "Chuyển nơi khác",
    "case.merge": "Gộp việc",
    "case.unmerge": "Tách việc",
    "case.redact": "Che thông tin riêng",
    "case.verdict": "Kết quả kiểm tra",
    "case.extend": "Gia hạn",
    "case.close": "Kết thúc việc",
    "case.reopen": "Mở lại việc",
    "case.spam": "Đánh dấu không phải việc",
    "case.note": "Ghi chú nội bộ",
    "case.publish": "Công khai",
    "case.unpublish": "Thôi công khai",
    "case.unlock": "Xem người gửi, nguyên văn",
    "case.concern": "Ghi người liên quan",
    "case.call": "Gọi điện",
    "case.step": "Mốc thời hạn",
    "case.file_for": "Ghi hộ người dân",
    "case.erase": "Xoá một việc",
    "case.export": "Lấy bản sao một việc",
    "case.withdraw_consent": "Xoá tên, số điện thoại",
    "case.file_asked": "Xin địa chỉ mở tệp",
    "case.file_opened": "Mở tệp",
    "staff.add": "Thêm người",
    "staff.role": "Đổi vai trò",
    "staff.disable": "Khoá tài khoản",
    "staff.enable": "Mở lại tài khoản",
    "staff.password": "Đổi mật khẩu",
    "staff.codes_on": "Bật mã một lần",
    "staff.codes_off": "Tắt mã một lần",
    "staff.sign_in": "Đăng nhập",
    "staff.refused": "Đăng nhập không được",
    "seat.begin": "Ghi người ngồi quầy",
    "seat.end": "Thôi ngồi quầy",
    "appointee.add": "Cử người mở việc kín",
    "appointee.end": "Thôi cử người mở việc kín",
    "rating.standing": "Để riêng, tính lại lượt đánh giá",
    "rating.appeal": "Đơn vị đề nghị xem lại",
    "rating.appeal_decided": "Quyết định đề nghị xem lại",
    "followup.done": "Xong một lượt điểm thấp",
    "period.publish": "Công bố kỳ",
    "period.withdraw": "Thôi công bố kỳ",
    "target.set": "Đặt mục tiêu",
    "template.add": "Lưu mẫu trả lời",
    "calendar.imported": "Nhập lịch làm việc",
    "unit merge": "Sáp nhập đơn vị",
    "unit split": "Chia đơn vị",
    "unit rename": "Đổi tên đơn vị",
    "unit retype": "Đổi loại đơn vị",
    "unit reparent": "Đổi đơn vị cấp trên",
    "unit abolish": "Giải thể đơn vị",
    "unit changed": "Sửa đơn vị",
    "units imported": "Nhập danh sách đơn vị",
    "desk changed": "Sửa quầy",
    "desk moved": "Chuyển quầy",
    "desks imported": "Nhập danh sách quầy",
    "services imported": "Nhập danh sách thủ tục",
    "service changed": "Sửa thủ tục",
    "code revoked": "Thu hồi mã quầy",
    "code reissued": "Cấp lại mã quầy",
    "posters printed": "In bảng mã",
    "tablet registered": "Thêm máy tính bảng",
    "tablet ended": "Bỏ máy tính bảng",
    "key added": "Thêm khoá",
    "key retired": "Bỏ khoá",
    "sealed anew": "Mã hoá lại",
    "record chained": "Nối nhật ký cũ",
    "sample.load": "Nạp dữ liệu mẫu",
    "sample.remove": "Bỏ dữ liệu mẫu",
    "tallies.repair": "Tính lại số liệu",
    "database.move": "Chuyển cơ sở dữ liệu",
    "backup.make": "Sao lưu",
    "backup.restore": "Khôi phục bản sao lưu",
    "person.erase": "Xoá thông tin một người",
    "privacy.held": "Tạm dừng xoá thông tin quá hạn: đồng hồ máy nhảy xa",
    "privacy.purge": "Xoá thông tin quá hạn giữ",
}


def act(name: str) -> str:
    """Name an act."""
    return ACTS.get(name) or one_line(name)


def side(name: str, text: str) -> str:
    """Word what stood before or after an act; the state of a case by its usual name."""
    state, space, rest = text.partition(" ")
    if name.startswith("case.") and state in {one.value for one in CaseState}:
        return f"{case_words.STATES[CaseState(state)]}{space}{rest}"
    return text
