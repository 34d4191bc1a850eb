"""Test that a slip says what was promised and leaves the choice to the person."""

from pathlib import Path

import pytest

from coprod_desktop.documents.paper import Blank, Ticks
from coprod_desktop.documents.papers.claim_slip import claim_slip_easy_read, claim_slip_paper
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.session_papers import SessionOffer
from tests.other_paper_builders import a_claim_slip, a_sender
from tests.other_paper_checks import check_sample, text_of
from tests.other_paper_samples import OTHER_SAMPLES, samples_of
from tests.paper_reading import page_texts


@pytest.mark.parametrize("name", samples_of("claim-slip"))
def test_every_slip_is_as_it_was_and_can_be_read_by_all(name: str, tmp_path: Path) -> None:
    check_sample(name, tmp_path)


def test_in_clear_print_it_is_one_page() -> None:
    assert len(page_texts(OTHER_SAMPLES["claim-slip-typical-clear-en"]())) == 1


def test_the_rate_that_was_promised_stands_with_the_choices() -> None:
    paper = claim_slip_paper(a_claim_slip())
    ticks = [part for part in paper.parts if isinstance(part, Ticks)]

    assert "We offer you £30.00: 2 hours at £15.00 an hour. Tick one box." in text_of(paper)
    assert ticks[0].texts == (
        "I would like all of it.",
        "I would like part of it. This much:",
        "I would like a voucher instead.",
        "I would like no payment.",
        "I will decide later.",
    )
    assert ticks[0].blanks == (None, "£", None, None, None)
    assert "You do not need to say why." in text_of(paper)


def test_a_charity_without_vouchers_offers_none() -> None:
    slip = a_claim_slip(ways=(PaidBy.BANK, PaidBy.CHEQUE))

    assert "voucher" not in text_of(claim_slip_paper(slip))
    assert "By cheque." in text_of(claim_slip_paper(slip))


@pytest.mark.parametrize("word", [claim_slip_paper, claim_slip_easy_read])
def test_where_there_is_one_way_of_paying_nobody_is_asked(word: object) -> None:
    assert callable(word)

    assert "How shall we pay you?" not in text_of(word(a_claim_slip(ways=(PaidBy.CASH,))))


@pytest.mark.parametrize("word", [claim_slip_paper, claim_slip_easy_read])
def test_an_unpaid_session_is_said_so_and_has_no_boxes_for_payment(word: object) -> None:
    assert callable(word)
    text = text_of(word(a_claim_slip(offer=SessionOffer())))

    assert "There is no payment for this session." in text
    assert "I would like all of it." not in text


def test_the_name_is_there_already_or_is_written_in() -> None:
    salma = claim_slip_paper(a_claim_slip(name="Salma", name_in_script="سلمى"))
    blank = claim_slip_paper(a_claim_slip(name=""))

    assert salma.parts[1] == Blank(label="Your name", filled="Salma سلمى")
    assert blank.parts[1] == Blank(label="Your name")


def test_help_is_one_telephone_call_away() -> None:
    slip = a_claim_slip(sender=a_sender(contact_phone=""))

    assert "or phone 01632 960 011." in text_of(claim_slip_paper(a_claim_slip()))
    assert "Ask Grace Okafor today." in text_of(claim_slip_paper(slip))
    assert "Phone" not in text_of(claim_slip_easy_read(slip))


@pytest.mark.parametrize(
    ("offer", "words"),
    [
        (SessionOffer(offered_pence=3000), "We offer you this money: £30.00 Please"),
        (SessionOffer(offered_pence=3000, minutes=60), "£30.00 It is for 1 hour of work. Please"),
    ],
)
def test_easy_read_says_what_the_money_is_for(offer: SessionOffer, words: str) -> None:
    assert words in text_of(claim_slip_easy_read(a_claim_slip(offer=offer)))
