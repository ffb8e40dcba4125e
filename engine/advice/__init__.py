"""What to do about it: problems of settings, what may change, what each alert offers, and who decides alone."""
