"""The labels-only twin of a run is found by its settings, and nothing else is taken for it."""

from pathlib import Path

import pytest

from engine.events import BestStudent, RunFinished, RunStarted, Scores, Validated, to_json
from engine.run_folder.control_run import control_auc
from engine.settings.toml_file import load_settings, save_settings

LABELS = ("loss.alpha_distill=0", "loss.alpha_task=1")


def write_run(folder: Path, auc: float, *overrides: str, reason: str = "finished") -> Path:
    folder.mkdir(parents=True)
    save_settings(
        load_settings(None, ("data.train=/photos", f"output.name={folder.name}", *overrides)), folder / "settings.toml"
    )
    scores = Scores(images=50, auc=auc)
    events = (
        RunStarted(run=str(folder), device="CPU", version="0"),
        Validated(stage=2, epoch=1, step=9, loss=1.0, scores=scores, sources={}, teacher_auc=None, best=True),
        RunFinished(reason=reason, step=9, seconds=1.0, best=BestStudent(auc, 2, 1)),
    )
    (folder / "events.jsonl").write_text("".join(to_json(event) + "\n" for event in events), encoding="utf-8")
    return folder


def test_the_twin_is_the_run_of_the_same_budget_from_labels_only(tmp_path: Path) -> None:
    taught = write_run(tmp_path / "taught", 0.95)
    assert control_auc(taught) is None
    control = write_run(tmp_path / "labels", 0.83, *LABELS, "control.when=never")
    assert control_auc(taught) == 0.83
    assert control_auc(control) is None, "it has no teacher itself"


@pytest.mark.parametrize(
    ("overrides", "reason"),
    [
        (("stage2.epochs=3",), "finished"),
        (("seed=5",), "finished"),
        (("data.train=/others",), "finished"),
        ((), "failed"),
    ],
)
def test_another_budget_seed_or_folder_is_no_twin(tmp_path: Path, overrides: tuple[str, ...], reason: str) -> None:
    taught = write_run(tmp_path / "taught", 0.95)
    write_run(tmp_path / "labels", 0.83, *LABELS, *overrides, reason=reason)
    assert control_auc(taught) is None


def test_a_folder_that_is_no_run_is_no_matter(tmp_path: Path) -> None:
    taught = write_run(tmp_path / "taught", 0.95)
    (tmp_path / "rubbish").mkdir()
    (tmp_path / "rubbish" / "settings.toml").write_text("[[[", encoding="utf-8")
    assert control_auc(taught) is None
    assert control_auc(tmp_path / "rubbish") is None
