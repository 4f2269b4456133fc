"""Numbers: counts, sums and lengths of time, in two sides and over the whole story."""
