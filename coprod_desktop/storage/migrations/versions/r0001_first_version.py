"""Make the tables of the first version."""

import functools
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_Columns = list[sa.Column[Any]]
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


def _columns(kind: sa.types.TypeEngine[Any], *names: str, null: bool = False) -> _Columns:
    return [sa.Column(name, kind, nullable=null, autoincrement=False) for name in names]


_wholes = functools.partial(_columns, sa.BigInteger().with_variant(sa.Integer(), "sqlite"))
_texts = functools.partial(_columns, sa.Text().with_variant(sa.Text(collation="C"), "postgresql"))
_words = functools.partial(_columns, sa.String(40))
_flags = functools.partial(_columns, sa.Boolean())
_days = functools.partial(_columns, sa.Date())
_moments = functools.partial(_columns, sa.DateTime())
_files = functools.partial(_columns, sa.LargeBinary())


def _table(name: str, *parts: sa.Column[Any] | sa.Constraint, keys: int = 1, **more: Any) -> None:
    """Make a table whose first columns, one or more, are the key."""
    columns = [part.name for part in parts if isinstance(part, sa.Column)]
    key = sa.PrimaryKeyConstraint(*columns[:keys], name=op.f(f"pk_{name}"))
    op.create_table(name, *parts, key, **more)


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
        *_wholes("organisation_id"),
        *_texts(
            "name", "charity_number", "address", "contact_name", "contact_phone", "contact_email"
        ),
        *_wholes("promise_days"),
        *_texts("four_eyes_note", "seal_key"),
    )
    _table(
        "participants",
        *_wholes("participant_id"),
        *_texts("name", "name_on_papers", "name_in_script"),
        *_words("capacity", "contact_by"),
        *_texts("email", "phone", "address"),
        *_words("paid_by", "edition"),
        *_texts("language", "access_needs", "wishes"),
        *_flags("is_active"),
    )
    _index("participants", "name")
    _table(
        "operators",
        *_wholes("operator_id"),
        *_texts("name", "role"),
        *_wholes("participant_id", null=True),
        *_flags("is_active"),
        *_links("operators", "participants.participant_id"),
    )
    _table(
        "bank_details",
        *_wholes("bank_details_id", "participant_id"),
        *_texts("account_name", "sort_code", "account_number"),
        *_links("bank_details", "participants.participant_id"),
    )
    _unique("uq_bank_details_participant_id", "bank_details", "participant_id")


def _make_projects() -> None:
    _table(
        "policies",
        *_wholes("policy_id", "version"),
        *_days("effective_on"),
        *_words("basis"),
        *_wholes("hourly_pence", "half_day_pence", "half_day_up_to_minutes", "day_pence"),
        *_wholes("car_mile_pence", "motorcycle_mile_pence", "bicycle_mile_pence", null=True),
        *_texts("unpaid_kinds", "rate_source"),
    )
    _table(
        "projects",
        *_wholes("project_id"),
        *_texts("name", "cost_code"),
        *_days("starts_on", "ends_on", null=True),
        *_wholes("budget_pence"),
        *_texts("who_decides", "what_can_change", "what_changed", "what_next"),
        *_flags("is_open"),
        *_not_negative("projects", "budget_pence"),
    )
    _table(
        "engagements",
        *_wholes("engagement_id", "participant_id", "project_id"),
        *_texts("role"),
        *_words("capacity"),
        *_days("starts_on"),
        *_days("ends_on", null=True),
        *_wholes("hourly_pence", null=True),
        *_flags("is_paid"),
        *_texts("agreed"),
        *_links("engagements", "participants.participant_id", "projects.project_id"),
    )
    _index("engagements", "participant_id", "project_id")
    _table(
        "activities",
        *_wholes("activity_id", "project_id"),
        *_texts("title"),
        *_days("held_on"),
        *_texts("starts_at", "ends_at", "kind_of_work", "place"),
        *_links("activities", "projects.project_id"),
    )
    _index("activities", "held_on")
    _table(
        "support_costs",
        *_wholes("support_cost_id", "project_id"),
        *_wholes("participant_id", null=True),
        *_days("incurred_on"),
        *_texts("kind", "supplier"),
        *_wholes("cost_pence"),
        *_not_negative("support_costs", "cost_pence"),
        *_links("support_costs", "projects.project_id", "participants.participant_id"),
    )
    _index("support_costs", "project_id")


