"""Test that the letter states facts, in nobody's disfavour, and gives no advice."""

from collections.abc import Callable
from pathlib import Path

import pytest

from coprod_desktop.documents.editions.clear_print import clear_print_pdf
from coprod_desktop.documents.editions.large_print import large_print_pdf
from coprod_desktop.documents.paper import Letterhead, Paper
from coprod_desktop.documents.papers.letter import letter_paper
from coprod_desktop.domain.participants import Capacity
from tests.other_paper_builders import a_letter, a_letter_expense, a_letter_work, a_sender
from tests.other_paper_checks import check_sample, text_of
from tests.other_paper_samples import samples_of
from tests.paper_marks import drawn_lines


def large_letter(paper: Paper) -> bytes:
    return large_print_pdf([paper])


@pytest.mark.parametrize("name", samples_of("letter"))
def test_every_letter_is_as_it_was_and_can_be_read_by_all(name: str, tmp_path: Path) -> None:
    check_sample(name, tmp_path)


def test_it_names_the_charity_whom_it_is_for_and_the_period() -> None:
    head = letter_paper(a_letter()).parts[0]

    assert isinstance(head, Letterhead)
    assert head.to == ("Jobcentre Plus", "For the work coach of Małgorzata Zając")
    assert head.address[-1] == "grace@rivermead.example"
    assert head.title.endswith("payments and expenses, 1\u00a0July to 30\u00a0September\u00a02026")
    assert (head.number, head.day) == ("Letter L-2026-0052", "Thursday 8\u00a0October\u00a02026")


@pytest.mark.parametrize("set_pages", [clear_print_pdf, large_letter])
def test_nobody_signs_a_page_that_says_nothing(set_pages: Callable[[Paper], bytes]) -> None:
    for rows in range(1, 16):
        letter = letter_paper(a_letter(work=(a_letter_work(),) * rows))
        last = [line.text for line in drawn_lines(set_pages(letter))[-1]]
        closing = last.index("Yours faithfully")
        assert any("by phone or email." in text for text in last[:closing])


def test_it_can_be_for_somebody_else() -> None:
    head = letter_paper(a_letter(to=("Carer’s Allowance Unit",))).parts[0]

    assert isinstance(head, Letterhead)
    assert head.to == ("Carer’s Allowance Unit",)


@pytest.mark.parametrize("is_not_employed", [True, False])
def test_it_says_who_is_not_employed_only_where_the_adviser_agreed(is_not_employed: bool) -> None:
    text = text_of(letter_paper(a_letter(is_not_employed=is_not_employed)))

    assert ("Małgorzata Zając is not employed by us." in text) == is_not_employed
    assert text.count("employed") == int(is_not_employed)


@pytest.mark.parametrize("has_agreed", [True, False])
def test_it_says_that_the_person_agreed_only_where_they_did(has_agreed: bool) -> None:
    text = text_of(letter_paper(a_letter(has_agreed=has_agreed)))

    assert ("has agreed to what it says" in text) == has_agreed


def test_it_gives_no_advice_and_keeps_payments_and_expenses_apart() -> None:
    text = text_of(letter_paper(a_letter()))

    assert "This letter states facts. It is not advice about benefits." in text
    assert "we have not added them together" in text
    assert "£80.60" not in text  # £67.50 and £13.10


@pytest.mark.parametrize(
    ("projects", "taking_part", "words"),
    [
        (("A",), "a carer", "takes part in our project “A” as a carer."),
        (("A", "B"), "a carer.", "takes part in our projects “A”, “B” as a carer."),
        ((), "a carer", "takes part in our work as a carer."),
        (("A",), "", "takes part in our project “A”."),
        (("A", "B"), "", "takes part in our projects “A”, “B”."),
        ((), "", "takes part in our work."),
    ],
)
def test_it_says_in_what_and_as_what_somebody_takes_part(
    projects: tuple[str, ...], taking_part: str, words: str
) -> None:
    letter = a_letter(projects=projects, taking_part=taking_part)

    assert f"Małgorzata Zając {words}" in text_of(letter_paper(letter))


@pytest.mark.parametrize("capacity", Capacity)
def test_a_capacity_that_is_always_the_same_is_said_once(capacity: Capacity) -> None:
    letter = a_letter(work=(a_letter_work(capacity=capacity),) * 2, taking_part="")

    assert text_of(letter_paper(letter)).count("takes part as") == 1


def test_several_capacities_stand_with_the_work() -> None:
    work = (a_letter_work(), a_letter_work(capacity=Capacity.CARER))
    text = text_of(letter_paper(a_letter(work=work, taking_part="")))

    assert "takes part as" not in text
    assert "with lived experience" in text
    assert "as a carer" in text


@pytest.mark.parametrize(
    ("receipts", "words"),
    [
        (("R1", "R2"), "We hold a receipt for each expense."),
        (("R1", ""), "We hold a receipt for each expense that has a receipt number."),
        (("", ""), "not added them together. This letter"),
    ],
)
def test_it_claims_only_the_receipts_that_there_are(receipts: tuple[str, str], words: str) -> None:
    expenses = tuple(a_letter_expense(receipt=receipt) for receipt in receipts)

    assert words in text_of(letter_paper(a_letter(expenses=expenses)))


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({}, "You can check it with Grace Okafor by phone or email."),
        ({"contact_email": ""}, "You can check it with Grace Okafor by phone."),
        ({"contact_phone": ""}, "You can check it with Grace Okafor by email."),
        ({"contact_phone": "", "contact_email": ""}, "Grace Okafor at the address above."),
        ({"contact_phone": "", "contact_email": "", "address": ()}, "benefits. Yours faithfully"),
    ],
)
def test_it_says_how_it_can_be_checked(known: dict[str, str], words: str) -> None:
    assert words in text_of(letter_paper(a_letter(sender=a_sender(**known))))


def test_a_charity_without_a_number_claims_none() -> None:
    letter = a_letter(sender=a_sender(charity_number=""))

    assert "registered charity" not in text_of(letter_paper(letter))
