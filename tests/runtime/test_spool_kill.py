"""What was said to be kept is kept, whatever is killed while it writes."""

import random
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from bot.runtime.segments import Segments
from bot.runtime.spool import Spool
from feedback.store.vault import Vault

ROUNDS = 4
CHILD = "tests.runtime.spool_child"


def started(folder: Path, name: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", CHILD, str(folder), name], stdout=subprocess.PIPE, text=True
    )


def killed(child: subprocess.Popen[str], after: int) -> list[str]:
    """Read so many lines of a child, kill it, and give all that it said."""
    assert child.stdout is not None
    told = [child.stdout.readline().strip() for _ in range(after)]
    child.kill()
    told += [line.strip() for line in child.stdout.read().splitlines(keepends=True) if "\n" in line]
    child.wait()
    return told


def test_kill_9_while_two_processes_append_loses_nothing(tmp_path: Path, vault: Vault) -> None:
    """All that either was told is there, in each person's order, in spite of torn ends."""
    files = Segments(tmp_path)
    files.prepare()
    chance = random.Random(3)
    acknowledged: list[str] = []
    for turn in range(ROUNDS):
        pair = [started(tmp_path, f"{side}{turn}-") for side in "ab"]
        for child in pair:
            acknowledged += killed(child, chance.randrange(20, 120))
        with files.path(max(files.listed())).open("ab") as torn:
            # The front of a record that says it is 300 bytes long, and breaks off.
            torn.write(b"\x89HLspool\x00\x00\x01\x2c torn")
    spool = Spool(files, vault)
    found = defaultdict(list)
    while (part := spool.oldest()) is not None:
        records, strange = spool.read(part)
        for record in records:
            found[record.entry.person].append(record.entry.key)
        spool.finish(part, strange)
    keys = {key for keys in found.values() for key in keys}
    assert len(acknowledged) > 100 * ROUNDS / 4
    assert set(acknowledged) <= keys
    for person, theirs in found.items():
        assert theirs == [f"{person}:{n}" for n in range(len(theirs))]
    # Of each of two processes eight people at most had something on its way when it died.
    assert len(keys) - len(acknowledged) <= 2 * 8 * ROUNDS
