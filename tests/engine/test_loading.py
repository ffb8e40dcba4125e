"""Checkpoints as people have them: recognised whatever wraps them, refused in a sentence otherwise."""

import io
import json
import os
import pickle
import zipfile
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

import pytest
import safetensors.torch
import torch
from torch import Tensor, nn

from engine.errors import CheckpointError, EngineError
from engine.models import weights_file
from engine.models.ladeda import WIDE_BOTTLENECKS, LaDeDa
from engine.models.loading import build_network, load_checkpoint, load_detector, recognise
from engine.models.tiny_ladeda import TinyLaDeDa
from tests.engine.reference import REFERENCE, needs_reference


@pytest.fixture
def state() -> dict[str, Tensor]:
    return TinyLaDeDa().state_dict()


def assert_loads(path: Path, state: dict[str, Tensor]) -> None:
    loaded = load_checkpoint(path).state_dict
    assert set(loaded) == set(state)
    assert all(torch.equal(loaded[name], state[name]) for name in state)


@pytest.mark.parametrize("field", WIDE_BOTTLENECKS)
@pytest.mark.parametrize(("width", "depths"), [(4, (1, 1, 1, 1)), (6, (3, 4, 6, 3)), (64, (3, 4, 6, 3))])
def test_ladeda_is_recognised(field: int, width: int, depths: tuple[int, ...]) -> None:
    with torch.device("meta"):
        network = LaDeDa(field, width, depths)
    found = recognise(network.state_dict())
    assert (found.family, found.receptive_field, found.width) == ("LaDeDa", field, width)
    assert found.depths == depths
    assert found.parameters == sum(parameter.numel() for parameter in network.parameters())


@pytest.mark.parametrize("width", [1, 8, 32])
def test_tiny_ladeda_is_recognised(width: int) -> None:
    network = TinyLaDeDa(width)
    found = recognise(network.state_dict())
    assert (found.family, found.receptive_field, found.width) == ("Tiny-LaDeDa", 5, width)
    assert found.parameters == sum(parameter.numel() for parameter in network.parameters())
    build_network(found).load_state_dict(network.state_dict())


def test_a_head_like_student_with_a_second_block_is_not_tiny(state: dict[str, Tensor]) -> None:
    extra = {name.replace("layer1.0", "layer1.1"): tensor for name, tensor in state.items()}
    with pytest.raises(CheckpointError, match="not a LaDeDa or Tiny-LaDeDa"):
        recognise(state | extra)


@needs_reference
@pytest.mark.parametrize("name", ["WildRF", "ForenSynth"])
def test_published_students_load(name: str) -> None:
    path = REFERENCE / "tiny_ladeda" / f"{name}_Tiny_LaDeDa.pth"
    loaded = load_checkpoint(path)
    assert (loaded.recognised.family, loaded.recognised.parameters) == ("Tiny-LaDeDa", 1_297)
    assert load_detector(path).filter_name == "right_diag"


@needs_reference
def test_published_teacher_is_recognised() -> None:
    shapes = json.loads((REFERENCE / "ladeda9" / "state_dict.json").read_text(encoding="utf-8"))
    found = recognise({name: torch.empty(shape, device="meta") for name, shape in shapes.items()})
    assert (found.family, found.receptive_field, found.width) == ("LaDeDa", 9, 64)
    assert found.parameters == 13_641_793


Wrapping = Callable[[dict[str, Tensor]], object]
WRAPPINGS: dict[str, Wrapping] = {
    "bare": lambda state: state,
    "ordered": OrderedDict,
    "model": lambda state: {"model": state, "epoch": 3, "optimizer": {"state": {0: {"step": torch.ones(1)}}}},
    "state_dict": lambda state: {"state_dict": state, "accuracy": 0.5},
    "net": lambda state: {"net": state},
    "student": lambda state: {"student": state},
    "teacher": lambda state: {"teacher": state},
    "unusual name": lambda state: {"weights_of_epoch_7": state},
    "twice": lambda state: {"checkpoint": {"model": state}},
    "module.": lambda state: {f"module.{name}": tensor for name, tensor in state.items()},
    "model.": lambda state: {f"model.{name}": tensor for name, tensor in state.items()},
    "_orig_mod.module.": lambda state: {f"_orig_mod.module.{name}": t for name, t in state.items()},
    "averaged": lambda state: {
        "n_averaged": torch.tensor(3),
        **{f"module.{name}": t for name, t in state.items()},
    },
    "nested and prefixed": lambda state: {"state_dict": {f"net.{name}": t for name, t in state.items()}},
    "beside a foreign network": lambda state: {
        "model": {"conv1.weight": torch.zeros(64, 3, 7, 7)},
        "student": state,
    },
}


