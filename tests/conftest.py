"""Imports torch before anything loads Qt (WinError 1114), and keeps the tests out of the user's caches."""

from collections.abc import Iterator

import pytest
import torch  # noqa: F401


@pytest.fixture(autouse=True, scope="session")
def own_caches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Where platformdirs finds the folder for caches, on Linux and on Windows, in this process and its children."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA"):
            patch.setenv(name, str(tmp_path_factory.mktemp("caches")))
        yield
