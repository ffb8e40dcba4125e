"""Set-up tells what a run would use of the computer: the device by name, memory, sleep, and why a card is not used."""

import pytest
import torch
from pytestqt.qtbot import QtBot

from engine.machine import awake, gpu
from engine.machine.device import describe
from engine.machine.gpu import GraphicsCard
from engine.settings import MachineSettings, RunSettings
from engine.settings.toml_file import load_settings
from gui.setup.computer_panel import ComputerPanel, sleep_words
from tests.gui.helpers.setup_driver import end_tasks

PATIENCE_MS = 30_000
CARD = GraphicsCard("NVIDIA GeForce GTX 970", "471.41", (11, 4))


@pytest.fixture
def panel(qtbot: QtBot) -> ComputerPanel:
    panel = ComputerPanel()
    qtbot.addWidget(panel, before_close_func=end_tasks)
    return panel


def look(qtbot: QtBot, panel: ComputerPanel, *overrides: str) -> None:
    panel.set_settings(load_settings(None, overrides))
    panel.show()
    qtbot.waitUntil(lambda: panel.values["Device"].text() not in ("", "Looking…"), timeout=PATIENCE_MS)


def test_device_and_memory_are_named_and_nothing_is_wrong(qtbot: QtBot, panel: ComputerPanel) -> None:
    look(qtbot, panel, "machine.device=cpu", "machine.threads=1")
    assert panel.values["Device"].text() == describe(torch.device("cpu"), 1)
    assert "A step of a run takes about" in panel.values["Memory"].text()
    assert all(note.isHidden() for note in panel.notes.values())


def test_looking_changes_nothing_that_a_run_computes_with(qtbot: QtBot, panel: ComputerPanel) -> None:
    before = torch.get_num_threads()
    look(qtbot, panel, f"machine.threads={before + 1}")
    assert torch.get_num_threads() == before


def test_a_card_that_is_not_used_is_explained_before_a_run(
    qtbot: QtBot, panel: ComputerPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gpu, "find_card", lambda: CARD)
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    look(qtbot, panel)
    assert panel.values["Device"].text().startswith("CPU")
    assert CARD.name in panel.notes["Device"].text.text()
    look(qtbot, panel, "machine.device=cpu")
    qtbot.waitUntil(panel.notes["Device"].isHidden, timeout=PATIENCE_MS)  # it is not wanted
    panel.set_settings(load_settings(None, ("machine.device=cuda",)))
    qtbot.waitUntil(lambda: panel.values["Device"].text() == "None that can be used.", timeout=PATIENCE_MS)
    assert panel.notes["Device"].text.text().startswith("Error: ")


def test_too_little_memory_is_a_warning_but_not_while_a_run_holds_it(
    qtbot: QtBot, panel: ComputerPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.setup.computer_panel.free_bytes", lambda: 2**20)
    look(qtbot, panel)
    assert "it would break off" in panel.notes["Memory"].text.text()
    panel.set_in_use(True)
    assert panel.notes["Memory"].isHidden()
    assert "A run is going on" in panel.values["Memory"].text()


def test_the_device_is_not_looked_at_beside_a_run(qtbot: QtBot, panel: ComputerPanel) -> None:
    panel.set_in_use(True)
    panel.show()
    assert "A run is going on" in panel.values["Device"].text()
    panel.set_in_use(False)
    qtbot.waitUntil(lambda: panel.values["Device"].text().startswith("CPU"), timeout=PATIENCE_MS)


def test_settings_that_changed_there_and_back_beside_a_run_are_looked_at_after_it(
    qtbot: QtBot, panel: ComputerPanel
) -> None:
    look(qtbot, panel, "machine.device=cpu")
    panel.set_in_use(True)
    for threads in (2, 0):
        panel.set_settings(load_settings(None, ("machine.device=cpu", f"machine.threads={threads}")))
    panel.set_in_use(False)
    qtbot.waitUntil(lambda: panel.values["Device"].text().startswith("CPU"), timeout=PATIENCE_MS)


def test_whether_it_may_fall_asleep(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(awake, "without_desktop", lambda: False)
    assert sleep_words(MachineSettings()).startswith("Kept awake")
    assert sleep_words(MachineSettings(keep_awake=False)).startswith("May fall asleep")
    monkeypatch.setattr(awake, "without_desktop", lambda: True)
    assert "no desktop" in sleep_words(MachineSettings())


def test_a_look_that_was_cut_off_is_made_again(qtbot: QtBot, panel: ComputerPanel) -> None:
    panel.show()
    panel.close_task()
    panel.set_settings(RunSettings())
    qtbot.waitUntil(lambda: panel.values["Device"].text() not in ("", "Looking…"), timeout=PATIENCE_MS)
