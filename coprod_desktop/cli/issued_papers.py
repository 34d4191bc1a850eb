"""Issue papers for one person and for sessions, and write down answers."""

import argparse
import datetime
from pathlib import Path
from types import MappingProxyType

from coprod_desktop.cli.answers import Answer, RefusedError
from coprod_desktop.cli.door import opened
from coprod_desktop.domain.issued_papers import IssuedPaper, PaperKind
from coprod_desktop.domain.participants import Edition
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.office import Office
from coprod_desktop.services.paper_contents import PaperWishes
from coprod_desktop.services.session_kits import KitWishes, PlannedSession, SessionKit

_KINDS = MappingProxyType(
    {
        "letter": PaperKind.LETTER,
        "what-i-did": PaperKind.WHAT_I_DID,
        "certificate": PaperKind.CERTIFICATE,
        "correction": PaperKind.CORRECTION,
        "check": PaperKind.CHECK,
    }
)
_WISHES = (
    "to",
    "taking_part",
    "purpose",
    "is_not_employed",
    "has_agreed",
    "has_weeks",
    "period_day",
    "about",
    "did",
    "because",
    "answer_by_on",
)


def paper(arguments: argparse.Namespace) -> Answer:
    """Issue a paper for one person."""
    with opened(arguments) as office:
        person = office.participants.named(arguments.participant)
        written = office.issued_papers.issue(
            _KINDS[arguments.kind],
            person.participant_id,
            _period(arguments),
            wishes=_wishes(arguments),
            edition=Edition(arguments.edition) if arguments.edition else None,
            language=arguments.language,
            out=arguments.out,
            has_word=arguments.docx,
        )
    files = [path for path in (written.pdf, written.word) if path]
    told = {
        "participant": person.name,
        **_told(written.paper),
        "pdf": str(written.pdf),
        "docx": str(written.word) if written.word else None,
    }
    words = _("{number} for {name} is in {files}.")
    named = ", ".join(map(str, files))
    return Answer(
        told=told,
        words=[words.format(number=written.paper.number, name=person.name, files=named)],
    )


def _period(arguments: argparse.Namespace) -> tuple[datetime.date, datetime.date] | None:
    if (arguments.from_on is None) != (arguments.to_on is None):
        raise RefusedError(_("A period has a first and a last day. Give --from and --to."))
    return (arguments.from_on, arguments.to_on) if arguments.from_on else None


def _wishes(arguments: argparse.Namespace) -> PaperWishes:
    said = {name: getattr(arguments, name) for name in _WISHES if name in arguments}
    for name in ("to", "did"):
        if name in said:
            said[name] = tuple(said[name])
    return PaperWishes(**said)


def _told(issued: IssuedPaper) -> dict[str, object]:
    return {
        "number": issued.number,
        "kind": issued.kind.value,
        "edition": issued.edition.value,
        "language": issued.language,
        "issued_on": issued.issued_on.isoformat(),
    }


def answer(arguments: argparse.Namespace) -> Answer:
    """Write down what came back on a check sheet."""
    with opened(arguments) as office:
        sheet = office.issued_papers.numbered(arguments.number)
        logged = office.issued_papers.log_answer(
            sheet.issued_paper_id,
            is_right=arguments.right,
            note=arguments.wrong or "",
            answered_on=arguments.on_day,
        )
    told = {
        "number": sheet.number,
        "is_right": logged.is_right,
        "note": logged.note,
        "answered_on": logged.answered_on.isoformat(),
    }
    if logged.is_right:
        words = _("{number}: all of it is right.")
    else:
        words = _("{number}: not all of it is right. Correct it, then send the sheet again.")
    return Answer(told=told, words=[words.format(number=sheet.number)])


def session_kit(arguments: argparse.Namespace) -> Answer:
    """Make the papers for a session, logged or planned."""
    wishes = KitWishes(
        float_pence=arguments.float_pence,
        fares_pence=arguments.fares_pence,
        language=arguments.language,
    )
    with opened(arguments) as office:
        kit = _kit(office, arguments, wishes, arguments.out)
    told = [
        {**_told(one), "pdf": str(path)} for one, path in zip(kit.papers, kit.files, strict=True)
    ]
    words = ngettext(
        "Made {count} paper for the session into {folder}.",
        "Made {count} papers for the session into {folder}.",
        len(told),
    )
    return Answer(
        told={"papers": told}, words=[words.format(count=len(told), folder=arguments.out)]
    )


def _kit(office: Office, arguments: argparse.Namespace, wishes: KitWishes, out: Path) -> SessionKit:
    if arguments.activity is not None:
        return office.session_kits.for_activity(arguments.activity, wishes, out)
    if not arguments.title or not arguments.on_day:
        raise RefusedError(_("A planned session needs its name and its day: --title and --on."))
    people = [office.participants.named(name).participant_id for name in arguments.participants]
    session = PlannedSession(
        project_id=office.projects.named(arguments.project).project_id,
        title=arguments.title,
        held_on=arguments.on_day,
        starts_at=arguments.starts,
        ends_at=arguments.ends,
        place=arguments.place,
        minutes=arguments.minutes,
        participant_ids=tuple(people),
    )
    return office.session_kits.planned(session, wishes, out)
