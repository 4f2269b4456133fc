"""Sayings: one saying told twice, its words and its speaker."""