@pytest.mark.parametrize("wrap", WRAPPINGS.values(), ids=WRAPPINGS)
@pytest.mark.parametrize("new_format", [True, False])
def test_wrapped_weights_load(tmp_path: Path, state: dict[str, Tensor], wrap: Wrapping, new_format: bool) -> None:
    path = tmp_path / "Gewichte 模型.pth"
    torch.save(wrap(state), path, _use_new_zipfile_serialization=new_format)
    assert_loads(path, state)


def test_student_is_taken_before_its_teacher(tmp_path: Path, state: dict[str, Tensor]) -> None:
    teacher = LaDeDa(9, 4, (1, 1, 1, 1)).state_dict()
    torch.save({"teacher": teacher, "student": state}, tmp_path / "run.pth")
    assert load_checkpoint(tmp_path / "run.pth").recognised.family == "Tiny-LaDeDa"


@pytest.mark.parametrize("name", ["weights.safetensors", "weights.pth"])
def test_safetensors_load_with_their_notes(tmp_path: Path, state: dict[str, Tensor], name: str) -> None:
    notes = {"filter": "x_grad", "pooling": {"method": "mean"}}
    safetensors.torch.save_file(state, tmp_path / name, metadata={"patchdistill": json.dumps(notes)})
    assert_loads(tmp_path / name, state)
    assert load_checkpoint(tmp_path / name).metadata == notes
    assert load_detector(tmp_path / name).filter_name == "x_grad"


def test_notes_decide_filter_and_normalisation_unless_told(tmp_path: Path, state: dict[str, Tensor]) -> None:
    path = tmp_path / "student.pth"
    torch.save({"state_dict": state, "patchdistill": {"filter": "NPR", "normalisation": "half"}}, path)
    noted, told = load_detector(path), load_detector(path, "y_grad", "none")
    assert (noted.filter_name, noted.normalisation) == ("NPR", "half")
    assert (told.filter_name, told.normalisation) == ("y_grad", "none")
    assert not noted.training
    torch.save({"state_dict": state, "patchdistill": {"filter": ["NPR"]}}, path)
    with pytest.raises(CheckpointError, match="unknown filter"):
        load_detector(path)


def test_usual_filters_and_the_hash(tmp_path: Path, state: dict[str, Tensor]) -> None:
    teacher_path, student_path = tmp_path / "teacher.pth", tmp_path / "student.pth"
    teacher = LaDeDa(17, 4, (1, 2, 1, 1))
    torch.save(teacher.state_dict(), teacher_path)
    torch.save(state, student_path)
    detector = load_detector(teacher_path)
    assert (detector.filter_name, detector.normalisation) == ("NPR", "imagenet")
    images = torch.randint(0, 256, (1, 3, 40, 40), dtype=torch.uint8)
    assert torch.equal(detector.network(detector.prepare(images)), teacher.eval()(detector.prepare(images)))
    assert load_detector(student_path).filter_name == "right_diag"
    hashes = [load_checkpoint(path).sha256 for path in (teacher_path, student_path, student_path)]
    assert hashes[0] != hashes[1] == hashes[2]


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float64, torch.float8_e4m3fn])
def test_weights_of_other_precision_load(tmp_path: Path, state: dict[str, Tensor], dtype: torch.dtype) -> None:
    half = {name: t.to(dtype) if t.is_floating_point() else t for name, t in state.items()}
    torch.save(half, tmp_path / "half.pth")
    assert load_detector(tmp_path / "half.pth").network.fc.weight.dtype == torch.float32


