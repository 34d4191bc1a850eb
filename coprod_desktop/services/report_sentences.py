"""Say in plain words why a list, a report or a file for another program was not made."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from coprod_desktop.domain import report_errors
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.i18n import _
from coprod_desktop.services.told_facts import ToldFacts

Wording = Callable[[ToldFacts], str]

REPORT_SENTENCES: Mapping[type[DomainError], Wording] = MappingProxyType(
    {
        report_errors.ListTooLongError: lambda f: _(
            "This list has more than {most:,} rows, and no more fit. Nothing was written. Filter "
            "it first, or choose a CSV file, which has no limit."
        ).format(most=f.whole("most")),
        report_errors.PivotTooWideError: lambda f: _(
            "This table would have {count:,} columns, and nobody reads more than {most:,}. Put "
            "them down the side instead, or choose fewer days."
        ).format(count=f.whole("count"), most=f.whole("most")),
        report_errors.SameGroupTwiceError: lambda _f: _(
            "The rows and the columns are the same. Choose another one for the columns."
        ),
        report_errors.PresetUnreadableError: lambda f: _(
            "This preset is not written as its page says, here: {because}. Nothing was written. "
            "Mend that place and try again."
        ).format(because=f.quoted("because")),
        report_errors.NothingToSendError: lambda _f: _(
            "Nobody was paid in these days, so there is no file. Choose other days."
        ),
    }
)
