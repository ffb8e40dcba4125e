"""A checkpoint that can be read, but whose parts do not fit, is refused in words that say what can be done."""

from pathlib import Path
from typing import Any

import pytest
import torch

from engine.errors import RunFolderError
from engine.settings import RunSettings
from tests.engine.helpers.running import at_step, failed, stopped
from tests.engine.helpers.tiny_data import TinyData, settings_for

WRONG: dict[str, Any] = {
    "optimiser": {"state": {}, "param_groups": [{"lr": 1.0}] * 7},
    "calibration": {"method": "affine", "slope": 2.0},
    "average": {"fc.weight": torch.zeros(5)},
}


@pytest.fixture(scope="module")
def ended(tiny_data: TinyData, tmp_path_factory: pytest.TempPathFactory) -> tuple[RunSettings, Path]:
    """A run that was stopped in stage 2, with something in every part of its checkpoint."""
    settings = settings_for(tiny_data, tmp_path_factory.mktemp("ended"), "stage1.enabled=false", "stage2.ema_decay=0.8")
    return settings, stopped(settings, at_step(2))


@pytest.mark.parametrize("part", WRONG)
def test_a_part_that_does_not_fit_is_named(part: str, ended: tuple[RunSettings, Path]) -> None:
    settings, folder = ended
    last = folder / "checkpoints" / "last.pt"
    whole = last.read_bytes()
    torch.save(torch.load(last, weights_only=True) | {part: WRONG[part]}, last)
    result, _ = failed(settings, folder)
    last.write_bytes(whole)
    assert isinstance(result.error, RunFolderError)
    assert part in result.error.message
    assert "student.pth" in result.error.remedy
