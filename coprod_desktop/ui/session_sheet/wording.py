"""The sentences of the session sheet: what is promised, what was saved, what to look at."""

import datetime

from coprod_desktop.domain.dates import MONTHS, long_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.policy import (
    PolicyVersion,
    SimplePolicy,
    TimeBasis,
    read_policy,
    simple_of,
)
from coprod_desktop.domain.time import words_for_minutes
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.sessions import PricedRow
from coprod_desktop.ui.session_sheet.draft import DraftRow, Wrong
from coprod_desktop.ui.session_sheet.fields import Head
from coprod_desktop.ui.session_sheet.foot import Notice
from coprod_desktop.ui.why_lines import paragraphs, work_lines
from coprod_desktop.ui.widgets.why_list import WhyLine


def promise_words(version: PolicyVersion) -> str:
    """Say what the policy promises for time."""
    number = _("Policy version {version}.").format(version=version.version)
    policy = simple_of(version.text)
    if policy is None:
        name = read_policy(version.text).name
        return " ".join((_("Promised: as “{name}” says.").format(name=name), number))
    sentences = [_promised(policy)]
    unpaid = [kind.strip() for kind in policy.unpaid_kinds.splitlines() if kind.strip()]
    if unpaid and policy.basis is not TimeBasis.UNPAID:
        words = ngettext("{kinds} is recorded, not paid.", "{kinds} are recorded, not paid.",
                         len(unpaid))  # fmt: skip
        sentences.append(words.format(kinds=", ".join(unpaid)))
    return " ".join([*sentences, number])


def _promised(policy: SimplePolicy) -> str:
    if policy.basis is TimeBasis.UNPAID:
        return _("Promised: expenses. Time is recorded and not paid, for now.")
    if policy.basis is TimeBasis.HALF_DAY:
        return _("Promised: {half} for up to {time}, {day} for more.").format(
            half=format_pounds(policy.half_day_pence),
            time=words_for_minutes(policy.half_day_up_to_minutes),
            day=format_pounds(policy.day_pence),
        )
    return _("Promised: {rate} an hour.").format(rate=format_pounds(policy.hourly_pence))


def save_words(count: int) -> str:
    """Word the button that saves the sheet."""
    if not count:
        return _("Save the session")
    words = ngettext("Save {count} contribution", "Save {count} contributions", count)
    return words.format(count=count)


def saved_words(count: int, title: str, day: datetime.date, today: datetime.date) -> str:
    """Say what was saved."""
    words = ngettext(
        "{count} contribution saved for {title} of {day}.",
        "{count} contributions saved for {title} of {day}.",
        count,
    )
    return words.format(count=count, title=title, day=_day_words(day, today))


def kept_words(count: int, title: str, day: datetime.date, today: datetime.date) -> str:
    """Say what was kept as a draft, and what becomes of it."""
    words = ngettext(
        "{count} contribution kept as a draft for {title} of {day}. Nobody is asked to approve it "
        "until you send it.",
        "{count} contributions kept as drafts for {title} of {day}. Nobody is asked to approve "
        "them until you send them.",
        count,
    )
    return words.format(count=count, title=title, day=_day_words(day, today))


def _day_words(day: datetime.date, today: datetime.date) -> str:
    is_this_year = day.year == today.year
    short = f"{day.day}\N{NO-BREAK SPACE}{MONTHS[day.month - 1]}"
    return short if is_this_year else long_day(day)


def trouble_notice(number: int, row: DraftRow, trouble: Wrong) -> Notice:
    """Say what keeps a row from being saved."""
    remark = _("What you typed stays as it is.")
    return Notice(
        heading=_row_words(number, row), reason=trouble.sentence, remark=remark, number=number
    )


def twice_notice(number: int, row: DraftRow) -> Notice:
    """Say that somebody stands on the sheet twice, which may be right."""
    return Notice(
        heading=_row_words(number, row),
        reason=_("This person stands on the sheet twice. Both rows count."),
        remark=_("Blocks nothing. Ctrl+Delete takes a row off."),
        number=number,
    )


def _row_words(number: int, row: DraftRow) -> str:
    if row.participant is None:
        return _("Row {number}").format(number=number + 1)
    return _("Row {number}: {name}").format(number=number + 1, name=row.participant.name)


def why_words(row: DraftRow, priced: PricedRow) -> tuple[str, list[WhyLine]]:
    """Return the question about a row's offer, and its answer line by line."""
    offered = priced.offered_pence
    heading = _("Why no offer?")
    if offered:
        heading = _("Why {pence}?").format(pence=format_pounds(offered))
    lines = work_lines(priced.contributions)
    if row.expense is not None and priced.item is not None:
        words = _("Expense, paid apart")
        lines.append(
            WhyLine(
                what=words,
                amount=format_pounds(priced.expense_pence),
                because=paragraphs(priced.expense_because),
            )
        )
    return heading, lines


def missing_field(head: Head) -> tuple[str, str] | None:
    """Return the field that keeps a session from being saved or planned, and its sentence."""
    if head.project_id is None:
        return "project", _("Choose the project that this work was for.")
    if head.held_on is None:
        return "day", _("Write the day of the session, as 17/11.")
    if head.is_backwards:
        return "to", _("The session ends before it begins. Check the two times.")
    return None
