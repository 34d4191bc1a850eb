"""Bring spreadsheets in: look, say what the columns are, check, and take all of it back at will."""
