"""Empty databases of both kinds, into which that of an earlier release is put."""

from pathlib import Path

import pytest

from tests.backup.conftest import empty_postgres

__all__ = ["empty_postgres"]


@pytest.fixture(params=["sqlite", "postgres"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database with nothing in it."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'hailong.db'}"
    return str(request.getfixturevalue("empty_postgres"))
