"""Check that Windows' Python is what the Python Software Foundation signed."""

import re
import subprocess
from pathlib import Path

from installer.console import SetUpError
from installer.windows.closure import binaries
from installer.windows.places import HERE, WORK

# What a Debian lacks and Windows has: the roots that Microsoft itself signs under.
# Their fingerprints are the published ones; decision 0016 says where they come from.
_ROOTS = HERE / "microsoft-roots.pem"
_DEBIAN = Path("/etc/ssl/certs/ca-certificates.crt")
_SIGNERS = re.compile(r"O ?= ?(Python Software Foundation|Microsoft Corporation)\b")


def check_python(folder: Path) -> int:
    """Check the signature of every program file of Windows' Python and count them.

    Raises SetUpError for the first one that is not signed as it should be.
    """
    roots = WORK / "roots.pem"
    roots.write_bytes(_DEBIAN.read_bytes() + b"\n" + _ROOTS.read_bytes())
    files = binaries(folder)
    for path in files:
        is_right, told = verified(path, roots)
        if not is_right or not _SIGNERS.search(told):
            raise SetUpError(f"{told}\nThe signature of {path} is not the one expected.")
    return len(files)


def verified(path: Path, roots: Path) -> tuple[bool, str]:
    """Tell whether a file's signature is whole and leads to one of `roots`, and what was found."""
    command = ["osslsigncode", "verify", "-CAfile", str(roots), "-TSA-CAfile", str(roots)]
    if "-ignore-crl" in _ability():
        command.append("-ignore-crl")  # to ask the lists of withdrawn ones needs the network
    done = subprocess.run(
        [*command, "-in", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    return done.returncode == 0, done.stdout


def _ability() -> str:
    done = subprocess.run(
        ["osslsigncode", "verify", "--help"], capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr
