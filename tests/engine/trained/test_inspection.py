"""Looking into pictures: maps, suspicious patches, heat maps and score files."""

import csv
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from engine.cli.main import main
from engine.control import RunControl
from engine.errors import DataError
from engine.evaluation.reliability import probabilities
from engine.events import ScoredPicture
from engine.models.geometry import PatchGeometry
from engine.trained.comparison import compare
from engine.trained.heatmaps import STRENGTH, overlay
from engine.trained.inspection import inspect, most_suspicious, suspicious_regions
from engine.trained.opened import open_trained
from engine.trained.score_files import planned, write_scores
from engine.trained.scoring import load_scorer
from resources.colors import FAKE, REAL
from tests.engine.helpers.running import carried_out
from tests.engine.helpers.tiny_data import TinyData, settings_for

TINY = PatchGeometry(field=5, stride=2)


@pytest.fixture(scope="module")
def run(tiny_data: TinyData, tmp_path_factory: pytest.TempPathFactory) -> Path:
    result, _ = carried_out(settings_for(tiny_data, tmp_path_factory.mktemp("runs"), "stage2.epochs=2"))
    assert result.run is not None
    return result.run


def test_inspection_is_what_the_networks_say(run: Path, tiny_data: TinyData) -> None:
    trained = open_trained(run, RunControl(), lambda _event: None)
    assert trained.teacher is not None
    assert trained.remarks == ()
    path = sorted((tiny_data.folder / "val" / "fake").iterdir())[0]
    found = inspect(path, trained.student, trained.teacher)
    image = torch.from_numpy(found.image).permute(2, 0, 1)[None]
    with torch.no_grad():
        assert found.score == pytest.approx(float(trained.student.image_logits(image)))
        target = trained.teacher.targets(image)[0, 0].numpy()
    assert found.teacher is not None
    assert found.aligned is not None
    np.testing.assert_allclose(found.teacher, target)
    assert found.student.shape == (29, 29), "without the rim"
    assert found.aligned.shape == found.teacher.shape == (7, 7)
    assert found.aligned[1, 2] == pytest.approx(float(found.student[3:6, 7:10].mean()), abs=1e-5)
    first = found.suspicious[0]
    assert first.logit == found.student.max() == found.student[first.row, first.column]
    assert (first.top, first.left, first.side) == (2 * first.row + 2, 2 * first.column + 2, 5)


def test_without_a_teacher_there_is_no_teacher_map(run: Path, tiny_data: TinyData) -> None:
    found = inspect(next((tiny_data.folder / "val" / "real").iterdir()), load_scorer(run / "student.pth"))
    assert (found.teacher, found.aligned, found.teacher_score) == (None, None, None)


def test_a_file_that_is_no_picture(run: Path, tmp_path: Path) -> None:
    (tmp_path / "text.png").write_text("no picture", encoding="utf-8")
    with pytest.raises(DataError, match=r"text\.png cannot be read"):
        inspect(tmp_path / "text.png", load_scorer(run / "student.pth"))


def test_suspicious_patches_share_no_pixel_and_come_highest_first() -> None:
    cells = np.random.default_rng(0).normal(size=(12, 15)).astype(np.float32)
    patches = most_suspicious(cells, TINY, 6)
    assert [p.logit for p in patches] == sorted((p.logit for p in patches), reverse=True)
    assert patches[0].logit == cells.max()
    covered = np.zeros((40, 40), int)
    for patch in patches:
        covered[patch.top : patch.top + patch.side, patch.left : patch.left + patch.side] += 1
    assert covered.max() == 1
    assert len(most_suspicious(cells[:2, :2], TINY, 6)) == 1


def test_overlay_colours_the_pixels_that_a_cell_sees() -> None:
    image = np.full((17, 17, 3), 100, np.uint8)
    logits = np.array([[4.0, 0.0], [0.0, -4.0]], np.float32)
    drawn = overlay(image, logits, PatchGeometry(field=8, stride=8), span=4.0).astype(float)
    for part, colour in ((drawn[:8, :8], FAKE), (drawn[8:16, 8:16], REAL)):
        mixed = (1 - STRENGTH) * 100 + STRENGTH * np.array(colour)
        np.testing.assert_allclose(part, np.broadcast_to(mixed, part.shape), atol=1)
    assert (drawn[:8, 8:16] == 100).all()  # a patch that says nothing
    assert (drawn[16] == 100).all()  # beyond the last patch


def test_disagreements_are_the_images_whose_probabilities_differ_most(run: Path) -> None:
    trained = open_trained(run, RunControl(), lambda _event: None)
    assert trained.data is not None
    comparison = compare(trained, trained.data.validation, RunControl(), lambda _event: None)
    assert comparison.targets is not None
    assert comparison.correlations is not None
    assert (np.abs(comparison.correlations) <= 1 + 1e-6).all()
    gaps = np.abs(probabilities(comparison.student.logits) - probabilities(comparison.targets))
    worst = comparison.disagreements(4)
    assert [abs(item.student - item.teacher) for item in worst] == pytest.approx(sorted(gaps, reverse=True)[:4])


