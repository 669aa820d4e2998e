"""Days in words, as people say them: the weekday and the date, in either language."""

from datetime import date

_VI = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)


def day_named(day: date, language: str) -> str:
    """Name a day: ``thứ Tư, 26/11/2026`` or ``Thursday, 26 November 2026``."""
    if language == "en":
        return f"{_EN[day.weekday()]}, {day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{_VI[day.weekday()]}, {day:%d/%m/%Y}"
