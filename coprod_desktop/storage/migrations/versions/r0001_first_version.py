"""Make the tables of the first version."""

from coprod_desktop.storage.migrations.tools import (
    index,
    link,
    links,
    make_search,
    named_index,
    not_negative,
    rule,
    table,
    unique,
)

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
        make_search(kind)


def _make_people() -> None:
    table(
        "organisations",
        "whole: organisation_id; text: name charity_number address contact_name contact_phone "
        "contact_email; whole: promise_days; text: four_eyes_note; whole?: "
        "second_approver_above_pence; text: account_name sort_code account_number "
        "service_user_number bank_layout seal_key",
    )
    table(
        "participants",
        "whole: participant_id; text: name name_on_papers name_in_script; word: capacity "
        "contact_by; text: email phone address; word: paid_by edition; text: language left_out; "
        "flag: shows_declined wants_web_page; text: access_needs wishes; flag: is_active",
    )
    index("participants", "name")
    table(
        "operators",
        "whole: operator_id; text: name role; whole?: participant_id; flag: is_active; text: "
        "pin_removed_because",
        *links("operators", "participants.participant_id"),
    )
    table(
        "operator_pins",
        "whole: operator_pin_id operator_id; text: salt digest; whole: wrong_tries; moment?: "
        "last_wrong_at",
        *links("operator_pins", "operators.operator_id"),
    )
    unique("uq_operator_pins_operator_id", "operator_pins", "operator_id")
    table(
        "bank_details",
        "whole: bank_details_id participant_id; text: account_name sort_code account_number; "
        "flag: is_third_party; text: holder previous_ending; moment?: changed_at; whole?: "
        "changed_by_id; text: how_checked; moment?: checked_at; whole?: checked_by_id; word: "
        "payee_check",
        *links("bank_details", "participants.participant_id"),
        link("bank_details", "changed_by_id", "operators.operator_id"),
        link("bank_details", "checked_by_id", "operators.operator_id"),
    )
    unique("uq_bank_details_participant_id", "bank_details", "participant_id")
    table(
        "limit_watches",
        "whole: limit_watch_id participant_id; word: rule; whole?: own_pence own_minutes; whole: "
        "week_starts assessment_day; word: work_allowance; day: asked_on",
        *not_negative("limit_watches", "own_pence", "own_minutes"),
        *links("limit_watches", "participants.participant_id"),
    )
    unique("uq_limit_watches_participant_id", "limit_watches", "participant_id")


def _make_projects() -> None:
    table(
        "projects",
        "whole: project_id; text: name cost_code fund; day?: starts_on ends_on; whole: "
        "budget_pence; text: who_decides what_can_change what_changed what_next what_changed_cy "
        "what_next_cy; flag: is_open",
        *not_negative("projects", "budget_pence"),
    )
    table(
        "own_rates",
        "whole: own_rate_id; text: scheme code; whole: value_thousandths; word: unit; day: "
        "effective_on; day?: effective_to; text: source_title note",
        *not_negative("own_rates", "value_thousandths"),
    )
    table("policies", "whole: policy_id version; day: effective_on; text: text")
    table(
        "engagements",
        "whole: engagement_id participant_id project_id; text: role; word: capacity; day: "
        "starts_on; day?: ends_on; whole?: hourly_pence; flag: is_paid; text: agreed",
        *links("engagements", "participants.participant_id", "projects.project_id"),
    )
    index("engagements", "participant_id", "project_id")
    table(
        "activities",
        "whole: activity_id project_id; text: title; day: held_on; text: starts_at ends_at "
        "kind_of_work place",
        *links("activities", "projects.project_id"),
    )
    index("activities", "held_on")
    table(
        "outputs",
        "whole: output_id project_id; text: title kind; day?: made_on; text: where",
        *links("outputs", "projects.project_id"),
    )
    index("outputs", "project_id")
    table(
        "credits",
        "whole: credit_id output_id participant_id; text: credit named_as; flag: is_anonymous",
        *links("credits", "outputs.output_id", "participants.participant_id"),
    )
    index("credits", "output_id")
    index("credits", "participant_id")


