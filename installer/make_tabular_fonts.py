"""Make the faces whose figures all have one width, so that columns of money line up.

Run it with fontTools at hand, for instance `pip install fonttools`, from the top of the project:
`python installer/make_tabular_fonts.py`. The results are kept in `resources/fonts`.
"""

from pathlib import Path

# The program itself never needs fontTools, so it is not among what is installed.
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
FAMILY = "Atkinson Hyperlegible Next"
WEIGHTS = ("Regular", "SemiBold")
FIGURES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
NAMES_OF_THE_FACE = (1, 3, 4, 6, 16)


def make_tabular(weight: str) -> Path:
    """Write the face of one weight whose 0 to 9 are the font's own figures of equal width."""
    font = TTFont(FONTS / f"AtkinsonHyperlegibleNext-{weight}.ttf", recalcTimestamp=False)
    for table in font["cmap"].tables:
        for value, figure in enumerate(FIGURES):
            if ord("0") + value in table.cmap:
                table.cmap[ord("0") + value] = f"{figure}.tf"
    _rename(font)
    made = FONTS / f"AtkinsonHyperlegibleNextTabular-{weight}.ttf"
    font.save(made)
    return made


def _rename(font: TTFont) -> None:
    """Give the face a name of its own, so that no program takes it for the original."""
    for record in font["name"].names:
        if record.nameID in NAMES_OF_THE_FACE:
            old = record.toUnicode()
            new = old.replace(FAMILY, f"{FAMILY} Tabular").replace("NextT", "Next T")
            new = new.replace("HyperlegibleNext-", "HyperlegibleNextTabular-")
            record.string = new


if __name__ == "__main__":
    for each in WEIGHTS:
        print(make_tabular(each))