def _make_work() -> None:
    _table(
        "contributions",
        *_wholes("contribution_id", "participant_id", "project_id"),
        *_wholes("activity_id", null=True),
        *_days("worked_on"),
        *_wholes("minutes"),
        *_texts("kind_of_work"),
        *_words("capacity"),
        *_texts("what", "skills"),
        *_words("pay"),
        *_wholes("rate_pence", "offered_pence"),
        *_texts("because"),
        *_words("choice"),
        *_wholes("agreed_pence", "value_pence"),
        *_flags("is_paid"),
        *_words("state"),
        *_texts("note"),
        *_texts("import_key", null=True),
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
        *_wholes("expense_claim_id", "participant_id", "project_id"),
        *_days("claimed_on"),
        *_words("state"),
        *_texts("note"),
        *_texts("import_key", null=True),
        *_links("expense_claims", "participants.participant_id", "projects.project_id"),
    )
    _index("expense_claims", "claimed_on", "expense_claim_id")
    _index("expense_claims", "participant_id")
    _index("expense_claims", "state", "claimed_on")
    _unique("uq_expense_claims_import_key", "expense_claims", "import_key")
    _table(
        "expense_items",
        *_wholes("expense_item_id", "expense_claim_id"),
        *_days("spent_on"),
        *_words("kind"),
        *_texts("what"),
        *_wholes("tenth_miles", "claimed_pence", "agreed_pence"),
        *_texts("because"),
        *_not_negative("expense_items", "tenth_miles", "claimed_pence", "agreed_pence"),
        *_links("expense_items", "expense_claims.expense_claim_id"),
    )
    _index("expense_items", "expense_claim_id")
    _index("expense_items", "spent_on")
    _table(
        "receipts",
        *_wholes("receipt_id", "expense_item_id"),
        *_texts("file_name", "media_type", "sha256"),
        *_files("content"),
        *_links("receipts", "expense_items.expense_item_id"),
    )
    _index("receipts", "expense_item_id")


def _make_payments() -> None:
    _table(
        "approvals",
        *_wholes("approval_id"),
        *_texts("subject"),
        *_wholes("subject_id", "operator_id"),
        *_words("decision"),
        *_texts("reason"),
        *_moments("decided_at"),
        *_links("approvals", "operators.operator_id"),
    )
    _index("approvals", "subject", "subject_id")
    _table(
        "pay_runs",
        *_wholes("pay_run_id", "number"),
        *_days("up_to_on", "pay_on"),
        *_words("state"),
        *_wholes("prepared_by_id"),
        *_moments("prepared_at"),
        *_wholes("approved_by_id", null=True),
        *_moments("approved_at", null=True),
        *_days("settled_on", null=True),
        *_texts("note"),
        _link("pay_runs", "prepared_by_id", "operators.operator_id"),
        _link("pay_runs", "approved_by_id", "operators.operator_id"),
    )
    _unique("uq_pay_runs_number", "pay_runs", "number")
    _table(
        "payments",
        *_wholes("payment_id", "pay_run_id", "participant_id"),
        *_words("method"),
        *_wholes("payment_pence", "reimbursement_pence"),
        *_texts("account_name", "sort_code", "account_number"),
        *_days("paid_on", null=True),
        *_not_negative("payments", "payment_pence", "reimbursement_pence"),
        *_links("payments", "pay_runs.pay_run_id", "participants.participant_id"),
    )
    _index("payments", "participant_id")
    _unique("uq_payments_pay_run_id", "payments", "pay_run_id", "participant_id", "method")
    _table(
        "payment_lines",
        *_wholes("payment_line_id", "payment_id"),
        *_words("kind"),
        *_wholes("subject_id", "pence"),
        *_flags("is_live"),
        *_not_negative("payment_lines", "pence"),
        *_links("payment_lines", "payments.payment_id"),
    )
    _index("payment_lines", "payment_id")
    _unique("uq_payment_lines_live", "payment_lines", "kind", "subject_id", where="is_live")


def _make_papers() -> None:
    _table(
        "statements",
        *_wholes("statement_id"),
        *_texts("number"),
        *_wholes("participant_id"),
        *_days("from_on", "to_on", "issued_on"),
        *_words("edition"),
        *_texts("language"),
        *_wholes(
            "minutes_paid",
            "minutes_unpaid",
            "payments_pence",
            "reimbursements_pence",
            "value_pence",
        ),
        *_texts("content_sha256"),
        *_wholes("replaces_id", null=True),
        *_flags("is_replaced"),
        _link("statements", "participant_id", "participants.participant_id"),
        _link("statements", "replaces_id", "statements.statement_id"),
    )
    _index("statements", "participant_id")
    _unique("uq_statements_number", "statements", "number")
    _table(
        "statement_papers",
        *_wholes("statement_paper_id", "statement_id"),
        *_texts("media_type", "sha256"),
        *_files("content"),
        *_links("statement_papers", "statements.statement_id"),
    )
    _index("statement_papers", "statement_id")


def _make_history() -> None:
    _table(
        "changes",
        *_wholes("change_id"),
        *_moments("made_at"),
        *_texts("operator", "verb"),
        *_wholes("rows"),
        *_wholes("undoes_id", null=True),
        *_texts("previous_digest", "digest"),
        _link("changes", "undoes_id", "changes.change_id"),
    )
    _index("changes", "undoes_id")
    _table(
        "row_changes",
        *_wholes("change_id", "position"),
        *_texts("table_name"),
        *_wholes("row_id"),
        *_texts("before", "after", null=True),
        *_texts("digest"),
        *_links("row_changes", "changes.change_id"),
        keys=2,
        sqlite_with_rowid=False,
    )
    _named_index("ix_row_changes_row_id", "row_changes", "row_id", "change_id")
    _table(
        "removed_files",
        *_texts("sha256"),
        *_files("content"),
    )


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
