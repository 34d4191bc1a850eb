"""Keep the vouchers: list them, add them, set them aside for a pay run, mark one as spoilt."""

import argparse

from coprod_desktop.cli.answers import Answer, columns
from coprod_desktop.cli.door import opened
from coprod_desktop.domain.cash_sheets import serial_ranges
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.registers import RunSetAside, SetAside, VoucherLine, VoucherStock
from coprod_desktop.domain.vouchers import Voucher, VoucherState
from coprod_desktop.i18n import _, ngettext


def show(arguments: argparse.Namespace) -> Answer:
    """List every voucher, those in stock first."""
    with opened(arguments) as office:
        stock = office.vouchers.stock()
    told: dict[str, object] = {
        "in_stock": stock.count(VoucherState.IN_STOCK),
        "in_stock_pence": stock.pence(VoucherState.IN_STOCK),
        "set_aside_pence": stock.pence(VoucherState.SET_ASIDE),
        "handed_over_pence": stock.pence(VoucherState.HANDED_OVER),
        "spoilt_pence": stock.pence(VoucherState.SPOILT),
        "waiting": [
            {"run": one.number, "payments": one.payments, "pence": one.pence}
            for one in stock.waiting
        ],
        "vouchers": [_told_line(one) for one in stock.lines],
    }
    return Answer(told=told, words=_stock_words(stock))


def _told_line(line: VoucherLine) -> dict[str, object]:
    return {
        "name": line.name,
        "serials": list(line.serials),
        "value_pence": line.value_pence,
        "pence": line.pence,
        "state": str(line.state),
        "bought_on": line.bought_on.isoformat(),
        "participant": line.participant,
        "run": line.run_number or None,
        "handed_on": line.handed_on.isoformat() if line.handed_on else None,
        "note": line.note,
    }


def _stock_words(stock: VoucherStock) -> list[str]:
    count = stock.count(VoucherState.IN_STOCK)
    head = ngettext(
        "{count} voucher in stock, worth {pence}.", "{count} vouchers in stock, worth {pence}.",
        count,
    ).format(count=count, pence=format_pounds(stock.pence(VoucherState.IN_STOCK)))  # fmt: skip
    waits = _("Pay run {number} still needs vouchers for {pence}.")
    waiting = [
        waits.format(number=one.number, pence=format_pounds(one.pence)) for one in stock.waiting
    ]
    if not stock.lines:
        return [head, *waiting]
    rows = [(_("Voucher"), _("Serials"), _("Where"), _("For"), _("Value"))]
    for line in stock.lines:
        pence = format_pounds(line.pence)
        rows.append(
            (line.name, serial_ranges(line.serials), str(line.state), line.participant, pence)
        )
    return [head, *waiting, *columns(rows, right=(4,))]


def add(arguments: argparse.Namespace) -> Answer:
    """Add vouchers that were bought."""
    with opened(arguments) as office:
        day = arguments.on_day or office.desk.today()
        new = office.vouchers.add(
            arguments.name, arguments.first, arguments.count, arguments.value, day
        )
    serials = [one.serial for one in new]
    pence = sum(one.value_pence for one in new)
    words = _("Added {serials}, worth {pence} in all.").format(
        serials=serial_ranges(serials), pence=format_pounds(pence)
    )
    return Answer(told={"name": new[0].name, "serials": serials, "pence": pence}, words=[words])


def set_aside(arguments: argparse.Namespace) -> Answer:
    """Set vouchers aside for the payments of a run."""
    with opened(arguments) as office:
        found = office.vouchers.set_aside(arguments.run)
    return Answer(
        told={
            "run": found.number,
            "set_aside": [_told_payment(one) for one in found.done],
            "left": [{**_told_payment(one), "because": one.because} for one in found.left],
        },
        words=_set_aside_words(found),
    )


def _told_payment(one: SetAside) -> dict[str, object]:
    return {
        "payment": one.payment_id,
        "participant": one.participant,
        "pence": one.pence,
        "serials": list(one.serials),
    }


def _set_aside_words(found: RunSetAside) -> list[str]:
    if not found.done and not found.left:
        return [_("Pay run {number} pays nobody by voucher.").format(number=found.number)]
    rows = [
        (one.participant, format_pounds(one.pence), serial_ranges(one.serials))
        for one in found.done
    ]
    none = _("None for {name}: {because}")
    left = [none.format(name=one.participant, because=one.because) for one in found.left]
    return [*columns(rows, right=(1,)), *left]


def put_back(arguments: argparse.Namespace) -> Answer:
    """Put the vouchers of a payment back into stock."""
    with opened(arguments) as office:
        back = office.vouchers.put_back(arguments.payment)
    serials = [one.serial for one in back]
    words = _("Nothing was set aside for this payment.")
    if serials:
        words = _("Back in stock: {serials}.").format(serials=serial_ranges(serials))
    return Answer(told={"payment": arguments.payment, "serials": serials}, words=[words])


def spoil(arguments: argparse.Namespace) -> Answer:
    """Mark a voucher as spoilt or lost."""
    with opened(arguments) as office:
        found = office.vouchers.with_serial(arguments.serial, arguments.name)
        return _turned(office.vouchers.spoil(found.voucher_id, arguments.because))


def unspoil(arguments: argparse.Namespace) -> Answer:
    """Put a voucher that was found again into stock."""
    with opened(arguments) as office:
        found = office.vouchers.with_serial(arguments.serial, arguments.name)
        return _turned(office.vouchers.unspoil(found.voucher_id))


def _turned(voucher: Voucher) -> Answer:
    words = _("{serial} is in stock again.")
    if voucher.state is VoucherState.SPOILT:
        words = _("{serial} is marked as spoilt or lost, and is not handed out.")
    told = {"serial": voucher.serial, "name": voucher.name, "state": str(voucher.state)}
    return Answer(told=told, words=[words.format(serial=voucher.serial)])
