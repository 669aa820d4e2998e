"""What a release changed by itself is told; what the office set stays as it is, unsaid."""

import json
from pathlib import Path

from hailong import defaults
from tests.serving import Server
from tests.upgrade.released import bring_back


def told(before: dict, now: dict, own: set[str] | None = None) -> list[str]:
    return list(defaults.changes(before, now, own or set()))


def test_a_changed_default_is_told_with_the_way_back() -> None:
    (said,) = told({"reply_days": 30, "office": ""}, {"reply_days": 60, "office": ""})
    assert "reply_days is now 60" in said
    assert "reply_days = 30" in said


def test_what_the_office_set_itself_is_left_in_peace() -> None:
    assert told({"reply_days": 30}, {"reply_days": 60}, {"reply_days"}) == []


def test_settings_that_came_or_went_are_named() -> None:
    said = told({"old": 1, "unused": 2}, {"new": 1, "other": 2}, {"old"})
    assert said == ["new settings: new, other", "old is no setting any more: take it out"]


def test_where_nothing_was_kept_nothing_is_said() -> None:
    assert told({}, defaults.current()) == []


def test_an_upgrade_tells_and_keeps_what_is_now(tmp_path: Path) -> None:
    """By the command: the backup, what was chained, what changed; the second time nothing."""
    server = Server(tmp_path / "home")
    server.command("init", "--yes")
    (server.home / "hailong.db").unlink()
    for path in server.home.glob("hailong.db-*"):
        path.unlink()
    bring_back("first", f"sqlite:///{server.home / 'hailong.db'}")
    kept = server.home / defaults.DEFAULTS_FILE
    kept.write_text(json.dumps(json.loads(kept.read_text()) | {"reply_days": 7}))
    (row,) = json.loads(server.command("db", "upgrade", "--json"))["rows"]
    assert Path(row["backup"]).exists()
    assert row["chained"] > 5
    assert [one for one in row["changed"] if "reply_days is now 30" in one]
    (again,) = json.loads(server.command("db", "upgrade", "--json"))["rows"]
    assert (again["backup"], again["changed"]) == (None, [])
