"""What a stage trains, its optimiser's groups, and how rates and weights move over it."""

import math

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.models.ladeda import LaDeDa
from engine.models.tiny_ladeda import TinyLaDeDa
from engine.run_folder.training_state import PLATEAU_FACTOR, Plateau
from engine.settings import LossSettings, Stage1Settings, Stage2Settings, StageSettings
from engine.training.optimiser import make_optimiser, set_learning_rates, train_only
from engine.training.schedule import average_decay, fade_at, lr_factor
from tests.engine.helpers.gradients import clip_gradients

STAGES = st.builds(
    StageSettings,
    epochs=st.integers(1, 30),
    warmup_epochs=st.floats(0, 40),
    schedule=st.sampled_from(["cosine", "constant"]),
)


def factors(stage: StageSettings, steps_per_epoch: int) -> list[float]:
    return [lr_factor(stage, step, steps_per_epoch) for step in range(stage.epochs * steps_per_epoch)]


@given(stage=STAGES, steps_per_epoch=st.integers(1, 20))
@settings(max_examples=100, deadline=None)
def test_rates_begin_above_zero_rise_inside_the_stage_then_never_rise_again(
    stage: StageSettings, steps_per_epoch: int
) -> None:
    found = factors(stage, steps_per_epoch)
    top = found.index(max(found))
    assert found[0] >= 0.01
    assert max(found) == pytest.approx(1.0)
    assert found[: top + 1] == sorted(found[: top + 1])
    assert found[top:] == sorted(found[top:], reverse=True)
    assert min(found[top:]) >= 0.1


def test_an_average_forgets_the_first_weights_however_long_it_is_to_reach_back() -> None:
    stage = StageSettings(ema_decay=0.999)
    decays = [average_decay(stage, step) for step in range(20_000)]
    assert decays[-1] == 0.999
    assert decays == sorted(decays)
    assert math.prod(decays[:100]) < 1e-9  # the weight of what it began with; 0.9 where the decay does not rise


def test_cosine_against_its_formula() -> None:
    stage = StageSettings(epochs=20, warmup_epochs=1.0)
    steps = 10
    assert lr_factor(stage, 0, steps) == pytest.approx(0.01)
    assert lr_factor(stage, 5, steps) == pytest.approx(0.01 + 0.99 * 0.5)
    assert lr_factor(stage, 10, steps) == 1.0
    share = (105 - 10) / (200 - 10)
    assert lr_factor(stage, 105, steps) == pytest.approx(0.1 + 0.9 * (1 + math.cos(math.pi * share)) / 2)
    assert lr_factor(stage, 200, steps) == pytest.approx(0.1)


def test_added_epochs_stretch_the_schedule_or_go_on_at_its_last_rate() -> None:
    planned, stretch = StageSettings(epochs=10), StageSettings(epochs=16)
    floor = StageSettings(epochs=16, extension="floor")
    for step in (0, 5, 60, 99, 100, 130, 159):
        assert lr_factor(stretch, step, 10, planned_epochs=10) == lr_factor(stretch, step, 10)
        assert lr_factor(floor, step, 10, planned_epochs=10) == lr_factor(planned, step, 10)
    assert lr_factor(floor, 130, 10, planned_epochs=10) == pytest.approx(0.1)
    assert lr_factor(floor, 30, 10) == lr_factor(stretch, 30, 10), "nothing is added to a stage that begins"
    shorter = StageSettings(epochs=6, extension="floor")
    assert lr_factor(shorter, 60, 10, planned_epochs=10) == pytest.approx(0.1)


def test_the_plateau_schedule_warms_up_and_then_follows_the_plateau() -> None:
    stage = Stage1Settings()
    assert lr_factor(stage, 0, 10, plateau_factor=0.5) == pytest.approx(0.01)
    assert lr_factor(stage, 5, 10) == 1.0
    assert lr_factor(stage, 20, 10, plateau_factor=0.5) == 0.5


def test_the_plateau_falls_after_its_patience_and_again_after_the_next() -> None:
    plateau, falls = Plateau(), []
    for auc in (0.6, 0.7, 0.7, 0.69, 0.65, 0.7):
        plateau.update(auc, patience=2)
        falls.append(plateau.factor)
    once = pytest.approx(PLATEAU_FACTOR)
    assert falls == [1, 1, 1, once, once, pytest.approx(PLATEAU_FACTOR**2)]
    assert plateau.since_best == 4


def test_a_better_auc_starts_the_patience_anew_and_an_undefined_one_counts_for_nothing() -> None:
    plateau = Plateau()
    for auc in (0.6, 0.5, None, None, 0.61, 0.6):
        plateau.update(auc, patience=2)
    assert (plateau.factor, plateau.best, plateau.since_best) == (1.0, 0.61, 1)


@pytest.mark.parametrize(
    ("trainable", "parts"), [("head", {"head"}), ("layer1", {"head", "layer1"}), ("all", {"head", "layer1", "stem"})]
)
def test_a_stage_trains_what_it_says(trainable: str, parts: set[str]) -> None:
    network = TinyLaDeDa()
    train_only(network, trainable)
    learning = {name for name, parameters in network.parts().items() if any(p.requires_grad for p in parameters)}
    assert learning == parts


