"""CUDA graphs pretended on the processor: operations are written down as they come, and carried out again as they were.

As on a card, recording changes nothing that was there before, a replay reads the tensors of the recording and writes
into them, and what Python decided while recording stays decided.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves


class PretendedGraph:
    """Stands for torch.cuda.CUDAGraph."""

    def __init__(self) -> None:
        self.operations: list[tuple[Any, Sequence[Any], Mapping[str, Any], Any]] = []

    def replay(self) -> None:
        with torch.no_grad():
            for func, args, kwargs, results in self.operations:
                found = func(*args, **kwargs)
                for result, new in zip(_tensors(results), _tensors(found), strict=True):
                    if new is not result and new.data_ptr() != result.data_ptr():
                        result.copy_(new)


class _Recording(TorchDispatchMode):
    def __init__(self, graph: PretendedGraph) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.graph = graph
        self._made: set[int] = set()
        self._before: dict[int, tuple[Tensor, Tensor]] = {}

    def __torch_dispatch__(
        self, func: Any, types: Sequence[type], args: Sequence[Any] = (), kwargs: Mapping[str, Any] | None = None
    ) -> Any:
        named = kwargs or {}
        if func._schema.is_mutable:
            for tensor in _tensors((args, named)):
                if tensor.data_ptr() not in self._made:
                    self._before.setdefault(tensor.data_ptr(), (tensor, tensor.clone()))
        found = func(*args, **named)
        self._made |= {tensor.data_ptr() for tensor in _tensors(found)} - self._before.keys()
        self.graph.operations.append((func, args, named, found))
        return found

    def undo(self) -> None:
        """What was there before is as it was."""
        for tensor, before in self._before.values():
            tensor.detach().copy_(before)


@contextmanager
def _recorded(graph: PretendedGraph, capture_error_mode: str) -> Iterator[None]:
    recording = _Recording(graph)
    with recording:
        yield
    recording.undo()


def pretend(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let torch.cuda record and replay on the processor."""
    monkeypatch.setattr(torch.cuda, "CUDAGraph", PretendedGraph)
    monkeypatch.setattr(torch.cuda, "graph", _recorded)


def _tensors(values: Any) -> list[Tensor]:
    return [value for value in tree_leaves(values) if isinstance(value, Tensor)]
