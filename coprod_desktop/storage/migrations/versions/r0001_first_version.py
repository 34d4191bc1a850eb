"""Make the tables of the first version."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_SEARCHED = ("participants", "projects", "contributions")


def upgrade() -> None:
    """Take the step."""
    _make_people()
    _make_projects()
    _make_work()
    _make_expenses()
    _make_payments()
    _make_papers()
    _make_history()
    for kind in _SEARCHED:
        _make_search(kind)


_KINDS: dict[str, sa.types.TypeEngine[Any]] = {
    "whole": sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
    "text": sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
    "word": sa.String(40),
    "flag": sa.Boolean(),
    "day": sa.Date(),
    "moment": sa.DateTime(),
    "file": sa.LargeBinary(),
}


def _table(name: str, told: str, *rules: sa.Constraint, keys: int = 1, **more: Any) -> None:
    """Make a table of columns told as "whole: a b; text?: c"; a kind with "?" may be empty.

    The first columns, one or more, are the key.
    """
    columns = list(_columns(told))
    key = sa.PrimaryKeyConstraint(*columns[:keys], name=op.f(f"pk_{name}"))
    op.create_table(name, *columns, *rules, key, **more)


def _columns(told: str) -> Iterator[sa.Column[Any]]:
    for group in told.split("; "):
        kind, _colon, names = group.partition(": ")
        for name in names.split():
            is_null = kind.endswith("?")
            of_kind = _KINDS[kind.removesuffix("?")]
            yield sa.Column(name, of_kind, nullable=is_null, autoincrement=False)


def _link(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [to], name=op.f(f"fk_{table}_{column}"))


def _links(table: str, *to: str) -> list[sa.ForeignKeyConstraint]:
    return [_link(table, target.partition(".")[2], target) for target in to]


def _not_negative(table: str, *columns: str) -> list[sa.CheckConstraint]:
    return [_rule(f"ck_{table}_{column}_not_negative", f"{column} >= 0") for column in columns]


def _index(table: str, *columns: str) -> None:
    _named_index(f"ix_{table}_{'_'.join(columns)}", table, *columns)


def _named_index(name: str, table: str, *columns: str) -> None:
    op.create_index(name, table, columns)


def _unique(name: str, table: str, *columns: str, where: str | None = None) -> None:
    condition = sa.text(where) if where else None
    op.create_index(
        name, table, columns, unique=True, sqlite_where=condition, postgresql_where=condition
    )


def _rule(name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(name))


def _make_people() -> None:
    _table(
        "organisations",
        "whole: organisation_id; text: name charity_number address contact_name contact_phone "
        "contact_email; whole: promise_days; text: four_eyes_note seal_key",
    )
    _table(
        "participants",
        "whole: participant_id; text: name name_on_papers name_in_script; word: capacity "
        "contact_by; text: email phone address; word: paid_by edition; text: language "
        "access_needs wishes; flag: is_active",
    )
    _index("participants", "name")
    _table(
        "operators",
        "whole: operator_id; text: name role; whole?: participant_id; flag: is_active",
        *_links("operators", "participants.participant_id"),
    )
    _table(
        "bank_details",
        "whole: bank_details_id participant_id; text: account_name sort_code account_number",
        *_links("bank_details", "participants.participant_id"),
    )
    _unique("uq_bank_details_participant_id", "bank_details", "participant_id")
    _table(
        "limit_watches",
        "whole: limit_watch_id participant_id; word: rule; whole?: own_pence own_minutes; whole: "
        "week_starts assessment_day; word: work_allowance; day: asked_on",
        *_not_negative("limit_watches", "own_pence", "own_minutes"),
        *_links("limit_watches", "participants.participant_id"),
    )
    _unique("uq_limit_watches_participant_id", "limit_watches", "participant_id")


def _make_projects() -> None:
    _table(
        "projects",
        "whole: project_id; text: name cost_code; day?: starts_on ends_on; whole: budget_pence; "
        "text: who_decides what_can_change what_changed what_next; flag: is_open",
        *_not_negative("projects", "budget_pence"),
    )
    _table(
        "own_rates",
        "whole: own_rate_id; text: scheme code; whole: value_thousandths; word: unit; day: "
        "effective_on; day?: effective_to; text: source_title note",
        *_not_negative("own_rates", "value_thousandths"),
    )
    _table("policies", "whole: policy_id version; day: effective_on; text: text")
    _table(
        "engagements",
        "whole: engagement_id participant_id project_id; text: role; word: capacity; day: "
        "starts_on; day?: ends_on; whole?: hourly_pence; flag: is_paid; text: agreed",
        *_links("engagements", "participants.participant_id", "projects.project_id"),
    )
    _index("engagements", "participant_id", "project_id")
    _table(
        "activities",
        "whole: activity_id project_id; text: title; day: held_on; text: starts_at ends_at "
        "kind_of_work place",
        *_links("activities", "projects.project_id"),
    )
    _index("activities", "held_on")


def _make_work() -> None:
    _table(
        "contributions",
        "whole: contribution_id participant_id project_id; whole?: activity_id; day: worked_on; "
        "whole: minutes; text: kind_of_work; word: capacity; text: what skills; word: pay; whole: "
        "rate_pence offered_pence; text: because; word: choice; whole: agreed_pence value_pence; "
        "flag: is_paid; word: state; text: note circumstances; text?: import_key",
        _rule("ck_contributions_minutes_of_one_day", "minutes > 0 AND minutes <= 1440"),
        _rule("ck_contributions_agreed_within_offer", "agreed_pence <= offered_pence"),
        *_not_negative(
            "contributions", "rate_pence", "offered_pence", "agreed_pence", "value_pence"
        ),
        *_links(
            "contributions",
            "participants.participant_id",
            "projects.project_id",
            "activities.activity_id",
        ),
    )
    _index("contributions", "activity_id")
    _index("contributions", "project_id", "worked_on")
    _index("contributions", "state", "worked_on")
    _named_index(
        "ix_contributions_totals",
        "contributions",
        "participant_id",
        "worked_on",
        "is_paid",
        "minutes",
        "agreed_pence",
        "value_pence",
    )
    _index("contributions", "worked_on", "contribution_id")
    _unique("uq_contributions_import_key", "contributions", "import_key")


def _make_expenses() -> None:
    _table(
        "expense_claims",
        "whole: expense_claim_id participant_id project_id; day: claimed_on; word: state; text: "
        "note; text?: import_key",
        *_links("expense_claims", "participants.participant_id", "projects.project_id"),
    )
    _index("expense_claims", "claimed_on", "expense_claim_id")
    _index("expense_claims", "participant_id")
    _index("expense_claims", "state", "claimed_on")
    _unique("uq_expense_claims_import_key", "expense_claims", "import_key")
    _table(
        "expense_items",
        "whole: expense_item_id expense_claim_id; day: spent_on; word: kind; text: what; whole: "
        "tenth_miles claimed_pence agreed_pence; text: because circumstances",
        *_not_negative("expense_items", "tenth_miles", "claimed_pence", "agreed_pence"),
        *_links("expense_items", "expense_claims.expense_claim_id"),
    )
    _index("expense_items", "expense_claim_id")
    _index("expense_items", "spent_on")
    _table(
        "receipts",
        "whole: receipt_id expense_item_id; text: file_name media_type sha256; file: content",
        *_links("receipts", "expense_items.expense_item_id"),
    )
    _index("receipts", "expense_item_id")
    _table(
        "support_costs",
        "whole: support_cost_id project_id; whole?: participant_id; day: incurred_on; text: kind "
        "supplier; whole: cost_pence",
        *_not_negative("support_costs", "cost_pence"),
        *_links("support_costs", "projects.project_id", "participants.participant_id"),
    )
    _index("support_costs", "project_id")


def _make_payments() -> None:
    _table(
        "approvals",
        "whole: approval_id; text: subject; whole: subject_id operator_id; word: decision; text: "
        "reason; moment: decided_at",
        *_links("approvals", "operators.operator_id"),
    )
    _index("approvals", "subject", "subject_id")
    _table(
        "dismissals",
        "whole: dismissal_id; text: subject; whole: subject_id; word: kind; text: fingerprint "
        "note; whole: operator_id; moment: dismissed_at",
        *_links("dismissals", "operators.operator_id"),
    )
    _index("dismissals", "fingerprint")
    _table(
        "top_ups",
        "whole: top_up_id; word: kind; whole: subject_id participant_id project_id policy_id "
        "was_pence pence; text: because; word: state; day: made_on; flag: is_live",
        _rule("ck_top_ups_only_a_rise", "pence > 0"),
        *_not_negative("top_ups", "was_pence"),
        *_links(
            "top_ups", "participants.participant_id", "projects.project_id", "policies.policy_id"
        ),
    )
    _index("top_ups", "participant_id")
    _unique("uq_top_ups_live", "top_ups", "subject_id", "kind", "was_pence", where="is_live")
    _table(
        "pay_runs",
        "whole: pay_run_id number; day: up_to_on pay_on; word: state; whole: prepared_by_id; "
        "moment: prepared_at; whole?: approved_by_id; moment?: approved_at; day?: settled_on; "
        "text: note; flag: is_top_up",
        _link("pay_runs", "prepared_by_id", "operators.operator_id"),
        _link("pay_runs", "approved_by_id", "operators.operator_id"),
    )
    _unique("uq_pay_runs_number", "pay_runs", "number")
    _table(
        "payments",
        "whole: payment_id pay_run_id participant_id; word: method; whole: payment_pence "
        "reimbursement_pence; text: account_name sort_code account_number; day?: paid_on",
        *_not_negative("payments", "payment_pence", "reimbursement_pence"),
        *_links("payments", "pay_runs.pay_run_id", "participants.participant_id"),
    )
    _index("payments", "participant_id")
    _unique("uq_payments_pay_run_id", "payments", "pay_run_id", "participant_id", "method")
    _table(
        "payment_lines",
        "whole: payment_line_id payment_id; word: kind; whole: subject_id pence; flag: is_live",
        *_not_negative("payment_lines", "pence"),
        *_links("payment_lines", "payments.payment_id"),
    )
    _index("payment_lines", "payment_id")
    _unique("uq_payment_lines_live", "payment_lines", "kind", "subject_id", where="is_live")


def _make_papers() -> None:
    _table(
        "statements",
        "whole: statement_id; text: number; whole: participant_id; day: from_on to_on issued_on; "
        "word: edition; text: language; whole: minutes_paid minutes_unpaid payments_pence "
        "reimbursements_pence value_pence; text: content_sha256; whole?: replaces_id; flag: "
        "is_replaced",
        *_links("statements", "participants.participant_id"),
        _link("statements", "replaces_id", "statements.statement_id"),
    )
    _index("statements", "participant_id")
    _unique("uq_statements_number", "statements", "number")
    _table(
        "statement_papers",
        "whole: statement_paper_id statement_id; text: media_type sha256; file: content",
        *_links("statement_papers", "statements.statement_id"),
    )
    _index("statement_papers", "statement_id")


def _make_history() -> None:
    _table(
        "changes",
        "whole: change_id; moment: made_at; text: operator verb; whole: rows; whole?: undoes_id; "
        "text: previous_digest digest",
        _link("changes", "undoes_id", "changes.change_id"),
    )
    _index("changes", "undoes_id")
    _table(
        "row_changes",
        "whole: change_id position; text: table_name; whole: row_id; text?: before after; text: "
        "digest",
        *_links("row_changes", "changes.change_id"),
        keys=2,
        sqlite_with_rowid=False,
    )
    _named_index("ix_row_changes_row_id", "row_changes", "row_id", "change_id")
    _table("removed_files", "text: sha256; file: content")


def _make_search(kind: str) -> None:
    name = f"search_{kind}"
    if op.get_context().dialect.name == "sqlite":
        op.execute(
            f"CREATE VIRTUAL TABLE {name} USING fts5(words, tokenize='ascii', "
            "prefix='1 2 3 4 5 6', detail=none, content='', contentless_delete=1)"
        )
        setting = sa.table(name, sa.column(name), sa.column("rank"))
        op.execute(sa.insert(setting).values({name: "hashsize", "rank": 32_000_000}))
    else:
        op.execute(f"CREATE TABLE {name} (rowid bigint PRIMARY KEY, words tsvector NOT NULL)")
        op.execute(f"CREATE INDEX ix_{name} ON {name} USING gin (words)")
