"""Questions: what one report leaves open and another settles."""
