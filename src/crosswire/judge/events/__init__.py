"""Events: what was done or not, by whom, why, and how it ended."""
