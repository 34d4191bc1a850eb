"""The sums on paper are those of the file: a short form of `tests.campaigns.paper_totals`."""

from pathlib import Path

from tests.campaigns.paper_totals import hours, run


def test_totals_on_paper_are_those_of_the_totals_service(tmp_path: Path) -> None:
    assert run(120, 3, tmp_path) >= 3


def test_time_is_looked_for_as_papers_write_it() -> None:
    assert hours(61) == "1 hour 1 minute"
    assert hours(120) == "2 hours"
    assert hours(60_005) == "1,000 hours 5 minutes"
