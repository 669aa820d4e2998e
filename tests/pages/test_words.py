"""The words of the pages: complete in both languages, polite, and safe to show."""

import re
import string
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pages.language import preferred
from bot.pages.markup import el, literal, together
from bot.pages.network import prefix
from bot.pages.typed import cleaned
from bot.pages.wording import CATALOGUES, say
from tests.pages.house import Page


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_keys_and_places() -> None:
    """Nothing is said in one language only."""
    vi, en = CATALOGUES["vi"], CATALOGUES["en"]
    assert set(vi) == set(en)
    for key in vi:
        assert places(vi[key]) == places(en[key]), key


def test_vietnamese_is_polite_and_composed() -> None:
    """To ông/bà, never quý khách; letters composed; no stray spaces."""
    import unicodedata

    for key, text in CATALOGUES["vi"].items():
        assert unicodedata.is_normalized("NFC", text), key
        assert not re.search(r"quý khách|\bPIN\b|  | $|^ ", text, re.IGNORECASE), key


def test_every_key_is_used() -> None:
    """No word is kept that no page says."""
    from importlib.resources import files

    source = "".join(
        path.read_text("utf-8")
        for path in files("bot.pages").iterdir()
        if path.name.endswith(".py")
    )
    composed = ("desk.", "problem.", "privacy.", "photo.", "more.", "period.", "public.")
    patterns = [
        re.compile(re.sub(r"\\\{.*?\\\}", "[^.]+", re.escape(text)))
        for text in re.findall(r"f\"([a-z_]+\.[^\"]*\{[^\"]*)\"", source)
    ]
    unused = [
        key
        for key in CATALOGUES["vi"]
        if not re.search(f"[\"']{re.escape(key)}[\"']", source)
        and not key.startswith(composed)
        and not any(pattern.fullmatch(key) for pattern in patterns)
    ]
    assert unused == []


def test_a_missing_place_is_an_error() -> None:
    """A half text is never shown."""
    with pytest.raises(KeyError):
        say("desk.title", "vi")


@given(st.text())
def test_any_text_is_shown_as_it_is(text: str) -> None:
    """What goes in as text comes out as text, and opens no element."""
    shown = Page(el("p", text, title=text) + literal(text))
    assert shown.tags == ["p", "bdi"]
    assert shown.text.replace(" ", "") == (text + text).replace(" ", "").replace("\r", "\r")


@given(st.lists(st.text()))
def test_joining_escapes_each_piece_once(texts: list[str]) -> None:
    """Safe pieces are not escaped again."""
    assert together(together(*texts)) == together(*texts)


@given(st.text())
def test_cleaning_a_comment_is_done_at_once(text: str) -> None:
    """Cleaning twice changes nothing more, and leaves no control behind."""
    once = cleaned(text)
    assert cleaned(once) == once
    assert not any(ord(c) < 32 and c not in "\n\t" for c in once)


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "vi"),
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("vi-VN,vi;q=0.9,en-US;q=0.8,en;q=0.7", "vi"),
        ("fr,en;q=0.5,vi;q=0.4", "en"),
        ("en;q=0.3, vi;q=0.9", "vi"),
        ("en;q=0", "vi"),
        ("fr", "vi"),
        ("*", "vi"),
        ("en;q=x,;;,=", "vi"),
        (",".join(["en"] * 10_000), "en"),
    ],
)
def test_a_browsers_language_is_honoured(header: str, language: str) -> None:
    """The first of ours that the browser prefers, else Vietnamese."""
    assert preferred(header) == language


class Asked:
    """A request as far as its sender goes."""

    def __init__(self, remote: str | None, *forwarded: str) -> None:
        from multidict import CIMultiDict

        self.remote = remote
        self.headers = CIMultiDict([("X-Forwarded-For", line) for line in forwarded])


@pytest.mark.parametrize(
    ("remote", "forwarded", "expected"),
    [
        ("203.0.113.7", [], "203.0.113.0/24"),
        ("203.0.113.7", ["198.51.100.1"], "203.0.113.0/24"),
        ("10.0.0.2", ["198.51.100.1"], "198.51.100.0/24"),
        ("10.0.0.2", ["192.0.2.1, 198.51.100.1"], "198.51.100.0/24"),
        ("10.0.0.2", ["192.0.2.1", "198.51.100.1, 10.0.0.9"], "198.51.100.0/24"),
        ("10.0.0.2", [], "10.0.0.0/24"),
        ("10.0.0.2", ["nonsense"], None),
        ("2001:db8:1:2::3", [], "2001:db8:1::/48"),
        ("::ffff:203.0.113.7", [], "203.0.113.0/24"),
        ("fd00::1", ["2001:db8:9::1"], "2001:db8:9::/48"),
        (None, [], None),
    ],
)
def test_a_forwarded_address_is_believed_from_trusted_proxies_only(
    remote: str | None, forwarded: list[str], expected: str | None
) -> None:
    """Hops are believed from the right, as far as they are trusted; only a prefix is given."""
    assert prefix(Asked(remote, *forwarded), ("10.0.0.0/8", "fd00::/8")) == expected


def test_the_pages_import_no_messenger() -> None:
    """The web door opens without any messenger's library."""
    code = (
        "import bot.pages.app, sys; print([m for m in ('aiogram','telegram') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
