"""What an operator sees: `hailong audit verify` and `search`, the doctor, and keys that come and go."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.serving import Server


@pytest.fixture
def office(tmp_path: Path) -> Server:
    """A home with an office, and so with some acts."""
    server = Server(tmp_path / "home")
    server.found()
    return server


def verify(server: Server, *words: str, code: int = 0) -> dict:
    return json.loads(server.command("audit", "verify", "--json", *words, code=code))


def sql(server: Server, *statements: str) -> None:
    with sqlite3.connect(server.home / "hailong.db") as database:
        for statement in ("DROP TRIGGER audit_never_changes", "DROP TRIGGER audit_never_shrinks"):
            database.execute(statement)
        for statement in statements:
            database.execute(statement)


def test_a_new_office_is_whole_and_its_head_is_kept_outside(office: Server) -> None:
    found = verify(office)
    assert found["ok"] is True
    assert found["behind"] == 0
    assert found["acts"] == int(found["head"].partition(":")[0]) > 2
    assert (office.home / "audit-head").read_text("ascii").count(found["head"]) == 1
    assert "whole" in office.command("doctor")


def test_a_changed_row_is_named_and_the_doctor_says_so(office: Server) -> None:
    sql(office, "UPDATE audit SET actor = 'nobody' WHERE seq = 2")
    found = verify(office, code=1)
    assert [(row["fault"], row["seq"]) for row in found["rows"]] == [("changed", 2)]
    assert "row 2 is not what was written" in office.command("audit", "verify", code=1)
    assert "row 2 is not what was written" in office.command("doctor", "--json", code=1)


def test_a_cut_is_found_by_the_file_or_by_a_head_kept_on_paper(office: Server) -> None:
    head = verify(office)["head"]
    last = int(head.partition(":")[0])
    sql(
        office,
        f"DELETE FROM audit WHERE seq = {last}",
        "UPDATE audit_head SET (seq, digest, mac, at) ="
        " (SELECT seq, digest, mac, at FROM audit ORDER BY seq DESC LIMIT 1)",
    )
    assert verify(office, code=1)["rows"][0]["fault"] == "cut_off"
    (office.home / "audit-head").unlink()
    assert verify(office)["behind"] is None
    assert "NOTE" in office.command("doctor")
    assert verify(office, "--head", head, code=1)["rows"][0]["seq"] == last


@pytest.mark.parametrize("head", ["", "12", "12:xyz", "x:" + "0" * 64])
def test_a_head_that_is_none_is_wrong_usage(office: Server, head: str) -> None:
    office.command("audit", "verify", "--head", head, code=2)


def test_keys_may_come_and_go(office: Server) -> None:
    for words in (["add"], ["reencrypt"]):
        office.command("keys", *words)
    office.command("staff", "add", "mai", "--role", "auditor")
    found = json.loads(office.command("audit", "search", "--act", "key", "--json"))
    assert [row["act"] for row in found["rows"]] == ["key added"]
    assert verify(office)["ok"] is True


def test_a_key_that_was_retired_never_gives_its_name_to_another(tmp_path: Path) -> None:
    office = Server(tmp_path / "home")
    office.command("init", "--yes")
    office.command("keys", "add", "spare")
    office.command("staff", "add", "mai", "--role", "auditor")
    office.command("keys", "add", "newest")
    office.command("keys", "retire", "spare")
    office.command("keys", "add", "spare", code=1)
    assert verify(office)["ok"] is True


def test_the_search_tells_who_did_what(office: Server) -> None:
    office.command("staff", "add", "mai", "--role", "auditor")
    found = json.loads(
        office.command("audit", "search", "--json", "--act", "staff.add", "--size", "1")
    )
    assert found["more"] is True
    row = found["rows"][0]
    assert (row["act"], row["subject"], row["after"]) == ("staff.add", "mai", "auditor")
    assert "mai" in office.command("audit", "search", "auditor")
    assert (
        json.loads(office.command("audit", "search", "--json", "--to", "2020-01-01"))["rows"] == []
    )


def test_acts_of_a_release_before_the_chain_are_adopted_by_the_upgrade(office: Server) -> None:
    before = verify(office)["acts"]
    sql(
        office,
        "UPDATE audit SET seq = NULL, kid = NULL, digest = NULL, mac = NULL",
        "DELETE FROM audit_head",
    )
    (office.home / "audit-head").unlink()
    office.command("db", "upgrade")
    found = verify(office)
    assert (found["ok"], found["acts"], found["behind"]) == (True, before + 1, 0)
    office.command("db", "upgrade")
    assert verify(office)["acts"] == before + 1


def test_an_upgraded_database_refuses_what_a_fresh_one_refuses(office: Server) -> None:
    with sqlite3.connect(office.home / "hailong.db") as database:
        for statement in ("UPDATE audit SET actor = 'x'", "DELETE FROM audit"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                database.execute(statement)
