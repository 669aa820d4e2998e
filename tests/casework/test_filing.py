"""What is drawn for a case is its own, whatever chance gives."""

import secrets

import pytest

from tests.casework.bureau import Bureau


def test_a_number_that_is_drawn_twice_is_drawn_anew(
    office: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chance may give a number that somebody has: nobody is given another's receipt."""
    chance, drawn = secrets.randbelow, iter([7, 7, 7, 8])
    monkeypatch.setattr(secrets, "randbelow", lambda n: next(drawn) if n > 10**14 else chance(n))
    assert office.told().id != office.told().id
