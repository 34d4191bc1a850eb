"""Keep who works with the file, and who of them is at the keyboard; a PIN tells them apart."""

import dataclasses
from typing import NoReturn

from coprod_desktop.domain.errors import (
    AlreadyThereError,
    NotFoundError,
    OwnWorkError,
    PassphraseDiffersError,
    PinNeededError,
    PinWaitError,
    PinWrongError,
    ReasonMissingError,
)
from coprod_desktop.domain.organisation import Operator
from coprod_desktop.domain.pins import OperatorPin, check_pin, digest_of, new_salt
from coprod_desktop.domain.text import clean_line, clean_name, fold
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage import keys
from coprod_desktop.storage.work import Reading


class OperatorService:
    """The verbs about the people who work with the file."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def everybody(self) -> tuple[Operator, ...]:
        """Return everybody who works with the file."""
        with self._desk.reading() as reading:
            return reading.find(Operator, is_active=True)

    def with_pins(self) -> frozenset[int]:
        """Return the ids of the operators who have a PIN."""
        with self._desk.reading() as reading:
            return frozenset(pin.operator_id for pin in reading.find(OperatorPin))

    def add(self, name: str, role: str = "", participant_id: int | None = None) -> Operator:
        """Add somebody; raises AlreadyThereError, NameMissingError or NotFoundError."""
        operator = Operator(
            operator_id=self._desk.new_id(),
            name=clean_name(name),
            role=clean_line(role),
            participant_id=participant_id,
        )
        with self._desk.transaction("add operator") as work:
            if any(fold(other.name) == fold(operator.name) for other in work.find(Operator)):
                raise AlreadyThereError(noun="operator", name=operator.name)
            work.add(operator)
        return operator

    def save(self, operator: Operator) -> Operator:
        """Save what changed about somebody; raises AlreadyThereError, NotFoundError and as `add`.

        Whose own work is whose is changed by somebody else: raises OwnWorkError.
        Somebody who leaves is kept with `is_active` false, since approvals carry their name. Why a
        PIN was taken away stays as it is.
        """
        with self._desk.transaction("change operator") as work:
            before = work.get(Operator, operator.operator_id)
            is_own = operator.operator_id == self.present.operator_id
            if is_own and before.participant_id not in (None, operator.participant_id):
                raise OwnWorkError()  # else nothing would be one's own any more
            clean = dataclasses.replace(
                operator,
                name=clean_name(operator.name),
                role=clean_line(operator.role),
                pin_removed_because=before.pin_removed_because,
            )
            others = (one for one in work.find(Operator) if one.operator_id != clean.operator_id)
            if any(fold(other.name) == fold(clean.name) for other in others):
                raise AlreadyThereError(noun="operator", name=clean.name)
            work.update(clean)
        self._keep(clean)
        return clean

    # --- who is at the keyboard ------------------------------------------------------------------

    @property
    def present(self) -> Operator:
        """Who is at the keyboard."""
        return self._desk.operator

    def sit_down(self, operator_id: int, pin: str = "") -> Operator:
        """Say who is at the keyboard from now on; whoever has a PIN types it.

        Raises NotFoundError, also for somebody who has left, PinNeededError, PinWrongError or
        PinWaitError; then whoever was there stays.
        """
        with self._desk.reading() as reading:
            operator = reading.get(Operator, operator_id)
        if not operator.is_active:
            raise NotFoundError(noun="operator", name=operator.name)
        self._prove(operator, pin)
        self._desk.operator = operator
        return operator

    def set_pin(self, new_pin: str, old_pin: str = "") -> Operator:
        """Give whoever is at the keyboard a PIN, or another one; nobody else can do it for them.

        Raises PinTooShortError, and where they have one already, as `sit_down` for the old one.
        """
        salt, present = new_salt(), self.present
        digest = digest_of(check_pin(new_pin), salt)
        self._prove(present, old_pin)
        with self._desk.transaction("set PIN") as work:
            operator = work.get(Operator, present.operator_id)
            operator = dataclasses.replace(operator, pin_removed_because="")
            work.update(operator)
            before = _pin_of(work, present.operator_id)
            pin = OperatorPin(
                operator_pin_id=before.operator_pin_id if before else self._desk.new_id(),
                operator_id=present.operator_id,
                salt=salt,
                digest=digest,
            )
            if before:
                work.update(pin)
            else:
                work.add(pin)
        self._keep(operator)
        return operator

    def clear_pin(self, operator_id: int, because: str, proof: str) -> None:
        """Take a forgotten PIN away; the reason is kept and told to whose PIN it was.

        `proof` is the passphrase of the file; on a shared database, which has none, the PIN of
        whoever is at the keyboard. Nothing happens where there is no PIN. Raises
        ReasonMissingError, NotFoundError, PassphraseDiffersError, or as `sit_down`.
        """
        reason = clean_line(because)
        if not reason:
            raise ReasonMissingError()
        self._prove_right_to_clear(proof)
        with self._desk.transaction("clear PIN") as work:
            operator = work.get(Operator, operator_id)
            pin = _pin_of(work, operator_id)
            if pin is not None:
                operator = dataclasses.replace(operator, pin_removed_because=reason)
                work.update(operator)
                work.remove(pin)
        self._keep(operator)

    def _prove_right_to_clear(self, proof: str) -> None:
        key = self._desk.database.key
        if not key:
            self._prove(self.present, proof)
        elif not keys.is_of(proof, key):
            raise PassphraseDiffersError()

    def _prove(self, operator: Operator, typed: str) -> None:
        """Let whoever has no PIN pass, and others with theirs; each wrong one is counted."""
        with self._desk.reading() as reading:
            pin = _pin_of(reading, operator.operator_id)
        if pin is None:
            return
        if not typed:
            raise PinNeededError(name=operator.name)
        until = pin.wait_until()
        if until is not None and self._desk.now() < until:
            raise PinWaitError(name=operator.name, until=until)
        if not pin.fits(typed):
            self._note_wrong(operator)
        if pin.wrong_tries:
            # Under the name of whose PIN it is: nobody is at the keyboard yet while a file opens.
            with self._desk.database.transaction("right PIN", operator.name) as work:
                work.update(pin.after_right_try())

    def _note_wrong(self, operator: Operator) -> NoReturn:
        """Count a wrong try; always raises PinWrongError or PinWaitError."""
        with self._desk.database.transaction("wrong PIN", operator.name) as work:
            pin = work.find(OperatorPin, operator_id=operator.operator_id)[0]
            pin = pin.after_wrong_try(self._desk.now())
            work.update(pin)
        until = pin.wait_until()
        if until is not None:
            raise PinWaitError(name=operator.name, until=until)
        raise PinWrongError(name=operator.name, tries_left=pin.tries_left)

    def _keep(self, operator: Operator) -> None:
        if self._desk.operator.operator_id == operator.operator_id:
            self._desk.operator = operator


def _pin_of(reading: Reading, operator_id: int) -> OperatorPin | None:
    found = reading.find(OperatorPin, operator_id=operator_id)
    return found[0] if found else None
