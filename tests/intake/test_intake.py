"""A rating is stored once, corrected with a trace, and the tallies always move with it."""

import io
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given as law
from hypothesis import strategies as st
from PIL import Image
from sqlalchemy import select

from feedback.domain.channels import Channel
from feedback.domain.desks import DeskCard
from feedback.domain.given import (
    AnswerGiven,
    CommentGiven,
    Evidence,
    Giver,
    Joined,
    LevelGiven,
)
from feedback.domain.ids import DeskId, Person, UnitId
from feedback.domain.scale import Level
from feedback.services import intake, photos
from feedback.store.columns import metadata
from feedback.store.engine import open_engine
from feedback.store.tables import facts, tallies
from feedback.store.vault import Key, Vault
from feedback.store.work import Store

DESK, OTHER = DeskId(1), DeskId(2)
UNIT = UnitId(7)
DAY = date(2026, 8, 12)
ANNA, BINH, CHI = Person(b"a" * 16), Person(b"b" * 16), Person(b"c" * 16)
CARD = DeskCard(DESK, "Quầy 1", UNIT, "UBND phường A")


def level(work, value: int, person: Person = ANNA, **more) -> LevelGiven:
    giver = Giver(person, more.pop("desk", DESK), more.pop("day", DAY))
    channel = more.pop("channel", Channel.WEB)
    return LevelGiven(giver, CARD, Level(value), work.now, channel, "1", **more)


def give(store: Store, *makers) -> int:
    with store.work() as work:
        return intake.record(work, [make(work) for make in makers])


def wide(store: Store) -> dict[str, int]:
    with store.look() as work:
        row = work.connection.execute(select(tallies.unit_month)).mappings().one()
        return {name: row[name] for name in ("n1", "n2", "n3", "n4", "n5", "set_aside")}


def rows(store: Store, table) -> list:
    with store.look() as work:
        return list(work.connection.execute(select(table)).mappings())


@pytest.mark.parametrize("value", [1, 2, 3, 4, 5])
def test_each_level_is_stored_as_itself(store: Store, value: int) -> None:
    give(store, lambda work: level(work, value))
    assert [row["level"] for row in rows(store, facts.rating)] == [value]
    assert wide(store) == {f"n{n}": int(n == value) for n in range(1, 6)} | {"set_aside": 0}


def test_the_same_person_desk_and_day_is_one_rating(store: Store) -> None:
    give(store, lambda w: level(w, 5), lambda w: level(w, 5))
    give(store, lambda w: level(w, 5))
    assert len(rows(store, facts.rating)) == 1
    assert wide(store)["n5"] == 1
    assert rows(store, facts.rating_change) == []


def test_a_later_level_corrects_with_a_trace(store: Store) -> None:
    give(store, lambda w: level(w, 5))
    give(store, lambda w: level(w, 1, channel=Channel.TELEGRAM))
    change = rows(store, facts.rating_change)[0]
    assert (change["question"], change["before"], change["after"]) == ("overall", 5, 1)
    assert change["channel"] == "telegram"
    assert wide(store)["n5"] == 0
    assert wide(store)["n1"] == 1


def test_another_desk_day_or_person_is_another_rating(store: Store) -> None:
    give(
        store,
        lambda w: level(w, 5),
        lambda w: level(w, 4, desk=OTHER),
        lambda w: level(w, 3, day=DAY - timedelta(days=1)),
        lambda w: level(w, 2, BINH),
    )
    assert len(rows(store, facts.rating)) == 4


def test_answers_count_once_and_follow_corrections(store: Store) -> None:
    giver = Giver(ANNA, DESK, DAY)

    def answer(value):
        return lambda w: AnswerGiven(giver, "staff", value, w.now, Channel.WEB)

    assert give(store, lambda w: level(w, 4), answer(5), answer(5), answer(0)) == 0
    narrow = {(row["question"], row["answer"]): row["n"] for row in rows(store, tallies.desk_day)}
    assert narrow == {("overall", 4): 1, ("staff", 5): 0, ("staff", 0): 1} or narrow == {
        ("overall", 4): 1,
        ("staff", 0): 1,
    }


def test_what_belongs_to_no_rating_is_counted_as_lost(store: Store) -> None:
    giver = Giver(ANNA, DESK, DAY)
    assert give(store, lambda w: CommentGiven(giver, "xin chào", w.now)) == 1
    assert rows(store, facts.comment) == []


def test_comments_are_sealed_and_screened(store: Store) -> None:
    giver = Giver(ANNA, DESK, DAY)
    give(
        store,
        lambda w: level(w, 1),
        lambda w: CommentGiven(giver, "Phải chờ hơi lâu", w.now),
        lambda w: CommentGiven(giver, "Cán bộ đòi phong bì", w.now),
    )
    kept = rows(store, facts.comment)
    assert [row["screen"] for row in kept] == ["plain", "accuses"]
    assert all("chờ".encode() not in bytes(row["sealed"]) for row in kept)
    with store.look() as work:
        assert work.vault.unseal(kept[0]["kid"], kept[0]["sealed"]).decode() == "Phải chờ hơi lâu"


