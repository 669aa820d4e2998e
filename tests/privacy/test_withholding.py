"""Private data are flagged for who reads a case; a photo of a private person is withheld whole."""

import pytest
from sqlalchemy import select

from feedback.domain.roles import Role, Viewer
from feedback.services import record
from feedback.services.cases import attachments, withholding
from feedback.services.cases.attachments import Withheld
from feedback.services.refusals import NotAllowed, NotFound, Refusal
from feedback.store.tables.facts import file_chunk
from feedback.store.work import Store
from hailong.case_rows import private_kinds
from tests.privacy.conftest import FILE_NAME, filed
from tests.privacy.pictures import CAMERA, place_in, with_place
from tests.runtime.casework import OPERATOR

MODERATOR = Viewer("mai", Role.MODERATOR, None)
HANDLER = Viewer("huong", Role.HANDLER, None)
REASON = "Ảnh chụp rõ mặt người khác."


def with_file(store: Store, form: str = "JPEG") -> tuple[str, int]:
    case, code, _ = filed(store)
    photo = attachments.prepared(with_place(form))
    with store.work() as work:
        attachments.add(work, case, photo, "web", FILE_NAME)
        (one,) = attachments.listed(work, OPERATOR, code)
    return code, one.id


def test_a_withheld_file_is_shown_to_nobody_without_a_reason(store: Store) -> None:
    """Neither handler nor inspector opens it; the list says that it is there."""
    code, file = with_file(store)
    with store.work() as work:
        before = attachments.read(work, HANDLER, code, file)
        withholding.withhold(work, MODERATOR, code, file, REASON)
        for viewer in (HANDLER, MODERATOR, OPERATOR):
            with pytest.raises(Withheld):
                attachments.read(work, viewer, code, file)
            assert attachments.listed(work, viewer, code)[0].withheld
        with pytest.raises(NotAllowed):
            withholding.original(work, HANDLER, code, file, REASON)
        assert withholding.original(work, MODERATOR, code, file, REASON) == before
        withholding.release(work, MODERATOR, code, file, "Đã xin phép.")
        assert attachments.read(work, HANDLER, code, file) == before


def test_each_step_leaves_reason_and_editor(store: Store) -> None:
    code, file = with_file(store)
    with store.work() as work:
        withholding.withhold(work, MODERATOR, code, file, REASON)
        withholding.original(work, MODERATOR, code, file, "Xem lại.")
    with store.look() as work:
        rows = record.search(work, OPERATOR, subject=code).rows
    told = [(one.actor, one.act, one.reason) for one in rows]
    assert told[:2] == [("mai", "case.unlock", "Xem lại."), ("mai", "case.redact", REASON)]
    assert all(str(file) in one.after for one in rows[:2])


def test_who_may_not_moderate_withholds_nothing(store: Store) -> None:
    code, file = with_file(store)
    with store.work() as work:
        with pytest.raises(NotAllowed):
            withholding.withhold(work, HANDLER, code, file, REASON)
        with pytest.raises(Refusal):
            withholding.withhold(work, MODERATOR, code, file, " ")
        with pytest.raises(NotFound):
            withholding.withhold(work, MODERATOR, code, file + 1, REASON)
        with pytest.raises(Refusal):
            withholding.release(work, MODERATOR, code, file, REASON)


def test_a_name_of_a_file_is_shown_without_what_is_private_in_it(store: Store) -> None:
    """To staff, in the list and with the file itself; whoever sent it sees the own name."""
    code, file = with_file(store)
    with store.look() as work:
        (one,) = attachments.listed(work, HANDLER, code)
        assert one.name == "CCCD [số giấy tờ].jpg"
        assert one.private == ("identity",)
        assert attachments.read(work, OPERATOR, code, file).name == one.name


def test_whoever_sent_a_file_sees_the_own_name(store: Store) -> None:
    case, _, _ = filed(store)
    photo = attachments.prepared(with_place())
    with store.work() as work:
        attachments.add(work, case, photo, "web", FILE_NAME)
        assert [one.name for one in attachments.own(work, case)] == [FILE_NAME]


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_photo_loses_where_it_was_taken(store: Store, form: str) -> None:
    """A telephone writes the place into a photo: what is kept of a case's has none of it."""
    raw = with_place(form)
    assert place_in(raw)
    assert CAMERA.encode() in raw
    code, file = with_file(store, form)
    with store.look() as work:
        kept = attachments.read(work, OPERATOR, code, file).data
        sealed = b"".join(work.connection.scalars(select(file_chunk.c.sealed)))
    assert place_in(kept) == {}
    assert CAMERA.encode() not in kept
    assert kept[:64] not in sealed


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Gọi tôi số 0912 345 678", ["phone"]),
        ("xe 30A-123.45 chặn cửa", ["plate"]),
        ("Chờ lâu quá", []),
        (None, []),
    ],
)
def test_what_seems_private_is_flagged(text: str | None, kinds: list[str]) -> None:
    assert private_kinds(text) == kinds
