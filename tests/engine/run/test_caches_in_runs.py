"""A run gives the same bits whatever its caches hold, goes on where its first pass was stopped, and needs no cache."""

from pathlib import Path

import pytest
from torch import Tensor

from engine.control import FinishReason, RunControl
from engine.data.batches.loader import Batch
from engine.data.stores.caches import cache_bytes, cache_folder, clear_caches, open_caches
from engine.errors import StorageError
from engine.events import Alert, Event, Progress
from engine.run.prepare import PATCH_IMAGES
from engine.run.run import run
from engine.settings import MachineSettings
from engine.settings.toml_file import quoted
from engine.teacher.teacher import Teacher
from tests.engine.helpers.running import Recorder, carried_out, difference, outcome_of
from tests.engine.helpers.tiny_data import PER_CLASS, MakeSettings

NO_MEMORY = ("data.decoded_cache_mb=0", "teacher.map_cache_mb=0")
NO_DISK = ("data.decoded_disk_mb=0", "teacher.map_disk_mb=0")
IMAGES = 2 * PER_CLASS["train"]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many images the teacher was asked about, by call."""
    calls: list[int] = []
    maps = Teacher.maps

    def counted(teacher: Teacher, images: object) -> object:
        calls.append(len(images))  # type: ignore[arg-type]
        return maps(teacher, images)  # type: ignore[arg-type]

    monkeypatch.setattr(Teacher, "maps", counted)
    return calls


@pytest.mark.parametrize(("view", "fixed_views"), [("resize", 0), ("crop", 2)])
def test_cached_and_uncached_training_end_with_equal_bits(
    tiny_settings: MakeSettings, tmp_path: Path, view: str, fixed_views: int, asked: list[int]
) -> None:
    place = f"machine.cache_folder={quoted(tmp_path / 'caches')}"
    shape = (
        f"data.view={view}",
        "data.size=48",
        "degradations.strength=own",
        "degradations.jpeg_probability=0.3",
        "degradations.teacher=seen",
        f"degradations.views={fixed_views}",
    )
    outcomes, questions = [], []
    for number, caches in enumerate(((*NO_MEMORY, *NO_DISK), NO_DISK, (), (), NO_MEMORY)):
        asked.clear()
        settings = tiny_settings(f"output.name={number}", place, *shape, *caches)
        outcomes.append(outcome_of(carried_out(settings)[0]))
        questions.append(sum(asked))
    assert [difference(outcomes[0], other) for other in outcomes[1:]] == [""] * 4
    assert questions[0] > questions[1] >= questions[2] > questions[3] == questions[4]


@pytest.mark.parametrize("kept", [True, False])
def test_maps_come_with_the_batches_that_are_read_ahead(
    tiny_settings: MakeSettings, monkeypatch: pytest.MonkeyPatch, kept: bool
) -> None:
    batches: list[Batch] = []
    targets = Teacher.targets

    def watched(teacher: Teacher, images: Tensor, batch: Batch) -> Tensor:
        batches.append(batch)
        return targets(teacher, images, batch)

    monkeypatch.setattr(Teacher, "targets", watched)
    carried_out(tiny_settings(*NO_DISK, *(() if kept else NO_MEMORY)))
    trained = [batch for batch in batches if len(batch.seen) > PATCH_IMAGES]
    assert len(trained) > 8  # stage 1 and two epochs of stage 2
    assert {batch.maps is not None for batch in trained} == {kept}


def test_a_first_pass_that_was_stopped_goes_on_where_it_was(
    tiny_settings: MakeSettings, tmp_path: Path, asked: list[int]
) -> None:
    settings = tiny_settings(f"machine.cache_folder={quoted(tmp_path / 'caches')}", *NO_MEMORY)
    control = RunControl()

    def stop(event: Event) -> None:
        if isinstance(event, Progress) and event.task == "teacher maps" and event.done == 15:
            control.stop()

    result = run(settings, control, stop)
    assert result.state is FinishReason.STOPPED
    resumed, recorder = carried_out(settings, result.run)
    questions = sum(asked)
    asked.clear()
    whole = tiny_settings(f"machine.cache_folder={quoted(tmp_path / 'others')}", "output.name=whole", *NO_MEMORY)
    assert difference(outcome_of(resumed), outcome_of(carried_out(whole)[0])) == ""
    assert questions == sum(asked)  # none twice
    passed = [e.done for e in recorder.events if isinstance(e, Progress) and e.task == "teacher maps"]
    assert passed == list(range(1, IMAGES + 1))


def test_without_a_usable_folder_a_run_says_so_once_and_goes_on(tiny_settings: MakeSettings, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    settings = tiny_settings(f"machine.cache_folder={quoted(tmp_path / 'file')}", "stage1.enabled=false")
    recorder = Recorder()
    result = run(settings, RunControl(), recorder)
    assert result.state is FinishReason.FINISHED, result.error
    alerts = [alert for alert in recorder.of(Alert) if alert.rule == "cache"]
    assert len(alerts) == 2  # one for each file
    assert all("cannot be used" in alert.message and "machine.cache_folder" in alert.remedy for alert in alerts)


def test_each_file_that_fails_is_told_once_whichever_fails_first(tiny_settings: MakeSettings, tmp_path: Path) -> None:
    caches = open_caches(tiny_settings(f"machine.cache_folder={quoted(tmp_path)}"))
    stores = [caches.maps.disk, caches.pictures.disk]
    for store in stores:
        assert store is not None
        store.problem = StorageError(f"{store.path.name} failed.")
        assert caches.new_problems() == [store.problem]
        assert caches.new_problems() == []
    caches.close()


def test_clearing_empties_the_caches_and_leaves_the_rest(tiny_settings: MakeSettings, tmp_path: Path) -> None:
    folder = cache_folder(MachineSettings(cache_folder=tmp_path / "caches"))
    carried_out(
        tiny_settings(
            f"machine.cache_folder={quoted(folder)}",
            "stage1.enabled=false",
            "stage2.epochs=1",
            "stage2.warmup_epochs=0",
        )
    )
    (folder / "mine.txt").write_text("not the program's")
    held = cache_bytes(folder)
    assert min(held.values()) > 0
    assert clear_caches(folder) == sum(held.values())
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]


def test_a_teacher_asked_in_every_epoch_is_told_with_its_time(
    tiny_settings: MakeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.run.first_pass.TOLD_FROM_MINUTES", 0)
    short = ("stage1.enabled=false", "stage2.epochs=1", "stage2.warmup_epochs=0")
    lossy = ("degradations.strength=own", "degradations.jpeg_probability=0.5", "degradations.teacher=seen")
    _, recorder = carried_out(tiny_settings(*short, *lossy))
    (alert,) = [alert for alert in recorder.of(Alert) if alert.rule == "asked_anew"]
    assert f"some {IMAGES // 2:,} images" in alert.message
    assert "minutes" in alert.message
