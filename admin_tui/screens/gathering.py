"""What each act needs to know, asked for one after the other; what comes out is a deed, or nothing
where the person left. It does nothing itself."""

from collections.abc import Awaitable, Callable
from functools import partial

from admin_tui import case_words, numbers
from admin_tui.charts.case_page import file
from admin_tui.deeds import (
    Assign,
    Called,
    Classify,
    Concern,
    Deed,
    Extend,
    Find,
    Forward,
    Merge,
    Plain,
    Redact,
    Refer,
    Withhold,
)
from admin_tui.literal import one_line
from admin_tui.screens.asker import Asker
from admin_tui.screens.cards import Option
from feedback.domain.cases.kinds import GUIDED, SEALED, CaseKind, Verdict
from feedback.domain.cases.life import CaseAct

Gather = Callable[[Asker], Awaitable[Deed | None]]
_LONGEST_NAME = 200
_TOLD = "Người dân sẽ được báo."


async def _take(asker: Asker) -> Deed | None:
    return Plain(CaseAct.TAKE)


async def _assign(asker: Asker) -> Deed | None:
    choices = asker.cases.choices
    names = await asker.read(partial(choices.colleagues, asker.viewer, asker.sheet.case.code))
    chosen = await asker.pick("Giao cho ai?", [Option(name, "", name) for name in names])
    return None if chosen is None else Assign(chosen)


async def _forward(asker: Asker) -> Deed | None:
    places = await asker.read(partial(asker.cases.choices.places, asker.viewer))
    options = [
        Option(one.name, " › ".join(one.above), one)
        for one in places
        if one.unit != asker.sheet.case.unit
    ]
    chosen = await asker.pick("Chuyển sang đơn vị nào?", options)
    if chosen is None:
        return None
    # The time runs from receipt (Luật Tiếp công dân Đ.28), so handing a case on wins nobody any.
    told = f"Chuyển đến {one_line(chosen.name)}. Ngày nhận và thời hạn giữ nguyên. {_TOLD}"
    reason = await asker.reason("Chuyển đơn vị", told)
    return None if reason is None else Forward(chosen.unit, reason)


async def _refer(asker: Asker) -> Deed | None:
    heading = "Ngoài thẩm quyền"
    asked = "Cơ quan nào giải quyết? Người dân sẽ đọc tên này."
    to = await asker.line(heading, asked, "Tên cơ quan", _LONGEST_NAME)
    if to is None:
        return None
    reason = await asker.reason(heading, "Vì sao? Người dân cũng sẽ đọc lý do này.")
    if reason is None:
        return None
    told = f"Việc kết thúc ở đây. Người dân sẽ đọc: “{to}: {reason}”"
    return Refer(to, reason) if await asker.sure(heading, told, "Kết thúc và báo") else None


async def _extend(asker: Asker) -> Deed | None:
    due = asker.sheet.due
    most = due.rule.extra if due is not None else 0
    length = await _length(asker, most) if most else None
    if most and length is None:
        return None
    reason = await asker.reason("Gia hạn", f"Vì sao cần thêm thời gian? {_TOLD}")
    # Where the rule allows nothing, the service says so in its own words.
    return None if reason is None else Extend(length, reason)


async def _length(asker: Asker, most: int) -> int | None:
    """Ask for how many days more until it is a number that the rule allows."""
    told = f"Quy định cho thêm nhiều nhất {most}. Xin ghi số cần thêm."
    while (typed := await asker.line("Gia hạn", told, "Số ngày", 4)) is not None:
        number = typed.strip()
        if number.isascii() and number.isdecimal() and 1 <= int(number) <= most:
            return int(number)
        told = f"“{one_line(typed)}” chưa dùng được. Xin ghi một số từ 1 đến {most}."
    return None


async def _classify(asker: Asker) -> Deed | None:
    now = asker.sheet.case.kind
    options = [
        Option(name, _about(kind), kind)
        for kind, name in case_words.KINDS.items()
        if kind is not now
    ]
    kind = await asker.pick("Đây là loại việc gì?", options)
    if kind is None:
        return None
    reason = await asker.reason("Đổi loại", f"Từ {case_words.KINDS[now]} sang {_named(kind)}.")
    if reason is None:
        return None
    # Whoever does it may lose sight of the case for good.
    if kind in SEALED and now not in SEALED:
        told = "Việc sẽ thành việc kín và chuyển cho thanh tra. Đơn vị không xem được nữa."
        if not await asker.sure("Đổi thành việc kín", told, "Đổi"):
            return None
    return Classify(kind, reason)


async def _merge(asker: Asker) -> Deed | None:
    case = asker.sheet.case
    likely = await asker.read(partial(asker.cases.choices.similar, asker.viewer, case.code))
    options = [
        Option(
            f"{one.line.case.code}  {numbers.day(one.line.case.opened_on)}",
            f"giống {one.likeness}%, {case_words.place(one.line)}",
            one.line.case.code,
        )
        for one in likely
    ]
    options.append(Option("Gõ mã việc khác", "khi việc không có trong danh sách", ""))
    into = await asker.pick("Gộp vào việc nào?", options)
    if into == "":
        into = await asker.line("Gộp việc", "Mã của việc sẽ nhận gộp.", "Mã, thí dụ HS-…", 20)
    if into is None:
        return None
    reason = await asker.reason("Gộp việc", f"Gộp {case.code} vào {one_line(into)}.")
    if reason is None:
        return None
    told = f"Việc này dừng ở đây và tiếp tục trong {one_line(into)}. {_TOLD}"
    return Merge(into, reason) if await asker.sure("Gộp việc", told, "Gộp") else None


