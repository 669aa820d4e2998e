"""What is in the spool stays in order, sealed and whole, whatever breaks off; and it never grows
beyond its bound."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.runtime.frames import Torn, Whole, framed, scan
from bot.runtime.segments import Full, Segments
from bot.runtime.spool import Spool, overview
from bot.wire.entry import Entry
from feedback.store.vault import Key, Vault

contents = some.lists(some.binary(max_size=40), min_size=1, max_size=4)


def whole(data: bytes) -> list[bytes]:
    return [part.content for part in scan(data).parts if isinstance(part, Whole)]


@given(contents, contents)
def test_broken_off_anywhere_the_rest_is_found(before: list[bytes], after: list[bytes]) -> None:
    """Cut at every byte: what stood whole before is there, and all that is added later is."""
    data = b"".join(map(framed, before))
    ends = [len(b"".join(map(framed, before[:n]))) for n in range(len(before) + 1)]
    later = b"".join(map(framed, after))
    for cut in range(len(data) + 1):
        kept = before[: max(n for n, end in enumerate(ends) if end <= cut)]
        assert whole(data[:cut]) == kept
        assert whole(data[:cut] + later) == kept + after


@given(contents)
def test_every_byte_is_accounted_for(written: list[bytes]) -> None:
    """Whole or torn, nothing of a file is lost when it is looked through."""
    data = b"".join(map(framed, written))
    for cut in range(len(data) + 1):
        broken = data[:cut] + framed(b"last")
        scanned = scan(broken)
        assert b"".join(part.frame for part in scanned.parts) == broken[: scanned.end] == broken


@given(contents, some.data())
def test_a_changed_byte_costs_its_own_record_alone(written: list[bytes], data) -> None:
    frames = [framed(one) for one in written]
    hit = data.draw(some.integers(0, len(frames) - 1))
    at = data.draw(some.integers(0, len(frames[hit]) - 1))
    damaged = bytearray(frames[hit])
    damaged[at] ^= data.draw(some.integers(1, 255))
    parts = scan(b"".join([*frames[:hit], bytes(damaged), *frames[hit + 1 :]])).parts
    found = [part.content for part in parts if isinstance(part, Whole)]
    assert found[:hit] == written[:hit]
    assert found[hit:] == written[hit + 1 :]
    if hit + 1 < len(written):
        assert any(isinstance(part, Torn) for part in parts)


def entry(n: int, person: str = "anna") -> Entry:
    return Entry("update", person, f"k{n}", f"việc số {n}")


def put(spool: Spool, *entries: Entry) -> None:
    spool.append([spool.sealed(one) for one in entries])


def drain(spool: Spool) -> list[Entry]:
    found = []
    while (part := spool.oldest()) is not None:
        records, strange = spool.read(part)
        found += [record.entry for record in records]
        spool.finish(part, strange)
    return found


@pytest.fixture
def spool(tmp_path: Path, vault: Vault) -> Spool:
    files = Segments(tmp_path / "spool")
    files.prepare()
    return Spool(files, vault)


def test_entries_come_back_in_their_order(spool: Spool) -> None:
    put(spool, entry(1), entry(2))
    put(spool, entry(3))
    assert drain(spool) == [entry(1), entry(2), entry(3)]
    assert drain(spool) == []


def test_whoever_has_something_there_waits(spool: Spool, vault: Vault) -> None:
    """Also for what another process of this home put there, until it is done."""
    other = Spool(Segments(spool.files.folder), vault)
    put(other, entry(1, "anna"))
    assert spool.waits("anna")
    assert not spool.waits("binh")
    put(spool, entry(2, "binh"))
    assert other.waits("binh")
    assert (spool.count(), other.count()) == (2, 2)
    drain(other)
    assert not spool.waits("anna")
    assert not other.waits("binh")
    assert spool.count() == 0


def test_what_comes_while_a_part_is_drained_waits_behind_it(spool: Spool) -> None:
    put(spool, entry(1))
    first = spool.oldest()
    put(spool, entry(2))
    assert [record.entry for record in spool.read(first)[0]] == [entry(1)]
    spool.finish(first, [])
    assert spool.waits("anna")
    assert drain(spool) == [entry(2)]


def test_many_files_are_drained_oldest_first(tmp_path: Path, vault: Vault) -> None:
    spool = Spool(Segments(tmp_path, each=300), vault)
    for n in range(40):
        put(spool, entry(n, f"p{n}"))
    assert len(spool.files.listed()) > 5
    assert all(spool.waits(f"p{n}") for n in range(40))
    assert drain(spool) == [entry(n, f"p{n}") for n in range(40)]


def test_a_torn_end_is_stepped_over_and_put_aside(spool: Spool) -> None:
    put(spool, entry(1))
    (number,) = spool.files.listed()
    with spool.files.path(number).open("ab") as file:
        file.write(spool.sealed(entry(2))[:-3])
    put(spool, entry(3))
    with spool.files.path(number).open("ab") as file:
        file.write(spool.sealed(entry(4))[:11])
    assert drain(spool) == [entry(1), entry(3)]
    (aside,) = spool.files.aside()
    assert len(aside.read_bytes()) == len(spool.sealed(entry(2))) - 3 + 11


def test_what_another_key_sealed_is_put_aside_and_can_be_put_back(
    spool: Spool, vault: Vault
) -> None:
    newer = Vault((*vault.keys, Key("k2", b"a second one for tests: 32 bytes")))
    put(Spool(spool.files, newer), entry(1))
    put(spool, entry(2))
    assert overview(spool.files).by_key == {"k1": 1, "k2": 1}
    assert drain(spool) == [entry(2)]
    (aside,) = spool.files.aside()
    aside.rename(spool.files.folder / aside.name)
    assert drain(Spool(spool.files, newer)) == [entry(1)]


def test_what_was_put_aside_is_forgotten_in_time(spool: Spool) -> None:
    spool.append([b"no record at all"])
    drain(spool)
    (aside,) = spool.files.aside()
    written = datetime.fromtimestamp(aside.stat().st_mtime, UTC)
    assert spool.forget(written - timedelta(days=30)) == 0
    assert spool.aside() == 1
    assert spool.forget(written + timedelta(seconds=1)) == 1
    assert spool.aside() == 0


def test_nobody_can_read_it(spool: Spool) -> None:
    put(spool, Entry("update", "84901234567", "k", "Quầy 3 đòi tiền"))
    put(spool, entry(2))
    (path,) = spool.files.folder.glob("*.spool")
    assert stat.S_IMODE(spool.files.folder.stat().st_mode) == 0o700
    for file in spool.files.folder.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    data = path.read_bytes()
    for told in ("84901234567", "đòi tiền", "update"):
        assert told.encode() not in data


def test_it_takes_no_more_than_its_bound(tmp_path: Path, vault: Vault) -> None:
    spool = Spool(Segments(tmp_path, most=1000, each=300), vault)
    each = len(spool.sealed(entry(0)))
    taken = 1000 // each
    put(spool, *map(entry, range(taken)))
    with pytest.raises(Full):
        put(spool, entry(taken))
    assert spool.files.size() == taken * each
    assert spool.crowded()
    assert drain(spool) == [entry(n) for n in range(taken)]
    assert not spool.crowded()
    put(spool, entry(99))


def test_one_server_at_a_time_drains(spool: Spool, vault: Vault) -> None:
    other = Spool(Segments(spool.files.folder), vault)
    with spool.alone() as mine, other.alone() as theirs:
        assert (mine, theirs) == (True, False)
    with other.alone() as theirs:
        assert theirs


def test_a_look_from_outside_opens_nothing(spool: Spool) -> None:
    put(spool, entry(1), entry(2))
    found = overview(spool.files)
    assert (found.n, found.by_key, found.aside) == (2, {"k1": 2}, 0)
    assert found.since is not None
    drain(spool)
    assert overview(spool.files).n == 0
    assert overview(Segments(spool.files.folder / "nowhere")).n == 0
