"""Open the window: `coprod-desktop [FILE]`."""

import sys


def main() -> int:
    """Start the window and return its exit code."""
    from coprod_desktop.app import run

    return run(sys.argv)


if __name__ == "__main__":
    sys.exit(main())
