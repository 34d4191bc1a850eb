"""Remember the passphrase of a file on this computer for the person who asks for it."""

from pathlib import Path

from coprod_desktop.storage import keychain, keys
from coprod_desktop.storage.keychain import Keychain


class RememberedPassphrases:
    """The verbs about passphrases that this computer keeps; none where it has no safe place.

    A file is known by its salt, so that it may be moved or renamed, and a copy opens as it does.
    """

    def __init__(self, place: Keychain | None = None) -> None:
        self._place = place or keychain.of_this_computer()

    @property
    def is_possible(self) -> bool:
        """Say whether this computer has a safe place for secrets."""
        return self._place is not None

    def of(self, path: Path) -> str:
        """Return the passphrase remembered for a file; empty where there is none."""
        name = _name_of(path)
        return (self._place.read(name) or "") if self._place and name else ""

    def remember(self, path: Path, passphrase: str) -> bool:
        """Remember the passphrase that opened a file; return whether the computer took it."""
        name = _name_of(path)
        return bool(self._place and name and self._place.keep(name, passphrase))

    def forget(self, path: Path) -> None:
        """Forget the passphrase of a file."""
        name = _name_of(path)
        if self._place and name:
            self._place.forget(name)


def _name_of(path: Path) -> str:
    try:
        return keys.salt_of(path).hex()
    except OSError:
        return ""
