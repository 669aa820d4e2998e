"""Only what Zalo signed over these very bytes, for our app and under our key, is believed."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.zalo.signature import form, signed
from tests.zalo.events import APP, KEY

V1 = (
    b'{"app_id":"1234567890123456789","sender":{"id":"246845883529197922"},'
    b'"user_id_by_app":"552177279717587730","recipient":{"id":"388613280878808645"},'
    b'"event_name":"user_send_text","message":{"text":"#Q7K3M2","msg_id":"96d3cdf3af150460909"},'
    b'"timestamp":"1790000000000"}'
)
V2 = (
    '{"app_id":"1234567890123456789","sender":{"id":"246845883529197922"},'
    '"user_id_by_app":"552177279717587730","recipient":{"id":"388613280878808645"},'
    '"event_name":"user_send_text","message":{"text":"Cán bộ quầy 3 rất nhiệt tình 👍",'
    '"msg_id":"96d3cdf3af150460910"},"timestamp":"1790000001000"}'
).encode()
V3 = (
    b'{"oa_id":"388613280878808645","follower":{"id":"246845883529197922"},'
    b'"user_id_by_app":"552177279717587730","event_name":"follow","source":"oa_profile",'
    b'"app_id":"1234567890123456789","timestamp":"1790000002000"}'
)
M1 = "296e04b4d8e294b681b0882430e182aab3dbee97e96c2c04555d9ae8d3b8f03f"
M2 = "886ce82523577966a999792d47d501539df325694d8ba9e50be751a86d6202d4"
M3 = "9d631e37e80e988d517878169883e719903a61f9ceb77da62328426a60fdf4fa"


@pytest.mark.parametrize(("body", "size", "mac"), [(V1, 265, M1), (V2, 301, M2), (V3, 210, M3)])
def test_what_zalo_signed_is_believed(body: bytes, size: int, mac: str) -> None:
    """A text, one of many bytes a letter, and a follow without a message."""
    assert len(body) == size
    assert signed(body, f"mac={mac}", APP, KEY)


@pytest.mark.parametrize("header", [f"MAC={M1.upper()}", f"  mac= {M1} ", M1])
def test_how_the_header_is_spelt_does_not_matter(header: str) -> None:
    assert signed(V1, header, APP, KEY)


@pytest.mark.parametrize(
    ("why", "mac"),
    [
        ("the App Secret", "cd9e695ffc8c55fc74497c6ac596f2a2134c5c3c74b0a264a2847113b800377c"),
        ("oa_id first", "5d4439e4e7c0e27bcd9a039320babed4d255b3e8897cfce1f54afc90097d00e0"),
        ("an HMAC", "82ac636c1d82d1e68b85beeb3f56e5064c01685bdcff082dfda6ec60b12140bc"),
        ("another body", M2),
        ("nothing", ""),
        ("half", M1[:32]),
        ("letters of any kind", "ắ" * 64),
    ],
)
def test_what_is_signed_otherwise_is_refused(why: str, mac: str) -> None:
    """Other keys, other orders, other bodies, no header at all."""
    assert not signed(V1, f"mac={mac}", APP, KEY)
    assert not signed(V1, mac, APP, KEY)


def test_the_same_event_written_anew_is_refused() -> None:
    """The signature is over bytes, so that nothing may parse and write them before."""
    anew = json.dumps(json.loads(V2)).encode()
    assert len(anew) == 347
    assert not signed(anew, f"mac={M2}", APP, KEY)
    mac = "586666a978166a81f197b02fa9f9ebb3547f5a147c82141f0dec14927fd2245f"
    assert signed(anew, f"mac={mac}", APP, KEY)


def test_another_app_another_key_and_no_key_are_refused() -> None:
    """The app's id is the one that was set, whatever the body says of itself."""
    assert not signed(V1, f"mac={M1}", "9999", KEY)
    assert not signed(V1, f"mac={M1}", APP, "TEST_app_secret_0001")
    assert not signed(V1, f"mac={M1}", APP, "")


@given(st.integers(0, len(V1) - 1), st.integers(1, 255))
def test_one_changed_byte_is_refused(place: int, flip: int) -> None:
    """Anywhere in the body."""
    body = bytearray(V1)
    body[place] ^= flip
    assert not signed(bytes(body), f"mac={M1}", APP, KEY)


@given(st.binary(max_size=200) | st.sampled_from([b"[" * 100_000, b'{"a":' * 50_000]), st.text())
def test_nothing_that_comes_breaks_it(body: bytes, header: str) -> None:
    assert not signed(body, header, APP, KEY)


def test_a_timestamp_of_half_a_letter_breaks_nothing() -> None:
    body = f'{{"app_id":"{APP}","timestamp":"\\ud800"}}'.encode()
    assert not signed(body, f"mac={M1}", APP, KEY)


def test_the_log_learns_the_form_of_a_header_and_not_its_content() -> None:
    assert form("") == "none"
    assert form(f"mac={M1}") == "mac= and 64 characters"
    assert form("secret") == "bare and 6 characters"
