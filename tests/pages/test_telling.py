"""A citizen's matter on the web: told, looked over, received once, and followed by its number."""

import re
from datetime import date

import pytest
from sqlalchemy import func, select

from feedback.domain.cases.kinds import CaseKind, Choice, Satisfaction
from feedback.domain.cases.life import CaseState
from feedback.domain.cases.number import written
from feedback.domain.roles import Role
from feedback.services import people
from feedback.services.cases import casework, following, moderation
from feedback.services.passwords import hashed
from feedback.store import case_people, case_words, cases
from feedback.store.case_people import Contact
from feedback.store.tables import cases as tables
from tests.conftest import Hands
from tests.pages.house import OPERATOR, Desk, House
from tests.pages.reader import Reader, Seen

_NUMBER = re.compile(r"\b\d{4} \d{4} \d{4} \d{4}\b")
STORY = "Tôi chờ hơn hai tiếng mà không ai gọi số."


def number_on(seen: Seen) -> str:
    """Find the follow-up number on a receipt."""
    found = _NUMBER.search(seen.text)
    assert found, seen.text
    return found[0]


async def told(reader: Reader, path: str, text: str = STORY, choice: str = "report") -> Seen:
    """Tell, look over and send; give the receipt."""
    first = await reader.get(path)
    fields = {**first.page.fields, "choice": choice, "text": text}
    checked = await reader.post(path, {**fields, "step": "check"})
    assert checked.status == 200
    return await reader.post(path, {**checked.page.fields, "step": "send"})


def only(house: House) -> cases.Case:
    """Give the only case there is."""
    with house.store.look() as work:
        ids = list(work.connection.scalars(select(tables.cases.c.id)))
        assert len(ids) == 1
        found = cases.by_id(work, ids[0])
    assert found is not None
    return found


async def test_nothing_is_stored_before_it_was_looked_over(
    house: House, desk: Desk, reader: Reader
) -> None:
    """The summary shows what will be sent; only then is there a case, with a date by the law."""
    path = f"/case/{desk.token}"
    first = await reader.get(path)
    fields = {**first.page.fields, "choice": "report", "text": STORY, "step": "check"}
    checked = await reader.post(path, fields)
    assert STORY in checked.text
    assert desk.name in checked.text
    with house.store.look() as work:
        assert not work.connection.scalar(select(func.count()).select_from(tables.cases))
    receipt = await reader.post(path, {**checked.page.fields, "step": "send"})
    case = only(house)
    assert case.kind is CaseKind.REPORT
    assert case.about_desk == desk.id
    assert case.due_on is not None
    assert f"{case.due_on:%d/%m/%Y}" in receipt.text
    with house.store.look() as work:
        assert [one.text for one in case_words.words(work, case.id)] == [STORY]
        found = case_people.by_number(work, work.vault.number(number_on(receipt).replace(" ", "")))
    assert found == case.id


async def test_the_same_form_posted_twice_is_one_case_with_one_number(
    house: House, desk: Desk, reader: Reader
) -> None:
    """An impatient thumb gets the same receipt again."""
    path = f"/case/{desk.token}"
    first = await reader.get(path)
    fields = {**first.page.fields, "choice": "report", "text": STORY}
    checked = await reader.post(path, {**fields, "step": "check"})
    again = [await reader.post(path, {**checked.page.fields, "step": "send"}) for _ in range(3)]
    assert len({number_on(seen) for seen in again}) == 1
    only(house)


async def test_going_back_and_telling_something_else_is_another_case(
    house: House, desk: Desk, reader: Reader
) -> None:
    """No words are thanked for and dropped."""
    path = f"/case/{desk.token}"
    first = await reader.get(path)
    numbers = set()
    for text in (STORY, f"{STORY} Và còn việc khác."):
        fields = {**first.page.fields, "choice": "report", "text": text}
        checked = await reader.post(path, {**fields, "step": "check"})
        numbers.add(number_on(await reader.post(path, {**checked.page.fields, "step": "send"})))
    assert len(numbers) == 2


async def test_without_a_desk_it_goes_to_the_office(house: House, reader: Reader) -> None:
    """Nobody needs a code to be heard."""
    await told(reader, "/case")
    assert only(house).about_desk is None


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"text": STORY}, "chọn"),
        ({"choice": "report"}, "vài lời"),
        ({"choice": "report", "text": STORY, "phone": "0912345678"}, "đồng ý"),
    ],
)
async def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    house: House, desk: Desk, reader: Reader, fields: dict[str, str], words: str
) -> None:
    """The form comes back with its words, a reason, and no case stored."""
    path = f"/case/{desk.token}"
    first = await reader.get(path)
    seen = await reader.post(path, {**first.page.fields, **fields, "step": "check"})
    assert seen.status == 422
    assert words in seen.text
    for value in fields.values():
        assert value in str(seen.page.source)
    with house.store.look() as work:
        assert not work.connection.scalar(select(func.count()).select_from(tables.cases))


