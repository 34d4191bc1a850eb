"""Put everything about the pay runs of a period into one ZIP for the treasurer."""

import argparse

from coprod_desktop.cli.answers import Answer
from coprod_desktop.cli.door import opened
from coprod_desktop.i18n import _


def pack(arguments: argparse.Namespace) -> Answer:
    """Write the treasurer's pack of a period."""
    with opened(arguments) as office:
        made = office.treasurer_packs.make(arguments.from_on, arguments.to_on, arguments.out)
    words = _(
        "Wrote {path} with {files} files of {runs} pay runs. It is not encrypted and names "
        "people: keep it as safe as bank statements."
    ).format(path=made.path, files=made.files, runs=len(made.runs))
    return Answer(
        told={
            "pack": str(made.path),
            "runs": list(made.runs),
            "files": made.files,
            "receipts": made.receipts,
            "sha256": made.sha256,
        },
        words=[words],
    )
