"""Failure drills: the demo's run with each failure switched on, to show that it is noticed and how it ends."""
