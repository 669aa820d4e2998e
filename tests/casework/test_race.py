"""Two at once on real databases: the second is told, nothing is overwritten, nobody waits for ever."""

from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

import pytest

from feedback.domain.cases.life import CaseAct, CaseState
from feedback.services.cases import casework, following, handing, merging, moderation
from feedback.services.cases.holding import Stale, WrongMoment
from feedback.services.refusals import Refusal
from feedback.store.work import Work
from tests.casework.bureau import Bureau

WHY = "cùng một việc"


def together(office: Bureau, *acts: Callable[[Work], Any]) -> list[Any]:
    """Start each act in a thread of its own at one moment; give what each gave or raised."""
    gate, given = Barrier(len(acts)), [None] * len(acts)

    def run(n: int, act: Callable[[Work], Any]) -> None:
        gate.wait(10)
        try:
            with office.store.work() as work:
                given[n] = act(work)
        except Refusal as refusal:
            given[n] = refusal

    threads = [Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert not any(thread.is_alive() for thread in threads)
    return given


# Several turns, since threads that start together seldom meet in the same place twice.
@pytest.mark.parametrize("turn", range(5))
def test_of_two_who_read_the_same_one_is_told_who_was_first(office: Bureau, turn: int) -> None:
    """The refusal names who changed what and when; only one answer is there."""
    case = office.told()
    names = ("handler A", "supervisor A")
    texts = ("Đã sửa máy in.", "Máy in đã có mực.")
    given = together(
        office,
        *(
            lambda w, n=n, t=t: casework.answer(w, office.by(n), case.code, t, version=case.version)
            for n, t in zip(names, texts, strict=True)
        ),
    )
    (late,) = [one for one in given if isinstance(one, Stale)]
    winner = names[0] if given[1] is late else names[1]
    assert (late.by, late.act, late.at) == (winner, CaseAct.ANSWER, office.clock.now)
    assert winner in str(late)
    said = office.texts(case)
    assert len([text for text in said if text in texts]) == 1
    assert office.read(case.id).version == case.version + 1


def test_without_a_version_the_state_still_holds_the_second_off(office: Bureau) -> None:
    """Two answers are never both sent."""
    case = office.told()
    given = together(
        office,
        *(
            lambda w, n=n: casework.answer(w, office.by(n), case.code, "Đã sửa.")
            for n in ("handler A", "other A")
        ),
    )
    assert sorted(type(one).__name__ for one in given) == ["Case", "WrongMoment"]
    assert office.timeline(case).count("answer") == 1


@pytest.mark.parametrize("turn", range(3))
def test_two_who_merge_crosswise_never_wait_for_each_other(office: Bureau, turn: int) -> None:
    """One of both goes on in the other, and that one stays open."""
    one, two = office.told("Máy in hỏng."), office.told("Máy in bị hỏng.")
    given = together(
        office,
        lambda w: merging.merge(w, office.by("handler A"), one.code, two.code, WHY),
        lambda w: merging.merge(w, office.by("other A"), two.code, one.code, WHY),
    )
    assert len([found for found in given if isinstance(found, Refusal)]) == 1
    states = {office.read(case.id).state for case in (one, two)}
    assert states == {CaseState.MERGED, CaseState.NEW}


def test_a_case_forwarded_meanwhile_is_out_of_sight(office: Bureau) -> None:
    """Whoever comes second neither answers it nor learns where it went."""
    case = office.told()
    office.does(handing.forward, "handler A", case.code, office.world.units["B"], "việc của xã B")
    with pytest.raises(Refusal) as caught:
        office.does(casework.answer, "handler A", case.code, "Đã sửa.", version=case.version)
    assert not isinstance(caught.value, Stale | WrongMoment)
    assert str(caught.value) == f"There is no case {case.code}."


@pytest.mark.parametrize("turn", range(3))
def test_a_citizen_who_adds_and_whoever_answers_never_wait_for_each_other(
    office: Bureau, turn: int
) -> None:
    """Neither is turned away, though one comes from the merged case and one from the other."""
    old, new = office.told("Máy in hỏng."), office.told("Máy in bị hỏng.")
    merged, kept = (old, new) if turn % 2 else (new, old)
    office.does(merging.merge, "handler A", merged.code, kept.code, WHY)
    office.does(casework.ask, "handler A", kept.code, "Máy nào?")
    together(
        office,
        lambda w: following.add(w, merged.id, "Máy thứ hai."),
        lambda w: casework.answer(w, office.by("handler A"), kept.code, "Đã sửa."),
        lambda w: following.add(w, merged.id, "Máy cạnh cửa."),
        lambda w: moderation.spam(w, office.by("moderator"), kept.code, WHY),
    )
    assert {"Máy thứ hai.", "Máy cạnh cửa."} <= set(office.texts(merged))
