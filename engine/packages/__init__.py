"""Packages that have to be loaded with care: before what, and with what said to them first."""
