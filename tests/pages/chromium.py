"""A real browser for the pages: Debian's Chromium, headless, of a phone's size."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
)
PATIENCE = 20


class Phone:
    """A browser as a person holds it."""

    def __init__(self, driver: webdriver.Chrome, base: str) -> None:
        self.driver = driver
        self.base = base

    def open(self, path: str) -> None:
        self.driver.get(self.base + path)

    def find(self, css: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, css)

    def all(self, css: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def follow(self, act: Callable[[], Any]) -> None:
        """Do something that leads to another page, and wait until that is there.

        The old page is known by a mark left in it: asking an element of it whether it is stale
        can fail in the driver itself while the pages change places.
        """
        self.driver.execute_script("window.left = true")
        act()
        wait = WebDriverWait(self.driver, PATIENCE, ignored_exceptions=[WebDriverException])
        wait.until(lambda _: self.ask("!window.left && document.readyState === 'complete'"))

    def press(self, css: str) -> None:
        self.follow(self.find(css).click)

    def ask(self, expression: str) -> Any:
        return self.driver.execute_script(f"return ({expression})")

    def text(self) -> str:
        return self.find("body").text

    def size(self, width: int, height: int = 800) -> None:
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": True}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def dark(self, on: bool) -> None:
        feature = {"name": "prefers-color-scheme", "value": "dark" if on else "light"}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})

    def complaints(self) -> list[str]:
        """What the browser wrote into its console, such as refusals of the policy."""
        return [str(entry["message"]) for entry in self.driver.get_log("browser")]


@contextmanager
def phone(base: str, home: Path, *, script: bool = True, cookies: bool = True) -> Iterator[Phone]:
    """Start a browser; with ``script`` or ``cookies`` off it refuses them everywhere."""
    if not shutil.which("chromium") or not shutil.which("chromedriver"):
        pytest.skip("no Chromium with its driver is here")
    options = webdriver.ChromeOptions()
    options.binary_location = str(shutil.which("chromium"))
    for flag in (*FLAGS, f"--user-data-dir={home}", "--lang=vi"):
        options.add_argument(flag)
    refused = {"javascript": not script, "cookies": not cookies}
    settings = {f"profile.default_content_setting_values.{k}": 2 for k, v in refused.items() if v}
    options.add_experimental_option("prefs", {"intl.accept_languages": "vi", **settings})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    try:
        yield Phone(driver, base)
    finally:
        driver.quit()
