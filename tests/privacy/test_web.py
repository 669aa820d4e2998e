"""On the tracking page a citizen has a copy, takes the contact back, or is erased, after being sure."""

import json

import pytest

from feedback.domain.requests import RequestKind
from feedback.services.cases import attachments
from feedback.store import case_people
from feedback.store.case_people import Contact
from feedback.store.work import Store
from tests.pages.house import House
from tests.pages.reader import Reader, Seen, visited
from tests.privacy import traces
from tests.privacy.conftest import FILE_NAME, NAME, PHONE, Left, filed
from tests.privacy.pictures import with_place
from tests.privacy.test_requests import rows, swept


async def opened(reader: Reader, number: str) -> Seen:
    seen = await reader.get("/t")
    return await reader.post("/t", {**seen.page.fields, "number": number})


async def pressed(reader: Reader, seen: Seen, step: str) -> Seen:
    return await reader.post("/t", {**seen.page.fields, "step": step})


async def test_an_erasure_asks_first_and_then_nothing_is_left(store: Store) -> None:
    """Two pages, one confirmation, and the number opens nothing any more."""
    case, _, number = filed(store, "Chuyện riêng của tôi")
    sealed = traces.sealed(store, b"", [case])
    async with visited(House(store)) as reader:
        seen = await opened(reader, number)
        sure = await pressed(reader, seen, "erase")
        assert "Ông/bà có chắc không?" in sure.text
        assert traces.in_rows(store, sealed)
        done = await pressed(reader, sure, "erase-yes")
        assert "đã được xoá" in done.text
        assert (await opened(reader, number)).status == 404
        assert (await pressed(reader, sure, "erase-yes")).status == 200
        assert (await pressed(reader, sure, "copy")).status == 200
    assert traces.in_rows(store, sealed) == set()
    assert traces.in_file(store, sealed) == set()
    assert ("delete", "done", None) in rows(store)


async def test_whoever_leaves_it_keeps_it(store: Store) -> None:
    case, _, number = filed(store)
    async with visited(House(store)) as reader:
        sure = await pressed(reader, await opened(reader, number), "erase")
        back = await pressed(reader, sure, "show")
        assert "Chờ lâu" in back.text
    with store.look() as work:
        assert case_people.contact(work, case) == Contact(NAME, PHONE)


async def test_a_case_of_a_chat_takes_the_chat_along(store: Store, left: Left) -> None:
    """Erased on the page, the messenger's side follows with the next sweep."""
    async with visited(House(store)) as reader:
        sure = await pressed(reader, await opened(reader, left.number), "erase")
        assert (await pressed(reader, sure, "erase-yes")).status == 200
    left.citizen.hears()
    assert swept(store) == 1
    assert traces.in_rows(store, left.marks) == set()


async def test_the_contact_is_taken_back_and_the_case_goes_on(store: Store) -> None:
    case, _, number = filed(store)
    async with visited(House(store)) as reader:
        sure = await pressed(reader, await opened(reader, number), "contact")
        assert "vẫn được giải quyết" in sure.text
        done = await pressed(reader, sure, "contact-yes")
        assert "không còn được giữ" in done.text
        assert "Chờ lâu" in done.text
    with store.look() as work:
        assert case_people.contact(work, case) is None
    assert rows(store) == [(RequestKind.WITHDRAW.value, "done", None)]


@pytest.mark.parametrize("text", ["Chờ lâu", "<script>alert(1)</script> \u202eđảo", "=1+1"])
async def test_the_copy_is_a_page_and_a_file(store: Store, text: str) -> None:
    """What the citizen wrote comes back whole, and can do no harm."""
    case, _, number = filed(store, text)
    photo = attachments.prepared(with_place())
    with store.work() as work:
        attachments.add(work, case, photo, "web", FILE_NAME)
    async with visited(House(store)) as reader:
        seen = await opened(reader, number)
        copy = await pressed(reader, seen, "copy")
        assert (NAME in copy.text, PHONE in copy.text, FILE_NAME in copy.text) == (True,) * 3
        assert "<script>alert" not in copy.page.source
        assert "contact-1" in copy.text
        file = await pressed(reader, copy, "copy-file")
    assert file.headers["Content-Disposition"] == 'attachment; filename="ban-sao.json"'
    assert file.headers["Cache-Control"] == "no-store"
    written = json.loads(file.page.source)
    assert written["contact"] == {"name": NAME, "phone": PHONE, "address": ""}
    assert [one["text"] for one in written["said"]] == [text]
    assert written["files"][0]["name"] == FILE_NAME


async def test_the_copy_of_who_left_no_name_lists_the_files_too(store: Store) -> None:
    """What was sent belongs to the copy, whoever sent it."""
    case, _, number = filed(store)
    with store.work() as work:
        attachments.add(work, case, attachments.prepared(with_place()), "web", FILE_NAME)
        case_people.forget_contact(work, [case])
    async with visited(House(store)) as reader:
        copy = await pressed(reader, await opened(reader, number), "copy")
    assert "không để lại tên" in copy.text
    assert FILE_NAME in copy.text


async def test_the_copy_holds_nothing_of_the_staff(store: Store, left: Left) -> None:
    """The answer is in it, who gave it is not."""
    async with visited(House(store)) as reader:
        copy = await pressed(reader, await opened(reader, left.number), "copy")
        file = await pressed(reader, copy, "copy-file")
    assert "đã thêm một quầy" in file.page.source
    assert "operator" not in file.page.source + copy.page.source


async def test_a_forged_page_does_nothing(store: Store) -> None:
    case, _, _ = filed(store)
    async with visited(House(store)) as reader:
        for step in ("erase-yes", "copy", "copy-file", "contact-yes"):
            seen = await reader.post("/t", {"page": "AAAA", "step": step})
            assert seen.status == 422
    with store.look() as work:
        assert case_people.has_contact(work, case)


async def test_the_privacy_page_tells_the_settings_of_the_purge(store: Store) -> None:
    """The same numbers, from the same place."""
    async with visited(House(store)) as reader:
        for language in ("vi", "en"):
            seen = await reader.get(f"/privacy?lang={language}")
            for days in ("180", "730", "1825", "90"):
                assert days in seen.text
        assert "dấu đã mã hoá của mã" in (await reader.get("/privacy?lang=vi")).text
