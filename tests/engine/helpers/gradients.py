"""Bounds the gradients of parameters as a training step does."""

from collections.abc import Iterable

from torch import nn

from engine.training.optimiser import bounded


def clip_gradients(parameters: Iterable[nn.Parameter], value: float, norm: float) -> tuple[float, float]:
    """Gradient norm before and after `bounded`."""
    before, after = bounded([p.grad for p in parameters if p.grad is not None], value, norm).tolist()
    return before, after
