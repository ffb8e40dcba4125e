"""One story of few labels: a tenth of the tiles has one, the others are dropped beside them, and a student leaves."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.demo.images import DemoData
from engine.demo.training import demo_settings
from engine.settings.toml_file import quoted
from engine.trained.scoring import load_scorer
from gui.export.dialog import ExportDialog
from gui.run.controller import RunState
from gui.widgets.path_fields import FoldersField
from tests.engine.helpers.small_demo import small_demo
from tests.gui.helpers.visit import Visit

LABELLED = 5  # of 48 tiles of each class


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoData:
    """The tiles with labels, and in the folder all.../ beside them every training tile in one heap."""
    torch.set_num_threads(1)
    place = tmp_path_factory.mktemp("demo")
    data = small_demo(place, unseen=False)
    heap = place / "heap"
    heap.mkdir()
    for name in ("real", "fake"):
        tiles = sorted((data.folder / "train" / name).iterdir())
        for number, tile in enumerate(tiles):
            shutil.copy(tile, heap / f"{name[0]}{number}{tile.suffix}")
        for tile in tiles[LABELLED:]:
            tile.unlink()
    return data


def drop(visit: Visit, name: str, path: Path) -> None:
    """A folder on the field of a setting."""
    field = visit.window.setup_page.form.rows[name].field
    assert isinstance(field, FoldersField)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    field.dropEvent(QDropEvent(QPointF(1, 1), Qt.DropAction.CopyAction, dropped, buttons, keys))


@pytest.mark.timeout(300)
def test_from_a_folder_with_few_labels_and_a_heap_without_to_an_export(
    open_window: Callable[[], Visit], qtbot: QtBot, demo: DemoData, tmp_path: Path
) -> None:
    visit = open_window()
    told = (f"output.folder={quoted(tmp_path / 'runs')}", "output.name=Few labels", "stage2.epochs=8")
    panel = visit.window.setup_page.data_panel
    visit.window.project.take(demo_settings(demo, (*told, "machine.keep_awake=false")), None)
    qtbot.waitUntil(lambda: panel.found is not None and not panel.looking)
    panel.findings.confirmed.click()
    drop(visit, "data.unlabelled", demo.folder.parent / "heap")
    qtbot.waitUntil(lambda: panel.looking)
    qtbot.waitUntil(lambda: panel.found is not None and not panel.looking)
    assert panel.found is not None
    assert panel.labels_confirmed, "the labels are those that were confirmed before"
    train, _, others = panel.found.splits
    assert (train.images, others.unlabelled) == (2 * LABELLED, 2 * (48 - LABELLED))
    left_out = {item.reason: item.count for item in panel.found.left_out}
    assert left_out["a training image, which has a label"] == 2 * LABELLED
    visit.press("start")
    qtbot.waitUntil(lambda: visit.window.controller.state == RunState.FINISHED, timeout=240_000)
    history = visit.window.controller.history
    assert history.stages[2].steps_per_epoch == 6
    assert history.best is not None
    assert history.best.scores.auc is not None
    assert history.best.scores.auc > 0.6
    take_away(visit, tmp_path / "runs" / "Few labels")


def take_away(visit: Visit, run: Path) -> None:
    visit.press("export")
    (dialog,) = visit.window.findChildren(ExportDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    visit.qtbot.waitUntil(dialog.report.isEnabled, timeout=120_000)
    assert "proven" in dialog.rows["pth"].outcome.text(), dialog.said.text()
    assert load_scorer(run / "exports" / "Few labels.pth").weights.recognised.parameters == 1297
    dialog.close()
