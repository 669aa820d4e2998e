"""What may follow the tap adds to the same rating, once."""

import asyncio
import io

import pytest
from PIL import Image

from feedback.services import photos
from feedback.store.tables import codes, facts
from tests.conftest import Hands
from tests.pages.house import Desk, House
from tests.pages.reader import Reader, Seen


def picture(kind: str = "JPEG", size: tuple[int, int] = (80, 60)) -> bytes:
    """A photo that says where it was taken."""
    exif = Image.Exif()
    exif[0x010F] = "SECRET-CAMERA"
    out = io.BytesIO()
    Image.new("RGB", size, "#8f1d21").save(out, kind, exif=exif)
    return out.getvalue()


def questions(seen: Seen) -> list[str]:
    """The codes of the questions that stand on a page."""
    named = [str(a.get("name")) for tag, a in seen.page.attributes if a.get("type") == "radio"]
    return list(dict.fromkeys(name.removeprefix("q-") for name in named))


async def test_three_questions_follow_each_with_a_way_to_pass(desk: Desk, reader: Reader) -> None:
    """Each question offers the five levels and not knowing, and none is chosen beforehand."""
    thanks = await reader.tap(desk, 4)
    assert len(questions(thanks)) == 3
    radios = [a for tag, a in thanks.page.attributes if a.get("type") == "radio"]
    assert [a["value"] for a in radios] == ["5", "4", "3", "2", "1", "0"] * 3
    assert not any("checked" in a for a in radios)
    assert thanks.text.count("Chưa có kết quả / Không biết") == 3


async def test_visits_are_asked_different_questions(desk: Desk, reader: Reader) -> None:
    """Each of the five factors gathers answers."""
    asked = set()
    for _ in range(40):
        asked.update(questions(await reader.tap(desk, 4)))
    assert asked == {"access", "procedure", "staff", "result", "feedback"}


async def test_a_reload_asks_the_same_questions(desk: Desk, reader: Reader) -> None:
    """A page that is sent again looks the same."""
    seen = await reader.scan(desk)
    first = await reader.send(desk, seen, level="4")
    second = await reader.send(desk, seen, level="4")
    assert questions(first) == questions(second)


async def test_answers_and_comment_join_the_rating(
    house: House, desk: Desk, reader: Reader
) -> None:
    """What is filled in is stored with the level, and the last page says so."""
    thanks = await reader.tap(desk, 4)
    code, other, _ = questions(thanks)
    fields = {f"q-{code}": "2", f"q-{other}": "0", "comment": "Chờ hơi lâu."}
    done = await reader.send(desk, thanks, **fields)
    assert done.status == 200
    assert house.levels() == [4]
    assert house.answers() == {code: 2, other: 0}
    assert house.comments() == ["Chờ hơi lâu."]
    for words in ("Mức hài lòng: Hài lòng", "Số câu đã trả lời thêm: 2", "Góp ý của ông/bà"):
        assert words in done.text


async def test_the_rest_may_be_left_empty(house: House, desk: Desk, reader: Reader) -> None:
    """Sending nothing more is answered with thanks, and stores nothing more."""
    thanks = await reader.tap(desk, 4)
    done = await reader.send(desk, thanks, comment="  \r\n ")
    assert done.status == 200
    assert "Mức hài lòng: Hài lòng" in done.text
    assert house.comments() == []
    assert house.answers() == {}


async def test_the_rest_sent_many_times_at_once_is_stored_once(
    house: House, desk: Desk, reader: Reader
) -> None:
    """A double tap on send keeps one comment, one photo and one answer."""
    thanks = await reader.tap(desk, 4)
    code = questions(thanks)[0]
    fields = {f"q-{code}": "5", "comment": "Tốt"}
    sent = [reader.send(desk, thanks, photo=picture(), **fields) for _ in range(5)]
    assert {answer.status for answer in await asyncio.gather(*sent)} == {200}
    assert house.comments() == ["Tốt"]
    assert len(house.rows(facts.rating_file)) == 1
    assert house.answers() == {code: 5}


async def test_level_and_rest_may_come_in_one_form(
    house: House, desk: Desk, reader: Reader
) -> None:
    """A form that holds everything is stored whole."""
    seen = await reader.scan(desk)
    await reader.send(desk, seen, level="2", comment="Đông quá", **{"q-staff": "3"})
    assert (house.levels(), house.comments(), house.answers()) == ([2], ["Đông quá"], {"staff": 3})


@pytest.mark.parametrize("field", ["q-staff", "q-nothing", "q-", "q-staff'--"])
@pytest.mark.parametrize("value", ["6", "-1", "5.0", "", "٥", "five"])
async def test_answers_that_are_none_are_left_out(
    house: House, desk: Desk, reader: Reader, field: str, value: str
) -> None:
    """An answer outside the scale changes nothing and breaks nothing."""
    thanks = await reader.tap(desk, 4)
    done = await reader.send(desk, thanks, **{field: value})
    assert done.status == 200
    assert house.answers() == {}


async def test_a_question_nobody_asked_is_left_out(
    house: House, desk: Desk, reader: Reader
) -> None:
    """Only questions of the questionnaire can be answered."""
    thanks = await reader.tap(desk, 4)
    await reader.send(desk, thanks, **{"q-invented": "5"})
    assert house.answers() == {}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
async def test_a_photo_is_kept_without_where_it_was_taken(
    house: House, desk: Desk, reader: Reader, kind: str
) -> None:
    """The picture is stored anew; nothing of the file's own notes stays."""
    thanks = await reader.tap(desk, 4)
    done = await reader.send(desk, thanks, photo=picture(kind))
    assert "Ảnh kèm theo" in done.text
    with house.store.look() as work:
        (kept,) = photos.read(work, house.rows(facts.rating)[0].id)
    assert Image.open(io.BytesIO(kept.data)).size == (80, 60)
    assert b"SECRET-CAMERA" not in kept.data


HEIC = b"\x00\x00\x00\x18ftypheic" + b"\x00" * 64
REFUSED = {
    "HEIC": HEIC,
    "không phải ảnh": b"%PDF-1.7 nothing",
    "bị hỏng": picture()[:200],
    "quá 10 MB": b"\xff\xd8\xff" + b"\x00" * (photos.LARGEST + 1),
}


@pytest.mark.parametrize("words", list(REFUSED))
async def test_a_photo_that_cannot_be_taken_loses_nothing_else(
    house: House, desk: Desk, reader: Reader, words: str
) -> None:
    """The comment beside it is stored, and the page says kindly what to do about the photo."""
    thanks = await reader.tap(desk, 4)
    again = await reader.send(desk, thanks, photo=REFUSED[words], comment="Cảm ơn")
    assert again.status == 200
    assert words in again.text
    assert house.comments() == ["Cảm ơn"]
    assert house.rows(facts.rating_file) == []
    assert any(a.get("type") == "file" for _, a in again.page.attributes)


@pytest.mark.parametrize("size", [(20_000, 20_000), (10_000, 10_000), (7_100, 7_100)])
async def test_a_photo_made_to_fill_memory_is_refused(
    house: House, desk: Desk, reader: Reader, size: tuple[int, int]
) -> None:
    """A small file that unpacks to a gigantic picture is not unpacked, and is not called broken."""
    out = io.BytesIO()
    Image.new("1", size).save(out, "PNG")
    thanks = await reader.tap(desk, 4)
    again = await reader.send(desk, thanks, photo=out.getvalue())
    assert "khổ lớn quá" in again.text
    assert "hỏng" not in again.text
    assert house.rows(facts.rating_file) == []


async def test_a_sixth_photo_is_refused_kindly(house: House, desk: Desk, reader: Reader) -> None:
    """Five photos a rating."""
    thanks = await reader.tap(desk, 4)
    for n in range(1, 6):
        await reader.send(desk, thanks, photo=picture(size=(n * 10, 10)))
    again = await reader.send(desk, thanks, photo=picture(size=(99, 10)))
    assert "5 ảnh" in again.text
    assert len(house.rows(facts.rating_file)) == 5


async def test_comments_of_one_rating_are_bounded(house: House, desk: Desk, reader: Reader) -> None:
    """A machine cannot fill the book through one rating, and is told so."""
    thanks = await reader.tap(desk, 4)
    for n in range(7):
        last = await reader.send(desk, thanks, comment=f"Lần {n}")
    assert len(house.comments()) == 5
    assert "chưa được ghi" in last.text


async def test_the_rest_without_a_rating_asks_for_a_level_and_keeps_what_was_typed(
    house: House, desk: Desk, reader: Reader
) -> None:
    """Text that comes before the tap is carried along and stored with it."""
    seen = await reader.scan(desk)
    asked = await reader.send(desk, seen, comment="Viết trước", **{"q-staff": "1"})
    assert asked.status == 422
    assert house.comments() == []
    await reader.send(desk, asked, level="2")
    assert (house.levels(), house.comments(), house.answers()) == (
        [2],
        ["Viết trước"],
        {"staff": 1},
    )


async def test_the_rest_sent_after_midnight_joins_the_evenings_rating(
    house: House, desk: Desk, reader: Reader, clock: Hands
) -> None:
    """Whoever writes slowly still adds to the same rating."""
    clock.move(hours=11, minutes=59)
    thanks = await reader.tap(desk, 4)
    clock.move(minutes=10)
    await reader.send(desk, thanks, comment="Muộn rồi")
    assert (house.levels(), house.comments()) == ([4], ["Muộn rồi"])


async def test_without_a_messenger_nothing_is_offered(
    house: House, desk: Desk, reader: Reader
) -> None:
    """No code is made where no door is open."""
    seen = await reader.tap(desk, 5)
    assert "Zalo" not in seen.text
    assert "Telegram" not in seen.text
    assert house.rows(codes.visit_code) == []


@pytest.mark.parametrize(
    "blank", ["\u200b", " \u2060\ufeff\n", "\u3164\u2800", "\u00a0\u0301", "\ufe0f"]
)
async def test_a_comment_nobody_can_see_is_none(
    house: House, desk: Desk, reader: Reader, blank: str
) -> None:
    """It is neither stored nor confirmed as given."""
    thanks = await reader.tap(desk, 4)
    done = await reader.send(desk, thanks, comment=blank)
    assert house.comments() == []
    assert "Góp ý của ông/bà" not in done.text


@pytest.mark.parametrize("seen", ["👍", "?", "\u200bTốt", "ឃ", "1", "👨\u200d👩\u200d👧"])
async def test_a_comment_of_one_sign_is_one(
    house: House, desk: Desk, reader: Reader, seen: str
) -> None:
    """Whatever can be seen is kept, as it was written."""
    thanks = await reader.tap(desk, 4)
    await reader.send(desk, thanks, comment=seen)
    assert house.comments() == [seen]
