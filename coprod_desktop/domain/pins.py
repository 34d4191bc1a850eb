"""The number with which an operator says that it is really them at the keyboard."""

import dataclasses
import datetime
import hashlib
import hmac
import re
import secrets

from coprod_desktop.domain.errors import PinTooShortError

_ROUNDS = {"n": 2**14, "r": 8, "p": 1}
_TRIES = 5
_LONGEST_WAIT = datetime.timedelta(minutes=15)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class OperatorPin:
    """What tells the right PIN from a wrong one, and how often it was typed wrongly in a row.

    It is no encryption: whoever has the passphrase has the file. It tells people at one laptop
    apart.
    """

    operator_pin_id: int
    operator_id: int
    salt: str = dataclasses.field(repr=False)
    digest: str = dataclasses.field(repr=False)
    wrong_tries: int = 0
    last_wrong_at: datetime.datetime | None = None

    def fits(self, pin: str) -> bool:
        """Say whether this is the PIN."""
        return hmac.compare_digest(self.digest, digest_of(pin, self.salt))

    @property
    def tries_left(self) -> int:
        """How many tries there are before one has to wait."""
        return max(0, _TRIES - self.wrong_tries)

    def after_wrong_try(self, now: datetime.datetime) -> "OperatorPin":
        """Return the record with one more wrong try in it."""
        return dataclasses.replace(self, wrong_tries=self.wrong_tries + 1, last_wrong_at=now)

    def after_right_try(self) -> "OperatorPin":
        """Return the record with no wrong try in it."""
        return dataclasses.replace(self, wrong_tries=0, last_wrong_at=None)

    def wait_until(self) -> datetime.datetime | None:
        """Return until when no further try is taken: a minute after five, then twice as long."""
        if self.last_wrong_at is None or self.wrong_tries < _TRIES:
            return None
        times = min(self.wrong_tries - _TRIES, 10)
        return self.last_wrong_at + min(datetime.timedelta(minutes=2**times), _LONGEST_WAIT)


def check_pin(pin: str) -> str:
    """Return a new PIN of four to twelve digits; raises PinTooShortError."""
    if not re.fullmatch(r"[0-9]{4,12}", pin) or len(set(pin)) == 1:
        raise PinTooShortError()
    return pin


def new_salt() -> str:
    """Return what is mixed into a new PIN, so that two alike do not look alike."""
    return secrets.token_hex(16)


def digest_of(pin: str, salt: str) -> str:
    """Return what is kept of a PIN."""
    return hashlib.scrypt(pin.encode(), salt=bytes.fromhex(salt), **_ROUNDS).hex()
