"""Say what money was spent on."""

from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.i18n import _


def expense_kind_words(kind: str) -> str:
    """Say what money was spent on, for a list or a report."""
    return {
        ExpenseKind.BUS: _("Bus"),
        ExpenseKind.TRAIN: _("Train"),
        ExpenseKind.TAXI: _("Taxi"),
        ExpenseKind.CAR: _("Car, by the mile"),
        ExpenseKind.MOTORCYCLE: _("Motorcycle, by the mile"),
        ExpenseKind.BICYCLE: _("Bicycle, by the mile"),
        ExpenseKind.PARKING: _("Parking"),
        ExpenseKind.MEAL: _("Meal"),
        ExpenseKind.CHILDCARE: _("Childcare"),
        ExpenseKind.CARE: _("Replacement care"),
        ExpenseKind.PHONE: _("Phone and data"),
        ExpenseKind.OTHER: _("Something else"),
    }[ExpenseKind(kind)]
