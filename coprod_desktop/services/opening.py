"""Open the charity's file and seat somebody at its keyboard."""

import datetime
from collections.abc import Callable

from coprod_desktop.domain.errors import NotFoundError
from coprod_desktop.domain.organisation import Operator
from coprod_desktop.domain.text import fold
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage import database
from coprod_desktop.storage.database import Database, utc_now
from coprod_desktop.storage.keys import derive_key

Clock = Callable[[], datetime.datetime]


def open_desk(
    location: str,
    passphrase: str,
    *,
    operator: str | None = None,
    clock: Clock = utc_now,
    derive: Callable[[str, bytes], str] = derive_key,
) -> Desk:
    """Open a file or a shared database, as the named operator or the first one.

    `derive` turns passphrase and salt into the key. Raises what `open_database` raises, and
    NotFoundError for an operator who is not there.
    """
    opened = database.open_database(location, passphrase, clock=clock, derive=derive)
    desk = Desk(opened, clock=clock)
    try:
        desk.operator = _operator(opened, operator)
    except BaseException:
        opened.close()
        raise
    return desk


def _operator(opened: Database, name: str | None) -> Operator:
    with opened.reading() as reading:
        operators = reading.find(Operator, is_active=True)
    for operator in operators:
        if name is None or fold(operator.name) == fold(name):
            return operator
    raise NotFoundError(noun="operator", name=name)
