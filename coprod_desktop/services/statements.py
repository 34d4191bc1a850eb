"""Issue statements: gather what a person did, make the papers, number them and keep them."""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

from coprod_desktop.domain.errors import NothingToStateError, check_period
from coprod_desktop.domain.paper_choices import sections_of
from coprod_desktop.domain.participants import Edition, Participant
from coprod_desktop.domain.statements import Statement, StatementContent
from coprod_desktop.domain.summaries import StatementSummary
from coprod_desktop.domain.text import fold
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.own_words import own_words_of
from coprod_desktop.services.paper_making import PDF, PaperOrder, make
from coprod_desktop.services.statement_contents import NOTHING, StatementContents, fingerprint
from coprod_desktop.services.statement_files import Delivery, Issued, StatementFiles, archived
from coprod_desktop.services.statement_issuing import (
    AS_THEY_WISH,
    Kept,
    StatementIssue,
    Wishes,
    forms_for,
    left_out_besides,
    told_content,
)
from coprod_desktop.storage import issued, statements
from coprod_desktop.storage.work import Reading

__all__ = ["Issued", "StatementService", "Wishes"]


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
            return tuple(_summary(reading, contents, one) for one in people)

    def _contents(
        self, reading: Reading, from_on: datetime.date, to_on: datetime.date
    ) -> StatementContents:
        return StatementContents(reading, from_on, to_on, self._desk.today())

    def content(
        self,
        participant_id: int,
        from_on: datetime.date,
        to_on: datetime.date,
        left_out: frozenset[str] = NOTHING,
    ) -> StatementContent:
        """Return what a person's statement would say now; nothing is saved."""
        check_period(from_on, to_on)
        with self._desk.reading() as reading:
            person = reading.get(Participant, participant_id)
            return self._contents(reading, from_on, to_on).of(person, left_out)

    def preview(
        self,
        participant_id: int,
        from_on: datetime.date,
        to_on: datetime.date,
        wishes: Wishes = AS_THEY_WISH,
    ) -> bytes:
        """Return the PDF that would be issued now; nothing is saved."""
        check_period(from_on, to_on)
        with self._desk.reading() as reading:
            person = reading.get(Participant, participant_id)
            known = statements.standing(reading, participant_id, from_on, to_on)
            contents = self._contents(reading, from_on, to_on)
            content = contents.of(person, left_out_besides(known, wishes))
            own = own_words_of(reading)
        media_type, edition, language = forms_for(person, wishes)[0]
        order = PaperOrder(
            content=content, edition=edition, language=language, media_type=media_type
        )
        return make(order, own)

    def paper(self, statement_id: int) -> bytes:
        """Return the PDF of an issued statement exactly as it was handed out first.

        Raises NotFoundError.
        """
        with self._desk.reading() as reading:
            statement = reading.get(Statement, statement_id)
            return archived(reading, statement_id, (PDF, statement.edition, statement.language))

    def in_another_form(
        self, statement_id: int, edition: Edition, language: str, media_type: str = PDF
    ) -> bytes:
        """Return an issued statement in any edition and language, with what it said when issued.

        One that was handed out is as it was; another one is made now and not kept. Raises
        NotFoundError.
        """
        form = (media_type, edition, language)
        with self._desk.reading() as reading:
            reading.get(Statement, statement_id)
            if form in issued.forms_of(reading, statement_id):
                return archived(reading, statement_id, form)
            content, own = told_content(reading, statement_id), own_words_of(reading)
        order = PaperOrder(
            content=content, edition=edition, language=language, media_type=media_type
        )
        return make(order, own)

    def issue(
        self,
        from_on: datetime.date,
        to_on: datetime.date,
        *,
        participant_ids: Sequence[int] | None = None,
        wishes: Wishes = AS_THEY_WISH,
        out: Path | None = None,
        is_one_file: bool = False,
        password: str = "",
        progressed: Callable[[int, int], None] = lambda _done, _all: None,
    ) -> tuple[Issued, ...]:
        """Issue the statements of a period, for everybody or for some; all or none are issued.

        One that says the same as the standing statement is not numbered anew. A changed one
        replaces it, says so, and says what changed. Files go into the folder `out` once the
        statements are kept, so that no paper can be handed out whose number the file does not know;
        where writing them fails, issuing again writes the same papers. `is_one_file` makes one for
        printing on both sides, and a `password` locks the files, not what is kept. Raises
        NothingToStateError, PeriodBackwardsError, LetterMissingError, WebPageNotLockedError,
        LanguageUnknownError, FileReadOnlyError or DiskFullError.
        """
        check_period(from_on, to_on)
        delivery = Delivery(out=out, is_one_file=is_one_file, password=password)
        delivery.check(has_html=wishes.has_html)
        kept = self._keep(from_on, to_on, participant_ids, wishes, progressed)
        return StatementFiles(self._desk, delivery).write(kept)

    def _keep(
        self,
        from_on: datetime.date,
        to_on: datetime.date,
        participant_ids: Sequence[int] | None,
        wishes: Wishes,
        progressed: Callable[[int, int], None],
    ) -> tuple[Kept, ...]:
        with self._desk.transaction("issue statements") as work:
            ids = statements.people_of_period(work, from_on, to_on)
            wanted = set(ids if participant_ids is None else participant_ids)
            people = work.among(Participant, wanted & set(ids))
            if not people:
                raise NothingToStateError(from_on=from_on, to_on=to_on)
            in_order = sorted(people, key=lambda p: fold(p.name))
            contents = self._contents(work, from_on, to_on)
            return StatementIssue(work, self._desk, contents, wishes).of(in_order, progressed)


def _summary(
    reading: Reading, contents: StatementContents, person: Participant
) -> StatementSummary:
    known = statements.standing(reading, person.participant_id, *contents.period)
    content = contents.of(person, sections_of(known.left_out) if known else NOTHING)
    return StatementSummary(
        participant_id=person.participant_id,
        participant=person.name,
        edition=person.edition,
        language=person.language,
        minutes_paid=content.minutes_paid,
        minutes_unpaid=content.minutes_unpaid,
        statement_id=known.statement_id if known else None,
        number=known.number if known else "",
        issued_on=known.issued_on if known else None,
        is_out_of_date=bool(known and known.content_sha256 != fingerprint(content)),
    )
