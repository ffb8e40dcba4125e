"""Makes rubbish of good files: bytes, archives, JSON and tables that are damaged, or hold what nobody expects there."""

import io
import json
import math
import random
import sqlite3
import tempfile
import tomllib
import zipfile
import zlib
from pathlib import Path
from typing import Any

import numpy as np

Chance = random.Random
JUNK: tuple[Any, ...] = (
    *(None, True, -1, 0, 2**70, -(2**70), 1e300, math.nan, math.inf, "", "=1+1", "\0", "x" * 10_000, "\ud800"),
    *([], {}, [[]], {"": None}, [1e308] * 50, "../../etc/passwd", "2026-13-45"),
)
TOKENS = (
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r\n", b'"', b"'", b"\\", b",", b";", b"\t", b"=", b"[", b"]", b"{", b"}"),
    *(b"9" * 5000, b"0x" + b"f" * 5000, b"1e300", b"-1", b"nan", b"inf", b"true", b"[" * 5000, b'{"a":' * 5000),
    *("\u202e".encode(), b"A" * 140_000, b"\xed\xa0\x80", b"18446744073709551616", b"../" * 2000),
)
LARGEST = 4_000_000  # bytes of an input; repeats grow quickly


def damaged(data: bytes, chance: Chance) -> bytes:
    """Some bytes cut off, changed, put in, taken out, doubled or exchanged."""
    for _ in range(chance.choice((1, 1, 2, 5))):
        at, length = _piece(data, chance)
        match chance.randrange(7):
            case 0:
                data = data[:at]
            case 1:
                data = data[:at] + bytes((data[at] ^ 1 << chance.randrange(8) if data else 0,)) + data[at + 1 :]
            case 2:
                data = data[:at] + chance.randbytes(length) + data[at + length :]
            case 3:
                data = data[:at] + chance.choice(TOKENS) + data[at:]
            case 4:
                data = data[:at] + data[at + length :]
            case 5:
                data = data[: at + length] + data[at : at + length] * chance.choice((1, 3, 50)) + data[at + length :]
            case 6:
                number = chance.choice((0, 1, 0x7F, 0xFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF))
                data = data[:at] + number.to_bytes(4, chance.choice(("little", "big"))) + data[at + 4 :]
        data = data[:LARGEST]
    return data


