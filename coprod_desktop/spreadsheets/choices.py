"""Read words that stand for one of a few choices, as people write them."""

import enum
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeVar

from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.domain.participants import Capacity, ContactBy, Edition, PaidBy
from coprod_desktop.domain.text import fold
from coprod_desktop.i18n import _
from coprod_desktop.spreadsheets.cells import read_text
from coprod_desktop.spreadsheets.problems import CellError
from coprod_desktop.spreadsheets.sheets import Cell

_Choice = TypeVar("_Choice", bound=enum.StrEnum)

CAPACITIES: Mapping[str, Capacity] = MappingProxyType(
    {
        "lived experience participant": Capacity.LIVED_EXPERIENCE,
        "expert by experience": Capacity.LIVED_EXPERIENCE,
        "family carer": Capacity.CARER,
        "community": Capacity.COMMUNITY,
        "member of staff": Capacity.STAFF,
        "board member": Capacity.TRUSTEE,
    }
)
PAID_BY: Mapping[str, PaidBy] = MappingProxyType(
    {
        "bacs": PaidBy.BANK,
        "bank transfer": PaidBy.BANK,
        "transfer": PaidBy.BANK,
        "vouchers": PaidBy.VOUCHER,
        "gift voucher": PaidBy.VOUCHER,
        "gift card": PaidBy.VOUCHER,
        "petty cash": PaidBy.CASH,
        "check": PaidBy.CHEQUE,
    }
)
CONTACT_BY: Mapping[str, ContactBy] = MappingProxyType(
    {
        "letter": ContactBy.POST,
        "mail": ContactBy.POST,
        "telephone": ContactBy.PHONE,
        "call": ContactBy.PHONE,
        "phone call": ContactBy.PHONE,
        "text": ContactBy.TEXT,
        "sms": ContactBy.TEXT,
        "e-mail": ContactBy.EMAIL,
        "face to face": ContactBy.IN_PERSON,
    }
)
EDITIONS: Mapping[str, Edition] = MappingProxyType(
    {
        "clear print": Edition.STANDARD,
        "normal": Edition.STANDARD,
        "large print": Edition.LARGE,
        "easy read": Edition.EASY_READ,
        "easyread": Edition.EASY_READ,
    }
)
EXPENSES: Mapping[str, ExpenseKind] = MappingProxyType(
    {
        "coach": ExpenseKind.BUS,
        "bus fare": ExpenseKind.BUS,
        "bus fares": ExpenseKind.BUS,
        "rail": ExpenseKind.TRAIN,
        "train fare": ExpenseKind.TRAIN,
        "train ticket": ExpenseKind.TRAIN,
        "cab": ExpenseKind.TAXI,
        "taxi fare": ExpenseKind.TAXI,
        "mileage": ExpenseKind.CAR,
        "car mileage": ExpenseKind.CAR,
        "motorbike": ExpenseKind.MOTORCYCLE,
        "bike": ExpenseKind.BICYCLE,
        "cycle": ExpenseKind.BICYCLE,
        "car park": ExpenseKind.PARKING,
        "meals": ExpenseKind.MEAL,
        "lunch": ExpenseKind.MEAL,
        "food": ExpenseKind.MEAL,
        "subsistence": ExpenseKind.MEAL,
        "child care": ExpenseKind.CHILDCARE,
        "creche": ExpenseKind.CHILDCARE,
        "carer": ExpenseKind.CARE,
        "care": ExpenseKind.CARE,
        "phone": ExpenseKind.PHONE,
        "data": ExpenseKind.PHONE,
    }
)
_LANGUAGES = MappingProxyType(
    {
        "en": "en", "english": "en", "saesneg": "en", "cy": "cy", "welsh": "cy", "cymraeg": "cy",
        "en+cy": "en+cy", "both": "en+cy", "english and welsh": "en+cy", "bilingual": "en+cy",
    }
)  # fmt: skip


def choose(text: str, kind: type[_Choice], words: Mapping[str, _Choice]) -> _Choice | None:
    """Return what a word stands for, or None where it is not known."""
    plain = fold(text)
    exact = {fold(choice.value): choice for choice in kind}
    return exact.get(plain) or words.get(plain)


def choice_reader(kind: type[_Choice], words: Mapping[str, _Choice]) -> Callable[[Cell], _Choice]:
    """Make a reader of one choice of a few; it raises CellError that names them."""

    def read(cell: Cell) -> _Choice:
        choice = choose(read_text(cell), kind, words)
        if choice is None:
            raise CellError(_not_known(tuple(kind)))
        return choice

    return read


def read_language(cell: Cell) -> str:
    """Read "en", "cy" or "en+cy"; raises CellError."""
    language = _LANGUAGES.get(fold(read_text(cell)))
    if language is None:
        raise CellError(_not_known(("English", "Welsh", "English and Welsh")))
    return language


def _not_known(choices: tuple[str, ...]) -> str:
    return _("This word is not known here. Write one of: {choices}.").format(
        choices=", ".join(choices)
    )