@pytest.mark.parametrize(("optimiser", "kind"), [("sgd", torch.optim.SGD), ("adamw", torch.optim.AdamW)])
def test_every_trained_parameter_has_one_group_and_only_weights_decay(
    optimiser: str, kind: type[torch.optim.Optimizer]
) -> None:
    network = LaDeDa(9, width=4, depths=(1, 1, 1, 1))
    train_only(network, "all")
    stage = Stage2Settings.model_validate(
        {"optimiser": optimiser, "head_lr": 0.3, "backbone_lr": 0.2, "weight_decay": 0.01}
    )
    made = make_optimiser(network, stage)
    assert type(made) is kind
    placed = {id(p): group for group in made.param_groups for p in group["params"]}
    assert sum(len(group["params"]) for group in made.param_groups) == len(placed)
    assert placed.keys() == {id(p) for p in network.parameters()}
    for name, parameter in network.named_parameters():
        group = placed[id(parameter)]
        is_norm_or_bias = "bn" in name or "downsample.1" in name or name.endswith("bias")
        assert group["weight_decay"] == (0 if is_norm_or_bias else 0.01), name
        assert group["base_lr"] == (0.3 if name.startswith("fc") else 0.2), name


def test_stage_1_gives_the_optimiser_the_head_alone_with_nesterov() -> None:
    network = TinyLaDeDa()
    train_only(network, "head")
    made = make_optimiser(network, Stage1Settings(optimiser="sgd"))
    assert [p.shape for group in made.param_groups for p in group["params"]] == [(1, 8), (1,)]
    assert all(group["nesterov"] and group["momentum"] == 0.9 for group in made.param_groups)


def test_learning_rates_are_base_rates_times_the_factor() -> None:
    network = TinyLaDeDa()
    made = make_optimiser(network, StageSettings(head_lr=0.5, backbone_lr=0.25))
    set_learning_rates(made, 0.1)
    assert {(group["part"], group["lr"]) for group in made.param_groups} == {("head", 0.05), ("backbone", 0.025)}
    set_learning_rates(made, 1.0)
    assert {group["lr"] for group in made.param_groups} == {0.5, 0.25}


@given(
    values=st.lists(st.floats(-1e3, 1e3), min_size=1, max_size=6),
    value=st.sampled_from([0.0, 0.1, 1.0]),
    norm=st.sampled_from([0.0, 0.5, 5.0]),
)
@settings(max_examples=100, deadline=None)
def test_clipping_bounds_each_value_and_then_the_norm(values: list[float], value: float, norm: float) -> None:
    parameter = torch.nn.Parameter(torch.zeros(len(values), dtype=torch.float64))
    parameter.grad = torch.tensor(values, dtype=torch.float64)
    before, after = clip_gradients([parameter], value, norm)
    assert before == pytest.approx(math.hypot(*values))
    assert after == pytest.approx(parameter.grad.norm().item())
    assert after <= before * (1 + 1e-9)
    if norm:
        assert after <= norm * (1 + 1e-9)
    if value:
        assert parameter.grad.abs().max().item() <= value
    if not value and not norm:
        assert parameter.grad.tolist() == values


def test_a_gradient_that_is_no_number_is_reported_and_left() -> None:
    parameter = torch.nn.Parameter(torch.zeros(2))
    parameter.grad = torch.tensor([7.0, math.nan])
    assert all(map(math.isnan, clip_gradients([parameter], 1.0, 0.5)))
    assert parameter.grad[0] == 7
    parameter.grad = torch.tensor([7.0, -math.inf])
    assert clip_gradients([parameter], 1.0, 0.5) == (math.inf, math.inf)
    assert parameter.grad.tolist() == [7, -math.inf]


@pytest.mark.parametrize(
    ("loss", "found"),
    [
        ({"distill_fade": "none"}, [1, 1, 1]),
        ({"distill_fade": "linear"}, [1, 0.5, 0]),
        ({"distill_fade": "cosine"}, [1, 0.5, 0]),
        ({"distill_fade": "outrun"}, [0.25, 0.25, 0.25]),
    ],
)
def test_imitation_fades_to_its_floor_as_it_is_told(loss: dict[str, str], found: list[float]) -> None:
    for floor in (0.0, 0.4, 1.0):
        settings = LossSettings.model_validate(loss | {"distill_floor": floor})
        wanted = [floor + (1 - floor) * factor for factor in found]
        assert [fade_at(settings, share, outrun_factor=0.25) for share in (0.0, 0.5, 1.0)] == pytest.approx(wanted)


def test_imitation_of_pictures_without_a_label_does_not_fade() -> None:
    """By time; a teacher that is outrun is outrun on all pictures."""
    settings = LossSettings(distill_fade="cosine", distill_floor=0.2)
    assert [fade_at(settings, 1.0, 0.25, labelled) for labelled in (1.0, 0.25, 0.0)] == pytest.approx([0.2, 0.8, 1])
    outrun = LossSettings(distill_fade="outrun", distill_floor=0.2)
    assert fade_at(outrun, 1.0, 0.25, 0.25) == fade_at(outrun, 1.0, 0.25)
