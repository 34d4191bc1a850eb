"""The notes to people are the same bytes however many are made at once, and stop when asked to."""

import contextlib
from pathlib import Path

import pytest

from coprod_desktop.domain.errors import FileReadOnlyError
from coprod_desktop.domain.participants import Edition
from coprod_desktop.domain.run_papers import Remittance
from coprod_desktop.services.paper_making import PaperOrder, make
from coprod_desktop.services.paper_workers import FEW
from coprod_desktop.services.remittance_files import write_remittances
from tests.paper_builders import a_remittance


def notes(count: int) -> list[Remittance]:
    languages = ("en", "cy", "en+cy")
    return [
        a_remittance(
            name=f"Person {number}",
            edition=tuple(Edition)[number // 3 % len(Edition)],
            language=languages[number % len(languages)],
        )
        for number in range(count)
    ]


@pytest.mark.parametrize("count", [3, FEW + 10])
def test_every_note_is_written_in_order_with_the_bytes_that_it_has_alone(
    count: int, tmp_path: Path
) -> None:
    wanted = notes(count)
    written = list(write_remittances(wanted, count, lambda n, _one: tmp_path / f"{n}.pdf"))
    assert written == [tmp_path / f"{number}.pdf" for number in range(1, count + 1)]
    assert [path.read_bytes() for path in written] == [
        make(PaperOrder(content=one, edition=one.edition, language=one.language), {})
        for one in wanted
    ]


def test_few_are_written_one_by_one(tmp_path: Path) -> None:
    paths = write_remittances(notes(3), 3, lambda n, _one: tmp_path / f"{n}.pdf")
    with contextlib.closing(paths):
        assert next(paths) == tmp_path / "1.pdf"
        assert sorted(tmp_path.iterdir()) == [tmp_path / "1.pdf"]


def test_nothing_is_written_any_more_once_it_is_closed(tmp_path: Path) -> None:
    asked: list[Path] = []

    def place(number: int, _note: Remittance) -> Path:
        asked.append(tmp_path / f"{number}.pdf")
        return asked[-1]

    count = 400
    paths = write_remittances(notes(count), count, place)
    next(paths)
    paths.close()
    there = sorted(tmp_path.iterdir())
    assert len(asked) < count
    assert set(there) <= set(asked)


@pytest.mark.parametrize("count", [3, FEW + 10])
def test_a_note_that_cannot_be_written_is_told(count: int, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(FileReadOnlyError):
        list(write_remittances(notes(count), count, lambda n, _o: tmp_path / "file" / f"{n}.pdf"))
