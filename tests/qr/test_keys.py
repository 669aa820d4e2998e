"""Keys derive as RFC 5869 says, and rings refuse what would make tokens ambiguous."""

import pytest

from qr.keys import Key, KeyRing, hkdf_sha256


def test_hkdf_matches_the_first_vector_of_rfc_5869() -> None:
    """The derivation is the published one, so another program can check our codes."""
    okm = hkdf_sha256(
        bytes([0x0B] * 22),
        salt=bytes(range(13)),
        info=bytes(range(0xF0, 0xFA)),
        length=42,
    )
    assert okm.hex() == (
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
    )


def test_hkdf_matches_the_third_vector_of_rfc_5869() -> None:
    """An empty salt and an empty purpose are covered too."""
    okm = hkdf_sha256(bytes([0x0B] * 22), info=b"", length=42)
    assert okm.hex() == (
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
    )


def test_two_purposes_share_no_key() -> None:
    """A key given to one use tells nothing about another."""
    key = Key("k1", bytes(32))
    assert key.derive("token") != key.derive("cookie")
    assert len(key.derive("token", 57)) == 57


def test_a_secret_never_shows() -> None:
    """A key that is printed or logged by accident gives nothing away."""
    assert "topsecret" not in repr(KeyRing((Key("k1", b"topsecret-topsecret"),)))


@pytest.mark.parametrize("kid", ["", "a" * 13, "a-b", "khoá", "a\n"])
def test_a_kid_that_tokens_cannot_carry_is_refused(kid: str) -> None:
    """A key id is 1 to 12 letters and digits."""
    with pytest.raises(ValueError, match="key id"):
        Key(kid, bytes(32))


def test_short_secrets_empty_rings_and_twins_are_refused() -> None:
    """A ring that could not sign, or not say who signed, cannot exist."""
    with pytest.raises(ValueError, match="16 bytes"):
        Key("a", b"short")
    with pytest.raises(ValueError, match="at least one"):
        KeyRing(())
    with pytest.raises(ValueError, match="once"):
        KeyRing((Key("a", bytes(32)), Key("a", bytes(range(32)))))
