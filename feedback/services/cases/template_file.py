"""Reads a file of answer templates: whole or not at all, with everything that is wrong with it.

The form is that of the templates that ship: a list of ``{"code", "vi": {"title", "body"}}``, with
``en``, ``kind`` and ``from_day`` where there are any.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from feedback.domain.cases.kinds import CaseKind
from feedback.domain.cases.template import Template
from feedback.services.refusals import BadFile

LANGUAGES = ("vi", "en")
LARGEST = 1_000_000
LONGEST_TITLE, LONGEST_BODY = 200, 8_000
# `version` stands in the templates that ship; an import gives its own and passes over it.
_KEYS = frozenset({"code", "version", "kind", "from_day", *LANGUAGES})


@dataclass(frozen=True, slots=True)
class Entry:
    """A template in one language as a file tells it; its version is not its own to say."""

    code: str
    language: str
    title: str
    body: str
    kind: str
    from_day: date | None


def read(data: bytes) -> tuple[Entry, ...]:
    """Read a file; raise BadFile with every problem and the entry that has it."""
    entries, problems = [], []
    for n, row in enumerate(_list(data), start=1):
        told = row.get("code") if isinstance(row, dict) else None
        try:
            entries += list(_entries(row))
        except ValueError as error:
            problems.append(f"entry {n} ({str(told)[:40]}): {error}")
    times = Counter((one.code, one.language) for one in entries)
    problems += [f"{code} stands in it {n} times" for (code, _), n in times.items() if n > 1]
    if problems or not entries:
        raise BadFile(tuple(problems) or ("The file holds no template.",))
    return tuple(entries)


def _list(data: bytes) -> list[Any]:
    if len(data) > LARGEST:
        raise BadFile(("The file is larger than 1 MB.",))
    try:
        found = json.loads(data.decode("utf-8-sig"))
    # A file of brackets alone nests deeper than Python reads.
    except (ValueError, RecursionError) as error:
        raise BadFile((f"This is no JSON in UTF-8: {error}.",)) from None
    if not isinstance(found, list):
        raise BadFile(("The file is a list of templates: [ {…}, {…} ].",))
    return found


def _entries(row: Any) -> Iterator[Entry]:
    if not isinstance(row, dict):
        raise ValueError("a template is written as {…}")
    if strange := sorted(set(map(str, row)) - _KEYS):
        raise ValueError(f"unknown: {', '.join(strange)[:200]}")
    kind = _text(row, "kind", needed=False)
    if kind and kind not in set(CaseKind):
        raise ValueError(f"kind is one of: {', '.join(CaseKind)}")
    since = _text(row, "from_day", needed=False)
    day = date.fromisoformat(since) if since else None
    if "vi" not in row:
        raise ValueError("vi is missing")
    for language in LANGUAGES:
        if language in row:
            yield _entry(row, language, kind, day)


def _entry(row: dict[str, Any], language: str, kind: str, day: date | None) -> Entry:
    told = row[language]
    if not isinstance(told, dict):
        raise ValueError(f"{language} is written as {{title, body}}")
    title, body = _text(told, "title"), _text(told, "body")
    if len(title) > LONGEST_TITLE or len(body) > LONGEST_BODY:
        raise ValueError(f"a title has {LONGEST_TITLE} characters at most, a body {LONGEST_BODY}")
    # Made to be checked only: what is wrong with its places raises ValueError here.
    Template(_text(row, "code"), 1, language, title, body)
    return Entry(_text(row, "code"), language, title, body, kind, day)


def _text(row: dict[str, Any], key: str, *, needed: bool = True) -> str:
    value = row.get(key, "")
    if not isinstance(value, str):
        raise ValueError(f"{key} is text")
    if needed and not value.strip():
        raise ValueError(f"{key} is missing")
    return value.strip()
