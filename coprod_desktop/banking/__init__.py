"""Write the files that a bank accepts."""
