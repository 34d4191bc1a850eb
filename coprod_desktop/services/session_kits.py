"""Make the papers for a session, planned or held: attendance sheet, claim slips and cash sheet."""

import dataclasses
import datetime
import hashlib
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from coprod_desktop.domain.activities import Activity, clean_activity
from coprod_desktop.domain.dates import check_day
from coprod_desktop.domain.issued_papers import IssuedPaper, PaperKind
from coprod_desktop.domain.money import check_pence
from coprod_desktop.domain.paper_choices import clean_language
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.i18n import _
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.files import write_file
from coprod_desktop.services.organisation import organisation_of
from coprod_desktop.services.own_words import own_words_of
from coprod_desktop.services.paper_making import PDF, OwnWords, PaperOrder, make
from coprod_desktop.services.session_kit_contents import (
    KitContents,
    KitWishes,
    Slip,
    expected_by_agreement,
    kit_contents,
    with_number,
    with_offers,
    with_promises,
)
from coprod_desktop.services.told_contents import says, tell
from coprod_desktop.storage import issued
from coprod_desktop.storage.work import Reading, Work

__all__ = ["KitWishes", "PlannedSession", "SessionKit", "SessionKitService", "write_papers"]
_PREFIXES: Mapping[PaperKind, str] = MappingProxyType(
    {PaperKind.ATTENDANCE: "A", PaperKind.CLAIM_SLIPS: "AS", PaperKind.SESSION_CASH: "AC"}
)
"""The three papers of a session share a running number; all show that of the attendance sheet."""
_PLAIN = KitWishes()
_MINUTES_OF_AN_HOUR, _MINUTES_OF_A_DAY = 60, 24 * 60


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSession:
    """A session that nobody has logged yet; clock times are "10:30" or empty.

    Without `participant_ids` everybody is expected who has an agreement with the project on that
    day. `minutes` is its length where there are no clock times.
    """

    project_id: int
    title: str
    held_on: datetime.date
    starts_at: str = ""
    ends_at: str = ""
    place: str = ""
    kind_of_work: str = "Meeting"
    minutes: int = 0
    participant_ids: tuple[int, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SessionKit:
    """The papers of a session, and where their files are."""

    papers: tuple[IssuedPaper, ...]
    files: tuple[Path, ...] = ()


class SessionKitService:
    """The verbs about papers for a session."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def for_activity(
        self, activity_id: int, wishes: KitWishes = _PLAIN, out: Path | None = None
    ) -> SessionKit:
        """Make the papers of a session that is logged; raises NotFoundError and as `planned`."""
        _check(wishes)
        with self._desk.transaction("make session kit") as work:
            activity = work.get(Activity, activity_id)
            expected = with_promises(work, activity)
            contents = kit_contents(work, activity, expected, wishes)
            kit = self._kept(work, activity, contents, wishes)
        return _written(kit, out)

    def planned(
        self, session: PlannedSession, wishes: KitWishes = _PLAIN, out: Path | None = None
    ) -> SessionKit:
        """Make the papers of a session before it, with what the rules of its day offer.

        Slips are in each person's edition and language, in one file for printing. A kit that says
        the same as before is the same kit with the same number. There is no cash sheet where
        nobody is paid in cash. Raises NotFoundError, NameMissingError, DurationUnreadableError,
        DateOutOfRangeError, NegativeMoneyError, LetterMissingError, LanguageUnknownError,
        FileReadOnlyError or DiskFullError.
        """
        _check(wishes)
        check_day(session.held_on, self._desk.today())
        activity = clean_activity(_activity(session))
        with self._desk.transaction("make session kit") as work:
            work.get(Project, session.project_id)
            people, minutes = _people(work, session), _minutes(activity, session)
            expected = with_offers(work, activity, people, minutes)
            contents = kit_contents(work, activity, expected, wishes)
            kit = self._kept(work, activity, contents, wishes)
        return _written(kit, out)

    def _kept(
        self, work: Work, activity: Activity, contents: KitContents, wishes: KitWishes
    ) -> SessionKit:
        """Return the kit that says this already, or a new one."""
        told = _by_kind(contents)
        for known in _kits_of(work, activity, wishes.language):
            if _is_told(known, told):
                return SessionKit(papers=known)
        year = self._desk.today().year
        first = issued.next_number(work, _PREFIXES[PaperKind.ATTENDANCE], year)
        running = f"{year}-{first:04d}"
        numbered = _by_kind(with_number(contents, f"A-{running}"))
        papers = tuple(
            self._paper(work, activity, kind, running, content, told[kind], wishes.language)
            for kind, content in numbered.items()
        )
        work.add_all(IssuedPaper, papers)
        return SessionKit(papers=papers)

    def _paper(
        self,
        work: Work,
        activity: Activity,
        kind: PaperKind,
        running: str,
        content: object,
        told: object,
        language: str,
    ) -> IssuedPaper:
        from coprod_desktop.documents.seal import seal

        own = own_words_of(work)
        made = (
            _slips(content, own) if isinstance(content, tuple) else _sheet(content, language, own)
        )
        whole = seal(made, organisation_of(work).seal_key)
        return IssuedPaper(
            issued_paper_id=self._desk.new_id(),
            kind=kind,
            number=f"{_PREFIXES[kind]}-{running}",
            activity_id=activity.activity_id or None,
            from_on=activity.held_on,
            to_on=activity.held_on,
            issued_on=self._desk.today(),
            language=language,
            media_type=PDF,
            sha256=hashlib.sha256(whole).hexdigest(),
            content=whole,
            told=tell(told),
        )


def _check(wishes: KitWishes) -> None:
    clean_language(wishes.language)
    check_pence(wishes.float_pence)
    check_pence(wishes.fares_pence)


def _activity(session: PlannedSession) -> Activity:
    return Activity(
        activity_id=0,
        project_id=session.project_id,
        title=session.title,
        held_on=session.held_on,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        kind_of_work=session.kind_of_work,
        place=session.place,
    )


def _minutes(activity: Activity, session: PlannedSession) -> int:
    """Return how long the session is; past midnight where it ends before it begins."""
    if not activity.starts_at or not activity.ends_at:
        return session.minutes
    first, last = (_clock(text) for text in (activity.starts_at, activity.ends_at))
    return (last - first) % _MINUTES_OF_A_DAY


def _clock(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * _MINUTES_OF_AN_HOUR + int(minutes)


def _people(reading: Reading, session: PlannedSession) -> tuple[Participant, ...]:
    ids = session.participant_ids
    if ids:
        return tuple(reading.get(Participant, one) for one in dict.fromkeys(ids))
    expected = expected_by_agreement(reading, session.project_id, session.held_on)
    return reading.among(Participant, expected)


# --- the three papers -----------------------------------------------------------------------------


def _by_kind(contents: KitContents) -> dict[PaperKind, object]:
    found: dict[PaperKind, object] = {PaperKind.ATTENDANCE: contents.attendance}
    if contents.slips:
        found[PaperKind.CLAIM_SLIPS] = contents.slips
    if contents.cash:
        found[PaperKind.SESSION_CASH] = contents.cash
    return found


def _kits_of(
    reading: Reading, activity: Activity, language: str
) -> Iterator[tuple[IssuedPaper, ...]]:
    """Give the kits of a session, or of sessions that nobody logged on its day, newest first."""
    sheets = reading.find(
        IssuedPaper,
        kind=PaperKind.ATTENDANCE,
        activity_id=activity.activity_id or None,
        from_on=activity.held_on,
        language=language,
    )
    for sheet in reversed(sheets):
        running = sheet.number.removeprefix("A-")
        numbers = (f"{prefix}-{running}" for prefix in _PREFIXES.values())
        yield tuple(paper for one in numbers for paper in reading.find(IssuedPaper, number=one))


def _is_told(known: Sequence[IssuedPaper], told: Mapping[PaperKind, object]) -> bool:
    kinds = {paper.kind for paper in known}
    return kinds == set(told) and all(says(paper.told, told[paper.kind]) for paper in known)


def _sheet(content: object, language: str, own: OwnWords) -> bytes:
    return make(PaperOrder(content=content, language=language), own)


def _slips(slips: Iterable[Slip], own: OwnWords) -> bytes:
    """Make every slip as its reader wishes, one after the other for the printer."""
    from coprod_desktop.documents.protection import one_for_printing

    made = (
        make(PaperOrder(content=one.content, edition=one.edition, language=one.language), own)
        for one in slips
    )
    with tempfile.TemporaryDirectory() as folder:
        return one_for_printing(made, Path(folder), _("Claim slips"))


def _written(kit: SessionKit, out: Path | None) -> SessionKit:
    return kit if out is None else dataclasses.replace(kit, files=write_papers(kit.papers, out))


def write_papers(papers: Iterable[IssuedPaper], out: Path) -> tuple[Path, ...]:
    """Write papers of a kit into a folder, and return where they are.

    Raises FileReadOnlyError or DiskFullError.
    """
    files = []
    for paper in papers:
        path = out / f"{paper.number}-{paper.kind.replace(' ', '-')}.pdf"
        write_file(path, paper.content)
        files.append(path)
    return tuple(files)
