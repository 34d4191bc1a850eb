"""Draw every paper in every edition and language: `python -m tests.paper_pictures [FOLDER]`.

The pages of a paper stand side by side in one picture, four in a row, ten at the most. Without a
folder they go to docs/screenshots/papers.
"""

import math
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from PIL import Image, ImageOps

from tests.other_paper_samples import OTHER_SAMPLES
from tests.paper_samples import SAMPLES

FOLDER = Path(__file__).parent.parent / "docs" / "screenshots" / "papers"
EVERY_PAPER = {**SAMPLES, **OTHER_SAMPLES}
_DOTS = 60
_IN_A_ROW = 4
_MOST = 10
_COLOURS = 64
_GAP = 6
_GROUND = (214, 210, 204)


def picture(name: str) -> Image.Image:
    """Draw the pages of a paper beside one another."""
    with tempfile.TemporaryDirectory() as home:
        file = Path(home) / "paper.pdf"
        file.write_bytes(EVERY_PAPER[name]())
        subprocess.run(
            ["pdftoppm", "-r", str(_DOTS), "-l", str(_MOST), "-png", file, Path(home) / "page"],
            check=True,
        )
        pages = [Image.open(one).convert("RGB") for one in sorted(Path(home).glob("page*.png"))]
    return _together(pages)


def _together(pages: list[Image.Image]) -> Image.Image:
    width, height = (max(page.size[side] for page in pages) + _GAP for side in (0, 1))
    across = min(len(pages), _IN_A_ROW)
    size = (across * width + _GAP, math.ceil(len(pages) / _IN_A_ROW) * height + _GAP)
    sheet = Image.new("RGB", size, _GROUND)
    for number, page in enumerate(pages):
        at = (number % _IN_A_ROW * width + _GAP, number // _IN_A_ROW * height + _GAP)
        sheet.paste(ImageOps.expand(page), at)
    return sheet


def _keep(name: str, folder: Path) -> None:
    few = picture(name).quantize(_COLOURS, dither=Image.Dither.NONE)
    few.save(folder / f"{name}.png", optimize=True)


def main(arguments: list[str]) -> int:
    """Draw them all anew, two at a time."""
    folder = Path(arguments[0]) if arguments else FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with ProcessPoolExecutor(2) as workers:
        list(workers.map(_keep, EVERY_PAPER, [folder] * len(EVERY_PAPER)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
