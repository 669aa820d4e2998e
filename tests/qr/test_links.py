"""Addresses on paper lead to the office's own host, and unreachable ones are named."""

from collections.abc import Callable

import pytest

from qr import links
from qr.links import MessengerAddress, Unprintable


def test_the_code_leads_to_the_public_address() -> None:
    """A poster carries PUBLIC_URL/q/<token> and, to type, host/CODE."""
    assert links.desk_url("https://dg.gov.vn/", "abc") == "https://dg.gov.vn/q/abc"
    assert links.typed_address("https://dg.gov.vn/", "K7M3Q9") == "dg.gov.vn/K7M3Q9"


@pytest.mark.parametrize(
    ("public_url", "url", "typed"),
    [
        ("https://DG.gov.vn:443", "https://dg.gov.vn/q/t", "dg.gov.vn/C"),
        ("http://10.0.0.5:8080", "http://10.0.0.5:8080/q/t", "10.0.0.5:8080/C"),
        ("http://[::1]:80/a/", "http://[::1]/a/q/t", "[::1]/a/C"),
        ("https://x.vn/hài lòng", "https://x.vn/h%C3%A0i%20l%C3%B2ng/q/t", "x.vn/hài lòng/C"),
        ("https://phường.vn", "https://xn--phng-rib8295b.vn/q/t", "phường.vn/C"),
    ],
)
def test_ports_paths_and_other_scripts_are_kept(public_url: str, url: str, typed: str) -> None:
    """Only what is needless is left out, and the QR code stays ASCII."""
    assert links.desk_url(public_url, "t") == url
    assert url.isascii()
    assert links.typed_address(public_url, "C") == typed


@pytest.mark.parametrize(
    ("public_url", "reason"),
    [
        ("https://danhgia.phuong.gov.vn", None),
        ("https://203.113.131.1", None),
        ("http://danhgia.phuong.gov.vn", Unprintable.NOT_HTTPS),
        ("http://127.0.0.1:8080", Unprintable.LOOPBACK),
        ("https://localhost", Unprintable.LOOPBACK),
        ("https://[::1]/", Unprintable.LOOPBACK),
        ("http://0.0.0.0:8080", Unprintable.LOOPBACK),
        ("http://192.168.1.9:8080", Unprintable.PRIVATE),
        ("https://10.1.2.3", Unprintable.PRIVATE),
        ("https://server", Unprintable.PRIVATE),
        ("https://server.local", Unprintable.PRIVATE),
        ("danhgia.gov.vn", Unprintable.NOT_ABSOLUTE),
        ("//danhgia.gov.vn", Unprintable.NOT_ABSOLUTE),
        ("ftp://danhgia.gov.vn", Unprintable.NOT_ABSOLUTE),
        ("https://", Unprintable.NOT_ABSOLUTE),
        ("https://a.vn:99999", Unprintable.NOT_ABSOLUTE),
        ("https://a..vn", Unprintable.NOT_ABSOLUTE),
        ("", Unprintable.NOT_ABSOLUTE),
        ("https://u:p@a.vn", Unprintable.EXTRA_PARTS),
        ("https://a.vn/?x=1", Unprintable.EXTRA_PARTS),
        ("https://t.me/bot", Unprintable.MESSENGER),
        ("https://www.T.me.", Unprintable.MESSENGER),
        ("https://ｔ.me", Unprintable.MESSENGER),
        ("http://telegram.dog:8080", Unprintable.MESSENGER),
        ("https://oa.zalo.me", Unprintable.MESSENGER),
        ("https://not-t.me", None),
        ("https://t.me.gov.vn", None),
    ],
)
def test_an_address_that_citizens_cannot_reach_is_named(
    public_url: str, reason: Unprintable | None
) -> None:
    """The person who prints hears which fault it is."""
    assert links.why_unprintable(public_url) is reason


def test_a_relative_address_makes_no_link() -> None:
    """A poster without a host cannot come to be."""
    with pytest.raises(ValueError, match="absolute"):
        links.desk_url("/q", "t")


@pytest.mark.parametrize("make", [links.desk_url, links.typed_address])
def test_no_link_leads_into_a_messenger(make: Callable[[str, str], str]) -> None:
    """Not even on a draft: such a poster would die with the messenger."""
    with pytest.raises(MessengerAddress):
        make("https://bot.t.me", "t")
