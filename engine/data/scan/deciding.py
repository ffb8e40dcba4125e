"""Which folders have to be given a class so that all pictures have one."""

from collections.abc import Collection

from engine.data.scan.class_names import SPLIT_NAMES

Parts = tuple[str, ...]  # folder names below the chosen folder, () for itself


def deciding_folders(undecided: Collection[Parts], decided: Collection[Parts]) -> list[Parts]:
    """The highest folders that decide for the undecided ones, in their order.

    Such a folder holds nothing that is decided, is no split (train), and does not hold everything there is.
    """
    beside = _and_above(decided)
    whole = len(common_folder((*undecided, *decided)))
    found = (_highest(parts, beside, whole) for parts in undecided)
    return list(dict.fromkeys(found))


def common_folder(folders: Collection[Parts]) -> Parts:
    """The innermost folder that all of them are in."""
    first, last = min(folders), max(folders)
    depth = next((n for n, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[:depth]


def _highest(parts: Parts, beside: Collection[Parts], whole: int) -> Parts:
    for depth in range(len(parts)):
        above = parts[:depth]
        if depth > whole and above not in beside and above[-1].casefold() not in SPLIT_NAMES:
            return above
    return parts


def _and_above(folders: Collection[Parts]) -> set[Parts]:
    return {parts[:depth] for parts in folders for depth in range(len(parts) + 1)}
