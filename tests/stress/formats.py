"""Every kind of file that the program reads, as good examples and with its reader."""

import io
import json
import random
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import safetensors.torch
import torch
from PIL import Image

from engine.advice.problems import find_problems
from engine.control import RunControl
from engine.data.classes.found_classes import find_classes
from engine.data.images.decoding import UnreadableImageError, decode, read_header
from engine.data.listing.class_names import ClassNames
from engine.data.listing.csv_list import list_csv, list_paths, read_rows
from engine.data.listing.image_list import ImageListBuilder
from engine.data.stores.disk_store import DiskStore, keep
from engine.demo.images import MARKER, is_complete
from engine.export.proof import Proof
from engine.export.record import ExportedFile, read_record, record
from engine.models.loading.recognition import load_detector
from engine.queue.entries import FILE, QueueEntry, QueueList, written
from engine.queue.queue_folder import Queue
from engine.report_card.measurements import environment
from engine.run_folder.checkpoint import load_last
from engine.run_folder.event_log import read_events
from engine.run_folder.notes import FILE_NAME, RunNotes, read_notes
from engine.run_folder.summaries import list_runs
from engine.run_folder.support_file import write_support_file
from engine.settings import DataSettings
from engine.settings.toml_file import load_settings, save_settings
from engine.training.incident import read_incident
from gui.history.run_history import replay_history
from gui.inspect.patch_maps import PatchFileError, colour, read_patch_maps
from gui.project.preferences import Preferences, read_preferences
from gui.start.native_crash import NAME, take_report
from tests.engine.helpers.running import carried_out
from tests.engine.helpers.tiny_data import TinyData, settings_for
from tests.stress.fuzz import Format
from tests.stress.rubbish import (
    JUNK,
    damaged,
    damaged_archive,
    damaged_cache,
    damaged_json,
    damaged_picture,
    damaged_toml,
    spoilt_arrays,
)

PICTURES = Path(__file__).parents[1] / "data" / "pictures"
GOLDEN = PICTURES.with_name("golden_events.jsonl")
MEGAPIXELS = 100.0
_LOG = b"2026-01-01 10:00:00,000 INFO engine.run: a run in C:\\Users\\somebody\\runs\n" * 30
_CRASH = b"Windows fatal exception: code 0xc0000005\n\nThread 0x00001 (most recent call first):\n  File a.py, line 1\n"


