"""Test what several papers say alike."""

import datetime

import pytest

from coprod_desktop.documents.papers import common
from coprod_desktop.domain.participants import PaidBy
from tests.other_paper_builders import a_made, a_sender


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((2026, 1, 5), (2026, 9, 30), "January to September\u00a02026"),
        ((2025, 11, 5), (2026, 2, 1), "November\u00a02025 to February\u00a02026"),
        ((2026, 5, 1), (2026, 5, 31), "May\u00a02026"),
    ],
)
def test_months_say_the_year_where_it_is_needed(
    first: tuple[int, int, int], last: tuple[int, int, int], words: str
) -> None:
    assert common.months(datetime.date(*first), datetime.date(*last)) == words


def test_a_thing_made_has_its_kind_its_month_and_its_credit() -> None:
    (full,) = common.made([a_made()])
    (bare,) = common.made([a_made(title="A talk.", kind="", made_on=None, credit="")])

    assert (full.name, full.text) == (
        "Your first appointment.",
        "Letter, May\u00a02026. Co-author.",
    )
    assert (bare.name, bare.text) == ("A talk.", "")


def test_the_one_who_signs_may_be_another_than_the_one_to_ask() -> None:
    signed = common.signature(a_sender(signed_by="Piotr Zieliński", signed_as="Chair"))
    plain = common.signature(a_sender(signed_by="", signed_as=""))

    assert (signed.name, signed.role) == ("Piotr Zieliński", "Chair")
    assert (plain.name, plain.role) == ("Grace Okafor", "Rivermead Together")


def test_ways_of_reaching_that_nobody_knows_are_left_out() -> None:
    sender = a_sender(contact_name="", contact_phone="", contact_email="")

    assert common.reach(a_sender(contact_email="")) == "01632\u00a0960\u00a0011"
    assert common.reach(sender) == ""
    assert common.contact(sender) == "Rivermead Together"
    assert common.easy_tell(sender)[1:] == (
        "Rivermead Together",
        "Or write on this paper and give it back.",
    )


def test_each_way_of_paying_has_its_own_words() -> None:
    assert len({common.way(method) for method in PaidBy}) == len(PaidBy)
