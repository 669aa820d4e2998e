"""What citizens write, name their files and are searched by reaches the terminal as text alone."""

import json
import re

import pytest

from feedback.services.cases import attachments, templates
from feedback.store.work import Store
from tests.admin_tui.at_cases import chosen, opened, pasted, working
from tests.admin_tui.driving import Driver
from tests.casework.bureau import Bureau, bureau
from tests.casework.naughty import NAUGHTY
from tests.conftest import Hands
from tests.privacy.pictures import with_place

_OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
"""What a terminal takes for something else than a letter."""
_TURNED = re.compile("[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What an eye does."""


@pytest.fixture
def one(sqlite_store: Store, clock: Hands) -> Bureau:
    return bureau(sqlite_store, clock)


def letters(driver: Driver, *, own: bool = False) -> None:
    """Fail where anything on the screen is no letter; one's ``own`` words may turn the line."""
    text = driver.text
    found = _OBEYED.search(text) or (None if own else _TURNED.search(text))
    assert found is None, (found, text)


async def test_what_was_written_is_shown_and_nothing_of_it_is_obeyed(one: Bureau) -> None:
    """On the case, however far one reads, and as the names of its files."""
    case = one.told("Chuyện:\n" + "\n".join(text for text in NAUGHTY if len(text) < 100) + "\nHết.")
    with one.store.work() as work:
        for text in NAUGHTY[:9]:
            attachments.add(work, case.id, attachments.prepared(with_place()), "web", text)
    async with working(one, "handler A") as driver:
        letters(driver)
        await opened(driver, case.code)
        await driver.see("Chuyện:", "+84 912 345 678")
        seen = [""]
        while "Hết." not in seen[-1]:
            letters(driver)
            assert driver.text != seen[-1], "it goes no further"
            seen.append(driver.text)
            await driver.press("pagedown")
        assert "[bold red]x[/] [link=http://x]y[/link]" in "\n".join(seen)


async def test_what_is_searched_for_is_not_obeyed_either(one: Bureau) -> None:
    one.told(NAUGHTY[-1])
    async with working(one, "handler A") as driver:
        for text in NAUGHTY[6:13]:
            await driver.press("f2")
            await driver.see("Tìm việc")
            await pasted(driver, text)
            await driver.press("enter")
            await driver.see("Không thấy việc nào khớp")
            letters(driver, own=True)
            await driver.press("escape")
            await driver.see("Việc cần xử lý")


async def test_a_template_with_such_words_is_only_words(one: Bureau) -> None:
    """Marks of a template that nobody knows stay as they were written, or are refused at the import."""
    body = "Kính gửi ông/bà. [bold]x[/] \x1b[31m\u202eđỏ\u2069 <b>y</b>\n{noi_dung}"
    entry = {"code": "xau", "vi": {"title": "Xấu \x1b[2J[red]x\u202e", "body": body}}
    data = json.dumps([entry]).encode()
    one.does(templates.import_file, "operator", data, "thử")
    case = one.told()
    async with working(one, "handler A") as driver:
        await opened(driver, case.code)
        await driver.press("f3")
        await driver.see("Người xử lý: handler A")
        await driver.press("f2")
        await driver.see("Người dân sẽ đọc")
        await driver.press("f3")
        await driver.see("Mẫu trả lời")
        letters(driver)
        await chosen(driver, "Xấu", "Mẫu trả lời")
        await driver.see("[bold]x[/]")
        letters(driver)
