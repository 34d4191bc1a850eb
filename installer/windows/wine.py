"""Run Windows programs under Wine, in a Windows of its own that lies in the build folder."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from installer.console import SetUpError, run, say
from installer.windows.places import HERE, WORK

PACKAGES = (
    "nsis",
    "wine",
    "wine64",
    "xvfb",
    "imagemagick",
    "xdotool",
    "xclip",
    "osslsigncode",
    "openssl",
    "ca-certificates",
    "gcc-mingw-w64-x86-64-win32",
    "fonts-wine",
    "fonts-liberation2",
    "fonts-dejavu-core",
)
_PARTS = HERE / "wine_parts"
_SERVER = "/usr/lib/wine/wineserver64"
_SCREEN = "1290x830x24"
# Wine 8 has no WMI that Python 3.13 could ask, and a crash must not wait for a person.
# Nor may it put its programs into the menus of this Linux.
_OVERRIDES = "wbemprox=d;mscoree=d;mshtml=d;mscms=n;winedbg.exe=d;winemenubuilder.exe=d"


class Wine:
    """One Windows under Wine, with its screen; `with` it, so that nothing stays behind running."""

    def __init__(self, prefix: Path) -> None:
        self.prefix = prefix
        self._environment: dict[str, str] = {}
        self._screen: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Wine":
        display = self._start_screen()
        self._environment = {
            **{name: os.environ[name] for name in ("PATH", "USER") if name in os.environ},
            "HOME": str(self.prefix / "home"),  # whose home it is here is none of its business
            "DISPLAY": display,
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": _OVERRIDES,
            "LANG": "C.UTF-8",
        }
        try:
            if not (self.prefix / "ready").exists():
                self._make()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_error: object) -> None:
        if self._environment:
            self.end_all()
        if self._screen is not None:
            self._screen.terminate()
            self._screen.wait()

    @property
    def drive(self) -> Path:
        """Name the folder that is the drive C: of this Windows."""
        return self.prefix / "drive_c"

    @property
    def home(self) -> Path:
        """Name the folder of the person who uses this Windows."""
        return self.drive / "users" / os.environ.get("USER", "root")

    def run(self, *words: str | Path, seconds: int, folder: Path | None = None) -> tuple[int, str]:
        """Run a Windows program to its end; give its exit code and what it wrote.

        Raises SetUpError where it is not done in time. Its output is a pipe on purpose: with a
        plain file, Python 3.13 does not start under Wine 8.
        """
        with self.started(*words, folder=folder) as running:
            try:
                written, _nothing = running.communicate(timeout=seconds)
            except subprocess.TimeoutExpired:
                line = " ".join(str(word) for word in words)
                raise SetUpError(f"Not done after {seconds} seconds: {line}") from None
        return running.returncode, written

    def must_run(self, *words: str | Path, seconds: int, folder: Path | None = None) -> str:
        """Run a Windows program that has to succeed; raises SetUpError with its words if not."""
        code, written = self.run(*words, seconds=seconds, folder=folder)
        if code:
            line = " ".join(str(word) for word in words)
            raise SetUpError(f"{written}\nUnder Wine this ended with {code}: {line}")
        return written

    @contextlib.contextmanager
    def started(
        self, *words: str | Path, folder: Path | None = None
    ) -> Iterator[subprocess.Popen[str]]:
        """Start a Windows program, and end it for certain."""
        running = subprocess.Popen(
            ["wine", *(str(word) for word in words)],
            cwd=folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
        try:
            yield running
        finally:
            if running.poll() is None:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(running.pid, signal.SIGKILL)
                running.communicate()

    def on_screen(self, *words: str | Path) -> str:
        """Run a Linux program on the screen of this Windows and give what it wrote."""
        done = subprocess.run(
            [str(word) for word in words],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=200,
            check=False,
        )
        return done.stdout

    def copy(self, text: str) -> None:
        """Put text on the clipboard of this Windows' screen."""
        # The program that holds the clipboard stays, and would hold a pipe open as long.
        subprocess.run(
            ["xclip", "-selection", "clipboard"],
            env=self._environment,
            input=text.encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=200,
            check=True,
        )

    def wait_until_idle(self) -> None:
        """Wait until every program of this Windows has ended."""
        subprocess.run([_SERVER, "-w"], env=self._environment, check=True, timeout=400)

    def end_all(self) -> None:
        """End every program of this Windows at once, whatever it does."""
        subprocess.run([_SERVER, "-k"], env=self._environment, check=False, capture_output=True)
        self.wait_until_idle()

    def _make(self) -> None:
        say("Making a Windows under Wine.")
        shutil.rmtree(self.prefix, ignore_errors=True)
        (self.prefix / "home").mkdir(parents=True)
        self.must_run("wineboot", "-i", seconds=600)
        self.must_run("winecfg", "-v", "win10", seconds=200)
        for name in ("bcryptprimitives", "icuuc", "mscms"):
            made = self.drive / "windows" / "system32" / f"{name}.dll"
            made.unlink(missing_ok=True)
            flags = ("-O1", "-shared", "-nostdlib", "-Wl,--entry=0")
            run("x86_64-w64-mingw32-gcc", *flags, "-o", made, _PARTS / f"{name}.c", "-ladvapi32")
        self.must_run("regedit", "/S", _PARTS / "prefix.reg", seconds=200)
        self.wait_until_idle()
        for folder in self.home.iterdir():
            if folder.is_symlink():  # Wine links Documents and others to the Linux home
                folder.unlink()
                folder.mkdir()
        (self.prefix / "ready").touch()

    def _start_screen(self) -> str:
        """Start an invisible screen and give its name."""
        with tempfile.TemporaryFile() as told:
            self._screen = subprocess.Popen(
                [
                    "Xvfb",
                    "-displayfd",
                    str(told.fileno()),
                    "-screen",
                    "0",
                    _SCREEN,
                    "-nolisten",
                    "tcp",
                ],
                pass_fds=(told.fileno(),),
                stderr=subprocess.DEVNULL,
            )
            for _attempt in range(100):
                told.seek(0)
                number = told.read().strip()
                if number:
                    return f":{number.decode()}"
                time.sleep(0.1)
        raise SetUpError("The invisible screen (Xvfb) did not start.")


def for_building() -> Wine:
    """Give the Windows that compiles the Python files of the bundle."""
    return Wine(WORK / "wine")
