"""The simple way to say what is paid; where the rules say more, it tells how to go on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from coprod_desktop.domain.errors import DomainError, MoneyTooLargeError, RateMissingError
from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import L, M, S
from coprod_desktop.ui.settings.policy_draft import PolicyDraft
from coprod_desktop.ui.settings.policy_form import PolicyForm
from coprod_desktop.ui.widgets.buttons import Button, link_button
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.parsed_edit import WordError


class PolicySimple(QWidget):
    """Show the form, or why it cannot hold the rules.

    `changed` comes when the form wrote the draft anew, or could not; then `problem` says why.
    """

    changed = Signal()
    rules_requested = Signal()
    bring_back_requested = Signal()

    def __init__(self, draft: PolicyDraft, word_error: WordError) -> None:
        super().__init__()
        self._draft = draft
        self._word_error = word_error
        self._shown_text: str | None = None
        self._error: tuple[str, str] = ("", "")
        self.form = PolicyForm(word_error)
        self.form.changed.connect(self._take)
        self._note = label("", "quiet", wraps=True)
        self._back = link_button(_("Bring back what stood here"), icon_name="undo-2")
        self._back.clicked.connect(self.bring_back_requested)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._form_side())
        self._stack.addWidget(self._too_much_side())

    def _form_side(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, M, S)
        column.setSpacing(M)
        row = QHBoxLayout()
        row.addWidget(self._note, stretch=1)
        row.addWidget(self._back, alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self.form)
        column.addStretch()
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _too_much_side(self) -> QWidget:
        side = QWidget()
        words = _(
            "These rules say more than this form can hold. They are kept as they are: read and "
            "change them in “All rules”, or choose another policy with “Begin from…”."
        )
        look = Button(_("Look at all rules"), icon_name="file-text")
        look.clicked.connect(self.rules_requested)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, L, 0, 0)
        column.setSpacing(L)
        column.addWidget(label(words, wraps=True))
        column.addWidget(look)
        column.addStretch()
        return side

    def refresh(self) -> None:
        """Show the draft, where it is another text than the form showed or wrote last."""
        simple = self._draft.simple
        self._stack.setCurrentIndex(0 if simple is not None else 1)
        if self._draft.text != self._shown_text:
            self._shown_text = self._draft.text
            self._error = ("", "")
            if simple is not None:
                self.form.show_policy(simple)
        self._show_note()

    @property
    def problem(self) -> str:
        """Return why what stands in the form is not in the rules yet; empty while it is."""
        return self._error[1]

    def settle(self) -> bool:
        """Have every field read its text; say under a field what is wrong, and if all is well.

        A form that shows another text than the draft's holds nothing to lose.
        """
        if self._draft.text != self._shown_text or self._draft.simple is None:
            return True
        if not self.form.check():
            return False
        self._take()
        if self._error[1]:
            self.form.show_error(*self._error)
            return False
        return True

    def _take(self) -> None:
        unread = self.form.unread()
        try:
            if unread:
                words = _("Something in the form cannot be read yet.")
                self._error = (unread, words)
            else:
                self._draft.take_form(self.form.policy())
                self._error = ("", "")
        except DomainError as error:
            self._error = (_field_of(error), self._word_error(error))
        self._shown_text = self._draft.text
        self._show_note()
        self.changed.emit()

    def _show_note(self) -> None:
        words = ""
        if self._draft.has_remarks:
            words = _(
                "Remarks stand beside these rules, such as where a figure comes from: see “All "
                "rules”. When you change something here, the rules are written anew without them."
            )
        elif self._draft.replaced:
            words = _("What stood here before is kept until you close this.")
        self._note.setText(words)
        self._note.setVisible(bool(words))
        self._back.setVisible(bool(self._draft.replaced) and not self._draft.has_remarks)


def _field_of(error: Exception) -> str:
    if isinstance(error, RateMissingError):
        return "half" if error.facts.get("missing") == "half day" else "day"
    return "hour" if isinstance(error, MoneyTooLargeError) else "edge"
