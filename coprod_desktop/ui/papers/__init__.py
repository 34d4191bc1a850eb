"""The papers of a person, as several screens show, make, save and print them."""
