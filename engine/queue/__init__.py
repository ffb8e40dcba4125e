"""A list of runs to do, kept as files, and what came of those that belong together."""
