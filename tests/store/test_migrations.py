"""An upgraded database equals a fresh one, on both databases, and upgrading again changes nothing."""

import pytest
from alembic.command import upgrade as alembic_upgrade
from sqlalchemy import Engine, inspect

from feedback.store.columns import metadata
from feedback.store.engine import open_engine
from hailong import schema


def picture(engine: Engine) -> dict:
    """Draw every table with its columns, keys and indexes."""
    eyes = inspect(engine)
    drawn = {}
    for table in sorted(eyes.get_table_names()):
        if table == "alembic_version":
            continue
        drawn[table] = {
            "columns": {
                column["name"]: (str(column["type"]), column["nullable"])
                for column in eyes.get_columns(table)
            },
            "primary": eyes.get_pk_constraint(table)["constrained_columns"],
            "foreign": sorted(
                (key["constrained_columns"], key["referred_table"], str(key["options"]))
                for key in eyes.get_foreign_keys(table)
            ),
            "unique": sorted(key["column_names"] for key in eyes.get_unique_constraints(table)),
            "indexes": sorted(
                (index["name"], index["column_names"], bool(index["unique"]))
                for index in eyes.get_indexes(table)
            ),
        }
    return drawn


def rowids(engine: Engine) -> set[str]:
    """Name the tables that SQLite keeps in the order of their key alone."""
    if engine.dialect.name != "sqlite":
        return set()
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type='table'")
        return {name for name, sql in rows if "WITHOUT ROWID" in sql}


@pytest.fixture(params=["sqlite", "postgres"])
def empty_engine(request: pytest.FixtureRequest, tmp_path):
    """A database with nothing in it."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path}/upgraded.db"
    else:
        url = request.getfixturevalue("postgres_url")
    engine = open_engine(url)
    metadata.drop_all(engine)
    yield engine
    engine.dispose()


def test_an_upgraded_database_equals_a_fresh_one(empty_engine: Engine) -> None:
    schema.upgrade(empty_engine)
    assert schema.current(empty_engine) == schema.newest()
    upgraded, without = picture(empty_engine), rowids(empty_engine)
    metadata.drop_all(empty_engine)
    metadata.create_all(empty_engine)
    assert upgraded == picture(empty_engine)
    assert without == rowids(empty_engine)


def test_upgrading_again_changes_nothing(empty_engine: Engine) -> None:
    schema.upgrade(empty_engine)
    before = picture(empty_engine)
    schema.upgrade(empty_engine)
    assert picture(empty_engine) == before


def test_an_upgrade_loses_nothing_that_hangs_on_a_table_made_anew(empty_engine: Engine) -> None:
    """A photo of before keeps its bytes, though its table gets columns that it had not."""
    with empty_engine.connect() as connection, connection.begin():
        for first in ("feedback_0001", "bot_0001"):
            alembic_upgrade(schema.config(connection), first)
        say = connection.exec_driver_sql
        say(
            "INSERT INTO rating (id, desk_id, unit_id, day, given_at, channel, source, service_id,"
            " questionnaire, language, level, standing)"
            # Days are kept as ordinals: 739000 is 24 April 2024.
            " VALUES (1, 1, 1, 739000, 0, 'web', 'live', 0, '1', 'vi', 1, 'counted')"
        )
        say(
            "INSERT INTO rating_file (id, rating_id, at, channel, account, kid, state, tries,"
            " due_at, mime, size, problem)"
            " VALUES (7, 1, 0, 'web', '', 'k1', 'kept', 0, 0, 'image/jpeg', 3, '')"
        )
        say("INSERT INTO file_chunk (file_id, part, sealed) VALUES (7, 0, 'abc')")
    schema.upgrade(empty_engine)
    with empty_engine.connect() as connection:
        row = connection.exec_driver_sql(
            "SELECT f.rating_id, f.medium, count(c.part) FROM rating_file f"
            " JOIN file_chunk c ON c.file_id = f.id GROUP BY f.rating_id, f.medium"
        ).one()
        assert tuple(row) == (1, "photo", 1)
        if empty_engine.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
