"""What a file says otherwise than the charity does is kept, once, for somebody to look at."""

import pytest

from coprod_desktop.banking.bank_texts import BankTexts
from coprod_desktop.banking.letters import BACS
from coprod_desktop.domain.errors import PayeeNameUnwritableError, PayingAccountMissingError
from coprod_desktop.domain.payment_orders import PayingAccount, SentField, TextChange
from tests.banking.orders import OWN, a_payment

LONG = "Aelwen " + "Llanfair" * 25


def test_a_long_name_is_cut_and_the_cut_is_told_once() -> None:
    texts = BankTexts(BACS, 31)
    one = a_payment(LONG)
    assert texts.account_name(one, 18) == texts.account_name(one, 18) == "AELWEN LLANFAIRLLA"
    assert texts.changes == (
        TextChange(payment_id=41, field=SentField.ACCOUNT_NAME, was=LONG, now="AELWEN LLANFAIRLLA"),
    )


def test_capitals_and_doubled_spaces_are_no_change() -> None:
    texts = BankTexts(BACS, 31)
    assert texts.account_name(a_payment("Joy  Adeyemi"), None) == "JOY ADEYEMI"
    assert texts.changes == ()


def test_a_cut_leaves_no_space_at_the_end() -> None:
    assert BankTexts(BACS, 31).account_name(a_payment("Joy Adeyemi"), 4) == "JOY"


@pytest.mark.parametrize("name", ["محمد", "李小龙 2", "", "=+-@", "   "])
def test_a_name_of_which_no_letter_can_be_written_is_refused_and_named(name: str) -> None:
    with pytest.raises(PayeeNameUnwritableError) as raised:
        BankTexts(BACS, 31).account_name(a_payment(name), 18)
    assert raised.value.facts == {"name": name}


def test_a_name_of_digits_alone_is_a_name() -> None:
    assert BankTexts(BACS, 31).account_name(a_payment("4040"), 18) == "4040"


@pytest.mark.parametrize(
    ("reference", "sent"),
    [
        ("Common Table, pay run 31", "COMMON TABLE PAY R"),
        ("", "PAY RUN 31"),
        ("ميزانية", "PAY RUN 31"),
        ('"=+', "PAY RUN 31"),
    ],
)
def test_a_reference_is_cleaned_and_never_empty(reference: str, sent: str) -> None:
    texts = BankTexts(BACS, 31)
    assert texts.reference(a_payment(reference=reference), None) == sent
    (change,) = texts.changes
    assert (change.field, change.was, change.now) == (SentField.REFERENCE, reference, sent)


def test_the_charity_s_own_name_is_cut_too_and_an_unwritable_one_refused() -> None:
    texts = BankTexts(BACS, 31)
    long_name = PayingAccount(
        account_name="Rivermead Together Trust", sort_code="011000", account_number="01806542"
    )
    assert texts.paying_name(OWN, 18) == "RIVERMEAD TOGETHER"
    assert texts.paying_name(long_name, 18) == "RIVERMEAD TOGETHER"
    assert [change.payment_id for change in texts.changes] == [None]
    nameless = PayingAccount(account_name="", sort_code="011000", account_number="01806542")
    with pytest.raises(PayingAccountMissingError):
        texts.paying_name(nameless, 18)
