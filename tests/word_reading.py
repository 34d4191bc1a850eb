"""Read a file of a word processor back, for tests."""

import io
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from lxml import etree

from coprod_desktop.documents.editions.word_file import word_file
from coprod_desktop.documents.paper import Text
from tests.edition_papers import a_paper

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(content: bytes) -> Document:
    """Open a file as python-docx does."""
    return docx.Document(io.BytesIO(content))


def an_empty_file() -> Document:
    """Make a file that has our styles and no words."""
    file = opened(word_file([a_paper(parts=(Text(text="Nothing yet"),))]))
    body = file.element.body
    for each in file.paragraphs:
        body.remove(each._p)
    return file


def headings(file: Document) -> list[tuple[str, str]]:
    """Return each heading's style and words."""
    return [
        (str(each.style.name), each.text)
        for each in file.paragraphs
        if each.style and str(each.style.name).startswith("Heading")
    ]


def words(file: Document) -> str:
    """Return all words of the body in reading order, with single spaces."""
    said = (str(each.text or "") for each in file.element.body.iter(f"{W}t", f"{W}tab", f"{W}p"))
    return " ".join(" ".join(said).split())


def part(content: bytes, name: str) -> etree._Element:
    """Return one part of the packed file as XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return etree.fromstring(packed.read(name))


def saved_by_libreoffice(content: bytes, folder: Path, form: str) -> bytes:
    """Let LibreOffice open a file and save it as "docx" or "pdf"."""
    if not any(Path("/usr/lib/libreoffice/program").glob("libswlo.so")) or not _office():
        message = "LibreOffice is not installed: apt-get install libreoffice-writer-nogui"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    path = folder / "paper.docx"
    path.write_bytes(content)
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless",
         "--convert-to", form, "--outdir", str(folder / "again"), str(path)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return (folder / "again" / f"paper.{form}").read_bytes()


def _office() -> bool:
    return shutil.which("soffice") is not None
