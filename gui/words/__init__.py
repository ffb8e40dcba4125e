"""Names and values of settings and rules in plain words; no widgets."""
