"""One folder a run: settings, events, checkpoints, and what a list of runs shows of them."""
