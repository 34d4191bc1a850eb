"""Say in words how a line was understood, what is not sure, and what is still missing."""

from dataclasses import dataclass
from html import escape

from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.dates import format_day
from coprod_desktop.domain.expenses import MILEAGE_KINDS
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.quick_entry import Missing, QuickReading, Role
from coprod_desktop.domain.quick_names import FoundName
from coprod_desktop.domain.small_expenses import SmallCost
from coprod_desktop.domain.time import format_hours, read_as_clock, words_for_minutes
from coprod_desktop.i18n import _
from coprod_desktop.ui.palette import current_tokens
from coprod_desktop.ui.words import choice_word, expense_kind_word, pay_word

_GOOD, _INFO = ("check", "good"), ("info", "ink")
_ASK, _BAD = ("circle-help", "warn"), ("circle-alert", "bad")
_MARKED = frozenset({Role.UNKNOWN, Role.UNSURE})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingLine:
    """One thing that was understood, or that is not: its words, its icon and colour."""

    text: str
    icon: str
    colour: str

    @property
    def is_good(self) -> bool:
        """Say whether this keeps nobody from saving."""
        return (self.icon, self.colour) in (_GOOD, _INFO)


def reading_lines(reading: QuickReading, line: str) -> tuple[ReadingLine, ...]:
    """Return what was understood first, then what is not sure, not understood and missing."""
    good = [
        text
        for text in (
            ", ".join(person.name for person in reading.people),
            _work_words(reading),
            *(cost_words(cost, is_each=len(reading.people) > 1) for cost in reading.costs),
            _project_words(reading),
        )
        if text
    ]
    asked = [unsure_words(name) for name in reading.unsure if name.candidates]
    asked += [missing_words(one) for one in reading.missing]
    bad = [unsure_words(name) for name in reading.unsure if not name.candidates]
    bad += [unknown_words(text) for text in reading.unknown]
    hint = _time_hint(reading, line)
    return (
        *(_line(text, _GOOD) for text in good),
        *((_line(hint, _INFO),) if hint else ()),
        *(_line(text, _ASK) for text in asked),
        *(_line(text, _BAD) for text in bad),
    )


def _line(text: str, look: tuple[str, str]) -> ReadingLine:
    return ReadingLine(text=text, icon=look[0], colour=look[1])


def _time_hint(reading: QuickReading, line: str) -> str:
    """Say how to write 1:30 where 1.30 stands, which is 1 hour 18 minutes."""
    times = [one for one in reading.stretches if one.role is Role.TIME]
    other = read_as_clock(line[times[0].start : times[0].end]) if times else None
    if other is None or other == reading.minutes:
        return ""
    words = _("For {time} write {how}.")
    return words.format(time=words_for_minutes(other), how=format_hours(other))


def _work_words(reading: QuickReading) -> str:
    """Say the work: how long, which kind, when, and whether it is paid."""
    day = format_day(reading.day)
    if reading.minutes is None:
        return day
    parts = [words_for_minutes(reading.minutes), reading.kind or "", day, answer_words(reading)]
    if reading.what:
        parts.insert(2, f"“{reading.what}”")
    return ", ".join(part for part in parts if part)


def answer_words(reading: QuickReading) -> str:
    """Say whether the work is paid, and what the person said to the offer."""
    if reading.pay is not Pay.PAID:
        return pay_word(reading.pay)
    if reading.choice is Choice.PART:
        return _("part paid, {pence}").format(pence=format_pounds(reading.part_pence))
    if reading.choice is Choice.ACCEPT:
        return pay_word(reading.pay)
    return choice_word(reading.choice)


def cost_words(cost: SmallCost, *, is_each: bool) -> str:
    """Say an expense: what for, and how much or how far."""
    amount = format_pounds(cost.pence)
    if cost.tenth_miles:
        miles = f"{cost.tenth_miles / 10:g}"
        amount = _("{miles} miles").format(miles=miles)
    kind = expense_kind_word(cost.kind)
    if cost.kind in MILEAGE_KINDS and not cost.tenth_miles:
        kind = cost.kind.capitalize()  # here it is a cost, not so much a mile
    words = _("{kind}, {amount} for each") if is_each else _("{kind}, {amount}")
    return words.format(kind=kind, amount=amount)


def _project_words(reading: QuickReading) -> str:
    if reading.project is None:
        return ""
    return _("Project: {name}").format(name=reading.project.name)


def unsure_words(name: FoundName) -> str:
    """Ask who is meant, or say that nobody is called so."""
    if not name.candidates:
        return _(
            "Nobody is called “{name}”. Check the spelling, or add the person to Participants "
            "first."
        ).format(name=name.text)
    if len(name.candidates) == 1:
        words = _("Do you mean {name} by “{text}”?")
        return words.format(name=name.candidates[0].name, text=name.text)
    return _("Who is “{text}”? Choose below, or write more letters.").format(text=name.text)


def unknown_words(text: str) -> str:
    """Say that a word is not understood, and what can be done."""
    return _(
        "“{text}” is not understood. Put it in quotation marks if it says what was done."
    ).format(text=text)


def missing_words(missing: Missing) -> str:
    """Ask for what a line does not say yet."""
    return {
        Missing.WHO: _("Who? Begin with a name or its first letters."),
        Missing.TIME: _("How long? Write it as 2h, 1:30 or 90m."),
        Missing.KIND: _("What kind of work? Write it as meeting, prep or travel."),
        Missing.PROJECT: _("For which project? Write # and the first letters of its name."),
    }[missing]


def marked_line(line: str, reading: QuickReading) -> str:
    """Return the line as HTML, with what is not understood underlined; nothing if all is."""
    if not any(one.role in _MARKED for one in reading.stretches):
        return ""
    colour = current_tokens().bad
    marked, at = "", 0
    for stretch in reading.stretches:
        if stretch.role in _MARKED:
            marked += escape(line[at : stretch.start])
            words = escape(line[stretch.start : stretch.end])
            marked += f'<span style="color: {colour}; font-weight: 600"><u>{words}</u></span>'
            at = stretch.end
    return marked + escape(line[at:])


def saved_words(reading: QuickReading) -> str:
    """Say what was saved, in short."""
    who = ", ".join(person.name for person in reading.people)
    what = "" if reading.minutes is None else words_for_minutes(reading.minutes)
    costs = ", ".join(cost_words(cost, is_each=False) for cost in reading.costs)
    about = ", ".join(part for part in (what, reading.kind or "", costs) if part)
    return _("Saved: {who}: {about}.").format(who=who, about=about)
