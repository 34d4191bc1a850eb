"""Check what every paper beside the statement must be, whatever it says."""

import dataclasses
from pathlib import Path

import pdfua

from tests.golden import check_golden
from tests.other_paper_samples import OTHER_SAMPLES
from tests.paper_marks import text_fills
from tests.paper_reading import (
    font_names,
    forbidden_words,
    paper_text,
    sentences_over,
    smallest_text,
)

_BLACK = {("0", "0", "0")}
_CLAIM = "UA-28-004"  # it asks for a claim that we do not make


def check_sample(name: str, folder: Path) -> None:
    """Assert that a sample says what it said, in black letters that anybody can print and hear."""
    pdf = OTHER_SAMPLES[name]()
    check_golden(name, pdf)
    assert pdf == OTHER_SAMPLES[name]()
    assert all(font_names(pdf).values())
    assert text_fills(pdf) <= _BLACK
    assert not forbidden_words(paper_text(pdf))
    if "-large-" in name:
        assert smallest_text(pdf) >= 16
    if "-easy-read-" in name:
        assert smallest_text(pdf) >= 16
        assert sentences_over(pdf, 15) == []
    (folder / "paper.pdf").write_bytes(pdf)
    report = pdfua.validate(str(folder / "paper.pdf"))
    assert [found.message for found in report.findings if found.rule_id != _CLAIM] == []


def words_of(part: object) -> list[str]:
    """Return every text of a paper or of a part of one, in the order in which it is set."""
    if isinstance(part, str):
        return [part] if part else []
    if isinstance(part, tuple):
        return [text for one in part for text in words_of(one)]
    if dataclasses.is_dataclass(part):
        names = [field.name for field in dataclasses.fields(part) if field.name != "picture"]
        fields = [getattr(part, name) for name in names]
        return [text for one in fields for text in words_of(one)]
    return []


def text_of(part: object) -> str:
    """Return all the words of a paper with ordinary spaces, one text after the other."""
    return " ".join(words_of(part)).replace("\N{NO-BREAK SPACE}", " ")
