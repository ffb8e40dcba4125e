"""Checkpoints from elsewhere, with all that people save beside weights: no code is run, what is left out is said."""

import argparse
import datetime
import pathlib
import threading
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from torch import Tensor

from engine.errors import CheckpointError
from engine.models.detector import PatchDetector
from engine.models.loading.recognition import build_network, load_checkpoint, load_detector, recognise
from engine.models.tiny_ladeda import TinyLaDeDa
from engine.torch_file import StandIn, load_torch

pytestmark = pytest.mark.filterwarnings(
    "ignore:.*(in prototype stage|in beta state|quantize)"
)  # torch's, of making them
Make = Callable[[], Tensor]


def nested(layout: torch.layout = torch.strided) -> Tensor:
    return torch.nested.nested_tensor([torch.ones(1), torch.ones(2)], layout=layout)


FOREIGN: dict[str, object] = {
    "NumPy figure": np.float64(0.93),
    "NumPy figures": {np.int64(3): np.float32(0.5), "flag": np.bool_(True), "word": np.str_("a")},
    "NumPy array": np.asfortranarray(np.arange(6, dtype=np.float32).reshape(2, 3)),
    "NumPy objects": np.array([None, "a"], dtype=object),
    "NumPy fields": np.zeros(2, dtype=[("a", "f4")]),
    "NumPy types": [np.dtype("f4"), np.float64],
    "random state": np.random.RandomState(0).get_state(),
    "arguments": argparse.Namespace(lr=0.1, inner=argparse.Namespace(mean=np.float32(0.5)), out=Path("runs")),
    "paths": [pathlib.PurePosixPath("/data"), pathlib.PureWindowsPath("C:/data"), Path("runs") / "1"],
    "ordered": OrderedDict(a=OrderedDict(b=1)),
    "containers": [
        defaultdict(list, a=[1]),
        deque([1, 2]),
        Counter("aab"),
        {1, 2},
        frozenset([1]),
        SimpleNamespace(a=1),
    ],
    "times": [datetime.datetime(2026, 1, 2), datetime.timedelta(3), datetime.date(2026, 1, 2)],
    "version": torch.__version__,
    "plain": [1j, b"ab", bytearray(b"a"), slice(1, 2), range(3), torch.Size([1]), torch.float32, torch.device("cpu")],
}


@pytest.fixture
def state() -> dict[str, Tensor]:
    torch.manual_seed(0)
    return TinyLaDeDa().state_dict()


def equal(found: dict[str, Tensor], wanted: dict[str, Tensor]) -> bool:
    return found.keys() == wanted.keys() and all(torch.equal(found[name], wanted[name]) for name in wanted)


@pytest.mark.parametrize("beside", FOREIGN.values(), ids=FOREIGN)
@pytest.mark.parametrize("new_format", [True, False])
def test_harmless_things_beside_the_weights_are_passed_over(
    tmp_path: Path, state: dict[str, Tensor], beside: object, new_format: bool
) -> None:
    torch.save({"best": beside, "model": state}, tmp_path / "w.pth", _use_new_zipfile_serialization=new_format)
    loaded = load_checkpoint(tmp_path / "w.pth")
    assert equal(loaded.state_dict, state)
    assert loaded.remarks == ()


def test_nothing_of_a_foreign_object_is_made(tmp_path: Path) -> None:
    """What is allowed by name is a stand-in: a state made to break NumPy's memory, for one, reaches nothing."""
    torch.save([np.float64(1), np.arange(3), np.dtype("f4"), argparse.Namespace(a=1), Path("a")], tmp_path / "w.pth")
    before = set(torch.serialization.get_safe_globals())
    content = load_torch(tmp_path / "w.pth")
    assert isinstance(content, list)
    assert {type(item) for item in content} == {StandIn}
    assert set(torch.serialization.get_safe_globals()) == before, "other readers in this process may not trust more"


def test_weights_in_a_dictionary_with_defaults_are_read(tmp_path: Path, state: dict[str, Tensor]) -> None:
    best: defaultdict[str, object] = defaultdict(dict, state)
    torch.save({"runs": {"best": best}}, tmp_path / "w.pth")
    assert equal(load_checkpoint(tmp_path / "w.pth").state_dict, state)


def test_files_are_read_by_several_threads_at_once(tmp_path: Path, state: dict[str, Tensor]) -> None:
    """What torch allows holds for the whole process: one reader must not take it away from another."""
    torch.save({"model": state, "args": argparse.Namespace(lr=np.float64(1))}, tmp_path / "w.pth")
    failed: list[Exception] = []

    def read() -> None:
        try:
            for _ in range(8):
                load_checkpoint(tmp_path / "w.pth")
        except Exception as error:  # noqa: BLE001  told by the test
            failed.append(error)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


class Config:
    """A class of a project of one's own."""


