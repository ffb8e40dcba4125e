"""One story on photographs as people have them: classes by click, the view found, trained, a new picture tried."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from engine.demo.images import SPLITS, imitate, load_generator, read_photo
from engine.settings import RunSettings
from gui.run.controller import RunState
from resources.paths import resource
from tests.gui.helpers.visit import Visit

PICTURES = Path(__file__).parents[2] / "data" / "pictures"
TEACHER = resource("demo", "weights", "teacher.safetensors")
LARGE = 1  # photograph of 12 megapixels in each class, besides small ones
SETTLED_MS = 240_000  # a busy computer looks at large photographs


def photographs() -> Iterator[tuple[str, NDArray[np.uint8], NDArray[np.uint8]]]:
    """Name, photograph and imitation of those of the demo that are large."""
    generator = load_generator(SPLITS[0])
    for path in sorted(resource("demo", "photos").rglob("*.webp")):
        photo = read_photo(path)
        if min(photo.shape[:2]) >= 600:
            yield path.stem, photo, imitate(photo, generator)


def save(pixels: NDArray[np.uint8], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path, quality=92, subsampling=0)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Holiday pictures and imitations in folders of their own names, and what drives and phones leave beside them."""
    torch.set_num_threads(1)
    root = tmp_path_factory.mktemp("pictures") / "Bilder"
    for number, (name, photo, imitation) in enumerate(photographs()):
        for place, pixels in (("Urlaub/Echte Fotos", photo), ("KI-Bilder/upscaler", imitation)):
            half = pixels.shape[1] // 2
            save(pixels[:, :half], root / place / f"{name} left.jpg")
            save(pixels[:, half:], root / place / f"{name} right.jpg")
            if number < LARGE:
                rows, columns = (-(-side // had) for side, had in zip((3000, 4000), pixels.shape[:2], strict=True))
                save(np.tile(pixels, (rows, columns, 1))[:3000, :4000], root / place / f"{name}.jpg")
    real = root / "Urlaub" / "Echte Fotos"
    shutil.copy(PICTURES / "gradient.heic", real / "IMG_0001.HEIC")
    (real / "@eaDir").mkdir()
    shutil.copy(next(real.glob("*.jpg")), real / "@eaDir" / "SYNOPHOTO_THUMB_M.jpg")
    whole = next(real.glob("* left.jpg")).read_bytes()
    (real / "torn.jpg").write_bytes(whole[: len(whole) // 2])
    return root


def settings(folder: Path, runs: Path) -> RunSettings:
    """The form's own, but for what would make a test long."""
    return RunSettings.model_validate(
        {
            "data": {"train": [folder], "validation_fraction": 0.4, "judged_megapixels": 0.3, "batch_size": 8},
            "teacher": {"checkpoint": TEACHER, "calibration_images": 16},
            "stage2": {"epochs": 16},
            "output": {"folder": runs, "name": "Photographs"},
            "machine": {"keep_awake": False},
        }
    )


@pytest.mark.timeout(600)
def test_from_a_folder_of_photographs_to_a_verdict_on_a_new_one(
    open_window: Callable[[], Visit], qtbot: QtBot, folder: Path, tmp_path: Path
) -> None:
    visit = open_window()
    visit.window.project.take(settings(folder, tmp_path / "runs"), None)
    choose_classes(visit)
    take_the_view_that_is_found(visit)
    visit.press("start")
    qtbot.waitUntil(lambda: visit.window.controller.state == RunState.FINISHED, timeout=SETTLED_MS)
    best = visit.window.controller.history.best
    assert best is not None
    assert best.scores.auc is not None
    assert best.scores.auc > 0.9
    see_the_results(visit)
    try_a_new_photograph(visit, tmp_path)


def choose_classes(visit: Visit) -> None:
    page = visit.window.setup_page
    panel = page.data_panel.classes
    visit.qtbot.waitUntil(lambda: not panel.isHidden() and panel.use.isEnabled(), timeout=SETTLED_MS)
    assert panel.tree.class_of("KI-Bilder") == "Fake, proposed"
    assert panel.tree.class_of("Urlaub/Echte Fotos") == "Real, proposed"
    assert panel.tree.class_of("Urlaub") == ""
    panel.use.click()
    visit.qtbot.waitUntil(lambda: page.data_panel.found is not None and not page.data_panel.looking, timeout=SETTLED_MS)
    found = page.data_panel.found
    assert found is not None
    files = sum(path.is_file() for path in Path(page.value().data.train[0]).rglob("*"))
    used = sum(split.real + split.fake for split in found.splits)
    assert used + sum(item.count for item in found.left_out) == files


def take_the_view_that_is_found(visit: Visit) -> None:
    panel = visit.window.setup_page.teacher_panel
    visit.qtbot.waitUntil(panel.check.isEnabled)
    with visit.qtbot.waitSignal(panel.problems_found, timeout=SETTLED_MS):
        panel.start_check()
    (button,) = [button for button in panel.findChildren(QPushButton) if button.text().startswith("Crops of ")]
    button.click()
    assert visit.window.setup_page.value().data.view == "crop"


def see_the_results(visit: Visit) -> None:
    """Whoever watched the run sees what came of it: figures at once, curves and mistakes when they are measured."""
    page = visit.window.results_page
    visit.qtbot.waitUntil(lambda: visit.window.page_name() == "results" and page.board.model.rowCount() > 0)
    visit.qtbot.waitUntil(lambda: len(page.board.roc.curves) == 2, timeout=SETTLED_MS)  # student and teacher
    assert page.export.isVisible()
    assert page.board.mistakes.isVisible()


def try_a_new_photograph(visit: Visit, place: Path) -> None:
    new = place / "new photograph.jpg"
    _, _, imitation = next(photographs())
    save(np.tile(imitation[:, ::-1], (5, 5, 1))[:3000, :4000], new)
    page = visit.window.try_it_page
    visit.press("page_try_it")
    page.add([new])
    visit.qtbot.waitUntil(lambda: not page.busy and bool(page.model.pictures), timeout=SETTLED_MS)
    (picture,) = page.model.pictures
    assert picture.logit is not None
    assert picture.logit > page.model.threshold
    assert page.count.text() == "1 picture: 1 called fake"
    page.table.opened.emit(picture)
    inspect = visit.window.inspect_page
    visit.qtbot.waitUntil(
        lambda: visit.window.page_name() == "inspect" and inspect.seen is not None, timeout=SETTLED_MS
    )
    assert inspect.seen is not None
    assert inspect.seen.found.image.shape == (3000, 4000, 3)
    assert inspect.seen.found.student.shape[0] > 1400  # a map of the whole picture, a cell for each 2 x 2 pixels
