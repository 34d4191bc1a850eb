"""Word the slip on which a person says what they want to be paid for a session."""

from coprod_desktop.documents.paper import (
    Blank,
    Heading,
    Paper,
    Part,
    Pictured,
    Section,
    Signature,
    Text,
    Ticks,
)
from coprod_desktop.documents.papers import common
from coprod_desktop.documents.papers import session_words as words
from coprod_desktop.documents.papers.easy_sentences import cut
from coprod_desktop.documents.spoken import hours, pounds, weekday_day
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.session_papers import ClaimSlipContent
from coprod_desktop.i18n import _, later

_WAYS = {
    PaidBy.BANK: later("To my bank account."),
    PaidBy.CASH: later("In cash, next time I come."),
    PaidBy.CHEQUE: later("By cheque."),
}


def claim_slip_paper(content: ClaimSlipContent) -> Paper:
    """Make the slip from its content."""
    parts: list[Part] = [
        Blank(label=_("Your name"), filled=_name(content)),
        *_payment(content),
        *_expenses(),
        *_ways(content),
        *_other_work(),
        Signature(role=_("Your signature")),
        Text(text=_help(content)),
    ]
    return _paper(content, parts)


def _paper(content: ClaimSlipContent, parts: list[Part]) -> Paper:
    session = content.session
    opening = common.opening(
        content.sender,
        number=words.foot(session, _("Claim slip {number}"), _("Claim slip")),
        title=_("Your claim slip"),
        name="",
        when=words.what_and_when(session),
    )
    title = ", ".join(filter(None, (opening.title, content.name, opening.when)))
    return common.personal_paper(content.sender, opening, parts, title=title)


def _name(content: ClaimSlipContent) -> str:
    return " ".join(filter(None, (content.name, content.name_in_script)))


def _payment(content: ClaimSlipContent) -> list[Part]:
    """Say what was promised, and ask for the person's choice where there is one."""
    heading = Heading(text=_("Payment for your work"))
    promised = words.offer(content.offer)
    if not content.offer.offered_pence:
        return [heading, Text(text=promised)]
    tick = _("Tick one box.")
    return [
        heading,
        Text(text=f"{promised} {tick}"),
        _choices(content),
        Text(text=_("You can change your mind until we pay. You do not need to say why.")),
    ]


def _choices(content: ClaimSlipContent) -> Ticks:
    voucher = (_("I would like a voucher instead."),) if PaidBy.VOUCHER in content.ways else ()
    texts = (
        _("I would like all of it."),
        _("I would like part of it. This much:"),
        *voucher,
        _("I would like no payment."),
        _("I will decide later."),
    )
    return Ticks(texts=texts, blanks=(None, "£", *[None] * (len(texts) - 2)))


def _expenses() -> list[Part]:
    kinds = (_("Bus or train"), _("Childcare or care"), _("Taxi or car park"), _("Other"))
    return [
        Heading(text=_("Money you spent to be here")),
        *(Blank(label=kind, filled="£") for kind in kinds),
        Ticks(texts=(_("My receipts are attached."), _("I need help with receipts."))),
    ]


def _ways(content: ClaimSlipContent) -> list[Part]:
    """Ask how to pay, where there is more than one way."""
    texts = tuple(_(_WAYS[way]) for way in content.ways if way in _WAYS)
    if len(texts) < 2:
        return []
    return [Heading(text=_("How shall we pay you?")), Ticks(texts=texts)]


def _other_work() -> list[Part]:
    return [
        Heading(text=_("Other work you did for this session")),
        Blank(label=_("Reading at home"), filled=_("minutes")),
        Blank(label=_("Calls, messages"), filled=_("minutes")),
    ]


def _help(content: ClaimSlipContent) -> str:
    sender = content.sender
    if sender.contact_phone:
        said = _("Would you like help with this slip? Ask {name} today, or phone {phone}.")
    else:
        said = _("Would you like help with this slip? Ask {name} today.")
    return said.format(name=common.contact(sender), phone=common.phone(sender))


# --- Easy Read ----------------------------------------------------------------------------------


def claim_slip_easy_read(content: ClaimSlipContent) -> Paper:
    """Make the same slip in Easy Read: one idea a sentence, with pictures."""
    session = content.session
    parts: list[Part] = [
        Blank(label=_("Your name"), filled=_name(content)),
        Pictured(picture="meeting", texts=(cut(session.title), weekday_day(session.held_on))),
        *_easy_payment(content),
        *_easy_expenses(),
        *_easy_ways(content),
        Section(
            heading=_("Other work you did for this session"),
            parts=(
                Pictured(picture="book", texts=(_("Did you work at home?"),)),
                *_other_work()[1:],
            ),
        ),
        Section(
            heading=_("Sign here"),
            parts=(
                Pictured(picture="sign", texts=(_("Please sign here."),)),
                Signature(role=_("Your signature")),
            ),
        ),
        Pictured(picture="phone", texts=_easy_help(content)),
    ]
    return _paper(content, parts)


def _easy_payment(content: ClaimSlipContent) -> list[Part]:
    heading = _("Payment for your work")
    offer = content.offer
    if not offer.offered_pence:
        texts = (_("There is no payment for this session."), _("We write your time down."))
        return [Section(heading=heading, parts=(Pictured(picture="clock", texts=texts),))]
    after = []
    if offer.minutes:
        after.append(_("It is for {hours} of work.").format(hours=hours(offer.minutes)))
    if offer.rate_pence:
        after.append(_("It is {rate} for each hour.").format(rate=pounds(offer.rate_pence)))
    money = Pictured(
        picture="pound",
        texts=(_("We offer you this money:"),),
        figure=pounds(offer.offered_pence),
        after=tuple(after),
    )
    choose = Pictured(
        picture="choice",
        texts=(
            _("Please tick one box."),
            _("You can change your mind until we pay."),
            _("You do not need to say why."),
        ),
    )
    return [Section(heading=heading, parts=(money, choose, _choices(content)))]


def _easy_expenses() -> list[Part]:
    __, *rest = _expenses()
    texts = (
        _("Did you spend money to be here?"),
        _("Write how much."),
        _("We pay this money back."),
    )
    picture = Pictured(picture="bus", texts=texts)
    return [Section(heading=_("Money you spent to be here"), parts=(picture, *rest))]


def _easy_ways(content: ClaimSlipContent) -> list[Part]:
    ways = _ways(content)
    if not ways:
        return []
    picture = Pictured(picture="bank-card", texts=(_("How do you want your money?"),))
    return [Section(heading=_("How shall we pay you?"), parts=(picture, *ways[1:]))]


def _easy_help(content: ClaimSlipContent) -> tuple[str, ...]:
    texts = [_("Would you like help?"), _("You can ask this person:")]
    texts.append(common.contact(content.sender))
    if content.sender.contact_phone:
        texts.append(_("Phone {phone}.").format(phone=common.phone(content.sender)))
    return tuple(texts)
