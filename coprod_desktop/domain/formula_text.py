"""Know which text a spreadsheet program might take for a formula, and write it so that it cannot.

The rule is that of OWASP's ASVS 5.0, 1.2.10 (CWE-1236), with full-width signs, and signs behind
spaces, on top. It is for files that people open; what a bank reads is never altered this way.
"""

_SIGNS = frozenset("=+-@\t\r\n\0") | frozenset(
    (
        "\N{FULLWIDTH EQUALS SIGN}",
        "\N{FULLWIDTH PLUS SIGN}",
        "\N{FULLWIDTH HYPHEN-MINUS}",
        "\N{FULLWIDTH COMMERCIAL AT}",
        "\N{SMALL PLUS SIGN}",
        "\N{SMALL HYPHEN-MINUS}",
        "\N{SMALL EQUALS SIGN}",
        "\N{SMALL COMMERCIAL AT}",
        "\N{MINUS SIGN}",
    )
)
# What a program may skip before it looks at the first sign: spaces, seen and unseen.
_SKIPPED = " \u00a0\u202f\u3000\u200b\ufeff\u2060"
_APOSTROPHE = "'"


def may_be_formula(text: str) -> bool:
    """Say whether a spreadsheet program could take a text for a formula."""
    return text.lstrip(_SKIPPED)[:1] in _SIGNS and bool(text.strip(_SKIPPED))


def for_people(text: str) -> str:
    """Return a text as a CSV for people holds it: what may be a formula has a "'" before it."""
    return _APOSTROPHE + text if may_be_formula(text) else text
