"""Imports torch before anything loads Qt (WinError 1114), and keeps the tests out of the user's caches."""

import gc
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before torch; networks this small are fastest so, here and in children

import torch
from hypothesis import settings

settings.register_profile("any computer", deadline=None, derandomize=True)  # a busy one takes its time
settings.register_profile("search", deadline=None, max_examples=1000)  # --hypothesis-profile=search: new ones each time
settings.load_profile("any computer")

CONNECTIONS = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg"}
attempts: list[str] = []  # to reach a network from a test
LONGEST = (
    "gui/window/test_story",
    "gui/window/test_demo",
    "gui/window/test_main",
    "engine/run/test_resume.py",
    "engine/training/test_changes",
    "engine/machine/test_distributed",
    "test_network",
)
WINDOWS_SET = ("engine/", "gui/", "test_main.py")


def _refuse_networks(event: str, arguments: tuple[Any, ...]) -> None:
    """A hook of Python's audit: nothing leaves the computer, and one window finds another by a local socket."""
    if event not in CONNECTIONS:
        return
    local = getattr(socket, "AF_UNIX", None)
    if isinstance(arguments[0], socket.socket) and arguments[0].family == local:
        return
    attempts.append(f"{event} {arguments[1:] if isinstance(arguments[0], socket.socket) else arguments}")
    raise RuntimeError(f"A test reaches for a network: {attempts[-1]}")


sys.addaudithook(_refuse_networks)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--card", action="store_true", help="let the tests see a CUDA card, for those that need one")
    parser.addoption("--readers", action="store_true", help="install other programs that read exports, and try them")


def pytest_configure(config: pytest.Config) -> None:
    """Hides a card, from children too: most tests compare bits, which only the processor gives again and again."""
    if not config.getoption("--card"):
        os.environ["CUDA_VISIBLE_DEVICES"] = "-1"  # not "", which Windows takes for no such variable


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what runs under a Windows Python, too (tests/README.md); the longest files begin."""
    here = Path(__file__).parent
    items.sort(key=lambda item: not item.path.relative_to(here).as_posix().startswith(LONGEST))
    for item in items:
        if item.path.relative_to(here).as_posix().startswith(WINDOWS_SET):
            item.add_marker(pytest.mark.windows)


def pytest_collection_finish() -> None:
    """What was imported lives to the end: the collector need not look through all of torch again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def no_network() -> Iterator[list[str]]:
    """Fails a test in whose time something reached for a network, even where the refusal was swallowed."""
    attempts.clear()
    yield attempts
    assert not attempts, attempts


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
