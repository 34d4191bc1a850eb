"""Issue the papers besides statements, keep them, and write down what came back."""

import dataclasses
import datetime
import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from coprod_desktop.domain.dates import check_day
from coprod_desktop.domain.errors import check_period
from coprod_desktop.domain.issued_papers import (
    CheckAnswer,
    IssuedPaper,
    PaperKind,
    clean_answer,
)
from coprod_desktop.domain.issuing_errors import (
    AnsweredAlreadyError,
    NoCheckSheetError,
    NothingToCorrectError,
)
from coprod_desktop.domain.paper_choices import clean_language
from coprod_desktop.domain.papers import (
    CertificateContent,
    CheckContent,
    CorrectionContent,
    LetterContent,
    WhatIDidContent,
)
from coprod_desktop.domain.participants import Edition, Participant
from coprod_desktop.domain.statements import Statement
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.files import write_file
from coprod_desktop.services.organisation import organisation_of
from coprod_desktop.services.own_words import own_words_of
from coprod_desktop.services.paper_contents import PaperContents, PaperWishes, Period
from coprod_desktop.services.paper_making import PDF, WORD, PaperOrder, edition_of, make
from coprod_desktop.services.payment_files import file_name
from coprod_desktop.services.told_contents import tell, told
from coprod_desktop.storage import issued
from coprod_desktop.storage.work import Reading, Work

PersonalContent = (
    LetterContent | WhatIDidContent | CertificateContent | CorrectionContent | CheckContent
)
_KINDS: Mapping[PaperKind, tuple[str, type[PersonalContent]]] = MappingProxyType(
    {
        PaperKind.LETTER: ("L", LetterContent),
        PaperKind.WHAT_I_DID: ("W", WhatIDidContent),
        PaperKind.CERTIFICATE: ("C", CertificateContent),
        PaperKind.CORRECTION: ("K", CorrectionContent),
        PaperKind.CHECK: ("Q", CheckContent),
    }
)
PERSONAL = tuple(_KINDS)
"""The papers that are for one person."""
_NO_WISHES = PaperWishes()
_UNSAID = datetime.date.min
_A_YEAR = 365


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPaper:
    """A paper that was issued, and where its files are."""

    paper: IssuedPaper
    pdf: Path | None = None
    word: Path | None = None


