"""The stages of a run: the loop, the loss, schedules, optimiser, validation, and changes between two batches."""
