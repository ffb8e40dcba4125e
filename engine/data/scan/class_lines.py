"""The classes of folders as lines for a settings file, to be looked at, corrected and pasted."""

from collections import Counter
from collections.abc import Sequence

from engine.data.scan.folder_tree import FoundFolder, choices_of, proposed, undecided, walk

HOW_TO_PASTE = (
    "# Proposed by the names of the folders: look at each line, then put them at the end of the settings file, in the "
    "place of [data.classes] if that is there."
)
_ASK = "real, fake or left out?"


def class_lines(folders: Sequence[FoundFolder]) -> str:
    """TOML of what is chosen and proposed, each line with what the folder holds; what is open, as remarks."""
    import tomlkit

    chosen = choices_of(folders)
    taken = proposed(folders, chosen) | chosen
    by_path: dict[str, list[FoundFolder]] = {}
    for folder, _ in walk(folders, {}):
        by_path.setdefault(folder.path, []).append(folder)
    lines = ["[data.classes]"]
    for path, kind in sorted(taken.items()):
        lines.append(f'{tomlkit.key([path]).as_string()} = "{kind}"  # {_held(by_path[path])}')
    for path, folder in {folder.path: folder for folder in undecided(folders, taken)}.items():
        reason = "its path says both; " if "both" in (folder.by_name, folder.proposal) else ""
        lines.append(f'# {tomlkit.key([path]).as_string()} = "left out"  # {_held(by_path[path])}; {reason}{_ASK}')
    return "\n".join(lines)


def _held(folders: Sequence[FoundFolder]) -> str:
    """What the folders of one path hold together."""
    formats = Counter[str]()
    for folder in folders:
        formats.update(folder.formats)
    images = formats.total()
    counted = ", ".join(f"{count:,} {ending}" for ending, count in formats.most_common())
    size = next((f", {folder.size}" for folder in folders if folder.size), "")
    return f"{images:,} image{'s' * (images != 1)}: {counted}{size}"
