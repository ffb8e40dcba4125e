"""The page of the run that is open, and the thread that trains it."""
