"""Work out the key of a file while the rest of the program is still being loaded."""

import threading
from pathlib import Path

from coprod_desktop.storage import keys


class KeyAhead:
    """The key of one file, begun at once on a second processor; called as `keys.derive_key` is."""

    def __init__(self, path: Path, passphrase: str) -> None:
        self._passphrase = passphrase
        self._salt = b""
        self._key = ""
        self._work = threading.Thread(target=self._derive, args=(path,), daemon=True)
        self._work.start()

    def _derive(self, path: Path) -> None:
        try:
            self._salt = keys.salt_of(path)
        except OSError:
            return  # whoever opens the file says what is amiss with it
        self._key = keys.derive_key(self._passphrase, self._salt)

    def __call__(self, passphrase: str, salt: bytes) -> str:
        """Return the key; that of another passphrase or salt is worked out anew."""
        self._work.join()
        if self._key and (passphrase, salt) == (self._passphrase, self._salt):
            return self._key
        return keys.derive_key(passphrase, salt)
