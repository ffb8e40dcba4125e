"""The view in which a teacher sees best is found on a sample, named by the refusal, and offered with one click."""

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from PIL import Image

from engine.advice.offers import remedies_for
from engine.control import RunControl
from engine.data.scan.entries import ImageEntry
from engine.data.scan.image_list import ImageList
from engine.errors import TeacherError
from engine.events import Alert, Progress, Scores, TeacherChecked, TeacherView, from_json, to_json
from engine.health import HealthMonitor
from engine.run.prepare import scan_images
from engine.settings import DataSettings, HealthSettings, RunSettings, TeacherSettings
from engine.settings.changes import apply
from engine.teacher.check import check_teacher, refuse_weak
from engine.teacher.teacher import load_teacher
from engine.teacher.views import candidates, try_views
from tests.engine.helpers.health_streams import CROPPED, SCALED, TEACHER, alerts_of, scanned
from tests.engine.helpers.running import Recorder
from tests.engine.helpers.tiny_data import SIDE, MakeSettings, TinyData

CPU = torch.device("cpu")
SMALLER = SIDE - 12


def checked(settings: RunSettings) -> tuple[TeacherChecked, Recorder]:
    data = scan_images(settings, RunControl(), lambda _: None)
    recorder = Recorder()
    check_teacher(load_teacher(settings.teacher, CPU), data, settings, CPU, RunControl(), recorder)
    return recorder.of(TeacherChecked)[0], recorder


def test_a_teacher_that_scaling_blinds_is_better_in_crops(tiny_settings: MakeSettings) -> None:
    settings = tiny_settings("teacher.accept_weak=true", "data.view=resize", f"data.size={SMALLER}")
    event, recorder = checked(settings)
    best, own = event.views[0], next(view for view in event.views if view.chosen)
    assert (best.view, best.size) == ("crop", SMALLER)
    assert (own.view, own.size) == ("resize", SMALLER)
    assert best.auc > own.auc + 0.2
    assert from_json(to_json(event)) == event
    progress = [told for told in recorder.of(Progress) if told.task == "teacher views"]
    assert progress[-1].done == progress[-1].total == best.images
    (alert,) = [a for a in HealthMonitor().observe(event, settings) if a.rule == "teacher_view"]
    (remedy,) = remedies_for(alert.rule, settings, subject=alert.subject)
    assert apply(settings, remedy).data.view == "crop"


def test_a_good_teacher_is_not_asked_again(tiny_settings: MakeSettings) -> None:
    event, _ = checked(tiny_settings("teacher.accept_weak=true"))
    assert event.scores.auc is not None
    assert event.scores.auc >= 0.95
    assert event.views == ()


def test_only_sizes_that_the_pictures_have_are_tried() -> None:
    def tried(sides: list[int], **chosen: object) -> list[tuple[str, int]]:
        return [(view.view, view.size) for view in candidates(sides, DataSettings.model_validate(chosen))]

    assert tried([96, 96, 96], size=96) == [("resize", 96)]
    assert tried([96, 200, 200]) == [("resize", 256), ("resize", 128), ("crop", 128)]
    everything = [("resize", 256), ("resize", 128), ("crop", 128), ("crop", 256)]
    assert tried([600, 600, 800]) == everything
    assert tried([600], view="crop", size=100)[:3] == [("crop", 100), ("resize", 100), ("resize", 128)]


def test_images_that_break_are_left_out(tmp_path: Path, tiny_data: TinyData) -> None:
    entries = []
    for number in range(6):
        path = tmp_path / f"{number}.png"
        Image.new("RGB", (60, 60), (40 * number, 0, 0)).save(path)
        entries.append(ImageEntry(path, number % 2, "all", ""))
    entries[0].path.write_bytes(b"no picture")
    entries[1].path.unlink()
    teacher = load_teacher(TeacherSettings(checkpoint=tiny_data.teacher), CPU)
    views = try_views(teacher, ImageList.of(entries), DataSettings(size=40), RunControl(), lambda done, total: None)
    assert {view.images for view in views} == {4}


@pytest.mark.parametrize("auc", [0.453, 0.3])
def test_the_refusal_names_the_view(auc: float) -> None:
    blind = TeacherView(view="resize", size=256, images=64, auc=auc, chosen=True)
    event = replace(TEACHER, scores=Scores(images=64, auc=auc), views=(CROPPED, blind))
    with pytest.raises(TeacherError, match=r"0\.880 where they are seen in crops of 128 px") as caught:
        refuse_weak(event, TeacherSettings(), HealthSettings())
    assert 'data.view = "crop"' in caught.value.remedy
    assert "data.size = 128" in caught.value.remedy


def test_a_view_that_chance_may_have_made_better_is_not_offered() -> None:
    close = TeacherView(view="crop", size=128, images=64, auc=0.55)
    event = replace(TEACHER, views=(close, SCALED))
    assert not [alert for _, alert in alerts_of([event]) if alert.rule == "teacher_view"]


def view_alerts(settings: RunSettings, side: int) -> list[Alert]:
    (event,) = scanned(usual_side=side)
    return [alert for alert in HealthMonitor().observe(event, settings) if alert.rule == "data_view"]


LABELS_ONLY = {"loss": {"alpha_distill": 0, "alpha_task": 1}}


@pytest.mark.parametrize(
    ("data", "side", "proposed"),
    [({}, 3000, ("crop", 256)), ({"view": "crop"}, 100, ("crop", 96)), ({}, 300, None), ({"view": "crop"}, 256, None)],
)
def test_without_a_teacher_the_sizes_of_the_pictures_decide(
    data: dict[str, object], side: int, proposed: tuple[str, int] | None
) -> None:
    settings = RunSettings.model_validate({**LABELS_ONLY, "data": data})
    alerts = view_alerts(settings, side)
    if proposed is None:
        assert alerts == []
        return
    (remedy,) = remedies_for("data_view", settings, subject=alerts[0].subject)
    changed = apply(settings, remedy).data
    assert (changed.view, changed.size) == proposed


def test_with_a_teacher_it_is_asked_instead() -> None:
    assert view_alerts(RunSettings.model_validate({"teacher": {"checkpoint": "teacher.pth"}}), 3000) == []
