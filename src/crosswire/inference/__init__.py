"""What the trained readers share: sessions and compiled graphs, word pieces and windows, decoding."""
