"""Only Windows has a place for secrets that we know to be safe."""

import sys

import pytest

from coprod_desktop.storage import keychain


def test_other_systems_are_not_trusted_with_a_passphrase() -> None:
    place = keychain.of_this_computer()
    assert (place is None) == (sys.platform != "win32")


@pytest.mark.skipif(sys.platform != "win32", reason="tried by the trial of the setup program")
def test_a_secret_is_kept_read_and_forgotten() -> None:
    place = keychain.of_this_computer()
    assert place is not None
    assert place.keep("a test", "pafiliwn ŵyl 🌊")
    assert place.read("a test") == "pafiliwn ŵyl 🌊"
    place.forget("a test")
    place.forget("a test")
    assert place.read("a test") is None
