"""Save a paper as a file, put it on a printer, and remember how somebody reads."""

import dataclasses
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QImage

from coprod_desktop.domain.participants import Participant
from coprod_desktop.i18n import _
from coprod_desktop.services.files import write_file
from coprod_desktop.services.paper_making import HTML, PDF, WORD
from coprod_desktop.services.payment_files import file_name
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.papers.drawing import page_images
from coprod_desktop.ui.papers.shown_paper import ShownPaper
from coprod_desktop.ui.papers.words import form_words
from coprod_desktop.ui.widgets.message_bar import MessageKind

ENDINGS = MappingProxyType({PDF: "pdf", HTML: "html", WORD: "docx"})


class HandingOut:
    """Decide what is done with a paper that somebody looks at."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def save(self, paper: ShownPaper, media_type: str, path: Path) -> None:
        """Save a numbered paper as a file, in the form on show."""
        in_form = paper.in_form
        if in_form is None:
            return

        def done(_nothing: None) -> None:
            words = _("The paper of {name} is saved as {file}.")
            open_it = (_("Open it"), partial(open_path, path))
            open_folder = (_("Open the folder"), partial(open_path, path.parent))
            said = words.format(name=paper.name, file=path.name)
            self._context.say(MessageKind.GOOD, said, (open_it, open_folder))

        self._context.tasks.run(
            lambda: write_file(path, in_form(media_type)), done, self._context.fail
        )

    def print_out(self, paper: ShownPaper, put: Callable[[Sequence[QImage]], bool]) -> None:
        """Draw the pages of a paper beside the window; `put` them on a printer."""

        def done(pages: tuple[QImage, ...]) -> None:
            if put(pages):
                words = _("The paper of {name} is on its way to the printer.")
                self._context.say(MessageKind.GOOD, words.format(name=paper.name), ())
            else:
                words = _(
                    "The printer did not take the paper of {name}. Nothing is lost. Look "
                    "whether the printer is on, or save the PDF and print it elsewhere."
                )
                self._context.say(MessageKind.BAD, words.format(name=paper.name), ())

        self._context.tasks.run(lambda: page_images(paper.pdf), done, self._context.fail)

    def say_no_printer(self) -> None:
        """Say what to do on a computer that has no printer."""
        words = _(
            "This computer has no printer set up. Save the PDF, and print it on a computer "
            "that has one."
        )
        self._context.say(MessageKind.WARN, words, ())

    def remember(self, paper: ShownPaper) -> None:
        """Keep the edition and language on show as those that the person reads."""
        people, (edition, language) = self._context.office.participants, paper.form

        def work() -> Participant:
            person = people.get(paper.participant_id)
            return people.save(dataclasses.replace(person, edition=edition, language=language))

        def done(_saved: Participant) -> None:
            words = _("{name} gets papers in this form from now on: {form}.")
            self._context.saved(words.format(name=paper.name, form=form_words(edition, language)))

        self._context.tasks.run(work, done, self._context.fail)


def offered_name(paper: ShownPaper, media_type: str) -> str:
    """Return the file name that is offered for a paper."""
    return f"{paper.number}-{file_name(paper.name)}.{ENDINGS[media_type]}"


def open_path(path: Path) -> None:
    """Show a file or a folder in the program that this computer uses for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
