"""Convolution, BatchNorm in training mode and ReLU as one differentiable step, for few channels on a CPU.

PyTorch's own BatchNorm takes half of such a network's step there, and its sums in channels_last are off by 1e-4.
"""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn
from torch.autograd.function import once_differentiable
from torch.nn import functional

from engine.models.shared_norm import SharedBatchNorm


def normalised_relu(cells: Tensor, weight: Tensor, norm: nn.BatchNorm2d, stride: int = 1) -> Tensor:
    """relu(norm(conv2d(cells, weight, stride=stride))), unpadded; cells (B, C, H, W) in channels_last."""
    if norm.training and cells.device.type == "cpu":
        added_up = norm.added_up if isinstance(norm, SharedBatchNorm) else _alone
        out: Tensor
        out, mean, variance = _NormalisedRelu.apply(  # type: ignore[no-untyped-call]
            cells, weight, norm.weight, norm.bias, norm.eps, stride, added_up
        )
        _track(norm, mean, variance)
        return out
    return functional.relu(norm(functional.conv2d(cells, weight, stride=stride)), inplace=True)


class _NormalisedRelu(torch.autograd.Function):
    """A convolution is linear, so what BatchNorm must know of its output follows from sums over its input.

    With c the output less its mean: the mean is weight . (sum of input windows), and both the variance and the
    weight's gradient need c only through ``windows`` = sum of c x input window. So no pass over the output is
    made for statistics, none over its gradient for normalisation, and c itself is kept only if the input learns.

    ``added_up`` gives the sum of a tensor over the processes that share a batch; what is given back is the cells', the
    weight's, gamma's and beta's gradient from this one's cells. The variance is the unbiased one.
    """

    @staticmethod
    def forward(
        ctx: Any,
        cells: Tensor,
        weight: Tensor,
        gamma: Tensor,
        beta: Tensor,
        eps: float,
        stride: int,
        added_up: Callable[[Tensor], Tensor],
    ) -> tuple[Tensor, Tensor, Tensor]:
        sums, own_count = _window_sums(cells, weight.shape[-1], stride)
        totals = added_up(torch.cat([_dot(weight, sums), sums.new_tensor([own_count])]))
        mean, count = totals[:-1] / totals[-1], float(totals[-1])
        centred = functional.conv2d(cells, weight, -mean, stride).contiguous(memory_format=torch.channels_last)
        windows = _weight_gradient(centred, cells, weight, stride)
        variance = (added_up(_dot(weight, windows)) / count).clamp(min=0)
        inverse = (variance + eps).rsqrt()
        kept = centred if ctx.needs_input_grad[0] else None
        out = centred if kept is None else torch.empty_like(centred)
        torch.addcmul(_row(beta, out), _rows(centred), _row(gamma * inverse, out), out=_rows(out)).relu_()
        ctx.save_for_backward(cells, weight, gamma, sums, windows, mean, inverse, out, kept)
        ctx.stride, ctx.count, ctx.added_up = stride, count, added_up
        unbiased = variance * (count / (count - 1))
        ctx.mark_non_differentiable(mean, unbiased)
        return out, mean, unbiased

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, gradient: Tensor, *_statistics: Tensor) -> tuple[Tensor | None, ...]:
        cells, weight, gamma, sums, windows, mean, inverse, out, centred = ctx.saved_tensors
        gradient = gradient.contiguous(memory_format=torch.channels_last)
        # In place, as nobody else holds it: what reads such a layer's output is one convolution.
        torch.ops.aten.threshold_backward(gradient, out, 0, grad_input=gradient)
        beta_gradient = gradient.sum((0, 2, 3))
        through = _weight_gradient(gradient, cells, weight, ctx.stride)
        gamma_gradient = inverse * (_dot(weight, through) - mean * beta_gradient)
        of_all = ctx.added_up(torch.stack([beta_gradient, gamma_gradient]))
        scale, level, slope = gamma * inverse, of_all[0] / ctx.count, of_all[1] * inverse / ctx.count
        weight_gradient = _each(scale) * (through - _each(level) * sums - _each(slope) * windows)
        cells_gradient = None
        if centred is not None:
            rows = _rows(gradient)
            rows.sub_(_row(level, out)).addcmul_(_rows(centred), _row(-slope, out))
            scaled = _each(scale) * weight
            cells_gradient = _convolution_backward(gradient, cells, scaled, ctx.stride, (True, False, False))[0]
        return cells_gradient, weight_gradient, gamma_gradient, beta_gradient, None, None, None


def _alone(values: Tensor) -> Tensor:
    """The sum over one process."""
    return values


def _track(norm: nn.BatchNorm2d, mean: Tensor, variance: Tensor) -> None:
    """Running statistics as BatchNorm2d keeps them."""
    assert norm.num_batches_tracked is not None
    norm.num_batches_tracked.add_(1)
    share = 1 / float(norm.num_batches_tracked) if norm.momentum is None else norm.momentum
    with torch.no_grad():
        for running, found in ((norm.running_mean, mean), (norm.running_var, variance)):
            assert running is not None
            running.lerp_(found, share)


def _window_sums(cells: Tensor, kernel: int, stride: int) -> tuple[Tensor, int]:
    """Sum (C, kernel, kernel) of all windows that a convolution reads, and how many there are."""
    total = cells.permute(0, 2, 3, 1).flatten(1).sum(0)  # flat, as a sum over images of maps is six times slower
    total = total.view(*cells.shape[2:], -1).permute(2, 0, 1)
    height, width = ((side - kernel) // stride + 1 for side in cells.shape[-2:])
    places = [
        total[:, i : i + stride * height : stride, j : j + stride * width : stride].sum((1, 2))
        for i in range(kernel)
        for j in range(kernel)
    ]
    return torch.stack(places, 1).view(-1, kernel, kernel), len(cells) * height * width


def _weight_gradient(gradient: Tensor, cells: Tensor, weight: Tensor, stride: int) -> Tensor:
    """Sum over all windows of gradient x window, of the weight's shape."""
    return _convolution_backward(gradient, cells, weight, stride, (False, True, False))[1]


def _convolution_backward(
    gradient: Tensor, cells: Tensor, weight: Tensor, stride: int, wanted: tuple[bool, bool, bool]
) -> tuple[Tensor, Tensor, Tensor]:
    backward = torch.ops.aten.convolution_backward
    found: tuple[Tensor, Tensor, Tensor] = backward(
        gradient, cells, weight, None, [stride, stride], [0, 0], [1, 1], False, [0, 0], 1, wanted
    )
    return found


def _dot(weight: Tensor, windows: Tensor) -> Tensor:
    """(O, C, k, k) with (O, C, k, k) or (C, k, k) to (O,)."""
    return (weight * windows).sum((1, 2, 3))


def _each(values: Tensor) -> Tensor:
    """(O,) so that it multiplies a weight (O, C, k, k)."""
    return values.view(-1, 1, 1, 1)


def _rows(maps: Tensor) -> Tensor:
    """Maps (B, C, H, W) in channels_last as (B, H, W C): long rows are what element-wise arithmetic is fast on."""
    batch, channels, height, width = maps.shape
    return maps.permute(0, 2, 3, 1).view(batch, height, width * channels)


def _row(values: Tensor, maps: Tensor) -> Tensor:
    """(C,) repeated along a row of `_rows`."""
    return values.repeat(maps.shape[-1])
