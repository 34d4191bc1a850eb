"""Prove that a file is sound: its pages, links, sums and history."""

import sqlalchemy as sa

from coprod_desktop.storage import backups, journal, top_ups
from coprod_desktop.storage.database import Database

# Each rule finds the rows that break it; a sound file has none.
_RULES = {
    "payment for work is not the sum of its lines": (
        "SELECT p.payment_id FROM payments p LEFT JOIN payment_lines l "
        "ON l.payment_id = p.payment_id AND (l.kind = 'contribution' OR (l.kind = 'top-up' "
        "AND l.subject_id IN (SELECT top_up_id FROM top_ups WHERE kind = 'contribution')) "
        "OR (l.kind = 'recovery' "
        "AND l.subject_id IN (SELECT recovery_id FROM recoveries WHERE is_for_work))) "
        "GROUP BY p.payment_id, p.payment_pence HAVING p.payment_pence <> coalesce(sum(l.pence), 0)"
    ),
    "reimbursement is not the sum of its lines": (
        "SELECT p.payment_id FROM payments p LEFT JOIN payment_lines l "
        "ON l.payment_id = p.payment_id AND (l.kind = 'expense claim' OR (l.kind = 'top-up' "
        "AND l.subject_id IN (SELECT top_up_id FROM top_ups WHERE kind = 'expense claim')) "
        "OR (l.kind = 'recovery' "
        "AND l.subject_id IN (SELECT recovery_id FROM recoveries WHERE NOT is_for_work))) "
        "GROUP BY p.payment_id, p.reimbursement_pence "
        "HAVING p.reimbursement_pence <> coalesce(sum(l.pence), 0)"
    ),
    "contribution is called paid without a payment": (
        "SELECT c.contribution_id FROM contributions c WHERE c.state IN ('in a pay run', 'paid') "
        "AND NOT EXISTS (SELECT 1 FROM payment_lines l WHERE l.kind = 'contribution' "
        "AND l.subject_id = c.contribution_id AND l.is_live)"
    ),
    "expense claim is called paid without a payment": (
        "SELECT c.expense_claim_id FROM expense_claims c "
        "WHERE c.state IN ('in a pay run', 'paid') AND NOT EXISTS (SELECT 1 FROM payment_lines l "
        "WHERE l.kind = 'expense claim' AND l.subject_id = c.expense_claim_id AND l.is_live)"
    ),
    "top-up counts without a payment": (
        "SELECT t.top_up_id FROM top_ups t WHERE t.is_live AND NOT EXISTS (SELECT 1 FROM "
        "payment_lines l WHERE l.kind = 'top-up' AND l.subject_id = t.top_up_id AND l.is_live)"
    ),
    "money is called kept back without a payment": (
        "SELECT r.recovery_id FROM recoveries r WHERE r.state IN ('in a pay run', 'paid') "
        "AND NOT EXISTS (SELECT 1 FROM payment_lines l WHERE l.kind = 'recovery' "
        "AND l.subject_id = r.recovery_id AND l.is_live AND l.pence = -r.pence)"
    ),
    "payment line pays another amount than was agreed": (
        "SELECT l.payment_line_id FROM payment_lines l JOIN contributions c "
        "ON l.kind = 'contribution' AND l.subject_id = c.contribution_id "
        "WHERE l.is_live AND l.pence <> c.agreed_pence "
        "UNION ALL "
        "SELECT l.payment_line_id FROM payment_lines l WHERE l.is_live "
        "AND l.kind = 'expense claim' AND l.pence <> (SELECT coalesce(sum(i.agreed_pence), 0) "
        "FROM expense_items i WHERE i.expense_claim_id = l.subject_id) "
        "UNION ALL "
        "SELECT l.payment_line_id FROM payment_lines l JOIN top_ups t "
        "ON l.kind = 'top-up' AND l.subject_id = t.top_up_id "
        "WHERE l.is_live AND (l.pence <> t.pence OR NOT t.is_live)"
    ),
    "unpaid work has a payment agreed": (
        "SELECT contribution_id FROM contributions WHERE NOT is_paid AND agreed_pence <> 0"
    ),
}


def findings(database: Database) -> tuple[str, ...]:
    """Return what is not sound, one line each; nothing where all is well."""
    found: list[str] = []
    if database.path is not None:
        found += _pages(database)
        if found:
            return tuple(found)  # sums over damaged pages would only mislead
    with database.reading() as reading:
        connection = reading.connection
        if connection.dialect.name == "sqlite":
            rows = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            found += [f"link of {row[0]} row {row[1]} leads nowhere" for row in rows]
        for rule, query in _RULES.items():
            found += [f"{rule}: {row[0]}" for row in connection.execute(sa.text(query))]
        found += [
            f"top-up of what is not agreed: {top_up_id}"
            for top_up_id in top_ups.without_ground(reading)
        ]
        found += [
            f"history: change {number} was altered" for number in journal.broken_links(connection)
        ]
    return tuple(found)


def _pages(database: Database) -> list[str]:
    raw = database.engine.raw_connection()
    try:
        return [f"page: {finding}" for finding in backups.unsound_pages(raw.dbapi_connection)]
    finally:
        raw.close()
