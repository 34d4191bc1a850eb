"""The history: what changed, what was removed, and the way back."""
