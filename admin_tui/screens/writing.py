"""What is written at length about a case: an answer, a question, a note, what is published, and a
text as it shall be shown. It only says for whom and what follows; the editor does the rest."""

from admin_tui import case_words
from admin_tui.caseload import Sheet
from admin_tui.deeds import Redact, Write
from admin_tui.literal import one_line
from admin_tui.screens.asker import Asker
from admin_tui.screens.cards import Option
from admin_tui.screens.editor import Writing
from feedback.domain.cases.life import CaseAct
from feedback.domain.cases.private import find, redacted
from feedback.domain.cases.private_kinds import PrivateKind
from feedback.domain.cases.record import BY_CITIZEN, Words
from feedback.domain.channels import Channel

WRITTEN = frozenset({"answer", "ask", "note", "publish", "redact"})
"""The offers that open the editor."""
_CHATS = frozenset({Channel.TELEGRAM, Channel.ZALO_OA, Channel.ZALO_BOT, Channel.CONSOLE})


def answer(sheet: Sheet) -> Writing:
    """Write an answer."""
    told = f"Câu trả lời được gửi ngay, không lấy lại được. {_way(sheet)}"
    return Writing(
        CaseAct.ANSWER,
        "Trả lời",
        "Người dân sẽ đọc",
        lambda text: told,
        "Gửi trả lời",
        lambda text, template: Write(CaseAct.ANSWER, text, template),
        templates=True,
    )


def question(sheet: Sheet) -> Writing:
    """Write a question to the citizen."""
    told = f"Câu hỏi được gửi ngay; thời hạn tạm dừng cho đến khi người dân trả lời. {_way(sheet)}"
    return Writing(
        CaseAct.ASK,
        "Hỏi thêm",
        "Người dân sẽ đọc",
        lambda text: told,
        "Gửi câu hỏi",
        lambda text, template: Write(CaseAct.ASK, text),
        templates=True,
    )


def note(sheet: Sheet) -> Writing:
    """Write a note."""
    return Writing(
        CaseAct.NOTE,
        "Ghi chú",
        "Chỉ cán bộ xem được việc này đọc",
        lambda text: "Ghi chú không sửa và không xoá được nữa.",
        "Ghi",
        lambda text, template: Write(CaseAct.NOTE, text),
    )


def published(sheet: Sheet) -> Writing:
    """Write what everyone may read."""
    return Writing(
        CaseAct.PUBLISH,
        "Công khai",
        "Mọi người đều đọc được",
        _careful,
        "Công khai",
        # Sure: the question before it names the private data that the text seems to hold.
        lambda text, template: Write(CaseAct.PUBLISH, text, sure=True),
    )


WRITING = {
    "answer": answer,
    "ask": question,
    "note": note,
    "publish": published,
}


async def redaction(asker: Asker) -> tuple[Writing, str] | None:
    """Ask which text is to be shown in another form and why; give how, and what to begin with."""
    options = [
        Option(case_words.VOICES[one.voice], one_line(one.text or ""), one)
        for one in asker.sheet.file.words
        if one.text and one.voice in BY_CITIZEN
    ]
    chosen = await asker.pick("Che trong đoạn nào?", options)
    if chosen is None:
        return None
    told = "Xin nêu lý do trước, rồi sửa đoạn đó thành lời được phép xem."
    reason = await asker.reason("Che thông tin riêng", told)
    if reason is None:
        return None
    return _redacting(chosen, reason), _covered(chosen)


def _redacting(words: Words, reason: str) -> Writing:
    return Writing(
        CaseAct.REDACT,
        "Che thông tin riêng",
        "Người xử lý sẽ đọc như thế này",
        lambda text: "Từ nay mọi người chỉ đọc lời này. Nguyên văn được giữ kín.",
        "Lưu",
        lambda text, template: Redact(words.id, text, reason),
    )


def _covered(words: Words) -> str:
    text = words.text or ""
    return redacted(text, find(text))


def _careful(text: str) -> str:
    kinds = sorted({span.kind for span in find(text)})
    if not kinds:
        return "Mọi người đều đọc được nội dung này."
    named = ", ".join(case_words.PRIVATE[PrivateKind(kind)] for kind in kinds)
    return f"Nội dung có thể có thông tin riêng: {named}. Xin chắc chắn rồi hãy công khai."


def _way(sheet: Sheet) -> str:
    channel = sheet.case.channel
    if channel in _CHATS:
        return f"Người dân nhận qua {case_words.CHANNELS[channel]}."
    return "Người dân đọc ở trang theo dõi, bằng mã theo dõi."
