"""Test that a new statement says in plain words what is not as it was."""

import datetime

import pytest

from coprod_desktop.documents.papers.statement_changes import replaced_because
from coprod_desktop.domain.statement_differences import Difference, Differs
from coprod_desktop.i18n import speaking
from tests.builders import a_statement_content

DAY = datetime.date(2026, 11, 3)


def said(*changes: Difference) -> list[str]:
    content = a_statement_content(replaces_number="7", changes=changes)
    return [text.replace("\u00a0", " ") for text in replaced_because(content)]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            Difference(
                kind=Differs.HOURS, on=DAY, what="A {talk}", before_minutes=60, after_minutes=90
            ),
            "A {talk}, 3 November 2026: 1 hour 30 minutes now, 1 hour before.",
        ),
        (
            Difference(kind=Differs.WORK_ADDED, on=DAY, what="A talk", after_minutes=45),
            "Added: A talk, 3 November 2026, 45 minutes.",
        ),
        (
            Difference(kind=Differs.PAID, on=DAY, what="A talk", after_pence=3000, paid_on=DAY),
            "A talk, 3 November 2026: £30.00 paid on 3 November 2026.",
        ),
        (
            Difference(kind=Differs.PAID, on=DAY, what="A talk", after_pence=None),
            "A talk, 3 November 2026: the money came back, so it is to be paid again.",
        ),
    ],
)
def test_a_change_has_its_sentence(change: Difference, expected: str) -> None:
    assert said(change) == [expected]


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("kind", list(Differs))
def test_every_kind_of_change_has_words(kind: Differs, language: str) -> None:
    with speaking(language):
        (sentence,) = said(Difference(kind=kind, on=DAY, what="A talk"))

    assert sentence.endswith(".")
    assert "{" not in sentence


def test_many_changes_are_counted_after_the_first_five() -> None:
    many = [Difference(kind=Differs.SKILLS)] * 7

    assert said(*many)[-1] == "2 more changes."
    assert len(said(*many)) == 6
