"""Shortcuts of Windows: what is read from them."""

import struct
from uuid import UUID

import pytest

from engine.identity import APP_ID
from installer.shell_link import APP_USER_MODEL, CLASS, ShellLink, read_shell_link

OTHER = UUID("46588AE2-4CBC-4338-BBFC-139326986DCE")


def sized(content: bytes) -> bytes:
    return struct.pack("<I", 4 + len(content)) + content


def text(number: int, value: str) -> bytes:
    letters = (value + "\0").encode("utf-16-le")
    return sized(struct.pack("<IBHHI", number, 0, 31, 0, len(value) + 1) + letters)


def number(name: int, value: int) -> bytes:
    return sized(struct.pack("<IBHHI", name, 0, 19, 0, value))


def storage(kind: UUID, *values: bytes) -> bytes:
    return sized(b"1SPS" + kind.bytes_le + b"".join(values) + bytes(4))


def link(*storages: bytes, folder: str = "C:\\Programme äß\\") -> bytes:
    """With an empty list of items, a place on a disk that is not looked at, and another block before the properties."""
    header = struct.pack("<I16sI52x", 76, CLASS.bytes_le, 0x01 | 0x02 | 0x10 | 0x80)
    strings = struct.pack("<H", len(folder)) + folder.encode("utf-16-le")
    known_folder = sized(struct.pack("<I", 0xA000000B) + bytes(20))
    store = sized(struct.pack("<I", 0xA0000009) + b"".join(storages) + bytes(4))
    return header + struct.pack("<HH", 2, 0) + sized(bytes(24)) + strings + known_folder + store + bytes(4)


def test_the_app_id_is_found_among_other_properties_and_kinds() -> None:
    raw = link(
        storage(OTHER, text(5, "not it"), number(100, 7)),
        storage(APP_USER_MODEL, number(12, 2), text(2, "a command"), text(5, APP_ID)),
    )
    assert read_shell_link(raw) == ShellLink("C:\\Programme äß\\", APP_ID)
    assert read_shell_link(link(storage(OTHER, text(5, "not it")))).app_id == ""


def test_what_is_cut_or_no_shortcut_is_refused_or_has_no_app_id() -> None:
    raw = link(storage(APP_USER_MODEL, text(5, APP_ID)))
    with pytest.raises(ValueError, match="no shortcut"):
        read_shell_link(b"MZ" + raw[2:])
    for end in range(len(raw) - 8):
        try:
            assert read_shell_link(raw[:end]).app_id != APP_ID
        except ValueError:
            continue
