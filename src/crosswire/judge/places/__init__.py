"""Places: towns and buildings, spots inside them, addresses, where somebody spoke, where a thing lay."""
