"""Values of one thing, a number, a day or a place, wherever in two reports it is told."""
