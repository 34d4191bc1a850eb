"""Show how the charity's own words will look: on the paper of an invented person called Example."""

import dataclasses
import datetime
from collections.abc import Iterable, Iterator, Sequence

from coprod_desktop.domain.organisation import Organisation
from coprod_desktop.domain.paper_style import PaperStyle
from coprod_desktop.domain.papers import LetterContent
from coprod_desktop.domain.participants import Edition
from coprod_desktop.domain.session_papers import AttendanceContent, SessionCashContent
from coprod_desktop.domain.wordings import check_own, wording_language
from coprod_desktop.i18n import _, speaking
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.example_papers import ExamplePapers
from coprod_desktop.services.example_statements import example_statements
from coprod_desktop.services.organisation import organisation_of
from coprod_desktop.services.paper_contents import sender_of
from coprod_desktop.services.paper_listening import Listening, Values, filled
from coprod_desktop.services.paper_making import PaperOrder, make, worded
from coprod_desktop.services.paper_style import style_of
from coprod_desktop.services.wordings import EVERY_PAPER, fixed_sentences, own_words

_WHOLE = (AttendanceContent, SessionCashContent)
"""Papers that say their words only while they are set."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A paper on which a sentence stands, and what its fields hold there.

    `paper` is a name of `PaperSentence.papers`. `is_certain` is False where we know only that the
    paper asked for the sentence, perhaps among others of which it took one.
    """

    paper: str
    order: PaperOrder
    values: Values
    is_certain: bool = True

    @property
    def is_easy_read(self) -> bool:
        """Whether it is an Easy Read paper, whose sentences have at most 15 words."""
        return self.order.edition is Edition.EASY_READ


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ExamplePaper:
    """An example as PDF, and the text that is to be looked for on it."""

    example: Example
    pdf: bytes
    said: str


