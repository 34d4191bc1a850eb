"""Open the window: `coprod-desktop [FILE]`; or `--self-test DIR`, which shows none."""

import sys


def main() -> int:
    """Start the window and return its exit code."""
    if sys.argv[1:2] == ["--self-test"] and len(sys.argv) == 3:
        return _test_itself(sys.argv[2])
    from coprod_desktop.app import run

    return run(sys.argv)


def _test_itself(folder: str) -> int:
    from pathlib import Path

    from coprod_desktop.self_test import run_self_test

    return run_self_test(Path(folder))


if __name__ == "__main__":
    sys.exit(main())
