"""Several processes that do one run together: who takes which images, and how their numbers become one."""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
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
        added = total(nn.utils.parameters_to_vector(gradients))
        nn.utils.vector_to_parameters(added, gradients)

    def check_same(self, data_fingerprint: str) -> None:
        """Raise DataError where the processes see different images."""
        seen = self.gather(torch.tensor([int(data_fingerprint[:15], 16)]))
        if len(set(seen.tolist())) > 1:
            raise DataError(
                "The processes of this run do not see the same images, so they cannot train one student.",
                "Give every machine the same image folders, under the paths that the settings name.",
            )


ALONE = World()


class SharedControl(RunControl):
    """A stop is heard by all processes at once, between two batches; pausing is for the window, which has one."""

    def __init__(self, asked: RunControl) -> None:
        super().__init__()
        self._asked = asked

    def check(self) -> None:
        """Does nothing: a process that stopped here alone would leave the others waiting; `agree` stops all of them."""

    def await_return(self, why: str, is_back: Callable[[], bool]) -> bool:
        """Nothing is waited for, likewise."""
        return False

    def agree(self) -> None:
        """Raise StopRequestedError in every process once a stop was asked for in any."""
        if total(torch.tensor([float(self._asked.stopping)])).item() > 0:
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
        return total(mine)

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> Tensor:
        return total(gradient)


def summed(mine: Tensor) -> Tensor:
    """The sum over all processes, through which gradients flow back to each of them."""
    result: Tensor = _Sum.apply(mine)  # type: ignore[no-untyped-call]
    return result


def total(mine: Tensor) -> Tensor:
    """The sum over all processes, without a gradient."""
    result = mine.detach().clone(memory_format=torch.contiguous_format)
    with _together():
        distributed.all_reduce(result)
    return result


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
