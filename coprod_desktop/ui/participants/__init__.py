"""The people who contribute."""
