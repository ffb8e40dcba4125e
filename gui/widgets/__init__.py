"""Widgets that know nothing of runs, and the theme."""
