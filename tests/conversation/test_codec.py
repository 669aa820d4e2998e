"""A saved state is read back as it was; what cannot be read never stops a conversation."""

import json
from dataclasses import fields
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.codec import fresh, load, save
from bot.conversation.draft import Draft, Piece, Reply
from bot.conversation.pace import Pace
from bot.conversation.state import LANGUAGES, STATE_VERSION, Stage, State
from tests.conversation.strategies import states

FIRST_RELEASE = {
    '{"v":1,"stage":"lobby"}': State(stage=Stage.LOBBY),
    '{"v":1,"stage":"rating","language":"en","desk":7,"held":["Ch\\u1edd l\\u00e2u"]}': State(
        stage=Stage.RATING, language="en", desk=7, held=("Chờ lâu",)
    ),
    '{"v":1,"stage":"asking","desk":7,"day":"2026-11-18","pending":["staff","result"],'
    '"level":4}': State(
        stage=Stage.ASKING, desk=7, day=date(2026, 11, 18), pending=("staff", "result"), level=4
    ),
}
"""Texts as the first release wrote them. They stay here for as long as a database may hold them."""

SECOND_RELEASE = {
    '{"v":2,"stage":"confirming","draft":{"choice":"misconduct","desk":7,"day":"2026-11-18",'
    '"level":1,"where":"Qu\\u1ea7y 1","texts":["\\u0110\\u00f2i ti\\u1ec1n"],"pieces":['
    '{"medium":"voice","file":"v1","name":""}],"asked":["name","phone"],"edition":3}}': State(
        stage=Stage.CONFIRMING,
        draft=Draft(
            choice="misconduct",
            desk=7,
            day=date(2026, 11, 18),
            level=1,
            where="Quầy 1",
            texts=("Đòi tiền",),
            pieces=(Piece("voice", "v1"),),
            asked=("name", "phone"),
            edition=3,
        ),
    ),
    '{"v":2,"stage":"replying","reply":{"case":9,"act":"contest","texts":["Ch\\u01b0a xong"]},'
    '"back":"done","shown":"case-1","filed":true,"said":["Ch\\u1edd"]}': State(
        stage=Stage.REPLYING,
        reply=Reply(9, "contest", ("Chưa xong",)),
        back=Stage.DONE,
        shown="case-1",
        filed=True,
        said=("Chờ",),
    ),
}
"""Texts as the second release wrote them, with cases."""

THIRD_RELEASE = {
    '{"v":3,"stage":"rating","desk":7,"page":1,"pace":{"moved":"2026-11-18T09:00:00+07:00",'
    '"greeted":"2026-11-18T08:59:30+07:00","missed":"2026-11-18T08:50:00+07:00","misses":2}}': (
        State(
            stage=Stage.RATING,
            desk=7,
            page=1,
            pace=Pace(
                moved=datetime.fromisoformat("2026-11-18T09:00:00+07:00"),
                greeted=datetime.fromisoformat("2026-11-18T08:59:30+07:00"),
                missed=datetime.fromisoformat("2026-11-18T08:50:00+07:00"),
                misses=2,
            ),
        )
    ),
}
"""Texts as the third release wrote them, with the times of a chat in Zalo."""


@given(state=states)
def test_a_state_survives_save_and_load(state: State) -> None:
    if state.language in LANGUAGES:
        assert load(save(state)) == state
    else:
        assert load(save(state)) == State(stage=Stage.LOBBY)


@pytest.mark.parametrize("text", FIRST_RELEASE)
def test_what_the_first_release_wrote_is_read(text: str) -> None:
    assert load(text) == FIRST_RELEASE[text]


@pytest.mark.parametrize("text", SECOND_RELEASE)
def test_what_the_second_release_wrote_is_read(text: str) -> None:
    assert load(text) == SECOND_RELEASE[text]


@pytest.mark.parametrize("text", THIRD_RELEASE)
def test_what_the_third_release_wrote_is_read(text: str) -> None:
    assert load(text) == THIRD_RELEASE[text]


@pytest.mark.parametrize("nothing", [None, ""])
def test_no_state_is_that_of_a_stranger(nothing: str | None) -> None:
    assert load(nothing) == State(stage=Stage.NEW)


def test_a_state_of_a_later_release_becomes_a_lobby_in_the_same_language() -> None:
    later = json.dumps({"v": STATE_VERSION + 1, "language": "en", "stage": "elsewhere"})
    assert load(later) == State(stage=Stage.LOBBY, language="en")


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        "7",
        "\x00",
        "[" * 100_000,
        '{"v":1,"stage":"nowhere"}',
        '{"v":1,"desk":"7"}',
        '{"v":1,"desk":true}',
        '{"v":1,"day":"yesterday"}',
        '{"v":1,"held":"text"}',
        '{"v":1,"held":[1]}',
        '{"v":1,"commented":1}',
        '{"v":1,"language":["vi"]}',
        '{"v":1,"stage":{}}',
        '{"v":2,"draft":[]}',
        '{"v":2,"draft":{"pieces":[{"file":"x"}]}}',
        '{"v":2,"draft":{"pieces":[7]}}',
        '{"v":2,"reply":{"case":"9"}}',
        '{"v":3,"pace":{"moved":"2026-11-18T09:00:00"}}',
        '{"v":3,"pace":{"misses":"2"}}',
        '{"v":3,"pace":"now"}',
    ],
)
def test_an_unreadable_state_becomes_a_lobby(text: str) -> None:
    assert load(text) == State(stage=Stage.LOBBY)


@given(text=st.text() | st.dictionaries(st.text(), st.integers()).map(json.dumps))
def test_reading_never_raises(text: str) -> None:
    assert isinstance(load(text), State)


_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3),
)


@given(
    record=st.fixed_dictionaries(
        {"v": st.sampled_from((1, 2, 3))},
        optional={field.name: _ANYTHING for field in fields(State)},
    )
)
def test_fields_of_any_kind_are_read_or_given_up(record: dict[str, object]) -> None:
    assert isinstance(load(json.dumps(record)), State)


def test_a_stranger_is_spoken_to_in_a_language_that_is_spoken() -> None:
    assert [fresh().language, fresh("en").language, fresh("fr").language] == ["vi", "en", "vi"]
