"""The four steps of a pay run in a bar: what is done, what comes next, what is still to come."""

from PySide6.QtCore import Qt

from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.i18n import _
from coprod_desktop.ui.pay_runs.shown_run import ShownRun
from coprod_desktop.ui.widgets.segmented_bar import Segment, SegmentedBar

_PLACES = {
    RunState.SENT_BACK: 0,
    RunState.PREPARED: 1,
    RunState.APPROVED: 2,
    RunState.EXPORTED: 3,
    RunState.SETTLED: 4,
}


class RunSteps(SegmentedBar):
    """Show how far a run has come; it is to be read, and the primary action takes the step."""

    def __init__(self) -> None:
        super().__init__(_("Steps of the pay run"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_run(self, shown: ShownRun) -> None:
        """Show the steps of a run; one that was taken back has none left."""
        if shown.state is RunState.REVERSED:
            self.set_segments(
                [Segment(key="reversed", text=_("Taken back"), icon="rotate-ccw", colour="warn")]
            )
            self.setAccessibleDescription(_("This run was taken back."))
            return
        at = _PLACES[shown.state]
        words = (_("1 Prepared"), _("2 Approve"), _("3 Make the files"), _("4 Paid and settled"))
        self.set_segments(
            [_segment(place, word, at, shown.state) for place, word in enumerate(words)]
        )
        self.setCurrentIndex(min(at, len(words) - 1))
        self.setAccessibleDescription(_spoken(shown.state))


def _segment(place: int, words: str, at: int, state: RunState) -> Segment:
    icon, colour = "circle", "ink_2"
    if place < at:
        icon, colour = "circle-check", "good"
    elif place == at and state is RunState.SENT_BACK:
        icon, colour, words = "rotate-ccw", "warn", _("1 Sent back")
    elif place == at:
        icon, colour = "circle-dot", "accent"
    return Segment(key=str(place), text=words, icon=icon, colour=colour)


def _spoken(state: RunState) -> str:
    return {
        RunState.SENT_BACK: _("It was sent back and has to be mended."),
        RunState.PREPARED: _("It is prepared and has to be approved."),
        RunState.APPROVED: _("It is approved, and its files have to be made."),
        RunState.EXPORTED: _("Its files are made. Record here what the bank has paid."),
        RunState.SETTLED: _("It is paid and settled."),
    }[state]
