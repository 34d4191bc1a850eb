"""Price entries one after the other; what was counted before decides what the next one gets."""

import dataclasses
from fractions import Fraction

from coprod_desktop.domain.policy.amounts import Number
from coprod_desktop.domain.policy.answers import Quote, QuoteLine, Refusal
from coprod_desktop.domain.policy.caps import CapBook, Cut
from coprod_desktop.domain.policy.circumstances import Known
from coprod_desktop.domain.policy.facts import quantity_of
from coprod_desktop.domain.policy.prices import Over
from coprod_desktop.domain.policy.rounding import TO_THE_PENNY
from coprod_desktop.domain.policy.rules import CountsAs, Otherwise, Policy, Rule, Section, Subject
from coprod_desktop.domain.policy.selection import Selection, missing
from coprod_desktop.domain.policy.sums import PublishedOn, Sums, Worked, rounding_of, share_words
from coprod_desktop.domain.policy.wording import quantity_words, rounding_words, sum_words
from coprod_desktop.domain.policy.working_out import Sum, UnansweredError

_NOTHING = Fraction(0)


class Pricing:
    """Prices the entries of one person in the order of their days."""

    def __init__(self, policy: Policy, published: PublishedOn) -> None:
        self.selection = Selection(policy)
        self.sums = Sums(policy, published)
        self.caps = CapBook(policy.caps, self.sums.calculator)
        self.begin()

    def begin(self) -> None:
        """Forget what was said, for entries of other places; what was counted stays."""
        self.caps.begin()
        self.lines: list[QuoteLine] = []
        self.refused: list[Refusal] = []
        self.warnings: list[str] = []
        self.value_pence = 0
        self.value_rate_pence = 0

    def take(self, known: Known) -> None:
        """Price the next entry; an earlier one only counts."""
        chosen = self.selection.choose(known)
        if chosen.because:
            self._refuse(known, chosen.because)
            if chosen.is_unpaid and known.subject is Subject.WORK:
                self._value(known)
                self.take_allowances(known, Subject.WORK)
            return
        rule = chosen.rule
        if rule is None:
            return
        if known.facts.get("elsewhere") and not rule.counts_elsewhere:
            return
        if chosen.is_included:
            self._line(known, rule, _included(known))
        elif self.has_what_it_needs(known, rule):
            if self._pay(known, rule, chosen.fee):
                self.take_allowances(known, known.subject)

    def take_allowances(self, known: Known, subject: Subject) -> None:
        """Add every allowance that fits an entry, a day or the whole claim."""
        if subject is Subject.WORK and not known.has_happened:
            return
        for rule in self.selection.allowances(known, subject):
            if self.has_what_it_needs(known, rule):
                self._pay(known, rule, None)

    def has_what_it_needs(self, known: Known, rule: Rule) -> bool:
        """Say whether nothing keeps a rule from being priced, and tell what is missing."""
        if not known.is_earlier:
            lacking = list(missing(rule.needs, known))
            stopping = [one for one in lacking if one[0] is not Otherwise.WARNED]
            self.warnings += [
                f"{title_of(known)}: {sentence}"
                for otherwise, sentence in lacking
                if otherwise is Otherwise.WARNED
            ]
            if stopping:
                sentences = " ".join(sentence for _otherwise, sentence in stopping)
                is_held = all(otherwise is Otherwise.HELD for otherwise, _sentence in stopping)
                self._refuse(known, sentences, rule=rule, is_held=is_held)
                return False
        if rule.unclear:
            self._refuse(known, rule.unclear, rule=rule, is_held=True)
        return not rule.unclear

    def _pay(self, known: Known, rule: Rule, fee: Rule | None) -> bool:
        """Pay an entry; say whether it carries allowances: neither held nor refused, or work."""
        try:
            trimmed, cuts = self.caps.trim(known, rule)
            for cut in cuts:
                self._tell_cut(known, cut, self._worth_of_cut(known, trimmed, rule))
            if trimmed is not None:
                self._give(trimmed, rule, self._worked(trimmed, rule, fee))
        except UnansweredError as gap:
            self._refuse(known, str(gap), rule=rule, is_held=True)
            return False
        return trimmed is not None or known.subject is Subject.WORK

    def _worked(self, known: Known, rule: Rule, fee: Rule | None) -> Worked:
        try:
            if rule.section is Section.CANCELLATION and rule.price is None:
                return self._cancelled(known, rule, fee)
            return self.sums.work_out(known, rule)
        except UnansweredError:
            if not known.is_earlier:
                raise
            return Worked(Sum(_NOTHING))  # what was paid before counts, however it came about

    def _worth_of_cut(self, known: Known, trimmed: Known | None, rule: Rule) -> Number:
        """Return what the time, miles or entry would have been paid that a limit took out."""
        try:
            whole = self.sums.alone(known, rule).pence
            left = _NOTHING if trimmed is None else self.sums.alone(trimmed, rule).pence
        except UnansweredError:
            return _NOTHING
        rounding = rounding_of(rule)
        return rounding.apply(whole) - rounding.apply(left)

    def _tell_cut(self, known: Known, cut: Cut, pence: Number) -> None:
        if cut.over is not Over.WARNED:
            self._refuse(known, cut.because, pence, is_held=cut.over is Over.HELD)
        elif not known.is_earlier:
            self.warnings.append(f"{title_of(known)}: {cut.because}")

    def _give(self, known: Known, rule: Rule, worked: Worked) -> None:
        """Cut what is over a cap, then write the line."""
        given, paid = worked.found.pence, quantity_of(known.facts, "paid")
        if known.is_earlier and paid is not None:
            given = paid
        allowed, cuts = self.caps.cut(known, rule, given)
        if worked.why_left:
            self._tell_cut(
                known, Cut(f"{rule.name}: {worked.why_left}", None, worked.over), worked.left
            )
        for cut in cuts:
            self._tell_cut(known, cut, cut.pence or _NOTHING)
        if allowed or not (cuts or worked.left):
            found = worked.found if allowed == given else within_limit(worked.found, allowed)
            self._line(known, rule, found)

    def _cancelled(self, known: Known, rule: Rule, fee: Rule | None) -> Worked:
        """Return the share of the fee that would have been paid; raises UnansweredError."""
        if fee is None:
            raise UnansweredError("No fee of this policy would have paid for this work.")
        full, share = self.sums.work_out(known, fee).found, rule.share or _NOTHING
        rounding, exact = rule.rounding or rounding_of(fee), full.pence * share
        words = f"{share_words(share)} of the fee: {full.words}{rounding_words(exact, rounding)}"
        return Worked(dataclasses.replace(full, pence=rounding.apply(exact), words=words))

    def _value(self, known: Known) -> None:
        """Say what unpaid work is worth: as the policy values it, or as it would be paid."""
        rule = self.selection.value_for(known) or self.selection.fee_for(known)
        if rule is None or rule.unit or known.is_earlier:
            return
        try:
            exact = self.sums.alone(known, rule).pence
        except UnansweredError:
            return
        self.value_pence += int(rounding_of(rule).apply(exact))
        self.value_rate_pence = hourly_pence(rule)

    def offer(self, ending: str) -> Quote:
        """Return what is offered for the work that was taken; `ending` closes the reason."""
        paid = [one for one in self.lines if one.counts_as is CountsAs.PAYMENT]
        besides = [one for one in self.lines if one.counts_as is not CountsAs.PAYMENT]
        hourly = max((one.hourly_pence for one in paid), default=0)
        said = [one.because for one in paid]
        said += [one.because for one in self.refused]
        said += [f"Claim as an expense: {one.because}" for one in besides]
        return Quote(
            offered_pence=max(0, sum(one.pence for one in paid)),
            rate_pence=hourly or self.value_rate_pence,
            value_pence=self.value_pence,
            because=reason([*said, *self.warnings], ending),
        )

    # --- what is said ----------------------------------------------------------------------------

    def _line(self, known: Known, rule: Rule, found: Sum) -> None:
        if known.is_earlier:
            return
        self.lines.append(
            QuoteLine(
                entry=known.place,
                rule=rule.name,
                quantity=found.quantity,
                rate=found.rate,
                pence=0 if rule.unit else int(found.pence),
                points=Fraction(found.pence) / 100 if rule.unit else _NOTHING,
                unit=rule.unit,
                counts_as=rule.counts_as,
                because=line_words(rule, found),
                is_voucher=rule.is_voucher,
                hourly_pence=hourly_pence(rule),
            )
        )

    def _refuse(
        self,
        known: Known,
        because: str,
        pence: Number | None = None,
        *,
        rule: Rule | None = None,
        is_held: bool = False,
    ) -> None:
        if known.is_earlier:
            return
        cost = quantity_of(known.facts, "cost") if pence is None else pence
        self.refused.append(
            Refusal(
                entry=known.place,
                item=title_of(known),
                because=because if rule is None else f"{rule.name}: {because}",
                pence=int(cost or 0),
                is_held=is_held,
            )
        )


