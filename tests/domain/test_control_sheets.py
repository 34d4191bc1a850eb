"""A control sheet's totals are those of its files, and it knows what nobody has checked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.control_sheets import ControlFile
from tests.run_paper_builders import a_control_file, a_control_sheet, an_account_notice

FILES = st.lists(
    st.builds(a_control_file, count=st.integers(0, 500), pence=st.integers(0, 10**9)), max_size=6
)


@given(FILES)
def test_totals_of_a_control_sheet_are_the_sums_of_its_files(files: list[ControlFile]) -> None:
    sheet = a_control_sheet(files=tuple(files))

    assert sheet.count == sum(file.count for file in files)
    assert sheet.pence == sum(file.pence for file in files)


@pytest.mark.parametrize(
    ("approvers", "is_one"),
    [
        (("Grace Okafor",), True),
        (("Piotr Zieliński",), False),
        (("Grace Okafor", "Piotr Zieliński"), False),
        ((), False),
    ],
)
def test_one_person_did_both_only_where_nobody_else_approved(
    approvers: tuple[str, ...], is_one: bool
) -> None:
    assert a_control_sheet(approvers=approvers).is_one_person is is_one


@pytest.mark.parametrize(("how", "is_checked"), [("Phoned", True), ("", False), (" \n", False)])
def test_an_account_is_checked_once_somebody_wrote_down_how(how: str, is_checked: bool) -> None:
    assert an_account_notice(how_checked=how).is_checked is is_checked