def damaged_archive(data: bytes, chance: Chance) -> bytes:
    """As `damaged`, at times inside an archive whose checksums are right again."""
    if chance.random() < 0.3 or not zipfile.is_zipfile(io.BytesIO(data)):
        return damaged(data, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(list(entries))
    entries[name] = damaged(entries[name], chance)
    if chance.random() < 0.1:
        del entries[chance.choice(list(entries))]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def damaged_json(data: bytes, chance: Chance) -> bytes:
    """As `damaged`, but mostly with another value somewhere; where there are lines, in one of them."""
    if chance.random() < 0.3:
        return damaged(data, chance)
    lines = data.splitlines() if b"\n{" in data else [data]
    number = chance.randrange(len(lines))
    value = json.loads(lines[number])
    for _ in range(chance.choice((1, 1, 3))):
        value = exchanged(value, chance)
    lines[number] = json.dumps(value, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")
    return b"\n".join(lines)


def damaged_toml(data: bytes, chance: Chance) -> bytes:
    """As `damaged`, but mostly whole, with another value somewhere."""
    if chance.random() < 0.4:
        return damaged(data, chance)
    values = tomllib.loads(data.decode())
    for _ in range(chance.choice((1, 1, 3))):
        values = exchanged(values, chance)
    lines = _dotted(values) if isinstance(values, dict) else [json.dumps(values)]
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def _dotted(values: dict[str, Any], before: str = "") -> list[str]:
    """A line of TOML for each value; JSON writes most of them as TOML does."""
    lines = []
    for key, value in values.items():
        name = before + json.dumps(key)
        text = json.dumps(value, default=str).replace("NaN", "nan").replace("Infinity", "inf")
        lines += _dotted(value, f"{name}.") if isinstance(value, dict) and value else [f"{name} = {text}"]
    return lines


def exchanged(value: Any, chance: Chance) -> Any:
    """A value in which one, at any depth, is another or is gone."""
    if isinstance(value, dict) and value and chance.random() < 0.9:
        name = chance.choice(list(value))
        if chance.random() < 0.1:
            return {key: item for key, item in value.items() if key != name}
        return value | {name: exchanged(value[name], chance)}
    if isinstance(value, list) and value and chance.random() < 0.7:
        at = chance.randrange(len(value))
        return [*value[:at], exchanged(value[at], chance), *value[at + 1 :]]
    return chance.choice(JUNK)


def damaged_picture(data: bytes, chance: Chance) -> bytes:
    """As `damaged`, of a PNG often with checksums that are right again, so that what is inside is read."""
    data = damaged(data, chance)
    if not data.startswith(b"\x89PNG\r\n\x1a\n") or chance.random() < 0.4:
        return data
    at, parts = 8, [data[:8]]
    while at + 8 <= len(data):
        end = at + 8 + int.from_bytes(data[at : at + 4], "big")
        if end > len(data):
            return b"".join((*parts, data[at:]))
        parts += (data[at:end], zlib.crc32(data[at + 4 : end]).to_bytes(4, "big"))
        at = end + 4
    return b"".join(parts)


def damaged_cache(data: bytes, chance: Chance) -> bytes:
    """As `damaged`, or a whole database with other values, tables or columns."""
    if chance.random() < 0.7:
        return damaged(data, chance)
    column = chance.choice(("id", "key", "kind", "digest", "seal", "value"))
    value = chance.choice(("NULL", "1", "''", "'x'", "x'00'", "1e300", "zeroblob(100000)", "randomblob(16)", "-1"))
    statement = chance.choice(
        (
            f"UPDATE OR REPLACE arrays SET {column} = {value}",
            f"ALTER TABLE arrays DROP COLUMN {column}",
            f"ALTER TABLE arrays RENAME COLUMN {column} TO other",
            "DROP TABLE arrays",
            f"DROP TABLE arrays; CREATE VIEW arrays AS SELECT {value} AS {column}",
            f"PRAGMA user_version = {chance.randrange(2**31)}; PRAGMA application_id = 7",
            "CREATE TRIGGER t BEFORE INSERT ON arrays BEGIN SELECT RAISE(ABORT, 'no'); END",
            "PRAGMA journal_mode = DELETE; PRAGMA encoding = 'UTF-16'",
        )
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "cache.sqlite")
        path.write_bytes(data)
        database = sqlite3.connect(path)
        try:
            database.executescript(statement)
        except sqlite3.Error:
            return damaged(data, chance)
        finally:
            database.close()
        return path.read_bytes()


def spoilt_arrays(data: bytes, chance: Chance) -> bytes:
    """Damaged, or with an array of another kind or shape."""
    if chance.random() < 0.5:
        return damaged_archive(data, chance)
    with np.load(io.BytesIO(data)) as arrays:
        content = dict(arrays)
    name = chance.choice(list(content))
    kind = chance.choice((np.uint8, np.float16, np.float64, np.int64, np.complex64, np.bool_, "<U3", "S2", "M8[s]"))
    shape = chance.choice(((), (0,), (4,), (4, 1, 1), (4, 8, 8), (4, 8, 8, 3), (0, 0, 0), (1, 2, 3, 4, 5)))
    content[name] = np.zeros(shape, kind) if chance.random() < 0.7 else np.full(shape, np.nan)
    buffer = io.BytesIO()
    np.savez(buffer, **content)
    return buffer.getvalue()


def _piece(data: bytes, chance: Chance) -> tuple[int, int]:
    """Place and length, the first often near the beginning, where headers are."""
    end = max(1, len(data) if chance.random() < 0.6 else min(len(data), 256))
    return min(chance.randrange(end), max(0, len(data) - 1)), chance.choice((1, 1, 2, 4, 16, 256))
