"""Test that cash handed over at a session is signed for, and counted before and after."""

from pathlib import Path

import pytest

from coprod_desktop.documents.papers.session_cash_sheet import session_cash_sheet_pdf
from coprod_desktop.domain.errors import NegativeMoneyError
from coprod_desktop.domain.session_papers import SessionPerson
from tests.other_paper_builders import a_session_cash
from tests.other_paper_checks import check_sample
from tests.other_paper_samples import OTHER_SAMPLES, samples_of
from tests.paper_reading import page_texts

REQUEST = "Cover the other rows when you hand this sheet to someone."


@pytest.mark.parametrize("name", samples_of("session-cash-sheet"))
def test_every_sheet_is_as_it_was_and_can_be_read_by_all(name: str, tmp_path: Path) -> None:
    check_sample(name, tmp_path)


def test_it_says_what_was_promised_and_leaves_room_for_what_was_handed_over() -> None:
    signed, to_the_bank = page_texts(session_cash_sheet_pdf(a_session_cash()))

    assert "Fatima Rahmani 30.00" in signed
    assert "Salma Al-Haddad" in signed
    assert "5 people 120.00" in signed
    assert "Cash taken along 200.00" in signed
    assert REQUEST in signed
    assert "£20 note 4 80.00" in to_the_bank
    assert "£5 note 5 25.00" in to_the_bank
    assert "1p coin – –" in to_the_bank
    assert "All the cash 13 145.00" in to_the_bank


def test_the_page_for_the_bank_names_nobody() -> None:
    *__, to_the_bank = page_texts(session_cash_sheet_pdf(a_session_cash()))

    assert "Rahmani" not in to_the_bank
    assert "£5.00 each for expenses" in to_the_bank


def test_cash_that_nobody_has_drawn_yet_has_a_box() -> None:
    signed, to_the_bank = page_texts(
        session_cash_sheet_pdf(a_session_cash(float_pence=0, fares_pence=0))
    )

    assert "Cash taken along, £" in signed
    assert "each person can be handed the exact sum" in to_the_bank


def test_forty_people_have_the_request_and_the_headings_on_every_page_they_sign() -> None:
    *signed, to_the_bank = page_texts(OTHER_SAMPLES["session-cash-sheet-forty-people-clear-en"]())

    assert len(signed) > 1
    assert all(REQUEST in page and "Handed over" in page for page in signed)
    assert "counted by" in signed[-1]
    assert REQUEST not in to_the_bank


def test_cash_below_nothing_is_refused() -> None:
    people = (SessionPerson(name="Amina Yusuf", payment_pence=-500),)

    with pytest.raises(NegativeMoneyError):
        session_cash_sheet_pdf(a_session_cash(people=people))