def _make_work() -> None:
    table(
        "contributions",
        "whole: contribution_id participant_id project_id; whole?: activity_id; day: worked_on; "
        "whole: minutes; text: kind_of_work; word: capacity; text: what skills; word: pay; whole: "
        "rate_pence offered_pence; text: because; word: choice; whole: agreed_pence value_pence; "
        "flag: is_paid; word: state; text: note circumstances; text?: import_key",
        rule("ck_contributions_minutes_of_one_day", "minutes > 0 AND minutes <= 1440"),
        rule("ck_contributions_agreed_within_offer", "agreed_pence <= offered_pence"),
        *not_negative(
            "contributions", "rate_pence", "offered_pence", "agreed_pence", "value_pence"
        ),
        *links(
            "contributions",
            "participants.participant_id",
            "projects.project_id",
            "activities.activity_id",
        ),
    )
    index("contributions", "activity_id")
    index("contributions", "project_id", "worked_on")
    index("contributions", "state", "worked_on")
    named_index(
        "ix_contributions_totals",
        "contributions",
        "participant_id",
        "worked_on",
        "is_paid",
        "minutes",
        "agreed_pence",
        "value_pence",
    )
    index("contributions", "worked_on", "contribution_id")
    unique("uq_contributions_import_key", "contributions", "import_key")


def _make_expenses() -> None:
    table(
        "expense_claims",
        "whole: expense_claim_id participant_id project_id; day: claimed_on; word: state; text: "
        "note; text?: import_key",
        *links("expense_claims", "participants.participant_id", "projects.project_id"),
    )
    index("expense_claims", "claimed_on", "expense_claim_id")
    index("expense_claims", "participant_id")
    index("expense_claims", "state", "claimed_on")
    unique("uq_expense_claims_import_key", "expense_claims", "import_key")
    table(
        "expense_items",
        "whole: expense_item_id expense_claim_id; day: spent_on; word: kind; text: what; whole: "
        "tenth_miles claimed_pence agreed_pence; text: because circumstances",
        *not_negative("expense_items", "tenth_miles", "claimed_pence", "agreed_pence"),
        *links("expense_items", "expense_claims.expense_claim_id"),
    )
    index("expense_items", "expense_claim_id")
    index("expense_items", "spent_on")
    table(
        "receipts",
        "whole: receipt_id expense_item_id; text: file_name media_type sha256; file: content",
        *links("receipts", "expense_items.expense_item_id"),
    )
    index("receipts", "expense_item_id")
    table(
        "support_costs",
        "whole: support_cost_id project_id; whole?: participant_id; day: incurred_on; text: kind "
        "supplier; whole: cost_pence",
        *not_negative("support_costs", "cost_pence"),
        *links("support_costs", "projects.project_id", "participants.participant_id"),
    )
    index("support_costs", "project_id")


