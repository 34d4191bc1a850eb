"""What people spent to take part, and what is paid back."""
