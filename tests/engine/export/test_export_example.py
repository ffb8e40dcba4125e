"""The example for receivers of an ONNX file: alone, and with the scores that the program itself gives."""

import csv
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from engine.cli.main import main
from engine.models.loading.weights_file import METADATA_KEY
from engine.models.tiny_ladeda import TinyLaDeDa
from resources.paths import resource
from tests.engine.helpers.tiny_data import texture

BLOCKED = (
    "import runpy, sys; sys.modules.update(dict.fromkeys(('torch', 'engine', 'resources', 'sklearn')));"
    "sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"
)


def student(path: Path, **notes: object) -> Path:
    """Weights of a student that were not trained, with what an export notes."""
    torch.manual_seed(1)
    state = TinyLaDeDa().eval().state_dict()
    state["fc.weight"] *= 40
    vars(state)["_metadata"] = {METADATA_KEY: {"size": 64, **notes}}
    torch.save(state, path)
    return path


def odd_pictures(folder: Path) -> list[Path]:
    """What receivers have: upright and turned, transparent, grey, deep, small, and larger than the example's tiles."""
    folder.mkdir()
    large = texture("example", 0, fake=True, side=144)
    pixels = np.asarray(large)
    fading = np.linspace(0, 255, pixels.shape[0]).astype(np.uint8)[:, None].repeat(pixels.shape[1], 1)
    turned = Image.Exif()
    turned[0x0112] = 6
    texture("example", 1, fake=False, side=1160).crop((0, 0, 1131, 90)).save(folder / "wide.png")
    large.crop((0, 0, 100, 144)).save(folder / "turned.jpg", exif=turned)
    large.crop((3, 5, 134, 82)).save(folder / "odd.png")
    large.crop((0, 0, 30, 40)).save(folder / "small.png")
    large.crop((0, 0, 1, 90)).save(folder / "line.png")
    large.convert("L").save(folder / "grey.png")
    large.quantize(8).save(folder / "palette.png", transparency=3)
    Image.fromarray(np.dstack([pixels, fading])).save(folder / "transparent.webp", lossless=True)
    Image.fromarray(np.dstack([pixels[..., 0], fading])).save(folder / "grey and transparent.png")
    Image.fromarray(pixels[..., 0].astype(np.uint16) * 257).save(folder / "deep.png")
    return sorted(folder.iterdir())


@pytest.mark.parametrize(("view", "padding"), [("crop", "none"), ("crop", "zeros"), ("resize", "none")])
def test_the_example_gives_the_scores_of_the_program(view: str, padding: str, tmp_path: Path) -> None:
    """In a process of its own, where neither the program nor PyTorch can be imported."""
    pictures = odd_pictures(tmp_path / "pictures")
    judged = [picture for picture in pictures if view == "resize" or picture.name != "line.png"]
    noted = {"threshold": 0.1, "probability": {"slope": 0.3, "offset": 0.2, "method": "platt"}}
    weights = student(tmp_path / "student.pth", view=view, filter_padding=padding, **noted)
    assert main(["export", str(weights), "--format", "onnx", "--output", str(tmp_path)]) == 0
    arguments = [str(weights), str(tmp_path / "pictures"), "--csv", str(tmp_path / "scores.csv")]
    assert main(["score", *arguments]) == (judged != pictures), "a picture without a patch is left out"
    with (tmp_path / "scores.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {Path(row["path"]).name: row for row in csv.DictReader(file) if not row["reason"]}
    script = resource("examples", "use_onnx.py")
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", BLOCKED, script, tmp_path / "student.onnx", *pictures],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    lines = [line for line in done.stdout.splitlines() if "too small" not in line]
    assert len(lines) == len(rows) == len(judged)
    assert len({row["logit"] for row in rows.values()}) > 5
    for line, picture in zip(lines, judged, strict=True):
        found = re.search(r"probability of fake ([\d.]+), called (fake|real)", line)
        assert found is not None
        assert float(found[1]) == pytest.approx(float(rows[picture.name]["probability"]), abs=1e-4), line
        assert found[2] == rows[picture.name]["decision"], line
