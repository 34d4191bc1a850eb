"""Build the Windows setup program on Linux, and try it under Wine."""
