"""Files that are made, or damaged, so that reading them meets what nobody expects: they are refused in a sentence."""

import io
import json
import pickle
import random
import struct
import tarfile
import zipfile
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

import pytest
import safetensors.torch
import torch
from torch import Tensor

from engine.errors import CheckpointError, EngineError, RunFolderError
from engine.models.loading.recognition import load_checkpoint, load_detector
from engine.models.tiny_ladeda import TinyLaDeDa
from engine.run_folder.checkpoint import load_last
from engine.torch_file import load_torch
from engine.trained.scoring import load_scorer
from engine.training.incident import read_incident


@pytest.fixture
def state() -> dict[str, Tensor]:
    torch.manual_seed(0)
    return TinyLaDeDa().state_dict()


def saved(content: object, *, new_format: bool = True) -> bytes:
    buffer = io.BytesIO()
    torch.save(content, buffer, _use_new_zipfile_serialization=new_format)
    return buffer.getvalue()


def archive(pickled: bytes) -> bytes:
    """What torch.save writes, with another pickle in it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("archive/data.pkl", pickled)
        file.writestr("archive/version", "3")
    return buffer.getvalue()


def called(name: str, *arguments: object) -> bytes:
    """A pickle that calls what torch allows, with arguments of its own choice."""
    of_arguments = pickle.dumps(arguments, protocol=2)[2:-1]
    return b"\x80\x02c" + name.replace(" ", "\n").encode() + b"\n" + of_arguments + b"R."


def tarred(names: tuple[str, ...]) -> bytes:
    """The format before the old one."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as file:
        for name in names:
            info = tarfile.TarInfo(name)
            info.size = 4
            file.addfile(info, io.BytesIO(b"abcd"))
    return buffer.getvalue()


# Each with the exception that torch's readers raise on it.
HOSTILE: dict[str, bytes] = {
    "no size": called("torch Tensor", "a"),
    "size beyond numbers": called("torch Tensor", 2**62, 2**62),
    "a number too large": called("torch Size", 5),
    "no codec": called("_codecs encode", "a", "no such codec"),
    "a codec that makes no text": called("_codecs encode", "a", "rot13"),
    "no device": called("torch device", "moon"),
    "bytes beyond memory": called("__builtin__ bytearray", 2**62),
    "no complex number": called("__builtin__ complex", "a"),
    "no dictionary": called("collections OrderedDict", 3),
    "no tensor": called("torch._utils _rebuild_tensor_v2", 1, 2, 3, 4, False, None),
    "no parts": called("torch._utils _rebuild_nested_tensor", 1, 2, 3, 4),
    "no empty tensor": called("torch._utils _rebuild_meta_tensor_no_storage", 1, 2, 3, 4),
    "nothing on the stack": b"\x80\x02R.",
    "no end": b"\x80\x02" + b"(" * 5_000,
    "deep": b"\x80\x02" + b"]" * 5_000 + b"a" * 4_999 + b".",
    "nothing remembered": b"\x80\x02h\x05.",
    "no letters": b"\x80\x02X\x02\x00\x00\x00\xff\xff.",
    "cut in a number": b"\x80\x02J\x01.",
    "a storage of nothing": b"\x80\x02(X\x07\x00\x00\x00storageNNNNtQ.",
}
FORMS: dict[str, Callable[[bytes], bytes]] = {"archive": archive, "pickle": bytes}


@pytest.mark.parametrize("pickled", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_reader_of_checkpoints_refuses_it(tmp_path: Path, form: Callable[[bytes], bytes], pickled: bytes) -> None:
    path = tmp_path / "last.pt"
    path.write_bytes(form(pickled))
    with pytest.raises(CheckpointError):
        load_checkpoint(path)
    with pytest.raises(RunFolderError):
        load_last(tmp_path)
    with pytest.raises(RunFolderError):
        read_incident(path)


@pytest.mark.parametrize("names", [(), ("storages",), ("storages", "tensors", "pickle")])
def test_the_oldest_format_is_refused(tmp_path: Path, names: tuple[str, ...]) -> None:
    (tmp_path / "w.pth").write_bytes(tarred(names))
    with pytest.raises(CheckpointError):
        load_checkpoint(tmp_path / "w.pth")


HEADERS = {
    "no object": b"[]",
    "a number": b"{1}",
    "no text": b'{"\xff": 1}',
    "beyond the file": b'{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}',
    "negative": b'{"a":{"dtype":"F32","shape":[-4],"data_offsets":[0,2]}}',
    "overlapping": b"{%s}"
    % b",".join(b'"%c":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}' % name for name in b"ab"),
    "notes of numbers": b'{"__metadata__":{"patchdistill":3}}',
    "large": b'{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,2]}}',
}


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)
def test_a_header_of_safetensors_that_lies_is_refused(tmp_path: Path, header: bytes) -> None:
    (tmp_path / "w.safetensors").write_bytes(struct.pack("<Q", len(header)) + header + b"\0\0")
    with pytest.raises(CheckpointError):
        load_checkpoint(tmp_path / "w.safetensors")


HIDDEN = ("items", "keys", "detach", "get", "float", "dim", "is_floating_point")  # methods that reading could call


