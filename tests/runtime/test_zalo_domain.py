"""The address proves itself to Zalo's console before anything of Zalo is switched on."""

import urllib.request
from pathlib import Path

import pytest
from pydantic import ValidationError

from hailong.settings import Settings
from tests.serving import Server

CODE = "HVAV9eNi1G9wpOnV_lesVJptXKFGWLyTDZWq"


@pytest.mark.parametrize("given", [CODE, f"zalo_verifier{CODE}.html", f" {CODE}\n"])
def test_the_code_is_taken_as_the_console_offers_it(given: str) -> None:
    assert Settings(zalo_domain_code=given).zalo_domain_code == CODE


@pytest.mark.parametrize("given", ["x", "../etc/passwd", f'{CODE}"><script>', f"{CODE}/.."])
def test_what_is_no_such_code_is_refused(given: str) -> None:
    with pytest.raises(ValidationError, match="zalo_domain_code"):
        Settings(zalo_domain_code=given)


def test_the_page_that_the_console_looks_for_is_there(tmp_path: Path) -> None:
    """With no other setting of Zalo's, for it is asked for before the account is linked."""
    server = Server(tmp_path / "home", zalo_domain_code=CODE)
    server.found()
    server.start()
    try:
        with urllib.request.urlopen(f"{server.url}/zalo_verifier{CODE}.html") as answer:
            assert answer.headers.get_content_type() == "text/html"
            told = answer.read().decode()
    finally:
        server.kill()
    assert f'<meta name="zalo-platform-site-verification" content="{CODE}">' in told
