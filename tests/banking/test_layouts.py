"""A layout knows what it needs of the charity."""

from coprod_desktop.banking.layout_reading import read_layout
from coprod_desktop.banking.layouts import DATES, NUMBERS, OF_A_PAYMENT, SORT_CODES, TEXTS, Source

PLAIN = """
[layout]
name = "Ours"
[payment]
columns = ["sort_code", "account_number", "pounds"]
"""


def test_a_plain_list_needs_nothing_of_the_charity() -> None:
    layout = read_layout(PLAIN)
    assert not layout.needs_paying_account
    assert not layout.needs_bacs_number
    assert layout.sources == {Source.SORT_CODE, Source.ACCOUNT_NUMBER, Source.POUNDS}


def test_rows_above_and_below_count_for_what_is_needed() -> None:
    above = read_layout(PLAIN + '[[header]]\ncolumns = ["paying_name"]\n')
    below = read_layout(PLAIN + '[[trailer]]\ncolumns = ["bacs_number"]\n')
    assert above.needs_paying_account
    assert not above.needs_bacs_number
    assert below.needs_bacs_number


def test_every_kind_of_value_names_values_that_there_are() -> None:
    kinds = (DATES, NUMBERS, SORT_CODES, TEXTS)
    assert sum(map(len, kinds)) == len(frozenset.union(*kinds))
    assert OF_A_PAYMENT < set(Source)
