"""Keep the records in one encrypted file, or in a shared PostgreSQL database."""
