"""Opens HEIC pictures; a file that the reader of these would end the whole program on is refused before."""

from collections.abc import Iterator
from typing import IO

from pi_heif import HeifImageFile, register_heif_opener

register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)


def open_heic(stream: IO[bytes]) -> HeifImageFile:
    """The picture; SyntaxError where the file is none, UnicodeDecodeError where types of its items are no text.

    Version 1.4.0 of pi-heif makes strings of these types without looking whether that worked, and then crashes.
    """
    data = stream.read()
    for kind, meta in _boxes(data):
        for inner, table in _boxes(meta[4:]) if kind == b"meta" else ():
            entries = _boxes(table[6 if table[:1] == b"\0" else 8 :]) if inner == b"iinf" else ()
            for _, entry in entries:
                _check_types(entry)
    stream.seek(0)
    return HeifImageFile(stream, "")


def _check_types(entry: bytes) -> None:
    """Raise UnicodeDecodeError where the types of an item (ItemInfoEntry) are no text; its name may be anything."""
    number_bytes = 4 if entry[:1] == b"\3" else 2
    item_type, texts = entry[6 + number_bytes :][:4], entry[10 + number_bytes :]
    item_type.decode("utf-8")
    for text in texts.split(b"\0")[1:]:  # after the name
        text.decode("utf-8")


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Type and content of each box of an ISO base media file (ISO/IEC 14496-12), as far as they are whole."""
    at = 0
    while at + 8 <= len(data):
        size, header = int.from_bytes(data[at : at + 4], "big"), 8
        if size == 1:
            size, header = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        size = size or len(data) - at
        if size < header:
            return
        yield data[at + 4 : at + 8], data[at + header : at + size]
        at += size
