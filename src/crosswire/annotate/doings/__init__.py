"""What the clauses of a report tell: who does what to whom, and what is told not to be so."""
