"""Makes the tagger that crosswire ships from the data in the bench folder; not installed."""
