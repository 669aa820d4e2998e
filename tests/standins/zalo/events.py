"""Owns the form of every event, keys in Zalo's order. Pure: no clock, no chance, no I/O."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Ids:
    """Who speaks with whom, in which app."""

    app: str
    oa: str
    user: str

    @property
    def by_app(self) -> str:
        """The person's other id: the same in all accounts of one app."""
        digest = hashlib.sha256(f"{self.app}/{self.user}".encode()).digest()
        return str(10**17 + int.from_bytes(digest[:8], "big") % (9 * 10**17))


def compact(event: Json) -> bytes:
    """Write an event as Zalo sends it: no spaces, letters as they are."""
    return json.dumps(event, separators=(",", ":"), ensure_ascii=False).encode()


def from_user(ids: Ids, name: str, message: Json, at: int) -> Json:
    """A message of the citizen's: ``user_send_*``, ``user_seen_message`` and their kin."""
    return {
        "app_id": ids.app,
        "sender": {"id": ids.user},
        "user_id_by_app": ids.by_app,
        "recipient": {"id": ids.oa},
        "event_name": name,
        "message": message,
        "timestamp": str(at),
    }


def from_oa(ids: Ids, name: str, message: Json, at: int, admin: str = "") -> Json:
    """An echo of what the office sent; ``admin`` only where a human wrote it."""
    sender = {"id": ids.oa, "admin_id": admin} if admin else {"id": ids.oa}
    return {
        "app_id": ids.app,
        "sender": sender,
        "user_id_by_app": ids.by_app,
        "recipient": {"id": ids.user},
        "event_name": name,
        "message": message,
        "timestamp": str(at),
    }


def following(ids: Ids, name: str, at: int, source: str = "oa_profile") -> Json:
    """``follow`` or ``unfollow``: no message, the OA's id flat."""
    return {
        "oa_id": ids.oa,
        "follower": {"id": ids.user},
        "user_id_by_app": ids.by_app,
        "event_name": name,
        "source": source,
        "app_id": ids.app,
        "timestamp": str(at),
    }


def about(ids: Ids, name: str, at: int) -> Json:
    """``user_click_chatnow`` and ``user_withdraw``: no message, both ids flat."""
    return {
        "event_name": name,
        "oa_id": ids.oa,
        "user_id": ids.user,
        "user_id_by_app": ids.by_app,
        "app_id": ids.app,
        "timestamp": str(at),
    }


def shared(ids: Ids, name: str, phone: str, at: int) -> Json:
    """``user_submit_info``: contact data that the citizen handed over."""
    address = {"user_city": "Hà Nội", "user_ward": "Phường A", "user_address": "1 Tràng Tiền"}
    return {
        "app_id": ids.app,
        "sender": {"id": ids.user},
        "user_id_by_app": ids.by_app,
        "recipient": {"id": ids.oa},
        "event_name": "user_submit_info",
        "info": {
            "name": name,
            "phone": phone,
            "user_dob": "",
            "gender": "",
            "full_address": address,
        },
        "timestamp": str(at),
    }
