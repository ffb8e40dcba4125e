"""The warnings panel and its remedies."""