@pytest.mark.parametrize("new_format", [True, False])
def test_any_other_object_is_refused_by_its_name(tmp_path: Path, state: dict[str, Tensor], new_format: bool) -> None:
    path = tmp_path / "w.pth"
    torch.save(
        {"model": state, "acc": np.float64(1), "args": Config()}, path, _use_new_zipfile_serialization=new_format
    )
    with pytest.raises(CheckpointError, match=rf"was refused.*\({__name__}\.Config\)") as refusal:
        load_checkpoint(path)
    assert "numpy" not in refusal.value.message
    torch.save({"model": state, "of": torch.nn.Parameter(torch.ones(2)), "args": Config()}, path)
    with pytest.raises(CheckpointError, match=r"Config\)"):
        load_checkpoint(path)


@pytest.mark.parametrize("protocol", [4, 5])
def test_a_protocol_that_is_not_read_is_named(tmp_path: Path, state: dict[str, Tensor], protocol: int) -> None:
    torch.save(state, tmp_path / "w.pth", pickle_protocol=protocol)
    with pytest.raises(CheckpointError, match=rf"pickle protocol {protocol}") as refusal:
        load_checkpoint(tmp_path / "w.pth")
    assert "torch.save" in refusal.value.remedy


BESIDE: dict[str, Make] = {
    "loss_fn.pos_weight": lambda: torch.ones(1),
    "val_auc.confmat": lambda: torch.zeros(2, 2, dtype=torch.int64),
    "nested": nested,
}


@pytest.mark.parametrize("name", BESIDE)
@pytest.mark.parametrize("prefix", ["model.", "net.module.", "_orig_mod."])
def test_a_tensor_beside_the_network_is_left_out_and_named(
    tmp_path: Path, state: dict[str, Tensor], prefix: str, name: str
) -> None:
    lightning = {f"{prefix}{key}": tensor for key, tensor in state.items()} | {name: BESIDE[name]()}
    torch.save({"state_dict": lightning, "hyper_parameters": {"lr": 0.1}}, tmp_path / "last.ckpt")
    loaded = load_checkpoint(tmp_path / "last.ckpt")
    assert equal(loaded.state_dict, state)
    assert loaded.remarks == (f"Left out, as no part of the network: {name}.",)


def test_many_tensors_beside_the_network_are_counted(tmp_path: Path, state: dict[str, Tensor]) -> None:
    beside = {f"loss.{place}.weight": torch.ones(1) for place in range(2_000)}
    torch.save({f"model.{name}": tensor for name, tensor in state.items()} | beside, tmp_path / "w.pth")
    (remark,) = load_checkpoint(tmp_path / "w.pth").remarks
    assert remark == "Left out, as no part of the network: loss.0.weight, loss.1.weight, loss.2.weight and 1,997 more."


def test_of_two_networks_with_prefixes_the_student_is_taken(tmp_path: Path, state: dict[str, Tensor]) -> None:
    both = {f"teacher.{n}": t + 1 for n, t in state.items()} | {f"student.{n}": t for n, t in state.items()}
    torch.save(both, tmp_path / "w.pth")
    loaded = load_checkpoint(tmp_path / "w.pth")
    assert equal(loaded.state_dict, state)
    assert "teacher.conv1.weight" in loaded.remarks[0]


@pytest.mark.parametrize(("name", "named"), [("model.extra.weight", "extra.weight"), ("model.fc2.bias", "fc2.bias")])
def test_a_tensor_within_the_network_is_refused_by_name(
    tmp_path: Path, state: dict[str, Tensor], name: str, named: str
) -> None:
    torch.save({f"model.{key}": t for key, t in state.items()} | {name: torch.ones(1)}, tmp_path / "w.pth")
    with pytest.raises(CheckpointError, match=f"{named} is unexpected"):
        load_checkpoint(tmp_path / "w.pth")


COUNTERS: dict[str, Make | None] = {
    "missing": None,
    "quantised": lambda: torch.quantize_per_tensor(torch.ones(()), 0.1, 0, torch.quint8),
    "nested": nested,
    "sparse": lambda: torch.ones(1, dtype=torch.int64).to_sparse(),
    "meta": lambda: torch.zeros((), dtype=torch.int64, device="meta"),
    "not finite": lambda: torch.tensor(torch.nan),
    "complex": lambda: torch.tensor(1j),
    "a row": lambda: torch.zeros(3, dtype=torch.int64),
}


@pytest.mark.parametrize("counter", COUNTERS.values(), ids=COUNTERS)
def test_the_counters_of_batchnorm_may_be_anything(
    tmp_path: Path, state: dict[str, Tensor], counter: Make | None
) -> None:
    """Nothing depends on num_batches_tracked, as the momentum is fixed."""
    counted = {name for name in state if name.endswith("num_batches_tracked")}
    others = dict.fromkeys(counted, counter()) if counter is not None else {}
    torch.save({n: t for n, t in state.items() if n not in counted} | others, tmp_path / "w.pth")
    loaded = load_checkpoint(tmp_path / "w.pth")
    assert equal(loaded.state_dict, state)
    assert load_detector(tmp_path / "w.pth").network.state_dict().keys() == state.keys()


