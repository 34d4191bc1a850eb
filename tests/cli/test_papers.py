"""A sealed paper is known as it was issued; a changed one is not."""

from pathlib import Path

import pytest

from tests.cli.runner import Coprod


@pytest.fixture
def paper(coprod: Coprod, full: Path, tmp_path: Path) -> Path:
    """Issue a statement."""
    told = coprod.told(
        "statements", full, "--from", "2026-10-01", "--to", "2026-11-30", "--out", tmp_path / "out",
        "--participant", "Aisha Rahman",
    )  # fmt: skip
    return Path(told["issued"][0]["pdf"])


def test_a_paper_as_it_was_issued_is_genuine(
    coprod: Coprod, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COPROD_PASSPHRASE")
    told = coprod.told("verify", paper)
    assert list(told) == ["paper", "is_genuine", "fingerprint", "is_ours"]
    assert (told["is_genuine"], told["is_ours"]) == (True, None)
    assert len(told["fingerprint"].split()) == 4
    assert "That alone does not prove who sealed it." in coprod("verify", paper).out


def test_the_file_that_issued_it_says_so(coprod: Coprod, full: Path, paper: Path) -> None:
    assert coprod.told("verify", paper, "--file", full)["is_ours"] is True
    assert "the paper that the charity issued" in coprod("verify", paper, "--file", full).out


def test_another_charity_says_that_it_is_not_theirs(
    coprod: Coprod, empty: Path, paper: Path
) -> None:
    assert "with another key" in coprod.refused("verify", paper, "--file", empty)


def test_a_changed_paper_is_refused(coprod: Coprod, paper: Path) -> None:
    content = paper.read_bytes()
    paper.write_bytes(content[:200] + b"x" + content[201:])
    assert "was changed after it was sealed" in coprod.refused("verify", paper)


def test_a_file_without_a_seal_is_refused(coprod: Coprod, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"%PDF-1.7\n%%EOF\n")
    assert "carries no seal" in coprod.refused("verify", path)
    path.write_bytes(b"a letter")
    assert "is not a PDF" in coprod.refused("verify", path)
    assert "is not there" in coprod.refused("verify", tmp_path / "gone.pdf")
