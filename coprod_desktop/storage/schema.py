"""The tables of the file: one for each noun, with a column for each field of its record."""

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
from coprod_desktop.domain.import_layouts import ImportLayout
from coprod_desktop.domain.issued_papers import CheckAnswer, IssuedPaper
from coprod_desktop.domain.limits import LimitWatch
from coprod_desktop.domain.made_files import MadeFile, OwnLayout, SettledLine
from coprod_desktop.domain.name_aliases import NameAlias
from coprod_desktop.domain.organisation import Operator, Organisation
from coprod_desktop.domain.outputs import Credit, Output
from coprod_desktop.domain.own_columns import OwnColumn, OwnValue
from coprod_desktop.domain.paper_style import PaperStyle
from coprod_desktop.domain.participants import BankDetails, Participant
from coprod_desktop.domain.pay_runs import Payment, PaymentLine, PayRun
from coprod_desktop.domain.pins import OperatorPin
from coprod_desktop.domain.policy.versions import PolicyVersion
from coprod_desktop.domain.projects import Engagement, Project
from coprod_desktop.domain.rates import OwnRate
from coprod_desktop.domain.recoveries import Recovery
from coprod_desktop.domain.row_marks import RowMark
from coprod_desktop.domain.saved_views import SavedView
from coprod_desktop.domain.session_templates import SessionTemplate
from coprod_desktop.domain.statements import Statement, StatementPaper, StatementTold
from coprod_desktop.domain.top_ups import TopUp
from coprod_desktop.domain.vouchers import Voucher
from coprod_desktop.domain.wordings import Wording
from coprod_desktop.storage.columns import Instant as Instant
from coprod_desktop.storage.columns import Whole as Whole
from coprod_desktop.storage.columns import Words as Words
from coprod_desktop.storage.columns import metadata as metadata
from coprod_desktop.storage.columns import not_negative, table

