"""Wires the room of codes to the port through which services ask for them."""

import secrets

from feedback.services.codes import NotOurs, Use
from feedback.store.vault import Key
from qr import keys, shortcode, tokens

_SHORTEST = 6  # symbols of a short code; most typed answers are a digit or a word
_PURPOSES = {use: tokens.Purpose[use.name] for use in Use}


class SignedCodes:
    """Makes and reads codes with the office's keys."""

    def __init__(self, own: tuple[Key, ...]) -> None:
        self._ring = keys.KeyRing(tuple(keys.Key(key.kid, key.secret) for key in own))
        self.kid = own[-1].kid

    def mint(self, use: Use, serial: int) -> str:
        """Sign a serial."""
        return tokens.mint(self._ring, _PURPOSES[use], serial)

    def read(self, use: Use, token: str) -> int:
        """Give the serial of a token of ours, or raise NotOurs."""
        try:
            return tokens.read(self._ring, token, _PURPOSES[use]).serial
        except tokens.CodeError as error:
            raise NotOurs(str(error) or type(error).__name__) from error

    def short(self) -> str:
        """Make a fresh short code."""
        return shortcode.draw(secrets.randbelow)

    def find(self, text: str) -> str | None:
        """Find a short code in a typed text."""
        return shortcode.find_in(text) if len(text) >= _SHORTEST else None
