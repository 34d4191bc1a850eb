"""What stands on each paper, in words."""
