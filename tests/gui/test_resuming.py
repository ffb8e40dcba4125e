"""Which changes made in Set-up a run that is resumed can take over."""

from pathlib import Path

from engine.settings import RunSettings
from engine.settings_file import with_changes
from gui.resuming import changes_to_take_over


def test_what_may_change_is_offered_and_nothing_of_another_training(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    run = with_changes(RunSettings(), {"data.train": (here,), "output.name": "a"})
    changed = with_changes(run, {"stage2.head_lr": 0.1, "data.decoded_cache_mb": 1, "output.name": "b"})
    assert changes_to_take_over(run, changed) == ("data.decoded_cache_mb", "stage2.head_lr")
    for other in ({"data.train": (there,)}, {"seed": 1}):
        assert changes_to_take_over(run, with_changes(changed, other)) == ()


def test_images_and_networks_that_moved_can_be_chosen_again(tmp_path: Path) -> None:
    names = ("data.train", "teacher.checkpoint", "student.checkpoint")
    there = dict.fromkeys(names, tmp_path / "there")
    run = with_changes(RunSettings(), dict.fromkeys(names, tmp_path / "here"))
    assert changes_to_take_over(run, with_changes(run, there)) == names
    (tmp_path / "here").touch()
    assert changes_to_take_over(run, with_changes(run, there)) == ()
