"""Say in plain words why no file for the bank was made, and what to do."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from coprod_desktop.domain import errors
from coprod_desktop.domain.layout_errors import LayoutUsedError, LayoutUsualError
from coprod_desktop.i18n import _
from coprod_desktop.services.told_facts import ToldFacts

Wording = Callable[[ToldFacts], str]

BANK_SENTENCES: Mapping[type[errors.DomainError], Wording] = MappingProxyType(
    {
        errors.PayeeNameUnwritableError: lambda f: _(
            "{name} cannot be written in the letters that this bank takes. Nothing was written. "
            "Look up how the bank spells the name of this account, and keep that spelling with "
            "the bank details."
        ).format(name=f.quoted("name")),
        errors.PayeeAccountUnreadableError: lambda f: _(
            "{name} has no whole bank details: a sort code has six digits, an account number "
            "eight. Nothing was written. Complete them, or pay in another way."
        ).format(name=f.quoted("name")),
        errors.PaymentOfNothingError: lambda f: _(
            "{name} would get {pence}, and a bank sends only payments of a penny or more. "
            "Nothing was written. Take this payment out of the run."
        ).format(name=f.quoted("name"), pence=f.money()),
        errors.PaymentTooLargeError: lambda f: _(
            "{name} would get {pence}, and the bank sends at most {most} at once. Nothing was "
            "written. Check the amount, or pay it in parts."
        ).format(name=f.quoted("name"), pence=f.money(), most=f.money("most_pence")),
        errors.FileTotalTooLargeError: lambda f: _(
            "These payments are {pence} together, and one file carries at most {most}. Nothing "
            "was written. Split the pay run."
        ).format(pence=f.money(), most=f.money("most_pence")),
        errors.PayingAccountMissingError: lambda _f: _(
            "This file names the account that the money comes from, and it is not known yet. "
            "Nothing was written. Write its name, sort code and account number, and try again."
        ),
        errors.BacsNumberMissingError: lambda _f: _(
            "This file carries the six digits that Bacs gives to those who send it files "
            "themselves, and they are not known yet. Nothing was written. Ask your bank for "
            "them, or choose your bank's own layout."
        ),
        LayoutUsedError: lambda f: _(
            "Files for the bank were made in the layout {name}, so it stays as it is. Nothing was "
            "changed. Save other words under another name."
        ).format(name=f.quoted("name")),
        LayoutUsualError: lambda f: _(
            "{name} is the layout that your bank files are usually written in. Nothing was "
            "changed. Choose another one for that in Settings first."
        ).format(name=f.quoted("name")),
    }
)