async def _verdict(asker: Asker) -> Deed | None:
    options = [Option(name, "", found) for found, name in case_words.VERDICTS.items()]
    found = await asker.pick("Kiểm tra thấy thế nào?", options)
    if found is None:
        return None
    told = (
        # TT 01/2018, indicator 7: what proves untrue or slanderous counts against nobody.
        "Điều không đúng thì không tính cho ai."
        if found is Verdict.FALSE
        else (case_words.VERDICTS[found] + ".")
    )
    reason = await asker.reason("Kết quả kiểm tra", told)
    return None if reason is None else Find(found, reason)


async def _call(asker: Asker) -> Deed | None:
    options = [Option(name, "", came) for came, name in case_words.CALLS.items()]
    came = await asker.pick("Gọi điện thế nào?", options)
    if came is None:
        return None
    reason = await asker.reason("Đã gọi điện", f"{case_words.CALLS[came]}. Xin ghi vài lời.")
    return None if reason is None else Called(came, reason)


async def _concern(asker: Asker) -> Deed | None:
    names = await asker.read(partial(asker.cases.choices.everyone, asker.viewer))
    options = [Option(name, "", name) for name in names if name not in asker.sheet.concerned]
    name = await asker.pick("Việc này nói về ai?", options)
    if name is None:
        return None
    told = f"{one_line(name)} sẽ không xem và không xử lý được việc này nữa."
    reason = await asker.reason("Người liên quan", told)
    return None if reason is None else Concern(name, reason)


async def _clear(asker: Asker) -> Deed | None:
    options = [Option(name, "", name) for name in asker.sheet.concerned]
    name = await asker.pick("Việc này không nói về ai?", options)
    if name is None:
        return None
    reason = await asker.reason("Bỏ người liên quan", f"Không liên quan đến {one_line(name)}.")
    return None if reason is None else Concern(name, reason, clear=True)


async def _unredact(asker: Asker) -> Deed | None:
    options = [
        Option(case_words.VOICES[one.voice], one_line(one.text or ""), one.id)
        for one in asker.sheet.file.words
        if one.redacted
    ]
    words = await asker.pick("Hiện lại đoạn nào?", options)
    if words is None:
        return None
    reason = await asker.reason("Bỏ che", "Đoạn này sẽ hiện lại như đã viết.")
    return None if reason is None else Redact(words, None, reason)


async def _withheld(asker: Asker, *, release: bool) -> Deed | None:
    heading = "Cho xem lại tệp" if release else "Giữ lại tệp"
    options = [Option(file(one), "", one.id) for one in asker.sheet.files]
    shown = [
        o for o, one in zip(options, asker.sheet.files, strict=True) if one.withheld is release
    ]
    chosen = await asker.pick(f"{heading} nào?", shown)
    if chosen is None:
        return None
    told = (
        "Mọi người xử lý mở được tệp này."
        if release
        else ("Không ai mở được tệp này nữa, trừ người có quyền và nêu lý do.")
    )
    reason = await asker.reason(heading, told)
    return None if reason is None else Withhold(chosen, reason, release)


async def _plain(asker: Asker, act: CaseAct, heading: str, told: str, yes: str) -> Deed | None:
    reason = await asker.reason(heading, told)
    if reason is None:
        return None
    return Plain(act, reason) if not yes or await asker.sure(heading, told, yes) else None


def _about(kind: CaseKind) -> str:
    if kind in SEALED:
        return "việc kín, đơn vị không xem được"
    # Luật Khiếu nại Đ.8 wants a signature, Luật Tố cáo Đ.22 a paper or a visit: a message is
    # neither.
    return "phải có đơn ký tên, ở đây chỉ hướng dẫn" if kind in GUIDED else ""


def _named(kind: CaseKind) -> str:
    return case_words.KINDS[kind] + (f" ({_about(kind)})" if _about(kind) else "")


_CLOSE = f"Việc sẽ kết thúc. {_TOLD}"
GATHERING: dict[str, Gather] = {
    "take": _take,
    "assign": _assign,
    "forward": _forward,
    "refer": _refer,
    "extend": _extend,
    "classify": _classify,
    "merge": _merge,
    "verdict": _verdict,
    "call": _call,
    "concern": _concern,
    "clear": _clear,
    "unredact": _unredact,
    "withhold": partial(_withheld, release=False),
    "release": partial(_withheld, release=True),
    "close": lambda asker: _plain(asker, CaseAct.CLOSE, "Kết thúc việc", _CLOSE, "Kết thúc"),
    "reopen": lambda asker: _plain(
        asker, CaseAct.REOPEN, "Mở lại", f"Việc sẽ được xử lý tiếp, hạn giữ nguyên. {_TOLD}", ""
    ),
    "unmerge": lambda asker: _plain(
        asker, CaseAct.UNMERGE, "Tách việc", f"Việc này sẽ được xử lý riêng. {_TOLD}", ""
    ),
    "spam": lambda asker: _plain(
        asker, CaseAct.SPAM, "Không phải việc", "Việc sẽ dừng và không ai trả lời.", "Đánh dấu"
    ),
    "unpublish": lambda asker: _plain(
        asker, CaseAct.UNPUBLISH, "Thôi công khai", "Nội dung đã công khai sẽ được rút.", ""
    ),
}
"""The acts that end in a deed; what is written at length has an editor of its own."""
