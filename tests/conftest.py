"""Imports torch before anything loads Qt: on Windows the other order fails (WinError 1114)."""

import torch  # noqa: F401
