"""The tables of the file: one for each noun, with a column for each field of its record."""

import dataclasses
import datetime
import enum
import types
import typing
from collections.abc import Mapping

import sqlalchemy as sa

from coprod_desktop.domain.account_checks import WeightTableFile
from coprod_desktop.domain.activities import Activity
from coprod_desktop.domain.approvals import Approval
from coprod_desktop.domain.cash import CashMove
from coprod_desktop.domain.checks import Dismissal
from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem, Receipt, SupportCost
from coprod_desktop.domain.gifts import Gift
from coprod_desktop.domain.holds import Hold
from coprod_desktop.domain.limits import LimitWatch
from coprod_desktop.domain.made_files import MadeFile, OwnLayout, SettledLine
from coprod_desktop.domain.organisation import Operator, Organisation
from coprod_desktop.domain.participants import BankDetails, Participant
from coprod_desktop.domain.pay_runs import Payment, PaymentLine, PayRun
from coprod_desktop.domain.pins import OperatorPin
from coprod_desktop.domain.policy.versions import PolicyVersion
from coprod_desktop.domain.projects import Engagement, Project
from coprod_desktop.domain.rates import OwnRate
from coprod_desktop.domain.recoveries import Recovery
from coprod_desktop.domain.statements import Statement, StatementPaper
from coprod_desktop.domain.top_ups import TopUp
from coprod_desktop.domain.vouchers import Voucher

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite keeps a row under its id only when the column is declared INTEGER, not BIGINT.
Whole = sa.BigInteger().with_variant(sa.Integer, "sqlite")

# Both databases sort text by its letters' numbers, whatever language the server speaks.
Words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


class Instant(sa.TypeDecorator[datetime.datetime]):
    """A moment in UTC; SQLite would hand it back without its zone."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(
        self, value: datetime.datetime | None, dialect: sa.Dialect
    ) -> datetime.datetime | None:
        """Store a moment as UTC without a zone."""
        return None if value is None else value.astimezone(datetime.UTC).replace(tzinfo=None)

    def process_result_value(
        self, value: datetime.datetime | None, dialect: sa.Dialect
    ) -> datetime.datetime | None:
        """Return a stored moment as UTC."""
        return None if value is None else value.replace(tzinfo=datetime.UTC)


_TYPES: dict[type, type[sa.types.TypeEngine[typing.Any]] | sa.types.TypeEngine[typing.Any]] = {
    bool: sa.Boolean,
    int: Whole,
    str: Words,
    bytes: sa.LargeBinary,
    datetime.datetime: Instant,
    datetime.date: sa.Date,
}

# A field of this name points to that table's row, unless it is the table's own id.
_POINTS_TO = {
    "participant_id": "participants",
    "project_id": "projects",
    "activity_id": "activities",
    "expense_claim_id": "expense_claims",
    "expense_item_id": "expense_items",
    "pay_run_id": "pay_runs",
    "payment_id": "payments",
    "statement_id": "statements",
    "operator_id": "operators",
    "prepared_by_id": "operators",
    "approved_by_id": "operators",
    "changed_by_id": "operators",
    "checked_by_id": "operators",
    "placed_by_id": "operators",
    "made_by_id": "operators",
    "handed_by_id": "operators",
    "replaces_line_id": "payment_lines",
    "reverses_line_id": "payment_lines",
    "replaces_id": "statements",
    "policy_id": "policies",
}
_OWN_ID = {
    "operators": "operator_id",
    "payment_lines": "payment_line_id",
    "statements": "statement_id",
}


def _column_type(kind: type) -> sa.types.TypeEngine[typing.Any]:
    if issubclass(kind, enum.StrEnum):
        return sa.Enum(
            kind, native_enum=False, length=40, values_callable=lambda e: [m.value for m in e]
        )
    found = _TYPES[kind]
    return found() if isinstance(found, type) else found


def _column(
    field: dataclasses.Field[typing.Any], kind: object, *, is_key: bool
) -> sa.Column[object]:
    is_nullable = isinstance(kind, types.UnionType)
    plain = next(a for a in typing.get_args(kind) if a is not type(None)) if is_nullable else kind
    links = [] if is_key else _link(field.name)
    return sa.Column(
        field.name,
        _column_type(typing.cast(type, plain)),
        *links,
        primary_key=is_key,
        autoincrement=False,
        nullable=is_nullable,
    )


def _link(name: str) -> list[sa.ForeignKey]:
    if name not in _POINTS_TO:
        return []
    table = _POINTS_TO[name]
    return [sa.ForeignKey(f"{table}.{_OWN_ID.get(table, name)}")]


def _table(name: str, record: type, *extras: sa.Index | sa.CheckConstraint) -> sa.Table:
    """Make the table of a record; the record's first field is its id."""
    hints = typing.get_type_hints(record)
    fields = dataclasses.fields(record)
    columns = [_column(f, hints[f.name], is_key=not i) for i, f in enumerate(fields)]
    return sa.Table(name, metadata, *columns, *extras)


