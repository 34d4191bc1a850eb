"""Soft checks: what is worth a second look, and why; they explain and never block."""

from coprod_desktop.domain.checks.findings import CheckKind as CheckKind
from coprod_desktop.domain.checks.findings import Dismissal as Dismissal
from coprod_desktop.domain.checks.findings import Finding as Finding
from coprod_desktop.domain.checks.findings import clean_dismissal as clean_dismissal
from coprod_desktop.domain.checks.findings import still_open as still_open
