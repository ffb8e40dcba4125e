"""What each loss term asks of the student, and how far the learning rate lets the weights go."""

import math
from collections.abc import Mapping

import torch
from torch import Tensor
from torch.optim import Optimizer


def term_gradients(parts: Mapping[str, Tensor], weights: Mapping[str, float], patch_logits: Tensor) -> dict[str, float]:
    """Length of each weighted term's gradient at the student's patch logits (B, 1, H, W), by name.

    Taken there and not at the weights, as everything before is common to all terms and costs the most. A term that
    does not depend on the student has 0. The graph is kept.
    """
    lengths: dict[str, float] = {}
    for name, part in parts.items():
        gradient = None
        if part.requires_grad:
            (gradient,) = torch.autograd.grad(part, patch_logits, retain_graph=True, allow_unused=True)
        lengths[name] = 0.0 if gradient is None else weights[name] * float(torch.linalg.vector_norm(gradient))
    return lengths


def longest_step(optimiser: Optimizer, gradient_norm: float) -> float:
    """How far (L2) one step can take the weights at these learning rates, weight decay aside.

    With SGD the applied gradient's length times the learning rate, times 1 / (1 - momentum) once momentum has
    gathered. With AdamW about the learning rate for every single weight, whatever the gradient's length.
    """
    if isinstance(optimiser, torch.optim.SGD):
        return float(max(g["lr"] * gradient_norm / (1 - g["momentum"]) for g in optimiser.param_groups))
    squares = (group["lr"] ** 2 * sum(p.numel() for p in group["params"]) for group in optimiser.param_groups)
    return math.sqrt(sum(squares))
