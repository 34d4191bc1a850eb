"""Names of months and days of the week, as sheets in several languages write them."""

from coprod_desktop.domain.text import fold

# English, Welsh, Portuguese, French, Spanish, German and Polish; the first three letters tell.
_MONTHS = {
    "jan": 1, "ion": 1, "ene": 1, "sty": 1, "feb": 2, "chw": 2, "fev": 2, "lut": 2, "mar": 3,
    "maw": 3, "mrz": 3, "apr": 4, "ebr": 4, "abr": 4, "avr": 4, "kwi": 4, "may": 5, "mai": 5,
    "maj": 5, "jun": 6, "meh": 6, "cze": 6, "jul": 7, "gor": 7, "lip": 7, "aug": 8, "aws": 8,
    "ago": 8, "aou": 8, "sie": 8, "sep": 9, "med": 9, "set": 9, "wrz": 9, "oct": 10, "hyd": 10,
    "out": 10, "okt": 10, "paz": 10, "nov": 11, "tac": 11, "lis": 11, "dec": 12, "rha": 12,
    "dez": 12, "dic": 12, "gru": 12,
}  # fmt: skip
_FRENCH_JU = {"juin": 6, "juil": 7}  # the two that three letters do not tell apart
# Whole or cut short, and the article that some languages put between.
WEEKDAY = (
    r"(?:(?:dydd\s+)?(?:[^\W\d]+(?:day|di|tag|-feira)|mon|tues?|wed|thu|thurs?|fri|sat|sun|"
    r"llun|mawrth|mercher|iau|gwener|sadwrn|sul|lun(?:es)?|mar(?:tes)?|mer|jeu|ven|sam|dim|"
    r"mi[eé](?:r|rcoles)?|jue(?:ves)?|vie(?:rnes)?|s[aá]b(?:ado)?|dom(?:ingo)?|"
    r"segunda|ter[cç]a|quarta|quinta|sexta|seg|ter|qua|qui|sex|"
    r"mo|di|mi|do|fr|sa|so|mittwoch|sonnabend|"
    r"pon(?:iedzia[lł]ek)?|wt(?:orek)?|[sś]r(?:oda)?|czw(?:artek)?|pt|pi[aą]tek|sob(?:ota)?|"
    r"niedz(?:iela)?)\.?,?\s+(?:(?:le|den|dnia|the)\s+)?)"
)


def month(written: str) -> int | None:
    """Return the number of a month, or None for a word that names none."""
    plain = fold(written)
    return _MONTHS.get(plain[:3]) or _FRENCH_JU.get(plain[:4])
