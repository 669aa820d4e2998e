"""The pages in a real browser: small screens, no script, no cookies, keyboard, contrast."""

import asyncio
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import web
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from feedback.services import tablets
from feedback.store.engine import open_engine
from feedback.store.vault import Vault
from feedback.store.work import Store, wall_clock
from tests.pages.chromium import PATIENCE, Phone, phone
from tests.pages.house import OPERATOR, Desk, House
from tests.pages.measures import COMPLAINT, CONTRAST, SMALL
from tests.pages.test_public import publish, rate

pytestmark = pytest.mark.browser

LEVEL = ".level[value='{}']"


@pytest.fixture
def house(sqlite_url: str, vault: Vault) -> Iterator[House]:
    """An office with everything switched on, on the clock of the wall."""
    store = Store(open_engine(sqlite_url), vault, wall_clock)
    house = House(store, telegram="hailong_bot", zalo="https://zalo.me/1234567890")
    house.units(
        "code,name,kind,parent_code,group,valid_from,valid_to\n"
        "P-A,UBND phường Hồng Bàng,ward,,,2025-07-01,\n"
    )
    yield house
    store.close()


@pytest.fixture
def desk(house: House) -> Desk:
    return house.desk("Quầy 3: Hộ tịch – Chứng thực và các thủ tục khác")


@pytest.fixture
def base(house: House) -> Iterator[str]:
    """The address of the office's web door, served from a thread of its own."""
    loop = asyncio.new_event_loop()
    runner = web.AppRunner(house.application())
    loop.run_until_complete(runner.setup())
    site = web.TCPSite(runner, "127.0.0.1", 0)
    loop.run_until_complete(site.start())
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.run_until_complete(runner.cleanup())
    loop.close()


@pytest.fixture
def held(base: str, tmp_path: Path) -> Iterator[Phone]:
    with phone(base, tmp_path / "profile") as held:
        held.size(390)
        yield held


def walk(held: Phone, desk: Desk, language: str) -> Iterator[str]:
    """Go through every page a citizen may see, and name each."""
    lang = f"?lang={language}"
    held.open(f"/q/{desk.token}{lang}")
    yield "levels"
    held.press(LEVEL.format(4))
    yield "thanks"
    held.press("[name=change]")
    yield "change"
    held.press(LEVEL.format(2))
    held.find("#comment").send_keys("Rất tốt " * 40)
    held.press(".button[type=submit]:not([name])")
    yield "done"
    for path in ("/privacy", "/", "/nothing", "/q/nothing", "/kiosk"):
        held.open(f"{path}{lang}")
        yield path


def test_a_rating_without_script_and_without_cookies(
    house: House, desk: Desk, base: str, tmp_path: Path
) -> None:
    """Everything works in a browser that refuses both."""
    with phone(base, tmp_path / "p", script=False, cookies=False) as held:
        held.size(320)
        held.open(f"/q/{desk.token}")
        assert held.find("[data-copy]").text == "Mở Zalo"
        held.press(LEVEL.format(4))
        assert "Đã ghi: Hài lòng" in held.text()
        held.find("input[value='2']").click()
        held.find("#comment").send_keys("Chờ lâu")
        held.press(".button[type=submit]:not([name])")
        assert "Cảm ơn ông/bà!" in held.text()
        assert held.driver.get_cookies() == []
    assert (house.levels(), house.comments()) == ([4], ["Chờ lâu"])
    assert list(house.answers().values()) == [2]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_fits_320_pixels_also_with_large_text(
    house: House, desk: Desk, held: Phone, language: str
) -> None:
    """No page scrolls sideways, at plain size and at 200 %."""
    rate(house, desk, {5: 40, 4: 10})
    publish(house, f"{wall_clock() - timedelta(days=35):%Y-%m}")
    held.size(320)
    for page in walk(held, desk, language):
        assert held.ask("document.documentElement.scrollWidth") <= 320, page
        held.ask("document.documentElement.style.fontSize = '200%'")
        assert held.ask("document.documentElement.scrollWidth") <= 320, page


@pytest.mark.parametrize("dark", [False, True])
def test_text_and_edges_have_contrast_and_targets_are_large(
    house: House, desk: Desk, held: Phone, dark: bool
) -> None:
    """4.5 to 1 for text, 3 to 1 for what marks a control, 44 pixels for what is tapped."""
    rate(house, desk, {5: 40, 4: 10})
    publish(house, f"{wall_clock() - timedelta(days=35):%Y-%m}")
    held.dark(dark)
    for page in walk(held, desk, "vi"):
        assert held.ask(CONTRAST) == [], page
        assert held.ask(SMALL) == [], page


def test_the_browser_has_nothing_to_complain_about(desk: Desk, held: Phone) -> None:
    """The policy fits the pages: nothing of them is refused."""
    for page in walk(held, desk, "vi"):
        found = [line for line in held.complaints() if COMPLAINT not in line]
        assert found == [], page


