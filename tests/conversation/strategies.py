"""Anything that can happen to a conversation, likely things likelier."""

from datetime import UTC, date, timedelta

from hypothesis import strategies as st

from bot.conversation.albums import FULL
from bot.conversation.docket import Docket, Mine, Notice
from bot.conversation.draft import CHOICES as KINDS
from bot.conversation.draft import Draft, Piece, Reply
from bot.conversation.events import (
    Edited,
    Filed,
    HumanReplied,
    Left,
    Medium,
    Met,
    Noted,
    Opened,
    Said,
    Sent,
    Shared,
    Stumbled,
    Tapped,
    Withdrew,
    Woken,
)
from bot.conversation.here import NOTICE
from bot.conversation.pace import Pace
from bot.conversation.scene import Arrival, Desk, Landing, Rated, Scene
from bot.conversation.state import Stage, State
from feedback.domain.cases.kinds import CaseKind
from feedback.domain.cases.life import CaseState
from tests.conversation.world import CODES, DESKS, NOON, QUESTIONS

MANY = tuple(Desk(n, f"Quầy {n}", f"UBND xã {n % 2}") for n in range(1, 13))
DAYS = (date(2026, 11, 17), date(2026, 11, 18), date(2026, 11, 19))
WORDS = (
    *"0123456789",
    "Rất hài lòng",
    "khong hai long",
    "5.",
    "😐",
    "bỏ qua",
    "không",
    "SỬA",
    "sua",
    "edit",
    "trợ giúp",
    "huỷ",
    "HU\u031b\u0309Y",
    "riêng tư",
    "english",
    "tiếng việt",
    "ngôn ngữ",
    "xin chào",
    "góp ý",
    "gop y",
    "theo dõi",
    "Họ đòi tôi 500 nghìn tiền bồi dưỡng",
    "Tôi khiếu nại quyết định số 12",
    "0912 345 678",
    "Nguyễn Văn A",
    "cảm ơn",
    "giữ nguyên",
    "K7M3Q",
    "#K7M3Q9 chờ lâu quá",
    "Cán bộ nhiệt tình, tôi rất hài lòng",
    # One letter more than a comment keeps.
    "x" * 4_001,
    "\x00\u202e",
    "<b>&{unit}%s\n\n",
    "",
)
PROMPTS = (
    *(
        "level",
        "comment",
        "photo",
        "done",
        "lobby",
        "desks",
        "",
        "q-",
        "q-gone",
        "choose",
        "tell",
        "mine",
    ),
    *("part-place", "part-name", "part-phone", "part-", "confirm-0", "confirm-1", "confirm-2"),
    # A superscript two is a digit to `isdigit`, and no number to `int`.
    *("change", "view-1", "view-2", "view-", "reply-1", "judge-1", "withdraw-1", "judge-\u00b2"),
)
CHOICES = (
    *(*"0123456789", "skip", "vi", "en", "edit", "thanks", "", "-1", "55"),
    *("case", "cmd-follow", "go", "stop", "send", "change", "more", "anew", "place", "who"),
    *("more", "picked", "0", "12"),
    *("yes", "no", "partly", "add", "withdraw", "contest", "judge", *KINDS),
)

texts = st.sampled_from((*WORDS, *CODES)) | st.text(max_size=20)
days = st.sampled_from(DAYS)
desks = st.sampled_from((*DESKS, 99))
files = st.sampled_from(("f1", "f2", ""))
albums = st.none() | st.sampled_from(("x", "y"))
taps = st.builds(
    Tapped,
    prompt=st.sampled_from((*PROMPTS, *(f"q-{q.code}" for q in QUESTIONS))),
    choice=st.sampled_from(CHOICES),
    desk=st.none() | desks,
    day=st.none() | days,
)
levels = st.builds(Tapped, st.just("level"), st.sampled_from("12345"), desk=desks)
events = st.one_of(
    levels,
    taps,
    st.builds(Said, texts),
    st.builds(Opened, st.none() | st.sampled_from((*CODES, "nothing"))),
    st.builds(
        Sent,
        st.sampled_from(Medium),
        st.none() | files,
        st.none() | texts,
        albums,
        st.sampled_from(("", "đơn.pdf")),
        st.sampled_from((0, 2**24)),
        st.sampled_from(("", "21.03, 105.85")),
    ),
    st.builds(Edited, texts),
    st.builds(Woken, st.sampled_from(("tick", "held", "draft", "draft-drop"))),
    st.just(Stumbled()),
    st.just(Left()),
    st.sampled_from(("follow", "chatnow")).map(Met),
    st.just(HumanReplied()),
    st.just(Withdrew()),
    st.builds(Shared, st.sampled_from(("", "Anna")), st.sampled_from(("", "84912345678", "0"))),
)
hours = st.sampled_from((0, 0, 0, 0, 1, 11, 12, 13, 30)).map(lambda n: timedelta(hours=n))
instants = st.integers(-48, 48).map(lambda n: NOON.astimezone(UTC) + timedelta(hours=n))

