"""export: a story, or all of a desk, for other programs: one file a kind. It stands beside show: a pure view."""
