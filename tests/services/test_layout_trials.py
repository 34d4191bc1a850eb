"""A layout is tried on invented payments before anybody relies on it."""

import pytest

from coprod_desktop.domain.errors import PayeeNameUnwritableError, PaymentTooLargeError
from coprod_desktop.services.bank_layouts import CSV_LAYOUTS, layout_template, layout_text
from coprod_desktop.services.layout_trials import try_layout
from tests.builders import TODAY


@pytest.mark.parametrize("name", CSV_LAYOUTS)
def test_every_layout_to_copy_writes_the_invented_payments(name: str) -> None:
    trial = try_layout(layout_text(name), TODAY)
    assert trial.problems == ()
    assert trial.refusal is None
    (file,) = trial.files
    assert all(number in file.text for number in ("00124417", "00000938", "09876543"))


def test_the_template_shows_what_it_writes_otherwise() -> None:
    trial = try_layout(layout_template(), TODAY)
    (file,) = trial.files
    assert file.extension == "csv"
    assert file.text.splitlines()[1] == "Sian OBrien,00-14-62,00124417,34.50,17/11/2026,PAY RUN 31"
    assert ("Siân O'Brien", "Sian OBrien") in [(one.was, one.now) for one in trial.changes]


def test_every_mistake_is_told_and_then_there_is_no_file() -> None:
    text = layout_template().replace("quoting", "quotin").replace('"sort_code"', '"sort_cod"')
    trial = try_layout(text, TODAY)
    assert len({one.line for one in trial.problems}) >= 2
    assert trial.files == ()


def test_payments_that_cannot_be_written_so_are_refused_with_the_reason() -> None:
    text = layout_template().replace('"£1,000,000"', '"£100"')
    assert isinstance(try_layout(text, TODAY).refusal, PaymentTooLargeError)
    text = layout_template().replace("A-Z a-z 0-9 . & / -", "X 0-9")
    assert isinstance(try_layout(text, TODAY).refusal, PayeeNameUnwritableError)


def test_a_file_for_each_few_payments_where_the_bank_takes_only_so_many() -> None:
    text = layout_template().replace("most_payments = 1000", "most_payments = 2")
    assert len(try_layout(text, TODAY).files) == 2
