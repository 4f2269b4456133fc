"""Names told: of persons, bodies and places, and whether two can be one person's."""
