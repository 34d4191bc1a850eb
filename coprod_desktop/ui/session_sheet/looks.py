"""How the cells of the sheet look: words, swatch, link and ground."""

from dataclasses import dataclass

from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.i18n import _
from coprod_desktop.services.sessions import PricedRow
from coprod_desktop.ui.session_sheet.draft import DraftRow, Place, Wrong, is_empty, shown
from coprod_desktop.ui.widgets.swatch import Swatch


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a cell shows; `colour` and `ground` name tokens, `link` stands after the words."""

    text: str = ""
    colour: str = "ink"
    swatch: Swatch | None = None
    link: str = ""
    ground: str = ""


def cell_look(
    row: DraftRow,
    place: Place,
    *,
    trouble: Wrong | None,
    priced: PricedRow | None,
    is_twice: bool,
    has_people: bool,
) -> Look:
    """Return how a cell looks; what is in the way of saving is marked."""
    text = shown(row, place)
    if row.wrong_at(place) or (trouble is not None and trouble.place is place):
        return Look(text=text, colour="bad", ground="bad_tint")
    if place is Place.OFFER:
        return _offer_look(row, priced)
    if place is Place.ANSWER:
        return Look(text=text, swatch=_swatch(row))
    if place is not Place.NAME:
        return Look(text=text)
    if is_empty(row):
        hint = _("Type 2 letters of a name") if has_people else _("Type a name to add a person")
        return Look(text=hint, colour="ink_2")
    return Look(text=text, ground="warn_tint" if is_twice else "")


def _offer_look(row: DraftRow, priced: PricedRow | None) -> Look:
    if priced is None:
        return Look()
    link = _("why?")
    if priced.offered_pence:
        return Look(text=format_pounds(priced.offered_pence), link=link)
    is_salary = row.answer is not None and row.answer.pay is Pay.SALARY
    words = _("In salary") if is_salary else _("No offer")
    return Look(text=words, colour="ink_2", link=link)


def _swatch(row: DraftRow) -> Swatch | None:
    if row.answer is None:
        return None
    if row.answer.choice is Choice.PART:
        return Swatch.PART
    is_unpaid = row.answer.pay is Pay.UNPAID or row.answer.choice is Choice.DECLINE
    return Swatch.UNPAID if is_unpaid else Swatch.PAID