codes = st.lists(st.sampled_from((*(q.code for q in QUESTIONS), "gone")), max_size=4).map(tuple)
words = st.lists(st.text(max_size=9), max_size=3).map(tuple)
pieces = st.builds(
    Piece, st.sampled_from(("photo", "voice", "document")), files, st.text(max_size=5)
)
drafts = st.builds(
    Draft,
    choice=st.sampled_from((*KINDS, "elsewise")),
    desk=st.none() | desks,
    day=st.none() | days,
    level=st.integers(0, 5),
    where=st.text(max_size=9),
    texts=words | st.just(("x" * 9_999,)),
    pieces=st.lists(pieces, max_size=6).map(tuple),
    location=st.sampled_from(("", "21.03, 105.85")),
    pictured=st.integers(0, 6),
    name=st.text(max_size=5),
    phone=st.text(max_size=5),
    asked=st.lists(st.sampled_from(("place", "name", "phone", "?")), max_size=4).map(tuple),
    edition=st.integers(0, 3),
    reminded=st.booleans(),
)
few_pieces = st.lists(pieces, max_size=6).map(tuple)
replies = st.builds(
    Reply,
    st.integers(0, 3),
    st.sampled_from(("add", "contest", "?")),
    words | st.just(("x" * 3_999,)),
    few_pieces,
)
moments = st.none() | st.integers(-3_000, 60).map(lambda n: NOON + timedelta(minutes=n))
paces = st.builds(
    Pace, moments, moments, moments, moments, missed=moments, misses=st.integers(0, 6)
)
states = st.builds(
    State,
    stage=st.sampled_from(Stage),
    language=st.sampled_from(("vi", "en", "xx")),
    desk=st.none() | desks,
    day=st.none() | days,
    pending=codes,
    held=st.lists(st.text(max_size=9), max_size=6).map(tuple),
    tries=st.integers(0, 9),
    photos=st.lists(files, max_size=6).map(tuple),
    level=st.integers(0, 5),
    last=st.sampled_from(("", "gone", "staff")),
    resume=st.sampled_from(Stage),
    commented=st.booleans(),
    pictured=st.integers(0, 6),
    album=albums | st.just(f"x{FULL}"),
    said=words,
    filed=st.booleans(),
    draft=st.none() | drafts,
    reply=st.none() | replies,
    back=st.sampled_from(Stage),
    shown=st.sampled_from(("", "case-1", "case-0")),
    page=st.integers(-1, 3),
    pace=st.just(Pace()) | paces,
)
mine = st.builds(
    Mine,
    id=st.integers(1, 3),
    kind=st.sampled_from(CaseKind).map(str),
    state=st.sampled_from(CaseState).map(str),
    opened=days,
    due=st.none() | days,
    provisional=st.booleans(),
    unit=st.sampled_from(("", "UBND phường A")),
    question=st.none() | st.just(4),
    answer=st.none() | st.just(5),
    judged=st.sampled_from(("", "yes", "partly", "no")),
    may=st.lists(st.sampled_from(("add", "withdraw", "judge", "contest")), unique=True).map(tuple),
)
whats = st.sampled_from(("taken", "asked", "answered", "extended", "late", "merged", "news"))
dockets = st.builds(
    Docket,
    receives=st.booleans(),
    own=st.lists(mine, max_size=6, unique_by=lambda one: one.id).map(tuple),
    notice=st.none() | st.builds(Notice, whats, mine, st.none() | st.just(6)),
)
known = st.none() | st.sampled_from(tuple(DESKS.values()))
arrivals = st.builds(Arrival, st.sampled_from(Landing), known, st.none() | st.text(max_size=9))
scenes = st.builds(
    Scene,
    arrival=st.none() | arrivals,
    desk=known,
    rated=st.none() | st.builds(Rated, desks, days, st.integers(1, 5), codes, st.booleans()),
    ordinal=st.integers(0, 2**64),
    complaint_page=st.none() | st.just("https://example.vn/q/abc"),
    docket=st.none() | dockets,
    channel=st.sampled_from(("", "telegram", "zalo_oa", "zalo_bot", "fax")),
    authority=st.sampled_from(("", "Thanh tra tỉnh")),
    follow=st.sampled_from(("", "https://example.vn/t")),
    desks=st.sampled_from(((), tuple(DESKS.values()), MANY)),
    form=st.just("https://example.vn/case/signed"),
    gated=st.booleans(),
)
whatever_was_recognised = st.none() | st.sampled_from(
    (
        *CHOICES,
        "cmd-help",
        "cmd-x",
        "cmd-edit",
        "cmd-case",
        "cmd-follow",
        "cmd-erase",
        "cmd-erase-sure",
        "cmd-copy",
        "cmd-cancel",
    )
)
raw_events = st.one_of(
    events,
    st.builds(Said, texts, whatever_was_recognised),
    st.just(Woken(NOTICE, 1)),
    st.builds(Filed, st.text(max_size=16), st.sampled_from(CaseKind).map(str), st.none() | days),
    st.builds(
        Noted,
        st.integers(0, 3),
        st.sampled_from(("add", "contest", "withdraw", "no", "yes", "partly")),
        st.booleans(),
    ),
)

_TYPED = (*"0123456789", "góp ý", "theo dõi", "huỷ", "sửa", "gửi", "xong", "có", "không")
_TOLD = (
    "Chờ lâu quá",
    "Họ đòi tiền bồi dưỡng",
    "Tôi khiếu nại quyết định",
    "x" * 6_000,
    "0912345678",
)
steps = st.one_of(
    st.sampled_from(_TYPED).map(Said),
    st.sampled_from(_TYPED).map(Said),
    st.sampled_from((*_TOLD, "K7M3Q9", "B2CG8H")).map(Said),
    st.sampled_from(("K7M3Q9", "B2CG8H")).map(Opened),
    levels,
    st.builds(Sent, st.sampled_from(Medium), st.just("f")),
    st.builds(Woken, st.sampled_from(("held", "draft", "draft-drop"))),
)
acts = st.tuples(
    st.sampled_from(("taken", "asked", "answered", "closed")),
    st.sampled_from((("add", "withdraw"), ("add", "judge", "contest"), ())),
)
walks = st.lists(steps | acts, max_size=40)
"""What someone does who sends and follows cases, and what staff do to them."""
