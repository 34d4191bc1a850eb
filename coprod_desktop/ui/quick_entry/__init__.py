"""One line for one entry, read aloud in words while it is typed."""
