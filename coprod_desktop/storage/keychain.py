"""Keep passphrases where this computer keeps its secrets; only Windows has such a place for us."""

import sys
from typing import Protocol

_OWNER = "Coprod Desktop"
_THIS_COMPUTER = 2  # CRED_PERSIST_LOCAL_MACHINE: it does not travel with the account


class Keychain(Protocol):
    """A place for secrets that only this person's account can read."""

    def read(self, name: str) -> str | None:
        """Return the secret of a name; None where there is none, or none that can be read."""

    def keep(self, name: str, secret: str) -> bool:
        """Keep a secret under a name; return whether the computer took it."""

    def forget(self, name: str) -> None:
        """Take a secret away; nothing happens where there is none."""


if sys.platform == "win32":
    from win32ctypes.pywin32 import pywintypes, win32cred

    class WindowsCredentials:
        """Windows' Credential Manager, under generic credentials of this account and computer."""

        def read(self, name: str) -> str | None:
            """Return the secret of a name; None where there is none, or none that can be read."""
            try:
                found = win32cred.CredRead(_target(name), win32cred.CRED_TYPE_GENERIC)
            except pywintypes.error:
                return None
            blob = found["CredentialBlob"]
            return blob.decode("utf-16-le") if isinstance(blob, bytes) else str(blob)

        def keep(self, name: str, secret: str) -> bool:
            """Keep a secret under a name; return whether the computer took it."""
            told = {
                "Type": win32cred.CRED_TYPE_GENERIC,
                "TargetName": _target(name),
                "UserName": _OWNER,
                "CredentialBlob": secret,
                "Comment": _OWNER,
                "Persist": _THIS_COMPUTER,
            }
            try:
                win32cred.CredWrite(told, 0)
            except pywintypes.error:
                return False
            return True

        def forget(self, name: str) -> None:
            """Take a secret away; nothing happens where there is none."""
            try:
                win32cred.CredDelete(_target(name), win32cred.CRED_TYPE_GENERIC)
            except pywintypes.error:
                return

    def _target(name: str) -> str:
        return f"{_OWNER}: {name}"


def of_this_computer() -> Keychain | None:
    """Return this computer's place for secrets; None where we know of no safe one."""
    if sys.platform == "win32":
        return WindowsCredentials()
    return None
