"""A key that was begun ahead is the key; for anything else it is worked out anew."""

from pathlib import Path

from coprod_desktop.services.key_ahead import KeyAhead
from coprod_desktop.storage.keys import SALT_BYTES, derive_key


def test_the_key_is_the_one_that_would_have_been_derived(tmp_path: Path) -> None:
    path = tmp_path / "a.coprod"
    salt = bytes(range(SALT_BYTES))
    path.write_bytes(salt + b"the rest")
    ahead = KeyAhead(path, "correct horse")
    assert ahead("correct horse", salt) == derive_key("correct horse", salt)


def test_another_passphrase_or_another_file_gets_its_own_key(tmp_path: Path) -> None:
    path = tmp_path / "a.coprod"
    path.write_bytes(bytes(SALT_BYTES))
    ahead = KeyAhead(path, "correct horse")
    other = b"1" * SALT_BYTES
    assert ahead("correct horse", other) == derive_key("correct horse", other)
    assert ahead("battery staple", bytes(SALT_BYTES)) == derive_key(
        "battery staple", bytes(SALT_BYTES)
    )


def test_a_file_that_is_not_there_is_left_to_whoever_opens_it(tmp_path: Path) -> None:
    ahead = KeyAhead(tmp_path / "gone.coprod", "correct horse")
    assert ahead("correct horse", bytes(SALT_BYTES)) == derive_key(
        "correct horse", bytes(SALT_BYTES)
    )
