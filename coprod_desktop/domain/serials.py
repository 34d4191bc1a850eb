"""The serial numbers printed on vouchers: counted on, and put in order."""

import re

from coprod_desktop.domain.errors import NameMissingError
from coprod_desktop.domain.register_errors import SerialUncountableError, VoucherCountError
from coprod_desktop.domain.text import clean_line

LONGEST_SERIAL = 40
MOST_AT_ONCE = 2000
_NUMBERED = re.compile(r"(.*?)([0-9]{1,18})", re.DOTALL)


def serials_from(first: str, count: int) -> tuple[str, ...]:
    """Return so many serials from the first on: its letters and its leading noughts stay.

    Raises NameMissingError, TextTooLongError, VoucherCountError, or SerialUncountableError where
    there is more than one and the first ends in no figure.
    """
    start = clean_line(first, limit=LONGEST_SERIAL)
    if not start:
        raise NameMissingError()
    if not 1 <= count <= MOST_AT_ONCE:
        raise VoucherCountError(limit=MOST_AT_ONCE)
    if count == 1:
        return (start,)
    match = _NUMBERED.fullmatch(start)
    if match is None:
        raise SerialUncountableError(text=start)
    number, width = int(match[2]), len(match[2])
    return tuple(f"{match[1]}{number + more:0{width}d}" for more in range(count))


def serial_order(serial: str) -> tuple[str, int, str]:
    """Return what to sort by, so that HV-99 comes before HV-100."""
    match = _NUMBERED.fullmatch(serial)
    return (match[1], int(match[2]), serial) if match else (serial, -1, serial)
