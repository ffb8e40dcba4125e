"""Batches: which image comes when, decoded ahead by one thread."""
