"""Imports torch for the first time, without the part of it that takes seconds on Windows and gives nothing."""

import os


def import_torch() -> None:
    """As it is imported, torch has ``inspect`` tell where its operators are defined.

    That asks for the real path of every imported module's file; Windows opens each file for it, and the folders above
    one that is packed away in the frozen program. Whether a file is a link makes no difference to torch.
    """
    follow_links = os.path.realpath
    os.path.realpath = os.path.abspath  # type: ignore[assignment]
    try:
        import torch  # noqa: F401
    finally:
        os.path.realpath = follow_links
