"""A locked PDF opens with its password alone; many PDFs become one for the printer."""

import io
from collections.abc import Iterable
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.documents import protection
from coprod_desktop.documents.protection import one_for_printing, protected
from coprod_desktop.documents.seal import new_seal_key, read_seal, seal


def a_pdf(pages: int, width: int = 200) -> bytes:
    """Make a PDF whose pages have a width of their own, to tell them apart."""
    written = io.BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page(page_size=(width, 300))
            pdf.pages[-1].StructParents = 0
        pdf.save(written)
    return written.getvalue()


def widths(pdf: bytes) -> list[int]:
    with pikepdf.open(io.BytesIO(pdf)) as whole:
        return [int(page.mediabox[2]) for page in whole.pages]


def joined(papers: Iterable[bytes], folder: Path) -> bytes:
    return one_for_printing(papers, folder, "For printing")


def test_it_opens_with_the_password_alone_and_stays_readable_by_screen_readers() -> None:
    locked = protected(a_pdf(2), "beans and peas")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(locked))
    with pikepdf.open(io.BytesIO(locked), password="beans and peas") as pdf:
        assert len(pdf.pages) == 2
        assert (pdf.encryption.R, pdf.encryption.bits) == (6, 256)
        assert pdf.encryption.stream_method.name == "aesv3"
        assert pdf.allow.accessibility
        assert pdf.allow.print_highres
        assert not pdf.allow.modify_other


def test_a_password_in_any_script_opens_it() -> None:
    locked = protected(a_pdf(1), "ŵy سلمى")
    with pikepdf.open(io.BytesIO(locked), password="ŵy سلمى") as pdf:
        assert len(pdf.pages) == 1


def test_a_locked_paper_is_sealed_as_it_is(tmp_path: Path) -> None:
    locked = protected(seal(a_pdf(1), new_seal_key()), "beans")
    whole = seal(locked, new_seal_key())
    assert read_seal(whole, tmp_path)


@given(st.lists(st.integers(1, 3), min_size=1, max_size=7))
def test_each_paper_begins_on_the_front_of_a_sheet(
    tmp_path_factory: pytest.TempPathFactory, counts: list[int]
) -> None:
    papers = [a_pdf(count, 200 + number) for number, count in enumerate(counts)]
    whole = widths(joined(papers, tmp_path_factory.mktemp("joined")))
    expected = [
        200 + number for number, count in enumerate(counts) for _ in range(count + count % 2)
    ]
    assert whole == expected


def test_more_papers_than_are_open_at_once_stay_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protection, "_AT_ONCE", 3)
    whole = joined((a_pdf(2, 200 + number) for number in range(8)), tmp_path)
    assert widths(whole) == [200 + number for number in range(8) for _ in range(2)]


def test_what_is_for_printing_has_a_name_and_no_half_tags(tmp_path: Path) -> None:
    whole = joined([a_pdf(1), a_pdf(2)], tmp_path)
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "For printing"
        assert "/StructTreeRoot" not in pdf.Root
        assert not any("/StructParents" in page for page in pdf.pages)


def test_the_same_papers_make_the_same_file(tmp_path_factory: pytest.TempPathFactory) -> None:
    one, other = (joined([a_pdf(1), a_pdf(2)], tmp_path_factory.mktemp("joined")) for _ in range(2))
    assert one == other
