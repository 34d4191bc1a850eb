"""Split a name and an address into the parts that letters and other programs ask for."""

import re

ADDRESS_LINES = 6
_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}", re.IGNORECASE)
_SMALL = frozenset({"al", "ap", "ben", "bin", "da", "de", "del", "den", "der", "di", "dos", "du"})
_SMALL |= {"el", "ferch", "ibn", "la", "le", "mac", "o'", "st", "st.", "ten", "van", "von"}


def split_name(name: str) -> tuple[str, str]:
    """Return first names and last name; small words as "van der" belong to the last.

    A name of one word is a first name. It is a guess: people know their own names better.
    """
    last, comma, first = name.partition(",")
    if comma:
        return first.strip(), last.strip()
    words = name.split()
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in _SMALL:
        at -= 1
    if len(words) < 2:
        return name.strip(), ""
    return " ".join(words[:at]), " ".join(words[at:])


def split_address(address: str) -> tuple[tuple[str, ...], str]:
    """Return the lines of an address without its postcode, always six, and the postcode.

    What does not fit into six lines stands in the last of them, with commas.
    """
    lines = [line.strip().rstrip(",") for line in address.splitlines() if line.strip()]
    postcode = ""
    if lines and (match := _POSTCODE.fullmatch(lines[-1])):
        postcode = match[0].upper()
        lines.pop()
    elif lines and (match := re.search(rf"[ ,]+({_POSTCODE.pattern})$", lines[-1], re.IGNORECASE)):
        postcode = match[1].upper()
        lines[-1] = lines[-1][: match.start()]
    if len(lines) > ADDRESS_LINES:
        lines[ADDRESS_LINES - 1 :] = [", ".join(lines[ADDRESS_LINES - 1 :])]
    return (*lines, *[""] * (ADDRESS_LINES - len(lines))), postcode