async def test_name_and_phone_are_kept_apart_with_what_was_agreed_to(
    house: House, desk: Desk, reader: Reader
) -> None:
    """The consent is stored by its version and digest, the contact sealed."""
    path = f"/case/{desk.token}"
    first = await reader.get(path)
    fields = {
        **first.page.fields,
        "choice": "report",
        "text": STORY,
        "name": "Trần Thị Lan",
        "phone": "0912 345 678",
        "agreed": "1",
        "step": "check",
    }
    checked = await reader.post(path, fields)
    await reader.post(path, {**checked.page.fields, "step": "send"})
    case = only(house)
    with house.store.look() as work:
        assert case_people.contact(work, case.id) == Contact("Trần Thị Lan", "0912 345 678")
        row = work.connection.execute(select(tables.consent)).one()
    assert (row.purpose, row.version, row.withdrawn_at) == ("contact", "contact-1", None)


async def test_an_accusation_is_sealed_whatever_was_chosen(
    house: House, desk: Desk, reader: Reader
) -> None:
    """The summary says who will read it: not the unit."""
    with house.store.work() as work:
        people.add(work, OPERATOR, "thanh tra", Role.INSPECTOR, None, hashed("một hai ba bốn năm"))
    path = f"/case/{desk.token}"
    first = await reader.get(path)
    text = "Anh ở quầy đòi 500 nghìn tiền bôi trơn."
    fields = {**first.page.fields, "choice": "report", "text": text, "step": "check"}
    checked = await reader.post(path, fields)
    assert "thanh tra ngoài" in checked.text
    await reader.post(path, {**checked.page.fields, "step": "send"})
    case = only(house)
    assert case.sealed
    assert not case.unrouted
    assert case.kind is CaseKind.MISCONDUCT


async def test_where_nobody_may_receive_it_the_choice_is_not_offered(
    desk: Desk, reader: Reader, house: House
) -> None:
    """The higher authority is named instead; what comes all the same waits sealed."""
    seen = await reader.get(f"/case/{desk.token}")
    assert "cấp trên" in seen.text
    assert 'value="misconduct"' not in str(seen.page.source)
    await told(reader, f"/case/{desk.token}", choice=Choice.MISCONDUCT)
    assert only(house).unrouted


async def test_a_low_rating_offers_a_case_with_its_context(
    house: House, desk: Desk, reader: Reader
) -> None:
    """Desk, day, level and comment need not be told twice."""
    seen = await reader.tap(desk, 1)
    given = await reader.send(desk, seen, more="1", comment="Không ai gọi số.")
    offered = {name: given.page.fields[name] for name in ("page", "lang", "text")}
    opened = await reader.post(f"/case/{desk.token}", {**offered, "step": "open"})
    assert "Không ai gọi số." in opened.text
    fields = {**opened.page.fields, "choice": "report", "text": "Không ai gọi số."}
    checked = await reader.post(f"/case/{desk.token}", {**fields, "step": "check"})
    await reader.post(f"/case/{desk.token}", {**checked.page.fields, "step": "send"})
    case = only(house)
    assert case.rating is not None
    assert case.about_day == date.fromordinal(case.opened_on.toordinal())
    assert case.severity == 2


async def followed(reader: Reader, number: str) -> Seen:
    """Look a number up."""
    return await reader.post("/t", {"number": number, "lang": "vi"})


async def test_a_case_is_followed_answered_judged_and_contested(
    house: House, desk: Desk, reader: Reader
) -> None:
    """From anywhere, with the number alone."""
    receipt = await told(reader, f"/case/{desk.token}")
    number = number_on(receipt)
    seen = await followed(reader, number)
    assert seen.status == 200
    assert "Đã nhận" in seen.text
    case = only(house)
    with house.store.work() as work:
        casework.answer(work, OPERATOR, case.code, "Từ nay có người gọi số.")
    seen = await followed(reader, number.replace(" ", "-"))
    assert "Từ nay có người gọi số." in seen.text
    page = seen.page.fields["page"]
    judged = await reader.post("/t", {"page": page, "step": "judge", "judge": "no", "lang": "vi"})
    assert "Cảm ơn" in judged.text
    contested = await reader.post(
        "/t",
        {"page": judged.page.fields["page"], "step": "contest", "text": "Chưa đúng.", "lang": "vi"},
    )
    assert "cấp trên" in contested.text
    now = only(house)
    assert (now.state, now.satisfaction, now.appealed) == (
        CaseState.CONTESTED,
        Satisfaction.NO,
        True,
    )
    again = await reader.post(
        "/t", {"page": page, "step": "contest", "text": "Lần nữa.", "lang": "vi"}
    )
    assert "không còn làm được" in again.text


