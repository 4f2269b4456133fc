"""Times: days, hours, and the order in which things happened."""
