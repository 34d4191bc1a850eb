"""Say in plain words what went wrong when papers were issued, and what to do."""

from collections.abc import Mapping
from types import MappingProxyType

from coprod_desktop.domain import issuing_errors as errors
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.i18n import _
from coprod_desktop.services.rule_sentences import Wording

ISSUING_SENTENCES: Mapping[type[DomainError], Wording] = MappingProxyType(
    {
        errors.PasswordMissingError: lambda _f: _(
            "The password is empty, so nothing was made. Write one, or make the papers without."
        ),
        errors.WebPageNotLockedError: lambda _f: _(
            "A web page cannot be locked with a password, so nothing was made. Make the web pages "
            "without a password, or only the PDFs with one."
        ),
        errors.NothingToTellError: lambda f: _(
            "{name} has no work from {first} to {last}, so there is nothing to tell. Choose other "
            "days."
        ).format(name=f.plain("name"), first=f.day("from_on"), last=f.day("to_on")),
        errors.NothingToCorrectError: lambda f: _(
            "No statement of {name} for these days replaces another one. Correct the work or the "
            "expense, issue the statement again, and then make the notice."
        ).format(name=f.plain("name")),
        errors.NothingToCheckError: lambda f: _(
            "All that {name} did and spent on these days is approved or paid, so there is nothing "
            "to check. Choose other days."
        ).format(name=f.plain("name")),
        errors.NoCheckSheetError: lambda f: _(
            "The paper {number} is no check sheet, so it has no answer. Look at the number on the "
            "sheet: it begins with Q."
        ).format(number=f.plain("number")),
        errors.AnsweredAlreadyError: lambda f: _(
            "The answer to {number} is written down already. To change it, take it back in the "
            "history first."
        ).format(number=f.plain("number")),
    }
)
