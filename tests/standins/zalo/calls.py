"""Owns the methods of the OpenAPI: what each demands, does to the chats, and answers."""

import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from aiohttp import BodyPartReader, web

from tests.standins.zalo import letters, uploads
from tests.standins.zalo.events import Json
from tests.standins.zalo.handset import Bubble
from tests.standins.zalo.letters import Letter
from tests.standins.zalo.phone import Phone, new_id
from tests.standins.zalo.refused import Refused
from tests.standins.zalo.windows import Window, window

if TYPE_CHECKING:
    from tests.standins.zalo.oa import OaStandIn

Call = Callable[["OaStandIn", web.Request], Awaitable[Json]]
# Of one message; Zalo counts them against no quota.
MOST_REACTIONS = 50


async def cs(oa: "OaStandIn", request: web.Request) -> Json:
    """``POST /v3.0/oa/message/cs``: a message of the office, within its window."""
    body = await _body(request)
    phone = _recipient(oa, body)
    letter = letters.read(body.get("message"), buttons=oa.account.buttons_supported)
    if letter.quotes and letter.quotes not in {bubble.id for bubble in phone.bubbles}:
        raise Refused(-201, "quote_message_id")
    url = oa.uploads.find(letter.attachment).url if letter.attachment else letter.media
    standing = _admitted(oa, phone)
    sent = _deliver(oa, phone, letter, url)
    if standing is Window.FREE:
        oa.free += 1
        sent["quota"] = {"quota_type": "reply", "remain": "8", "total": "8"}
    else:
        oa.billed += 1
    return sent


async def template(oa: "OaStandIn", request: web.Request) -> Json:
    """``POST /v3.0/oa/message/template``: an approved text, paid for, outside every window."""
    body = await _body(request)
    phone = _known(oa, body.get("user_id"))
    number, data = body.get("template_id"), body.get("template_data")
    wanted = oa.account.templates.get(str(number))
    if wanted is None:
        raise Refused(-201, "template_id")
    if number in oa.account.templates_by_phone_only:
        raise Refused(-249)
    if not isinstance(data, dict) or not wanted <= data.keys():
        raise Refused(-201, "template_data")
    if phone.refusal is not None:
        raise Refused(phone.refusal)
    oa.templates_paid += 1
    text = "\n".join(f"{key}: {value}" for key, value in data.items())
    return _deliver(oa, phone, Letter(f"[{number}]\n{text}", event="oa_send_template"), "")


async def v2_message(oa: "OaStandIn", request: web.Request) -> Json:
    """``POST /v2.0/oa/message``: reactions only; its texts were shut down."""
    body = await _body(request)
    action = body.get("sender_action")
    if not isinstance(action, dict):
        raise Refused(-240)
    phone = _recipient(oa, body)
    icon, target = str(action.get("react_icon", "")), str(action.get("react_message_id", ""))
    if not icon:
        raise Refused(-201, "react_icon")
    if target not in {bubble.id for bubble in phone.bubbles}:
        raise Refused(-201, "react_message_id")
    if sum(target == id for id, _ in phone.reactions) >= MOST_REACTIONS:
        raise Refused(-210, "react_message_id")
    phone.reactions.append((target, icon))
    return {"message_id": new_id(), "user_id": phone.id}


async def user_detail(oa: "OaStandIn", request: web.Request) -> Json:
    """``GET /v3.0/oa/user/detail``: what the OA may know of a person."""
    phone = _known(oa, _query(request).get("user_id"))
    last = phone.last_act
    return {
        "user_id": phone.id,
        "user_id_by_app": phone.ids.by_app,
        "user_external_id": "",
        "display_name": phone.name,
        "user_alias": phone.name,
        "is_sensitive": False,
        "user_last_interaction_date": last.strftime("%d/%m/%Y") if last else "",
        "user_is_follower": phone.follower,
        "avatar": f"{oa.url}/avatar.png",
        "avatars": {},
        "dynamic_param": "",
        "tags_and_notes_info": {"notes": [], "tag_names": []},
        "shared_info": {"address": "", "city": "", "district": "", "phone": "", "name": ""},
    }


