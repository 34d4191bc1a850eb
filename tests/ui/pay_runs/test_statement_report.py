"""What a bank's statement says stands in groups and words, and no line is lost."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.bank_statements import (
    BankStatement,
    StatementEntry,
    StatementLine,
    keyed_lines,
    whole_statement,
)
from coprod_desktop.domain.settling import Awaited, Matching, Sent, Unclear, match_payments
from coprod_desktop.ui.pay_runs.statement_report import MOST_OFFERED, Report, report_of

DAY = datetime.date(2026, 11, 17)


def an_awaited(payment_id: int, name: str, pence: int, run_number: int = 7) -> Awaited:
    return Awaited(
        payment_id=payment_id,
        run_number=run_number,
        name=name,
        account_name=name,
        reference="PAY RUN 7",
        pence=pence,
        pay_on=DAY,
    )


def a_sent(payment_id: int, name: str, pence: int) -> Sent:
    return Sent(
        payment_id=payment_id,
        run_number=6,
        name=name,
        account_name=name,
        reference="PAY RUN 6",
        pence=pence,
        pay_on=DAY,
        paid_on=DAY,
    )


def a_statement(*entries: tuple[int, str], account: str = "00006542") -> BankStatement:
    return whole_statement(
        account=account,
        entries=[
            StatementEntry(on=DAY, pence=pence, payee=payee, row=row)
            for row, (pence, payee) in enumerate(entries, 1)
        ],
        source="november.csv",
    )


def report(statement: BankStatement, awaited: list[Awaited], sent: list[Sent]) -> Report:
    return report_of(statement, match_payments(awaited, sent, statement.lines), "6542")


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


def test_what_was_paid_came_back_and_is_awaited_is_told_apart() -> None:
    told = report(
        a_statement((-9210, "AMINA YUSUF"), (4800, "RETURNED TOM BRENNAN"), (-999, "WATER BILL")),
        [an_awaited(1, "Amina Yusuf", 9210), an_awaited(2, "Leila Haddad", 5380)],
        [a_sent(3, "Tom Brennan", 4800)],
    )
    assert [(one.name, one.because) for one in told.paid] == [("Amina Yusuf", "Name and amount")]
    assert [one.name for one in told.returned] == ["Tom Brennan"]
    assert [one.bank_words for one in told.not_ours] == ["WATER BILL"]
    assert [one.name for one in told.awaited] == ["Leila Haddad"]
    assert told.certain == 2
    assert plain(told.summary) == (
        "1 payment left your account: £92.10. 1 came back: £48.00. 1 is still awaited."
    )
    assert plain(told.sub_line) == (
        "november.csv: 3 lines, 17 November to 17 November 2026, account ending 6542"
    )
    assert told.other_account == ""


def test_a_line_that_may_be_two_payments_offers_both() -> None:
    told = report(
        a_statement((-2500, "J SMITH")),
        [an_awaited(1, "John Smith", 2500), an_awaited(2, "Joan Smith", 2500)],
        [],
    )
    (line,) = told.unclear
    assert {payment_id for payment_id, _words in line.payments} == {1, 2}
    assert plain(line.words) == "17 Nov 2026, £25.00 went out: J SMITH"
    assert "John Smith, £25.00, pay run 7" in plain(line.payments[0][1])
    assert told.certain == 0
    assert told.paid == ()


def test_only_payments_of_the_lines_own_amount_and_way_are_offered() -> None:
    (line,) = keyed_lines("6542", [StatementEntry(on=DAY, pence=2500, payee="SMITH", row=1)])
    unclear = Unclear(
        lines=(line,),
        payments=(
            an_awaited(1, "John Smith", 2500),
            a_sent(2, "Joan Smith", 2500),
            a_sent(3, "Jo Smith", 2400),
        ),
    )
    (told,) = report_of(a_statement((2500, "SMITH")), Matching(unclear=(unclear,)), "").unclear
    assert [payment_id for payment_id, _words in told.payments] == [2]
    assert "came in" in told.words


def test_a_line_that_may_be_a_whole_run_says_what_else_to_do() -> None:
    (line,) = keyed_lines("6542", [StatementEntry(on=DAY, pence=-5000, payee="BULK", row=1)])
    unclear = Unclear(lines=(line,), payments=(), run_numbers=(21, 22))
    (told,) = report_of(a_statement((-5000, "BULK")), Matching(unclear=(unclear,)), "").unclear
    assert told.payments == ()
    assert "21, 22" in told.hint
    assert "mark it as paid there" in told.hint


def test_a_thousand_equal_payments_are_offered_in_part_and_said_so() -> None:
    entries = [StatementEntry(on=DAY, pence=-2500, payee="SMITH", row=at) for at in range(1000)]
    unclear = Unclear(
        lines=keyed_lines("6542", entries),
        payments=tuple(an_awaited(at, "John Smith", 2500) for at in range(1, 1001)),
    )
    told = report_of(a_statement((-2500, "SMITH")), Matching(unclear=(unclear,)), "").unclear
    assert len(told) == 1000
    assert len(told[0].payments) == MOST_OFFERED
    assert told[0].payments is told[-1].payments
    assert told[0].hint == "The first 200 of 1,000 payments are offered."


def test_a_whole_run_in_one_line_counts_each_payment() -> None:
    told = report(
        a_statement((-5000, "BULK PAYMENT")),
        [an_awaited(1, "Amina Yusuf", 2000), an_awaited(2, "Leila Haddad", 3000)],
        [],
    )
    assert told.certain == 2
    (row,) = told.batches
    assert (row.name, row.run) == ("2 payments", "7")


def test_the_statement_of_another_account_is_noticed() -> None:
    found = a_statement((-1, "X"), account="00001111")
    assert "ending 1111" in report_of(found, Matching(), "6542").other_account
    assert report_of(found, Matching(), "").other_account == ""


def test_a_statement_about_nothing_of_ours_says_so() -> None:
    told = report(a_statement((-999, "WATER BILL")), [], [])
    assert told.summary == "No line of this statement is a payment that is awaited."
    assert told.certain == 0


NAMES = st.sampled_from(("Amina Yusuf", "John Smith", "Joan Smith", "Leila Haddad"))
LINES = st.lists(
    st.tuples(st.sampled_from((-2500, -5000, 2500)), NAMES | st.just("CARD")), min_size=1
)
PAYMENTS = st.lists(st.tuples(NAMES, st.sampled_from((2500, 5000))), max_size=4)


@given(lines=LINES, awaited=PAYMENTS)
def test_every_line_stands_in_one_group(
    lines: list[tuple[int, str]], awaited: list[tuple[str, int]]
) -> None:
    told_awaited = [an_awaited(at, name, pence) for at, (name, pence) in enumerate(awaited, 1)]
    statement = a_statement(*lines)
    told = report(statement, told_awaited, [])
    keys = [one.key for one in (*told.paid, *told.batches, *told.returned, *told.not_ours)] + [
        one.line_key for one in told.unclear
    ]
    assert sorted(keys) == sorted(one.line_key for one in _distinct(statement.lines))


def _distinct(lines: tuple[StatementLine, ...]) -> list[StatementLine]:
    return list({line.line_key: line for line in lines}.values())
