"""Derive the key of a passphrase and a salt once for all tests of a process."""

import functools
import hashlib
from typing import Any

_derive = functools.cache(hashlib.pbkdf2_hmac)


def remember_keys() -> None:
    """Remember what PBKDF2 said: 256,000 rounds take half a second, and tests open many files."""
    hashlib.pbkdf2_hmac = _remembered


def _remembered(*told: Any, **named: Any) -> bytes:
    return _derive(*told, **named)
