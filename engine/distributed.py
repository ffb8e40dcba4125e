"""Several processes that do one run together: who takes which images, and how their numbers become one."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, distributed, nn

from engine.control import RunControl, StopRequestedError
from engine.errors import DataError, MachineError


@dataclass(frozen=True, slots=True)
class World:
    """The processes of a run, of which this one is ``rank``; all call the same methods in the same order.

    Each takes its share of every batch, and none of the sums depends on how many they are: losses are computed on all
    images of the batch, BatchNorm takes its statistics over them, and gradients are added up.
    """

    rank: int = 0
    size: int = 1

    @property
    def leads(self) -> bool:
        """Whether this process keeps the run folder and tells what happens."""
        return self.rank == 0

    def share(self, items: NDArray[np.int64]) -> NDArray[np.int64]:
        """This process's part; the parts of all, by rank, are the whole."""
        return np.array_split(items, self.size)[self.rank]

    def gather(self, mine: Tensor) -> Tensor:
        """The rows of all processes by rank, of which only this one's carry a gradient."""
        if self.size == 1:
            return mine
        counts = _all(torch.tensor([len(mine)], device=mine.device), self.size)
        most = max(int(count) for count in counts)
        padded = mine.new_zeros((most, *mine.shape[1:]))
        padded[: len(mine)] = mine.detach()
        rows = [part[: int(count)] for part, count in zip(_all(padded, self.size), counts, strict=True)]
        rows[self.rank] = mine
        return torch.cat(rows)

    def unite(self, mine: Mapping[str, str]) -> Mapping[str, str]:
        """The texts of all processes by their keys."""
        if self.size == 1:
            return mine
        lines = "".join(f"{json.dumps(item)}\n" for item in mine.items())
        together = bytes(self.gather(torch.tensor(list(lines.encode()), dtype=torch.uint8)).tolist())
        return dict(json.loads(line) for line in together.splitlines())

    def add_gradients(self, parameters: Iterable[nn.Parameter]) -> None:
        """Give every parameter the sum of its gradients."""
        gradients = [p.grad for p in parameters if p.grad is not None]
        if self.size == 1 or not gradients:
            return
        total = _sum(nn.utils.parameters_to_vector(gradients))
        nn.utils.vector_to_parameters(total, gradients)

    def normalise_together(self, network: nn.Module) -> None:
        """Let BatchNorm layers in training mode take the statistics of the whole batch."""
        if self.size == 1:
            return
        for module in list(network.modules()):
            for name, child in module.named_children():
                if isinstance(child, nn.BatchNorm2d):
                    setattr(module, name, SharedBatchNorm.of(child))

    def check_same(self, data_fingerprint: str) -> None:
        """Raise DataError where the processes see different images."""
        seen = self.gather(torch.tensor([int(data_fingerprint[:15], 16)]))
        if len(set(seen.tolist())) > 1:
            raise DataError(
                "The processes of this run do not see the same images, so they cannot train one student.",
                "Give every machine the same image folders, under the paths that the settings name.",
            )


ALONE = World()


class SharedBatchNorm(nn.BatchNorm2d):
    """BatchNorm over the images of all processes (the formulas of nn.BatchNorm2d).

    Where `engine.models.normalised_conv` computes a layer, it takes only the sums from here.
    """

    @classmethod
    def of(cls, norm: nn.BatchNorm2d) -> "SharedBatchNorm":
        """The same layer, sharing its parameters and statistics."""
        shared = cls(norm.num_features, norm.eps, norm.momentum)
        shared.load_state_dict(norm.state_dict())
        shared.weight, shared.bias = norm.weight, norm.bias
        return shared.train(norm.training)

    @staticmethod
    def added_up(mine: Tensor) -> Tensor:
        """The sum over all processes, without a gradient."""
        return _sum(mine)

    def forward(self, input: Tensor) -> Tensor:  # noqa: A002
        if not self.training:
            return super().forward(input)
        cells = input.float()  # sums need more digits than autocast leaves
        count = cells.new_tensor([cells.numel() / self.num_features])
        total = _summed(torch.cat([cells.sum((0, 2, 3)), count]))
        number = float(total[-1].detach())
        mean = total[:-1] / number
        centred = cells - mean.view(1, -1, 1, 1)
        variance = _summed(centred.square().sum((0, 2, 3))) / number
        self._track(mean.detach(), variance.detach() * number / (number - 1))
        scale = self.weight * torch.rsqrt(variance + self.eps)
        return centred * scale.view(1, -1, 1, 1) + self.bias.view(1, -1, 1, 1)

    @torch.no_grad()
    def _track(self, mean: Tensor, variance: Tensor) -> None:
        assert self.num_batches_tracked is not None
        self.num_batches_tracked += 1
        share = 1 / float(self.num_batches_tracked) if self.momentum is None else self.momentum
        for running, found in ((self.running_mean, mean), (self.running_var, variance)):
            assert running is not None
            running.lerp_(found, share)


class SharedControl(RunControl):
    """A stop is heard by all processes at once, between two batches; pausing is for the window, which has one."""

    def __init__(self, asked: RunControl) -> None:
        super().__init__()
        self._asked = asked

    def check(self) -> None:
        """Nothing: one process alone must not leave."""

    def agree(self) -> None:
        """Raise StopRequestedError in every process once a stop was asked for in any."""
        if _sum(torch.tensor([float(self._asked.stopping)])).item() > 0:
            raise StopRequestedError


@contextmanager
def joined() -> Iterator[World]:
    """The world that torchrun started this process in; alone otherwise."""
    if "TORCHELASTIC_RUN_ID" not in os.environ:
        yield ALONE
        return
    if torch.cuda.is_available():
        torch.cuda.set_device(int(os.environ["LOCAL_RANK"]) % torch.cuda.device_count())
    with _together():
        distributed.init_process_group("cpu:gloo,cuda:nccl" if torch.cuda.is_available() else "gloo")
    try:
        yield World(distributed.get_rank(), distributed.get_world_size())
    finally:
        distributed.destroy_process_group()


class _Sum(torch.autograd.Function):
    """The sum over processes; each of them may depend on it, so gradients are summed as well."""

    @staticmethod
    def forward(ctx: Any, mine: Tensor) -> Tensor:
        return _sum(mine)

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> Tensor:
        return _sum(gradient)


def _summed(mine: Tensor) -> Tensor:
    total: Tensor = _Sum.apply(mine)  # type: ignore[no-untyped-call]
    return total


def _sum(mine: Tensor) -> Tensor:
    total = mine.detach().clone(memory_format=torch.contiguous_format)
    with _together():
        distributed.all_reduce(total)
    return total


def _all(mine: Tensor, size: int) -> list[Tensor]:
    """This tensor of every process, by rank; all have one shape."""
    kind = mine.dtype
    sent = mine.byte() if kind == torch.bool else mine.contiguous()
    parts = [torch.empty_like(sent) for _ in range(size)]
    with _together():
        distributed.all_gather(parts, sent)
    return [part.to(kind) for part in parts]


@contextmanager
def _together() -> Iterator[None]:
    try:
        yield
    except RuntimeError as error:
        raise MachineError(
            "Another process of this run has ended or cannot be reached, so this one cannot go on.",
            "See what the others say, then resume the run from its last checkpoint.",
        ) from error
