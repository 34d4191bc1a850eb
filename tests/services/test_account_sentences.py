"""What is known about an account is said in whole sentences, and no more than is known."""

import pytest

from coprod_desktop.domain.account_checks import AccountCheck
from coprod_desktop.domain.errors import AccountUncheckedError, CheckedBySameError
from coprod_desktop.services.account_sentences import ACCOUNT_SENTENCES, answer_sentence
from coprod_desktop.services.sentences import sentence

KEPT = ("001462", "01234567")


def test_each_answer_reads_otherwise() -> None:
    told = {answer_sentence(found, has_table=True, typed=KEPT, kept=KEPT) for found in AccountCheck}
    told.add(
        answer_sentence(AccountCheck.CANNOT_BE_CHECKED, has_table=False, typed=KEPT, kept=KEPT)
    )
    assert len(told) == 4
    assert all(words.endswith(".") and "01234567" not in words for words in told)


@pytest.mark.parametrize("typed", [("00-14-62", "0123 4567"), ("00 14 62", "٠١٢٣٤٥٦٧")])
def test_spaces_and_dashes_do_not_matter(typed: tuple[str, str]) -> None:
    plain = answer_sentence(AccountCheck.VALID, has_table=True, typed=KEPT, kept=KEPT)
    assert answer_sentence(AccountCheck.VALID, has_table=True, typed=typed, kept=KEPT) == plain


def test_digits_that_were_put_in_are_said() -> None:
    words = answer_sentence(
        AccountCheck.VALID, has_table=True, typed=("001462", "1234567"), kept=KEPT
    )
    assert words.startswith("In full this is 00-14-62, account 01234567.")


def test_those_who_wait_are_named() -> None:
    words = sentence(AccountUncheckedError(names=("Aisha Rahman", "Tom Brennan")))
    assert "Aisha Rahman, Tom Brennan" in words
    assert ACCOUNT_SENTENCES.keys() == {AccountUncheckedError, CheckedBySameError}
