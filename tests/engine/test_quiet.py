"""What decoders print and warn of reaches no console, and what the program itself says is not lost with it."""

import io
import logging
import os
import struct
import sys
import threading
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import torch
from PIL import Image

from engine.cli.console import own_stderr
from engine.data.images.decoding import UnreadableImageError, decode, read_header
from engine.quiet import WITHOUT_WARNINGS, SharedContext, stderr_nowhere
from engine.torch_file import load_torch

COMPRESSION = 259
CODES = {"WebP": 50001, "JPEG 2000": 34712, "none such": 65000}


def tiff(compression: str = "tiff_adobe_deflate") -> bytes:
    stream = io.BytesIO()
    Image.effect_noise((48, 56), 50).convert("RGB").save(stream, "TIFF", compression=compression)
    return stream.getvalue()


def tiff_that_says(code: int) -> bytes:
    """A TIFF whose compression tag holds another number."""
    content = bytearray(tiff())
    (entries,) = struct.unpack_from("<I", content, 4)
    (count,) = struct.unpack_from("<H", content, entries)
    for at in range(entries + 2, entries + 2 + 12 * count, 12):
        if struct.unpack_from("<H", content, at) == (COMPRESSION,):
            struct.pack_into("<H", content, at + 8, code)
    return bytes(content)


def damaged(content: bytes, step: int) -> bytes:
    """Every so many bytes one that is wrong."""
    return bytes(255 - byte if at % step == step - 1 else byte for at, byte in enumerate(content))


def odd_files(folder: Path) -> list[Path]:
    """Files of every format that are no sound pictures, in many ways."""
    contents = {f"{name}.tif": tiff_that_says(code) for name, code in CODES.items()}
    for ending in ("tif", "jpg", "png", "webp", "bmp", "gif"):
        stream = io.BytesIO()
        Image.effect_noise((48, 56), 50).convert("RGB").save(stream, {"jpg": "JPEG", "tif": "TIFF"}.get(ending, ending))
        sound = {"": tiff("tiff_lzw"), "jpeg": tiff("jpeg")} if ending == "tif" else {"": stream.getvalue()}
        for kind, content in sound.items():
            contents |= {f"{kind}{step}.{ending}": damaged(content, step) for step in (7, 60, 150, 500)}
            contents |= {f"{kind}cut{end}.{ending}": content[: len(content) // end] for end in (1000, 20, 3, 2)}
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in contents]


def reason(path: Path) -> str:
    try:
        decode(path, 1.0)
    except UnreadableImageError as error:
        return str(error)
    return ""


def test_nothing_foreign_reaches_the_console_and_every_reason_is_in_words(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with ThreadPoolExecutor(4) as threads:
        reasons = set(threads.map(reason, odd_files(tmp_path)))
    os.write(2, b"and then\n")
    assert capfd.readouterr() == ("", "and then\n")
    assert len(reasons) >= 4
    for words in (reason for reason in reasons if "megapixels" not in reason):
        assert not any(sign in words for sign in ("error", "_", "buffer", "unpack", "index")), words
        assert not any(char.isdigit() for char in words), words


def test_a_compression_that_cannot_be_read_is_named_by_the_header_already(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    path.write_bytes(tiff_that_says(CODES["WebP"]))
    for read in (decode, read_header):
        with pytest.raises(UnreadableImageError, match="a TIFF with WebP compression, which cannot be read here"):
            read(path, 1.0)
    for code in (CODES["JPEG 2000"], CODES["none such"]):
        path.write_bytes(tiff_that_says(code))
        assert reason(path) == "damaged, or of a kind that is not supported"
    path.write_bytes(tiff("lzma"))
    assert reason(path) == ""


def test_what_pillow_logs_is_printed_by_nobody() -> None:
    assert logging.getLogger("PIL.TiffImagePlugin").parent is logging.getLogger("PIL")
    assert any(isinstance(handler, logging.NullHandler) for handler in logging.getLogger("PIL").handlers)


def test_several_threads_are_silent_as_long_as_one_of_them_wants_it(capfd: pytest.CaptureFixture[str]) -> None:
    silence, came, go = SharedContext(stderr_nowhere), threading.Event(), threading.Event()

    def stays() -> None:
        with silence:
            came.set()
            go.wait()
            os.write(2, b"late\n")

    other = threading.Thread(target=stays)
    with silence:
        other.start()
        came.wait()
    os.write(2, b"meanwhile\n")
    go.set()
    other.join()
    os.write(2, b"after\n")
    assert capfd.readouterr().err == "after\n"


def test_the_programs_own_words_are_not_lost_with_the_foreign_ones(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with open(2, "w", encoding="utf-8", closefd=False) as stderr:
        monkeypatch.setattr(sys, "stderr", stderr)
        with own_stderr(), SharedContext(stderr_nowhere):
            os.write(2, b"foreign\n")
            sys.stderr.write("ours\n")
        assert sys.stderr is stderr
    assert capfd.readouterr().err == "ours\n"


class SlowFile(io.BytesIO):
    """A file of torch.save that is not read on before it may."""

    def __init__(self) -> None:
        super().__init__()
        torch.save({"a": torch.zeros(1)}, self)
        self.seek(0)
        self.came, self.go = threading.Event(), threading.Event()

    def read(self, size: int | None = -1, /) -> bytes:
        self.came.set()
        self.go.wait()
        return super().read(size)


def test_warnings_are_shown_again_once_pictures_and_weights_were_read_at_the_same_time() -> None:
    before, file = list(warnings.filters), SlowFile()
    with ThreadPoolExecutor(1) as thread:
        with WITHOUT_WARNINGS:
            loading = thread.submit(load_torch, file)
            file.came.wait()
        file.go.set()
        loading.result()
    assert list(warnings.filters) == before
