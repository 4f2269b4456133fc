"""Places told: what they are called, what contains them, and what two of them are to one another."""
