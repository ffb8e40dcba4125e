"""The page of earlier runs, and their comparison."""
