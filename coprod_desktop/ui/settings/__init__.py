"""The charity's own details, its payment policy, and who is at the keyboard."""
