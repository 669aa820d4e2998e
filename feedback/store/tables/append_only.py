"""What keeps our own code from changing or removing a row of the record, in each database's words.

Whoever owns the database can take it away; that such a one changed a row is what the chain shows.
"""

from sqlalchemy import Connection, Table, event

_SAYS = "the record of acts is append-only"

APPEND_ONLY = {
    "sqlite": (
        "CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit WHEN OLD.mac IS NOT NULL"
        f" BEGIN SELECT RAISE(ABORT, '{_SAYS}'); END",
        "CREATE TRIGGER audit_never_shrinks BEFORE DELETE ON audit"
        f" BEGIN SELECT RAISE(ABORT, '{_SAYS}'); END",
    ),
    "postgresql": (
        "CREATE OR REPLACE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN RAISE EXCEPTION '{_SAYS}'; END $$",
        "CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit FOR EACH ROW"
        " WHEN (OLD.mac IS NOT NULL) EXECUTE FUNCTION audit_is_append_only()",
        "CREATE TRIGGER audit_never_shrinks BEFORE DELETE ON audit FOR EACH ROW"
        " EXECUTE FUNCTION audit_is_append_only()",
        # TRUNCATE fires no trigger of rows.
        "CREATE TRIGGER audit_never_empties BEFORE TRUNCATE ON audit"
        " EXECUTE FUNCTION audit_is_append_only()",
    ),
}
"""A row without an HMAC may still be given one, which is how rows from before are adopted."""


def guard(table: Table) -> None:
    """Let the table of acts be made with its guards."""
    event.listen(table, "after_create", _guard)


def _guard(_: Table, connection: Connection, **__: object) -> None:
    for statement in APPEND_ONLY[connection.dialect.name]:
        connection.exec_driver_sql(statement)
