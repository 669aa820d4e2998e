"""What all papers rest on: the settings as they are, said in words. It decides nothing."""

from dataclasses import dataclass

from feedback.services.privacy.keeping import Keeping
from hailong.papers.sheet import Part
from hailong.settings import Settings

UNKNOWN = "(chưa ghi trong thiết lập)"
LAW = "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 và Nghị định số 356/2025/NĐ-CP"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of data: what, for what, on what ground, for how many days, and how it is kept."""

    what: str
    purpose: str
    ground: str
    days: str
    kept: str


def responsible(settings: Settings) -> Part:
    """Say who answers for it."""
    return Part(
        "Cơ quan chịu trách nhiệm",
        (
            f"Tên: {settings.office or UNKNOWN}",
            f"Liên hệ: {settings.contact or UNKNOWN}",
            f"Trang người dân dùng: {settings.public_url}",
            f"Cấp trên nhận phản ánh về chính cơ quan: {settings.higher_authority or UNKNOWN}",
        ),
    )


def kinds(settings: Settings) -> tuple[Kind, ...]:
    """List what is kept, with the times that are set."""
    keep: Keeping = settings.keeping
    return (
        Kind("Mức chấm, quầy, ngày, câu trả lời chọn sẵn", "Tính chỉ số hài lòng",
             "Nhiệm vụ theo luật (Đ.19)", "không thời hạn",
             "không gắn với người; dấu băm đổi mỗi quý chỉ để biết lượt trùng"),
        Kind("Lời góp ý, ảnh kèm lượt chấm", "Biết vì sao chưa hài lòng",
             "Đồng ý khi gửi (Đ.9)", f"{keep.comments} ngày", "mã hoá; ảnh bỏ EXIF"),
        Kind("Nội dung phản ánh, kiến nghị và trả lời", "Giải quyết và trả lời",
             "Luật Tiếp công dân Đ.28; Đ.19", f"{keep.words} ngày sau khi xong",
             "mã hoá, mỗi việc một khoá; huỷ khoá là xoá"),
        Kind("Tệp kèm phản ánh", "Giải quyết và trả lời", "như trên",
             f"{keep.files} ngày sau khi xong", "mã hoá; mở bằng địa chỉ dùng một lần, có ghi lại"),
        Kind("Tên, số điện thoại, địa chỉ để lại", "Trả lời về chính việc đó",
             "Đồng ý riêng (Đ.9), rút lại được", f"{keep.contact} ngày sau khi xong",
             "mã hoá, để riêng với nội dung; mỗi lần mở phải nêu lý do"),
        Kind("Địa chỉ nhắn tin (Zalo, Telegram)", "Trả lời trong cuộc trò chuyện",
             "Người dân tự nhắn tới", f"{settings.reply_days} ngày sau tin cuối",
             "mã hoá, một bảng riêng"),
        Kind("Trạng thái cuộc trò chuyện", "Tiếp nối khi đang nhắn dở",
             "như trên", f"{keep.chats} ngày sau tin cuối", "mã hoá khi có lời người dân"),
        Kind("Dấu băm địa chỉ mạng và thiết bị", "Phát hiện chấm hộ, chấm nhiều lần",
             "Nhiệm vụ theo luật (Đ.19)", f"{keep.evidence} ngày",
             "chỉ người kiểm tra tính trung thực xem được"),
        Kind("Sổ nhật ký việc làm của cán bộ", "Chứng minh ai làm gì",
             "Nhiệm vụ theo luật", "không thời hạn", "không có lời người dân; nối chuỗi HMAC"),
    )  # fmt: skip


def channels(settings: Settings) -> tuple[tuple[str, str, str], ...]:
    """List the doors that are open, who beside the office sees what passes, and where it goes."""
    found = [("Trang web", "không ai khác", "máy chủ của cơ quan")]
    if settings.zalo_oa_id:
        found.append(("Zalo OA", "công ty VNG; người quản lý trang Zalo của cơ quan", "trong nước"))
    if settings.zalo_bot_token:
        found.append(("Zalo Bot", "công ty VNG; người lập bot", "trong nước"))
    if settings.telegram_token:
        found.append(("Telegram", "Telegram", "ngoài nước: phải lập hồ sơ chuyển dữ liệu (Đ.20)"))
    return tuple(found)


def permission(settings: Settings) -> str:
    """Say by which decision messengers may be used."""
    # NĐ 61/2018 Đ.29.3: asking by social networks wants the competent authority's permission.
    if not (settings.zalo_oa_id or settings.zalo_bot_token or settings.telegram_token):
        return "Chưa dùng mạng xã hội để nhận ý kiến."
    return (
        f"Văn bản cho phép nhận ý kiến qua mạng xã hội: {settings.messenger_permission or UNKNOWN}"
    )
