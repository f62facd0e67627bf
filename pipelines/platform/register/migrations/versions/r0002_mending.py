"""What officers say of faults: corrections, explanations, decisions on links; quality counts; rules not run."""  # noqa: INP001 (Alembic loads it by its path)

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_NEW = ("rules_not_run", "quality_counts", "link_decisions", "explanations", "corrections")


def upgrade() -> None:
    """Make the five tables, and let a fault say what it is about and how it was explained."""
    op.add_column("faults", sa.Column("fact", sa.String(64), nullable=False, server_default=""))
    op.add_column("faults", sa.Column("explained", sa.Text(), nullable=False, server_default=""))
    _make_corrections()
    _make_explanations()
    _make_link_decisions()
    _make_quality_counts()
    _make_rules_not_run()


def downgrade() -> None:
    """Take the five tables and the two columns away."""
    for table in _NEW:
        op.drop_table(table)
    op.drop_column("faults", "explained")
    op.drop_column("faults", "fact")


def _given() -> list[sa.Column[object]]:
    """Where a thing an officer said was read from, and whether it was taken back."""
    return [
        sa.Column("file_sha256", sa.String(64), nullable=False),
        sa.Column("file_row", sa.Integer(), nullable=False),
        sa.Column("undone_by", sa.Text()),
        sa.Column("undone_at", sa.DateTime()),
    ]


def _make_corrections() -> None:
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("quarter_slug", sa.String(10), nullable=False),
        sa.Column("extract", sa.String(100), nullable=False),
        sa.Column("record", sa.String(64), nullable=False),
        sa.Column("column_name", sa.String(100), nullable=False),
        sa.Column("old_value", sa.Text(), nullable=False),
        sa.Column("new_value", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("given_by", sa.Text(), nullable=False),
        sa.Column("given_at", sa.DateTime(), nullable=False),
        *_given(),
        sa.PrimaryKeyConstraint("id", name="pk_corrections"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_corrections_extract_quarter_slug", "corrections", ["extract", "quarter_slug"])


def _make_explanations() -> None:
    op.create_table(
        "explanations",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("quarter_slug", sa.String(10), nullable=False),
        sa.Column("extract", sa.String(100), nullable=False),
        sa.Column("code", sa.String(40), nullable=False),
        sa.Column("fact", sa.String(64), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("until", sa.Date()),
        sa.Column("given_by", sa.Text(), nullable=False),
        sa.Column("given_at", sa.DateTime(), nullable=False),
        *_given(),
        sa.PrimaryKeyConstraint("id", name="pk_explanations"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_explanations_extract_quarter_slug", "explanations", ["extract", "quarter_slug"])


def _make_link_decisions() -> None:
    op.create_table(
        "link_decisions",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("quarter_slug", sa.String(10), nullable=False),
        sa.Column("ypid", sa.Text(), nullable=False),
        sa.Column("alias_ypid", sa.Text(), nullable=False),
        sa.Column("same", sa.Boolean(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=False),
        *_given(),
        sa.PrimaryKeyConstraint("id", name="pk_link_decisions"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_link_decisions_quarter_slug", "link_decisions", ["quarter_slug"])


def _make_quality_counts() -> None:
    op.create_table(
        "quality_counts",
        sa.Column("quarter_slug", sa.String(10), nullable=False),
        sa.Column("extract", sa.String(100), nullable=False),
        sa.Column("column_name", sa.String(100), nullable=False),
        sa.Column("side", sa.String(20), nullable=False),
        sa.Column("good", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("quarter_slug", "extract", "column_name", "side", name="pk_quality_counts"),
    )


def _make_rules_not_run() -> None:
    op.create_table(
        "rules_not_run",
        sa.Column("quarter_slug", sa.String(10), nullable=False),
        sa.Column("step", sa.String(100), nullable=False),
        sa.Column("code", sa.String(40), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("quarter_slug", "step", "code", name="pk_rules_not_run"),
    )
