"""Lists show names and sums, and nothing about anybody's bank account."""

import dataclasses
import inspect

import pytest

from coprod_desktop.domain import summaries

SUMMARIES = [
    one for one in vars(summaries).values() if one.__class__ is type and inspect.isclass(one)
]


def fields_of(summary: type) -> dict[str, object]:
    return {field.name: field.type for field in dataclasses.fields(summary)}


@pytest.mark.parametrize("summary", SUMMARIES)
def test_no_list_shows_where_money_goes_or_what_help_somebody_needs(summary: type) -> None:
    private = {"sort_code", "account_number", "account_name", "access_needs", "wishes", "address"}
    assert not private & fields_of(summary).keys()


@pytest.mark.parametrize("summary", SUMMARIES)
def test_money_and_time_are_whole_numbers(summary: type) -> None:
    counted = {n: t for n, t in fields_of(summary).items() if "pence" in n or "minutes" in n}
    assert set(counted.values()) <= {int}
