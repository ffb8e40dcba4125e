"""Imports torch before anything loads Qt (WinError 1114), and keeps the tests out of the user's caches."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before torch; networks this small are fastest so, here and in children

import torch
from hypothesis import settings

settings.register_profile("any computer", deadline=None, derandomize=True)  # a busy one takes its time
settings.register_profile("search", deadline=None, max_examples=1000)  # --hypothesis-profile=search: new ones each time
settings.load_profile("any computer")

WINDOWS_SET = ("engine/", "gui/", "test_main.py")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--card", action="store_true", help="let the tests see a CUDA card, for those that need one")


def pytest_configure(config: pytest.Config) -> None:
    """Hides a card, from children too: most tests compare bits, which only the processor gives again and again."""
    if not config.getoption("--card"):
        os.environ["CUDA_VISIBLE_DEVICES"] = "-1"  # not "", which Windows takes for no such variable


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what runs under a Windows Python, too (tests/README.md)."""
    here = Path(__file__).parent
    for item in items:
        if item.path.relative_to(here).as_posix().startswith(WINDOWS_SET):
            item.add_marker(pytest.mark.windows)


@pytest.fixture(autouse=True)
def same_random_numbers() -> None:
    """Whatever ran before."""
    torch.manual_seed(0)


@pytest.fixture(autouse=True, scope="session")
def own_caches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Where platformdirs finds the folder for caches, on Linux and on Windows, in this process and its children."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA"):
            patch.setenv(name, str(tmp_path_factory.mktemp("caches")))
        yield
