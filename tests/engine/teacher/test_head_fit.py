"""A teacher at chance gets another head from features of its last layer; it then loads and teaches like any other."""

from pathlib import Path

import numpy as np
import pytest
import torch

from engine.control import RunControl, StopRequestedError
from engine.data.listing.entries import ImageEntry
from engine.data.listing.image_list import ImageList
from engine.errors import SettingsError, TeacherError
from engine.events import Progress, TeacherChecked
from engine.models.loading.recognition import load_checkpoint
from engine.run.preflight import check
from engine.run.teacher_fitting import fit_teacher, usual_path
from engine.settings import TeacherSettings
from engine.settings.toml_file import quoted
from engine.teacher.head_fit import ImageFeatures, fit_head
from engine.teacher.teacher import Teacher, load_teacher
from tests.engine.helpers.command_line import Run, told, write_settings
from tests.engine.helpers.running import Recorder
from tests.engine.helpers.tiny_data import MakeSettings, TinyData

CPU = torch.device("cpu")


@pytest.fixture
def at_chance(tiny_data: TinyData, tmp_path: Path) -> Path:
    """The tiny teacher with a head that says the contrary of what it knows."""
    state = torch.load(tiny_data.teacher, weights_only=True)
    state["fc.weight"] *= -1
    torch.save(state, tmp_path / "spoiled.pth")
    return tmp_path / "spoiled.pth"


def test_a_spoiled_teacher_is_mended_and_loads_as_any_other(
    at_chance: Path, tiny_settings: MakeSettings, tmp_path: Path
) -> None:
    settings = tiny_settings(f"teacher.checkpoint={quoted(at_chance)}")
    assert usual_path(settings) == tmp_path / "spoiled-fitted.pth"
    found = fit_teacher(settings, usual_path(settings), RunControl(), Recorder())
    before, after = found.before["validation"], found.after["validation"]
    assert before.auc is not None and before.auc < 0.5
    assert after.auc is not None and after.interval is not None
    assert after.auc > 0.6 and after.interval[0] <= after.auc <= after.interval[1]
    assert found.path == usual_path(settings)
    recorder = Recorder()
    fitted = tiny_settings(f"teacher.checkpoint={quoted(found.path)}")
    assert not [problem for problem in check(fitted, RunControl(), recorder) if problem.severity == "error"]
    (checked,) = recorder.of(TeacherChecked)
    assert checked.scores.auc == pytest.approx(after.auc, abs=0.02), "as a run measures it, by its maps in float16"
    given, new = load_checkpoint(at_chance), load_checkpoint(found.path)
    changed = [name for name, value in given.state_dict.items() if not torch.equal(new.state_dict[name], value)]
    assert changed == ["fc.weight", "fc.bias"]
    assert new.metadata["head_fitted"]["from_sha256"] == given.sha256
    assert new.metadata["filter"] == "NPR"


def test_the_command_tells_both_figures_and_replaces_nothing(
    command: Run, tiny_data: TinyData, at_chance: Path, tmp_path: Path
) -> None:
    chosen = told(f"teacher.checkpoint={quoted(at_chance)}")
    words = ("fit-teacher", write_settings(tmp_path, tiny_data), "--output", tmp_path / "mine.pth", *chosen)
    outcome = command(*words)
    assert outcome.code == 0
    assert outcome.data["after"]["validation"]["auc"] > outcome.data["before"]["validation"]["auc"]
    assert outcome.data["path"] == str(tmp_path / "mine.pth")
    assert "already exists" in command(*words).failed_with("storage")
    few = command(*words, "--overwrite", "--images", 10)
    assert few.data["images"] == 10


def test_a_head_that_is_no_better_is_not_written(tiny_settings: MakeSettings, tmp_path: Path) -> None:
    settings = tiny_settings()
    first = fit_teacher(settings, tmp_path / "first.pth", RunControl(), Recorder())
    chosen = f"teacher.checkpoint={quoted(first.path or settings.teacher.checkpoint or Path())}"
    again = fit_teacher(tiny_settings(chosen), tmp_path / "again.pth", RunControl(), Recorder())
    assert again.path is None
    assert not (tmp_path / "again.pth").exists()
    never = fit_teacher(tiny_settings("teacher.min_auc=1"), tmp_path / "never.pth", RunControl(), Recorder())
    assert never.path is None, "a run would refuse it"


def test_what_was_asked_before_a_stop_is_not_asked_again(tiny_settings: MakeSettings, tmp_path: Path) -> None:
    settings = tiny_settings(f"machine.cache_folder={quoted(tmp_path / 'caches')}")
    asked: list[int] = []
    really = Teacher.mean_features

    def counted(self: Teacher, images: torch.Tensor) -> torch.Tensor:
        asked.append(len(images))
        return really(self, images)

    control = RunControl()
    stop = Recorder(lambda event: isinstance(event, Progress) and event.task == "training images", control.stop)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Teacher, "mean_features", counted)
        with pytest.raises(StopRequestedError):
            fit_teacher(settings, tmp_path / "new.pth", control, stop)
        before = sum(asked)
        fit_teacher(settings, tmp_path / "new.pth", RunControl(), Recorder())
    assert before > 0
    assert sum(asked) == 60, "every image once, in both calls together"


def test_without_a_teacher_there_is_nothing_to_fit(tiny_settings: MakeSettings, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="No teacher is chosen"):
        fit_teacher(tiny_settings("teacher.checkpoint=''"), tmp_path / "x.pth", RunControl(), Recorder())


def test_the_mean_of_a_large_picture_is_that_of_its_tiles(tiny_data: TinyData) -> None:
    teacher = load_teacher(TeacherSettings(checkpoint=tiny_data.teacher), CPU)
    images = torch.randint(0, 256, (1, 3, 530, 1042), dtype=torch.uint8)
    network, detector = teacher.detector.network, teacher.detector
    with torch.no_grad():
        expected = network.features(detector.prepare(images)).mean((2, 3))
        torch.testing.assert_close(teacher.mean_features(images), expected, rtol=1e-4, atol=1e-4)
        torch.testing.assert_close(network.fc(expected)[:, 0], teacher.image_logits(images), rtol=1e-3, atol=1e-3)


def features(count: int, rng: np.random.Generator, informed: int = 1) -> ImageFeatures:
    """Of images whose label the first feature tells, as far as they are informed; others are noise or constant."""
    labels = np.arange(count) % 2
    entries = ImageList.of([ImageEntry(Path(f"{n}.png"), int(label), "all", "") for n, label in enumerate(labels)])
    told = informed * labels + rng.normal(0, 0.3, count)
    return ImageFeatures(entries, np.column_stack([told, rng.normal(0, 50, (count, 30)), np.ones(count)]))


def test_the_penalty_is_chosen_where_the_head_was_not_fitted() -> None:
    rng = np.random.default_rng(0)
    head = fit_head(features(40, rng), features(200, rng))
    assert head.strength < 100, "more would fit the noise of 30 features"
    judged = features(200, rng)
    right = (judged.logits(head.weight, head.bias) > 0) == (judged.labels == 1)
    assert right.mean() > 0.8


def test_features_that_are_no_numbers_or_of_one_class_are_refused() -> None:
    rng = np.random.default_rng(0)
    broken = features(10, rng)
    broken.features[3, 3] = np.nan
    with pytest.raises(TeacherError, match="NaN or infinite"):
        fit_head(broken, features(10, rng))
    one_class = features(10, rng)
    with pytest.raises(TeacherError, match="one class"):
        fit_head(ImageFeatures(one_class.entries.take(np.arange(0, 10, 2)), one_class.features[::2]), broken)