class IssuedPaperService:
    """The verbs about papers besides statements."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of_person(self, participant_id: int) -> tuple[IssuedPaper, ...]:
        """Return the papers that a person was given, in order."""
        with self._desk.reading() as reading:
            return reading.find(IssuedPaper, participant_id=participant_id)

    def numbered(self, number: str) -> IssuedPaper:
        """Return the paper of this number with its bytes as handed out; raises NotFoundError."""
        with self._desk.reading() as reading:
            return issued.numbered(reading, number)

    def in_another_form(
        self, issued_paper_id: int, edition: Edition, language: str, media_type: str = PDF
    ) -> bytes:
        """Return an issued paper in any edition and language, with what it said when issued.

        The PDF that was handed out is as it was; another one is made now and not kept. Raises
        NotFoundError.
        """
        with self._desk.reading() as reading:
            paper = reading.get(IssuedPaper, issued_paper_id)
            if (media_type, edition, language) == (PDF, paper.edition, paper.language):
                return paper.content
            content, own = _told(reading, paper), own_words_of(reading)
        order = PaperOrder(
            content=content,
            edition=edition_of(type(content), edition),
            language=clean_language(language),
            media_type=media_type,
        )
        return make(order, own)

    def preview(
        self,
        kind: PaperKind,
        participant_id: int,
        period: Period | None = None,
        *,
        wishes: PaperWishes = _NO_WISHES,
        edition: Edition | None = None,
        language: str | None = None,
    ) -> bytes:
        """Return the PDF that would be issued now; nothing is saved. Raises as `issue`."""
        with self._desk.reading() as reading:
            person = reading.get(Participant, participant_id)
            days = period or self._usual_period(reading, kind, person)
            content = self._content(reading, kind, person, days, wishes)
            order = _order(content, person, edition, language)
            return make(order, own_words_of(reading))

    def issue(
        self,
        kind: PaperKind,
        participant_id: int,
        period: Period | None = None,
        *,
        wishes: PaperWishes = _NO_WISHES,
        edition: Edition | None = None,
        language: str | None = None,
        out: Path | None = None,
        has_word: bool = False,
    ) -> WrittenPaper:
        """Issue a paper for a person in the edition and language they read, or in others.

        Without a period it is about the last year; a correction notice about the statement that
        was replaced last. One that says the same as before is the same paper with the same
        number. It is kept in the file; into the folder `out` go the PDF and, with `has_word`, a
        DOCX for a last touch, which is not kept. Raises NotFoundError, PeriodBackwardsError,
        NothingToTellError, NothingToCorrectError, NothingToCheckError, LetterMissingError,
        LanguageUnknownError, FileReadOnlyError or DiskFullError.
        """
        with self._desk.transaction("issue paper") as work:
            person = work.get(Participant, participant_id)
            days = period or self._usual_period(work, kind, person)
            content = self._content(work, kind, person, days, wishes)
            order = _order(content, person, edition, language)
            paper = self._kept(work, kind, person, days, content, order)
        return self._written(paper, person, out, has_word=has_word)

    def log_answer(
        self,
        issued_paper_id: int,
        is_right: bool,
        note: str = "",
        answered_on: datetime.date | None = None,
    ) -> CheckAnswer:
        """Write down what a person answered to a check sheet.

        Raises NotFoundError, NoCheckSheetError, AnsweredAlreadyError, DateOutOfRangeError,
        TextTooLongError or TextUnprintableError.
        """
        today = self._desk.today()
        answer = clean_answer(
            CheckAnswer(
                check_answer_id=self._desk.new_id(),
                issued_paper_id=issued_paper_id,
                answered_on=check_day(answered_on or today, today),
                is_right=is_right,
                note=note,
                recorded_by_id=self._desk.operator.operator_id,
            )
        )
        with self._desk.transaction("log answer") as work:
            paper = work.get(IssuedPaper, issued_paper_id)
            if paper.kind is not PaperKind.CHECK:
                raise NoCheckSheetError(number=paper.number)
            if work.find(CheckAnswer, issued_paper_id=issued_paper_id):
                raise AnsweredAlreadyError(number=paper.number)
            work.add(answer)
        return answer

    def answer(self, issued_paper_id: int) -> CheckAnswer | None:
        """Return what was answered to a check sheet, if anything was yet."""
        with self._desk.reading() as reading:
            found = reading.find(CheckAnswer, issued_paper_id=issued_paper_id)
        return found[0] if found else None

    def _usual_period(self, reading: Reading, kind: PaperKind, person: Participant) -> Period:
        """Return the last year, or the days of the statement that was corrected last."""
        if kind is PaperKind.CORRECTION:
            issued_to = reading.find(Statement, participant_id=person.participant_id)
            replacing = [one for one in issued_to if one.replaces_id and not one.is_replaced]
            if not replacing:
                raise NothingToCorrectError(name=person.name)
            return replacing[-1].from_on, replacing[-1].to_on
        today = self._desk.today()
        return today - datetime.timedelta(days=_A_YEAR - 1), today

    def _content(
        self,
        reading: Reading,
        kind: PaperKind,
        person: Participant,
        period: Period,
        wishes: PaperWishes,
    ) -> PersonalContent:
        check_period(*period)
        contents = PaperContents(reading, person, period, self._desk.today())
        gather: Mapping[PaperKind, Callable[[PaperWishes], PersonalContent]] = {
            PaperKind.LETTER: contents.letter,
            PaperKind.WHAT_I_DID: contents.what_i_did,
            PaperKind.CERTIFICATE: contents.certificate,
            PaperKind.CORRECTION: contents.correction,
            PaperKind.CHECK: contents.check,
        }
        return gather[kind](wishes)

    def _kept(
        self,
        work: Work,
        kind: PaperKind,
        person: Participant,
        period: Period,
        content: PersonalContent,
        order: PaperOrder,
    ) -> IssuedPaper:
        """Return the paper that says this already, or a new one."""
        from coprod_desktop.documents.seal import seal

        prefix = _KINDS[kind][0]
        draft = IssuedPaper(
            issued_paper_id=self._desk.new_id(),
            kind=kind,
            number="",
            participant_id=person.participant_id,
            from_on=period[0],
            to_on=period[1],
            issued_on=self._desk.today(),
            edition=order.edition,
            language=order.language,
            media_type=PDF,
            sha256="",
            content=b"",
        )
        for known in reversed(issued.same_paper(work, draft)):
            if _as_said(_told(work, known)) == _as_said(content):
                return known
        year = draft.issued_on.year
        number = f"{prefix}-{year}-{issued.next_number(work, prefix, year):04d}"
        whole_content = dataclasses.replace(content, number=number)
        made = make(dataclasses.replace(order, content=whole_content), own_words_of(work))
        whole = seal(made, organisation_of(work).seal_key)
        paper = dataclasses.replace(
            draft,
            number=number,
            sha256=hashlib.sha256(whole).hexdigest(),
            content=whole,
            told=tell(whole_content),
        )
        work.add(paper)
        return paper

    def _written(
        self, paper: IssuedPaper, person: Participant, out: Path | None, *, has_word: bool
    ) -> WrittenPaper:
        if out is None:
            return WrittenPaper(paper=paper)
        stem = f"{paper.number}-{file_name(person.printed_name)}"
        pdf = out / f"{stem}.pdf"
        write_file(pdf, paper.content)
        if not has_word:
            return WrittenPaper(paper=paper, pdf=pdf)
        with self._desk.reading() as reading:
            content = _told(reading, paper)
            own = own_words_of(reading)
        order = PaperOrder(
            content=content, edition=paper.edition, language=paper.language, media_type=WORD
        )
        word = out / f"{stem}.docx"
        write_file(word, make(order, own))
        return WrittenPaper(paper=paper, pdf=pdf, word=word)


def _order(
    content: object, person: Participant, edition: Edition | None, language: str | None
) -> PaperOrder:
    return PaperOrder(
        content=content,
        edition=edition_of(type(content), edition or person.edition),
        language=clean_language(language or person.language),
    )


def _told(reading: Reading, paper: IssuedPaper) -> PersonalContent:
    kind = _KINDS[paper.kind][1]
    return told(kind, paper.told, lambda sha256: issued.picture(reading, sha256))


def _as_said(content: PersonalContent) -> PersonalContent:
    """Return a content without its number and day, so that two can be compared."""
    if isinstance(content, CheckContent):
        days = content.answer_by_on - content.issued_on
        content = dataclasses.replace(content, answer_by_on=_UNSAID + days)
    return dataclasses.replace(content, number="", issued_on=_UNSAID)