def formats(place: Path, run: Path, teacher: Path) -> dict[str, Format]:
    """All of them; ``place`` is written to, ``run`` is a finished run with incidents, exports and pictures."""
    last = (run / "checkpoints" / "last.pt").read_bytes()
    incident = next((run / "incidents").glob("*.pt")).read_bytes()
    notes = (run / "environment.json").read_bytes()
    maps = next((run / "patches").glob("0*.npz")).read_bytes()
    (shared,) = (run / "patches").glob("images-*.npz")
    (place / "maps").mkdir()
    (place / "maps" / shared.name).write_bytes(shared.read_bytes())
    events = GOLDEN.read_bytes().splitlines()
    events = [*events[:40], *events[40 :: max(1, len(events) // 60)], events[-1]]

    def reader(name: str, read: Callable[[Path], object]) -> Callable[[bytes], object]:
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)

        def write_and_read(data: bytes) -> object:
            path.write_bytes(data)
            return read(path)

        return write_and_read

    return {
        "weights": Format(weights(run) + teachers(teacher), spoilt_torch, reader("weights.pth", load_detector)),
        "run checkpoint": Format((last,), spoilt_torch, reader("checkpoints/last.pt", _load_last)),
        "incident": Format((incident,), spoilt_torch, reader("00000001-rule.pt", read_incident)),
        "settings": Format(_settings(run), damaged_toml, reader("settings.toml", _taken)),
        "CSV": Format(_tables(), damaged, reader("list.csv", lambda path: list(read_rows(path)))),
        "list of images": Format(_tables(), damaged, reader("images.csv", _list)),
        "queue": Format((_queue(run),), damaged_json, reader(FILE, lambda path: Queue(path.parent).entries())),
        "notes": Format(_notes(), damaged_json, _of_run(place, read_notes, FILE_NAME), ()),
        "events.jsonl": Format((b"\n".join(events),), damaged_json, reader("run/events.jsonl", _show)),
        "preferences": Format(_preferences(), damaged_json, reader("preferences.json", read_preferences), ()),
        "patch maps": Format((maps,), spoilt_arrays, reader(f"maps/{'0' * 8}.npz", _drawn), (PatchFileError,)),
        "cache": Format((_cache(place),), damaged_cache, reader("cache/maps.sqlite", _use_cache), ()),
        "exports.json": Format(((run / "exports.json").read_bytes(),), damaged_json, _of_run(place, read_record), ()),
        "environment.json": Format((notes,), damaged_json, _of_run(place, environment, "environment.json"), ()),
        "demo": Format((b'{"images": 0, "sha256": "0"}',), damaged_json, _of_run(place, is_complete, MARKER), ()),
        "log": Format((_LOG,), damaged, reader("support/run.log", _support)),
        "native crash": Format((_CRASH,), damaged, reader(NAME, lambda path: take_report(path.parent)), ()),
        "picture": Format(pictures(), damaged_picture, reader("picture", _decode), (UnreadableImageError,)),
    }


def weights(run: Path) -> tuple[bytes, ...]:
    """A student in every container: archive, old format, nested, safetensors."""
    state = torch.load(run / "student.pth", weights_only=True)
    plain = dict(state)
    return (
        (run / "student.pth").read_bytes(),
        _saved(plain, _use_new_zipfile_serialization=False),
        _saved({"epoch": 3, "args": {"lr": 0.1}, "model": {f"module.{name}": value for name, value in plain.items()}}),
        safetensors.torch.save(plain, {"patchdistill": json.dumps(state._metadata["patchdistill"])}),
    )


def teachers(teacher: Path) -> tuple[bytes, ...]:
    """A teacher as others save theirs: with the state of its training and two classes, in half precision."""
    state = torch.load(teacher, weights_only=True)
    two = {key: torch.cat((-value, value)) if key.startswith("fc.") else value for key, value in state.items()}
    optimiser = {"state": {0: {"step": torch.tensor(3.0)}}, "param_groups": [{"lr": 0.1, "betas": (0.9, 0.999)}]}
    return (
        _saved({"model_state_dict": two, "optimizer": optimiser, "epoch": 3, "best": 0.9}),
        safetensors.torch.save({f"model.{key}": value.half().contiguous() for key, value in state.items()}),
    )


def spoilt_torch(data: bytes, chance: random.Random) -> bytes:
    """Damaged as bytes or as an archive, or whole, with a value or a tensor that nobody expects there."""
    if chance.random() < 0.5 or not data.startswith(b"PK"):
        return damaged_archive(data, chance)
    return _saved(_other_value(torch.load(io.BytesIO(data), weights_only=True), chance))


def pictures() -> tuple[bytes, ...]:
    """A small picture in every format that is read."""
    image = Image.fromarray(np.random.default_rng(0).integers(0, 256, (24, 20, 3), np.uint8))
    kinds: dict[str, dict[str, Any]] = {"PNG": {}, "JPEG": {"progressive": True}, "WEBP": {}, "BMP": {}, "AVIF": {}}
    kinds |= {"TIFF": {"compression": "tiff_lzw"}, "GIF": {"save_all": True, "append_images": [image.rotate(90)]}}
    found = [(PICTURES / "turned.heic").read_bytes()]
    for format_name, options in kinds.items():
        buffer = io.BytesIO()
        image.save(buffer, format_name, **options)
        found.append(buffer.getvalue())
    buffer = io.BytesIO()
    image.quantize(8).save(buffer, "PNG", transparency=0)
    return (*found, buffer.getvalue())


def _saved(content: object, **options: bool) -> bytes:
    buffer = io.BytesIO()
    torch.save(content, buffer, **options)
    return buffer.getvalue()


def _other_value(value: Any, chance: random.Random) -> Any:
    if isinstance(value, dict) and value and chance.random() < 0.95:
        name = chance.choice(list(value))
        return dict(value) | {name: _other_value(value[name], chance)}
    tensors: tuple[Callable[[], Any], ...] = (
        lambda: torch.zeros(chance.choice(((), (0,), (3,), (8, 3, 1, 1), (1, 2, 3, 4, 5)))),
        lambda: torch.full((8,), float("nan")),
        lambda: torch.zeros(8, dtype=chance.choice((torch.int8, torch.float16, torch.complex64, torch.bool))),
        lambda: torch.quantize_per_tensor(torch.zeros(8), 0.1, 0, torch.qint8),
        lambda: torch.zeros(3, 3).to_sparse(),
        lambda: torch.zeros(1).expand(10**9),
        lambda: torch.empty(3, device="meta"),
    )
    return chance.choice(JUNK) if chance.random() < 0.7 else chance.choice(tensors)()


def _taken(path: Path) -> None:
    """As a project that is opened, looked through and saved again."""
    settings = load_settings(path)
    find_problems(settings)
    save_settings(settings, path)
    assert load_settings(path) == settings


def _load_last(path: Path) -> None:
    """As a run that is resumed takes it: what was read can be counted with."""
    former = load_last(path.parent)
    if former is not None:
        former.state.passes_over()
        assert former.begins in (True, False)
        assert former.proven in (True, False)


def _show(path: Path) -> None:
    """As the window shows a run, and the list of runs."""
    path.with_name("settings.toml").write_text("", "utf-8")
    history = replay_history(read_events(path.parent))
    for name in history.names():
        history.curve(name)
    assert len(list_runs(path.parent.parent, RunControl())) == 1


def _list(path: Path) -> None:
    """As the scan takes it, as a list without labels, and as the window asks for its classes."""
    names = ClassNames(DataSettings())
    list_paths(path, "all", RunControl(), ImageListBuilder())
    find_classes(DataSettings(train=(path,)), RunControl())
    list_csv(path, names, "all", RunControl(), ImageListBuilder())


def _support(path: Path) -> None:
    """As it is passed on."""
    path.with_name("settings.toml").touch()
    write_support_file(path.with_name("support.zip"), path.parent, overwrite=True, logs=path.parent)


def _drawn(path: Path) -> None:
    maps = read_patch_maps(path)
    for logits in (*maps.teacher, *maps.student):
        colour(logits, maps.span)


def _use_cache(path: Path) -> None:
    store = DiskStore(path, 2**24)
    try:
        store.get(b"key 3")
        store.put([(b"new", keep(np.arange(10)))])
        store.get(b"new")
    finally:
        store.close()


def _decode(path: Path) -> None:
    read_header(path, MEGAPIXELS)
    decode(path, MEGAPIXELS)


def _of_run(place: Path, read: Callable[[Path], object], name: str = "exports.json") -> Callable[[bytes], object]:
    def write_and_read(data: bytes) -> object:
        (place / name).write_bytes(data)
        return read(place)

    return write_and_read


def _settings(run: Path) -> tuple[bytes, ...]:
    more = b'\n[stage2]\nepochs = 3\nhead_lr = 1e-3\n[health]\npolicy = "suggest"\n[data.classes]\n"a/b" = "real"\n'
    return (run / "settings.toml").read_bytes(), b'preset = "recommended"\ndata.train = ["a", "b"]' + more


def _tables() -> tuple[bytes, ...]:
    labels = ("real", "fake") * 3
    listed = (f'"a {n}.png",{label},train,g{n},s\n' for n, label in enumerate(labels))
    rows = "path,label,split,group,source\n" + "".join(listed)
    return rows.encode(), rows.replace(",", ";").encode("utf-8-sig"), rows.replace(",", "\t").encode()


def _queue(run: Path) -> bytes:
    entries = [QueueEntry(number=n, name=f"run {n}", run=run, auc={"all": 0.9, "b": None}) for n in (1, 2)]
    return written(QueueList(next_number=3, entries=tuple(entries)))


def _notes() -> tuple[bytes, ...]:
    return RunNotes(note="a\nb", tags=("x", "y")).model_dump_json().encode(), RunNotes().model_dump_json().encode()


def _preferences() -> tuple[bytes, ...]:
    full = Preferences(recent_projects=(Path("a"),), recent_folders=(Path("b"),), confirmed_labels=("x",))
    return full.model_dump_json().encode(), Preferences().model_dump_json(indent=1).encode()


def _cache(place: Path) -> bytes:
    with tempfile.TemporaryDirectory(dir=place) as folder:
        path = Path(folder, "maps.sqlite")
        store = DiskStore(path, 2**24)
        store.put([(f"key {n}".encode(), keep(np.arange(n * 50, dtype=np.float32))) for n in range(20)])
        store.close()
        sqlite3.connect(path).close()
        return path.read_bytes()


def run_with_everything(place: Path, data: TinyData) -> Path:
    """A short run that leaves a file of every kind; of its exports there are only the figures."""
    more = ("health.loss_limit=0.2", "health.window=5", "stage2.epochs=4", "stage1.enabled=false")
    result, _ = carried_out(settings_for(data, place, *more))
    assert result.run is not None
    proof = Proof(20, 0.0, 0.0, 0.9, 0.9, 1.0)
    record(result.run, [ExportedFile("safetensors", result.run / "a.safetensors", 100, "0" * 64, proof)])
    return result.run
