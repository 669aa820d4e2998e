"""Whatever is sent in is answered with a page, stored as it was meant or not at all."""

import struct

import pytest
from aiohttp import FormData

from bot.pages.visitor import COOKIE
from feedback.domain.given import LONGEST_COMMENT
from hailong.cookies import SignedCookies
from tests.conftest import Hands
from tests.pages.house import KEY, Desk, House
from tests.pages.reader import Reader


async def forged(visit: str) -> list[str]:
    middle = len(visit) // 2
    flipped = visit[:middle] + ("A" if visit[middle] != "A" else "B") + visit[middle + 1 :]
    return [
        "",
        "x",
        flipped,
        visit[:-1],
        visit + "A",
        "k1." + "A" * 400,
        "é" * 20,
        "\x00",
        "A" * 9999,
    ]


async def test_a_forged_visit_is_asked_again(house: House, desk: Desk, reader: Reader) -> None:
    """Nothing is stored; the fresh form says which level was tapped, keeps what was typed, works."""
    seen = await reader.scan(desk)
    for visit in await forged(seen.page.fields["visit"]):
        asked = await reader.post(
            f"/q/{desk.token}", {"visit": visit, "level": "2", "comment": "<b>giữ"}
        )
        assert asked.status == 422
        assert "Lúc nãy ông/bà bấm: Không hài lòng" in asked.text
        assert asked.page.fields["comment"] == "<b>giữ"
        assert house.levels() == []
    await reader.send(desk, asked, level="2")
    assert house.levels() == [2]
    assert house.comments() == ["<b>giữ"]


async def test_a_visit_signed_for_something_else_is_refused(
    house: House, desk: Desk, reader: Reader
) -> None:
    """A cookie's content is no visit, and a visit's no cookie."""
    packed = struct.pack(">16sIqQQ", b"v" * 16, desk.id, int(house.store.clock().timestamp()), 1, 0)
    signer = SignedCookies((KEY,))
    assert (
        await reader.post(
            f"/q/{desk.token}", {"visit": signer.sign("visitor", packed), "level": "5"}
        )
    ).status == 422
    assert (
        await reader.post(f"/q/{desk.token}", {"visit": signer.sign("visit", packed), "level": "5"})
    ).status == 200


async def test_a_visit_of_another_desk_is_asked_again(
    house: House, desk: Desk, reader: Reader
) -> None:
    """A form is good for the desk whose page it stood on."""
    other = house.desk("Quầy 4")
    seen = await reader.scan(other)
    assert (await reader.send(desk, seen, level="5")).status == 422
    assert house.levels() == []


@pytest.mark.parametrize(("hours", "status"), [(23, 200), (25, 422)])
async def test_a_page_may_be_sent_for_a_day(
    desk: Desk, reader: Reader, clock: Hands, hours: int, status: int
) -> None:
    """After a day the form is shown afresh, saying why."""
    seen = await reader.scan(desk)
    clock.move(hours=hours)
    answer = await reader.send(desk, seen, level="5")
    assert answer.status == status
    assert ("mở đã lâu" in answer.text) == (status == 422)


# Python reads `٥` and `５` as 5, though no button of ours says so.
@pytest.mark.parametrize("level", ["", "0", "6", "-1", "5.0", "٥", "５", "5; DROP", "rất hài lòng"])
async def test_a_level_that_is_none_is_asked_again(
    house: House, desk: Desk, reader: Reader, level: str
) -> None:
    """Missing or invalid: the levels again, with a polite note."""
    answer = await reader.tap(desk, level)
    assert answer.status == 422
    assert "Xin ông/bà bấm một mức" in answer.text
    assert [value for _, value in answer.page.buttons] == ["5", "4", "3", "2", "1"]
    assert house.levels() == []


NASTY = {
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;",
    "rtl": "\u202eđảo ngược\u202c và \u2066cô lập\u2069",
    "nul": "trước\x00sau\x1b[31m\x07",
    "lines": "dòng một\r\ndòng hai",
    "nfd": "Ha\u0300i lo\u0300ng",
    "emoji": "👍🏽👨‍👩‍👧",
    "template": "{level} %s {0} $x {{",
}
STORED = NASTY | {
    "nul": "trướcsau[31m",
    "lines": "dòng một\ndòng hai",
    "nfd": "Hài lòng",
}


@pytest.mark.parametrize("kind", list(NASTY))
async def test_a_comment_is_kept_literally_without_controls(
    house: House, desk: Desk, reader: Reader, kind: str
) -> None:
    """Letters come composed, controls go, all else stays as it was typed."""
    thanks = await reader.tap(desk, 4)
    assert (await reader.send(desk, thanks, comment=NASTY[kind])).status == 200
    assert house.comments() == [STORED[kind]]


