"""Sample cases of the sample office, in every state a case can be in; told and answered by script.

Each act is done through the services, at the moment it would have happened.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from feedback.domain.cases.kinds import Choice, Satisfaction
from feedback.domain.cases.record import Case, Contact
from feedback.domain.channels import Channel
from feedback.domain.consents import Purpose
from feedback.domain.days import local_day, start_of
from feedback.domain.desks import DeskCard
from feedback.domain.ids import CaseId, Person
from feedback.domain.roles import Viewer
from feedback.services import calendars
from feedback.services.cases import casework, filing, following
from feedback.services.cases.filing import Filing
from feedback.store import cases
from feedback.store.work import Work

Does = Callable[[Work, Viewer, Case], object]


@dataclass(frozen=True, slots=True)
class Then:
    """Something done so many working days after the case was filed."""

    after: int
    does: Does


@dataclass(frozen=True, slots=True)
class Story:
    """A case: how many working days ago, at which desk (None: none named), told how, and after."""

    ago: int
    desk: int | None
    choice: Choice
    text: str
    channel: Channel = Channel.WEB
    contact: Contact | None = None
    then: tuple[Then, ...] = ()


def _take(work: Work, viewer: Viewer, case: Case) -> object:
    return casework.take(work, viewer, case.code)


def _answer(text: str) -> Does:
    return lambda work, viewer, case: casework.answer(work, viewer, case.code, text)


def _ask(text: str) -> Does:
    return lambda work, viewer, case: casework.ask(work, viewer, case.code, text)


def _judge(how: Satisfaction) -> Does:
    return lambda work, viewer, case: following.judge(work, case.id, how)


def _contest(text: str) -> Does:
    return lambda work, viewer, case: following.contest(work, case.id, text)


def _add(text: str) -> Does:
    return lambda work, viewer, case: following.add(work, case.id, text)


def _withdraw(work: Work, viewer: Viewer, case: Case) -> object:
    return following.withdraw(work, case.id)


_LAN = Contact("Trần Thị Lan", "0900 000 001")
_MINH = Contact("Lê Văn Minh", "0900 000 002")

STORIES: tuple[Story, ...] = (
    Story(
        27,
        2,
        Choice.REPORT,
        "Tôi nộp hồ sơ tách thửa, giấy hẹn 15 ngày nhưng đã quá hẹn 6 ngày mà chưa có kết quả, "
        "gọi điện không ai trả lời.",
        contact=_MINH,
        then=(
            Then(1, _take),
            Then(
                5,
                _answer(
                    "Hồ sơ của ông chậm do phải đo lại một cạnh thửa đất. Kết quả đã có, mời ông "
                    "đến Quầy 6 nhận trong giờ làm việc. Chúng tôi xin lỗi vì không báo trước."
                ),
            ),
            Then(6, _judge(Satisfaction.YES)),
        ),
    ),
    Story(
        22,
        0,
        Choice.REPORT,
        "Làm giấy khai sinh cho cháu phải về bổ sung giấy tờ hai lần, lần đầu không nói hết.",
        then=(
            Then(1, _take),
            Then(
                6,
                _answer(
                    "Quầy 1 đã có tờ hướng dẫn ghi đủ giấy tờ cần mang. Xin cảm ơn góp ý của bà."
                ),
            ),
            Then(7, _judge(Satisfaction.NO)),
            Then(7, _contest("Tôi muốn biết vì sao lần đầu không nói hết.")),
        ),
    ),
    Story(
        15,
        4,
        Choice.REPORT,
        "Bảng niêm yết chữ nhỏ quá, người lớn tuổi không đọc được, lại treo cao.",
        then=(Then(3, _take),),
    ),
    Story(
        12,
        2,
        Choice.REPORT,
        "Buổi chiều thứ Sáu tôi đến lúc 15 giờ 30 thì Quầy 3 đã nghỉ, có mấy người phải về.",
        channel=Channel.TELEGRAM,
    ),
    Story(
        8,
        3,
        Choice.REPORT,
        "Phí chứng thực thu khác với bảng niêm yết, tôi có giữ biên lai.",
        contact=_LAN,
        then=(
            Then(1, _take),
            Then(2, _ask("Xin bà cho biết ngày ghi trên biên lai và số tiền đã nộp.")),
        ),
    ),
    Story(
        7,
        1,
        Choice.REPORT,
        "Máy in ở Quầy 2 hỏng nên tôi phải chờ sang chiều, đề nghị có máy dự phòng.",
        then=(
            Then(1, _take),
            Then(2, _ask("Xin ông/bà cho biết hôm đó là ngày nào ạ.")),
            Then(3, _add("Hôm đó là thứ Hai tuần trước, khoảng 9 giờ.")),
        ),
    ),
    Story(
        5,
        None,
        Choice.REPORT,
        "Đề nghị xã mở thêm một buổi nhận hồ sơ vào sáng thứ Bảy cho người đi làm công ty.",
    ),
    Story(4, 5, Choice.PRAISE, "Cháu ở Quầy 6 giúp tôi điền tờ khai, tôi già rồi mắt kém."),
    Story(
        3,
        2,
        Choice.MISCONDUCT,
        "Anh ở quầy nói muốn nhanh thì bồi dưỡng thêm 500 nghìn, tôi không đưa thì hẹn lại.",
    ),
    Story(
        3,
        0,
        Choice.REPORT,
        "Tôi gửi nhầm nơi, việc này thuộc xã bên cạnh.",
        then=(Then(1, _withdraw),),
    ),
    Story(1, 4, Choice.REPORT, "Chờ hơn một tiếng mới tới lượt, trong khi chỉ có ba người."),
    Story(
        0,
        3,
        Choice.REPORT,
        "Tôi muốn khiếu nại quyết định thu hồi giấy phép kinh doanh của tôi.",
    ),
)


def load(work: Work, viewer: Viewer, cards: Sequence[DeskCard], inspector: Viewer) -> int:
    """File all stories and play them up to now; give how many."""
    now = work.now
    for number, story in enumerate(STORIES):
        opened = _moment(work, now, story.ago, number)
        work.now = opened
        case = _file(work, story, cards, opened)
        who = inspector if _read(work, case).sealed else viewer
        for step in story.then:
            at = _moment(work, now, story.ago - step.after, number) + timedelta(minutes=40)
            if at <= now:
                work.now = at
                step.does(work, who, _read(work, case))
    work.now = now
    return len(STORIES)


def _file(work: Work, story: Story, cards: Sequence[DeskCard], at: datetime) -> CaseId:
    # A pseudonym that no messenger's user comes to, so that nobody is ever written to.
    person = None if story.channel is Channel.WEB else Person(bytes(16))
    given = filing.file(
        work,
        Filing(
            story.choice,
            story.text,
            story.channel,
            "vi",
            at,
            desk=None if story.desk is None else cards[story.desk].id,
            unit=cards[0].unit,
            person=person,
            contact=story.contact or Contact(),
            consents=(Purpose.CONTACT,) if story.contact else (),
            sample=True,
        ),
    )
    return given.case


def _moment(work: Work, now: datetime, ago: int, number: int) -> datetime:
    """Give a moment in office hours so many working days ago, and never after now."""
    calendar = calendars.current(work)
    day = local_day(now)
    while ago > 0 or not calendar.worked(day):
        ago -= calendar.worked(day)
        day -= timedelta(days=1)
    # Some minutes apart within the first three hours, as people come, and not all at once.
    return min(now, start_of(day) + timedelta(hours=8, minutes=17 * number % 180))


def _read(work: Work, identity: CaseId) -> Case:
    case = cases.by_id(work, identity)
    if case is None:
        raise LookupError("a sample case was not stored")
    return case
