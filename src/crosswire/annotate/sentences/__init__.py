"""Sentences, and where they end."""