def test_a_rating_goes_on_in_another_door(store: Store) -> None:
    give(store, lambda w: level(w, 2))
    identity = rows(store, facts.rating)[0]["id"]
    there = Giver(BINH, DESK, DAY)
    give(store, lambda w: Joined(there, identity), lambda w: level(w, 3, BINH))
    stored = rows(store, facts.rating)
    assert [(row["id"], row["level"]) for row in stored] == [(identity, 3)]
    with store.look() as work:
        assert intake.standing(work, [there])[there].level == 3


@pytest.mark.parametrize("at_once", [False, True])
def test_a_rating_goes_on_with_the_first_who_carries_it_on(store: Store, at_once: bool) -> None:
    """Whoever reads the code over somebody's shoulder neither sees the rating nor changes it."""
    give(store, lambda w: level(w, 2))
    identity = rows(store, facts.rating)[0]["id"]
    citizen, onlooker = Giver(BINH, DESK, DAY), Giver(CHI, DESK, DAY)
    joins = [lambda w: Joined(citizen, identity), lambda w: Joined(onlooker, identity)]
    for taken in [joins] if at_once else [joins[:1], joins[1:]]:
        give(store, *taken)
    with store.look() as work:
        assert intake.standing(work, [citizen, onlooker]).keys() == {citizen}
    give(store, lambda w: level(w, 5, CHI))
    assert sorted(row["level"] for row in rows(store, facts.rating)) == [2, 5]


def test_the_fact_does_not_say_who_gave_it(store: Store) -> None:
    give(store, lambda w: level(w, 5, evidence=Evidence("device", "10.0.0.0/24", 12)))
    columns = set(rows(store, facts.rating)[0])
    assert not columns & {"rater", "person", "device", "network"}
    evidence = rows(store, facts.rating_evidence)[0]
    assert b"10.0" not in bytes(evidence["network"])
    assert evidence["quarter_hour"].minute % 15 == 0


def _sums(store: Store) -> tuple[dict, dict]:
    counted: dict = {}
    for row in rows(store, facts.rating):
        key = (row["unit_id"], row["level"])
        counted[key] = counted.get(key, 0) + 1
    kept = {}
    for row in rows(store, tallies.unit_month):
        for n in range(1, 6):
            key = (row["unit_id"], n)
            kept[key] = kept.get(key, 0) + row[f"n{n}"]
    return counted, {key: n for key, n in kept.items() if n}


@pytest.fixture(scope="module")
def no_facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of which nothing was asked yet."""
    path = tmp_path_factory.mktemp("empty") / "x.db"
    engine = open_engine(f"sqlite:///{path}")
    metadata.create_all(engine)
    engine.dispose()
    return path


@law(
    st.lists(
        st.lists(st.tuples(st.sampled_from([ANNA, BINH]), st.integers(1, 5)), max_size=4),
        max_size=5,
    )
)
def test_tallies_equal_a_recount_whatever_is_given(no_facts, tmp_path_factory, batches) -> None:
    """The law of the tallies, over batches that repeat and correct each other."""
    # Making the tables takes longer than all the rest of a run.
    path = shutil.copy(no_facts, tmp_path_factory.mktemp("law") / "x.db")
    store = Store(open_engine(f"sqlite:///{path}"), Vault((Key("k1", b"x" * 32),)))
    for batch in batches:
        with store.work() as work:
            intake.record(work, [level(work, value, person) for person, value in batch])
    counted, kept = _sums(store)
    store.close()
    assert counted == kept
    assert sum(counted.values()) == len({person for batch in batches for person, _ in batch})


def _jpeg(**exif) -> bytes:
    picture = Image.new("RGB", (3000, 1500), "teal")
    out = io.BytesIO()
    data = Image.Exif()
    data[0x010F] = "SecretCamera"
    picture.save(out, "JPEG", exif=data)
    return out.getvalue()


def test_photos_lose_their_metadata_and_come_back_whole(store: Store) -> None:
    assert b"SecretCamera" in _jpeg()
    photo = photos.clean(_jpeg())
    assert b"SecretCamera" not in photo.data
    give(store, lambda w: level(w, 5))
    with store.work() as work:
        assert photos.add(work, Giver(ANNA, DESK, DAY), photo, "web")
    identity = rows(store, facts.rating)[0]["id"]
    with store.look() as work:
        assert photos.read(work, identity) == [photo]


@pytest.mark.parametrize(
    "data", [b"", b"not a picture", b"\xff\xd8\xff\xe0" + b"\0" * 100, _jpeg()[:200]]
)
def test_what_is_no_photo_is_refused(data: bytes) -> None:
    with pytest.raises(photos.BadPhoto):
        photos.clean(data)