UNUSUAL: dict[str, tuple[Make, str]] = {
    "nested": (nested, "is a nested tensor"),
    "jagged": (lambda: nested(torch.jagged), "is a nested tensor"),
    "quantised": (lambda: torch.quantize_per_tensor(torch.ones(8, 8, 3, 3), 0.1, 0, torch.qint8), "torch.qint8"),
    "by channel": (
        lambda: torch.quantize_per_channel(torch.ones(8, 8, 3, 3), torch.ones(8), torch.zeros(8), 0, torch.quint8),
        "torch.quint8",
    ),
    "sparse rows": (lambda: torch.ones(8, 8).to_sparse_csr(), "expected was 8 x 8 x 3 x 3"),
    "sparse": (lambda: torch.ones(8, 8, 3, 3).to_sparse(), "is sparse"),
    "meta": (lambda: torch.ones(8, 8, 3, 3, device="meta"), "no numbers at all"),
    "complex": (lambda: torch.ones(8, 8, 3, 3, dtype=torch.complex64), "torch.complex64"),
    "bool": (lambda: torch.ones(8, 8, 3, 3, dtype=torch.bool), "torch.bool"),
    "bits": (lambda: torch.empty(8, 8, 3, 3, dtype=torch.bits8), "torch.bits8"),
    "four bits": (lambda: torch.empty(8, 8, 3, 3, dtype=torch.float4_e2m1fn_x2), "torch.float4_e2m1fn_x2"),
}


@pytest.mark.parametrize(("make", "words"), UNUSUAL.values(), ids=UNUSUAL)
def test_an_unusual_tensor_is_refused_in_words(
    tmp_path: Path, state: dict[str, Tensor], make: Make, words: str
) -> None:
    torch.save(state | {"conv2.weight": make()}, tmp_path / "w.pth")
    with pytest.raises(CheckpointError, match=rf"conv2\.weight.*{words}"):
        load_checkpoint(tmp_path / "w.pth")


def with_head(state: dict[str, Tensor], weight: Tensor, bias: Tensor | None) -> dict[str, Tensor]:
    told = {"fc.weight": weight} | ({} if bias is None else {"fc.bias": bias})
    return {name: tensor for name, tensor in state.items() if not name.startswith("fc.")} | told


@pytest.mark.parametrize("dtype", [torch.float32, torch.float16])
def test_two_classes_are_read_as_their_difference(tmp_path: Path, state: dict[str, Tensor], dtype: torch.dtype) -> None:
    weight, bias = torch.randn(2, 8).to(dtype), torch.randn(2).to(dtype)
    torch.save(with_head(state, weight, bias), tmp_path / "w.pth")
    loaded = load_checkpoint(tmp_path / "w.pth")
    assert loaded.recognised.parameters == 1_297
    assert "second less the first" in loaded.remarks[0]
    detector = load_detector(tmp_path / "w.pth")
    images = torch.randint(0, 256, (1, 3, 20, 20), dtype=torch.uint8)
    plain = PatchDetector(build_network(recognise(state)), "right_diag").eval()
    plain.network.load_state_dict(state)
    cells = plain.network.features(plain.prepare(images)).permute(0, 2, 3, 1)
    real, fake = torch.nn.functional.linear(cells, weight.float(), bias.float()).unbind(-1)
    torch.testing.assert_close(detector(images)[:, 0], fake - real)


HEADS = {
    "eight classes": ((8, 8), 8, r"fc\.weight \(8 x 8\) and fc\.bias \(8\)"),
    "of one bias": ((2, 8), 1, r"fc\.bias \(1\)"),
    "without bias": ((2, 8), None, r"fc\.bias is missing"),
    "none": ((0, 8), 0, r"fc\.weight \(0 x 8\)"),
    "as a convolution": ((1, 8, 1, 1), 1, r"fc\.weight \(1 x 8 x 1 x 1\)"),
}


@pytest.mark.parametrize(("shape", "bias", "words"), HEADS.values(), ids=HEADS)
def test_another_head_is_refused_with_the_reason(
    tmp_path: Path, state: dict[str, Tensor], shape: tuple[int, ...], bias: int | None, words: str
) -> None:
    told = with_head(state, torch.ones(shape), None if bias is None else torch.ones(bias))
    torch.save(told, tmp_path / "w.pth")
    with pytest.raises(CheckpointError, match=rf"head cannot be used: found.*{words}.*real and fake"):
        load_checkpoint(tmp_path / "w.pth")