async def quota(oa: "OaStandIn", request: web.Request) -> Json:
    """``POST /v3.0/oa/quota/message``: whether a person can be answered, and for how much."""
    phone = _known(oa, (await _body(request)).get("user_id"))
    last = phone.last_act
    free = window(last, oa.clock.now()) is Window.FREE
    left = {"quota_type": "reply", "remain": "8" if free else "0", "total": "8"}
    return {
        "last_interaction": str(int(last.timestamp() * 1000)) if last else "",
        "cs_reply": left,
        "promotion": {"quota_type": "promotion", "remain": "0", "total": "0"},
    }


async def getoa(oa: "OaStandIn", _: web.Request) -> Json:
    """``GET /v2.0/oa/getoa``: the account and its package."""
    account = oa.account
    return {
        "oaid": account.oa_id,
        "oa_id": account.oa_id,
        "name": account.name,
        "is_verified": account.is_verified,
        "oa_type": account.oa_type,
        "num_follower": sum(phone.follower for phone in oa.phones.values()),
        "package_name": account.package_name,
        "package_valid_through_date": account.package_ends,
    }


async def upload_image(oa: "OaStandIn", request: web.Request) -> Json:
    """``POST /v2.0/oa/upload/image``: a picture for messages of the next seven days."""
    content, name = await _file(request)
    kind = uploads.image(content)
    oa.uploads.count("image", oa.account.uploads_a_month)
    url = oa.media.keep(content, name, f"image/{kind}")
    return {"attachment_id": oa.uploads.keep(url, name)}


async def upload_file(oa: "OaStandIn", request: web.Request) -> Json:
    """``POST /v2.0/oa/upload/file``: a document for messages of the next seven days."""
    content, name = await _file(request)
    uploads.document(content, name)
    oa.uploads.count("file", oa.account.uploads_a_month)
    url = oa.media.keep(content, name, "application/octet-stream")
    return {"token": oa.uploads.keep(url, name)}


CALLS: dict[str, tuple[str, Call]] = {
    "/v3.0/oa/message/cs": ("POST", cs),
    "/v3.0/oa/message/template": ("POST", template),
    "/v3.0/oa/user/detail": ("GET", user_detail),
    "/v3.0/oa/quota/message": ("POST", quota),
    "/v2.0/oa/message": ("POST", v2_message),
    "/v2.0/oa/getoa": ("GET", getoa),
    "/v2.0/oa/upload/image": ("POST", upload_image),
    "/v2.0/oa/upload/file": ("POST", upload_file),
}


def _admitted(oa: "OaStandIn", phone: Phone) -> Window:
    """Let a message of the office into a chat; raise Refused (-230, -232, and the person's own)."""
    if phone.refusal is not None:
        raise Refused(phone.refusal)
    match standing := window(phone.last_act, oa.clock.now()):
        case Window.NEVER:
            raise Refused(-232)
        case Window.CLOSED:
            raise Refused(-230)
    return standing


def _deliver(oa: "OaStandIn", phone: Phone, letter: Letter, url: str) -> Json:
    number, at = new_id(), oa.clock.ms()
    phone.receive(
        Bubble(
            number, "oa", letter.text, letter.buttons, url, letter.quotes, letter.asks_contact, at
        )
    )
    oa.echo(phone, number, letter)
    return {"message_id": number, "user_id": phone.id, "sent_time": str(at)}


def _recipient(oa: "OaStandIn", body: Json) -> Phone:
    recipient = body.get("recipient")
    return _known(oa, recipient.get("user_id") if isinstance(recipient, dict) else None)


def _known(oa: "OaStandIn", user: object) -> Phone:
    if not isinstance(user, str) or user not in oa.phones:
        raise Refused(-201, "user_id")
    return oa.phones[user]


async def _body(request: web.Request) -> Json:
    if request.content_type != "application/json":
        raise Refused(-201, "Content-Type")
    return _object(await request.text())


def _query(request: web.Request) -> Json:
    return _object(request.query.get("data", ""))


def _object(text: str) -> Any:
    try:
        read = json.loads(text)
    except ValueError:
        raise Refused(-201, "body") from None
    if not isinstance(read, dict):
        raise Refused(-201, "body")
    return read


async def _file(request: web.Request) -> tuple[bytes, str]:
    if not request.content_type.startswith("multipart/"):
        raise Refused(-201, "file")
    async for part in await request.multipart():
        if isinstance(part, BodyPartReader) and part.name == "file" and part.filename:
            return bytes(await part.read()), part.filename
    raise Refused(-201, "file")
