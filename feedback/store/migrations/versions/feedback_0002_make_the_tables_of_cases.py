"""Make the tables of cases."""

import sqlalchemy as sa
from alembic import op

revision = "feedback_0002"
down_revision = "feedback_0001"
branch_labels = None
depends_on = None

_SAYS = "the record of acts is append-only"
# Written out and not imported: a migration stays as it was, whatever becomes of the tables.
_GUARDS = {
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
        "CREATE TRIGGER audit_never_empties BEFORE TRUNCATE ON audit"
        " EXECUTE FUNCTION audit_is_append_only()",
    ),
}


def upgrade() -> None:
    """Bring the tables to this revision."""
    op.create_table(
        "answer_template",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("from_day", sa.Integer(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_template")),
        sa.UniqueConstraint(
            "code", "version", "language", name=op.f("uq_answer_template_code_version_language")
        ),
    )
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("mac", sa.LargeBinary(length=32), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )
    op.create_table(
        "calendar_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_version")),
    )
    op.create_table(
        "cases",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("choice", sa.String(length=16), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("about_unit_id", sa.Integer(), nullable=True),
        sa.Column("about_desk_id", sa.Integer(), nullable=True),
        sa.Column("about_day", sa.Integer(), nullable=False),
        sa.Column("rating_id", sa.BigInteger(), nullable=True),
        sa.Column("channel", sa.String(length=12), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("opened_on", sa.Integer(), nullable=False),
        sa.Column("accepted_on", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.Integer(), nullable=True),
        sa.Column("due_why", sa.Text(), nullable=False),
        sa.Column("due_provisional", sa.Boolean(), nullable=False),
        sa.Column("step", sa.String(length=12), nullable=False),
        sa.Column("suspended_on", sa.Integer(), nullable=True),
        sa.Column("guided_on", sa.Integer(), nullable=True),
        sa.Column("severity", sa.SmallInteger(), nullable=False),
        sa.Column("assignee_id", sa.Integer(), nullable=True),
        sa.Column("sealed", sa.Boolean(), nullable=False),
        sa.Column("unrouted", sa.Boolean(), nullable=False),
        sa.Column("appealed", sa.Boolean(), nullable=False),
        sa.Column("verdict", sa.String(length=12), nullable=False),
        sa.Column("satisfaction", sa.String(length=8), nullable=True),
        sa.Column("published", sa.Boolean(), nullable=False),
        sa.Column("delivery", sa.String(length=8), nullable=False),
        sa.Column("merged_into", sa.BigInteger(), nullable=True),
        sa.Column("merged_from", sa.String(length=16), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("step_on", sa.Integer(), nullable=True),
        sa.Column(
            "place",
            sa.Integer(),
            sa.Computed("COALESCE(unit_id, 0)", persisted=True),
            nullable=True,
        ),
        sa.Column(
            "drawer",
            sa.SmallInteger(),
            sa.Computed("CASE WHEN unrouted THEN 2 WHEN sealed THEN 1 ELSE 0 END", persisted=True),
            nullable=True,
        ),
        sa.Column(
            "shelf",
            sa.SmallInteger(),
            sa.Computed(
                "((CASE WHEN unrouted THEN 2 WHEN sealed THEN 1 ELSE 0 END) * 10 + CASE state WHEN 'new' THEN 0 WHEN 'accepted' THEN 1 WHEN 'waiting_citizen' THEN 2 WHEN 'answered' THEN 3 WHEN 'contested' THEN 4 WHEN 'closed' THEN 5 WHEN 'withdrawn' THEN 6 WHEN 'merged' THEN 7 WHEN 'forwarded' THEN 8 WHEN 'spam' THEN 9 ELSE 0 END) * 28 + (CASE kind WHEN 'report' THEN 0 WHEN 'petition' THEN 1 WHEN 'idea' THEN 2 WHEN 'praise' THEN 3 WHEN 'misconduct' THEN 4 WHEN 'complaint' THEN 5 WHEN 'denunciation' THEN 6 ELSE 0 END) * 4 + severity",
                persisted=True,
            ),
            nullable=True,
        ),
        sa.Column(
            "urgency",
            sa.Integer(),
            sa.Computed(
                "CASE WHEN ended_at IS NOT NULL THEN 40000000 - CAST(ended_at / 86400000000 AS INTEGER) WHEN due_on IS NULL THEN 10000000 + 3 - severity WHEN suspended_on IS NOT NULL AND suspended_on <= due_on THEN 20000000 + due_on * 4 + 3 - severity ELSE due_on * 4 + 3 - severity END",
                persisted=True,
            ),
            nullable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
        sa.UniqueConstraint("code", name=op.f("uq_cases_code")),
    )
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.create_index("ix_cases_about_desk_id_id", ["about_desk_id", "id"], unique=False)
        batch_op.create_index(
            "ix_cases_about_unit_id_opened_on", ["about_unit_id", "opened_on"], unique=False
        )
        batch_op.create_index(
            "ix_cases_answered",
            ["ended_at"],
            unique=False,
            sqlite_where=sa.text("state = 'answered'"),
            postgresql_where=sa.text("state = 'answered'"),
        )
        batch_op.create_index(
            "ix_cases_assignee",
            ["assignee_id", "shelf", "urgency", "id", "place", "about_desk_id", "about_day"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_cases_merged_into"), ["merged_into"], unique=False)
        batch_op.create_index(
            "ix_cases_place_drawer_newest",
            ["place", "drawer", "id", "about_desk_id", "about_day"],
            unique=False,
        )
        batch_op.create_index(
            "ix_cases_place_drawer_urgency",
            ["place", "drawer", "urgency", "id", "about_desk_id", "about_day"],
            unique=False,
        )
        batch_op.create_index(
            "ix_cases_place_shelf_newest",
            ["place", "shelf", "id", "about_desk_id", "about_day"],
            unique=False,
        )
        batch_op.create_index(
            "ix_cases_place_shelf_urgency",
            ["place", "shelf", "urgency", "id", "about_desk_id", "about_day"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_cases_rating_id"), ["rating_id"], unique=False)
        batch_op.create_index("ix_cases_shelf_newest", ["shelf", "id"], unique=False)
        batch_op.create_index("ix_cases_shelf_urgency", ["shelf", "urgency", "id"], unique=False)
        batch_op.create_index(
            "ix_cases_step_on",
            ["step_on"],
            unique=False,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )

    op.create_table(
        "erasure",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure")),
    )
    op.create_table(
        "calendar_row",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("mark", sa.String(length=8), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["calendar_version.id"],
            name=op.f("fk_calendar_row_version_id_calendar_version"),
        ),
        sa.PrimaryKeyConstraint("version_id", "day", name=op.f("pk_calendar_row")),
    )
    op.create_table(
        "case_event",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.Column("act", sa.String(length=12), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("text_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_case_event_case_id_cases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_event")),
    )
    with op.batch_alter_table("case_event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_event_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_key",
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("kid", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_key_case_id_cases")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_case_key")),
    )
    with op.batch_alter_table("case_key", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_key_kid"), ["kid"], unique=False)

    op.create_table(
        "case_likeness",
        sa.Column("case_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("signature", sa.LargeBinary(length=128), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_case_likeness_case_id_cases")
        ),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_case_likeness")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "case_person",
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.LargeBinary(length=32), nullable=True),
        sa.Column("channel", sa.String(length=12), nullable=False),
        sa.Column("person", sa.LargeBinary(length=16), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("kid", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_case_person_case_id_cases")
        ),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_case_person")),
        sa.UniqueConstraint("number", name=op.f("uq_case_person_number")),
    )
    with op.batch_alter_table("case_person", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_person_kid"), ["kid"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_person_person"), ["person"], unique=False)

    op.create_table(
        "case_text",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.Column("voice", sa.String(length=12), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("redacted", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_text_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_text")),
    )
    with op.batch_alter_table("case_text", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_text_case_id"), ["case_id"], unique=False)

    op.create_table(
        "consent",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("version", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("channel", sa.String(length=12), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("withdrawn_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_consent_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consent_case_id"), ["case_id"], unique=False)

    op.create_table(
        "data_request",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("case_id", sa.BigInteger(), nullable=True),
        sa.Column("person", sa.LargeBinary(length=16), nullable=True),
        sa.Column("received_on", sa.Integer(), nullable=False),
        sa.Column("answer_by", sa.Integer(), nullable=False),
        sa.Column("act_by", sa.Integer(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("done_by", sa.Text(), nullable=False),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_data_request_case_id_cases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_request")),
    )
    with op.batch_alter_table("data_request", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_data_request_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_data_request_person"), ["person"], unique=False)
        batch_op.create_index(batch_op.f("ix_data_request_state"), ["state"], unique=False)

    op.create_table(
        "erasure_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("erasure_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("subject", sa.BigInteger(), nullable=True),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["erasure_id"], ["erasure.id"], name=op.f("fk_erasure_item_erasure_id_erasure")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure_item")),
    )
    with op.batch_alter_table("erasure_item", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_erasure_item_erasure_id"), ["erasure_id"], unique=False
        )

    op.create_table(
        "file_ticket",
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.Column("file_id", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("original", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_file_ticket_case_id_cases")
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_file_ticket")),
    )
    with op.batch_alter_table("file_ticket", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_file_ticket_case_id"), ["case_id"], unique=False)
        batch_op.create_index("ix_file_ticket_until", ["until"], unique=False)

    op.create_table(
        "followup",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rating_id", sa.BigInteger(), nullable=True),
        sa.Column("month", sa.Integer(), nullable=True),
        sa.Column("desk_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Integer(), nullable=False),
        sa.Column("due_why", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=True),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        sa.Column("kid", sa.String(length=12), nullable=False),
        sa.Column("done_by", sa.Text(), nullable=False),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["rating_id"], ["rating.id"], name=op.f("fk_followup_rating_id_rating")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_followup")),
        sa.UniqueConstraint("rating_id", name=op.f("uq_followup_rating_id")),
        sa.UniqueConstraint(
            "unit_id", "desk_id", "month", name=op.f("uq_followup_unit_id_desk_id_month")
        ),
    )
    with op.batch_alter_table("followup", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_followup_kid"), ["kid"], unique=False)
        batch_op.create_index("ix_followup_open", ["done_at", "due_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_followup_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "notice",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.Column("what", sa.String(length=16), nullable=False),
        sa.Column("text_id", sa.BigInteger(), nullable=True),
        sa.Column("person", sa.LargeBinary(length=16), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_notice_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
    )
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_notice_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_notice_state"), ["state"], unique=False)

    op.create_table(
        "rating_appeal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rating_id", sa.BigInteger(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("kid", sa.String(length=12), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("by_staff_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("decision", sa.String(length=12), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["rating_id"], ["rating.id"], name=op.f("fk_rating_appeal_rating_id_rating")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating_appeal")),
    )
    with op.batch_alter_table("rating_appeal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_rating_appeal_kid"), ["kid"], unique=False)
        batch_op.create_index(batch_op.f("ix_rating_appeal_rating_id"), ["rating_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_rating_appeal_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "staff_notice",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("what", sa.String(length=16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_staff_notice_case_id_cases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_notice")),
    )
    with op.batch_alter_table("staff_notice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_staff_notice_case_id"), ["case_id"], unique=False)
        batch_op.create_index(
            "ix_staff_notice_staff_id_seen_at", ["staff_id", "seen_at"], unique=False
        )
        batch_op.create_index(
            "ix_staff_notice_unit_id_seen_at", ["unit_id", "seen_at"], unique=False
        )

    op.create_table(
        "appointee",
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_appointee_staff_id_staff")
        ),
        sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_appointee")),
    )
    op.create_table(
        "case_party",
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_case_party_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_case_party_staff_id_staff")
        ),
        sa.PrimaryKeyConstraint("case_id", "staff_id", name=op.f("pk_case_party")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "desk_sitting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("desk_id", sa.Integer(), nullable=False),
        sa.Column("from_day", sa.Integer(), nullable=False),
        sa.Column("to_day", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["desk_id"], ["desk.id"], name=op.f("fk_desk_sitting_desk_id_desk")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_desk_sitting_staff_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_sitting")),
    )
    with op.batch_alter_table("desk_sitting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_desk_sitting_desk_id"), ["desk_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_desk_sitting_staff_id"), ["staff_id"], unique=False)

    # Only columns and an index, which SQLite adds in place: the record is never copied anew.
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.add_column(sa.Column("about", sa.BigInteger(), nullable=True))
        batch_op.add_column(
            sa.Column("sealed", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(sa.Column("seq", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("kid", sa.String(length=12), nullable=True))
        batch_op.add_column(sa.Column("digest", sa.LargeBinary(length=32), nullable=True))
        batch_op.add_column(sa.Column("mac", sa.LargeBinary(length=32), nullable=True))
        batch_op.create_index("ix_audit_seq", ["seq"], unique=True)

    with op.batch_alter_table("rating_file", schema=None) as batch_op:
        batch_op.add_column(sa.Column("case_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(
            sa.Column("medium", sa.String(length=8), server_default="photo", nullable=False)
        )
        batch_op.add_column(sa.Column("name", sa.LargeBinary(), nullable=True))
        batch_op.add_column(
            sa.Column("withheld", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.alter_column("rating_id", nullable=True)
        batch_op.create_index(batch_op.f("ix_rating_file_case_id"), ["case_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_rating_file_case_id_cases"), "cases", ["case_id"], ["id"]
        )
    for statement in _GUARDS[op.get_bind().dialect.name]:
        op.execute(statement)
