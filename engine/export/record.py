"""What was exported, as a run remembers it: RUN/exports.json, with hashes and the figures of each proof.

Files inside the run's folder are noted from there, so that they are found again when it has moved.
"""

import json
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from engine.events.values import Count
from engine.export.audit import Audit
from engine.export.proof import Proof
from engine.files import atomic_write, read_text
from engine.parser_errors import TEXT_ERRORS

RECORD = "exports.json"


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file that was proven and written."""

    format: str
    file: Path
    bytes: int
    sha256: str
    proof: Proof
    audit: Audit | None = None


@dataclass(frozen=True, slots=True)
class _AuditEntry:
    """What a report says of an audit."""

    auc_loss: float | None
    flips: Count
    images: Count


@dataclass(frozen=True, slots=True)
class _Entry:
    """What an entry of the list must hold at least."""

    format: str
    file: str
    bytes: Count
    sha256: str
    proof: Proof
    audit: _AuditEntry | None = None


def record(run: Path, exported: Sequence[ExportedFile]) -> None:
    """Add to the run's list of exports; a file that was written again is listed once."""
    new = [exported_as_dict(item) for item in exported]
    files = {item["file"] for item in new}
    kept = [item for item in read_record(run) if item["file"] not in files]
    text = json.dumps([item | {"file": _from_run(item["file"], run)} for item in (*kept, *new)], indent=1)
    atomic_write(run / RECORD, lambda file: file.write(text.encode("utf-8")))


def read_record(run: Path) -> list[dict[str, Any]]:
    """What was exported from a run, oldest first; empty where nothing was. Entries that are none are passed over."""
    try:
        entries = json.loads(read_text(run / RECORD))
    except (OSError, *TEXT_ERRORS):
        return []
    found = [item for item in entries if _is_entry(item)] if isinstance(entries, list) else []
    return [item | {"file": str(run.absolute() / item["file"])} for item in found]


def _is_entry(item: object) -> bool:
    try:
        TypeAdapter(_Entry).validate_python(item)
    except ValidationError:
        return False
    return isinstance(item, dict)


def _from_run(file: str, run: Path) -> str:
    path, folder = Path(file), run.absolute()
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else file


def exported_as_dict(item: ExportedFile) -> dict[str, Any]:
    """Plain values, for JSON."""
    return asdict(item) | {
        "file": str(item.file.absolute()),
        "audit": asdict(item.audit) | {"passed": item.audit.passed} if item.audit else None,
        "time_s": time.time(),
    }
