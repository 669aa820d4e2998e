"""The five papers, each drafted from the settings. What only a person can say stands as a blank."""

from feedback.domain.channels import Channel
from feedback.domain.consents import Purpose, asked
from hailong.papers import facts
from hailong.papers.facts import LAW
from hailong.papers.sheet import Paper, Part
from hailong.settings import Settings

_DRAFT = "Dự thảo lập từ thiết lập đang chạy. Người có thẩm quyền đọc, sửa, ký."
_BLANK = "……………"
_CALLED = ("Lãnh đạo", "Người phụ trách máy", "A05")
# Luật 91/2025/QH15 and NĐ 356/2025 Đ.5; the same times as the rules ``data-*`` of deadlines.csv.
_RIGHTS = (
    ("Yêu cầu", "Xác nhận", "Làm xong", "Làm ở đâu"),
    ("Rút lại đồng ý", "02 ngày làm việc", "15 ngày", "trang /t, hoặc hailong privacy withdraw"),
    ("Xem, lấy bản sao", "02 ngày làm việc", "10 ngày", "trang /t, hoặc hailong privacy export"),
    ("Xoá", "02 ngày làm việc", "20 ngày", "trang /t, hoặc hailong privacy erase"),
)
_THREATS = (
    ("Nguy cơ", "Biện pháp trong chương trình", "Việc của cơ quan"),
    (
        "Người bị nêu tìm ra người phản ánh",
        "việc kín đi thẳng tới thanh tra bên ngoài; tên, số luôn ẩn; số liệu theo đợt từ 5 lượt",
        "không hỏi, không dò ai đã viết",
    ),
    (
        "Lộ cơ sở dữ liệu hoặc mất đĩa",
        "nội dung, tên, số, tệp được mã hoá; khoá để riêng",
        "giữ keys.toml ở nơi khác; mã hoá đĩa",
    ),
    (
        "Cán bộ mở xem quá mức cần",
        "phân quyền theo vai trò; mỗi lần mở nêu lý do và được ghi lại",
        "đọc sổ nhật ký hằng tháng",
    ),
    (
        "Sửa, xoá số liệu",
        "số liệu chỉ thêm, không sửa; sổ nhật ký nối chuỗi",
        "giữ dấu của sổ ở nơi khác",
    ),
    (
        "Mã giả dán chồng",
        "bảng in tên miền; trang không hỏi đăng nhập, tiền",
        "vòng quét mỗi tháng",
    ),
    (
        "Chấm hộ, chấm nhiều lần",
        "một người, một quầy, một ngày; lượt đáng ngờ để riêng",
        "xem xét hằng quý",
    ),
)
_MEASURES = (
    ("Nhóm", "Đang có"),
    ("Truy cập", "vai trò; mật khẩu băm argon2id; sai ba lần thì phải chờ; tự thoát sau 15 phút"),
    ("Ghi nhật ký", "sổ nối chuỗi HMAC, có lệnh kiểm tra; log không có dữ liệu cá nhân"),
    ("Mã hoá", "nội dung, tên, số, tệp, địa chỉ nhắn tin; khoá để ngoài cơ sở dữ liệu"),
    ("Sao lưu", "mỗi đêm, mã hoá, đọc lại được (hailong verify); giữ 14 ngày, 8 tuần"),
    ("Dịch vụ", "systemd khoá quyền: không quyền root, hệ thống chỉ đọc"),
    ("Web", "CSP, HSTS, giới hạn kích thước và tốc độ; không dùng JavaScript bên ngoài"),
)
_STEPS = (
    ("Khi nào", "Làm gì", "Lệnh"),
    ("Ngay", "Ghi giờ phát hiện, ai phát hiện, thấy gì. Không xoá gì.", ""),
    (
        "Giờ đầu",
        "Chặn chỗ lộ; thay khoá nếu khoá lộ.",
        "hailong keys add; khởi động lại; hailong keys reencrypt",
    ),
    ("Trong ngày", "Liệt kê việc bị ảnh hưởng.", "hailong privacy affected --from … --to …"),
    ("Trước 72 giờ", "Báo Cục An ninh mạng, Bộ Công an (A05).", ""),
    ("Sau đó", "Báo người bị ảnh hưởng qua việc của họ; lập biên bản.", "hailong cases ask …"),
    ("Sau cùng", "Kiểm tra sổ nhật ký; rút kinh nghiệm.", "hailong audit verify"),
)


