"""PatchDistill's engine: everything that trains, without a window."""

__version__ = "0.1.0"
