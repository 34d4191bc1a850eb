"""Log paid and unpaid contributions and make fair-recognition statements and payment sheets."""

__version__ = "0.1.0"
