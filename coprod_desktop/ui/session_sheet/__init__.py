"""One session on one sheet: many people, their work and small expenses, one save."""
