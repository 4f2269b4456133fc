"""Times told: the days and hours a report names, what they can mean, and what two of them are to one another."""