def _make_payments() -> None:
    table(
        "approvals",
        "whole: approval_id; text: subject; whole: subject_id operator_id; word: decision; text: "
        "reason; moment: decided_at",
        *links("approvals", "operators.operator_id"),
    )
    index("approvals", "subject", "subject_id")
    table(
        "dismissals",
        "whole: dismissal_id; text: subject; whole: subject_id; word: kind; text: fingerprint "
        "note; whole: operator_id; moment: dismissed_at",
        *links("dismissals", "operators.operator_id"),
    )
    index("dismissals", "fingerprint")
    table(
        "top_ups",
        "whole: top_up_id; word: kind; whole: subject_id participant_id project_id policy_id "
        "was_pence pence; text: because; word: state; day: made_on; flag: is_live",
        rule("ck_top_ups_only_a_rise", "pence > 0"),
        *not_negative("top_ups", "was_pence"),
        *links(
            "top_ups", "participants.participant_id", "projects.project_id", "policies.policy_id"
        ),
    )
    index("top_ups", "participant_id")
    unique("uq_top_ups_live", "top_ups", "subject_id", "kind", "was_pence", where="is_live")
    table(
        "pay_runs",
        "whole: pay_run_id number; day: up_to_on pay_on; word: state; whole: prepared_by_id; "
        "moment: prepared_at; whole?: approved_by_id; moment?: approved_at; day?: settled_on; "
        "text: note; flag: is_top_up; text: four_eyes_note project_ids",
        link("pay_runs", "prepared_by_id", "operators.operator_id"),
        link("pay_runs", "approved_by_id", "operators.operator_id"),
    )
    unique("uq_pay_runs_number", "pay_runs", "number")
    table(
        "payments",
        "whole: payment_id pay_run_id participant_id; word: method; whole: payment_pence "
        "reimbursement_pence; text: account_name sort_code account_number; day?: paid_on; word: "
        "state; text: reference note; flag: is_new_account; day?: came_back_on",
        *not_negative("payments", "payment_pence", "reimbursement_pence"),
        *links("payments", "pay_runs.pay_run_id", "participants.participant_id"),
    )
    index("payments", "participant_id")
    unique("uq_payments_pay_run_id", "payments", "pay_run_id", "participant_id", "method")
    table(
        "payment_lines",
        "whole: payment_line_id payment_id; word: kind; whole: subject_id pence; flag: is_live; "
        "whole?: replaces_line_id",
        rule("ck_payment_lines_pence_not_negative", "pence >= 0 OR kind = 'recovery'"),
        *links("payment_lines", "payments.payment_id"),
        link("payment_lines", "replaces_line_id", "payment_lines.payment_line_id"),
    )
    index("payment_lines", "payment_id")
    index("payment_lines", "subject_id")
    unique("uq_payment_lines_live", "payment_lines", "kind", "subject_id", where="is_live")
    table(
        "holds",
        "whole: hold_id participant_id; word: on; whole: subject_id; text: because; day?: "
        "until_on; whole: placed_by_id; moment: placed_at; flag: is_live",
        *links("holds", "participants.participant_id"),
        link("holds", "placed_by_id", "operators.operator_id"),
    )
    index("holds", "participant_id")
    table(
        "recoveries",
        "whole: recovery_id participant_id project_id reverses_line_id; flag: is_for_work; whole: "
        "pence; text: because; word: state; day: made_on",
        rule("ck_recoveries_something_to_keep_back", "pence > 0"),
        *links("recoveries", "participants.participant_id", "projects.project_id"),
        link("recoveries", "reverses_line_id", "payment_lines.payment_line_id"),
    )
    index("recoveries", "participant_id")
    table(
        "gifts",
        "whole: gift_id participant_id payment_id pence; day: given_on; flag: is_gift_aid; text: "
        "note",
        rule("ck_gifts_something_given", "pence > 0"),
        *links("gifts", "participants.participant_id", "payments.payment_id"),
    )
    index("gifts", "payment_id")
    table(
        "cash_moves",
        "whole: cash_move_id; day: moved_on; word: kind; whole: pence; whole?: payment_id; text: "
        "note; whole: operator_id",
        *links("cash_moves", "payments.payment_id", "operators.operator_id"),
    )
    index("cash_moves", "moved_on")
    table(
        "vouchers",
        "whole: voucher_id; text: serial name; whole: value_pence; day: bought_on; word: state; "
        "whole?: payment_id; day?: handed_on; whole?: handed_by_id; text: note",
        rule("ck_vouchers_worth_something", "value_pence > 0"),
        *links("vouchers", "payments.payment_id"),
        link("vouchers", "handed_by_id", "operators.operator_id"),
    )
    index("vouchers", "payment_id")
    unique("uq_vouchers_name", "vouchers", "name", "serial")
    table(
        "made_files",
        "whole: made_file_id pay_run_id; text: file_name layout; whole: count pence; text: "
        "sha256; file: content; moment: made_at; whole: made_by_id",
        *links("made_files", "pay_runs.pay_run_id"),
        link("made_files", "made_by_id", "operators.operator_id"),
    )
    index("made_files", "pay_run_id")
    table("own_layouts", "whole: own_layout_id; text: name text")
    unique("uq_own_layouts_name", "own_layouts", "name")
    table(
        "settled_lines",
        "whole: settled_line_id; text: line_key; whole: payment_id; day: settled_on; whole: pence",
        *links("settled_lines", "payments.payment_id"),
    )
    index("settled_lines", "payment_id")
    unique("uq_settled_lines_line_key", "settled_lines", "line_key", "payment_id")
    table(
        "weight_table_files",
        "whole: weight_table_file_id; text: name weights_text substitutions_text version; whole: "
        "row_count; day: loaded_on; text: loaded_by",
    )


