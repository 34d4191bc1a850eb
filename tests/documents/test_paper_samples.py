"""Check every sample of a paper: what it says, how it is marked, and that everybody can read it."""

import functools
import shutil
import subprocess
from pathlib import Path

import pdfua
import pytest

from tests.golden import check_golden
from tests.paper_marks import aloud, text_fills
from tests.paper_reading import font_names, forbidden_words, smallest_text
from tests.paper_samples import SAMPLES

# The rule that asks for a claim of conformance; we make none before a person has checked.
CLAIM = "UA-28-004"
BLACK = ("0", "0", "0")
LEAST = {"clear": 12.0, "beside": 12.0, "large": 16.0, "easy-read": 16.0}


@functools.cache
def made(name: str) -> bytes:
    """Make a sample once for all its checks."""
    return SAMPLES[name]()


@pytest.mark.parametrize("name", SAMPLES)
def test_it_says_what_it_said_before(name: str) -> None:
    check_golden(name, made(name))


@pytest.mark.parametrize("name", SAMPLES)
def test_pdfua_finds_no_fault(name: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(made(name))

    report = pdfua.validate(str(path))
    assert [found.message for found in report.findings if found.rule_id != CLAIM] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_letters_are_black_embedded_and_large_enough(name: str) -> None:
    pdf = made(name)
    least = next(size for edition, size in LEAST.items() if f"-{edition}-" in name)
    fonts = font_names(pdf)

    assert text_fills(pdf) == {BLACK}
    assert smallest_text(pdf) >= least
    assert all(fonts.values())
    assert all("+AtkinsonHyperlegibleNext" in font or "+Noto" in font for font in fonts)


@pytest.mark.parametrize("name", SAMPLES)
def test_it_is_read_from_its_title_to_its_end(name: str) -> None:
    said = aloud(made(name))
    titles = [number for number, (tag, __) in enumerate(said) if tag == "H1"]
    headings = [number for number, (tag, __) in enumerate(said) if tag in ("H2", "H3")]

    assert titles
    assert titles[0] < min(headings, default=len(said))
    assert not any(text == "" for tag, text in said)


@pytest.mark.parametrize("name", SAMPLES)
def test_no_word_that_ranks_or_patronises_is_printed(name: str) -> None:
    said = " ".join(text for __, text in aloud(made(name)))

    assert forbidden_words(said) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_content_makes_the_same_bytes(name: str) -> None:
    assert SAMPLES[name]() == made(name)


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="needs poppler's pdfinfo")
def test_poppler_hears_the_words_at_the_ends_of_lines_apart(tmp_path: Path) -> None:
    file = tmp_path / "statement.pdf"
    file.write_bytes(SAMPLES["statement-typical-clear-en"]())
    heard = subprocess.run(["pdfinfo", "-struct-text", file], capture_output=True, check=True)
    words = heard.stdout.decode(errors="replace").replace("\u00a0", " ")

    assert "Planning meeting for the leaflet about leaving hospital" in words
    assert "£30.00 paid 17 July" in words
    assert "Phoned three women in the Arabic-speaking group" in words
