"""Letters that could not be sent are told by why; those that came too late are nobody's fault."""

from bot.store import outbox
from bot.store.outbox import Written
from bot.wire.messages import Account
from feedback.domain.ids import Person
from feedback.store.work import Store
from hailong.letter_checkup import letters


def told(store: Store, *problems: str) -> list[tuple[str, str]]:
    with store.work() as work:
        for problem in problems:
            account = Account("zalo_oa", "1")
            letter = Written(work.new_id(), Person(b"p"), account, "{}", None)
            outbox.put(work, [letter])
            outbox.bury(work, letter.id, problem)
    with store.look() as work:
        return [(one.state, one.what) for one in letters(work)]


def test_where_all_went_out_nothing_is_told(store: Store) -> None:
    assert told(store) == []
    assert told(store, "asked anew") == []


def test_what_came_too_late_is_no_fault(store: Store) -> None:
    """A citizen who wrote once, months ago, is answered on the follow-up page."""
    [(state, what)] = told(store, "window: closed", "window: window -230", "template: payload -248")
    assert (state, what.split()[0]) == ("OK", "3")


def test_what_failed_is_told_by_its_reason(store: Store) -> None:
    [(state, what)] = told(store, "payload -210", "gone -213", "payload -210")
    assert state == "NOTE"
    assert what.endswith("payload -210 (2), gone -213 (1)")


def test_a_messengers_own_words_cannot_disturb_the_screen(store: Store) -> None:
    [(_, what)] = told(store, "Bad\x1b[2J\nRequest" + "x" * 500)
    assert what.isprintable()
    assert len(what) < 130


def test_of_many_reasons_the_commonest_are_told(store: Store) -> None:
    [(_, what)] = told(store, "a", "b", "c", "d", "d")
    assert what.endswith("d (2), a (1), b (1), …")
