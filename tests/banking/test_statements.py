"""Any file is either read or refused by a reason that has words; nothing else ever comes out."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_desktop.banking import statements
from coprod_desktop.banking.statements import LARGEST_BYTES, read_statement
from coprod_desktop.domain.bank_statement_errors import StatementUnreadableError
from coprod_desktop.domain.bank_statements import BankStatement, CsvMapping
from coprod_desktop.domain.errors import DomainError, SpreadsheetTooLargeError
from coprod_desktop.domain.settling import Awaited, match_payments
from coprod_desktop.services.sentences import sentence

DATA = Path(__file__).parent / "data"
FILES = sorted(path for path in DATA.iterdir() if path.suffix in (".csv", ".ofx", ".xml"))
CONTENTS = [path.read_bytes() for path in FILES]
MAPPINGS = st.none() | st.builds(
    CsvMapping,
    day=st.sampled_from(["Date", "1", "2", ""]),
    amount=st.sampled_from(["Value", "3", "Amount", ""]),
    payee=st.sampled_from(["", "2"]),
)


def read_or_refused(content: bytes, mapping: CsvMapping | None = None) -> BankStatement | None:
    """Read a file; any refusal must have words, and what was read must be whole."""
    refusal: DomainError | None = None
    try:
        statement = read_statement(content, "bank", mapping)
    except DomainError as error:
        refusal = error
    if refusal is not None:
        assert sentence(refusal).endswith(".")
        return None
    assert statement.lines
    assert all(line.pence for line in statement.lines)
    assert all(statement.from_on <= line.on <= statement.to_on for line in statement.lines)
    assert len({line.line_key for line in statement.lines}) == len(statement.lines)
    return statement


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_is_known_by_what_it_holds_and_not_by_its_name(path: Path) -> None:
    mapping = CsvMapping(day="1", payee="2", amount="3") if path.stem == "hsbc" else None
    statement = read_statement(path.read_bytes(), "download", mapping)
    assert {-2500, 2500} <= {line.pence for line in statement.lines}
    again = read_statement(b"\xef\xbb\xbf" + path.read_bytes(), "download", mapping)
    assert again == statement


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_same_file_read_again_is_seen_before(path: Path) -> None:
    mapping = CsvMapping(day="1", payee="2", amount="3") if path.stem == "hsbc" else None
    first = read_statement(path.read_bytes(), "one", mapping).lines
    again = read_statement(path.read_bytes(), "two", mapping).lines
    found = match_payments([], [], again, [line.line_key for line in first])
    assert len(found.seen_before) == len(first)
    assert found.unmatched_lines == ()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_from_any_file_it_is_seen_who_was_paid_and_whose_money_came_back(path: Path) -> None:
    mapping = CsvMapping(day="1", payee="2", amount="3") if path.stem == "hsbc" else None
    aisha = Awaited(
        payment_id=1,
        run_number=7,
        name="Aisha Rahman",
        account_name="",
        reference="Pay run 7",
        pence=2500,
        pay_on=datetime.date(2026, 11, 13),
    )
    sian = replace(aisha, payment_id=2, name="Siân O'Brien", pence=3250)
    found = match_payments([aisha, sian], [], read_statement(path.read_bytes(), "x", mapping).lines)
    has_both = path.stem != "camt053-08"
    assert {one.payment.payment_id for one in found.paid} == ({1, 2} if has_both else {1})
    # A line that does not say in a word that money came back is asked about.
    asked = [one.payment_id for doubt in found.unclear for one in doubt.payments]
    assert [*(one.payment.payment_id for one in found.returned), *asked] == [1]


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n1,2,3",
        b"PK\x03\x04 1,2,3",
        b"\xd0\xcf\x11\xe0 1,2",
        b"<!doctype html><html><body>Date,Amount</body></html>",
        b"",
        b"\0\0\0\0",
    ],
)
def test_other_files_are_refused(content: bytes) -> None:
    with pytest.raises(StatementUnreadableError):
        read_statement(content, "bank.csv")


def test_a_file_that_is_too_large_is_refused_before_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(statements, "LARGEST_BYTES", 10)
    with pytest.raises(SpreadsheetTooLargeError) as raised:
        read_statement(b"x" * 11, "bank.csv")
    assert raised.value.facts["size_bytes"] == 11
    assert LARGEST_BYTES >= 10_000 * 1500  # ten thousand payments told one by one


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), MAPPINGS)
def test_any_bytes_are_read_or_refused(content: bytes, mapping: CsvMapping | None) -> None:
    read_or_refused(content, mapping)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), MAPPINGS, st.sampled_from(["utf-8", "utf-16"]))
def test_any_text_is_read_or_refused(text: str, mapping: CsvMapping | None, how: str) -> None:
    read_or_refused(text.encode(how, "replace"), mapping)


@settings(max_examples=250, deadline=None)
@given(st.data())
def test_a_cut_or_flipped_file_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(CONTENTS)))
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=4)):
        content[place] = data.draw(st.integers(0, 255))
    kept = data.draw(st.integers(0, len(content)) | st.just(len(content)))
    read_or_refused(bytes(content[:kept]), data.draw(MAPPINGS))


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_a_cut_file_of_tags_is_never_read_as_a_shorter_one(data: st.DataObject) -> None:
    tagged = [one for one, path in zip(CONTENTS, FILES, strict=True) if path.suffix != ".csv"]
    content = data.draw(st.sampled_from(tagged))
    kept = data.draw(st.integers(0, len(content.rstrip()) - 1))
    assert read_or_refused(content[:kept]) is None
