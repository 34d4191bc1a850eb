"""Sign a program file with our certificate, where there is one.

Without a certificate nothing is signed. Two variables of the environment name one, as PEM files:
COPROD_SIGNING_CERTIFICATE, with its chain, and COPROD_SIGNING_KEY. For a time stamp, or a key on a
token, COPROD_SIGNING_OPTIONS holds more words for `osslsigncode sign`.
"""

import contextlib
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

CERTIFICATE, KEY = "COPROD_SIGNING_CERTIFICATE", "COPROD_SIGNING_KEY"
OPTIONS = "COPROD_SIGNING_OPTIONS"


def has_certificate() -> bool:
    """Tell whether a certificate is named."""
    return bool(os.environ.get(CERTIFICATE))


def sign(path: Path) -> None:
    """Sign a program file in its place; raises CalledProcessError where that does not succeed."""
    signed = path.with_name(path.name + ".signed")
    signed.unlink(missing_ok=True)
    words = ["-certs", os.environ[CERTIFICATE], "-key", os.environ[KEY], "-h", "sha256"]
    words += ["-n", "Coprod Desktop", *shlex.split(os.environ.get(OPTIONS, ""))]
    subprocess.run(
        ["osslsigncode", "sign", *words, "-in", str(path), "-out", str(signed)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    signed.replace(path)


@contextlib.contextmanager
def certificate_for_trials(folder: Path) -> Iterator[Path]:
    """Make a certificate that nobody trusts, and name it to the build for as long as this lasts."""
    key, made = folder / "trial-key.pem", folder / "trial.pem"
    words = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    words += ["-subj", "/CN=Only a trial", "-addext", "extendedKeyUsage=codeSigning"]
    subprocess.run([*words, "-keyout", key, "-out", made], check=True, capture_output=True)
    before = dict(os.environ)
    os.environ.update({CERTIFICATE: str(made), KEY: str(key)})
    try:
        yield made
    finally:
        os.environ.clear()
        os.environ.update(before)
        key.unlink()


if __name__ == "__main__":  # the setup program's compiler calls this for the uninstaller
    sign(Path(sys.argv[1]))
