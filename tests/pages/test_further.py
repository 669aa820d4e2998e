"""What a citizen adds on the page of a matter: words and a photo, each once, none of it lost."""

import asyncio

import pytest
from aiohttp import FormData

from feedback.domain.cases.life import CaseState
from feedback.domain.cases.record import Voice
from feedback.services.cases import attachments, casework, moderation
from feedback.services.cases.attachments import Attachment
from feedback.store import case_words
from tests.pages.house import OPERATOR, Desk, House
from tests.pages.reader import Reader, Seen
from tests.pages.test_more import REFUSED, picture
from tests.pages.test_telling import followed, number_on, only, told

WORDS = "Tôi đã nộp đủ giấy."


def files(house: House) -> tuple[Attachment, ...]:
    """List the files of the only case."""
    case = only(house)
    with house.store.look() as work:
        return attachments.listed(work, OPERATOR, case.code)


def additions(house: House) -> list[str | None]:
    """List what was added to the only case."""
    case = only(house)
    with house.store.look() as work:
        told = case_words.words(work, case.id)
    return [one.text for one in told if one.voice is Voice.ADDITION]


async def opened(house: House, desk: Desk, reader: Reader) -> Seen:
    """File a case, have it asked about, and open its page."""
    number = number_on(await told(reader, f"/case/{desk.token}"))
    with house.store.work() as work:
        casework.take(work, OPERATOR, only(house).code)
        casework.ask(work, OPERATOR, only(house).code, "Ông/bà có biên nhận không?")
    return await followed(reader, number)


async def added(reader: Reader, seen: Seen, text: str = "", photo: bytes | None = None) -> Seen:
    """Send the form of the page, as a browser does."""
    form = FormData(
        {"page": seen.page.fields["page"], "lang": "vi", "step": "add", "text": text},
        default_to_multipart=True,
    )
    if photo is not None:
        form.add_field("photo", photo, filename="anh.jpg", content_type="image/jpeg")
    return await reader.post("/t", form)


async def test_a_photo_answers_what_was_asked(house: House, desk: Desk, reader: Reader) -> None:
    """It needs no words, is kept without where it was taken, and stands on the page."""
    seen = await opened(house, desk, reader)
    assert any(a.get("type") == "file" for _, a in seen.page.attributes)
    done = await added(reader, seen, photo=picture())
    assert "Đã nhận phần bổ sung" in done.text
    assert "Ảnh ông/bà gửi" in done.text
    (kept,) = files(house)
    case = only(house)
    assert case.state is CaseState.ACCEPTED
    with house.store.look() as work:
        shown = attachments.read(work, OPERATOR, case.code, kept.id)
        assert case_words.newest(work, case.id).act == "add"
    assert shown.data.startswith(b"\xff\xd8\xff")
    assert b"SECRET" not in shown.data


async def test_the_same_form_sent_again_adds_nothing(
    house: House, desk: Desk, reader: Reader
) -> None:
    """A double tap keeps one text, one photo, one line in the timeline, and says it is received."""
    seen = await opened(house, desk, reader)
    all_of_them = [added(reader, seen, WORDS, picture()) for _ in range(4)]
    answers = await asyncio.gather(*all_of_them)
    assert all("Đã nhận phần bổ sung" in answer.text for answer in answers)
    assert additions(house) == [WORDS]
    assert len(files(house)) == 1
    with house.store.look() as work:
        acts = [one.act for one in case_words.timeline(work, only(house).id)]
    assert acts.count("add") == 1
    await added(reader, seen, "Và còn một việc nữa.", picture())
    assert additions(house) == [WORDS, "Và còn một việc nữa."]


@pytest.mark.parametrize("why", list(REFUSED))
async def test_a_photo_that_cannot_be_taken_leaves_the_words(
    house: House, desk: Desk, reader: Reader, why: str
) -> None:
    """And says kindly what is wrong with it."""
    seen = await opened(house, desk, reader)
    done = await added(reader, seen, WORDS, REFUSED[why])
    assert done.status == 200
    assert why in done.text
    assert (additions(house), files(house)) == ([WORDS], ())
    alone = await added(reader, seen, "", REFUSED[why])
    assert alone.status == 422
    assert why in alone.text


async def test_a_sixth_photo_is_told_of(house: House, desk: Desk, reader: Reader) -> None:
    """The words beside it are kept, and the page asks for no more photos."""
    seen = await opened(house, desk, reader)
    for n in range(1, 6):
        last = await added(reader, seen, photo=picture(size=(n * 10, 10)))
    assert not any(a.get("type") == "file" for _, a in last.page.attributes)
    done = await added(reader, seen, WORDS, picture(size=(99, 10)))
    assert "5 ảnh" in done.text
    assert "Đã nhận phần bổ sung" in done.text
    alone = await added(reader, seen, "", picture(size=(98, 10)))
    assert "5 ảnh" in alone.text
    assert "Đã nhận phần bổ sung" not in alone.text
    assert (additions(house), len(files(house))) == ([WORDS], 5)


async def test_words_that_are_taken_no_more_are_shown_again(
    house: House, desk: Desk, reader: Reader
) -> None:
    """Somebody of the office was faster; what was written is not lost, and looks as it was."""
    seen = await opened(house, desk, reader)
    with house.store.work() as work:
        moderation.spam(work, OPERATOR, only(house).code, "không phải việc")
    done = await added(reader, seen, f"<b>{WORDS}</b>")
    assert "không còn làm được" in done.text
    assert f"<b>{WORDS}</b>" in done.text
    assert any(a.get("href") == "/case" for _, a in done.page.attributes)
    assert additions(house) == []


async def test_words_that_could_not_be_stored_are_offered_again(
    house: House, desk: Desk, reader: Reader
) -> None:
    """One tap sends them once the house is back."""
    seen = await opened(house, desk, reader)
    house.wounded = True
    failed = await added(reader, seen, WORDS)
    assert failed.status == 503
    house.wounded = False
    assert failed.page.fields["text"] == WORDS
    again = await reader.post("/t", {**failed.page.fields, "step": "add"})
    assert "Đã nhận phần bổ sung" in again.text
    assert additions(house) == [WORDS]
