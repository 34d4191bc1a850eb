"""Say of a session when and where it is, and what was promised for it."""

from coprod_desktop.documents.spoken import hours, pounds, weekday_day
from coprod_desktop.domain.session_papers import Session, SessionOffer
from coprod_desktop.i18n import _


def clock(session: Session) -> str:
    """Write from when to when the session is; empty where nobody knows."""
    if session.starts_at and session.ends_at:
        return _("{start}\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}{end}").format(
            start=session.starts_at, end=session.ends_at
        )
    return session.starts_at


def day_and_time(session: Session) -> str:
    """Write the day of the session and its time."""
    return ", ".join(filter(None, (weekday_day(session.held_on), clock(session))))


def what_and_when(session: Session) -> str:
    """Name the session, its day and its time."""
    return f"{session.title}, {day_and_time(session)}"


def activity(session: Session) -> str:
    """Write the number of the activity and its project."""
    if session.number and session.code:
        return _("Activity {number}, project {code}").format(
            number=session.number, code=session.code
        )
    if session.number:
        return _("Activity {number}").format(number=session.number)
    return _("Project {code}").format(code=session.code) if session.code else ""


def foot(session: Session, numbered: str, otherwise: str) -> str:
    """Word the foot of a paper: a sentence with `{number}`, or one without."""
    return numbered.format(number=session.number) if session.number else otherwise


def offer(promised: SessionOffer) -> str:
    """Say what we offer a person for a session; the rate was promised before it."""
    if not promised.offered_pence:
        return _("There is no payment for this session. Your time is written down and counts.")
    if promised.rate_pence and promised.minutes:
        return _("We offer you {pounds}: {hours} at {rate} an hour.").format(
            pounds=pounds(promised.offered_pence),
            hours=hours(promised.minutes),
            rate=pounds(promised.rate_pence),
        )
    if promised.minutes:
        return _("We offer you {pounds} for {hours}.").format(
            pounds=pounds(promised.offered_pence), hours=hours(promised.minutes)
        )
    return _("We offer you {pounds} for this session.").format(
        pounds=pounds(promised.offered_pence)
    )
