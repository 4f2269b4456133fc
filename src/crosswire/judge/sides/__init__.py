"""Sides: what one report tells of a point, how a value stands in it, and whether two values are told of one thing."""
