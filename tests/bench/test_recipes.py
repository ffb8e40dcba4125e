"""A bench that was stopped goes on: what was measured is kept, and measured anew only where settings differ."""

from pathlib import Path

import pytest

from tests.bench.trainings import Figures, Kept, NotMeasuredError, Training

FOUND = Figures(0.9, 0.8, 0.7, 0.6)


def not_again() -> Figures:
    raise AssertionError("measured again")


def test_figures_are_kept_for_the_next_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "figures.jsonl"
    assert Kept(path).figures("first", "seed 1", lambda: FOUND) == FOUND
    assert Kept(path).figures("by another name", "seed 1", not_again) == FOUND
    assert Kept(path).figures("second", "seed 2", lambda: FOUND) == FOUND
    with pytest.raises(NotMeasuredError, match="third"):
        Kept(path, measures=False).figures("third", "seed 3", not_again)
    assert len(path.read_text(encoding="utf-8").splitlines()) == 2
    assert capsys.readouterr().err.count("Figures") == 2


def test_labels_alone_take_as_many_steps_on_few_images() -> None:
    alone = Training(("loss.alpha_distill=0", "loss.alpha_task=1"), epochs=8, seed=0, labels=0.02)
    assert "stage2.epochs=400" in alone.overrides
    assert "stage2.epochs=8" in Training((), epochs=8, seed=0, labels=0.02).overrides
