"""No account that was changed is taken for checked until somebody else has said how."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.bank_details import (
    check_may_check,
    checked,
    is_same_account,
    masked_number,
    masked_sort_code,
    recorded,
)
from coprod_desktop.domain.errors import (
    CheckedBySameError,
    NameMissingError,
    ReasonMissingError,
    WrongStateError,
)
from coprod_desktop.domain.participants import BankDetails, PayeeCheck
from tests.builders import NOW, a_bank_details

LATER = NOW + datetime.timedelta(days=1)
HOW = "Phoned the number we already had"
GRACE, IDRIS, NIA = 1, 2, 3


def saved(known: BankDetails | None, by: int = GRACE, **fields: object) -> BankDetails:
    new = replace(known or a_bank_details(), **fields)  # type: ignore[arg-type]  # as a builder
    return recorded(known, new, changed_by_id=by, changed_at=NOW)


def test_the_first_account_of_a_person_waits_for_nothing() -> None:
    first = saved(None)
    assert not first.waits_for_check
    assert (first.previous_ending, first.changed_by_id, first.changed_at) == ("", GRACE, NOW)


@pytest.mark.parametrize("fields", [{"sort_code": "200915"}, {"account_number": "76543210"}])
def test_another_sort_code_or_number_waits_for_a_check(fields: dict[str, str]) -> None:
    changed = saved(saved(None), IDRIS, **fields)
    assert changed.waits_for_check
    assert (changed.previous_ending, changed.changed_by_id) == ("4567", IDRIS)


def test_a_change_leaves_nothing_of_the_check_before() -> None:
    first = checked(
        saved(None), HOW, checked_by_id=IDRIS, checked_at=NOW, payee_check=PayeeCheck.MATCH
    )
    changed = saved(first, account_number="76543210")
    assert (changed.how_checked, changed.checked_at, changed.checked_by_id) == ("", None, None)
    assert changed.payee_check is PayeeCheck.NOT_ASKED
    assert changed.bank_details_id == first.bank_details_id


def test_what_the_caller_says_about_change_and_check_is_not_believed() -> None:
    forged = {
        "account_number": "76543210",
        "previous_ending": "",
        "changed_by_id": NIA,
        "how_checked": HOW,
        "checked_at": NOW,
        "checked_by_id": IDRIS,
        "payee_check": PayeeCheck.MATCH,
    }
    changed = saved(saved(None), **forged)  # type: ignore[arg-type]  # as a builder
    assert changed.waits_for_check
    assert (changed.changed_by_id, changed.how_checked) == (GRACE, "")
    assert changed.payee_check is PayeeCheck.NOT_ASKED


def test_a_corrected_name_keeps_the_check_and_who_changed_the_account() -> None:
    changed = saved(saved(None), GRACE, account_number="76543210")
    corrected = saved(changed, IDRIS, account_name="MS A RAHMAN")
    assert corrected.waits_for_check
    with pytest.raises(CheckedBySameError):
        check_may_check(corrected, GRACE, can_check_own=False)
    done = checked(corrected, HOW, checked_by_id=IDRIS, checked_at=LATER)
    again = saved(done, GRACE, account_name="MISS AISHA RAHMAN")
    assert not again.waits_for_check
    assert (again.how_checked, again.checked_by_id, again.account_name) == (
        HOW,
        IDRIS,
        "MISS AISHA RAHMAN",
    )


def test_the_answer_of_the_bank_belongs_to_a_name_and_an_account() -> None:
    first = recorded(
        None,
        a_bank_details(),
        changed_by_id=GRACE,
        changed_at=NOW,
        payee_check=PayeeCheck.CLOSE,
    )
    assert first.payee_check is PayeeCheck.CLOSE
    assert saved(first).payee_check is PayeeCheck.CLOSE
    assert saved(first, account_name="MS A RAHMAN").payee_check is PayeeCheck.NOT_ASKED


def test_a_second_change_before_the_check_names_the_account_that_was_paid() -> None:
    twice = saved(saved(saved(None), account_number="11111111"), account_number="22222222")
    assert twice.previous_ending == "4567"


def test_going_back_to_the_account_before_waits_as_well() -> None:
    first = saved(None)
    away = saved(first, account_number="11111111")
    assert saved(away, account_number=first.account_number).waits_for_check


def test_an_account_of_somebody_else_says_whose() -> None:
    theirs = saved(None, is_third_party=True, holder="Rahim Rahman")
    assert (theirs.is_third_party, theirs.holder) == (True, "Rahim Rahman")
    assert saved(theirs, is_third_party=False).holder == ""
    with pytest.raises(NameMissingError):
        saved(None, is_third_party=True, holder="")


def test_a_check_needs_words_another_person_and_something_to_check() -> None:
    changed = saved(saved(None), account_number="76543210")
    with pytest.raises(ReasonMissingError):
        checked(changed, "  ", checked_by_id=IDRIS, checked_at=LATER)
    with pytest.raises(CheckedBySameError):
        checked(changed, HOW, checked_by_id=GRACE, checked_at=LATER)
    alone = checked(changed, HOW, checked_by_id=GRACE, checked_at=LATER, can_check_own=True)
    assert alone.checked_by_id == GRACE
    done = checked(changed, HOW, checked_by_id=IDRIS, checked_at=LATER)
    assert not done.waits_for_check
    with pytest.raises(WrongStateError):
        checked(done, HOW, checked_by_id=NIA, checked_at=LATER)


def test_a_check_keeps_the_answer_of_the_bank_unless_it_brings_another() -> None:
    first = replace(saved(None), payee_check=PayeeCheck.CLOSE)
    told = {"checked_by_id": IDRIS, "checked_at": LATER}
    assert checked(first, HOW, **told).payee_check is PayeeCheck.CLOSE  # type: ignore[arg-type]
    asked = checked(first, HOW, payee_check=PayeeCheck.MATCH, **told)  # type: ignore[arg-type]
    assert asked.payee_check is PayeeCheck.MATCH


def test_accounts_are_the_same_whatever_the_names() -> None:
    one = a_bank_details()
    assert is_same_account(one, a_bank_details(account_name="ANOTHER"))
    assert not is_same_account(one, replace(one, sort_code="200915"))
    assert not is_same_account(one, replace(one, account_number="76543210"))


@given(number=st.from_regex(r"[0-9]{8}", fullmatch=True))
def test_a_masked_account_shows_its_last_four_digits_only(number: str) -> None:
    assert masked_number(number) == f"•• {number[-4:]}"
    assert not any(letter.isdigit() for letter in masked_sort_code())


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["save", "rename", "check"]),
        st.sampled_from([GRACE, IDRIS, NIA]),
        st.sampled_from(["11111111", "22222222", "33333333"]),
    ),
    max_size=12,
)


@given(steps=STEPS)
def test_no_order_of_steps_leaves_a_changed_account_unflagged(
    steps: list[tuple[str, int, str]],
) -> None:
    now = saved(None, account_number="11111111")
    number, changer, is_flagged = "11111111", GRACE, False
    for step, operator, typed in steps:
        if step == "save":
            now = saved(now, operator, account_number=typed)
            if typed != number:
                number, changer, is_flagged = typed, operator, True
        elif step == "rename":
            now = saved(now, operator, account_name=f"MISS {typed}")
        else:
            try:
                now = checked(now, HOW, checked_by_id=operator, checked_at=LATER)
            except (CheckedBySameError, WrongStateError):
                continue
            assert operator != changer
            is_flagged = False
        assert now.waits_for_check is is_flagged
        assert now.account_number == number
