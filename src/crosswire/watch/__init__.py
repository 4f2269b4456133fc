"""watch: feeds followed politely, their reports put into a desk, and notices of what changed there."""