async def test_what_is_wished_twice_is_done_once_and_thanked_for_twice(
    house: House, desk: Desk, reader: Reader
) -> None:
    """A second tap of an impatient finger is no failure, and is not noted again."""
    number = number_on(await told(reader, f"/case/{desk.token}"))
    with house.store.work() as work:
        casework.answer(work, OPERATOR, only(house).code, "Từ nay có người gọi số.")
    page = {"page": (await followed(reader, number)).page.fields["page"], "lang": "vi"}
    wishes = (
        ({"step": "judge", "judge": "no"}, "Cảm ơn"),
        ({"step": "contest", "text": "Chưa đúng."}, "Đã gửi lên cấp trên"),
        ({"step": "withdraw-yes"}, "Đã rút lại"),
    )
    for wish, thanks in wishes:
        first = await reader.post("/t", {**page, **wish})
        version = only(house).version
        second = await reader.post("/t", {**page, **wish})
        assert thanks in first.text
        assert thanks in second.text
        assert only(house).version == version


@pytest.mark.parametrize("step", ["add", "contest"])
async def test_further_words_too_long_to_keep_are_said_to_be_cut(
    house: House, desk: Desk, reader: Reader, step: str
) -> None:
    """Nobody believes that all of it was read."""
    number = number_on(await told(reader, f"/case/{desk.token}"))
    with house.store.work() as work:
        casework.answer(work, OPERATOR, only(house).code, "Từ nay có người gọi số.")
    page = {"page": (await followed(reader, number)).page.fields["page"], "lang": "vi"}
    seen = await reader.post("/t", {**page, "step": step, "text": "Chờ. " * 1000})
    assert "ký tự đầu" in seen.text


@pytest.mark.parametrize("step", ["add", "contest"])
async def test_what_was_written_on_a_page_open_too_long_is_not_lost(
    house: House, desk: Desk, reader: Reader, clock: Hands, step: str
) -> None:
    """Nor is it sent: it stands in its place again once the number was given."""
    number = number_on(await told(reader, f"/case/{desk.token}"))
    with house.store.work() as work:
        casework.answer(work, OPERATOR, only(house).code, "Từ nay có người gọi số.")
        following.judge(work, only(house).id, Satisfaction.NO)
    page = (await followed(reader, number)).page.fields["page"]
    clock.move(hours=2)
    text = "Hôm qua <b>vẫn</b> vậy."
    late = await reader.post("/t", {"page": page, "step": step, "text": text, "lang": "vi"})
    assert late.status == 422
    carried = {name: late.page.fields[name] for name in ("wish", "text")}
    wrong = await reader.post("/t", {**carried, "number": "1234", "lang": "vi"})
    assert wrong.page.fields["text"] == text
    seen = await reader.post("/t", {**carried, "number": number, "lang": "vi"})
    assert seen.text.count(text) == 1
    with house.store.look() as work:
        assert text not in [one.text for one in case_words.words(work, only(house).id)]


async def test_a_complaint_is_followed_without_a_promise_to_settle_it(
    house: House, desk: Desk, reader: Reader
) -> None:
    """The page says what the law wants, also when somebody has it in hand."""
    text = "Tôi khiếu nại quyết định thu hồi đất của chủ tịch xã."
    number = number_on(await told(reader, f"/case/{desk.token}", text))
    with house.store.work() as work:
        casework.take(work, OPERATOR, only(house).code)
    seen = await followed(reader, number)
    assert "Đang giải quyết" not in seen.text
    assert "Đã hướng dẫn ngày" in seen.text
    assert "đơn" in seen.text


@pytest.mark.parametrize("step", ["add", "contest"])
async def test_further_words_that_accuse_seal_the_case(
    house: House, desk: Desk, reader: Reader, step: str
) -> None:
    """Whoever is accused later on reads none of it, and the citizen is told so."""
    number = number_on(await told(reader, f"/case/{desk.token}"))
    with house.store.work() as work:
        casework.answer(work, OPERATOR, only(house).code, "Từ nay có người gọi số.")
    page = (await followed(reader, number)).page.fields["page"]
    words = "Cán bộ còn đòi phong bì."
    seen = await reader.post("/t", {"page": page, "step": step, "text": words, "lang": "vi"})
    assert "giữ kín" in seen.text
    case = only(house)
    assert (case.kind, case.sealed, case.assignee) == (CaseKind.MISCONDUCT, True, None)
    assert case.unit != case.about_unit
    with house.store.look() as work:
        detail = dict(case_words.newest(work, case.id).detail)
    assert (detail["was"], detail["kind"]) == ("report", "misconduct")