_TABLES: Mapping[type, sa.Table] = {
    Organisation: table("organisations", Organisation),
    Participant: table("participants", Participant, sa.Index("ix_participants_name", "name")),
    Operator: table("operators", Operator),
    OperatorPin: table(
        "operator_pins",
        OperatorPin,
        sa.Index("uq_operator_pins_operator_id", "operator_id", unique=True),
    ),
    BankDetails: table(
        "bank_details",
        BankDetails,
        sa.Index("uq_bank_details_participant_id", "participant_id", unique=True),
    ),
    LimitWatch: table(
        "limit_watches",
        LimitWatch,
        *not_negative("own_pence", "own_minutes"),
        sa.Index("uq_limit_watches_participant_id", "participant_id", unique=True),
    ),
    Project: table("projects", Project, *not_negative("budget_pence")),
    OwnRate: table("own_rates", OwnRate, *not_negative("value_thousandths")),
    PolicyVersion: table("policies", PolicyVersion),
    Engagement: table(
        "engagements",
        Engagement,
        sa.Index("ix_engagements_participant_id_project_id", "participant_id", "project_id"),
    ),
    Activity: table("activities", Activity, sa.Index("ix_activities_held_on", "held_on")),
    Output: table("outputs", Output, sa.Index("ix_outputs_project_id", "project_id")),
    Credit: table(
        "credits",
        Credit,
        sa.Index("ix_credits_output_id", "output_id"),
        sa.Index("ix_credits_participant_id", "participant_id"),
    ),
    Contribution: table(
        "contributions",
        Contribution,
        sa.CheckConstraint("minutes > 0 AND minutes <= 1440", name="minutes_of_one_day"),
        sa.CheckConstraint("agreed_pence <= offered_pence", name="agreed_within_offer"),
        *not_negative("rate_pence", "offered_pence", "agreed_pence", "value_pence"),
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
    ExpenseClaim: table(
        "expense_claims",
        ExpenseClaim,
        sa.Index("ix_expense_claims_participant_id", "participant_id"),
        sa.Index("ix_expense_claims_claimed_on_expense_claim_id", "claimed_on", "expense_claim_id"),
        sa.Index("ix_expense_claims_state_claimed_on", "state", "claimed_on"),
        sa.Index("uq_expense_claims_import_key", "import_key", unique=True),
    ),
    ExpenseItem: table(
        "expense_items",
        ExpenseItem,
        *not_negative("tenth_miles", "claimed_pence", "agreed_pence"),
        sa.Index("ix_expense_items_expense_claim_id", "expense_claim_id"),
        sa.Index("ix_expense_items_spent_on", "spent_on"),
    ),
    Receipt: table("receipts", Receipt, sa.Index("ix_receipts_expense_item_id", "expense_item_id")),
    SupportCost: table(
        "support_costs",
        SupportCost,
        *not_negative("cost_pence"),
        sa.Index("ix_support_costs_project_id", "project_id"),
    ),
    Approval: table(
        "approvals", Approval, sa.Index("ix_approvals_subject_subject_id", "subject", "subject_id")
    ),
    Dismissal: table("dismissals", Dismissal, sa.Index("ix_dismissals_fingerprint", "fingerprint")),
    TopUp: table(
        "top_ups",
        TopUp,
        sa.CheckConstraint("pence > 0", name="only_a_rise"),
        *not_negative("was_pence"),
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
    PayRun: table("pay_runs", PayRun, sa.Index("uq_pay_runs_number", "number", unique=True)),
    Payment: table(
        "payments",
        Payment,
        *not_negative("payment_pence", "reimbursement_pence"),
        sa.Index("uq_payments_pay_run_id", "pay_run_id", "participant_id", "method", unique=True),
        sa.Index("ix_payments_participant_id", "participant_id"),
    ),
    PaymentLine: table(
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
    Hold: table("holds", Hold, sa.Index("ix_holds_participant_id", "participant_id")),
    Recovery: table(
        "recoveries",
        Recovery,
        sa.CheckConstraint("pence > 0", name="something_to_keep_back"),
        sa.Index("ix_recoveries_participant_id", "participant_id"),
    ),
    Gift: table(
        "gifts",
        Gift,
        sa.CheckConstraint("pence > 0", name="something_given"),
        sa.Index("ix_gifts_payment_id", "payment_id"),
    ),
    CashMove: table("cash_moves", CashMove, sa.Index("ix_cash_moves_moved_on", "moved_on")),
    Voucher: table(
        "vouchers",
        Voucher,
        sa.CheckConstraint("value_pence > 0", name="worth_something"),
        sa.Index("uq_vouchers_name", "name", "serial", unique=True),
        sa.Index("ix_vouchers_payment_id", "payment_id"),
    ),
    MadeFile: table("made_files", MadeFile, sa.Index("ix_made_files_pay_run_id", "pay_run_id")),
    OwnLayout: table(
        "own_layouts", OwnLayout, sa.Index("uq_own_layouts_name", "name", unique=True)
    ),
    SettledLine: table(
        "settled_lines",
        SettledLine,
        sa.Index("uq_settled_lines_line_key", "line_key", "payment_id", unique=True),
        sa.Index("ix_settled_lines_payment_id", "payment_id"),
    ),
    WeightTableFile: table("weight_table_files", WeightTableFile),
    Statement: table(
        "statements",
        Statement,
        sa.Index("uq_statements_number", "number", unique=True),
        sa.Index("ix_statements_participant_id", "participant_id"),
    ),
    StatementPaper: table(
        "statement_papers",
        StatementPaper,
        sa.Index("ix_statement_papers_statement_id", "statement_id"),
    ),
    StatementTold: table(
        "statements_told",
        StatementTold,
        sa.Index("uq_statements_told_statement_id", "statement_id", unique=True),
    ),
    IssuedPaper: table(
        "issued_papers",
        IssuedPaper,
        sa.Index("uq_issued_papers_number", "number", unique=True),
        sa.Index("ix_issued_papers_participant_id", "participant_id"),
    ),
    CheckAnswer: table(
        "check_answers",
        CheckAnswer,
        sa.Index("ix_check_answers_issued_paper_id", "issued_paper_id"),
    ),
    PaperStyle: table(
        "paper_styles",
        PaperStyle,
        sa.CheckConstraint("reply_days > 0 AND correction_days > 0", name="days_to_answer_in"),
        sa.Index("uq_paper_styles_organisation_id", "organisation_id", unique=True),
    ),
    Wording: table(
        "wordings",
        Wording,
        sa.Index("uq_wordings_language", "language", "sentence", unique=True),
    ),
    SavedView: table(
        "saved_views",
        SavedView,
        sa.Index("uq_saved_views_list_name", "list_name", "name", unique=True),
    ),
    RowMark: table(
        "row_marks",
        RowMark,
        sa.Index("uq_row_marks_subject", "subject", "subject_id", unique=True),
    ),
    OwnColumn: table("own_columns", OwnColumn),
    OwnValue: table(
        "own_values",
        OwnValue,
        sa.Index("uq_own_values_own_column_id", "own_column_id", "subject_id", unique=True),
        sa.Index("ix_own_values_subject_id", "subject_id"),
    ),
    NameAlias: table(
        "name_aliases",
        NameAlias,
        sa.Index("uq_name_aliases_alias", "alias", unique=True),
        sa.Index("ix_name_aliases_participant_id", "participant_id"),
    ),
    ImportLayout: table(
        "import_layouts",
        ImportLayout,
        sa.Index("uq_import_layouts_fingerprint", "fingerprint", "kind", unique=True),
    ),
    SessionTemplate: table(
        "session_templates",
        SessionTemplate,
        sa.Index("uq_session_templates_name", "name", unique=True),
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
    # The history list asks for a verb, a day or a person among a million changes.
    sa.Index("ix_changes_verb_change_id", "verb", "change_id"),
    sa.Index("ix_changes_operator_change_id", "operator", "change_id"),
    sa.Index("ix_changes_made_at", "made_at"),
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


# How each list was left by whoever sat here last. It tells nothing of the charity's work, so the
# history keeps none of it; names may stand in a filter, so it is here and not on the computer.
last_views = sa.Table(
    "last_views",
    metadata,
    sa.Column("list_name", Words, primary_key=True),
    sa.Column("operator_id", Whole, sa.ForeignKey("operators.operator_id"), primary_key=True),
    sa.Column("content", Words, nullable=False),
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
