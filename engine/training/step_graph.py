"""Steps on a GPU played back as one CUDA graph: starting some 300 small kernels takes far longer than running them."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn

from engine.training.batch_loss import BatchArithmetic, BatchInputs, BatchLoss
from engine.training.losses import enabled
from engine.training.optimiser import bounded

log = logging.getLogger(__name__)

STEPS_BEFORE = 3  # computed as they come, so that libraries are loaded and have chosen their kernels
MOST_FORMS = 4


@dataclass(frozen=True, slots=True)
class Playback:
    """What a graph gives: a batch's loss, and the norms of its gradients before and after they were bounded, (2,)."""

    found: BatchLoss
    norms: Tensor


@dataclass(slots=True)
class _Recording:
    """A graph with the places that it reads and writes."""

    graph: torch.cuda.CUDAGraph
    inputs: BatchInputs
    weights: Tensor  # (terms,)
    gradients: list[Tensor | None]
    played: Playback


class StepGraphs:
    """Loss and bounded gradients of single batches; those of one form (shapes, loss terms, bounds) share a graph.

    What a graph gives lies where the next call overwrites it. Where recording fails, for want of memory or of a
    driver that can do it, training goes on without.
    """

    def __init__(self, arithmetic: BatchArithmetic, network: nn.Module, *, wanted: bool) -> None:
        self._arithmetic = arithmetic
        self._parameters = [p for p in network.parameters() if p.requires_grad]
        self._wanted = wanted
        self._seen: dict[object, int] = {}
        self._recorded: dict[object, _Recording] = {}

    def __call__(
        self, inputs: BatchInputs, weights: Mapping[str, float], bounds: tuple[float, float]
    ) -> Playback | None:
        """The loss of a batch, its gradients in the parameters' ``grad``; None where it is to be computed as usual.

        ``bounds`` are of each value and of the norm, as `engine.training.optimiser.bounded` has them.
        """
        if not self._wanted:
            return None
        names = enabled(weights)
        form = (names, bounds, *((tuple(value.shape), value.dtype) for value in inputs.tensors()))
        if form not in self._recorded:
            self._seen[form] = self._seen.get(form, 0) + 1
            if self._seen[form] <= STEPS_BEFORE or len(self._recorded) == MOST_FORMS:
                return None
            try:
                self._recorded[form] = self._record(inputs, names, bounds)
            except RuntimeError:
                log.exception("no CUDA graph could be recorded; steps are computed one operation at a time")
                self._wanted = False
                return None
        return self._played(self._recorded[form], inputs, [weights[name] for name in names])

    def _record(self, inputs: BatchInputs, names: Sequence[str], bounds: tuple[float, float]) -> _Recording:
        own = [value.clone() for value in inputs.tensors()]
        inputs = BatchInputs(*own, *(() if inputs.target is not None else (None,)))
        weights = torch.zeros(len(names), device=inputs.images.device)
        graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(graph, capture_error_mode="thread_local"):  # other threads may ask the card something
            found = self._arithmetic(inputs, names, dict(zip(names, weights.unbind(), strict=True)))
            gradients = torch.autograd.grad(found.total, self._parameters, allow_unused=True)
            laid_out = [_like(p, gradient) for p, gradient in zip(self._parameters, gradients, strict=True)]
            norms = bounded([gradient for gradient in laid_out if gradient is not None], *bounds)
        found = replace(
            found,
            total=found.total.detach(),
            parts={name: part.detach() for name, part in found.parts.items()},
            patch_logits=found.patch_logits.detach(),
        )
        return _Recording(graph, inputs, weights, laid_out, Playback(found, norms))

    def _played(self, recorded: _Recording, inputs: BatchInputs, weights: Sequence[float]) -> Playback:
        for place, value in zip(recorded.inputs.tensors(), inputs.tensors(), strict=True):
            place.copy_(value)
        recorded.weights.copy_(torch.tensor(weights))
        recorded.graph.replay()
        for parameter, gradient in zip(self._parameters, recorded.gradients, strict=True):
            parameter.grad = gradient
        return recorded.played


def _like(parameter: nn.Parameter, gradient: Tensor | None) -> Tensor | None:
    """A gradient in its parameter's memory layout, as optimisers want it and ``backward`` leaves it."""
    return None if gradient is None else torch.empty_like(parameter).copy_(gradient)
