"""Seal a paper, so that anyone can check later that not one letter of it was changed.

The seal is one line after the end of the file, a comment to every PDF reader. It holds the
organisation's public key and an Ed25519 signature (RFC 8032) of every byte before the line.
"""

import hashlib
import re
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from coprod_desktop.domain.errors import (
    PaperChangedError,
    PaperNotSealedError,
    PaperUnreadableError,
)

_MARK = b"%coprod-seal "
_SEAL = re.compile(rb"%coprod-seal 1 ([0-9a-f]{64}) ([0-9a-f]{128})\n")
_FINGERPRINT_LENGTH = 16


def new_seal_key() -> str:
    """Make a private key for sealing, as 64 hexadecimal figures; keep it secret."""
    return Ed25519PrivateKey.generate().private_bytes_raw().hex()


def seal(pdf: bytes, key_hex: str) -> bytes:
    """Return the paper with its seal; the same paper and key make the same seal."""
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(key_hex))
    body = pdf if pdf.endswith(b"\n") else pdf + b"\n"
    public = key.public_key().public_bytes_raw().hex()
    return body + f"%coprod-seal 1 {public} {key.sign(body).hex()}\n".encode("ascii")


def read_seal(data: bytes, path: Path) -> str:
    """Check a paper's seal and return the fingerprint of the key that made it.

    Raises PaperUnreadableError (no PDF), PaperNotSealedError or PaperChangedError (each `path`).
    """
    if not data.startswith(b"%PDF-"):
        raise PaperUnreadableError(path=path)
    start = data.rfind(_MARK)
    if start < 0:
        raise PaperNotSealedError(path=path)
    found = _SEAL.fullmatch(data[start:])
    if found is None:
        raise PaperChangedError(path=path)
    public = bytes.fromhex(found[1].decode("ascii"))
    try:
        signature = bytes.fromhex(found[2].decode("ascii"))
        Ed25519PublicKey.from_public_bytes(public).verify(signature, data[:start])
    except (InvalidSignature, ValueError) as error:
        raise PaperChangedError(path=path) from error
    return fingerprint(public)


def fingerprint(public_key: bytes) -> str:
    """Write a public key so that two people can compare it, as "1f2e 3d4c 5b6a 7988"."""
    figures = hashlib.sha256(public_key).hexdigest()[:_FINGERPRINT_LENGTH]
    return " ".join(figures[start : start + 4] for start in range(0, len(figures), 4))
