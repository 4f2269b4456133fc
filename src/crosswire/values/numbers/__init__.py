"""Numbers told: counts, shares, measures, lengths of time and ages, and what two of them are to one another."""
