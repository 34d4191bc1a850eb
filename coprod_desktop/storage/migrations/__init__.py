"""How the tables of older files become today's; these modules import nothing of the program."""
