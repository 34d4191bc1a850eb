"""Write issued statements as files: one each, or one for the printer, locked where asked for."""

import dataclasses
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from coprod_desktop.domain.issuing_errors import WebPageNotLockedError
from coprod_desktop.domain.participants import Edition
from coprod_desktop.domain.statements import Statement, StatementPaper
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.files import write_file
from coprod_desktop.services.organisation import organisation_of
from coprod_desktop.services.paper_making import PDF
from coprod_desktop.services.payment_files import file_name
from coprod_desktop.services.statement_issuing import Form, Kept
from coprod_desktop.storage.work import Reading


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """A statement that was issued, in which edition and language, and where its files are."""

    participant: str
    statement: Statement
    edition: Edition
    language: str
    pdf: Path | None
    html: Path | None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """Where the files go and in which form; without `out` none are written.

    `is_one_file` puts all PDFs into one for printing on both sides; its tags stay behind. With a
    `password` the files are locked; what is kept in the charity's own file is not.
    """

    out: Path | None = None
    is_one_file: bool = False
    password: str = ""

    def check(self, *, has_html: bool) -> None:
        """Refuse what cannot be done; raises WebPageNotLockedError."""
        if self.password and has_html:
            raise WebPageNotLockedError()


class StatementFiles:
    """Write the papers of statements that are kept, one after the other."""

    def __init__(self, desk: Desk, delivery: Delivery) -> None:
        self._desk, self._delivery = desk, delivery

    def write(self, kept: Sequence[Kept]) -> tuple[Issued, ...]:
        """Write the files and say where they are; raises FileReadOnlyError or DiskFullError."""
        out = self._delivery.out
        if out is None:
            return tuple(_issued(one, None, None) for one in kept)
        if self._delivery.is_one_file:
            whole = self._write_one(kept, out)
            return tuple(_issued(one, whole, self._write_html(one, out)) for one in kept)
        return tuple(_issued(one, *self._write_each(one, out)) for one in kept)

    def _write_each(self, kept: Kept, out: Path) -> tuple[Path, Path | None]:
        pdf = out / f"{_stem(kept)}.pdf"
        write_file(pdf, self._locked(self._paper(kept, kept.forms[0])))
        return pdf, self._write_html(kept, out)

    def _write_html(self, kept: Kept, out: Path) -> Path | None:
        pages = [form for form in kept.forms if form[0] != PDF]
        if not pages or self._delivery.password:
            return None
        html = out / f"{_stem(kept)}.html"
        write_file(html, self._paper(kept, pages[0]))
        return html

    def _write_one(self, kept: Sequence[Kept], out: Path) -> Path:
        from coprod_desktop.documents.protection import one_for_printing

        first, last = kept[0].statement.number, kept[-1].statement.number
        name = f"for-printing-{first}-to-{last}" if len(kept) > 1 else f"for-printing-{first}"
        path = out / f"{name}.pdf"
        with tempfile.TemporaryDirectory() as folder:
            whole = one_for_printing(self._papers(kept), Path(folder), name)
        write_file(path, self._locked(whole, is_new=True))
        return path

    def _papers(self, kept: Iterable[Kept]) -> Iterator[bytes]:
        for one in kept:
            yield self._paper(one, one.forms[0])

    def _paper(self, kept: Kept, form: Form) -> bytes:
        with self._desk.reading() as reading:
            return archived(reading, kept.statement.statement_id, form)

    def _locked(self, pdf: bytes, *, is_new: bool = False) -> bytes:
        """Lock a paper where asked for, and seal what is new about it."""
        password = self._delivery.password
        if password:
            from coprod_desktop.documents.protection import protected

            pdf = protected(pdf, password)
        if not password and not is_new:
            return pdf
        from coprod_desktop.documents.seal import seal

        with self._desk.reading() as reading:
            return seal(pdf, organisation_of(reading).seal_key)


def archived(reading: Reading, statement_id: int, form: Form) -> bytes:
    """Return one paper of a statement as it is kept in the file."""
    media_type, edition, language = form
    found = reading.find(
        StatementPaper,
        statement_id=statement_id,
        media_type=media_type,
        edition=edition,
        language=language,
    )
    return found[0].content


def _stem(kept: Kept) -> str:
    return f"{kept.statement.number}-{file_name(kept.printed_name)}"


def _issued(kept: Kept, pdf: Path | None, html: Path | None) -> Issued:
    _media_type, edition, language = kept.forms[0]
    return Issued(
        participant=kept.participant,
        statement=kept.statement,
        edition=edition,
        language=language,
        pdf=pdf,
        html=html,
    )
