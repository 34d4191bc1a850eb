"""The log holds what happened, and nothing personal."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from coprod_desktop.logs import start_logging
from coprod_desktop.services.demo import build_demo


@pytest.fixture(autouse=True)
def _no_handler_left() -> Iterator[None]:
    root = logging.getLogger("coprod_desktop")
    before = list(root.handlers)
    yield
    for handler in set(root.handlers) - set(before):
        handler.close()
        root.removeHandler(handler)


def test_what_happens_is_written_to_the_folder(tmp_path: Path) -> None:
    start_logging(tmp_path / "logs")
    logging.getLogger("coprod_desktop.storage").warning("change 12 written")
    assert "change 12 written" in (tmp_path / "logs" / "coprod.log").read_text("utf-8")


def test_a_year_of_a_charity_leaves_no_name_and_no_account_in_the_log(tmp_path: Path) -> None:
    start_logging(tmp_path / "logs")
    logging.getLogger("coprod_desktop").setLevel(logging.DEBUG)
    logging.getLogger("coprod_desktop").info("the log is open")
    office = build_demo(str(tmp_path / "Demo.coprod"), "nothing here is real")
    people = office.participants.everybody()
    accounts = [office.bank_details.get(one.participant_id) for one in people]
    office.close()
    log = (tmp_path / "logs" / "coprod.log").read_text("utf-8")
    assert "the log is open" in log
    assert [one.name for one in people if one.name in log] == []
    assert [one for one in accounts if one is not None and one.account_number in log] == []
