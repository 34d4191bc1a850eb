"""Turn the organisation's passphrase into the key of its file, as SQLCipher itself does."""

import hashlib
import hmac
import secrets
import unicodedata
from pathlib import Path

from coprod_desktop.domain.errors import PassphraseTooShortError

ROUNDS = 256_000
SALT_BYTES = 16
LEAST_CHARACTERS = 8
_OTHER_KINDS = (
    b"SQLite format 3\x00",
    b"PK\x03\x04",
    b"%PDF",
    b"\xd0\xcf\x11\xe0",
    b"\xff\xd8\xff",
    b"\x89PNG\r\n",
    b"GIF8",
)


def begins_as_another_kind(start: bytes) -> bool:
    """Say whether a file that begins so is a picture, a PDF, an office file or a plain database."""
    return start.startswith(_OTHER_KINDS)


def new_salt() -> bytes:
    """Make the 16 bytes that a new file begins with."""
    salt = secrets.token_bytes(SALT_BYTES)
    # One file in 16 million would begin as a JPEG does, and then be refused as one.
    return new_salt() if begins_as_another_kind(salt) else salt


def salt_of(path: Path) -> bytes:
    """Read the salt of a file: its first 16 bytes."""
    with path.open("rb") as file:
        return file.read(SALT_BYTES)


def derive_key(passphrase: str, salt: bytes) -> str:
    """Return the key as SQLCipher 4 derives it, then the salt, in hexadecimal.

    Deriving once and handing the key to every connection pays the cost of 256,000 rounds once.
    The passphrase is composed first (NFC), so that ŵ typed on two keyboards is one letter.
    """
    secret = unicodedata.normalize("NFC", passphrase).encode()
    key = hashlib.pbkdf2_hmac("sha512", secret, salt, ROUNDS, dklen=32)
    return key.hex() + salt.hex()


def is_of(passphrase: str, key: str) -> bool:
    """Say whether a passphrase makes this key, as `derive_key` returned it."""
    salt = bytes.fromhex(key[-2 * SALT_BYTES :])
    return hmac.compare_digest(derive_key(passphrase, salt), key)


def check_new_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that is easy to guess by trying; raises PassphraseTooShortError."""
    if len(passphrase.strip()) < LEAST_CHARACTERS:
        raise PassphraseTooShortError(least=LEAST_CHARACTERS)
