"""A run from its settings to its end: preparation, both stages, final evaluation, and what goes on from a stop."""
