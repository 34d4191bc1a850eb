"""Papers are numbered through the year, and their pictures and receipts are found again."""

import datetime
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from coprod_desktop.domain.errors import NotFoundError
from coprod_desktop.domain.issued_papers import IssuedPaper
from coprod_desktop.domain.paper_style import PaperStyle
from coprod_desktop.domain.participants import Edition
from coprod_desktop.storage import issued
from tests.builders import TINY_PNG
from tests.output_builders import an_issued_paper
from tests.services.world import World

PERIOD = (datetime.date(2026, 10, 1), datetime.date(2026, 12, 31))
LARGER = TINY_PNG + b"\0"


@pytest.fixture
def file_world(tmp_path: Path) -> Iterator[World]:
    """Open a small charity in a file."""
    made = World.make(str(tmp_path / "Rivermead.coprod"))
    yield made
    made.office.close()


def kept(world: World, *papers: IssuedPaper) -> None:
    person = world.office.participants.everybody()
    person_id = person[0].participant_id if person else world.person().participant_id
    with world.office.desk.transaction("make ready") as work:
        for one in papers:
            work.add(replace(one, participant_id=person_id, activity_id=None))


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((), 1),
        (("L-2026-0001", "L-2026-0007"), 8),
        (("L-2026-9999", "L-2026-10000"), 10_001),
        (("L-2025-0004", "K-2026-0009", "LX-2026-0005"), 1),
    ],
)
def test_the_next_number_follows_the_last_of_the_letter_and_year(
    file_world: World, numbers: tuple[str, ...], expected: int
) -> None:
    kept(file_world, *(an_issued_paper(number=number) for number in numbers))
    with file_world.office.desk.reading() as reading:
        assert issued.next_number(reading, "L", 2026) == expected


def test_a_paper_is_found_by_its_number_however_it_is_typed(file_world: World) -> None:
    paper = an_issued_paper(number="Q-2026-0003")
    kept(file_world, paper)
    with file_world.office.desk.reading() as reading:
        found = issued.numbered(reading, " q-2026-0003 ")
        assert found.issued_paper_id == paper.issued_paper_id
        with pytest.raises(NotFoundError):
            issued.numbered(reading, "Q-2026-0004")


def test_the_same_paper_is_of_the_same_days_edition_and_language(file_world: World) -> None:
    one = an_issued_paper(number="L-2026-0001")
    other = replace(
        one, issued_paper_id=one.issued_paper_id + 1, number="L-2026-0002", edition=Edition.LARGE
    )
    kept(file_world, one, other)
    with file_world.office.desk.reading() as reading:
        first = reading.get(IssuedPaper, one.issued_paper_id)
        assert issued.same_paper(reading, first) == (first,)
        assert issued.same_paper(reading, replace(first, language="cy")) == ()


def test_a_picture_is_found_after_it_was_changed(file_world: World) -> None:
    world = file_world
    style = PaperStyle(
        paper_style_id=world.office.desk.new_id(),
        organisation_id=world.office.organisation.get().organisation_id,
        logo=TINY_PNG,
        signature=LARGER,
    )
    with world.office.desk.transaction("make ready") as work:
        work.add(style)
    with world.office.desk.transaction("change it") as work:
        work.update(replace(style, logo=b""))
    with world.office.desk.reading() as reading:
        for one in (TINY_PNG, LARGER):
            assert issued.picture(reading, hashlib.sha256(one).hexdigest()) == one
        assert issued.picture(reading, "0" * 64) == b""


def test_receipts_are_counted_as_they_came_in(file_world: World, tmp_path: Path) -> None:
    world, slip = file_world, tmp_path / "slip.png"
    slip.write_bytes(TINY_PNG)
    person, other = world.person(), world.person("Bronwen Pugh")
    items = []
    for who in (person, other, person):
        (item,) = world.office.expenses.items(world.claim(who).expense_claim_id)
        world.office.expenses.attach_receipt(item.expense_item_id, slip)
        items.append(item.expense_item_id)
    world.office.expenses.attach_receipt(items[0], slip)  # a second page of the first
    with world.office.desk.reading() as reading:
        mine = issued.receipt_numbers(reading, person.participant_id)
        assert mine == {items[0]: "R1", items[2]: "R2"}
        assert issued.receipt_numbers(reading, other.participant_id) == {items[1]: "R1"}


def test_the_forms_of_a_statement_are_those_that_are_archived(file_world: World) -> None:
    world = file_world
    world.log(world.person(wants_web_page=True, language="cy"))
    (one,) = world.office.statements.issue(*PERIOD)
    with world.office.desk.reading() as reading:
        forms = issued.forms_of(reading, one.statement.statement_id)
        assert forms == {
            ("application/pdf", "standard", "cy"),
            ("text/html", "standard", "cy"),
        }
        assert issued.forms_of(reading, 1) == frozenset()
