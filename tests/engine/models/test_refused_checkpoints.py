"""What is no checkpoint, damaged or hostile is refused in a sentence, and never runs code."""

import io
import json
import os
import pickle
import zipfile
from pathlib import Path

import pytest
import safetensors.torch
import torch
from torch import Tensor, nn

from engine.errors import CheckpointError, EngineError
from engine.models.loading import weights_file
from engine.models.loading.recognition import load_checkpoint
from engine.models.tiny_ladeda import TinyLaDeDa


@pytest.fixture
def state() -> dict[str, Tensor]:
    return TinyLaDeDa().state_dict()


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
