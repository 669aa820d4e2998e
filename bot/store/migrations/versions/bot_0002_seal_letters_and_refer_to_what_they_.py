"""Seal letters and refer to what they carry."""

import sqlalchemy as sa
from alembic import op

revision = "bot_0002"
down_revision = "bot_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables to this revision."""
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("sealed", sa.LargeBinary(), nullable=True))
        batch_op.add_column(
            sa.Column("kid", sa.String(length=12), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("notice", sa.BigInteger(), nullable=True))

    with op.batch_alter_table("parked", schema=None) as batch_op:
        batch_op.add_column(sa.Column("person", sa.LargeBinary(length=16), nullable=True))
        batch_op.create_index(batch_op.f("ix_parked_person"), ["person"], unique=False)
