"""Answer templates: filled for a case, previewed without saving, versions added and never changed."""

import json
from typing import Any

import pytest

from feedback.services.cases import casework, reading, templates
from feedback.services.refusals import BadFile, Misuse, NotAllowed, NotFound, Refusal
from tests.casework.bureau import Bureau

BODY = "Kính gửi ông/bà, hồ sơ {ma} ngày {ngay_nhan}: {noi_dung}"


def file(*entries: dict[str, Any]) -> bytes:
    return json.dumps(entries, ensure_ascii=False).encode()


def entry(code: str = "cua-xa", body: str = BODY, **more: Any) -> dict[str, Any]:
    return {"code": code, "vi": {"title": "Của xã", "body": body}, **more}


def filled(office: Bureau, name: str, *arguments: Any) -> templates.Filled:
    with office.store.look() as work:
        return templates.filled(work, office.by(name), *arguments)


def test_a_template_is_filled_with_what_the_case_knows(office: Bureau) -> None:
    """Unit, day of receipt and date; what the handler writes stands as it was written."""
    case = office.told()
    words = "Máy in đã sửa. {ma} là mã, {{không}} thay."
    made = filled(office, "handler A", case.code, "da-xu-ly", {"noi_dung": words})
    assert made.template == "da-xu-ly/1"
    assert words in made.text
    assert "UBND A" in made.text
    assert "12/08/2026" in made.text
    office.does(casework.answer, "handler A", case.code, made.text, template=made.template)
    with office.store.look() as work:
        timeline = reading.opened(work, office.by("handler A"), case.code).timeline
    assert dict(timeline[-1].detail)["template"] == "da-xu-ly/1"


def test_a_preview_stores_nothing(office: Bureau) -> None:
    """Filling is reading."""
    case = office.told()
    filled(office, "handler A", case.code, "da-xu-ly", {"noi_dung": "Đã sửa."})
    assert office.read(case.id) == case
    assert office.timeline(case) == ["file"]


def test_the_citizens_language_is_used(one: Bureau) -> None:
    """English for who wrote in English."""
    case = one.told(language="en")
    made = filled(one, "handler A", case.code, "da-xu-ly", {"noi_dung": "Mended."})
    assert made.text.startswith("Dear Sir or Madam")


def test_what_is_left_open_is_told_at_once(one: Bureau) -> None:
    """Every place that is empty, an unknown one, an unknown template, a case out of sight."""
    case = one.told()
    with pytest.raises(Refusal) as caught:
        filled(one, "handler A", case.code, "huong-dan-khieu-nai", {"co_quan": "  "})
    assert "{co_quan}" in str(caught.value)
    assert "{dia_chi}" in str(caught.value)
    with pytest.raises(Misuse, match="noi_dung"):
        filled(one, "handler A", case.code, "da-xu-ly", {"noi dung": "x"})
    with pytest.raises(NotFound, match="da-xu-ly"):
        filled(one, "handler A", case.code, "khong-co", {})
    with pytest.raises(NotFound):
        filled(one, "handler B", case.code, "da-xu-ly", {"noi_dung": "x"})


def test_an_office_adds_versions_of_its_own(office: Bureau) -> None:
    """The newest that holds today is used; the others stay to be looked up."""
    case = office.told()

    def brought(*entries: dict[str, Any]) -> templates.Imported:
        return office.does(templates.import_file, "moderator", file(*entries), "mau.json")

    assert len(brought(entry(), entry("da-xu-ly")).added) == 2
    assert brought(entry()).same == 1
    brought(entry(body="Bản hai: {noi_dung}"), entry("sau-nay", from_day="2026-09-01"))
    made = filled(office, "handler A", case.code, "cua-xa", {"noi_dung": "Đã sửa."})
    assert (made.text, made.template) == ("Bản hai: Đã sửa.", "cua-xa/2")
    made = filled(office, "handler A", case.code, "da-xu-ly", {"noi_dung": "Đã sửa."})
    assert made.template == "da-xu-ly/2"
    with pytest.raises(NotFound):
        filled(office, "handler A", case.code, "sau-nay", {"noi_dung": "x"})
    office.clock.move(days=20)
    assert filled(office, "handler A", case.code, "sau-nay", {"noi_dung": "x"}).text
    with office.store.look() as work:
        every = templates.versions(work, office.by("handler A"), "cua-xa")
        here = templates.listed(work, office.by("auditor"), language="vi")
    assert [one.template.version for one in every] == [1, 2]
    assert len([one for one in here if one.template.code == "cua-xa"]) == 1


BAD: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xfe", "UTF-8"),
    (b"[" * 100_000, "JSON"),
    (b"{}", "list"),
    (b"[]", "no template"),
    (file(entry(body="{khong_co}")), "khong_co"),
    (file(entry("Mã Xấu")), "a-z"),
    (file(entry(), entry()), "2 times"),
    (file({"code": "x"}), "vi is missing"),
    (file(entry(kind="gossip")), "kind is one of"),
    (file(entry(from_day="mai")), "isoformat"),
    (file(entry(colour="red")), "colour"),
    (file({"code": 7, "vi": {"title": "t", "body": "b"}}), "text"),
    (file(entry(body="x" * 8001)), "8000"),
    (json.dumps([7]).encode(), "written as"),
)


@pytest.mark.parametrize(("data", "told"), BAD)
def test_a_bad_file_is_refused_whole(one: Bureau, data: bytes, told: str) -> None:
    """With what is wrong; nothing of it is stored."""
    with pytest.raises(BadFile, match=told):
        one.does(templates.import_file, "moderator", data, "mau.json")
    with pytest.raises(BadFile):
        one.does(templates.import_file, "moderator", file(entry(), entry("b", "{x}")), "m.json")
    with one.store.look() as work, pytest.raises(NotFound):
        templates.versions(work, one.by("auditor"), "cua-xa")


def test_templates_are_the_whole_offices_to_change(one: Bureau) -> None:
    """Neither a unit's supervisor nor the auditor adds any."""
    for name in ("supervisor A", "inspector P", "auditor"):
        with pytest.raises(NotAllowed):
            one.does(templates.import_file, name, file(entry()), "mau.json")
