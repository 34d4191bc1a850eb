"""Open the charity's file and seat somebody at its keyboard."""

import datetime
from collections.abc import Callable

from coprod_desktop.domain.errors import NotFoundError, PinNeededError
from coprod_desktop.domain.organisation import Operator
from coprod_desktop.domain.text import fold
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.operators import OperatorService
from coprod_desktop.storage import database
from coprod_desktop.storage.database import utc_now
from coprod_desktop.storage.keys import derive_key

Clock = Callable[[], datetime.datetime]


def open_desk(
    location: str,
    passphrase: str,
    *,
    operator: str | None = None,
    pin: str = "",
    forgotten: str = "",
    clock: Clock = utc_now,
    derive: Callable[[str, bytes], str] = derive_key,
) -> Desk:
    """Open a file or a shared database, as the named operator or the first one.

    Where one of several operators has a PIN, who opens says who they are. `forgotten` is the reason
    to take the named operator's PIN away, as `OperatorService.clear_pin` does. `derive` turns
    passphrase and salt into the key. Raises what `open_database` raises, NotFoundError for an
    operator who is not there, PinNeededError, PinWrongError or PinWaitError.
    """
    opened = database.open_database(location, passphrase, clock=clock, derive=derive)
    desk = Desk(opened, clock=clock)
    try:
        operators = OperatorService(desk)
        who = _chosen(operators, operator)
        if forgotten:
            desk.operator = who  # the change is theirs; no desk comes of it unless they may sit
            operators.clear_pin(who.operator_id, forgotten, passphrase)
        operators.sit_down(who.operator_id, pin)
    except BaseException:
        opened.close()
        raise
    return desk


def _chosen(operators: OperatorService, name: str | None) -> Operator:
    everybody = operators.everybody()
    if name is not None:
        named = [one for one in everybody if fold(one.name) == fold(name)]
        if not named:
            raise NotFoundError(noun="operator", name=name)
        return named[0]
    if not everybody:
        raise NotFoundError(noun="operator", name=name)
    pins = operators.with_pins()
    if len(everybody) > 1 and any(one.operator_id in pins for one in everybody):
        raise PinNeededError(names=tuple(one.name for one in everybody))
    return everybody[0]