def test_score_writes_a_csv_and_heat_maps(run: Path, tiny_data: TinyData, tmp_path: Path) -> None:
    table, maps = tmp_path / "scores.csv", tmp_path / "maps"
    words = ["score", run / "student.pth", tiny_data.folder / "val", "--csv", table, "--heatmaps", maps]
    assert main([str(word) for word in words]) == 0
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 20
    assert len({row["heatmap"] for row in rows}) == 20 == len(list(maps.iterdir()))  # real/00.png and fake/00.png
    for row in rows:
        judgement = load_scorer(run / "student.pth").judgement
        assert float(row["probability"]) == pytest.approx(judgement.scale.probability(float(row["logit"])))
        assert row["decision"] == ("fake" if float(row["logit"]) > judgement.threshold else "real")
        with Image.open(row["heatmap"]) as picture:
            assert picture.size == (64, 64)


def test_scores_outlive_a_picture_that_vanishes_before_its_heat_map(
    run: Path, tiny_data: TinyData, tmp_path: Path
) -> None:
    scorer = load_scorer(run / "student.pth")
    kept = tmp_path / "kept.png"
    kept.write_bytes((tiny_data.folder / "val" / "real" / "00.png").read_bytes())
    scored = [ScoredPicture(str(tmp_path / "gone.png"), 0, 1.5, 0.8), ScoredPicture(str(kept), 1, -1.5, 0.2)]
    files = planned([Path(picture.path) for picture in scored], tmp_path / "s.csv", tmp_path / "maps")
    rows = write_scores(scorer, scored, files, RunControl(), lambda _event: None)
    assert [row["heatmap"] for row in rows] == ["", str(tmp_path / "maps" / "kept.png")]
    assert "gone.png,1.5," in (tmp_path / "s.csv").read_text("utf-8-sig")


def test_heat_maps_never_replace_the_pictures_and_the_table_outlives_them(
    run: Path, tiny_data: TinyData, tmp_path: Path
) -> None:
    picture = tmp_path / "pictures" / "00.png"
    picture.parent.mkdir()
    picture.write_bytes((tiny_data.folder / "val" / "real" / "00.png").read_bytes())
    before = picture.read_bytes()
    words = [str(run / "student.pth"), str(picture.parent), "--csv", str(tmp_path / "s.csv"), "--heatmaps"]
    assert main(["score", *words, str(tmp_path / "." / "pictures")]) == 1
    assert picture.read_bytes() == before
    assert not (tmp_path / "s.csv").exists(), "refused before anything was scored"
    (tmp_path / "file").write_text("in the way")
    assert main(["score", *words, str(tmp_path / "file")]) == 1
    assert "00.png" in (tmp_path / "s.csv").read_text("utf-8-sig")


def test_a_name_that_is_no_unicode_spoils_no_table(run: Path, tmp_path: Path) -> None:
    scored = [ScoredPicture("photo\udcff.png", 0, 1.5, 0.8)]
    files = planned([Path("photo\udcff.png")], tmp_path / "s.csv", None)
    write_scores(load_scorer(run / "student.pth"), scored, files, RunControl(), lambda _event: None)
    assert "photo?.png,1.5," in (tmp_path / "s.csv").read_text("utf-8-sig")


def test_a_run_whose_images_or_teacher_changed_says_so(tiny_data: TinyData, tmp_path: Path) -> None:
    teacher = tmp_path / "teacher.pth"
    teacher.write_bytes(tiny_data.teacher.read_bytes())
    result, _ = carried_out(
        settings_for(tiny_data, tmp_path, "stage2.epochs=2", f"teacher.checkpoint='{teacher.as_posix()}'")
    )
    assert result.run is not None
    teacher.write_bytes(tiny_data.ignorant.read_bytes())
    trained = open_trained(result.run, RunControl(), lambda _event: None)
    assert trained.teacher is None
    assert "not the one" in trained.remarks[0]
    teacher.unlink()
    trained = open_trained(result.run, RunControl(), lambda _event: None)
    assert "left out" in trained.remarks[0]


def test_regions_are_connected_boxes_highest_first_and_no_specks() -> None:
    cells = np.full((60, 80), -1.0, np.float32)
    cells[10:30, 5:25], cells[35:55, 40:75], cells[3, 60] = 2.0, 4.0, 30.0
    weak, strong = (10, 5, 20, 20), (35, 40, 20, 35)
    found = suspicious_regions(cells, TINY, threshold=0.0)
    assert len(found) == 2, "the single cell is a speck"
    for region, (row, column, rows, columns) in zip(found, (strong, weak), strict=True):
        assert abs(region.top - 2 * row) <= 8 and abs(region.left - 2 * column) <= 8
        assert abs(region.height - 2 * rows) <= 16 and abs(region.width - 2 * columns) <= 16
        assert region.area == pytest.approx(4 * rows * columns, rel=0.5)
    assert found[0].logit > found[1].logit > 0
    assert suspicious_regions(cells, TINY, threshold=5.0) == ()


def test_what_is_said_of_a_region_exceeds_the_threshold() -> None:
    """A grid of single hot cells: between them all lie below it, and only their surroundings' mean above."""
    rng = np.random.default_rng(0)
    for _ in range(40):
        cells = rng.normal(-1, 0.3, (40, 60)).astype(np.float32)
        cells[rng.random(cells.shape) < 0.012] = 60.0
        for region in suspicious_regions(cells, TINY, threshold=0.5):
            assert region.logit > 0.5


def test_a_single_patch_can_be_a_region() -> None:
    (region,) = suspicious_regions(np.ones((1, 1), np.float32), TINY, threshold=0.0)
    assert (region.top, region.left, region.height, region.width, region.logit) == (0, 0, 5, 5, 1.0)
