"""Incidents: the step behind an error is kept, bounded, and computed again with the same bits."""

import shutil
from pathlib import Path

import pytest
import torch

from engine.control import RunControl
from engine.errors import DataError, ExportError, RunFolderError
from engine.events import IncidentKept, Validated
from engine.export.exporting import export
from engine.run.replay import ReplayedStep, replay
from engine.run_folder.event_log import read_events
from engine.training.incident import read_incident
from tests.engine.helpers.command_line import Run
from tests.engine.helpers.running import Recorder, carried_out
from tests.engine.helpers.spoilt_maps import SpoilsMaps
from tests.engine.helpers.tiny_data import MakeSettings, TinyData, settings_for

ILL = (
    "stage1.enabled=false",
    "health.loss_limit=0.2",
    "health.window=5",
    "output.report_every=3",
    "stage2.accumulate=2",
)


def replayed(path: Path) -> ReplayedStep:
    return replay(path, RunControl(), Recorder())


@pytest.fixture(scope="module")
def ill(tiny_data: TinyData, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[IncidentKept]]:
    """The folder of a run whose loss is above its limit all the time, and the incidents that it told."""
    place = tmp_path_factory.mktemp("ill")
    data = TinyData(Path(shutil.copytree(tiny_data.folder, place / "data")), tiny_data.teacher, tiny_data.ignorant)
    result, recorder = carried_out(settings_for(data, place, *ILL, "stage2.epochs=8"))
    assert result.run is not None
    return result.run, recorder.of(IncidentKept)


def test_a_step_is_computed_again_with_the_same_bits(ill: tuple[Path, list[IncidentKept]]) -> None:
    folder, kept = ill
    assert [event.step for event in kept] == [0, 5], "the first ones, of a kind, and no more"
    for event in kept:
        again = replayed(folder / event.path)
        assert (again.rule, again.step) == ("loss_explosion", event.step)
        assert again.loss_equal
        assert again.gradients_equal
        assert again.exact
        assert "above the limit" in again.message


def test_one_bit_of_difference_is_seen(ill: tuple[Path, list[IncidentKept]], tmp_path: Path) -> None:
    folder, kept = ill
    other = tmp_path / "run" / "incidents" / "other.pt"
    other.parent.mkdir(parents=True)
    content = read_incident(folder / kept[1].path)
    weight = content["gradients"]["fc.bias"]
    content["gradients"]["fc.bias"] = torch.nextafter(weight, weight + 1)
    torch.save(content, other)
    again = replayed(other)
    assert again.loss_equal
    assert not again.gradients_equal


def test_a_step_that_was_left_out_is_kept_as_it_was(
    tiny_settings: MakeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its NaN came from outside, so that the step computed again is sound: the incident says so."""
    SpoilsMaps(monkeypatch, {3})
    result, recorder = carried_out(tiny_settings("stage1.enabled=false", "output.report_every=100"))
    monkeypatch.undo()
    (event,) = recorder.of(IncidentKept)
    assert result.run is not None
    again = replayed(result.run / event.path)
    assert (again.rule, again.step, again.loss_equal) == ("not_finite", 2, False)
    assert again.loss == again.loss
    assert again.loss_then != again.loss_then


def test_without_its_images_it_says_what_is_missing(ill: tuple[Path, list[IncidentKept]], command: Run) -> None:
    folder, kept = ill
    said = command("replay", folder / kept[0].path)
    assert said.code == 0
    assert said.data["gradients_equal"]
    images = folder.parent / "data"
    images.rename(images.with_name("elsewhere"))
    try:
        with pytest.raises(DataError):
            replayed(folder / kept[0].path)
        assert command("replay", folder / kept[0].path).code == 1
    finally:
        images.with_name("elsewhere").rename(images)


def test_what_is_no_incident_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.pt").write_bytes(b"PK\x03\x04 cut")
    for path in (tmp_path / "x.pt", tmp_path / "none.pt"):
        with pytest.raises(RunFolderError, match="not an incident"):
            replayed(path)


def test_an_incident_that_lacks_something_is_refused(ill: tuple[Path, list[IncidentKept]], tmp_path: Path) -> None:
    folder, kept = ill
    whole = read_incident(folder / kept[0].path)
    lacking = [{name: value for name, value in whole.items() if name != left_out} for left_out in ("state", "settings")]
    for content in (*lacking, {"format": 1}, whole | {"state": {"step": 3}}, whole | {"loss": "high"}):
        torch.save(content, tmp_path / "x.pt")
        with pytest.raises(RunFolderError, match="not an incident"):
            replayed(tmp_path / "x.pt")


def test_none_are_kept_where_none_are_wanted(tiny_settings: MakeSettings) -> None:
    result, recorder = carried_out(tiny_settings(*ILL, "health.incidents=0"))
    assert not recorder.of(IncidentKept)
    assert result.run is not None
    assert not (result.run / "incidents").exists()


def test_a_suspect_student_is_only_exported_when_that_is_accepted(
    ill: tuple[Path, list[IncidentKept]], tmp_path: Path
) -> None:
    folder, _ = ill
    assert not any(event.healthy for event in read_events(folder) if isinstance(event, Validated))
    with pytest.raises(ExportError, match="suspect"):
        export(folder, ["safetensors"], tmp_path, RunControl(), Recorder())
    outcome = export(folder, ["safetensors"], tmp_path, RunControl(), Recorder(), accept_weak=True, accept_suspect=True)
    assert not outcome.failed