def reason(said: list[str], ending: str) -> str:
    """Join the sentences of a reason."""
    return " ".join([*said, ending]).rstrip()


def line_words(rule: Rule, found: Sum) -> str:
    """Return the reason of a line: the rule, how its sum came about, and whose figures it uses."""
    said = sum_words(found.pence, rule.unit)
    ending = "" if found.words.endswith(said) else f", which makes {said}"
    words = f"{rule.name}: {found.words}{ending}."
    if rule.because:
        words += f" {rule.because}"
    for source in found.sources:
        words += f" {source}."
    return words


def within_limit(found: Sum, allowed: Number) -> Sum:
    """Return what limits of money leave of a sum, with words."""
    words = f"{found.words}; {sum_words(allowed)} of it is within the limit"
    return Sum(allowed, found.quantity, found.rate, words, found.sources)


def hourly_pence(rule: Rule) -> int:
    """Return what a rule pays for an hour, to the penny; nothing where it does not pay by time."""
    tariff = None if rule.price is None else rule.price.tariff
    if tariff is None or tariff.unit is None or tariff.unit.fact != "time":
        return 0
    if not isinstance(tariff.rate, Fraction):
        return 0
    return int(TO_THE_PENNY.apply(tariff.rate * 60 / tariff.unit.size))


def title_of(known: Known) -> str:
    """Return what an entry is called in a list: its own title, its kind or its vehicle."""
    words = known.entry.words
    name = words.get("title") or words.get("kind") or words.get("vehicle") or known.subject.value
    for fact in ("miles", "cost", "time"):
        quantity = quantity_of(known.facts, fact)
        if quantity is not None:
            return f"{name}, {quantity_words(fact, quantity)}"
    return name


def _included(known: Known) -> Sum:
    time = quantity_of(known.facts, "time")
    said = "" if time is None else quantity_words("time", time)
    kind = known.entry.words.get("kind", "this")
    words = f"{said} of {kind} is included in the fee" if said else f"{kind} is included in the fee"
    return Sum(_NOTHING, said, "included", words)
