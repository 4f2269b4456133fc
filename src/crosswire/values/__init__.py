"""values: what a report tells in a comparable form, one room a kind: numbers, times, places, names.

A room has `find` (the mentions of its kind in a report) and `relate` (what two of them are to one another). Nothing
here needs the neural runtime, and nothing here asks whether two mentions are told of one thing.
"""
