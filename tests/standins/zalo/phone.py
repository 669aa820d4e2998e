"""Owns what a citizen can do in the chat with an Official Account. It decides nothing itself."""

import secrets
from datetime import datetime
from hashlib import md5
from typing import TYPE_CHECKING

from tests.standins.zalo import events
from tests.standins.zalo.events import Ids, Json
from tests.standins.zalo.handset import Bubble, Screen
from tests.standins.zalo.letters import Button
from tests.standins.zalo.media import PNG

if TYPE_CHECKING:
    from tests.standins.zalo.oa import OaStandIn


def new_id() -> str:
    """Make a message's id, never given before, in any run."""
    return secrets.token_hex(10)


class Phone(Screen):
    """One person's chat. Every act returns once its event was tried a first time.

    ``refusal`` answers every message of the office to this person with that number (-213, -217,
    -218, -227, -244). ``last_act`` is when the person last did something that opens the window.
    """

    def __init__(self, oa: "OaStandIn", id: str, name: str) -> None:
        super().__init__(oa.bell)
        self._oa = oa
        self.id = id
        self.name = name
        self.ids = Ids(oa.account.app_id, oa.account.oa_id, id)
        self.follower = False
        self.chatted = False
        self.refusal: int | None = None
        self.last_act: datetime | None = None
        self.reactions: list[tuple[str, str]] = []
        self._unseen: list[str] = []

    async def follow(self, source: str = "oa_profile") -> None:
        """Press "Quan tâm"."""
        self.follower = True
        self._acted()
        self._note("Đã quan tâm")
        await self._tell(events.following(self.ids, "follow", self._oa.clock.ms(), source))

    async def unfollow(self) -> None:
        """Press "Bỏ quan tâm"; no window opens by it."""
        self.follower = False
        self._note("Đã bỏ quan tâm")
        await self._tell(events.following(self.ids, "unfollow", self._oa.clock.ms()))

    async def click_chatnow(self) -> None:
        """Press "Nhắn tin"; told only once, and only by someone who never wrote."""
        if self.chatted:
            return
        self.chatted = True
        self._acted()
        await self._tell(events.about(self.ids, "user_click_chatnow", self._oa.clock.ms()))

    async def say(self, text: str, quoting: Bubble | None = None) -> str:
        """Send a text; returns its message id."""
        quoted = {"quote_msg_id": quoting.id} if quoting else {}
        return await self._send("user_send_text", {"text": text, **quoted}, text)

    async def tap(self, which: str | int, bubble: Bubble | None = None) -> str:
        """Press a button of the newest message with some, by its words or counted from 0.

        Returns what the phone opens by it (an address, ``tel:`` or ``sms:``), or "" where the
        press was sent as a text of the citizen's.
        """
        button = _chosen((bubble or self.buttoned()).buttons, which)
        match button.kind:
            case "oa.open.url":
                return button.payload
            case "oa.open.phone":
                return f"tel:{button.payload}"
            case "oa.open.sms":
                return f"sms:{button.payload}"
        shown = button.payload if button.kind == "oa.query.show" else None
        await self._send("user_send_text", {"text": button.payload}, shown)
        return ""

    async def send_image(self, content: bytes = PNG, count: int = 1, text: str = "") -> list[str]:
        """Send pictures, each as an event of its own; returns their message ids."""
        sent = []
        for _ in range(count):
            url = self._oa.media.keep_picture(content)
            said: Json = {"text": text} if text else {}
            sent.append(
                await self._send_media("image", {"thumbnail": url, "url": url}, said, "(ảnh)", url)
            )
        return sent

    async def send_voice(self, content: bytes = b"#!AMR\n\x3c\x91") -> str:
        """Send a spoken message."""
        url = self._oa.media.keep(content, "voice.amr", "audio/amr")
        return await self._send_media("audio", {"url": url}, {}, "(ghi âm)")

    async def send_video(self, content: bytes = b"\x00\x00\x00\x18ftypmp42") -> str:
        """Send a video."""
        url = self._oa.media.keep(content, "video.mp4", "video/mp4")
        payload = {"thumbnail": url, "description": "", "url": url}
        return await self._send_media("video", payload, {}, "(video)")

    async def send_file(self, name: str = "don.pdf", content: bytes = b"%PDF-1.4\n%%EOF") -> str:
        """Send a file."""
        url = self._oa.media.keep(content, name, "application/octet-stream")
        payload = {
            "size": str(len(content)),
            "name": name,
            "checksum": md5(content, usedforsecurity=False).hexdigest(),
            "type": name.rpartition(".")[2],
            "url": url,
        }
        return await self._send_media("file", payload, {}, f"(tệp {name})")

    async def send_link(self, url: str, description: str = "") -> str:
        """Send a link with its preview."""
        payload = {"thumbnail": "", "description": description, "url": url}
        return await self._send_media("link", payload, {"text": url}, url)

    async def send_sticker(self, number: str = "bfe458bf64fa8da4d4eb") -> str:
        """Send a sticker."""
        payload = {"url": f"https://zalo-api.zdn.vn/sticker/{number}", "id": number}
        return await self._send_media("sticker", payload, {}, "(nhãn dán)")

    async def send_location(
        self, latitude: str = "21.0278", longitude: str = "105.8342", place: str = ""
    ) -> str:
        """Send a place; its name, if any, travels as the text."""
        payload = {"coordinates": {"latitude": latitude, "longitude": longitude}}
        said: Json = {"text": place} if place else {}
        return await self._send_media("location", payload, said, f"(vị trí) {place}")

    async def send_card(self, phone: str = "84900000001") -> str:
        """Send somebody's visiting card."""
        payload = {"thumbnail": "", "description": f'{{"phone":"{phone}"}}', "url": ""}
        return await self._send_media("business_card", payload, {}, "(danh thiếp)")

    async def share_info(self, name: str = "Nguyễn Thị Lan", phone: str = "84900000000") -> None:
        """Hand over contact data."""
        self._acted()
        self._note(f"Đã chia sẻ: {name}, {phone}")
        await self._tell(events.shared(self.ids, name, phone, self._oa.clock.ms()))

    async def withdraw(self) -> None:
        """Ask that everything about oneself be erased."""
        self._note("Đã yêu cầu xóa dữ liệu")
        await self._tell(events.about(self.ids, "user_withdraw", self._oa.clock.ms()))

    async def open(self) -> None:
        """Look at the chat: whatever was not seen yet is seen now."""
        if self._unseen:
            seen, self._unseen = self._unseen, []
            await self._said("user_seen_message", {"msg_ids": seen})

    async def react(self, bubble: Bubble, icon: str = "/-heart") -> None:
        """Leave a little heart under a message."""
        await self._said("user_reacted_message", {"msg_id": bubble.id, "react_icon": icon})

    async def admin_reply(self, text: str, admin: str = "8877665544332211") -> str:
        """Let an officer answer by hand from oa.zalo.me; the echo carries who it was."""
        number = new_id()
        self.receive(Bubble(number, "human", text, at=self._oa.clock.ms()))
        message = {"text": text, "msg_id": number}
        event = events.from_oa(self.ids, "oa_send_text", message, self._oa.clock.ms(), admin)
        await self._tell(event)
        return number

    def receive(self, bubble: Bubble) -> None:
        """Put what the office sent on the screen."""
        self._unseen.append(bubble.id)
        self.show(bubble)

    async def _send_media(
        self, kind: str, payload: Json, said: Json, shown: str, image: str = ""
    ) -> str:
        message = {"attachments": [{"payload": payload, "type": kind}], **said}
        return await self._send(f"user_send_{kind}", message, shown, image)

    async def _send(self, name: str, message: Json, shown: str | None, image: str = "") -> str:
        number = new_id()
        self.chatted = True
        self._acted()
        if shown is not None:
            self.show(Bubble(number, "me", shown, image=image, at=self._oa.clock.ms()))
        await self._said(name, {**message, "msg_id": number})
        return number

    async def _said(self, name: str, message: Json) -> None:
        at = self.moment(self._oa.clock.ms())
        await self._tell(events.from_user(self.ids, name, message, at))

    async def _tell(self, event: Json) -> None:
        await self._oa.emit(self.id, event)

    def _acted(self) -> None:
        self.last_act = self._oa.clock.now()

    def _note(self, text: str) -> None:
        self.show(Bubble(new_id(), "note", text, at=self._oa.clock.ms()))


def _chosen(buttons: tuple[Button, ...], which: str | int) -> Button:
    if isinstance(which, int):
        return buttons[which]
    for button in buttons:
        if button.label == which:
            return button
    raise AssertionError(f"no button {which!r} among {[button.label for button in buttons]}")
