"""One file a format: bytes → what a report and its source tell; `kinds` says which format is whose."""
