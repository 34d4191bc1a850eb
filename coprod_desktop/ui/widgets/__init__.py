"""The parts that screens are made of; each file holds one."""
