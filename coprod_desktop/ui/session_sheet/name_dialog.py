"""Ask once about every pasted name that is not sure: who is meant, and who is new."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from coprod_desktop.domain.name_matching import Meaning
from coprod_desktop.domain.participants import Participant
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.session_sheet.names import told_apart
from coprod_desktop.ui.session_sheet.page import SessionSheetPage
from coprod_desktop.ui.session_sheet.paste_presenter import PastePresenter
from coprod_desktop.ui.session_sheet.pasting import NameAnswers, NameQuestion, Pasted
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import label

_NEW, _LEAVE = 0, -1


class NameDialog(FormDialog):
    """Offer a choice for each name that may mean somebody, and a tick for each new one."""

    def __init__(self, questions: Sequence[NameQuestion], parent: QWidget | None = None) -> None:
        super().__init__(_("Who is meant?"), _("Put them on the sheet"), parent)
        self._questions = tuple(questions)
        self._choices: dict[str, ChoiceEdit[int]] = {}
        self._ticks: dict[str, QCheckBox] = {}
        self._remember = QCheckBox(_("Remember these ways of writing a name for the next time"))
        self._remember.setChecked(True)
        self._lay_out_questions()
        self.form.changed.connect(self.start_again)  # the names stay on the sheet as typed

    @property
    def choices(self) -> Mapping[str, ChoiceEdit[int]]:
        """Return the field for each name that may mean somebody."""
        return dict(self._choices)

    @property
    def ticks(self) -> Mapping[str, QCheckBox]:
        """Return the tick for each name that nobody has yet."""
        return dict(self._ticks)

    def answers(self) -> NameAnswers:
        """Return what was answered; a name that is left alone is not among it."""
        meant: dict[str, Participant] = {}
        new = [name for name, tick in self._ticks.items() if tick.isChecked()]
        remembered = []
        for question in self._questions:
            field = self._choices.get(question.written)
            chosen = None if field is None else field.value()
            if chosen == _NEW:
                new.append(question.written)
            for person in question.match.people:
                if person.participant_id == chosen:
                    meant[question.written] = person
                    if question.match.meaning is Meaning.CLOSE and self._remember.isChecked():
                        remembered.append(question.written)
        return NameAnswers(meant=meant, new=tuple(new), remembered=tuple(remembered))

    def _lay_out_questions(self) -> None:
        unsure = [one for one in self._questions if one.match.meaning is not Meaning.NOBODY]
        nobody = [one for one in self._questions if one.match.meaning is Meaning.NOBODY]
        for at, question in enumerate(unsure):
            self._add_choice(str(at), question)
        if any(one.match.meaning is Meaning.CLOSE for one in unsure):
            self.form.add_widget(self._remember)
        if nobody:
            words = ngettext(
                "Nobody has this name yet. Ticked, it is added as a new person.",
                "Nobody has these names yet. Those that are ticked are added as new people.",
                len(nobody),
            )
            self.form.add_widget(label(words, wraps=True))
        for question in nobody:
            tick = QCheckBox(_("Add {name}").format(name=question.written.replace("&", "&&")))
            tick.setChecked(True)
            self._ticks[question.written] = tick
            self.form.add_widget(tick)

    def _add_choice(self, key: str, question: NameQuestion) -> None:
        people = question.match.people
        choices = [
            Choice(person.participant_id, words)
            for person, words in zip(people, told_apart(people), strict=True)
        ]
        if question.match.meaning is Meaning.CLOSE:
            choices.append(Choice(_NEW, _("Somebody new of this name")))
        choices.append(Choice(_LEAVE, _("Leave it as it is for now")))
        field: ChoiceEdit[int] = ChoiceEdit(question.written, choices)
        is_clear = question.match.meaning is Meaning.CLOSE and len(people) == 1
        field.set_value(people[0].participant_id if is_clear else _LEAVE)
        self._choices[question.written] = field
        hint = _("More than one person has this name.")
        if question.match.meaning is Meaning.CLOSE:
            hint = _("Did you mean {name}?").format(name=people[0].name)
        self.form.add_field(key, question.written, field, hint)


class NameDialogs:
    """Let questions about names open the form; keep a reference to it."""

    def __init__(self, page: SessionSheetPage, context: Context) -> None:
        self._page = page
        self._presenter = PastePresenter(page, context, self.ask)
        page.grid.view.commands.pasted.connect(self._presenter.note)
        page.grid.view.commands.refused.connect(self._presenter.refuse)

    def ask(self, pasted: Pasted) -> None:
        """Ask about the names of a block."""
        dialog = NameDialog(pasted.questions, self._page)
        dialog.save_requested.connect(lambda: self._presenter.settle(dialog, dialog.answers()))
        dialog.open()
