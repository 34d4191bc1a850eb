"""The rules while somebody changes them: one text, which the form may write and the hand too."""

from coprod_desktop.domain.policy import SimplePolicy, clean_simple, simple_of, text_of
from coprod_desktop.domain.policy.simple import has_remarks


class PolicyDraft:
    """Hold the text of the rules; whatever writes over it keeps what stood there before."""

    def __init__(self, text: str) -> None:
        self._opened_with = text
        self.text = text
        self.replaced = ""
        """What stood here before the form wrote it anew, or another policy took its place."""

    @property
    def is_changed(self) -> bool:
        """Whether anything is there that is not saved."""
        return self.text != self._opened_with

    @property
    def simple(self) -> SimplePolicy | None:
        """The rules as the form can hold them; None where they say more."""
        return simple_of(self.text)

    @property
    def has_remarks(self) -> bool:
        """Whether remarks stand in the text that the form would not write."""
        return has_remarks(self.text)

    def take_form(self, simple: SimplePolicy) -> bool:
        """Write the text as the form says it; return whether that changed anything.

        Raises RateMissingError and what else `clean_simple` raises; then the text stays.
        """
        written = text_of(clean_simple(simple))
        now = self.simple
        if now is not None and written == text_of(now):
            return False
        if self.has_remarks:
            self.replaced = self.text
        self.text = written
        return True

    def begin_from(self, text: str) -> None:
        """Put other rules in the place of these."""
        if text != self.text:
            self.replaced = self.text
            self.text = text

    def bring_back(self) -> None:
        """Put back what stood here before; what stands here now takes its place."""
        self.text, self.replaced = self.replaced, self.text
