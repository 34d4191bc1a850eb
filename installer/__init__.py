"""Set the program up: from its source now, as a Windows setup program later."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python meets this line before any other
    sys.exit("Coprod Desktop needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")
