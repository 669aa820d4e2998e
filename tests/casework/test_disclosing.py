"""Which words are shown: redacted for all but those who may unlock, published without names."""

import pytest

from feedback.domain.cases.kinds import Choice
from feedback.domain.cases.record import Case
from feedback.services.cases import casework, disclosing, following, reading, searching
from feedback.services.cases.reading import Wanted
from feedback.services.refusals import NotAllowed, NotFound, Refusal
from feedback.store import case_words
from tests.casework.bureau import Bureau

WHY = "che thông tin riêng"
TOLD = "Gọi anh Nguyễn Văn Nam, số 0912 345 678, để biết thêm."


def first(office: Bureau, case: Case) -> int:
    with office.store.look() as work:
        return case_words.words(work, case.id)[0].id


def shown(office: Bureau, case: Case, name: str = "handler A") -> list[str | None]:
    with office.store.look() as work:
        return [one.text for one in reading.opened(work, office.by(name), case.code).words]


def test_what_seems_private_is_blacked_out_and_kept_for_those_who_may_unlock(
    office: Bureau,
) -> None:
    """Staff read the redacted form; opening the original is recorded; the citizen reads the own."""
    case = office.told(TOLD)
    office.does(disclosing.redact_all, "moderator", case.code, WHY)
    seen = shown(office, case)[0]
    assert seen is not None
    assert "0912" not in seen
    assert "[số điện thoại]" in seen
    with pytest.raises(NotAllowed):
        office.does(disclosing.originals, "handler A", case.code, "muốn gọi")
    opened = office.does(disclosing.originals, "moderator", case.code, "cần gọi lại")
    assert opened[0].text == TOLD
    assert office.timeline(case) == ["file", "redact", "unlock"]
    with office.store.look() as work:
        status = following.status(work, case.id)
    assert status is not None
    assert status.words[0].text == TOLD


def test_parts_are_taken_out_by_their_place_or_the_text_is_written_anew(office: Bureau) -> None:
    """And shown again as it was."""
    case = office.told("Anh Tám ở quầy nói to.")
    words = first(office, case)
    office.does(disclosing.redact, "moderator", case.code, words, WHY, spans=[(0, 7)])
    assert shown(office, case)[0] == "[…] ở quầy nói to."
    office.does(disclosing.redact, "moderator", case.code, words, WHY, text="Có người nói to.")
    assert shown(office, case)[0] == "Có người nói to."
    office.does(disclosing.unredact, "moderator", case.code, words, "không cần nữa")
    assert shown(office, case)[0] == "Anh Tám ở quầy nói to."


@pytest.mark.parametrize("spans", [[(0, 99)], [(3, 3)], [(5, 2)], [(0, 4), (3, 6)], [(-1, 2)]])
def test_parts_that_lie_outside_or_over_each_other_are_refused(
    one: Bureau, spans: list[tuple[int, int]]
) -> None:
    """Nothing is changed."""
    case = one.told("Anh Tám nói to.")
    with pytest.raises(Refusal, match="lie within"):
        one.does(disclosing.redact, "moderator", case.code, first(one, case), WHY, spans=spans)
    assert shown(one, case)[0] == "Anh Tám nói to."


def test_what_an_answer_gave_away_is_hidden_from_its_citizen_too(office: Bureau) -> None:
    """Someone else's number in an answer is nobody's to read."""
    case = office.told()
    office.does(casework.answer, "handler A", case.code, "Xin gọi ông Bảy 0987 654 321.")
    with office.store.look() as work:
        answer = case_words.words(work, case.id)[-1].id
    office.does(disclosing.redact, "moderator", case.code, answer, WHY)
    with office.store.look() as work:
        status = following.status(work, case.id)
    assert status is not None
    assert "0987" not in str(status.words)


def test_only_texts_of_the_case_itself_are_redacted_and_only_by_those_not_rated(
    one: Bureau,
) -> None:
    """A number of another case's text is not found."""
    case, other = one.told(TOLD), one.told(TOLD)
    with pytest.raises(NotFound):
        one.does(disclosing.redact, "moderator", case.code, first(one, other), WHY)
    with pytest.raises(NotAllowed):
        one.does(disclosing.redact, "supervisor A", case.code, first(one, case), WHY)
    with pytest.raises(Refusal, match="Nothing private"):
        one.does(disclosing.redact_all, "moderator", one.told("Chờ lâu.").code, WHY)


def test_nothing_private_is_published_unless_someone_is_sure(office: Bureau) -> None:
    """A sealed case never; what was published is taken back whatever became of the case."""
    case = office.told(TOLD)
    office.does(casework.answer, "handler A", case.code, "Đã sửa.")
    with pytest.raises(Refusal, match="phone"):
        office.does(disclosing.publish, "moderator", case.code, TOLD)
    with pytest.raises(NotAllowed):
        office.does(disclosing.publish, "supervisor A", case.code, "Đã sửa máy in.")
    done = office.does(disclosing.publish, "moderator", case.code, TOLD, sure=True)
    assert done.published
    office.does(casework.reopen, "handler A", case.code, "xem lại")
    assert not office.does(disclosing.unpublish, "moderator", case.code, WHY).published
    with pytest.raises(Refusal, match="Nothing"):
        office.does(disclosing.unpublish, "moderator", case.code, WHY)
    sealed = office.told("Chuyện ở quầy.", choice=Choice.MISCONDUCT)
    office.does(casework.answer, "inspector P", sealed.code, "Đã xác minh.")
    with pytest.raises(Refusal, match="never published"):
        office.does(disclosing.publish, "inspector P", sealed.code, "Đã xác minh.")


def test_words_are_found_with_and_without_marks_within_what_is_seen(office: Bureau) -> None:
    """By the beginning of words; a redacted word is not found, nor what the viewer does not see."""
    case = office.told("Máy in hỏng, mời Đặng Thị Lụa.")
    office.told("Máy in hỏng.", "b1")
    sealed = office.told("Máy in hỏng, đòi tiền mới in.", choice=Choice.MISCONDUCT)

    def found(name: str, text: str) -> list[str]:
        with office.store.look() as work:
            return [
                one.code for one in searching.search(work, office.by(name), text, Wanted()).cases
            ]

    for text in ("máy in", "MAY IN", "ma\u0301y i", "hỏng máy", f" {case.code.lower()} "):
        assert found("handler A", text) == [case.code]
    assert found("handler A", sealed.code) == []
    assert found("handler A", "đòi tiền") == []
    assert found("inspector P", "đòi tiền") == [sealed.code]
    assert found("handler A", "lụa") == [case.code]
    office.does(
        disclosing.redact, "moderator", case.code, first(office, case), WHY, text="Máy in hỏng."
    )
    assert found("handler A", "lụa") == []
    assert found("handler A", "") == found("handler A", "\u202e?!") == []


def test_a_search_says_how_far_it_looked(one: Bureau) -> None:
    """The newest are read; what is older is found by its code."""
    old = one.told("Máy in hỏng.")
    for _ in range(3):
        one.told("Chờ lâu.")
    with one.store.look() as work:
        found = searching.search(work, one.by("handler A"), "máy", Wanted(), most=3)
        assert (found.cases, found.looked_through, found.whole) == ((), 3, False)
        whole = searching.search(work, one.by("handler A"), "máy", Wanted(), most=4)
        assert ([c.code for c in whole.cases], whole.whole) == ([old.code], True)
        assert searching.search(work, one.by("handler A"), old.code, Wanted(), most=1).whole
