"""A sealed file opens whole or not at all, and says where it is not as it was written."""

import io
import re
import secrets

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedback.store.vault import Key
from hailong.backup.box import BLOCK, Box, OpenedBox
from hailong.backup.faults import BackupRefused, Damaged, NotABackup, WrongKey
from hailong.backup.locks import Openers

KEY = Key("k1", b"only for tests: thirty-two bytes")
OPENERS = Openers((KEY,))
SEALED = BLOCK + 16


def sealed(plain: bytes, openers: Openers = OPENERS) -> bytes:
    file = io.BytesIO()
    box = Box(file, openers)
    box.write(plain)
    box.close()
    return file.getvalue()


def opened(data: bytes, openers: Openers = OPENERS) -> bytes:
    return b"".join(OpenedBox.open(io.BytesIO(data), openers).read())


PLAIN = secrets.token_bytes(2 * BLOCK + 100)
WHOLE = sealed(PLAIN)
BEGIN = len(WHOLE) - 3 * SEALED


def refused(data: bytes) -> str:
    with pytest.raises(BackupRefused) as error:
        opened(data)
    return str(error.value)


@given(length=st.sampled_from([0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 2 * BLOCK + 7]))
@settings(max_examples=20)
def test_what_was_sealed_is_opened(length: int) -> None:
    """The rest of the last block is zeros, and the file's size tells the number of blocks only."""
    data = sealed(PLAIN[:length])
    assert opened(data) == PLAIN[:length].ljust(max(1, -(-length // BLOCK)) * BLOCK, b"\0")


@given(place=st.integers(0, len(WHOLE) - 1), bit=st.integers(0, 7))
def test_a_flipped_bit_anywhere_is_refused_with_its_place(place: int, bit: int) -> None:
    """In the head the head is named, in a block the block and its bytes."""
    changed = bytearray(WHOLE)
    changed[place] ^= 1 << bit
    said = refused(bytes(changed))
    if place < BEGIN:
        assert "byte" in said
        return
    first, last = map(int, re.findall(r"\d+", said)[-2:])
    assert first <= place <= last
    assert last - first == SEALED - 1


@given(length=st.integers(0, len(WHOLE) - 1))
def test_a_file_cut_off_anywhere_is_refused_with_its_end(length: int) -> None:
    said = refused(WHOLE[:length])
    if length >= BEGIN:
        assert "cut off" in said
        assert f"at byte {length}" in said


def test_cut_off_between_two_blocks_is_missed_too() -> None:
    assert "cut off after block 2" in refused(WHOLE[:-SEALED])


def test_what_is_added_after_the_end_is_refused() -> None:
    assert f"byte {len(WHOLE)}" in refused(WHOLE + WHOLE[-SEALED:])
    assert "cut off" in refused(WHOLE + b"x")


def test_blocks_do_not_change_places_nor_files() -> None:
    """A block of another backup, or from another place, is no block of this one."""
    head, one, two = WHOLE[:BEGIN], WHOLE[BEGIN:][:SEALED], WHOLE[BEGIN + SEALED :][:SEALED]
    assert "block 1 of 3" in refused(head + two + one + WHOLE[-SEALED:])
    other = sealed(PLAIN)
    assert "block 2 of 3" in refused(head + one + other[BEGIN + SEALED :])
    assert "block 1 of 3" in refused(other[:BEGIN] + WHOLE[BEGIN:])


def test_nothing_of_what_was_sealed_stands_in_the_file() -> None:
    secret = b"S 0912 345 678" * 9000
    data = sealed(secret)
    assert secret[:14] not in data
    assert KEY.secret not in data
    assert sealed(secret) != data


@pytest.mark.parametrize("data", [b"", b"hailong", b"SQLite format 3\0" * 9])
def test_what_is_no_backup_is_named_so(data: bytes) -> None:
    with pytest.raises(NotABackup, match="no backup"):
        opened(data)


def test_a_head_without_end_is_not_read_into_memory() -> None:
    with pytest.raises(Damaged):
        # Behind the first line, where the length of the head stands, four gigabytes are announced.
        opened(WHOLE[:17] + b"\xff\xff\xff\xff" + bytes(10**6))


def test_a_wrong_key_is_told_plainly() -> None:
    """Which key is wanted, and whether one of that name is here but is another office's."""
    with pytest.raises(WrongKey, match="locked with the key k1: put the copy"):
        opened(WHOLE, Openers((Key("k2", b"x" * 32),)))
    with pytest.raises(WrongKey, match="There is a key k1, but not the one"):
        opened(WHOLE, Openers((Key("k1", b"x" * 32),)))


def test_keys_that_came_later_do_not_shut_it() -> None:
    assert opened(WHOLE, Openers((KEY, Key("k2", b"x" * 32))))[:9] == PLAIN[:9]


def test_a_passphrase_opens_where_the_keys_are_lost() -> None:
    both = Openers((KEY,), "năm từ rút ngẫu nhiên")
    data = sealed(b"a", both)
    assert opened(data, Openers((), both.passphrase))[:1] == b"a"
    assert opened(data)[:1] == b"a"
    with pytest.raises(WrongKey, match="HAILONG_BACKUP_PASSPHRASE\\) opens it too"):
        opened(data, Openers((Key("k2", b"x" * 32),)))
    with pytest.raises(WrongKey, match="does not open it either"):
        opened(data, Openers((), "another passphrase"))
