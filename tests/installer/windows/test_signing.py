"""With a certificate the setup program is signed, and one changed byte shows."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from installer.windows import launcher, packing, signing
from installer.windows.places import PROGRAM
from installer.windows.signatures import verified

_SET_UP = "`python3 -m installer.windows.build` sets them up"
_NEEDED = ("makensis", "osslsigncode", "openssl")
_COMPILER = "x86_64-w64-mingw32-gcc"
_MISSING = [name for name in _NEEDED if not shutil.which(name)]
pytestmark = pytest.mark.skipif(
    bool(_MISSING), reason=f"Not on this computer: {', '.join(_MISSING)}; {_SET_UP}."
)


@pytest.fixture
def certificate(tmp_path: Path) -> Iterator[Path]:
    """Make a certificate that nobody trusts, and name it to the build."""
    with signing.certificate_for_trials(tmp_path) as made:
        yield made


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what is made on the way in a folder of the test; nothing is signed."""
    monkeypatch.delenv(signing.CERTIFICATE, raising=False)
    for module in (packing, launcher):
        monkeypatch.setattr(module, "WORK", tmp_path)
    return tmp_path


def small_setup(folder: Path, name: str) -> Path:
    """Make a setup program of one small file."""
    bundle, made = folder / f"{name} bundle", folder / f"{name}.exe"
    bundle.mkdir()
    (bundle / PROGRAM).write_text("a program", encoding="utf-8")
    packing.make_setup(bundle, made, "0.0.1", is_fast=True)
    return made


def test_setup_is_signed_and_a_changed_byte_shows(work: Path, certificate: Path) -> None:
    setup = small_setup(work, "signed")
    is_right, told = verified(setup, certificate)
    assert is_right, told
    assert "Only a trial" in told
    content = bytearray(setup.read_bytes())
    content[len(content) // 2] ^= 1
    setup.write_bytes(content)
    assert not verified(setup, certificate)[0]


def test_a_program_is_signed_in_its_place(work: Path) -> None:
    program = small_setup(work, "program")
    with signing.certificate_for_trials(work) as certificate:
        assert not verified(program, certificate)[0]
        signing.sign(program)
        assert verified(program, certificate)[0]


def test_without_a_certificate_nothing_is_signed(work: Path) -> None:
    told = verified(small_setup(work, "plain"), Path("/etc/ssl/certs/ca-certificates.crt"))[1]
    assert "No signature found" in told


def test_the_same_files_make_the_same_setup(work: Path) -> None:
    one, again = small_setup(work, "one"), small_setup(work, "again")
    assert one.read_bytes() == again.read_bytes()


@pytest.mark.skipif(
    not shutil.which(_COMPILER), reason=f"Not on this computer: {_COMPILER}; {_SET_UP}."
)
def test_the_same_source_makes_the_same_launcher(work: Path) -> None:
    made = []
    for name in ("one.exe", "again.exe"):
        launcher.make_launcher(work / name)
        made.append((work / name).read_bytes())
    assert made[0] == made[1]
    assert "Coprod Desktop".encode("utf-16-le") in made[0]