def _make_papers() -> None:
    table(
        "statements",
        "whole: statement_id; text: number; whole: participant_id; day: from_on to_on issued_on; "
        "word: edition; text: language; whole: minutes_paid minutes_unpaid payments_pence "
        "reimbursements_pence value_pence; text: content_sha256 left_out; whole?: replaces_id; "
        "flag: is_replaced",
        *links("statements", "participants.participant_id"),
        link("statements", "replaces_id", "statements.statement_id"),
    )
    index("statements", "participant_id")
    unique("uq_statements_number", "statements", "number")
    table(
        "statement_papers",
        "whole: statement_paper_id statement_id; word: edition; text: language media_type sha256; "
        "file: content",
        *links("statement_papers", "statements.statement_id"),
    )
    index("statement_papers", "statement_id")
    table(
        "statements_told",
        "whole: statement_told_id statement_id; file: told",
        *links("statements_told", "statements.statement_id"),
    )
    unique("uq_statements_told_statement_id", "statements_told", "statement_id")
    table(
        "issued_papers",
        "whole: issued_paper_id; word: kind; text: number; whole?: participant_id activity_id; "
        "day?: from_on to_on; day: issued_on; word: edition; text: language media_type sha256; "
        "file: content told",
        *links("issued_papers", "participants.participant_id", "activities.activity_id"),
    )
    index("issued_papers", "participant_id")
    unique("uq_issued_papers_number", "issued_papers", "number")
    table(
        "check_answers",
        "whole: check_answer_id issued_paper_id; day: answered_on; flag: is_right; text: note; "
        "whole: recorded_by_id",
        *links("check_answers", "issued_papers.issued_paper_id"),
        link("check_answers", "recorded_by_id", "operators.operator_id"),
    )
    index("check_answers", "issued_paper_id")
    table(
        "paper_styles",
        "whole: paper_style_id organisation_id; file: logo signature; text: signed_by signed_as; "
        "flag: has_chart has_code; whole: reply_days correction_days",
        rule("ck_paper_styles_days_to_answer_in", "reply_days > 0 AND correction_days > 0"),
        *links("paper_styles", "organisations.organisation_id"),
    )
    unique("uq_paper_styles_organisation_id", "paper_styles", "organisation_id")
    table("wordings", "whole: wording_id; text: language sentence own")
    unique("uq_wordings_language", "wordings", "language", "sentence")


def _make_history() -> None:
    table(
        "changes",
        "whole: change_id; moment: made_at; text: operator verb; whole: rows; whole?: undoes_id; "
        "text: previous_digest digest",
        link("changes", "undoes_id", "changes.change_id"),
    )
    index("changes", "undoes_id")
    table(
        "row_changes",
        "whole: change_id position; text: table_name; whole: row_id; text?: before after; text: "
        "digest",
        *links("row_changes", "changes.change_id"),
        keys=2,
        sqlite_with_rowid=False,
    )
    named_index("ix_row_changes_row_id", "row_changes", "row_id", "change_id")
    table("removed_files", "text: sha256; file: content")