async def test_a_comment_of_100_000_characters_is_cut_and_said_so(
    house: House, desk: Desk, reader: Reader
) -> None:
    """The first part is kept whole, and the citizen is told."""
    thanks = await reader.tap(desk, 4)
    text = "Một hai ba bốn. " * 6250
    answer = await reader.send(desk, thanks, comment=text)
    assert answer.status == 200
    assert str(LONGEST_COMMENT) in answer.text
    assert house.comments() == [text[:LONGEST_COMMENT]]
    assert (await reader.send(desk, thanks, comment=text)).status == 200
    assert len(house.comments()) == 1


async def test_text_of_another_encoding_is_not_fatal(
    house: House, desk: Desk, reader: Reader
) -> None:
    """Bytes that are no UTF-8 are shown as such."""
    seen = await reader.scan(desk)
    body = f"visit={seen.page.fields['visit']}&level=4&comment=%ff%fe%c0".encode()
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert (await reader.post(f"/q/{desk.token}", body, headers=headers)).status == 200
    assert house.comments() == ["\ufffd" * 3]


@pytest.mark.parametrize("kind", ["multipart/form-data", "multipart/form-data; boundary=x"])
async def test_a_broken_body_gets_a_kind_page(
    house: House, desk: Desk, reader: Reader, kind: str
) -> None:
    """Half a form stores nothing."""
    answer = await reader.post(f"/q/{desk.token}", b"--y\r\nhalf", headers={"Content-Type": kind})
    assert answer.status == 400
    assert house.levels() == []


@pytest.mark.parametrize(
    "part",
    [
        b"X: 1\r\n" * 5_000 + b"\r\n",
        b'Content-Disposition: form-data; name="comment"; filename="a\x00.jpg"\r\n\r\n',
        b"X: " + b"a" * 100_000 + b"\r\n\r\n",
        b"no header\r\n\r\n",
    ],
    ids=["thousands", "nul", "long", "none"],
)
async def test_a_part_with_headers_that_are_none_gets_a_kind_page(
    house: House, desk: Desk, reader: Reader, part: bytes
) -> None:
    """Thousands of them, a sign that none may hold, or one too long."""
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    answer = await reader.post(f"/q/{desk.token}", b"--x\r\n" + part + b"5\r\n--x--", headers=kind)
    assert answer.status == 400
    assert house.levels() == []


async def test_other_kinds_of_body_are_asked_again(
    house: House, desk: Desk, reader: Reader
) -> None:
    """JSON is no form; the form is shown."""
    answer = await reader.post(f"/q/{desk.token}", b'{"level": 5}')
    assert answer.status == 422
    assert house.levels() == []


async def test_a_body_above_twelve_megabytes_gets_a_page(
    house: House, desk: Desk, reader: Reader
) -> None:
    """Announced or not, too much is refused with a page that says what to do."""
    thanks = await reader.tap(desk, 4)
    form = FormData({**thanks.page.fields, "comment": "Ảnh to"})
    form.add_field("photo", b"\xff\xd8\xff" + b"\x00" * 13_000_000, filename="a.jpg")
    answer = await reader.post(f"/q/{desk.token}", form)
    assert answer.status == 413
    assert "10 MB" in answer.text


async def test_hundreds_of_fields_are_refused(house: House, desk: Desk, reader: Reader) -> None:
    """A form has a few fields."""
    seen = await reader.scan(desk)
    fields = {f"q-x{n}": "5" for n in range(500)}
    assert (await reader.send(desk, seen, level="5", **fields)).status == 400
    form = FormData(seen.page.fields | fields, default_to_multipart=True)
    assert (await reader.post(f"/q/{desk.token}", form)).status == 400
    assert house.levels() == []


async def test_names_with_markup_are_shown_literally(house: House, reader: Reader) -> None:
    """A desk's name is text, and keeps its direction to itself."""
    name = "<script>alert('x')</script> & \u202eHộ tịch"
    desk = house.desk(name)
    seen = await reader.scan(desk)
    assert desk.name in seen.text
    assert "<script>alert" not in seen.page.source
    assert seen.page.tags.count("bdi") >= 2


@pytest.mark.parametrize("cookie", ["", "x", "k1.AAAA.BBBB", "k1..", "A" * 4000, "k1.é.é"])
async def test_a_cookie_that_is_not_ours_is_ignored(
    house: House, desk: Desk, reader: Reader, cookie: str
) -> None:
    """The hidden field still identifies."""
    seen = await reader.scan(desk)
    headers = {"Cookie": f"{COOKIE}={cookie}"}
    answer = await reader.post(
        f"/q/{desk.token}", {**seen.page.fields, "level": "5"}, headers=headers
    )
    assert answer.status == 200
    assert house.levels() == [5]


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
async def test_other_methods_get_a_kind_page(desk: Desk, reader: Reader, method: str) -> None:
    """The page says how to begin again, and names what is allowed."""
    seen = await reader.ask(method, f"/q/{desk.token}")
    assert seen.status == 405
    assert "quét mã" in seen.text
    assert "POST" in seen.headers["Allow"]
