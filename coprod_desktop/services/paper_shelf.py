"""Find every paper that a person was given, open it again, and say why one is out of date."""

import dataclasses
import datetime

from coprod_desktop.domain.errors import check_period
from coprod_desktop.domain.issued_papers import CheckAnswer, IssuedPaper, PaperKind
from coprod_desktop.domain.paper_choices import sections_of
from coprod_desktop.domain.participants import Edition, Participant
from coprod_desktop.domain.statements import Statement
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.issued_papers import IssuedPaperService
from coprod_desktop.services.paper_making import PDF
from coprod_desktop.services.statement_contents import (
    StatementContents,
    changes_told,
    fingerprint,
)
from coprod_desktop.services.statement_issuing import Form, told_content
from coprod_desktop.services.statements import StatementService
from coprod_desktop.storage import issued, statements
from coprod_desktop.storage.work import Reading


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class GivenPaper:
    """A numbered paper that a person was given; one without a `kind` is a statement.

    `replaces_number` is the statement that it replaces, `answer` what came back to a check sheet.
    """

    paper_id: int
    participant_id: int
    kind: PaperKind | None
    number: str
    from_on: datetime.date | None
    to_on: datetime.date | None
    issued_on: datetime.date
    edition: Edition
    language: str
    is_replaced: bool = False
    replaces_number: str = ""
    answer: CheckAnswer | None = None

    @property
    def waits_for_answer(self) -> bool:
        """Say whether it is a check sheet whose answer is not written down yet."""
        return self.kind is PaperKind.CHECK and self.answer is None


class PaperShelfService:
    """The verbs about papers that were given to somebody."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of_person(self, participant_id: int) -> tuple[GivenPaper, ...]:
        """Return every paper of a person, replaced statements too, the newest first."""
        with self._desk.reading() as reading:
            given = [
                *_statements(reading, participant_id),
                *(_given(reading, one) for one in _papers(reading, participant_id)),
            ]
        return tuple(sorted(given, key=lambda one: (one.issued_on, one.paper_id), reverse=True))

    def handed_out(self, paper: GivenPaper) -> frozenset[Form]:
        """Return the media type, edition and language of each form of a paper that is kept."""
        if paper.kind is not None:
            return frozenset({(PDF, paper.edition, paper.language)})
        with self._desk.reading() as reading:
            return frozenset(
                (media_type, Edition(edition), language)
                for media_type, edition, language in issued.forms_of(reading, paper.paper_id)
            )

    def in_form(
        self, paper: GivenPaper, edition: Edition, language: str, media_type: str = PDF
    ) -> bytes:
        """Return a paper in any edition, language and form, saying what it said when issued.

        A form that was handed out is as it was; another is made now and not kept. Raises
        NotFoundError.
        """
        service = (
            StatementService(self._desk) if paper.kind is None else IssuedPaperService(self._desk)
        )
        return service.in_another_form(paper.paper_id, edition, language, media_type)

    def what_changed(
        self, participant_id: int, from_on: datetime.date, to_on: datetime.date
    ) -> tuple[str, ...]:
        """Say in sentences what changed since a person's standing statement of a period.

        Returns nothing where there is none, or where it still says what is so.
        """
        check_period(from_on, to_on)
        from coprod_desktop.documents.papers.statement_changes import replaced_because

        with self._desk.reading() as reading:
            known = statements.standing(reading, participant_id, from_on, to_on)
            if known is None:
                return ()
            contents = StatementContents(reading, from_on, to_on, self._desk.today())
            person = reading.get(Participant, participant_id)
            draft = contents.of(person, sections_of(known.left_out))
            if known.content_sha256 == fingerprint(draft):
                return ()
            changes = changes_told(told_content(reading, known.statement_id), draft)
        return replaced_because(dataclasses.replace(draft, changes=changes))


def _papers(reading: Reading, participant_id: int) -> tuple[IssuedPaper, ...]:
    return reading.find(IssuedPaper, participant_id=participant_id)


def _statements(reading: Reading, participant_id: int) -> list[GivenPaper]:
    found = reading.find(Statement, participant_id=participant_id)
    numbers = {one.statement_id: one.number for one in found}
    return [
        GivenPaper(
            paper_id=one.statement_id,
            participant_id=participant_id,
            kind=None,
            number=one.number,
            from_on=one.from_on,
            to_on=one.to_on,
            issued_on=one.issued_on,
            edition=one.edition,
            language=one.language,
            is_replaced=one.is_replaced,
            replaces_number=numbers.get(one.replaces_id, "") if one.replaces_id else "",
        )
        for one in found
    ]


def _given(reading: Reading, paper: IssuedPaper) -> GivenPaper:
    answers = reading.find(CheckAnswer, issued_paper_id=paper.issued_paper_id)
    return GivenPaper(
        paper_id=paper.issued_paper_id,
        participant_id=paper.participant_id or 0,
        kind=paper.kind,
        number=paper.number,
        from_on=paper.from_on,
        to_on=paper.to_on,
        issued_on=paper.issued_on,
        edition=paper.edition,
        language=paper.language,
        answer=answers[0] if answers else None,
    )