class PaperExampleService:
    """The verbs about examples of papers; nothing of them is kept in the file."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: dict[str, _Examples] = {}

    def find(self, sentence: str, language: str = "en") -> Example | None:
        """Return the paper that shows a sentence best; None where no example says it.

        `sentence` is the English original. Raises LanguageUnknownError.
        """
        return self._examples(wording_language(language)).of(sentence)

    def paper(self, sentence: str, own: str, language: str = "en") -> ExamplePaper | None:
        """Make the paper that shows a sentence, with these words for it; None as with `find`.

        Empty words are the usual ones. Raises LanguageUnknownError, FieldUnknownError,
        BracesUnreadableError, LetterMissingError or the errors of text.
        """
        code = wording_language(language)
        said = check_own(sentence, own)
        example = self._examples(code).of(sentence)
        if example is None:
            return None
        with self._desk.reading() as reading:
            words = own_words(reading, code)
        words.pop(sentence, None)
        if said:
            words[sentence] = said
        heard = Listening(words, code)
        pdf = _made(example.order, heard)
        values = heard.first_values(sentence) or example.values
        with speaking(code, words):
            text = filled(_(sentence), values)
        return ExamplePaper(example=dataclasses.replace(example, values=values), pdf=pdf, said=text)

    def _examples(self, code: str) -> "_Examples":
        if code not in self._known:
            with self._desk.reading() as reading:
                organisation = _with_contact(organisation_of(reading))
                known = sender_of(reading)
                sender = dataclasses.replace(
                    known,
                    address=known.address or (_("1 Example Street"),),
                    charity_number=organisation.charity_number,
                    contact_name=organisation.contact_name,
                    contact_phone=organisation.contact_phone,
                    contact_email=organisation.contact_email,
                )
                style = style_of(reading)
            others = ExamplePapers(sender, self._desk.today())
            orders = _orders(organisation, style, others, self._desk.today(), code)
            self._known[code] = _Examples(tuple(orders))
        return self._known[code]


def _with_contact(organisation: Organisation) -> Organisation:
    """Fill in invented ways to reach the charity where it has written none yet."""
    return dataclasses.replace(
        organisation,
        charity_number=organisation.charity_number or "1234567",
        contact_name=organisation.contact_name or _("Example Contact"),
        contact_phone=organisation.contact_phone or "01632 960000",
        contact_email=organisation.contact_email or "example@charity.example",
    )


class _Examples:
    """Know which example says which sentence in one language; each is listened to only once."""

    def __init__(self, orders: Sequence[tuple[str, PaperOrder]]) -> None:
        self._orders = orders
        self._certain: dict[str, Example] = {}
        self._asked_for: dict[str, Example] = {}
        self._known: set[str] = set()
        self._is_set = False

    def of(self, sentence: str) -> Example | None:
        """Return the example that shows a sentence best."""
        papers = fixed_sentences().get(sentence, ())
        is_everywhere = EVERY_PAPER in papers
        for paper in dict.fromkeys(paper for paper, _order in self._orders):
            if paper in papers or is_everywhere:
                self._word(paper)
        if is_everywhere and sentence not in self._certain:
            self._set_usual()
        return self._certain.get(sentence) or self._asked_for.get(sentence)

    def _word(self, paper: str) -> None:
        """Listen to every example of a paper."""
        if paper in self._known:
            return
        self._known.add(paper)
        for name, order in self._orders:
            if name == paper:
                heard = Listening({}, order.language)
                if isinstance(order.content, _WHOLE):
                    _made(order, heard)
                    self._note(paper, order, heard, "")
                else:
                    said = worded(order, {order.language: heard})
                    self._note(paper, order, heard, "\n".join(_texts(said)))

    def _set_usual(self) -> None:
        """Listen to what papers say only while they are set, as the number of a page."""
        if self._is_set:
            return
        self._is_set = True
        seen: set[tuple[str, Edition]] = set()
        for paper, order in self._orders:
            if (paper, order.edition) not in seen:
                seen.add((paper, order.edition))
                heard = Listening({}, order.language)
                _made(order, heard)
                self._note(paper, order, heard, "")

    def _note(self, paper: str, order: PaperOrder, heard: Listening, text: str) -> None:
        for sentence, told in heard.heard.items():
            if sentence in self._certain:
                continue
            with speaking(order.language):
                usual = _(sentence)
            stands = (one for one in (told or [{}]) if filled(usual, one) in text)
            values = next(stands, None) if text else None
            if values is not None:
                example = Example(paper=paper, order=order, values=values)
                self._certain[sentence] = example
            elif sentence not in self._asked_for:
                first = heard.first_values(sentence)
                example = Example(paper=paper, order=order, values=first, is_certain=False)
                self._asked_for[sentence] = example


def _made(order: PaperOrder, heard: Listening) -> bytes:
    """Make a paper of one language as PDF, and listen."""
    with speaking(order.language, heard):
        return make(order, {order.language: heard})


def _orders(
    organisation: Organisation,
    style: PaperStyle,
    others: ExamplePapers,
    today: datetime.date,
    language: str,
) -> Iterator[tuple[str, PaperOrder]]:
    """Yield every example with the name of its paper, the most usual first."""
    papers: tuple[tuple[str, Iterable[object]], ...] = (
        ("statement", example_statements(organisation, style, today)),
        ("letter", others.letters()),
        ("what i did", others.what_i_did()),
        ("certificate", others.certificates()),
        ("correction notice", others.corrections()),
        ("check sheet", others.checks()),
        ("remittance", others.remittances()),
        ("claim slip", others.claim_slips()),
        ("attendance sheet", others.attendance_sheets()),
        ("session cash sheet", others.cash_sheets()),
    )
    for paper, contents in papers:
        for number, content in enumerate(contents):
            for edition in _editions(content, is_usual=number == 0):
                yield paper, PaperOrder(content=content, edition=edition, language=language)


def _editions(content: object, *, is_usual: bool) -> Sequence[Edition]:
    """Return the editions in which a paper says other words."""
    if isinstance(content, (AttendanceContent, SessionCashContent)):
        return (Edition.STANDARD,)
    if isinstance(content, LetterContent):
        return (Edition.STANDARD, Edition.LARGE) if is_usual else (Edition.STANDARD,)
    both = (Edition.STANDARD, Edition.EASY_READ)
    return (*both, Edition.LARGE) if is_usual else both


def _texts(said: object) -> Iterator[str]:
    """Yield every text of a paper, however deep it stands."""
    if isinstance(said, str):
        yield said
    elif isinstance(said, (tuple, list)):
        for one in said:
            yield from _texts(one)
    elif dataclasses.is_dataclass(said):
        for field in dataclasses.fields(said):
            yield from _texts(getattr(said, field.name))
