"""How each edition sets a paper."""
