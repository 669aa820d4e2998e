"""Zalo's doors of a real server, before strangers who lie and citizens who know no better."""

import asyncio
import sqlite3
import time
import unicodedata
from collections.abc import AsyncIterator, Collection
from contextlib import closing
from pathlib import Path

import pytest
from aiohttp import ClientSession

from feedback.store.vault import Unreadable
from hailong.home import wire
from hailong.settings import read_settings
from tests.attacks import wires
from tests.attacks.conftest import Opening
from tests.serving import SECRET, Server
from tests.standins.zalo import BotStandIn, OaStandIn, Phone
from tests.standins.zalo.events import Ids, Json, compact, following, from_oa, from_user
from tests.standins.zalo.signature import mac

LONG = 20.0
LATE = 6_600
"""Seconds after which Zalo tries a last time."""
HARASSED = (
    "ho doi toi 500 nghin moi lam",
    "ong ay so mo toi hoai",
    "anh ta quay roi toi",
    "truong phong doi ngu voi toi moi ky",
    "co can bo vo tay vao mong em",
)
"""As it is typed in a hurry, without a mark."""
HARMLESS = "Ngoi cho lau qua"


@pytest.fixture
async def oa() -> AsyncIterator[OaStandIn]:
    async with OaStandIn() as oa:
        yield oa


@pytest.fixture
async def bot() -> AsyncIterator[BotStandIn]:
    async with BotStandIn() as bot:
        yield bot


@pytest.fixture
async def product(opening: Opening, oa: OaStandIn, bot: BotStandIn) -> Server:
    """A server with both of Zalo's doors open."""
    account, pair = oa.account, oa.oauth.pair
    server = opening(
        zalo_oa_id=account.oa_id,
        zalo_oa_app_id=account.app_id,
        zalo_oa_app_secret=account.app_secret,
        zalo_oa_secret_key=account.secret_key,
        zalo_oa_access_token=pair.access,
        zalo_oa_refresh_token=pair.refresh,
        zalo_oa_api_base=oa.url,
        zalo_oa_oauth_base=oa.url,
        zalo_oa_rpm="4000",
        zalo_bot_token=bot.token,
        zalo_bot_api_base=bot.url,
        zalo_bot_webhook_secret=SECRET,
    )
    await asyncio.to_thread(server.start)
    await oa.set_webhook(f"{server.url}/hooks/zalo/oa")
    return server


class Stranger:
    """Whoever posts to the hooks by hand, with the right key or without."""

    def __init__(self, product: Server, oa: OaStandIn, session: ClientSession) -> None:
        self.product, self.account, self.session = product, oa.account, session
        self.n = 0

    def text(self, person: str, text: str, ago: float = 0.0) -> Json:
        """Write a text of a person's, sent so many seconds ago."""
        self.n += 1
        ids = Ids(self.account.app_id, self.account.oa_id, person)
        at = int((time.time() - ago) * 1000)
        return from_user(ids, "user_send_text", {"text": text, "msg_id": f"by-hand-{self.n}"}, at)

    async def signs(self, event: Json, key: str = "", app: str = "", retry: int = 0) -> int:
        """Post an event with a signature; give the status."""
        raw, at = compact(event), str(event["timestamp"])
        signed = mac(app or self.account.app_id, raw, at, key or self.account.secret_key)
        head = {"X-ZEvent-Signature": f"mac={signed}", "num_retry": str(retry)}
        return await self.posts("oa", raw, head)

    async def posts(self, door: str, raw: bytes, head: dict[str, str]) -> int:
        url = f"{self.product.url}/hooks/zalo/{door}"
        async with self.session.post(url, data=raw, headers=head) as answer:
            await answer.read()
            return answer.status


def to_bot(person: str, number: str, text: str) -> Json:
    """Write a text as the Bot Platform brings it."""
    message = {
        "message_id": number,
        "date": int(time.time() * 1000),
        "from": {"id": person, "display_name": "Lan", "is_bot": False},
        "chat": {"id": person, "chat_type": "PRIVATE"},
        "text": text,
    }
    return {"event_name": "message.text.received", "message": message}


