"""Real images and a real teacher on the disk, and a set-up page that is driven as a user would."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.models.ladeda import LaDeDa
from engine.settings import RunSettings
from gui.background.background_task import BackgroundTask
from gui.project.preferences import PreferencesFile
from gui.setup.setup_page import SetupPage

NewPage = Callable[[], SetupPage]


def write_images(root: Path) -> Path:
    """Two sources of real and fake images in two splits: 32 for training, 16 for validation."""
    rng = np.random.default_rng(0)
    for split, count in (("train", 8), ("val", 4)):
        for source in ("camera", "phone"):
            for kind, offset in (("0_real", 0), ("1_fake", 60)):
                folder = root / split / source / kind
                folder.mkdir(parents=True)
                for index in range(count):
                    pixels = rng.integers(offset, offset + 190, (48, 64, 3), np.uint8)
                    Image.fromarray(pixels).save(folder / f"{index}.png")
    return root


def write_teacher(path: Path) -> Path:
    """A narrow teacher that knows nothing."""
    torch.manual_seed(0)
    torch.save(LaDeDa(9, 4, (3, 4, 6, 3)).state_dict(), path)
    return path


def make_page(qtbot: QtBot, preferences: PreferencesFile) -> SetupPage:
    """A page that is shown; its threads end when it is closed."""
    page = SetupPage(preferences)
    qtbot.addWidget(page, before_close_func=lambda _: end_tasks(page))
    page.resize(1100, 640)
    page.show()
    return page


def end_tasks(widget: QWidget) -> None:
    """Wait for every thread below a widget, which is about to be destroyed."""
    for task in widget.findChildren(BackgroundTask):
        task.close()


def look(qtbot: QtBot, page: SetupPage, settings: RunSettings) -> None:
    """Show settings and wait until their folders have been looked through."""
    page.set_value(settings)
    qtbot.waitUntil(lambda: page.data_panel.looking)
    qtbot.waitUntil(lambda: not page.data_panel.looking)


def name_otherwise(images: Path) -> Path:
    """The same images in folders whose names the settings do not know."""
    for folder in sorted(images.glob("*/*/*")):
        folder.rename(folder.with_name({"0_real": "Echte Fotos", "1_fake": "KI-Bilder"}[folder.name]))
    return images


def of(images: Path, **changes: object) -> RunSettings:
    return RunSettings.model_validate({"data": {"train": (images,), "size": 48, **changes}})


def counts(page: SetupPage) -> dict[str, tuple[str, str]]:
    tree, found = page.data_panel.findings.counts, {}
    for row in range(tree.topLevelItemCount()):
        top = tree.topLevelItem(row)
        assert top is not None
        found[top.text(0)] = (top.text(1), top.text(2))
        for index in range(top.childCount()):
            child = top.child(index)
            assert child is not None
            found[f"{top.text(0)}/{child.text(0)}"] = (child.text(1), child.text(2))
    return found
