"""A step as a graph gives what single operations give: on a pretended graph, and on a real one where a card is."""

from collections.abc import Sequence

import pytest
import torch
from torch import Tensor

from engine.machine.device import choose_device
from engine.machine.processes import ALONE
from engine.models.detector import PatchDetector
from engine.models.geometry import alignment
from engine.models.ladeda import LaDeDa
from engine.models.tiny_ladeda import TinyLaDeDa
from engine.settings import LossSettings, MachineSettings, StudentSettings
from engine.training.batch_loss import BatchArithmetic, BatchInputs
from engine.training.losses import DistillationLoss, enabled
from engine.training.step_graph import MOST_FORMS, STEPS_BEFORE, StepGraphs
from tests.engine.helpers.gradients import clip_gradients
from tests.engine.helpers.pictures import images_of
from tests.engine.helpers.pretend_graph import pretend

BOUNDS = 1.0, 0.5
REAL = pytest.param(
    "cuda", marks=pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA card, and --card")
)


@pytest.fixture(params=["cpu", REAL])
def device(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> torch.device:
    if request.param == "cpu":
        pretend(monkeypatch)
    return choose_device(MachineSettings(device=request.param))


class Steps:
    """A student with its arithmetic, twice the same."""

    def __init__(self, device: torch.device, *, graphs: bool) -> None:
        torch.manual_seed(0)
        self.student = PatchDetector(TinyLaDeDa(), "right_diag").to(device).train()
        self.loss = DistillationLoss(LossSettings(), StudentSettings())
        matching = alignment(self.student.geometry, LaDeDa(9, 4, (1, 1, 1, 1)).geometry)
        self.arithmetic = BatchArithmetic(self.student, self.loss, matching, ALONE, half=False)
        self.graphs = StepGraphs(self.arithmetic, self.student.network, wanted=graphs)
        self.played = 0
        self.norms: Sequence[float] = ()

    def __call__(self, inputs: BatchInputs, fade: float) -> tuple[float, dict[str, Tensor]]:
        self.student.zero_grad(set_to_none=True)
        weights = self.loss.weights(fade, with_teacher=True)
        played = self.graphs(inputs, weights, BOUNDS)
        if played is None:
            found = self.arithmetic(inputs, enabled(weights), weights)
            torch.autograd.backward(found.total)
            self.norms = clip_gradients(self.student.network.parameters(), *BOUNDS)
        else:
            found = played.found
            self.played += 1
            self.norms = played.norms.tolist()
        trained = [(name, p, p.grad) for name, p in self.student.named_parameters() if p.grad is not None]
        assert all(layout(gradient) == layout(p) for _, p, gradient in trained)  # fused optimisers insist on it
        gradients = {name: gradient.clone() for name, _, gradient in trained}
        return float(found.total.detach()), gradients


def layout(values: Tensor) -> list[tuple[int, int]]:
    """Sizes and strides where there is more than one value."""
    return [(size, stride) for size, stride in zip(values.shape, values.stride(), strict=True) if size > 1]


def test_a_graph_gives_what_single_operations_give(device: torch.device) -> None:
    """Other images, targets and weights of the terms in each step, and a form that comes only now and then."""
    played, single = Steps(device, graphs=True), Steps(device, graphs=False)
    for number in range(20):
        count = 6 if number % 5 == 4 else 8
        inputs = inputs_of(count, device, number)
        (loss, gradients), (expected, wanted) = played(inputs, 1 - number / 30), single(inputs, 1 - number / 30)
        assert loss == pytest.approx(expected, rel=1e-5)
        assert played.norms == pytest.approx(single.norms, rel=1e-4)
        for name, gradient in wanted.items():
            torch.testing.assert_close(gradients[name], gradient, rtol=1e-4, atol=1e-5 * float(gradient.abs().max()))
    assert played.played == 20 - 2 * STEPS_BEFORE
    for one, other in zip(played.student.buffers(), single.student.buffers(), strict=True):
        torch.testing.assert_close(one, other, rtol=1e-4, atol=1e-6)


def inputs_of(count: int, device: torch.device, number: int = 0) -> BatchInputs:
    random = torch.Generator().manual_seed(number)
    labels = torch.arange(count, device=device).remainder(2).float()
    target = 3 * torch.randn(count, 1, 7, 7, generator=random).to(device)
    return BatchInputs(images_of(count, number).to(device), labels, labels > -1, target)


def test_a_term_that_fades_away_is_another_form(device: torch.device) -> None:
    steps = Steps(device, graphs=True)
    for fade in (1.0,) * (STEPS_BEFORE + 1) + (0.0,) * (STEPS_BEFORE + 1):
        loss, _ = steps(inputs_of(8, device), fade)
        assert loss > 0
    assert steps.played == 2


def test_no_more_forms_are_kept_than_memory_is_given(device: torch.device) -> None:
    steps = Steps(device, graphs=True)
    for count in range(2, 2 + MOST_FORMS + 2):
        for _ in range(STEPS_BEFORE + 1):
            steps(inputs_of(count, device), 1.0)
    assert steps.played == MOST_FORMS


def test_where_recording_fails_steps_go_on_without(device: torch.device, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise RuntimeError("operation not supported")

    monkeypatch.setattr(torch.cuda, "graph", refused)
    steps = Steps(device, graphs=True)
    losses = [steps(inputs_of(8, device), 1.0)[0] for _ in range(STEPS_BEFORE + 3)]
    assert steps.played == 0
    assert losses == [pytest.approx(losses[0], rel=1e-4)] * len(losses)
