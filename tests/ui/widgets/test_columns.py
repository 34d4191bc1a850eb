"""Rows that are already here come in pages like any others."""

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.ui.widgets.columns import Column, fixed_rows


@given(rows=st.lists(st.text(), unique=True, max_size=40), limit=st.integers(1, 15))
def test_fixed_rows_page_through_everything_once(rows: list[str], limit: int) -> None:
    source = fixed_rows(rows, key_of=lambda row: row)
    seen: list[str] = []
    after = None
    while page := source.fetch_page(after, limit):
        seen.extend(page)
        after = source.key_of(page[-1])
    assert seen == rows


def test_a_column_can_name_the_type_of_its_rows() -> None:
    column = Column[int](key="n", title="N", text=str)
    assert column.text(7) == "7"
