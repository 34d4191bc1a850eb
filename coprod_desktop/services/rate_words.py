"""Say in plain words what a published figure is, what it counts, and how sure it is."""

from collections.abc import Mapping

from coprod_desktop.domain.dates import list_day
from coprod_desktop.domain.figures import format_figure
from coprod_desktop.domain.rates import Confidence, Rate, Unit
from coprod_desktop.i18n import _


def scheme_words(scheme: str) -> str:
    """Return the words for whose figures they are, as "Minimum wage"."""
    words = {
        "HMRC mileage": _("HMRC mileage"),
        "NIHR": _("NIHR"),
        "NHS England": _("NHS England"),
        "Minimum wage": _("Minimum wage"),
        "Real Living Wage": _("Real Living Wage"),
        "Universal Credit": _("Universal Credit"),
        "Permitted work": _("Permitted work"),
        "Carers": _("Carers"),
        "Jobseeker's Allowance": _("Jobseeker’s Allowance"),
        "Tax allowances": _("Tax allowances"),
        "Heritage Fund volunteer time": _("Heritage Fund"),
    }
    return words.get(scheme, scheme)


def code_words(code: str) -> str:
    """Return the words for a figure, as "Car or van, above 10,000 miles"."""
    return _code_words().get(code, code)


def _code_words() -> Mapping[str, str]:
    return {
        "car": _("Car or van, first 10,000 miles"),
        "car-over-10000": _("Car or van, above 10,000 miles"),
        "motorcycle": _("Motorcycle"),
        "bicycle": _("Bicycle"),
        "passenger": _("Passenger, for staff only"),
        "car-band-miles": _("Miles at the first rate"),
        "nihr-half-hour": _("Task of about 30 minutes"),
        "nihr-one-hour": _("Task of about 1 hour"),
        "nihr-two-hours": _("Task of about 2 hours"),
        "nihr-half-day": _("Task of about half a day"),
        "nihr-full-day": _("Meeting of a full day"),
        "nihr-full-day-prepared": _("Full day, much preparation"),
        "nihr-top": _("Chairing, or the like"),
        "nhse-up-to-4-hours": _("Up to and including 4 hours"),
        "nhse-more-than-4-hours": _("More than 4 hours"),
        "nmw-21-and-over": _("Aged 21 and over"),
        "nmw-23-and-over": _("Aged 23 and over"),
        "nmw-21-22": _("Aged 21 and 22"),
        "nmw-18-20": _("Aged 18 to 20"),
        "nmw-under-18": _("Aged under 18"),
        "nmw-apprentice": _("Apprentice"),
        "real-living-wage-uk": _("Outside London"),
        "real-living-wage-london": _("In London"),
        "uc-work-allowance-housing": _("Work allowance, housing"),
        "uc-work-allowance-no-housing": _("Work allowance, no housing"),
        "uc-taper": _("Kept back of each pound above"),
        "uc-capital-limit": _("Savings, not more than"),
        "uc-capital-lower": _("Savings that do not count"),
        "permitted-work-week": _("Earnings, not more than"),
        "permitted-work-lower-week": _("Earnings, with any hours"),
        "permitted-work-hours": _("Hours, fewer than"),
        "carers-allowance-week": _("Carer’s Allowance: earnings"),
        "carers-allowance-rate": _("Carer’s Allowance: what is paid"),
        "carer-support-payment-week": _("Carer Support Payment: earnings"),
        "jsa-week": _("Earnings that do not count"),
        "jsa-hours": _("Hours, fewer than"),
        "trading-allowance": _("Trading allowance"),
        "personal-allowance": _("Personal allowance"),
        "heritage-unskilled-day": _("Unskilled work"),
        "heritage-skilled-day": _("Skilled work"),
        "heritage-professional-day": _("Professional work"),
        "heritage-day-hours": _("Hours of a day"),
    }


def figure_words(rate: Rate) -> str:
    """Return the figure with what it counts, as "45p a mile" or "£12.71 an hour"."""
    patterns = {
        Unit.PENCE_A_MILE: _("{figure} a mile"),
        Unit.PENCE_AN_HOUR: _("{figure} an hour"),
        Unit.PENCE_A_DAY: _("{figure} a day"),
        Unit.PENCE_A_WEEK: _("{figure} a week"),
        Unit.PENCE_A_MONTH: _("{figure} a month"),
        Unit.PENCE_A_YEAR: _("{figure} a year"),
        Unit.PENCE_A_TASK: _("{figure} a task"),
        Unit.HOURS_A_WEEK: _("{figure} hours a week"),
        Unit.HOURS_A_DAY: _("{figure} hours a day"),
        Unit.MILES_A_YEAR: _("{figure} miles a year"),
    }
    pattern = patterns.get(rate.unit, "{figure}")
    return pattern.format(figure=format_figure(rate.value, rate.unit))


def days_words(rate: Rate) -> str:
    """Return the days on which a figure holds, as "from 6 Apr 2026 to 5 Apr 2027"."""
    if rate.effective_to is None:
        return _("from {first} on").format(first=list_day(rate.effective_from))
    return _("from {first} to {last}").format(
        first=list_day(rate.effective_from), last=list_day(rate.effective_to)
    )


def confidence_words(rate: Rate) -> str:
    """Return how sure a figure is, in words."""
    words = {
        Confidence.OFFICIAL: _("Official"),
        Confidence.SECONDARY: _("From a second-hand source"),
        Confidence.DERIVED: _("Worked out from a rule, not printed anywhere"),
        Confidence.MEMORY: _("From memory: check before you rely on it"),
    }
    return _("Your own figure") if rate.confidence is None else words[rate.confidence]
