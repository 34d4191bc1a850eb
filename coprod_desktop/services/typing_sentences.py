"""Words for what goes wrong while somebody types."""

from collections.abc import Mapping
from types import MappingProxyType

from coprod_desktop.domain import typing_errors
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.i18n import _
from coprod_desktop.services.rule_sentences import Wording

TYPING_SENTENCES: Mapping[type[DomainError], Wording] = MappingProxyType(
    {
        typing_errors.PennyPartError: lambda f: _(
            "{text} does not come to whole pence. Write the amount in pounds and whole pence, as "
            "12.50."
        ).format(text=f.quoted()),
        typing_errors.LongerThanDayError: lambda f: _(
            "{text} is {hours}, and a day has 24 hours. For minutes write 45m, for hours and "
            "minutes 1:30."
        ).format(text=f.quoted(), hours=f.minutes()),
    }
)
