"""The student's fused layers compute what PyTorch's own modules in sequence do: values, gradients, statistics."""

import copy
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.models.detector import PatchDetector
from engine.models.filters import FILTER_NAMES
from engine.models.normalised_conv import normalised_relu
from engine.models.shared_norm import SharedBatchNorm
from engine.models.tiny_ladeda import TinyLaDeDa
from tests.bench.plain import plain_map

LAYERS = [(3, 8, 3, 1), (8, 8, 1, 1), (8, 5, 3, 2), (4, 4, 3, 2)]  # channels in and out, kernel, stride
SIZES = [(23, 18), (12, 31), (3, 4)]


def norm_of(channels: int, momentum: float | None = 0.1) -> nn.BatchNorm2d:
    norm = nn.BatchNorm2d(channels, momentum=momentum)
    with torch.no_grad():
        norm.weight.uniform_(-0.5, 1.5)
        norm.bias.uniform_(-0.5, 0.5)
    return norm


def plain(cells: Tensor, weight: Tensor, norm: nn.BatchNorm2d, stride: int) -> Tensor:
    return functional.relu(norm(functional.conv2d(cells, weight, stride=stride)))


@pytest.mark.parametrize(("channels_in", "channels_out", "kernel", "stride"), LAYERS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("momentum", [0.1, None])
def test_a_fused_layer_is_the_plain_one(
    channels_in: int, channels_out: int, kernel: int, stride: int, size: tuple[int, int], momentum: float | None
) -> None:
    torch.manual_seed(0)
    fused = norm_of(channels_out, momentum).double()
    modular = copy.deepcopy(fused)
    weight = torch.randn(channels_out, channels_in, kernel, kernel, dtype=torch.float64, requires_grad=True)
    for _ in range(2):  # statistics of the second batch are mixed with those of the first
        cells = (torch.randn(3, channels_in, *size, dtype=torch.float64) + 2).requires_grad_()
        results = []
        for form, norm in ((normalised_relu, fused), (plain, modular)):
            out = form(cells.contiguous(memory_format=torch.channels_last), weight, norm, stride)
            wanted = (cells, weight, norm.weight, norm.bias)
            results.append((out, *torch.autograd.grad((out * out.detach().sin()).sum(), wanted)))
        for found, expected in zip(*results, strict=True):
            torch.testing.assert_close(found, expected, rtol=1e-8, atol=1e-8)
    for name, value in modular.state_dict().items():
        torch.testing.assert_close(fused.state_dict()[name], value, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("shares", [[2, 1], [3, 0]])
def test_shares_of_a_batch_make_the_whole_layer(shares: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    """Two threads stand for two processes; one of them may be left without an image."""
    torch.manual_seed(0)
    modular = norm_of(5).double()
    weight = torch.randn(5, 8, 3, 3, dtype=torch.float64, requires_grad=True)
    cells = torch.randn(3, 8, 12, 31, dtype=torch.float64) + 2
    waves = torch.randn(3, 5, 5, 15, dtype=torch.float64)
    parts, barrier = [torch.empty(0)] * 2, threading.Barrier(2, timeout=20)

    def added_up(mine: Tensor) -> Tensor:
        parts[int(threading.current_thread().name[-1])] = mine
        barrier.wait()
        total = parts[0] + parts[1]
        barrier.wait()
        return total

    def share(own: Tensor, wave: Tensor) -> tuple[Tensor, ...]:
        norm, own = SharedBatchNorm.of(modular).double(), own.clone().requires_grad_()
        out = normalised_relu(own.contiguous(memory_format=torch.channels_last), weight, norm, 2)
        gradients = torch.autograd.grad((out * wave).sum(), (own, weight, norm.weight, norm.bias))
        assert norm.running_mean is not None and norm.running_var is not None
        return (out.detach(), *gradients, norm.running_mean, norm.running_var)

    monkeypatch.setattr(SharedBatchNorm, "added_up", staticmethod(added_up))
    with ThreadPoolExecutor(2, thread_name_prefix="share") as threads:
        one, other = threads.map(share, torch.split(cells, shares), torch.split(waves, shares))
    whole = cells.clone().requires_grad_()
    out = plain(whole, weight, modular, 2)
    gradients = torch.autograd.grad((out * waves).sum(), (whole, weight, modular.weight, modular.bias))
    for number, expected in enumerate((out.detach(), *gradients)):
        found = torch.cat([one[number], other[number]]) if number < 2 else one[number] + other[number]
        torch.testing.assert_close(found, expected, rtol=1e-8, atol=1e-8)
    for number, name in ((5, "running_mean"), (6, "running_var")):
        for found in (one[number], other[number]):
            torch.testing.assert_close(found, modular.state_dict()[name], rtol=1e-9, atol=1e-9)


def test_statistics_of_many_cells_are_sharper_than_a_naive_sum() -> None:
    """Sums of a million numbers in float32 must not cost digits: evaluation depends on these statistics."""
    torch.manual_seed(0)
    cells = torch.randn(4, 3, 300, 300).contiguous(memory_format=torch.channels_last)
    weight, norm = torch.randn(8, 3, 3, 3), nn.BatchNorm2d(8, momentum=1.0)
    normalised_relu(cells, weight, norm)
    outputs = functional.conv2d(cells.double(), weight.double())
    assert norm.running_mean is not None and norm.running_var is not None
    torch.testing.assert_close(norm.running_var.double(), outputs.var((0, 2, 3)), rtol=3e-5, atol=0)
    torch.testing.assert_close(norm.running_mean.double(), outputs.mean((0, 2, 3)), rtol=0, atol=1e-6)


def test_a_channel_that_is_constant_gives_finite_numbers() -> None:
    cells = torch.full((2, 3, 9, 9), 5.0).contiguous(memory_format=torch.channels_last)
    weight = torch.randn(4, 3, 3, 3, requires_grad=True)
    out = normalised_relu(cells, weight, nn.BatchNorm2d(4))
    (gradient,) = torch.autograd.grad(out.sum(), weight)
    assert torch.isfinite(out).all() and torch.isfinite(gradient).all()


def test_a_number_that_is_none_stays_one() -> None:
    """A step that is not finite must be seen, not mended in silence."""
    cells = torch.randn(2, 3, 9, 9)
    cells[0, 0, 4, 4] = torch.nan
    out = normalised_relu(cells.contiguous(memory_format=torch.channels_last), torch.randn(4, 3, 3, 3), norm_of(4))
    assert torch.isnan(out).any()


@pytest.mark.parametrize("training", [True, False])
@pytest.mark.parametrize("filter_name", FILTER_NAMES)
def test_the_student_is_the_plain_one_whatever_its_filter(filter_name: str, training: bool) -> None:
    torch.manual_seed(0)
    detector = PatchDetector(TinyLaDeDa(), filter_name).train(training)
    # A crop of larger images: neither contiguous nor of even sides.
    images = torch.randint(0, 256, (4, 3, 60, 70), dtype=torch.uint8)[..., 8:51, 16:53]
    labels = torch.tensor([0.0, 1.0, 0.0, 1.0])
    maps, gradients = [], []
    for form in (detector, lambda pixels: plain_map(detector, pixels)):
        patch_map = form(images)
        loss = functional.binary_cross_entropy_with_logits(patch_map.mean((1, 2, 3)), labels)
        maps.append(patch_map.detach())
        gradients.append(torch.cat([g.flatten() for g in torch.autograd.grad(loss, list(detector.parameters()))]))
    torch.testing.assert_close(*maps, rtol=1e-4, atol=1e-4)
    assert (gradients[0] - gradients[1]).norm() <= 1e-4 * gradients[1].norm()


def test_training_leaves_weights_and_checkpoints_in_the_published_layout() -> None:
    torch.manual_seed(0)
    detector = PatchDetector(TinyLaDeDa(), "right_diag").train()
    optimiser = torch.optim.AdamW(detector.parameters())
    detector(torch.randint(0, 256, (2, 3, 24, 24), dtype=torch.uint8)).sum().backward()
    optimiser.step()
    kept = [*detector.state_dict().values(), *(v for s in optimiser.state.values() for v in s.values())]
    assert all(tensor.is_contiguous() for tensor in kept)