class RunsCode:
    """Unpickling it would make a folder."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.path),)


@pytest.mark.parametrize("form", ["zip", "old", "pickle0", "pickle2", "pickle4"])
def test_code_in_a_file_is_refused_and_never_run(tmp_path: Path, state: dict[str, Tensor], form: str) -> None:
    trap, path = tmp_path / "it ran", tmp_path / "evil.pth"
    content = {"model": state if form in ("zip", "old") else {}, "note": RunsCode(trap)}
    if form in ("zip", "old"):
        torch.save(content, path, _use_new_zipfile_serialization=form == "zip")
    else:
        path.write_bytes(pickle.dumps(content, protocol=int(form[-1])))
    with pytest.raises(CheckpointError, match=r"was refused: opening it would run code.*mkdir") as refusal:
        load_checkpoint(path)
    assert "state_dict" in refusal.value.remedy
    assert not trap.exists()


def test_a_whole_pickled_network_is_refused(tmp_path: Path) -> None:
    torch.save(TinyLaDeDa(), tmp_path / "model.pth")
    with pytest.raises(CheckpointError, match=r"was refused.*TinyLaDeDa"):
        load_checkpoint(tmp_path / "model.pth")


def foreign(tmp_path: Path, state: dict[str, Tensor]) -> dict[str, tuple[Path, str]]:
    """Everything else that people choose by mistake, with words that must be said."""
    files: dict[str, tuple[bytes, str]] = {
        "text.pth": (b"These are not weights.\n", "is a text file"),
        "table.pth": (b"class,path\nreal,a.png\nfake,b.png\n", "is a text file"),
        "empty.pth": (b"", "is an empty file"),
        "photo.pth": (b"\xff\xd8\xff\xe0" + bytes(range(256)), "file of an unknown format"),
        "cut.pth": (saved(state)[:3000], "is cut off"),
        "cut.safetensors": (safetensors.torch.save(state)[:3000], "unreadable safetensors"),
        "notes.zip": (zipped({"a.txt": b"hello"}), "unreadable zip archive"),
        "part.zip": (b"PK\6\7" + bytes(12) + b"\2\0\0\0PK\5\6" + bytes(18), "unreadable zip archive"),  # one of two
        "numbers.pth": (saved([1, 2, 3]), "holds no weights: found a list"),
        "nothing.pth": (saved({}), "holds no weights: found nothing"),
        "other.pth": (saved({"epoch": 3}), "holds no weights: found the keys epoch"),
        "nan.pth": (saved(state | {"conv2.weight": torch.full((8, 8, 3, 3), torch.nan)}), "not finite"),
        "int8.pth": (
            saved(state | {"conv2.weight": torch.zeros(8, 8, 3, 3, dtype=torch.int8)}),
            "torch.int8",
        ),
        "short.pth": (saved({n: t for n, t in state.items() if n != "bn1.bias"}), "bn1.bias is missing"),
        "long.pth": (saved(state | {"extra.weight": torch.zeros(1)}), "extra.weight is unexpected"),
        "shape.pth": (saved(state | {"bn1.bias": torch.zeros(9)}), "bn1.bias is 9, expected was 8"),
        "resnet.pth": (saved(resnet_like()), "conv1.weight (64 x 3 x 7 x 7)"),
        "sparse.pth": (saved(state | {"conv2.weight": state["conv2.weight"].to_sparse()}), "conv2.weight is sparse"),
        "meta.pth": (saved(state | {"conv2.weight": state["conv2.weight"].to("meta")}), "conv2.weight is sparse, or"),
        "large.pth": (saved(state | {"conv2.weight": torch.full((8, 8, 3, 3), 1e300, dtype=torch.float64)}), "finite"),
        "no width.pth": (saved(of_width(state, 0)), "conv1.weight (0 x 3 x 1 x 1)"),
        "no end.pth": (saved(of_width(state, 20_000)), "more than 2 GB of memory"),
        "deep.pth": (saved(state | {f"layer{'1' * 5000}.0.bias": torch.zeros(1)}), "... is unexpected"),
        "foreign.safetensors": (
            with_header({"a": {"dtype": "F4", "shape": [4], "data_offsets": [0, 2]}}),
            "unreadable",
        ),
        "nested.safetensors": (safetensors.torch.save(state, {"patchdistill": "[" * 100_000}), "unreadable"),
        "vgg.pth": (saved(nn.Sequential(nn.Conv2d(3, 4, 3)).state_dict()), "expected conv1.weight"),
    }
    for name, (data, _) in files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "folder.pth").mkdir()
    paths = {name: (tmp_path / name, words) for name, (_, words) in files.items()}
    paths["folder"] = (tmp_path / "folder.pth", "is a folder")
    paths["missing"] = (tmp_path / "missing.pth", "There is no file")
    paths["zero byte"] = (tmp_path / "a\0b.pth", "could not be read")
    return paths


def saved(content: object) -> bytes:
    buffer = io.BytesIO()
    torch.save(content, buffer)
    return buffer.getvalue()


def zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def of_width(state: dict[str, Tensor], width: int) -> dict[str, Tensor]:
    """The same keys with another width, claimed by strides of 0: the file stays small."""
    one = torch.zeros(())
    return {name: one.expand([width if side == 8 else side for side in t.shape]) for name, t in state.items()}


def with_header(header: object) -> bytes:
    """A safetensors file of two bytes."""
    text = json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + b"\0\0"


def resnet_like() -> dict[str, Tensor]:
    return {
        "conv1.weight": torch.zeros(64, 3, 7, 7),
        "bn1.weight": torch.zeros(64),
        "layer1.0.conv1.weight": torch.zeros(64, 64, 1, 1),
        "fc.weight": torch.zeros(1000, 2048),
    }


def test_what_is_not_a_checkpoint_gets_a_sentence(tmp_path: Path, state: dict[str, Tensor]) -> None:
    for name, (path, words) in foreign(tmp_path, state).items():
        with pytest.raises(CheckpointError) as refusal:
            load_checkpoint(path)
        assert words in refusal.value.message, (name, refusal.value.message)
        assert "\n" not in refusal.value.message
        assert refusal.value.remedy


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pth")
    with pytest.raises(CheckpointError, match="no ordinary file"):
        load_checkpoint(tmp_path / "pipe.pth")


def test_an_archive_that_unpacks_without_end_is_refused_unread(
    tmp_path: Path, state: dict[str, Tensor], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weights_file, "LARGEST_BYTES", 2**20)
    path = tmp_path / "bomb.pth"
    path.write_bytes(saved(state))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb/data/99", bytes(2**20))
    assert path.stat().st_size < 2**15
    with pytest.raises(CheckpointError, match="would unpack to more than"):
        load_checkpoint(path)


def test_mappings_that_hold_each_other_again_and_again_are_looked_at_once(tmp_path: Path) -> None:
    content: dict[str, object] = {"epoch": 3}
    for _ in range(5):
        content = {str(place): content for place in range(200)}
    torch.save(content, tmp_path / "nested.pth")
    with pytest.raises(CheckpointError, match="holds no weights"):
        load_checkpoint(tmp_path / "nested.pth")


def test_a_single_bit_that_is_wrong_in_the_weights_is_noticed(tmp_path: Path, state: dict[str, Tensor]) -> None:
    whole = bytearray(saved(state))
    place = whole.find(state["conv2.weight"].numpy().tobytes())
    whole[place + 101] ^= 1  # a slightly different number
    (tmp_path / "damaged.pth").write_bytes(whole)
    with pytest.raises(CheckpointError, match="is damaged"):
        load_checkpoint(tmp_path / "damaged.pth")


def test_damaged_bytes_never_escape_as_something_else(tmp_path: Path, state: dict[str, Tensor]) -> None:
    generator = torch.Generator().manual_seed(0)
    whole = bytearray(saved(state))
    for _ in range(60):
        damaged = bytearray(whole)
        for place in torch.randint(0, len(whole), (40,), generator=generator).tolist():
            damaged[place] ^= 0x5A
        path = tmp_path / "damaged.pth"
        path.write_bytes(damaged)
        try:
            load_checkpoint(path)
        except EngineError as error:
            assert error.message
