"""Lock a PDF with a password, and put many PDFs into one for the printer."""

import contextlib
import io
import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path

import pikepdf

_AT_ONCE = 40
"""So many files are open at the same time; Windows allows a program 512."""
_MAY = pikepdf.Permissions(
    accessibility=True,
    extract=True,
    print_lowres=True,
    print_highres=True,
    modify_annotation=False,
    modify_assembly=False,
    modify_form=False,
    modify_other=False,
)


def protected(pdf: bytes, password: str) -> bytes:
    """Return the PDF locked with a password by AES-256 (PDF 2.0, revision 6).

    Who has the password may read, print and copy, with a screen reader too. Each locking makes
    other bytes, as it must.
    """
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as paper:
        lock = pikepdf.Encryption(owner=password, user=password, R=6, allow=_MAY)
        paper.save(written, encryption=lock)
    return written.getvalue()


def one_for_printing(papers: Iterable[bytes], folder: Path, title: str) -> bytes:
    """Put papers into one PDF that is printed on both sides, each paper on a sheet of its own.

    A blank page follows a paper with an odd number of pages. The tags stay behind, so it is for
    printing only. `folder` is empty and takes what does not fit into memory.
    """
    parts = []
    for number, some in enumerate(_some_at_a_time(papers)):
        parts.append(_joined(some, folder / f"part-{number}.pdf", is_whole=False))
    made = _joined(parts, folder / "all.pdf", is_whole=True, title=title)
    return made.read_bytes()


def _some_at_a_time(papers: Iterable[bytes]) -> Iterator[list[bytes]]:
    rest = iter(papers)
    while some := list(itertools.islice(rest, _AT_ONCE)):
        yield some


def _joined(papers: Iterable[bytes | Path], path: Path, *, is_whole: bool, title: str = "") -> Path:
    with contextlib.ExitStack() as opened:
        whole = opened.enter_context(pikepdf.new())
        for one in papers:
            source = io.BytesIO(one) if isinstance(one, bytes) else one
            paper = opened.enter_context(pikepdf.open(source))
            for page in paper.pages:
                whole.pages.append(page)
                if "/StructParents" in whole.pages[-1]:
                    del whole.pages[-1].StructParents
            if not is_whole and len(paper.pages) % 2:
                _, _, width, height = (float(edge) for edge in paper.pages[-1].mediabox)
                whole.add_blank_page(page_size=(width, height))
        if is_whole:
            whole.docinfo["/Title"] = pikepdf.String(title)
        whole.save(path, deterministic_id=True, compress_streams=True)
    return path
