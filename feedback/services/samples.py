"""The sample office: a commune's one-stop office with six desks and three months of ratings.

Everything of it is marked as a sample, and all of it can be taken away again.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from feedback.domain.channels import Channel, Source
from feedback.domain.days import local_day, start_of
from feedback.domain.desks import DeskCard
from feedback.domain.given import AnswerGiven, CommentGiven, Giver, LevelGiven
from feedback.domain.ids import Person
from feedback.domain.questionnaire import Questionnaire, applicable, rotated
from feedback.domain.scale import Level

SEED = 20260701
MONTHS_IN_DAYS = 92
UNITS = (
    "code,name,kind,parent_code,group,valid_from,valid_to\n"
    "MAU,Tỉnh Mẫu,province,,,2025-07-01,\n"
    "MAU-AB,Xã An Bình (mẫu),commune,MAU,,2025-07-01,\n"
    "MAU-AB-MC,Trung tâm Phục vụ hành chính công xã An Bình,one_stop_office,MAU-AB,,2025-07-01,\n"
)
PROVINCE = "MAU"
COMMUNE = "MAU-AB"
OFFICE = "MAU-AB-MC"
DESKS = (
    "unit_code,name,service_codes,languages\n"
    f"{OFFICE},Quầy 1: Hộ tịch,HOTICH,vi|en\n"
    f"{OFFICE},Quầy 2: Chứng thực,CHUNGTHUC,vi|en\n"
    f"{OFFICE},Quầy 3: Đất đai,DATDAI,vi|en\n"
    f"{OFFICE},Quầy 4: Đăng ký kinh doanh,KINHDOANH,vi|en\n"
    f"{OFFICE},Quầy 5: Bảo trợ xã hội,BAOTRO,vi|en\n"
    f"{OFFICE},Quầy 6: Trả kết quả,TRAKQ,vi|en\n"
)
STAFF = ("mau-quantri", "mau-giamsat", "mau-thanhtra")
"""Who may sign in to try the sample office: an admin, a supervisor, an inspector above the unit."""
TARGET = "90"
DECISION = "Kế hoạch mẫu số 01/KH-UBND của xã An Bình"


@dataclass(frozen=True, slots=True)
class _Desk:
    """How a desk does, as weights of the levels 1 to 5, and how many people a day rate it."""

    weights: tuple[int, int, int, int, int]
    visitors: float


_HABITS = (
    _Desk((1, 2, 5, 38, 54), 5.0),
    _Desk((1, 1, 4, 34, 60), 6.0),
    _Desk((5, 9, 14, 42, 30), 4.0),
    _Desk((1, 3, 7, 45, 44), 2.0),
    _Desk((1, 2, 6, 41, 50), 3.0),
    _Desk((2, 4, 8, 40, 46), 4.5),
)
_PRAISE = (
    "Cán bộ hướng dẫn tận tình, dễ hiểu.",
    "Làm nhanh hơn giấy hẹn một ngày, cảm ơn.",
    "Chỗ ngồi mát mẻ, có nước uống.",
    "Cô ở quầy rất lịch sự.",
    "Không phải đi lại lần nào nữa. Tốt.",
    "Cháu ở quầy giúp tôi điền tờ khai, tôi già rồi mắt kém.",
)
_GRUMBLE = (
    "Chờ hơi lâu, buổi sáng đông mà có một người làm.",
    "Phải về bổ sung giấy tờ hai lần, lần đầu không nói hết.",
    "Bảng niêm yết chữ nhỏ quá, người lớn tuổi khó đọc.",
    "Máy in hỏng nên phải chờ sang chiều.",
    "Quá hẹn ba ngày mới có kết quả, không ai gọi báo.",
    "Nên có thêm ghế ngồi ở ngoài.",
)
_CHANNELS = (Channel.WEB, Channel.WEB, Channel.WEB, Channel.ZALO_OA, Channel.KIOSK)


Sampled = LevelGiven | AnswerGiven | CommentGiven


def ratings(
    cards: tuple[DeskCard, ...], questionnaire: Questionnaire, now: datetime
) -> Iterator[list[Sampled]]:
    """Make three months of plausible ratings up to now, a day at a time, always the same way.

    Weekdays only, in office hours; the land desk does worse and mends a little over the months.
    """
    chance = random.Random(SEED)
    today = local_day(now)
    for back in range(MONTHS_IN_DAYS, -1, -1):
        day = today - timedelta(days=back)
        if day.weekday() < 5:
            made = _day(chance, cards, questionnaire, day, back)
            yield [fact for fact in made if fact.at <= now]


def _day(
    chance: random.Random,
    cards: tuple[DeskCard, ...],
    questionnaire: Questionnaire,
    day: date,
    back: int,
) -> Iterator[Sampled]:
    for card, habit in zip(cards, _HABITS, strict=True):
        visitors = max(0, round(chance.gauss(habit.visitors, 1.6)))
        for _ in range(visitors):
            yield from _visit(chance, card, habit, questionnaire, day, back)


def _visit(
    chance: random.Random,
    card: DeskCard,
    habit: _Desk,
    questionnaire: Questionnaire,
    day: date,
    back: int,
) -> Iterator[Sampled]:
    giver = Giver(Person(chance.randbytes(16)), card.id, day)
    at = start_of(day) + timedelta(minutes=_minute(chance), seconds=chance.randrange(60))
    weights = list(habit.weights)
    weights[0] += weights[0] * back // MONTHS_IN_DAYS
    level = Level(chance.choices((1, 2, 3, 4, 5), weights)[0])
    channel = chance.choice(_CHANNELS)
    version = questionnaire.version
    yield LevelGiven(giver, card, level, at, channel, version, "vi", Source.SAMPLE)
    if chance.random() < 0.55:
        yield from _answers(chance, giver, card, questionnaire, level, at, channel)
    if chance.random() < 0.09:
        yield CommentGiven(giver, chance.choice(_PRAISE if level >= 4 else _GRUMBLE), at)


def _minute(chance: random.Random) -> int:
    morning = chance.random() < 0.6
    # 7:30 to 11:30 with most about 9:00, and 13:30 to 16:50 with most about 14:30.
    return round(chance.triangular(450, 690, 540) if morning else chance.triangular(810, 1010, 870))


def _answers(
    chance: random.Random,
    giver: Giver,
    card: DeskCard,
    questionnaire: Questionnaire,
    level: Level,
    at: datetime,
    channel: Channel,
) -> Iterator[Sampled]:
    asked = rotated(applicable(questionnaire, card.factors), chance.randrange(1000))
    for n, question in enumerate(asked, start=1):
        lean = min(5, max(1, int(level) + chance.choice((-1, 0, 0, 0, 1))))
        value = 0 if chance.random() < 0.06 else lean
        yield AnswerGiven(giver, question.code, value, at + timedelta(seconds=8 * n), channel)
