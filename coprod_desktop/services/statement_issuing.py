"""Issue the statements of a period: number what changed, make the papers, keep them all."""

import dataclasses
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence

from coprod_desktop.domain.paper_choices import clean_language, sections_of
from coprod_desktop.domain.participants import Edition, Participant
from coprod_desktop.domain.statements import (
    Statement,
    StatementContent,
    StatementPaper,
    StatementTold,
)
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.own_words import own_words_of
from coprod_desktop.services.paper_making import HTML, PDF, PaperOrder
from coprod_desktop.services.paper_workers import PaperWorkers
from coprod_desktop.services.statement_contents import (
    StatementContents,
    as_issued,
    changes_told,
    fingerprint,
)
from coprod_desktop.services.told_contents import tell, told
from coprod_desktop.storage import issued, statements
from coprod_desktop.storage.work import Reading, Work

Form = tuple[str, Edition, str]
"""The media type, edition and language of a paper."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How papers are wanted for one issue; None is as each person wishes.

    `left_out` are sections besides those that the person never wants. `because` says why a
    statement replaces another one.
    """

    edition: Edition | None = None
    language: str | None = None
    has_html: bool = False
    left_out: frozenset[str] | None = None
    because: str = ""


AS_THEY_WISH = Wishes()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A statement that is kept in the file, and the papers of it that were asked for."""

    participant_id: int
    participant: str
    printed_name: str
    statement: Statement
    forms: tuple[Form, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """What is to be kept of one person's statement once its papers are made."""

    kept: Kept
    missing: tuple[Form, ...]
    content: StatementContent | None = None
    replaced: Statement | None = None


class StatementIssue:
    """One issue of statements, inside one transaction."""

    def __init__(self, work: Work, desk: Desk, contents: StatementContents, wishes: Wishes) -> None:
        self._work, self._desk = work, desk
        self._contents = contents
        self._wishes = wishes
        self._year = desk.today().year
        self._next = statements.next_number(work, self._year)

    def of(
        self, people: Sequence[Participant], progressed: Callable[[int, int], None]
    ) -> tuple[Kept, ...]:
        """Issue the statements of some people, in their order."""
        found = []
        with PaperWorkers[_Plan](own_words_of(self._work), len(people)) as workers:
            made = workers.make_all(self._wanted(people))
            for done, (plan, papers) in enumerate(made, 1):
                self._keep(plan, papers)
                found.append(plan.kept)
                progressed(done, len(people))
        return tuple(found)

    def _wanted(
        self, people: Iterable[Participant]
    ) -> Iterator[tuple[_Plan, tuple[PaperOrder, ...]]]:
        for person in people:
            plan, content = self._plan(person)
            yield plan, tuple(_order(content, form) for form in plan.missing)

    def _plan(self, person: Participant) -> tuple[_Plan, StatementContent]:
        forms = forms_for(person, self._wishes)
        known = statements.standing(self._work, person.participant_id, *self._contents.period)
        left_out = left_out_besides(known, self._wishes)
        draft = self._contents.of(person, left_out)
        digest = fingerprint(draft)
        if known is not None and known.content_sha256 == digest:
            kept = _kept(person, known, forms)
            there = issued.forms_of(self._work, known.statement_id)
            missing = tuple(form for form in forms if form not in there)
            content = told_content(self._work, known.statement_id) if missing else draft
            return _Plan(kept=kept, missing=missing), content
        content = self._numbered(draft, known)
        statement = dataclasses.replace(
            self._statement(content, forms[0]),
            participant_id=person.participant_id,
            content_sha256=digest,
            left_out=",".join(sorted(left_out)),
            replaces_id=known.statement_id if known else None,
        )
        kept = _kept(person, statement, forms)
        return _Plan(kept=kept, missing=forms, content=content, replaced=known), content

    def _numbered(self, draft: StatementContent, known: Statement | None) -> StatementContent:
        number = f"S-{self._year}-{self._next:04d}"
        self._next += 1
        content = as_issued(draft, number, draft.issued_on, known.number if known else "")
        if known is None:
            return content
        return dataclasses.replace(
            content,
            replaces_because=self._wishes.because,
            changes=changes_told(told_content(self._work, known.statement_id), draft),
        )

    def _statement(self, content: StatementContent, form: Form) -> Statement:
        return Statement(
            statement_id=self._desk.new_id(),
            number=content.number,
            participant_id=0,
            from_on=content.from_on,
            to_on=content.to_on,
            issued_on=content.issued_on,
            edition=form[1],
            language=form[2],
            minutes_paid=content.minutes_paid,
            minutes_unpaid=content.minutes_unpaid,
            payments_pence=content.payments_pence,
            reimbursements_pence=content.reimbursements_pence,
            value_pence=content.value_pence,
            content_sha256="",
        )

    def _keep(self, plan: _Plan, papers: Sequence[bytes]) -> None:
        work, statement_id = self._work, plan.kept.statement.statement_id
        if plan.content is not None:
            work.add(
                plan.kept.statement,
                StatementTold(
                    statement_told_id=self._desk.new_id(),
                    statement_id=statement_id,
                    told=tell(plan.content),
                ),
            )
        for form, paper in zip(plan.missing, papers, strict=True):
            work.add(self._archived(statement_id, form, paper))
        if plan.replaced is not None:
            work.update(dataclasses.replace(plan.replaced, is_replaced=True))

    def _archived(self, statement_id: int, form: Form, paper: bytes) -> StatementPaper:
        from coprod_desktop.documents.seal import seal

        media_type, edition, language = form
        whole = seal(paper, self._contents.seal_key) if media_type == PDF else paper
        return StatementPaper(
            statement_paper_id=self._desk.new_id(),
            statement_id=statement_id,
            edition=edition,
            language=language,
            media_type=media_type,
            sha256=hashlib.sha256(whole).hexdigest(),
            content=whole,
        )


def left_out_besides(known: Statement | None, wishes: Wishes) -> frozenset[str]:
    """Return what is left out besides the person's wish: as asked, or as when it was issued."""
    if wishes.left_out is not None:
        return wishes.left_out
    return sections_of(known.left_out) if known else frozenset()


def forms_for(person: Participant, wishes: Wishes) -> tuple[Form, ...]:
    """Return the papers that a person gets; the PDF first."""
    edition = wishes.edition or person.edition
    language = clean_language(wishes.language or person.language)
    pdf = (PDF, edition, language)
    has_html = wishes.has_html or person.wants_web_page
    return (pdf, (HTML, edition, language)) if has_html else (pdf,)


def told_content(reading: Reading, statement_id: int) -> StatementContent:
    """Return what an issued statement says."""
    written = reading.find(StatementTold, statement_id=statement_id)[0].told
    return told(StatementContent, written, lambda sha256: issued.picture(reading, sha256))


def _kept(person: Participant, statement: Statement, forms: tuple[Form, ...]) -> Kept:
    return Kept(
        participant_id=person.participant_id,
        participant=person.name,
        printed_name=person.printed_name,
        statement=statement,
        forms=forms,
    )


def _order(content: StatementContent, form: Form) -> PaperOrder:
    media_type, edition, language = form
    return PaperOrder(content=content, edition=edition, language=language, media_type=media_type)
