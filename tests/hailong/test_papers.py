"""The law's papers are drafted from what is really set, and say what is not."""

import html
import json
import re
from pathlib import Path

import pytest

from bot.pages.wording import vi
from hailong.papers import drafts, sheet
from hailong.papers.facts import UNKNOWN, kinds
from hailong.settings import Settings
from tests.serving import Server


def settings(**more: object) -> Settings:
    return Settings(home=Path("/nowhere"), **more)


def test_times_are_those_that_are_set() -> None:
    paper = sheet.text(drafts.processing(settings(keep_contact_days=77, keep_comment_days=123)))
    assert "77 ngày" in paper
    assert "123 ngày" in paper
    assert "180 ngày" not in paper


def test_the_papers_and_the_pages_name_the_same_ground_for_words() -> None:
    """The privacy page takes comments by consent: the record of processing must not say otherwise."""
    assert "Góp ý và ảnh được nhận khi ông/bà đồng ý gửi (Điều 9)" in vi.WORDS["privacy.law"]
    (row,) = [one for one in kinds(settings()) if one.what.startswith("Lời góp ý")]
    assert "Đ.9" in row.ground


def test_backups_are_kept_as_the_timer_keeps_them() -> None:
    """Who was erased stays in sealed backups for so long, and the office answers for it."""
    timer = Path(__file__).parents[2] / "deploy" / "systemd" / "hailong-backup.service"
    days, weeks = re.findall(r"--keep (\d+) --weekly (\d+)", timer.read_text("utf-8"))[0]
    assert f"giữ {days} ngày, {weeks} tuần" in sheet.text(drafts.security(settings()))


def test_what_is_not_set_is_said() -> None:
    bare = sheet.text(drafts.processing(settings()))
    assert UNKNOWN in bare
    named = sheet.text(drafts.processing(settings(office="UBND xã A", contact="028 1")))
    assert "UBND xã A" in named


def test_each_open_door_is_named_with_who_else_reads_it() -> None:
    closed = sheet.text(drafts.impact(settings()))
    assert "Zalo" not in closed.replace("Zalo, ", "")
    assert "Telegram" not in closed
    assert "Chưa dùng mạng xã hội" in closed
    opened = sheet.text(
        drafts.impact(settings(zalo_oa_id="123", messenger_permission="QĐ 5/QĐ-UBND"))
    )
    assert "người quản lý trang Zalo" in opened
    assert "QĐ 5/QĐ-UBND" in opened


def test_what_was_set_cannot_become_markup() -> None:
    hostile = "<script>alert(1)</script>"
    for paper in drafts.every(settings(office=hostile)):
        page = sheet.html(paper)
        assert "<script" not in page
        assert html.escape(hostile) in page


@pytest.mark.parametrize("form", ["html", "txt"])
def test_the_command_writes_what_it_lists(tmp_path: Path, form: str) -> None:
    server = Server(tmp_path / "home")
    server.found()
    out = tmp_path / "papers"
    told = json.loads(server.command("papers", "--out", str(out), "--format", form, "--json"))
    assert len(told["rows"]) == 5
    for row in told["rows"]:
        assert str(row["title"]).split()[0].lower() in Path(row["path"]).read_text("utf-8").lower()


def test_what_somebody_filled_in_is_not_written_over(tmp_path: Path) -> None:
    server = Server(tmp_path / "home")
    server.command("init", "--yes")
    out = tmp_path / "papers"
    server.command("papers", "--out", str(out))
    server.command("papers", "--out", str(out))
    filled, other = out / "ho-so-cap-do.html", out / "loi-dong-y.html"
    filled.write_text(filled.read_text("utf-8").replace("……………", "cấp độ ba"), "utf-8")
    other.unlink()
    server.command("papers", "--out", str(out), code=1)
    assert "cấp độ ba" in filled.read_text("utf-8")
    assert not other.exists()
    server.command("papers", "--out", str(out), "--replace")
    assert "cấp độ ba" not in filled.read_text("utf-8")
    assert other.exists()


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a file").touch()
    done = Server(tmp_path / "home").run("papers", "--out", str(tmp_path / "a file" / "papers"))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "a file" in done.stderr
