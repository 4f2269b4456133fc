"""Generated inputs for `read`: small files of every format, and what damages them."""
