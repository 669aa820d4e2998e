"""What is offered for a case: each act with its words, and when it makes sense. What the role and
the state allow the services say; this only leaves out what would lead nowhere."""

from collections.abc import Callable
from dataclasses import dataclass

from admin_tui.caseload import Sheet
from admin_tui.keys import Command
from feedback.domain.cases.life import CaseAct

Sensible = Callable[[Sheet], bool]


@dataclass(frozen=True, slots=True)
class Offer:
    """An act as it is offered; ``name`` is what the screen calls it."""

    name: str
    act: CaseAct
    label: str
    help: str
    sensible: Sensible = lambda sheet: True


def _has_files(sheet: Sheet) -> bool:
    return any(not one.withheld for one in sheet.files)


OFFERS = (
    Offer("answer", CaseAct.ANSWER, "Trả lời", "Trả lời người dân, theo mẫu hoặc tự viết"),
    Offer("call", CaseAct.CALL, "Đã gọi điện", "Ghi kết quả gọi điện báo câu trả lời"),
    Offer("take", CaseAct.TAKE, "Nhận việc", "Nhận xử lý việc này", lambda sheet: not sheet.mine),
    Offer("ask", CaseAct.ASK, "Hỏi thêm", "Hỏi thêm người dân; thời hạn tạm dừng"),
    Offer("assign", CaseAct.ASSIGN, "Giao việc", "Giao việc này cho người khác"),
    Offer("forward", CaseAct.FORWARD, "Chuyển đơn vị", "Chuyển việc này sang đơn vị khác"),
    Offer("refer", CaseAct.REFER, "Ngoài thẩm quyền", "Kết thúc, vì cơ quan khác giải quyết"),
    Offer("extend", CaseAct.EXTEND, "Gia hạn", "Thêm thời gian, có lý do",
          lambda sheet: sheet.case.due_on is not None),
    Offer("classify", CaseAct.CLASSIFY, "Đổi loại", "Ghi lại đây là loại việc gì"),
    Offer("note", CaseAct.NOTE, "Ghi chú", "Ghi chú nội bộ, người dân không thấy"),
    Offer("merge", CaseAct.MERGE, "Gộp việc", "Gộp vào việc nói cùng một chuyện"),
    Offer("unmerge", CaseAct.UNMERGE, "Tách việc", "Tách ra khỏi việc đã gộp"),
    Offer("close", CaseAct.CLOSE, "Kết thúc", "Kết thúc việc này, có lý do"),
    Offer("reopen", CaseAct.REOPEN, "Mở lại", "Mở lại việc đã kết thúc"),
    Offer("verdict", CaseAct.VERDICT, "Kết quả kiểm tra", "Ghi sự việc đúng hay không đúng"),
    Offer("redact", CaseAct.REDACT, "Che thông tin riêng", "Che tên, số điện thoại trong lời kể"),
    Offer("unredact", CaseAct.REDACT, "Bỏ che", "Hiện lại một đoạn như đã viết",
          lambda sheet: any(one.redacted for one in sheet.file.words)),
    Offer("withhold", CaseAct.REDACT, "Giữ lại tệp", "Không cho ai mở một tệp nữa", _has_files),
    Offer("release", CaseAct.REDACT, "Cho xem lại tệp", "Cho mở lại một tệp đang giữ",
          lambda sheet: any(one.withheld for one in sheet.files)),
    Offer("concern", CaseAct.CONCERN, "Người liên quan", "Ghi người bị nêu: họ không xem được nữa"),
    Offer("clear", CaseAct.CONCERN, "Bỏ người liên quan", "Ghi là không liên quan đến người đó",
          lambda sheet: bool(sheet.concerned)),
    Offer("publish", CaseAct.PUBLISH, "Công khai", "Công khai câu trả lời, không nêu tên",
          lambda sheet: not sheet.case.sealed),
    Offer("unpublish", CaseAct.UNPUBLISH, "Thôi công khai", "Rút nội dung đã công khai",
          lambda sheet: sheet.case.published),
    Offer("unlock", CaseAct.UNLOCK, "Xem người gửi", "Xem tên, số điện thoại; phải nêu lý do",
          lambda sheet: sheet.file.has_contact),
    Offer("originals", CaseAct.UNLOCK, "Xem nguyên văn", "Xem lời viết trước khi che; nêu lý do",
          lambda sheet: any(one.redacted for one in sheet.file.words)),
    Offer("spam", CaseAct.SPAM, "Không phải việc", "Đánh dấu là tin rác"),
)  # fmt: skip
"""In the order in which they are listed."""

ANSWER = Command("act('answer')", "f2", "ctrl+e", "Trả lời", OFFERS[0].help)
TAKE = Command("act('take')", "f3", "ctrl+t", "Nhận", OFFERS[2].help)
FILES = Command("files", "f6", "ctrl+k", "Tệp", "Mở ảnh, ghi âm, tài liệu trong trình duyệt")
MORE = Command("more", "f7", "ctrl+l", "Làm việc khác", "Xem mọi thao tác làm được với việc này")
KEYED = (ANSWER, TAKE, FILES, MORE)
_OF_KEYS = {"answer": ANSWER, "take": TAKE}


def offers(sheet: Sheet) -> tuple[Offer, ...]:
    """Give what can be done with a case now, by this viewer."""
    return tuple(one for one in OFFERS if one.act in sheet.file.may and one.sensible(sheet))


def commands(sheet: Sheet | None) -> tuple[Command, ...]:
    """Give the same as commands, those with keys first."""
    if sheet is None:
        return ()
    listed = [_OF_KEYS.get(one.name) or _command(one) for one in offers(sheet)]
    files = [FILES] if sheet.files else []
    keyed = [one for one in listed if one.key]
    more = [MORE] if listed else []
    return (*keyed, *files, *more, *(one for one in listed if not one.key))


def _command(offer: Offer) -> Command:
    return Command(f"act('{offer.name}')", "", "", offer.label, offer.help)
