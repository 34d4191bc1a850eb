"""An account is paid into once somebody stands for it, whatever its record says."""

import dataclasses

import pytest

from coprod_desktop.services.run_accounts import is_unchecked
from coprod_desktop.storage.owed import LastAccount
from tests.builders import NOW, a_bank_details

SAME = LastAccount(participant_id=1, sort_code="001462", account_number="01234567", number=3)
OTHER = dataclasses.replace(SAME, account_number="76543210")


@pytest.mark.parametrize(
    ("last", "previous", "is_checked", "waits"),
    [
        (None, "", False, False),
        (SAME, "", False, False),
        (OTHER, "", False, True),
        (OTHER, "", True, False),
        (OTHER, "3210", False, True),
        (OTHER, "3210", True, False),
        (None, "3210", False, True),
    ],
)
def test_another_account_than_the_last_one_waits_for_its_check(
    last: LastAccount | None, previous: str, is_checked: bool, waits: bool
) -> None:
    details = a_bank_details(previous_ending=previous, checked_at=NOW if is_checked else None)
    assert is_unchecked(details, last) is waits
