"""Persons, bodies and offices of a story, and the name of each voice."""
