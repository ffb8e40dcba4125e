"""How good a detector is on images: its scores, the figures made of them, and how far to trust them."""
