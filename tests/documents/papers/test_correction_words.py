"""Test that every kind of mistake can be said in words."""

import datetime

import pytest

from coprod_desktop.documents.papers.correction_words import righted
from coprod_desktop.domain.contributions import Choice
from coprod_desktop.domain.statement_differences import Difference, Differs

DAY = datetime.date(2026, 7, 9)
PAID_ON = datetime.date(2026, 7, 24)


@pytest.mark.parametrize("kind", Differs)
def test_every_difference_has_words_for_both_sides(kind: Differs) -> None:
    before, after = ("accepted", "declined") if kind is Differs.CHOICE else ("A", "B")
    one = righted(Difference(kind=kind, on=DAY, what="Panel", before=before, after=after))

    assert all((one.what, one.was, one.now))


@pytest.mark.parametrize(
    ("change", "was", "now"),
    [
        (
            Difference(kind=Differs.WORK_ADDED, on=DAY, what="Panel", after_minutes=60),
            "nothing",
            "1\u00a0hour",
        ),
        (
            Difference(kind=Differs.WORK_REMOVED, on=DAY, what="Panel", before_minutes=60),
            "1\u00a0hour",
            "taken off",
        ),
        (
            Difference(kind=Differs.PAID, on=DAY, what="Panel", after_pence=3000, paid_on=PAID_ON),
            "not paid",
            "£30.00 paid on 24\u00a0July\u00a02026",
        ),
        (
            Difference(kind=Differs.PAID, on=DAY, what="Panel", after_pence=None),
            "paid",
            "to be paid again",
        ),
        (
            Difference(kind=Differs.DAY, on=DAY, what="Panel", before_on=datetime.date(2026, 7, 8)),
            "8\u00a0July\u00a02026",
            "9\u00a0July\u00a02026",
        ),
        (
            Difference(kind=Differs.NAME, before="Margaret", after="Małgorzata"),
            "“Margaret”",
            "“Małgorzata”",
        ),
    ],
)
def test_both_sides_are_said(change: Difference, was: str, now: str) -> None:
    one = righted(change)

    assert (one.was, one.now) == (was, now)


@pytest.mark.parametrize("choice", Choice)
def test_every_choice_has_words(choice: Choice) -> None:
    change = Difference(
        kind=Differs.CHOICE, on=DAY, what="Panel", before=choice.value, after=choice.value
    )

    assert righted(change).what == "Your choice: Panel"
    assert righted(change).was
