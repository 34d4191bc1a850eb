"""Change many entries of a list at once, and replace words in them."""
