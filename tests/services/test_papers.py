"""A seal proves that a paper is unchanged; whose it is, only the fingerprint tells."""

from pathlib import Path

import pytest

from coprod_desktop.documents.seal import new_seal_key, seal
from coprod_desktop.domain.errors import (
    FileMissingError,
    PaperChangedError,
    PaperNotSealedError,
    PaperUnreadableError,
)
from coprod_desktop.services.papers import seal_words, verify_paper
from tests.builders import WORKED_ON
from tests.services.world import World

PDF = b"%PDF-1.7\n% an invented paper\n%%EOF\n"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return tmp_path / "paper.pdf"


def test_an_issued_statement_has_the_fingerprint_of_its_file(
    file_world: World, tmp_path: Path
) -> None:
    office = file_world.office
    office.sessions.log(file_world.session(file_world.row(file_world.person())))
    (issued,) = office.statements.issue(WORKED_ON, WORKED_ON, out=tmp_path)
    assert issued.pdf is not None
    assert verify_paper(issued.pdf).fingerprint == office.papers.fingerprint()


def test_another_key_has_another_fingerprint(file_world: World, paper: Path) -> None:
    paper.write_bytes(seal(PDF, new_seal_key()))
    assert verify_paper(paper).fingerprint != file_world.office.papers.fingerprint()


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (seal(PDF, "5" * 64).replace(b"invented", b"imitated"), PaperChangedError),
        (seal(PDF, "5" * 64) + b"more", PaperChangedError),
        (PDF, PaperNotSealedError),
        (b"a letter", PaperUnreadableError),
    ],
)
def test_a_paper_that_is_not_as_it_was_sealed_is_refused(
    paper: Path, content: bytes, error: type[Exception]
) -> None:
    paper.write_bytes(content)
    with pytest.raises(error):
        verify_paper(paper)


def test_a_paper_that_is_not_there_is_refused(paper: Path) -> None:
    with pytest.raises(FileMissingError):
        verify_paper(paper)


def test_the_words_claim_no_more_than_a_seal_proves(paper: Path) -> None:
    paper.write_bytes(seal(PDF, "5" * 64))
    verified = verify_paper(paper)
    plain = " ".join(seal_words(verified))
    assert verified.fingerprint in plain
    assert "does not prove who sealed it" in plain
    assert "the paper that the charity issued" in " ".join(seal_words(verified, is_ours=True))
