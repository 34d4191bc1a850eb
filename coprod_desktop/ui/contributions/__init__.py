"""Everything that people gave, piece by piece, to find, approve and correct."""
