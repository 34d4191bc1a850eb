"""With a certificate, launcher and setup program are signed, and one changed byte shows."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from installer.windows import packing, signing
from installer.windows.launcher import make_launcher
from installer.windows.places import PROGRAM
from installer.windows.signatures import verified

_NEEDED = ("makensis", "osslsigncode", "openssl", "x86_64-w64-mingw32-gcc")
_MISSING = [name for name in _NEEDED if not shutil.which(name)]
pytestmark = pytest.mark.skipif(
    bool(_MISSING), reason=f"The Windows build's programs are not here: {', '.join(_MISSING)}."
)


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a certificate that nobody trusts, and name it to the build."""
    key, made = tmp_path / "test-key.pem", tmp_path / "test.pem"
    words = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    words += ["-subj", "/CN=Only a test", "-addext", "extendedKeyUsage=codeSigning"]
    subprocess.run([*words, "-keyout", key, "-out", made], check=True, capture_output=True)
    monkeypatch.setenv(signing.CERTIFICATE, str(made))
    monkeypatch.setenv(signing.KEY, str(key))
    return made


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what is made on the way in a folder of the test."""
    for module in (packing, sys.modules["installer.windows.launcher"]):
        monkeypatch.setattr(module, "WORK", tmp_path)
    return tmp_path


def test_launcher_and_setup_are_signed_and_a_changed_byte_shows(
    work: Path, certificate: Path
) -> None:
    bundle = work / "bundle"
    bundle.mkdir()
    make_launcher(bundle / PROGRAM)
    assert not verified(bundle / PROGRAM, certificate)[0]
    signing.sign(bundle / PROGRAM)
    setup = work / "Coprod-Test.exe"
    packing.make_setup(bundle, setup, "0.0.1", is_fast=True)
    for path in (bundle / PROGRAM, setup):
        is_right, told = verified(path, certificate)
        assert is_right, told
        assert "Only a test" in told
    content = bytearray(setup.read_bytes())
    content[len(content) // 2] ^= 1
    setup.write_bytes(content)
    assert not verified(setup, certificate)[0]


def test_without_a_certificate_nothing_is_signed(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(signing.CERTIFICATE, raising=False)
    bundle, setup = work / "bundle", work / "Coprod-Test.exe"
    bundle.mkdir()
    make_launcher(bundle / PROGRAM)
    packing.make_setup(bundle, setup, "0.0.1", is_fast=True)
    told = verified(setup, Path("/etc/ssl/certs/ca-certificates.crt"))[1]
    assert "No signature found" in told


def test_the_same_source_makes_the_same_launcher_and_setup(work: Path) -> None:
    made = []
    for name in ("one", "other"):
        bundle = work / name
        bundle.mkdir()
        make_launcher(bundle / PROGRAM)
        packing.make_setup(bundle, work / f"{name}.exe", "0.0.1", is_fast=True)
        made.append((work / f"{name}.exe").read_bytes())
    assert made[0] == made[1]
