"""Invented papers show what papers can say, of a person called Example."""

import dataclasses
import datetime
from collections.abc import Iterator

import pytest

from coprod_desktop.domain.papers import Sender
from coprod_desktop.domain.participants import Capacity, PaidBy
from coprod_desktop.domain.session_papers import ClaimSlipContent
from coprod_desktop.services.example_papers import ExamplePapers

TODAY = datetime.date(2026, 11, 17)
SENDER = Sender(organisation="Rivermead Together", contact_phone="01632 960 011")


@pytest.fixture
def papers() -> ExamplePapers:
    return ExamplePapers(SENDER, TODAY)


def all_of(papers: ExamplePapers) -> Iterator[object]:
    yield from papers.letters()
    yield from papers.what_i_did()
    yield from papers.certificates()
    yield from papers.corrections()
    yield from papers.checks()
    yield from papers.remittances()
    yield from papers.claim_slips()
    yield from papers.attendance_sheets()
    yield from papers.cash_sheets()


def texts(one: object) -> Iterator[str]:
    if isinstance(one, str):
        yield one
    elif isinstance(one, tuple):
        for part in one:
            yield from texts(part)
    elif dataclasses.is_dataclass(one):
        for field in dataclasses.fields(one):
            yield from texts(getattr(one, field.name))


def test_every_paper_says_example_and_is_of_the_charity(papers: ExamplePapers) -> None:
    for paper in all_of(papers):
        said = set(texts(paper))
        is_blank = isinstance(paper, ClaimSlipContent) and not paper.name
        assert is_blank or "Example Person" in said, paper
        assert "Rivermead Together" in said, paper


def test_letters_and_notes_show_every_capacity_and_every_way_of_paying(
    papers: ExamplePapers,
) -> None:
    letters = list(papers.letters())
    assert {work.capacity for one in letters for work in one.work} == set(Capacity)
    ways = {paid.paid_how for one in letters for work in one.work for paid in work.payments}
    assert ways >= set(PaidBy)
    assert {one.method for one in papers.remittances()} == set(PaidBy)
    assert any(one.has_weeks and one.period_day for one in letters)
    assert not letters[-1].work


def test_sessions_are_paid_by_the_hour_at_once_or_not(papers: ExamplePapers) -> None:
    sheets = papers.attendance_sheets()
    offers = [(one.offer.offered_pence, one.offer.rate_pence) for one in sheets]
    assert offers == [(3000, 1500), (3000, 0), (3000, 0), (0, 0)]
