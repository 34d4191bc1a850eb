"""Test that two people can see from the control sheet that a bank file is the right one."""

import datetime

import hypothesis
import pytest
from hypothesis import strategies as some

from coprod_desktop.documents.control_sheet import control_sheet_pdf
from coprod_desktop.documents.finance import PORTRAIT
from coprod_desktop.domain.control_sheets import AccountNotice, ControlFile, NameSent, WayNotice
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import PaidBy
from tests.paper_reading import (
    amounts,
    font_names,
    forbidden_words,
    lowest_line,
    page_texts,
    paper_text,
)
from tests.run_paper_builders import a_control_file, a_control_sheet, an_account_notice

CODE = " ".join(["01234567", "89abcdef"] * 4)
some_files = some.lists(
    some.builds(a_control_file, count=some.integers(0, 9999), pence=some.integers(0, 10**9)),
    min_size=2,
    max_size=6,
)


def text_of(**override: object) -> str:
    return paper_text(control_sheet_pdf(a_control_sheet(**override)))


@hypothesis.settings(max_examples=10)
@hypothesis.given(some_files)
def test_each_file_and_all_of_them_have_count_total_and_check_code(
    files: list[ControlFile],
) -> None:
    text = text_of(files=tuple(files))

    for file in files:
        pounds = format_pounds(file.pence).replace("£", "")
        assert f"run-007.csv {CODE} {file.count:,} {pounds}" in text
    pence = sum(file.pence for file in files)
    pounds = format_pounds(pence).replace("£", "")
    assert f"All {len(files)} files {sum(file.count for file in files):,} {pounds}" in text
    assert set(amounts(text)) == {pence}


def test_an_ordinary_sheet_is_one_page_that_says_from_where_and_when() -> None:
    (text,) = page_texts(control_sheet_pdf(a_control_sheet()))

    assert "Pay from the account ending 4417" in text
    assert "Send to the bank on Tuesday 17 November 2026" in text
    assert "The money should arrive on Tuesday 10 November 2026" in text
    assert "NatWest Bankline (check against your bank’s guide)" in text
    assert "£214.45" in text
    assert "All 1 files" not in text


def test_it_warns_of_excel() -> None:
    assert "Do not open this file in Excel: it takes the noughts off sort codes." in text_of()
    assert "Do not open these files in Excel" in text_of(files=(a_control_file(),) * 2)


def test_a_name_in_other_letters_stands_beside_what_the_bank_gets() -> None:
    assert "Name on the account As the bank gets it Siân O'Brien SIAN OBRIEN" in text_of()
    assert "As the bank gets it" not in text_of(names=())


@pytest.mark.parametrize(
    ("override", "words"),
    [
        (
            {},
            "Aisha Rahman changed, ends 9152, before 4567 Phoned on the number we had before "
            "(Piotr Zieliński, 17 November 2026)",
        ),
        ({"previous_ending": ""}, "Aisha Rahman new, ends 9152 Phoned"),
        ({"checked_on": None}, "before (Piotr Zieliński)"),
        ({"checked_by": ""}, "the number we had before Names"),
        ({"holder": "Łucja Rahman"}, "Aisha Rahman paid to Łucja Rahman changed"),
        ({"how_checked": ""}, "Not checked yet. Please check it before you send the file."),
    ],
)
def test_a_new_or_changed_account_stands_with_how_it_was_checked(
    override: dict[str, object], words: str
) -> None:
    assert words in text_of(accounts=(an_account_notice(**override),))


def test_it_says_since_which_run_accounts_changed_and_where_none_did() -> None:
    none = text_of(accounts=())

    assert "New and changed accounts since pay run 6 There are none." in none
    assert "since pay run" not in text_of(since_number=None)


def test_whoever_is_paid_in_another_way_stands_with_both_ways() -> None:
    both = WayNotice(name="Aisha Rahman", was=(PaidBy.BANK, PaidBy.VOUCHER), now=PaidBy.CASH)
    assert "The last time Now Aisha Rahman Bank and Voucher Cash" in text_of(ways=(both,))
    assert "another way" not in text_of()


def test_without_an_account_to_pay_from_it_says_what_to_do() -> None:
    text = text_of(account_ending="")
    assert "Pay from the account" not in text
    assert "No account to pay from is kept here yet." in text
    assert "No account to pay from" not in text_of()


def test_everybody_who_approved_is_named() -> None:
    text = text_of(approvers=("Piotr Zieliński", "Dr Fatima Rahmani"))

    assert "Prepared by Grace Okafor Approved by Piotr Zieliński" in text
    assert "Second approval Dr Fatima Rahmani" in text
    assert "Nobody has approved it yet. Please send nothing to the bank." in text_of(approvers=())


def test_the_trustees_note_says_whether_one_person_did_both() -> None:
    note = "Agreed on 1 May."

    assert f"One person did both, as the trustees allow {note}" in text_of(
        approvers=("Grace Okafor",), four_eyes_note=note
    )
    assert f"The trustees let one person do both {note}" in text_of(four_eyes_note=note)


def test_after_sending_there_is_something_to_tick_and_to_sign() -> None:
    text = text_of()

    assert "Once the bank has it The bank shows 6 payments and £214.45 in all." in text
    assert "The file was sent once. Sent to the bank by Signature Date" in text


def test_the_longest_texts_stay_on_their_page() -> None:
    name = "Anna-Maria " * 8 + "Xy"
    pdf = control_sheet_pdf(
        a_control_sheet(
            files=tuple(a_control_file(name="x" * 200) for __ in range(12)),
            accounts=(an_account_notice(name=name, holder="N" * 200, how_checked="word " * 99),)
            * 9,
            names=(NameSent(name=name, as_sent="N" * 200),) * 40,
            four_eyes_note="word " * 799,
        )
    )

    assert lowest_line(pdf) >= PORTRAIT.size[1] - PORTRAIT.bottom


def test_every_font_is_embedded_and_the_same_sheet_makes_the_same_bytes() -> None:
    arabic = AccountNotice(name="سلمى أحمد", ending="0001", checked_on=datetime.date(2026, 1, 1))
    sheet = a_control_sheet(accounts=(arabic,))

    assert all(font_names(control_sheet_pdf(sheet)).values())
    assert control_sheet_pdf(sheet) == control_sheet_pdf(sheet)


def test_it_says_nothing_that_no_paper_says() -> None:
    assert not forbidden_words(text_of())
