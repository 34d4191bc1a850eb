"""What we learn: cross-tables, the month, reports for funders and trustees."""
