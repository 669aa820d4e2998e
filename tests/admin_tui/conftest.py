"""What the tests of the forced command share."""

from collections.abc import Iterator

import pytest

from tests.admin_tui.forced import Prison, imprisoned


@pytest.fixture(scope="module")
def prison(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prison]:
    """A home, the command that staff are forced to, and a place to escape to."""
    with imprisoned(tmp_path_factory.mktemp("prison")) as made:
        yield made
