"""Say whom to tell when something on a paper is wrong."""

from coprod_desktop.i18n import _


def whom_to_tell(organisation: str, name: str, phone: str, email: str) -> str:
    """Name the person and the ways of reaching them that are known."""
    whom = name or organisation
    unbroken = phone.replace(" ", "\N{NO-BREAK SPACE}")
    if phone and email:
        sentence = _(
            "Phone {name} on {phone}, email {email}, or write on this page and hand it back."
        )
    elif phone:
        sentence = _("Phone {name} on {phone}, or write on this page and hand it back.")
    elif email:
        sentence = _("Email {name} at {email}, or write on this page and hand it back.")
    else:
        sentence = _("Tell {name}, or write on this page and hand it back.")
    return sentence.format(name=whom, phone=unbroken, email=email)
