"""Owns codes and tokens: a code lives 10 minutes, a pair is single-use and replaces the last."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.standins.zalo.account import Account
from tests.standins.zalo.clock import Clock
from tests.standins.zalo.refused import Denied, Refused
from tests.standins.zalo.signature import challenge, proof

CODE_LIVES = timedelta(minutes=10)
# 25 hours, which Zalo tells in seconds and as a text.
ACCESS_LIVES = timedelta(seconds=90_000)
REFRESH_LIVES = timedelta(days=90)


@dataclass(frozen=True)
class Pair:
    """The one living pair of tokens, and until when each of them lives."""

    access: str
    refresh: str
    access_until: datetime
    refresh_until: datetime


@dataclass(frozen=True)
class _Code:
    challenge: str
    until: datetime


class OAuth:
    """Gives out tokens; ``pair`` is the living one, ``grants`` what every call asked for."""

    def __init__(self, account: Account, clock: Clock) -> None:
        self._account, self._clock = account, clock
        self._codes: dict[str, _Code] = {}
        self.grants: list[str] = []
        self.refusals = 0
        self.pair = self._issue()

    @property
    def refreshes(self) -> int:
        """How often a refresh was granted."""
        return self.grants.count("refresh_token")

    def seed(self, access: str, refresh: str) -> None:
        """Make a given pair the living one, as if it had just been issued."""
        self.pair = self._issue(access, refresh)

    def consent(self, code_challenge: str = "") -> str:
        """Let the OA's admin allow the app; returns the code that the callback would carry."""
        code = secrets.token_urlsafe(24)
        wanted = code_challenge or self._account.code_challenge
        self._codes[code] = _Code(wanted, self._clock.now() + CODE_LIVES)
        return code

    def spoil(self) -> None:
        """Let the living access token become unknown (-216); its refresh token stays good."""
        self.pair = self._issue(refresh=self.pair.refresh)

    def exchange(self, form: Mapping[str, str], secret: str | None) -> dict[str, str]:
        """Answer a request for tokens; raise Denied."""
        try:
            self._know(form, secret)
            grant = form.get("grant_type", "")
            if grant == "authorization_code":
                self._spend_code(form.get("code", ""), form.get("code_verifier", ""))
            elif grant == "refresh_token":
                self._spend_refresh(form.get("refresh_token", ""))
            else:
                raise Denied(-14001, "Invalid grant type", "grant_type")
        except Denied:
            self.refusals += 1
            raise
        self.grants.append(grant)
        self.pair = self._issue()
        return {
            "access_token": self.pair.access,
            "refresh_token": self.pair.refresh,
            "expires_in": str(int(ACCESS_LIVES.total_seconds())),
        }

    def admit(self, access: str | None, given_proof: str | None) -> None:
        """Let a call pass that shows the living token; raise Refused (-216, -220, -242)."""
        if not access or access != self.pair.access:
            raise Refused(-216)
        if self._clock.now() >= self.pair.access_until:
            raise Refused(-220)
        if self._account.proof_required:
            right = proof(self._account.app_secret, access)
            if given_proof != right:
                raise Refused(-242)

    def _know(self, form: Mapping[str, str], secret: str | None) -> None:
        if form.get("app_id") != self._account.app_id:
            raise Denied(-14004, "Invalid app id", "app_id")
        if not secret or secret != self._account.app_secret:
            raise Denied(-14005, "Invalid secret key", "secret_key")
        if not self._account.app_active:
            raise Denied(-14002, "App is not active", "app_id")

    def _spend_code(self, given: str, verifier: str) -> None:
        code = self._codes.pop(given, None)
        if code is None or self._clock.now() > code.until:
            raise Denied(-14010, "Invalid authorization code", "code used, expired or unknown")
        if code.challenge and challenge(verifier) != code.challenge:
            raise Denied(-14011, "Invalid code verifier", "code_verifier")

    def _spend_refresh(self, given: str) -> None:
        if given != self.pair.refresh or self._clock.now() > self.pair.refresh_until:
            raise Denied(-14014, "Invalid refresh token", "refresh_token used, expired or unknown")

    def _issue(self, access: str = "", refresh: str = "") -> Pair:
        now = self._clock.now()
        return Pair(
            access or f"at.{secrets.token_urlsafe(48)}",
            refresh or f"rt.{secrets.token_urlsafe(48)}",
            now + ACCESS_LIVES,
            now + REFRESH_LIVES,
        )
