"""Show the charity's file in a window and ask what to do."""
