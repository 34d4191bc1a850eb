"""Say in plain words what is known about an account, and who may check it."""

from collections.abc import Mapping
from types import MappingProxyType

from coprod_desktop.domain import errors
from coprod_desktop.domain.account_checks import AccountCheck
from coprod_desktop.domain.numbers import plain_digits
from coprod_desktop.domain.participants import format_sort_code
from coprod_desktop.i18n import _
from coprod_desktop.services.file_sentences import Wording

Account = tuple[str, str]


def answer_sentence(found: AccountCheck, *, has_table: bool, typed: Account, kept: Account) -> str:
    """Return what the check of a sort code and an account number found.

    `typed` and `kept` are both: where they differ, the digits that are kept are said first.
    """
    answer = _answer(found, has_table=has_table)
    if tuple(map(_digits, typed)) == kept:
        return answer
    written_out = _("In full this is {sort_code}, account {number}.").format(
        sort_code=format_sort_code(kept[0]), number=kept[1]
    )
    return f"{written_out} {answer}"


def _answer(found: AccountCheck, *, has_table: bool) -> str:
    if not has_table:
        return _("No table is loaded, so only the number of digits was looked at.")
    return {
        AccountCheck.VALID: _("The digits fit together. They do not say whose account it is."),
        AccountCheck.NOT_VALID: _(
            "This number does not belong to this sort code: a digit may be missing or swapped. "
            "Look at it again with the person. You can save it all the same."
        ),
        AccountCheck.CANNOT_BE_CHECKED: _(
            "The table does not know this sort code, so only the number of digits was looked at."
        ),
    }[found]


def _digits(text: str) -> str:
    return "".join(letter for letter in plain_digits(text) if letter.isdigit())


ACCOUNT_SENTENCES: Mapping[type[errors.DomainError], Wording] = MappingProxyType(
    {
        errors.AccountUncheckedError: lambda f: _(
            "Changed account details wait for a check: {names}. Nothing was changed. Have "
            "somebody else than the one who changed them phone the person, on the number you "
            "already had, and record it."
        ).format(names=f.several("names")),
        errors.CheckedBySameError: lambda _f: _(
            "You changed this account yourself, and a second pair of eyes protects you both. "
            "Nothing was changed. Ask a colleague to sit down and check it."
        ),
    }
)
