"""The statements: who gets one, what it looks like, and making them."""
