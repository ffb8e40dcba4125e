"""What a shortcut of Windows (.lnk) holds, after [MS-SHLLINK] and [MS-PROPSTORE]."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

HEADER, CLASS = 76, UUID("00021401-0000-0000-C000-000000000046")
ID_LIST, LINK_INFO, STRINGS, UNICODE = 0x01, 0x02, (0x04, 0x08, 0x10, 0x20, 0x40), 0x80  # of LinkFlags
WORKING_FOLDER = 2  # among the strings: name, relative path, working folder, arguments, icon
PROPERTY_STORE, STORAGE = 0xA0000009, 0x53505331
APP_USER_MODEL, APP_USER_MODEL_ID = UUID("9F4C2855-9F79-4B39-A8D0-E1D42DE1D5F3"), 5
TEXT = 31  # VT_LPWSTR


@dataclass(frozen=True, slots=True)
class ShellLink:
    """The folder in which a shortcut starts its program, and the program's AppUserModelID; empty where it has none."""

    working_folder: str
    app_id: str


def read_shell_link(raw: bytes) -> ShellLink:
    """Of the bytes of a .lnk; ValueError where they are none."""
    try:
        return _read(raw)
    except struct.error as error:
        raise ValueError("The shortcut ends too early.") from error


def _read(raw: bytes) -> ShellLink:
    size, flags = struct.unpack_from("<I16xI", raw)
    if size != HEADER or raw[4:20] != CLASS.bytes_le:
        raise ValueError("This is no shortcut.")
    at = HEADER
    if flags & ID_LIST:
        at += 2 + struct.unpack_from("<H", raw, at)[0]
    if flags & LINK_INFO:
        at += struct.unpack_from("<I", raw, at)[0]
    width, encoding = (2, "utf-16-le") if flags & UNICODE else (1, "cp1252")
    strings = [""] * len(STRINGS)
    for number, flag in enumerate(STRINGS):
        if flags & flag:
            end = at + 2 + width * struct.unpack_from("<H", raw, at)[0]
            strings[number], at = raw[at + 2 : end].decode(encoding).rstrip("\0"), end
    app_ids = [text for kind, number, text in _texts(raw, at) if (kind, number) == (APP_USER_MODEL, APP_USER_MODEL_ID)]
    return ShellLink(strings[WORKING_FOLDER], "".join(app_ids))


def _texts(raw: bytes, at: int) -> Iterator[tuple[UUID, int, str]]:
    """The properties that are texts, each with its kind and number, from the blocks that begin here."""
    for block in _sized(raw, at, smallest=8):
        if struct.unpack_from("<I", block, 4)[0] != PROPERTY_STORE:
            continue
        for storage in _sized(block, 8, smallest=24):
            if struct.unpack_from("<I", storage, 4)[0] == STORAGE:
                kind = UUID(bytes_le=storage[8:24])
                for value in _sized(storage, 24, smallest=17):
                    number, type_ = struct.unpack_from("<IxH", value, 4)
                    if type_ == TEXT:
                        letters = struct.unpack_from("<I", value, 13)[0]
                        yield kind, number, value[17 : 17 + 2 * letters].decode("utf-16-le").rstrip("\0")


def _sized(raw: bytes, at: int, *, smallest: int) -> Iterator[bytes]:
    """Pieces that each begin with their size in bytes; a size that cannot be ends them."""
    while at + 4 <= len(raw):
        size = struct.unpack_from("<I", raw, at)[0]
        if not smallest <= size <= len(raw) - at:
            return
        yield raw[at : at + size]
        at += size
