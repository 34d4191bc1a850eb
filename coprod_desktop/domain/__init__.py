"""The nouns and rules of recognising contributions, in plain Python without files or screens."""