async def test_what_a_stranger_posts_to_zalos_hooks_changes_nothing(
    product: Server, oa: OaStandIn
) -> None:
    """Unsigned, signed by others, of other apps and accounts, too large; in any envelope."""
    code, ours = f"#{wires.code(product)}", oa.account
    async with ClientSession() as session:
        stranger = Stranger(product, oa, session)
        rated = [stranger.text("222", code, LATE), stranger.text("222", "4", LATE - 5)]
        for _ in range(3):  # Zalo's last try is as old as that, and may come more than once
            assert [await stranger.signs(event, retry=5) for event in rated] == [200, 200]
        assert await stranger.posts("oa", compact(stranger.text("111", code)), {}) == 200
        assert await stranger.signs(stranger.text("111", code), key=ours.app_secret) == 200
        assert await stranger.signs(stranger.text("111", code) | {"app_id": "9"}, app="9") == 200
        assert await stranger.signs(stranger.text("111", code) | {"app_id": "9"}) == 200
        others = {"recipient": {"id": "777"}}
        assert await stranger.signs(stranger.text("111", code) | others) == 200
        ids = Ids(ours.app_id, "777", "222")
        assert await stranger.signs(following(ids, "unfollow", int(time.time() * 1000))) == 200
        human = from_oa(ids, "oa_send_text", {"text": "x", "msg_id": "e"}, 1_790_000_000_000, "1")
        assert await stranger.signs(human) == 200
        assert await stranger.signs(stranger.text("111", "a" * 5_000_000)) == 413
        for secret in ({}, {"X-Bot-Api-Secret-Token": SECRET + "x"}):
            assert await stranger.posts("bot", compact(to_bot("222", "1", code)), secret) == 401
        secret = {"X-Bot-Api-Secret-Token": SECRET}
        for number, text in (("2", code), ("3", "1"), ("3", "1")):
            update = to_bot("222", number, text)  # another person than the account's 222
            wrapped = {"ok": True, "result": update} if number == "3" else update
            assert await stranger.posts("bot", compact(wrapped), secret) == 200
    with closing(sqlite3.connect(product.home / "hailong.db")) as database:
        stored = database.execute("SELECT channel, level FROM rating ORDER BY channel")
        assert stored.fetchall() == [("zalo_bot", 1), ("zalo_oa", 4)]
    assert product.stop() == 0


async def test_a_clumsy_citizen_is_understood_or_told(product: Server, oa: OaStandIn) -> None:
    """Codes amid Telex, a story of a hundred thousand letters, and two answers the wrong way."""
    code = wires.code(product).lower()
    for typed in (f"ma #{code} aj", f"em guiwr maf {code}", f"#{code}#{code}", " ".join(code)):
        lan = oa.phone()
        await lan.say(typed)
        if "hài lòng đến đâu" not in (await lan.hears("Quầy 1", LONG)).text:
            await lan.say("1")  # the desk was listed: the code was not read
            await lan.hears("hài lòng đến đâu", LONG)
    await lan.say("3")
    await lan.hears("Đã ghi: Bình thường", LONG)
    story = "\x00\u202e" + unicodedata.normalize("NFD", "Đường vào chật hẹp. ") * 5_000
    await lan.say(story[:100_000])
    await lan.hears("chỉ ghi được 4000 ký tự đầu", LONG)
    binh = oa.phone()
    oa.hook.reorder()
    await binh.say(f"#{code}")
    await binh.say("2")
    await oa.settled(LONG)
    await binh.hears("hài lòng đến đâu", LONG)
    assert {attempt.status for attempt in oa.hook.attempts} == {200}
    assert await asyncio.to_thread(wires.ratings, product) == 1
    await oa.settled(LONG)
    assert product.stop() == 0


async def test_no_word_of_harassment_rests_anywhere(product: Server, oa: OaStandIn) -> None:
    """Whatever was said before; also while the database is locked, and none can be stored."""
    code = f"#{wires.code(product)}"
    before = ((), (code, "1"), (code, "góp ý", "1", HARMLESS))
    for n, words in enumerate(HARASSED):
        await handed(oa.phone(), before[n % len(before)], words)
    mai = oa.phone()
    await mai.say(code)
    await mai.hears("Quầy 1", LONG)
    with closing(sqlite3.connect(product.home / "hailong.db", isolation_level=None)) as rival:
        rival.execute("BEGIN IMMEDIATE")
        await mai.say(HARASSED[0])
        assert list((product.home / "spool").glob("*.spool"))
        assert not in_bytes(product.home)
        rival.execute("ROLLBACK")
    await mai.hears("đọc được cuộc trò chuyện này", LONG)
    await oa.settled(LONG)
    assert product.stop() == 0
    assert not in_bytes(product.home)
    assert unsealed(product.home, [HARMLESS]) == ["conversation.sealed"]
    assert not unsealed(product.home, HARASSED)


async def handed(phone: Phone, before: tuple[str, ...], words: str) -> None:
    """Say something, then what accuses; hear who reads along, and get a form."""
    for said in (*before, words):
        phone.deaf_to_the_past()
        await phone.say(said)
        answer = await phone.hears("", LONG)
    assert "đọc được cuộc trò chuyện này" in answer.text
    assert "/case/" in answer.text


def in_bytes(home: Path) -> list[tuple[str, str]]:
    """Find the words in any file of the home: database, journal, spool, log."""
    files = [path for path in home.rglob("*") if path.is_file()]
    return [
        (path.name, said)
        for path in files
        for said in HARASSED
        if said.encode() in path.read_bytes()
    ]


def unsealed(home: Path, words: Collection[str]) -> list[str]:
    """Open whatever is sealed in the database, and name the columns where such words stand."""
    office = wire(read_settings(home=home))
    found = []
    with closing(sqlite3.connect(home / "hailong.db")) as database:
        database.row_factory = sqlite3.Row
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            for row in database.execute(f"SELECT * FROM {table}"):
                for name in row.keys():  # noqa: SIM118  a Row gives its values
                    if not isinstance(row[name], bytes) or "kid" not in row.keys():  # noqa: SIM118
                        continue
                    try:
                        text = office.store.vault.unseal(row["kid"], row[name]).decode()
                    except (Unreadable, ValueError):
                        continue
                    found += [f"{table}.{name}" for said in words if said in text]
    office.store.close()
    return found
