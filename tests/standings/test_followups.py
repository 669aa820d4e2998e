"""Low ratings that wait for someone: what whoever deals with them reads, and what not."""

from datetime import date

from feedback.domain.roles import Role
from feedback.services import followups
from feedback.services.followups import Outcome
from feedback.store.vault import Key, Vault
from feedback.store.work import Store
from tests.indices.conftest import bare, viewer

DAY = date(2026, 8, 3)


def test_words_whose_key_is_gone_leave_the_list_readable(store: Store) -> None:
    """Keys were lost for good: what is owed is still seen, without the words."""
    office = bare(store)
    office.unit("A")
    office.desk("a", "A")
    office.rate("a", "A", DAY, [1, 1, 1, 1, 1], comment="chờ lâu")
    reader = viewer(office, Role.MODERATOR, "A")
    with store.work() as work:
        followups.gather(work)
        first = followups.listed(work, reader)[0]
        followups.done(work, reader, first.id, Outcome.EXPLAINED, "đã gọi lại")
    later = Store(
        store.engine, Vault((Key("k9", b"another key of thirty-two bytes."),)), store.clock
    )
    with later.look() as work:
        items = followups.listed(work, reader, done=True) + followups.listed(work, reader)
        assert {(item.words, item.note) for item in items} == {((), "")}
        assert len({item.id for item in items}) == 5


def test_an_accusation_that_comes_later_is_not_read_with_the_follow_up(store: Store) -> None:
    """A message may come in late, when the follow-up of the plain words stands already."""
    office = bare(store)
    office.unit("A")
    office.desk("a", "A")
    office.rate("a", "A", DAY, [1, 1, 1, 1, 1], comment="chờ lâu")
    with store.work() as work:
        assert followups.gather(work) == 5
    office.people -= 5
    office.rate("a", "A", DAY, [1], comment="Cán bộ quầy này đòi phong bì mới nhận hồ sơ.")
    with store.look() as work:
        for role, more in ((Role.SUPERVISOR, 0), (Role.MODERATOR, 0), (Role.INSPECTOR, 1)):
            items = followups.listed(work, viewer(office, role, "A"))
            said = [word for item in items for word in item.words]
            assert said.count("chờ lâu") == 5
            assert len(said) == 5 + more
