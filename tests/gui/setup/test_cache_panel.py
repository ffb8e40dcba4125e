"""The caches' panel: it tells what real cache files take, and empties them after a yes while no run uses them."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from engine.data.stores.caches import MAPS, cache_bytes
from engine.data.stores.disk_store import DiskStore, keep
from engine.settings import MachineSettings
from gui.setup.cache_panel import CachePanel, size_words
from tests.gui.helpers.setup_driver import end_tasks


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cache folder with one map in it."""
    store = DiskStore(tmp_path / MAPS, 2**20)
    store.put([(b"key", keep(np.zeros((31, 31), np.float32)))])
    store.close()
    assert cache_bytes(tmp_path)["maps"] > 0
    return tmp_path


@pytest.fixture
def panel(qtbot: QtBot, folder: Path) -> CachePanel:
    panel = CachePanel()
    qtbot.addWidget(panel, before_close_func=end_tasks)
    panel.show()
    panel.set_settings(MachineSettings(cache_folder=folder))
    return panel


def answer(panel: CachePanel, words: str) -> None:
    panel.empty.click()
    question = panel.findChildren(QMessageBox)[-1]
    next(button for button in question.findChildren(QPushButton) if button.text() == words).click()


def test_it_tells_size_and_place(panel: CachePanel, folder: Path) -> None:
    assert f"Maps: {size_words(cache_bytes(folder)['maps'])}" in panel.sizes.text()
    assert "Pictures: 0 MB" in panel.sizes.text()
    assert panel.place.text() == str(folder)


def test_a_no_leaves_the_caches_and_a_yes_empties_them(qtbot: QtBot, panel: CachePanel, folder: Path) -> None:
    answer(panel, "Cancel")
    assert cache_bytes(folder)["maps"] > 0
    answer(panel, "Empty")
    qtbot.waitUntil(lambda: cache_bytes(folder)["maps"] == 0)
    qtbot.waitUntil(lambda: "Maps: 0 MB" in panel.sizes.text())
    assert not panel.empty.isEnabled()


def test_a_run_keeps_its_caches(panel: CachePanel) -> None:
    panel.set_in_use(True)
    assert not panel.empty.isEnabled()
    assert "run is using them" in panel.sizes.text()
    panel.set_in_use(False)
    assert panel.empty.isEnabled()


@pytest.mark.parametrize(("size", "words"), [(0, "0 MB"), (345_678, "0.3 MB"), (12_345_678_901, "12,346 MB")])
def test_sizes_in_words(size: int, words: str) -> None:
    assert size_words(size) == words
