"""Paying many people at once."""
