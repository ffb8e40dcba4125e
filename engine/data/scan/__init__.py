"""Which images a run has: found in folders and lists, labelled, split, and searched for what gives labels away."""
