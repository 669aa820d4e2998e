"""An upgraded database equals a fresh one, on both databases, and upgrading again changes nothing."""

import pytest
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
