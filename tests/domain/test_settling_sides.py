"""One question after the other takes away what it answered, and keeps the rest for a person."""

import datetime

from coprod_desktop.domain.bank_statements import StatementEntry, StatementLine, keyed_lines
from coprod_desktop.domain.settling_graph import Claim, Evidence, Told
from coprod_desktop.domain.settling_sides import Side, in_file

ON = datetime.date(2026, 11, 13)
AISHA = ("aisha", "rahman")


def two_lines() -> tuple[StatementLine, ...]:
    entries = [StatementEntry(on=ON, pence=-2500, payee=text, row=2) for text in ("A", "B")]
    return keyed_lines("", entries)


def a_told(*names: tuple[str, str], pence: int = 2500, is_new: bool = True) -> Told:
    return Told(on=ON, pence=pence, names=frozenset(names), references=frozenset(), is_new=is_new)


def a_claim(*names: tuple[str, str], is_open: bool = True) -> Claim:
    return Claim(
        run_number=7,
        pence=2500,
        from_on=ON,
        to_on=ON,
        names=frozenset(names),
        reference="",
        is_open=is_open,
    )


def test_what_is_paired_is_taken_away_for_the_next_question() -> None:
    first, second = two_lines()
    side = Side({first: a_told(AISHA), second: a_told()}, {"Aisha": a_claim(AISHA)})
    assert side.pair_told() == [(first, "Aisha", Evidence.NAME)]
    assert side.pair_told() == []
    assert side.loose() == []


def test_an_amount_is_not_the_only_one_beside_a_line_that_was_used() -> None:
    new, used = two_lines()
    side = Side({new: a_told(), used: a_told(is_new=False)}, {"Aisha": a_claim()})
    assert side.pair_told() == []
    assert [(one.lines, one.payments) for one in side.loose()] == [((new,), ("Aisha",))]


def test_an_amount_is_not_the_only_one_beside_a_payment_that_was_settled() -> None:
    new, _ = two_lines()
    side = Side({new: a_told()}, {"Aisha": a_claim(), "Ben": a_claim(is_open=False)})
    assert side.pair_told() == []
    assert [one.payments for one in side.loose()] == [("Aisha",)]


def test_a_side_can_ask_for_more_than_an_amount() -> None:
    new, _ = two_lines()
    side = Side({new: a_told()}, {"Aisha": a_claim()}, evidence=(Evidence.NAME,))
    assert not side.pair_told()
    assert not side.loose()


def test_one_payment_alone_is_no_run_and_two_are() -> None:
    line, _ = two_lines()
    assert Side({line: a_told()}, {"Aisha": a_claim()}).take_runs() == []
    both = Side({line: a_told(pence=5000)}, {"Aisha": a_claim(), "Ben": a_claim()})
    assert both.take_runs() == [(line, 7, ("Aisha", "Ben"))]


def test_a_line_that_names_somebody_is_no_run() -> None:
    line, _ = two_lines()
    payments = {"Aisha": a_claim(AISHA), "Ben": a_claim()}
    side = Side({line: a_told(AISHA, pence=5000)}, payments)
    assert side.take_runs() == []
    assert side.loose() == []


def test_lines_stand_by_day_and_place() -> None:
    first, second = two_lines()
    assert in_file(first)[:2] == (ON, 2)
    assert in_file(first) != in_file(second)
