"""People: their names, ages, homes, roles and health, and whether two tellings are of one person."""
