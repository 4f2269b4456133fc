"""Who says what: attributions and quotations brought together."""