def processing(settings: Settings) -> Paper:
    """Draft the record of processing."""
    rows = [("Dữ liệu", "Mục đích", "Căn cứ", "Giữ bao lâu", "Giữ thế nào")]
    rows += [(k.what, k.purpose, k.ground, k.days, k.kept) for k in facts.kinds(settings)]
    return Paper(
        "so-xu-ly-du-lieu",
        "Sổ ghi hoạt động xử lý dữ liệu cá nhân",
        f"{_DRAFT} Căn cứ: {LAW}.",
        (
            facts.responsible(settings),
            Part("Dữ liệu, mục đích, thời hạn", table=tuple(rows)),
            Part("Kênh tiếp nhận", (facts.permission(settings),), _channels(settings)),
            Part("Quyền của người dân", table=_RIGHTS),
            Part("Người được xem", (
                "Đơn vị xem số liệu của mình theo đợt; người xử lý xem nội dung việc được giao;"
                " thanh tra xem việc kín; tên và số điện thoại chỉ mở khi nêu lý do.",
            )),
        ),
    )  # fmt: skip


def impact(settings: Settings) -> Paper:
    """Draft the assessment of impact; an agency of the state need not file it (Đ.21.6)."""
    return Paper(
        "danh-gia-tac-dong",
        "Đánh giá tác động xử lý dữ liệu cá nhân",
        f"{_DRAFT} Luật 91/2025/QH15 Đ.21; cơ quan nhà nước không phải nộp (Đ.21.6), bên cung cấp"
        " dịch vụ thì phải nộp trong 60 ngày.",
        (
            facts.responsible(settings),
            Part("Sự cần thiết", (
                "Chấm điểm không cần danh tính. Phản ánh được gửi không cần tên. Chỉ hỏi tên, số"
                " điện thoại khi người dân muốn được trả lời, và hỏi riêng.",
            )),
            Part("Nguy cơ và biện pháp", table=_THREATS),
            Part("Kênh và bên thứ ba", (facts.permission(settings),), _channels(settings)),
            Part("Kết luận của cơ quan", (_BLANK,)),
        ),
    )  # fmt: skip


def security(settings: Settings) -> Paper:
    """Draft the dossier of the level of information security."""
    database = "PostgreSQL" if settings.database.startswith("postgresql") else "SQLite trên một máy"
    return Paper(
        "ho-so-cap-do",
        "Hồ sơ đề xuất cấp độ an toàn hệ thống thông tin",
        f"{_DRAFT} Nghị định 85/2016/NĐ-CP và Thông tư 12/2022/TT-BTTTT: cần kiểm tra văn bản"
        " thay thế trước khi trình.",
        (
            facts.responsible(settings),
            Part("Mô tả hệ thống", (
                f"Một chương trình (hailong serve), cơ sở dữ liệu {database}, một máy chủ web có"
                " TLS đặt phía trước. Cổng ra ngoài: 443. Cán bộ vào bằng SSH, chỉ thấy màn hình"
                " của chương trình.",
                "Hệ thống phục vụ người dân và có dữ liệu cá nhân: thường là cấp độ 2; từ 10.000"
                " người có dữ liệu cá nhân thì xét cấp độ 3. Cấp độ đề xuất: " + _BLANK,
            )),
            Part("Biện pháp", table=_MEASURES),
            Part("Việc còn lại của cơ quan", (
                "Mạng, tường lửa, cập nhật hệ điều hành, phòng máy, đào tạo: " + _BLANK,
            )),
        ),
    )  # fmt: skip


def consents(settings: Settings) -> Paper:
    """Give the texts that citizens agree to, with their version and digest."""
    shown = {
        asked(Purpose.CONTACT, channel).version: asked(Purpose.CONTACT, channel)
        for channel in Channel
    }
    rows = [("Phiên bản", "Lời văn", "Dấu SHA-256")]
    rows += [(one.version, one.vi, one.digest("vi")) for one in shown.values()]
    return Paper(
        "loi-dong-y",
        "Lời văn xin đồng ý",
        "Không ô nào được đánh dấu sẵn; mỗi lần đồng ý được lưu cùng phiên bản, kênh và giờ (Đ.9).",
        (facts.responsible(settings), Part("Đang dùng", table=tuple(rows))),
    )


def breach(settings: Settings) -> Paper:
    """Give the steps when data got out."""
    return Paper(
        "quy-trinh-lo-du-lieu",
        "Quy trình khi lộ dữ liệu cá nhân",
        "Luật 91/2025/QH15 Đ.23: báo trong 72 giờ từ khi phát hiện.",
        (
            facts.responsible(settings),
            Part("Các bước", table=_STEPS),
            Part("Người phải gọi", tuple(f"{who}: {_BLANK}" for who in _CALLED)),
        ),
    )


def every(settings: Settings) -> tuple[Paper, ...]:
    """Draft all papers."""
    drafts = (processing, impact, security, consents, breach)
    return tuple(draft(settings) for draft in drafts)


def _channels(settings: Settings) -> tuple[tuple[str, ...], ...]:
    return (("Kênh", "Ai khác đọc được", "Đi qua đâu"), *facts.channels(settings))