def test_a_rating_by_keyboard_alone(house: House, desk: Desk, held: Phone) -> None:
    """Tab leads past the skip link to the levels in their order; Enter rates; focus is seen."""
    held.open(f"/q/{desk.token}")
    seen = []
    for _ in range(7):
        held.driver.switch_to.active_element.send_keys(Keys.TAB)
        focused = held.driver.switch_to.active_element
        seen.append(focused.get_attribute("value") or focused.get_attribute("class") or "")
        assert held.ask("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") >= 2
    assert seen == ["skip", "", "5", "4", "3", "2", "1"]
    held.follow(lambda: held.driver.switch_to.active_element.send_keys(Keys.ENTER))
    assert house.levels() == [1]


def test_the_language_is_changed_in_the_middle_of_a_comment(
    house: House, desk: Desk, held: Phone
) -> None:
    """Nothing typed is lost, and Enter in the form sends it and does not change the language."""
    held.open(f"/q/{desk.token}")
    held.press(LEVEL.format(4))
    held.find("input[value='2']").click()
    held.find("#comment").send_keys("Chờ lâu")
    held.press("header [name=switch]")
    assert "Recorded: Satisfied" in held.text()
    assert held.find("#comment").get_attribute("value") == "Chờ lâu"
    held.follow(lambda: held.find("input[value='2']:checked").send_keys(Keys.ENTER))
    assert "We have recorded" in held.text()
    assert (house.levels(), house.comments()) == ([4], ["Chờ lâu"])
    held.press("header [name=switch]")
    assert "Chúng tôi đã ghi" in held.text()


def test_a_screen_reader_hears_group_levels_and_confirmation(desk: Desk, held: Phone) -> None:
    """Names come from words alone; faces are silent."""
    held.open(f"/q/{desk.token}")
    heard = tree(held)
    assert ("group", "Mức hài lòng") in heard
    buttons = [name for role, name in heard if role == "button"]
    assert buttons == [
        "Rất hài lòng",
        "Hài lòng",
        "Bình thường",
        "Không hài lòng",
        "Rất không hài lòng",
    ]
    assert not [role for role, _ in heard if role in ("img", "image", "SvgRoot")]
    held.press(LEVEL.format(3))
    assert "status" in [role for role, _ in tree(held)]
    assert held.driver.title == "Đã ghi đánh giá"


def tree(held: Phone) -> list[tuple[str, str]]:
    """Role and name of everything that is read out."""
    nodes = held.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    return [
        (str(node["role"]["value"]), str(node.get("name", {}).get("value", "")))
        for node in nodes
        if not node["ignored"]
    ]


def test_the_five_levels_are_treated_alike(desk: Desk, held: Phone) -> None:
    """Same size, same colours, same weight: none is made more tempting."""
    held.open(f"/q/{desk.token}")
    style = (
        "[...document.querySelectorAll('.level')].map(b => {const s = getComputedStyle(b),"
        "r = b.getBoundingClientRect(); return [r.width, r.height, r.left, s.color,"
        "s.backgroundColor, s.borderColor, s.fontSize, s.fontWeight].join()})"
    )
    assert len(set(held.ask(style))) == 1


def test_the_code_is_copied_in_one_tap(desk: Desk, held: Phone) -> None:
    """The button says what it does, copies the code, tells so, and its link has no query.

    All of it is done once the tap is over: a promise may be dropped as the next page opens.
    """
    dropped = "{writeText: () => new Promise(() => {})}"
    held.driver.execute_cdp_cmd(
        "Page.addScriptToEvaluateOnNewDocument",
        {"source": f"Object.defineProperty(navigator, 'clipboard', {{value: {dropped}}})"},
    )
    held.open(f"/q/{desk.token}")
    link = held.find("[data-copy]")
    assert link.text == "Sao chép mã và mở Zalo"
    assert link.get_attribute("href") == "https://zalo.me/1234567890"
    held.ask("document.addEventListener('click', e => e.preventDefault())")
    link.click()
    WebDriverWait(held.driver, PATIENCE).until(lambda _: "Đã sao chép mã." in held.text())
    held.ask("document.body.appendChild(document.createElement('textarea')).id = 'pasted'")
    held.find("#pasted").send_keys(Keys.CONTROL, "v")
    assert held.ask("document.getElementById('pasted').value") == f"#{desk.code}"


def test_a_shared_tablet_returns_by_itself(house: House, desk: Desk, held: Phone) -> None:
    """After thanks the next person finds the start, and is somebody else."""
    token = house.act(lambda work: tablets.register(work, OPERATOR, house.codes, desk.id))
    held.size(1024, 768)
    held.open(f"/tablet/{token}")
    held.press(LEVEL.format(5))
    assert "Cảm ơn" in held.text()
    held.follow(lambda: None)
    assert len(held.all(".level")) == 5
    assert held.ask(SMALL) == []
    held.press(LEVEL.format(1))
    assert house.levels() == [5, 1]
