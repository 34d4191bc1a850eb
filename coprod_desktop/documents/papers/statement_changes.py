"""Say what is not as it stood on the statement before."""

from coprod_desktop.documents import spoken
from coprod_desktop.documents.spoken import hours, pounds
from coprod_desktop.domain.statement_differences import Difference, Differs
from coprod_desktop.domain.statements import StatementContent
from coprod_desktop.i18n import _, ngettext

_NAMED = 5


def replaced_because(content: StatementContent) -> tuple[str, ...]:
    """Say what changed, the first five changes one by one; the reason where somebody gave one."""
    said = [content.replaces_because] if content.replaces_because else []
    said += [_changed(each) for each in content.changes[:_NAMED]]
    rest = len(content.changes) - _NAMED
    if rest > 0:
        more = ngettext("{count} more change.", "{count} more changes.", rest)
        said.append(more.format(count=rest))
    return tuple(said)


def _changed(one: Difference) -> str:
    worded = _sentence(one.kind)
    money_back = one.kind in (Differs.PAID, Differs.EXPENSE_PAID) and one.after_pence is None
    if money_back:
        worded = _("{what}, {day}: the money came back, so it is to be paid again.")
    return worded.format(
        what=one.what,
        day=spoken.long_day(one.on) if one.on else "",
        before_day=spoken.long_day(one.before_on) if one.before_on else "",
        before_hours=hours(one.before_minutes),
        after_hours=hours(one.after_minutes),
        before_pounds=pounds(one.before_pence or 0),
        after_pounds=pounds(one.after_pence or 0),
        before=one.before,
        after=one.after,
        paid=spoken.long_day(one.paid_on) if one.paid_on else "",
    )


def _sentence(kind: Differs) -> str:
    """Word a kind of change; the fields are filled in by the caller."""
    return {
        Differs.WORK_ADDED: _("Added: {what}, {day}, {after_hours}."),
        Differs.WORK_REMOVED: _("Taken off: {what}, {day}, {before_hours}."),
        Differs.DAY: _("{what}: {day} now, {before_day} before."),
        Differs.HOURS: _("{what}, {day}: {after_hours} now, {before_hours} before."),
        Differs.PAYMENT: _("{what}, {day}: a payment of {after_pounds}, {before_pounds} before."),
        Differs.PAID: _("{what}, {day}: {after_pounds} paid on {paid}."),
        Differs.CHOICE: _("{what}, {day}: your choice about the payment changed."),
        Differs.OFFER: _("{what}, {day}: {after_pounds} offered now, {before_pounds} before."),
        Differs.VALUE: _("{what}, {day}: valued at {after_pounds} now, {before_pounds} before."),
        Differs.WORDS: _("{day}: “{after}” now, “{before}” before."),
        Differs.EXPENSE_ADDED: _("Added expense: {what}, {day}, {after_pounds}."),
        Differs.EXPENSE_REMOVED: _("Expense taken off: {what}, {day}, {before_pounds}."),
        Differs.EXPENSE: _("Expense, {what}, {day}: {after_pounds} now, {before_pounds} before."),
        Differs.EXPENSE_PAID: _("Expense, {what}, {day}: {after_pounds} paid back on {paid}."),
        Differs.NAME: _("Your name is written as you want it."),
        Differs.SKILLS: _("The skills you used were changed."),
        Differs.MADE: _("The things made were changed."),
        Differs.CHANGED: _("What changed because of the work was written anew."),
        Differs.NEXT: _("What happens next was written anew."),
        Differs.DETAILS: _("{what}, {day}: a detail was changed."),
        Differs.ABOUT: _("What it says about us, or how to reach us, was changed."),
        Differs.SHOWN: _("It shows what you want it to show."),
    }[kind]
