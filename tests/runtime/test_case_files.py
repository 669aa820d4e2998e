"""Files that come with a case in the chat, or with a reply to what was asked."""

import pytest

from bot.conversation.events import Medium, Sent
from feedback.services.cases import attachments, casework
from feedback.store.work import Store
from tests.office import open_office
from tests.runtime.casework import OPERATOR, Citizen, enrol, only


@pytest.fixture
def anna(store: Store) -> Citizen:
    open_office(store)
    enrol(store)
    return Citizen(store)


def test_files_of_a_case_are_expected_under_its_key(store: Store, anna: Citizen) -> None:
    anna.says(
        "góp ý", "1", Sent(Medium.VOICE, "voice-1"), Sent(Medium.DOCUMENT, "d", name="đơn.pdf")
    )
    summary = anna.says("6", "9", "9", "9")
    assert "Tin thoại: 1" in summary
    assert "Tệp: 1" in summary
    anna.does("6")
    case = only(store)
    with store.look() as work:
        found = attachments.listed(work, OPERATOR, case.code)
    assert [(one.medium, one.name, one.state) for one in found] == [
        ("voice", "", "pending"),
        ("document", "đơn.pdf", "pending"),
    ]


def test_no_file_beyond_what_a_case_takes_is_accepted_with_a_reply(
    store: Store, anna: Citizen
) -> None:
    """Those that came before count, so that none is held and then silently dropped."""
    photos = [Sent(Medium.PHOTO, f"p{n}") for n in range(4)]
    anna.says("góp ý", "1", "Giấy sai tên", *photos, "6", "9", "9", "9", "6")
    with store.work() as work:
        casework.take(work, OPERATOR, only(store).code)
        casework.ask(work, OPERATOR, only(store).code, "Xin ảnh giấy tờ?")
    anna.told()
    assert "Chỉ gửi kèm được 5" not in anna.says(Sent(Medium.PHOTO, "p4"))
    assert "Chỉ gửi kèm được 5" in anna.says(Sent(Medium.PHOTO, "p5"))
    anna.does("6")
    assert "Chỉ gửi kèm được 5" in anna.says(Sent(Medium.PHOTO, "p6"))
    with store.look() as work:
        assert len(attachments.listed(work, OPERATOR, only(store).code)) == 5
