"""Quarters whose published return is out of date, with since when and why."""  # noqa: INP001 (Alembic loads it by its path)

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "quarters_out_of_date",
        sa.Column("quarter_slug", sa.String(10), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("extracts", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("quarter_slug", name="pk_quarters_out_of_date"),
    )


def downgrade() -> None:
    """Take the table away; which returns are out of date is found again by the next check."""
    op.drop_table("quarters_out_of_date")