def _not_negative(*columns: str) -> tuple[sa.CheckConstraint, ...]:
    return tuple(sa.CheckConstraint(f"{c} >= 0", name=f"{c}_not_negative") for c in columns)


_TABLES: Mapping[type, sa.Table] = {
    Organisation: _table("organisations", Organisation),
    Participant: _table("participants", Participant, sa.Index("ix_participants_name", "name")),
    Operator: _table("operators", Operator),
    OperatorPin: _table(
        "operator_pins",
        OperatorPin,
        sa.Index("uq_operator_pins_operator_id", "operator_id", unique=True),
    ),
    BankDetails: _table(
        "bank_details",
        BankDetails,
        sa.Index("uq_bank_details_participant_id", "participant_id", unique=True),
    ),
    LimitWatch: _table(
        "limit_watches",
        LimitWatch,
        *_not_negative("own_pence", "own_minutes"),
        sa.Index("uq_limit_watches_participant_id", "participant_id", unique=True),
    ),
    Project: _table("projects", Project, *_not_negative("budget_pence")),
    OwnRate: _table("own_rates", OwnRate, *_not_negative("value_thousandths")),
    PolicyVersion: _table("policies", PolicyVersion),
    Engagement: _table(
        "engagements",
        Engagement,
        sa.Index("ix_engagements_participant_id_project_id", "participant_id", "project_id"),
    ),
    Activity: _table("activities", Activity, sa.Index("ix_activities_held_on", "held_on")),
    Contribution: _table(
        "contributions",
        Contribution,
        sa.CheckConstraint("minutes > 0 AND minutes <= 1440", name="minutes_of_one_day"),
        sa.CheckConstraint("agreed_pence <= offered_pence", name="agreed_within_offer"),
        *_not_negative("rate_pence", "offered_pence", "agreed_pence", "value_pence"),
        sa.Index("ix_contributions_worked_on_contribution_id", "worked_on", "contribution_id"),
        # Holds all that totals need, so that a year is added up without touching the rows.
        sa.Index(
            "ix_contributions_totals",
            "participant_id",
            "worked_on",
            "is_paid",
            "minutes",
            "agreed_pence",
            "value_pence",
        ),
        sa.Index("ix_contributions_activity_id", "activity_id"),
        sa.Index("ix_contributions_project_id_worked_on", "project_id", "worked_on"),
        sa.Index("ix_contributions_state_worked_on", "state", "worked_on"),
        sa.Index("uq_contributions_import_key", "import_key", unique=True),
    ),
    ExpenseClaim: _table(
        "expense_claims",
        ExpenseClaim,
        sa.Index("ix_expense_claims_participant_id", "participant_id"),
        sa.Index("ix_expense_claims_claimed_on_expense_claim_id", "claimed_on", "expense_claim_id"),
        sa.Index("ix_expense_claims_state_claimed_on", "state", "claimed_on"),
        sa.Index("uq_expense_claims_import_key", "import_key", unique=True),
    ),
    ExpenseItem: _table(
        "expense_items",
        ExpenseItem,
        *_not_negative("tenth_miles", "claimed_pence", "agreed_pence"),
        sa.Index("ix_expense_items_expense_claim_id", "expense_claim_id"),
        sa.Index("ix_expense_items_spent_on", "spent_on"),
    ),
    Receipt: _table(
        "receipts", Receipt, sa.Index("ix_receipts_expense_item_id", "expense_item_id")
    ),
    SupportCost: _table(
        "support_costs",
        SupportCost,
        *_not_negative("cost_pence"),
        sa.Index("ix_support_costs_project_id", "project_id"),
    ),
    Approval: _table(
        "approvals", Approval, sa.Index("ix_approvals_subject_subject_id", "subject", "subject_id")
    ),
    Dismissal: _table(
        "dismissals", Dismissal, sa.Index("ix_dismissals_fingerprint", "fingerprint")
    ),
    TopUp: _table(
        "top_ups",
        TopUp,
        sa.CheckConstraint("pence > 0", name="only_a_rise"),
        *_not_negative("was_pence"),
        sa.Index("ix_top_ups_participant_id", "participant_id"),
        # The rule that no rise is topped up twice: from one amount there is one way up.
        sa.Index(
            "uq_top_ups_live",
            "subject_id",
            "kind",
            "was_pence",
            unique=True,
            sqlite_where=sa.text("is_live"),
            postgresql_where=sa.text("is_live"),
        ),
    ),
    PayRun: _table("pay_runs", PayRun, sa.Index("uq_pay_runs_number", "number", unique=True)),
    Payment: _table(
        "payments",
        Payment,
        *_not_negative("payment_pence", "reimbursement_pence"),
        sa.Index("uq_payments_pay_run_id", "pay_run_id", "participant_id", "method", unique=True),
        sa.Index("ix_payments_participant_id", "participant_id"),
    ),
    PaymentLine: _table(
        "payment_lines",
        PaymentLine,
        sa.CheckConstraint("pence >= 0 OR kind = 'recovery'", name="pence_not_negative"),
        sa.Index("ix_payment_lines_payment_id", "payment_id"),
        sa.Index("ix_payment_lines_subject_id", "subject_id"),
        # The rule that nothing is paid twice: at most one live line for one record.
        sa.Index(
            "uq_payment_lines_live",
            "kind",
            "subject_id",
            unique=True,
            sqlite_where=sa.text("is_live"),
            postgresql_where=sa.text("is_live"),
        ),
    ),
    Hold: _table("holds", Hold, sa.Index("ix_holds_participant_id", "participant_id")),
    Recovery: _table(
        "recoveries",
        Recovery,
        sa.CheckConstraint("pence > 0", name="something_to_keep_back"),
        sa.Index("ix_recoveries_participant_id", "participant_id"),
    ),
    Gift: _table(
        "gifts",
        Gift,
        sa.CheckConstraint("pence > 0", name="something_given"),
        sa.Index("ix_gifts_payment_id", "payment_id"),
    ),
    CashMove: _table("cash_moves", CashMove, sa.Index("ix_cash_moves_moved_on", "moved_on")),
    Voucher: _table(
        "vouchers",
        Voucher,
        sa.CheckConstraint("value_pence > 0", name="worth_something"),
        sa.Index("uq_vouchers_name", "name", "serial", unique=True),
        sa.Index("ix_vouchers_payment_id", "payment_id"),
    ),
    MadeFile: _table("made_files", MadeFile, sa.Index("ix_made_files_pay_run_id", "pay_run_id")),
    OwnLayout: _table(
        "own_layouts", OwnLayout, sa.Index("uq_own_layouts_name", "name", unique=True)
    ),
    SettledLine: _table(
        "settled_lines",
        SettledLine,
        sa.Index("uq_settled_lines_line_key", "line_key", "payment_id", unique=True),
        sa.Index("ix_settled_lines_payment_id", "payment_id"),
    ),
    WeightTableFile: _table("weight_table_files", WeightTableFile),
    Statement: _table(
        "statements",
        Statement,
        sa.Index("uq_statements_number", "number", unique=True),
        sa.Index("ix_statements_participant_id", "participant_id"),
    ),
    StatementPaper: _table(
        "statement_papers",
        StatementPaper,
        sa.Index("ix_statement_papers_statement_id", "statement_id"),
    ),
}

