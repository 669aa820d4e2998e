"""Owns the way out through the Official Account. It raises nothing but SendError.

It shows no token, and asks at most so often in a minute.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial

import structlog

from bot.channels.zalo.calls import TIMEOUT, Calls
from bot.channels.zalo.encode import Bubble, encode, oa_body, template_body
from bot.channels.zalo.files import Files
from bot.channels.zalo.pace import Pace
from bot.channels.zalo.ports import Tokens
from bot.channels.zalo.refusals import (
    MOST_FAILURES,
    NO_FORM,
    Alarm,
    Refusal,
    Refused,
    alarming,
    meaning,
    refused_by_oa,
)
from bot.channels.zalo.sending import Sending
from bot.wire.channel import Never
from bot.wire.messages import Account, Address, Outbound

PRODUCTION = "https://openapi.zalo.me"
MESSAGE = "/v3.0/oa/message/cs"
TEMPLATE = "/v3.0/oa/message/template"
_HEALTH = "/v2.0/oa/getoa"
_Json = Mapping[str, object]
_Headers = Mapping[str, str]
_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Health:
    """What Zalo says of the account; ``package_until`` as it is written there, DD/MM/YYYY."""

    name: str
    verified: bool
    package: str
    package_until: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Ways:
    """How an account is written to: where, how often a minute, with buttons or without.

    ``template`` is the number of the fixed text that Zalo approved, where the office has one.
    """

    api_base: str = PRODUCTION
    # The limit of an account goes by its package: about 100 a minute, which no page of Zalo's
    # names.
    per_minute: int = 60
    buttons: bool = True
    timeout: float = TIMEOUT
    template: str = ""


class OaChannel:
    """One Official Account, as bot.wire.channel.Channel and Fetches ask for it.

    ``billed`` is told of each message that Zalo charges for; ``alarm`` of what only a person can
    mend.
    """

    def __init__(
        self,
        account: Account,
        tokens: Tokens,
        ways: Ways,
        billed: Callable[[], None] = lambda: None,
        alarm: Alarm = lambda _: None,
    ) -> None:
        self._account = account
        self._tokens = tokens
        self._billed = billed
        self._calls = Calls(ways.api_base, ways.timeout)
        self._files = Files(self._calls, ways.api_base)
        self._pace = Pace(ways.per_minute)
        self._sending = Sending(self._say)
        self._alarm = alarm
        self._template = ways.template
        self.takes_buttons = ways.buttons

    @property
    def account(self) -> Account:
        """The account that this door speaks for."""
        return self._account

    async def send(self, message: Outbound) -> None:
        """Send one message, or raise the SendError that says what to do next."""
        try:
            bubbles = encode(message, buttons=self.takes_buttons)
        except ValueError as error:
            raise Never(str(error)) from None
        await self._sending.send(message.id, bubbles)

    async def announce(self, address: Address, page: str) -> None:
        """Say the approved text, which is charged for: what may have gone out is not risked twice.

        Raises the SendError that says what to do next.
        """
        body = template_body(address.person, self._template, page)
        try:
            await self._called(partial(self._calls.post, TEMPLATE, body))
        except Refused as refused:
            raise meaning(refused, MOST_FAILURES) from None

    async def fetch(self, reference: str, limit: int) -> bytes:
        """Fetch a file by its address; raise Never when it is larger than the limit or gone."""
        return await self._files.fetch(reference, limit)

    async def health(self) -> Health:
        """Ask how the account is; raise the SendError that a failure means."""
        try:
            data = await self._called(partial(self._calls.get, _HEALTH))
            if not data:
                raise Refused(Refusal.TRANSIENT, "an answer without an account")
        except Refused as refused:
            raise meaning(refused) from None
        return Health(
            str(data.get("name", "")),
            # Numbers and truths come as texts from some of Zalo's pages.
            str(data.get("is_verified")).lower() in ("true", "1"),
            str(data.get("package_name", "")),
            str(data.get("package_valid_through_date", "")),
            str(data.get("oaid") or data.get("oa_id") or ""),
        )

    async def close(self) -> None:
        """Let go of connections."""
        await self._calls.close()

    async def _say(self, bubble: Bubble) -> None:
        """Say a bubble in the first form that the account takes."""
        *fuller, plainest = bubble.forms
        for form in fuller:
            try:
                return self._note(bubble, form, await self._post(form))
            except Refused as refused:
                if refused.code not in NO_FORM:
                    raise
        return self._note(bubble, plainest, await self._post(plainest))

    def _note(self, meant: Bubble, said: Bubble, data: _Json) -> None:
        if self.takes_buttons and meant.buttons and not said.buttons:
            # Remembered, or each message would be refused once before it goes.
            self.takes_buttons = False
            _log.warning("zalo takes no buttons from this account")
        if not data.get("quota"):
            # developers.zalo.me, tin tư vấn: a message that no quota covers is charged.
            _log.warning("zalo message billed")
            self._billed()

    async def _post(self, bubble: Bubble) -> _Json:
        body = oa_body(bubble)
        return await self._called(partial(self._calls.post, MESSAGE, body))

    async def _called(self, call: Callable[[_Headers], Awaitable[_Json]]) -> _Json:
        """Call with the living token, once more with a renewed one; give the data answered."""
        try:
            token = await self._tokens.current()
            try:
                return await self._turn(call, token)
            except Refused as refused:
                if refused.refusal is not Refusal.TOKEN:
                    raise
            return await self._turn(call, await self._tokens.renewed(token))
        except Refused as refused:
            alarming(refused, self._alarm)
            raise

    async def _turn(self, call: Callable[[_Headers], Awaitable[_Json]], token: str) -> _Json:
        await self._pace.turn()
        return _data(await call({"access_token": token}))


def _data(answer: _Json) -> _Json:
    """Give what an answer holds; HTTP says 200 for failures too, which raise Refused."""
    code = answer.get("error")
    if isinstance(code, str) and code.removeprefix("-").isdecimal():
        code = int(code)
    if type(code) is not int:
        raise Refused(Refusal.TRANSIENT, "no answer of Zalo's")
    if code != 0:
        raise refused_by_oa(code)
    data = answer.get("data")
    return data if isinstance(data, dict) else {}