async def test_withdrawing_asks_once_more(house: House, desk: Desk, reader: Reader) -> None:
    """One tap does not end a case."""
    seen = await followed(reader, number_on(await told(reader, f"/case/{desk.token}")))
    page = seen.page.fields["page"]
    await reader.post("/t", {"page": page, "step": "withdraw", "lang": "vi"})
    assert only(house).state is CaseState.NEW
    await reader.post("/t", {"page": page, "step": "withdraw-yes", "lang": "vi"})
    assert only(house).state is CaseState.WITHDRAWN


@pytest.mark.parametrize("number", ["", "1234", "1234 5678 9012 3456", "x" * 5000, "\u202e12"])
async def test_a_wrong_number_says_so_and_no_more(reader: Reader, number: str) -> None:
    """Unknown and mistyped look the same."""
    seen = await followed(reader, number)
    assert seen.status == 404
    assert "Không tìm thấy" in seen.text


async def test_a_forged_page_does_nothing(house: House, desk: Desk, reader: Reader) -> None:
    """A follow page is signed: nobody can name another's case in it."""
    await told(reader, f"/case/{desk.token}")
    for page in ("k1.AAAA.BBBB", "x", "é"):
        seen = await reader.post("/t", {"page": page, "step": "withdraw-yes", "lang": "vi"})
        assert seen.status == 422
    assert only(house).state is CaseState.NEW


async def test_the_number_stands_nowhere_in_the_database(
    house: House, desk: Desk, reader: Reader
) -> None:
    """Only its keyed hash does."""
    digits = number_on(await told(reader, f"/case/{desk.token}")).replace(" ", "")
    with house.store.look() as work:
        for table in tables.metadata.sorted_tables:
            for row in work.connection.execute(select(table)):
                assert digits not in repr(tuple(row))
                assert written(digits) not in repr(tuple(row))


async def test_a_comment_that_accuses_gets_the_receipt_of_a_sealed_case(
    house: House, desk: Desk, reader: Reader
) -> None:
    """Also when the same form comes twice: one case, one number."""
    seen = await reader.tap(desk, 1)
    text = "Cán bộ đòi 500 nghìn tiền bôi trơn mới làm."
    given = [await reader.send(desk, seen, more="1", comment=text) for _ in range(2)]
    assert len({number_on(page) for page in given}) == 1
    assert "nên được giữ kín" in given[0].text
    assert "hiện chưa ai đọc" in given[0].text
    more = await reader.send(desk, seen, more="1", comment="Ông ấy còn đòi phong bì.")
    for page in (*given, more):
        assert "nên được giữ kín" in page.text
        assert "chuyển tới đơn vị" not in page.text
    case = only(house)
    assert case.sealed
    assert case.rating is not None
    assert (await followed(reader, number_on(given[0]))).status == 200


@pytest.mark.parametrize(
    ("answer", "told_so"),
    [("", "mà không có câu trả lời"), ("Đã thêm một quầy.", "Đã trả lời và kết thúc")],
)
async def test_a_page_says_how_a_case_ended_and_never_why_the_staff_wrote(
    house: House, desk: Desk, reader: Reader, answer: str, told_so: str
) -> None:
    """What ended without an answer says so, and what to do who still needs one."""
    number = number_on(await told(reader, f"/case/{desk.token}"))
    with house.store.work() as work:
        if answer:
            casework.answer(work, OPERATOR, only(house).code, answer)
        casework.close(work, OPERATOR, only(house).code, "bà này hay kiện")
    seen = await followed(reader, number)
    assert told_so in seen.text
    assert ("hỏi thẳng cơ quan" in seen.text) == (not answer)
    assert "hay kiện" not in seen.text


async def test_a_page_says_which_part_is_guided_and_which_has_a_date(
    house: House, desk: Desk, reader: Reader
) -> None:
    """A report told with a complaint is settled here; of the other the guidance stands."""
    text = "Quầy chờ ba tiếng. Tôi khiếu nại quyết định thu hồi đất của chủ tịch xã."
    number = number_on(await told(reader, f"/case/{desk.token}", text))
    assert "Hạn trả lời" not in (await followed(reader, number)).text
    with house.store.work() as work:
        moderation.classify(work, OPERATOR, only(house).code, CaseKind.REPORT, "có cả phản ánh")
    seen = await followed(reader, number)
    assert "Hạn trả lời" in seen.text
    assert "Phần khiếu nại, tố cáo: đã hướng dẫn ngày" in seen.text
