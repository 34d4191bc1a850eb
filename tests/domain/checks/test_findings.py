"""A finding that somebody set aside with a note stays aside until its facts change."""

import pytest

from coprod_desktop.domain.checks import CheckKind, clean_dismissal, still_open
from coprod_desktop.domain.checks.findings import fingerprint_of
from coprod_desktop.domain.errors import ReasonMissingError, TextTooLongError
from tests.check_builders import a_dismissal, a_finding


def test_a_finding_is_open_until_it_is_dismissed() -> None:
    found = a_finding()
    assert still_open([found], []) == (found,)
    aside = a_dismissal(kind=found.kind, fingerprint=found.fingerprint)
    assert still_open([found], [aside]) == ()


def test_other_facts_or_another_check_open_it_again() -> None:
    aside = a_dismissal(kind=CheckKind.FUTURE, fingerprint=a_finding().fingerprint)
    moved = a_finding(fingerprint=fingerprint_of(CheckKind.FUTURE, 7, "2026-12-02"))
    other = a_finding(kind=CheckKind.OVERLAP)
    assert still_open([moved, other], [aside]) == (moved, other)


def test_one_dismissal_is_enough_for_all_rows_that_a_finding_concerns() -> None:
    first, second = a_finding(subject_id=7), a_finding(subject_id=8)
    aside = a_dismissal(kind=first.kind, subject_id=7, fingerprint=first.fingerprint)
    assert still_open([first, second], [aside]) == ()


def test_facts_are_not_mixed_up_where_they_touch() -> None:
    kind = CheckKind.LOW_FEE
    assert fingerprint_of(kind, 1, 23) != fingerprint_of(kind, 12, 3)
    assert fingerprint_of(kind, 1) != fingerprint_of(CheckKind.BUDGET, 1)


def test_a_dismissal_needs_a_note() -> None:
    with pytest.raises(ReasonMissingError):
        clean_dismissal(a_dismissal(note=" \n "))
    with pytest.raises(TextTooLongError):
        clean_dismissal(a_dismissal(note="so " * 2_000))
    assert clean_dismissal(a_dismissal(note=" Came late. \n")).note == "Came late."
