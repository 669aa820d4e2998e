"""How periods, days and percentages are written for a reader of either language."""

import re
from datetime import date

from bot.pages.wording import say

_NAME = re.compile(r"(\d{4})(?:(Q|H)([1-4])|[-M](\d{2}))?(?:@.*)?")
_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}


def named(name: str, language: str) -> str:
    """Write a period's name, such as ``2026Q3``, as people say it; others stay as they are."""
    found = _NAME.fullmatch(name)
    if found is None:
        return name
    year, kind, part, month = found.groups()
    if kind == "Q":
        return say("period.quarter", language, roman=_ROMAN[part], year=year)
    if kind == "H":
        return say(f"period.half{part}", language, year=year)
    if month:
        return say("period.month", language, n=int(month), year=year)
    return say("period.year", language, year=year)


def days(first: date, last: date, language: str) -> str:
    """Write the days from first to last, both inside."""
    return say("period.days", language, first=_day(first), last=_day(last))


def percent(basis_points: int, language: str) -> str:
    """Write basis points as percent with two decimals, with the language's decimal sign."""
    whole, rest = divmod(basis_points, 100)
    return f"{whole}{',' if language == 'vi' else '.'}{rest:02}"


def _day(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year}"
