"""Processes that write at once make one chain: no fork, no gap, and none waits for ever."""

import multiprocessing
from itertools import groupby
from pathlib import Path

from feedback.store import audit, stamp
from feedback.store.engine import open_engine
from feedback.store.vault import Key, Vault
from feedback.store.work import Store
from hailong.head_file import HeadFile
from tests.record.acts import numbered, verified

VAULT = Vault((Key("k1", b"only for tests: thirty-two bytes"),))
ACTS, ROUND = 200, 10


def write(url: str, file: str, name: str, gate: "multiprocessing.synchronize.Barrier") -> None:
    """Note acts in step with the other process; every third beside a row that both change.

    One notes before it takes that row and the other after, so that a head locked at the note would
    have them wait for each other.
    """
    store = Store(open_engine(url), VAULT, told=HeadFile(Path(file)).keep)
    for n in range(ACTS):
        if n % ROUND == 0:
            gate.wait(60)
        with store.work() as work:
            if name == "early":
                audit.note(work, name, f"{name} {n}", "")
            if n % 3 == 0:
                stamp.touch(work)
            if name == "late":
                audit.note(work, name, f"{name} {n}", "")
    store.close()


def test_two_processes_write_one_chain(database_url: str, tmp_path: Path) -> None:
    start = multiprocessing.get_context("spawn")
    gate, file = start.Barrier(2), tmp_path / "audit-head"
    names = ("early", "late")
    writers = [start.Process(target=write, args=(database_url, str(file), n, gate)) for n in names]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(120)
    assert [writer.exitcode for writer in writers] == [0, 0]

    store = Store(open_engine(database_url), VAULT)
    acts = numbered(store)
    assert [seq for seq, _ in acts] == list(range(1, 2 * ACTS + 1))
    for name in names:
        own = [act for _, act in acts if act.startswith(name)]
        assert own == [f"{name} {n}" for n in range(ACTS)]
    assert len(list(groupby(act.split()[0] for _, act in acts))) >= ACTS // ROUND
    verdict = verified(store, HeadFile(file).read())
    assert verdict.ok
    assert verdict.behind == 0
    store.close()