# What somebody told in confidence. It goes into no workbook, and once a record is removed the
# history keeps none of its images.
PRIVATE = frozenset({"limit_watches", "operator_pins"})
# What others own and the charity may use but not hand on: it goes into no workbook either.
NOT_OURS = frozenset({"weight_table_files"})
# Of what proves who somebody is, the history keeps that it changed, and never an image.
SECRET = frozenset({"operator_pins"})

changes = sa.Table(
    "changes",
    metadata,
    sa.Column("change_id", Whole, primary_key=True, autoincrement=False),
    sa.Column("made_at", Instant, nullable=False),
    sa.Column("operator", Words, nullable=False),
    sa.Column("verb", Words, nullable=False),
    sa.Column("rows", Whole, nullable=False),
    sa.Column("undoes_id", Whole, sa.ForeignKey("changes.change_id"), nullable=True),
    sa.Column("previous_digest", Words, nullable=False),
    sa.Column("digest", Words, nullable=False),
    sa.Index("ix_changes_undoes_id", "undoes_id"),
)

row_changes = sa.Table(
    "row_changes",
    metadata,
    sa.Column("change_id", Whole, sa.ForeignKey("changes.change_id"), primary_key=True),
    sa.Column("position", Whole, primary_key=True, autoincrement=False),
    sa.Column("table_name", Words, nullable=False),
    sa.Column("row_id", Whole, nullable=False),
    sa.Column("before", Words, nullable=True),
    sa.Column("after", Words, nullable=True),
    sa.Column("digest", Words, nullable=False),
    sa.Index("ix_row_changes_row_id", "row_id", "change_id"),
    sqlite_with_rowid=False,
)


# The bytes of files that were removed, by their hash, so that a removal can be taken back.
removed_files = sa.Table(
    "removed_files",
    metadata,
    sa.Column("sha256", Words, primary_key=True),
    sa.Column("content", sa.LargeBinary, nullable=False),
)


def table_of(record: type) -> sa.Table:
    """Return the table that keeps records of this class."""
    return _TABLES[record]


def whole_sum(amounts: sa.ColumnElement[int]) -> sa.ColumnElement[int]:
    """Add up minutes or pence as a whole number; PostgreSQL would answer with a decimal."""
    return sa.cast(sa.func.coalesce(sa.func.sum(amounts), 0), Whole)


def record_of(table_name: str) -> type:
    """Return the class of the records that a table keeps."""
    return next(record for record, table in _TABLES.items() if table.name == table_name)


def key_of(table: sa.Table) -> sa.Column[int]:
    """Return the id column of a table."""
    return typing.cast("sa.Column[int]", next(iter(table.primary_key.columns)))


def records() -> tuple[type, ...]:
    """Return every class of record, each after those it points to."""
    return tuple(_TABLES)
