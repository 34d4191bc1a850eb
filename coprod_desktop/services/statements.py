"""Issue statements: gather what a person did, set the paper, number it and keep it."""

import dataclasses
import datetime
import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from coprod_desktop.domain.errors import NothingToStateError, check_period
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.statements import Statement, StatementContent, StatementPaper
from coprod_desktop.domain.summaries import StatementSummary
from coprod_desktop.domain.text import fold
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.files import write_file
from coprod_desktop.services.payment_files import file_name
from coprod_desktop.services.statement_contents import (
    StatementContents,
    as_issued,
    fingerprint,
)
from coprod_desktop.storage import statements
from coprod_desktop.storage.work import Reading, Work


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """A statement that was issued, and where its files are."""

    participant: str
    statement: Statement
    pdf: Path | None
    html: Path | None


class StatementService:
    """The verbs about statements."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def list(self, from_on: datetime.date, to_on: datetime.date) -> tuple[StatementSummary, ...]:
        """Return everybody with work or expenses in a period, with their standing statement."""
        check_period(from_on, to_on)
        with self._desk.reading() as reading:
            contents = self._contents(reading, from_on, to_on)
            ids = statements.people_of_period(reading, from_on, to_on)
            people = sorted(reading.among(Participant, ids), key=lambda p: fold(p.name))
            return tuple(_summary(reading, contents, one, from_on, to_on) for one in people)

    def _contents(
        self, reading: Reading, from_on: datetime.date, to_on: datetime.date
    ) -> StatementContents:
        return StatementContents(reading, from_on, to_on, self._desk.today())

    def content(
        self, participant_id: int, from_on: datetime.date, to_on: datetime.date
    ) -> StatementContent:
        """Return what a person's statement would say now; nothing is saved."""
        check_period(from_on, to_on)
        with self._desk.reading() as reading:
            person = reading.get(Participant, participant_id)
            return self._contents(reading, from_on, to_on).of(person)

    def preview(self, participant_id: int, from_on: datetime.date, to_on: datetime.date) -> bytes:
        """Return the PDF that would be issued now; nothing is saved."""
        from coprod_desktop.documents.statement import statement_pdf

        return statement_pdf(self.content(participant_id, from_on, to_on))

    def paper(self, statement_id: int) -> bytes:
        """Return the PDF of an issued statement exactly as it was handed out.

        Raises NotFoundError.
        """
        with self._desk.reading() as reading:
            reading.get(Statement, statement_id)
            return _paper(reading, statement_id)

    def issue(
        self,
        from_on: datetime.date,
        to_on: datetime.date,
        *,
        participant_ids: Sequence[int] | None = None,
        out: Path | None = None,
        has_html: bool = False,
        progressed: Callable[[int, int], None] = lambda _done, _all: None,
    ) -> tuple[Issued, ...]:
        """Issue the statements of a period, for everybody or for some; all or none are issued.

        One that says the same as the standing statement is not numbered anew. A changed one
        replaces it and says so. Files are written once the statements are kept, so that no paper
        can be handed out whose number the file does not know; where writing them fails, issuing
        again writes the same papers. Raises NothingToStateError, PeriodBackwardsError,
        LetterMissingError, FileReadOnlyError or DiskFullError.
        """
        check_period(from_on, to_on)
        with self._desk.transaction("issue statements") as work:
            ids = statements.people_of_period(work, from_on, to_on)
            wanted = set(ids if participant_ids is None else participant_ids)
            people = work.among(Participant, wanted & set(ids))
            if not people:
                raise NothingToStateError(from_on=from_on, to_on=to_on)
            contents = self._contents(work, from_on, to_on)
            kept = []
            for done, person in enumerate(sorted(people, key=lambda p: fold(p.name)), 1):
                kept.append((person, *self._issue_one(work, contents, person)))
                progressed(done, len(people))
        return tuple(self._written(*one, out, has_html) for one in kept)

    def _issue_one(
        self, work: Work, contents: StatementContents, person: Participant
    ) -> tuple[Statement, StatementContent]:
        draft = contents.of(person)
        known = statements.standing(work, person.participant_id, draft.from_on, draft.to_on)
        digest = fingerprint(draft)
        if known is not None and known.content_sha256 == digest:
            before = work.get(Statement, known.replaces_id).number if known.replaces_id else ""
            return known, as_issued(draft, known.number, known.issued_on, before)
        year = draft.issued_on.year
        number = f"S-{year}-{statements.next_number(work, year):04d}"
        content = as_issued(draft, number, draft.issued_on, known.number if known else "")
        statement = self._statement(person, content, digest, known)
        work.add(statement, self._sealed(statement, content, contents.seal_key))
        if known is not None:
            work.update(dataclasses.replace(known, is_replaced=True))
        return statement, content

    def _sealed(
        self, statement: Statement, content: StatementContent, seal_key: str
    ) -> StatementPaper:
        from coprod_desktop.documents.seal import seal
        from coprod_desktop.documents.statement import statement_pdf

        paper = seal(statement_pdf(content), seal_key)
        return StatementPaper(
            statement_paper_id=self._desk.new_id(),
            statement_id=statement.statement_id,
            media_type="application/pdf",
            sha256=hashlib.sha256(paper).hexdigest(),
            content=paper,
        )

    def _statement(
        self, person: Participant, content: StatementContent, digest: str, known: Statement | None
    ) -> Statement:
        return Statement(
            statement_id=self._desk.new_id(),
            number=content.number,
            participant_id=person.participant_id,
            from_on=content.from_on,
            to_on=content.to_on,
            issued_on=content.issued_on,
            minutes_paid=content.minutes_paid,
            minutes_unpaid=content.minutes_unpaid,
            payments_pence=content.payments_pence,
            reimbursements_pence=content.reimbursements_pence,
            value_pence=content.value_pence,
            content_sha256=digest,
            replaces_id=known.statement_id if known else None,
        )

    def _written(
        self,
        person: Participant,
        statement: Statement,
        content: StatementContent,
        out: Path | None,
        has_html: bool,
    ) -> Issued:
        if out is None:
            return Issued(participant=person.name, statement=statement, pdf=None, html=None)
        stem = f"{statement.number}-{file_name(person.printed_name)}"
        pdf, html = out / f"{stem}.pdf", out / f"{stem}.html" if has_html else None
        write_file(pdf, self.paper(statement.statement_id))
        if html is not None:
            from coprod_desktop.documents.html import statement_html

            write_file(html, statement_html(content).encode())
        return Issued(participant=person.name, statement=statement, pdf=pdf, html=html)


def _paper(reading: Reading, statement_id: int) -> bytes:
    return reading.find(StatementPaper, statement_id=statement_id)[0].content


def _summary(
    reading: Reading,
    contents: StatementContents,
    person: Participant,
    from_on: datetime.date,
    to_on: datetime.date,
) -> StatementSummary:
    content = contents.of(person)
    known = statements.standing(reading, person.participant_id, from_on, to_on)
    return StatementSummary(
        participant_id=person.participant_id,
        participant=person.name,
        edition=person.edition,
        minutes_paid=content.minutes_paid,
        minutes_unpaid=content.minutes_unpaid,
        statement_id=known.statement_id if known else None,
        number=known.number if known else "",
        issued_on=known.issued_on if known else None,
        is_out_of_date=bool(known and known.content_sha256 != fingerprint(content)),
    )
