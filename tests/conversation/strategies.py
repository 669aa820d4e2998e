"""Anything that can happen to a conversation, likely things likelier."""

from datetime import UTC, date, timedelta

from hypothesis import strategies as st

from bot.conversation.events import (
    Edited,
    Left,
    Medium,
    Opened,
    Said,
    Sent,
    Stumbled,
    Tapped,
    Woken,
)
from bot.conversation.scene import Arrival, Landing, Rated, Scene
from bot.conversation.state import Stage, State
from tests.conversation.world import CODES, DESKS, NOON, QUESTIONS

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
    "cảm ơn",
    "giữ nguyên",
    "K7M3Q",
    "#K7M3Q9 chờ lâu quá",
    "Cán bộ nhiệt tình, tôi rất hài lòng",
    "x" * 4_001,
    "\x00\u202e",
    "<b>&{unit}%s\n\n",
    "",
)
PROMPTS = ("level", "comment", "photo", "done", "lobby", "", "q-", "q-gone")
CHOICES = (*"0123456789", "skip", "vi", "en", "edit", "thanks", "", "-1", "55")

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
    st.builds(Sent, st.sampled_from(Medium), st.none() | files, st.none() | texts, albums),
    st.builds(Edited, texts),
    st.builds(Woken, st.just("tick")),
    st.just(Stumbled()),
    st.just(Left()),
)
hours = st.sampled_from((0, 0, 0, 0, 1, 11, 12, 13, 30)).map(lambda n: timedelta(hours=n))
instants = st.integers(-48, 48).map(lambda n: NOON.astimezone(UTC) + timedelta(hours=n))

codes = st.lists(st.sampled_from((*(q.code for q in QUESTIONS), "gone")), max_size=4).map(tuple)
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
    album=albums,
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
)
whatever_was_recognised = st.none() | st.sampled_from((*CHOICES, "cmd-help", "cmd-x", "cmd-edit"))
raw_events = events | st.builds(Said, texts, whatever_was_recognised)
