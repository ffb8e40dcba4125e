"""A photograph is judged in memory that its own pixels decide, not the network's layers."""

import subprocess
import sys
from pathlib import Path

import pytest
import torch
from PIL import Image

from engine.models.tiny_ladeda import TinyLaDeDa

SIDES = (5000, 4000)
MOST_MB = 500  # of which decoding takes most; a single layer of the network at once would take 640

CHILD = """
import sys
from pathlib import Path
from engine.control import RunControl
from engine.trained.inspection import inspect
from engine.trained.scoring import load_scorer, score_images

def peak_mb():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024

weights, small, large = map(Path, sys.argv[1:])
scorer = load_scorer(weights, view="crop")
score_images(scorer, [small], RunControl(), lambda event: None)
idle = peak_mb()
scored = score_images(scorer, [large, large], RunControl(), lambda event: None)
assert len(scored) == 2 and not any(picture.reason for picture in scored)
after_score = peak_mb()
assert abs(inspect(large, scorer).score - scored[0].logit) < 1e-5
print(after_score - idle, peak_mb() - idle)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak is asked of Linux")
def test_a_large_picture_is_judged_in_bounded_memory(tmp_path: Path) -> None:
    torch.manual_seed(0)
    torch.save(TinyLaDeDa().state_dict(), tmp_path / "student.pth")
    for name, size in (("small.jpg", (64, 64)), ("large.jpg", SIDES)):
        Image.radial_gradient("L").resize(size).convert("RGB").save(tmp_path / name)
    names = [str(tmp_path / name) for name in ("student.pth", "small.jpg", "large.jpg")]
    done = subprocess.run([sys.executable, "-c", CHILD, *names], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert all(float(peak) < MOST_MB for peak in done.stdout.split()), done.stdout
