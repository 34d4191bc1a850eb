"""Find the layout that a bank wants by its name, and write a pay run in it."""

import datetime
import functools

from coprod_desktop.banking.bacs_standard_18 import bacs_files
from coprod_desktop.banking.layout_reading import read_layout
from coprod_desktop.banking.layouts import Layout
from coprod_desktop.banking.pain_001 import PainVersion, pain_files
from coprod_desktop.banking.payment_csv import payment_files
from coprod_desktop.domain.errors import LayoutUnknownError
from coprod_desktop.domain.payment_orders import PaymentFile, PaymentOrder
from coprod_desktop.paths import resource
from coprod_desktop.services.bank_holidays import bank_holidays

CSV_LAYOUTS = ("plain", "natwest-bankline", "lloyds", "unity", "bacs-bureau")
BACS_LAYOUT, BACS_DAYS_LAYOUT = "bacs-standard-18", "bacs-standard-18-multi-day"
LAYOUTS = (*CSV_LAYOUTS, BACS_LAYOUT, BACS_DAYS_LAYOUT, *PainVersion)


@functools.cache
def shipped_layout(name: str) -> Layout:
    """Return a CSV layout that comes with the program; raises LayoutUnknownError."""
    if name not in CSV_LAYOUTS:
        raise LayoutUnknownError(name=name, known=LAYOUTS)
    return read_layout(layout_text(name))


def layout_template() -> str:
    """Return the text of a layout that a charity copies to write its own."""
    return layout_text("my-bank")


def bank_files(name: str, order: PaymentOrder) -> tuple[PaymentFile, ...]:
    """Return the files of an order in the layout of a name.

    Raises LayoutUnknownError, and what `payment_files`, `bacs_files` and `pain_files` raise.
    """
    if name in (BACS_LAYOUT, BACS_DAYS_LAYOUT):
        return bacs_files(order, is_bank_day, has_days=name == BACS_DAYS_LAYOUT)
    if name in tuple(PainVersion):
        return pain_files(order, PainVersion(name))
    return payment_files(shipped_layout(name), order)


def is_bank_day(day: datetime.date) -> bool:
    """Say whether banks work on a day: on weekdays that are no bank holiday in England."""
    return day.weekday() < 5 and day not in bank_holidays(day.year - 1, day.year + 1)


def layout_text(name: str) -> str:
    """Return the text of a layout that comes with the program."""
    return resource("bank-layouts", f"{name}.toml").read_text(encoding="utf-8")
