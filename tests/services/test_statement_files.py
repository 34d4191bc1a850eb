"""Issued statements are written as asked for, and what is kept in the file stays as it was."""

import datetime
import io
from pathlib import Path

import pikepdf
import pytest

from coprod_desktop.domain.errors import FileReadOnlyError
from coprod_desktop.domain.issuing_errors import WebPageNotLockedError
from coprod_desktop.domain.statements import Statement, StatementPaper
from coprod_desktop.services.papers import verify_paper
from coprod_desktop.services.statement_files import Delivery
from coprod_desktop.services.statements import Wishes
from tests.paper_reading import page_texts
from tests.services.world import World

PERIOD = (datetime.date(2026, 10, 1), datetime.date(2026, 12, 31))
PASSWORD = "beans and peas"


@pytest.fixture
def two(file_world: World) -> World:
    for name in ("Aisha Rahman", "Bronwen Pugh"):
        file_world.log(file_world.person(name))
    return file_world


def test_locked_files_open_with_the_password_and_the_kept_ones_without(
    two: World, tmp_path: Path
) -> None:
    issued = two.office.statements.issue(*PERIOD, out=tmp_path, password=PASSWORD)
    for one in issued:
        assert one.pdf
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(one.pdf)
        assert verify_paper(one.pdf).fingerprint == two.office.papers.fingerprint()
        kept = two.office.statements.paper(one.statement.statement_id)
        with (
            pikepdf.open(io.BytesIO(kept)) as plain,
            pikepdf.open(one.pdf, password=PASSWORD) as pdf,
        ):
            assert len(plain.pages) == len(pdf.pages)
            assert "/StructTreeRoot" in pdf.Root


def test_one_file_begins_each_statement_on_the_front_of_a_sheet(two: World, tmp_path: Path) -> None:
    issued = two.office.statements.issue(*PERIOD, out=tmp_path, is_one_file=True)
    path = tmp_path / "for-printing-S-2026-0001-to-S-2026-0002.pdf"
    assert {one.pdf for one in issued} == {path}
    assert [found.name for found in tmp_path.glob("*.pdf")] == [path.name]
    texts = page_texts(path.read_bytes())
    assert len(texts) % 2 == 0
    firsts = [at for at, text in enumerate(texts) if "You did" in text]
    assert len(firsts) == 2
    assert not any(at % 2 for at in firsts)
    assert verify_paper(path)


def test_one_file_can_be_locked_too(two: World, tmp_path: Path) -> None:
    (one, _other) = two.office.statements.issue(
        *PERIOD, out=tmp_path, is_one_file=True, password=PASSWORD
    )
    assert one.pdf
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(one.pdf)


def test_one_person_alone_names_the_file(two: World, tmp_path: Path) -> None:
    ids = [two.office.participants.named("Bronwen Pugh").participant_id]
    (one,) = two.office.statements.issue(
        *PERIOD, participant_ids=ids, out=tmp_path, is_one_file=True
    )
    assert one.pdf == tmp_path / "for-printing-S-2026-0001.pdf"


def test_a_web_page_is_never_written_beside_a_locked_paper(two: World, tmp_path: Path) -> None:
    with two.refused(WebPageNotLockedError):
        two.office.statements.issue(
            *PERIOD, wishes=Wishes(has_html=True), out=tmp_path, password=PASSWORD
        )
    person = two.person("Ceri Walsh", wants_web_page=True)
    two.log(person)
    ids = [person.participant_id]
    (one,) = two.office.statements.issue(
        *PERIOD, participant_ids=ids, out=tmp_path, password=PASSWORD
    )
    assert one.html is None
    assert (
        len(two.records(StatementPaper)[StatementPaper]) == 2
    )  # kept it is, in the charity's file
    (again,) = two.office.statements.issue(*PERIOD, participant_ids=ids, out=tmp_path)
    assert again.html
    assert again.html.exists()


def test_without_a_folder_nothing_is_written(two: World, tmp_path: Path) -> None:
    issued = two.office.statements.issue(*PERIOD, is_one_file=True)
    assert {one.pdf for one in issued} == {None}


def test_where_one_file_cannot_be_written_the_statements_stand(two: World, tmp_path: Path) -> None:
    in_the_way = tmp_path / "out"
    in_the_way.write_text("A file stands where the folder should be.")
    with pytest.raises(FileReadOnlyError):
        two.office.statements.issue(*PERIOD, out=in_the_way, is_one_file=True)
    assert len(two.records(Statement)[Statement]) == 2


def test_a_delivery_knows_what_cannot_be_locked() -> None:
    Delivery(password=PASSWORD).check(has_html=False)
    Delivery().check(has_html=True)
    with pytest.raises(WebPageNotLockedError):
        Delivery(password=PASSWORD).check(has_html=True)
