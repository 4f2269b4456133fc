"""The ledger: the lists that stand beside the points, put together for one story."""
