"""Owns which acts and orders each stand-in offers to a browser and to the control plane."""

import secrets
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.standins.zalo.control import control_plane
from tests.standins.zalo.stand import StandIn
from tests.standins.zalo.web_phone import WebPhone, photo, plainly, say, tap

if TYPE_CHECKING:
    from tests.standins.zalo.bot import BotStandIn
    from tests.standins.zalo.oa import OaStandIn

_OA_ACTS = frozenset(
    [
        "follow",
        "unfollow",
        "click_chatnow",
        "say",
        "tap",
        "send_image",
        "send_voice",
        "send_video",
        "send_file",
        "send_link",
        "send_sticker",
        "send_location",
        "send_card",
        "share_info",
        "withdraw",
        "open",
        "admin_reply",
        "screen",
    ]
)
_BOT_ACTS = frozenset(
    [
        "say",
        "send_image",
        "send_sticker",
        "send_voice",
        "send_link",
        "send_unsupported",
        "repeat",
        "screen",
    ]
)
_OFFICER = "Chào ông/bà, tôi là cán bộ trực. Tôi đang xem nội dung này."


def oa_doors(oa: "OaStandIn") -> list[web.RouteDef]:
    """Serve the phones of an Official Account, and its control plane."""
    acts = {
        "say": say,
        "tap": tap,
        "photo": photo,
        **{name: plainly(name) for name in ("follow", "unfollow", "share_info", "withdraw")},
        **{name: plainly(name) for name in ("send_location", "send_voice", "send_sticker")},
        "click_chatnow": plainly("click_chatnow"),
        "admin_reply": plainly("admin_reply", text=_OFFICER),
    }
    menu = {
        "click_chatnow": "Bấm “Nhắn tin”",
        "send_location": "Gửi vị trí",
        "send_voice": "Gửi ghi âm",
        "send_sticker": "Gửi nhãn dán",
        "share_info": "Chia sẻ số điện thoại",
        "withdraw": "Yêu cầu xóa dữ liệu",
        "admin_reply": "Cán bộ trả lời tay",
    }
    page = WebPhone(
        oa, oa.account.oa_id, oa.account.name, lambda: str(10**17 + _chance()), acts, menu
    )
    orders = _orders(oa) | {
        "set_webhook": oa.set_webhook,
        "redeliver": oa.redeliver,
        "reorder": oa.hook.reorder,
        "spoil": oa.oauth.spoil,
        "transcript": oa.transcript,
    }
    return [*page.routes(), *control_plane(oa, _OA_ACTS, orders)]


def bot_doors(bot: "BotStandIn") -> list[web.RouteDef]:
    """Serve the phones of a bot, and its control plane."""
    acts = {
        "say": say,
        "photo": photo,
        **{name: plainly(name) for name in ("send_voice", "send_sticker", "send_unsupported")},
    }
    menu = {
        "send_voice": "Gửi ghi âm",
        "send_sticker": "Gửi nhãn dán",
        "send_unsupported": "Gửi tệp (Zalo không chuyển)",
    }
    page = WebPhone(bot, bot.account_name, "Bot thử", lambda: f"{_chance():x}", acts, menu)
    return [*page.routes(), *control_plane(bot, _BOT_ACTS, _orders(bot))]


def _orders(stand: StandIn) -> dict[str, Any]:
    return {
        "advance_clock": stand.advance_clock,
        "inject_error": stand.faults.inject_error,
        "drop_connection": stand.faults.drop_connection,
        "answer_status": stand.faults.answer_status,
        "slow": stand.faults.slow,
        "clear": stand.faults.clear,
    }


def _chance() -> int:
    return secrets.randbelow(9 * 10**17)
