"""What is out of use under which settings, and what was set in vain."""

import pytest

from engine.advice.acting import CONDITIONS, conditions_of, out_of_use, set_in_vain
from engine.remedies.usual_rates import rates_of
from engine.settings import RunSettings
from engine.settings.names import value_of
from engine.settings.presets import validated
from engine.settings.toml_file import load_settings


def test_conditions_name_settings_that_there_are() -> None:
    for condition in CONDITIONS:
        for name in condition.names:
            value_of(RunSettings(), name)


@pytest.mark.parametrize(
    ("override", "idle", "acting"),
    [
        ("stage1.optimiser=solver", {"stage1.epochs", "stage1.head_lr", "stage1.momentum"}, {"stage1.solver_images"}),
        ("stage1.optimiser=sgd", {"stage1.solver_images", "stage1.backbone_lr"}, {"stage1.epochs", "stage1.momentum"}),
        ("stage2.optimiser=adamw", {"stage2.momentum"}, {"stage2.weight_decay", "stage2.backbone_lr"}),
        ("stage2.enabled=false", {"stage2.epochs", "stage2.schedule"}, {"stage2.enabled"}),
        ("loss.alpha_distill=0", {"loss.temperature", "teacher.calibration"}, {"teacher.checkpoint"}),
        ("loss.use_kl_loss=false", {"loss.temperature"}, {"loss.image_weight"}),
        ("data.view=resize", {"data.judged", "data.judged_megapixels"}, {"data.size"}),
        ("data.view=crop", set(), {"data.judged", "data.judged_megapixels"}),
        ("degradations.strength=off", {"degradations.views", "degradations.quality_min"}, {"degradations.strength"}),
        (
            "degradations.strength=web",
            {"degradations.jpeg_probability"},
            {"degradations.views", "degradations.teacher"},
        ),
        ("degradations.strength=own", {"degradations.quality_min"}, {"degradations.jpeg_probability"}),
        ("loss.alpha_distill=0", {"data.unlabelled", "degradations.teacher"}, set()),
        ("student.checkpoint=a.pth", {"student.width", "student.network"}, {"student.pooling"}),
        ("machine.device=cpu", {"machine.cuda_graphs", "stage2.amp"}, {"machine.threads"}),
    ],
)
def test_what_cannot_act_is_out_of_use(override: str, idle: set[str], acting: set[str]) -> None:
    found = out_of_use(load_settings(None, (override,)))
    assert idle <= set(found)
    assert not acting & set(found)


def test_rates_that_a_stage_trains_with_are_those_in_use() -> None:
    for stage1 in ("solver", "sgd", "adamw"):
        settings = load_settings(None, (f"stage1.optimiser={stage1}",))
        for stage in ("stage1", "stage2"):
            used = {name for name in ("head_lr", "backbone_lr") if f"{stage}.{name}" not in out_of_use(settings)}
            assert used == set(rates_of(settings, stage))


def test_only_what_differs_from_the_preset_was_set_in_vain() -> None:
    assert set_in_vain(validated({})) == {}
    assert set_in_vain(validated({"preset": "from_scratch"})) == {}
    found = set_in_vain(validated({"stage1": {"epochs": 9}, "stage2": {"epochs": 9}}))
    assert found == {"stage1.epochs": "stage1.optimiser is sgd or adamw: the solver takes no steps"}
    assert conditions_of("stage2.momentum") == ("stage2.enabled is on", "stage2.optimiser is sgd")
