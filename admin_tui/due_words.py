"""Why a deadline is the day it is, in plain sentences, vi and en. It says only what is stored."""

from collections.abc import Iterable, Iterator
from datetime import date

from feedback.domain.calendar import Why
from feedback.domain.deadlines import Due
from feedback.domain.rules import Clock, Length

_WEEKDAYS = {
    "vi": ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_UNITS = {
    "vi": {Length.WORKING_DAYS: "ngày làm việc", Length.DAYS: "ngày", Length.HOURS: "giờ"},
    "en": {Length.WORKING_DAYS: "working day(s)", Length.DAYS: "day(s)", Length.HOURS: "hours"},
}
_FROM = {
    "vi": {
        Clock.RECEIVED: "tính từ hôm sau ngày tiếp nhận {start}",
        Clock.ACCEPTED: "tính từ hôm sau ngày thụ lý {start}",
        Clock.EVENT: "tính từ hôm sau ngày {start}",
    },
    "en": {
        Clock.RECEIVED: "counted from the day after receipt on {start}",
        Clock.ACCEPTED: "counted from the day after acceptance on {start}",
        Clock.EVENT: "counted from the day after {start}",
    },
}
_WORDS = {
    "vi": {
        "due": "Hạn: hết {on}.",
        "provisional": "Ngày này là tạm tính vì chưa có lịch nghỉ của năm {year}.",
        "rule": "{title}: {length} {unit}, {start}.",
        "before": "đếm ngược từ ngày {start}",
        "running": "tính liên tục từ lúc đó, ngày {start}",
        "source": "Căn cứ: {source}.",
        "source_open": "Căn cứ: {source}. Căn cứ này chưa được kiểm tra lại.",
        "weekend": "Không tính thứ Bảy, Chủ nhật: {days}.",
        "off": "Không tính ngày nghỉ: {days}.",
        "later": "Ngày cuối là {end}, ngày nghỉ, nên hạn là ngày làm việc kế tiếp.",
        "sooner": "Đếm đến {end}, có thể là ngày nghỉ, nên lấy ngày làm việc liền trước.",
        "doubts": "Chưa kiểm tra có nghỉ hay không, nên tính theo hướng sớm hơn: {days}.",
        "pause": "Chờ người dân bổ sung, từ sau {asked} đến hết {answered}: cộng {days} {unit}.",
        "extension": "Gia hạn {length} {unit} vào ngày {granted}: {reason}",
        "calendar": "Lịch làm việc: bản {calendar}.",
        "shipped": "Lịch làm việc: bản đi kèm phần mềm, tháng {month}.",
    },
    "en": {
        "due": "Due by the end of {on}.",
        "provisional": "This day is provisional: the holidays of {year} are not known yet.",
        "rule": "To {title}: {length} {unit}, {start}.",
        "before": "counted back from {start}",
        "running": "without a break from that moment on {start}",
        "source": "Source: {source}.",
        "source_open": "Source: {source}. Nobody has verified it yet.",
        "weekend": "Weekends that do not count: {days}.",
        "off": "Days off that do not count: {days}.",
        "later": "The last day, {end}, is off, so the next working day is taken.",
        "sooner": "The count ends on {end}, which may be off, so the working day before is taken.",
        "doubts": "Not verified whether off, so read to give the earlier date: {days}.",
        "pause": "Waiting for the citizen, after {asked} until {answered}: {days} {unit} more.",
        "extension": "Extended by {length} {unit} on {granted}: {reason}",
        "calendar": "Calendar of working days: version {calendar}.",
        "shipped": "Calendar of working days: the one shipped with the product, of {month}.",
    },
}


def explained(due: Due, language: str = "vi") -> tuple[str, ...]:
    """Explain a stored deadline in sentences, the date first."""
    return tuple(_sentences(due, language))


def named(day: date, language: str = "vi") -> str:
    """Name a day with its weekday: ``thứ Tư 26/11/2026``."""
    return f"{_WEEKDAYS[language][day.weekday()]} {day:%d/%m/%Y}"


def _sentences(due: Due, language: str) -> Iterator[str]:
    words, rule = _WORDS[language], due.rule
    unit = _UNITS[language][rule.unit]
    yield words["due"].format(on=named(due.on, language))
    if due.provisional:
        # Moved back over the new year, the date itself lies in a year whose days off are known.
        yield words["provisional"].format(year=max(due.on, due.end).year)
    title = rule.title if language == "vi" else rule.title_en
    yield words["rule"].format(
        title=title, length=rule.length, unit=unit, start=_start(due, language)
    )
    yield words["source" if rule.verified else "source_open"].format(source=rule.source)
    yield from _skipped(due, words)
    for pause in due.pauses:
        asked, answered = f"{pause.asked:%d/%m/%Y}", f"{pause.answered:%d/%m/%Y}"
        yield words["pause"].format(asked=asked, answered=answered, days=pause.days, unit=unit)
    for one in due.extensions:
        granted = f"{one.granted:%d/%m/%Y}"
        yield words["extension"].format(
            length=one.length, unit=unit, granted=granted, reason=one.reason
        )
    if due.moved:
        key = "later" if due.on > due.end else "sooner"
        yield words[key].format(end=named(due.end, language))
    if due.doubts:
        yield words["doubts"].format(days=_days((one.day, one.name) for one in due.doubts))
    kind, _, month = due.calendar.partition("-")
    if kind == "shipped":
        year, _, number = month.partition("-")
        yield words["shipped"].format(month=f"{number}/{year}")
    else:
        yield words["calendar"].format(calendar=due.calendar)


def _start(due: Due, language: str) -> str:
    start = f"{due.start:%d/%m/%Y}"
    if due.rule.unit is Length.HOURS:
        return _WORDS[language]["running"].format(start=start)
    if due.rule.before:
        return _WORDS[language]["before"].format(start=start)
    return _FROM[language][due.rule.clock].format(start=start)


def _skipped(due: Due, words: dict[str, str]) -> Iterator[str]:
    weekend = [(one.day, "") for one in due.skipped if one.why is Why.WEEKEND]
    off = [(one.day, one.name) for one in due.skipped if one.why is not Why.WEEKEND]
    if weekend:
        yield words["weekend"].format(days=_days(weekend))
    if off:
        yield words["off"].format(days=_days(off))


def _days(days: Iterable[tuple[date, str]]) -> str:
    return ", ".join(f"{day:%d/%m}{f' ({name})' if name else ''}" for day, name in days)
