"""What a bank reads is never altered for spreadsheets: no sign is put before a name or a figure."""

import csv
import io

from hypothesis import example, given
from hypothesis import strategies as st

from coprod_desktop.banking.layout_reading import read_layout
from coprod_desktop.banking.payment_csv import payment_files
from coprod_desktop.domain.formula_text import for_people
from coprod_desktop.services.bank_layouts import CSV_LAYOUTS, layout_text
from tests.banking.orders import a_payment, an_order

# A layout of the charity's own may allow every sign that begins a formula.
OWN = """
[layout]
name = "Ours"
[file]
letters = "A-Z a-z 0-9 = + @ - . '"
quoting = "always"
[payment]
columns = ["account_name", "reference", "sort_code", "account_number", "pounds"]
"""


@given(sign=st.sampled_from("=+-@"), rest=st.from_regex(r"[A-Z][A-Za-z0-9]{0,10}", fullmatch=True))
@example(sign="=", rest="SUM1")
def test_a_bank_gets_no_apostrophe_where_people_get_one(sign: str, rest: str) -> None:
    name = sign + rest
    (file,) = payment_files(read_layout(OWN), an_order(a_payment(name, reference=name)))
    (row,) = csv.reader(io.StringIO(file.content.decode(), newline=""))
    # The letters of the layout may drop the sign; nothing is ever put before the name.
    assert row[0] in (name, rest)
    assert row[1] in (name, rest)
    assert row[2:4] == ["001462", "00124417"]
    assert for_people(name) == "'" + name


@given(
    name=st.builds("{}A{}".format, st.sampled_from(["=", "+", "-", "@", "\t"]), st.text("AZ09 ")),
    layout=st.sampled_from(CSV_LAYOUTS),
)
def test_no_layout_that_comes_with_the_program_adds_a_sign(name: str, layout: str) -> None:
    files = payment_files(read_layout(layout_text(layout)), an_order(a_payment(name)))
    content = b"".join(file.content for file in files)
    assert b"'" not in content
    assert b"00124417" in content
