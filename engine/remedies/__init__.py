"""Remedies made of settings: steps of another length, other loss weights, a new beginning; pure functions."""