def test_attributes_that_hide_methods_are_passed_over(tmp_path: Path, state: dict[str, Tensor]) -> None:
    """A pickle may set attributes of the mappings and tensors that it makes."""
    disguised = {"z" + name[1:]: 1 for name in HIDDEN}
    parameter = torch.nn.Parameter(state["fc.weight"])
    hiding = OrderedDict(model=OrderedDict(state | {"fc.weight": parameter}), args=OrderedDict())
    for thing in (parameter, hiding, *hiding.values()):
        vars(thing).update(disguised)
    with (
        zipfile.ZipFile(io.BytesIO(saved(hiding))) as whole,
        zipfile.ZipFile(tmp_path / "w.pth", "w") as file,
    ):
        for item in whole.infolist():
            data = whole.read(item)
            for name in HIDDEN if item.filename.endswith("data.pkl") else ():
                assert b"z" + name[1:].encode() in data
                data = data.replace(b"z" + name[1:].encode(), name.encode())
            file.writestr(item.filename, data)
    loaded = load_checkpoint(tmp_path / "w.pth")
    assert all(torch.equal(loaded.state_dict[name], value) for name, value in state.items())
    assert load_detector(tmp_path / "w.pth").filter_name == "right_diag"


NOTES: dict[str, object] = {
    "a tensor": torch.ones(3),
    "bytes": b"ab",
    "a set": {"NPR"},
    "a key": {(1, 2): 3},
}


@pytest.mark.parametrize("note", NOTES.values(), ids=NOTES)
def test_notes_that_are_no_plain_values_are_refused(tmp_path: Path, state: dict[str, Tensor], note: object) -> None:
    torch.save({"model": state, "patchdistill": {"filter": "NPR", "suspect": note}}, tmp_path / "w.pth")
    with pytest.raises(CheckpointError, match="notes about itself"):
        load_checkpoint(tmp_path / "w.pth")


@pytest.mark.parametrize("threshold", [10**400, -(10**400), float("inf"), float("nan"), "high"], ids=range(5))
def test_a_threshold_that_is_no_number_is_refused(tmp_path: Path, state: dict[str, Tensor], threshold: object) -> None:
    notes = {"patchdistill": json.dumps({"threshold": threshold})}
    safetensors.torch.save_file(state, tmp_path / "w.safetensors", notes)
    with pytest.raises(CheckpointError, match="notes the threshold"):
        load_scorer(tmp_path / "w.safetensors")


@pytest.mark.parametrize("name", ["a\nb.weight", "\ud800.weight", "\x1b[31m.weight", "x" * 10_000 + ".weight"])
def test_names_in_a_file_are_told_in_one_plain_line(tmp_path: Path, state: dict[str, Tensor], name: str) -> None:
    torch.save(state | {name: torch.ones(1)}, tmp_path / "w.pth")
    with pytest.raises(CheckpointError, match=r"weight is unexpected|\.\.\. is unexpected") as refusal:
        load_checkpoint(tmp_path / "w.pth")
    assert refusal.value.message.isprintable()
    assert len(refusal.value.message) < 300


OPERATIONS = (b"R", b"b", b"\x81", b".", b"(", b"t", b"Q", b"h\0", b"0", b"N", b"u", b"s", b"J\xff\xff\xff\x7f")


def changed(rng: random.Random, pickled: bytes) -> bytes:
    """A few bytes flipped, put in, taken away or cut off."""
    data = bytearray(pickled)
    for _ in range(rng.choice((1, 2, 4))):
        place = rng.randrange(len(data))
        match rng.randrange(4):
            case 0:
                data[place] ^= 1 << rng.randrange(8)
            case 1:
                data[place : place + 1] = rng.choice(OPERATIONS)
            case 2:
                del data[place : place + rng.choice((1, 2, 8))]
            case _:
                data[place:place] = rng.randbytes(2)
    return bytes(data)


def test_no_change_of_a_pickle_escapes_as_something_else(tmp_path: Path, state: dict[str, Tensor]) -> None:
    """The archive's checksums are right, so that torch's own reader has to notice."""
    rng, path = random.Random(0), tmp_path / "last.pt"
    with zipfile.ZipFile(io.BytesIO(saved({"model": state, "format": 1}))) as whole:
        files = {item.filename: whole.read(item) for item in whole.infolist()}
    for _ in range(40):
        with zipfile.ZipFile(path, "w") as file:
            for name, data in files.items():
                file.writestr(name, changed(rng, data) if name.endswith("data.pkl") else data)
        for read in (load_detector, read_incident, lambda path: load_last(path.parent)):
            try:
                read(path)
            except EngineError as error:
                assert error.message


@pytest.mark.timeout(60)
@pytest.mark.parametrize("new_format", [False, True])
@pytest.mark.parametrize(
    "content",
    [
        b"\x80\x02c" + b"A" * 500_000 + b"\nB\n.",  # an object's name
        b"\x80\x02X" + (500_000).to_bytes(4, "little") + b"A" * 500_000 + b")R.",  # a text that is called
    ],
)
def test_what_has_no_end_is_refused_before_torch_looks_through_it(
    content: bytes, new_format: bool, tmp_path: Path
) -> None:
    """torch looks for words in its own message, which takes the square of what the file put there: half an hour."""
    head = [pickle.dumps(part, protocol=2) for part in (torch.serialization.MAGIC_NUMBER, 1001, dict[str, int]())]
    file = tmp_path / "named.pth"
    file.write_bytes(archive(content) if new_format else b"".join([*head, content]))
    with pytest.raises(CheckpointError):
        load_checkpoint(file)
    with pytest.raises(pickle.UnpicklingError):
        load_torch(file)
