"""A token round-trips, has one spelling, and every change to it is refused."""

import base64

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qr import tokens
from qr.keys import Key, KeyRing
from qr.tokens import Purpose

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

kids = st.text("ABCxyz019", min_size=1, max_size=12)
secrets = st.binary(min_size=16, max_size=40)
serials = st.integers(0, tokens.MAX_SERIAL)
purposes = st.sampled_from(Purpose)
OLD = Key("k1", b"an old secret of the office")
NEW = Key("k2", b"a new secret of the office!")
RING = KeyRing((OLD, NEW))


@given(kids, secrets, purposes, serials)
def test_what_is_minted_is_read_back(
    kid: str, secret: bytes, purpose: Purpose, serial: int
) -> None:
    """Kid, purpose and serial come back, in a text that every channel can carry."""
    ring = KeyRing((Key(kid, secret),))
    text = tokens.mint(ring, purpose, serial)
    assert set(text) <= set(ALPHABET)
    assert len(text) <= 43
    body = tokens.read(ring, text, purpose)
    assert (body.kid, body.purpose, body.serial) == (kid, purpose, serial)
    assert tokens.peek(text) == body


def test_a_token_with_a_short_kid_has_thirty_characters() -> None:
    """The code on paper stays small."""
    assert len(tokens.mint(RING, Purpose.DESK, 1)) == 30


@given(purposes, serials, st.data())
def test_any_flipped_bit_is_refused(purpose: Purpose, serial: int, data: st.DataObject) -> None:
    """No bit of a token is free."""
    text = tokens.mint(RING, purpose, serial)
    raw = bytearray(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    bit = data.draw(st.integers(0, len(raw) * 8 - 1))
    raw[bit // 8] ^= 1 << bit % 8
    forged = base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
    with pytest.raises(tokens.CodeError):
        tokens.read(RING, forged, purpose)


@given(purposes, serials, st.data())
def test_any_changed_character_is_refused(
    purpose: Purpose, serial: int, data: st.DataObject
) -> None:
    """No character of a token is free, the last one included."""
    text = tokens.mint(RING, purpose, serial)
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.characters(codec="utf-8"))
    assume(other != text[place])
    with pytest.raises(tokens.CodeError):
        tokens.read(RING, text[:place] + other + text[place + 1 :], purpose)


@given(st.text(max_size=80))
def test_any_text_is_refused_as_a_code_error(text: str) -> None:
    """Whatever is typed at the address, reading never fails in another way."""
    with pytest.raises(tokens.CodeError):
        tokens.read(RING, text, Purpose.DESK)


@given(serials, purposes, purposes)
def test_another_purpose_is_refused(serial: int, minted: Purpose, asked: Purpose) -> None:
    """A visit's token opens no desk."""
    assume(minted is not asked)
    with pytest.raises(tokens.WrongPurpose):
        tokens.read(RING, tokens.mint(RING, minted, serial), asked)


def test_the_newest_key_signs_and_the_older_ones_still_verify() -> None:
    """Posters outlive the key that signed them."""
    old = tokens.mint(KeyRing((OLD,)), Purpose.DESK, 7)
    assert tokens.read(RING, old, Purpose.DESK).kid == "k1"
    assert tokens.read(RING, tokens.mint(RING, Purpose.DESK, 7), Purpose.DESK).kid == "k2"


def test_a_lost_key_is_said_apart_and_the_token_can_still_be_parsed() -> None:
    """The row of a token whose key is lost can be found without trusting the token."""
    lost = tokens.mint(KeyRing((Key("gone", bytes(16)),)), Purpose.DESK, 99)
    with pytest.raises(tokens.UnknownKey):
        tokens.read(RING, lost, Purpose.DESK)
    assert tokens.peek(lost).serial == 99


def test_the_same_kid_with_another_secret_is_a_bad_signature() -> None:
    """Naming a key is not holding it."""
    forged = tokens.mint(KeyRing((Key("k1", b"somebody else's secret"),)), Purpose.DESK, 7)
    with pytest.raises(tokens.BadSignature):
        tokens.read(RING, forged, Purpose.DESK)


def test_spare_bits_and_padding_are_not_canonical() -> None:
    """Two spellings of one token would be two rows."""
    text = tokens.mint(KeyRing((Key("k1", bytes(16)),)), Purpose.DESK, 7)
    last = ALPHABET.index(text[-1])
    for spare in (1, 2, 3):
        if len(text) % 4 == 2 or spare < 4:
            respelled = text[:-1] + ALPHABET[last + spare]
            with pytest.raises(tokens.NotCanonical):
                tokens.read(RING, respelled, Purpose.DESK)
    with pytest.raises(tokens.NotCanonical):
        tokens.peek(text + "==")


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b"\x22\x01k1" + bytes(18), tokens.UnknownVersion),
        (b"\x12\x01k1" + bytes(17), tokens.Malformed),
        (b"\x12\x01k1" + bytes(19), tokens.Malformed),
        (b"\x12\x63k1" + bytes(18), tokens.Malformed),
        (b"\x10\x01" + bytes(18), tokens.Malformed),
        (b"\x12\x01k!" + bytes(18), tokens.Malformed),
        (b"\x12\x01\xff1" + bytes(18), tokens.Malformed),
        (b"\x12", tokens.Malformed),
    ],
)
def test_each_defect_of_form_has_its_error(raw: bytes, error: type[Exception]) -> None:
    """A future version is told apart from nonsense."""
    with pytest.raises(error):
        tokens.peek(base64.urlsafe_b64encode(raw).rstrip(b"=").decode())


@pytest.mark.parametrize("text", ["", "A", "=", "AAAA A", "đánh-giá", "A" * 65, "A" * 100_000])
def test_what_is_no_base64url_is_malformed(text: str) -> None:
    """Nothing huge or foreign reaches the decoder."""
    with pytest.raises(tokens.Malformed):
        tokens.peek(text)


def test_a_serial_beyond_48_bits_is_refused() -> None:
    """A serial that would be cut is never minted."""
    for serial in (-1, 2**48):
        with pytest.raises(ValueError, match="48 bits"):
            tokens.mint(RING, Purpose.DESK, serial)
