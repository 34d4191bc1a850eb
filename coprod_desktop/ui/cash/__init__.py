"""The cash box and the vouchers."""
