"""Maps of single pictures, and where student and teacher disagree."""
